"""The command line: the verbs of the package, each loaded only when it is called.

Exit codes: 0 answered · 1 input refused · 2 usage · 70 internal fault. With ``--json`` an error is one object,
``{"error": {"kind", "message", "problems"}}``, on standard output; otherwise it is words on standard error.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from hague.errors import HagueError, InputRefused, RecordBroken

INPUT_REFUSED, INTERNAL = 1, 70

COMMANDS = {
    "read": ("hague.cli.read", "Read a report: who said what, when, and which claims hold."),
    "check": ("hague.cli.check", "Check one sentence against the record and the law."),
    "explain": ("hague.cli.explain", "Explain one claim of a report: from its words to its verdict."),
    "assess": ("hague.cli.assess", "A reasoned opinion: jurisdiction, article by article."),
    "law": ("hague.cli.law", "The rules themselves, their index and proof; the duty to arrest."),
    "show": ("hague.cli.show", "Show a State, situation, person or any other entry of the record."),
    "record": ("hague.cli.record", "Ask the record: parties, warrants, timelines, changes; or check it."),
    "screen": ("hague.cli.screen", "Screen a file of events: whose territory, which ground, which bar, row by row."),
    "export": ("hague.cli.export", "Write the whole record as JSONL, CSV, Parquet, SQLite, FtM or JSON-LD."),
}
"""Verb -> (module that holds a click command named ``command``, its line in the help)."""


class Verbs(click.Group):
    """A group that imports a verb's module only when that verb is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Verbs"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS)
            hint = f" Did you mean {near[0]!r}?" if near else f" Verbs: {', '.join(COMMANDS)}."
            raise click.UsageError(f"No verb {args[0]!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)


def _print_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from hague import __version__
        from hague.record.compiled import reviewed

        click.echo(f"hague {__version__}, record of {reviewed()}")
        ctx.exit()


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Print the version and the day of the record.",
)
def cli() -> None:
    """The International Criminal Court, checkable."""


def run(args: Sequence[str]) -> int:
    """Runs the command line on ``args`` and returns the exit code; never raises."""
    try:
        result = cli.main(args=list(args), prog_name="hague", standalone_mode=False)
    except click.exceptions.Abort:
        return 130
    except click.ClickException as err:
        if _wants_json(args):
            _print_json({"error": {"kind": "usage", "message": err.format_message(), "problems": []}})
        else:
            err.show()
        return err.exit_code
    except InputRefused as err:
        if _wants_json(args):
            _print_json(err.as_json())
        else:
            click.echo(str(err), err=True)
        return INPUT_REFUSED
    except BrokenPipeError:
        # The reader of our output went away (as `head` does). Keep the interpreter from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as err:
        if os.environ.get("HAGUE_TRACEBACK"):
            raise
        return _internal(err, args)
    return result if isinstance(result, int) else 0


def _internal(err: Exception, args: Sequence[str]) -> int:
    if isinstance(err, RecordBroken):
        message = str(err)
    elif isinstance(err, HagueError | OSError):
        message = f"{type(err).__name__}: {err}"
    else:
        message = (
            f"A fault inside hague: {type(err).__name__}: {err}\n"
            "Nothing was changed. Set HAGUE_TRACEBACK=1 to see where, and please report it with the input."
        )
    if _wants_json(args):
        _print_json({"error": {"kind": getattr(err, "kind", "internal"), "message": message, "problems": []}})
    else:
        click.echo(message, err=True)
    return INTERNAL


def _wants_json(args: Sequence[str]) -> bool:
    return "--json" in args


def _print_json(value: Any) -> None:
    from hague.cli.output import print_json

    print_json(value)
