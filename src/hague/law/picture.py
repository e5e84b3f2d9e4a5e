"""An opinion as a picture: the tree of reasons, one row a rule, as SVG that needs nothing but itself."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from html import escape
from typing import NamedTuple

from hague.law.case import Reason

WIDTH = 960
_INDENT, _LINE, _GAP, _MARGIN = 26, 17, 10, 24
_COLOUR = {"yes": "#1a7f37", "no": "#6e7781", "unknown": "#9a6700"}
_SIGN = {
    "yes": "M-4 0 l3 3 l5 -6",
    "no": "M-4 0 h8",
    "unknown": "M-2.5 -2 a2.5 2.5 0 1 1 3.5 2.4 q-1 .4 -1 1.6 m0 2 v.6",
}
"""What stands in the circle, drawn rather than written, as fonts lack the signs."""
_MEANING = {"yes": "applies", "no": "does not apply", "unknown": "cannot be told"}
_CHARACTER = 7.1
"""Width of a letter of the text, roughly, in pixels."""


class _Row(NamedTuple):
    reason: Reason
    depth: int
    parent: int
    lines: list[str]
    top: int

    @property
    def height(self) -> int:
        return _LINE * len(self.lines) + _GAP


def picture(opinion: Iterable[Reason], title: str) -> str:
    """The SVG text. ``title`` is printed above and read out by screen readers."""
    rows = list(_rows(opinion))
    height = (rows[-1].top + rows[-1].height if rows else 60) + _MARGIN + 24
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'role="img" aria-label="{escape(title, quote=True)}" font-family="Helvetica, Arial, sans-serif" '
        'font-size="13">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        f'<text x="{_MARGIN}" y="30" font-size="16" font-weight="bold" fill="#1f2328">{escape(title)}</text>',
        *(_branch(row, rows) for row in rows if row.parent >= 0),
        *(_drawn(row) for row in rows),
        _legend(height),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _rows(opinion: Iterable[Reason]) -> Iterator[_Row]:
    top, number = 48, 0
    waiting = [(reason, 0, -1) for reason in opinion][::-1]
    while waiting:
        reason, depth, parent = waiting.pop()
        head = _provision(reason.article)
        space = int((WIDTH - 2 * _MARGIN - _INDENT * (depth + 1)) / _CHARACTER)
        lines = textwrap.wrap(f"{head}  {reason.finding or reason.sentence}", max(space, 24)) or [head]
        row = _Row(reason, depth, parent, lines, top)
        yield row
        top += row.height
        waiting += [(inner, depth + 1, number) for inner in reason.reasons][::-1]
        number += 1


def _provision(article: str) -> str:
    return f"Article {article}" if article[:1].isdigit() else article


def _x(depth: int) -> int:
    return _MARGIN + 8 + _INDENT * depth


def _branch(row: _Row, rows: list[_Row]) -> str:
    above = rows[row.parent]
    x, y = _x(above.depth), row.top + 9
    return f'<path d="M{x} {above.top + 18} V{y} H{_x(row.depth) - 9}" fill="none" stroke="#d0d7de"/>'


def _mark(value: str, x: int, y: int) -> str:
    stroke = f'stroke="{_COLOUR[value]}"'
    sign = f'<path d="{_SIGN[value]}" fill="none" {stroke} stroke-width="1.6" stroke-linecap="round"/>'
    return f'<g transform="translate({x} {y})"><circle r="8" fill="#ffffff" {stroke}/>{sign}</g>'


def _drawn(row: _Row) -> str:
    x, y = _x(row.depth), row.top + 9
    head = _provision(row.reason.article)
    first, rest = row.lines[0], row.lines[1:]
    bold, plain = (head, first[len(head) :]) if first.startswith(head) else ("", first)
    text = [
        _mark(row.reason.value, x, y),
        f'<text x="{x + 15}" y="{y + 4}" fill="#1f2328"><tspan font-weight="bold">{escape(bold)}</tspan>'
        f"{escape(plain)}</text>",
    ]
    for i, line in enumerate(rest, 1):
        text.append(f'<text x="{x + 15}" y="{y + 4 + i * _LINE}" fill="#1f2328">{escape(line)}</text>')
    return f"<g>{''.join(text)}</g>"


def _legend(height: int) -> str:
    parts, x = [], _MARGIN + 8
    for value, meaning in _MEANING.items():
        parts.append(_mark(value, x, height - 18))
        parts.append(f'<text x="{x + 15}" y="{height - 14}" font-size="12" fill="#1f2328">{meaning}</text>')
        x += 150
    return "".join(parts)
