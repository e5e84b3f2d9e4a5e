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
    groups = {o.body for p in q.record.persons.values() for o in _armed(p)}
    if not 1 <= len(persons) <= 3 or len(asked) != 1 or not asked <= groups or q.prop.negated or q.prop.hedge:
        return None
    told = [next((o for o in _armed(p) if o.body in asked), _armed(p)[0]) for p in persons]
    right = " ".join(_phrase(q, p, o) for p, o in zip(persons, told, strict=True))
    facts = tuple(dict.fromkeys(s for o in told for s in o.sources))
    each = {o.body in asked for o in told}
    return Finding(each == {True} if len(each) == 1 else None, right, right, facts, tuple(p.id for p in persons))


def _phrase(q: Question, person: Person, office: Office) -> str:
    body = q.record.bodies.get(office.body)
    return f"{person.name} is on record as: {office.title}{f' ({body.name})' if body is not None else ''}."
