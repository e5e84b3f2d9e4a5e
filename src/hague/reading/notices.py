"""What a reader of the report has to know about the reading: said in a sentence each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hague.reading.language import NAMES
from hague.reading.model import Header, Timex


def of(header: Header, anchor: date | None, language: str, timexes: Sequence[Timex]) -> tuple[str, ...]:
    """The notices of a report; none if nothing is to be said."""
    out = []
    if language != "en":
        out.append(f"The text is in {NAMES.get(language, language)}; only English is read, so most of it was passed over.")
    if anchor is None:
        open_ = sum(t.value is None or "XXXX" in t.value for t in timexes)
        if header.date:
            out.append(f"The report's date {header.date!r} is not a day that exists; it was left aside.")
        said = f"{open_} expression{'s' * (open_ != 1)} of time could not be resolved" if open_ else "none was needed"
        out.append(f"The report has no date of its own and none was given (--date DAY): {said}.")
    return tuple(out)
