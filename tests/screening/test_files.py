"""Files of events, good and bad: what is refused whole, what is set aside row by row, what is written."""

from __future__ import annotations

import csv
import errno
import gzip
import json
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from hague.errors import InputRefused
from hague.screening import screen
from hague.screening.results import Writer, safe

from .conftest import AS_OF, HEADER, Screening, event

GOOD = event("2014-05-03", 16.27, -0.04, "Mali")
ASIDE = [
    # what, line, reason
    ("a day that does not exist", event("2014-02-30", 16, 1), "date_start: '2014-02-30' is not a day that exists"),
    ("no day", event("", 16, 1), "date_start: no day"),
    ("words for a day", event("yesterday", 16, 1), "date_start: 'yesterday' is not a day that exists"),
    ("the end before the start", event("2014-05-03", 16, 1, end="2014-05-01"), "date_end: ends before it begins"),
    ("off the earth", event("2014-05-03", 96.27, 1), "lat: 96.27 is not between -90 and 90"),
    ("words for a number", event("2014-05-03", "north", 1), "lat: 'north' is not a number"),
    ("infinity", event("2014-05-03", 1, "inf"), "lon: not a finite number"),
    ("one coordinate", event("2014-05-03", 16, ""), "has only one of its two coordinates"),
    ("fewer deaths than none", event("2014-05-03", 16, 1, best="-3"), "best: a negative number"),
    ("too few cells", "9,x", "has 2 cells, the header 10"),
    ("a NUL", GOOD.replace("A", "A\0"), "holds NUL characters"),
]


@pytest.mark.parametrize(("line", "reason"), [c[1:] for c in ASIDE], ids=[c[0] for c in ASIDE])
def test_a_row_that_makes_no_sense_is_set_aside_with_its_line(line: str, reason: str, screened: Screening) -> None:
    outcome, rows = screened(GOOD, line, GOOD)
    assert (outcome.rows, outcome.unreadable, len(rows)) == (2, 1, 2)
    assert outcome.problems == (f"line 3: {reason}",)
    with Path(str(outcome.unreadable_file)).open(encoding="utf-8", newline="") as listed:
        assert [(r["line"], r["reason"]) for r in csv.DictReader(listed)] == [("3", reason)]


def test_ten_bad_rows_are_shown_and_all_are_listed(screened: Screening) -> None:
    outcome, _ = screened(GOOD, *[event("2014-02-30", 16, 1)] * 25)
    assert (outcome.unreadable, len(outcome.problems)) == (25, 10)
    assert len(Path(str(outcome.unreadable_file)).read_text(encoding="utf-8").splitlines()) == 26


def test_a_row_in_another_encoding_is_set_aside_alone(tmp_path: Path) -> None:
    lines = [
        HEADER.encode(),
        GOOD.encode(),
        GOOD.replace("A", "Côte").encode("latin-1"),
        GOOD.replace("A", "Côte").encode(),
    ]
    (tmp_path / "e.csv").write_bytes(b"\n".join(lines))
    outcome = screen(tmp_path / "e.csv", tmp_path / "r.csv", as_of=AS_OF)
    assert (outcome.rows, outcome.problems) == (2, ("line 3: is not UTF-8 (character 35)",))


def test_a_quotation_mark_never_closed_is_told_by_its_line(screened: Screening) -> None:
    outcome, _ = screened(GOOD, GOOD.replace("A", '"A'), *[GOOD] * 200)
    assert outcome.rows == 1
    assert outcome.problems[0].startswith(
        "line 3: has 8 cells, the header 10; a quotation mark opened here runs on to line"
    )


def test_a_cell_of_a_million_characters_and_one_with_line_breaks_are_read(screened: Screening) -> None:
    outcome, rows = screened(GOOD.replace("A", "x" * 1_000_000), GOOD.replace("A", '"a\nb"'), GOOD)
    assert (outcome.rows, outcome.unreadable) == (3, 0)
    assert len(rows[0]["side_a"]) == 1_000_000
    assert rows[1]["side_a"] == "a\nb"


def test_a_cell_that_looks_like_a_formula_is_made_harmless(screened: Screening) -> None:
    _, rows = screened(GOOD.replace(",A,B,", ",=cmd|x,@sum(1),"))
    assert (rows[0]["side_a"], rows[0]["side_b"], rows[0]["lon"]) == ("'=cmd|x", "'@sum(1)", "-0.04")


@pytest.mark.parametrize("cell", ["=1", "+x", "-x", "@a", "\tx", "\rx"])
def test_every_beginning_of_a_formula_is_escaped(cell: str) -> None:
    assert safe(cell) == "'" + cell


REFUSED = [
    ("semicolons", f"{HEADER}\n{GOOD}".replace(",", ";"), "separated by semicolons"),
    ("tabs", f"{HEADER}\n{GOOD}".replace(",", "\t"), "separated by tabs"),
    ("a missing column", f"{HEADER}\n{GOOD}".replace("lat,", "lati,"), "Did you mean 'lati'"),
    ("two columns of a name", f"{HEADER},lat\n{GOOD},1", "one column of that name"),
    ("an unknown shape", "a,b\n1,2\n", "the columns of UCDP GED or ACLED"),
    ("screened before", f"{HEADER},hague_state\n{GOOD},MLI\n", "was it screened before"),
    ("no rows", HEADER, "at least one row"),
    ("nothing", "", "the file is empty"),
    ("no row that can be read", f"{HEADER}\n{event('2014-02-30', 1, 1)}\n", "None of the 1 rows"),
]


@pytest.mark.parametrize(("text", "said"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED])
def test_a_file_that_cannot_be_screened_is_refused_and_leaves_nothing(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "e.csv").write_text(text, encoding="utf-8")
    with pytest.raises(InputRefused) as refusal:
        screen(tmp_path / "e.csv", tmp_path / "r.csv", as_of=AS_OF)
    assert said in str(refusal.value)
    assert [p.name for p in tmp_path.iterdir()] == ["e.csv"]


def test_utf_16_is_refused_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "e.csv").write_bytes(f"{HEADER}\n{GOOD}".encode("utf-16"))
    with pytest.raises(InputRefused, match="iconv"):
        screen(tmp_path / "e.csv", tmp_path / "r.csv", as_of=AS_OF)


def test_all_that_is_wrong_with_what_was_asked_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputRefused) as refusal:
        screen(tmp_path / "no.csv", tmp_path / "r.xlsx", as_of=AS_OF, crimes=["war-crimes"])
    assert len(refusal.value.problems) == 2
    assert "Did you mean war-crime?" in str(refusal.value)


# -- other shapes -----------------------------------------------------------------------------------------


def test_acled_is_known(screened: Screening) -> None:
    header = "event_id_cnty,event_date,event_type,actor1,country,latitude,longitude,fatalities"
    outcome, rows = screened("MLI1,03 May 2014,Battles,A,Mali,16.27,-0.04,3", header=header)
    assert outcome.shape == "ACLED"
    assert rows[0]["hague_state"] == "MLI"


def test_the_official_columns_of_ucdp_are_known(screened: Screening) -> None:
    header = "id,type_of_violence,side_a,country,latitude,longitude,date_start,date_end,best"
    line = "1,1,A,Mali,16.27,-0.04,2014-05-03 00:00:00.000,2014-05-04 00:00:00.000,3"
    outcome, rows = screened(line, header=header)
    assert (outcome.shape, rows[0]["hague_situation"]) == ("UCDP GED", "mali")


def test_a_mapping_tells_any_other_shape(screened: Screening, tmp_path: Path) -> None:
    mapping = tmp_path / "columns.toml"
    mapping.write_text('date = "Tag"\nplace = "Ort"\ncountry = "Land"\ndate_format = "%d.%m.%Y"\ndelimiter = ";"\n')
    outcome, rows = screened("03.05.2015;UA-43;", "03.05.2014;;Mali", header="Tag;Ort;Land", mapping=mapping)
    assert (outcome.shape, outcome.rows) == ("columns.toml", 2)
    assert [r["hague_state"] for r in rows] == ["UKR", "MLI"]


def test_everything_wrong_with_a_mapping_is_told_at_once(screened: Screening, tmp_path: Path) -> None:
    mapping = tmp_path / "columns.toml"
    mapping.write_text('datum = "a"\nlatitude = 3\ndelimiter = ";;"\n')
    with pytest.raises(InputRefused) as refusal:
        screened(GOOD, mapping=mapping)
    said = str(refusal.value)
    assert "Did you mean date" in said
    assert len(refusal.value.problems) == 5


def test_parquet_keeps_its_types(tmp_path: Path) -> None:
    days = pa.array([735721, 735722], pa.int32()).cast(pa.int64())
    table = pa.table(
        {
            "id": pa.array([1, 2]),
            "date_start": pa.array([16193, 16194], pa.int32()).cast(pa.date32()),
            "country": ["Mali", "Mali"],
            "lat": [16.27, 16.3],
            "lon": [-0.04, 0.0],
            "type_of_violence": [1, 3],
            "side_a": ["A", None],
            "best": [1, 2],
            "days": days,
        }
    )
    pq.write_table(table, tmp_path / "e.parquet")
    outcome = screen(tmp_path / "e.parquet", tmp_path / "r.parquet", as_of=AS_OF)
    result = pq.read_table(tmp_path / "r.parquet")
    assert (outcome.rows, result.schema.field("id").type) == (2, pa.int64())
    assert result.select(table.schema.names).to_pydict() == table.to_pydict()
    assert result["hague_state"].to_pylist() == ["MLI", "MLI"]


def test_parquet_of_wrong_types_is_refused_with_all_of_them(tmp_path: Path) -> None:
    table = pa.table(
        {"date_start": [True], "type_of_violence": [1], "side_a": ["A"], "lat": [[1]], "lon": [1.0], "country": [4]}
    )
    pq.write_table(table, tmp_path / "e.parquet")
    with pytest.raises(InputRefused) as refusal:
        screen(tmp_path / "e.parquet", tmp_path / "r.parquet", as_of=AS_OF)
    assert len(refusal.value.problems) == 3


def test_a_compressed_file_that_breaks_off_is_screened_up_to_there(tmp_path: Path) -> None:
    whole = gzip.compress("\n".join([HEADER, *[event("2014-05-03", i / 1e4, 1) for i in range(60_000)]]).encode())
    (tmp_path / "e.csv.gz").write_bytes(whole[: len(whole) // 2])
    outcome = screen(tmp_path / "e.csv.gz", tmp_path / "r.csv", as_of=AS_OF)
    assert outcome.rows > 1000
    assert "breaks off" in outcome.problems[-1]


@pytest.mark.parametrize("body", [b"hello", b"PAR1hello"])
def test_what_is_parquet_by_name_only_is_refused(body: bytes, tmp_path: Path) -> None:
    (tmp_path / "e.parquet").write_bytes(body)
    with pytest.raises(InputRefused, match="Parquet"):
        screen(tmp_path / "e.parquet", tmp_path / "r.parquet", as_of=AS_OF)


# -- whole or not at all ----------------------------------------------------------------------------------


def test_a_full_disk_leaves_nothing_under_the_final_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "e.csv").write_text(f"{HEADER}\n{GOOD}\n", encoding="utf-8")

    def full(self: Writer, table: pa.RecordBatch) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Writer, "write", full)
    with pytest.raises(InputRefused, match="No space left"):
        screen(tmp_path / "e.csv", tmp_path / "r.csv", as_of=AS_OF)
    assert [p.name for p in tmp_path.iterdir()] == ["e.csv"]


def test_a_killed_run_leaves_nothing_and_the_next_one_starts_clean(tmp_path: Path) -> None:
    with (tmp_path / "e.csv").open("w", encoding="utf-8") as events:
        events.write(HEADER + "\n" + (GOOD + "\n") * 400_000)
    arguments = [sys.executable, "-m", "hague", "screen", str(tmp_path / "e.csv"), "--out", str(tmp_path / "r.csv")]
    run = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while run.poll() is None and not any(p.stat().st_size for p in tmp_path.glob(".r.csv.*.part")):
        pass
    run.kill()
    run.wait()
    assert not (tmp_path / "r.csv").exists()
    assert list(tmp_path.glob(".r.csv.*.part"))
    (tmp_path / "e.csv").write_text(f"{HEADER}\n{GOOD}\n", encoding="utf-8")
    screen(tmp_path / "e.csv", tmp_path / "r.csv", as_of=AS_OF)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["e.csv", "r.csv"]


def test_a_result_takes_the_place_of_an_older_one_only_when_it_is_whole(tmp_path: Path) -> None:
    (tmp_path / "e.csv").write_text(f"{HEADER}\n{event('2014-02-30', 1, 1)}\n", encoding="utf-8")
    (tmp_path / "r.csv").write_text("older", encoding="utf-8")
    with pytest.raises(InputRefused):
        screen(tmp_path / "e.csv", tmp_path / "r.csv", as_of=AS_OF)
    assert (tmp_path / "r.csv").read_text(encoding="utf-8") == "older"


def test_batches_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [event(f"20{y:02}-05-03", 10 + y / 10, y / 10, "Mali") for y in range(1, 20)]
    (tmp_path / "e.csv").write_text("\n".join([HEADER, *lines]), encoding="utf-8")
    screen(tmp_path / "e.csv", tmp_path / "one.csv", as_of=AS_OF)
    monkeypatch.setattr("hague.screening.rows.opened.__defaults__", (3,))
    screen(tmp_path / "e.csv", tmp_path / "many.csv", as_of=AS_OF)
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "many.csv").read_bytes()


# -- the command and the summary --------------------------------------------------------------------------


def test_the_command_says_what_came_of_it(tmp_path: Path) -> None:
    (tmp_path / "e.csv").write_text(f"{HEADER}\n{GOOD}\n{event('2014-02-30', 1, 1)}\n", encoding="utf-8")
    arguments = [sys.executable, "-m", "hague", "screen", "e.csv", "--out", "r.csv", "--as-of", "2026-11-24"]
    plain = subprocess.run(arguments, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert plain.stdout == "1 rows (UCDP GED) → r.csv\n"
    assert "1 row cannot be read; all are listed in r.unreadable.csv" in plain.stderr
    as_json = subprocess.run([*arguments, "--json"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert json.loads(as_json.stdout)["unreadable"] == 1
    wrong = subprocess.run(
        [*arguments, "--engine", "abacus"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert wrong.returncode == 1
    assert "duckdb, spark" in wrong.stderr


def test_the_summary_counts_each_event_once_and_credits_its_source(screened: Screening, tmp_path: Path) -> None:
    folder = tmp_path / "summary"
    lines = [GOOD, event("1994-04-20", -1.95, 30.06, "Rwanda", best="7"), event("2013-08-21", 33.52, 36.36, "Syria")]
    screened(*lines, summary=folder)
    with (folder / "by-year.csv").open(encoding="utf-8", newline="") as found:
        rows = list(csv.DictReader(found))
    assert [(r["year"], r["fate"], r["events"], r["deaths"]) for r in rows] == [
        ("1994", "before", "1", "7"),
        ("2013", "nationality", "1", "1"),
        ("2014", "situation", "1", "1"),
    ]
    for picture in ("map.svg", "by-year.svg"):
        text = (folder / picture).read_text(encoding="utf-8")
        assert text.startswith("<svg")
        assert "Uppsala Conflict Data Program" in text
        assert "Natural Earth" in text
    assert "<table>" in (folder / "index.html").read_text(encoding="utf-8")
