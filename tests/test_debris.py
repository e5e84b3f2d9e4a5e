"""Texts that broke something once, found by ``tests/fuzzing`` or by hand, and a million characters without a blank:
read and checked, the same each time, with true offsets, in linear time."""

from __future__ import annotations

import time
from itertools import chain
from pathlib import Path

import pytest

import hague
from hague import reading
from hague.record import Record

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


def test_many_reports_in_one_text_cost_no_more_a_word(record: Record) -> None:
    """Eight times the text, at most twelve times the time; remembering all that was named would take far more."""
    reports = sorted((Path(__file__).parent / "reports").glob("*.txt"))
    whole = "\n\n".join(p.read_bytes().decode() for p in reports)[:50_000]

    def seconds(text: str) -> float:
        start = time.process_time()
        reading.read(text, date="2024-05-03", record=record)
        return time.process_time() - start

    seconds(whole[:5_000])
    assert seconds(8 * whole) < 12 * min(seconds(whole) for _ in range(2))
