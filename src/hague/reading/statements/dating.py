"""The day on which words were said: from the attribution's own time, or from the speech event it belongs to."""

from __future__ import annotations

import re

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T\S{0,20})?$")
_MONTH = re.compile(r"(\d{4}-\d{2})$")
_YEAR = re.compile(r"(\d{4})$")
_SEASON = re.compile(r"(\d{4})-(?:SP|SU|FA|WI)$")
_WEEK = re.compile(r"(\d{4})-W(\d{2})$")


def on(value: str | None) -> str | None:
    """Day, month or year of a TIMEX3 value; a week within one month gives the month, a season its year.

    >>> on("2024-05-03TNI"), on("2024-05"), on("2019-W14"), on("2019-FA"), on("P1W")
    ('2024-05-03', '2024-05', '2019-04', '2019', None)
    """
    if value is None:
        return None
    for pattern in (_DAY, _MONTH, _YEAR, _SEASON):
        match = pattern.match(value)
        if match:
            return match.group(1)
    week = _WEEK.match(value)
    if week:
        from datetime import date

        try:
            first = date.fromisocalendar(int(week.group(1)), int(week.group(2)), 1)
            last = date.fromisocalendar(int(week.group(1)), int(week.group(2)), 5)
        except ValueError:
            return None
        return first.isoformat()[:7] if first.month == last.month else None
    return None


def finer(a: str | None, b: str | None) -> str | None:
    """The more precise of two that agree, else the first."""
    if a and b and len(b) > len(a) and b.startswith(a):
        return b
    return a or b
