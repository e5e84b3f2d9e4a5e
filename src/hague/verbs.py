"""The verbs at the front door. The command line has the same ones, and its ``--json`` prints what these return."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hague.dates import day
from hague.record import Record, load

if TYPE_CHECKING:
    from hague.answers import Answer, ClaimAnswer
    from hague.law import Finding
    from hague.screening import Outcome

Day = str | date | None


def on_record(as_of: Day = None) -> Record:
    """The public record as a careful reader could know it on ``as_of`` (``YYYY-MM-DD`` or a ``date``).

    ``None`` gives everything on record. Raises ``InputRefused`` for a day that does not exist.
    """
    record = load()
    seen_from = day(as_of, "as_of")
    return record if seen_from is None else record.on(seen_from)


def read(text: str, *, date: Day = None, record: Record | None = None) -> Answer:
    """Reads a report: header, statements, times, mentions, and each checkable claim with its verdict.

    ``date`` is the report's day where the text does not give one. Offsets in the answer count Unicode code points of
    ``text``. A report without any date is read all the same; ``notices`` say what could not be resolved. Raises
    ``InputRefused`` for an empty text, one beyond ``answers.LONGEST`` characters, or a day that does not exist.
    """
    from hague import answers

    return answers.of_report(text, day(date, "date"), record or load())


def check(sentence: str, *, as_of: Day = None, record: Record | None = None) -> list[ClaimAnswer]:
    """Checks one sentence against record and law as of a day (``None``: the day of the record's last review).

    Returns a claim for each checkable assertion in it, none if it holds none. Raises ``InputRefused`` for an empty
    sentence or a day that does not exist.
    """
    from hague import answers

    return answers.of_sentence(sentence, day(as_of, "as_of"), record or load())


def assess(
    facts: Mapping[str, Any],
    *,
    kind: str = "jurisdiction",
    as_of: Day = None,
    record: Record | None = None,
    brief: bool = False,
) -> Finding:
    """A reasoned opinion on ``facts`` as of a day (``None``: the day of the record's last review).

    ``kind`` is ``jurisdiction``, ``arrest-duty`` or ``admissibility``; ``docs/law.md`` lists the facts of each. A fact
    left out is unknown and never guessed. ``brief`` keeps only the reasons that decide. Raises ``InputRefused`` with
    every problem of the facts.
    """
    from hague import law

    record = record or load()
    seen_from = day(as_of, "as_of") or date.fromisoformat(record.reviewed)
    finding: Finding = law.assess(facts, seen_from, kind=kind, record=record, brief=brief)
    return finding


def screen(
    events: str | Path,
    out: str | Path,
    *,
    mapping: str | Path | None = None,
    as_of: Day = None,
    crimes: Sequence[str] | None = None,
    summary: str | Path | None = None,
    record: Record | None = None,
) -> Outcome:
    """Screens a file of conflict events into ``out``: territory that day, grounds, bars, situation, reason.

    ``events`` is CSV or Parquet in the shape of UCDP GED or ACLED, or another with ``mapping`` (TOML). Rows keep their
    order; those that cannot be read are set aside and listed. Raises ``InputRefused`` with every problem of the file.
    """
    from hague import screening

    seen_from = day(as_of, "as_of")
    return screening.screen(
        events, out, mapping=mapping, as_of=seen_from, crimes=crimes, summary=summary, record=record
    )
