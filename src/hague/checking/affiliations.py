"""Who decides which armed group somebody belonged to."""

from __future__ import annotations

from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record.model import Office, Person


def _armed(person: Person) -> list[Office]:
    return [o for o in person.offices if o.capacity == "armed-group"]


def belonged(q: Question) -> Finding | None:
    """On "Ngaïssona was a leader of the anti-balaka": wrong where the record has other armed groups for this person."""
    persons = [p for p in q.persons("subj", "obj", "by") if _armed(p)]
    asked = set(q.named("org"))
    q.ignore("org", "person", "people", "state", "place", "capital", "city", "time", "situation", "court", "number")
    figure = q.prop.roles.get("cue.figure-of")
    if figure is not None and not q.cue("is-be", "leads-verb"):
        return None
    if figure is not None and not _is_said(q) and not _in_front(q, persons):
        return None
    groups = {o.body for p in q.record.persons.values() for o in _armed(p)}
    if not 1 <= len(persons) <= 3 or len(asked) != 1 or not asked <= groups or q.prop.negated or q.prop.hedge:
        return None
    told = [next((o for o in _armed(p) if o.body in asked), _armed(p)[0]) for p in persons]
    right = " ".join(_phrase(q, p, o) for p, o in zip(persons, told, strict=True))
    facts = tuple(dict.fromkeys(s for o in told for s in o.sources))
    each = {o.body in asked for o in told}
    return Finding(each == {True} if len(each) == 1 else None, right, right, facts, tuple(p.id for p in persons))


def _is_said(q: Question) -> bool:
    """Whether the verb stands before the rank: "He was a leader of the Seleka"."""
    verb, figure = q.prop.roles.get("cue.is-be"), q.prop.roles["cue.figure-of"].span
    return verb is not None and 0 < figure.start - verb.span.end <= 16


def _in_front(q: Question, persons: list[Person]) -> bool:
    """Whether the clause begins with what somebody was: "A senior man in the Seleka, he ran a base"."""
    figure, start = q.prop.roles["cue.figure-of"].span, q.prop.span.start
    org = next(a for a in q.args("org") if a.entity)
    ids = {p.id for p in persons}
    who = [a.span.start for a in q.args("person", "subj", "obj") if a.entity in ids]
    return (
        figure.start - start <= 16 and org.span.start - figure.end <= 6 and bool(who) and min(who) - org.span.end <= 4
    )


def of_another(q: Question, person: Person) -> Finding | None:
    """On "found guilty as a leader of the Seleka": wrong where the record has other armed groups for this person."""
    rank = q.prop.roles.get("cue.as-leader")
    asked = {a.entity for a in q.args("org") if a.entity and a.value != "context"}
    groups = {o.body for p in q.record.persons.values() for o in _armed(p)}
    mine = _armed(person)
    if rank is None or len(asked) != 1 or not asked <= groups or not mine or q.prop.negated or q.prop.hedge:
        return None
    org = next(a for a in q.args("org") if a.entity)
    if not 0 <= org.span.start - rank.span.end <= 8:
        return None
    if asked & {o.body for o in mine}:
        return None
    right = _phrase(q, person, mine[0])
    return Finding(False, right, right, mine[0].sources, (person.id,))


def _phrase(q: Question, person: Person, office: Office) -> str:
    body = q.record.bodies.get(office.body)
    return f"{person.name} is on record as: {office.title}{f' ({body.name})' if body is not None else ''}."
