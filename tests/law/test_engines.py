"""One definition, three uses: the case path, the grid of arrays and SQL give the same answer on rows with gaps.

The same on a million rows: ``python tests/law/equality.py``.
"""

from __future__ import annotations

import random

import numpy as np
import pytest

from hague.law import cells, rows, sql
from hague.law.case import Case
from hague.law.cells import Cells
from hague.law.jurisdiction import JURISDICTION, ROOTS
from hague.law.tree import Leaf, rules, walk
from hague.record import Record

from . import equality

SIZE = 20_000


@pytest.fixture(scope="module")
def sample(record: Record) -> equality.Sample:
    return equality.Sample(record, SIZE)


@pytest.fixture(scope="module")
def grid(sample: equality.Sample) -> equality.Answers:
    return equality.on_grid(sample)


def test_the_sample_has_all_three_answers(grid: equality.Answers) -> None:
    assert set(np.unique(grid["answer_0"])) == {-1, 0, 1}


def test_the_case_path_agrees_with_the_grid(sample: equality.Sample, grid: equality.Answers) -> None:
    assert equality.same(equality.by_case(sample, np.arange(SIZE)), grid) == SIZE * len(equality.RULES)


def test_duckdb_agrees_with_the_grid(sample: equality.Sample, grid: equality.Answers) -> None:
    pytest.importorskip("duckdb")
    assert equality.same(equality.on_duckdb(sample), grid) == SIZE * len(equality.RULES)


@pytest.mark.debian
@pytest.mark.skipif(not equality.SPARK, reason="PySpark or Java is not installed (Debian: default-jre-headless)")
@pytest.mark.filterwarnings("ignore")
def test_spark_agrees_with_the_grid(sample: equality.Sample, grid: equality.Answers) -> None:
    assert equality.same(equality.on_spark(sample), grid) == SIZE * len(equality.RULES)


def test_a_difference_is_found(grid: equality.Answers) -> None:
    other = {name: values.copy() for name, values in grid.items()}
    other["answer_3"][SIZE // 2] += 1
    with pytest.raises(AssertionError, match=str(SIZE // 2)):
        equality.same(grid, other)


def test_an_expression_agrees_with_the_layered_query(sample: equality.Sample, grid: equality.Answers) -> None:
    duckdb = pytest.importorskip("duckdb")
    connection = duckdb.connect()
    connection.register("conduct", rows.table(sample.columns(), sample.words))
    text = sql.expression(JURISDICTION, places=2, nationalities=2)
    found = connection.sql(f"SELECT CAST({text} AS TINYINT) AS v FROM conduct").fetchnumpy()["v"]
    assert np.array_equal(np.asarray(found), grid["answer_0"])


def test_the_columns_are_those_that_the_rules_read(sample: equality.Sample) -> None:
    wanted = sql.columns([JURISDICTION], places=2, nationalities=2)
    assert set(wanted) <= set(sample.columns())


def test_cells_agree_with_the_case_path(record: Record) -> None:
    block = Cells(record, equality.AS_OF)
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
