"""Matches and arguments put in order: what was spelled out, what stands apart, where a span lies."""

from __future__ import annotations

from collections.abc import Iterable

from hague.reading.model import Argument, Span
from hague.reading.propositions.lexicon import Closed, Row
from hague.reading.propositions.tokens import Match, Word


def apart(row: Row, cues: dict[str, list[Match]]) -> bool:
    """Whether the classes that a row needs stand in different words: "withdraw" is not both leaving and taking back."""
    spans = []
    for need in row.needs:
        found = {(m.first, m.last) for n in need for m in cues.get(n, ())}
        if found:
            spans.append(found)
    return all(not (len(one) == 1 and any(other == one for other in spans[i + 1 :])) for i, one in enumerate(spans))


def literal(m: Match) -> range | tuple[int, ...]:
    """Words that a match spells out; what stands in its gap is not part of it."""
    if "~" not in m.entry.words:
        return range(m.first, m.last)
    gap = m.entry.words.index("~")
    return (*range(m.first, m.first + gap), *range(m.last - (len(m.entry.words) - gap - 1), m.last))


def longest(found: Iterable[Match]) -> list[Match]:
    out: list[Match] = []
    for m in sorted(found, key=lambda m: (m.first, -m.last)):
        if not out or m.first >= out[-1].last:
            out.append(m)
    return out


def span_of(tokens: list[Word], first: int, last: int) -> Span:
    return Span(tokens[first].start, tokens[min(last, len(tokens)) - 1].end)


def put(roles: dict[str, Argument], name: str, argument: Argument) -> None:
    key, n = name, 1
    while key in roles:
        n += 1
        key = f"{name}#{n}"
    roles[key] = argument


def passive_at(head: Match, tokens: list[Word], floor: int, words: Closed) -> bool:
    """Whether a verb stands in the passive; ``floor``: where its clause begins."""
    if head.entry.form not in ("past", "part"):
        return False
    j = head.first - 1
    steps = 0
    while j >= floor and steps < 5:
        low = tokens[j].low
        if low in ("is", "are", "was", "were", "be", "been", "being", "'s", "gets", "got"):
            return True
        if low in ("has", "have", "had", "who", "which", "that") or low in (",", ";"):
            return False
        if low in words.prepositions:
            break
        j -= 1
        steps += 1
    following = tokens[head.last].low if head.last < len(tokens) else ""
    return following == "by" or head.entry.form == "part"
