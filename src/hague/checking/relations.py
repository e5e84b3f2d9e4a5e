"""How people before the Court stand to each other and to a people: the second Libyan, a deputy of, in his place."""

from __future__ import annotations

from datetime import timedelta

from hague.checking.cases import _phrase, in_play
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.reading.model import Argument
from hague.record import days, wording
from hague.record.model import Person, PersonEvent

STEPS = {
    "held-by": ("surrendered", "first-appearance"),
    "surrender": ("surrendered",),
    "in-custody": ("surrendered",),
    "convict": ("convicted",),
    "acquit": ("acquitted", "no-case-to-answer", "conviction-reversed"),
    "wanted": ("warrant-issued", "warrant-unsealed"),
    "warrant": ("warrant-issued", "warrant-unsealed"),
    "appear": ("first-appearance",),
    "go-on-trial": ("trial-opened",),
    "sentence": ("sentenced",),
}
"""Class of words -> the steps by which people of one country are counted."""


def nth_national(q: Question) -> Finding | None:
    """On "He is the second Malian to be held there", "the first Libyan to be handed over"."""
    steps = [k for c, k in STEPS.items() if q.cue(c)][:1]
    rank, people = _rank_of_people(q)
    persons = in_play(q, "subj", "obj", "of") if rank is not None else []
    if rank is None or people is None or len(steps) != 1 or len(persons) != 1 or q.dates() or q.acts():
        return None
    p, n = persons[0], int(rank.value or 0)
    if q.prop.negated or q.prop.hedge or q.prop.question or people not in _states(p):
        return None
    done = sorted(
        (days.first(e.on), other.id, other, e)
        for other in q.record.persons.values()
        if people in _states(other)
        for e in _first(q, other, steps[0])
    )
    order = [other.id for _, _, other, _ in done]
    if p.id not in order:
        return None
    q.ignore("ordinal", "people", "state", "court", "city", "situation", "superlative", "person", "place", "capital")
    shown = done[min(n, len(done)) - 1]
    same_day = [d for d, _, _, _ in done].count(done[order.index(p.id)][0]) > 1
    names = ", ".join(other.name for _, _, other, _ in done)
    right = f"In their order: {names}. {_phrase(q, shown[3].event, shown[2], shown[3])}"
    place = order.index(p.id) + 1
    return Finding(place == n if not same_day else None, right, right, shown[3].sources, (p.id, shown[2].id))


def _rank_of_people(q: Question) -> tuple[Argument | None, str | None]:
    """An ordinal with the adjective of a State right behind it."""
    for rank in q.args("ordinal"):
        for people in (*q.args("people"), *q.args("state")):
            near = 0 <= people.span.start - rank.span.end <= 2
            if near and people.entity and (rank.value or "").isdigit() and people.value in (None, "demonym"):
                return rank, people.entity
    return None, None


def _states(p: Person) -> set[str]:
    return {n.state for n in p.nationalities}


def _first(q: Question, p: Person, kinds: tuple[str, ...]) -> list[PersonEvent]:
    return sorted(q.events(p, *kinds), key=lambda e: days.first(e.on))[:1]


DEPUTY = ("deputy", "second", "vice", "assistant")


def deputy_of(q: Question) -> Finding | None:
    """On "He was the deputy of Lubanga", "Lubanga, his former deputy": wrong where each led a force of his own, or the
    other of the two was the deputy."""
    span = q.prop.roles["cue.deputy-of"].span
    people = [a for a in q.args("person") if a.entity in q.record.persons]
    behind = [a for a in people if 0 <= a.span.start - span.end <= 12]
    first = [a for a in people if a.span.end <= span.start]
    q.ignore("person", "ordinal", "state", "people", "org", "court", "situation")
    if q.prop.negated or q.prop.hedge or q.prop.question:
        return None
    if (q.word("deputy-of") or "").startswith(("his", "her")):
        named = [a for a in first if span.start - a.span.end <= 3] or [a for a in behind if a.value is None]
        bosses = {a.entity for a in people if a.value == "pronoun"} or {a.entity for a in people}
        bosses -= {a.entity for a in named}
        pair = ({a.entity for a in named[:1]}, bosses)
    else:
        pair = ({a.entity for a in first} - {a.entity for a in behind}, {a.entity for a in behind[:1]})
    if len(pair[0]) != 1 or len(pair[1]) != 1:
        return None
    lower, upper = (q.record.persons[next(iter(ids)) or ""] for ids in pair)
    forces = [{o.body: o for o in p.offices if o.capacity == "armed-group"} for p in (lower, upper)]
    if not all(forces):
        return None
    shared = set(forces[0]) & set(forces[1])
    told = [o for f in forces for o in f.values()]
    right = "; ".join(f"{p.name}: {o.title}" for p, f in zip((lower, upper), forces, strict=True) for o in f.values())
    if not shared:
        holds: bool | None = False
    else:
        ranks = [{w for b in shared for w in f[b].title.lower().replace("-", " ").split()} for f in forces]
        below = [bool(r.intersection(DEPUTY)) for r in ranks]
        holds = True if below == [True, False] else (False if below == [False, True] else None)
    return Finding(holds, f"{right}.", f"{right}.", told[0].sources, (lower.id, upper.id))


NEAR = timedelta(days=40)
"""How near a journey that another made must be to the day of the report."""


def in_his_place(q: Question) -> Finding | None:
    """On "Dmitry Medvedev will lead the delegation in his place": who went, by the record."""
    absent = [p for p in q.persons("poss", "of", "for", "context", "topic") if p.history]
    others = [a for a in q.args("person") if a.entity and a.value is None and a.entity not in {p.id for p in absent}]
    q.ignore("person", "state", "people", "place", "city", "capital", "court", "situation", "org")
    if len(absent) != 1 or len(others) != 1 or q.prop.negated or q.prop.question or q.prop.conditional:
        return None
    stand_in = q.record.persons.get(others[0].entity or "")
    if stand_in is None or stand_in.history:
        return None
    for h in q.record.chronicle.values():
        near = days.first(h.on) - NEAR <= q.day() <= days.last(h.on) + NEAR
        if not near or absent[0].id not in h.concerns or not q.known(h) or " in his place" not in h.text:
            continue
        told = next(s for s in h.text.split(". ") if " in his place" in s)
        surname = wording.plain(stand_in.name.split()[-1])
        return Finding(surname in wording.plain(told), told, told, h.sources, (h.id, stand_in.id))
    return None
