"""Calendar dates: days, ranges of days, months, years, decades, centuries."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from hague.reading.times.context import Context, Match
from hague.reading.times.days import add_months, iso, week
from hague.reading.times.meaning.pieces import (
    DECADES,
    EDGES,
    calendar_day,
    day_of,
    edge,
    full_day,
    month_of,
    relative_year,
    weekday_of,
)
from hague.reading.times.meaning.registry import Value, means
from hague.reading.wording import words as wordlist


@means
def day(c: Context, m: Match) -> Value | None:
    found = full_day(c, m)
    if found is None:
        return None
    if found == "open":
        return Value("DATE", f"XXXX-{month_of(m):02d}-{day_of(m):02d}")
    return Value("DATE", iso(found))


@means
def edge_day(c: Context, m: Match) -> Value | None:
    """the last day of 2000, the first day of July"""
    first = m.words("o")[0] == "first"
    if m.has("y"):
        year: int | None = int(m.word("y"))
    elif m.has("r"):
        year = relative_year(c, m)
    else:
        named = month(c, m)
        year = int(named.value[:4]) if named and named.value and named.value[:4].isdigit() else None
    if year is None:
        return None
    number = month_of(m) if m.has("m") else (1 if first else 12)
    return Value("DATE", f"{year}-{number:02d}-{1 if first else monthrange(year, number)[1]:02d}")


@means
def week_of(c: Context, m: Match) -> Value | None:
    """the week of March 6"""
    found = full_day(c, m)
    if found is None:
        return None
    return Value("DATE", None if found == "open" else week(found))


@means
def day_of_month(c: Context, m: Match) -> Value | None:
    """The 3rd: of the month named before, or of the report's."""
    base = c.reference("month")
    dom = day_of(m)
    if not (m.has("l") or m.has("w")) and m.after(1)[:1].isalnum():
        return None
    if m.has("l") and c.anchor:
        shift = {"last": -1, "next": 1}.get(m.words("l")[0], 0)
        base = "{}-{:02d}".format(*add_months(c.anchor, shift))
    elif m.has("w") or not base:
        if not c.anchor:
            return Value("DATE", None)
        options = [d for k in range(-6, 7) for y, mo in [add_months(c.anchor, k)] if (d := calendar_day(y, mo, dom))]
        weekday = weekday_of(m) if m.has("w") else None
        if weekday is not None:
            options = [d for d in options if d.weekday() == weekday] or options
        return Value("DATE", iso(c.nearest(options, m))) if options else None
    found = calendar_day(int(base[:4]), int(base[5:7]), dom)
    return Value("DATE", iso(found)) if found else None


@means
def iso_day(c: Context, m: Match) -> Value | None:
    word = m.word("iso")
    try:
        date.fromisoformat(word[:10])
    except ValueError:
        return None
    return Value("TIME", word[:16].upper()) if "t" in word or "T" in word else Value("DATE", word)


@means
def slash_day(c: Context, m: Match) -> Value | None:
    """3/5/2024 by the order that the text itself uses."""
    word = m.word("slash")
    sep = next(ch for ch in word if not ch.isdigit())
    a, b, y = word.split(sep)
    if len(a) == 4:
        found = calendar_day(int(a), int(b), int(y))
        return Value("DATE", iso(found)) if found else None
    if len(y) == 2 and sep == ".":
        return None
    year = int(y) if len(y) == 4 else 2000 + int(y) if int(y) < 40 else 1900 + int(y)
    first, second = int(a), int(b)
    day_first = first > 12 or (second <= 12 and (c.day_first or sep == "."))
    found = calendar_day(year, second, first) if day_first else calendar_day(year, first, second)
    return Value("DATE", iso(found)) if found else None


@means
def head_of_range(c: Context, m: Match) -> Value | None:
    """The 20 of "between 20 and 23 March 2011"."""
    words = m.tokens.words
    months = m.table("MONTH", "MONTHABBR")
    for at in range(m.end + 2, min(m.end + 6, len(words))):
        if words[at] in months:
            rest = words[at + 1 : at + 4]
            year = next((int(w) for w in rest if len(w) == 4 and w.isdecimal()), None)
            found = _in_range(c, m, int(months[words[at]]), year)
            return Value("DATE", iso(found)) if found else None
    return None


@means
def tail_of_range(c: Context, m: Match) -> Value | None:
    """The 5 of "March 3-5"."""
    words = m.tokens.words
    months = m.table("MONTH", "MONTHABBR")
    before = words[max(0, m.start - 4) : m.start - 1]
    if len(before) < 2 or not before[-1].rstrip("stndrh").isdigit():
        return None
    name = before[-2] if before[-2] != "." else before[-3] if len(before) > 2 else ""
    if name not in months:
        return None
    if (
        words[m.start - 1] in ("and", "or", "to")
        and m.after(1)[:1].isalpha()
        and m.after(1) not in ("in", "at", "on", "of")
    ):
        return None
    year = int(m.word("y")) if m.has("y") else None
    if year is None and c.named and c.named[-1][1][4:8] == f"-{int(months[name]):02d}-":
        year = int(c.named[-1][1][:4])  # that of the range's head
    found = _in_range(c, m, int(months[name]), year)
    return Value("DATE", iso(found)) if found else None


def _in_range(c: Context, m: Match, month: int, year: int | None) -> date | None:
    if year is not None:
        return calendar_day(year, month, day_of(m))
    if c.anchor is None:
        return None
    options = [d for k in (-1, 0, 1) if (d := calendar_day(c.anchor.year + k, month, day_of(m)))]
    return c.nearest(options, m) if options else None


@means
def month(c: Context, m: Match) -> Value | None:
    number_ = month_of(m)
    mod = edge(m)
    if m.has("y"):
        return Value("DATE", f"{m.word('y')}-{number_:02d}", mod)
    if m.has("r"):
        year = relative_year(c, m)
        return Value("DATE", f"{year}-{number_:02d}" if year else f"XXXX-{number_:02d}", mod)
    if not m.has("l") and (neighbour := c.year_of_neighbour(m)):
        return Value("DATE", f"{neighbour}-{number_:02d}", mod)
    if c.anchor is None:
        return Value("DATE", f"XXXX-{number_:02d}", mod)
    year = c.anchor.year
    if m.has("l"):
        words = m.words("l")
        if words[0] == "that":
            year = c.year_of_story(m) or year
        elif words[0] in ("last", "past", "previous") or words[-1] == "past":
            year -= number_ >= c.anchor.month
        elif words[0] in ("next", "coming", "upcoming") or words[-1] == "coming":
            year += number_ <= c.anchor.month
        return Value("DATE", f"{year}-{number_:02d}", mod)
    if told := c.next_in_story(m, number_):
        return Value("DATE", f"{told.year}-{number_:02d}", mod)
    options = [date(year + k, number_, 15) for k in (-1, 0, 1)]
    middle = c.anchor.replace(day=15)
    past = 14.0 if c.is_governed_by_past(m) else 8.0
    return Value("DATE", f"{c.nearest(options, m, anchor=middle, past=past).year}-{number_:02d}", mod)


_MONTH_BEFORE = wordlist("""
    in of since until till by last this next from to and early late through before after for between during
    mid or around every each the as , ( - – — / on throughout following past start end beginning middle
    """)


_VERBLIKE = frozenset({"may", "march"})


@means
def bare_month(c: Context, m: Match) -> Value | None:
    word = m.tokens.words[m.start]
    before = m.before(1)
    joined = before in ("and", "to", ",", "or") or m.after(1) in ("to", "until", "-", "–")
    listed = joined and c.month_near(m)
    if word in _VERBLIKE and not listed and before not in _MONTH_BEFORE - {"and", "to", "the", ","}:
        return None
    if len(word) <= 3 and word != "may" and m.end - m.start == 1 and before not in _MONTH_BEFORE:
        return None
    if m.after(1) in ("’",) and m.tokens.words[m.end + 1 : m.end + 2] != ["s"]:
        return None
    if word in ("april", "june", "august", "may", "jan", "mar", "dec", "march") and c.is_name(m):
        return None
    return month(c, m)


@means
def year(c: Context, m: Match) -> Value | None:
    if m.has("yy"):
        return Value("DATE", f"{1900 + int(m.word('yy')) if int(m.word('yy')) > 40 else 2000 + int(m.word('yy'))}")
    value = m.word("y")
    if m.end - m.start == 1 and not _is_year(m, int(value)):
        return None
    return Value("DATE", value, edge(m))


_YEAR_BEFORE = wordlist("""
    in of since until till by from to and before after between during through around circa late early mid the
    - – — , ( / or fiscal for as ; [ ’ this his her its their our
    """)


_NUMBER_BEFORE = wordlist("""
    resolution resolutions no nos number article articles paragraph page room flight unscr convention protocol
    law order section rule regulation about some nearly almost over under than least most roughly
    approximately exactly # $ £ € + = up : no. channel route psalm killed wounded
    """)


def _is_year(m: Match, value: int) -> bool:
    before, after = m.before(1), m.after(1)
    if before in _NUMBER_BEFORE or after in ("%", "°") or m.glued_to_letters():
        return False
    if before == "." and m.before(2) in ("no", "res", "art"):
        return False
    if after == "," and m.after(2).isdigit():
        return before in ("in", "since")
    if before in ("-", "/") and not m.before(2).isdigit():
        return m.before(2) in ("post", "pre", "mid", "late", "early", "the") or m.before(2).isalpha()
    if not 1800 <= value <= 2060:
        return before in ("in", "since", "until", "by", "of", "before", "after", "year", "from", "to")
    if before not in _YEAR_BEFORE and after.endswith("s") and after.isalpha() and len(after) > 3:
        return after in ("elections", "talks", "games")
    return True


@means
def spelled_year(c: Context, m: Match) -> Value | None:
    """nineteen ninety-six, nineteen eighteen."""
    table = m.table("TEEN", "TEN", "ONE")
    first = int(table[m.word("t")])
    if m.has("u"):
        rest = int(table[m.word("u")]) + (int(table[m.word("v")]) if m.has("v") else 0)
    else:
        rest = int(table[m.word("v")])
    value = first * 100 + rest
    return Value("DATE", str(value)) if 1400 <= value <= 2100 else None


@means
def spelled_millennium(c: Context, m: Match) -> Value | None:
    if m.words("n")[0] != "two" or not (m.has("v") or "year" in m.all_words()):
        return None
    return Value("DATE", str(2000 + (int(m.table("ONE")[m.word("v")]) if m.has("v") else 0)))


@means
def decade(c: Context, m: Match) -> Value | None:
    word = m.word("dec")
    mod = next((EDGES[w] for w in m.all_words() if w in EDGES), None)
    if word in DECADES:
        return Value("DATE", f"19{DECADES.index(word) + 2}", mod)
    digits = word[:-1]
    if len(digits) == 4:
        return Value("DATE", digits[:3], mod)
    return Value("DATE", ("20" if digits < "30" else "19") + digits[0], mod)


@means
def century(c: Context, m: Match) -> Value | None:
    word = m.word("o")
    value = int(word[:-2]) if word[0].isdigit() else int(m.table("ORDINAL").get(word, "0"))
    return Value("DATE", f"{value - 1:02d}") if 1 <= value <= 30 else None
