"""``hague check``: one sentence against the record and the law."""

from __future__ import annotations

import click

from hague import verbs
from hague.cli.output import print_json
from hague.cli.read import print_claim


@click.command("check")
@click.argument("sentence")
@click.option("--as-of", metavar="DAY", help="The day to judge by (YYYY-MM-DD); else the record's last review.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list of claims.")
def command(sentence: str, as_of: str | None, as_json: bool) -> None:
    """Check SENTENCE: each checkable assertion in it is borne out, contradicted, unsettled, or not checkable."""
    claims = verbs.check(sentence, as_of=as_of)
    if as_json:
        print_json(claims)
    elif not claims:
        click.echo("No checkable claim about the Court was found in this sentence.")
    else:
        for i, claim in enumerate(claims, 1):
            print_claim(claim, i)
