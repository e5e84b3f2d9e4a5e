"""The record as FollowTheMoney entities (https://followthemoney.tech): people, bodies, cases, offices, acts.

Plain dictionaries of the published shape ``{"id", "schema", "properties"}``; the library is needed only to check
them. FollowTheMoney ids allow no colon, so ``person:vladimir-putin`` becomes ``person-vladimir-putin``; ``notes``
keeps the id of the record.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hague.record import Record
from hague.record.model import Person, State
from hague.record.status import in_order, person_status, warrant_in_force
from hague.record.tables import cited

Entity = dict[str, Any]


def entities(record: Record) -> Iterable[Entity]:
    """Every entity, in a fixed order."""
    for person in record.persons.values():
        yield _person(record, person)
        yield from _offices(record, person)
        if person.history:
            yield from _case(record, person)
    for body in record.bodies.values():
        if body.kind != "treaty":
            schema = "PublicBody" if body.kind in ("court", "organ", "chamber") else "Organization"
            yield _entity(record, body, schema, name=[body.name], alias=list(body.aliases), wikidataId=[body.wikidata])
    for act in record.acts.values():
        involved = [ftm_id(r) for r in (*act.by, *act.against)]
        title = f"{act.kind.replace('-', ' ')} ({act.on})"
        yield _entity(record, act, "Event", name=[title], date=[act.on], description=[act.text], involved=involved)
    for state in record.states.values():
        yield _state(record, state)


def ftm_id(ident: str) -> str:
    """The id of an entry in FollowTheMoney's alphabet."""
    return "".join(c if c.isalnum() or c in "-." else "-" for c in ident)


def _entity(record: Record, entry: Any, schema: str, ident: str | None = None, **properties: list[Any]) -> Entity:
    urls: list[str] = record.urls(cited(entry))
    properties |= {"sourceUrl": urls}
    kept = {k: [str(v) for v in dict.fromkeys(values) if v] for k, values in properties.items()}
    ident = ident or ftm_id(entry.id)
    return {"id": ident, "schema": schema, "properties": {k: v for k, v in kept.items() if v}}


def _country(record: Record, ref: str) -> str | None:
    state = record.states.get(ref)
    return state.iso2.lower() if state else None


def _person(record: Record, person: Person) -> Entity:
    return _entity(
        record,
        person,
        "Person",
        name=[person.name],
        alias=list(person.aliases),
        nationality=[_country(record, n.state) for n in person.nationalities],
        birthDate=[person.born],
        gender=[person.gender],
        wikidataId=[person.wikidata],
        topics=["wanted"] if warrant_in_force(person, record.as_of) else [],
        position=[o.title for o in person.offices],
        notes=[f"Record id {person.id}"],
    )


def _offices(record: Record, person: Person) -> Iterable[Entity]:
    for i, office in enumerate(person.offices, 1):
        post = f"{ftm_id(person.id)}-post-{i}"
        country = [_country(record, office.body)] if office.body.startswith("state:") else []
        yield _entity(record, office, "Position", post, name=[office.title], country=country)
        holder, start, end = [ftm_id(person.id)], [office.from_], [office.to]
        yield _entity(
            record, office, "Occupancy", f"{post}-held", holder=holder, post=[post], startDate=start, endDate=end
        )


def _case(record: Record, person: Person) -> Iterable[Entity]:
    events = in_order(person.history, record.as_of)
    if not events:
        return
    case = f"{ftm_id(person.id)}-case"
    status = person_status(person, record.as_of).replace("-", " ")
    name = person.case_name or f"Proceedings concerning {person.name}"
    court = ["International Criminal Court"]
    yield _entity(
        record, person, "CourtCase", case, name=[name], caseNumber=list(person.cases), court=court, status=[status]
    )
    party, began = [ftm_id(person.id)], [events[0].public_on or events[0].on]
    yield _entity(record, person, "CourtCaseParty", f"{case}-party", party=party, case=[case], date=began)


def _state(record: Record, state: State) -> Entity:
    names = [n.name for n in state.names]
    return _entity(
        record,
        state,
        "PublicBody",
        name=[state.name],
        alias=[state.official_name, *names],
        country=[state.iso2.lower()],
        wikidataId=[state.wikidata],
        notes=[f"State, record id {state.id}"],
    )
