"""What the groups of a match say: a month, a day, a count, the edge of a span."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from hague.reading.times.context import Context, Match
from hague.reading.times.days import Precision, add_months, iso, week
from hague.reading.times.numbers import number

EDGES = {
    "early": "START", "earlier": "START", "beginning": "START", "start": "START",
    "late": "END", "later": "END", "end": "END", "close": "END", "mid": "MID", "middle": "MID",
}  # fmt: skip


DECADES = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]


BACK = frozenset({"last", "previous", "past", "prior", "preceding"})


FORTH = frozenset({"next", "coming", "following", "upcoming", "ensuing", "subsequent"})


KNOWN_TO: dict[str, Precision] = {"D": "day", "W": "week", "WE": "day", "M": "month", "Q": "quarter"}
"""How exactly a time must be known for a unit to be counted from it; years else."""


NEAR = 60
"""Tokens within which "the day before" counts from a day that the text names; else from the report's."""


def month_of(m: Match) -> int:
    return int(m.value("m", "MONTH", "MONTHABBR") or 0)


def day_of(m: Match) -> int:
    if m.has("o"):
        return int(sum(int(m.table("ORDINALTEN", "ORDINAL").get(w, "0")) for w in m.words("o")))
    return int(m.word("d").rstrip("stndrh"))


def weekday_of(m: Match, group: str = "w") -> int | None:
    found = m.value(group, "WEEKDAY", "WEEKDAYABBR", "WEEKDAYPLURAL")
    return int(found) - 1 if found else None


def relative_year(c: Context, m: Match, group: str = "r") -> int | None:
    words = m.words(group)
    if words[0] in ("that", "the") and words[-2] != "next":
        base = c.reference("year")
        year = int(base[:4]) if base else c.anchor.year if c.anchor else None
        shift = {"previous": -1, "following": 1}.get(words[-2], 0)
        return None if year is None else year + shift
    if c.anchor is None:
        return None
    return c.anchor.year + (
        -1 if words[0] in ("last", "previous", "past", "prior") else words[-2] in ("next", "coming")
    )


def full_day(c: Context, m: Match) -> date | Literal["open"] | None:
    """The day that ``m`` names by month and day; ``None`` if there is none, "open" if its year is not known."""
    month, dom = month_of(m), day_of(m)
    year = int(m.word("y")) if m.has("y") else relative_year(c, m) if m.has("r") else None
    if year is None:
        year = c.year_of_neighbour(m)
    if year is not None:
        return calendar_day(year, month, dom)
    if not (calendar_day(2000, month, dom)):
        return None
    if c.anchor is None:
        return "open"
    weekday = weekday_of(m) if m.has("w") else None
    if weekday is None and (told := c.next_in_story(m, month, dom)):
        return told
    options = [d for y in range(c.anchor.year - 4, c.anchor.year + 5) if (d := calendar_day(y, month, dom))]
    if weekday is not None:
        fitting = [d for d in options if d.weekday() == weekday]
        options = fitting or options
    return c.nearest(options, m)


def calendar_day(year: int, month: int, dom: int) -> date | None:
    try:
        return date(year, month, dom)
    except ValueError:
        return None


def edge(m: Match, group: str = "q") -> str | None:
    if not m.has(group):
        return None
    for word in m.words(group):
        if word in EDGES:
            return EDGES[word]
    return None


def count_of(m: Match, group: str = "n") -> float | Literal["X"] | None:
    if m.has(group):
        return number(m.words(group), m)
    if m.has("a"):
        return 1
    if m.has("hh"):
        return 0.5
    return "X"


def shifted(day: date, k: int, code: str) -> str | None:
    """``day`` moved by ``k`` units, at the precision of the unit; ``None`` beyond the calendar."""
    try:
        if code == "D":
            return iso(day + timedelta(k))
        if code in ("W", "F"):
            return week(day + timedelta(7 * k * (2 if code == "F" else 1)))
        if code == "WE":
            return week(day + timedelta(7 * k)) + "-WE"
        if code == "M":
            return "{}-{:02d}".format(*add_months(day, k))
        if code == "Q":
            year, month_ = add_months(day, 3 * k)
            return f"{year}-Q{(month_ - 1) // 3 + 1}"
        if code == "S":
            year, month_ = add_months(day, 6 * k)
            return f"{year}-H{1 if month_ <= 6 else 2}"
        years = {"Y": 1, "N": 1, "E": 10, "C": 100, "L": 1000}.get(code)
        if years is None:
            return iso(day)
        year = day.year + k * years
        if not 1 <= year <= 9999:
            return None
        return {"E": f"{year:04d}"[:3], "C": f"{year:04d}"[:2]}.get(code, f"{year:04d}")
    except (OverflowError, ValueError):
        return None


def duration_value(count: float | Literal["X"] | None, code: str) -> str | None:
    if count is None:
        return None
    if code in ("Q", "S", "F", "N") and count != "X":
        count, code = count * {"Q": 3, "S": 6, "F": 2, "N": 1}[code], {"Q": "M", "S": "M", "F": "W", "N": "Y"}[code]
    if count != "X" and code in _LONG:
        count, code = count * _LONG[code], "Y"
    if count != "X" and count != int(count):
        smaller = {"Y": ("M", 12), "TH": ("TM", 60), "D": ("TH", 24), "TM": ("TS", 60)}.get(code)
        if smaller and count < 1:
            count, code = count * smaller[1], smaller[0]
    text = count if count == "X" else f"{count:g}" if count != int(count) else str(int(count))
    if code.startswith("T"):
        return f"PT{text}{code[1]}"
    return f"P{text}{code}"


_LONG = {"E": 10, "C": 100, "L": 1000}
