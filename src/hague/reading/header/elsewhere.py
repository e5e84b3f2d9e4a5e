"""What a text says of itself below its first sentence: signatures, closing dates, rights, the author of a release."""

from __future__ import annotations

import re

from hague.reading.header.dates import DATE, Order, read_date
from hague.reading.header.lines import LINE, place_or_outlet
from hague.reading.header.segments import Found, segments
from hague.reading.header.wording import MASTHEAD_WORD, OUTLET_WORD, PROSE_END, WORD, all_names, is_city

_SAID_BY = re.compile(
    r"(?:^|[,.”\"’]\s+)(?:the\s+)?((?:[A-Z][\w’'&-]*|of|for|the|and|de|du)(?:\s+(?:[A-Z][\w’'&-]*|of|for|the|and|de|"
    r"du)){0,6})\s+"
    r"(?:said|says|warned|announced|stated|declared)(?:\s+(?:today|on \w+day|in a (?:statement|report|"
    r"briefing)[^.]{0,60}))?\s*[.,]"
)
_SAID_INVERTED = re.compile(r"[,”\"’] said (?:the )?((?:[A-Z][\w’'&-]*)(?:\s+(?:[A-Z][\w’'&-]*|of|for|the|and)){1,6})")
_WELCOMES = re.compile(
    r"(?:[Tt]he )?((?!The )(?:[A-Z][\w’'&-]*)(?:\s+(?:[A-Z][\w’'&-]*|of|for|the|and|de|du)){1,6})"
    r"(?:,[^,.]{3,60},)? (?:today )?"
    r"(?:welcomes?|welcomed|condemns?|condemned|calls? (?:on|upon|for)|deplores?|regrets?|urges?|takes note|notes)\b"
)
_ON_AIR = re.compile(
    r"(?:[Tt]his is|[Yy]ou(?:[’']re| are) (?:listening to|watching|reading)|[Ww]elcome (?:back )?to|[Hh]ere on) "
    r"(?:the )?"
    r"((?:[A-Z][\w’'&-]*)(?:\s+(?:[A-Z][\w’'&-]*|of|the|and)){0,4})"
)
_SIGNED = re.compile(
    r"^(?:yours|sincerely|respectfully|signed|with respect|faithfully|best regards|kind regards)\b.*$", re.I | re.M
)
_DONE_AT = re.compile(r"^(?:done |signed |dated )?at ([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?)(?=[,.]|\s*$)", re.I | re.M)
_SWORN = re.compile(r"(?:dated|done|signed)\b", re.I)
_CLOSING = re.compile(
    r"(?:dated (?:this|at|on|the)|done (?:at|in|this)|signed|at the hague|the hague,|©|\(c\)|copyright|posted|"
    r"published|"
    r"[-—–]|sent from)",
    re.I,
)
_RIGHTS = re.compile(
    r"\s*(?:©|\(c\)|copyright)[\s\d]*|\s*(?:press )?contacts?(?: for (?:the )?\w+)?\s*:\s*|[—–-]+\s*", re.I
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[^\n]{0,60}?\b((?:19|20)\d{2})\b|\(((?:19|20)\d{2})\)\s*$", re.I)


def closing(text: str, body: int, found: Found, order: Order) -> None:
    """A date (and place) in the last lines, where the top has none: letters, filings, posts."""
    if "place_of_byline" in found.values and "place" not in found.values:
        place = found.spans["place_of_byline"]
        found.put("place", found.values["place_of_byline"], (place.start, place.end))
    if "outlet" not in found.values and (m := _SIGNED.search(text, max(body, len(text) - 1500))):
        for start, end in [n.span() for n in LINE.finditer(text, m.end())][:4]:
            line = text[start:end].strip()
            if OUTLET_WORD.search(line) and all_names(line) and len(line) < 80:
                at = text.index(line, start)
                found.put("outlet", line, (at, at + len(line)))
    if "place" not in found.values and (m := _DONE_AT.search(text, max(body, len(text) - 600))) and is_city(m[1]):
        found.put("place", m[1], m.span(1))
    if "date" in found.values:
        return
    tail = max(body, len(text) - 1500)
    lines = [m.span() for m in LINE.finditer(text, tail) if m.group().strip()][-8:]
    for start, end in reversed(lines):
        line = text[start:end].strip()
        m = DATE.search(text, start, end)
        if not m or len(line) > 140:
            continue
        bare = DATE.sub(" ", line)
        if len(WORD.findall(bare)) <= 4 or _CLOSING.match(line):
            found.put("date", read_date(m, order), m.span())
            parts = segments(text, start, end, order)
            names = [p for p in parts if p[0] in ("place", "outlet")]
            for role, value, span in names:
                if role == "outlet":
                    found.put("outlet", value, span)
            if not _SWORN.match(line):
                place_or_outlet(names, [p for p in names if p[0] == "place" and not is_city(p[1])], found)
            near = [at for at in lines if start - 80 < at[1] and at[0] < end + 80]
            for a, b in near:
                for role, value, span in segments(text, a, b, order):
                    named = re.sub(r"^(?:at|in|done at|signed in|signed at) ", "", value or "", flags=re.I)
                    if role != "date" and is_city(named):
                        found.put("place", named, (span[1] - len(named), span[1]))
            break


def outlet_at_the_end(text: str, body: int, found: Found, order: Order) -> None:
    """Whose text it is, from its last lines: (c) 2024 NAME, NAME/initials, Contact: WHO, NAME."""
    if "outlet" in found.values:
        return
    lines = [m.span() for m in LINE.finditer(text, max(body, len(text) - 900)) if m.group().strip()][-4:]
    for start, end in reversed(lines):
        line = text[start:end].strip()
        if start <= body or len(line) > 110 or (PROSE_END.search(line) and not _CLOSING.match(line)):
            continue
        mark = _RIGHTS.match(text, start, end)
        for role, value, span in segments(text, mark.end() if mark else start, end, order):
            if role == "outlet" or (mark and role == "place"):
                name = (value or "").strip("./ ")
                found.put("outlet", name, (span[0], span[0] + len(name)))
                return


def year_of_daymonth(text: str, found: Found) -> None:
    """A dateline without a year takes that of the copyright line."""
    if "date" in found.values or "daymonth" not in found.values:
        return
    if m := _COPYRIGHT.search(text, max(0, len(text) - 600)):
        words = found.values["daymonth"]
        for form in (f"{words} {m[1] or m[2]}", f"{words}, {m[1] or m[2]}"):
            if full := DATE.fullmatch(form):
                span = found.spans["daymonth"]
                found.put("date", read_date(full, "dmy"), (span.start, span.end))


def outlet_of_release(text: str, body: int, found: Found) -> None:
    """A release names its author in its first sentence: "..., Sahel Rights Monitor said today."."""
    if "outlet" in found.values:
        return
    end = text.find("\n", body)
    first = text[body : end if end >= 0 else len(text)][:700]
    m = _SAID_BY.search(first) or _SAID_INVERTED.search(first)
    if m is None and "masthead" not in found.values:
        m = _WELCOMES.match(first)
    if m and MASTHEAD_WORD.search(m[1]) and m[1].count(" ") >= 1:
        found.put("outlet", m[1], (body + m.start(1), body + m.end(1)))


def outlet_on_air(text: str, body: int, found: Found) -> None:
    """ "This is Radio Littoral", said at the start of a broadcast."""
    if "outlet" not in found.values and (m := _ON_AIR.search(text, body, body + 900)) and OUTLET_WORD.search(m[1]):
        found.put("outlet", m[1], m.span(1))
