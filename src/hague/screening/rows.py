"""Event files as a stream of batches of rows, in their order, each row with the line on which it begins.

CSV is read by Python's own reader, so that a row that cannot be read is set aside alone, with its line and the reason;
Parquet is read by DuckDB. At most one batch is in memory.
"""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from msgspec import Struct

from hague.errors import InputRefused, Problem
from hague.screening.shapes import Shape, checked, recognised, unknown

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 50_000
LONGEST_CELL = 16 * 1024 * 1024
_CUT_OFF = (EOFError, zlib.error, gzip.BadGzipFile)
Progress = Callable[[int, int], None]
"""Called with how much of the file was read and how much there is, in one unit."""


class Aside(Struct, frozen=True, gc=False):
    """A row that could not be read: its line (from 1, the header counted), why, and what stood there."""

    line: int
    reason: str
    row: str


class Batch(Struct):
    """Some rows: their columns as read, the line of each, and the rows set aside among them."""

    table: pa.RecordBatch
    lines: list[int]
    aside: list[Aside]


class Source(Struct):
    """An opened event file. Close it, as with ``contextlib.closing``."""

    header: list[str]
    shape: Shape
    batches: Iterator[Batch]
    close: Callable[[], None]


def opened(path: Path, shape: Shape | None, progress: Progress, size: int = BATCH) -> Source:
    """The file at ``path``, of the shape given or a known one. Raises ``InputRefused`` with every problem of it."""
    if not path.is_file():
        raise refused([Problem(str(path), None, "a file of events, CSV (also .gz) or Parquet")])
    if path.stat().st_size == 0:
        raise refused([Problem(str(path), None, "events; the file is empty")])
    with path.open("rb") as start:
        magic = start.read(4)
    if magic == b"PAR1":
        return _parquet(path, shape, progress, size)
    if path.suffix == ".parquet":
        raise refused([Problem(str(path), None, "Parquet, as the name says; the file is something else")])
    return _csv(path, shape, progress, size)


def refused(problems: list[Problem]) -> InputRefused:
    return InputRefused("The events cannot be screened.", problems)


# -- CSV --------------------------------------------------------------------------------------------------


class _Lines:
    """Lines of text; remembers what is wrong with a line until the row that holds it has been read."""

    def __init__(self, text: IO[str]) -> None:
        self._text = text
        self.number = 0
        self.wrong: dict[int, str] = {}

    def __iter__(self) -> Iterator[str]:
        for line in self._text:
            self.number += 1
            if "\0" in line:
                self.wrong[self.number] = "holds NUL characters"
            elif not line.isascii():
                try:
                    line.encode()
                except UnicodeEncodeError as err:
                    self.wrong[self.number] = f"is not UTF-8 (character {err.start + 1})"
            yield line

    def reason(self, first: int, last: int) -> str | None:
        if not self.wrong:
            return None
        found = [self.wrong.pop(n) for n in range(first, last + 1) if n in self.wrong]
        return found[0] if found else None


def _csv(path: Path, shape: Shape | None, progress: Progress, size: int) -> Source:
    raw = path.open("rb")
    zipped = raw.read(2) == b"\x1f\x8b"
    raw.seek(0)
    binary: IO[bytes] = gzip.GzipFile(fileobj=raw) if zipped else raw  # type: ignore[assignment]
    text = io.TextIOWrapper(binary, encoding="utf-8-sig", errors="surrogateescape", newline="")

    def close() -> None:
        text.close()
        raw.close()

    try:
        return _opened_csv(path, shape, raw, text, close, progress, size)
    except BaseException:
        close()
        raise


def _opened_csv(
    path: Path,
    shape: Shape | None,
    raw: IO[bytes],
    text: IO[str],
    close: Callable[[], None],
    progress: Progress,
    size: int,
) -> Source:
    lines = _Lines(text)
    csv.field_size_limit(LONGEST_CELL)
    delimiter = shape.delimiter if shape else ","
    reader = csv.reader(iter(lines), delimiter=delimiter)
    try:
        header = next(reader)
    except (csv.Error, StopIteration, *_CUT_OFF) as err:
        raise refused([Problem(f"{path}, line 1", None, f"a line of column names ({err})")]) from None
    if header and header[0].encode(errors="surrogateescape")[:2] in (b"\xff\xfe", b"\xfe\xff"):
        expected, advice = "UTF-8 text; this is UTF-16", "Convert it with `iconv -f utf-16 -t utf-8`"
        raise refused([Problem(str(path), None, expected, advice)])
    problems: list[Problem] = []
    wrong = lines.reason(1, reader.line_num)
    if wrong:
        problems.append(Problem(f"{path}, line 1", None, f"column names; the line {wrong}"))
    found = shape or recognised(header)
    if found is None:
        problems.append(_other_delimiter(header, delimiter, str(path)) or unknown(header, str(path)))
    else:
        missing = checked(found, header, str(path))
        other = _other_delimiter(header, delimiter, str(path)) if missing else None
        problems += [other] if other else missing
    if problems or found is None:
        raise refused(problems)
    total = path.stat().st_size
    return Source(header, found, _csv_batches(reader, lines, header, raw, total, progress, size), close)


def _other_delimiter(header: list[str], used: str, where: str) -> Problem | None:
    joined = used.join(header)
    for other, name in ((";", "semicolons"), ("\t", "tabs"), ("|", "bars"), (",", "commas")):
        if other != used and joined.count(other) > max(1, joined.count(used)):
            return Problem(
                where, joined[:80], f"columns separated by {used!r}; these are separated by {name}",
                f"Say `delimiter = {other!r}` in a file for --map",
            )  # fmt: skip
    return None


def _csv_batches(
    reader: Any, lines: _Lines, header: list[str], raw: IO[bytes], total: int, progress: Progress, size: int
) -> Iterator[Batch]:
    import pyarrow as pa

    names = _distinct(header)
    schema = pa.schema([(n, pa.string()) for n in names])
    rows: list[list[str]] = []
    numbers: list[int] = []
    aside: list[Aside] = []
    width = len(header)
    done = False
    while not done:
        first = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            done, row = True, None
        except csv.Error as err:
            aside.append(Aside(first, f"is not CSV: {err}", ""))
            lines.wrong.clear()
            continue
        except _CUT_OFF as err:
            aside.append(Aside(first, f"is where the compressed file breaks off: {err}", ""))
            done, row = True, None
        if row:
            wrong = lines.reason(first, reader.line_num)
            if wrong is None and len(row) != width:
                wrong = f"has {len(row)} cells, the header {width}"
                if reader.line_num - first > 100:
                    wrong += f"; a quotation mark opened here runs on to line {reader.line_num}"
            if wrong:
                aside.append(Aside(first, wrong, _written(row)))
            else:
                rows.append(row)
                numbers.append(first)
        if len(rows) >= size or len(aside) >= size or (done and (rows or aside)):
            columns = list(zip(*rows, strict=True)) if rows else [()] * width
            arrays = [pa.array(c, pa.string()) for c in columns]
            yield Batch(pa.RecordBatch.from_arrays(arrays, schema=schema), numbers, aside)
            rows, numbers, aside = [], [], []
            progress(min(raw.tell(), total), total)
    progress(total, total)


def _distinct(header: list[str]) -> list[str]:
    """Column names made distinct: Parquet and DuckDB cannot hold two of one name."""
    seen: dict[str, int] = {}
    out = []
    for name in header:
        seen[name] = seen.get(name, 0) + 1
        out.append(name if seen[name] == 1 else f"{name}_{seen[name]}")
    return out


def _written(row: list[str], longest: int = 2000) -> str:
    joined = ",".join(row).encode("utf-8", "replace").decode().replace("\0", "�")
    return joined if len(joined) <= longest else f"{joined[:longest]}… ({len(joined):,} characters)"


# -- Parquet ----------------------------------------------------------------------------------------------


def _parquet(path: Path, shape: Shape | None, progress: Progress, size: int) -> Source:
    import duckdb

    base = duckdb.connect()
    try:
        base.execute("set memory_limit = '512MB'")
        base.execute("set threads = 1")
        total = base.execute("select count(*) from read_parquet(?)", [str(path)]).fetchall()[0][0]
        rows = base.sql("select * from read_parquet(?)", params=[str(path)])
        # DuckDB 1 calls it by another name.
        reader = (rows.to_arrow_reader if hasattr(rows, "to_arrow_reader") else rows.fetch_record_batch)(size)
        header = list(reader.schema.names)
        found = shape or recognised(header)
        if found is None:
            raise refused([unknown(header, str(path))])
        problems = checked(found, header, str(path)) or _types(reader.schema, found, str(path))
        if problems:
            raise refused(problems)
    except duckdb.Error as err:
        base.close()
        raise refused([Problem(str(path), None, f"Parquet ({str(err).splitlines()[0]})")]) from None
    except InputRefused:
        base.close()
        raise
    return Source(header, found, _parquet_batches(reader, total, progress), base.close)


def _types(schema: pa.Schema, shape: Shape, where: str) -> list[Problem]:
    import pyarrow.types as t

    wanted = {
        "date": ("a date, a timestamp or text", (t.is_date, t.is_timestamp, t.is_string, t.is_large_string)),
        "latitude": ("numbers or text", (t.is_floating, t.is_integer, t.is_decimal, t.is_string, t.is_large_string)),
        "country": ("text", (t.is_string, t.is_large_string, t.is_dictionary)),
    }
    alike = {"end": "date", "longitude": "latitude", "deaths": "latitude", "place": "country"}
    problems = []
    for role, column in shape.columns.items():
        expected, tests = wanted[alike.get(role, role)]
        kind = schema.field(column).type
        if not any(test(kind) for test in tests) and not t.is_null(kind):
            problems.append(Problem(f"{where}: column {column}", str(kind), f"{expected} ({role})"))
    return problems


def _parquet_batches(reader: Any, total: int, progress: Progress) -> Iterator[Batch]:
    done = 0
    for table in reader:
        yield Batch(table, list(range(done + 1, done + len(table) + 1)), [])
        done += len(table)
        progress(done, total)
