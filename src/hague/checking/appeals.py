"""Who decides what became of appeals that were given up."""

from __future__ import annotations

from hague.checking.cases import in_play
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record.model import Person, PersonEvent


def _given_up(q: Question, p: Person) -> list[PersonEvent]:
    return [
        e for e in p.history if q.known(e) and "discontinue" in (e.text or "").lower() and "appeal" in (e.text or "")
    ]


def _by_both(e: PersonEvent) -> bool:
    return "both" in (e.text or "").lower()


def dropped(q: Question) -> Finding | None:
    """On "He has given up his appeal", "Only the defence dropped its challenge"."""
    persons = in_play(q, "subj", "poss", "of", "against", "obj")
    q.ignore("court", "chamber", "people", "state", "situation", "city", "otp", "person", "quantified", "act")
    if len(persons) != 1 or q.prop.hedge:
        return None
    p = persons[0]
    events = _given_up(q, p)
    if not events:
        return None
    e = events[0]
    right = f"{e.text} ({q.words(e.on)})"
    alone = q.cue("only") or any(a.value == "only" for a in q.args("quantified"))
    holds = q.fits(*(x.on for x in events))
    if alone and _by_both(e):
        holds = False
    return Finding(holds, right, right, e.sources, (p.id,), ("81",))


def kept(q: Question) -> Finding | None:
    """On "The defence persists with its appeal": wrong where both sides had given theirs up."""
    persons = in_play(q, "subj", "poss", "of", "against", "obj")
    q.ignore("court", "chamber", "people", "state", "situation", "city", "otp", "person", "quantified", "act")
    if len(persons) != 1 or q.prop.hedge or q.prop.negated:
        return None
    events = [e for e in _given_up(q, persons[0]) if _by_both(e)]
    if not events or any(relation in ("until", "before") for relation, _ in q.dates()):
        return None
    e = events[0]
    right = f"{e.text} ({q.words(e.on)})"
    return Finding(False, right, right, e.sources, (persons[0].id,), ("81",))


def by_whom(q: Question) -> Finding | None:
    """On "The appeal had been lodged by X himself": wrong of one acquitted, where the Prosecutor appealed."""
    by = [p for p in q.persons("by") if p.history]
    q.ignore("court", "chamber", "people", "state", "situation", "city", "person", "time")
    if len(by) != 1 or q.prop.negated or q.prop.hedge:
        return None
    p = by[0]
    against = q.events(p, "acquittal-appealed")
    if not against or q.events(p, "convicted"):
        return None
    right = f"{p.name} had been acquitted; the appeal of {q.words(against[0].on)} was the Prosecutor's."
    return Finding(False, right, right, against[0].sources, (p.id,), ("81",))
