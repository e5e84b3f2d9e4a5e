"""Rules of law are met in other people's words: in the wordings of the record and in the wrong ones."""

from __future__ import annotations

from datetime import date

import pytest

from hague import checking
from hague.record import Record

DAY = date(2020, 6, 1)
ROWS = [
    # the rule in words that no row of the table has
    ("+", "The removal of an ICC prosecutor takes an absolute majority of the member states, in a secret ballot."),
    ("+", "The International Criminal Court cannot try the dead."),
    ("+", "At the International Criminal Court no one under 18 can be tried."),
    # wrong in a number, an age, an organ, for ever
    ("-", "The International Criminal Court may not try anyone under the age of 16."),
    ("-", "Boys of 16 could have ended up in The Hague before the International Criminal Court."),
    ("-", "The judges of the ICC choose the Prosecutor from among themselves."),
    ("-", "An ICC file once closed can never be reopened."),
    # law of other courts, cases, and what only looks like a rule
    ("0", "Under Article 17 of the Rome Statute the case of 16 boys was discussed."),
    ("0", "The national court may impose the death penalty for this."),
]  # fmt: skip
MARKS = {"+": "supported", "-": "contradicted"}


@pytest.mark.parametrize(("mark", "sentence"), ROWS)
def test_rules_are_met_in_other_words(mark: str, sentence: str, record: Record) -> None:
    found = {c.verdict for c in checking.check_sentence(sentence, DAY, record)} - {"not-checkable"}
    assert found == ({MARKS[mark]} if mark in MARKS else set())
