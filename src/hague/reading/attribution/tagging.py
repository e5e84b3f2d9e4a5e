"""From log-probabilities to labelled spans: the best tag sequence of each line, all lines at once."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from hague.reading.attribution.network import Floats

ROLES = ("content", "source", "cue")
_LINES_AT_ONCE = 512


class Piece(Struct, frozen=True, gc=False):
    """A labelled run of tokens [first, last), with the log-probability of each class of link, averaged over it."""

    role: str
    first: int
    last: int
    links: tuple[float, ...]


def pieces(
    text: str, spans: Sequence[tuple[int, int]], tags: Floats, links: Floats, bonus: Floats | None = None
) -> list[Piece]:
    """Runs of one role, in order. A run never crosses a line end."""
    n = len(spans)
    breaks = [k for k, (a, _) in enumerate(spans) if text[a] == "\n"]
    edges = [-1, *breaks, n]
    lines = [(a + 1, b) for a, b in itertools.pairwise(edges) if b > a + 1]
    best = np.zeros(n, np.int8)
    lines.sort(key=lambda line: line[1] - line[0])
    for k in range(0, len(lines), _LINES_AT_ONCE):
        _viterbi(tags, lines[k : k + _LINES_AT_ONCE], best, bonus)
    out = []
    sums = np.concatenate([np.zeros((1, links.shape[1])), np.cumsum(links, 0, dtype=np.float64)])
    roles = (best + 1) // 2
    begins = best % 2 == 1
    begins[1:] |= roles[1:] != roles[:-1]
    for first in np.flatnonzero((roles > 0) & begins).tolist():
        k = first + 1
        while k < n and roles[k] == roles[first] and not begins[k]:
            k += 1
        out.append(Piece(ROLES[roles[first] - 1], first, k, tuple(((sums[k] - sums[first]) / (k - first)).tolist())))
    return out


def _transitions() -> Floats:
    table = np.zeros((7, 7), np.float32)
    for inside in (2, 4, 6):
        table[:, inside] = -1e4
        table[inside - 1, inside] = table[inside, inside] = 0
    return table


_TRANSITIONS = _transitions()
_INSIDE = np.array([2, 4, 6])


def _viterbi(tags: Floats, lines: Sequence[tuple[int, int]], best: NDArray[np.int8], bonus: Floats | None) -> None:
    count = len(lines)
    longest = max(b - a for a, b in lines)
    score = np.zeros((longest, count, 7), np.float32)
    lengths = np.array([b - a for a, b in lines])
    for row, (a, b) in enumerate(lines):
        score[: b - a, row] = tags[a:b]
    table = _TRANSITIONS if bonus is None else _TRANSITIONS + bonus
    back = np.zeros((longest, count, 7), np.int8)
    value = score[0].copy()
    value[:, _INSIDE] -= 1e4
    ends = np.zeros((count, 7), np.float32)
    ends[lengths == 1] = value[lengths == 1]
    for t in range(1, longest):
        reach = value[:, :, None] + table
        back[t] = reach.argmax(1)
        value = reach.max(1) + score[t]
        ends[lengths == t + 1] = value[lengths == t + 1]
    state = ends.argmax(1)
    for t in range(longest - 1, -1, -1):
        live = np.flatnonzero(lengths > t)
        for row in live.tolist():
            best[lines[row][0] + t] = state[row]
        if t:
            state[live] = back[t, live, state[live]]
