"""``hague screen``: a file of events, each row with its territory that day and what the law says of it."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from hague.cli.output import print_json
from hague.dates import day
from hague.errors import InputRefused, Problem
from hague.screening import Outcome, screen

ENGINES = ("duckdb", "spark")


@click.command("screen")
@click.argument("events", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The result, .parquet or .csv.")
@click.option("--map", "mapping", type=click.Path(path_type=Path), help="TOML that says what the columns are.")
@click.option("--as-of", metavar="DAY", help="Law and record as seen from this day (YYYY-MM-DD).")
@click.option("--crime", "crimes", multiple=True, metavar="CRIME", help="Ask about this crime only; may be repeated.")
@click.option("--summary", type=click.Path(path_type=Path), help="A folder for counts, a map and a time series.")
@click.option("--engine", default="duckdb", metavar="ENGINE", help="duckdb (this machine) or spark (a cluster).")
@click.option("--master", metavar="URL", help="The Spark cluster; without it local[*].")
@click.option("--json", "as_json", is_flag=True, help="Print what came of it as JSON.")
def command(
    events: Path,
    out: Path,
    mapping: Path | None,
    as_of: str | None,
    crimes: tuple[str, ...],
    summary: Path | None,
    engine: str,
    master: str | None,
    as_json: bool,
) -> None:
    """Screen a file of EVENTS (UCDP GED, ACLED, or any CSV or Parquet with --map).

    The result has the same rows in the same order, with the territorial State, each ground and bar as yes, no or
    unknown, the situation, a reason and what is missing. An event is not an allegation of a crime.
    """
    if engine not in ENGINES:
        raise InputRefused("The engine is not known.", [Problem("--engine", engine, f"one of {', '.join(ENGINES)}")])
    seen_from = day(as_of, "--as-of")
    if engine == "spark":
        from hague.screening.spark import screen_on_spark

        outcome = screen_on_spark(
            events, out, mapping=mapping, as_of=seen_from, crimes=crimes or None, summary=summary, master=master
        )
    else:
        outcome = _with_bar(events, out, mapping, seen_from, crimes, summary)
    if as_json:
        print_json(msgspec.to_builtins(outcome))
    else:
        _say(outcome)


def _with_bar(
    events: Path, out: Path, mapping: Path | None, seen_from: object, crimes: tuple[str, ...], summary: Path | None
) -> Outcome:
    import sys

    from hague.screening import Progress

    def run(progress: Progress | None) -> Outcome:
        return screen(
            events, out, mapping=mapping, as_of=seen_from, crimes=crimes or None, summary=summary, progress=progress  # type: ignore[arg-type]
        )  # fmt: skip

    if not sys.stderr.isatty():
        return run(None)
    with click.progressbar(length=1000, label="Screening", file=sys.stderr) as bar:

        def progress(read: int, total: int) -> None:
            bar.update(int(1000 * read / max(1, total)) - bar.pos)

        return run(progress)


def _say(outcome: Outcome) -> None:
    click.echo(f"{outcome.rows:,} rows ({outcome.shape}) → {outcome.out}")
    if outcome.unreadable:
        rows = "1 row" if outcome.unreadable == 1 else f"{outcome.unreadable:,} rows"
        click.echo(f"{rows} cannot be read; all are listed in {outcome.unreadable_file}", err=True)
        for problem in outcome.problems:
            click.echo(f"  {problem}", err=True)
        if outcome.unreadable > len(outcome.problems):
            click.echo(f"  … and {outcome.unreadable - len(outcome.problems):,} more", err=True)
    if outcome.summary:
        click.echo(f"Summary: {outcome.summary}/index.html")
