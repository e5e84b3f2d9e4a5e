"""Spellings that words of the record must have, checked where the record is built and not each time it is loaded.

A pattern in msgspec's own ``Meta(pattern=...)`` is matched at every decoding, which made loading the record four times
slower. ``spelled`` keeps the pattern beside the type all the same; ``misspelled`` finds every word that breaks one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from msgspec import Meta, Struct


def spelled(pattern: str) -> Meta:
    """Marks a ``str`` as having to match ``pattern`` whole."""
    return Meta(extra={"spelled": pattern})


def misspelled(entry: Struct, path: str = "$") -> Iterator[tuple[str, str, str]]:
    """``(path, word, pattern)`` of every word that is not spelled as its type says."""
    patterns = _patterns(type(entry))
    for name, encoded in zip(entry.__struct_fields__, entry.__struct_encode_fields__, strict=True):
        yield from _in_value(getattr(entry, name), patterns.get(name), f"{path}.{encoded}")


def _in_value(value: Any, pattern: re.Pattern[str] | None, path: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(value, Struct):
        yield from misspelled(value, path)
    elif isinstance(value, tuple):
        for i, inner in enumerate(value):
            yield from _in_value(inner, pattern, f"{path}[{i}]")
    elif isinstance(value, str) and pattern is not None and not pattern.fullmatch(value):
        yield path, value, pattern.pattern


@cache
def _patterns(kind: type[Struct]) -> dict[str, re.Pattern[str]]:
    hints = get_type_hints(kind, include_extras=True)
    found = {name: _pattern(hint) for name, hint in hints.items()}
    return {name: re.compile(pattern) for name, pattern in found.items() if pattern}


def _pattern(hint: Any) -> str | None:
    """The pattern of the words in a field: those of a list or of an optional word too."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        for meta in args[1:]:
            if isinstance(meta, Meta) and meta.extra and "spelled" in meta.extra:
                return str(meta.extra["spelled"])
        return _pattern(args[0])
    if origin in (tuple, Union, UnionType):
        return next((p for a in args if (p := _pattern(a))), None)
    return None
