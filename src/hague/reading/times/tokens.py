"""A text cut into words, figures and signs, each with the class by which patterns know it.

Every token becomes one character of a string; a pattern over tokens is then a regular expression over that string.
Words that stand in the same classes share a character, so the string is all that the rules need to look at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

TOKEN = re.compile(
    r"(?P<w>[^\W\d_]+)"
    r"|(?P<c>\d{1,2}[:.]\d{2}(?=\s?(?:[ap]\.?m\b|(?:BST|GMT|UTC|CES?T|E[SD]T|[EWC]AT)\b)))"
    r"|(?P<n>\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?"
    r"|\d{4}-\d{2}-\d{2}(?!\d)"
    r"|\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)(?:\d{4}|\d{2})(?![\d/])"
    r"|\d{4}/\d{1,2}/\d{1,2}(?!\d)"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?!\d)"
    r"|\d/\d{1,2}(?!\d)"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,12}\.\d{1,6}(?!\d)|\d{1,18}(?:st|nd|rd|th|s)?(?![^\W_])|\d{1,18})"
    r"|(?P<p>\n[^\S\n]*\n)"
    r"|[^\w\s]",
)
_APOSTROPHES = frozenset("'’‘`")
OTHER = "\x00"
BREAK = "\x01"


@dataclass(slots=True)
class Tokens:
    """Parallel lists: where each token stands, its word in small letters; and the string of classes."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    codes: str


def shape(figure: str) -> str:
    """The class of a token that begins with a figure, as ``rules.toml`` names them.

    >>> [shape(f) for f in ("12", "31st", "1998", "1980s", "2024-05-03", "3/5/2024", "18:30", "2.5", "400")]
    ['day', 'dayord', 'year', 'decade', 'iso', 'slash', 'clock', 'decimal', 'integer']
    """
    if figure.isdigit() and figure.isascii():
        value = int(figure)
        if len(figure) <= 2:
            return "day" if 1 <= value <= 31 else "yy"
        if len(figure) == 4:
            return "year" if 1400 <= value <= 2100 else "hhmm" if value < 2400 and value % 100 < 60 else "integer"
        return "integer"
    if "T" in figure:
        return "isotime"
    if ":" in figure:
        return "clock"
    if "/" in figure and figure.count("/") == 1:
        return "fraction"
    if len(figure) >= 10 and figure[4:5] in "-/":
        return "iso" if figure[4] == "-" else "slash"
    if figure.count("-") == 2 or figure.count("/") == 2 or figure.count(".") == 2:
        return "slash"
    if figure.endswith(("st", "nd", "rd", "th")):
        digits = figure[:-2]
        return "dayord" if digits.isascii() and digits.isdigit() and 1 <= int(digits) <= 31 else "bigord"
    if figure.endswith("s"):
        digits = figure[:-1]
        if len(digits) == 4 and digits.endswith("0"):
            return "decade"
        return "decade2" if len(digits) == 2 and digits.endswith("0") else "other"
    if "," in figure or figure.isdigit():
        return "integer"
    return "decimal"


def cut(text: str, code_of_word: dict[str, str], code_of_shape: dict[str, str]) -> Tokens:
    """The tokens of ``text``."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    codes: list[str] = []
    word_code = code_of_word.get
    shape_code = code_of_shape.get
    for m in TOKEN.finditer(text):
        start, end = m.span()
        word = m.group()
        kind = m.lastgroup
        if kind == "w":
            lowered = word.lower()
            code = word_code(lowered, OTHER)
            if code != OTHER and lowered == word and lowered in _CAPITAL_ONLY:
                code = word_code("~" + lowered, OTHER)
            word = lowered
        elif kind == "n" or kind == "sep":
            code = shape_code(shape(word), OTHER)
        elif kind == "c":
            code = shape_code("clock", OTHER)
        elif kind == "p":
            code = BREAK
        else:
            if word in _APOSTROPHES:
                word = "’"
            elif word in "-–‐‑‒—":
                # A hyphen joins only if nothing stands between it and its neighbours.
                glued = start > 0 and end < len(text) and not text[start - 1].isspace() and not text[end].isspace()
                word = "-" if glued and word != "—" else "—"
            code = word_code(word, OTHER)
        starts.append(start)
        ends.append(end)
        words.append(word)
        codes.append(code)
    return Tokens(text, starts, ends, words, "".join(codes))


_CAPITAL_ONLY = frozenset(
    ["may", "march", "august", "mar", "jan", "sat", "sun", "wed", "mon", "fri", "dec", "jun", "sep", "apr", "feb"]
)
"""Time words only with a capital: "he may march". In small letters they are in no class."""
