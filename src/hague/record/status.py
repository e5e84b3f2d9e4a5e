"""Where a person or a situation stands on a day, computed from dated events and never stored.

Each event moves the matter to a standing, except that some only matter from certain standings (an appearance before
the judges changes nothing for somebody already on trial). Death ends proceedings and so outlasts what follows it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal, TypeVar

from hague.record import days
from hague.record.known import known
from hague.record.model import Event, Office, Person, PersonEvent, Situation, SituationEvent

PersonStatus = Literal[
    "not-before-the-court",
    "warrant-requested",
    "summons-requested",
    "request-refused",
    "at-large",
    "arrested",
    "in-custody",
    "summoned",
    "charges-confirmed",
    "charges-not-confirmed",
    "charges-withdrawn",
    "on-trial",
    "convicted",
    "acquitted",
    "serving-sentence",
    "sentence-served",
    "released",
    "proceedings-ended",
    "inadmissible",
    "dead",
]

SituationStatus = Literal[
    "not-before-the-court",
    "under-examination",
    "examination-closed",
    "authorisation-pending",
    "under-investigation",
    "investigation-suspended",
    "investigation-concluded",
]

_PERSON: dict[str, PersonStatus] = {
    "warrant-requested": "warrant-requested",
    "summons-requested": "summons-requested",
    "warrant-refused": "request-refused",
    "warrant-issued": "at-large",
    "summons-issued": "summoned",
    "arrested": "arrested",
    "surrendered": "in-custody",
    "charges-confirmed": "charges-confirmed",
    "charges-declined": "charges-not-confirmed",
    "charges-withdrawn": "charges-withdrawn",
    "trial-opened": "on-trial",
    "convicted": "convicted",
    "sentenced": "serving-sentence",
    "acquitted": "acquitted",
    "no-case-to-answer": "acquitted",
    "acquittal-confirmed": "acquitted",
    "conviction-reversed": "acquitted",
    "proceedings-vacated": "proceedings-ended",
    "case-terminated": "proceedings-ended",
    "case-inadmissible": "inadmissible",
    "sentence-served": "sentence-served",
    "died": "dead",
    "death-reported": "dead",
}
_KEEP_FROM: dict[str, set[str]] = {
    # A new warrant for somebody already before the judges does not set him at large.
    "warrant-issued": {"in-custody", "on-trial", "convicted", "serving-sentence"},
    "warrant-refused": {"at-large", "arrested", "in-custody", "summoned", "on-trial"},
    "warrant-requested": {"at-large", "arrested", "in-custody", "charges-confirmed", "on-trial", "summoned"},
    "arrested": {"in-custody", "charges-confirmed", "on-trial", "serving-sentence"},
    "surrendered": {"on-trial", "serving-sentence"},
    # Confirmed in the absence of a person who is still sought (article 61(2)).
    "charges-confirmed": {"at-large"},
    # The formal end of a case says less than what ended it.
    "case-terminated": {"charges-withdrawn", "charges-not-confirmed", "acquitted", "inadmissible"},
}

_SITUATION: dict[str, SituationStatus] = {
    "examination-opened": "under-examination",
    "examination-reopened": "under-examination",
    "examination-made-public": "under-examination",
    "unsc-referral": "under-examination",
    "state-referral": "under-examination",
    "authorisation-requested": "authorisation-pending",
    "authorisation-granted": "under-investigation",
    "authorisation-refused": "under-examination",
    "investigation-opened": "under-investigation",
    "investigation-suspended": "investigation-suspended",
    "investigation-resumed": "under-investigation",
    "investigation-concluded": "investigation-concluded",
    "examination-closed": "examination-closed",
    "not-to-investigate": "examination-closed",
}
_INVESTIGATED = {"under-investigation", "investigation-suspended", "investigation-concluded"}
_EARLIER_THAN_INVESTIGATION = {"under-examination", "authorisation-pending"}

Happened = TypeVar("Happened", bound=Event)


def in_order(history: Iterable[Happened], as_of: date | None = None) -> list[Happened]:
    """The events public by ``as_of``, by the day on which they happened; of one day, in the order of the file."""
    return sorted((e for e in history if known(e, as_of)), key=lambda e: days.first(e.on))


def person_status(person: Person, as_of: date | None = None) -> PersonStatus:
    """Where the person stands before the Court, as known on ``as_of``: in the first case, where there are several."""
    by_case = cases(person, as_of)
    return status_after(next(iter(by_case.values()), []))


def cases(person: Person, as_of: date | None = None) -> dict[str, list[PersonEvent]]:
    """Case number -> its events in order. An event that names no case belongs to the person's first; death to all."""
    events = in_order(person.history, as_of)
    first = person.cases[0] if person.cases else ""
    by_case: dict[str, list[PersonEvent]] = {first: []} if events else {}
    for event in events:
        by_case.setdefault(event.case or first, [])
    for event in events:
        for number, own in by_case.items():
            if number == (event.case or first) or event.event in ("died", "death-reported"):
                own.append(event)
    return {number: own for number, own in by_case.items() if own}


def status_after(events: Iterable[PersonEvent]) -> PersonStatus:
    """The standing to which these events, in order, have led."""
    status: PersonStatus = "not-before-the-court"
    for event in events:
        kind = event.event
        if status == "dead":
            break
        if kind == "warrant-ended" and status in ("at-large", "arrested"):
            status = "proceedings-ended"
        elif kind == "released-elsewhere" and status == "arrested":
            status = "at-large"
        elif kind in ("released", "interim-release") and status in ("convicted", "serving-sentence", "in-custody"):
            status = "released" if kind == "released" else status
        elif kind == "conviction-confirmed" and status == "convicted":
            status = "serving-sentence"
        elif kind in _PERSON and status not in _KEEP_FROM.get(kind, ()):
            status = _PERSON[kind]
    return status


def situation_status(situation: Situation, as_of: date | None = None) -> SituationStatus:
    """Where the situation stands, as known on ``as_of``."""
    status: SituationStatus = "not-before-the-court"
    for event in in_order(situation.history, as_of):
        reached = _SITUATION.get(event.event)
        # A further referral, or a ruling on one, does not send an investigation back to examination.
        if reached is None or (status in _INVESTIGATED and reached in _EARLIER_THAN_INVESTIGATION):
            continue
        status = reached
    return status


def warrant_in_force(person: Person, day: date | None = None) -> PersonEvent | None:
    """The latest public warrant not yet executed, ended, or overtaken by death or the end of the case."""
    warrant: PersonEvent | None = None
    for event in in_order(person.history, day):
        if event.event == "warrant-issued":
            warrant = event
        elif event.event in _ENDS_WARRANT:
            warrant = None
    return warrant


_ENDS_WARRANT = {
    "warrant-ended", "surrendered", "died", "case-terminated", "charges-declined", "charges-withdrawn",
    "case-inadmissible", "proceedings-vacated", "acquitted", "sentence-served",
}  # fmt: skip


def last_event(situation: Situation, kind: str, as_of: date | None = None) -> SituationEvent | None:
    """The latest event of one kind in a situation's history."""
    found = [e for e in in_order(situation.history, as_of) if e.event == kind]
    return found[-1] if found else None


def in_office(office: Office, on: date, until: date | None = None) -> bool:
    """Whether the office may have been held on the day, or on some day from ``on`` to ``until``.

    A term that began or ended in a month or year of which the day is not known counts from its first possible day to
    its last; one without a beginning or end on record is open on that side.
    """
    begun = office.from_ is None or days.first(office.from_) <= (until or on)
    return begun and (office.to is None or on <= days.last(office.to))
