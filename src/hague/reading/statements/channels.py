"""The channel of a statement: read off the words of its attribution by the table in ``channels.txt``."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from hague.reading.attribution.word_classes import classes, word_class
from hague.reading.statements.draft import Draft

_UNNAMED_PRESS = frozenset({"reporters", "journalists", "correspondents", "press", "newsmen"})
_OURS = word_class("ours")


@cache
def _table() -> tuple[tuple[str, re.Pattern[str]], ...]:
    lines = resources.files(__package__).joinpath("channels.txt").read_text("utf-8").splitlines()
    rows = (line.split("|", 1) for line in lines if line and line[0] != "#")
    return tuple((name.strip(), re.compile(pattern.strip())) for name, pattern in rows)


def by_words(attribution: str, *, but: str | None = None) -> str | None:
    """The first channel, other than ``but``, whose pattern fits the words outside the content.

    >>> by_words("the ICC said via a post on X")
    'X post'
    """
    low = attribution.lower()
    for name, pattern in _table():
        if name != but and pattern.search(low):
            return name
    return None


def hearer(draft: Draft, known: bool) -> tuple[str | None, bool]:
    """(channel, is an outlet that passes the words on) for the one who was told. ``known``: a person, State or body
    of the record stands there, which is no outlet."""
    if draft.hearer is None:
        return None, False
    c = classes()
    segment = draft.segment
    a, b = draft.hearer
    low = [w.removesuffix("'s") for w in segment.low[a:b]]
    if any(w in c.press for w in low) and not any(w in ("agency", "radio", "tv") for w in low):
        if any(w in ("conference", "briefing") for w in low):
            return "press conference", False
        if low[-1] in _UNNAMED_PRESS and "associated" not in low:
            return None, False
    if "briefing" in low or (low[-1:] == ["conference"] and ("news" in low or "press" in low)):
        return "press conference", False
    if any(w in c.bench for w in low):
        return "hearing", False
    if low == ["us"] or low[-1] in ("viewers", "listeners"):
        return "interview", False
    if low[0] in ("this", "our") and any(w in _OURS or w in c.outlet for w in low):
        return "interview", False
    if low[-1] == "audience":
        return "speech", False
    if any(w in c.outlet for w in low):
        return "interview", True
    if any(w in c.assembly for w in low):
        return "speech", False
    named = any(w[0].isupper() for w in segment.words[a:b])
    if b - a == 1 and named and not known:
        printed = segment.words[a]
        capitals = sum(letter.isupper() for letter in printed)
        return ("interview", True) if len(printed) > 2 and capitals >= 2 else (None, False)
    if named and not known and low[0] not in ("mr", "mrs", "ms", "president", "prime", "minister", "judge"):
        return "interview", True
    return None, False
