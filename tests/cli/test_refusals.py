"""What is refused, with which exit code and which words; never a traceback, never a hang."""

import json
from pathlib import Path
from typing import Any

import pytest

from hague.cli import COMMANDS, run

NEWS = "Paris, 3 May 2024 (Wire) -- Israel has not ratified the Rome Statute, a lawyer said on Thursday.\n"


FILES = [
    # bytes, part of the message
    (b"", "the file is empty"),
    (b" \n\t\n", "the file is empty"),
    (b"\x89PNG\r\n\x1a\n\0\0\0", "binary"),
    ("Le procureur a dit «non»".encode("utf-16"), "UTF-16"),
    ("The court’s President Hofmański said".encode("windows-1250"), "byte 9 is not"),
    (b"x" * 20_000_001, "20,000,001 bytes"),
    (b"word " * 1_200_000, "2,000,000"),
]


@pytest.mark.parametrize(("data", "message"), FILES, ids=[m for _, m in FILES])
def test_a_file_that_is_no_report(said: Any, tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(data)
    assert said("read", str(path)).code == 1
    assert message in said.err


def test_a_missing_file(said: Any, tmp_path: Path) -> None:
    assert said("read", str(tmp_path / "none.txt")).code == 1
    assert "No such file" in said.err


def test_the_good_reports_are_answered_beside_a_bad_one(said: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS)
    (tmp_path / "b.txt").write_bytes(b"")
    assert said("read", str(tmp_path), "--out", str(tmp_path / "out")).code == 1
    assert json.loads((tmp_path / "out" / "a.json").read_text())["header"]["date"] == "2024-05-03"
    assert "1 of 2 reports" in said.err
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["a.json"]


DAYS = ["2024-02-30", "2024-13-01", "yesterday", "03/05/2024", "2024-5-3", "20240503", "0000-01-01"]


@pytest.mark.parametrize("given", DAYS)
@pytest.mark.parametrize("command", [("read", "--sample", "--date"), ("show", "state:PSE", "--as-of")])
def test_a_day_that_does_not_exist(said: Any, command: tuple[str, ...], given: str) -> None:
    assert said(*command, given).code == 1
    assert "YYYY-MM-DD" in said.err
    assert given in said.err


USAGE = [
    (("shwo", "state:PSE"), "Did you mean 'show'?"),
    (("read",), "Name a file"),
    (("show",), "NAME"),
    (("read", "--smaple"), "--sample"),
    (("export", "x"), "--format"),
]


@pytest.mark.parametrize(("args", "message"), USAGE)
def test_wrong_usage_is_exit_code_2(said: Any, args: tuple[str, ...], message: str) -> None:
    assert said(*args).code == 2
    assert message in said.err


NAMES = [
    ("gaddafi", "may mean several entries: person:muammar-gaddafi"),
    ("pallestine", "Nearest:"),
    ("xqzzy", "nothing on record is near it"),
    ("state:XYZ", "is not on record"),
]


@pytest.mark.parametrize(("name", "message"), NAMES)
def test_a_name_that_is_nobodys_or_several_peoples(said: Any, name: str, message: str) -> None:
    assert said("show", name).code == 1
    assert message in said.err


ERRORS_AS_JSON = [
    (("show", "gaddafi", "--json"), "not-on-record"),
    (("read", "--json", "none.txt"), "input-refused"),
    (("read", "--json"), "usage"),
    (("record", "persons", "--status", "guilty", "--json"), "input-refused"),
]


@pytest.mark.parametrize(("args", "kind"), ERRORS_AS_JSON)
def test_errors_have_one_shape_in_json(said: Any, args: tuple[str, ...], kind: str) -> None:
    assert said(*args).code in (1, 2)
    error = json.loads(said.out)["error"]
    assert error["kind"] == kind
    assert error["message"]
    assert isinstance(error["problems"], list)


def test_a_fault_inside_is_exit_code_70(said: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HAGUE_TRACEBACK", raising=False)
    monkeypatch.setattr("hague.cli.show.load", lambda: 1 / 0)
    code = run(["show", "state:PSE"])
    _, err = said._capfd.readouterr()
    assert code == 70
    assert "Traceback" not in err
    assert "please report" in err


@pytest.mark.parametrize("verb", COMMANDS)
def test_every_verb_explains_itself(said: Any, verb: str) -> None:
    assert said(verb, "--help").code == 0
    assert "Usage: hague " + verb in said.out
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert f"hague {verb}" in readme


def test_a_fault_in_one_pass_takes_nothing_else_along(said: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HAGUE_TRACEBACK", raising=False)
    monkeypatch.setattr("hague.reading.statements.find", lambda report: 1 / 0)
    assert said("read", "--sample", "--json").code == 0
    answer = json.loads(said.out)
    assert answer["times"]
    assert answer["claims"]
    assert "ZeroDivisionError" in " ".join(answer["notices"])
