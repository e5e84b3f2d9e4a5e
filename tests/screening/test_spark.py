"""The same answers on Spark. Needs PySpark and Java."""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path

import pyarrow.dataset
import pyarrow.parquet as pq
import pytest

from hague.errors import InputRefused
from hague.screening import screen

from .conftest import AS_OF, HEADER, event

pytestmark = [
    pytest.mark.debian,
    pytest.mark.skipif(shutil.which("java") is None, reason="Java is not installed (Debian: default-jre-headless)"),
    pytest.mark.skipif(find_spec("pyspark") is None, reason="PySpark is not installed (pip install 'hague[spark]')"),
    pytest.mark.skipif(find_spec("pandas") is None, reason="PySpark's Arrow functions need pandas"),
    pytest.mark.filterwarnings("ignore"),
]


def test_spark_and_one_machine_give_the_same_rows_in_the_same_order(tmp_path: Path) -> None:
    from hague.screening.spark import screen_on_spark

    lines = [event(f"{1995 + i}-06-03", 31.5, 34.46, "Israel") for i in range(25)]
    lines += [
        event("2004-01-10", 12.05, 24.88, "Sudan"),
        event("2014-02-30", 1, 1),
        event("2014-05-03", 16.2, 0, "Mali"),
        event("2001-11-03", 2.2, 31.5, "Uganda", end="2005-02-01"),
        event("2008-08-09", 42.23, 43.97, "Georgia", end="2008-11-20"),
        event("2003-01-10", 4.6, -74.1, "Colombia", end="2012-01-01"),
        event("2015-01-10", 31.778, 35.229, "Israel"),
        event("2016-02-02", -40, -120),
        event("2001-02-02", -40, -120),
        event("2026-11-30", 16.2, 0, "Mali"),
    ]
    events = tmp_path / "e.csv"
    events.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    here = screen(events, tmp_path / "here.parquet", as_of=AS_OF)
    there = screen_on_spark(events, tmp_path / "there.parquet", as_of=AS_OF, master="local[1]")
    assert (here.rows, here.unreadable) == (there.rows, there.unreadable) == (34, 1)
    one = pq.read_table(tmp_path / "here.parquet")
    other = pyarrow.dataset.dataset(tmp_path / "there.parquet").to_table()
    assert one.schema.names == other.schema.names
    for name in one.schema.names:
        # Spark reads an empty cell of CSV as null.
        found, wanted = ([v or None for v in t[name].to_pylist()] for t in (one, other))
        assert found == wanted, name
    assert "2014-02-30" in next((tmp_path / "there.unreadable").glob("*.csv")).read_text(encoding="utf-8")


def test_what_spark_cannot_do_is_refused(tmp_path: Path) -> None:
    from hague.screening.spark import screen_on_spark

    with pytest.raises(InputRefused, match="duckdb"):
        screen_on_spark(tmp_path / "e.csv", tmp_path / "r.parquet", summary=tmp_path / "s")
