"""A TIMEX3 value in words."""

from __future__ import annotations

import re

from hague.record import days

_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_VALUE = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})T(?:(?P<part>[A-Z]{2})|(?P<clock>\d{2}:\d{2}))(?::\d{2})?Z?"
    r"|(?P<year>\d{4})-(?:W(?P<week>\d{1,2})|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI))"
)


def in_words(value: str | None) -> str | None:
    """The day, month, year, week, season or hour that ``value`` names; ``None`` for durations and what is left open.

    >>> in_words("2024-05-03"), in_words("2024-05-03TNI"), in_words("2024-W19"), in_words("P3D")
    ('3 May 2024', '3 May 2024, night', 'week 19 of 2024', None)
    """
    if value is None:
        return None
    if days.is_partial_day(value):
        return days.in_words(value)
    found = _VALUE.fullmatch(value)
    if found is None:
        return None
    if found["day"]:
        if not days.is_partial_day(found["day"]):
            return None
        rest = _PARTS.get(found["part"], "") if found["part"] else found["clock"]
        return f"{days.in_words(found['day'])}, {rest}" if rest else days.in_words(found["day"])
    year = found["year"]
    if found["week"]:
        return f"week {int(found['week'])} of {year}"
    if found["quarter"]:
        return f"quarter {found['quarter']} of {year}"
    if found["half"]:
        return f"{'first' if found['half'] == '1' else 'second'} half of {year}"
    return f"{_SEASONS[found['season']]} {year}"
