"""``hague assess``: a reasoned opinion on one case, or a file of cases."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click
import msgspec

from hague import verbs
from hague.cli.output import RULE_STYLE, VALUE_STYLE, faint, heading, print_json, provision, wrapped
from hague.errors import InputRefused, Problem

OPTIONS = {
    "crime": "genocide, crime-against-humanity, war-crime, aggression or offence-against-administration-of-justice.",
    "act": "The act charged, as murder, deportation, starvation.",
    "from": "First day of the conduct (YYYY-MM-DD).",
    "to": "Last day of the conduct; left out: it goes on.",
    "on": "The one day of the conduct, instead of --from and --to.",
    "conflict": "international, non-international or none.",
    "age": "Age at the time of the act.",
    "person": "natural or legal.",
    "official_capacity": "head-of-state, head-of-government, minister, other-official, armed-forces, none ...",
    "trigger": "state-referral, proprio-motu or unsc-referral.",
    "attack_from": "First day of the widespread or systematic attack.",
    "attack_to": "Last day of that attack.",
}
MANY = {
    "place": "A place of the conduct: ISO code (BGD, PS-GZA), vessel:XXX or aircraft:XXX. May be repeated.",
    "nationality": "A nationality of the person (ISR). May be repeated.",
}
FLAGS = {
    "leader": "The person could direct the State's political or military action (aggression).",
    "authorised_operation": "The operation was set up or authorised by the Security Council.",
}


def _options(function: Any) -> Any:
    for name, text in reversed(FLAGS.items()):
        function = click.option(
            f"--{name.replace('_', '-')}/--not-{name.replace('_', '-')}", name, default=None, help=text
        )(function)
    for name, text in reversed(MANY.items()):
        function = click.option(f"--{name}", name, multiple=True, metavar="CODE", help=text)(function)
    for name, text in reversed(OPTIONS.items()):
        function = click.option(f"--{name.replace('_', '-')}", name, help=text)(function)
    return function


@click.command("assess")
@click.argument("path", metavar="[FILE.jsonl]", required=False)
@_options
@click.option("--as-of", metavar="DAY", help="The day to judge by (YYYY-MM-DD); else the record's last review.")
@click.option("--all-reasons", is_flag=True, help="Every rule that was gone through, not only those that decide.")
@click.option("--svg", metavar="FILE", help="Draw the tree of reasons into FILE as well.")
@click.option("--json", "as_json", is_flag=True, help="Print the finding with its tree of reasons as JSON.")
def command(
    path: str | None, as_of: str | None, all_reasons: bool, svg: str | None, as_json: bool, **given: Any
) -> None:
    """Say whether the Court may exercise jurisdiction over conduct, rule by rule with its article.

    With FILE.jsonl (or -), each line {"id", "kind", "facts", "as_of"} is answered by one line {"id", ...}.
    """
    facts = _facts(given)
    if path is not None:
        if facts:
            raise click.UsageError("Give either a file of cases or the facts of one case, not both.")
        _answer_lines(path)
        return
    if not facts:
        raise click.UsageError(
            "Name the facts, as --crime war-crime --place PS-GZA --from 2023-10-08; or a file of cases."
        )
    finding = verbs.assess(facts, as_of=as_of, brief=not (all_reasons or as_json))
    if svg is not None:
        _draw(finding, svg)
    if as_json:
        print_json(finding)
    else:
        print_finding(finding)


def _draw(finding: Any, path: str) -> None:
    from hague.law.picture import picture

    title = f"Jurisdiction: {finding.jurisdiction}"
    try:
        Path(path).write_text(picture(finding.opinion, title), encoding="utf-8")
    except OSError as err:
        raise InputRefused(
            "Nothing was drawn.", [Problem("--svg", path, f"a file to write ({err.strerror})")]
        ) from None


def _facts(given: dict[str, Any]) -> dict[str, Any]:
    facts = {name: value for name, value in given.items() if value not in (None, ())}
    for single, plural in (("place", "places"), ("nationality", "nationalities")):
        if single in facts:
            facts[plural] = list(facts.pop(single))
    if "age" in facts:
        try:
            facts["age"] = int(facts["age"])
        except ValueError:
            raise InputRefused(
                "The facts cannot be used.", [Problem("--age", facts["age"], "a number of years")]
            ) from None
    if "on" in facts:
        if "from" in facts or "to" in facts:
            raise click.UsageError("Give either --on, or --from and --to.")
        facts["from"] = facts["to"] = facts.pop("on")
    elif "from" in facts:
        facts.setdefault("to", None)
    return facts


def print_finding(finding: Any) -> None:
    """The opinion for a reader at a terminal: the answer, what it rests on, then rule by rule."""
    mark, colour = VALUE_STYLE.get(finding.jurisdiction, VALUE_STYLE["unknown"])
    click.echo("Jurisdiction: " + click.style(f"{mark} {finding.jurisdiction}", fg=colour, bold=True))
    for label, values in (("Grounds", finding.grounds), ("Bars", finding.bars), ("Turns on", finding.turns_on)):
        if values:
            click.echo(wrapped(", ".join(values), "  ", f"{label}: "))
    if finding.covered_from:
        click.echo(f"Covered: {finding.covered_from} to {finding.covered_to or 'now'}")
    if finding.situation:
        click.echo(f"Situation: {finding.situation}")
    for fewest in finding.settled_by:
        click.echo(wrapped(f"It would be settled by: {' and '.join(fewest)}", "  ", ""))
    for presumed in finding.presumed:
        click.echo(wrapped(f"Presumed: {presumed}", "  ", ""))
    print_reasons(finding.opinion)


def print_reasons(opinion: Iterable[Any]) -> None:
    """An opinion, rule by rule: ✔ applies, – does not apply, ? cannot be told."""
    heading("Reasons")
    for reason in opinion:
        _print_reason(reason, 0)


def _print_reason(reason: Any, depth: int) -> None:
    mark, colour = RULE_STYLE[reason.value]
    pad = "  " * depth
    head = click.style(f"{mark} {provision(reason.article)}", fg=colour, bold=True)
    click.echo(wrapped(f"{reason.finding or reason.sentence}", pad + "    ", f"{pad}{head}  "))
    if reason.authority:
        faint("; ".join(reason.authority), pad + "    ")
    for inner in reason.reasons:
        _print_reason(inner, depth + 1)


def _answer_lines(path: str) -> None:
    """A line of answer for each good line; the bad ones are listed by number when all are done."""
    problems: list[Problem] = []
    for number, line in _lines(path):
        try:
            answer = _answered(line)
        except InputRefused as err:
            problems += [
                Problem(f"line {number}: {p['where']}", p["given"], p["expected"], p.get("next", ""))
                for p in err.problems
            ]
        else:
            click.echo(msgspec.json.encode(answer).decode())
    if problems:
        bad = len({p["where"].partition(":")[0] for p in problems})
        raise InputRefused(f"{bad} line(s) of {path} could not be answered.", problems)


def _lines(path: str) -> Iterator[tuple[int, bytes]]:
    try:
        stream = click.open_file(path, "rb")
    except OSError as err:
        raise InputRefused("The cases cannot be read.", [Problem(path, None, f"a file ({err.strerror})")]) from None
    with stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                yield number, line


def _answered(line: bytes) -> dict[str, Any]:
    try:
        case = json.loads(line)
    except ValueError as err:
        raise InputRefused(
            "", [Problem("the line", line[:60].decode(errors="replace").strip(), f"JSON ({err})")]
        ) from None
    if not isinstance(case, dict) or not isinstance(case.get("facts"), dict):
        shape = 'an object {"id", "kind", "facts": {...}, "as_of"}'
        raise InputRefused("", [Problem("the line", line[:60].decode(errors="replace").strip(), shape)])
    as_of, kind = case.get("as_of"), case.get("kind", "jurisdiction")
    if as_of is not None and not isinstance(as_of, str):
        raise InputRefused("", [Problem("as_of", as_of, "a day, YYYY-MM-DD")])
    finding = verbs.assess(case["facts"], kind=str(kind), as_of=as_of)
    body = msgspec.to_builtins(finding)
    body.pop("opinion", None)
    return {"id": case.get("id"), **body}
