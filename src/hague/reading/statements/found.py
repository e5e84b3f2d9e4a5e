"""A draft on its way to a statement, with what has been worked out about it."""

from __future__ import annotations

from msgspec import Struct

from hague.reading.statements.draft import Draft


class Found(Struct):
    """A draft with what has been worked out about it."""

    draft: Draft
    start: int
    end: int
    paragraph: int
    speaker: str | None
    span: tuple[int, int] | None
    entity: str | None = None
    chain: tuple[str, ...] = ()
    on: str | None = None
    channel: str | None = None
    via: tuple[str, ...] = ()
    zone: str = ""
    contrast: bool = False
    direct: bool = False
    order: int = 0
