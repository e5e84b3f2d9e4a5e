"""The pieces of a header line: each a date, a time, a place, an outlet, a byline, or nothing known."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from hague.reading.header.dates import DATE, DAY_AND_MONTH, Order, read_date
from hague.reading.header.wording import (
    CITIES,
    KIND_OF_TEXT,
    LEADS_TO_DATE,
    OUTLET_WORD,
    PERSON_WORD,
    SMALL,
    WORD,
    is_city,
)
from hague.reading.model import Span

Role = Literal["outlet", "place", "date", "byline", "label", "time", "daymonth"]
Part = tuple[Role | None, str | None, tuple[int, int]]

SEGMENT = re.compile(
    r"(?:(?<!\s)\s*)?(?:[|•·]|—|–|--+|\s-\s|\s/\s|(?<=\s)/(?=\w)|(?<=\w)/(?=[\s.]|$)|,|;|[()\[\]]|\s(?=@)|"
    r"(?<=[^\W\d_]{4})\.\s+(?=[A-Z]))\s*"
)
BYLINE = re.compile(
    r"(?:by|story by|reporting by|report by|written by|from our|por|par)\s+(?=\S)|"
    r"(?-i:From(?= (?!The )[A-Z]\w+ [A-Z]\w+))\s",
    re.I,
)
ISSUE = re.compile(r"(?:vol|no|issue|edition|episode|number|nr|n°)\b\.?\s*\d+", re.I)
_APPEARED = re.compile(
    r"(?:(?:this \w+ )?(?:was )?(?:first |originally )?(?:published|printed|appeared|posted|aired|broadcast|"
    r"reported|reporting|live|compiled|prepared|issued|produced|edited)"
    r" (?:in|by|on|from)|reporting from|live from|from|source:)\s+(?=[A-Z])",
    re.I,
)
_DOMAIN = re.compile(r"(?:www\.)?[\w-]+\.(?:com|org|net|int|info|news|example|co\.\w\w)\b", re.I)
DESK = re.compile(r"(?<!\s)\s+(?:[A-Z]\w+\s+)?(?:Desk|Staff|Newsroom|Team)$")
CLOCK = re.compile(
    r"(?:at\s+)?\d{1,2}(?:[:.h]\d{2})?(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:hrs|hours|local time)?\s*"
    r"(?:\(?(?:gmt|utc|cet|cest|bst|est|edt|et|eat|wat|cat|pst|pdt|pt|ist|z)\)?(?:\s*[+-]\s*\d{1,2}(?::?\d{2})?)?)?"
    r"|noon|midnight",
    re.I,
)
_IN = re.compile(r"\b(?:in|at|from) (?=[A-Z])")


_LEADS_ON = re.compile(r"\s(?:of|on|dated|in|at)$")
_FULL_STOP = re.compile(r"[^\W\d_]{4}\.$")
KIND_OF_OUTLET = re.compile(
    r"(?:(?:the|a|an|your|our)\s+)?(?:[\w-]+\s+){0,2}(?:blog|newsletter|letter|bulletin|magazine|journal|weekly|"
    r"monthly|podcast|news service|page)\s+(?:of|by|from|about|on|for)\s",
    re.I,
)
"""What an outlet says of itself: "Blog of the ...", "a weekly letter about ..."."""
_NO_NAME = re.compile(r"^[Oo]ur\b|\b[Tt]imes? (?:is|are)\b|\b(?:local )?time\b")


def outlet_length(name: str) -> int:
    """Characters of an outlet's name without the desk that wrote for it, unless only the two make a name."""
    cut = DESK.search(name)
    if cut is None:
        return len(name)
    left = name[: cut.start()]
    return cut.start() if OUTLET_WORD.search(left) or left.count(" ") or left.startswith("The ") else len(name)


@dataclass
class Found:
    """What has been seen so far; the first of a kind stays."""

    spans: dict[str, Span] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)

    def put(self, what: str, value: str | None, span: tuple[int, int]) -> None:
        if value and what not in self.values:
            self.values[what] = value
            self.spans[what] = Span(*span)

    def drop(self, what: str) -> None:
        self.values.pop(what, None)
        self.spans.pop(what, None)

    def fall_back(self, what: str, other: str) -> None:
        """Takes ``other`` for ``what`` if there is no ``what``."""
        if other in self.values:
            span = self.spans[other]
            self.put(what, self.values[other], (span.start, span.end))


def segments(text: str, start: int, end: int, order: Order) -> list[Part]:
    """The pieces of a header line with what each is; ``None`` for a piece that is nothing known."""
    parts: list[Part] = []
    at = start
    for m in DATE.finditer(text, start, end):
        value = read_date(m, order)
        parts += names(text, at, m.start())
        parts.append(("date", value, m.span()))
        at = m.end()
    parts += names(text, at, end)
    return parts


def names(text: str, start: int, end: int) -> list[Part]:
    out: list[Part] = []
    at = start
    cuts = [m.span() for m in SEGMENT.finditer(text, start, end)] + [(end, end)]
    depth_open = False
    pieces: list[tuple[int, int, bool]] = []
    for a, b in cuts:
        pieces.append((at, a, depth_open))
        sep = text[a:b]
        if "(" in sep or "[" in sep:
            depth_open = True
        elif ")" in sep or "]" in sep:
            depth_open = False
        at = b
    for a, b, bracketed in pieces:
        while a < b and (text[a].isspace() or text[a] in "*#_>.,:;-–—"):
            a += 1
        while b > a and (text[b - 1].isspace() or text[b - 1] in ",:;-–—*#_" or _FULL_STOP.search(text, a, b)):
            b -= 1
        if text[b : b + 1] != ":" and (trail := _LEADS_ON.search(text, a, b)):
            b = trail.start()
        if lead := _APPEARED.match(text, a, b):
            a = lead.end()
        if a >= b:
            continue
        piece = text[a:b]
        lowered = piece.casefold()
        if lowered in LEADS_TO_DATE:
            continue
        if CLOCK.fullmatch(piece):
            out.append(("time", piece, (a, b)))
        elif DAY_AND_MONTH.fullmatch(piece):
            out.append(("daymonth", piece, (a, b)))
        elif (
            KIND_OF_TEXT.fullmatch(piece)
            or _NO_NAME.search(piece)
            or KIND_OF_OUTLET.match(piece)
            or (text[b : b + 1] == ":" and lowered not in CITIES)
            or ISSUE.match(piece)
            or (bracketed and piece[:1].islower())
            or piece.casefold().endswith(" edition")
        ):
            out.append(("label", piece, (a, b)))
        elif BYLINE.match(piece):
            out.append(("byline", piece, (a, b)))
        elif lowered in CITIES:
            out.append(("place", piece, (a, b)))
        elif _DOMAIN.fullmatch(piece):
            out.append(("outlet", piece, (a, b)))
        elif PERSON_WORD.search(piece) or piece.startswith("@"):
            out.append(("label", piece, (a, b)))
        elif (bracketed or OUTLET_WORD.search(piece)) and piece[0].isupper():
            b = a + outlet_length(piece)
            out.append(("outlet", text[a:b], (a, b)))
        elif _placelike(piece):
            known = any(role == "place" for role, *_ in out)
            out.append(("label" if known else "place", piece, (a, b)))
        else:
            out.append((None, piece, (a, b)))
    return out


def joined(text: str, parts: list[Part]) -> list[Part]:
    """THE HAGUE, Netherlands is one place."""
    out: list[Part] = []
    for role, value, span in parts:
        if role == "label" and out and out[-1][0] == "place" and text[out[-1][2][1] : span[0]] == ", ":
            whole = (out[-1][2][0], span[1])
            out[-1] = ("place", text[slice(*whole)], whole)
        else:
            out.append((role, value, span))
    return out


def _placelike(piece: str) -> bool:
    words = WORD.findall(piece)
    return 0 < len(words) <= 5 and not re.search(r"\d", piece) and all(w[0].isupper() or w in SMALL for w in words)


def in_a_city(text: str, start: int, end: int) -> tuple[int, int] | None:
    for m in _IN.finditer(text, start, end):
        words = list(WORD.finditer(text, m.end(), min(end, m.end() + 40)))[:3]
        for last in reversed(words):
            if is_city(text[m.end() : last.end()]):
                return m.end(), last.end()
    return None
