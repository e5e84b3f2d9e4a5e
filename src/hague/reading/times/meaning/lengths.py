"""Lengths of time, repeated times, and "now", "recently", "the future"."""

from __future__ import annotations

from typing import Literal

from hague.reading.times.context import Context, Match
from hague.reading.times.meaning.pieces import count_of, duration_value, month_of, weekday_of
from hague.reading.times.meaning.registry import Value, means
from hague.reading.times.numbers import number
from hague.reading.wording import words as wordlist


@means
def head_of_lengths(c: Context, m: Match) -> Value | None:
    """The 12 of "12 to 18 months"."""
    units = m.table("UNIT", "UNITS")
    if m.before(1) in ("-", "–", "$", "£", "€") or m.words("n")[0] in ("a", "an"):
        return None
    for word in m.tokens.words[m.end + 1 : m.end + 6]:
        if word in units and len(units[word]) and word not in ("second", "quarter"):
            return Value("DURATION", duration_value(count_of(m), units[word]))
    return None


@means
def duration(c: Context, m: Match) -> Value | None:
    group = next((g for g in ("u", "u2", "u3") if m.has(g)), "u")
    code = m.value(group, "UNIT", "UNITS", "SPAN") or "D"
    words = m.all_words()
    count = count_of(m)
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
    if words in (["one", "day"], ["one", "night"]) and m.before(1) not in _BEFORE_LENGTH:
        return None
    if count != "X" and code in ("TS",) and m.word(group) == "second" and not m.has("n"):
        return None
    if words[-2:] == ["or", "two"]:
        count = 1
    mod = next((_APPROX[w] for w in words[:3] if w in _APPROX), None)
    return Value("DURATION", duration_value(count, code), mod)


_BEFORE_LENGTH = wordlist("""
    for in within after of over than to by about nearly almost only just some and or but , . “ " ( — – : ;
    barely took take takes spend spent last lasts lasted under from is was be been requires required given
    gave had has have wait waited least most until during every once not another roughly around approximately
    exactly up as
    """)


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


@means
def ordinal_unit(c: Context, m: Match) -> Value | None:
    """the second day: a length counted from a beginning that the text names."""
    word = m.word("o")
    n = int(word[:-2]) if word[0].isdigit() else int(m.table("ORDINAL").get(word, "0"))
    return Value("DURATION", duration_value(n, m.value("u", "UNIT") or "D"))


@means
def some_time(c: Context, m: Match) -> Value | None:
    return Value("DURATION", "PXX")


@means
def nothing(c: Context, m: Match) -> Value | None:
    """Ages are no times."""
    return None


@means
def every(c: Context, m: Match) -> Value | None:
    code = m.value("u", "UNIT", "UNITS") or "D"
    count: float | Literal["X"] | None = number(m.words("n"), m) if m.has("n") else 2 if m.has("ot") else 1
    if m.has("f"):
        count = "X"
    return Value("SET", duration_value(count, code))


@means
def every_named(c: Context, m: Match) -> Value | None:
    if m.has("w"):
        value = f"XXXX-WXX-{(weekday_of(m) or 0) + 1}"
        if m.has("p"):
            value += f"T{m.value('p', 'PODS', 'POD')}"
        return Value("SET", value)
    if m.has("p"):
        return Value("SET", f"XXXX-XX-XXT{m.value('p', 'POD')}")
    if m.has("s"):
        return Value("SET", f"XXXX-{m.value('s', 'SEASON')}")
    if m.has("we"):
        return Value("SET", "XXXX-WXX-WE")
    return Value("SET", f"XXXX-{month_of(m):02d}")


@means
def frequency(c: Context, m: Match) -> Value | None:
    if c.capitalised(m) and not c.starts_sentence(m):
        return None
    return Value("SET", m.value("f", "FREQUENCY"))


@means
def present(c: Context, m: Match) -> Value | None:
    return Value("DATE", "PRESENT_REF")


@means
def past(c: Context, m: Match) -> Value | None:
    if m.has("u"):
        return Value("DURATION", duration_value("X", m.value("u", "UNITS") or "D"))
    return Value("DATE", "PAST_REF")


@means
def future(c: Context, m: Match) -> Value | None:
    for group in ("u", "u2"):
        if m.has(group):
            return Value("DURATION", duration_value("X", m.value(group, "UNITS") or "D"))
    return Value("DATE", "FUTURE_REF")
