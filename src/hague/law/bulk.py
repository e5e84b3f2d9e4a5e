"""The law over very many rows: three look-ups a row.

A rule is decided once in every cell (``hague.law.cells``). A row then only has to be told in which class its place on
that day falls, in which its nationality on that day, and in which everything else; the answer stands in the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hague.law.cells import Cells
from hague.law.consent import Row, nationality_row, place_row, unknown_row
from hague.law.grid import Truths
from hague.law.territory import ALWAYS, NEVER, Territory
from hague.law.tree import Node
from hague.record import Record

FIRST = date(1945, 1, 1).toordinal()
"""Days before this are taken for this one: none of them is told apart."""
CHUNK = 1 << 16
"""Rows worked on at once, so that what is looked up stays near the processor."""

Codes = NDArray[np.integer[Any]]


class Lookup:
    """Answers of one rule for rows of (other facts, place, nationality, day).

    ``places`` and ``nationalities`` number the codes; the number after the last stands for an unknown one.
    """

    def __init__(
        self,
        record: Record,
        rule: Node,
        as_of: date,
        others: Sequence[Row],
        places: Sequence[Territory],
        nationalities: Sequence[str],
        amendment: str | None = None,
    ) -> None:
        cells = Cells(record, as_of, amendment)
        place_rows = [place_row(record, p, as_of, amendment) for p in places] + [unknown_row("place")]
        held_rows = [nationality_row(record, n, as_of, amendment) for n in nationalities]
        held_rows.append(unknown_row("nationality"))
        cuts = sorted({FIRST, *_cuts(place_rows, as_of), *_cuts(held_rows, as_of)})
        self._last = as_of.toordinal()
        self._bucket = np.zeros(self._last - FIRST + 1, np.int32)
        for number, cut in enumerate(cuts):
            self._bucket[cut - FIRST :] = number
        self._buckets = len(cuts)
        self._place = _classes(cells, "place", place_rows, cuts)
        self._nationality = _classes(cells, "nationality", held_rows, cuts)
        chosen = [cells.other_number(row) for row in others]
        verdict = cells.full(rule)[chosen]
        _, self._width, self._depth = verdict.shape
        self._verdict = np.ascontiguousarray(verdict).ravel()

    def decide(self, other: Codes, place: Codes, nationality: Codes, day: Codes) -> Truths:
        """The truth in each row. ``day`` holds ordinals not after the day of asking."""
        out = np.empty(len(day), np.int8)
        for start in range(0, len(day), CHUNK):
            part = slice(start, start + CHUNK)
            offset = np.subtract(day[part], FIRST, dtype=np.int32)
            np.maximum(offset, 0, out=offset)
            bucket = self._bucket.take(offset)
            at_place = np.multiply(place[part], self._buckets, dtype=np.int32)
            at_place += bucket
            bucket += np.multiply(nationality[part], self._buckets, dtype=np.int32)
            index = np.multiply(other[part], self._width, dtype=np.int32)
            index += self._place.take(at_place)
            index *= self._depth
            index += self._nationality.take(bucket)
            self._verdict.take(index, out=out[part], mode="clip")
        return out


def _cuts(rows: Sequence[Row], as_of: date) -> set[int]:
    """Days on which a comparison with a fact of some rows may change, from ``FIRST`` to ``as_of``."""
    found: set[int] = set()
    for row in rows:
        found.update(Cells.days(row, as_of))
    return {c for c in found if FIRST <= c <= as_of.toordinal()} - {NEVER, ALWAYS}


def _classes(cells: Cells, slot: str, rows: Sequence[Row], cuts: Sequence[int]) -> NDArray[np.int32]:
    """The class of each row on each stretch of days, flat: ``row * len(cuts) + stretch``."""
    table = np.empty((len(rows), len(cuts)), np.int32)
    for i, row in enumerate(rows):
        own = Cells.days(row, cells.as_of)
        number = -1
        for j, cut in enumerate(cuts):
            if number < 0 or cut in own:
                number = cells.class_number(slot, row, cut)
            table[i, j] = number
    return table.ravel()
