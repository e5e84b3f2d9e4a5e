"""Sentences about the Court with the verdict that record and law give them, a line each in ``sentences.txt``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hague import checking
from hague.checking import Claim
from hague.record import Record

VERDICTS = {"+": "supported", "-": "contradicted", "?": "unsettled", "~": "not-checkable"}
WEIGHT = {"contradicted": 3, "unsettled": 2, "supported": 1, "not-checkable": 0}
ROWS = [
    tuple(line.split(" ", 2))
    for line in Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
PATIENCE = 0.97
"""Share of the sentences that must get their verdict; none may be called wrong when it is right."""


def verdict(sentence: str, day: str, record: Record) -> tuple[str | None, tuple[Claim, ...]]:
    claims = checking.check_sentence(sentence, date.fromisoformat(day), record)
    return max((c.verdict for c in claims), key=WEIGHT.__getitem__, default=None), claims


def test_sentences_get_their_verdicts(record: Record) -> None:
    missed = []
    for day, mark, sentence in ROWS:
        found, claims = verdict(sentence, day, record)
        wanted = VERDICTS[mark]
        if found != wanted and not (wanted == "not-checkable" and found is None):
            missed.append((sentence, wanted, found, [c.why for c in claims]))
    assert len(missed) <= (1 - PATIENCE) * len(ROWS), missed


@pytest.mark.parametrize("row", [r for r in ROWS if r[1] == "+"], ids=lambda r: r[2][:60])
def test_what_is_right_is_never_called_wrong(row: tuple[str, str, str], record: Record) -> None:
    found, claims = verdict(row[2], row[0], record)
    assert found != "contradicted", [c.why for c in claims]


def test_every_decisive_verdict_has_a_source_and_a_reason(record: Record) -> None:
    for day, _, sentence in ROWS:
        for claim in verdict(sentence, day, record)[1]:
            assert claim.why
            assert sentence[claim.start : claim.end] == claim.text
            if claim.verdict != "not-checkable":
                assert claim.source in claim.sources
                assert claim.source.startswith("http")
            if claim.verdict == "contradicted":
                assert claim.correction
            assert bool(claim.sides) == (claim.verdict == "unsettled")
