"""``hague record``: questions to the record as a whole, and its upkeep."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click
import msgspec

from hague.cli.output import print_json, wrapped
from hague.cli.show import identified
from hague.dates import day
from hague.errors import InputRefused, Problem, RecordBroken
from hague.record import Record, days, load
from hague.record.compiled import build, sources_root

Row = dict[str, Any]


@click.group("record")
def command() -> None:
    """Ask the record as a whole, or look after it."""


def _answering(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options that every question to the record has."""
    for option in (
        click.option("--csv", "as_csv", is_flag=True, help="Print CSV."),
        click.option("--json", "as_json", is_flag=True, help="Print a JSON list."),
        click.option("--as-of", metavar="DAY", help="Answer as could be known on this day (YYYY-MM-DD)."),
    ):
        function = option(function)
    return function


def _seen_from(as_of: str | None) -> tuple[Record, date]:
    record = load()
    chosen = day(as_of, "--as-of")
    return (record.on(chosen) if chosen else record), chosen or date.fromisoformat(record.reviewed)


def _print(rows: Sequence[Row], as_json: bool, as_csv: bool, line: Callable[[Row], str], noun: str) -> None:
    if as_json:
        print_json(rows)
    elif as_csv:
        out = io.StringIO()
        writer = csv.DictWriter(out, list(rows[0]) if rows else [], lineterminator="\n")
        writer.writeheader()
        writer.writerows({k: _cell(v) for k, v in row.items()} for row in rows)
        click.echo(out.getvalue(), nl=False)
    else:
        for row in rows:
            click.echo(wrapped(line(row), "    ", ""))
        click.echo(f"{len(rows)} {noun}")


def _cell(value: Any) -> str:
    """A list as words with semicolons; what a spreadsheet would take for a formula is quoted."""
    if isinstance(value, list | tuple):
        value = "; ".join(map(str, value))
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text


@command.command("parties")
@_answering
def parties(as_of: str | None, as_json: bool, as_csv: bool) -> None:
    """States bound by the Statute on a day."""
    from hague.record.membership import membership
    from hague.record.membership import parties as bound

    record, on = _seen_from(as_of)
    rows = []
    for state in bound(record.states, on):
        found = membership(state, on)
        if found:
            rows.append(
                {
                    "id": state.id,
                    "name": state.name,
                    "deposited": found.deposit.on,
                    "in_force": found.since.isoformat(),
                    "until": found.until.isoformat() if found.until else None,
                    "sources": record.urls(found.deposit.sources),
                }
            )
    _print(rows, as_json, as_csv, lambda r: f"{r['name']} ({r['id']}): since {r['in_force']}", f"Parties on {on}")


@command.command("warrants")
@click.option("--at-large", is_flag=True, help="Only warrants not yet executed or ended.")
@_answering
def warrants(at_large: bool, as_of: str | None, as_json: bool, as_csv: bool) -> None:
    """Public warrants of arrest."""
    from hague.record.status import in_order, person_status, warrant_in_force

    record, on = _seen_from(as_of)
    rows = []
    for person in record.persons.values():
        standing = warrant_in_force(person, record.as_of)
        for event in in_order(person.history, record.as_of):
            if event.event != "warrant-issued" or (at_large and event is not standing):
                continue
            rows.append(
                {
                    "person": person.id,
                    "name": person.name,
                    "issued_on": event.on,
                    "public_on": event.public_on or event.on,
                    "by": list(event.by),
                    "situation": person.situation,
                    "status": person_status(person, record.as_of),
                    "sources": record.urls(event.sources),
                }
            )
    rows.sort(key=lambda r: (str(r["issued_on"]), str(r["person"])))
    noun = f"warrants {'not executed' if at_large else 'public'} on {on}"
    _print(rows, as_json, as_csv, lambda r: f"{r['issued_on']}  {r['name']} ({r['person']}), {r['situation']}", noun)


@command.command("situations")
@_answering
def situations(as_of: str | None, as_json: bool, as_csv: bool) -> None:
    """Situations and preliminary examinations, and where each stands."""
    from hague.record import tables

    record, on = _seen_from(as_of)
    rows = list(tables.situations(record))
    _print(rows, as_json, as_csv, lambda r: f"{r['name']} ({r['id']}): {_words(r['status'])}", f"situations on {on}")


@command.command("persons")
@click.option("--status", metavar="STATUS", help="Only persons who stand so, as on-trial or at-large.")
@_answering
def persons(status: str | None, as_of: str | None, as_json: bool, as_csv: bool) -> None:
    """Persons before the Court or wanted by it, and where each stands."""
    from typing import get_args

    from hague.record import tables
    from hague.record.status import PersonStatus

    known = get_args(PersonStatus)
    if status is not None and status not in known:
        raise InputRefused("A status cannot be used.", [Problem("--status", status, f"one of {', '.join(known)}")])
    record, on = _seen_from(as_of)
    rows = [r for r in tables.persons(record) if status in (None, r["status"])]
    _print(rows, as_json, as_csv, lambda r: f"{r['name']} ({r['id']}): {_words(r['status'])}", f"persons on {on}")


@command.command("timeline")
@click.argument("name", nargs=-1, required=True)
@_answering
def timeline(name: tuple[str, ...], as_of: str | None, as_json: bool, as_csv: bool) -> None:
    """Everything on record about the entry NAME, in order."""
    from hague.record import changes

    record, _ = _seen_from(as_of)
    ident = identified(" ".join(name), load())
    rows = [msgspec.structs.asdict(c) for c in changes.timeline(record, ident)]
    _print(rows, as_json, as_csv, _change_line, f"events about {ident}")


@command.command("positions")
@click.argument("name", nargs=-1)
@_answering
def positions(name: tuple[str, ...], as_of: str | None, as_json: bool, as_csv: bool) -> None:
    """Positions for and against: about the entry NAME or held by it; all without a name."""
    from hague.record import tables

    record, _ = _seen_from(as_of)
    ident = identified(" ".join(name), load()) if name else None
    rows = [r for r in tables.positions(record) if ident is None or ident in (r["about"], r["holder"])]
    rows.sort(key=lambda r: (str(r["on"]), str(r["id"])))
    _print(
        rows,
        as_json,
        as_csv,
        lambda r: f"{r['on']}  {r['holder']} {_words(r['stance'])} ({r['about']}): {r['text']}",
        "positions",
    )


@command.command("search")
@click.argument("words", nargs=-1, required=True)
@_answering
def search(words: tuple[str, ...], as_of: str | None, as_json: bool, as_csv: bool) -> None:
    """Entries that hold all WORDS."""
    from hague.record.search import search as look_up

    record, _ = _seen_from(as_of)
    rows = [msgspec.structs.asdict(h) for h in look_up(record, " ".join(words))]
    _print(rows, as_json, as_csv, lambda r: f"{r['name']} ({r['id']}): {r['passage']}", "entries")


@command.command("diff")
@click.argument("day1")
@click.argument("day2")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")
def diff(day1: str, day2: str, as_json: bool, as_csv: bool) -> None:
    """What became public after DAY1 and by DAY2."""
    from hague.record import changes

    first, second = day(day1, "DAY1"), day(day2, "DAY2")
    assert first is not None
    assert second is not None
    rows = [msgspec.structs.asdict(c) for c in changes.changes(load(), first, second)]
    _print(rows, as_json, as_csv, _change_line, f"changes between {min(first, second)} and {max(first, second)}")


def _change_line(row: Row) -> str:
    happened = "" if row["on"] == row["public_on"] else f" (public {days.in_words(row['public_on'])})"
    text = f": {row['text']}" if row["text"] else ""
    return f"{row['on']}  {row['entry']} {row['what']}{happened}{text}"


def _words(slug: str) -> str:
    return slug.replace("-", " ")


def _checkout() -> Path:
    root = sources_root()
    if root is None:
        step = "Run this in a checkout of the project"
        raise InputRefused(
            "The record's files are not here.", [Problem("record", None, "a folder of YAML files", step)]
        )
    return root


@command.command("lint")
@click.option("--fix", is_flag=True, help="Put the spelling and the list of ids right.")
@click.option("--json", "as_json", is_flag=True, help="Print problems as JSON.")
def lint(fix: bool, as_json: bool) -> None:
    """Check the record's files: spelling, sources, references, dates, arithmetic, counts."""
    from hague.record.lint import lint as check
    from hague.record.lint import write_ids

    root = _checkout()
    if fix:
        check(root, fix=True)
        write_ids(root)
    problems = check(root)
    if problems:
        raise InputRefused(f"The record has {len(problems)} problem(s).", problems)
    if as_json:
        print_json([])
    else:
        click.echo("The record is in order.")


@command.command("compile")
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path))
def compile_(target: Path) -> None:
    """Compile the record's files into the one file TARGET, for another installation."""
    try:
        build(_checkout(), target)
    except RecordBroken as err:
        raise InputRefused("The record does not build.", err.problems) from err
    click.echo(f"{target}: {target.stat().st_size:,} bytes")
