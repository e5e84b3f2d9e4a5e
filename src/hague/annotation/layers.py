"""Marks over a text that may overlap in any way, as well-nested pieces."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple


class Mark(NamedTuple):
    """``kind`` and ``number`` say what is marked; of marks over the same words, the lower ``rank`` stands outside."""

    start: int
    end: int
    rank: int
    kind: str
    number: int


def nested(
    marks: Sequence[Mark],
    start: int,
    end: int,
    opening: Callable[[Mark, bool], str],
    closing: Callable[[Mark, bool], str],
    between: Callable[[int, int], str],
) -> Iterator[str]:
    """The pieces of ``[start, end)`` with marks opened and closed like brackets.

    A mark that would cross another is closed with it and opened again: ``opening`` and ``closing`` are told whether
    this is its true first or last piece. Marks that reach out of the range are cut at its ends.

    >>> marks = [Mark(0, 3, 0, "a", 1), Mark(2, 5, 1, "b", 1)]
    >>> tags = (lambda m, _: f"<{m.kind}>"), (lambda m, _: f"</{m.kind}>")
    >>> "".join(nested(marks, 0, 6, *tags, lambda a, b: "012345"[a:b]))
    '<a>01<b>2</b></a><b>34</b>5'
    """
    waiting = sorted(
        (m for m in marks if m.start < end and m.end > start and m.start < m.end),
        key=lambda m: (max(m.start, start), -min(m.end, end), m.rank, m.number),
    )
    cuts = sorted({start, end, *(max(m.start, start) for m in waiting), *(min(m.end, end) for m in waiting)})
    stack: list[Mark] = []
    upcoming = 0
    for at, following in zip(cuts, [*cuts[1:], None], strict=True):
        reopened: list[Mark] = []
        ended = next((i for i, m in enumerate(stack) if min(m.end, end) <= at), None)
        if ended is not None:
            for mark in reversed(stack[ended:]):
                yield closing(mark, mark.end <= at)
            reopened = [m for m in stack[ended:] if min(m.end, end) > at]
            del stack[ended:]
        for mark in reopened:
            yield opening(mark, False)
            stack.append(mark)
        while upcoming < len(waiting) and max(waiting[upcoming].start, start) == at:
            mark = waiting[upcoming]
            upcoming += 1
            yield opening(mark, mark.start >= start)
            stack.append(mark)
        if following is not None:
            yield between(at, following)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where the paragraphs of ``text`` stand, blank lines left out.

    In a text of long lines every line is a paragraph; one that was wrapped by hand has blank lines between them.
    """
    lines: list[tuple[int, int]] = []
    at = 0
    for line in text.splitlines(keepends=True):
        lines.append((at, at + len(line.rstrip())))
        at += len(line)
    wrapped_by_hand = all(b - a <= _WRAPPED_AT for a, b in lines)
    begun: int | None = None
    last = 0
    for a, b in lines:
        blank = not text[a:b].strip()
        if begun is not None and (blank or not wrapped_by_hand):
            yield begun, last
            begun = None
        if not blank:
            begun = a if begun is None else begun
            last = b
    if begun is not None:
        yield begun, last


_WRAPPED_AT = 120
