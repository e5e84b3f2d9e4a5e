"""Persons named by an office alone ("the prosecutor"), as it was held on the report's date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from hague.reading.model import Mention, Sentence
from hague.record import days
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
_LEADERS = ("head-of-state", "head-of-government")
"""What "the Russian leader" may be."""
_COURT = re.compile(
    r"\b(?:[Tt]he|ICC|ICC[’']s|[Cc]ourt[’']s|Court)[ \u00a0](?P<role>(?:[Cc]hief )?[Pp]rosecutor|"
    r"[Rr]egistrar)\b(?![’']s [Oo]ffice)"
    r"|\b(?:ICC|ICC[’']s|[Cc]ourt[’']s)[ \u00a0](?P<head>[Pp]resident)\b"
)
_OFFICE = (
    r"(?P<role>[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier|[Cc]hancellor|[Kk]ing|leader|ruler|"
    r"head of state|strongman)\b"
)
_GONE = r"(?P<gone>(?:former|deposed|ousted|toppled|fallen|overthrown)[ \u00a0]|ex-)?"
_STATE = re.compile(
    r"\b(?P<who>[A-Z][\w-]{0,40}(?:[ \u00a0][A-Z][\w-]{0,40}){0,2})(?:[’']s?)?[ \u00a0]" + _GONE + _OFFICE
)
_OF = re.compile(
    r"(?<!deputy )(?<!vice )(?<!vice-)(?<!assistant )"
    + _GONE
    + _OFFICE
    + r" of (?:the )?(?P<who>[A-Z][\w-]{0,40}(?:[ \u00a0][A-Z][\w-]{0,40}){0,2})"
)
_NAME_FOLLOWS = re.compile(r"[ \u00a0][A-Z]")
_NAMED_AFTER = re.compile(r",?[ \u00a0][A-Z]")
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
                yield from _of_state(m, record, holders, anchor)
        for m in _OF.finditer(text, span.start, span.end):
            if not _NAMED_AFTER.match(text, m.end()):
                yield from _of_state(m, record, holders, anchor)


def _of_state(
    m: re.Match[str], record: Record, holders: dict[tuple[str, str], list[tuple[Office, str]]], day: date
) -> Iterator[Mention]:
    """Who is "Sudan's president", "the Russian leader", "the former president of the Philippines": of several, and of
    those gone, the one with a case."""
    office = _OF_STATE.get(m["role"].lower())
    who: tuple[str, ...] = ()
    words = m["who"].split()
    named = (" ".join(words[i:]) for i in range(len(words)))
    for state in next(filter(None, (record.names.bearers(name, "state:") for name in named)), ()):
        for capacity in (office,) if office else _LEADERS:
            if m["gone"]:
                ended = [(o, p) for o, p in holders.get((state, capacity), ()) if o.to and days.last(o.to) < day]
                who += tuple(p for _, p in ended if p not in who and not _held_by(holders, state, p, day))
            else:
                who += _held(holders, state, capacity, day)
    if m["gone"] or not office:
        who = tuple(p for p in dict.fromkeys(who) if record.persons[p].history)
        who = who if len(who) == 1 else ()
    yield from _mention(m.start("role"), m.end("role"), who)


def _held_by(holders: dict[tuple[str, str], list[tuple[Office, str]]], state: str, person: str, day: date) -> bool:
    return any(person in _held(holders, state, c, day) for c in _LEADERS)


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
