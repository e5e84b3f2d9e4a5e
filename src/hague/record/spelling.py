"""The record's one canonical spelling in YAML, so that a diff reads as news.

Keys stand in a fixed order (what it is, when, what about it, where it is from), one field a line, short lists of
plain words in brackets, no comments (a remark belongs in ``note``), UTF-8, two spaces. ``dump(load(text)) == text``
holds for every file and is checked by ``hague record lint``.
"""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec

_FIRST = (
    "id", "event", "what", "kind", "symbol", "crime", "act", "article", "state", "holder", "about", "name", "title",
    "says", "value", "official_name", "on", "public_on", "known_on", "since", "from", "to", "effect_from", "effect_to",
    "by",
)  # fmt: skip
_LAST = ("why_not", "sources", "standing", "note", "also", "history")
_RANK = {key: i for i, key in enumerate(_FIRST)} | {key: 1000 + i for i, key in enumerate(_LAST)}

_PLAIN = re.compile(r"[A-Za-z0-9À-ɏ(/.][^\x00-\x1f\x7f-\x9f\u2028\u2029]*")
_UNSAFE = re.compile(r":(\s|$)|\s#|^\s|\s$")


def dump(entry: msgspec.Struct) -> str:
    """The file's text for one entry."""
    return "".join(_mapping(msgspec.to_builtins(entry), 0))


def dump_list(entries: list[msgspec.Struct]) -> str:
    """The file's text for a list of entries, in order of id."""
    lines = ["entries:\n"]
    for entry in sorted(entries, key=lambda e: str(getattr(e, "id", ""))):
        lines += _item(msgspec.to_builtins(entry), 2)
    return "".join(lines)


def _mapping(value: dict[str, Any], indent: int) -> list[str]:
    lines = []
    for key in sorted(value, key=lambda k: _RANK.get(k, 500)):
        lines += _field(key, value[key], indent)
    return lines


def _field(key: str, value: Any, indent: int) -> list[str]:
    pad = " " * indent
    if isinstance(value, dict):
        return [f"{pad}{key}:\n", *_mapping(value, indent + 2)]
    if isinstance(value, list | tuple):
        if all(not isinstance(v, dict | list | tuple) for v in value):
            return [f"{pad}{key}: [{', '.join(_scalar(v, flow=True) for v in value)}]\n"]
        lines = [f"{pad}{key}:\n"]
        for v in value:
            lines += _item(v, indent + 2)
        return lines
    return [f"{pad}{key}: {_scalar(value)}\n"]


def _item(value: dict[str, Any], indent: int) -> list[str]:
    lines = _mapping(value, indent + 2)
    lines[0] = " " * indent + "- " + lines[0].lstrip(" ")
    return lines


def _scalar(value: Any, *, flow: bool = False) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return repr(value)
    unsafe = not _PLAIN.fullmatch(value) or _UNSAFE.search(value) or (flow and re.search(r"[,\[\]{}]", value))
    return json.dumps(value, ensure_ascii=False) if unsafe else value
