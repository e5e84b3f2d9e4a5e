"""Paragraph -> rule -> cases: which rule stands for which provision, and cells in which it applies, does not, and
cannot be told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import numpy as np
from msgspec import Struct

from hague.law import admissibility, arrest, jurisdiction
from hague.law.cells import Cells, amendments
from hague.law.grid import Truths
from hague.law.tree import Node, Rule, rules
from hague.law.truth import NO, UNKNOWN, YES
from hague.record import Record


class Entry(Struct, frozen=True, kw_only=True):
    """A rule under its provision. ``applies``, ``does_not`` and ``cannot_tell`` describe a cell each; ``None``: the
    rule is never so (a presumption, say, leaves nothing untold). Rules outside jurisdiction have no cells."""

    article: str
    rule: str
    sentence: str
    link: str
    since: date
    until: date | None
    authority: tuple[str, ...]
    applies: str | None = None
    does_not: str | None = None
    cannot_tell: str | None = None


def index(record: Record, as_of: date | None = None) -> list[Entry]:
    """Every rule, by article."""
    day = as_of or date.fromisoformat(record.reviewed)
    blocks = [Cells(record, day, a) for a in amendments(record)] + [Cells(record, date(2003, 6, 15))]
    found = [_entry(r, blocks) for r in rules(*jurisdiction.ROOTS)]
    found += [_entry(r, ()) for r in rules(*arrest.ROOTS, *admissibility.ROOTS)]
    return sorted(found, key=lambda e: _order(e.article))


def _order(article: str) -> tuple[bool, int, str]:
    digits = "".join(c for c in article.partition("(")[0] if c.isdigit())
    return (not article[:1].isdigit(), int(digits[:3] or 0), article)


def _entry(rule: Rule, blocks: Iterable[Cells]) -> Entry:
    seen: dict[int, str] = {}
    for cells in blocks:
        values = cells.decide(rule)
        for value in (YES, NO, UNKNOWN):
            if value not in seen and (where := _first(values, value)) is not None:
                seen[value] = cells.example(where)
    return Entry(
        article=rule.article,
        rule=rule.id,
        sentence=rule.sentence,
        link=rule.link,
        since=rule.since,
        until=rule.until,
        authority=rule.authority,
        applies=seen.get(YES),
        does_not=seen.get(NO),
        cannot_tell=seen.get(UNKNOWN),
    )


def _first(values: Truths, value: int) -> tuple[int, ...] | None:
    hits = values == value
    return tuple(int(i) for i in np.unravel_index(int(np.argmax(hits)), hits.shape)) if hits.any() else None


def under(article: str, as_of: date | None = None) -> list[Rule]:
    """The rules under an article (``12``, ``12(2)``, ``8bis``), as they stand on a day."""
    wanted = article.replace(" ", "")
    found = rules(*_ROOTS)
    return [r for r in found if _matches(r, wanted) and (as_of is None or _in_force(r, as_of))]


def _matches(rule: Rule, wanted: str) -> bool:
    for provision in rule.article.replace(" ", "").split(","):
        rest = provision.removeprefix(wanted)
        if provision == wanted or (provision.startswith(wanted) and rest[:1] == "("):
            return True
    return False


def _in_force(rule: Rule, day: date) -> bool:
    return rule.since <= day and (rule.until is None or day < rule.until)


_ROOTS: tuple[Node, ...] = (*jurisdiction.ROOTS, *arrest.ROOTS, *admissibility.ROOTS)
