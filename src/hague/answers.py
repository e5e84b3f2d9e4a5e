"""What ``read`` and ``check`` return: plain types whose JSON is the documented shape of an annotated report."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from hague.errors import InputRefused, Problem
from hague.record import Record

if TYPE_CHECKING:
    from hague.checking import Claim
    from hague.reading import Report
    from hague.reading.model import Span

LONGEST = 2_000_000
"""Characters of the longest text that is read; a longer one is refused at once rather than kept waiting for."""


class HeaderAnswer(Struct, frozen=True, kw_only=True):
    outlet: str | None
    place: str | None
    date: str | None
    headline: str | None = None


class StatementAnswer(Struct, frozen=True, kw_only=True):
    speaker: str | None
    speaker_entity: str | None
    cue: str | None
    mode: str
    content: tuple[int, int]
    text: str
    via: tuple[str, ...]
    channel: str | None
    on: str | None
    chain: tuple[str, ...] = ()
    """How a pronoun or short form was resolved, each step as printed."""
    pieces: tuple[tuple[int, int], ...] = ()
    """The parts of a quotation that its attribution interrupts; empty when ``content`` is in one piece."""
    speaker_span: tuple[int, int] | None = None
    cue_span: tuple[int, int] | None = None


class TimeAnswer(Struct, frozen=True, kw_only=True):
    start: int
    end: int
    text: str
    value: str | None


class MentionAnswer(Struct, frozen=True, kw_only=True):
    start: int
    end: int
    text: str
    entity: str | None
    candidates: tuple[str, ...] = ()
    type: str = "unknown"


class TimexAnswer(Struct, frozen=True, kw_only=True):
    """A time expression by TimeML's conventions: more of them than ``times``, which are those of a report."""

    start: int
    end: int
    type: str
    value: str | None
    mod: str | None = None


class AttributionAnswer(Struct, frozen=True, kw_only=True):
    """Whose words, thoughts or plans: pieces of the text by their part in it; ``source`` and ``cue`` may be empty."""

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]


class ClaimAnswer(Struct, frozen=True, kw_only=True):
    """``start`` and ``end`` bound the words of the claim, attribution left out. ``source`` is the first of
    ``sources``; ``entities`` and ``articles`` are what decided; ``sides`` holds who says what where it is unsettled;
    ``since_then`` what today's record would answer, where that differs. ``statement`` is the place in ``statements`` of
    the one in whose words it stands, ``None`` for the writer's own; ``rests_on`` bounds the word that carries it, and
    ``predicate`` is its entry in the lexicon of propositions."""

    start: int
    end: int
    text: str
    verdict: str
    about: str
    correction: str | None
    why: str
    source: str | None
    sources: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    since_then: str | None = None
    statement: int | None = None
    rests_on: tuple[int, int] | None = None
    predicate: str | None = None


class Answer(Struct, frozen=True, kw_only=True):
    """A report as read. ``text`` is what all offsets refer to."""

    header: HeaderAnswer
    statements: tuple[StatementAnswer, ...]
    times: tuple[TimeAnswer, ...]
    mentions: tuple[MentionAnswer, ...]
    claims: tuple[ClaimAnswer, ...]
    notices: tuple[str, ...]
    text: str
    attributions: tuple[AttributionAnswer, ...] = ()
    timexes: tuple[TimexAnswer, ...] = ()


def of_report(text: str, day: date | None, record: Record) -> Answer:
    """Reads and checks a report; see ``hague.read``."""
    from hague.reading import times

    report, claims = examine(text, day, record)
    header = report.header
    listed = _places_of_speech(report)
    return Answer(
        header=HeaderAnswer(outlet=header.outlet, place=header.place, date=header.date, headline=header.headline),
        statements=_statements(report),
        times=tuple(
            TimeAnswer(start=t.start, end=t.end, text=text[t.start : t.end], value=t.value)
            for t in times.of_report(report.timexes, text)
        ),
        mentions=tuple(
            MentionAnswer(
                start=m.start,
                end=m.end,
                text=text[m.start : m.end],
                entity=m.entity,
                candidates=m.candidates,
                type=m.type,
            )
            for m in report.mentions
        ),
        claims=tuple(_claim(c, text, listed) for c in claims),
        notices=report.notices,
        text=text,
        attributions=_attributions(report),
        timexes=tuple(
            TimexAnswer(start=t.start, end=t.end, type=t.type, value=t.value, mod=t.mod)
            for t in report.timexes
            if t.function == "body"
        ),
    )


def claim_answer(claim: Claim, text: str, report: Report) -> ClaimAnswer:
    """A claim of ``report`` as an answer lists it."""
    return _claim(claim, text, _places_of_speech(report))


def examine(text: str, day: date | None, record: Record) -> tuple[Report, tuple[Claim, ...]]:
    """The report as read, propositions included, and its claims. Raises ``InputRefused`` as ``hague.read`` does."""
    from hague import checking, reading

    _refuse_unreadable(text, "text")
    report = reading.read(text, date=day.isoformat() if day else None, record=record)
    try:
        return report, tuple(checking.check_report(report, None, record))
    except Exception as err:  # what was read stands all the same, and the notices say what is missing
        if os.environ.get("HAGUE_TRACEBACK"):
            raise
        notice = f"A fault in hague kept the claims from being checked ({type(err).__name__}); please report it."
        return replace(report, notices=(*report.notices, notice)), ()


def of_sentence(sentence: str, as_of: date | None, record: Record) -> list[ClaimAnswer]:
    """Checks one sentence; see ``hague.check``."""
    from hague import checking

    _refuse_unreadable(sentence, "sentence")
    day = as_of or date.fromisoformat(record.reviewed)
    return [_claim(c, sentence, {}) for c in checking.check_sentence(sentence, day, record)]


def _refuse_unreadable(text: str, where: str) -> None:
    if not text.strip():
        raise InputRefused("There is nothing to read.", [Problem(where, text, "some words")])
    if len(text) > LONGEST:
        step = "Give the reports one by one"
        raise InputRefused(
            "The text is too long.", [Problem(where, f"{len(text):,} characters", f"at most {LONGEST:,}", step)]
        )


def _places_of_speech(report: Report) -> dict[int, int]:
    """Place of a statement among all that was found -> its place among those that an answer lists."""
    speech = (i for i, s in enumerate(report.statements) if s.act == "speech")
    return {found: listed for listed, found in enumerate(speech)}


def _attributions(report: Report) -> tuple[AttributionAnswer, ...]:
    """By the trained tagger, where the package carries its weights; else as the statements have them."""
    from hague.reading import attribution

    if attribution.available():
        return tuple(
            AttributionAnswer(source=_pairs(a.source), cue=_pairs(a.cue), content=_pairs(a.content))
            for a in attribution.find(report.text, report.quotations, report.sentences)
        )
    return tuple(
        AttributionAnswer(
            source=_pairs((s.speaker_span,) if s.speaker_span else ()),
            cue=_pairs((s.cue_span,) if s.cue_span else ()),
            content=_pairs(s.pieces or (s.content,)),
        )
        for s in report.statements
    )


def _pairs(spans: Iterable[Span]) -> tuple[tuple[int, int], ...]:
    return tuple((s.start, s.end) for s in spans)


def _pair(span: Span | None) -> tuple[int, int] | None:
    return (span.start, span.end) if span is not None else None


def _statements(report: Report) -> tuple[StatementAnswer, ...]:
    return tuple(
        StatementAnswer(
            speaker=s.speaker,
            speaker_entity=s.speaker_entity,
            cue=s.cue,
            mode=s.mode,
            content=(s.content.start, s.content.end),
            text=report.text[s.content.start : s.content.end],
            via=s.via,
            channel=s.channel,
            on=s.on,
            chain=s.chain,
            pieces=_pairs(s.pieces),
            speaker_span=_pair(s.speaker_span),
            cue_span=_pair(s.cue_span),
        )
        for s in report.statements
        if s.act == "speech"
    )


def _claim(claim: Claim, text: str, listed: dict[int, int]) -> ClaimAnswer:
    return ClaimAnswer(
        start=claim.start,
        end=claim.end,
        text=text[claim.start : claim.end],
        verdict=claim.verdict,
        about=claim.about,
        correction=claim.correction,
        why=claim.why,
        source=claim.source,
        sources=tuple(claim.sources),
        entities=tuple(claim.entities),
        articles=tuple(claim.articles),
        sides=tuple(claim.sides),
        since_then=claim.since_then,
        statement=None if claim.statement is None else listed.get(claim.statement),
        rests_on=_pair(claim.rests_on),
        predicate=claim.predicate,
    )
