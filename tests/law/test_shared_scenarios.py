"""Every scenario of the shared corpus is answered as expected, on every key."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hague import law
from hague.record import Record

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "scenarios" / "law.jsonl"
SCENARIOS = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()] if CORPUS.is_file() else []


def plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, list | tuple) else value


def test_the_corpus_is_there() -> None:
    if not SCENARIOS:
        pytest.skip("the scenarios in ../shared are not on this machine")
    assert len(SCENARIOS) == 58


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda s: s["id"])
def test_a_shared_scenario_is_answered_as_expected(scenario: dict[str, Any], record: Record) -> None:
    as_of = date.fromisoformat(scenario["as_of"])
    finding = msgspec.to_builtins(law.assess(scenario["facts"], as_of, kind=scenario["kind"], record=record))
    expected = scenario["expected"]
    assert {k: plain(finding[k]) for k in expected} == {k: plain(v) for k, v in expected.items()}
    assert finding["opinion"]
