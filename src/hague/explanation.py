"""The whole way of a claim from its words to its verdict, step by step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from hague import answers
from hague.answers import ClaimAnswer
from hague.errors import InputRefused, Problem
from hague.record import Record
from hague.record.known import known
from hague.record.model import Event, Fact

if TYPE_CHECKING:
    from hague.checking import Claim
    from hague.reading import Report
    from hague.reading.model import Proposition


class Part(Struct, frozen=True, kw_only=True):
    """An argument of the proposition. ``role`` is its kind and slot, ``state.subject``; ``meant`` the record id, number
    or TIMEX3 value it stands for."""

    role: str
    text: str
    start: int
    end: int
    meant: str | None


class Understood(Struct, frozen=True, kw_only=True):
    """The clause as reading has it. ``hedge`` is its kind and its words, ``possible:may``."""

    predicate: str
    cue: str
    parts: tuple[Part, ...]
    times: tuple[str, ...]
    tense: str
    negated: bool
    hedge: str | None
    conditional: bool
    question: bool
    learned: float | None = None
    """Of a predicate that no row of the lexicon has: how likely the network that reads clauses holds it."""


class Decided(Struct, frozen=True, kw_only=True):
    """The row of checking's table that took the proposition. ``decider`` is the function that answered, ``asks`` what
    it looks at; ``every_argument``: an argument that it did not look at keeps the verdict from being decisive."""

    about: str
    decider: str
    asks: str | None
    every_argument: bool


class Entry(Struct, frozen=True, kw_only=True):
    """An entry of the record that decided, with those of its dated facts that a source of the verdict vouches for."""

    id: str
    name: str
    facts: tuple[str, ...]


class Explanation(Struct, frozen=True, kw_only=True):
    """``number`` counts claims from 1 in the order of the report; ``of`` is how many there are. ``judged_as_of`` is the
    day by which it was judged (``None``: everything on record)."""

    number: int
    of: int
    sentence: str
    speaker: str | None
    understood: Understood | None
    decided: Decided | None
    entries: tuple[Entry, ...]
    judged_as_of: str | None
    claim: ClaimAnswer


def explain(text: str, number: int, *, date: date | None = None, record: Record) -> Explanation:
    """The way of the ``number``-th claim of the report ``text``. Raises ``InputRefused`` if it has no such claim."""
    report, claims = answers.examine(text, date, record)
    if not 1 <= number <= len(claims):
        expected = (
            f"a claim of the report, 1 to {len(claims)}" if claims else "a report with a claim; this one has none"
        )
        step = "`hague read` numbers them"
        raise InputRefused("There is no such claim.", [Problem("N", number, expected, step)])
    claim = claims[number - 1]
    seen_from = _day(report)
    proposition = _proposition(report, claim)
    speaker = report.statements[claim.statement].speaker if claim.statement is not None else None
    return Explanation(
        number=number,
        of=len(claims),
        sentence=_sentence(report, claim),
        speaker=speaker or ("speaker unknown" if claim.statement is not None else None),
        understood=_understood(report, proposition) if proposition is not None else None,
        decided=_decided(claim.predicate),
        entries=tuple(_entries(claim, record, seen_from)),
        judged_as_of=seen_from.isoformat() if seen_from else None,
        claim=answers.claim_answer(claim, text, report),
    )


def _day(report: Report) -> date | None:
    try:
        return date.fromisoformat((report.header.date or "")[:10])
    except ValueError:
        return None


def _sentence(report: Report, claim: Claim) -> str:
    around = [s for s in report.sentences if s.start < claim.end and s.end > claim.start]
    if not around:
        return claim.text
    return report.text[min(s.start for s in around) : max(s.end for s in around)]


def _proposition(report: Report, claim: Claim) -> Proposition | None:
    for p in report.propositions:
        if (p.span.start, p.span.end, p.predicate) == (
            claim.start,
            claim.end,
            claim.predicate,
        ) and p.cue == claim.rests_on:
            return p
    return None


def _understood(report: Report, p: Proposition) -> Understood:
    text = report.text
    parts = tuple(
        Part(
            role=role.partition("#")[0],
            text=text[a.span.start : a.span.end],
            start=a.span.start,
            end=a.span.end,
            meant=a.entity or a.value or (" or ".join(a.candidates) or None),
        )
        for role, a in p.roles.items()
    )
    return Understood(
        predicate=p.predicate,
        cue=text[p.cue.start : p.cue.end],
        parts=parts,
        times=tuple(f"{text[t.start : t.end]} = {t.value or 'not resolved'}" for t in p.times),
        tense=p.tense,
        negated=p.negated,
        hedge=p.hedge,
        conditional=p.conditional,
        question=p.question,
        learned=p.sure if p.learned else None,
    )


def _decided(predicate: str | None) -> Decided | None:
    from hague.checking.table import TABLE

    row = TABLE.get(predicate or "")
    if row is None:
        return None
    document = (row.decide.__doc__ or "").strip().partition("\n\n")[0]
    module = row.decide.__module__.removeprefix("hague.")
    return Decided(
        about=row.about,
        decider=f"{module}.{row.decide.__name__.lstrip('_')}",
        asks=" ".join(document.split()) or None,
        every_argument=not row.loose,
    )


def _entries(claim: Claim, record: Record, seen_from: date | None) -> Iterator[Entry]:
    urls = set(claim.sources)
    for ident in claim.entities:
        entry = record.find(ident)
        if entry is None:
            continue
        name = next((getattr(entry, n) for n in ("name", "title", "text") if getattr(entry, n, None)), ident)
        facts = [
            _in_words(fact, record)
            for fact in _facts(entry)
            if known(fact, seen_from) and urls & {record.sources[s].url for s in fact.sources if s in record.sources}
        ]
        yield Entry(id=ident, name=str(name), facts=tuple(dict.fromkeys(facts)))


def _facts(entry: msgspec.Struct) -> Iterator[Fact]:
    if isinstance(entry, Event):
        yield entry
    for field in entry.__struct_fields__:
        value = getattr(entry, field)
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Event):
                yield inner


def _in_words(fact: Fact, record: Record) -> str:
    from hague.record.days import in_words

    what = next((getattr(fact, n) for n in ("event", "kind", "stance", "subject") if getattr(fact, n, None)), "entry")
    text = getattr(fact, "holding", None) or getattr(fact, "text", None)
    day = in_words(fact.on) if isinstance(fact, Event) else ""
    public = f" (public {in_words(fact.public_on)})" if isinstance(fact, Event) and fact.public_on else ""
    sources = ", ".join(f"{s} <{record.sources[s].url}>" for s in fact.sources if s in record.sources)
    said = f"{day}: {str(what).replace('-', ' ')}{public}{'. ' + text.rstrip('.') if text else ''}"
    return f"{said}. {fact.standing}, {sources}"
