"""The words of ``words.txt``, and the patterns built from them."""

from __future__ import annotations

import re
from importlib import resources


def _sections() -> dict[str, list[str]]:
    text = resources.files(__package__).joinpath("words.txt").read_text(encoding="utf-8")
    out: dict[str, list[str]] = {}
    for block in re.split(r"^\[", text, flags=re.M)[1:]:
        name, _, body = block.partition("]")
        lines = [line for line in body.splitlines() if not line.startswith("#")]
        out[name] = [entry.strip() for entry in " ".join(lines).split(";") if entry.strip()]
    return out


_WORDS = _sections()
_BY_LENGTH = {name: "|".join(map(re.escape, sorted(listed, key=len, reverse=True))) for name, listed in _WORDS.items()}

CITIES = frozenset(city.casefold() for city in _WORDS["city"])
"""Case-folded. A dateline may name any place; these are the ones that are places without a dateline's shape."""
SMALL = frozenset(_WORDS["small"])
LEADS_TO_DATE = frozenset(_WORDS["leads to date"])
FIELD = {word: name.removeprefix("label ") for name in _WORDS if name.startswith("label ") for word in _WORDS[name]}
"""Label -> the field that it introduces."""

LABEL = re.compile(
    rf"(?P<what>{'|'.join(map(re.escape, sorted(FIELD, key=len, reverse=True)))})\s*(?:(?:on|at)\s*)?[:=]\s*", re.I
)
KIND_OF_TEXT = re.compile(
    rf"(?:{_BY_LENGTH['kind of text']}|(?:[\w-]+ ){{0,2}}(?:transcript|newsletter)|(?:update|wrapup) \d+)"
    r"(?:\s*[-–—|,:]\s*for immediate (?:use|release))?\s*[:.]?",
    re.I,
)
OUTLET_WORD = re.compile(rf"\b(?:{_BY_LENGTH['outlet']})\b", re.I)
MASTHEAD_WORD = re.compile(rf"\b(?:{_BY_LENGTH['outlet']}|{_BY_LENGTH['masthead']})\b", re.I)
PERSON_WORD = re.compile(rf"\b(?:{_BY_LENGTH['person']})\b", re.I)
NOT_A_PLACE = re.compile(rf"\b(?:{_BY_LENGTH['no place']})\b", re.I)
WORD = re.compile(r"[^\W\d_][\w’'.&-]*")
PROSE_END = re.compile(r"[.!?…]['\"”’)\]]*$|[:,;]$")


def is_city(name: str | None) -> bool:
    return name is not None and name.casefold() in CITIES


def all_names(line: str) -> bool:
    """Whether every word has a capital, save small ones (of, the, van)."""
    words = WORD.findall(line)
    return bool(words) and all(w[0].isupper() or w in SMALL for w in words)
