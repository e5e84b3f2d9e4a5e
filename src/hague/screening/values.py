"""From the cells of a batch to days, coordinates and deaths; a row with a value that makes no sense is set aside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import numpy as np
from msgspec import Struct

from hague.screening.rows import Aside, Batch
from hague.screening.shapes import Shape

if TYPE_CHECKING:
    import pyarrow as pa

Array = np.ndarray[Any, Any]
_EMPTY = ("", "NA", "NULL", "null", "nan", "NaN", "None")


class Values(Struct):
    """Typed columns of the rows that make sense, as arrays of one length. Days are ordinals; coordinates are NaN and
    deaths 0 where the file has none; ``country`` and ``place`` are text, empty where there is none."""

    table: pa.RecordBatch
    first: Array
    last: Array
    lat: Array
    lon: Array
    country: list[str]
    place: list[str]
    deaths: Array
    aside: list[Aside]


class Reader:
    """Reads cells for one shape; remembers the days that it has read, as files hold few different ones."""

    def __init__(self, shape: Shape) -> None:
        self._shape = shape
        self._days: dict[str, int] = {}

    def values(self, batch: Batch) -> Values:
        """The typed values of a batch."""
        table, columns = batch.table, self._shape.columns
        wrong: dict[int, str] = {}
        first = self._read_days(self._cells(table, "date"), columns["date"], wrong, needed=True)
        last = first
        if "end" in columns:
            given = self._read_days(self._cells(table, "end"), columns["end"], wrong, needed=False)
            last = np.where(given == 0, first, given)
            for i in np.flatnonzero(last < first):
                wrong.setdefault(int(i), f"{columns['end']}: ends before it begins")
        lat = self._numbers(table, "latitude", 90.0, wrong)
        lon = self._numbers(table, "longitude", 180.0, wrong)
        if "latitude" in columns:
            for i in np.flatnonzero(np.isnan(lat) != np.isnan(lon)):
                wrong.setdefault(int(i), "has only one of its two coordinates")
        deaths = self._numbers(table, "deaths", None, wrong)
        for i in np.flatnonzero(deaths < 0):
            wrong.setdefault(int(i), f"{columns['deaths']}: a negative number")
        country, place = self._text(table, "country"), self._text(table, "place")
        values = Values(table, first, last, lat, lon, country, place, np.nan_to_num(deaths), list(batch.aside))
        return self._without(values, wrong, batch) if wrong else values

    def _without(self, values: Values, wrong: dict[int, str], batch: Batch) -> Values:
        import pyarrow as pa

        keep = np.ones(len(values.first), bool)
        for i, reason in sorted(wrong.items()):
            keep[i] = False
            cells = [str(c[i].as_py() if c[i].is_valid else "")[:200] for c in values.table.columns]
            values.aside.append(Aside(batch.lines[i], reason, ",".join(cells)[:2000]))
        values.aside.sort(key=lambda a: a.line)
        kept = np.flatnonzero(keep)
        return Values(
            values.table.filter(pa.array(keep)),
            values.first[kept],
            values.last[kept],
            values.lat[kept],
            values.lon[kept],
            [values.country[i] for i in kept],
            [values.place[i] for i in kept],
            values.deaths[kept],
            values.aside,
        )

    def _cells(self, table: pa.RecordBatch, role: str) -> list[Any]:
        found: list[Any] = table.column(self._position(table, role)).to_pylist()
        return found

    def _position(self, table: pa.RecordBatch, role: str) -> int:
        found: int = table.schema.names.index(self._shape.columns[role])
        return found

    def _text(self, table: pa.RecordBatch, role: str) -> list[str]:
        if role not in self._shape.columns:
            return [""] * len(table)
        return ["" if v is None else str(v).strip() for v in self._cells(table, role)]

    def _read_days(self, cells: Sequence[Any], column: str, wrong: dict[int, str], needed: bool) -> Array:
        out = np.zeros(len(cells), np.int32)
        known = self._days
        for i, cell in enumerate(cells):
            if isinstance(cell, date):
                out[i] = cell.toordinal()
                continue
            text = "" if cell is None else cell
            found = known.get(text)
            if found is None:
                found = known[text] = self._day(text.strip())
            if found > 0:
                out[i] = found
            elif found < 0 or needed:
                said = f"{text[:40]!r} is not a day that exists" if text.strip() else "no day"
                wrong.setdefault(i, f"{column}: {said}")
        if len(known) > 200_000:
            known.clear()
        return out

    def _day(self, text: str) -> int:
        """The ordinal of a day, 0 if there is none, -1 if it makes no sense."""
        if text in _EMPTY:
            return 0
        try:
            if len(text) == 10:
                return date.fromisoformat(text).toordinal()
        except ValueError:
            pass
        return self._other_day(text)

    def _other_day(self, text: str) -> int:
        for form in self._shape.date_formats:
            try:
                return datetime.strptime(text, form).date().toordinal()  # noqa: DTZ007
            except ValueError:
                continue
        return -1

    def _numbers(self, table: pa.RecordBatch, role: str, most: float | None, wrong: dict[int, str]) -> Array:
        if role not in self._shape.columns:
            return np.full(len(table), np.nan)
        column = self._shape.columns[role]
        cells = self._cells(table, role)
        try:
            out = np.array(cells, np.float64)
        except (TypeError, ValueError):
            out = np.full(len(cells), np.nan)
            for i, cell in enumerate(cells):
                text = "" if cell is None else str(cell).strip()
                if text in _EMPTY:
                    continue
                try:
                    out[i] = float(text)
                except ValueError:
                    wrong.setdefault(i, f"{column}: {text[:40]!r} is not a number")
        for endless in np.flatnonzero(np.isinf(out)):
            wrong.setdefault(int(endless), f"{column}: not a finite number")
        if most is not None:
            for far in np.flatnonzero(np.abs(out) > most):
                wrong.setdefault(int(far), f"{column}: {out[far]:g} is not between -{most:g} and {most:g}")
        out[np.isinf(out)] = np.nan
        return out
