"""One report in, one line of answer out: what every process does."""

from __future__ import annotations

from datetime import date
from functools import cache

import msgspec
from msgspec import Struct

from hague import answers
from hague.answers import (
    AttributionAnswer,
    ClaimAnswer,
    HeaderAnswer,
    MentionAnswer,
    StatementAnswer,
    TimeAnswer,
    TimexAnswer,
)
from hague.dates import day as day_of
from hague.errors import InputRefused, Problem
from hague.record import Record, load

LONGEST_LINE = 6 * answers.LONGEST + 65_536
"""Bytes of the longest line that is taken up: a text of the greatest length with every character escaped."""


class Asked(Struct, frozen=True):
    """A line of input. Other members are passed over."""

    id: str | int
    text: str
    date: str | None = None


class LineAnswer(Struct, frozen=True, kw_only=True):
    """A line of output: an ``Answer`` under the id of its report, without the text, which the line of input holds."""

    id: str | int
    header: HeaderAnswer
    statements: tuple[StatementAnswer, ...]
    times: tuple[TimeAnswer, ...]
    mentions: tuple[MentionAnswer, ...]
    claims: tuple[ClaimAnswer, ...]
    notices: tuple[str, ...]
    attributions: tuple[AttributionAnswer, ...]
    timexes: tuple[TimexAnswer, ...]


Answered = tuple[bytes | None, list[Problem]]
"""The line of answer, or what is wrong with the input."""


def answer_line(label: str, data: bytes | None, day: date | None) -> Answered:
    """Answers a line ``{"id", "text", "date"?}``; ``data`` is ``None`` for one beyond ``LONGEST_LINE`` bytes. ``day``
    is the date of reports that give none. Never raises: a fault is a problem of its line."""
    if data is None:
        return None, [Problem(label, None, f"a line of at most {LONGEST_LINE:,} bytes")]
    try:
        asked = msgspec.json.decode(data, type=Asked)
    except (msgspec.DecodeError, UnicodeDecodeError) as err:
        return None, [Problem(label, _begin(data), f'an object {{"id", "text", "date"?}} ({err})')]
    return answer_text(label, asked.id, asked.text, asked.date, day)


def answer_text(label: str, ident: str | int, text: str, own: str | None, day: date | None) -> Answered:
    """Answers a text under its id; see ``answer_line``."""
    try:
        found = answers.of_report(text, day_of(own, "date") or day, _record())
        members = {name: getattr(found, name) for name in LineAnswer.__struct_fields__ if name != "id"}
        return msgspec.json.encode(LineAnswer(id=ident, **members)), []
    except InputRefused as err:
        return None, [
            Problem(f"{label}: {p['where']}", p["given"], p["expected"], p.get("next", "")) for p in err.problems
        ]
    except Exception as err:  # one report must not cost the archive its run
        return None, [Problem(label, ident, f"a report that can be read (a fault inside: {type(err).__name__}: {err})")]


@cache
def _record() -> Record:
    return load()


def _begin(data: bytes) -> str:
    return data[:60].decode(errors="replace").strip()
