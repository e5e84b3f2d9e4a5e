"""Annotated reports of our own, in several styles and about many cases."""

from __future__ import annotations

import json
from pathlib import Path

from annotated import FOLDER, Gold, pairs, parse

from hague import checking, reading
from hague.record import Record

DETECTION, ACCURACY, CAUGHT = 0.78, 0.97, 0.62
"""Floors over all reports together; they only rise."""


def test_claims_of_annotated_reports(record: Record) -> None:
    gold_n = found_n = matched = right = false = caught = 0
    alarms = []
    for path in sorted(FOLDER.glob("*.txt")):
        text, gold = parse(path.read_text(encoding="utf-8"))
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
            (path.name, c.text, c.why)
            for c in claims
            if c.verdict == "contradicted"
            and not any(g.verdict == "contradicted" and g.start < c.end and c.start < g.end for g in gold)
        ]
    f1 = 2 * matched / (gold_n + found_n)
    print(
        f"claims {gold_n}: detection {f1:.3f}, verdicts {right / matched:.3f}, caught {caught}/{false}, "
        f"alarms {len(alarms)}"
    )
    assert len(alarms) <= 1, alarms
    assert f1 >= DETECTION
    assert right >= ACCURACY * matched
    assert caught >= CAUGHT * false


def test_news_without_the_court_holds_no_claim(record: Record) -> None:
    paragraphs = FOLDER.with_name("unrelated.txt").read_text(encoding="utf-8").splitlines()
    for paragraph in paragraphs:
        assert checking.check_report(reading.read(paragraph, date="2024-06-01", record=record), None, record) == ()
    together = reading.read("\n\n".join(paragraphs), date="2024-06-01", record=record)
    assert checking.check_report(together, None, record) == ()


def test_the_annotated_reports_beside_the_checkout(shared: Path, record: Record) -> None:
    gold_n = found_n = matched = right = false = caught = 0
    for path in sorted((shared / "reports").glob("*.json")):
        claims_gold = json.loads(path.read_text(encoding="utf-8"))["claims"]
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        gold = [Gold(c["start"], c["end"], c["text"], c["verdict"]) for c in claims_gold]
        claims = checking.check_report(reading.read(text, record=record), None, record)
        paired = pairs(text, gold, list(claims))
        hit = {j for _, j in paired}
        gold_n += len(gold)
        matched += len(paired)
        found_n += sum(j in hit or c.verdict != "not-checkable" for j, c in enumerate(claims))
        right += sum(gold[i].verdict == claims[j].verdict for i, j in paired)
        false += sum(g.verdict == "contradicted" for g in gold)
        caught += sum(gold[i].verdict == claims[j].verdict == "contradicted" for i, j in paired)
        for claim in claims:
            if claim.verdict == "contradicted":
                assert any(g.verdict == "contradicted" and g.start < claim.end and claim.start < g.end for g in gold), (
                    claim
                )
    assert 2 * matched / (gold_n + found_n) >= 0.94
    assert right >= 0.97 * matched
    assert caught == false
