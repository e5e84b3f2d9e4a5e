"""The cut of a report into segments of words.

A segment is a sentence, or several joined because a quotation runs over their stops. Inside it a quotation counts as
one word, so that what is read is who says, and never what is said.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

from hague.reading.model import Quotation, Report, Sentence, Timex

QUOTE = "“"
_WORD = re.compile(r"[^\W_]+(?:['’.&/‑-][^\W_]+)*|['’](?:s|re|ve|d|ll)\b|--+|[^\s]")
_DASHES = frozenset({"—", "–", "-", "--", "---", "―"})
PUNCTUATION = frozenset(',;:()[].?!…"') | _DASHES


class Segment:
    """Words of one or more sentences, in parallel lists. ``quote[k]`` is the index of a quotation, or -1."""

    __slots__ = ("end", "index", "low", "paragraph", "quote", "start", "time", "words")

    def __init__(self, index: int, paragraph: int) -> None:
        self.index = index
        self.paragraph = paragraph
        self.words: list[str] = []
        self.low: list[str] = []
        self.start: list[int] = []
        self.end: list[int] = []
        self.quote: list[int] = []
        self.time: list[int] = []
        """Index of the time expression that a word belongs to, or -1."""

    def __len__(self) -> int:
        return len(self.low)

    def add(self, word: str, start: int, end: int, quote: int = -1) -> None:
        low = word.lower()
        if "’" in low:
            low = low.replace("’", "'")
        if low in _DASHES:
            low = "—"
        self.words.append(word)
        self.low.append(low)
        self.start.append(start)
        self.end.append(end)
        self.quote.append(quote)
        self.time.append(-1)

    def is_quotation(self) -> bool:
        """Nothing but one quotation, perhaps with a stop or a dash."""
        return any(q >= 0 for q in self.quote) and all(
            q >= 0 or low in PUNCTUATION for q, low in zip(self.quote, self.low, strict=True)
        )

    def mark_times(self, timexes: tuple[Timex, ...], starts: list[int]) -> None:
        if not self.low:
            return
        k = max(0, bisect.bisect_right(starts, self.start[0]) - 1)
        i = 0
        while k < len(timexes) and timexes[k].start < self.end[-1]:
            timex = timexes[k]
            while i < len(self.low) and self.end[i] <= timex.start:
                i += 1
            j = i
            while j < len(self.low) and self.start[j] < timex.end:
                if self.quote[j] < 0 and timex.type != "SET":  # "a Kinshasa daily" speaks
                    self.time[j] = k
                j += 1
            k += 1


def segments(report: Report) -> Iterator[tuple[Segment, Sentence]]:
    """Segments in order, each with its first sentence; labels of turns come as segments of their own."""
    text = report.text
    quotations = [q for q in report.quotations if not q.scare or _is_said(text, q)]
    starts = [q.start for q in quotations]
    sentences = report.sentences
    k = number = 0
    while k < len(sentences):
        first = sentences[k]
        end = first.end
        k += 1
        if first.kind in ("body", "list-item"):
            while True:
                at = bisect.bisect_left(starts, end) - 1
                if at < 0 or quotations[at].end <= end or quotations[at].start < first.start:
                    break
                if k >= len(sentences) or sentences[k].paragraph != first.paragraph:
                    break
                end = sentences[k].end
                k += 1
        yield _segment(text, number, first, end, quotations, starts), first
        number += 1


_COLON_BEFORE = re.compile(r"[,:]\s*$")
_LABELLED = re.compile(
    r"\b(?:call|describ|dubb|label|brand|dismiss|hail|denounc|condemn|slam|term|characteri[sz]|accus|decr|derid|prais|warn)"
    r"(?:s|es|ed|ing|e|led|ling|ied|ies)?\b[^.“”\"\n]{0,70}$"
)


def _is_said(text: str, quotation: Quotation) -> bool:
    before = text[max(0, quotation.start - 90) : quotation.start]
    return bool(_COLON_BEFORE.search(before)) or (bool(_LABELLED.search(before)) and "so-called" not in before[-12:])


def _segment(
    text: str, number: int, first: Sentence, end: int, quotations: list[Quotation], starts: list[int]
) -> Segment:
    segment = Segment(number, first.paragraph)
    at = first.start
    k = max(0, bisect.bisect_right(starts, at) - 1)
    while k < len(quotations) and quotations[k].end <= at:
        k += 1
    while at < end:
        if k < len(quotations) and quotations[k].start < end:
            stop, quote = max(at, quotations[k].start), k
        else:
            stop, quote = end, -1
        for match in _WORD.finditer(text, at, stop):
            word = match.group()
            if word == "." and match.end() < end:
                continue  # an abbreviation's
            if word in "“”\"„‟«»‘’'":
                continue
            segment.add(word, match.start(), match.end())
        if quote < 0:
            break
        close = min(end, quotations[quote].end)
        segment.add(QUOTE, stop, close, quote)
        at = close
        k += 1
    return segment
