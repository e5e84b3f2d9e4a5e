"""Every pass takes time in proportion to its text: four times the text, at most twelve times the time (a pattern that
goes back over what it has read would take sixteen)."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

import pytest

from hague.reading import header, language, mentions, quotations, sentences, times
from hague.reading.model import Header
from hague.record import Record

PIECES = [
    "a", "A ", ".", "…", "“", '"', "'a ", "\n", "\r\n", " ", "1", "1. ", "1,111", "1-", "--", " — ", "(",
    "[", "’s ", "@x ", "Aa Bb ", "the court ", "Supreme Court of ", "a special ", "Article 1, ",
    "article 1(a)(b)", "May ", "1 May ", "1 and ", "the last ", "two days ago ", "one or two or ",
    "twenty ", "one hundred thousand ", "Monday, ", "The Hague, ", "THE HAGUE, May 3 (A) ", "Khan ", "al-",
    "U.S.", "Mr. ", "Court of the ", "\x00", "שלום ", "国际", "By A B, C D, ", "Date: ", "said ", "of the ",
    "3 to ",
]  # fmt: skip
DAY = date(2024, 5, 3)


def passes(record: Record) -> dict[str, Callable[[str], object]]:
    return {
        "language": language.of,
        "header": header.find,
        "sentences": lambda text: sentences.split(text, Header()),
        "quotations": quotations.find,
        "times": lambda text: times.tag(text, DAY),
        "mentions": lambda text: mentions.find(text, sentences.split(text, Header()), record, DAY),
    }


def seconds(run: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    run(text)
    return time.process_time() - start


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_text(piece: str, record: Record) -> None:
    short, long = (piece * (n // len(piece)) for n in (8_000, 32_000))
    for name, run in passes(record).items():
        run(short[:500])
        allowed = 12 * max(min(seconds(run, short) for _ in range(2)), 0.003)
        assert any(seconds(run, long) < allowed for _ in range(4)), name  # a busy machine may be slow once
