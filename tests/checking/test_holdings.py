"""What rulings and events on record say decides clauses that no row takes."""

from __future__ import annotations

from datetime import date

import pytest

from hague import checking, reading
from hague.record import Record

FRAME = "THE HAGUE, {day} — A report on the International Criminal Court and {about}. {sentence}"
ROWS = [
    ("2019-01-20", "Laurent Gbagbo", "The hearings had begun in January 2016.", "supported"),
    ("2019-01-20", "Laurent Gbagbo", "The hearings had begun in March 2012.", None),
    ("2010-08-01", "Omar al-Bashir and Darfur", "The 2005 resolution was adopted unanimously.", "contradicted"),
    ("2025-03-12", "Rodrigo Duterte and the Philippines",
     "There are reasonable grounds to hold him responsible for murder as a crime against humanity.", "supported"),
    ("2020-12-10", "Iraq and the United Kingdom", "The river was bridged eight years later.", None),
]  # fmt: skip


@pytest.mark.parametrize(("day", "about", "sentence", "wanted"), ROWS)
def test_clauses_are_held_against_the_record(
    day: str, about: str, sentence: str, wanted: str | None, record: Record
) -> None:
    text = FRAME.format(day=day, about=about, sentence=sentence)
    claims = checking.check_report(reading.read(text, date=day, record=record), date.fromisoformat(day), record)
    start = text.index(sentence)
    verdicts = {c.verdict for c in claims if c.start >= start} - {"not-checkable"}
    assert verdicts == ({wanted} if wanted else set())
    for claim in claims:
        if claim.verdict in ("supported", "contradicted"):
            assert claim.why
            assert claim.source
