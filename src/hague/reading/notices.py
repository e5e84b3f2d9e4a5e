"""What a reader of the report has to know about the reading: said in a sentence each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hague.reading import header as header_
from hague.reading.language import NAMES
from hague.reading.model import Header, Timex

_EMPTY = "The text is empty: nothing was read."


def of(text: str, header: Header, language: str, timexes: Sequence[Timex], reviewed: date | None) -> tuple[str, ...]:
    """The notices of a report; none if nothing is to be said. ``reviewed`` is the day to which the record was kept."""
    if not text.strip():
        return (_EMPTY,)
    out = []
    if language != "en":
        out.append(
            f"The text is in {NAMES.get(language, language)}; only English is read, so most of it was passed over."
        )
    anchor = header_.day(header)
    for printed in header_.impossible(text, header):
        out.append(f"The text prints a day that does not exist, {printed!r}; it was left aside.")
    if anchor is None:
        hanging = sum(t.value is None or "XXXX" in t.value for t in timexes if t.type != "SET")
        out.append(f"The report has no date of its own and none was given (--date DAY): {_unresolved(hanging)}.")
    elif reviewed is not None and anchor > reviewed:
        out.append(
            f"The report is dated {anchor.isoformat()}, after the record was last gone through "
            f"({reviewed.isoformat()}): "
            "what happened in between is not on record."
        )
    return tuple(out)


def _unresolved(count: int) -> str:
    if not count:
        return "no time in it depends on one"
    return "one time in it could not be resolved" if count == 1 else f"{count} times in it could not be resolved"
