"""On which State's territory an event took place, on that day, and which boundary says so.

Coordinates decide, by the outlines of the record. The country that the source names decides in two cases only: where
there are no coordinates, or none near land; and where they lie within ``NEAR_KM`` of the country named but just outside
it, as rounded coordinates and small map errors at a border do. It never overrides an outline that the record draws
because a place is disputed and that the source files under that country: data sets file Gaza under Israel.

Before a State existed, its land was another's: ``BEFORE``. Places of the record that may belong to several States keep
them all, and what follows from each is put together.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any, Final, NamedTuple

import numpy as np

from hague.law.territory import Gazetteer, gazetteer
from hague.record import Record, days
from hague.record.placing import Locator, locator
from hague.screening.values import Values

Array = np.ndarray[Any, Any]
NEAR_KM: Final = 5.0

BEFORE: Final = {
    "SSD": "SDN", "XKX": "SRB", "MNE": "SRB", "ERI": "ETH",
    "BIH": "YUG", "HRV": "YUG", "MKD": "YUG", "SVN": "YUG",
    "CZE": "CSK", "SVK": "CSK",
    "ARM": "SUN", "AZE": "SUN", "BLR": "SUN", "EST": "SUN", "GEO": "SUN", "KAZ": "SUN", "KGZ": "SUN", "LTU": "SUN",
    "LVA": "SUN", "MDA": "SUN", "TJK": "SUN", "TKM": "SUN", "UKR": "SUN", "UZB": "SUN",
    "NAM": None, "TLS": None, "PLW": None, "YEM": None,
}  # fmt: skip
"""State -> whose its land was before the day from which the record has it; ISO 3166-3 for States that are no more,
``None`` where no State's (a territory under or outside United Nations administration) or one of two (Yemen)."""
FORMER: Final = {"SUN": "the Soviet Union", "YUG": "Yugoslavia", "CSK": "Czechoslovakia"}

FILED_UNDER: Final = {
    "PS-GZA": ("ISR",), "PS-WBK": ("ISR",), "PS-JEM": ("ISR",), "X-JERUSALEM": ("ISR", "PSE"),
    "X-GOLAN": ("ISR", "SYR", "LBN"), "XKX": ("SRB",), "ESH": ("MAR",), "TWN": ("CHN",),
    "GE-SK": ("RUS",), "GE-AB": ("RUS",), "X-NAGORNO-KARABAKH": ("ARM",), "MD-SN": ("RUS",),
    "X-ABYEI": ("SDN", "SSD"), "IN-JK": ("IND", "PAK"), "PK-JK": ("IND", "PAK"), "PK-GB": ("IND", "PAK"),
    "X-SIACHEN": ("IND", "PAK"), "X-AKSAI-CHIN": ("CHN", "IND"), "X-NORTHERN-CYPRUS": ("TUR",),
    "UA-43": ("RUS",), "UA-40": ("RUS",), "UA-14": ("RUS",), "UA-09": ("RUS",), "UA-23": ("RUS",), "UA-65": ("RUS",),
    "X-ESSEQUIBO": ("VEN",), "X-ILEMI": ("KEN", "SSD", "SDN", "ETH"),
}  # fmt: skip
"""Place -> countries under which sources may file it though it is not (or not clearly) theirs: naming one of them says
nothing about where a point lies."""

OUTSIDE: Final = {"SDN": "X-SUDAN-OUTSIDE-DARFUR"}
"""Country of which a part is drawn on its own because a referral covers that part alone -> the rest of it. A source
that only names the country leaves open whether the part is meant; coordinates do not."""

INSIDE, NEAREST, NAMED_NEAR, NAMED_ONLY, NAMED_AT_SEA, GIVEN, NOWHERE = range(7)
"""How a place was found."""


class Placed(NamedTuple):
    """For each row: the number of its place in ``Places.codes`` (-1: none), how it was found, and kilometres."""

    place: Array
    how: Array
    km: Array


class Spot(NamedTuple):
    """A place on a day. ``codes`` are what the law is asked about: one, or several where the State is open."""

    place: str
    name: str
    state: str
    """ISO 3166-1 alpha-3 (3166-3 for a former State); empty where it is open or no State's."""
    codes: tuple[str, ...]
    since: str
    """Words on the border's date, if it matters: ``before 9 July 2011``."""


class Places:
    """Places rows, for one record."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._gazetteer: Gazetteer = gazetteer(record)
        self._names: dict[str, int] = {}
        self._given: dict[str, int] = {}
        outlines = self._locator.outlines
        self.codes: list[str] = list(outlines.codes)
        self.boundaries = outlines.boundaries
        self._number = {c: i for i, c in enumerate(self.codes)}

    @cached_property
    def _locator(self) -> Locator:
        return locator()

    def number(self, code: str) -> int:
        if code not in self._number:
            self._number[code] = len(self.codes)
            self.codes.append(code)
        return self._number[code]

    # -- rows -------------------------------------------------------------------------------------------

    def place(self, values: Values) -> Placed:
        """Where each row lies."""
        rows = len(values.first)
        named = np.fromiter((self._country(c) for c in values.country), np.int32, rows)
        given = np.fromiter((self._code(p) for p in values.place), np.int32, rows)
        place = np.full(rows, -1, np.int32)
        how = np.full(rows, NOWHERE, np.int8)
        km = np.zeros(rows, np.float32)
        somewhere = np.flatnonzero(~np.isnan(values.lat))
        if len(somewhere):
            found = self._locator.locate(values.lat[somewhere], values.lon[somewhere])
            place[somewhere], km[somewhere] = found.outline, np.where(found.outline < 0, 0, found.km)
            how[somewhere] = np.where(found.outline < 0, NOWHERE, np.where(found.km > 0, NEAREST, INSIDE))
            self._at_borders(values, somewhere, named, place, how, km)
            for country, rest in OUTSIDE.items():
                place[(place == self.number(country)) & (how != NOWHERE)] = self.number(rest)
        lost = (place < 0) & (named >= 0)
        place[lost] = named[lost]
        how[lost] = np.where(np.isnan(values.lat[lost]), NAMED_ONLY, NAMED_AT_SEA)
        known = given >= 0
        place[known], how[known], km[known] = given[known], GIVEN, 0
        return Placed(place, how, km)

    def _at_borders(self, values: Values, some: Array, named: Array, place: Array, how: Array, km: Array) -> None:
        """Moves points that lie just across a border from the country named."""
        pairs = np.stack([place[some], named[some]], axis=1)
        different, back = np.unique(pairs, axis=0, return_inverse=True)
        movable = np.array([self._movable(int(p), int(n)) for p, n in different], bool)
        rows = some[movable[back.ravel()]]
        rows = rows[[self._existed(int(place[i]), int(values.first[i])) for i in rows]] if len(rows) else rows
        if not len(rows):
            return
        outlines = len(self._locator.outlines.codes)
        wanted = np.zeros((len(rows), outlines), bool)
        for target in np.unique(named[rows]):
            wanted[named[rows] == target] = self._of_state(int(target))
        found = self._locator.nearest(values.lat[rows], values.lon[rows], wanted)
        near = found.km <= NEAR_KM
        moved = rows[near]
        place[moved], how[moved], km[moved] = found.outline[near], NAMED_NEAR, found.km[near]

    def _movable(self, place: int, named: int) -> bool:
        if place < 0 or named < 0 or place == named:
            return False
        here, there = self.codes[place], self.codes[named]
        found = self._gazetteer.find(here)
        same = found is not None and found.state == there
        return not same and there not in FILED_UNDER.get(here, ())

    def _of_state(self, named: int) -> Array:
        """Which outlines are a country's undisputed land."""
        return np.array([self._plain(c, self.codes[named]) for c in self._locator.outlines.codes], bool)

    def _plain(self, code: str, country: str) -> bool:
        if code == country:
            return True
        entry, found = self._record.places.get(f"place:{code}"), self._gazetteer.find(code)
        return found is not None and found.state == country and not (entry and entry.disputed)

    def _existed(self, place: int, day: int) -> bool:
        """Whether the State of a place existed: before, a source's name for it means its predecessor. For a year after
        the end of a union, sources may still file its other parts under the State that went on with its name."""
        found = self._gazetteer.find(self.codes[place])
        begun = self._begun(found.state) if found and found.state else None
        if begun is None or found is None or found.state is None:
            return True
        return day >= begun + (366 if BEFORE.get(found.state) in FORMER else 0)

    def _country(self, name: str) -> int:
        if name not in self._names:
            iso3 = self._iso3(name)
            self._names[name] = -1 if iso3 is None else self.number(iso3)
        return self._names[name]

    @cached_property
    def _by_name(self) -> dict[str, str]:
        table: dict[str, str] = {}
        for state in self._record.states.values():
            for name in (state.ucdp_name, state.name, state.official_name, state.iso3, state.iso2):
                if name:
                    table.setdefault(name.casefold(), state.iso3)
        return table

    def _iso3(self, name: str) -> str | None:
        if not name:
            return None
        direct = self._by_name.get(name.casefold())
        if direct:
            return direct
        found = [i for i in self._record.names.find(name) if i.startswith("state:")]
        return found[0].removeprefix("state:") if len(found) == 1 else None

    def _code(self, code: str) -> int:
        if code not in self._given:
            known = bool(code) and (f"place:{code}" in self._record.places or self._gazetteer.find(code) is not None)
            self._given[code] = self.number(code) if known else -1
        return self._given[code]

    # -- a place on a day -------------------------------------------------------------------------------

    def spot(self, place: int, day: int) -> Spot:
        """What a place was on a day."""
        code = self.codes[place]
        entry = self._record.places.get(f"place:{code}")
        found = self._gazetteer.find(code)
        name = entry.name if entry else found.name if found else code
        if entry is not None and entry.claimed_by:
            claims = [self._then(c.removeprefix("state:"), day) for c in entry.claimed_by]
            states = list(dict.fromkeys(c for c in claims if c))
            own = found.state if found else None
            codes = tuple(code if own == s else OUTSIDE.get(s, s) for s in states)
            return Spot(code, name, states[0] if len(states) == 1 else "", codes, self._dated(entry.claimed_by, day))
        if entry is not None and entry.state is None and entry.within is None and not self._known(code):
            return Spot(code, name, "", (), "")
        own = code if self._known(code) else found.state if found else None
        if own is None:
            return Spot(code, name, "", (), "")
        then = self._then(own, day)
        since = self._dated((f"state:{own}",), day)
        if then == own:
            sovereign = entry.state if entry else f"state:{own}"
            shown = sovereign or ("" if self._known(code) else f"state:{own}")
            plain = next((c for c, rest in OUTSIDE.items() if rest == code), code)
            return Spot(plain, name, shown.removeprefix("state:"), (code,), since)
        if then is None or not self._known(then):
            return Spot(code, name, then or "", (code,), since)
        return Spot(then, name, then, (OUTSIDE.get(then, then),), since)

    def _known(self, code: str) -> bool:
        return f"state:{code}" in self._record.states

    def _begun(self, iso3: str) -> int | None:
        state = self._record.states.get(f"state:{iso3}")
        return days.first(state.existed_from).toordinal() if state and state.existed_from else None

    def _then(self, iso3: str, day: int) -> str | None:
        begun = self._begun(iso3)
        if begun is None or day >= begun:
            return iso3
        return BEFORE.get(iso3)

    def _dated(self, states: tuple[str, ...], day: int) -> str:
        for ref in states:
            begun = self._begun(ref.removeprefix("state:"))
            if begun is not None and day < begun:
                return f"before {days.in_words(date.fromordinal(begun).isoformat())}"
        return ""

    def state_name(self, iso3: str) -> str:
        """The name of a State, former ones too."""
        state = self._record.states.get(f"state:{iso3}")
        return state.name if state else FORMER.get(iso3, iso3)

    def boundary(self, place: int, how: int) -> str:
        """Whose line decided, and how."""
        country = next((c for c, rest in OUTSIDE.items() if self.codes[place] == rest), "") if place >= 0 else ""
        place = self.number(country) if country else place
        line = self.boundaries[place] if 0 <= place < len(self.boundaries) else "no outline"
        return {
            INSIDE: line,
            NEAREST: f"{line}; off shore or in a gap, the nearest land within 25 km",
            NAMED_NEAR: f"the country that the source names, whose border lies within {NEAR_KM:g} km",
            NAMED_ONLY: "the country that the source names; no coordinates",
            NAMED_AT_SEA: "the country that the source names; no outline within 25 km of the coordinates",
            GIVEN: "the code that the source gives",
            NOWHERE: "none: no land within 25 km and no country named",
        }[how]
