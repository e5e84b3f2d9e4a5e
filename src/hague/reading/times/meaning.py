"""What a matched pattern means: one small function for each kind of time expression, by the name that rules use.

A function gets the place (a ``Context``: anchor, what was named before, tense) and the match, and returns a ``Value``
or ``None`` where the words mean no time after all (``May`` in "May I").
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal, NamedTuple

from hague.reading.times.context import Context, Match
from hague.reading.times.days import (
    Precision,
    add_months,
    end_of,
    feast,
    iso,
    parse_value,
    precise_enough,
    quarter_before,
    start_of,
    week,
)
from hague.reading.times.numbers import number
from hague.reading.wording import words as wordlist

Type = Literal["DATE", "TIME", "DURATION", "SET"]


class Value(NamedTuple):
    """``value`` is ``None`` where the report has no date to hang it on."""

    type: Type
    value: str | None
    mod: str | None = None


Meaning = Callable[[Context, Match], Value | None]
MEANINGS: dict[str, Meaning] = {}


def _means(function: Meaning) -> Meaning:
    MEANINGS[function.__name__.lstrip("_")] = function
    return function


# -- days -----------------------------------------------------------------------------------------------


def _month(m: Match) -> int:
    return int(m.value("m", "MONTH", "MONTHABBR") or 0)


def _dom(m: Match) -> int:
    if m.has("o"):
        return int(sum(int(m.table("ORDINALTEN", "ORDINAL").get(w, "0")) for w in m.words("o")))
    return int(m.word("d").rstrip("stndrh"))


def _weekday(m: Match, group: str = "w") -> int | None:
    found = m.value(group, "WEEKDAY", "WEEKDAYABBR", "WEEKDAYPLURAL")
    return int(found) - 1 if found else None


def _relative_year(c: Context, m: Match, group: str = "r") -> int | None:
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


def _full_day(c: Context, m: Match) -> date | Literal["open"] | None:
    """The day that ``m`` names by month and day; ``None`` if there is none, "open" if its year is not known."""
    month, dom = _month(m), _dom(m)
    year = int(m.word("y")) if m.has("y") else _relative_year(c, m) if m.has("r") else None
    if year is None:
        year = c.year_of_neighbour(m)
    if year is not None:
        return _day(year, month, dom)
    if not (_day(2000, month, dom)):
        return None
    if c.anchor is None:
        return "open"
    weekday = _weekday(m) if m.has("w") else None
    options = [d for y in range(c.anchor.year - 4, c.anchor.year + 5) if (d := _day(y, month, dom))]
    if weekday is not None:
        fitting = [d for d in options if d.weekday() == weekday]
        options = fitting or options
    return c.nearest(options, m)


def _day(year: int, month: int, dom: int) -> date | None:
    try:
        return date(year, month, dom)
    except ValueError:
        return None


@_means
def day(c: Context, m: Match) -> Value | None:
    found = _full_day(c, m)
    if found is None:
        return None
    if found == "open":
        return Value("DATE", f"XXXX-{_month(m):02d}-{_dom(m):02d}")
    return Value("DATE", iso(found))


@_means
def week_of(c: Context, m: Match) -> Value | None:
    """the week of March 6"""
    found = _full_day(c, m)
    if found is None:
        return None
    return Value("DATE", None if found == "open" else week(found))


@_means
def day_of_month(c: Context, m: Match) -> Value | None:
    """The 3rd: of the month named before, or of the report's."""
    base = c.reference("month")
    dom = _dom(m)
    if not (m.has("l") or m.has("w")) and m.after(1)[:1].isalnum():
        return None
    if m.has("l") and c.anchor:
        shift = {"last": -1, "next": 1}.get(m.words("l")[0], 0)
        base = "{}-{:02d}".format(*add_months(c.anchor, shift))
    elif m.has("w") or not base:
        if not c.anchor:
            return Value("DATE", None)
        options = [d for k in range(-6, 7) for y, mo in [add_months(c.anchor, k)] if (d := _day(y, mo, dom))]
        weekday = _weekday(m) if m.has("w") else None
        if weekday is not None:
            options = [d for d in options if d.weekday() == weekday] or options
        return Value("DATE", iso(c.nearest(options, m))) if options else None
    found = _day(int(base[:4]), int(base[5:7]), dom)
    return Value("DATE", iso(found)) if found else None


@_means
def iso_day(c: Context, m: Match) -> Value | None:
    word = m.word("iso")
    try:
        date.fromisoformat(word[:10])
    except ValueError:
        return None
    return Value("TIME", word[:16].upper()) if "t" in word or "T" in word else Value("DATE", word)


@_means
def slash_day(c: Context, m: Match) -> Value | None:
    """3/5/2024 by the order that the text itself uses."""
    word = m.word("slash")
    sep = next(ch for ch in word if not ch.isdigit())
    a, b, y = word.split(sep)
    if len(a) == 4:
        found = _day(int(a), int(b), int(y))
        return Value("DATE", iso(found)) if found else None
    if len(y) == 2 and sep == ".":
        return None
    year = int(y) if len(y) == 4 else 2000 + int(y) if int(y) < 40 else 1900 + int(y)
    first, second = int(a), int(b)
    day_first = first > 12 or (second <= 12 and (c.day_first or sep == "."))
    found = _day(year, second, first) if day_first else _day(year, first, second)
    return Value("DATE", iso(found)) if found else None


@_means
def head_of_range(c: Context, m: Match) -> Value | None:
    """The 20 of "between 20 and 23 March 2011"."""
    words = m.tokens.words
    months = m.table("MONTH", "MONTHABBR")
    for at in range(m.end + 2, min(m.end + 6, len(words))):
        if words[at] in months:
            rest = words[at + 1 : at + 4]
            year = next((int(w) for w in rest if len(w) == 4 and w.isdigit()), None)
            found = _in_range(c, m, int(months[words[at]]), year)
            return Value("DATE", iso(found)) if found else None
    return None


@_means
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
    found = _in_range(c, m, int(months[name]), int(m.word("y")) if m.has("y") else None)
    return Value("DATE", iso(found)) if found else None


def _in_range(c: Context, m: Match, month: int, year: int | None) -> date | None:
    if year is not None:
        return _day(year, month, _dom(m))
    if c.anchor is None:
        return None
    options = [d for k in (-1, 0, 1) if (d := _day(c.anchor.year + k, month, _dom(m)))]
    return c.nearest(options, m) if options else None


# -- months, years and larger ---------------------------------------------------------------------------


def _edge(m: Match, group: str = "q") -> str | None:
    if not m.has(group):
        return None
    for word in m.words(group):
        if word in _EDGES:
            return _EDGES[word]
    return None


_EDGES = {
    "early": "START", "earlier": "START", "beginning": "START", "start": "START",
    "late": "END", "later": "END", "end": "END", "close": "END", "mid": "MID", "middle": "MID",
}  # fmt: skip


@_means
def month(c: Context, m: Match) -> Value | None:
    number_ = _month(m)
    mod = _edge(m)
    if m.has("y"):
        return Value("DATE", f"{m.word('y')}-{number_:02d}", mod)
    if m.has("r"):
        year = _relative_year(c, m)
        return Value("DATE", f"{year}-{number_:02d}" if year else f"XXXX-{number_:02d}", mod)
    if not m.has("l") and (neighbour := c.year_of_neighbour(m)):
        return Value("DATE", f"{neighbour}-{number_:02d}", mod)
    if c.anchor is None:
        return Value("DATE", f"XXXX-{number_:02d}", mod)
    year = c.anchor.year
    if m.has("l"):
        words = m.words("l")
        if words[0] == "that":
            base = c.reference("year")
            year = int(base[:4]) if base else year
        elif words[0] in ("last", "past", "previous") or words[-1] == "past":
            year -= number_ >= c.anchor.month
        elif words[0] in ("next", "coming", "upcoming") or words[-1] == "coming":
            year += number_ <= c.anchor.month
        return Value("DATE", f"{year}-{number_:02d}", mod)
    options = [date(year + k, number_, 15) for k in (-1, 0, 1)]
    middle = c.anchor.replace(day=15)
    return Value("DATE", f"{c.nearest(options, m, anchor=middle, past=8.0).year}-{number_:02d}", mod)


_MONTH_BEFORE = wordlist("""
    in of since until till by last this next from to and early late through before after for between during
    mid or around every each the as , ( - – — / on throughout following past start end beginning middle
    """)
_VERBLIKE = frozenset({"may", "march"})


@_means
def bare_month(c: Context, m: Match) -> Value | None:
    word = m.tokens.words[m.start]
    before = m.before(1)
    listed = before in ("and", "to", ",", "or") and c.month_near(m)
    if word in _VERBLIKE and not listed and before not in _MONTH_BEFORE - {"and", "to", "the", ","}:
        return None
    if len(word) <= 3 and word != "may" and m.end - m.start == 1 and before not in _MONTH_BEFORE:
        return None
    if m.after(1) in ("’",) and m.tokens.words[m.end + 1 : m.end + 2] != ["s"]:
        return None
    if word in ("april", "june", "august", "may", "jan", "mar", "dec", "march") and c.is_name(m):
        return None
    return month(c, m)


@_means
def year(c: Context, m: Match) -> Value | None:
    if m.has("yy"):
        return Value("DATE", f"{1900 + int(m.word('yy')) if int(m.word('yy')) > 40 else 2000 + int(m.word('yy'))}")
    value = m.word("y")
    if m.end - m.start == 1 and not _is_year(m, int(value)):
        return None
    return Value("DATE", value, _edge(m))


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


@_means
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


@_means
def spelled_millennium(c: Context, m: Match) -> Value | None:
    if m.words("n")[0] != "two" or not (m.has("v") or "year" in m.all_words()):
        return None
    return Value("DATE", str(2000 + (int(m.table("ONE")[m.word("v")]) if m.has("v") else 0)))


_DECADES = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]


@_means
def decade(c: Context, m: Match) -> Value | None:
    word = m.word("dec")
    mod = next((_EDGES[w] for w in m.all_words() if w in _EDGES), None)
    if word in _DECADES:
        return Value("DATE", f"19{_DECADES.index(word) + 2}", mod)
    digits = word[:-1]
    if len(digits) == 4:
        return Value("DATE", digits[:3], mod)
    return Value("DATE", ("20" if digits < "30" else "19") + digits[0], mod)


@_means
def century(c: Context, m: Match) -> Value | None:
    word = m.word("o")
    value = int(word[:-2]) if word[0].isdigit() else int(m.table("ORDINAL").get(word, "0"))
    return Value("DATE", f"{value - 1:02d}") if 1 <= value <= 30 else None


# -- seasons, quarters, halves --------------------------------------------------------------------------

_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 13}


@_means
def season(c: Context, m: Match) -> Value | None:
    code = m.value("s", "SEASON") or "SP"
    mod = _edge(m)
    if m.has("y"):
        return Value("DATE", f"{m.word('y')}-{code}", mod)
    if m.has("r"):
        year = _relative_year(c, m)
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


@_means
def quarter(c: Context, m: Match) -> Value | None:
    word = m.word("o")
    which = int(word[0]) if word[0].isdigit() else int(m.table("ORDINAL").get(word, "0"))
    if not 1 <= which <= 4:
        return None
    if m.has("y"):
        return Value("DATE", f"{m.word('y')}-Q{which}")
    if m.has("r"):
        year = _relative_year(c, m)
    elif c.anchor is None:
        year = None
    else:
        year = c.anchor.year + ({"last": -1, "next": 1}.get(m.words("l")[0], 0) if m.has("l") else 0)
        if not m.has("l") and which > (c.anchor.month - 1) // 3 + 1 and c.direction(m) <= 0:
            year -= 1
    return Value("DATE", f"{year}-Q{which}" if year else f"XXXX-Q{which}")


@_means
def half(c: Context, m: Match) -> Value | None:
    which = 1 if m.words("o")[0] == "first" else 2
    if m.has("y"):
        year: int | None = int(m.word("y"))
    else:
        words = m.all_words()
        year = c.anchor.year - ("last" in words[-2:]) if c.anchor else None
    return Value("DATE", f"{year}-H{which}" if year else f"XXXX-H{which}")


@_means
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


# -- days by their name ---------------------------------------------------------------------------------


@_means
def weekday(c: Context, m: Match) -> Value | None:
    which = _weekday(m)
    if which is None or (m.word("w") in _ABBREVIATED and not _abbreviation_stands(m)):
        return None
    words = m.words("l") if m.has("l") else []
    lead = words[0] if words else ""
    if (
        m.before(1) == "a"
        and not words
        and m.after(1)[:1].isalpha()
        and m.after(1) not in ("in", "of", "when", "morning")
    ):
        return None  # a Sunday paper
    if lead in ("that", "the") and words[-1] != "coming":
        base = c.reference("day")
        if base or (c.anchor and words[-1] in ("following", "next", "previous")):
            start = parse_value(base) if base else c.anchor
            assert start is not None
            if words[-1] in ("following", "next"):
                return Value("DATE", iso(start + timedelta((which - start.weekday()) % 7 or 7)))
            if words[-1] == "previous":
                return Value("DATE", iso(start - timedelta((start.weekday() - which) % 7 or 7)))
            return Value("DATE", iso(start - timedelta((start.weekday() - which) % 7)))
        lead = ""
    if c.anchor is None:
        return Value("DATE", f"XXXX-WXX-{which + 1}")
    ahead = (which - c.anchor.weekday()) % 7
    if lead in ("last", "past", "previous") or words[-1:] == ["past"]:
        return Value("DATE", iso(c.anchor - timedelta((7 - ahead) % 7 or 7)))
    if lead in ("next", "coming", "upcoming") or words[-1:] == ["coming"]:
        return Value("DATE", iso(c.anchor + timedelta(ahead or 7)))
    if ahead == 0:
        return Value("DATE", iso(c.anchor))
    forward = c.direction(m) > 0
    return Value("DATE", iso(c.anchor + timedelta(ahead if forward else ahead - 7)))


_ABBREVIATED = wordlist("mon tue tues wed weds thu thur thurs fri sat sun")


def _abbreviation_stands(m: Match) -> bool:
    """Sun. and Wed. are days; the Sun and We'd are not."""
    return m.tokens.words[m.end - 1] == "." or (
        m.after(1) in (",", ".") and m.before(1) in ("", "on", "(", "next", "last")
    )


@_means
def weekday_of_week(c: Context, m: Match) -> Value | None:
    which = _weekday(m)
    if c.anchor is None or which is None:
        return Value("DATE", None)
    shift = {"last": -7, "past": -7, "previous": -7, "next": 7, "coming": 7}.get(m.words("l")[0], 0)
    return Value("DATE", iso(c.anchor + timedelta(which - c.anchor.weekday() + shift)))


@_means
def week_from_weekday(c: Context, m: Match) -> Value | None:
    which = _weekday(m)
    if c.anchor is None or which is None:
        return Value("DATE", None)
    if "ago" in m.all_words():
        back = (c.anchor.weekday() - which) % 7
        return Value("DATE", iso(c.anchor - timedelta(back + 7)))
    if "from" not in m.all_words():
        return None
    return Value("DATE", iso(c.anchor + timedelta((which - c.anchor.weekday()) % 7 + 7)))


@_means
def weekday_set(c: Context, m: Match) -> Value | None:
    return Value("SET", f"XXXX-WXX-{(_weekday(m) or 0) + 1}")


@_means
def deictic_day(c: Context, m: Match) -> Value | None:
    if c.anchor is None:
        return Value("DATE", None)
    return Value("DATE", iso(c.anchor + timedelta(int(m.value("d", "DEICTIC") or 0))))


@_means
def two_days_off(c: Context, m: Match) -> Value | None:
    if c.anchor is None:
        return Value("DATE", None)
    return Value("DATE", iso(c.anchor + timedelta(-2 if m.words("x")[0] == "before" else 2)))


# -- parts of the day, clock ----------------------------------------------------------------------------


@_means
def part_of_weekday(c: Context, m: Match) -> Value | None:
    named = _weekday(m)
    if named is None:
        return None
    part = m.value("p", "POD") if m.has("p") else "MO"
    value = weekday(c, m)
    return Value("TIME", f"{value.value}T{part}" if value and value.value else None)


@_means
def part_of_date(c: Context, m: Match) -> Value | None:
    found = _full_day(c, m)
    if found is None:
        return None
    base = f"XXXX-{_month(m):02d}-{_dom(m):02d}" if found == "open" else iso(found)
    return Value("TIME", f"{base}T{m.value('p', 'POD')}")


@_means
def part_of_day(c: Context, m: Match) -> Value | None:
    words = m.all_words()
    part = m.value("p", "POD") if m.has("p") else "NI" if m.has("t") or m.has("o") else "MO"
    if m.has("o"):
        return Value("TIME", f"{iso(c.anchor - timedelta(1))}TNI" if c.anchor else None)
    lead = m.words("l") if m.has("l") else []
    shift = 0
    if m.has("d"):
        shift = int(m.value("d", "DEICTIC") or 0)
    elif lead[:1] == ["last"]:
        shift = -1
    elif lead and lead[0] not in ("this", "current"):
        base = c.reference("day", ahead=c.direction(m) > 0)
        shift = -1 if lead[-1] in ("previous", "preceding") else 1 if lead[-1] in ("next", "following") else 0
        if base:
            return Value("TIME", f"{iso(parse_value(base) + timedelta(shift))}T{part}")
    elif not lead and not m.has("t"):
        base = c.reference("day")
        if base:
            return Value("TIME", f"{base[:10]}T{part}")
        return Value("TIME", f"{iso(c.anchor)}T{part}" if c.anchor and "mid" not in words else f"XXXX-XX-XXT{part}")
    return Value("TIME", f"{iso(c.anchor + timedelta(shift))}T{part}" if c.anchor else None)


@_means
def clock(c: Context, m: Match) -> Value | None:
    words = m.words("c")
    if words[0] == "noon" and m.before(1) == "high":
        return None
    hhmm = _clock(m, words)
    if hhmm is None:
        return None
    bare = not (set(words) & {"am", "pm", "noon", "midday", "midnight", "clock", "h"} or "." in words)
    dated = any(m.has(g) for g in ("w", "dd", "m", "iso", "l", "p"))
    if bare and not dated and (words[0].isalpha() or ":" not in words[0] or not _clock_before(m)):
        return None
    if m.has("p"):
        hour = int(hhmm[:2])
        if m.value("p", "POD") in ("AF", "EV", "NI") and hour < 12:
            hhmm = f"{hour + 12:02d}{hhmm[2:]}"
    if m.has("iso"):
        return Value("TIME", f"{m.word('iso')}T{hhmm}")
    if m.has("m"):
        found = _full_day(c, m)
        if found is None:
            return None
        base = f"XXXX-{_month(m):02d}-{_dom(m):02d}" if found == "open" else iso(found)
        return Value("TIME", f"{base}T{hhmm}")
    if m.has("w"):
        value = weekday(c, m)
        return Value("TIME", f"{value.value}T{hhmm}" if value and value.value else None)
    if hhmm == "24:00" and not dated:
        hhmm = "00:00"
    if c.anchor is None:
        return Value("TIME", f"XXXX-XX-XXT{hhmm}")
    if m.has("dd"):
        return Value("TIME", f"{iso(c.anchor + timedelta(int(m.value('dd', 'DEICTIC') or 0)))}T{hhmm}")
    base_day = c.reference("day", within=1, ahead=True)
    return Value("TIME", f"{base_day[:10] if base_day else iso(c.anchor)}T{hhmm}")


def _clock_before(m: Match) -> bool:
    return m.before(1) in (
        "at", "by", "until", "till", "before", "after", "around", "about", "from", "to", "and", "since", "between",
        "(", ",",
    ) or m.after(1) in ("hours", "hrs", "h", "local", "gmt", "utc")  # fmt: skip


def _clock(m: Match, words: list[str]) -> str | None:
    head = words[0]
    if head in ("noon", "midday"):
        return "12:00"
    if head == "midnight":
        return "24:00"
    afternoon = "pm" in words or ("p" in words and "m" in words)
    morning = "am" in words or ("a" in words and "m" in words)
    if head[0].isdigit():
        pieces = head.replace(".", ":").split(":")
        if len(pieces) == 1 and len(head) == 4:
            pieces = [head[:2], head[2:]]
        if not all(p.isdigit() for p in pieces):
            return None
        hour, minute = int(pieces[0]), int(pieces[1]) if len(pieces) > 1 else 0
    else:
        value = number(words, m)
        if value is None:
            return None
        hour, minute = int(value), 0
    if hour > 24 or minute > 59 or ((morning or afternoon) and hour > 12):
        return None
    if afternoon and hour < 12:
        hour += 12
    if morning and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}"


# -- relative units -------------------------------------------------------------------------------------


@_means
def unit(c: Context, m: Match) -> Value | None:
    """last week, this year, the following month, earlier in the week, the end of the year."""
    code = m.value("u", "SPAN", "UNIT") or "D"
    words = m.words("l") if m.has("l") else ["the"]
    mod = _edge(m)
    lead = words[-1]
    shift = -1 if lead in _BACK else 1 if lead in _FORTH else 0
    about_reference = words[0] in ("the", "that") and lead not in ("coming", "upcoming", "current")
    if m.has("r"):
        year_shift = {"last": -1, "next": 1}.get(m.words("r")[0], 0)
        return Value("DATE", str(c.anchor.year + year_shift)) if c.anchor else Value("DATE", None)
    if about_reference and code == "D" and shift and c.only_coarser(m):
        return Value("DATE", None)
    if about_reference and m.has("l"):
        base = c.reference(
            _KNOWN_TO.get(code, "year"),
            ahead=c.direction(m) > 0,
            since=m.start - _NEAR if code == "D" and shift else 0,
        )
        if base is None and words[0] == "that" and c.anchor is None:
            return Value("DATE", None)
        if base is not None:
            return Value("DATE", _shifted(parse_value(base), shift, code), mod)
    if c.anchor is None:
        return Value("DATE", None, mod)
    return Value("DATE", _shifted(c.anchor, shift, code), mod)


_KNOWN_TO: dict[str, Precision] = {"D": "day", "W": "week", "WE": "day", "M": "month", "Q": "quarter"}
"""How exactly a time must be known for a unit to be counted from it; years else."""
_NEAR = 60
"""Tokens within which "the day before" counts from a day that the text names; else from the report's."""
_BACK = frozenset({"last", "previous", "past", "prior", "preceding"})
_FORTH = frozenset({"next", "coming", "following", "upcoming", "ensuing", "subsequent"})


def _shifted(day: date, k: int, code: str) -> str | None:
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


@_means
def past_span(c: Context, m: Match) -> Value | None:
    return Value("DURATION", _duration(1, m.value("u", "SPAN") or "D"))


@_means
def the_unit(c: Context, m: Match) -> Value | None:
    """the year, the week: that of the report."""
    if c.anchor is None or m.before(1) in ("of", "during", "per", "throughout", "a"):
        return None
    return Value("DATE", _shifted(c.anchor, 0, m.value("u", "SPAN") or "D"))


@_means
def ended_span(c: Context, m: Match) -> Value | None:
    """the year ended 30 June"""
    return Value("DURATION", "P1Y")


@_means
def year_end(c: Context, m: Match) -> Value | None:
    return Value("DATE", str(c.anchor.year) if c.anchor else None, "END")


@_means
def weekend(c: Context, m: Match) -> Value | None:
    if c.anchor is None:
        return Value("DATE", None)
    back = c.direction(m) <= 0 and c.anchor.weekday() < 5
    return Value("DATE", week(c.anchor - timedelta(7 * back)) + "-WE")


@_means
def the_day_before(c: Context, m: Match) -> Value | None:
    """the day before (the hearing), the week after."""
    code = m.value("u", "UNIT") or "D"
    word = m.word("e")
    if word not in ("before", "earlier", "after"):
        return None
    if m.tokens.words[m.start] != "the" and code != "D":
        return None
    base = c.reference(_KNOWN_TO.get(code, "year"), since=m.start - _NEAR)
    day_ = parse_value(base) if base else c.anchor
    if day_ is None:
        return Value("DATE", None)
    return Value("DATE", _shifted(day_, 1 if word == "after" else -1, code))


def _count(m: Match, group: str = "n") -> float | Literal["X"] | None:
    if m.has(group):
        return number(m.words(group), m)
    if m.has("a"):
        return 1
    if m.has("hh"):
        return 0.5
    return "X"


@_means
def ago(c: Context, m: Match) -> Value | None:
    return _moved(c, m, c.anchor, 1 if "from" in m.words("g") else -1)


@_means
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
    kind = "day" if code in ("W", "F") else "month" if code == "Q" else _KNOWN_TO.get(code, "year")
    base = c.reference(kind, within=6, ahead=c.direction(m) > 0)
    if base is None and sign < 0:
        return _moved(c, m, c.anchor, sign)
    if base and code == "Y" and len(base) >= 7 and base[5].isdigit() and (count := _count(m)) not in (None, "X"):
        # a year after March 2018 is a month again
        year = int(base[:4]) + sign * int(count or 0)
        return Value("DATE", f"{year}-{base[5:7]}") if 1 <= year <= 9999 else None
    return _moved(c, m, parse_value(base) if base else None, sign)


def _moved(c: Context, m: Match, start: date | None, sign: int) -> Value | None:
    code = m.value("u", "UNIT", "UNITS") or "D"
    count = _count(m)
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
            return Value("DATE", _shifted(start, int(sign * count * months), "M"))
        return Value("DATE", _shifted(start, int(sign * count), code))
    if code in ("E", "C", "L"):
        count, code = count * {"E": 10, "C": 100, "L": 1000}[code], "Y"
    if abs(count) > 9999:
        return Value("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    return Value("DATE", _shifted(start, sign * int(count), code))


@_means
def year_earlier(c: Context, m: Match) -> Value | None:
    if c.anchor is None:
        return Value("DATE", None)
    named = c.reference("quarter", within=6)
    return Value("DATE", f"{c.anchor.year - 1}{named[4:7] if named and '-Q' in named else ''}")


# -- durations ------------------------------------------------------------------------------------------


@_means
def head_of_lengths(c: Context, m: Match) -> Value | None:
    """The 12 of "12 to 18 months"."""
    units = m.table("UNIT", "UNITS")
    if m.before(1) in ("-", "–", "$", "£", "€") or m.words("n")[0] in ("a", "an"):
        return None
    for word in m.tokens.words[m.end + 1 : m.end + 6]:
        if word in units and len(units[word]) and word not in ("second", "quarter"):
            return Value("DURATION", _duration(_count(m), units[word]))
    return None


_LONG = {"E": 10, "C": 100, "L": 1000}


def _duration(count: float | Literal["X"] | None, code: str) -> str | None:
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


@_means
def duration(c: Context, m: Match) -> Value | None:
    group = next((g for g in ("u", "u2", "u3") if m.has(g)), "u")
    code = m.value(group, "UNIT", "UNITS", "SPAN") or "D"
    words = m.all_words()
    count = _count(m)
    if count is None:
        return None
    if (group != "u" or words[-1] == "long") and not (m.has("n") or m.has("v")) and m.word(group) in m.table("UNIT"):
        count = 1
    if m.has("w") or m.has("v"):
        count = "X"
    if m.has("ha"):
        count = 0.5
    if m.has("fu") or words[0] == "whole" or words[:2] in (["the", "whole"], ["a", "whole"]):
        count = 1
    if m.has("h") and count != "X":
        count += 0.5
    if code == "Q" and (m.has("a") or "-" in words or m.after(1) == "of"):
        return None
    if m.has("a") and not m.has("h") and not _length(m):
        return None
    if words[-2:] == ["one", "day"] and len(words) == 2 and m.before(1) not in _BEFORE_LENGTH:
        return None
    if count != "X" and code in ("TS",) and m.word(group) == "second" and not m.has("n"):
        return None
    if words[-2:] == ["or", "two"]:
        count = 1
    mod = next((_APPROX[w] for w in words[:3] if w in _APPROX), None)
    return Value("DURATION", _duration(count, code), mod)


_BEFORE_LENGTH = wordlist("""
    for in within after of over than to by about nearly almost only just some and or but , . “ " ( — – : ;
    barely took take takes spend spent last lasts lasted under from is was be been requires required given
    gave had has have wait waited least most until during every once not another roughly around approximately
    exactly up as
    """)
_AFTER_LENGTH = wordlist("before after since later earlier ago from until in for on and , . of when following")


def _length(m: Match) -> bool:
    """Whether "a year" is a length of time and not a rate (700 seats a week)."""
    if m.end - m.start > 2:
        return True
    before = m.before(1)
    if (before in ("", "\n\n") or before in _BEFORE_LENGTH) and not (before == "," and m.before(2)[:1].isdigit()):
        return True
    return m.after(1) in ("before", "after", "since", "later", "earlier", "from")


_APPROX = {
    "about": "APPROX", "around": "APPROX", "approximately": "APPROX", "roughly": "APPROX", "nearly": "LESS_THAN",
    "almost": "LESS_THAN", "under": "LESS_THAN", "over": "MORE_THAN", "more": "MORE_THAN", "less": "LESS_THAN",
    "least": "EQUAL_OR_MORE", "most": "EQUAL_OR_LESS", "up": "EQUAL_OR_LESS",
}  # fmt: skip


@_means
def ordinal_unit(c: Context, m: Match) -> Value | None:
    """the second day: a length counted from a beginning that the text names."""
    word = m.word("o")
    n = int(word[:-2]) if word[0].isdigit() else int(m.table("ORDINAL").get(word, "0"))
    return Value("DURATION", _duration(n, m.value("u", "UNIT") or "D"))


@_means
def some_time(c: Context, m: Match) -> Value | None:
    return Value("DURATION", "PXX")


@_means
def nothing(c: Context, m: Match) -> Value | None:
    """Ages are no times."""
    return None


# -- sets and references --------------------------------------------------------------------------------


@_means
def every(c: Context, m: Match) -> Value | None:
    code = m.value("u", "UNIT", "UNITS") or "D"
    count: float | Literal["X"] | None = number(m.words("n"), m) if m.has("n") else 2 if m.has("ot") else 1
    if m.has("f"):
        count = "X"
    return Value("SET", _duration(count, code))


@_means
def every_named(c: Context, m: Match) -> Value | None:
    if m.has("w"):
        value = f"XXXX-WXX-{(_weekday(m) or 0) + 1}"
        if m.has("p"):
            value += f"T{m.value('p', 'PODS', 'POD')}"
        return Value("SET", value)
    if m.has("p"):
        return Value("SET", f"XXXX-XX-XXT{m.value('p', 'POD')}")
    if m.has("s"):
        return Value("SET", f"XXXX-{m.value('s', 'SEASON')}")
    if m.has("we"):
        return Value("SET", "XXXX-WXX-WE")
    return Value("SET", f"XXXX-{_month(m):02d}")


@_means
def frequency(c: Context, m: Match) -> Value | None:
    if c.capitalised(m) and not c.starts_sentence(m):
        return None
    return Value("SET", m.value("f", "FREQUENCY"))


@_means
def present(c: Context, m: Match) -> Value | None:
    return Value("DATE", "PRESENT_REF")


@_means
def past(c: Context, m: Match) -> Value | None:
    if m.has("u"):
        return Value("DURATION", _duration("X", m.value("u", "UNITS") or "D"))
    return Value("DATE", "PAST_REF")


@_means
def future(c: Context, m: Match) -> Value | None:
    for group in ("u", "u2"):
        if m.has(group):
            return Value("DURATION", _duration("X", m.value(group, "UNITS") or "D"))
    return Value("DATE", "FUTURE_REF")


@_means
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


__all__ = ["MEANINGS", "Value", "end_of", "precise_enough", "start_of"]
