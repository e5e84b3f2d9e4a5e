"""``hague explain``: the way of one claim of a report from its words to its verdict."""

from __future__ import annotations

import click

from hague.cli.output import faint, heading, print_json, wrapped
from hague.cli.read import print_claim
from hague.dates import day as day_of
from hague.explanation import Explanation, explain
from hague.record import load
from hague.record.days import in_words
from hague.text_files import text_of


@click.command("explain")
@click.argument("report", metavar="REPORT")
@click.argument("number", type=int, metavar="N")
@click.option("--date", "day", metavar="DAY", help="The report's date (YYYY-MM-DD) where the text has none.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(report: str, number: int, day: str | None, as_json: bool) -> None:
    """Explain the N-th claim of REPORT, as `hague read` numbers them: what its words were taken to say, which row of
    the table took it, which entries and articles decided, and the verdict."""
    found = explain(text_of(report), number, date=day_of(day, "--date"), record=load())
    if as_json:
        print_json(found)
    else:
        _print(found)


def _print(found: Explanation) -> None:
    heading(f"1 The words (claim {found.number} of {found.of})")
    click.echo(wrapped(found.sentence, "  "))
    click.echo(wrapped(f"Claim: {found.claim.text}", "    ", "  "))
    click.echo(wrapped(f"In whose words: {found.speaker or 'the writer’s own'}", "    ", "  "))

    heading("2 What they say")
    understood = found.understood
    if understood is None:
        click.echo("  The clause was read alone, as no headline and no dateline.")
    else:
        click.echo(wrapped(f"{understood.predicate}, from “{understood.cue}”", "    ", "  "))
        if understood.learned is not None:
            told = (
                "No row of the lexicon has these words; the network that reads clauses takes them so, with probability"
            )
            click.echo(wrapped(f"{told} {understood.learned:.2f}.", "      ", "    "))
        for part in understood.parts:
            meant = f" = {part.meant}" if part.meant else ""
            click.echo(wrapped(f"{part.role}: “{part.text}”{meant}", "      ", "    "))
        for time in understood.times:
            click.echo(wrapped(f"time: {time}", "      ", "    "))
        marks = [understood.tense, "negated" if understood.negated else "affirmed"]
        marks += [f"hedged ({understood.hedge.replace(':', ': ')})"] if understood.hedge else ["not hedged"]
        marks += ["conditional"] if understood.conditional else []
        marks += ["asked"] if understood.question else []
        click.echo(wrapped(", ".join(marks), "      ", "    "))

    heading("3 Who decides it")
    decided = found.decided
    if decided is not None:
        click.echo(wrapped(f"{decided.about}: {decided.decider}", "    ", "  "))
        if decided.asks:
            click.echo(wrapped(decided.asks, "    "))
        if decided.every_argument:
            click.echo(wrapped("A decisive verdict needs every argument to have been looked at.", "    "))

    heading("4 What decides it")
    as_of = f"what could be known on {in_words(found.judged_as_of)}" if found.judged_as_of else "everything on record"
    click.echo(wrapped(f"Judged by {as_of}.", "    ", "  "))
    for entry in found.entries:
        click.echo(wrapped(f"{entry.name} [{entry.id}]", "    ", "  "))
        for fact in entry.facts:
            faint(fact, "    ")
    for article in found.claim.articles:
        click.echo(wrapped(f"article {article.removeprefix('article:')} of the Rome Statute", "    ", "  "))
    if not found.entries and not found.claim.articles:
        click.echo("  Nothing on record and no article.")

    heading("5 The verdict")
    print_claim(found.claim, found.number)
