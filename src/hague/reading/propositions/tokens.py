"""Words of a sentence with their offsets, and what the lexicon says about them."""

from __future__ import annotations

import re
from typing import NamedTuple

from hague.reading.propositions.lexicon import Entry, Lexicon

TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?:-[A-Za-z]+)*|n['’]t\b|['’](?:s|ve|re|ll|d|m)\b|"
    r"\w+?(?=n['’]t\b)|\w+(?:-\w+)*(?:['’](?!(?:s|t|ve|re|ll|d|m)\b)\w+)?|[^\w\s]"
)
GAP = 5
LONGEST = 400
"""Words of the longest sentence that is analysed as a whole; longer ones are cut into stretches of this length."""


class Word(NamedTuple):
    start: int
    end: int
    low: str
    text: str


class Match(NamedTuple):
    """A lexicon phrase at words ``[first, last)``."""

    first: int
    last: int
    entry: Entry


def words(text: str, start: int, end: int) -> list[Word]:
    """The words and punctuation marks of ``text[start:end]``; typographic apostrophes are straightened in ``low``."""
    out = []
    for m in TOKEN.finditer(text, start, end):
        t = m.group()
        out.append(Word(m.start(), m.end(), t.lower().replace("’", "'"), t))
    return out


def matches(tokens: list[Word], lexicon: Lexicon) -> list[Match]:
    """All lexicon phrases in the words, each class at each place once and as long as possible."""
    found: list[Match] = []
    taken: dict[tuple[str, str], int] = {}
    n = len(tokens)
    lows = [t.low for t in tokens]
    for i in range(n):
        following = lows[i + 1] if i + 1 < n else ""
        for entry in lexicon.phrases.get(lows[i], ()):
            phrase = entry.words
            if len(phrase) > 1 and phrase[1] != following and phrase[1] != "~":
                continue  # most phrases part from the text at their second word
            key = (entry.table, entry.name)
            if taken.get(key, -1) > i and entry.table != "act":
                continue
            last = _end(lows, i, phrase, n)
            if last:
                if "~" not in phrase:
                    taken[key] = last
                found.append(Match(i, last, entry))
    return found


def _end(lows: list[str], at: int, phrase: tuple[str, ...], n: int) -> int:
    """Index after the phrase if it stands at ``at``, else 0."""
    j = at + 1
    k = 1
    while k < len(phrase):
        if phrase[k] == "~":
            following = phrase[k + 1]
            stop = min(n, j + GAP + 1)
            while j < stop and lows[j] != following:
                if lows[j] in ",;:.":
                    return 0
                j += 1
            if j >= stop:
                return 0
            k += 1
            continue
        if j >= n or lows[j] != phrase[k]:
            return 0
        j += 1
        k += 1
    return j
