"""The record as of a day shows what a careful reader could know that day, and nothing later."""

from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hague.record import Record, days
from hague.record.known import public_day
from hague.record.model import Fact, Office
from hague.record.status import in_office, person_status, situation_status, warrant_in_force

STANDING = [
    # person, day, standing, what it shows
    ("vladimir-putin", "2023-03-16", "not-before-the-court"),
    ("vladimir-putin", "2023-03-17", "at-large"),
    ("benjamin-netanyahu", "2024-05-19", "not-before-the-court"),
    ("benjamin-netanyahu", "2024-05-20", "warrant-requested"),
    ("benjamin-netanyahu", "2024-11-21", "at-large"),
    ("thomas-lubanga", "2006-03-16", "not-before-the-court"),  # the warrant of February was under seal
    ("thomas-lubanga", "2012-03-14", "convicted"),
    ("jean-pierre-bemba", "2018-06-08", "acquitted"),
    ("omar-al-bashir", "2009-03-04", "at-large"),
    ("muammar-gaddafi", "2012-01-01", "dead"),
    ("laurent-gbagbo", "2021-03-31", "acquitted"),
    ("rodrigo-duterte", "2025-03-12", "in-custody"),
    ("dominic-ongwen", "2022-12-15", "serving-sentence"),
]


@pytest.mark.parametrize(("slug", "day", "standing"), STANDING)
def test_where_a_person_stands(record: Record, slug: str, day: str, standing: str) -> None:
    assert person_status(record.persons[f"person:{slug}"], date.fromisoformat(day)) == standing


TERMS = [
    # from, to, the day asked, the last day asked, whether the office may have been held
    ("2012-06-15", "2021-06-15", "2012-06-14", None, False),
    ("2012-06-15", "2021-06-15", "2012-06-15", None, True),
    ("2012-06-15", "2021-06-15", "2021-06-15", None, True),
    ("2012-06-15", "2021-06-15", "2021-06-16", None, False),
    ("2012-06-15", None, "2030-01-01", None, True),
    (None, "2021-06-15", "1999-01-01", None, True),
    (None, None, "1999-01-01", None, True),
    ("2018", "2020-05", "2017-12-31", None, False),
    ("2018", "2020-05", "2018-01-01", None, True),
    ("2018", "2020-05", "2020-05-31", None, True),
    ("2018", "2020-05", "2020-06-01", None, False),
    ("2012-06-15", "2021-06-15", "2012-01-01", "2012-12-31", True),
    ("2012-06-15", "2021-06-15", "2021-01-01", "2021-12-31", True),
    ("2012-06-15", "2021-06-15", "2011-01-01", "2011-12-31", False),
    ("2012-06-15", "2021-06-15", "2022-01-01", "2022-12-31", False),
]


@pytest.mark.parametrize(("begun", "ended", "on", "until", "held"), TERMS)
def test_whether_an_office_may_have_been_held(
    begun: str | None, ended: str | None, on: str, until: str | None, held: bool
) -> None:
    office = Office(
        sources=("source:test",), title="Registrar", body="icc", capacity="registrar", from_=begun, to=ended
    )
    assert in_office(office, date.fromisoformat(on), until and date.fromisoformat(until)) is held


SITUATIONS = [
    ("palestine", "2015-01-15", "not-before-the-court"),
    ("palestine", "2020-01-01", "examination-closed"),  # a referral needs no authorisation
    ("palestine", "2021-03-03", "under-investigation"),
    ("afghanistan", "2019-06-01", "under-examination"),  # authorisation refused
    ("afghanistan", "2020-03-05", "under-investigation"),
    ("kenya", "2024-01-01", "investigation-concluded"),
    ("colombia", "2021-12-31", "examination-closed"),
    ("philippines", "2022-01-01", "investigation-suspended"),
    ("philippines", "2023-02-01", "under-investigation"),
]


@pytest.mark.parametrize(("slug", "day", "standing"), SITUATIONS)
def test_where_a_situation_stands(record: Record, slug: str, day: str, standing: str) -> None:
    assert situation_status(record.situations[f"situation:{slug}"], date.fromisoformat(day)) == standing


def test_a_sealed_warrant_is_unknown_until_it_is_public(record: Record) -> None:
    kony = record.persons["person:joseph-kony"]
    assert warrant_in_force(kony, date(2005, 9, 1)) is None  # issued in July, unsealed in October
    found = warrant_in_force(kony, date(2005, 10, 14))
    assert found is not None
    assert found.on == "2005-07-08"


@settings(max_examples=40, deadline=None)
@given(day=st.dates(min_value=date(1998, 7, 17), max_value=date(2026, 11, 24)))
def test_nothing_public_later_is_shown(record: Record, day: date) -> None:
    view = record.on(day)
    for table in ("states", "situations", "persons", "declarations", "decisions", "positions", "acts"):
        for entry in view.table(table).values():
            for fact in _facts(entry):
                known_from = public_day(fact)
                assert known_from is None or days.last(known_from) <= day


def _facts(value: Any) -> list[Fact]:
    if isinstance(value, tuple):
        return [f for v in value for f in _facts(v)]
    if isinstance(value, msgspec.Struct):
        inner = [f for name in value.__struct_fields__ for f in _facts(getattr(value, name))]
        return [value, *inner] if isinstance(value, Fact) else inner
    return []


def test_the_whole_record_is_what_its_last_review_shows(record: Record) -> None:
    view = record.on(date(2100, 1, 1))
    assert dict(view.persons) == dict(record.persons)
    assert dict(view.states) == dict(record.states)
