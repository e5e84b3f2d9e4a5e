"""What ``read`` and ``check`` return: plain types whose JSON is the documented shape of an annotated report."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from hague.errors import InputRefused, Problem
from hague.record import Record

if TYPE_CHECKING:
    from hague.checking import Claim
    from hague.reading import Report

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


class ClaimAnswer(Struct, frozen=True, kw_only=True):
    """``start`` and ``end`` bound the words of the claim, attribution left out. ``source`` is the first of
    ``sources``; ``entities`` and ``articles`` are what decided; ``sides`` holds who says what where it is unsettled;
    ``since_then`` what today's record would answer, where that differs."""

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


class Answer(Struct, frozen=True, kw_only=True):
    """A report as read. ``text`` is what all offsets refer to."""

    header: HeaderAnswer
    statements: tuple[StatementAnswer, ...]
    times: tuple[TimeAnswer, ...]
    mentions: tuple[MentionAnswer, ...]
    claims: tuple[ClaimAnswer, ...]
    notices: tuple[str, ...]
    text: str


def of_report(text: str, day: date | None, record: Record) -> Answer:
    """Reads and checks a report; see ``hague.read``."""
    from hague import checking, reading
    from hague.reading import times

    _refuse_unreadable(text, "text")
    report = reading.read(text, date=day.isoformat() if day else None, record=record)
    claims = checking.check_report(report, None, record)
    return Answer(
        header=HeaderAnswer(
            outlet=report.header.outlet,
            place=report.header.place,
            date=report.header.date,
            headline=report.header.headline,
        ),
        statements=_statements(report),
        times=tuple(
            TimeAnswer(start=t.start, end=t.end, text=text[t.start : t.end], value=t.value)
            for t in times.of_report(report.timexes, text)
        ),
        mentions=tuple(
            MentionAnswer(
                start=m.start, end=m.end, text=text[m.start : m.end], entity=m.entity, candidates=m.candidates
            )
            for m in report.mentions
        ),
        claims=tuple(_claim(c, text) for c in claims),
        notices=report.notices,
        text=text,
    )


def of_sentence(sentence: str, as_of: date | None, record: Record) -> list[ClaimAnswer]:
    """Checks one sentence; see ``hague.check``."""
    from hague import checking

    _refuse_unreadable(sentence, "sentence")
    day = as_of or date.fromisoformat(record.reviewed)
    return [_claim(c, sentence) for c in checking.check_sentence(sentence, day, record)]


def _refuse_unreadable(text: str, where: str) -> None:
    if not text.strip():
        raise InputRefused("There is nothing to read.", [Problem(where, text, "some words")])
    if len(text) > LONGEST:
        step = "Give the reports one by one"
        raise InputRefused(
            "The text is too long.", [Problem(where, f"{len(text):,} characters", f"at most {LONGEST:,}", step)]
        )


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
            pieces=tuple((p.start, p.end) for p in s.pieces),
        )
        for s in report.statements
        if s.act == "speech"
    )


def _claim(claim: Claim, text: str) -> ClaimAnswer:
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
    )
