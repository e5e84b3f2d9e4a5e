"""Passages in which the last sentence leans on those before it, with the verdict of that sentence, a line each in
``passages.txt``: day, mark, context, ``//``, sentence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hague import checking, reading
from hague.record import Record

VERDICTS = {"+": "supported", "-": "contradicted"}
WEIGHT = {"contradicted": 3, "unsettled": 2, "supported": 1, "not-checkable": 0}
ROWS = [
    tuple(line.split(" ", 2))
    for line in Path(__file__).with_name("passages.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r[2].rpartition(" // ")[2][:60])
def test_the_last_sentence_gets_its_verdict(row: tuple[str, str, str], record: Record) -> None:
    day, mark, passage = row
    context, _, last = passage.rpartition(" // ")
    report = reading.read(f"{context} {last}", date=day, record=record)
    claims = checking.check_report(report, date.fromisoformat(day), record)
    found = [c for c in claims if c.start > len(context)]
    assert max((c.verdict for c in found), key=WEIGHT.__getitem__, default=None) == VERDICTS[mark], [
        (c.text, c.verdict, c.why) for c in found
    ]
