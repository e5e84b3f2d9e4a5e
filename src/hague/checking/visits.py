"""Who decides claims about journeys of wanted persons to Parties: which was the first, and who received them before."""

from __future__ import annotations

from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record import days
from hague.record.model import Happening

FIRST = ("first visit to a member State", "first visit to a State Party")
LATER = ("second visit to a member State", "second visit to a State Party")
"""What the record says of such a journey."""
SOON = 20
"""Days in which a journey, or the ruling on it, may be the news of a report."""


def _journeys(q: Question, person: str, phrases: tuple[str, ...]) -> list[Happening]:
    return sorted(
        (
            h
            for h in q.record.chronicle.values()
            if person in h.concerns and q.known(h) and any(p in h.text for p in phrases)
        ),
        key=lambda h: days.first(h.on),
    )


def first_visit(q: Question) -> Finding | None:
    """On "his first trip to a member state", "No other member had received him", "the first member to host him"."""
    persons = q.persons("poss", "subj", "obj", "of", "by") or q.persons()
    q.ignore("person", "court", "treaty", "org", "people", "capital", "city", "situation")
    q.ignore("ordinal", "quantified", "number", "superlative", "time")
    if len(persons) != 1 or q.prop.conditional or (q.prop.hedge or "").split(":")[0] in ("possible", "opinion"):
        return None
    first = _journeys(q, persons[0].id, FIRST)
    if not first:
        return None
    visit, later = first[0], _journeys(q, persons[0].id, LATER)
    right = f"{visit.text} ({q.words(visit.on)})."
    named = [s for s in q.named("state") if s not in _homes(q, persons[0].id)]
    if q.cue("first", "first-time") and named:
        holds = named[0] in visit.concerns
        member = q.record.states[named[0]]
        return Finding(holds, right, right, visit.sources, (visit.id, member.id), polar=False)
    now = (q.day() - days.last(visit.on)).days
    fresh = [h for h in later if (q.day() - days.last(h.on)).days <= SOON]
    if q.prop.tense == "present" and not q.prop.negated and q.cue("first-time"):
        if now <= SOON:
            return Finding(True, right, None, visit.sources, (visit.id,), polar=False)
        return Finding(False, right, right, visit.sources, (visit.id,), polar=False) if fresh else None
    if later:
        return None
    return Finding(True, right, None, visit.sources, (visit.id,), polar=False)


def _homes(q: Question, person: str) -> set[str]:
    return {n.state for n in q.record.persons[person].nationalities}
