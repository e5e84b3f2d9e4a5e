"""A screened file, from a few lines of text to its rows."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("duckdb")
pytest.importorskip("pyarrow")

from hague.screening import Outcome, screen

HEADER = "id,date_start,date_end,country,lat,lon,type_of_violence,side_a,side_b,best"
AS_OF = date(2026, 11, 24)
Rows = list[Mapping[str, str]]
Screening = Callable[..., tuple[Outcome, Rows]]


@pytest.fixture
def screened(tmp_path: Path) -> Screening:
    """``screened(*lines)``: what came of a UCDP file with these lines after its header, and the rows of the result."""

    def run(*lines: str, header: str = HEADER, **options: object) -> tuple[Outcome, Rows]:
        events, out = tmp_path / "events.csv", tmp_path / "result.csv"
        events.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
        outcome = screen(events, out, **{"as_of": AS_OF, **options})  # type: ignore[arg-type]
        with out.open(encoding="utf-8", newline="") as found:
            return outcome, list(csv.DictReader(found))

    return run


def event(day: str, lat: float | str, lon: float | str, country: str = "", end: str = "", best: str = "1") -> str:
    """A line of a UCDP file."""
    return f"1,{day},{end},{country},{lat},{lon},3,A,B,{best}"
