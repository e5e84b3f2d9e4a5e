"""A statement in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from hague.reading.statements.phrases import Range
from hague.reading.statements.words import Segment


@dataclass
class Draft:
    """A statement in the making; word ranges count in ``segment``."""

    segment: Segment
    cue: Range
    content: Range
    speaker: Range | None
    cue_word: str
    takes: str = ""
    hearer: Range | None = None
    via: list[Range] = field(default_factory=list)
    outer: Draft | None = None
    """The statement in whose content this one stands."""
    shared: bool = False
    """The subject is that of an earlier verb."""
    speaker_segment: Segment | None = None
    postposed: bool = False
    channel: str | None = None
    label: str | None = None


def enclosing_draft(out: list[Draft], k: int) -> Draft | None:
    for draft in reversed(out):
        if draft.content[0] <= k < draft.content[1] and not draft.postposed:
            return draft
    return None
