"""What reading finds in a report. Every finding carries offsets: ``report.text[start:end]`` is what was found.

Offsets count Unicode code points of the text exactly as given, ends exclusive.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field


class Span(Struct, frozen=True, gc=False):
    start: int
    end: int


class Sentence(Span, frozen=True, gc=False):
    """``kind``: a headline carries no statements and no claims; a list item may lack a verb; a turn is a speaker's
    label in a transcript (``MARTA RUIZ, HOST:``), whose words are the body sentences up to the next turn."""

    kind: Literal["body", "headline", "dateline", "byline", "list-item", "turn"] = "body"
    paragraph: int = 0


class Quotation(Span, frozen=True, gc=False):
    """Marks included. ``closed`` is false where the closing mark never comes (a quotation that runs on over
    paragraphs, or a fault). ``scare``: one or a few words that nobody is reported to have said."""

    closed: bool = True
    scare: bool = False


class Timex(Span, frozen=True, gc=False, kw_only=True):
    """A time expression with its TIMEX3 type and value (TimeML's conventions). ``value`` is ``None`` where the text
    and the report's date do not settle it. ``only`` is ``timeml`` for those that only TimeML counts."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None
    mod: str | None = None
    function: Literal["header", "body"] = "body"
    only: Literal["timeml"] | None = None


class Mention(Span, frozen=True, gc=False, kw_only=True):
    """A name (or "the court", "the office", a pronoun resolved elsewhere). ``entity`` is a record id, ``article:N``,
    or ``None`` for a name that the record does not know; ``candidates`` holds the ids it may mean if several."""

    entity: str | None
    type: Literal["person", "body", "state", "place", "treaty", "article", "situation", "unknown"]
    candidates: tuple[str, ...] = ()


class Header(Struct, frozen=True, kw_only=True, gc=False):
    outlet: str | None = None
    place: str | None = None
    date: str | None = None
    headline: str | None = None
    byline: str | None = None
    date_from: Literal["text", "argument"] | None = None
    spans: dict[str, Span] = field(default_factory=dict)
    """Field name -> where it was found."""
    lines: tuple[tuple[int, int, str], ...] = ()
    """Every line above the body: start, end, kind (``headline``, ``dateline``, ``byline``)."""
    body: int = 0
    """Where the first sentence begins."""


class Statement(Struct, frozen=True, kw_only=True):
    """One act of reported speech. ``content`` is one span from the first to the last word said."""

    content: Span
    speaker: str | None
    speaker_span: Span | None
    speaker_entity: str | None
    cue: str | None
    cue_span: Span | None
    mode: Literal["direct", "indirect", "mixed"]
    via: tuple[str, ...] = ()
    channel: str | None = None
    on: str | None = None
    chain: tuple[str, ...] = ()
    """How a pronoun or short form was resolved: each step as printed, the last a name."""
    act: Literal["speech", "belief", "plan"] = "speech"
    pieces: tuple[Span, ...] = ()
    """The parts of an interrupted quotation; empty when ``content`` is in one piece."""


class Argument(Struct, frozen=True, kw_only=True):
    """``entity``: record id if linked. ``value``: a number, a normalised word, or a TIMEX3 value."""

    span: Span
    entity: str | None = None
    value: str | None = None
    candidates: tuple[str, ...] = ()


class Proposition(Struct, frozen=True, kw_only=True):
    """One clause, narrated or quoted, as who did what to whom and when.

    ``span`` leaves the attribution out. ``predicate`` is an entry of the lexicon (``ratify``, ``issue-warrant``).
    ``hedge`` and ``conditional`` are part of what is claimed. ``statement`` is the index of the statement in whose
    content the clause stands, ``None`` for narration.
    """

    span: Span
    predicate: str
    cue: Span
    roles: dict[str, Argument] = field(default_factory=dict)
    times: tuple[Timex, ...] = ()
    negated: bool = False
    hedge: str | None = None
    conditional: bool = False
    question: bool = False
    tense: Literal["past", "present", "future"] = "past"
    statement: int | None = None
    nominal: bool = False
    """The predicate is carried by a noun ("after his arrest"): another verb of the clause may be what is said."""
    learned: bool = False
    """The predicate was learned from clauses of its kind, not looked up: a guess, perhaps one of several."""
    sure: float | None = None
    """How likely the clause says this, by what was learned: of a guess its own probability, of a predicate that was
    looked up that of its like; ``None`` where it was not taught."""


class Report(Struct, frozen=True, kw_only=True):
    """A report and all that was found in it. ``notices`` say what could not be resolved and why."""

    text: str
    header: Header
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    timexes: tuple[Timex, ...] = ()
    mentions: tuple[Mention, ...] = ()
    roles: tuple[Mention, ...] = ()
    """Persons named by an office alone ("the prosecutor"), as it was held on the report's date."""
    statements: tuple[Statement, ...] = ()
    propositions: tuple[Proposition, ...] = ()
    notices: tuple[str, ...] = ()
    language: str = "en"
