"""Days by their name, and today, yesterday, tomorrow."""

from __future__ import annotations

from datetime import timedelta

from hague.reading.times.context import Context, Match
from hague.reading.times.days import iso, parse_value
from hague.reading.times.meaning.pieces import weekday_of
from hague.reading.times.meaning.registry import Value, means
from hague.reading.wording import words as wordlist


@means
def weekday(c: Context, m: Match) -> Value | None:
    which = weekday_of(m)
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
    forward = c.direction(m) > (-1 if lead == "this" else 0)
    return Value("DATE", iso(c.anchor + timedelta(ahead if forward else ahead - 7)))


_ABBREVIATED = wordlist("mon tue tues wed weds thu thur thurs fri sat sun")


def _abbreviation_stands(m: Match) -> bool:
    """Sun. and Wed. are days; the Sun and We'd are not."""
    return m.tokens.words[m.end - 1] == "." or (
        m.after(1) in (",", ".") and m.before(1) in ("", "on", "(", "next", "last")
    )


@means
def weekday_of_week(c: Context, m: Match) -> Value | None:
    which = weekday_of(m)
    if c.anchor is None or which is None:
        return Value("DATE", None)
    shift = {"last": -7, "past": -7, "previous": -7, "next": 7, "coming": 7}.get(m.words("l")[0], 0)
    return Value("DATE", iso(c.anchor + timedelta(which - c.anchor.weekday() + shift)))


@means
def week_from_weekday(c: Context, m: Match) -> Value | None:
    which = weekday_of(m)
    if c.anchor is None or which is None:
        return Value("DATE", None)
    if "ago" in m.all_words():
        back = (c.anchor.weekday() - which) % 7
        return Value("DATE", iso(c.anchor - timedelta(back + 7)))
    if "from" not in m.all_words():
        return None
    return Value("DATE", iso(c.anchor + timedelta((which - c.anchor.weekday()) % 7 + 7)))


@means
def weekday_set(c: Context, m: Match) -> Value | None:
    return Value("SET", f"XXXX-WXX-{(weekday_of(m) or 0) + 1}")


@means
def deictic_day(c: Context, m: Match) -> Value | None:
    if c.anchor is None:
        return Value("DATE", None)
    return Value("DATE", iso(c.anchor + timedelta(int(m.value("d", "DEICTIC") or 0))))


@means
def two_days_off(c: Context, m: Match) -> Value | None:
    if c.anchor is None:
        return Value("DATE", None)
    return Value("DATE", iso(c.anchor + timedelta(-2 if m.words("x")[0] == "before" else 2)))
