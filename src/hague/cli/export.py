"""``hague export``: the whole record, in a format that other programs open."""

from __future__ import annotations

from pathlib import Path

import click

from hague.dates import day
from hague.record import load
from hague.record.export import FORMATS, write


@click.command("export")
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--format", "form", required=True, metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.")
@click.option("--as-of", metavar="DAY", help="Only what was public on this day (YYYY-MM-DD).")
def command(target: Path, form: str, as_of: str | None) -> None:
    """Write the whole record into the folder DIR."""
    seen_from = day(as_of, "--as-of")
    record = load()
    for path in write(record.on(seen_from) if seen_from else record, target, form):
        click.echo(f"{path}  {path.stat().st_size:,} bytes")
