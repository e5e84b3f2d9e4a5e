"""One definition, three uses: the case path, the grid of arrays and SQL give the same answer on rows with gaps."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import numpy as np
import pytest

from hague.law import cells, consent, rows, sql
from hague.law.case import Case
from hague.law.cells import Cells
from hague.law.grid import Rows
from hague.law.jurisdiction import BARS, GROUNDS, JURISDICTION, ROOTS
from hague.law.tree import Leaf, Rule, rules, walk
from hague.law.truth import UNKNOWN
from hague.record import Record

AS_OF = date(2025, 6, 1)
RULES: dict[str, Rule] = {"jurisdiction": JURISDICTION, **GROUNDS, **{f"bar {k}": v for k, v in BARS.items()}}


class Sample:
    """Random cases with two places and two nationalities each, some facts missing."""

    def __init__(self, record: Record, size: int, seed: int = 7) -> None:
        chance = random.Random(seed)
        amendment = "amendment:art8-2010-weapons"
        self.places = [consent.place_row(record, p, AS_OF, amendment) for p in cells.places(record)]
        self.nationalities = [consent.nationality_row(record, s.iso3, AS_OF, amendment) for s in record.states.values()]
        self.places += [consent.unknown_row("place")] * 9
        self.nationalities += [consent.unknown_row("nationality")] * 9
        self.places += [_with_gaps(chance, r) for r in self.places]
        self.nationalities += [_with_gaps(chance, r) for r in self.nationalities]
        self.others = list(self._others(record, chance))
        pick = np.random.default_rng(seed)
        self.other = pick.integers(0, len(self.others), size)
        self.place = [pick.integers(0, len(self.places), size) for _ in range(2)]
        self.nationality = [pick.integers(0, len(self.nationalities), size) for _ in range(2)]
        self.words = rows.Words()
        kinds = rows.kinds(*ROOTS)
        self.columns = rows.gather(rows.encode(self.others, "case", kinds, self.words), self.other)
        for slot, table, chosen in (
            ("place", self.places, self.place),
            ("nationality", self.nationalities, self.nationality),
        ):
            encoded = rows.encode(table, slot, kinds, self.words)
            for number, picked in enumerate(chosen, 1):
                self.columns |= rows.gather(encoded, picked, number)

    def _others(self, record: Record, chance: random.Random) -> Any:
        facts = [
            {**cells.others_left_out(), **f, "case.as_of": AS_OF.toordinal()}
            for a in cells.amendments(record)[:2]
            for f in cells.other_facts(record, a)
        ]
        first, last = date(1999, 1, 1).toordinal(), AS_OF.toordinal()
        for row in chance.sample(facts, 800):
            day = None if chance.random() < 0.05 else chance.randint(first, last)
            yield _with_gaps(chance, {**row, "case.day": day}, keep={"case.day", "case.as_of"})

    def case(self, i: int) -> Case:
        places = [self.places[chosen[i]] for chosen in self.place]
        nationalities = [self.nationalities[chosen[i]] for chosen in self.nationality]
        return Case(self.others[self.other[i]], places, nationalities)


def _with_gaps(chance: random.Random, row: consent.Row, keep: set[str] = frozenset()) -> consent.Row:  # type: ignore[assignment]
    kinds = rows.kinds(*ROOTS)
    gone = {k for k in row if k in kinds and k not in keep and chance.random() < 0.08}
    return {k: (UNKNOWN if kinds[k] == "flag" else None) if k in gone else v for k, v in row.items()}


@pytest.fixture(scope="module")
def sample(record: Record) -> Sample:
    return Sample(record, 20_000)


@pytest.fixture(scope="module")
def grid(sample: Sample) -> Rows:
    return Rows(sample.columns, sample.words, places=2, nationalities=2)


def test_the_sample_has_all_three_answers(grid: Rows) -> None:
    assert set(np.unique(grid.decide(JURISDICTION))) == {-1, 0, 1}


def test_the_case_path_agrees_with_the_grid(sample: Sample, grid: Rows) -> None:
    whole = {name: np.broadcast_to(grid.decide(rule), 20_000) for name, rule in RULES.items()}
    for i in range(1_500):
        case = sample.case(i)
        assert {n: case.decide(r) for n, r in RULES.items()} == {n: int(v[i]) for n, v in whole.items()}


def test_duckdb_agrees_with_the_grid(sample: Sample, grid: Rows) -> None:
    duckdb = pytest.importorskip("duckdb")
    arrow = rows.table(sample.columns, sample.words)
    connection = duckdb.connect()
    connection.register("conduct", arrow)
    for name, rule in RULES.items():
        text = sql.expression(rule, places=2, nationalities=2)
        found = connection.sql(f"SELECT CAST({text} AS TINYINT) AS v FROM conduct").fetchnumpy()["v"]
        assert np.array_equal(np.asarray(found), np.broadcast_to(grid.decide(rule), len(found))), name


def test_a_layered_query_agrees_with_the_grid(sample: Sample, grid: Rows) -> None:
    duckdb = pytest.importorskip("duckdb")
    connection = duckdb.connect()
    connection.register("conduct", rows.table(sample.columns, sample.words))
    named = {f"v{i}": rule for i, rule in enumerate(RULES.values())}
    found = connection.sql(sql.query(named, "conduct", places=2, nationalities=2)).fetchnumpy()
    for name, rule in named.items():
        assert np.array_equal(np.asarray(found[name]), np.broadcast_to(grid.decide(rule), 20_000)), rule.id


def test_the_columns_are_those_that_the_rules_read(sample: Sample) -> None:
    wanted = sql.columns([JURISDICTION], places=2, nationalities=2)
    assert set(wanted) <= set(sample.columns)


def test_cells_agree_with_the_case_path(record: Record) -> None:
    block = Cells(record, AS_OF)
    verdict = block.full(JURISDICTION)
    place_leaves, held_leaves, other_leaves = (cells.AXES[a] for a in ("place", "nationality", "other"))
    chance = random.Random(3)
    for _ in range(2_000):
        i, j, k = (chance.randrange(n) for n in block.shape)
        truths = dict(zip([x.key for x in other_leaves], block.others[i].truths, strict=True))
        truths |= dict(zip([x.key for x in place_leaves], block.places[j].truths, strict=True))
        truths |= dict(zip([x.key for x in held_leaves], block.nationalities[k].truths, strict=True))
        here, held = block.places[j].state, block.nationalities[k].state
        same = 0 if "" in (here, held) else 1 if here == held else -1
        truths |= {leaf.key: same for leaf in cells.AXES["both"]}
        assert _Looked(truths).decide(JURISDICTION) == verdict[i, j, k]


class _Looked(Case):
    """A case whose leaves are looked up."""

    __slots__ = ("_truths",)

    def __init__(self, truths: dict[str, int]) -> None:
        super().__init__({}, [{}], [{}])
        self._truths = truths

    def leaf(self, leaf: Leaf, /) -> int:
        return self._truths[leaf.key]


def test_every_rule_has_an_id_of_its_own() -> None:
    ids = [r.id for r in rules(*ROOTS)]
    assert len(ids) == len(set(ids))


def test_equal_keys_mean_equal_leaves() -> None:
    leaves = [n for root in ROOTS for n in walk(root) if isinstance(n, Leaf)]
    by_key = {leaf.key: (type(leaf), leaf.reads) for leaf in leaves}
    assert all(by_key[leaf.key] == (type(leaf), leaf.reads) for leaf in leaves)
