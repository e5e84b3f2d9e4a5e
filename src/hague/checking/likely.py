"""When a clause may be decided whose predicate was only learned."""

from __future__ import annotations

from hague.checking.question import Question
from hague.reading.model import Proposition

PLAIN_ENOUGH = 0.3
"""Probability from which a reading holds without a name, day or number of its own that agrees."""
WITH_EVIDENCE = 0.12
"""The same where the record agrees with a name, day or number in the clause: chance would not."""
TELLING = frozenset(("time", "number", "ordinal", "state", "person", "chamber", "situation", "capital", "people"))
"""Kinds of argument that can agree with the record by chance only seldom."""
TAKEN = frozenset(("pronoun", "context", "topic", "generic"))
"""Marks of arguments that stand in another sentence."""


def stands(prop: Proposition, question: Question, verdict: str) -> bool:
    """Whether a learned reading is sure enough for a verdict. It may bear a clause out; it never makes it wrong."""
    if verdict != "supported" or prop.sure is None:
        return False
    told = any(
        kind in TELLING and question.looked_at(name) and argument.value not in TAKEN
        for name, argument in prop.roles.items()
        if (kind := name.partition(".")[0])
    )
    return prop.sure >= (WITH_EVIDENCE if told else PLAIN_ENOUGH)
