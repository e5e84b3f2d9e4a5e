"""Persons named by an office alone ("the prosecutor"), as it was held on the report's date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from hague.reading.model import Mention, Sentence
from hague.record.status import in_office

if TYPE_CHECKING:
    from hague.record import Record
    from hague.record.model import Office

_OF_COURT = {
    "prosecutor": ("otp", "icc", "prosecutor"),
    "chief prosecutor": ("otp", "icc", "prosecutor"),
    "registrar": ("registry", "icc", "registrar"),
    "president": ("presidency", "icc", "president-of-court"),
}
_OF_STATE = {
    "president": "head-of-state",
    "king": "head-of-state",
    "prime minister": "head-of-government",
    "premier": "head-of-government",
    "chancellor": "head-of-government",
}
_COURT = re.compile(
    r"\b(?:[Tt]he|ICC|ICC[’']s|[Cc]ourt[’']s|Court)[ \u00a0](?P<role>(?:[Cc]hief )?[Pp]rosecutor|"
    r"[Rr]egistrar)\b(?![’']s [Oo]ffice)"
    r"|\b(?:ICC|ICC[’']s|[Cc]ourt[’']s)[ \u00a0](?P<head>[Pp]resident)\b"
)
_STATE = re.compile(
    r"\b(?P<who>[A-Z][\w-]{0,40}(?:[ \u00a0][A-Z][\w-]{0,40}){0,2})(?:[’']s?)?[ \u00a0](?P<role>[Pp]resident|[Pp]rime "
    r"[Mm]inister|[Pp]remier|"
    r"[Cc]hancellor|[Kk]ing)\b"
)
_NAME_FOLLOWS = re.compile(r"[ \u00a0][A-Z]")
_OFFICE_FOLLOWS = re.compile(r"[’']s office|[ \u00a0]general")


@lru_cache(maxsize=4)
def _holders(record: Record) -> dict[tuple[str, str], list[tuple[Office, str]]]:
    """(body, capacity) -> each term and its holder."""
    out: dict[tuple[str, str], list[tuple[Office, str]]] = {}
    for person in record.persons.values():
        for office in person.offices:
            out.setdefault((office.body, office.capacity), []).append((office, person.id))
    return out


def find(text: str, spans: Sequence[Sentence], record: Record, anchor: date | None) -> Iterator[Mention]:
    """One mention of a person for each office that stands without a name; several holders are candidates.

    Without a report's date nobody is named.
    """
    if anchor is None:
        return
    holders = _holders(record)
    for span in spans:
        for m in _COURT.finditer(text, span.start, span.end):
            group = "role" if m["role"] else "head"
            if _stands_alone(text, m.end()):
                body, court, capacity = _OF_COURT[m[group].lower()]
                who = _held(holders, body, capacity, anchor) or _held(holders, court, capacity, anchor)
                yield from _mention(m.start(group), m.end(), who)
        for m in _STATE.finditer(text, span.start, span.end):
            if _stands_alone(text, m.end()):
                for state in record.names.bearers(m["who"], "state:"):
                    yield from _mention(
                        m.start("role"), m.end(), _held(holders, state, _OF_STATE[m["role"].lower()], anchor)
                    )


def _stands_alone(text: str, end: int) -> bool:
    return not _NAME_FOLLOWS.match(text, end) and not _OFFICE_FOLLOWS.match(text, end)


def _held(
    holders: dict[tuple[str, str], list[tuple[Office, str]]], body: str, capacity: str, day: date
) -> tuple[str, ...]:
    return tuple(who for office, who in holders.get((body, capacity), ()) if in_office(office, day))


def _mention(start: int, end: int, who: tuple[str, ...]) -> Iterator[Mention]:
    if who:
        alone = who[0] if len(who) == 1 else None
        yield Mention(start=start, end=end, entity=alone, type="person", candidates=() if alone else who)
