"""Mutation testing of the rules: each rule is spoilt in every small way, and something must notice.

    python tests/law/mutants.py [--every N]

A mutant swaps "all" and "any", drops a "not", moves a day of the law by one, lets "before" mean "until", or settles an
open question. It is killed if a case of ``jurisdiction.yaml`` or of the shared scenarios, or a property on some cell,
comes out otherwise. Prints those that survive, and the score. What survives is either a gap in the tests or a change
that makes no difference to any answer (a part that another part implies).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from hague import law
from hague.law import case, properties
from hague.law.jurisdiction import ROOTS
from hague.law.tree import All, AnyOf, Compare, Every, Leaf, Node, Not, Open, Rule, Some, rules
from hague.record import Record, load

HERE = Path(__file__).resolve()
SHARED = HERE.parents[3] / "shared" / "scenarios" / "law.jsonl"
Mutant = tuple[str, Callable[[], Any]]


def mutants() -> Iterator[tuple[str, Rule, Node]]:
    """``(what was done, the rule, its spoilt body)``."""
    for rule in rules(*ROOTS):
        for what, body in _spoilt(rule.body):
            yield f"{rule.id} ({rule.article}): {what}", rule, body


def _spoilt(node: Node) -> Iterator[tuple[str, Node]]:
    if isinstance(node, Rule):
        return
    if isinstance(node, Leaf):
        yield from _spoilt_leaf(node)
        return
    if isinstance(node, All):
        yield f"any of {len(node.parts)} instead of all", AnyOf(*node.parts)
    if isinstance(node, AnyOf):
        yield f"all of {len(node.parts)} instead of any", All(*node.parts)
    if isinstance(node, Not):
        yield "a dropped “not”", node.parts[0]
    if isinstance(node, Some):
        yield f"every {node.slot} instead of some", Every(node.slot, node.parts[0])
    if isinstance(node, Every):
        yield f"some {node.slot} instead of every", Some(node.slot, node.parts[0])
    for i, part in enumerate(node.parts):
        if len(node.parts) > 1 and isinstance(node, All | AnyOf):
            yield f"part {i + 1} left out", type(node)(*node.parts[:i], *node.parts[i + 1 :])
        for what, inner in _spoilt(part):
            parts = (*node.parts[:i], inner, *node.parts[i + 1 :])
            spoilt = type(node)(node.slot, *parts) if isinstance(node, Some | Every) else type(node)(*parts)  # type: ignore[call-arg,arg-type]
            yield what, spoilt


def _spoilt_leaf(leaf: Leaf) -> Iterator[tuple[str, Node]]:
    if isinstance(leaf, Open):
        yield f"“{leaf.question}” settled in favour", AnyOf(leaf, Not(leaf), Compare("case.as_of", "<=", date.max))
        yield f"“{leaf.question}” settled against", Compare("case.as_of", "<", 1)
    if isinstance(leaf, Compare) and leaf.op != "=":
        other = "<" if leaf.op == "<=" else "<="
        yield f"{leaf.left} {other} {leaf.right}", Compare(leaf.left, other, leaf.right)  # type: ignore[arg-type]
        if leaf.constant is not None:
            for step in (-1, 1):
                yield f"{leaf.key}, moved by {step}", Compare(leaf.left, leaf.op, leaf.constant + step)


@contextmanager
def spoilt(rule: Rule, body: Node) -> Iterator[None]:
    """The law with one rule spoilt."""
    whole, parts, slots = rule.body, rule.parts, rule.slots
    rule.body, rule.parts, rule.slots = body, (body,), slots | body.slots
    case._PLANS.clear()
    try:
        yield
    finally:
        rule.body, rule.parts, rule.slots = whole, parts, slots
        case._PLANS.clear()


class Suite:
    """The cases and properties that must notice."""

    def __init__(self, record: Record) -> None:
        self.record = record
        table = yaml.safe_load(HERE.with_name("jurisdiction.yaml").read_text(encoding="utf-8"))
        self.cases = [(c["facts"], date.fromisoformat(c["as_of"])) for c in table]
        if SHARED.is_file():
            found = [json.loads(line) for line in SHARED.read_text(encoding="utf-8").splitlines()]
            shared = [c for c in found if c["kind"] == "jurisdiction"]
            self.cases += [(c["facts"], date.fromisoformat(c["as_of"])) for c in shared]
        self.expected = [self._answer(i) for i in range(len(self.cases))]

    def _answer(self, i: int) -> Any:
        facts, as_of = self.cases[i]
        f = law.assess(facts, as_of, record=self.record)
        return f.jurisdiction, f.grounds, f.bars, f.turns_on, f.covered_from, f.covered_to

    def notices(self) -> bool:
        """Whether a case or a property comes out otherwise."""
        try:
            if any(self._answer(i) != expected for i, expected in enumerate(self.expected)):
                return True
            days = [date(2003, 6, 15), date(2025, 6, 1)]
            return any(not c.holds for c in properties.verify(self.record, days))
        except Exception:  # a law that breaks down is noticed too
            return True


def score(every: int = 1) -> tuple[int, list[str]]:
    """How many mutants were tried, and which survived."""
    suite = Suite(load())
    tried, survivors = 0, []
    for number, (what, rule, body) in enumerate(mutants()):
        if number % every:
            continue
        tried += 1
        with spoilt(rule, body):
            if not suite.notices():
                survivors.append(what)
    return tried, survivors


def main() -> None:
    parser = argparse.ArgumentParser(description="Mutation testing of the rules of jurisdiction.")
    parser.add_argument("--every", type=int, default=1, help="try every N-th mutant only")
    tried, survivors = score(parser.parse_args().every)
    for what in survivors:
        print(f"survived: {what}")
    killed = tried - len(survivors)
    print(f"{killed} of {tried} mutants killed ({killed / tried:.1%})")


if __name__ == "__main__":
    main()
