"""Parts of the day and the clock."""

from __future__ import annotations

from datetime import timedelta

from hague.reading.times.context import Context, Match
from hague.reading.times.days import iso, parse_value
from hague.reading.times.meaning.dates import slash_day
from hague.reading.times.meaning.pieces import day_of, full_day, month_of, weekday_of
from hague.reading.times.meaning.registry import Value, means
from hague.reading.times.meaning.weekdays import weekday
from hague.reading.times.numbers import number


@means
def part_of_weekday(c: Context, m: Match) -> Value | None:
    named = weekday_of(m)
    if named is None:
        return None
    part = m.value("p", "POD") if m.has("p") else "MO"
    value = weekday(c, m)
    return Value("TIME", f"{value.value}T{part}" if value and value.value else None)


@means
def part_of_date(c: Context, m: Match) -> Value | None:
    found = full_day(c, m)
    if found is None:
        return None
    base = f"XXXX-{month_of(m):02d}-{day_of(m):02d}" if found == "open" else iso(found)
    return Value("TIME", f"{base}T{m.value('p', 'POD')}")


@means
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


@means
def clock(c: Context, m: Match) -> Value | None:
    words = m.words("c")
    if words[0] == "noon" and m.before(1) == "high":
        return None
    hhmm = _clock(m, words)
    if hhmm is None:
        return None
    bare = not (set(words) & {"am", "pm", "noon", "midday", "midnight", "clock", "h"} or "." in words)
    dated = any(m.has(g) for g in ("w", "dd", "m", "iso", "slash", "l", "p"))
    if bare and not dated and (words[0].isalpha() or ":" not in words[0] or not _clock_before(m)):
        return None
    if m.has("p"):
        hour = int(hhmm[:2])
        if m.value("p", "POD") in ("AF", "EV", "NI") and hour < 12:
            hhmm = f"{hour + 12:02d}{hhmm[2:]}"
    if m.has("slash"):
        day = slash_day(c, m)
        return Value("TIME", f"{day.value}T{hhmm}") if day else None
    if m.has("iso"):
        return Value("TIME", f"{m.word('iso')}T{hhmm}")
    if m.has("m"):
        found = full_day(c, m)
        if found is None:
            return None
        base = f"XXXX-{month_of(m):02d}-{day_of(m):02d}" if found == "open" else iso(found)
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
    base_day = c.reference("day", within=1, ahead=True) if not _opens_line(m) else None
    return Value("TIME", f"{base_day[:10] if base_day else iso(c.anchor)}T{hhmm}")


def _opens_line(m: Match) -> bool:
    """An entry of a live blog: "15:42 The court has ..."."""
    start = m.tokens.starts[m.start]
    return start == 0 or m.tokens.text[start - 1] == "\n"


def _clock_before(m: Match) -> bool:
    return _opens_line(m) or m.before(1) in (
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
