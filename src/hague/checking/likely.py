"""How far a learned reading is trusted: to bear a clause out where the record agrees, seldom to call it wrong, and to
doubt a row of the lexicon that calls it wrong."""

from __future__ import annotations

from hague.checking.question import Question
from hague.reading.model import Proposition

PLAIN_ENOUGH = 0.3
"""Probability from which a reading holds without a name, day or number of its own that agrees."""
A_RULE = 0.5
"""The same of a rule of law, which is right whoever is named."""
A_DENIAL = 0.6
"""The same of a denial, which is right of nearly everybody."""
FOR_YEARS = 0.5
"""The same of what holds for years."""
WITH_A_NAME = 0.2
"""The same where the record agrees with a name in the clause."""
WITH_A_DAY = 0.1
"""The same with a day or number: chance would not agree."""
CERTAIN = 0.93
"""Probability from which a clause may be wrong by a reading that was learned."""
DOUBTFUL = 0.03
"""Probability below which a clause most likely says something else than the row that calls it wrong."""
LOST = 0.002
"""The same of a rule of law."""
RATHER = 0.94
"""Probability from which a reading that the record bears out stands against a row that calls the clause wrong."""
SHORTEST = 4
"""Words of a clause that may be called wrong by a learned reading."""
DENIABLE = frozenset(
    (
        "accept-jurisdiction",
        "arrested",
        "hosted",
        "leaving-ends-cases",
        "maximum-years",
        "must-arrest",
        "rank-leaver",
        "region-members",
        "sentenced",
        "withdraw",
    )
)
"""Predicates of which the arguments are few, and by which clauses were seldom called wrong that are right."""
NUANCED = frozenset(("appeared", "fine-a-state", "obligations-after-leaving", "refer-situation"))
"""Predicates of which the wrong way round, or another doer, sounds much like the right one."""
LASTING = frozenset(
    (
        "at-large",
        "be-member",
        "charged",
        "in-custody",
        "investigation-covers",
        "jurisdiction-over",
        "office-held",
        "on-trial",
        "under-investigation",
        "wanted",
    )
)
"""Predicates that hold for years: a day that falls among them is no evidence."""
TELLING = frozenset(("ordinal", "state", "person", "chamber", "situation", "capital", "people"))
"""Kinds of name."""
TAKEN = frozenset(("pronoun", "context", "topic", "generic"))
"""Marks of arguments that stand in another sentence."""


def stands(
    prop: Proposition, question: Question, verdict: str, words: int, *, doubted: bool = False, general: bool = False
) -> bool:
    """Whether a learned reading of a clause of so many words is sure enough for a verdict.

    ``doubted``: the record does not agree with what the lexicon reads in it, though not so that the clause could be
    called wrong. ``general``: a rule of law, which is right whoever is named.
    """
    sure = prop.sure or 0.0
    if verdict == "contradicted":
        return sure >= CERTAIN and prop.predicate in DENIABLE and words >= SHORTEST
    if doubted or prop.predicate in NUANCED:
        return sure >= RATHER
    if prop.negated or general:
        return sure >= (A_DENIAL if prop.negated else A_RULE)
    if prop.predicate in LASTING:
        return sure >= FOR_YEARS
    if dated(prop, question):
        return sure >= WITH_A_DAY
    named = any(
        name.partition(".")[0] in TELLING and question.looked_at(name) and argument.value not in TAKEN
        for name, argument in prop.roles.items()
    )
    return sure >= (WITH_A_NAME if named else PLAIN_ENOUGH)


def dated(prop: Proposition, question: Question) -> bool:
    """Whether a clause has a day or number of its own that was looked at: no chance agreement."""
    return any(
        name.startswith(("time.", "number.")) and question.looked_at(name) and not argument.candidates
        for name, argument in prop.roles.items()
    )


def otherwise(prop: Proposition, *, general: bool = False) -> bool:
    """Whether a clause most likely says something else than what it was looked up to say; ``general``: a rule of law,
    of which less was taught."""
    return prop.sure is not None and prop.sure < (LOST if general else DOUBTFUL)
