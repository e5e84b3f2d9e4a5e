"""``hague read``: a report into its parts, each claim with its verdict."""

from __future__ import annotations

import os
import sys
from importlib import resources
from pathlib import Path

import click

from hague import verbs
from hague.answers import Answer, ClaimAnswer
from hague.cli.files import text_of
from hague.cli.output import VERDICT_STYLE, faint, heading, print_json, wrapped
from hague.errors import InputRefused, Problem
from hague.record.days import in_words, is_partial_day


@click.command("read")
@click.argument("paths", nargs=-1, metavar="FILE...")
@click.option("--sample", is_flag=True, help="Read the sample report that comes with the package.")
@click.option("--date", "day", metavar="DAY", help="The report's date (YYYY-MM-DD) where the text has none.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: an object for one report, a list for several.")
@click.option("--out", metavar="DIR", help="Write NAME.json for each NAME.txt instead of printing.")
def command(paths: tuple[str, ...], sample: bool, day: str | None, as_json: bool, out: str | None) -> None:
    """Read reports: FILE is plain text in UTF-8, a folder of .txt files, or - for standard input."""
    if sample:
        text = resources.files("hague.samples").joinpath("report.txt").read_text(encoding="utf-8")
        _answer([verbs.read(text, date=day)], as_json)
        return
    if not paths:
        raise click.UsageError("Name a file, a folder, or - for standard input; or try `hague read --sample`.")
    files = _listed(paths)
    if out is not None:
        _write_all(files, Path(out), day)
        return
    answers, problems = [], []
    for path in files:
        try:
            answers.append(verbs.read(text_of(path), date=day))
        except InputRefused as err:
            problems += [Problem(path, p["given"], p["expected"], p.get("next", "")) for p in err.problems]
    if answers:
        _answer(answers, as_json, many=len(files) > 1, names=files if len(files) > 1 else None)
    if problems:
        raise InputRefused(f"{len(files) - len(answers)} of {len(files)} reports could not be read.", problems)


def _listed(paths: tuple[str, ...]) -> list[str]:
    files: list[str] = []
    for path in paths:
        if path != "-" and Path(path).is_dir():
            found = sorted(str(p) for p in Path(path).glob("*.txt"))
            if not found:
                raise InputRefused("There is nothing to read.", [Problem(path, None, "a folder that holds .txt files")])
            files += found
        else:
            files.append(path)
    return files


def _write_all(files: list[str], target: Path, day: str | None) -> None:
    import msgspec

    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as err:
        raise InputRefused(
            "Nothing was written.", [Problem("--out", str(target), f"a folder ({err.strerror})")]
        ) from err
    problems = []
    with click.progressbar(files, label="Reading", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        for path in bar:
            try:
                answer = verbs.read(text_of(path), date=day)
            except InputRefused as err:
                problems += [Problem(path, p["given"], p["expected"], p.get("next", "")) for p in err.problems]
                continue
            name = "stdin" if path == "-" else Path(path).stem
            scratch = target / f".{name}.json.{os.getpid()}"
            scratch.write_bytes(msgspec.json.format(msgspec.json.encode(answer), indent=1) + b"\n")
            scratch.replace(target / f"{name}.json")
    click.echo(f"{len(files) - len(problems)} of {len(files)} reports written to {target}", err=True)
    if problems:
        raise InputRefused(f"{len(problems)} of {len(files)} reports could not be read.", problems)


def _answer(answers: list[Answer], as_json: bool, many: bool = False, names: list[str] | None = None) -> None:
    if as_json:
        print_json(answers if many else answers[0])
        return
    for i, answer in enumerate(answers):
        if names:
            click.secho(f"{'' if i == 0 else chr(10)}== {names[i]}", bold=True)
        print_answer(answer)


def print_answer(answer: Answer) -> None:
    """The report for a reader at a terminal."""
    header = answer.header
    if header.headline:
        click.secho(wrapped(header.headline, ""), bold=True)
    dated = in_words(header.date) if header.date else "no date"
    click.echo(" · ".join(part for part in (header.outlet or "outlet not named", header.place, dated) if part))
    for notice in answer.notices:
        click.secho(wrapped(notice, "  ", "! "), fg="yellow")
    if answer.statements:
        heading("Who said what")
    for i, s in enumerate(answer.statements, 1):
        who = s.speaker or "speaker unknown"
        if s.speaker_entity:
            who += f" [{s.speaker_entity}]"
        about = [f"“{s.cue}”" if s.cue else None, s.channel, f"via {', '.join(s.via)}" if s.via else None]
        when = (in_words(s.on) if is_partial_day(s.on) else s.on) if s.on else "day not given"
        line = ", ".join(part for part in (*about, when) if part)
        click.echo(f"{i:>3}  " + click.style(who, bold=True) + f" — {line}")
        said = " … ".join(answer.text[a:b] for a, b in s.pieces) if s.pieces else s.text
        click.echo(wrapped(said, "     "))
    if answer.times:
        heading("Times")
        column = max(len(" ".join(t.text.split())) for t in answer.times)
        for t in answer.times:
            click.echo(f"     {' '.join(t.text.split()):{column}}  {t.value or 'not resolved'}")
    heading("Claims")
    numbered = list(enumerate(answer.claims, 1))
    settled = [(i, c) for i, c in numbered if c.verdict != "not-checkable"]
    if not settled:
        click.echo("     No claim about the Court was found that record or law can check.")
    for i, claim in settled:
        print_claim(claim, i)
    if len(settled) < len(numbered):
        heading("Not checkable (opinion, prediction, or outside the record)")
    for i, claim in numbered:
        if claim.verdict == "not-checkable":
            click.echo(wrapped(claim.text, "     ", f"{i:>3}  "))


def print_claim(claim: ClaimAnswer, number: int) -> None:
    """One claim with its verdict, the reason, and what decides it."""
    mark, colour = VERDICT_STYLE[claim.verdict]
    click.echo(f"{number:>3}  " + click.style(f"{mark} {claim.verdict}", fg=colour, bold=True))
    click.echo(wrapped(claim.text, "     "))
    if claim.correction:
        click.echo(wrapped(f"Right is: {claim.correction}", "       "))
    if claim.why != claim.correction:
        click.echo(wrapped(claim.why, "       "))
    for side in claim.sides:
        click.echo(wrapped(side, "         ", "       – "))
    if claim.since_then:
        click.echo(wrapped(f"Since then: {claim.since_then}", "       "))
    grounds = [*claim.entities, *(f"article {a.removeprefix('article:')}" for a in claim.articles)]
    if grounds:
        faint(" · ".join(grounds), "       ")
    for url in claim.sources[:2]:
        faint(url, "       ")
