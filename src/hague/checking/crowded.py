"""How much a clause tells at once. Where several people, States and days stand in one clause, each with a part of its
own, reading ties them wrongly more often than the clause is wrong."""

from __future__ import annotations

import re

from hague.reading.model import Proposition

TOLD = frozenset(("person", "state", "people", "capital"))
FROM_BEFORE = frozenset(("pronoun", "context", "topic"))
"""What a clause does not name itself."""
MOST_NAMED = 4
MANY_NAMED = 3
LONG = 18
LONGEST = 28
_WORD = re.compile(r"\w+")
_ASIDE = re.compile(r"(?:\w+ ){0,4}(?:after|before|since|until|when|while)\b", re.IGNORECASE)


def crowded(prop: Proposition, text: str) -> bool:
    """Whether ``prop`` names so many people, States and days, or has so many words, that it is not called wrong."""
    words = len(_WORD.findall(text[prop.span.start : prop.span.end]))
    named = {
        k.partition("#")[0] if _kind(k) == "state" else a.entity  # "Burkina Faso, Mali and Niger left": one group
        for k, a in prop.roles.items()
        if _kind(k) in TOLD and a.entity and a.value not in FROM_BEFORE
    }
    days = {t.value for t in prop.times if not (t.value or "").startswith("P")}
    told = len(named) + len(days)
    return words >= LONGEST or told >= MOST_NAMED or (told >= MANY_NAMED and words >= LONG)


def told_in_passing(prop: Proposition, text: str) -> bool:
    """Whether what ``prop`` rests on is told only beside the main thing: "Ten years after judges ordered his arrest, he
    reached The Hague"."""
    clause = text[prop.span.start : prop.span.end]
    opening = _ASIDE.match(clause)
    comma = clause.find(",")
    return opening is not None and opening.end() <= prop.cue.start - prop.span.start < comma and not prop.nominal


PLACED = frozenset(("arrested", "died", "surrendered-self", "hosted", "visit-occasion"))
"""What hangs on where it was."""
_PLACE = re.compile(r"\b(?:in|at|near|outside|airport of|port of|city of|town of) ([A-Z][\w’'-]+)")


def unread_place(prop: Proposition, text: str) -> bool:
    """Whether the clause names a place that was not read: "arrested in Naples", where the record says Turin."""
    if prop.predicate not in PLACED:
        return False
    spans = [a.span for k, a in prop.roles.items() if not k.startswith(("cue.", "word."))]
    spans += prop.times
    clause = text[prop.span.start : prop.span.end]
    starts = [prop.span.start + m.start(1) for m in _PLACE.finditer(clause)]
    return any(not any(s.start <= at < s.end for s in spans) for at in starts)


def _kind(role: str) -> str:
    kind, _, slot = role.partition(".")
    return "" if slot.startswith("context") else kind
