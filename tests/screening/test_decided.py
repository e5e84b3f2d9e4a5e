"""The law's SQL text gives the answers that screening gives, class by class."""

from __future__ import annotations

import random
from datetime import date

import duckdb
import pytest

from hague.record import Record
from hague.screening import decided
from hague.screening.judged import CRIMES, HINDRANCES, LINKS, Judged, Law
from hague.screening.screener import column
from hague.screening.territory import Places

from .conftest import AS_OF

CODES = (
    "AFG", "BDI", "CIV", "COL", "FRA", "GEO", "GE-SK", "IN-JK", "KEN", "LBY", "MEX", "PHL", "PS-GZA", "RUS", "SDN",
    "SSD", "SYR", "UA-43", "UGA", "UKR", "X-ABYEI", "X-DARFUR", "X-ILEMI", "X-JERUSALEM", "XKX",
)  # fmt: skip
NAMES = (
    "hague_jurisdiction",
    *(column(g, "ground") for g in LINKS),
    *(column(b, "bar") for b in HINDRANCES),
)
FIRST = date(1990, 1, 1).toordinal()


@pytest.fixture(scope="module")
def events(record: Record) -> dict[tuple[str, int, int], Judged]:
    """Answers for events of a day and of years at places of every kind, and at places not known."""
    places, chance = Places(record), random.Random(5)
    law, found = Law(record, places, AS_OF), {}
    known = [c for c in CODES if c in places.codes or f"place:{c}" in record.places]
    for code in ["", *known]:
        for length in (0, 0, 0, 0, 400, 4_000):
            first = chance.randint(FIRST, AS_OF.toordinal() - length)
            last = first + length
            number = places.number(code) if code else -1
            judged = law.judged(number, first, last) if code else law.nowhere(first, last)
            found[code, first, last] = judged
    return found


@pytest.mark.parametrize("crimes", [tuple(CRIMES), ("war-crime",)])
def test_sql_and_python_give_the_same_answers(
    record: Record, events: dict[tuple[str, int, int], Judged], crimes: tuple[str, ...]
) -> None:
    places = Places(record)
    law = Law(record, places, AS_OF, crimes)
    numbered = list(enumerate(events.items()))
    classes = [(i, judged.spot.codes, first, last) for i, ((_, first, last), judged) in numbered]
    asked = decided.asked(classes, record, AS_OF, crimes)
    with duckdb.connect() as base:
        base.register("asked", asked)
        found = base.execute(decided.query("asked")).fetchall()
    given = {row[0]: row[1:] for row in found}
    for i, ((code, first, last), _) in numbered:
        judged = law.judged(places.number(code), first, last) if code else law.nowhere(first, last)
        assert given[i] == (judged.jurisdiction, *judged.grounds, *judged.bars), (code, date.fromordinal(first))


def test_the_query_names_what_screening_adds() -> None:
    text = decided.query("asked")
    assert all(f"AS {name}" in text for name in NAMES)
