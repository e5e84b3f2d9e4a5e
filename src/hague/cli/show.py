"""``hague show``: one entry of the record, in words."""

from __future__ import annotations

import click

from hague.cli.entry_page import print_entry, standing
from hague.cli.output import print_json
from hague.dates import day
from hague.errors import NotOnRecord
from hague.record import Record, load


@click.command("show")
@click.argument("name", nargs=-1, required=True)
@click.option("--as-of", metavar="DAY", help="Show only what was public on this day (YYYY-MM-DD).")
@click.option("--json", "as_json", is_flag=True, help="Print the entry and where it stands as JSON.")
def command(name: tuple[str, ...], as_of: str | None, as_json: bool) -> None:
    """Show the entry NAME: an id such as state:PSE, or a name such as putin."""
    seen_from = day(as_of, "--as-of")
    record = load()
    ident = identified(" ".join(name), record)
    view = record.on(seen_from) if seen_from else record
    entry = view.find(ident)
    if entry is None:
        earliest = f"{ident} was not public by {seen_from}"
        raise NotOnRecord(earliest, [ident])
    if as_json:
        print_json({"entry": entry, "as_of": seen_from or record.reviewed, **standing(entry, seen_from)})
    else:
        print_entry(entry, view, seen_from)


def identified(given: str, record: Record) -> str:
    """The id that ``given`` means. Raises ``NotOnRecord`` with candidates where it means none or several."""
    if record.find(given) is not None:
        return given
    found = record.names.find(given)
    if len(found) == 1:
        return found[0]
    if found:
        raise NotOnRecord(given, found, ambiguous=True)
    raise NotOnRecord(given, record.names.nearest(given))
