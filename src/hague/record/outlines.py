"""Outlines of States and places: one owner of geometry, for placing coordinates and for drawing.

The file ``outlines.npz`` beside this module is made from Natural Earth (public domain) by ``record/outlines/make.py``.
Every point of the land lies in one outline at most: what is drawn on its own (Crimea, Gaza, Darfur) is cut out of the
country around it. ``fine`` outlines are exact to some 100 m of the source, which itself is good to a kilometre or two;
``coarse`` ones are for maps of the world.
"""

from __future__ import annotations

import json
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal, NamedTuple

import numpy as np

Level = Literal["fine", "coarse"]
Ring = np.ndarray[Any, np.dtype[np.float64]]
"""Points of one ring, shape (n, 2): longitude, latitude in degrees; the last point repeats the first. A ring inside
another is a hole: fill by the even-odd rule."""
FILE = Path(__file__).with_name("outlines.npz")


class Segments(NamedTuple):
    """Every stretch of every outline, as arrays of one length, in steps of ``step`` degrees; ``owner`` is the number of
    its outline. Sorted by owner."""

    x1: np.ndarray[Any, Any]
    y1: np.ndarray[Any, Any]
    x2: np.ndarray[Any, Any]
    y2: np.ndarray[Any, Any]
    owner: np.ndarray[Any, Any]
    step: float


class Outlines:
    """The outlines in one file. ``codes`` are place codes, sorted; ``boundaries`` tell whose line each follows."""

    def __init__(self, path: Path = FILE) -> None:
        with np.load(path, allow_pickle=False) as found:
            self._arrays = {name: found[name] for name in found.files}
        about = json.loads(self._arrays.pop("about").tobytes())
        self.codes: tuple[str, ...] = tuple(about["codes"])
        self.boundaries: tuple[str, ...] = tuple(about["boundaries"])
        self._steps: dict[str, float] = about["steps"]
        self._number = {code: i for i, code in enumerate(self.codes)}

    def __contains__(self, code: object) -> bool:
        return code in self._number

    def rings(self, code: str, level: Level = "coarse") -> list[Ring]:
        """The rings of one outline; none if the code has no outline."""
        if code not in self._number:
            return []
        bounds = self._bounds[level]
        first, last = bounds.of_place[self._number[code]], bounds.of_place[self._number[code] + 1]
        return [self._ring(level, r) for r in range(first, last)]

    def _ring(self, level: Level, ring: int) -> Ring:
        begin, end = self._bounds[level].of_ring[ring], self._bounds[level].of_ring[ring + 1]
        moves = np.stack([self._arrays[f"{level}_x"][begin:end], self._arrays[f"{level}_y"][begin:end]], axis=1)
        at = np.concatenate([self._arrays[f"{level}_starts"][ring][None], moves]).astype(np.int64).cumsum(axis=0)
        scaled: Ring = at * self._steps[level]
        return scaled

    @cached_property
    def _bounds(self) -> dict[str, _Bounds]:
        return {
            level: _Bounds(
                np.concatenate([[0], self._arrays[f"{level}_rings"].cumsum()]),
                np.concatenate([[0], self._arrays[f"{level}_sizes"].astype(np.int64).cumsum()]),
            )
            for level in ("fine", "coarse")
        }

    @cached_property
    def segments(self) -> Segments:
        """The fine outlines as one set of stretches."""
        sizes = self._arrays["fine_sizes"].astype(np.int64)
        starts = self._arrays["fine_starts"].astype(np.int64)
        first = np.concatenate([[0], sizes.cumsum()[:-1]])
        ends = []
        for axis, name in enumerate(("fine_x", "fine_y")):
            total = self._arrays[name].astype(np.int64).cumsum()
            before = np.where(first > 0, total[first - 1], 0)
            ends.append(total - np.repeat(before - starts[:, axis], sizes))
        x2, y2 = ends
        x1, y1 = x2 - self._arrays["fine_x"], y2 - self._arrays["fine_y"]
        of_ring = np.repeat(np.arange(len(self.codes)), self._arrays["fine_rings"])
        owner = np.repeat(of_ring, sizes).astype(np.int16)
        x1, y1, x2, y2 = (k.astype(np.int32) for k in (x1, y1, x2, y2))
        return Segments(x1, y1, x2, y2, owner, self._steps["fine"])


class _Bounds(NamedTuple):
    of_place: np.ndarray[Any, Any]
    of_ring: np.ndarray[Any, Any]


@cache
def load() -> Outlines:
    """The outlines that ship with the package."""
    return Outlines()
