"""Annotated reports of our own, in several styles and about many cases."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotated import FOLDER, Gold, pairs, parse

from hague import checking, reading
from hague.record import Record

OWN = FOLDER.parents[1] / "reports"
FLOORS = {
    # detection F1, verdict accuracy, share of falsehoods caught: they only rise; wrong "contradicted": only falls
    "marked reports": (0.78, 0.97, 0.62, 1),
    "01-92": (0.77, 0.96, 0.6, 3),
    "93-98, held out": (0.66, 0.97, 0.41, 0),
}


def annotated(paths: Iterable[Path]) -> Iterator[tuple[str, list[Gold]]]:
    """Text and claims of reports annotated in a file beside them."""
    for path in paths:
        claims = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["claims"]
        gold = [Gold(c["start"], c["end"], c["text"], c["verdict"]) for c in claims]
        yield path.with_suffix(".txt").read_bytes().decode(), gold


def numbered(*spans: tuple[int, int]) -> list[Path]:
    return [OWN / f"{n:02}.json" for first, last in spans for n in range(first, last + 1)]


def measured(
    reports: Iterable[tuple[str, list[Gold]]], record: Record
) -> tuple[float, float, float, list[tuple[str, str]]]:
    """Detection F1, verdict accuracy, share of falsehoods caught, and the wrong "contradicted"."""
    gold_n = found_n = matched = right = false = caught = 0
    alarms = []
    for text, gold in reports:
        claims = checking.check_report(reading.read(text, record=record), None, record)
        paired = pairs(text, gold, list(claims))
        hit = {j for _, j in paired}
        gold_n += len(gold)
        matched += len(paired)
        found_n += sum(j in hit or c.verdict != "not-checkable" for j, c in enumerate(claims))
        right += sum(gold[i].verdict == claims[j].verdict for i, j in paired)
        false += sum(g.verdict == "contradicted" for g in gold)
        caught += sum(gold[i].verdict == claims[j].verdict == "contradicted" for i, j in paired)
        alarms += [
            (c.text, c.why)
            for c in claims
            if c.verdict == "contradicted"
            and not any(g.verdict == "contradicted" and g.start < c.end and c.start < g.end for g in gold)
        ]
    return 2 * matched / (gold_n + found_n), right / matched, caught / false, alarms


def hold(name: str, reports: Iterable[tuple[str, list[Gold]]], record: Record) -> None:
    detection, accuracy, caught, alarms = measured(reports, record)
    print(f"{name}: detection {detection:.3f}, verdicts {accuracy:.3f}, caught {caught:.3f}, alarms {len(alarms)}")
    floor = FLOORS[name]
    assert len(alarms) <= floor[3], alarms
    assert detection >= floor[0]
    assert accuracy >= floor[1]
    assert caught >= floor[2]


def test_claims_of_marked_reports(record: Record) -> None:
    hold("marked reports", (parse(p.read_text(encoding="utf-8")) for p in sorted(FOLDER.glob("*.txt"))), record)


def test_claims_of_the_reports_for_development(record: Record) -> None:
    hold("01-92", annotated(numbered((1, 92))), record)


def test_claims_of_the_reports_held_out(record: Record) -> None:
    hold("93-98, held out", annotated(numbered((93, 98))), record)


def test_news_without_the_court_holds_no_claim(record: Record) -> None:
    paragraphs = FOLDER.with_name("unrelated.txt").read_text(encoding="utf-8").splitlines()
    for paragraph in paragraphs:
        assert checking.check_report(reading.read(paragraph, date="2024-06-01", record=record), None, record) == ()
    together = reading.read("\n\n".join(paragraphs), date="2024-06-01", record=record)
    assert checking.check_report(together, None, record) == ()


def test_the_annotated_reports_beside_the_checkout(shared: Path, record: Record) -> None:
    detection, accuracy, caught, alarms = measured(annotated(sorted((shared / "reports").glob("*.json"))), record)
    assert alarms == []
    assert detection >= 0.96
    assert accuracy >= 0.97
    assert caught == 1
