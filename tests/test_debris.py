"""Texts that broke something once, found by ``tests/fuzzing`` or by hand, and a million characters without a blank:
read and checked, the same each time, with true offsets, in linear time."""

from __future__ import annotations

import time
from itertools import chain

import pytest

import hague

FOUND = [
    "The court ² said Khan had issued a warrant for 5² men.",  # a raised figure is a digit to Python, and no number
    "It was between 20 and 23 March ²²²² that the court said so.",
    "A." + 90 * "-" + "\nB. " + 90 * "-" + "\nQ: Was he there?\nA: The court said so.",
    "Date of publication" + 5_000 * " " + "\n\nThe court said so.",
    "in " + 3_000 * "A’" + "\n\nThe court said so.",
]


@pytest.mark.parametrize("text", FOUND, ids=lambda t: t[:20])
def test_what_broke_once_is_read(text: str) -> None:
    answer = hague.read(text, date="2024-05-03")
    assert answer.text == text
    for found in chain(answer.times, answer.mentions, answer.claims):
        assert text[found.start : found.end] == found.text
    for statement in answer.statements:
        assert text[slice(*statement.content)] == statement.text
    assert hague.read(text, date="2024-05-03") == answer
    assert hague.check(text, as_of="2024-05-03") == hague.check(text, as_of="2024-05-03")


@pytest.mark.parametrize("unit", ["a", "A", "1", "é", "א", "国"])
def test_a_million_characters_without_a_blank(unit: str) -> None:
    def seconds(size: int) -> float:
        start = time.process_time()
        assert hague.read(unit * size).text == unit * size
        return time.process_time() - start

    seconds(1_000)
    quarter = min(seconds(250_000) for _ in range(2))
    assert seconds(1_000_000) < 12 * max(quarter, 0.05)
