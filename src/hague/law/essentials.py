"""The reasons that decide, and no others: what a reader wants to see of an opinion first.

Where everything must hold and does, each part counts; where something fails, only what fails. Where one of several
suffices, those that hold count, and if a bare fact is among them nothing else does; where none holds, each does.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from hague.law.case import Case, Reason
from hague.law.tree import All, AnyOf, Every, Node, Not, Rule, Some
from hague.law.truth import YES


def essential(case: Case, rule: Rule) -> Reason:
    """The opinion of ``case`` on ``rule`` with only the reasons that decide, each told once."""
    return _told(case, rule, set())


def _told(case: Case, rule: Rule, before: set[tuple[str, str]]) -> Reason:
    whole = case.reason(rule)
    below: list[Reason] = []
    for inner in _deciding(case, rule.body):
        reason = case.reason(inner)
        key = (reason.rule, reason.finding)
        if key not in before:
            before.add(key)
            below.append(_told(case, inner, before))
    return replace(whole, reasons=tuple(below))


def _deciding(case: Case, node: Node) -> Iterator[Rule]:
    """The rules below a node on which its value rests. Yields while the case stands at the row it speaks of."""
    if isinstance(node, Rule):
        yield node
    elif isinstance(node, Not):
        yield from _deciding(case, node.parts[0])
    elif isinstance(node, All | AnyOf):
        value = case.decide(node)
        parts = [p for p in node.parts if case.decide(p) == value]
        if isinstance(node, AnyOf) and value == YES and any(_bare(p) for p in parts):
            return
        if isinstance(node, All) and value != YES and any(_bare(p) for p in parts):
            return
        for part in parts:
            yield from _deciding(case, part)
    elif isinstance(node, Some | Every):
        value = case.decide(node)
        rows = case.places if node.slot == "place" else case.nationalities
        outer = getattr(case, node.slot)
        for row in rows:
            setattr(case, node.slot, row)
            if case.decide(node.parts[0]) == value:
                yield from _deciding(case, node.parts[0])
        setattr(case, node.slot, outer)


def _bare(node: Node) -> bool:
    """Whether a node is a fact, or facts joined, with no rule below it."""
    return not isinstance(node, Rule) and all(_bare(p) for p in node.parts)
