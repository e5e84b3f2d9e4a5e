"""Arithmetic on days and on TIMEX3 values of days, weeks, months and years."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

Precision = Literal["day", "week", "month", "quarter", "year"]


def iso(day: date) -> str:
    return day.isoformat()


def week(day: date) -> str:
    """The ISO week.

    >>> week(date(2024, 5, 3))
    '2024-W18'
    """
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02d}"


def add_months(day: date, months: int) -> tuple[int, int]:
    """Year and month, ``months`` after those of ``day``."""
    at = day.year * 12 + day.month - 1 + months
    return at // 12, at % 12 + 1


def quarter_before(day: date) -> tuple[int, int]:
    """Year and number of the last quarter that ended before ``day``."""
    number = (day.month - 1) // 3
    return (day.year, number) if number else (day.year - 1, 4)


@lru_cache(maxsize=1024)
def parse_value(value: str) -> date:
    """The first day that a value of a day, week, month, quarter or year covers."""
    return start_of(value) or date.min


def start_of(value: str) -> date | None:
    """The first day covered by ``value``; ``None`` where it is no calendar value.

    >>> start_of("2024-W18"), start_of("2018-06-08TEV"), start_of("P3D")
    (datetime.date(2024, 4, 29), datetime.date(2018, 6, 8), None)
    """
    try:
        if len(value) == 4:
            return date(int(value), 1, 1)
        if len(value) < 7 or value[4] != "-":
            return None
        year, rest = int(value[:4]), value[5:]
        if rest[0] == "W":
            return date.fromisocalendar(year, int(rest[1:3]), 1)
        if rest[0] == "Q":
            return date(year, 3 * int(rest[1]) - 2, 1)
        if rest[:2] in _SEASON_STARTS:
            return date(year, _SEASON_STARTS[rest[:2]], 1)
        if rest[0] == "H":
            return date(year, 6 * int(rest[1]) - 5, 1)
        if len(rest) == 2:
            return date(year, int(rest), 1)
        return date.fromisoformat(value[:10])
    except (ValueError, IndexError):
        return None


def end_of(value: str) -> date | None:
    """The last day covered by ``value``; ``None`` where it is no calendar value.

    >>> end_of("2024-W18"), end_of("2023-02"), end_of("2015")
    (datetime.date(2024, 5, 5), datetime.date(2023, 2, 28), datetime.date(2015, 12, 31))
    """
    start = start_of(value)
    if start is None:
        return None
    kind = precision(value)
    if kind == "day":
        return start
    if kind == "week":
        return start + timedelta(6)
    months = {"month": 1, "quarter": 6 if value[5:6] == "H" else 3, "year": 12}[kind]
    year, month = add_months(start, months)
    return date(year, month, 1) - timedelta(1) if year <= 9999 else date.max


def precision(value: str) -> Precision:
    if len(value) == 4:
        return "year"
    head = value[5:6]
    if head == "W":
        return "week"
    if head in ("Q", "H") or value[5:7] in _SEASON_STARTS:
        return "quarter"
    return "month" if len(value) == 7 else "day"


_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_FINENESS: dict[str, int] = {"year": 0, "quarter": 1, "month": 2, "week": 3, "day": 4}


def precise_enough(value: str, wanted: Precision) -> bool:
    """Whether ``value`` is known at least to ``wanted``."""
    return _FINENESS[precision(value)] >= _FINENESS[wanted]


_FIXED = {
    "christmas": (12, 25), "christmas-eve": (12, 24), "new-year": (1, 1), "new-year-eve": (12, 31),
    "halloween": (10, 31),
    "valentine": (2, 14), "veterans-day": (11, 11), "human-rights-day": (12, 10), "may-day": (5, 1),
    "independence-day-us": (7, 4), "boxing-day": (12, 26), "justice-day": (7, 17),
}  # fmt: skip
_NTH = {"thanksgiving": (11, 3, 4), "labor-day": (9, 0, 1)}
"""Month, weekday, which one."""


def feast(name: str, year: int) -> date | None:
    """The day of a feast in ``year``.

    >>> feast("easter", 2024), feast("thanksgiving", 2024)
    (datetime.date(2024, 3, 31), datetime.date(2024, 11, 28))
    """
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _NTH:
        month, weekday, which = _NTH[name]
        first = date(year, month, 1)
        return first + timedelta((weekday - first.weekday()) % 7 + 7 * (which - 1))
    if name == "memorial-day":
        last = date(year, 5, 31)
        return last - timedelta(last.weekday())
    if name == "election-day-us":
        first = date(year, 11, 1)
        return first + timedelta((0 - first.weekday()) % 7 + 1)
    if name in ("easter", "easter-eve", "good-friday"):
        return _easter(year) + timedelta({"easter": 0, "easter-eve": 1, "good-friday": -2}[name])
    return None


def _easter(year: int) -> date:
    """Western Easter, by the anonymous Gregorian rule."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
