"""What the terminal shows: JSON, wrapped words, and the few styles in use."""

from __future__ import annotations

import shutil
import textwrap
from typing import Any

import click
import msgspec

VERDICT_STYLE = {
    "supported": ("✔", "green"),
    "contradicted": ("✘", "red"),
    "unsettled": ("≈", "yellow"),
    "not-checkable": ("·", "bright_black"),
}
VALUE_STYLE = {"yes": ("✔", "green"), "no": ("✘", "red"), "unknown": ("?", "yellow")}
RULE_STYLE = {"yes": ("✔", "green"), "no": ("–", "bright_black"), "unknown": ("?", "yellow")}
"""Whether a rule applies: for a bar that is no blessing, so "no" is neither good nor bad."""


def provision(article: str) -> str:
    """``article 12(2)(a)``, but ``rule 164(2)`` and ``S/RES/1593 para 6`` as they are."""
    return f"article {article}" if article[:1].isdigit() else article


def print_json(value: Any) -> None:
    """One JSON value on standard output, indented, in UTF-8."""
    text = msgspec.json.format(msgspec.json.encode(value), indent=2)
    click.echo(text.decode())


def width() -> int:
    """Columns to fill: the terminal's, within reason."""
    return max(40, min(shutil.get_terminal_size((100, 24)).columns, 110))


def wrapped(text: str, indent: str, first: str | None = None) -> str:
    """``text`` with its white space folded, broken to the terminal's width behind ``indent``."""
    return textwrap.fill(
        " ".join(text.split()),
        width(),
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def heading(text: str) -> None:
    click.secho(f"\n{text.upper()}", bold=True)


def faint(text: str, indent: str) -> None:
    click.secho(wrapped(text, indent), fg="bright_black")
