"""The whole record in the formats that other programs open: JSONL, CSV, Parquet, SQLite, FollowTheMoney, JSON-LD.

``write`` fills a folder and replaces nothing until everything is written. The rows are those of ``tables``. JSONL,
CSV and Parquet come with a ``datapackage.json``; SQLite with foreign keys, full-text search and a ``metadata.json``
for Datasette.
"""

from __future__ import annotations

import csv
import json
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import msgspec

from hague.errors import InputRefused, Problem
from hague.record import Record
from hague.record.tables import Row, tables

TITLE = "The public record of the International Criminal Court"
LICENCE = {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}
LICENCE["title"] = "Creative Commons Attribution 4.0"


def write(record: Record, target: Path, form: str) -> list[Path]:
    """Writes the record into the folder ``target`` and returns the files. ``form`` is a key of ``FORMATS``.

    Raises ``InputRefused`` where the folder cannot be written or a needed library is not installed.
    """
    if form not in FORMATS:
        raise InputRefused(
            "The record cannot be exported.", [Problem("--format", form, f"one of {', '.join(FORMATS)}")]
        )
    try:
        target.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=".export-", dir=target))
    except OSError as err:
        expected = f"a folder that can be written ({err.strerror})"
        raise InputRefused("Nothing was written.", [Problem("DIR", str(target), expected)]) from None
    try:
        names = FORMATS[form](record, scratch)
        for name in names:
            (scratch / name).replace(target / name)
    except OSError as err:
        step = "What stood there before is unchanged" if err.errno else ""
        raise InputRefused("The export did not finish.", [Problem("DIR", str(target), str(err), step)]) from None
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return [target / name for name in names]


def _jsonl(record: Record, folder: Path) -> list[str]:
    for name, rows in tables(record).items():
        with (folder / f"{name}.jsonl").open("wb") as out:
            for row in rows:
                out.write(msgspec.json.encode(row) + b"\n")
    return _packaged(record, folder, "jsonl", "application/jsonl")


def _csv(record: Record, folder: Path) -> list[str]:
    for name, rows in tables(record).items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, _columns(rows), lineterminator="\n")
            writer.writeheader()
            writer.writerows({k: flat(v) for k, v in row.items()} for row in rows)
    return _packaged(record, folder, "csv", "text/csv")


def _parquet(record: Record, folder: Path) -> list[str]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise _missing("pyarrow", "bulk") from None
    for name, rows in tables(record).items():
        columns = {c: [_arrow_value(r.get(c)) for r in rows] for c in _columns(rows)}
        arrays = {c: pa.array(v, type=_arrow_type(pa, v)) for c, v in columns.items()}
        pq.write_table(pa.table(arrays), folder / f"{name}.parquet")
    return _packaged(record, folder, "parquet", "application/vnd.apache.parquet")


def _arrow_value(value: Any) -> Any:
    """Lists of words stay lists; what is nested deeper becomes JSON text."""
    if isinstance(value, list | tuple) and all(isinstance(v, str) for v in value):
        return list(value)
    return flat(value) if isinstance(value, dict | list | tuple) else value


def _arrow_type(pa: Any, values: list[Any]) -> Any:
    present = [v for v in values if v is not None]
    if any(isinstance(v, list) for v in present):
        return pa.list_(pa.string())
    if present and all(isinstance(v, bool) for v in present):
        return pa.bool_()
    if present and all(isinstance(v, int) for v in present):
        return pa.int64()
    return pa.string()


def flat(value: Any) -> Any:
    """A value for one cell: lists of words joined with ``;``, anything nested as JSON."""
    if isinstance(value, list | tuple):
        if all(isinstance(v, str) for v in value):
            return "; ".join(value)
        return msgspec.json.encode(value).decode()
    if isinstance(value, dict):
        return msgspec.json.encode(value).decode()
    if isinstance(value, bool):
        return int(value)
    return value


def _columns(rows: Iterable[Row]) -> list[str]:
    return list(dict.fromkeys(key for row in rows for key in row)) or ["id", "sources"]


def _packaged(record: Record, folder: Path, ending: str, kind: str) -> list[str]:
    names = sorted(p.name for p in folder.glob(f"*.{ending}"))
    resources = [
        {
            "name": name.partition(".")[0],
            "path": name,
            "mediatype": kind,
            "encoding": "utf-8",
            "profile": "data-resource",
        }
        for name in names
    ]
    package = {"name": "hague-record", "title": TITLE, "version": record.reviewed, "licenses": [LICENCE]}
    package |= {"created": f"{record.reviewed}T00:00:00Z", "resources": resources}
    (folder / "datapackage.json").write_text(json.dumps(package, indent=1) + "\n", encoding="utf-8")
    return [*names, "datapackage.json"]


# -- SQLite -----------------------------------------------------------------------------------------------

_REFERS = {
    ("declarations", "state"): "states",
    ("persons", "situation"): "situations",
    ("decisions", "situation"): "situations",
    ("charges", "person"): "persons",
}
"""(table, column) -> table whose ``id`` it names; the database holds the reference."""
_WORDS = ("name", "title", "aliases", "text", "holding", "holder", "about", "event", "entry", "charges", "situation")
"""Columns that full-text search looks in, where a table has them."""


def _sqlite(record: Record, folder: Path) -> list[str]:
    path = folder / "record.db"
    base = sqlite3.connect(path)
    try:
        base.execute("PRAGMA foreign_keys = ON")
        built = tables(record)
        for name in _parents_first(built):
            _sqlite_table(base, name, built[name])
        _sqlite_search(base, built)
        base.commit()
        base.execute("VACUUM")
    finally:
        base.close()
    (folder / "metadata.json").write_text(json.dumps(_datasette(record, built), indent=1) + "\n", encoding="utf-8")
    return ["record.db", "metadata.json"]


def _parents_first(built: dict[str, list[Row]]) -> list[str]:
    parents = [p for p in ("states", "situations", "persons") if p in built]
    return parents + [n for n in built if n not in parents]


def _sqlite_table(base: sqlite3.Connection, name: str, rows: list[Row]) -> None:
    columns = _columns(rows)
    unique = len({r.get("id") for r in rows}) == len(rows)
    parts = []
    for column in columns:
        numbers = [r.get(column) for r in rows if r.get(column) is not None]
        kind = "INTEGER" if numbers and all(isinstance(v, int) for v in numbers) else "TEXT"
        part = f'"{column}" {kind}'
        if column == "id" and unique:
            part += " PRIMARY KEY"
        if (name, column) in _REFERS:
            part += f' REFERENCES "{_REFERS[name, column]}"("id")'
        parts.append(part)
    base.execute(f'CREATE TABLE "{name}" ({", ".join(parts)})')
    marks = ", ".join("?" * len(columns))
    base.executemany(f'INSERT INTO "{name}" VALUES ({marks})', ([flat(r.get(c)) for c in columns] for r in rows))


def _sqlite_search(base: sqlite3.Connection, built: dict[str, list[Row]]) -> None:
    for name, rows in built.items():
        words = [c for c in _columns(rows) if c in _WORDS]
        if not words or not rows:
            continue
        quoted = ", ".join(f'"{w}"' for w in words)
        base.execute(f'CREATE VIRTUAL TABLE "{name}_fts" USING fts5({quoted}, content="{name}", tokenize="unicode61")')
        base.execute(f'INSERT INTO "{name}_fts" (rowid, {quoted}) SELECT rowid, {quoted} FROM "{name}"')


def _datasette(record: Record, built: dict[str, list[Row]]) -> dict[str, Any]:
    return {
        "title": TITLE,
        "license": LICENCE["title"],
        "license_url": LICENCE["path"],
        "about": f"hague, record of {record.reviewed}",
        "databases": {"record": {"tables": {n: {"fts_table": f"{n}_fts"} if r else {} for n, r in built.items()}}},
    }


# -- FollowTheMoney and JSON-LD ---------------------------------------------------------------------------


def _ftm(record: Record, folder: Path) -> list[str]:
    from hague.record.followthemoney import entities

    with (folder / "record.ftm.jsonl").open("wb") as out:
        for entity in entities(record):
            out.write(msgspec.json.encode(entity) + b"\n")
    return ["record.ftm.jsonl"]


def _jsonld(record: Record, folder: Path) -> list[str]:
    from hague.record.linked_data import graph

    data = msgspec.json.format(msgspec.json.encode(graph(record)), indent=1)
    (folder / "record.jsonld").write_bytes(data + b"\n")
    return ["record.jsonld"]


FORMATS: dict[str, Callable[[Record, Path], list[str]]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "parquet": _parquet,
    "sqlite": _sqlite,
    "ftm": _ftm,
    "jsonld": _jsonld,
}


def _missing(library: str, extra: str) -> InputRefused:
    expected = f"the library {library}"
    return InputRefused(
        "This format needs an extra.", [Problem("--format", None, expected, f"pip install 'hague[{extra}]'")]
    )
