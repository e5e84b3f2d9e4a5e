"""Three values of truth, as integers: with yes = 1, unknown = 0 and no = -1, "and" is the least of them, "or" the
greatest, and "not" the minus sign (Kleene's strong logic). A case, an array and an SQL expression can all do that.
"""

from __future__ import annotations

from typing import Final, Literal

Truth = Literal[-1, 0, 1]
YES: Final = 1
UNKNOWN: Final = 0
NO: Final = -1

Word = Literal["yes", "no", "unknown"]
_WORDS: dict[int, Word] = {YES: "yes", UNKNOWN: "unknown", NO: "no"}


def word(value: int) -> Word:
    """``yes``, ``no`` or ``unknown``."""
    return _WORDS[value]


def of(value: bool | None) -> Truth:
    """The truth of an optional boolean.

    >>> of(True), of(None), of(False)
    (1, 0, -1)
    """
    return UNKNOWN if value is None else YES if value else NO
