"""One definition, three uses: the case path, the grid, DuckDB and Spark on the same rows, with gaps in their facts.

    python tests/law/equality.py [--rows 1000000] [--cases 100000]

Decides jurisdiction, every ground and every bar (``RULES``) for random rows of two places and two nationalities each,
a part of the facts missing. Grid, DuckDB and Spark decide every row, the case path ``--cases`` of them, evenly spread.
Prints how many answers were compared, and stops at the first that differs. Without PySpark or Java, Spark is named as
left out.
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from hague.law import cells, consent, rows, sql
from hague.law.case import Case
from hague.law.grid import MISSING, Rows, Truths
from hague.law.jurisdiction import BARS, GROUNDS, JURISDICTION, ROOTS
from hague.law.tree import Rule
from hague.law.truth import UNKNOWN
from hague.record import Record, load

AS_OF = date(2025, 6, 1)
FIRST = date(1999, 1, 1)
RULES: dict[str, Rule] = {"jurisdiction": JURISDICTION, **GROUNDS, **{f"bar {k}": v for k, v in BARS.items()}}
NAMED: dict[str, Rule] = {f"answer_{i}": rule for i, rule in enumerate(RULES.values())}
"""The rules under names that are columns of a query."""
CHUNK = 100_000
SPARK = shutil.which("java") is not None and find_spec("pyspark") is not None


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
        self.others = list(_others(record, chance))
        pick = np.random.default_rng(seed)
        self.size = size
        self.other = pick.integers(0, len(self.others), size)
        self.day = pick.integers(FIRST.toordinal(), AS_OF.toordinal() + 1, size).astype(np.int32)
        self.day[pick.random(size) < 0.05] = MISSING
        self.place = [pick.integers(0, len(self.places), size) for _ in range(2)]
        self.nationality = [pick.integers(0, len(self.nationalities), size) for _ in range(2)]
        self.words = rows.Words()
        kinds = rows.kinds(*ROOTS)
        self._encoded = [rows.encode(self.others, "case", kinds, self.words)]
        self._encoded.append(rows.encode(self.places, "place", kinds, self.words))
        self._encoded.append(rows.encode(self.nationalities, "nationality", kinds, self.words))

    def columns(self, part: slice = slice(None)) -> rows.Columns:
        """The facts of some rows, as ``hague.law.sql`` names them."""
        others, places, nationalities = self._encoded
        out = rows.gather(others, self.other[part]) | {"case_day": self.day[part]}
        for number in (1, 2):
            out |= rows.gather(places, self.place[number - 1][part], number)
            out |= rows.gather(nationalities, self.nationality[number - 1][part], number)
        return out

    def case(self, i: int) -> Case:
        day = int(self.day[i])
        facts = {**self.others[self.other[i]], "case.day": None if day == MISSING else day}
        places = [self.places[chosen[i]] for chosen in self.place]
        return Case(facts, places, [self.nationalities[chosen[i]] for chosen in self.nationality])


def _others(record: Record, chance: random.Random) -> Iterator[consent.Row]:
    facts = [
        {**cells.others_left_out(), **f, "case.as_of": AS_OF.toordinal(), "case.day": None}
        for a in cells.amendments(record)[:2]
        for f in cells.other_facts(record, a)
    ]
    for row in chance.sample(facts, 800):
        yield _with_gaps(chance, row, keep=frozenset({"case.day", "case.as_of"}))


def _with_gaps(chance: random.Random, row: consent.Row, keep: frozenset[str] = frozenset()) -> consent.Row:
    kinds = rows.kinds(*ROOTS)
    gone = {k for k in row if k in kinds and k not in keep and chance.random() < 0.08}
    return {k: (UNKNOWN if kinds[k] == "flag" else None) if k in gone else v for k, v in row.items()}


Answers = dict[str, Truths]
"""Name in ``NAMED`` -> the truth in every row."""


def parts(sample: Sample) -> list[slice]:
    return [slice(start, min(start + CHUNK, sample.size)) for start in range(0, sample.size, CHUNK)]


def on_grid(sample: Sample) -> Answers:
    found: dict[str, list[Truths]] = {name: [] for name in NAMED}
    for part in parts(sample):
        grid = Rows(sample.columns(part), sample.words, places=2, nationalities=2)
        for name, rule in NAMED.items():
            found[name].append(np.broadcast_to(grid.decide(rule), part.stop - part.start))
    return {name: np.concatenate(values) for name, values in found.items()}


def on_duckdb(sample: Sample) -> Answers:
    import duckdb

    found: dict[str, list[Truths]] = {name: [] for name in NAMED}
    text = sql.query(NAMED, "conduct", places=2, nationalities=2)
    with duckdb.connect() as connection:
        connection.execute("SET threads TO 1")
        for part in parts(sample):
            connection.register("conduct", rows.table(sample.columns(part), sample.words))
            given = connection.execute(text).fetchnumpy()
            for name in NAMED:
                found[name].append(np.asarray(given[name]))
    return {name: np.concatenate(values) for name, values in found.items()}


def on_spark(sample: Sample) -> Answers:
    """The same query, on Spark in local mode with one core."""
    import pyarrow.parquet as pq
    from pyspark.sql import SparkSession

    builder: Any = SparkSession.builder
    builder = builder.master("local[1]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.ui.showConsoleProgress", "false").config("spark.log.level", "ERROR")
    builder = builder.config("spark.driver.extraJavaOptions", "-XX:-DontCompileHugeMethods")
    session = builder.config("spark.sql.codegen.hugeMethodLimit", "65535").getOrCreate()
    try:
        with tempfile.TemporaryDirectory() as folder:
            wanted = [*sql.columns(NAMED.values(), places=2, nationalities=2), "case_row"]
            Path(folder, "conduct").mkdir()
            for number, part in enumerate(parts(sample)):
                columns = sample.columns(part) | {"case_row": np.arange(part.start, part.stop, dtype=np.int32)}
                pq.write_table(rows.table(columns, sample.words, wanted), f"{folder}/conduct/{number}.parquet")
            session.read.parquet(f"{folder}/conduct").createOrReplaceTempView("conduct")
            frame = session.sql(sql.query(NAMED, "conduct", keep=["case_row"], places=2, nationalities=2))
            frame.write.parquet(f"{folder}/answers")
            given = pq.read_table(f"{folder}/answers").to_pydict()
    finally:
        session.stop()
    order = np.argsort(np.array(given["case_row"]))
    return {name: np.array(given[name], np.int8)[order] for name in NAMED}


def by_case(sample: Sample, chosen: np.ndarray[Any, Any]) -> Answers:
    found = np.empty((len(NAMED), len(chosen)), np.int8)
    for at, i in enumerate(chosen):
        case = sample.case(int(i))
        for number, rule in enumerate(NAMED.values()):
            found[number, at] = case.decide(rule)
    return dict(zip(NAMED, found, strict=True))


def same(one: Answers, other: Answers) -> int:
    """How many answers were compared. Raises ``AssertionError`` with the rule and the first row that differ."""
    for name, values in one.items():
        wrong = np.flatnonzero(values != other[name])
        assert not len(wrong), f"{NAMED[name].id}: {len(wrong)} rows differ, the first {wrong[:1]}"
    return sum(len(v) for v in one.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--cases", type=int, default=100_000)
    given = parser.parse_args()
    sample = Sample(load(), given.rows)
    start = time.perf_counter()
    grid = on_grid(sample)
    shares = [f"{np.mean(grid['answer_0'] == v):.0%} {w}" for v, w in ((1, "yes"), (0, "unknown"), (-1, "no"))]
    took = time.perf_counter() - start
    print(f"grid: {given.rows:,} rows, {len(NAMED)} rules, {took:.0f} s; jurisdiction {', '.join(shares)}", flush=True)
    chosen = np.linspace(0, given.rows - 1, min(given.cases, given.rows)).astype(int)
    ways = [("DuckDB", on_duckdb), *([("Spark", on_spark)] if SPARK else [])]
    for name, run in ways:
        start = time.perf_counter()
        compared = same(grid, run(sample))
        print(
            f"{name} = grid: {given.rows:,} rows, {compared:,} answers, {time.perf_counter() - start:.0f} s", flush=True
        )
    if not SPARK:
        print("Spark: left out, as PySpark or Java is not installed")
    start = time.perf_counter()
    compared = same(by_case(sample, chosen), {name: values[chosen] for name, values in grid.items()})
    took = time.perf_counter() - start
    print(f"case path = grid: {len(chosen):,} rows, {compared:,} answers, {took:.0f} s", flush=True)


if __name__ == "__main__":
    main()
