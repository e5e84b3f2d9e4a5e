"""Writing results: whole or not at all. A result grows under another name in the same folder and takes its own name
only when it is complete; whatever ends the run before, nothing half-written stands under the final name."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hague.errors import InputRefused, Problem
from hague.screening.rows import Aside

if TYPE_CHECKING:
    import pyarrow as pa

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """A path to write to; on success it becomes ``target``, else it is removed. What a killed run left is removed too.

    Raises ``InputRefused`` where the folder is missing or the disk is full.
    """
    if not target.parent.is_dir():
        raise InputRefused("The result cannot be written.", [Problem(str(target), None, "a folder that exists")])
    for left in target.parent.glob(f".{target.name}.*.part"):
        if not _running(left):
            left.unlink(missing_ok=True)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield part
        part.replace(target)
    except OSError as err:
        raise InputRefused(
            "The result could not be written; nothing was left under its name.",
            [Problem(str(target), None, f"a place with room to write ({err.strerror or err})")],
        ) from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _running(part: Path) -> bool:
    number = part.name.split(".")[-2]
    return number.isdigit() and Path(f"/proc/{number}").exists()


class Writer:
    """Writes batches to a CSV or Parquet file, by the suffix of ``target``."""

    def __init__(self, part: Path, target: Path) -> None:
        self._part = part
        self._parquet: Any = None
        self._csv: Any = None
        self._file: Any = None
        self._as_parquet = target.suffix == ".parquet"
        self.rows = 0

    def write(self, table: pa.RecordBatch) -> None:
        self.rows += len(table)
        if self._as_parquet:
            if self._parquet is None:
                import pyarrow.parquet as pq

                self._parquet = pq.ParquetWriter(self._part, table.schema, compression="zstd")
            self._parquet.write_batch(table)
            return
        if self._csv is None:
            self._file = self._part.open("w", encoding="utf-8", newline="")
            self._csv = csv.writer(self._file, lineterminator="\n")
            self._csv.writerow([safe(n) for n in table.schema.names])
        columns = [_texts(c) for c in table.columns]
        self._csv.writerows(zip(*columns, strict=True))

    def close(self) -> None:
        if self._parquet is not None:
            self._parquet.close()
        if self._file is not None:
            self._file.close()


def _texts(column: pa.Array) -> list[str]:
    import pyarrow.types as t

    cells = column.to_pylist()
    if t.is_string(column.type) or t.is_large_string(column.type):
        return [safe(c) if c else "" for c in cells]
    return ["" if c is None else str(c) for c in cells]


def safe(cell: str) -> str:
    """A cell that a spreadsheet does not take for a formula: an apostrophe before anything that looks like one.

    >>> safe("=cmd"), safe("-1.5"), safe("plain")
    ("'=cmd", '-1.5', 'plain')
    """
    if not cell.startswith(_FORMULA):
        return cell
    try:
        float(cell)
    except ValueError:
        return "'" + cell
    return cell


def side_file(target: Path) -> Path:
    """Where the rows that could not be read are listed: ``result.unreadable.csv``."""
    return target.with_name(f"{target.stem}.unreadable.csv")


class Asides:
    """Writes the side file as rows are set aside, and keeps the first ten for the message."""

    SHOWN = 10

    def __init__(self, part: Path) -> None:
        self._part = part
        self._file: Any = None
        self._csv: Any = None
        self.count = 0
        self.first: list[Aside] = []

    def add(self, rows: list[Aside]) -> None:
        if rows and self._csv is None:
            self._file = self._part.open("w", encoding="utf-8", newline="")
            self._csv = csv.writer(self._file, lineterminator="\n")
            self._csv.writerow(["line", "reason", "row"])
        for row in rows:
            self._csv.writerow([row.line, safe(row.reason), safe(row.row)])
            if len(self.first) < self.SHOWN:
                self.first.append(row)
        self.count += len(rows)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        elif not self._part.exists():
            self._part.touch()
