"""Names that the record does not know: found by their capitals, typed by their words and surroundings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal

from hague.reading.header import CITIES
from hague.reading.model import Mention, Sentence
from hague.reading.wording import words as wordlist
from hague.record.names import fold

Kind = Literal["person", "body", "place", "unknown"]

_CAPITAL = r"(?:[A-ZÀ-ÖØ-Þ][\w’'-]*[\w]|[A-Z]\.)"
_LINK = r"(?:al|de|del|den|der|van|von|ben|bin|ibn|da|di|du|la|le|ag|ould|of|for|of the|for the)"
_RUN = re.compile(rf"(?<![\w’'./@#-]){_CAPITAL}(?:[ \u00a0](?:{_LINK}[ \u00a0-])?{_CAPITAL}){{0,6}}")
_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"[’']s?$")
_BODY = wordlist("""
    house palace agency army association authority bank board brigade bureau centre center church club
    coalition college commission committee company conference congress corporation council court department
    directorate federation force forces foundation front government group guard institute institution league
    ministry mission movement nations network observatory office organisation organization parliament parties
    party police project senate service society tribunal union university chamber news press radio times post
    wire television tv watch militia monitor studio journal herald tribune gazette agence radiodiffusion
    chamber trust fund
    """)
_CONTRACTED = re.compile(r"[’'](?:ve|re|ll|d|m|t)\b")
_SPEAKS = re.compile(
    r",? (?:said|says|told|added|wrote|warned|argued|called|asked|denied|claimed|insisted|announced|testified|"
    r"who)\b|, (?:a|an|the|who|\d{2})\b"
)
_NO_NAMES = wordlist("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december i article articles chapter resolution annex rule rules regulation
    statute treaty christmas easter god islam internet web twitter facebook whatsapp telegram english french
    arabic spanish
    """)


def find(
    text: str,
    spans: Sequence[Sentence],
    taken: Sequence[Mention],
    titles: frozenset[str],
    skip: frozenset[str],
) -> Iterator[Mention]:
    """Names outside ``taken``. ``titles`` are words that a person's name follows; ``skip`` begin no name (the, in,
    Russian): they are cut from its front."""
    starts = [m.start for m in taken]
    for span in spans:
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        inside = [(m.start, m.end) for m in taken[first:last]]
        for run in _RUN.finditer(text, span.start, span.end):
            yield from _named(text, span, run.start(), run.end(), inside, titles, skip)


def _named(
    text: str,
    span: Sentence,
    start: int,
    end: int,
    taken: list[tuple[int, int]],
    titles: frozenset[str],
    skip: frozenset[str],
) -> Iterator[Mention]:
    if any(a < end and start < b for a, b in taken):
        return
    words = [(m.start(), m.end(), fold(m.group())) for m in _WORD.finditer(text, start, end)]
    first = start == span.start
    titled = False
    for at in range(len(words) - 1, 0, -1):
        if words[at - 1][2] in titles:
            # White House Press Secretary NAME
            words, first, titled = words[at:], False, True
            break
    while words and (words[0][2] in titles or words[0][2] in skip):
        titled = titled or words[0][2] in titles
        words.pop(0)
        first = False
    if not words:
        return
    start = words[0][0]
    if tail := _POSSESSIVE.search(text, start, end):
        end = tail.start()
    words = [w for w in words if w[1] <= end]
    if not words or any(w[2] in _NO_NAMES for w in words):
        return
    capitals = sum(text[w[0]].isupper() for w in words)
    if _CONTRACTED.search(text, start, end) or (not titled and capitals < 2):
        return
    if not titled and (len(words) < 2 or (first and len(words) == 2 and len(words[0][2]) < 3)):
        return
    yield Mention(start=start, end=end, entity=None, type=_kind(text, end, [w[2] for w in words], titled))


def _kind(text: str, end: int, words: list[str], titled: bool) -> Kind:
    if " ".join(words) in CITIES:
        return "place"
    if any(w in _BODY for w in words):
        return "body"
    if titled or (2 <= len(words) <= 4 and not {"of", "for", "and", "the"} & set(words)):
        return "person"
    return "person" if _SPEAKS.match(text, end) else "unknown"
