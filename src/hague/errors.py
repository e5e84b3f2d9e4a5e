"""What can go wrong, as a small tree.

    HagueError                  anything this package raises on purpose
    ├── InputRefused            what the user gave cannot be used: says what was given, what was
    │   │                       expected and the next step; holds *all* problems of that input
    │   └── NotOnRecord         a name or id the record does not know; carries the nearest known ones
    └── RecordBroken            the record itself is malformed, unsourced or inconsistent

The command line turns ``InputRefused`` into exit code 1 and, with ``--json``, into
``{"error": {"kind", "message", "problems": [...]}}``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

SHOWN = 20
"""Problems printed at a terminal; JSON has them all."""


class Problem(dict[str, Any]):
    """One thing wrong with an input: ``where`` (path, line or option), ``given``, ``expected``, ``next``."""

    def __init__(self, where: str, given: object, expected: str, next_step: str = "") -> None:
        super().__init__(where=where, given=given, expected=expected)
        if next_step:
            self["next"] = next_step

    def __str__(self) -> str:
        given = "" if self["given"] is None else f"given {_shorten(self['given'])}; "
        text = f"{self['where']}: {given}expected {self['expected']}"
        return f"{text}. {self['next']}" if "next" in self else text


def _shorten(value: object, limit: int = 80) -> str:
    text = repr(value)
    return text if len(text) <= limit else f"{text[:limit]}… ({len(text):,} characters)"


class HagueError(Exception):
    """Anything this package raises on purpose."""

    kind = "error"


class InputRefused(HagueError):
    """An input that cannot be used. ``problems`` lists everything wrong with it, not only the first."""

    kind = "input-refused"

    def __init__(self, message: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.problems = list(problems)

    def __str__(self) -> str:
        shown = [f"  {p}" for p in self.problems[:SHOWN]]
        more = len(self.problems) - SHOWN
        return "\n".join([self.message, *shown, *([f"  … and {more} more (all with --json)"] if more > 0 else [])])

    def as_json(self) -> dict[str, Any]:
        return {"error": {"kind": self.kind, "message": self.message, "problems": self.problems}}


class NotOnRecord(InputRefused):
    """A name or id that the record does not hold, or that several entries share."""

    kind = "not-on-record"

    def __init__(self, given: str, candidates: Sequence[str], *, ambiguous: bool = False) -> None:
        self.candidates = list(candidates)
        listed = ", ".join(candidates)
        if ambiguous:
            message = f"{given!r} may mean several entries: {listed}. Name one of them."
        elif candidates:
            message = f"{given!r} is not on record. Nearest: {listed}."
        else:
            message = f"{given!r} is not on record, and nothing on record is near it."
        super().__init__(message)

    def as_json(self) -> dict[str, Any]:
        body = super().as_json()
        body["error"]["candidates"] = self.candidates
        return body


class RecordBroken(HagueError):
    """The record's own files are malformed, unsourced or inconsistent."""

    kind = "record-broken"

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = list(problems)
        shown = "\n".join(f"  {p}" for p in self.problems[:10])
        more = len(self.problems) - 10
        super().__init__(
            f"The record has {len(self.problems)} problem(s):\n{shown}" + (f"\n  … and {more} more" if more > 0 else "")
        )
