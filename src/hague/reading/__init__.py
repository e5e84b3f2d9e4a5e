"""reading: a report into its parts, each with its place in the text.

``read`` runs the passes in order: header, sentences, quotations, times, mentions, statements, propositions. Each pass
is a module of its own with one function and can be used alone.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import structs

from hague.reading.model import Report

if TYPE_CHECKING:
    from hague.record import Record

__all__ = ["Report", "read"]


def read(text: str, *, date: str | None = None, record: Record | None = None) -> Report:
    """Reads a report.

    ``text`` is kept exactly as given; all offsets count its code points. ``date`` (ISO) is used where the text has
    no date of its own. ``record`` is where names are looked up (the one that ships, if left out). ``notices`` of the
    report say what could not be resolved. Any text is read; none raises. Raises ``InputRefused`` for a ``date`` that is
    no ISO day.
    """
    from hague.reading import header as header_
    from hague.reading import language as language_
    from hague.reading import mentions as mentions_
    from hague.reading import notices as notices_
    from hague.reading import propositions as propositions_
    from hague.reading import quotations as quotations_
    from hague.reading import sentences as sentences_
    from hague.reading import statements as statements_
    from hague.reading import times as times_

    _check(date)
    if record is None:
        from hague.record import load

        record = load()
    language = language_.of(text)
    header = header_.find(text, date)
    anchor = header_.day(header)
    sentences = sentences_.split(text, header)
    quotations = quotations_.find(text)
    timexes = times_.tag(text, anchor, sentences, day_first=header_.day_first(text))
    mentions, roles = mentions_.find(text, sentences, record, anchor)
    report = Report(
        text=text,
        header=header,
        sentences=sentences,
        quotations=quotations,
        timexes=timexes,
        mentions=mentions,
        roles=roles,
        notices=notices_.of(text, header, language, timexes, _reviewed(record)),
        language=language,
    )
    report = _with(report, "statements", lambda: statements_.find(report))
    whole = report
    return _with(whole, "propositions", lambda: propositions_.extract(whole, record))


def _with(report: Report, part: str, find: Callable[[], object]) -> Report:
    """The report with one more part. A fault in finding it takes nothing else along: the notices say what is missing,
    and ``HAGUE_TRACEBACK`` in the environment shows where."""
    try:
        return structs.replace(report, **{part: find()})
    except Exception as err:
        if os.environ.get("HAGUE_TRACEBACK"):
            raise
        notice = f"A fault in hague kept its {part} from being read ({type(err).__name__}); please report it."
        return structs.replace(report, notices=(*report.notices, notice))


def _check(day: str | None) -> None:
    if day is None:
        return
    try:
        datetime.date.fromisoformat(day)
    except ValueError:
        from hague.errors import InputRefused, Problem

        raise InputRefused(
            "The report's date cannot be used.", [Problem("date", day, "a day as YYYY-MM-DD, such as 2024-05-03")]
        ) from None


def _reviewed(record: Record) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(record.reviewed)
    except (TypeError, ValueError):
        return None
