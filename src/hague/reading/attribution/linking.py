"""Joins sources, cues and contents into attributions, by the links that the network reads beside the tags."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from hague.reading.attribution.tagging import Piece

_LINK_OF = {-1: 1, -2: 2, -3: 3, 1: 4, 2: 5, 3: 6}
"""Class of a link by the place of the partner among its kind: -1 is the nearest to the left, 1 to the right."""
_ALONE_REACH = 60


class Joined:
    """An attribution in pieces."""

    __slots__ = ("content", "cue", "source")

    def __init__(self, cue: Piece | None) -> None:
        self.cue = [cue] if cue else []
        self.source: list[Piece] = []
        self.content: list[Piece] = []


def join(found: Sequence[Piece]) -> list[Joined]:
    """Attributions in the order of their cues; a content without any cue in reach stands alone."""
    cues = [p for p in found if p.role == "cue"]
    sources = [p for p in found if p.role == "source"]
    cue_starts, source_starts = [p.first for p in cues], [p.first for p in sources]
    out = [Joined(cue) for cue in cues]
    taken: dict[int, int] = {}
    for joined, cue in zip(out, cues, strict=True):
        best = _partner(cue, source_starts, allow_none=True)
        if best is not None:
            joined.source.append(sources[best])
            taken[best] = taken.get(best, 0) + 1
    alone: list[Piece] = []
    for content in (p for p in found if p.role == "content"):
        best = _partner(content, cue_starts, allow_none=False)
        if best is None:
            alone.append(content)
        else:
            out[best].content.append(content)
    for k, source in enumerate(sources):
        if k not in taken:
            _place(source, out, cue_starts)
    kept = [j for j in out if j.content]
    for content in alone:
        lone = Joined(None)
        lone.content.append(content)
        kept.append(lone)
    return kept


def _partner(piece: Piece, starts: Sequence[int], *, allow_none: bool) -> int | None:
    """The place among spans, given by their ``starts``, of the likeliest partner of ``piece``."""
    ahead = bisect_left(starts, piece.last)
    best: int | None = None
    score = piece.links[0] if allow_none else float("-inf")
    for step, column in _LINK_OF.items():
        k = ahead + step if step < 0 else ahead + step - 1
        if 0 <= k < len(starts) and piece.links[column] > score:
            best, score = k, piece.links[column]
    return best


def _place(source: Piece, out: Sequence[Joined], starts: Sequence[int]) -> None:
    """A source that no cue asked for goes to the nearest cue without one."""
    at = bisect_left(starts, source.first)
    near = [k for k in range(max(0, at - 4), min(len(out), at + 4)) if out[k].cue and not out[k].source]
    if near:
        nearest = min(near, key=lambda k: abs(starts[k] - source.first))
        if abs(starts[nearest] - source.first) < _ALONE_REACH:
            out[nearest].source.append(source)
