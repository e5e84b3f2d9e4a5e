"""Rows in, rows with findings out: places a batch, finds the class of each row, and looks its answer up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from hague.record import Record
from hague.screening.judged import CRIMES, HINDRANCES, LINKS, Judged, Law
from hague.screening.rows import Aside, Batch
from hague.screening.shapes import Shape
from hague.screening.territory import Places
from hague.screening.values import Reader, Values

if TYPE_CHECKING:
    import pyarrow as pa

Array = np.ndarray[Any, Any]


def column(label: str, kind: str) -> str:
    """The name of the column of a ground or bar.

    >>> column("12(2)(a)", "ground"), column("territorial-exclusion", "bar")
    ('hague_ground_12_2_a', 'hague_bar_territorial_exclusion')
    """
    words = "".join(c if c.isalnum() else " " for c in label).split()
    return f"hague_{kind}_{'_'.join(words)}"


COLUMNS: Final = (
    "hague_place",
    "hague_state",
    "hague_boundary",
    "hague_jurisdiction",
    *(column(g, "ground") for g in LINKS),
    *(column(b, "bar") for b in HINDRANCES),
    "hague_situation",
    "hague_reason",
    "hague_missing",
)
"""The columns that screening adds, in their order."""

PLACED: Final = (
    "hague_at",
    "hague_stretch",
    "hague_last_stretch",
    "hague_first_day",
    "hague_last_day",
    "hague_boundary",
)
"""Where and when a row lies, on the way to its answer: place, numbers of the stretches of days, and ordinals."""


class Screened:
    """One batch with its answers. ``classes``: for each row the number of its class in ``Screener.classes``."""

    def __init__(self, table: pa.RecordBatch, values: Values, classes: Array) -> None:
        self.table, self.values, self.classes = table, values, classes

    @property
    def aside(self) -> list[Aside]:
        return self.values.aside


class Screener:
    """Screens batches of one shape against one record, seen from one day."""

    def __init__(self, shape: Shape, record: Record, as_of: date, crimes: Sequence[str] = tuple(CRIMES)) -> None:
        self.record, self.as_of, self.crimes = record, as_of, tuple(crimes)
        self._reader = Reader(shape)
        self.places = Places(record)
        self._law = Law(record, self.places, as_of, crimes)
        self.classes: list[Judged] = []
        self._number: dict[tuple[int, int, int], int] = {}
        self._lines: dict[tuple[int, int], int] = {}
        self._boundaries: list[str] = []

    def screen(self, batch: Batch) -> Screened:
        """The rows of a batch that make sense, each with the columns of ``COLUMNS`` added."""
        import pyarrow as pa

        values = self._reader.values(batch)
        placed = self.places.place(values)
        classes = self._classify(placed.place, values.first, values.last)
        lines = self._lines_used(placed.place, placed.how)
        added = self._added(classes, lines)
        names = [*values.table.schema.names, *COLUMNS]
        table = pa.RecordBatch.from_arrays([*values.table.columns, *added], names=names)
        return Screened(table, values, classes)

    def placed(self, batch: Batch) -> tuple[pa.RecordBatch, list[Aside]]:
        """The rows of a batch that make sense, with the columns of ``PLACED`` added, and those that do not: what a
        worker of a cluster does. Rows of one place and of the same two stretches of days have one answer."""
        import pyarrow as pa

        values = self._reader.values(batch)
        found = self.places.place(values)
        keys = np.stack([found.place, values.first, values.last], axis=1).astype(np.int64)
        one, back = np.unique(keys, axis=0, return_inverse=True)
        stretches = np.array([self._stretches(*map(int, key)) for key in one], np.int32).reshape(-1, 2)[back.ravel()]
        codes = pa.array([self.places.codes[p] if p >= 0 else "" for p in one[:, 0]], pa.string())
        lines = self._lines_used(found.place, found.how)
        added = [
            codes.take(pa.array(back.ravel())),
            pa.array(stretches[:, 0]),
            pa.array(stretches[:, 1]),
            pa.array(values.first.astype(np.int32)),
            pa.array(values.last.astype(np.int32)),
            pa.array([self._boundaries[i] for i in lines], pa.string()),
        ]
        names = [*values.table.schema.names, *PLACED]
        return pa.RecordBatch.from_arrays([*values.table.columns, *added], names=names), values.aside

    def class_of(self, place: str, first: int, last: int) -> tuple[int, Judged]:
        """The class of an event at a place of ``PLACED``, and its number."""
        number = self._class(self.places.number(place) if place else -1, first, last)
        return number, self.classes[number]

    def _stretches(self, place: int, first: int, last: int) -> tuple[int, int]:
        if place < 0:
            return first, last
        return self._law.stretch(place, first), self._law.stretch(place, last)

    def _classify(self, place: Array, first: Array, last: Array) -> Array:
        """The class of each row: one look-up a distinct (place, first day, last day)."""
        keys = np.stack([place.astype(np.int64), first.astype(np.int64), last.astype(np.int64)], axis=1)
        packed = ((keys[:, 0] + 1) << 44) | (keys[:, 1] << 22) | keys[:, 2]
        _, one, back = np.unique(packed, return_index=True, return_inverse=True)
        numbers = np.fromiter((self._class(*map(int, keys[i])) for i in one), np.int32, len(one))
        classes: Array = numbers[back.ravel()]
        return classes

    def _class(self, place: int, first: int, last: int) -> int:
        key = (place, *self._stretches(place, first, last))
        found = self._number.get(key)
        if found is None:
            judged = self._law.judged(place, first, last) if place >= 0 else self._law.nowhere(first, last)
            found = self._number[key] = len(self.classes)
            self.classes.append(judged)
        return found

    def _lines_used(self, place: Array, how: Array) -> Array:
        packed = place.astype(np.int64) * 16 + how
        _, one, back = np.unique(packed, return_index=True, return_inverse=True)
        numbers = np.fromiter((self._line(int(place[i]), int(how[i])) for i in one), np.int32, len(one))
        lines: Array = numbers[back.ravel()]
        return lines

    def _line(self, place: int, how: int) -> int:
        found = self._lines.get((place, how))
        if found is None:
            found = self._lines[place, how] = len(self._boundaries)
            self._boundaries.append(self.places.boundary(place, how))
        return found

    def _added(self, classes: Array, lines: Array) -> list[pa.Array]:
        import pyarrow as pa

        used, back = np.unique(classes, return_inverse=True)
        index = pa.array(back.ravel().astype(np.int32))
        judged = [self.classes[i] for i in used]

        def of(texts: list[str]) -> pa.Array:
            return pa.array(texts, pa.string()).take(index)

        seen, where = np.unique(lines, return_inverse=True)
        boundary = pa.array([self._boundaries[i] for i in seen], pa.string()).take(
            pa.array(where.ravel().astype(np.int32))
        )
        return [
            of([j.spot.place for j in judged]),
            of([j.spot.state for j in judged]),
            boundary,
            of([j.jurisdiction for j in judged]),
            *(of([j.grounds[k] for j in judged]) for k in range(len(LINKS))),
            *(of([j.bars[k] for j in judged]) for k in range(len(HINDRANCES))),
            of([j.situation for j in judged]),
            of([j.reason for j in judged]),
            of(["; ".join(j.missing) for j in judged]),
        ]
