"""Times: every expression of time with its TIMEX3 type and value, hung on the report's date.

``tag`` follows TimeML, by the rules of ``rules.toml``. ``of_report`` keeps those that a reader of a report would count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from msgspec import structs

from hague.reading.model import Sentence, Timex
from hague.reading.times import rules as rules_
from hague.reading.times.context import Context, Match
from hague.reading.times.meaning import MEANINGS
from hague.reading.times.tokens import cut

__all__ = ["of_report", "tag"]


def tag(
    text: str,
    anchor: date | None,
    sentences: Sequence[Sentence] = (),
    *,
    day_first: bool = True,
) -> tuple[Timex, ...]:
    """The time expressions of ``text`` in order, none within another.

    ``anchor`` is the report's date; without it, what hangs on it has no value. ``day_first``: 3/5/2024 is 3 May.

    >>> [(t.value, t.type) for t in tag("He left last Friday, two days after the vote.", date(2024, 5, 8))]
    [('2024-05-03', 'DATE'), ('P2D', 'DURATION')]
    """
    rules = rules_.load()
    tokens = cut(text, rules.code_of_word, rules.code_of_shape)
    codes = tokens.codes
    present = frozenset(codes)
    candidates: list[tuple[int, int, int, Match, str]] = []
    for rule in rules.rules:
        if not rule.may_match(present):
            continue
        for found in rule.pattern.finditer(codes):
            start, end = found.span()
            if end > start:
                match = Match(tokens, rules, found, rule.settings, start, end)
                candidates.append((start, start - end, rule.number, match, rule.means))
    candidates.sort(key=lambda c: c[:3])
    context = Context(tokens, anchor, day_first)
    out: list[Timex] = []
    at = 0
    while at < len(candidates):
        stop, reach = at + 1, candidates[at][3].end
        while stop < len(candidates) and candidates[stop][0] < reach:
            reach = max(reach, candidates[stop][3].end)
            stop += 1
        _settle(candidates[at:stop], context, out)
        at = stop
    return tuple(out)


def _settle(cluster: list[tuple[int, int, int, Match, str]], context: Context, out: list[Timex]) -> None:
    """Takes the longest expressions of candidates that overlap, then whatever fits beside them."""
    if len(cluster) > 1:
        cluster = sorted(cluster, key=lambda c: (c[1], c[2], c[0]))
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, Timex]] = []
    tokens = context.tokens
    for start, _, _, match, means in cluster:
        if any(start < b and a < match.end for a, b in taken):
            continue
        try:
            value = MEANINGS[means](context, match)
        except (OverflowError, ValueError):
            continue  # a day before year 1 or after 9999
        if value is None:
            continue
        taken.append((start, match.end))
        found.append(
            (
                start,
                Timex(
                    start=tokens.starts[start],
                    end=tokens.ends[match.end - 1],
                    type=value.type,
                    value=value.value,
                    mod=value.mod,
                    only=match.settings.get("only"),
                ),
            )
        )
    for start, timex in sorted(found, key=lambda f: f[0]):
        context.note(start, timex.value)
        out.append(timex)


_VAGUE = {
    "minute": "PTXM", "hour": "PTXH", "day": "PXD", "week": "PXW", "month": "PXM", "year": "PXY", "decade": "PXE",
}  # fmt: skip
_UNIT = re.compile(rf"\b({'|'.join(_VAGUE)})s? ago", re.I)
_ABOUT = re.compile(
    r"(?:about|around|approximately|roughly|some|nearly|almost|under|over|up to|at least|at most|as many as|"
    r"(?:just |well )?(?:more|less|fewer|over|under)(?: than)?|(?:no|not) (?:more|less) than|a little (?:over|more "
    r"than))\s+(?=\S)",
    re.I,
)


_IN_A_NAME = re.compile(r"[A-Z][\w’'-]{1,40} $")
_YEARS, _MONTHS = re.compile(r"P(\d+)Y$"), re.compile(r"P(\d+)M$")


def _whole_length(before: Sequence[Timex], last: Timex, text: str) -> Timex | None:
    """ "ten years and four months" is one length."""
    if not before or text[before[-1].end : last.start] != " and ":
        return None
    years, months = _YEARS.match(before[-1].value or ""), _MONTHS.match(last.value or "")
    if not years or not months:
        return None
    return structs.replace(before[-1], end=last.end, value=f"P{years[1]}Y{months[1]}M")


def of_report(timexes: Sequence[Timex], text: str) -> tuple[Timex, ...]:
    """Those of ``timexes`` that count in a report: no vague adverbs, a value for each, and no words before a number
    that say how exact it is ("about two years").

    >>> text = "It took about two years."
    >>> [text[t.start:t.end] for t in of_report(tag(text, None), text)]
    ['two years']
    """
    out: list[Timex] = []
    for t in timexes:
        if t.value == "PRESENT_REF" and text[t.start : t.end] == "Now" and _IN_A_NAME.search(text, 0, t.start):
            continue
        if t.only is None and t.value is not None:
            if whole := _whole_length(out, t, text):
                out[-1] = whole
                continue
            if t.value == "PAST_REF" and (unit := _UNIT.search(text, t.start, t.end)):
                t = structs.replace(t, type="DURATION", value=_VAGUE[unit[1].lower()])
            about = _ABOUT.match(text, t.start, t.end)
            out.append(structs.replace(t, start=about.end()) if about else t)
    return tuple(out)
