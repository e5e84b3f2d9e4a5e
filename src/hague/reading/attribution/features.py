"""What the tagger sees of each token: hashes of the word and its parts, its shape, its class, and where it stands.

Nothing here knows any corpus: words are hashed, and the two word classes come from the lexicon of statements.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from hague.reading.attribution.cues import cues
from hague.reading.attribution.tokens import tokens
from hague.reading.attribution.word_classes import classes
from hague.reading.model import Quotation, Sentence

SIZES = (24576, 8192, 3000, 2000, 400, 6, 12, 8, 4)
"""Values of each feature: word, word again, ending, beginning, shape, cue class, word class, quotation, boundary."""
OF_TYPE = 7
_MAX_TYPES = 200_000
_SHAPE = str.maketrans(
    {**dict.fromkeys("abcdefghijklmnopqrstuvwxyz", "x"), **dict.fromkeys("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "X")}
    | dict.fromkeys("0123456789", "d")
)
_RUN = re.compile(r"(.)\1{3,}")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def _hash(text: str, size: int) -> int:
    return zlib.crc32(text.encode("utf-8", "surrogatepass")) % size


def shape(word: str) -> str:
    return _RUN.sub(r"\1\1\1", word.translate(_SHAPE))[:8]


@cache
def _classes() -> dict[str, int]:
    c = classes()
    out: dict[str, int] = {}
    order = (c.negation, c.modal, c.auxiliary, c.pronoun, c.determiner, c.preposition, c.boundary, c.adverb, c.person,
             c.writing, c.outlet)  # fmt: skip
    for number, words in enumerate(order, 1):
        for word in words:
            out.setdefault(word, number)
    return out


def of_word(word: str) -> tuple[int, ...]:
    """The seven features that depend on the word alone."""
    if word[0] == "\n":
        return (1, 1, 1, 1, 1, 0, 0)
    low = word.lower().translate(_QUOTES)
    found = [cue for cue in cues().get(low, ()) if "z" not in cue.takes]
    cue = 0
    if found:
        cue = {"past": 1, "s": 2, "base": 3, "ing": 4}[found[-1].form] if "c" in found[-1].takes else 5
    return (
        2 + _hash(low, SIZES[0] - 2),
        2 + _hash("~" + low, SIZES[1] - 2),
        2 + _hash(low[-3:], SIZES[2] - 2),
        2 + _hash(low[:3], SIZES[3] - 2),
        2 + _hash(shape(word), SIZES[4] - 2),
        cue,
        _classes().get(low, 0),
    )


class Types(dict[str, int]):
    """Rows of features by word, computed once; emptied when it has grown large."""

    def __init__(self) -> None:
        super().__init__()
        self._fresh: list[tuple[int, ...]] = []
        self._rows = np.zeros((4096, OF_TYPE), np.int32)
        self._filled = 0

    def __missing__(self, word: str) -> int:
        self[word] = number = self._filled + len(self._fresh)
        self._fresh.append(of_word(word))
        return number

    def of(self, words: Sequence[str]) -> NDArray[np.int32]:
        if self._filled > _MAX_TYPES:
            self.clear()
            self._filled = 0
        ids = [self[word] for word in words]
        if self._fresh:
            end = self._filled + len(self._fresh)
            if end > len(self._rows):
                grown = np.zeros((2 * end, OF_TYPE), np.int32)
                grown[: self._filled] = self._rows[: self._filled]
                self._rows = grown
            self._rows[self._filled : end] = self._fresh
            self._filled = end
            self._fresh = []
        return self._rows[ids]


_types = Types()


def encode(
    text: str, quotations: Sequence[Quotation], sentences: Sequence[Sentence]
) -> tuple[list[tuple[int, int]], NDArray[np.int32]]:
    """Tokens of ``text`` (offsets) and their features, int32 of shape (tokens, 9)."""
    spans = tokens(text)
    n = len(spans)
    out = np.zeros((n, len(SIZES)), np.int32)
    if not n:
        return spans, out
    out[:, :OF_TYPE] = _types.of([text[a:b] for a, b in spans])
    starts = [a for a, _ in spans]
    for q in quotations:
        i, j = bisect_left(starts, q.start), bisect_left(starts, q.end)
        if i < j:
            out[i:j, 7] = 1 if j - i < 6 else 2 if j - i < 14 else 3
            out[i, 7] = 4
            if q.closed:
                out[j - 1, 7] = 5
            else:
                out[i:j, 7] += 2 * (out[i:j, 7] == 3)
    before = -1
    for s in sentences:
        i = bisect_left(starts, s.start)
        if i < n:
            out[i, 8] = 1 if s.paragraph == before else 2
        before = s.paragraph
    return spans, out
