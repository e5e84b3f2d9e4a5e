"""Reports with their claims marked in the text, and the score of a prediction against them.

A claim stands in double square brackets, its verdict as the first character: ``+`` supported, ``-`` contradicted,
``?`` unsettled, ``~`` not checkable.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).with_name("reports")
VERDICTS = {"+": "supported", "-": "contradicted", "?": "unsettled", "~": "not-checkable"}
_MARK = re.compile(r"\[\[([-+?~])|\]\]")
_TOKEN = re.compile(r"\w+(?:['’]\w+)*")


class Gold(NamedTuple):
    start: int
    end: int
    text: str
    verdict: str


def parse(marked: str) -> tuple[str, list[Gold]]:
    """The text without its marks, and the claims."""
    text, claims, open_at, at = "", [], None, 0
    for m in _MARK.finditer(marked):
        text += marked[at : m.start()]
        at = m.end()
        if m[1]:
            open_at = (len(text), VERDICTS[m[1]])
        elif open_at is not None:
            claims.append(Gold(open_at[0], len(text), text[open_at[0] :], open_at[1]))
            open_at = None
    return text + marked[at:], claims


def words(text: str, start: int, end: int) -> set[int]:
    return {start + m.start() for m in _TOKEN.finditer(text[start:end])}


def pairs(text: str, gold: list[Gold], found: list) -> list[tuple[int, int]]:
    """Greedy pairing by shared words, at least half of all; "not checkable" pairs only with its like."""
    candidates = []
    for i, g in enumerate(gold):
        mine = words(text, g.start, g.end)
        for j, c in enumerate(found):
            if c.verdict == "not-checkable" and g.verdict != "not-checkable":
                continue
            theirs = words(text, c.start, c.end)
            share = len(mine & theirs) / len(mine | theirs) if mine | theirs else 0
            if share >= 0.5:
                candidates.append((-share, i, j))
    out, used_i, used_j = [], set(), set()
    for _, i, j in sorted(candidates):
        if i not in used_i and j not in used_j:
            out.append((i, j))
            used_i.add(i)
            used_j.add(j)
    return out
