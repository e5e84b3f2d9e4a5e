"""The algebra of ``int8`` arrays: every case at once. "And" is the smaller, "or" the greater, "not" the minus sign.

``Rows`` decides a table of rows (arrays of one length); ``Cells`` in ``hague.law.cells`` decides every combination of
facts that can occur. Arrays only need to broadcast against each other, so that a part of the law has a table over no
more facts than it reads.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hague.law.sql import column
from hague.law.tree import Always, Compare, Flag, Is, Leaf, Node, Open, Rule, Slot, fold
from hague.law.truth import UNKNOWN

Truths = NDArray[np.int8]
MISSING = np.iinfo(np.int32).min
"""Stands for a day or number that is not known."""
MISSING_WORD = -1
"""Stands for a word that is not known."""


class Joins:
    """How arrays of truths are joined, the same for rows of events and for cells of facts."""

    def all(self, values: list[Truths], /) -> Truths:
        out = values[0]
        for value in values[1:]:
            out = np.minimum(out, value)
        return out

    def any(self, values: list[Truths], /) -> Truths:
        out = values[0]
        for value in values[1:]:
            out = np.maximum(out, value)
        return out

    def no(self, value: Truths, /) -> Truths:
        return np.negative(value)


class Rows(Joins):
    """A table of rows. ``columns`` are named as in ``hague.law.sql``: ``int32`` days and numbers (``MISSING``),
    ``int8`` flags, and ``int16`` codes of words (``MISSING_WORD``), which ``words`` numbers."""

    def __init__(
        self,
        columns: Mapping[str, NDArray[Any]],
        words: Mapping[str, int],
        *,
        places: int = 1,
        nationalities: int = 1,
    ) -> None:
        self._columns, self._words = columns, words
        self._slots = {"place": places, "nationality": nationalities}
        self._at = {"place": 1, "nationality": 1}
        self._memo: dict[tuple[str, int, int], Truths] = {}

    def decide(self, node: Node) -> Truths:
        """The truth of a rule in every row."""
        return fold(node, self)

    def _column(self, fact: str) -> NDArray[Any]:
        return self._columns[column(fact, self._at.get(fact.partition(".")[0], 1))]

    none = None

    def leaf(self, leaf: Leaf, /) -> Truths:
        key = self._key(leaf.key, leaf)
        found = self._memo.get(key)
        if found is None:
            found = self._memo[key] = self._test(leaf)
        return found

    def _key(self, name: str, node: Node) -> tuple[str, int, int]:
        return (
            name,
            self._at["place"] if "place" in node.slots else 0,
            self._at["nationality"] if "nationality" in node.slots else 0,
        )

    def _test(self, leaf: Leaf) -> Truths:
        if isinstance(leaf, Open):
            return np.zeros(1, np.int8)
        if isinstance(leaf, Always):
            return np.ones(1, np.int8)
        if isinstance(leaf, Flag):
            return self._column(leaf.fact)
        if isinstance(leaf, Is):
            codes = self._column(leaf.fact)
            hit = np.isin(codes, [self._words[w] for w in leaf.words if w in self._words])
            return _truth(hit, codes == MISSING_WORD)
        assert isinstance(leaf, Compare)
        left = self._column(leaf.left)
        right = leaf.constant if leaf.constant is not None else self._column(str(leaf.right))
        hit = left < right if leaf.op == "<" else left <= right if leaf.op == "<=" else left == right
        missing_left = left == (MISSING_WORD if left.dtype == np.int16 else MISSING)
        if leaf.constant is not None:
            return _truth(hit, missing_left)
        assert not isinstance(right, int)
        return _truth(hit, missing_left | (right == (MISSING_WORD if right.dtype == np.int16 else MISSING)))

    def over(self, slot: Slot, body: Node, /) -> list[Truths]:
        out = []
        outer = self._at[slot]
        for number in range(1, self._slots[slot] + 1):
            self._at[slot] = number
            out.append(fold(body, self))
        self._at[slot] = outer
        return out

    def rule(self, rule: Rule, /) -> Truths:
        key = self._key(f"rule {rule.id}", rule)
        found = self._memo.get(key)
        if found is None:
            found = self._memo[key] = fold(rule.body, self)
        return found


def _truth(hit: NDArray[np.bool_], missing: NDArray[np.bool_]) -> Truths:
    """1 where ``hit``, 0 where ``missing``, else -1."""
    out = hit.astype(np.int8)
    out *= 2
    out -= 1
    out[missing] = UNKNOWN
    return out
