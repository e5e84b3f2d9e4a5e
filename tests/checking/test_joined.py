"""Parts of one assertion are one claim; what begins another is left apart; an open question is unsettled."""

from __future__ import annotations

from datetime import date

import pytest

from hague import checking, reading
from hague.record import Record

FRAME = "THE HAGUE, 1 June 2024 — A report on the International Criminal Court. {0}"
ROWS = [
    # one claim
    ("Russia signed the Rome Statute in 2000 and took its signature back in 2016.", ["supported"]),
    ("Belarus signed the Rome Statute in 1998 and ratified it in 2001.", ["contradicted"]),
    # two claims
    ("Italy has been a member since 2002, and Vladimir Putin has been wanted since March 2023.", ["supported"] * 2),
    ("Israel is not a member; Jordan has been one since 2002.", ["supported"] * 2),
    # a question that the sentence itself calls open
    ("Whether the Court may try a former head of state of Brazil for this is disputed.", ["unsettled"]),
    ("Whether the judges will agree is for them to say.", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), ROWS)
def test_claims_of_a_sentence(sentence: str, wanted: list[str], record: Record) -> None:
    text = FRAME.format(sentence)
    report = reading.read(text, date="2024-06-01", record=record)
    claims = checking.check_report(report, date(2024, 6, 1), record)
    found = [c for c in claims if c.start >= text.index(sentence) and c.verdict != "not-checkable"]
    assert [c.verdict for c in found] == wanted, [(c.text, c.verdict) for c in found]
    for claim in found:
        assert text[claim.start : claim.end] == claim.text
        assert claim.source in claim.sources
        assert bool(claim.sides) == (claim.verdict == "unsettled")
