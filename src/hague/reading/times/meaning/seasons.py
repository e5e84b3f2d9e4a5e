"""Seasons, quarters, halves of a year, feasts."""

from __future__ import annotations

from datetime import date, timedelta

from hague.reading.times.context import Context, Match
from hague.reading.times.days import feast, iso, quarter_before, week
from hague.reading.times.meaning.pieces import edge, relative_year
from hague.reading.times.meaning.registry import Value, means

_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 13}


@means
def season(c: Context, m: Match) -> Value | None:
    code = m.value("s", "SEASON") or "SP"
    mod = edge(m)
    if m.has("y"):
        return Value("DATE", f"{m.word('y')}-{code}", mod)
    if m.has("r"):
        year = relative_year(c, m)
        return Value("DATE", f"{year}-{code}" if year else f"XXXX-{code}", mod)
    if m.word_is("s", "fall", "spring") and not m.has("l") and m.before(1) not in ("in", "since", "until", "by", "the"):
        return None
    if c.anchor is None:
        return Value("DATE", f"XXXX-{code}", mod)
    year, at = c.anchor.year, _SEASON_MONTH[code]
    here = c.anchor.month
    words = m.words("l") if m.has("l") else []
    if words and words[0] in ("last", "past", "previous"):
        year -= at + 1 >= here
    elif words and words[0] in ("next", "coming", "upcoming"):
        year += at - 1 <= here
    elif words and words[-1] in ("past",):
        year -= at > here
    elif words and words[0] in ("that", "the"):
        base = c.reference("year")
        year = int(base[:4]) if base else year
    elif not words:
        options = [date(year + k, 1, 15) + timedelta(30 * (at - 1)) for k in (-1, 0, 1)]
        year = (c.nearest(options, m, past=8.0) - timedelta(30 * (at - 1))).year
    return Value("DATE", f"{year}-{code}", mod)


@means
def quarter(c: Context, m: Match) -> Value | None:
    word = m.word("o")
    which = int(word[0]) if word[0].isdigit() else int(m.table("ORDINAL").get(word, "0"))
    if not 1 <= which <= 4:
        return None
    if m.has("y"):
        return Value("DATE", f"{m.word('y')}-Q{which}")
    if m.has("r"):
        year = relative_year(c, m)
    elif c.anchor is None:
        year = None
    else:
        year = c.anchor.year + ({"last": -1, "next": 1}.get(m.words("l")[0], 0) if m.has("l") else 0)
        if not m.has("l") and which > (c.anchor.month - 1) // 3 + 1 and c.direction(m) <= 0:
            year -= 1
    return Value("DATE", f"{year}-Q{which}" if year else f"XXXX-Q{which}")


@means
def quarter_code(c: Context, m: Match) -> Value | None:
    """Q1 2025"""
    tokens = m.tokens
    number = m.word("o")
    if number not in ("1", "2", "3", "4") or tokens.ends[m.start] != tokens.starts[m.start + 1]:
        return None
    year = m.word("y") if m.has("y") else str(c.anchor.year) if c.anchor else "XXXX"
    return Value("DATE", f"{year}-Q{number}")


@means
def half(c: Context, m: Match) -> Value | None:
    which = 1 if m.words("o")[0] == "first" else 2
    if m.has("y"):
        year: int | None = int(m.word("y"))
    else:
        year = relative_year(c, m) if m.has("r") else c.anchor.year if c.anchor else None
    return Value("DATE", f"{year}-H{which}" if year else f"XXXX-H{which}")


@means
def reported_quarter(c: Context, m: Match) -> Value | None:
    """The quarter that a report of results is about: the one that ended before it; a year before that if so said."""
    if m.has("y") and c.anchor:
        return Value("DATE", f"{m.word('y')}-Q{quarter_before(c.anchor)[1]}")
    if c.anchor is None:
        return Value("DATE", None)
    year, which = quarter_before(c.anchor)
    named = c.reference("quarter")
    if named and "-Q" in named:
        year, which = int(named[:4]), int(named[-1])
        if m.has("ya"):
            year, which = quarter_before(c.anchor)[0], which
    return Value("DATE", f"{year - m.has('ya')}-Q{which}")


@means
def holiday(c: Context, m: Match) -> Value | None:
    name = str(m.settings["holiday"])
    if not c.capitalised(m):
        return None
    if c.anchor is None:
        return Value("DATE", None)
    if m.has("e"):
        name += "-eve"
    options = [d for k in (-1, 0, 1) if (d := feast(name, c.anchor.year + k))]
    if m.has("l"):
        earlier = [d for d in options if d < c.anchor]
        return Value("DATE", iso(earlier[-1]))
    found = c.nearest(options, m)
    if name == "easter" and m.has("w"):
        return Value("DATE", week(found))
    return Value("DATE", iso(found))
