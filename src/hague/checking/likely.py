"""How far a learned reading is trusted: to bear a clause out where the record agrees, seldom to call it wrong, and to
doubt a row of the lexicon that calls it wrong."""

from __future__ import annotations

from hague.checking.question import Question
from hague.reading.model import Proposition

PLAIN_ENOUGH = 0.3
"""Probability from which a reading holds without a name, day or number of its own that agrees."""
WITH_EVIDENCE = 0.12
"""The same where the record agrees with a name, day or number in the clause: chance would not."""
CERTAIN = 0.93
"""Probability from which a clause may be wrong by a reading that was learned."""
DOUBTFUL = 0.2
"""Probability below which a clause most likely says something else than the row that calls it wrong."""
RATHER = 0.95
"""Probability from which a reading that the record bears out stands against a row that calls the clause wrong."""
SHORTEST = 4
"""Words of a clause that may be called wrong by a learned reading."""
DENIABLE = frozenset(
    (
        "accept-jurisdiction",
        "arrested",
        "hosted",
        "leaving-ends-cases",
        "must-arrest",
        "rank-leaver",
        "region-members",
        "sentenced",
    )
)
"""Predicates of which the arguments are few, and by which clauses were seldom called wrong that are right."""
TELLING = frozenset(("time", "number", "ordinal", "state", "person", "chamber", "situation", "capital", "people"))
"""Kinds of argument that can agree with the record by chance only seldom."""
TAKEN = frozenset(("pronoun", "context", "topic", "generic"))
"""Marks of arguments that stand in another sentence."""


def stands(prop: Proposition, question: Question, verdict: str, words: int) -> bool:
    """Whether a learned reading of a clause of so many words is sure enough for a verdict."""
    sure = prop.sure or 0.0
    told = any(
        kind in TELLING and question.looked_at(name) and argument.value not in TAKEN
        for name, argument in prop.roles.items()
        if (kind := name.partition(".")[0])
    )
    if verdict == "contradicted":
        return sure >= CERTAIN and prop.predicate in DENIABLE and words >= SHORTEST
    return sure >= (WITH_EVIDENCE if told else PLAIN_ENOUGH)


def otherwise(prop: Proposition) -> bool:
    """Whether a clause most likely says something else than what it was looked up to say."""
    return prop.sure is not None and prop.sure < DOUBTFUL
