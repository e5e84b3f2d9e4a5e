"""The record's files are read strictly: what is not understood is refused, with file, line, path and example."""

from pathlib import Path

import pytest

from hague.errors import RecordBroken
from hague.record import source_files
from hague.record.compiled import build, open_compiled, sources_root
from hague.record.lint import lint
from hague.record.model import TABLES, Person, State
from hague.record.source_files import read_text
from hague.record.spelling import dump, dump_list

REFUSED = [
    # text, part of the message, what it shows
    ("", "an entry of type Person"),
    ("id: person:a\nname: [", "YAML"),
    ("id: person:a\nname: A\n", "missing required field `sources`"),
    ("id: person:a\nname: A\nsources: []\n", "length >= 1"),
    ("id: person:a\nname: A\nsources: [x]\nnickname: B\n", "unknown field `nickname`"),
    ("id: Person A\nname: A\nsources: [x]\n", "a word spelled like"),
    ("id: person:a\nname: A\nname: B\nsources: [x]\n", "each key once"),
    ("id: person:a\nname: A\nsources: [x]\nborn: 12 May 1950\n", "a word spelled like"),
    (
        "id: person:a\nname: A\nsources: [x]\nhistory:\n  - event: vanished\n    on: 2020\n    sources: [x]\n",
        "vanished",
    ),
]


@pytest.mark.parametrize(("text", "said"), REFUSED)
def test_a_malformed_entry_is_refused(text: str, said: str) -> None:
    found, problems = read_text(text, Person, "persons/a.yaml")
    assert problems
    assert said in str(problems[0])
    assert str(problems[0]).startswith("persons/a.yaml")
    assert not found or problems


def test_a_problem_names_the_line() -> None:
    text = "id: person:a\nname: A\nsources: [x]\nhistory:\n  - event: arrested\n    on: 2020\n    by: [nobody]\n"
    _, problems = read_text(text + "    sources: [x]\n", Person, "a.yaml")
    assert str(problems[0]).startswith("a.yaml:7 ($.history[0].by[0])")


def test_all_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    for table in ("states", "persons"):
        (tmp_path / table).mkdir()
    (tmp_path / "states" / "AAA.yaml").write_text("id: state:AAA\n")
    (tmp_path / "persons" / "b.yaml").write_text("id: person:b\n")
    with pytest.raises(RecordBroken) as caught:
        source_files.read(tmp_path)
    assert len(caught.value.problems) == 2


def test_a_broken_file_leaves_no_compiled_record(tmp_path: Path) -> None:
    (tmp_path / "states").mkdir()
    (tmp_path / "states" / "AAA.yaml").write_text("id: state:AAA\n")
    with pytest.raises(RecordBroken):
        build(tmp_path, tmp_path / "out.msgpack")
    assert not (tmp_path / "out.msgpack").exists()


@pytest.fixture(scope="module")
def root() -> Path:
    found = sources_root()
    if found is None:
        pytest.skip("the record's files are only in a checkout")
    return found


def test_the_record_is_in_order(root: Path) -> None:
    assert [str(p) for p in lint(root)] == []


def test_building_twice_gives_the_same_bytes(root: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        build(root, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    reviewed, tables = open_compiled(tmp_path / "one")
    assert reviewed == source_files.reviewed(root)
    assert set(tables) == {*TABLES, "passages"}


HARD_SPELLINGS = [
    "null",
    "true",
    "12",
    "a: b",
    "- a",
    "“quoted”",
    'say "no"',
    " a",
    "a #b",
    "a, b",
    "é",
    "",
    "*x",
    "2015",
]


@pytest.mark.parametrize("text", HARD_SPELLINGS)
def test_any_words_survive_the_canonical_spelling(text: str) -> None:
    entry = State(
        id="state:AAA",
        name=text,
        official_name=text,
        kind="place",
        iso2="AA",
        iso3="AAA",
        sources=("x",),
        demonyms=(text,),
    )
    found, problems = read_text(dump(entry), State, "x")
    assert not problems
    assert found == [entry]
    found, problems = read_text(dump_list([entry, entry]), State, "x")
    assert found == [entry, entry]
