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
    apart = [h for h in later if q.has("quantified", "subj") and not set(_other_states(q, h)) & set(visit.concerns)]
    if apart and not q.prop.hedge:  # "No member state but this one has ever received him", after a second had
        right = f"{right} {apart[0].text} ({q.words(apart[0].on)})."
        return Finding(False, right, right, visit.sources, (visit.id, apart[0].id), polar=False)
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


def _other_states(q: Question, h: Happening) -> list[str]:
    homes = {s for p in h.concerns if p in q.record.persons for s in _homes(q, p)}
    return [c for c in h.concerns if c in q.record.states and c not in homes]


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
    by_court = any(a.value != "pronoun" for a in q.args("court", "subj"))
    if len(persons) != 1 or by_court or q.has("quantified") or q.has("superlative") or q.prop.question:
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
    if any(a.value == "described-state" for a in q.args("pronoun")) or q.cue("lawful-word"):
        return None  # "The South African government acted lawfully in letting him go"
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
    elsewhere = _elsewhere(q, person, state, spans)
    if elsewhere is not None:
        q.guessed = False  # the visit of that very day is on record: nobody else is meant
        return Finding(False, _said(q, elsewhere), _said(q, elsewhere), elsewhere.sources, (elsewhere.id,))
    year = {span[0].year for _, span in spans if span[0].year == span[1].year}
    if len({h.on[:4] for h in made}) == 1 and broken and len(year) == 1 and str(min(year)) != made[0].on[:4]:
        return Finding(False, _said(q, made[0]), _said(q, made[0]), made[0].sources, (made[0].id,))
    return None


def _elsewhere(q: Question, person: str, state: str, spans: list[tuple[str, when.Interval]]) -> Happening | None:
    """The visit to another country on the one day that the clause names."""
    if len(spans) != 1 or spans[0][0] not in ("on", "perhaps") or (spans[0][1][1] - spans[0][1][0]).days > 1:
        return None
    day = spans[0][1]
    every = [h for h in q.record.chronicle.values() if person in h.concerns and q.known(h) and _made(h)]
    there = [h for h in every if days.first(h.on) <= day[1] and day[0] <= days.last(h.on) + timedelta(days=1)]
    if any(state in h.concerns and _meet(_stay(h), (day[0] - STAY, day[1] + STAY)) for h in every):
        return None
    return there[0] if len(there) == 1 and state not in there[0].concerns else None


OCCASIONS = {
    "inauguration": ("inauguration", "inaugurated", "swearing", "sworn", "installation", "investiture"),
    "funeral": ("funeral", "burial", "mourning"),
    "summit": ("summit", "meeting", "conference", "gathering", "assembly"),
    "talks": ("talks", "met"),
    "parade": ("parade",),
    "wedding": ("wedding",),
    "treatment": ("hospital", "treatment", "checkup", "surgery"),
    "holiday": ("holiday", "vacation", "pilgrimage"),
    "ceremony": ("ceremony", "celebration", "celebrations", "opening", "signing", "signed", "commemoration"),
    "sport": ("match", "tournament", "championship", "games"),
}
"""What journeys are made for, and the words of it."""
ALIKE = (
    {"summit", "talks"},
    {"inauguration", "ceremony"},
    {"parade", "ceremony"},
    {"funeral", "ceremony"},
    {"talks", "parade"},
    {"talks", "ceremony"},
)
"""Occasions that may be one and the same."""


def _occasions(words: set[str]) -> set[str]:
    return {name for name, listed in OCCASIONS.items() if words.intersection(listed)}


def occasion(q: Question) -> Finding | None:
    """On "That visit, in May, was for the funeral of a general", "He had come for a summit of the United Nations"."""
    persons = [p for p in in_play(q) if q.events(p, "warrant-issued")]
    said = _occasions(set(wording.WORD.findall((q.word("event-noun") or "").lower())))
    if len(persons) != 1 or not said or q.prop.negated or q.prop.hedge or q.prop.question or q.prop.conditional:
        return None
    p = persons[0]
    states = {s for s in (*_hosts(q), *q.entities("capital"), *_of_places(q)) if s not in _homes(q, p.id)}
    q.ignore("state", "capital", "people", "city", "situation", "court", "place", "person", "number", "ordinal")
    spans = [span for relation, span in (*q.dates(), *q.conduct()) if relation not in ("since", "before")]
    every = [h for h in q.record.chronicle.values() if p.id in h.concerns and q.known(h) and _made(h)]
    found = [h for h in every if not states or states & set(h.concerns)]
    if spans:
        found = [h for h in found if all(_meet((days.first(h.on), days.last(h.on)), span) for span in spans)]
    elif not states or len({h.on[:7] for h in found}) > 1:
        found = [h for h in found if 0 <= (q.day() - days.last(h.on)).days <= SOON]
    if not found or len({h.on[:7] for h in found}) > 1:
        return None
    told = {w.lower() for h in found for w in wording.WORD.findall(h.text)}
    there = _occasions(told)
    if not there or len(states) > 1:
        return None
    q.guessed = False  # the journey is told by its country and its days
    right = _said(q, found[0])
    bodies = {a.entity for a in q.args("org") if a.entity and a.entity in q.record.bodies}
    held_by = {b for b in bodies if any(_names(q, b, h.text) for h in found)}
    other = {b.id for b in q.record.bodies.values() if b.kind == "organisation" and _names(q, b.id, found[0].text)}
    if said & there or any({a, b} in ALIKE for a in said for b in there):
        holds: bool | None = True
        if bodies and bodies - held_by:
            holds = False if other and "summit" in said else None
    else:
        holds = False if len(there - {"talks", "ceremony"}) == 1 and not there & said else None
    return Finding(holds, right, right, found[0].sources, (p.id, found[0].id), ("89",))


def _of_places(q: Question) -> list[str]:
    found = (q.record.places.get(e) for e in q.named("place"))
    return [p.state for p in found if p is not None and p.state]


def _names(q: Question, body: str, text: str) -> bool:
    entry = q.record.bodies[body]
    return any(n in text for n in (entry.name, *entry.aliases))


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
