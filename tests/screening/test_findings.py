"""What screening finds: whose territory, which ground, which bar, and why."""

from __future__ import annotations

import csv
import random
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from hague.law import assess
from hague.record import Record
from hague.screening.judged import CRIMES, HINDRANCES, LINKS, Law
from hague.screening.screener import COLUMNS, column
from hague.screening.summary import FATES
from hague.screening.territory import FILED_UNDER, Places

from .conftest import AS_OF, Screening, event

ROOT = Path(__file__).parents[2]

CASES = [
    # what, event, expected columns (without the prefix)
    (
        "a Party's territory, in a situation",
        event("2014-05-03", 16.27, -0.04, "Mali"),
        {"place": "MLI", "state": "MLI", "jurisdiction": "yes", "ground_12_2_a": "yes", "situation": "mali"},
    ),
    (
        "nothing before 1 July 2002",
        event("1994-04-20", -1.95, 30.06, "Rwanda"),
        {"jurisdiction": "no", "ground_12_2_a": "no", "ground_12_2_b": "no", "bar_11_1": "yes", "missing": ""},
    ),
    (
        "a State that never joined: nationality alone could give a link",
        event("2013-08-21", 33.52, 36.36, "Syria"),
        {"jurisdiction": "unknown", "ground_12_2_a": "no", "ground_12_2_b": "unknown", "missing": "nationalities"},
    ),
    (
        "Gaza is filed under Israel, and counts as Palestine",
        event("2014-07-20", 31.50, 34.46, "Israel"),
        {"place": "PS-GZA", "state": "PSE", "ground_12_2_a": "yes", "ground_12_3": "yes", "situation": "palestine"},
    ),
    (
        "Gaza before the acceptance reaches back",
        event("2014-06-12", 31.50, 34.46, "Israel"),
        {"state": "PSE", "jurisdiction": "unknown", "ground_12_2_a": "no", "bar_11_2": "unknown"},
    ),
    (
        "a city on two sides of a line",
        event("2016-01-01", 31.783333, 35.216667, "Israel"),
        {
            "place": "X-JERUSALEM",
            "state": "",
            "ground_12_2_a": "unknown",
            "missing": "nationalities; territorial-status",
        },
    ),
    (
        "Crimea is Ukraine's",
        event("2015-01-01", 44.95, 34.10, "Ukraine"),
        {"place": "UA-43", "state": "UKR", "jurisdiction": "yes", "ground_12_3": "yes", "situation": "ukraine"},
    ),
    (
        "Darfur, by referral",
        event("2004-01-10", 12.05, 24.88, "Sudan"),
        {"place": "SD-DS", "state": "SDN", "jurisdiction": "yes", "ground_12_2_a": "no", "ground_13_b": "yes"},
    ),
    (
        "Sudan outside Darfur is outside the referral",
        event("2012-01-10", 15.60, 32.53, "Sudan"),
        {"place": "SDN", "ground_13_b": "no", "missing": "nationalities"},
    ),
    (
        "of Sudan, nobody says where: it may be Darfur",
        event("2012-01-10", "", "", "Sudan"),
        {"place": "SDN", "ground_13_b": "unknown", "missing": "nationalities; places"},
    ),
    ("Juba was in Sudan", event("2009-01-10", 4.85, 31.58, "Sudan"), {"place": "SDN", "state": "SDN"}),
    ("Juba is in South Sudan", event("2011-07-09", 4.85, 31.58, "South Sudan"), {"place": "SSD", "state": "SSD"}),
    ("Abyei was in Sudan", event("2008-05-14", 9.59, 28.44, "Sudan"), {"place": "X-ABYEI", "state": "SDN"}),
    ("Abyei is open", event("2012-05-14", 9.59, 28.44, "Sudan"), {"place": "X-ABYEI", "state": ""}),
    ("Vukovar in Yugoslavia", event("1991-05-02", 45.35, 19.0, "Serbia (Yugoslavia)"), {"state": "YUG"}),
    ("Vukovar in Croatia", event("1991-11-18", 45.35, 19.0, "Croatia"), {"place": "HRV", "state": "HRV"}),
    ("Kosovo was Serbia's", event("2004-03-17", 42.66, 21.16, "Serbia (Yugoslavia)"), {"state": "SRB"}),
    (
        "Kosovo is open",
        event("2008-03-17", 42.66, 21.16, "Serbia (Yugoslavia)"),
        {"place": "XKX", "state": "", "ground_12_2_a": "unknown", "missing": "nationalities; territorial-status"},
    ),
    (
        "article 124 bars war crimes alone",
        event("2005-05-03", 4.6, -74.08, "Colombia"),
        {"jurisdiction": "unknown", "ground_12_2_a": "unknown", "bar_124": "unknown", "situation": "colombia"},
    ),
    (
        "after a withdrawal",
        event("2018-05-03", -3.38, 29.36, "Burundi"),
        {"jurisdiction": "unknown", "ground_12_2_a": "no", "bar_127_1": "unknown"},
    ),
    (
        "at a border, the country named decides",
        event("2008-10-29", -1.68, 29.235, "DR Congo (Zaire)"),
        {"place": "CD-NK", "boundary": "the country that the source names, whose border lies within 5 km"},
    ),
    (
        "far from a border, coordinates decide",
        event("2008-10-29", -1.95, 30.06, "DR Congo (Zaire)"),
        {"place": "RWA", "boundary": "Natural Earth 5.1.1, countries"},
    ),
    (
        "the Ilemi triangle is open between a Party and another State",
        event("2010-04-23", 4.862, 35.741, "Kenya"),
        {"place": "X-ILEMI", "state": "", "ground_12_2_a": "unknown", "missing": "nationalities; territorial-status"},
    ),
    (
        "Western Sahara is no State's",
        event("2016-01-01", 26.16, -10.57, "Morocco"),
        {"place": "ESH", "state": "", "jurisdiction": "unknown", "missing": "nationalities; territorial-status"},
    ),
    ("nowhere", event("2016-01-01", "", "", "Atlantis"), {"place": "", "jurisdiction": "unknown"}),
    ("later than the record", event("2030-01-01", 16.0, 1.0, "Mali"), {"ground_12_2_a": "unknown", "missing": "day"}),
]


@pytest.mark.parametrize(("line", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_an_event(line: str, expected: dict[str, str], screened: Screening) -> None:
    _, rows = screened(line)
    assert {name: rows[0][f"hague_{name}"] for name in expected} == expected
    assert rows[0]["hague_reason"].endswith(".")
    assert rows[0]["hague_boundary"]


def test_an_event_of_several_days_is_judged_over_all_of_them(screened: Screening) -> None:
    _, rows = screened(event("2014-06-01", 31.50, 34.46, "Israel", end="2014-06-20"))
    assert rows[0]["hague_jurisdiction"] == "yes"


def test_one_crime_can_be_asked_about(screened: Screening) -> None:
    line = event("2005-05-03", 4.6, -74.08, "Colombia")
    assert screened(line, crimes=["crime-against-humanity"])[1][0]["hague_ground_12_2_a"] == "yes"
    assert screened(line, crimes=["war-crime"])[1][0]["hague_ground_12_2_a"] == "no"


def test_an_earlier_day_knows_less(screened: Screening) -> None:
    line = event("2014-07-20", 31.50, 34.46, "Israel")
    _, rows = screened(line, as_of=date(2014, 12, 30))
    assert rows[0]["hague_ground_12_3"] == "no"
    assert rows[0]["hague_situation"] == ""


def test_every_class_says_what_the_law_says_of_each_of_its_days(record: Record) -> None:
    places = Places(record)
    law = Law(record, places, AS_OF)
    chance = random.Random(7)
    codes = ["MLI", "PS-GZA", "UA-14", "COL", "PHL", "BDI", "SD-DN", "SSD", "XKX", "CIV", "GE-SK", "LBY", "KEN", "UGA"]
    for code in codes:
        place = places.number(code)
        for _ in range(12):
            day = date(2002, 6, 1) + timedelta(days=chance.randrange(8900))
            stretch = law.stretch(place, day.toordinal())
            cuts = law.cuts(place)
            first = cuts[stretch - 1] if stretch else day.toordinal()
            one, other = law.judged(place, day.toordinal(), day.toordinal()), law.judged(place, first, first)
            assert (one.jurisdiction, one.grounds, one.bars) == (other.jurisdiction, other.grounds, other.bars), (
                code,
                day,
            )
            assert (one.situation, one.missing, one.spot.codes) == (other.situation, other.missing, other.spot.codes)


@pytest.mark.parametrize("code", ["MLI", "SYR", "UA-43", "SD-DW", "RWA"])
def test_screening_agrees_with_assess(code: str, record: Record) -> None:
    places = Places(record)
    law = Law(record, places, AS_OF)
    day = date(2014, 8, 1)
    judged = law.judged(places.number(code), day.toordinal(), day.toordinal())
    for crime, act in CRIMES.items():
        facts = {"crime": crime, "act": act, "from": day, "to": day, "places": [code], "nationalities": []}
        found = assess(facts, AS_OF, record=record)
        verdict = "unknown" if found.jurisdiction == "undetermined" else found.jurisdiction
        assert judged.jurisdiction in (verdict, "unknown")
        assert [g for g, v in zip(LINKS, judged.grounds, strict=True) if v == "yes"] == [
            g for g in LINKS if g in found.grounds and verdict == "yes"
        ]


def test_columns_have_plain_names() -> None:
    assert len(set(COLUMNS)) == len(COLUMNS) == 8 + len(LINKS) + len(HINDRANCES) - 1
    assert column("127(1)", "bar") == "hague_bar_127_1"


def test_every_place_that_sources_misfile_is_on_record(record: Record) -> None:
    assert [c for c in FILED_UNDER if f"place:{c}" not in record.places] == []


def test_the_shared_events_are_screened_whole(shared: Path, tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    from hague.screening import screen

    outcome = screen(shared / "data/ucdp_ged.csv.gz", tmp_path / "ged.parquet", summary=tmp_path / "summary")
    assert (outcome.rows, outcome.unreadable) == (176_579, 0)
    table = pq.read_table(tmp_path / "ged.parquet")
    ids = table["id"].to_pylist()
    assert ids == sorted(ids, key=int)
    early = [d < "2002-07-01" for d in table["date_start"].to_pylist()]
    assert [v == "yes" for v in table["hague_bar_11_1"].to_pylist()] == early
    assert not any(v == "" for v in table["hague_reason"].to_pylist())
    page = (tmp_path / "summary/index.html").read_text(encoding="utf-8")
    assert "UCDP" in page
    assert page.count("<svg") == 2
    said = (ROOT / "docs/screening.md").read_text(encoding="utf-8")
    with (tmp_path / "summary/by-year.csv").open(encoding="utf-8", newline="") as found:
        by_year = list(csv.DictReader(found))
    for fate in FATES:
        events, deaths = (sum(int(r[c]) for r in by_year if r["fate"] == fate) for c in ("events", "deaths"))
        told = [
            int(n.replace(",", ""))
            for n in re.findall(rf"^\| {_TOLD[fate]}.*\| ([\d,]+) \| ([\d,]+) \|$", said, re.M)[0]
        ]
        # The record grows, so the page may lag a little behind it.
        assert told == pytest.approx([events, deaths], rel=0.02), (
            f"docs/screening.md no longer tells the count of {fate}"
        )


_TOLD = {
    "before": "before 1 July 2002",
    "situation": "later, on territory within reach, in a situation",
    "territory": "later, on territory within reach, in no situation",
    "open": "later, whether",
    "nationality": "later, on no accepting",
}
