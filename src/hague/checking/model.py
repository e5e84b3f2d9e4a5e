"""What checking finds: a claim, its verdict and the ground for it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from hague.reading.model import Span

Verdict = Literal["supported", "contradicted", "unsettled", "not-checkable"]


class Claim(Struct, frozen=True, kw_only=True):
    """One checkable assertion of a text. ``start`` and ``end`` bound its words, attribution left out.

    ``verdict`` is as of the day of the report. ``why`` gives the ground in one or two sentences, ``correction`` what
    is right where the claim is wrong. ``entities`` are record ids, ``articles`` provisions of the Statute, ``sources``
    addresses to open, the first also in ``source``. ``sides`` say who holds what where it is unsettled.
    ``since_then``: what today's record would answer, where that differs. ``statement`` is the index of the reported
    statement in which the claim stands, ``None`` for the writer's own words. ``rests_on`` are the words that carry it.
    """

    start: int
    end: int
    text: str
    verdict: Verdict
    about: str
    why: str
    correction: str | None = None
    source: str | None = None
    sources: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    since_then: str | None = None
    statement: int | None = None
    rests_on: Span | None = None
    predicate: str | None = None


class Finding(Struct, frozen=True):
    """What a decider says of the *affirmative* sense of a proposition: it ``holds``, it does not, or it is open.

    ``right`` is what to say instead if the affirmative sense fails; ``facts`` are those that decided (for their
    sources), ``sides`` makes it unsettled. ``general``: a statement of law, to which "may" and "could" are no hedge.
    """

    holds: bool | None
    why: str
    right: str | None = None
    facts: tuple[str, ...] = ()
    """Slugs of sources."""
    entities: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    general: bool = False
    polar: bool = True
    """``False``: the decider has already taken account of negation."""
    final: bool = False
    """The decider has seen all that bears on it: where it leaves the claim open, no passage of the record is asked."""
