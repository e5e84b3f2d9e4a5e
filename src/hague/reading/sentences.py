"""Paragraphs and sentences, as spans of the text exactly as given.

A line break ends a paragraph unless the text is wrapped by hand and the line runs on. A stop ends a sentence unless it
belongs to an abbreviation, an initial, a number, or words in lower case follow it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from hague.reading.model import Header, Sentence
from hague.reading.wording import words as wordlist

_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029\x85\x0b\x0c]")
_STOP = re.compile(r"(?:(?<![.!?…])[.!?…]++|[。！？؟۔])(?:[\"”’»'\])]|''){0,3}(?=\s)|[。！？]")
_OPENING = re.compile(r"\s+(?:[\"“‘«'(\[*_]|``|''|[-–—•]\s){0,3}")
_LAST_WORD = re.compile(r"[^\s(\[\"“‘'«]{1,24}$")
_ABBREVIATIONS = wordlist("""
    mr mrs ms dr prof hon rev fr sr jr st gen col lt maj capt cmdr sgt adm brig sen rep gov amb pres min sec
    messrs mme mlle no nos art arts para paras pp ch cf al fig ed eds vol viz approx est dept inc ltd co corp
    bros vs v e.g i.e jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun
    ft mt ave blvd h.e h.r.h n.b ph.d s.a a.k.a c.f op cit resp res doc
    """)
_ENDS_ANYWAY = wordlist("jr sr inc ltd co corp no min sec sat sun fri res doc al")
_NUMERALS = frozenset({"i", "v", "x"})
_NUMBERED = re.compile(r"\b(?:Chamber|Part|Article|Annex|Volume|Chapter|Phase|Protocol|Section|War) [IVX]$")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")
_STARTERS = wordlist("""
    the a an he she it they we you i this that these those there his her its their our in on at by for from
    after before but and or yet so as if when while since until under with without both some many several one
    two three no not now then still however meanwhile earlier later last next according asked president prime
    court judges prosecutors officials all what who how why where most more such only also other to of
    """)
_BULLET = re.compile(r"(?:[-*•–‣◦▪●·]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])[ \t]+")
_TURN = re.compile(
    r"(?:[A-Z][A-Z.’'-]*(?: +[A-Z.’'-]+){0,4}(?:\s\([^()\n]{1,40}\))?(?:,[ ][^:\n]{1,60})?(?:\s\([^()\n]{1,40}\))?"
    r"|Q|A|Question|Answer)(?::|\.(?=\s))[ \t]*"
)
_NAMED_TURN = re.compile(
    r"(?:[A-Z][\w.’'-]*)(?:[ ](?:[A-Z][\w.’'-]*|of|de|van|von|der|al|the)){0,6}(?:[ ]\([^()\n]{1,50}\))?:[ \t]+(?=\S)"
)
"""A label in small letters ("Lord Pell:"); it counts only where labels take turns."""
_LAST_NAME = re.compile(r"[^\W\d_][\w’'-]{0,40}(?=(?:[ ]\([^()\n]{0,60}\))?[:.]?[ \t]*$)")
_FEWEST_NAMED_TURNS = 4
_TERMINAL = re.compile(r"[.!?…:;,—–-][\"”’»'\])]*$|''$")
_WRAP_FROM, _WRAP_TO = 48, 110


def split(text: str, header: Header) -> tuple[Sentence, ...]:
    """The sentences of ``text`` in order, without outer blanks. Header lines come first with their kinds.

    Lone short lines without a stop inside the body are headlines (a crosshead); a speaker's label is a ``turn``.

    >>> [text[s.start:s.end] for text in ["He left. Mr. Li came at 3 p.m. today."] for s in split(text, Header())]
    ['He left.', 'Mr. Li came at 3 p.m. today.']
    """
    out = [
        Sentence(start=start, end=_rstrip(text, start, end), kind=_KINDS.get(kind, "dateline"), paragraph=i)
        for i, (start, end, kind) in enumerate(header.lines)
    ]
    number = len(out)
    spans = list(paragraphs(text, header.body))
    pattern = _turn_pattern(text, spans)
    for start, end in spans:
        kind = "body"
        if pattern and (label := pattern.match(text, start, end)):
            stop = _rstrip(text, start, label.end())
            out.append(Sentence(start=start, end=stop, kind="turn", paragraph=number))
            start = label.end()
            if start >= end:
                number += 1
                continue
        elif _BULLET.match(text, start, end):
            kind = "list-item"
            start = _BULLET.match(text, start, end).end()  # type: ignore[union-attr]
        elif end != spans[-1][1] and _is_crosshead(text, start, end):
            kind = "headline"
        for a, b in _within_reason(text, _sentences(text, start, end)):
            out.append(Sentence(start=a, end=b, kind=kind, paragraph=number))  # type: ignore[arg-type]
        number += 1
    return tuple(out)


def _turn_pattern(text: str, spans: list[tuple[int, int]]) -> re.Pattern[str] | None:
    """How this text labels those who speak, if it is a transcript.

    Capitals and a colon do, if two stand in the text. Capitals and a stop may be a rubric ("MONEY. The budget ..."),
    and small letters anything ("Background: ..."), so there a label must come again.
    """
    capitals = [m.group().rstrip() for a, b in spans if (m := _TURN.match(text, a, b))]
    if len(capitals) >= 2 and (any(c.endswith(":") for c in capitals) or _recurs(capitals)):
        return _TURN
    named = [bool(_NAMED_TURN.match(text, a, b)) for a, b in spans]
    if sum(named) < _FEWEST_NAMED_TURNS:
        return None
    first, last = named.index(True), len(named) - 1 - named[::-1].index(True)
    labels = [m.group().rstrip() for a, b in spans if (m := _NAMED_TURN.match(text, a, b))]
    return _NAMED_TURN if sum(named) * 2 > last - first and _recurs(labels) else None


def _recurs(labels: list[str]) -> bool:
    last = [m.group() for label in labels if (m := _LAST_NAME.search(label))]
    return len(set(last)) < len(last) or any(label in ("Q:", "Q.", "A:", "A.") for label in labels)


LONGEST = 2_000
"""Characters of the longest sentence. What has no stop for longer is no prose, and is cut at a space, so that what
later passes do within a sentence costs no more for a long text than for many short ones."""


def _within_reason(text: str, spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in spans:
        while end - start > LONGEST:
            cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            cut = cut if cut > start else start + LONGEST
            if text[start:cut].strip():
                yield _strip(text, start, cut)
            start = cut
        if text[start:end].strip():
            yield _strip(text, start, end)


_KINDS: dict[str, Literal["headline", "byline"]] = {"headline": "headline", "byline": "byline"}


def paragraphs(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Spans of the paragraphs from ``start`` on, without outer blanks; none is empty."""
    lines = [(a, b) for a, b in _lines(text, start)]
    wrapped = _is_wrapped(lines)
    opened: tuple[int, int] | None = None
    for a, b in lines:
        if a == b:
            if opened:
                yield opened
            opened = None
            continue
        if opened and wrapped and not _starts_anew(text, opened, a, b):
            opened = (opened[0], b)
            continue
        if opened:
            yield opened
        opened = (a, b)
    if opened:
        yield opened


def _lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    at = start
    for m in _BREAK.finditer(text, start):
        yield _strip(text, at, m.start())
        at = m.end()
    yield _strip(text, at, len(text))


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    if left == len(piece):
        return end, end
    return start + left, start + len(piece.rstrip())


def _rstrip(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _is_wrapped(lines: list[tuple[int, int]]) -> bool:
    """Whether line breaks inside paragraphs are only for the width of the page."""
    inked = [b - a for a, b in lines if b > a]
    follow = sum(1 for (a, b), (c, d) in pairwise(lines) if b > a and d > c)
    if len(inked) < 4 or follow < 3:
        return False
    width = sorted(inked)[int(len(inked) * 0.9) - 1]
    full = sum(0.6 * width <= n for n in inked)
    return _WRAP_FROM <= width <= _WRAP_TO and max(inked) <= 1.4 * width and full >= 0.5 * len(inked)


def _starts_anew(text: str, opened: tuple[int, int], start: int, end: int) -> bool:
    if _BULLET.match(text, start, end) or _TURN.match(text, start, end):
        return True
    line_start = max(opened[0], text.rfind("\n", opened[0], opened[1]) + 1)
    short = opened[1] - line_start < _WRAP_FROM - 12
    return (short and bool(_TERMINAL.search(text, max(opened[0], opened[1] - 4), opened[1]))) or (
        short and text[start].isupper()
    )


def _is_crosshead(text: str, start: int, end: int) -> bool:
    if end - start > 90 or _TERMINAL.search(text, max(start, end - 4), end):
        return False
    words = text[start:end].split()
    return len(words) <= 12 and not (words and words[0][0] in "\"“‘«'") and text[start : start + 1] != "@"


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for m in _STOP.finditer(text, start, end):
        if m.end() >= end or m.start() < at or not _ends(text, at, m.start(), m.end(), end):
            continue
        yield at, m.end()
        at = m.end()
        while at < end and text[at].isspace():
            at += 1
    if at < end:
        yield at, end


def _ends(text: str, start: int, stop: int, after: int, end: int) -> bool:
    """Whether the stop at ``stop`` ends the sentence begun at ``start``; ``after`` is behind its closing marks."""
    if text[stop] in "。！？؟۔":
        return True
    gap = _OPENING.match(text, after, end)
    head = gap.end() if gap else after
    if head >= end:
        return True
    first = text[head]
    opened = gap is not None and any(c in "\"“‘«'`" for c in gap.group())
    if first.islower():
        # “Never!” she said; a stop before small letters ends nothing unless a bullet or mark follows.
        return False
    if text[stop] != "." or (after - stop > 1 and text[stop + 1] != "."):
        return True
    last = _LAST_WORD.search(text, max(start, stop - 24), stop)
    word = last.group().lower() if last else ""
    if opened:
        return not (word in _ABBREVIATIONS and word not in _ENDS_ANYWAY)
    if word in _ABBREVIATIONS:
        if word in ("no", "nos", "art", "arts", "para", "paras", "res", "doc", "min", "sec"):
            return not first.isdigit() and word in _ENDS_ANYWAY
        return word in _ENDS_ANYWAY and _starter(text, head, end)
    if word in _NUMERALS and _NUMBERED.search(text, max(start, stop - 24), stop):
        return True  # Trial Chamber I.
    if len(word) == 1 and word.isalpha() and last and text[max(start, last.start() - 1)] in "'’" and word in "tsdm":
        return True  # "Rwanda isn't. Kenya ..."
    if len(word) == 1 and word.isalpha():
        # An initial (Karim A. Khan), or "Plan B. The ..."
        return _starter(text, head, end) and not (
            last and text[last.start()].isupper() and _named_before(text, start, last.start())
        )
    if _DOTTED.fullmatch(word + "."):
        return _starter(text, head, end) or first.isdigit()
    return True


def _starter(text: str, head: int, end: int) -> bool:
    m = _NEXT_WORD.match(text, head, min(end, head + 30))
    return m is not None and m.group().lower() in _STARTERS


_NEXT_WORD = re.compile(r"[^\W\d_]+")


def _named_before(text: str, start: int, at: int) -> bool:
    before = text[max(start, at - 30) : at].split()
    return bool(before) and before[-1][:1].isupper() and len(before[-1]) > 2
