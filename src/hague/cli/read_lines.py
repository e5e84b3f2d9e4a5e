"""``hague read IN.jsonl --out OUT.jsonl``: many reports, a line of answer each."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from hague.bulk.pool import processors
from hague.bulk.run import Outcome, run
from hague.bulk.sources import Files, Lines, Source
from hague.dates import day as day_of
from hague.errors import InputRefused, Problem

_SMALL = 65_536
"""Bytes of an input for which further processes would cost more than they bring."""


def answer(
    paths: tuple[str, ...],
    listed: Callable[[tuple[str, ...]], list[str]],
    out: str | None,
    day: str | None,
    jobs: int | None,
    fresh: bool,
    engine: str,
) -> None:
    """Answers a file of lines, or files of one report each, to ``out`` (``None``: standard output).

    Raises ``InputRefused`` at the end with what could not be read; all else is answered.
    """
    own = day_of(day, "--date")
    if engine == "spark":
        _on_spark(paths, out, day)
        return
    lines = [p for p in paths if p.endswith((".jsonl", ".jsonl.gz", ".ndjson"))]
    if lines and len(paths) > 1:
        raise click.UsageError("Give one file of lines at a time, and no other files with it.")
    source: Source = Lines(paths[0]) if lines or paths == ("-",) else Files(listed(paths))
    if jobs is None:
        jobs = 1 if source.total is not None and source.total < (_SMALL if lines else 8) else processors()
    if out is None:
        _print(source, own)
        return
    length = source.total
    shown = sys.stderr.isatty()
    with click.progressbar(length=length or 0, label="Reading", file=sys.stderr, hidden=not shown or not length) as bar:
        at = 0

        def progress(position: int) -> None:
            nonlocal at
            bar.update(position - at)
            at = position

        outcome = run(source, Path(out), own, jobs=jobs, fresh=fresh, progress=progress)
    _tell(outcome, out)


def _tell(outcome: Outcome, out: str) -> None:
    resumed = f" (the first {outcome.resumed_at:,} by an earlier run)" if outcome.resumed_at else ""
    total = outcome.answered + outcome.refused
    click.echo(f"{outcome.answered:,} of {total:,} reports answered in {out}{resumed}", err=True)
    if outcome.refused:
        raise InputRefused(
            f"{outcome.refused:,} of {total:,} reports could not be read; {outcome.problems_file} lists every one.",
            outcome.problems,
        )


def _print(source: Source, day: date | None) -> None:
    """To standard output, a line as soon as it is known."""
    problems: list[Problem] = []
    bad = total = 0
    for item in source.items(0, 0):
        total += 1
        line, found = source.work(item.label, item.data, day)
        if line is None:
            bad += 1
            problems += found
        else:
            click.echo(line)
    if problems:
        raise InputRefused(f"{bad:,} of {total:,} reports could not be read.", problems)


def _on_spark(paths: tuple[str, ...], out: str | None, day: str | None) -> None:
    from hague.bulk.spark import run as run_on_spark

    if out is None:
        raise click.UsageError("--engine spark writes a folder: --out DIR.")
    counted = run_on_spark(paths, out, day)
    click.echo(f"{counted.answered:,} reports answered in {out}/kind=answer", err=True)
    if counted.refused:
        where = f"{out}/kind=problem"
        raise InputRefused(f"{counted.refused:,} reports could not be read; {where} lists every one.", counted.problems)
