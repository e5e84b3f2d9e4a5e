"""Archives of reports: order, bad lines, resumption after a cut at any point, processes, one whole file at the end."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hague.bulk import run as run_
from hague.bulk.pool import ordered
from hague.bulk.run import run
from hague.bulk.sources import Files, Lines
from hague.bulk.work import LONGEST_LINE
from hague.cli import run as command
from hague.errors import InputRefused

NEWS = "THE HAGUE, 3 May 2024 (Wire) — Israel has not ratified the Rome Statute, lawyer {} said on Thursday."


def _lines(n: int) -> str:
    return "".join(json.dumps({"id": f"r{i}", "text": NEWS.format(i), "extra": [i]}) + "\n" for i in range(n))


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    path.write_text(_lines(40), encoding="utf-8")
    return path


@pytest.fixture
def in_one_go(archive: Path, tmp_path: Path) -> bytes:
    run(Lines(str(archive)), tmp_path / "whole.jsonl")
    return (tmp_path / "whole.jsonl").read_bytes()


def test_a_line_of_answer_for_each_line_in_order(in_one_go: bytes) -> None:
    answers = [json.loads(line) for line in in_one_go.splitlines()]
    assert [a["id"] for a in answers] == [f"r{i}" for i in range(40)]
    members = "id header statements times mentions claims notices attributions timexes"
    assert list(answers[7]) == members.split()
    text = NEWS.format(7)
    assert answers[7]["header"]["date"] == "2024-05-03"
    (statement,) = answers[7]["statements"]
    assert text[slice(*statement["content"])] == statement["text"]
    for attribution in answers[7]["attributions"]:
        assert set(attribution) == {"source", "cue", "content"}
        assert all(a < b for a, b in attribution["content"])
    for timex in answers[7]["timexes"]:
        assert timex["type"] in ("DATE", "TIME", "DURATION", "SET")
        assert text[timex["start"] : timex["end"]].strip()
    assert answers[7]["claims"][0]["verdict"] == "supported"


def test_several_processes_give_the_same_bytes(archive: Path, tmp_path: Path, in_one_go: bytes) -> None:
    outcome = run(Lines(str(archive)), tmp_path / "out.jsonl", jobs=2)
    assert (outcome.answered, outcome.refused) == (40, 0)
    assert (tmp_path / "out.jsonl").read_bytes() == in_one_go
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl", "whole.jsonl"]


class Cut(Exception):
    pass


@pytest.mark.parametrize("at", [1, 5, 9])
def test_a_run_that_was_cut_off_goes_on_where_it_stopped(
    archive: Path, tmp_path: Path, in_one_go: bytes, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    monkeypatch.setattr(run_, "_BATCH_ITEMS", 4)
    monkeypatch.setattr(run_, "_SECONDS_BETWEEN_JOURNALS", -1.0)
    target = tmp_path / "out.jsonl"
    calls = 0

    def cut(_: int) -> None:
        nonlocal calls
        calls += 1
        if calls > at:
            raise Cut

    with pytest.raises(Cut):
        run(Lines(str(archive)), target, progress=cut)
    assert not target.exists()
    part = target.with_name(".out.jsonl.part")
    part.write_bytes(part.read_bytes() + b'{"id": "half a li')
    outcome = run(Lines(str(archive)), target)
    assert outcome.resumed_at == 4 * (at - 1)
    assert outcome.answered == 40
    assert target.read_bytes() == in_one_go


CHANGES = ["input", "day", "fresh", "journal"]


@pytest.mark.parametrize("change", CHANGES)
def test_a_run_starts_anew_when_anything_has_changed(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    monkeypatch.setattr(run_, "_BATCH_ITEMS", 4)
    monkeypatch.setattr(run_, "_SECONDS_BETWEEN_JOURNALS", -1.0)
    target = tmp_path / "out.jsonl"

    def cut(position: int) -> None:
        if position > 3000:
            raise Cut

    with pytest.raises(Cut):
        run(Lines(str(archive)), target, progress=cut)
    journal = target.with_name(".out.jsonl.journal")
    assert json.loads(journal.read_bytes())["number"] > 0
    if change == "input":
        archive.write_text(_lines(41), encoding="utf-8")
    elif change == "journal":
        journal.write_bytes(b'{"identity": 3')
    from datetime import date

    outcome = run(Lines(str(archive)), target, date(2020, 1, 1) if change == "day" else None, fresh=change == "fresh")
    assert outcome.resumed_at == 0
    assert outcome.answered == len(target.read_bytes().splitlines()) == (41 if change == "input" else 40)


def test_a_killed_run_leaves_no_half_file_and_no_process(archive: Path, tmp_path: Path, in_one_go: bytes) -> None:
    archive.write_text(_lines(1500), encoding="utf-8")
    target = tmp_path / "out.jsonl"
    args = [sys.executable, "-m", "hague", "read", str(archive), "--out", str(target), "--jobs", "2"]
    process = subprocess.Popen(args, stderr=subprocess.DEVNULL)
    part = target.with_name(".out.jsonl.part")
    limit = time.monotonic() + 15
    while time.monotonic() < limit and not (part.exists() and part.stat().st_size):
        time.sleep(0.05)
    children = _children(process.pid)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert not target.exists()
    limit = time.monotonic() + 20
    while time.monotonic() < limit and any(_alive(c) for c in children):
        time.sleep(0.1)
    assert not [c for c in children if _alive(c)]


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(c) for c in listed.read_text().split()] if listed.exists() else []


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


BAD = [
    # a line, part of what is said of it
    (b"{", "an object"),
    (b"[1, 2]", "Expected `object`"),
    (b'{"id": "a"}', "missing required field `text`"),
    (b'{"id": 1.5, "text": "x"}', "at `$.id`"),
    (b'{"id": "a", "text": 7}', "at `$.text`"),
    (b'{"id": "a", "text": "  "}', "some words"),
    (b'{"id": "a", "text": "Judges met.", "date": "2024-02-30"}', "a day that exists"),
    (b'{"id": "a", "text": "\xff\xfe"}', "utf-8"),
    (b'{"id": "a", "text": "' + b"x" * LONGEST_LINE + b'"}', "a line of at most"),
]


def test_bad_lines_are_listed_by_number_and_the_good_ones_answered(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    good = _lines(1).encode()
    path.write_bytes(b"\xef\xbb\xbf" + good + b"\n" + b"".join(line + b"\n" + good for line, _ in BAD))
    outcome = run(Lines(str(path)), tmp_path / "out.jsonl")
    assert outcome.answered == len((tmp_path / "out.jsonl").read_bytes().splitlines()) == len(BAD) + 1
    assert outcome.problems_file is not None
    listed = [json.loads(line) for line in outcome.problems_file.read_bytes().splitlines()]
    assert [p["where"].partition(":")[0] for p in listed] == [f"line {3 + 2 * i}" for i in range(len(BAD))]
    for problem, (_, words) in zip(listed, BAD, strict=True):
        assert words.lower() in problem["expected"].lower()


def test_a_fault_costs_one_line_only(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from hague import answers

    whole = answers.of_report
    monkeypatch.setattr(answers, "of_report", lambda t, d, r: 1 / 0 if "lawyer 3 " in t else whole(t, d, r))
    outcome = run(Lines(str(archive)), tmp_path / "out.jsonl")
    assert (outcome.answered, outcome.refused) == (39, 1)
    assert "ZeroDivisionError" in outcome.problems[0]["expected"]


def test_gzip_and_its_truncation(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl.gz"
    path.write_bytes(gzip.compress(_lines(3).encode()))
    assert run(Lines(str(path)), tmp_path / "out.jsonl").answered == 3
    path.write_bytes(gzip.compress(_lines(5).encode())[:-20])
    with pytest.raises(InputRefused, match="cannot be read"):
        run(Lines(str(path)), tmp_path / "other.jsonl")
    assert not (tmp_path / "other.jsonl").exists()


def test_two_runs_to_one_target_are_refused(archive: Path, tmp_path: Path) -> None:
    def again(position: int) -> None:
        if position:
            with pytest.raises(InputRefused, match="cannot be written"):
                run(Lines(str(archive)), tmp_path / "out.jsonl")

    assert run(Lines(str(archive)), tmp_path / "out.jsonl", progress=again).answered == 40


def test_files_of_one_report_each_are_lines_under_their_paths(tmp_path: Path) -> None:
    paths = []
    for i in range(3):
        paths.append(tmp_path / f"{i}.txt")
        paths[-1].write_text(NEWS.format(i), encoding="utf-8")
    paths[1].write_bytes(b"")
    outcome = run(Files([str(p) for p in paths]), tmp_path / "out.jsonl")
    ids = [json.loads(line)["id"] for line in (tmp_path / "out.jsonl").read_bytes().splitlines()]
    assert ids == [str(paths[0]), str(paths[2])]
    assert outcome.refused == 1


def test_results_come_in_order_and_work_is_drawn_only_a_little_ahead() -> None:
    drawn = 0

    def work():  # type: ignore[no-untyped-def]
        nonlocal drawn
        for i in range(50):
            drawn += 1
            yield i

    results = ordered(str, work(), 2)
    assert [next(results) for _ in range(3)] == ["0", "1", "2"]
    assert drawn <= 9
    assert list(results) == [str(i) for i in range(3, 50)]


def test_the_command_says_how_many(archive: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with archive.open("a") as file:
        file.write("not json\n")
    assert command(["read", str(archive), "--out", str(tmp_path / "o.jsonl"), "--jobs", "1"]) == 1
    _, err = capfd.readouterr()
    assert "40 of 41 reports answered" in err
    assert "line 41" in err
    assert command(["read", str(archive)]) == 1
    out, err = capfd.readouterr()
    assert len(out.splitlines()) == 40
    assert "1 of 41" in err
