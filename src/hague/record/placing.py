"""Which place a point on the earth lies in.

``locate`` answers for arrays of coordinates: the outline that holds each point, or the nearest one within
``TOLERANCE_KM`` (a harbour, a boat near the shore, a rounded coordinate). ``nearest`` answers among outlines that are
named. Same points, same answer, whatever the batch they come in.

Rows of a quarter of a degree index the stretches of all outlines; a point is inside an outline if a line from it due
east meets the outline an odd number of times.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any, Final, NamedTuple

import numpy as np

from hague.record.outlines import Outlines, load

TOLERANCE_KM: Final = 25.0
"""How far from land a point may lie and still count as that land's. UCDP calls places within about 25 km known."""
KM: Final = 111.195
"""Kilometres to a degree of latitude, on a sphere of 6,371 km."""
_ROWS_A_DEGREE: Final = 4
_CELLS: Final = 2_000_000
"""Largest number of point-stretch pairs looked at together: bounds the memory."""

Array = np.ndarray[Any, Any]


class Located(NamedTuple):
    """For each point: the number of its outline in ``Outlines.codes`` (-1: no land within the tolerance), and how far
    outside it the point lies, in kilometres (0: inside)."""

    outline: Array
    km: Array


class Locator:
    """Outlines, indexed for placing."""

    def __init__(self, outlines: Outlines) -> None:
        self.outlines = outlines

    @cached_property
    def _index(self) -> tuple[Array, Array]:
        """Numbers of the stretches that touch each row, row by row in order of owner, and where each row begins."""
        found = self.outlines.segments
        height = round(1 / _ROWS_A_DEGREE / found.step)
        low = (np.minimum(found.y1, found.y2) // height).astype(np.int64)
        high = (np.maximum(found.y1, found.y2) // height).astype(np.int64)
        spans = high - low + 1
        number = np.repeat(np.arange(len(spans)), spans)
        row = np.repeat(low, spans) + np.arange(len(number)) - np.repeat(spans.cumsum() - spans, spans)
        row += 90 * _ROWS_A_DEGREE
        order = np.argsort(row, kind="stable")
        begins = np.searchsorted(row[order], np.arange(180 * _ROWS_A_DEGREE + 2))
        return number[order], begins

    def locate(self, lat: Array, lon: Array) -> Located:
        """Places points. ``lat`` and ``lon`` are WGS 84 degrees, finite, in -90..90 and -180..180."""
        lat, lon = np.asarray(lat, np.float64), np.asarray(lon, np.float64)
        points, back = np.unique(np.stack([lat, lon], axis=1), axis=0, return_inverse=True)
        outline = np.full(len(points), -1, np.int16)
        km = np.zeros(len(points), np.float32)
        for some, stretches in self._rows(points[:, 0], 0):
            outline[some] = self._inside(points[some], stretches)
        adrift = np.flatnonzero(outline < 0)
        km[adrift] = np.inf
        for some, stretches in self._rows(points[adrift, 0], 1):
            at = adrift[some]
            nearest, far = self._nearest(points[at], stretches)
            close = far <= TOLERANCE_KM
            outline[at[close]], km[at[close]] = nearest[close], far[close]
        return Located(outline[back.ravel()], km[back.ravel()])

    def nearest(self, lat: Array, lon: Array, among: Array) -> Located:
        """For each point, the nearest of the outlines in its own row of ``among`` (shape (points, outlines), bool), and
        how far; within the tolerance."""
        outline = np.full(len(lat), -1, np.int16)
        km = np.full(len(lat), np.inf, np.float32)
        points = np.stack([lat, lon], axis=1).astype(np.float64)
        for some, stretches in self._rows(points[:, 0], 1):
            owners = self.outlines.segments.owner[stretches]
            away = np.where(among[some][:, owners], self._away(points[some], stretches), np.inf)
            best = away.argmin(axis=1)
            far = away[np.arange(len(some)), best]
            close = far <= TOLERANCE_KM
            outline[some[close]], km[some[close]] = owners[best[close]], far[close]
        return Located(outline, km)

    def _rows(self, lat: Array, beside: int) -> Iterator[tuple[Array, Array]]:
        """Points by row of latitude, in chunks, each with the stretches of that row and of ``beside`` rows about it."""
        if not len(lat):
            return
        numbers, begins = self._index
        row = np.clip(np.floor(lat * _ROWS_A_DEGREE).astype(np.int64) + 90 * _ROWS_A_DEGREE, 0, len(begins) - 2)
        order = np.argsort(row, kind="stable")
        rows, first = np.unique(row[order], return_index=True)
        for number, some in zip(rows, np.split(order, first[1:]), strict=True):
            low, high = max(number - beside, 0), min(number + beside + 1, len(begins) - 1)
            stretches = numbers[begins[low] : begins[high]]
            if beside:
                stretches = np.unique(stretches)
            if len(stretches):
                step = max(1, _CELLS // len(stretches))
                for start in range(0, len(some), step):
                    yield some[start : start + step], stretches

    def _inside(self, points: Array, stretches: Array) -> Array:
        found = self.outlines.segments
        y1, y2 = found.y1[stretches], found.y2[stretches]
        x1, x2 = found.x1[stretches], found.x2[stretches]
        py, px = points[:, :1] / found.step, points[:, 1:] / found.step
        level = (y1 <= py) != (y2 <= py)
        slope = (x2 - x1) / np.where(y2 == y1, 1, y2 - y1)
        meets = level & (x1 + (py - y1) * slope > px)
        owners, first = np.unique(found.owner[stretches], return_index=True)
        odd = np.add.reduceat(meets, first, axis=1, dtype=np.int32) % 2 == 1
        return np.where(odd.any(axis=1), owners[odd.argmax(axis=1)], -1)

    def _nearest(self, points: Array, stretches: Array) -> tuple[Array, Array]:
        away = self._away(points, stretches)
        best = away.argmin(axis=1)
        return self.outlines.segments.owner[stretches[best]], away[np.arange(len(points)), best]

    def _away(self, points: Array, stretches: Array) -> Array:
        """Kilometres from points to stretches, on a plane that touches the earth at the point's latitude."""
        found = self.outlines.segments
        tall = KM * found.step
        wide = tall * np.cos(np.radians(points[:, :1]))
        py, px = points[:, :1] / found.step, points[:, 1:] / found.step
        ax, ay = (found.x1[stretches] - px) * wide, (found.y1[stretches] - py) * tall
        dx = (found.x2[stretches] - found.x1[stretches]) * wide
        dy = (found.y2[stretches] - found.y1[stretches]) * tall
        along = -(ax * dx + ay * dy) / np.maximum(dx * dx + dy * dy, 1e-12)
        along = np.clip(along, 0, 1)
        distance: Array = np.hypot(ax + along * dx, ay + along * dy)
        return distance


@cache
def locator() -> Locator:
    """The locator over the outlines that ship with the package."""
    return Locator(load())
