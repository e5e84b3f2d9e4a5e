"""Statements on invented reports in many styles (``statements_cases.txt``), and refusals."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hague.reading import read, statements
from hague.reading.model import Report, Statement

CASES = Path(__file__).with_name("statements_cases.txt")


class Expected(NamedTuple):
    speaker: str
    on: str | None
    channel: str | None
    via: tuple[str, ...]
    mode: str
    first: str
    last: str


def cases() -> dict[str, tuple[str, list[Expected]]]:
    out = {}
    body = CASES.read_text("utf-8")
    for block in re.split(r"^=== ", body, flags=re.M)[1:]:
        name, rest = block.split("\n", 1)
        text, table = rest.split("\n---\n", 1) if "\n---\n" in rest else (rest, "")
        rows = []
        for line in table.splitlines():
            if line.strip():
                speaker, on, channel, via, mode, words = (part.strip() for part in line.split("|"))
                first, last = (part.strip() for part in words.split(" … "))
                names = tuple(v.strip() for v in via.split(",") if v.strip())
                rows.append(Expected(speaker, on or None, channel or None, names, mode, first, last))
        out[name] = (text, rows)
    return out


CASE = cases()


def span(text: str, expected: Expected, after: int) -> tuple[int, int]:
    start = text.find(expected.first, after)
    start = start if start >= 0 else text.index(expected.first)
    at = start if expected.first == expected.last else start + len(expected.first)
    return start, text.index(expected.last, at) + len(expected.last)


def words(text: str, start: int, end: int) -> set[int]:
    return {start + m.start() for m in re.finditer(r"\w+", text[start:end])}


def same_content(report: Report, statement: Statement, start: int, end: int) -> bool:
    a = words(report.text, statement.content.start, statement.content.end)
    b = words(report.text, start, end)
    return len(a & b) / max(1, len(a | b)) >= 0.8


@pytest.mark.parametrize("name", CASE)
def test_who_said_what(name: str) -> None:
    text, rows = CASE[name]
    report = read(text)
    left = list(report.statements)
    problems = []
    at = 0
    for row in rows:
        start, end = span(text, row, at)
        at = start
        found = next((s for s in left if same_content(report, s, start, end)), None)
        if found is None:
            problems.append(f"missing: {row.speaker}: {text[start:end]!r}")
            continue
        left.remove(found)
        printed = (found.speaker or "").casefold()
        if row.speaker.casefold() not in printed and printed not in row.speaker.casefold():
            problems.append(f"speaker of {text[start:end][:40]!r}: {found.speaker!r}, not {row.speaker!r}")
        for key in ("on", "channel", "via", "mode"):
            if getattr(found, key) != getattr(row, key):
                problems.append(f"{row.speaker}: {key} {getattr(found, key)!r}, not {getattr(row, key)!r}")
    problems += [f"extra: {s.speaker}: {text[s.content.start : s.content.end]!r}" for s in left]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "said",
        "said said said, said: “said” said.",
        "“",
        "He said “",
        'He said: "We go. She stayed. They',
        "HE SAID THE COURT WOULD ACT, SHE SAID IT WOULD NOT, THE COURT SAID NOTHING.",
        "according to",
        "According to the , said.",
        "\x00said\x00 that \x00\x00",
        "A" * 20000,
        "said " * 5000,
        "“a” " * 3000,
        ", said X" * 2000,
        "X said that " * 2000,
        "@a: b\n@c: d",
        "A:\nB:\nA:\n",
    ],
    ids=lambda t: repr(t[:24]),
)
def test_any_text_is_read(text: str) -> None:
    report = read(text, date="2024-05-03")
    check_offsets(report)


def check_offsets(report: Report) -> None:
    for s in report.statements:
        assert 0 <= s.content.start < s.content.end <= len(report.text)
        if s.speaker_span:
            assert report.text[s.speaker_span.start : s.speaker_span.end] == s.speaker
        for piece in s.pieces:
            assert s.content.start <= piece.start < piece.end <= s.content.end


PARTS = st.sampled_from(
    ["said", "told", "that", "the court", "“", "”", '"', "'", "’", ", ", ". ", "\n", "\n\n", " ", ":", "—",
     "according to", "He", "and", "accused", "of", "called", "it", "on X",
     "CONTI:", "Friday", "quoted", "as saying", "by", "citing",
     "in a statement", "\x00", "ﬁ", "שלום", "@x:", "who", "which", "urged", "to", "not", "put it", "words of", "in the",
     "ruled", "3 May 2024", "?", "!", "(", ")", "1.", "- "]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(PARTS, st.text(max_size=4)), max_size=60))
def test_offsets_hold_for_any_text(parts: list[str]) -> None:
    check_offsets(read(" ".join(parts), date="2024-05-03"))


def test_reading_twice_gives_the_same() -> None:
    text = "\n\n".join(t for t, _ in CASE.values())
    assert read(text).statements == read(text).statements


def test_time_is_linear_in_the_length() -> None:
    text = "He said, “we go,” and told the court that Mali had left, according to two officials. "

    def seconds(times: int) -> float:
        report = read(text * times)
        began = time.process_time()
        statements.find(report)
        return time.process_time() - began

    seconds(50)
    assert seconds(1600) < 40 * max(seconds(100), 0.002)
