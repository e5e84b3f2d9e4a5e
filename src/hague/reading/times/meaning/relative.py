"""Times counted from the report or from what it named before."""

from __future__ import annotations

from datetime import date, timedelta

from hague.reading.times.context import Context, Match
from hague.reading.times.days import iso, parse_value, week
from hague.reading.times.meaning.pieces import BACK, FORTH, KNOWN_TO, NEAR, count_of, duration_value, edge, shifted
from hague.reading.times.meaning.registry import Value, means


@means
def unit(c: Context, m: Match) -> Value | None:
    """last week, this year, the following month, earlier in the week, the end of the year."""
    code = m.value("u", "SPAN", "UNIT") or "D"
    words = m.words("l") if m.has("l") else ["the"]
    mod = edge(m)
    lead = words[-1]
    shift = -1 if lead in BACK else 1 if lead in FORTH else 0
    about_reference = words[0] in ("the", "that") and lead not in ("coming", "upcoming", "current")
    if m.has("r"):
        year_shift = {"last": -1, "next": 1}.get(m.words("r")[0], 0)
        return Value("DATE", str(c.anchor.year + year_shift)) if c.anchor else Value("DATE", None)
    if about_reference and code == "D" and shift and c.only_coarser(m):
        return Value("DATE", None)
    if about_reference and m.has("l"):
        base = c.reference(
            KNOWN_TO.get(code, "year"),
            ahead=c.direction(m) > 0,
            since=m.start - NEAR if code == "D" and shift else 0,
        )
        if base is None and words[0] == "that" and c.anchor is None:
            return Value("DATE", None)
        if base is not None:
            return Value("DATE", shifted(parse_value(base), shift, code), mod)
    if c.anchor is None:
        return Value("DATE", None, mod)
    return Value("DATE", shifted(c.anchor, shift, code), mod)


@means
def past_span(c: Context, m: Match) -> Value | None:
    return Value("DURATION", duration_value(1, m.value("u", "SPAN") or "D"))


@means
def the_unit(c: Context, m: Match) -> Value | None:
    """the year, the week: that of the report."""
    if c.anchor is None or m.before(1) in ("of", "during", "per", "throughout", "a"):
        return None
    return Value("DATE", shifted(c.anchor, 0, m.value("u", "SPAN") or "D"))


@means
def ended_span(c: Context, m: Match) -> Value | None:
    """the year ended 30 June"""
    return Value("DURATION", "P1Y")


@means
def year_end(c: Context, m: Match) -> Value | None:
    return Value("DATE", str(c.anchor.year) if c.anchor else None, "END")


@means
def weekend(c: Context, m: Match) -> Value | None:
    if c.anchor is None:
        return Value("DATE", None)
    back = c.direction(m) <= 0 and c.anchor.weekday() < 5
    return Value("DATE", week(c.anchor - timedelta(7 * back)) + "-WE")


@means
def the_day_before(c: Context, m: Match) -> Value | None:
    """the day before (the hearing), the week after."""
    code = m.value("u", "UNIT") or "D"
    word = m.word("e")
    if word not in ("before", "earlier", "after"):
        return None
    if m.tokens.words[m.start] != "the" and code != "D":
        return None
    base = c.reference(KNOWN_TO.get(code, "year"), since=m.start - NEAR)
    day_ = parse_value(base) if base else c.anchor
    if day_ is None:
        return Value("DATE", None)
    return Value("DATE", shifted(day_, 1 if word == "after" else -1, code))


@means
def ago(c: Context, m: Match) -> Value | None:
    return _moved(c, m, c.anchor, 1 if "from" in m.words("g") else -1)


@means
def anchored(c: Context, m: Match) -> Value | None:
    """two days later, five years earlier: counted from the time named before."""
    word = m.word("g")
    if word in ("previously", "prior", "hence", "afterwards", "afterward", "thereafter"):
        sign = -1 if word in ("previously", "prior") else 1
    else:
        sign = -1 if word in ("earlier", "before") else 1
    code = m.value("u", "UNIT", "UNITS") or "D"
    if word == "before" and not m.ends_clause():
        return None  # "two days before the vote" is a length of time
    kind = "day" if code in ("W", "F") else "month" if code == "Q" else KNOWN_TO.get(code, "year")
    if count_of(m) == "X":
        return None  # "a few hours later" is a length of time
    base = c.reference(kind, within=6, ahead=c.direction(m) > 0)
    if base is None and sign < 0:
        return _moved(c, m, c.anchor, sign)
    if base and code == "Y" and len(base) >= 7 and base[5].isdigit() and (count := count_of(m)) not in (None, "X"):
        # A year after a day is known to the month, a year after a month to the year.
        year = int(base[:4]) + sign * int(count or 0)
        return Value("DATE", f"{year}-{base[5:7]}" if len(base) >= 10 else str(year)) if 1 <= year <= 9999 else None
    return _moved(c, m, parse_value(base) if base else None, sign)


def _moved(c: Context, m: Match, start: date | None, sign: int) -> Value | None:
    code = m.value("u", "UNIT", "UNITS") or "D"
    count = count_of(m)
    if count is None:
        return None
    if m.has("h") and count != "X":
        count += 0.5
    if count == "X":
        return Value("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    if start is None:
        return Value("DATE", None)
    if code.startswith("T"):
        return Value("DATE", iso(start))
    if code == "Y" and count == 1 and sign < 0 and (named := c.reference("quarter", within=6)) and "-Q" in named:
        # In reports of results "a year earlier" is the same quarter of the year before.
        return Value("DATE", f"{start.year - 1}{named[4:7]}")
    if count != int(count):
        months = {"Y": 12, "E": 120}.get(code)
        if months:
            return Value("DATE", shifted(start, int(sign * count * months), "M"))
        return Value("DATE", shifted(start, int(sign * count), code))
    if code in ("E", "C", "L"):
        count, code = count * {"E": 10, "C": 100, "L": 1000}[code], "Y"
    if abs(count) > 9999:
        return Value("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    return Value("DATE", shifted(start, sign * int(count), code))


@means
def year_earlier(c: Context, m: Match) -> Value | None:
    if c.anchor is None:
        return Value("DATE", None)
    named = c.reference("quarter", within=6)
    return Value("DATE", f"{c.anchor.year - 1}{named[4:7] if named and '-Q' in named else ''}")
