"""What must hold whatever the facts, on every cell; and an index of the rules without gaps."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from hague.law import index, properties
from hague.law.jurisdiction import JURISDICTION, ROOTS
from hague.law.tree import rules
from hague.record import Record


@pytest.fixture(scope="module")
def checked(record: Record) -> list[properties.Checked]:
    return properties.verify(record)


def test_every_property_holds_on_every_cell(checked: list[properties.Checked]) -> None:
    assert [(c.sentence, c.counterexample) for c in checked if not c.holds] == []


def test_there_are_at_least_twenty_five_and_none_twice() -> None:
    sentences = properties.sentences()
    assert len(sentences) == len(set(sentences)) >= 25
    assert all(s.endswith(".") for s in sentences)


def test_a_broken_property_names_its_facts(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = [("Nobody is ever tried.", lambda cells: cells.decide(JURISDICTION) == 1)]
    monkeypatch.setattr(properties, "_PROPERTIES", broken)
    (found,) = properties.verify(record, [date(2020, 1, 1)])
    assert not found.holds
    assert found.counterexample is not None
    assert found.counterexample.startswith("as of 2020-01-01: crime")


def test_every_rule_of_jurisdiction_applies_somewhere_or_fails_somewhere(record: Record) -> None:
    entries = index.index(record)
    known = {r.id for r in rules(*ROOTS)}
    presumed = ("office-no-bar", "trigger", "no-limitation")
    for entry in entries:
        if entry.rule in known:
            told = [entry.applies, entry.does_not, entry.cannot_tell]
            assert np.count_nonzero([t is not None for t in told]) >= (1 if entry.rule in presumed else 2), entry


def test_every_authority_is_a_decision_on_record(record: Record) -> None:
    named = {a for e in index.index(record) for a in e.authority}
    assert named
    assert named <= set(record.decisions)


def test_an_article_shows_its_rules() -> None:
    assert {"adult", "minor"} <= {r.id for r in index.under("26")}
    assert index.under("26") != index.under("2")
    assert {"territory", "nationality", "acceptance-place"} <= {r.id for r in index.under("12")}
    assert index.under("15bis(3)", date(2018, 7, 16)) == []
    assert index.under("121(5)", date(2010, 1, 1)) == []
