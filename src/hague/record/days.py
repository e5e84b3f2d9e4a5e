"""Days as the record keeps them: known to the day, the month or the year, and never beyond.

A partial day is an ISO 8601 string whose length is its precision: ``2015``, ``2015-04``, ``2015-04-01``.
``first`` and ``last`` give the calendar days between which it lies; everything that compares two dates
says which end it means.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Annotated, Literal

from hague.record.spelled import spelled

PartialDay = Annotated[str, spelled(r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Precision = Literal["day", "month", "year"]

_SHAPE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def precision(day: str) -> Precision:
    """``day``, ``month`` or ``year``.

    >>> precision("2015-04")
    'month'
    """
    return {4: "year", 7: "month", 10: "day"}[len(day)]  # type: ignore[return-value]


def is_partial_day(text: str) -> bool:
    """Whether ``text`` is a year, a month or a day that exists.

    >>> [is_partial_day(t) for t in ("2024-02-29", "2023-02-29", "2024-13", "24-01-01")]
    [True, False, False, False]
    """
    if not _SHAPE.fullmatch(text):
        return False
    try:
        first(text)
    except ValueError:
        return False
    return True


def first(day: str) -> date:
    """The earliest calendar day that ``day`` may mean.

    >>> first("2015-04")
    datetime.date(2015, 4, 1)
    """
    year, month, dom = (*map(int, day.split("-")), 1, 1)[:3]
    return date(year, month, dom)


def last(day: str) -> date:
    """The latest calendar day that ``day`` may mean.

    >>> last("2015-02")
    datetime.date(2015, 2, 28)
    """
    if len(day) == 4:
        return date(int(day), 12, 31)
    if len(day) == 7:
        year, month = map(int, day.split("-"))
        return date(year, month, monthrange(year, month)[1])
    return date.fromisoformat(day)


def years_after(day: date, years: int) -> date:
    """The same day some years later; for 29 February, in a year without one, 1 March.

    >>> years_after(date(2024, 2, 29), 1)
    datetime.date(2025, 3, 1)
    """
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def in_words(day: str) -> str:
    """The day as a reader would write it.

    >>> in_words("2015-04-01"), in_words("2015-04"), in_words("2015")
    ('1 April 2015', 'April 2015', '2015')
    """
    parts = day.split("-")
    if len(parts) == 1:
        return day
    month = _MONTHS[int(parts[1]) - 1]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
