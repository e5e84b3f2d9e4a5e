"""Numbers in words and figures, as they stand before a unit of time."""

from __future__ import annotations

from typing import Protocol


class Tables(Protocol):
    def table(self, *classes: str) -> dict[str, str]: ...


def number(words: list[str], tables: Tables) -> float | None:
    """The number that ``words`` say; ``None`` if they say none.

    "two and a half", "2 1/2", "a couple of", "half a", "twenty-five", "three hundred", "1,200".
    """
    table = tables.table("ONE", "TEN", "BIG", "GROUP", "A")
    total = current = 0.0
    seen = False
    halves = words[-3:] == ["and", "a", "half"]
    if halves:
        words = words[:-3]
    for word in words:
        if word[0].isdigit():
            value = _figure(word)
            if value is None:
                return None
            current += value
        elif word == "couple":
            current = 2
        elif word == "half":
            current += 0.5
        elif word in ("hundred", "thousand", "dozen", "score"):
            current = (current or 1) * float(table[word])
            if word == "thousand":
                total, current = total + current, 0.0
        elif word in ("a", "an"):
            if len(words) == 1:
                current = 1
        elif word in table:
            current += float(table[word])
        elif word in ("-", "of", "in", "and"):
            continue
        else:
            return None
        seen = True
    return total + current + (0.5 if halves else 0) if seen else None


def _figure(word: str) -> float | None:
    if "/" in word:
        top, _, bottom = word.partition("/")
        return int(top) / int(bottom) if int(bottom) else None
    digits = word.replace(",", "")
    try:
        return float(digits) if len(digits) < 16 else None
    except ValueError:
        return None
