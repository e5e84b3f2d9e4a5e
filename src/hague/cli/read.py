"""``hague read``: a report into its parts, each claim with its verdict."""

from __future__ import annotations

import os
import sys
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any

import click

from hague import verbs
from hague.answers import Answer, ClaimAnswer
from hague.cli import forms
from hague.cli.output import VERDICT_STYLE, faint, heading, print_json, wrapped
from hague.dates import day as day_of
from hague.errors import InputRefused, Problem
from hague.record import load
from hague.record.days import in_words, is_partial_day
from hague.text_files import READ, text_of

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before NumPy loads: on texts of this size its threads only wait
LINES = (".jsonl", ".jsonl.gz", ".ndjson")
"""How the names of files end that hold a report a line."""


@click.command("read")
@click.argument("paths", nargs=-1, metavar="FILE...")
@click.option("--sample", is_flag=True, help="Read the sample report that comes with the package.")
@click.option("--date", "day", metavar="DAY", help="The report's date (YYYY-MM-DD) where the text has none.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: an object for one report, a list for several.")
@click.option("--html", metavar="OUT.html", help="Write one annotated page (several reports: a folder of pages).")
@click.option("--format", "format_", type=click.Choice(forms.FORMATS), help="Print or write another form.")
@forms.options
@click.option("--out", metavar="OUT", help="A folder for a file a report; or OUT.jsonl for a line a report.")
@click.option(
    "--jobs", type=click.IntRange(1, 256), help="Processes for many reports; else as many as there are cores."
)
@click.option("--fresh", is_flag=True, help="Forget an interrupted run to OUT.jsonl instead of going on from it.")
@click.option("--engine", type=click.Choice(["local", "spark"]), default="local", help="Where OUT.jsonl is made.")
def command(
    paths: tuple[str, ...],
    sample: bool,
    day: str | None,
    as_json: bool,
    html: str | None,
    format_: str | None,
    out: str | None,
    jobs: int | None,
    fresh: bool,
    engine: str,
    **of_format: Any,
) -> None:
    """Read reports: FILE is plain text in UTF-8, a saved web page (.html), a folder of these, - for standard input,
    or a .jsonl file whose lines are {"id", "text", "date"?}."""
    if sum(map(bool, (as_json, html, format_))) > 1:
        raise click.UsageError("Give one of --json, --html and --format.")
    name = "html" if html else format_ or ("json" if as_json else None)
    form = forms.form(name or "json", **of_format)
    if not paths and not sample:
        raise click.UsageError("Name a file, a folder, or - for standard input; or try `hague read --sample`.")
    if any(p.endswith(LINES) for p in paths) or (out or "").endswith(LINES) or engine == "spark":
        if name not in (None, "json") or sample:
            raise click.UsageError("Lines of reports are answered by lines of JSON; leave out --format and --sample.")
        from hague.cli import read_lines

        read_lines.answer(paths, _listed, out, day, jobs, fresh, engine)
        return
    problems: list[Problem] = []
    if sample:
        text = resources.files("hague.samples").joinpath("report.txt").read_text(encoding="utf-8")
        answers, names = [verbs.read(text, date=day)], ["sample"]
    else:
        names = _listed(paths)
        if out is not None or (html and len(names) > 1):
            _write_all(names, Path(out or html or ""), day, form, jobs)
            return
        answers, problems = _read_all(names, day)
    if answers and html and html != "-":
        _write_page(answers[0], Path(html), form)
    elif answers and name in ("html", "brat", "timeml"):
        if len(names) > 1:
            raise click.UsageError("Several reports in this form need a folder: --out DIR.")
        click.echo(forms.text(answers[0], form, Path(names[0]).stem, load()), nl=False)
    elif answers and name:
        found = [forms.value(a, form, load()) for a in answers]
        print_json(found if len(names) > 1 else found[0])
    else:
        for i, answer in enumerate(answers):
            if len(names) > 1:
                click.secho(f"{'' if i == 0 else chr(10)}== {names[i]}", bold=True)
            print_answer(answer)
    if problems:
        raise InputRefused(f"{len(names) - len(answers)} of {len(names)} reports could not be read.", problems)


def _read_all(paths: list[str], day: str | None) -> tuple[list[Answer], list[Problem]]:
    answers, problems = [], []
    for path in paths:
        try:
            answers.append(verbs.read(text_of(path), date=day))
        except InputRefused as err:
            problems += [Problem(path, p["given"], p["expected"], p.get("next", "")) for p in err.problems]
    return answers, problems


def _listed(paths: tuple[str, ...]) -> list[str]:
    files: list[str] = []
    for path in paths:
        if path != "-" and Path(path).is_dir():
            found = sorted(str(p) for p in Path(path).iterdir() if p.suffix.lower() in READ)
            if not found:
                expected = f"a folder that holds {', '.join(READ)} files"
                raise InputRefused("There is nothing to read.", [Problem(path, None, expected)])
            files += found
        else:
            files.append(path)
    return files


def _write_page(answer: Answer, target: Path, form: forms.Form) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        forms.put(target, forms.text(answer, form, target.stem, load()))
    except OSError as err:
        expected = f"a file that can be written ({err.strerror})"
        raise InputRefused("Nothing was written.", [Problem("--html", str(target), expected)]) from err
    click.echo(f"Written to {target}", err=True)


def _write_all(files: list[str], target: Path, day: str | None, form: forms.Form, jobs: int | None) -> None:
    from hague.bulk.pool import ordered, processors

    day_of(day, "--date")
    stems = ["stdin" if path == "-" else Path(path).stem for path in files]
    twice = sorted({s for s in stems if stems.count(s) > 1}) if len(set(stems)) < len(stems) else []
    if twice:
        clash = [
            Problem(s, None, "names that differ before their ending", "Write lines: --out OUT.jsonl") for s in twice
        ]
        raise InputRefused("Several reports would be written to one file.", clash)
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as err:
        raise InputRefused(
            "Nothing was written.", [Problem("--out", str(target), f"a folder ({err.strerror})")]
        ) from err
    problems: list[Problem] = []
    bad = 0
    jobs = jobs or (1 if len(files) < 8 or "-" in files else processors())
    work = partial(_write_one, target=target, day=day, form=form)
    with click.progressbar(length=len(files), label="Reading", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        for found in ordered(work, zip(files, stems, strict=True), jobs):
            bar.update(1)
            problems += found
            bad += bool(found)
    click.echo(f"{len(files) - bad} of {len(files)} reports written to {target}", err=True)
    if problems:
        raise InputRefused(f"{bad} of {len(files)} reports could not be read.", problems)


def _write_one(report: tuple[str, str], target: Path, day: str | None, form: forms.Form) -> list[Problem]:
    path, name = report
    try:
        forms.write(verbs.read(text_of(path), date=day), form, target, name, load())
    except InputRefused as err:
        return [Problem(path, p["given"], p["expected"], p.get("next", "")) for p in err.problems]
    return []


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
