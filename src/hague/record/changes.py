"""What changed in the public record between two days: one line an event, in the order in which it became public."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from hague.record import Record, days
from hague.record.known import public_day
from hague.record.model import Event
from hague.record.tables import cited


class Change(msgspec.Struct, frozen=True):
    """Something that became public on ``public_on``; ``on`` is when it happened."""

    public_on: str
    on: str
    entry: str
    what: str
    text: str | None
    sources: tuple[str, ...]


def changes(record: Record, after: date, until: date) -> list[Change]:
    """Every event that became public after ``after`` and by ``until``. The order of the two days does not matter."""
    start, end = min(after, until), max(after, until)
    found = [c for c in all_changes(record) if start < days.last(c.public_on) <= end]
    return sorted(found, key=lambda c: (days.last(c.public_on), c.entry, c.on))


def all_changes(record: Record) -> Iterator[Change]:
    """Every dated event on record."""
    for table in ("states", "situations", "persons"):
        for entry in record.table(table).values():
            for event in entry.history:
                yield _change(record, entry.id, event, event.event, event.text)
    for table in ("declarations", "resolutions", "amendments", "decisions", "positions", "acts", "chronicle"):
        for entry in record.table(table).values():
            what = getattr(entry, "title", None) or getattr(entry, "stance", None) or getattr(entry, "kind", None)
            text = getattr(entry, "holding", None) or getattr(entry, "text", None)
            yield _change(record, entry.id, entry, str(what or table.rstrip("s")), text)


def _change(record: Record, ident: str, event: Event, what: str, text: str | None) -> Change:
    urls = tuple(record.urls(cited(event)))
    return Change(public_day(event) or event.on, event.on, ident, what.replace("-", " "), text, urls)


def timeline(record: Record, ident: str) -> list[Change]:
    """Everything on record about one entry, or that names it, in the order in which it happened."""
    related = {ident}
    if ident.startswith("situation:"):
        related |= {p.id for p in record.persons.values() if p.situation == ident}
    found = []
    for change in all_changes(record):
        entry = record.find(change.entry)
        if change.entry in related or (entry is not None and _names(entry, ident)):
            found.append(change)
    known = record.as_of
    return sorted(
        (c for c in found if known is None or days.last(c.public_on) <= known),
        key=lambda c: (days.first(c.on), c.entry),
    )


def _names(entry: msgspec.Struct, ident: str) -> bool:
    """Whether a ruling, position, act, declaration or resolution concerns ``ident``."""
    for field in ("situation", "about", "holder", "state"):
        if getattr(entry, field, None) == ident and not hasattr(entry, "history"):
            return True
    return any(ident in getattr(entry, field, ()) for field in ("persons", "concerns", "against"))
