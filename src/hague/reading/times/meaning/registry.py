"""The register of meanings, by the names that rules use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from hague.reading.times.context import Context, Match

Type = Literal["DATE", "TIME", "DURATION", "SET"]


class Value(NamedTuple):
    """``value`` is ``None`` where the report has no date to hang it on."""

    type: Type
    value: str | None
    mod: str | None = None


Meaning = Callable[[Context, Match], Value | None]


MEANINGS: dict[str, Meaning] = {}


def means(function: Meaning) -> Meaning:
    MEANINGS[function.__name__.lstrip("_")] = function
    return function
