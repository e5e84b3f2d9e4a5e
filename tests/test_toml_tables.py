"""Tables of words and rules: their compiled copy says what the TOML says."""

import tomllib
from pathlib import Path

import msgspec
import pytest

import hague
from hague import toml_tables
from hague.reading.times import rules
from hague.reading.times.tokens import cut

TEXTS = (
    "Two days after the vote, in early May 2024, he left.",
    "The warrant of 17 March 2023 was made public last Friday at 19:00.",
    "From 2002 to 2003, and again in the 1990s, for some twenty years.",
    "Nothing of time is told here.",
)
TABLES = sorted(Path(hague.__file__).parent.rglob("*.toml"))


@pytest.mark.parametrize("table", TABLES, ids=lambda p: p.stem)
def test_a_compiled_table_is_the_table(table: Path) -> None:
    assert msgspec.msgpack.decode(toml_tables.compiled(table)) == tomllib.loads(table.read_text(encoding="utf-8"))


def test_a_compiled_copy_is_read_first(tmp_path: Path) -> None:
    table = tmp_path / "words.toml"
    table.write_text("[words]\nday = 'D'\n", encoding="utf-8")
    assert toml_tables.read(table) == {"words": {"day": "D"}}
    toml_tables.compiled_path(table).write_bytes(toml_tables.compiled(table))
    table.unlink()
    assert toml_tables.read(table) == {"words": {"day": "D"}}


def test_a_table_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        toml_tables.read(tmp_path / "nowhere.toml")


@pytest.mark.parametrize("text", TEXTS)
def test_a_pattern_that_is_passed_over_would_not_have_matched(text: str) -> None:
    known = rules.load()
    codes = cut(text, known.code_of_word, known.code_of_shape).codes
    passed = [rule for rule in known.rules if not rule.may_match(frozenset(codes))]
    assert passed
    assert not [rule.source for rule in passed if rule.pattern.search(codes)]
