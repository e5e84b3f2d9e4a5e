"""Who decides in which State a sentence is served."""

from __future__ import annotations

from hague.checking.cases import _phrase, in_play
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record import days
from hague.record.model import Person, PersonEvent


def went_to(q: Question, events: list[PersonEvent]) -> set[str]:
    """The States in which sentences are served after these moves."""
    return {s for e in events for s in (e.to, f"state:{e.place}" if e.place else None) if s and s in q.record.states}


def _asked(q: Question, *slots: str) -> set[str]:
    found = {*q.named("state", *slots), *q.entities("capital", *slots)}
    return {s for s in found if s in q.record.states}


def serves_in(q: Question) -> Finding | None:
    """On "He will finish his term in a prison in Norway", "sits out the rest in Belgium"."""
    asked = _asked(q, "in", "to", "at", "near")
    persons = in_play(q, "subj", "poss", "obj", "of")
    q.ignore("court", "people", "state", "capital", "city", "place", "number", "time", "situation", "quantified", "org")
    return _found(q, persons, asked)


def taken_in(q: Question) -> Finding | None:
    """On "Norway received him on Monday": of a convict moved in those days."""
    asked = {*q.named("state", "subj", "by"), *q.named("people", "subj", "by")}
    asked = {s for s in asked if s in q.record.states}
    persons = in_play(q, "obj", "subj", "poss", "of")
    q.ignore("court", "people", "state", "capital", "city", "place", "number", "situation", "quantified", "org")
    return _found(q, persons, asked, lately=True)


def _found(q: Question, persons: list[Person], asked: set[str], *, lately: bool = False) -> Finding | None:
    if not persons or len(asked) != 1 or q.prop.negated or q.prop.conditional:
        return None
    out = []
    for p in persons:
        moved = q.events(p, "transferred-to-serve")
        if lately:
            moved = [e for e in moved if 0 <= (q.day() - days.last(e.on)).days <= 12 and q.fits(e.on) is not False]
        where = went_to(q, moved)
        if not where:
            return None
        out.append((p, moved[-1], bool(asked & where)))
    right = " ".join(
        f"{_phrase(q, 'transferred-to-serve', p, e)} {(e.text or '').rstrip('.')}".rstrip()
        + f", to {' and '.join(q.record.states[s].name for s in sorted(went_to(q, [e])))}."
        for p, e, _ in out
    )
    holds = all(fit for _, _, fit in out)
    facts = out[0][1].sources
    return Finding(holds, right, right, facts, tuple(p.id for p, _, _ in out), ("103",), general=True)


def early_release(q: Question) -> Finding | None:
    """On "He got early release": wrong of somebody who served the whole term."""
    persons = in_play(q, "subj", "obj", "poss", "of")
    q.ignore("court", "people", "state", "capital", "city", "place", "number", "time", "situation", "act")
    if len(persons) != 1 or q.prop.hedge or q.prop.conditional:
        return None
    p = persons[0]
    cut, done = q.events(p, "sentence-reduced"), q.events(p, "sentence-served")
    if not done:
        return None
    e = (cut or done)[-1]
    right = f"{_phrase(q, e.event, p, e)} {e.text or ''}".rstrip()
    if not cut:
        right = f"{right} The term of {p.name} was never reduced."
    return Finding(bool(cut), right, right, e.sources, (p.id,), ("110",))
