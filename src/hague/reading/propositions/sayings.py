"""Attributions that split a clause in two ("The appeal, a lawyer said, had been lodged by him")."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hague.reading.propositions.clauses import Cutter

NEAR = 12
"""Words within which the commas around an attribution must stand."""
OPENERS = frozenset(
    ("which", "who", "whose", "and", "but", "while", "as", "after", "because", "although", "if", "when")
)
ADVERBS = frozenset(("also", "still", "never", "now", "then", "not", "n't", "already", "only"))
INVERTED = frozenset(("said", "says"))


def inserted(c: Cutter, first: int, n: int) -> list[tuple[int, int]]:
    """Stretches, commas included, of attributions in the midst of what is attributed."""
    out: list[tuple[int, int]] = []
    for k in sorted(c.say):
        if not first + 1 < k < n - 2 or c.say[k].entry.form not in ("past", "third", "base"):
            continue
        a = next((j for j in range(k - 1, max(first, k - NEAR), -1) if c.low[j] == ","), None)
        b = next((j for j in range(k + 1, min(n, k + NEAR)) if c.low[j] == ","), None)
        if a is None or b is None or c.low[a + 1] in OPENERS or (a == k - 1 and c.low[k] not in INVERTED):
            continue
        if any(c.is_finite(j) and c.low[j] not in ("has", "had", "have") for j in range(a + 1, k)):
            continue
        if not (out and out[-1][1] > a) and _goes_on(c, first, a, b, n):
            out.append((a, b + 1))
    at = c._find_pair("according", "to", first + 1, n)
    if at is not None and at > first + 1 and c.low[at - 1] == ",":
        b = c._find(",", at, min(n, at + NEAR))
        if b is not None and not any(x < at < y for x, y in out) and _goes_on(c, first, at - 1, b, n):
            out.append((at - 1, b + 1))
    return out


def _goes_on(c: Cutter, first: int, a: int, b: int, n: int) -> bool:
    """Whether what stands before the comma ``a`` goes on behind ``b``: a verb follows, or none stood before."""
    follow = b + 1
    while follow < n and c.low[follow] in ADVERBS:
        follow += 1
    if follow >= n:
        return False
    if c.is_finite(follow):
        return True
    if not c.has_finite(first, a):
        return c.has_finite(follow, n)
    opens = c._is_participle(first) or c.low[first] in c.words.prepositions
    finite = c.words.auxiliaries | c.words.finite
    return opens and not finite & set(c.low[first:a]) and c.starts_clause(follow, n, bare=False)


def added(c: Cutter, tail: int, last: int) -> int | None:
    """Where further content begins in a closing attribution: ", she said, adding that P"."""
    for k in range(tail + 2, last - 2):
        if k in c.say and c.say[k].entry.form == "ing" and c.low[k + 1] == "that":
            return k + 2
        if c.low[k] == "," and c.low[k + 1] in ("and", "but") and c.has_finite(tail, k):
            return k + 2 if c.starts_clause(k + 2, last, bare=False) else None  # ", she added, but nobody can"
    return None
