"""What a report says of itself above its first sentence: outlet, place, date, headline, byline.

The first lines are cut into segments at dashes, commas, bars and brackets; each segment is a date, a label, a place,
an outlet or a byline by its own shape and words. A dateline in front of the first sentence is read the same way. What
follows a report (a filing's "Dated this 3rd day of May 2024, at The Hague") is read where the top says nothing.
"""

from __future__ import annotations

from datetime import date

from hague.reading.header import elsewhere
from hague.reading.header.dates import DATE, Order, numeric_order, read_date
from hague.reading.header.lines import (
    dateline,
    furniture,
    is_prose,
    is_question_above,
    is_turn,
    masthead,
    next_ink,
    note_line,
    title,
    top_lines,
)
from hague.reading.header.segments import Found
from hague.reading.header.wording import CITIES, LABEL
from hague.reading.model import Header

__all__ = ["CITIES", "day", "day_first", "find", "impossible"]


def find(text: str, date: str | None = None) -> Header:
    """The header of ``text``. ``date`` (ISO) is used where the text has none of its own.

    ``spans`` says where each field was found; ``lines`` holds every line of the header with its kind; the first
    sentence starts at ``body``.

    >>> h = find("THE HAGUE, May 3, 2024 (Northgate Press) — Judges met.")
    >>> h.outlet, h.place, h.date
    ('Northgate Press', 'THE HAGUE', '2024-05-03')
    """
    found = Found()
    order = numeric_order(text)
    printed = top_lines(text)
    lines, body = _above(text, printed, found, order)
    if lines and all(kind == "headline" for _, _, kind in lines) and body >= len(text.rstrip()):
        # Nothing follows: it is the report, not its headline.
        lines, body = [], 0
        found.drop("headline")
    found.fall_back("date", "updated")
    elsewhere.closing(text, body, found, order)
    elsewhere.year_of_daymonth(text, found)
    elsewhere.outlet_of_release(text, body, found)
    if "masthead" not in found.values:
        elsewhere.outlet_at_the_end(text, body, found, order)
        elsewhere.outlet_on_air(text, body, found)
        found.fall_back("outlet", "page")
        found.fall_back("outlet", "handle")
    elif "outlet" not in found.values:
        found.fall_back("outlet", "masthead")
    else:
        _demote_masthead(text, found, lines)
    return _header(found, lines, body, date)


def _above(
    text: str, printed: list[tuple[int, int]], found: Found, order: Order
) -> tuple[list[tuple[int, int, str]], int]:
    """The lines above the body with their kinds, their fields noted in ``found``; and where the body begins."""
    lines: list[tuple[int, int, str]] = []
    for number, (start, end) in enumerate(printed):
        line = text[start:end]
        if number == 0 and (name := masthead(text, start, end, printed)):
            found.put("masthead", title(text[slice(*name)]), name)
            lines.append((start, end, "dateline"))
            note_line(text, name[1], end, found, order, outlet=False)
            continue
        after = dateline(text, start, end, found, order)
        if after is not None:
            lines.append((start, after, "dateline"))
            if after < end:
                return lines, next_ink(text, after)
            continue
        if (is_prose(line) and not is_question_above(text, number, printed)) or (
            number and is_turn(line) and not LABEL.match(line)
        ):
            return lines, start
        kind = furniture(text, start, end, found, order, number, printed)
        if kind is None:
            return lines, start
        lines.append((start, end, kind))
    return lines, next_ink(text, printed[-1][1]) if printed else 0


def _demote_masthead(text: str, found: Found, lines: list[tuple[int, int, str]]) -> None:
    """Where the outlet's name stands elsewhere, a first line that looked like one is the headline."""
    name = found.spans["masthead"]
    if name.end == lines[0][1] and found.values["outlet"].casefold() != found.values["masthead"].casefold():
        lines[0] = (*lines[0][:2], "headline")
        found.drop("headline")
        found.put("headline", text[name.start : name.end], (name.start, name.end))


def _header(found: Found, lines: list[tuple[int, int, str]], body: int, given: str | None) -> Header:
    value = found.values.get
    printed = value("date")
    return Header(
        outlet=value("outlet"),
        place=value("place"),
        date=printed or given,
        headline=value("headline"),
        byline=value("byline"),
        date_from="text" if printed else "argument" if given else None,
        spans={k: s for k, s in found.spans.items() if k in ("outlet", "place", "date", "headline", "byline")},
        lines=tuple(lines),
        body=body,
    )


def day(header: Header) -> date | None:
    """The report's date as a day, or ``None`` if it has none that exists."""
    try:
        return date.fromisoformat(header.date) if header.date else None
    except ValueError:
        return None


def impossible(text: str, header: Header) -> list[str]:
    """Dates above the body that name no day (31 April 2022), as printed."""
    order = numeric_order(text)
    end = max(header.body, min(len(text), 300))
    return [m.group() for m in DATE.finditer(text, 0, end) if read_date(m, order) is None]


def day_first(text: str) -> bool:
    """Whether 3/5/2024 is 3 May in this text."""
    return numeric_order(text) == "dmy"
