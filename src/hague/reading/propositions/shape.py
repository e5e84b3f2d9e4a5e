"""The shape of a clause: its words, with names, days and numbers replaced by what they are.

    Armenia handed in its papers in November 2023.  ->  <state> handed in its papers in <time> .

Two clauses of one shape say the same of different States, persons and days; what a clause says is learned from shapes
(``sense``).
"""

from __future__ import annotations

from collections.abc import Iterable

from hague.reading.propositions.clause import Clause
from hague.reading.propositions.items import Item
from hague.reading.propositions.tokens import Word

NAMED = {
    "person": "<person>",
    "state": "<state>",
    "capital": "<capital>",
    "time": "<time>",
    "chamber": "<chamber>",
    "court": "<court>",
    "treaty": "<treaty>",
    "otp": "<prosecutor>",
    "asp": "<assembly>",
    "organ": "<organ>",
    "org": "<body>",
    "situation": "<place>",
    "place": "<place>",
    "act": "<crime>",
    "article": "<article>",
}
"""Kinds of argument whose words do not matter."""
LOW_RANKS = frozenset(("first", "second", "third"))
"""Ordinals that are words of their own."""


def shape(clause: Clause, tokens: list[Word], inside: Iterable[Item]) -> tuple[str, ...]:
    """The shape of ``clause`` with the arguments ``inside`` it: lower-case words and kinds in angle brackets."""
    kinds: dict[int, str] = {}
    until: dict[int, int] = {}
    for item in inside:
        if item.anaphoric or item.first in kinds:
            continue
        if item.kind == "number":
            kinds[item.first], until[item.first] = "<number>", item.first + 1
        elif item.kind == "ordinal" and tokens[item.first].low not in LOW_RANKS:
            kinds[item.first], until[item.first] = "<ordinal>", item.last
        elif item.kind in NAMED and not (item.kind == "person" and item.value == "unnamed"):
            kind = "<people>" if item.value == "demonym" else NAMED[item.kind]
            kinds[item.first], until[item.first] = kind, item.last
    out: list[str] = []
    i = clause.first
    while i < clause.last:
        if not clause.has(i):
            i += 1
            continue
        if i in kinds:
            out.append(kinds[i])
            i = max(until[i], i + 1)
            continue
        low = tokens[i].low
        if low[:1].isalnum() or low in (",", "'s", "n't", "?", ":"):
            out.append("<number>" if low[:1].isdigit() else low)
        i += 1
    return tuple(out)
