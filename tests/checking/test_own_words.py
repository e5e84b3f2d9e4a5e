"""A sample of the record in its own words: what it says is not called wrong, nor what it calls wrong right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import own_words
import pytest

from hague.record import Record

Source = Callable[[Record], Iterator[tuple[str, date, str]]]
SAMPLE = 30
"""Every so many sentences one is read; ``python -m tests.checking.own_words`` reads all."""
ROWS = [
    # source, verdict that must not be, share of the sample that may get it (it only falls)
    (own_words.facts, "contradicted", 0.03),
    (own_words.rules, "contradicted", 0.05),
    (own_words.misreadings, "supported", 0.06),
]


@pytest.mark.parametrize(("source", "opposite", "allowed"), ROWS, ids=["facts", "rules", "misreadings"])
def test_the_record_agrees_with_itself(source: Source, opposite: str, allowed: float, record: Record) -> None:
    sentences = [row for n, row in enumerate(source(record)) if n % SAMPLE == 0]
    faults = [
        (said, claim.predicate, claim.why)
        for ident, day, said in sentences
        for claim in own_words.claims(ident, day, said, record)
        if claim.verdict == opposite
    ]
    assert len(faults) <= allowed * len(sentences), faults
