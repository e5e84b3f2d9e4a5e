"""One run, from the file of events to the result, its side file and its summary."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

from hague.errors import InputRefused, Problem
from hague.record import Record
from hague.screening import Outcome
from hague.screening.judged import CRIMES
from hague.screening.results import Asides, Writer, side_file, whole
from hague.screening.rows import Source, opened
from hague.screening.screener import COLUMNS, Screener
from hague.screening.shapes import from_toml
from hague.screening.summary import Tally


def run(
    events: Path,
    out: Path,
    *,
    mapping: Path | None,
    as_of: date,
    crimes: tuple[str, ...] | None,
    summary: Path | None,
    record: Record,
    progress: Callable[[int, int], None],
) -> Outcome:
    """See ``hague.screening.screen``."""
    checked(events, out, crimes)
    shape = from_toml(mapping) if mapping else None
    with closing(opened(events, shape, progress)) as source:
        clashes = [c for c in source.header if c in COLUMNS]
        if clashes:
            expected = "columns of its own; these are added by screening (was it screened before?)"
            problems = [Problem(f"{events}: column {c}", c, expected) for c in clashes]
            raise InputRefused("The events cannot be screened.", problems)
        screener = Screener(source.shape, record, as_of, crimes or tuple(CRIMES))
        tally = Tally(screener)
        rows, asides = _through(source, screener, tally, events, out)
    if summary is not None:
        tally.write(summary, source.shape.credit, as_of)
    return Outcome(
        rows=rows,
        unreadable=asides.count,
        unreadable_file=str(side_file(out)) if asides.count else None,
        out=str(out),
        shape=source.shape.name,
        problems=tuple(f"line {a.line:,}: {a.reason}" for a in asides.first),
        summary=str(summary) if summary else None,
    )


def _through(source: Source, screener: Screener, tally: Tally, events: Path, out: Path) -> tuple[int, Asides]:
    """Every batch, screened and written; how many rows, and what was set aside."""
    side = side_file(out)
    with whole(out) as part, whole(side) as side_part:
        writer, asides = Writer(part, out), Asides(side_part)
        try:
            for batch in source.batches:
                screened = screener.screen(batch)
                asides.add(screened.aside)
                writer.write(screened.table)
                tally.add(screened)
        finally:
            writer.close()
            asides.close()
        if not writer.rows:
            raise _nothing_readable(events, asides)
    if not asides.count:
        side.unlink()
    return writer.rows, asides


def checked(events: Path, out: Path, crimes: tuple[str, ...] | None) -> None:
    """Raises ``InputRefused`` if what was asked for cannot be."""
    problems = []
    if out.suffix not in (".csv", ".parquet"):
        problems.append(Problem("--out", str(out), "a name that ends in .csv or .parquet"))
    if out.exists() and events.exists() and out.samefile(events):
        problems.append(Problem("--out", str(out), "another file than the events"))
    for crime in crimes or ():
        if crime not in CRIMES:
            near = difflib.get_close_matches(crime, CRIMES, 1, 0.4)
            hint = f"Did you mean {near[0]}?" if near else ""
            problems.append(Problem("--crime", crime, f"one of {', '.join(CRIMES)}", hint))
    if problems:
        raise InputRefused("The events cannot be screened.", problems)


def _nothing_readable(events: Path, asides: Asides) -> InputRefused:
    if not asides.count:
        return InputRefused(
            "The events cannot be screened.", [Problem(str(events), None, "at least one row of events")]
        )
    problems = [
        Problem(f"{events}, line {a.line:,}", None, f"a row that can be read; this one {a.reason}")
        for a in asides.first
    ]
    return InputRefused(f"None of the {asides.count:,} rows can be read; the first {len(problems)}:", problems)
