"""Counts and deaths by ground, year, State and situation, gathered while a file is screened."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from msgspec import Struct

from hague.record.status import situation_status

if TYPE_CHECKING:
    from hague.screening.judged import Judged
    from hague.screening.screener import Screened, Screener

FATES: Final = ("situation", "territory", "open", "nationality", "before")
"""What can come of an event, for pictures: accepting or referred territory within a situation on record; such territory
in none; a point of law, a place or a crime left open; a link by nationality at most; before 1 July 2002."""
FATE_WORDS: Final = {
    "situation": "Territory within reach, in a situation on record",
    "territory": "Territory within reach, in no situation",
    "open": "Territory open",
    "nationality": "Only by nationality",
    "before": "Before 1 July 2002",
}


def fate(judged: Judged) -> str:
    """Into which of ``FATES`` a class falls."""
    if judged.jurisdiction == "yes":
        return "situation" if judged.situation else "territory"
    if judged.bars[0] == "yes":
        return "before"
    return "open" if "unknown" in (judged.grounds[0], judged.grounds[3]) else "nationality"


class Row(Struct, frozen=True):
    """One line of a table: what it counts, and how many events and deaths."""

    key: tuple[str, ...]
    events: int
    deaths: int


class Cell(Struct, gc=False):
    """Half a degree of the earth: its events by fate, and the sums of their latitudes and longitudes."""

    fates: list[int]
    lat: float = 0.0
    lon: float = 0.0

    @property
    def events(self) -> int:
        return sum(self.fates)


class Tally:
    """Counts screened batches. ``cells`` are found by half degrees north and east."""

    def __init__(self, screener: Screener) -> None:
        self._screener = screener
        self._counts: dict[tuple[int, int], list[float]] = {}
        self.cells: dict[tuple[int, int], Cell] = {}
        self.events = 0

    def add(self, screened: Screened) -> None:
        values, classes = screened.values, screened.classes
        years = (values.first.astype("int64") - _EPOCH).astype("datetime64[D]").astype("datetime64[Y]").astype(
            int
        ) + 1970
        packed = classes.astype(np.int64) * 10_000 + years
        keys, back = np.unique(packed, return_inverse=True)
        events = np.bincount(back.ravel())
        deaths = np.bincount(back.ravel(), weights=values.deaths)
        for key, n, died in zip(keys.tolist(), events.tolist(), deaths.tolist(), strict=True):
            total = self._counts.setdefault((key // 10_000, key % 10_000), [0, 0.0])
            total[0] += n
            total[1] += died
        self.events += len(classes)
        self._spread(values.lat, values.lon, classes)

    def _spread(self, lat: Any, lon: Any, classes: Any) -> None:
        fates = np.array([FATES.index(fate(j)) for j in self._screener.classes], np.int64)
        seen = ~np.isnan(lat)
        packed = (
            (np.floor(lat[seen] * 2).astype(np.int64) + 200) * 10_000_000
            + (np.floor(lon[seen] * 2).astype(np.int64) + 400) * 10
            + fates[classes[seen]]
        )
        keys, back, counts = np.unique(packed, return_inverse=True, return_counts=True)
        lats = np.bincount(back.ravel(), weights=lat[seen])
        lons = np.bincount(back.ravel(), weights=lon[seen])
        for key, n, y, x in zip(keys.tolist(), counts.tolist(), lats.tolist(), lons.tolist(), strict=True):
            found = self.cells.setdefault(
                (key // 10_000_000 - 200, key // 10 % 1_000_000 - 400), Cell([0] * len(FATES))
            )
            found.fates[key % 10] += n
            found.lat += y
            found.lon += x

    # -- tables -----------------------------------------------------------------------------------------

    def by(self, *what: str) -> list[Row]:
        """Events and deaths by any of ``fate``, ``year``, ``state``, ``place``, ``situation``, ``stands`` (where the
        situation stands), ``ground`` (one row for each ground that holds, or ``none``) and ``jurisdiction``; most
        events first, years in order."""
        sums: dict[tuple[str, ...], list[float]] = {}
        for (number, year), (events, deaths) in self._counts.items():
            judged = self._screener.classes[number]
            for ground in _grounds(judged) if "ground" in what else [""]:
                words = {
                    "fate": fate(judged),
                    "year": str(year),
                    "state": judged.spot.state or "open",
                    "place": judged.spot.place or "unknown",
                    "situation": judged.situation or "none",
                    "stands": self._stands(judged.situation),
                    "jurisdiction": judged.jurisdiction,
                    "ground": ground,
                }
                total = sums.setdefault(tuple(words[w] for w in what), [0, 0.0])
                total[0] += events
                total[1] += deaths
        rows = [Row(key, int(n), round(died)) for key, (n, died) in sums.items()]
        if what[0] == "year":
            return sorted(rows, key=lambda r: r.key)
        return sorted(rows, key=lambda r: (-r.events, r.key))

    def _situation_name(self, situation: str) -> str:
        entry = self._screener.record.situations.get(f"situation:{situation}")
        return entry.name if entry else situation

    def _stands(self, situation: str) -> str:
        entry = self._screener.record.situations.get(f"situation:{situation}")
        return situation_status(entry, self._screener.as_of) if entry else ""

    def write(self, folder: Path, credit: str, as_of: date) -> None:
        """Tables as CSV, a map and a time series as SVG, and a page that holds them."""
        from hague.screening.page import write

        write(self, folder, credit, as_of, self._screener.places.state_name, self._situation_name)


_EPOCH: Final = date(1970, 1, 1).toordinal()


def _grounds(judged: Judged) -> list[str]:
    from hague.screening.judged import LINKS

    held = [link for link, value in zip(LINKS, judged.grounds, strict=True) if value == "yes"]
    return held or ["none"]
