"""``hague check``: one sentence, or a file of sentences, against the record and the law."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click
import msgspec

from hague import verbs
from hague.answers import ClaimAnswer
from hague.cli import forms
from hague.cli.output import print_json, wrapped
from hague.cli.read import print_claim
from hague.dates import day
from hague.errors import InputRefused, Problem
from hague.record import load

_LONGEST_LINE = 1_000_000
"""Bytes of the longest line of a file of sentences."""
_NOTHING = "No checkable claim about the Court was found in this sentence."


@click.command("check")
@click.argument("sentence", required=False)
@click.option("--as-of", metavar="DAY", help="The day to judge by (YYYY-MM-DD); else the record's last review.")
@click.option("--lines", metavar="FILE", help="Check a file with one sentence a line (-: standard input).")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list of claims; with --lines, one a line.")
@click.option("--format", "format_", type=click.Choice(forms.OF_A_SENTENCE), help="Print another form of JSON.")
@forms.options
def command(
    sentence: str | None, as_of: str | None, lines: str | None, as_json: bool, format_: str | None, **of_format: Any
) -> None:
    """Check SENTENCE: each checkable assertion in it is borne out, contradicted, unsettled, or not checkable."""
    if (sentence is None) == (lines is None):
        raise click.UsageError(
            'Give one SENTENCE, in quotation marks, or --lines FILE: hague check "Malta has joined."'
        )
    form = forms.form(format_ or "json", **of_format)
    if lines is not None:
        _check_lines(lines, as_of, form if as_json or format_ else None)
        return
    claims = verbs.check(sentence or "", as_of=as_of)
    if as_json or format_:
        print_json(forms.value_of_sentence(sentence or "", claims, form, load()))
    else:
        _print(claims)


def _print(claims: list[ClaimAnswer]) -> None:
    if not claims:
        click.echo(_NOTHING)
    for i, claim in enumerate(claims, 1):
        print_claim(claim, i)


def _check_lines(path: str, as_of: str | None, form: forms.Form | None) -> None:
    """Answers in the order of the lines. Blank lines are passed over; bad ones are listed by number at the end."""
    seen_from = day(as_of, "--as-of")
    problems: list[Problem] = []
    bad = 0
    for number, data in _lines(path):
        try:
            sentence = _sentence(data)
            claims = verbs.check(sentence, as_of=seen_from)
        except InputRefused as err:
            bad += 1
            problems += [Problem(f"line {number}", p["given"], p["expected"], p.get("next", "")) for p in err.problems]
            continue
        if form is not None:
            found = forms.value_of_sentence(sentence, claims, form, load())
            click.echo(msgspec.json.encode({"line": number, "sentence": sentence, _MEMBER[form.name]: found}).decode())
        else:
            click.secho(wrapped(sentence, "      ", f"{number:>4}  "), bold=True)
            _print(claims)
    if problems:
        raise InputRefused(f"{bad} line(s) of {path} could not be checked.", problems)


_MEMBER = {"json": "claims", "claimreview": "reviews", "web-annotation": "annotations"}


def _lines(path: str) -> Iterator[tuple[int, bytes | None]]:
    """Line number and line; ``None`` for one that is too long."""
    try:
        stream = click.open_file(path, "rb")
    except OSError as err:
        raise InputRefused("The sentences cannot be read.", [Problem(path, None, f"a file ({err.strerror})")]) from None
    with stream:
        number = 0
        while line := stream.readline(_LONGEST_LINE + 1):
            number += 1
            whole: bytes | None = line if len(line) <= _LONGEST_LINE else None
            while not line.endswith(b"\n") and (line := stream.readline(_LONGEST_LINE)):
                whole = None
            if whole is None or whole.strip():
                yield number, whole


def _sentence(data: bytes | None) -> str:
    if data is None:
        raise InputRefused("", [Problem("", None, f"a line of at most {_LONGEST_LINE:,} bytes")])
    try:
        return data.decode("utf-8-sig").strip()
    except UnicodeDecodeError as err:
        raise InputRefused("", [Problem("", None, f"UTF-8 text; byte {err.start:,} of the line is not")]) from None
