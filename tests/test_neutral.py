"""Neutral throughout: no text of our own calls anyone guilty before a conviction."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import hague
from hague.record import Record
from hague.record.status import PersonStatus, status_after

SRC = Path(hague.__file__).parent
GUILT = re.compile(
    r"\b(guilty|culprit|perpetrators?|criminals?\b(?! court)|war criminals?|murderers?|terrorists?)\b", re.I
)


def _strings(path: Path) -> Iterator[str]:
    """The words that a program may print: its string constants, docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documents = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documents:
            yield node.value


@pytest.mark.parametrize("module", [*sorted(SRC.glob("cli/*.py")), SRC / "answers.py"], ids=lambda p: p.name)
def test_no_template_calls_anyone_guilty(module: Path) -> None:
    for text in _strings(module):
        assert not GUILT.search(text), text


def test_nobody_stands_convicted_without_a_conviction(record: Record) -> None:
    after_conviction: set[PersonStatus] = {"convicted", "serving-sentence", "sentence-served"}
    for person in record.persons.values():
        kinds = {e.event for e in person.history}
        if "convicted" not in kinds:
            assert status_after(person.history) not in after_conviction, person.id
            assert not [c for c in person.charges if c.outcome == "convicted"], person.id


OUTCOMES = (
    "acquit",
    "withdr",
    "dead",
    "died",
    "killed",
    "death",
    "not confirm",
    "declin",
    "terminat",
    "vacat",
    "inadmissible",
    "ended",
    "reversed",
)


def test_an_acquittal_a_death_or_a_withdrawal_is_the_first_thing_said(record: Record) -> None:
    said_first = {
        "acquitted",
        "dead",
        "charges-withdrawn",
        "charges-not-confirmed",
        "proceedings-ended",
        "inadmissible",
    }
    for person in record.persons.values():
        if person.history and status_after(person.history) in said_first:
            assert person.note, person.id
            assert any(word in person.note.lower() for word in OUTCOMES), (person.id, person.note)
