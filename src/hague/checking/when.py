"""Dates of a claim against dates on record, each at its own precision."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from hague.record import days

_SEASONS = {
    "SP": (3, 5),
    "SU": (6, 8),
    "FA": (9, 11),
    "WI": (12, 2),
    "Q1": (1, 3),
    "Q2": (4, 6),
    "Q3": (7, 9),
    "Q4": (10, 12),
    "H1": (1, 6),
    "H2": (7, 12),
}
_VALUE = re.compile(r"(\d{4})(?:-(\d{2}|W\d{2}|SP|SU|FA|WI|Q[1-4]|H[12]))?(?:-(\d{2}|WE))?(?:T.*)?")
CLOSE = timedelta(days=4)
"""Days by which a date may be off before it counts as wrong: time zones, publication a day later, a slip of reading."""

Interval = tuple[date, date]


def some(answers: Iterable[bool | None]) -> bool | None:
    """Whether one of several holds: ``None`` where none does and one may.

    >>> some([False, None, True]), some([False, None]), some([])
    (True, None, False)
    """
    given = set(answers)
    return True if True in given else (None if None in given else False)


def every(answers: Iterable[bool | None]) -> bool | None:
    """Whether all of several hold: ``None`` where none fails and one may.

    >>> every([True, None, False]), every([True, None]), every([])
    (False, None, True)
    """
    given = set(answers)
    return False if False in given else (None if None in given else True)


def interval(value: str | None, today: date | None) -> Interval | None:
    """First and last day of a TIMEX3 value; ``None`` for durations and what is too vague.

    >>> interval("2023-03", None)
    (datetime.date(2023, 3, 1), datetime.date(2023, 3, 31))
    """
    if not value:
        return None
    if value == "PRESENT_REF":
        return (today, today) if today else None
    if re.fullmatch(r"\d{3}", value):
        return date(int(value) * 10, 1, 1), date(int(value) * 10 + 9, 12, 31)
    m = _VALUE.fullmatch(value)
    if not m:
        return None
    try:
        year = int(m[1])
        if not 1 <= year <= 9998:
            return None
        if m[2] is None:
            return date(year, 1, 1), date(year, 12, 31)
        if m[2] in _SEASONS:
            first, last = _SEASONS[m[2]]
            end_year = year + (last < first)
            return date(year, first, 1), date(end_year, last, monthrange(end_year, last)[1])
        if m[2].startswith("W"):
            monday = date.fromisocalendar(year, int(m[2][1:]), 1)
            return monday - timedelta(days=1), monday + timedelta(days=6)
        if m[3] and m[3] != "WE":
            day = date(year, int(m[2]), int(m[3]))
            return day, day
        return date(year, int(m[2]), 1), date(year, int(m[2]), monthrange(year, int(m[2]))[1])
    except ValueError:
        return None


def years_on(span: Interval, n: int) -> Interval:
    """The same days ``n`` years later, or earlier; 29 February is the day before where there is none.

    >>> years_on((date(2024, 2, 1), date(2024, 2, 29)), -1)
    (datetime.date(2023, 2, 1), datetime.date(2023, 2, 28))
    >>> years_on((date(2020, 6, 1), date(2020, 6, 30)), 1)
    (datetime.date(2021, 6, 1), datetime.date(2021, 6, 30))
    """
    first, last = (d.replace(year=d.year + n, day=28 if (d.month, d.day) == (2, 29) else d.day) for d in span)
    return first, last


def year_after(span: Interval) -> Interval:
    """The same days a year later."""
    return tuple(d.replace(year=d.year + 1, day=min(d.day, 28) if (d.month, d.day) == (2, 29) else d.day) for d in span)  # type: ignore[return-value]


def agrees(partial: str, relation: str, asked: Interval) -> bool | None:
    """Whether a dated fact fits "on", "since", "before" ... an interval; ``None`` where they all but meet."""
    first, last = days.first(partial), days.last(partial)
    a, b = asked
    if relation == "before":
        return first <= b
    if relation in ("until", "by"):
        return first <= b
    if relation == "after":
        return last >= a
    if first <= b and last >= a:
        return True
    gap = (a - last) if last < a else (first - b)
    if a == b:
        return None if gap <= CLOSE else False
    week = (b - a).days == 7  # "last week", told on a Sunday, may be the week that ends
    return None if gap <= (CLOSE if week else timedelta(days=1)) else False
