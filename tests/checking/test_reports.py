"""Annotated reports of our own, in several styles and about many cases."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from annotated import FOLDER, Gold, pairs, parse

from hague import checking, reading
from hague.record import Record

CALLED_WRONG = 14
"""Claims of 73 true pieces of news that are called wrong: only falls."""
CAUGHT, BORNE_OUT = 60, 2
"""Of 100 false sentences: how many are caught, only rises, and how many are borne out, only falls."""
STATED = {("+", "supported"): 284, ("-", "contradicted"): 244, ("+", "contradicted"): 0, ("-", "supported"): 34}
"""Of 400 true and 400 false sentences: how many are found right, which only rises, and wrong, which only falls."""
OWN = FOLDER.parents[1] / "reports"
FLOORS = {
    # detection F1, verdict accuracy, share of falsehoods caught: they only rise; wrong "contradicted": only falls
    "marked reports": (0.84, 0.97, 0.63, 0),
    "01-92": (0.79, 0.96, 0.6, 0),
    "93-98, held out": (0.73, 0.97, 0.58, 0),
    "news": (0.83, 0.98, 0.71, 1),
    "news, held out": (0.71, 0.92, 0.29, 2),
    "more news": (0.79, 0.94, 0.38, 6),
    "more news, held out": (0.78, 0.97, 0.45, 3),
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


def marked(folder: Path) -> Iterator[tuple[str, list[Gold]]]:
    """Text and claims of reports with their claims marked in the text."""
    return (parse(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.txt")))


def hold(name: str, reports: Iterable[tuple[str, list[Gold]]], record: Record) -> None:
    detection, accuracy, caught, alarms = measured(reports, record)
    print(f"{name}: detection {detection:.3f}, verdicts {accuracy:.3f}, caught {caught:.3f}, alarms {len(alarms)}")
    floor = FLOORS[name]
    assert len(alarms) <= floor[3], alarms
    assert detection >= floor[0]
    assert accuracy >= floor[1]
    assert caught >= floor[2]


def test_claims_of_marked_reports(record: Record) -> None:
    hold("marked reports", marked(FOLDER), record)


def test_claims_of_the_reports_for_development(record: Record) -> None:
    hold("01-92", annotated(numbered((1, 92))), record)


def test_claims_of_the_reports_held_out(record: Record) -> None:
    hold("93-98, held out", annotated(numbered((93, 98))), record)


def test_claims_of_marked_news(record: Record) -> None:
    hold("news", marked(FOLDER / "news"), record)


def test_claims_of_marked_news_held_out(record: Record) -> None:
    hold("news, held out", marked(FOLDER / "held_out"), record)


def test_claims_of_more_marked_news(record: Record) -> None:
    hold("more news", marked(FOLDER / "more_news"), record)


def test_claims_of_more_marked_news_held_out(record: Record) -> None:
    hold("more news, held out", marked(FOLDER / "held_out_too"), record)


def test_sentences_half_of_them_wrong(record: Record) -> None:
    found: Counter[tuple[str, str]] = Counter()
    for row in FOLDER.with_name("stated.tsv").read_text(encoding="utf-8").splitlines():
        day, before, sentence, mark, _ = row.split("\t")
        found[mark, stated(day, before, sentence, record)] += 1
    print(dict(found))
    assert found["+", "supported"] >= STATED["+", "supported"]
    assert found["-", "contradicted"] >= STATED["-", "contradicted"]
    assert found["+", "contradicted"] <= STATED["+", "contradicted"]
    assert found["-", "supported"] <= STATED["-", "supported"]


def stated(day: str, before: str, sentence: str, record: Record) -> str:
    """The weightiest verdict on a sentence that follows another."""
    on = date.fromisoformat(day)
    text = f"THE HAGUE, {on.day} {on:%B %Y} (Court News) — {before}\n\n{sentence}"
    claims = checking.check_report(reading.read(text, record=record), on, record)
    verdicts = {c.verdict for c in claims if c.start >= text.index("\n\n")}
    return next((v for v in ("contradicted", "supported") if v in verdicts), "undecided")


def test_true_news_is_hardly_ever_called_wrong(record: Record) -> None:
    pieces = FOLDER.with_name("true_news.txt").read_text(encoding="utf-8").split("\n====\n")
    wrong = []
    for piece in pieces:
        day, _, text = piece.strip().partition("\n")
        claims = checking.check_report(reading.read(text, record=record), date.fromisoformat(day), record)
        wrong += [(c.text, c.why) for c in claims if c.verdict == "contradicted"]
    assert len(wrong) <= CALLED_WRONG, wrong


def test_sentences_with_one_wrong_argument_are_caught(record: Record) -> None:
    caught = borne_out = 0
    rows = FOLDER.with_name("false_sentences.tsv").read_text(encoding="utf-8").splitlines()
    for row in rows:
        day, before, sentence, _ = row.split("\t")
        verdict = stated(day, before, sentence, record)
        caught += verdict == "contradicted"
        borne_out += verdict == "supported"
    print(f"caught {caught} of {len(rows)}, borne out {borne_out}")
    assert caught >= CAUGHT
    assert borne_out <= BORNE_OUT


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
