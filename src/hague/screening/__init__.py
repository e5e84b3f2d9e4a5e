"""screening: files of events, each row with the State whose territory it lay on that day and what the law says of it.

``screen(events, out)`` reads UCDP GED, ACLED or any CSV or Parquet file whose columns are told, and writes the same
rows in the same order with the columns of ``hague.screening.screener.COLUMNS`` added. An event is not an allegation
of a crime: who acted, and their nationality, is not known, so most answers stay unknown where no territory or referral
gives a link. Memory does not grow with the number of rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct

from hague.errors import InputRefused, Problem
from hague.record import Record, load

__all__ = ["Outcome", "screen"]

Progress = Callable[[int, int], None]


class Outcome(Struct, frozen=True, kw_only=True):
    """What came of a run. ``unreadable`` rows stand in ``unreadable_file`` (``None`` if there are none)."""

    rows: int
    unreadable: int
    unreadable_file: str | None
    out: str
    shape: str
    problems: tuple[str, ...] = ()
    """The first ten of the unreadable rows, in words."""
    summary: str | None = None
    """The folder of the summary, if one was asked for."""


def screen(
    events: Path | str,
    out: Path | str,
    *,
    mapping: Path | str | None = None,
    as_of: date | None = None,
    crimes: Sequence[str] | None = None,
    summary: Path | str | None = None,
    record: Record | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Screens the file ``events`` into ``out`` (``.csv`` or ``.parquet``).

    ``mapping`` is a TOML file that says what the columns are (``hague.screening.shapes``); ``as_of`` the day from which
    law and record are seen (``None``: the record's last review); ``crimes`` the crimes to ask about; ``summary`` a
    folder for counts, a map and a time series. ``progress`` is called with (read, total). Raises ``InputRefused`` with
    every problem of the file; a row that cannot be read is set aside and listed.
    """
    from hague.screening import run

    needs = [n for n in ("pyarrow", "duckdb", "numpy") if find_spec(n) is None]
    if needs:
        problem = Problem("screening", None, f"the packages {', '.join(needs)}", "Run `pip install 'hague[bulk]'`")
        raise InputRefused("Screening needs packages that are not installed.", [problem])
    record = record or load()
    return run.run(
        Path(events),
        Path(out),
        mapping=Path(mapping) if mapping else None,
        as_of=as_of or date.fromisoformat(record.reviewed),
        crimes=tuple(crimes) if crimes else None,
        summary=Path(summary) if summary else None,
        record=record,
        progress=progress or (lambda _read, _total: None),
    )
