"""The same work on Spark: lines of reports in, a folder of lines out, spread over a cluster.

Java and ``pyspark`` (the extra ``spark``) are needed. The folder holds ``kind=answer`` and ``kind=problem``, lines of
JSON in part files, and ``_SUCCESS`` when all is written. Spark knows no line numbers: a problem shows how its line
begins.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from hague.bulk.work import answer_line
from hague.dates import day as day_of
from hague.errors import InputRefused, Problem

if TYPE_CHECKING:
    import pyarrow as pa

SCHEMA = "value string, kind string"
_SHOWN = 50


class Counted(Struct, frozen=True):
    """How many lines were answered and refused, and the first problems."""

    answered: int
    refused: int
    problems: tuple[Problem, ...]


def run(paths: Sequence[str], out: str, day: str | None = None, session: Any = None) -> Counted:
    """Answers the lines of ``paths`` (anything Spark can open) into the folder ``out``, which must not exist.

    ``session`` is the Spark session to use, else the one at hand (on one machine: all its cores). Raises
    ``InputRefused`` without pyspark, for a folder that is there, and for paths that are not.
    """
    own = day_of(day, "--date")
    try:
        from pyspark.errors import AnalysisException
        from pyspark.sql import SparkSession
    except ImportError:
        raise _refused("--engine", "spark", "pyspark", "Run `pip install 'hague[spark]'`; it needs Java too") from None
    if session is None:
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else Spark takes whatever `python3` is on the path
    spark = session or SparkSession.builder.appName("hague").getOrCreate()
    try:
        lines = spark.read.text(list(paths)).where("trim(value) <> ''")
        lines.mapInArrow(partial(answer_batches, day=own), SCHEMA).write.partitionBy("kind").text(out)
    except AnalysisException as err:
        said = str(err).partition("\n")[0]
        raise _refused(
            "--out", out, f"lines that Spark can open, and a folder that is not there yet ({said})"
        ) from None
    written = spark.read.schema(SCHEMA).text(out)
    counts = {row["kind"]: row["count"] for row in written.groupBy("kind").count().collect()}
    bad = [row["value"] for row in written.where("kind = 'problem'").limit(_SHOWN).collect()]
    found = (msgspec.json.decode(line) for line in bad)
    problems = tuple(Problem(p["where"], p["given"], p["expected"], p.get("next", "")) for p in found)
    return Counted(counts.get("answer", 0), counts.get("problem", 0), problems)


def answer_batches(batches: Iterator[pa.RecordBatch], day: date | None = None) -> Iterator[pa.RecordBatch]:
    """What runs on each machine: batches with a column ``value`` of lines to batches of ``SCHEMA``, a row for each
    report in a batch."""
    import pyarrow as pa

    for batch in batches:
        values, kinds = [], []
        for line in batch.column(0).to_pylist():
            answered, problems = answer_line("a line", line.encode("utf-8", "replace"), day)
            if answered is not None:
                values.append(answered.decode())
                kinds.append("answer")
            elif problems:
                values.append(msgspec.json.encode(dict(problems[0])).decode("utf-8"))
                kinds.append("problem")
        yield pa.RecordBatch.from_pydict({"value": pa.array(values, pa.string()), "kind": pa.array(kinds, pa.string())})


def _refused(where: str, given: str, expected: str, step: str = "") -> InputRefused:
    return InputRefused("The reports cannot be answered on Spark.", [Problem(where, given, expected, step)])
