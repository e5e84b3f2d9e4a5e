"""Screening beyond one machine: the law's SQL tree, on a Spark cluster.

Each worker holds the record and the outlines (some 50 MB) and places the rows of the partitions that it is given. The
classes that they fall into (place, stretches of days) are few; the SQL tree decides them on the cluster
(``hague.screening.decided``), sentence and situation stand in a small table, and both are joined to the rows. No row is
shuffled, so the order within a file is kept. The package must be installed on the workers. The result is a folder, as
Spark writes it, and appears only when it is complete; rows that cannot be read stand in a folder beside it.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from hague.errors import InputRefused, Problem
from hague.record import load
from hague.screening import Outcome, decided
from hague.screening.judged import CRIMES
from hague.screening.results import safe
from hague.screening.rows import Batch, opened
from hague.screening.run import checked
from hague.screening.screener import COLUMNS, PLACED, Screener
from hague.screening.shapes import Shape, from_toml

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

REASON = "hague_unreadable"


def screen_on_spark(
    events: Path,
    out: Path,
    *,
    mapping: Path | None = None,
    as_of: date | None = None,
    crimes: Sequence[str] | None = None,
    summary: Path | None = None,
    master: str | None = None,
) -> Outcome:
    """As ``hague.screening.screen``, on the cluster at ``master`` (``None``: all cores of this machine).

    ``out`` becomes a folder of Parquet or CSV files, by its suffix. Raises ``InputRefused`` for every problem of the
    file, without PySpark or Java, or for a ``summary``, which is made on one machine.
    """
    checked(events, out, tuple(crimes) if crimes else None)
    problems = []
    if find_spec("pyspark") is None:
        problems.append(Problem("--engine spark", None, "PySpark", "Run `pip install 'hague[spark]'`"))
    if shutil.which("java") is None:
        problems.append(Problem("--engine spark", None, "Java", "On Debian: `apt-get install default-jre-headless`"))
    if summary is not None:
        problems.append(Problem("--summary", str(summary), "the engine duckdb; Spark writes the result alone"))
    if out.exists():
        problems.append(Problem("--out", str(out), "a name that is not taken: Spark writes a folder there"))
    if problems:
        raise InputRefused("The events cannot be screened on Spark.", problems)
    with closing(opened(events, from_toml(mapping) if mapping else None, lambda _read, _total: None)) as source:
        shape = source.shape
    seen_from = as_of or date.fromisoformat(load().reviewed)
    session = _session(master)
    part, aside = out.with_name(f".{out.name}.part"), out.with_name(f"{out.stem}.unreadable")
    try:
        frame = placed_frame(_read(session, events, shape), shape, seen_from, escaped=out.suffix == ".csv")
        rows, unreadable = _write(
            session, frame, Screener(shape, load(), seen_from, tuple(crimes or CRIMES)), part, aside
        )
        part.replace(out)
    finally:
        session.stop()
        shutil.rmtree(part, ignore_errors=True)
    return Outcome(
        rows=rows,
        unreadable=unreadable,
        unreadable_file=str(aside) if unreadable else None,
        out=str(out),
        shape=shape.name,
    )


def _session(master: str | None) -> SparkSession:
    from pyspark.sql import SparkSession

    if master is None or master.startswith("local"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder: Any = SparkSession.builder
    # The tree becomes methods that are longer than Java compiles unless told to.
    huge = "-XX:-DontCompileHugeMethods"
    return (  # type: ignore[no-any-return]
        builder.master(master or "local[*]")
        .appName("hague screen")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "50000")
        .config("spark.driver.extraJavaOptions", huge)
        .config("spark.executor.extraJavaOptions", huge)
        .config("spark.sql.codegen.hugeMethodLimit", "65535")
        .config("spark.sql.shuffle.partitions", "8")
        .getOrCreate()
    )


def _write(session: SparkSession, frame: DataFrame, screener: Screener, part: Path, aside: Path) -> tuple[int, int]:
    """Writes the rows that were read into ``part`` and the others into ``aside``; how many each. Rows are placed once
    and kept on the workers' disks."""
    from pyspark import StorageLevel

    for left in (part, aside):
        shutil.rmtree(left, ignore_errors=True)
    kept = frame.persist(StorageLevel.DISK_ONLY)
    good, bad = kept.where(f"{REASON} is null").drop(REASON), kept.where(f"{REASON} is not null").drop(*PLACED)
    rows, unreadable = good.count(), bad.count()
    done = decided_frame(session, good, screener)
    if ".parquet" in part.suffixes:
        done.write.parquet(str(part))
    else:
        done.write.option("header", True).csv(str(part))
    if unreadable:
        bad.coalesce(1).write.option("header", True).csv(str(aside))
    return rows, unreadable


def _read(session: SparkSession, events: Path, shape: Shape) -> DataFrame:
    with events.open("rb") as start:
        if start.read(4) == b"PAR1":
            return session.read.parquet(str(events))
    reader = session.read.option("header", True).option("sep", shape.delimiter).option("multiLine", False)
    return reader.option("escape", '"').option("mode", "PERMISSIVE").csv(str(events))


def placed_frame(frame: DataFrame, shape: Shape, as_of: date, *, escaped: bool = False) -> DataFrame:
    """A frame of events with the columns of ``PLACED`` added, and ``hague_unreadable``, which says why for rows whose
    values make no sense (the other added columns are null there). ``escaped``: no cell may look like a formula."""
    from pyspark.sql.types import IntegerType, StringType, StructField, StructType

    kinds = (StringType(), *[IntegerType()] * 4, StringType(), StringType())
    added = [StructField(c, kind) for c, kind in zip((*PLACED, REASON), kinds, strict=True)]
    return frame.mapInArrow(_worker(shape, as_of, escaped), StructType([*frame.schema.fields, *added]))


def _worker(shape: Shape, as_of: date, escaped: bool) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    def place(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        screener = Screener(shape, load(), as_of)
        for table in batches:
            placed, aside = screener.placed(Batch(table, list(range(len(table))), []))
            names = [*placed.schema.names, REASON]
            yield _safe([*placed.columns, pa.nulls(len(placed), pa.string())], names, escaped)
            if aside:
                wrong = table.take(pa.array([a.line for a in aside]))
                blank = [pa.nulls(len(wrong), placed.schema.field(c).type) for c in PLACED]
                reasons = pa.array([a.reason for a in aside], pa.string())
                yield _safe([*wrong.columns, *blank, reasons], names, escaped)

    return place


def decided_frame(session: SparkSession, placed: DataFrame, screener: Screener) -> DataFrame:
    """The rows of ``placed_frame`` with the columns of ``COLUMNS`` in place of those of ``PLACED``."""
    from pyspark.sql.functions import broadcast, coalesce, col, lit
    from pyspark.sql.functions import min as least

    keys = list(PLACED[:3])
    found = placed.groupBy(*keys).agg(*(least(c).alias(c) for c in PLACED[3:5])).orderBy(*keys).collect()
    told: dict[str, list[Any]] = {c: [] for c in (*keys, "case_class", *_TOLD)}
    asked = {}
    for row in found:
        number, judged = screener.class_of(row[0], row[3], row[4])
        values = (judged.spot.place, judged.spot.state, judged.situation, judged.reason, "; ".join(judged.missing))
        for name, value in zip(told, (*row[:3], number, *values), strict=True):
            told[name].append(value)
        if row[4] <= screener.as_of.toordinal():
            asked[number] = (number, judged.spot.codes, row[3], row[4])
    facts = decided.asked(asked.values(), screener.record, screener.as_of, screener.crimes)
    session.createDataFrame(_plain(facts)).createOrReplaceTempView("hague_asked")
    answers = session.sql(decided.query("hague_asked"))
    classes = session.createDataFrame(pa.table(told)).join(answers, "case_class", "left").drop("case_class")
    rows = placed.join(broadcast(classes), keys, "left")
    own = [c for c in placed.columns if c not in PLACED]
    # What lies later than the day of asking has not been put to the law.
    shown = [col(c) if c in (*_TOLD, PLACED[5]) else coalesce(c, lit("unknown")).alias(c) for c in COLUMNS]
    return rows.select(*(f"`{c}`" for c in own), *shown)


_TOLD = ("hague_place", "hague_state", "hague_situation", "hague_reason", "hague_missing")


def _plain(table: pa.Table) -> pa.Table:
    """Words as text, which Spark takes."""
    kinds = [pa.string() if pa.types.is_dictionary(f.type) else f.type for f in table.schema]
    return table.cast(pa.schema(list(zip(table.schema.names, kinds, strict=True))))


def _safe(columns: list[pa.Array], names: list[str], escaped: bool) -> pa.RecordBatch:
    if escaped:
        columns = [
            pa.array([c and safe(c) for c in column.to_pylist()], column.type) if column.type == pa.string() else column
            for column in columns
        ]
    return pa.RecordBatch.from_arrays(columns, names=names)
