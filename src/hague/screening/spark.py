"""Screening beyond one machine: the same look-ups, on a Spark cluster.

Each worker holds the record and the outlines (some 50 MB) and screens the partitions that it is given; nothing is
shuffled, so the order of rows within a file is kept. The package must be installed on the workers. The result is a
folder, as Spark writes it, and appears only when it is complete; rows that cannot be read stand in a folder beside it.
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
from hague.screening import Outcome
from hague.screening.judged import CRIMES
from hague.screening.results import safe
from hague.screening.rows import Batch, opened
from hague.screening.run import checked
from hague.screening.screener import COLUMNS, Screener
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
        asked = tuple(crimes or CRIMES)
        frame = screened_frame(_read(session, events, shape), shape, seen_from, asked, escaped=out.suffix == ".csv")
        rows, unreadable = _write(session, frame, part, aside)
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
    return (  # type: ignore[no-any-return]
        builder.master(master or "local[*]")
        .appName("hague screen")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "50000")
        .getOrCreate()
    )


def _write(session: SparkSession, frame: DataFrame, part: Path, aside: Path) -> tuple[int, int]:
    """Writes the rows that were read into ``part`` and the others into ``aside``; how many each. Screened once, into a
    scratch folder; the rows are only sorted out from there."""
    scratch = part.with_suffix(".scratch")
    for left in (part, aside, scratch):
        shutil.rmtree(left, ignore_errors=True)
    try:
        frame.write.parquet(str(scratch))
        done = session.read.parquet(str(scratch))
        good, bad = done.where(f"{REASON} is null").drop(REASON), done.where(f"{REASON} is not null").drop(*COLUMNS)
        rows, unreadable = good.count(), bad.count()
        if ".parquet" in part.suffixes:
            good.write.parquet(str(part))
        else:
            good.write.option("header", True).csv(str(part))
        if unreadable:
            bad.coalesce(1).write.option("header", True).csv(str(aside))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return rows, unreadable


def _read(session: SparkSession, events: Path, shape: Shape) -> DataFrame:
    with events.open("rb") as start:
        if start.read(4) == b"PAR1":
            return session.read.parquet(str(events))
    reader = session.read.option("header", True).option("sep", shape.delimiter).option("multiLine", False)
    return reader.option("escape", '"').option("mode", "PERMISSIVE").csv(str(events))


def screened_frame(
    frame: DataFrame, shape: Shape, as_of: date, crimes: Sequence[str] = tuple(CRIMES), *, escaped: bool = False
) -> DataFrame:
    """A frame of events with the columns of ``COLUMNS`` added, and ``hague_unreadable``, which says why for rows whose
    values make no sense (the other added columns are null there). ``escaped``: no cell may look like a formula."""
    from pyspark.sql.types import StringType, StructField, StructType

    added = [StructField(c, StringType()) for c in (*COLUMNS, REASON)]
    return frame.mapInArrow(_worker(shape, as_of, tuple(crimes), escaped), StructType([*frame.schema.fields, *added]))


def _worker(
    shape: Shape, as_of: date, crimes: tuple[str, ...], escaped: bool
) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    def screen(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        screener = Screener(shape, load(), as_of, crimes)
        for table in batches:
            batch = Batch(table, list(range(len(table))), [])
            done = screener.screen(batch)
            names = [*done.table.schema.names, REASON]
            nothing = pa.nulls(len(done.table), pa.string())
            yield _safe([*done.table.columns, nothing], names, escaped)
            if done.aside:
                wrong = table.take(pa.array([a.line for a in done.aside]))
                blank = pa.nulls(len(wrong), pa.string())
                reasons = pa.array([a.reason for a in done.aside], pa.string())
                columns = [*wrong.columns, *([blank] * len(COLUMNS)), reasons]
                yield _safe(columns, names, escaped)

    return screen


def _safe(columns: list[pa.Array], names: list[str], escaped: bool) -> pa.RecordBatch:
    if escaped:
        columns = [
            pa.array([c and safe(c) for c in column.to_pylist()], column.type) if column.type == pa.string() else column
            for column in columns
        ]
    return pa.RecordBatch.from_arrays(columns, names=names)
