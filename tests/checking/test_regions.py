"""Groups of States: their words are known to reading, their States to the record."""

from __future__ import annotations

from datetime import date

from hague.checking import regions
from hague.reading.propositions.lexicon import data
from hague.record import load


def test_reading_knows_every_word() -> None:
    known = {w.strip() for w in data()["cues"]["region-word"]["words"].split(",")}
    assert regions.words() == known


def test_record_knows_every_state() -> None:
    states = load().states
    for word in regions.words():
        region = regions.named(word)
        assert region is not None
        assert not (set(region.states) | region.perhaps) - set(states), word


def test_the_european_union_grew() -> None:
    union = regions.named("european union")
    assert union is not None
    sizes = [len(union.on(date(year, 12, 31))) for year in (2003, 2004, 2007, 2013, 2020)]
    assert sizes == [15, 25, 27, 28, 27]
