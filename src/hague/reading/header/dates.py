"""Full dates as headers print them, and the order in which a text writes days in figures."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

Order = Literal["dmy", "mdy"]

MONTHS = (
    r"Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|Jun\.|July?|Jul\.|Aug(?:ust|\.)?|"
    r"Sep(?:tember|t\.?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|"
    r"JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|"
    r"JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC"
)
_DAYS = (
    r"(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs|r)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?|"
    r"(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY"
)
DATE = re.compile(
    rf"(?<![\w/-])(?:(?:{_DAYS}),?\s+)?(?:the\s+)?(?:"
    r"(?P<iso>\d{4}-\d{2}-\d{2})(?!\d)|"
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+day)?(?:\s+of)?[\s-]+(?P<m1>{MONTHS}),?[\s-]+"
    r"(?P<y1>(?:19|20)\d{2})\b|"
    rf"(?P<m2>{MONTHS})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>(?:19|20)\d{{2}})\b|"
    r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y3>(?:19|20)\d{2}|\d{2})(?![\d./-]\d|\d)|"
    rf"(?P<d5>\d{{1,2}})(?P<m5>{MONTHS})(?P<y5>\d{{2}}(?:\d{{2}})?)(?!\d)|"
    r"(?P<y4>(?:19|20)\d{2})[/.](?P<m4>\d{1,2})[/.](?P<d4>\d{1,2})\b"
    r")",
)
"""A day with its year, in the forms that headers use. ``read_date`` turns a match into ISO."""

_NUMBER = {
    m: i + 1 for i, m in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"))
}


def read_date(match: re.Match[str], order: Order) -> str | None:
    """The ISO day of a match of ``DATE``; ``None`` for a day that does not exist (31 April).

    >>> read_date(DATE.search("03/05/2024"), "dmy"), read_date(DATE.search("Sunday, Feb. 30, 2024"), "dmy")
    ('2024-05-03', None)
    """
    g = match.groupdict()
    if g["iso"]:
        year, month, day = map(int, g["iso"].split("-"))
    elif g["m1"]:
        year, month, day = int(g["y1"]), _NUMBER[g["m1"][:3].lower()], int(g["d1"])
    elif g["m2"]:
        year, month, day = int(g["y2"]), _NUMBER[g["m2"][:3].lower()], int(g["d2"])
    elif g["d5"]:
        year, month, day = int(g["y5"]), _NUMBER[g["m5"][:3].lower()], int(g["d5"])
        year += 2000 if year < 100 else 0
    elif g["y4"]:
        year, month, day = int(g["y4"]), int(g["m4"]), int(g["d4"])
    else:
        a, b = int(g["a"]), int(g["b"])
        day_first = b <= 12 and (a > 12 or order == "dmy" or g["sep"] == ".")
        day, month = (a, b) if day_first else (b, a)
        year = int(g["y3"]) + (2000 if len(g["y3"]) == 2 else 0)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def numeric_order(text: str) -> Order:
    """How this text writes days in figures: by any date that only one order allows, else by its other habits."""
    sample = text[:20_000]
    dmy = mdy = 0
    for a, b in _FIGURES.findall(sample):
        dmy += int(a) > 12 >= int(b)
        mdy += int(b) > 12 >= int(a)
    if dmy != mdy:
        return "dmy" if dmy > mdy else "mdy"
    american = len(_MONTH_FIRST.findall(sample)) + len(_US_SPELLING.findall(sample))
    british = len(_DAY_FIRST.findall(sample)) + len(_UK_SPELLING.findall(sample))
    return "mdy" if american > british else "dmy"


_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?![\d/-])")
_MONTH_FIRST = re.compile(rf"\b(?:{MONTHS})\s+\d{{1,2}}\b(?!\s*:)")
_DAY_FIRST = re.compile(rf"\b\d{{1,2}}\s+(?:{MONTHS})\b")
_US_SPELLING = re.compile(
    r"\b(?:\w+ized?|\w+izing|color|honor|favor|labor|center|defense|offense|program|toward|[ap]\.m\.|U\.S\.)(?=\W)"
)
_UK_SPELLING = re.compile(
    r"\b(?:\w{3,}ised?|\w{3,}ising|colour|honour|favour|labour|centre|defence|offence|programme|towards|whilst|"
    r"judgement)\b"
)
DAY_AND_MONTH = re.compile(rf"(?:{MONTHS})\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTHS})")
