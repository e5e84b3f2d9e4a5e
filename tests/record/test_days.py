"""Partial days: what is accepted, what is refused, and between which calendar days each lies."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hague.record import days

SPANS = [
    # given, first, last, precision
    ("2015", date(2015, 1, 1), date(2015, 12, 31), "year"),
    ("2015-02", date(2015, 2, 1), date(2015, 2, 28), "month"),
    ("2016-02", date(2016, 2, 1), date(2016, 2, 29), "month"),
    ("2015-04-01", date(2015, 4, 1), date(2015, 4, 1), "day"),
]


@pytest.mark.parametrize(("given", "first", "last", "precision"), SPANS)
def test_a_partial_day_lies_between_two_days(given: str, first: date, last: date, precision: str) -> None:
    assert (days.first(given), days.last(given), days.precision(given)) == (first, last, precision)


REFUSED = [
    "", "15", "2015-4", "2015-13", "2015-02-29", "2015-04-31", "2015/04/01", "04-2015", "2015-04-01T00:00",
    " 2015", "2015-00", "0000",
]  # fmt: skip


@pytest.mark.parametrize("given", REFUSED)
def test_what_is_no_day_month_or_year_is_refused(given: str) -> None:
    assert not days.is_partial_day(given)


@given(st.dates(min_value=date(1900, 1, 1)))
def test_every_day_is_its_own_first_and_last(day: date) -> None:
    text = day.isoformat()
    assert days.is_partial_day(text)
    assert days.first(text) == days.last(text) == day
    assert days.first(text[:7]) <= day <= days.last(text[:7])
    assert days.first(text[:4]) <= days.first(text[:7])
