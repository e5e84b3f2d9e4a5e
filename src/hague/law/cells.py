"""Every combination of facts that can occur, decided at once.

The law over a finite record is a finite function. A place on a day matters only through the comparisons that the rules
make of it, and so falls into one of some dozens of classes; so does a nationality on a day, and so do all other facts.
``Cells`` holds the classes of one day of asking and one amendment (or none), each class with an example, and decides
every combination: the axes are (other facts, place and day, nationality and day). A combination here has one place and
one nationality; cases with several are joined from these (``Some`` and ``Every`` are greatest and least).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import product
from typing import Any, NamedTuple

import numpy as np

from hague.law.case import Case
from hague.law.consent import Row, nationality_row, place_row, supposed_row, unknown_row
from hague.law.crimes import listing
from hague.law.grid import Joins, Truths
from hague.law.jurisdiction import ROOTS
from hague.law.territory import ALWAYS, NEVER, Territory, gazetteer
from hague.law.tree import Leaf, Node, Rule, Slot, fold, walk
from hague.law.truth import NO, UNKNOWN, YES
from hague.record import Record

_STATUTE = date(2002, 7, 1).toordinal()
_ACTIVATION = date(2018, 7, 17).toordinal()
ERAS = (date(1994, 4, 7).toordinal(), _STATUTE, _ACTIVATION)
"""The first day of each stretch of time that the rules themselves tell apart."""
LEAVES: dict[str, Leaf] = {n.key: n for root in ROOTS for n in walk(root) if isinstance(n, Leaf)}
_SMALL = ("SD-DN", "SD-KH", "FRO", "TKL", "GIB", "PS-GZA", "XKX", "GE-SK", "UA-43")
"""Places smaller than a State, one of each kind that the rules can tell from its State."""


class Class(NamedTuple):
    """A class of facts: what the rules make of them, and an example."""

    example: str
    truths: tuple[int, ...]
    state: str


def _axis(leaf: Leaf) -> str:
    """Which axis a leaf varies along: ``other``, ``place``, ``nationality`` or ``both``."""
    scopes = {f.partition(".")[0] for f in leaf.reads}
    if {"place", "nationality"} <= scopes:
        return "both"
    if "nationality" in scopes:
        return "nationality"
    return "place" if "place" in scopes or "case.day" in leaf.reads else "other"


AXES: dict[str, list[Leaf]] = {}
for _leaf in LEAVES.values():
    AXES.setdefault(_axis(_leaf), []).append(_leaf)


def places(record: Record) -> list[Territory]:
    """Every State, and the smaller places that the rules tell apart, ships included."""
    known = gazetteer(record)
    codes = [*(s.iso3 for s in record.states.values()), *_SMALL, "vessel:COM", "vessel:unknown"]
    found = (known.find(c) for c in dict.fromkeys(codes))
    return [p for p in found if p is not None]


class Cells(Joins):
    """All combinations as of a day, for charges that rest on ``amendment`` (or on none)."""

    def __init__(self, record: Record, as_of: date, amendment: str | None = None) -> None:
        self.record, self.as_of, self.amendment = record, as_of, amendment
        self.places = list(self._place_classes())
        self.nationalities = list(self._nationality_classes())
        self.others: list[Class] = []
        self.other_facts: dict[tuple[tuple[str, Any], ...], int] = {}
        """Every combination of the other facts -> its class, so that cells can be compared fact by fact."""
        numbers: dict[tuple[int, ...], int] = {}
        for facts, one in _others(record, as_of, amendment):
            number = numbers.setdefault(one.truths, len(numbers))
            if number == len(self.others):
                self.others.append(one)
            self.other_facts[tuple(sorted(facts.items()))] = number
        self._memo: dict[str, Truths] = {}

    @property
    def shape(self) -> tuple[int, int, int]:
        return len(self.others), len(self.places), len(self.nationalities)

    def example(self, cell: Iterable[int]) -> str:
        """The facts of one cell, in words."""
        i, j, k = cell
        return f"{self.others[i].example}; {self.places[j].example}; {self.nationalities[k].example}"

    def decide(self, node: Node) -> Truths:
        """The truth of a rule in every cell, along as many axes as it varies on."""
        return fold(node, self)

    def full(self, node: Node) -> Truths:
        """The same along all axes."""
        return np.broadcast_to(self.decide(node), self.shape)

    # -- the algebra ------------------------------------------------------------------------------------

    none = None

    def leaf(self, leaf: Leaf, /) -> Truths:
        found = self._tables.get(leaf.key)
        return np.zeros((1, 1, 1), np.int8) if found is None else found

    def over(self, slot: Slot, body: Node, /) -> list[Truths]:
        return [fold(body, self)]

    def rule(self, rule: Rule, /) -> Truths:
        found = self._memo.get(rule.id)
        if found is None:
            found = self._memo[rule.id] = fold(rule.body, self)
        return found

    # -- classes ----------------------------------------------------------------------------------------

    def class_number(self, slot: str, row: Row, day: int) -> int:
        """Which class of places (or nationalities) a row belongs to on a day."""
        one = self._class(slot, row, day, self._name(slot, row))
        return self._numbers[slot][one.truths, one.state]

    def other_number(self, facts: Row) -> int:
        """Which class all other facts belong to; what is not told is as in a charge of nobody in particular."""
        case = Case({"case.as_of": self.as_of.toordinal(), **_DEFAULTS, **facts})
        return self._numbers["other"][tuple(case.leaf(leaf) for leaf in AXES["other"]), ""]

    @cached_property
    def _numbers(self) -> dict[str, dict[tuple[tuple[int, ...], str], int]]:
        axes = {"place": self.places, "nationality": self.nationalities, "other": self.others}
        return {axis: {(c.truths, c.state): i for i, c in enumerate(found)} for axis, found in axes.items()}

    @cached_property
    def _tables(self) -> dict[str, Truths]:
        """Leaf -> its truth along the axis on which it varies."""
        found = {}
        for axis, classes, shape in (
            ("other", self.others, (-1, 1, 1)),
            ("place", self.places, (1, -1, 1)),
            ("nationality", self.nationalities, (1, 1, -1)),
        ):
            table = np.array([c.truths for c in classes], np.int8)
            for column, leaf in enumerate(AXES[axis]):
                found[leaf.key] = np.ascontiguousarray(table[:, column]).reshape(shape)
        states = np.array([p.state for p in self.places])[:, None]
        held = np.array([n.state for n in self.nationalities])[None, :]
        same = np.where((states == "") | (held == ""), UNKNOWN, np.where(states == held, YES, NO)).astype(np.int8)
        for leaf in AXES["both"]:
            found[leaf.key] = same[None]
        return found

    def _place_classes(self) -> Iterator[Class]:
        return _distinct(self._place_rows())

    def _place_rows(self) -> Iterator[Class]:
        rows = [place_row(self.record, p, self.as_of, self.amendment) for p in places(self.record)]
        rows += [unknown_row("place"), *(supposed_row("place", s) for s in ("party", "party-unamended", "outside"))]
        return self._on_days("place", rows)

    def _nationality_classes(self) -> Iterator[Class]:
        rows = [nationality_row(self.record, s.iso3, self.as_of, self.amendment) for s in self.record.states.values()]
        supposed = (supposed_row("nationality", s) for s in ("party", "party-unamended", "outside"))
        rows += [unknown_row("nationality"), *supposed]
        return _distinct(self._on_days("nationality", rows))

    def _on_days(self, slot: str, rows: Iterable[Row]) -> Iterator[Class]:
        for row in rows:
            name = self._name(slot, row)
            for variant in _considered(slot, row, self.as_of):
                for day in self.days(variant, self.as_of):
                    yield self._class(slot, variant, day, name)

    def _name(self, slot: str, row: Row) -> str:
        """The State where a rule compares those of place and nationality; empty if unknown."""
        state: str | None = row[f"{slot}.state"]
        if state is None:
            return ""
        if slot == "place":
            return state if row["place.shields"] == YES or row["place.refuses_from"] != NEVER else "elsewhere"
        return state if state in self._told_apart else "another"

    @cached_property
    def _told_apart(self) -> frozenset[str]:
        return frozenset(p.state for p in self.places)

    @staticmethod
    def days(row: Row, as_of: date) -> list[int]:
        """A day from each stretch of time in which no comparison with a day of the row changes."""
        cuts = set(ERAS)
        for fact, value in row.items():
            if isinstance(value, int) and value not in (NEVER, ALWAYS) and value > 1000:
                cuts |= {value, value + 1} if fact.endswith("_to") else {value}
        return sorted(c for c in cuts if c <= as_of.toordinal())

    def _class(self, slot: str, row: Row, day: int, state: str) -> Class:
        facts = {"case.day": day, "case.as_of": self.as_of.toordinal()}
        case = Case(facts, [row], [row])
        case.place = case.nationality = row
        truths = tuple(case.leaf(leaf) for leaf in AXES[slot])
        return Class(f"{row[f'{slot}.name']} on {date.fromordinal(day).isoformat()}", truths, state)


def _considered(slot: str, row: Row, as_of: date) -> Iterator[Row]:
    yield row
    left = row[f"{slot}.left"]
    if left is not None and left <= as_of.toordinal():
        yield row | {f"{slot}.considered": YES}


def _distinct(found: Iterable[Class]) -> Iterator[Class]:
    seen = set()
    for one in found:
        key = (one.truths, one.state)
        if key not in seen:
            seen.add(key)
            yield one


def _others(record: Record, as_of: date, amendment: str | None) -> Iterator[tuple[Row, Class]]:
    """The facts that are neither place nor nationality nor day."""
    for facts in other_facts(record, amendment):
        row = {"case.as_of": as_of.toordinal(), **_DEFAULTS, **facts}
        case = Case(row)
        truths = tuple(case.leaf(leaf) for leaf in AXES["other"])
        words = ", ".join(f"{k.removeprefix('case.')} {v}" for k, v in facts.items())
        yield facts, Class(words, truths, "")


_DEFAULTS: Mapping[str, Any] = {
    "case.crime": None,
    "case.conflict": None,
    "case.no_conflict": NO,
    "case.listed_international": YES,
    "case.listed_internal": YES,
    "case.amended_international": NO,
    "case.amended_internal": NO,
    "case.age": 18,
    "case.legal_person": NO,
    "case.office": NO,
    "case.authorised_operation": NO,
    "case.leader": UNKNOWN,
    "case.council_trigger": NO,
    "case.disappearance": NO,
    "case.attack_to": None,
    "case.attack_over": NO,
    "case.deferral_running": NO,
    "case.lapsed_from": NEVER,
    "case.prior_investigation": UNKNOWN,
}


def others_left_out() -> Row:
    """The other facts as they stand where nothing is told of them."""
    return dict(_DEFAULTS)


def other_facts(record: Record, amendment: str | None) -> Iterator[Row]:
    persons = list(
        _combined(
            {
                "case.age": (17, 18),
                "case.legal_person": (YES, NO),
                "case.office": (YES, NO),
                "case.authorised_operation": (YES, NO),
                "case.council_trigger": (YES, NO),
                "case.deferral_running": (YES, NO),
            }
        )
    )
    for charge, person in product(_charges(record, amendment), persons):
        yield charge | person


def _charges(record: Record, amendment: str | None) -> Iterator[Row]:
    for listed in _war_crimes(record, amendment):
        for conflict in ("international", "non-international", "none", None):
            kind = {"case.conflict": conflict, "case.no_conflict": YES if conflict == "none" else NO}
            yield {"case.crime": "war-crime", **listed, **kind}
    if amendment is not None:
        return
    yield {"case.crime": "genocide"}
    yield {"case.crime": "crime-against-humanity"}
    for attack in (_STATUTE - 1, _STATUTE, None):
        over = YES if attack is not None and attack < _STATUTE else NO
        told = {"case.attack_to": attack, "case.attack_over": over}
        yield {"case.crime": "crime-against-humanity", "case.disappearance": YES, **told}
    for leader in (YES, NO, UNKNOWN):
        yield {"case.crime": "aggression", "case.leader": leader}
    for lapsed, prior in product((ALWAYS, NEVER), (YES, NO, UNKNOWN)):
        yield {
            "case.crime": "offence-against-administration-of-justice",
            "case.lapsed_from": lapsed,
            "case.prior_investigation": prior,
        }


def _war_crimes(record: Record, amendment: str | None) -> Iterator[Row]:
    """In which lists of article 8 the acts of the record stand: with the amendment, or (``None``) with none."""
    seen = set()
    for heading in record.crimes.values():
        if heading.crime != "war-crime":
            continue
        found = listing(heading)
        if (found.amended_international or found.amended_internal) != amendment:
            continue
        row = {
            "case.listed_international": YES if found.international else NO,
            "case.listed_internal": YES if found.internal else NO,
            "case.amended_international": YES if found.amended_international else NO,
            "case.amended_internal": YES if found.amended_internal else NO,
        }
        if tuple(row.values()) not in seen:
            seen.add(tuple(row.values()))
            yield row
    if amendment is None:
        yield dict.fromkeys(_LISTED, NO)


_LISTED = (
    "case.listed_international",
    "case.listed_internal",
    "case.amended_international",
    "case.amended_internal",
)


def _combined(values: Mapping[str, Iterable[Any]]) -> Iterator[Row]:
    for chosen in product(*values.values()):
        yield dict(zip(values, chosen, strict=True))


def amendments(record: Record) -> list[str | None]:
    """The amendments on which a war crime can rest, and ``None``."""
    found = {
        a
        for h in record.crimes.values()
        if h.crime == "war-crime"
        for a in (listing(h).amended_international, listing(h).amended_internal)
        if a is not None
    }
    return [None, *sorted(found)]
