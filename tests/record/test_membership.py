"""Who is bound on a day: article 126's arithmetic, withdrawals, recalls, and counts known from elsewhere."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hague.record import Record
from hague.record.membership import entry_into_force, is_party, membership, parties

ARTICLE_126 = [
    # deposit, in force, what it shows
    (date(2000, 5, 2), date(2002, 7, 1)),  # one of the first sixty
    (date(2002, 4, 11), date(2002, 7, 1)),  # the sixtieth
    (date(2002, 5, 1), date(2002, 7, 1)),  # sixty days end in June
    (date(2002, 5, 2), date(2002, 8, 1)),  # sixty days end on 1 July: the month after
    (date(2015, 1, 2), date(2015, 4, 1)),  # State of Palestine
    (date(2023, 11, 14), date(2024, 2, 1)),  # Armenia
    (date(2024, 10, 25), date(2025, 1, 1)),  # Ukraine
    (date(2003, 11, 1), date(2004, 1, 1)),  # across the end of a year
]


@pytest.mark.parametrize(("deposit", "in_force"), ARTICLE_126)
def test_article_126(deposit: date, in_force: date) -> None:
    assert entry_into_force(deposit) == in_force


@given(st.dates(min_value=date(2002, 4, 12), max_value=date(2100, 1, 1)))
def test_entry_into_force_is_the_first_of_a_month_after_sixty_days(deposit: date) -> None:
    day = entry_into_force(deposit)
    assert day.day == 1
    assert deposit + timedelta(days=60) < day <= deposit + timedelta(days=60 + 31)


BOUND = [
    # state, day, bound?, what it shows
    ("PSE", "2015-03-31", False),  # deposited, not yet in force
    ("PSE", "2015-04-01", True),
    ("BDI", "2017-10-26", True),  # the last day
    ("BDI", "2017-10-27", False),
    ("PHL", "2019-03-16", True),
    ("PHL", "2019-03-17", False),
    ("GMB", "2017-06-01", True),  # took its notice back
    ("ZAF", "2018-01-01", True),  # took its notice back
    ("MYS", "2019-07-01", False),  # recalled its accession before it took effect
    ("ARM", "2024-01-31", False),
    ("ARM", "2024-02-01", True),
    ("UKR", "2024-12-31", False),
    ("UKR", "2025-01-01", True),
    ("ISR", "2024-05-03", False),  # signed only
    ("USA", "2024-05-03", False),
    ("RUS", "2023-03-17", False),
    ("COM", "2006-10-31", False),
    ("COM", "2006-11-01", True),
    ("MNE", "2006-12-01", True),  # by succession
    ("HUN", "2026-06-01", True),
    ("HUN", "2026-06-02", True),  # took its notice back before it took effect
]


@pytest.mark.parametrize(("iso3", "day", "bound"), BOUND)
def test_who_is_bound(record: Record, iso3: str, day: str, bound: bool) -> None:
    assert is_party(record.states[f"state:{iso3}"], date.fromisoformat(day)) is bound


COUNTS = [
    ("2002-07-01", 66), ("2014-04-01", 122), ("2015-04-01", 123), ("2017-10-26", 124), ("2017-10-27", 123),
    ("2019-03-16", 123), ("2019-03-17", 122), ("2020-02-01", 123), ("2024-02-01", 124), ("2025-01-01", 125),
]  # fmt: skip


@pytest.mark.parametrize(("day", "count"), COUNTS)
def test_the_number_of_parties(record: Record, day: str, count: int) -> None:
    assert len(parties(record.states, date.fromisoformat(day))) == count


@given(day=st.dates(min_value=date(1998, 1, 1), max_value=date(2002, 6, 30)))
def test_nobody_is_bound_before_the_statute_is_in_force(record: Record, day: date) -> None:
    assert parties(record.states, day) == []


def test_a_withdrawal_is_seen_only_once_it_is_notified(record: Record) -> None:
    burundi = record.states["state:BDI"]
    before = membership(burundi, date(2016, 10, 1))
    after = membership(burundi, date(2016, 11, 1))
    assert before is not None
    assert after is not None
    assert (before.until, after.until) == (None, date(2017, 10, 27))
