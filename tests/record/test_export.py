"""The record in other programs: each format is opened by a real reader of it."""

import csv
import json
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hague.errors import InputRefused
from hague.record import Record, days
from hague.record.export import FORMATS, write
from hague.record.tables import BUILDERS, tables

REQUIRED = {
    "states": "id name iso3 signed deposited deposit_kind in_force withdrawal_notified withdrawal_revoked "
    "withdrawal_effective sources",
    "persons": "id name aliases nationality situation charges instrument issued_on public_on surrendered_on status "
    "sentence sources",
    "situations": "id name trigger investigation_opened status sources",
    "decisions": "id date chamber subject holding sources",
}


@pytest.fixture(scope="module")
def rows(record: Record) -> dict[str, list[dict[str, Any]]]:
    return tables(record)


@pytest.mark.parametrize("table", BUILDERS)
def test_every_row_has_a_source_that_opens(rows: dict[str, list[dict[str, Any]]], table: str) -> None:
    for row in rows[table]:
        assert row["sources"], row["id"]
        assert all(url.startswith("http") for url in row["sources"])


@pytest.mark.parametrize(("table", "columns"), REQUIRED.items())
def test_the_promised_columns_are_there(rows: dict[str, list[dict[str, Any]]], table: str, columns: str) -> None:
    assert rows[table]
    for row in rows[table]:
        assert set(columns.split()) <= set(row)


def test_dates_are_iso_with_their_precision_beside(rows: dict[str, list[dict[str, Any]]]) -> None:
    for table in rows.values():
        for row in table:
            for column, precision in row.items():
                if column.endswith("_precision"):
                    value = row[column.removesuffix("_precision")]
                    assert (value is None) == (precision is None)
                    if value is not None:
                        assert days.is_partial_day(value)
                        assert days.precision(value) == precision


def test_ids_are_unique(rows: dict[str, list[dict[str, Any]]]) -> None:
    for name, table in rows.items():
        if name != "officials":
            ids = [row["id"] for row in table]
            assert len(ids) == len(set(ids)), name


def test_jsonl_and_csv_hold_the_same_rows(record: Record, tmp_path: Path) -> None:
    write(record, tmp_path / "j", "jsonl")
    write(record, tmp_path / "c", "csv")
    for name in BUILDERS:
        lines = (tmp_path / "j" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        with (tmp_path / "c" / f"{name}.csv").open(encoding="utf-8", newline="") as f:
            table = list(csv.DictReader(f))
        assert [json.loads(line)["id"] for line in lines] == [row["id"] for row in table]
    package = json.loads((tmp_path / "j" / "datapackage.json").read_text())
    assert {r["name"] for r in package["resources"]} == set(BUILDERS)
    assert all((tmp_path / "j" / r["path"]).is_file() for r in package["resources"])


def test_parquet_opens_in_duckdb(record: Record, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    write(record, tmp_path, "parquet")
    query = f"select count(*) from '{tmp_path}/states.parquet' where deposited is not null"
    found = duckdb.connect().execute(query).fetchone()
    assert found[0] >= 127


def test_the_same_day_gives_the_same_bytes(record: Record, tmp_path: Path) -> None:
    for form in ("jsonl", "csv", "jsonld", "ftm"):
        for name in ("one", "two"):
            write(record, tmp_path / name, form)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_an_export_as_of_a_day_knows_nothing_later(record: Record, tmp_path: Path) -> None:
    write(record.on(date(2010, 1, 1)), tmp_path, "jsonl")
    decided = (tmp_path / "decisions.jsonl").read_text(encoding="utf-8").splitlines()
    assert decided
    assert all(json.loads(line)["date"] <= "2010-01-01" for line in decided)


def test_sqlite_has_keys_and_search(record: Record, tmp_path: Path) -> None:
    write(record, tmp_path, "sqlite")
    base = sqlite3.connect(f"file:{tmp_path / 'record.db'}?mode=ro", uri=True)
    try:
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        found = base.execute(
            "select p.id from persons p join persons_fts f on f.rowid = p.rowid where persons_fts match 'putin'"
        ).fetchall()
        assert ("person:vladimir-putin",) in found
    finally:
        base.close()


def test_sqlite_opens_in_datasette(record: Record, tmp_path: Path) -> None:
    pytest.importorskip("datasette")
    import asyncio

    from datasette.app import Datasette

    write(record, tmp_path, "sqlite")
    metadata = json.loads((tmp_path / "metadata.json").read_text())

    async def ask() -> tuple[int, dict[str, Any], str]:
        desk = Datasette([str(tmp_path / "record.db")], metadata=metadata)
        await desk.invoke_startup()
        rows = await desk.client.get("/record/states.json?_search=palestine&_shape=objects")
        page = await desk.client.get("/record/persons")
        return rows.status_code, rows.json(), page.text

    status, found, page = asyncio.run(ask())
    assert status == 200
    assert "state:PSE" in {row["id"] for row in found["rows"]}
    assert "Creative Commons" in page


def test_followthemoney_accepts_every_entity(record: Record, tmp_path: Path) -> None:
    ftm = pytest.importorskip("followthemoney")
    write(record, tmp_path, "ftm")
    for line in (tmp_path / "record.ftm.jsonl").read_text(encoding="utf-8").splitlines():
        entity = json.loads(line)
        proxy = ftm.model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        for name, values in entity["properties"].items():
            assert set(values) == set(proxy.get(name)), (entity["id"], name)


def test_json_ld_is_one_graph_whose_references_resolve(record: Record, tmp_path: Path) -> None:
    write(record, tmp_path, "jsonld")
    graph = json.loads((tmp_path / "record.jsonld").read_text(encoding="utf-8"))["@graph"]
    ids = {node["@id"] for node in graph}
    assert len(ids) == len(graph)
    for node in graph:
        assert node["citation"], node["@id"]
        for value in node.values():
            for ref in value if isinstance(value, list) else [value]:
                if isinstance(ref, dict):
                    assert ref["@id"] in ids or ref["@id"].split(":")[0] not in ("state", "person"), ref


def test_an_unknown_format_is_refused(record: Record, tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="one of jsonl"):
        write(record, tmp_path, "xml")


def test_a_folder_that_cannot_be_written_is_refused(record: Record, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputRefused, match="Nothing was written"):
        write(record, tmp_path / "file", "csv")


def test_nothing_half_written_stays_behind(record: Record, tmp_path: Path) -> None:
    for form in FORMATS:
        if form != "parquet":
            write(record, tmp_path, form)
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".export")]
