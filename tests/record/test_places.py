"""Places of the record, their outlines, and the placing of coordinates in them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hague.law.territory import gazetteer
from hague.record import Record
from hague.record.outlines import FILE, load
from hague.record.placing import TOLERANCE_KM, locator

POINTS = [
    # place, longitude, latitude, code
    ("Simferopol", 34.10, 44.95, "UA-43"),
    ("Sevastopol", 33.52, 44.60, "UA-40"),
    ("Donetsk", 37.80, 48.00, "UA-14"),
    ("Mariupol", 37.55, 47.10, "UA-14"),
    ("Luhansk", 39.30, 48.57, "UA-09"),
    ("Kherson", 32.62, 46.64, "UA-65"),
    ("Kyiv", 30.52, 50.45, "UKR"),
    ("Gaza", 34.46, 31.50, "PS-GZA"),
    ("Ramallah", 35.20, 31.90, "PS-WBK"),
    ("Hebron", 35.10, 31.53, "PS-WBK"),
    ("the Old City of Jerusalem", 35.2345, 31.778, "PS-JEM"),
    ("Jerusalem, as gazetteers have it", 35.2167, 31.7833, "X-JERUSALEM"),
    ("Sderot", 34.60, 31.52, "ISR"),
    ("Katzrin", 35.69, 32.99, "X-GOLAN"),
    ("Quneitra", 35.82, 33.12, "SYR"),
    ("Tskhinvali", 43.97, 42.23, "GE-SK"),
    ("Gori", 44.11, 41.98, "GEO"),
    ("Sukhumi", 41.02, 43.00, "GE-AB"),
    ("Stepanakert", 46.75, 39.82, "X-NAGORNO-KARABAKH"),
    ("Tiraspol", 29.63, 46.84, "MD-SN"),
    ("Kyrenia, on the shore", 33.32, 35.34, "X-NORTHERN-CYPRUS"),
    ("Laayoune", -13.20, 27.15, "ESH"),
    ("Pristina", 21.16, 42.66, "XKX"),
    ("Taipei", 121.50, 25.03, "TWN"),
    ("Abyei", 28.44, 9.59, "X-ABYEI"),
    ("Heglig", 29.40, 10.00, "SDN"),
    ("Nyala", 24.88, 12.05, "SD-DS"),
    ("El Geneina", 22.44, 13.45, "SD-DW"),
    ("El Fasher", 25.35, 13.63, "SD-DN"),
    ("Juba", 31.58, 4.85, "SSD"),
    ("Srinagar", 74.80, 34.08, "IN-JK"),
    ("Muzaffarabad", 73.47, 34.37, "PK-JK"),
    ("Gilgit", 74.30, 35.92, "PK-GB"),
    ("Hargeisa", 44.06, 9.56, "X-SOMALILAND"),
    ("Bartica", -58.62, 6.40, "X-ESSEQUIBO"),
    ("Georgetown", -58.15, 6.80, "GUY"),
    ("Stanley", -57.85, -51.70, "FLK"),
    ("Diego Garcia", 72.42, -7.32, "IOT"),
    ("Butembo", 29.28, 0.13, "CD-NK"),
    ("Bangui", 18.56, 4.36, "CAF"),
    ("Tórshavn", -6.77, 62.01, "FRO"),
    ("Longyearbyen", 15.60, 78.20, "SJM"),
    ("Cayenne", -52.30, 4.92, "GUF"),
    ("Suva, near the antimeridian", 178.40, -18.10, "FJI"),
]


@pytest.mark.parametrize(("lon", "lat", "code"), [p[1:] for p in POINTS], ids=[p[0] for p in POINTS])
def test_a_town_lies_where_it_lies(lon: float, lat: float, code: str) -> None:
    found = locator().locate(np.array([lat]), np.array([lon]))
    assert load().codes[found.outline[0]] == code
    assert found.km[0] <= 5


def test_the_high_seas_belong_to_nobody() -> None:
    found = locator().locate(np.array([0.0, -40.0]), np.array([-30.0, 90.0]))
    assert (found.outline == -1).all()
    assert np.isinf(found.km).all()


def test_a_point_off_shore_goes_to_the_nearest_land_and_tells_how_far() -> None:
    found = locator().locate(np.array([31.55]), np.array([34.35]))
    assert load().codes[found.outline[0]] == "PS-GZA"
    assert 0 < found.km[0] < TOLERANCE_KM


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.floats(-89, 89), st.floats(-179, 179)), min_size=1, max_size=8))
def test_a_point_is_placed_alike_alone_and_in_company(points: list[tuple[float, float]]) -> None:
    lat, lon = np.array(points).T
    together = locator().locate(lat, lon)
    for i in range(len(points)):
        alone = locator().locate(lat[i : i + 1], lon[i : i + 1])
        assert alone.outline[0] == together.outline[i]
        assert alone.km[0] == together.km[i]


def test_no_point_of_a_grid_lies_in_two_outlines() -> None:
    lat, lon = (a.ravel() for a in np.meshgrid(np.arange(-54.5, 80, 3.7), np.arange(-179.3, 180, 3.3)))
    found = locator().locate(lat, lon)
    inside = np.flatnonzero((found.outline >= 0) & (found.km == 0))
    for i in inside[::7]:
        rings = [r for c in load().codes for r in load().rings(c, "fine") if _within(lon[i], lat[i], r)]
        assert len(rings) % 2 == 1


def _within(x: float, y: float, ring: np.ndarray) -> bool:  # type: ignore[type-arg]
    if not (ring[:, 0].min() <= x <= ring[:, 0].max() and ring[:, 1].min() <= y <= ring[:, 1].max()):
        return False
    a, b = ring[:-1], ring[1:]
    level = (a[:, 1] <= y) != (b[:, 1] <= y)
    rise = np.where(b[:, 1] == a[:, 1], 1, b[:, 1] - a[:, 1])
    return bool(np.sum(level & (a[:, 0] + (y - a[:, 1]) * (b[:, 0] - a[:, 0]) / rise > x)) % 2)


def test_the_nearest_of_some_outlines() -> None:
    codes = load().codes
    wanted = np.array([[c == "COD" for c in codes]] * 2)
    found = locator().nearest(np.array([-4.26, 48.85]), np.array([15.25, 2.35]), wanted)
    assert load().codes[found.outline[0]] == "COD"
    assert found.km[0] < TOLERANCE_KM
    assert found.outline[1] == -1
    assert np.isinf(found.km[1])


def test_every_outline_is_of_a_place_that_the_record_knows(record: Record) -> None:
    known = gazetteer(record)
    unknown = [c for c in load().codes if known.find(c) is None and f"place:{c}" not in record.places]
    assert unknown == []


def test_every_scope_of_a_situation_is_in_a_known_place(record: Record) -> None:
    known = gazetteer(record)
    codes = {p for s in record.situations.values() for scope in s.scopes for p in scope.places}
    assert [c for c in sorted(codes) if known.find(c) is None] == []


def test_the_places_of_the_shared_scenarios_are_known(record: Record, shared: Path) -> None:
    lines = (shared / "scenarios/law.jsonl").read_text(encoding="utf-8").splitlines()
    places = {p for line in lines for p in json.loads(line)["facts"].get("places") or []}
    known = gazetteer(record)
    assert [p for p in sorted(places) if known.find(p) is None] == []


def test_a_disputed_place_says_how_it_has_been_treated(record: Record) -> None:
    silent = {"X-SIACHEN", "X-AKSAI-CHIN", "X-ILEMI", "X-PARACEL", "X-BIR-TAWIL", "ATA"}
    assert {p.code for p in record.places.values() if p.disputed and not p.treatments} <= silent


def test_a_place_of_open_status_names_who_claims_it_or_is_nobodys(record: Record) -> None:
    nobodys = {"ESH", "XKX", "X-BIR-TAWIL", "ATA", "NIU"}
    assert {p.code for p in record.places.values() if p.state is None and not p.claimed_by} == nobodys


def test_the_file_is_small_and_says_what_it_was_made_from() -> None:
    assert FILE.stat().st_size < 3_000_000
    with np.load(FILE) as found:
        about = json.loads(found["about"].tobytes())
    assert set(about["from"]) == {"ne_10m_admin_0_countries_deu.shp", "world_map.gpkg"}
    assert len(about["codes"]) == len(set(about["codes"])) == len(load().codes)


def test_coarse_rings_are_closed_and_on_the_earth() -> None:
    for code in load().codes:
        rings = load().rings(code)
        assert rings, code
        for ring in rings:
            assert (ring[0] == ring[-1]).all()
            assert np.abs(ring).max() <= 180.001
    assert load().rings("no such place") == []
