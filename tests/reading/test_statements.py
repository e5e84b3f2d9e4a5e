"""Statements on invented reports in many styles (``statements_cases.txt``), and refusals."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from hague.reading import read
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
    problems += [f"extra: {s.speaker}: {text[s.content.start:s.content.end]!r}" for s in left]
    assert not problems, "\n".join(problems)
