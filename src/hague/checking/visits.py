"""Who decides claims about journeys of wanted persons to Parties: which was the first, and who received them before."""

from __future__ import annotations

from datetime import date, timedelta

from hague.checking import when
from hague.checking.cases import in_play
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record import days, wording
from hague.record.model import Decision, Happening

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


ABROAD = ("first journey abroad", "first trip abroad")


def first_journey(q: Question) -> Finding | None:
    """On "It was his first trip abroad since the warrant": which it was, and whether it is the news of the day."""
    persons = q.persons("poss", "subj", "obj", "of", "by") or q.persons()
    first = _journeys(q, persons[0].id, ABROAD) if len(persons) == 1 else []
    if not first or q.prop.negated:
        return None
    visit = first[0]
    right = f"{visit.text} ({q.words(visit.on)})."
    named = [s for s in q.named("state", "to", "in", "subj", "obj") if s not in _homes(q, persons[0].id)]
    if named:
        holds: bool | None = named[0] in visit.concerns
    else:
        holds = True if 0 <= (q.day() - days.last(visit.on)).days <= SOON else None
    return Finding(holds, right, right, visit.sources, (visit.id, persons[0].id), polar=False, final=True)


def _homes(q: Question, person: str) -> set[str]:
    p = q.record.persons[person]
    return {n.state for n in p.nationalities} | {o.body for o in p.offices}


CAME = (" visited ", " came to ", " attended ", " travelled to ", " flew to ", " received him")
STAYED = (" did not go ", " would not receive ", " not come to ")
"""What the record says of a journey that was made, and of one that was not."""
STAY = timedelta(days=4)
"""How long a visit lasts."""


def hosted(q: Question) -> Finding | None:
    """On "Mongolia received him in September and let him go", "he flew to Djibouti last month": a visit on record."""
    persons = [p for p in in_play(q) if q.events(p, "warrant-issued")]
    if len(persons) != 1 or q.has("court", "subj") or q.has("quantified") or q.has("superlative") or q.prop.question:
        return None
    if q.prop.negated and q.cue("ruled"):
        return None  # "Nigeria, where he turned up, was not found to have failed"
    p = persons[0]
    states = [s for s in dict.fromkeys((*_hosts(q), *q.entities("capital"))) if s not in _homes(q, p.id)]
    q.ignore("state", "capital", "people", "city", "org", "situation", "court", "place", "act")
    asked = [*q.dates(), *q.conduct()]
    if not states and not asked and not q.prop.negated:
        return _just_now(q, p.id)
    each = [_host(q, p.id, s, asked) for s in states]
    if not states or any(f is None for f in each):
        return None
    found = [f for f in each if f is not None]
    lead = next((f for f in found if f.holds is not True), found[0])
    if lead.holds is False and (
        q.guessed or len(states) > 1 or q.prop.negated or not (q.named("state") or q.named("capital"))
    ):
        return None
    right = lead.why if lead.holds is not True else " ".join(dict.fromkeys(f.why for f in found))
    sources = tuple(dict.fromkeys(s for f in found for s in f.facts))
    return Finding(lead.holds, right, right, sources, (p.id, *states), ("89",))


def _just_now(q: Question, person: str) -> Finding | None:
    """On "He was allowed to fly home": the visit that is the news of the day."""
    for h in q.record.chronicle.values():
        near = -1 <= (q.day() - days.first(h.on)).days <= SOON // 2
        if near and person in h.concerns and q.known(h) and _made(h):
            return Finding(True, _said(q, h), None, h.sources, (person, h.id), ("89",))
    return None


def _hosts(q: Question) -> list[str]:
    return q.named("state", "subj", "by", "in", "to", "at", "obj") or q.entities("state") or q.named("people", "subj")


def _host(q: Question, person: str, state: str, asked: list[tuple[str, when.Interval]]) -> Finding | None:
    """Of one State: whether it had the visitor then. Wrong only where the record tells that the journey was not made,
    or has the one visit that the Court ruled on in another year."""
    told = [h for h in q.record.chronicle.values() if person in h.concerns and state in h.concerns and q.known(h)]
    made = [h for h in told if _made(h)]
    ruled = [
        d
        for d in q.record.decisions.values()
        if d.subject == "cooperation" and d.concerns[:1] == (state,) and person in d.persons and q.known(d)
    ]
    spans = [(relation, span) for relation, span in asked if not relation.startswith(("since", "until", "before"))]
    for h in sorted(made, key=lambda h: days.first(h.on)):
        if not spans or any(_meet(_stay(h), span) for _, span in spans):
            return Finding(True, _said(q, h), None, h.sources, (h.id,))
    broken = [d for d in ruled if d.outcome in ("non-compliance", "referred") and "rrest" in d.holding]
    for d in broken:
        if not spans or any(_meet(v, span) for v in _visits(d) for _, span in spans):
            return Finding(True, _said(q, d), None, d.sources, (d.id,))
    for h in told:
        if any(w in h.text for w in STAYED) and not made and any(_meet(_stay(h), span) for _, span in spans):
            return Finding(False, _said(q, h), _said(q, h), h.sources, (h.id,))
    year = {span[0].year for _, span in spans if span[0].year == span[1].year}
    if len({h.on[:4] for h in made}) == 1 and broken and len(year) == 1 and str(min(year)) != made[0].on[:4]:
        return Finding(False, _said(q, made[0]), _said(q, made[0]), made[0].sources, (made[0].id,))
    return None


def _made(h: Happening) -> bool:
    return any(w in h.text for w in CAME) and not any(w in h.text for w in STAYED)


def _said(q: Question, told: Happening | Decision) -> str:
    text = told.text if isinstance(told, Happening) else told.holding
    return f"{text.rstrip('.')} ({q.words(told.on)})."


def _stay(h: Happening) -> tuple[date, date]:
    return days.first(h.on) - timedelta(days=1), days.last(h.on) + STAY


def _visits(d: Decision) -> list[when.Interval]:
    """The days that a ruling names which lie before it."""
    named = [(days.first(t), days.last(t)) for t in wording.dates(d.holding)]
    return [span for span in named if span[0] < days.first(d.on)]


def _meet(one: tuple[date, date], other: when.Interval) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
