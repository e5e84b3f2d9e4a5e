"""``hague law``: the rules themselves, and the duty to arrest."""

from __future__ import annotations

import time
from typing import Any

import click

from hague import verbs
from hague.cli.assess import print_reasons
from hague.cli.output import VALUE_STYLE, faint, heading, print_json, provision, wrapped
from hague.cli.show import identified
from hague.dates import day
from hague.errors import InputRefused, Problem
from hague.record import Record, days, load
from hague.record.model import Person


@click.group("law")
def command() -> None:
    """The rules as they stand on a day, their index, their proof, and the duty to arrest."""


@command.command("show")
@click.argument("article")
@click.option("--on", metavar="DAY", help="As the law stood on this day (YYYY-MM-DD).")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def show(article: str, on: str | None, as_json: bool) -> None:
    """Show the rules under ARTICLE (12, 12(2), 8bis), each with what it is made of."""
    from hague.law.index import under
    from hague.law.tree import Rule

    rules = under(article, day(on, "--on"))
    if not rules:
        raise InputRefused(
            "No rule stands there.",
            [Problem("ARTICLE", article, "an article with rules", "`hague law index` lists them all")],
        )
    if as_json:
        print_json([_as_data(r) for r in rules])
        return
    inner = {id(n) for r in rules for n in _below(r.body) if isinstance(n, Rule)}
    for rule in rules:
        if id(rule) not in inner:
            _print_rule(rule, 0)
            click.echo()


def _below(node: Any) -> list[Any]:
    return [node, *(n for part in node.parts for n in _below(part))]


def _as_data(rule: Any) -> dict[str, Any]:
    return {
        "rule": rule.id,
        "article": rule.article,
        "sentence": rule.sentence,
        "link": rule.link,
        "authority": rule.authority,
        "since": rule.since,
        "until": rule.until,
        "body": _formula(rule.body),
    }


_WORDS = {"All": "all of", "AnyOf": "any of", "Some": "for some", "Every": "for every", "Not": "not"}


def _formula(node: Any) -> Any:
    """The tree as plain data: a rule by its id, a comparison by its words, a join by its name."""
    kind = type(node).__name__
    if kind == "Rule":
        return {"rule": node.id}
    if kind not in _WORDS:
        return node.key
    label = f"{_WORDS[kind]} {node.slot}" if hasattr(node, "slot") else _WORDS[kind]
    return {label: [_formula(p) for p in node.parts]}


def _print_rule(rule: Any, depth: int) -> None:
    pad = "  " * depth
    head = click.style(provision(rule.article), bold=True)
    click.echo(wrapped(rule.sentence, pad + "    ", f"{pad}{head}  "))
    if depth == 0:
        since = days.in_words(rule.since.isoformat())
        until = f" until {days.in_words(rule.until.isoformat())}" if rule.until else ""
        faint(f"in force since {since}{until} · {rule.link}", "    ")
    if rule.authority:
        faint("; ".join(rule.authority), pad + "    ")
    _print_node(rule.body, depth + 1)


def _print_node(node: Any, depth: int) -> None:
    kind = type(node).__name__
    if kind == "Rule":
        _print_rule(node, depth)
        return
    pad = "  " * depth
    if kind not in _WORDS:
        click.echo(f"{pad}{node.key}")
        return
    label = f"{_WORDS[kind]} {node.slot}:" if hasattr(node, "slot") else f"{_WORDS[kind]}:"
    click.echo(click.style(f"{pad}{label}", fg="bright_black"))
    for part in node.parts:
        _print_node(part, depth + 1)


@command.command("index")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def index(as_json: bool) -> None:
    """List every rule by article, with a case where it applies, one where it does not, one where it cannot be told."""
    from hague.law.index import index as entries

    found = entries(load())
    if as_json:
        print_json(found)
        return
    for e in found:
        click.echo(wrapped(e.sentence, "    ", click.style(provision(e.article), bold=True) + f" [{e.rule}]  "))
        for label, example in (("applies", e.applies), ("does not", e.does_not), ("cannot tell", e.cannot_tell)):
            if example:
                faint(f"{label}: {example}", "      ")
    click.echo(f"{len(found)} rules")


@command.command("verify")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def verify(as_json: bool) -> None:
    """Check on every cell of facts what must hold of the law whatever the facts."""
    from hague.law.properties import verify as check

    start = time.perf_counter()
    checked = check(load())
    took = time.perf_counter() - start
    if as_json:
        print_json(checked)
    else:
        for c in checked:
            mark, colour = VALUE_STYLE["yes" if c.holds else "no"]
            click.echo(wrapped(c.sentence, "    ", click.style(mark, fg=colour) + " "))
            if not c.holds:
                click.echo(wrapped(f"broken on {c.broken:,} cells, first {c.counterexample}", "      "))
        cells = sum(c.cells for c in checked)
        click.echo(f"{len(checked)} properties on {cells:,} cells in {took:.1f} s")
    broken = [c for c in checked if not c.holds]
    if broken:
        problems = [Problem("law", c.counterexample, c.sentence) for c in broken]
        raise InputRefused(f"{len(broken)} properties do not hold.", problems)


@command.command("arrest")
@click.argument("name", nargs=-1, required=True)
@click.option("--in", "where", required=True, metavar="STATE", help="The State where the person is (MNG).")
@click.option("--on", required=True, metavar="DAY", help="The day (YYYY-MM-DD).")
@click.option(
    "--agreement-98-2/--no-agreement-98-2", default=False, help="A sending-State agreement covers the person."
)
@click.option("--sent/--not-sent", "sent", default=None, help="The person is there on the sending State's mission.")
@click.option("--all-reasons", is_flag=True, help="Every rule that was gone through, not only those that decide.")
@click.option("--json", "as_json", is_flag=True, help="Print the finding as JSON.")
def arrest(
    name: tuple[str, ...],
    where: str,
    on: str,
    agreement_98_2: bool,
    sent: bool | None,
    all_reasons: bool,
    as_json: bool,
) -> None:
    """Say whether a State must arrest the person NAME on a day, by which rules, and what it has done and said."""
    record = load()
    asked = day(on, "--on")
    assert asked is not None
    person = record.persons.get(identified(" ".join(name), record))
    if person is None:
        raise InputRefused("Nobody can be arrested.", [Problem("NAME", " ".join(name), "a person on record")])
    state = identified(where, record).removeprefix("state:")
    facts = _facts(person, record, state, on) | {"agreement_98_2": agreement_98_2, "sent_by_state": sent}
    finding: Any = verbs.assess(facts, kind="arrest-duty", as_of=asked, brief=not (all_reasons or as_json))
    if as_json:
        print_json(finding)
        return
    mark, colour = VALUE_STYLE.get(finding.duty, VALUE_STYLE["unknown"])
    click.echo(f"Must {record.states[f'state:{state}'].name} arrest {person.name} on {days.in_words(on)}?")
    click.echo(click.style(f"{mark} {finding.duty}", fg=colour, bold=True) + f": {', '.join(finding.articles)}")
    if finding.turns_on:
        click.echo(wrapped(f"Turns on: {', '.join(finding.turns_on)}", "  ", ""))
    for presumed in finding.presumed:
        click.echo(wrapped(f"Presumed: {presumed}", "  ", ""))
    print_reasons(finding.opinion)
    _print_conduct(finding, record)


def _facts(person: Person, record: Record, state: str, on: str) -> dict[str, Any]:
    """What the record knows of the person on the day: warrant, office, nationality."""
    from hague.record.status import in_office, warrant_in_force

    asked = day(on, "--on")
    warrant = warrant_in_force(person, asked)
    office = next(
        (
            o.capacity
            for o in person.offices
            if o.body.startswith("state:") and o.capacity in _OFFICES and asked is not None and in_office(o, asked)
        ),
        None,
    )
    nationality = person.nationalities[0].state.removeprefix("state:") if person.nationalities else None
    return {
        "person": person.name,
        "warrant_on": (warrant.public_on or warrant.on) if warrant else None,
        "official_capacity": office or "none",
        "nationality": nationality,
        "in_state": state,
        "on": on,
    }


_OFFICES = ("head-of-state", "head-of-government", "minister", "other-official", "armed-forces")


def _print_conduct(finding: Any, record: Record) -> None:
    if finding.past_findings:
        heading("Findings on this State's cooperation")
        for ident in finding.past_findings:
            found = record.decisions[ident]
            click.echo(wrapped(f"{days.in_words(found.on)}: {found.title} [{ident}]", "    ", "  "))
    if finding.positions:
        heading("What the State has said")
        for ident in finding.positions:
            held = record.positions[ident]
            click.echo(wrapped(f"{days.in_words(held.on)}: {held.text} [{ident}]", "    ", "  "))
