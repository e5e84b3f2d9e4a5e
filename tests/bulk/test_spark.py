"""The same answers on Spark; skipped aloud without Java or pyspark."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from hague.bulk.run import run
from hague.bulk.sources import Lines

pytestmark = [pytest.mark.debian, pytest.mark.filterwarnings("ignore")]


def test_spark_answers_as_one_machine_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    if shutil.which("java") is None:
        pytest.skip("Java is not on this machine")
    pytest.importorskip("pyspark", reason="pyspark (the extra `spark`) is not installed")
    from pyspark.sql import SparkSession

    from hague.bulk import spark

    path = tmp_path / "in.jsonl"
    text = "THE HAGUE, 3 May 2024 (Wire) — Israel has not ratified the Rome Statute, lawyer {} said on Thursday."
    lines = [json.dumps({"id": i, "text": text.format(i)}) for i in range(12)]
    path.write_text("\n".join([*lines, "not json", ""]), encoding="utf-8")
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    try:
        counted = spark.run([str(path)], str(tmp_path / "out"), session=session)
    finally:
        session.stop()
    assert (counted.answered, counted.refused) == (12, 1)
    assert "not json" in counted.problems[0]["given"]
    assert (tmp_path / "out" / "_SUCCESS").exists()
    parts = sorted((tmp_path / "out" / "kind=answer").glob("part-*"))
    there = sorted(line for part in parts for line in part.read_bytes().splitlines())
    run(Lines(str(path)), tmp_path / "out.jsonl")
    assert there == sorted((tmp_path / "out.jsonl").read_bytes().splitlines())
