"""Statements that the rules overlooked and the attribution tagger saw.

The tagger was trained on another notion (beliefs and plans count there) and other texts. So it is heard only where its
cue is a verb of saying from the lexicon or its content stands in quotation marks, where nothing is negated or planned,
and where no statement that the rules found is near.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from hague.reading.attribution import Attribution
from hague.reading.attribution.cues import cues
from hague.reading.attribution.word_classes import classes, word_class
from hague.reading.model import Span
from hague.reading.statements.draft import Draft
from hague.reading.statements.phrases import Range, has_finite, is_finite
from hague.reading.statements.words import PUNCTUATION, Segment

_FEWEST_WORDS = 4
_THINKING = word_class("thinking")
_FRONTS = frozenset({"in", "on", "at", "asked", "when", "as", "after", "while", "although"})


def overlooked(
    attributions: Iterable[Attribution], segments: Sequence[Segment], taken: Sequence[tuple[int, int]]
) -> list[Draft]:
    """Drafts of attributions that touch none of the spans ``taken``. ``segments`` are in order."""
    starts = [s.start[0] for s in segments]
    out = []
    for attribution in attributions:
        if len(attribution.cue) != 1 or len(attribution.source) != 1:
            continue
        at = bisect_right(starts, attribution.cue[0].start) - 1
        draft = _draft(attribution, segments[at]) if at >= 0 else None
        if draft is None:
            continue
        a, b = draft.segment.start[draft.content[0]], draft.segment.end[draft.content[1] - 1]
        a, b = min(a, attribution.cue[0].start), max(b, attribution.cue[0].end)
        if all(b <= start or end <= a for start, end in taken):
            out.append(draft)
    return out


def _draft(attribution: Attribution, segment: Segment) -> Draft | None:
    cue, speaker = _words(attribution.cue[0], segment), _words(attribution.source[0], segment)
    if cue is None or speaker is None:
        return None
    low = segment.low
    ranges = [r for r in (_words(s, segment) for s in attribution.content) if r]
    if not ranges:
        return None
    a, b = min(r[0] for r in ranges), max(r[1] for r in ranges)
    while a < b and segment.quote[a] < 0 and (low[a] in PUNCTUATION or low[a] == "that"):
        a += 1
    while b > a and segment.quote[b - 1] < 0 and low[b - 1] in PUNCTUATION:
        b -= 1
    quoted = a < b and _is_quoted(segment, a, b)
    if a >= b or not _says(segment, cue, quoted=quoted) or not (quoted or _is_clause(segment, a, b, cue)):
        return None
    c = classes()
    if any(low[k] in ("neither", "nor", "nobody", "none", "reporters") or low[k] in c.law for k in range(*speaker)):
        return None
    if (any(a <= k < b for k in speaker) and not cue[0] > a) or (a <= cue[0] < b and not quoted):
        return None
    return Draft(segment, cue, (a, b), speaker, " ".join(low[cue[0] : cue[1]]), postposed=a < cue[0])


def _is_quoted(segment: Segment, a: int, b: int) -> bool:
    """At least half in quotation marks, and more than a word or two."""
    quoted = [k for k in range(a, b) if segment.quote[k] >= 0]
    return bool(quoted) and sum(segment.end[k] - segment.start[k] for k in quoted) > 20 and b - a <= 2 * len(quoted) + 6


def _is_clause(segment: Segment, a: int, b: int, cue: Range) -> bool:
    """A clause after "that", or one that a comma divides from the attribution behind it."""
    if b - a < _FEWEST_WORDS or not has_finite(segment, a, b):
        return False
    if a >= cue[1]:
        return segment.low[a - 1] == "that"
    if a > 0 and segment.low[a - 1] not in PUNCTUATION and segment.low[a - 1] not in classes().conjunction:
        return False
    return b < len(segment) and segment.low[b] == "," and not is_finite(segment, a) and segment.low[a] not in _FRONTS


def _says(segment: Segment, cue: Range, *, quoted: bool) -> bool:
    """A verb of saying in the past or present, neither denied nor wished for; beside words in quotation marks any verb
    that is none of thinking."""
    c = classes()
    words = segment.low[max(0, cue[0] - 1) : cue[1]]
    if any(w in c.negation or w in c.modal or w.endswith("n't") or w in ("to", "if", "be") for w in words):
        return False
    if any(w in _THINKING for w in words):
        return False
    if quoted and any(w.endswith(("ed", "s")) or w in c.finite for w in segment.low[cue[0] : cue[1]]):
        return True
    return any(
        found.form in ("past", "s") and not found.rest and {"c", "q"} & set(found.takes)
        for word in segment.low[cue[0] : cue[1]]
        for found in cues().get(word, ())
    )


def _words(span: Span, segment: Segment) -> Range | None:
    """The words of ``segment`` that ``span`` covers."""
    first = bisect_right(segment.end, span.start)
    last = first
    while last < len(segment) and segment.start[last] < span.end:
        last += 1
    return (first, last) if first < last else None
