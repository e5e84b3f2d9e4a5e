"""record: what is publicly known about the Court, dated and sourced.

``load()`` opens the compiled record; ``Record`` holds its tables by id; ``Record.on(day)`` is the record as a careful
reader could know it that day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from hague.record import days, model
from hague.record.compiled import Tables, open_compiled
from hague.record.known import as_known, known

if TYPE_CHECKING:
    from hague.record.names import NameIndex
    from hague.record.passages import Passages

__all__ = ["Record", "days", "load", "model"]

E = TypeVar("E", bound=msgspec.Struct)

_NEARNESS = ("court", "depositary", "assembly", "un", "treaty", "state", "scholarship", "ngo", "press", "reference")
"""Kinds of source, those that speak for themselves first."""


class Record:
    """The tables of the record, each a mapping of id to entry, decoded when first asked for.

    ``as_of`` is the day it is seen from (``None``: everything on record). ``reviewed`` is the ISO day on which the
    record was last gone through.
    """

    def __init__(self, tables: Tables, reviewed: str, as_of: date | None = None) -> None:
        self._tables = tables
        self.reviewed = reviewed
        self.as_of = as_of

    def on(self, day: date) -> Record:
        """The record as it could be known on ``day``."""
        return Record(self._tables, self.reviewed, day)

    known = staticmethod(known)

    def _table(self, name: str, kind: type[E]) -> Mapping[str, E]:
        raw = self._tables.get(name)
        entries: list[E] = msgspec.msgpack.decode(raw, type=list[kind]) if raw else []  # type: ignore[valid-type]
        if self.as_of is not None:
            entries = [
                as_known(e, self.as_of) for e in entries if not isinstance(e, model.Fact) or known(e, self.as_of)
            ]
        return {e.id: e for e in entries}  # type: ignore[attr-defined]

    @cached_property
    def states(self) -> Mapping[str, model.State]:
        return self._table("states", model.State)

    @cached_property
    def declarations(self) -> Mapping[str, model.Declaration]:
        return self._table("declarations", model.Declaration)

    @cached_property
    def amendments(self) -> Mapping[str, model.Amendment]:
        return self._table("amendments", model.Amendment)

    @cached_property
    def resolutions(self) -> Mapping[str, model.Resolution]:
        return self._table("resolutions", model.Resolution)

    @cached_property
    def situations(self) -> Mapping[str, model.Situation]:
        return self._table("situations", model.Situation)

    @cached_property
    def persons(self) -> Mapping[str, model.Person]:
        return self._table("persons", model.Person)

    @cached_property
    def decisions(self) -> Mapping[str, model.Decision]:
        return self._table("decisions", model.Decision)

    @cached_property
    def positions(self) -> Mapping[str, model.Position]:
        return self._table("positions", model.Position)

    @cached_property
    def acts(self) -> Mapping[str, model.Act]:
        return self._table("acts", model.Act)

    @cached_property
    def chronicle(self) -> Mapping[str, model.Happening]:
        return self._table("chronicle", model.Happening)

    @cached_property
    def provisions(self) -> Mapping[str, model.Provision]:
        return self._table("provisions", model.Provision)

    @cached_property
    def bodies(self) -> Mapping[str, model.Body]:
        return self._table("bodies", model.Body)

    @cached_property
    def places(self) -> Mapping[str, model.Place]:
        return self._table("places", model.Place)

    @cached_property
    def crimes(self) -> Mapping[str, model.CrimeHeading]:
        return self._table("crimes", model.CrimeHeading)

    @cached_property
    def sources(self) -> Mapping[str, model.Source]:
        return self._table("sources", model.Source)

    @cached_property
    def passages(self) -> Passages:
        """The entries as sentences of content words, whatever the day; each says from when it is known."""
        from hague.record import passages

        raw = self._tables.get("passages")
        if raw is None:
            return passages.passages(Record(self._tables, self.reviewed))
        return msgspec.msgpack.decode(raw, type=passages.Passages)

    def urls(self, ids: Iterable[str]) -> list[str]:
        """Addresses of sources, the nearest to the Court and the depositary first, each once."""
        found = [self.sources[i] for i in dict.fromkeys(ids) if i in self.sources]
        return list(dict.fromkeys(s.url for s in sorted(found, key=lambda s: _NEARNESS.index(s.kind))))

    def table(self, name: str) -> Mapping[str, Any]:
        """A table by its name in ``model.TABLES``."""
        found: Mapping[str, Any] = getattr(self, name)
        return found

    def find(self, ident: str) -> msgspec.Struct | None:
        """The entry with this id, in whatever table, or ``None``."""
        for name in model.TABLES:
            entry: msgspec.Struct | None = self.table(name).get(ident)
            if entry is not None:
                return entry
        return None

    @cached_property
    def names(self) -> NameIndex:
        """Names in all spellings, to ids."""
        from hague.record.names import NameIndex

        return NameIndex.of(self)


@cache
def load(path: Path | None = None) -> Record:
    """The record: the one that ships (in a checkout: as the YAML files stand), or the compiled file at ``path``."""
    reviewed, tables = open_compiled(path)
    return Record(tables, reviewed)
