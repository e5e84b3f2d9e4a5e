"""Quality floors of header, times and mentions, pinned with a digest of the corpus they were measured on.

A floor only rises: when a figure in ``floors.json`` is beaten by a clear margin, raise it there. A corpus that changed
fails here until its digest and figures are looked at again.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hague.reading import header, mentions, sentences, times
from hague.record import Record

HERE = Path(__file__).parent
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
OWN = HERE.parent / "reports"


def digest(paths: Iterable[Path]) -> str:
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:16]


def f1(hits: int, found: int, wanted: int) -> float:
    return 2 * hits / (found + wanted) if found + wanted else 1.0


def loose(name: object) -> str:
    words = [w for w in "".join(c if c.isalnum() else " " for c in str(name or "")).casefold().split() if w != "the"]
    return " ".join(words)


def measured(texts: Iterator[Path], record: Record) -> dict[str, float]:
    """Share of header fields that agree; strict F1 and value accuracy of times; F1 of mentions by entity."""
    fields = agree = 0
    spans = {"times": [0, 0, 0], "mentions": [0, 0, 0]}
    valued = right = 0
    for path in texts:
        text = path.read_bytes().decode()
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        head = header.find(text)
        day = header.day(head)
        split = sentences.split(text, head)
        for name in ("outlet", "place", "date"):
            have, want = loose(getattr(head, name)), loose(gold["header"][name])
            fields += 1
            agree += have == want or (
                name == "place" and bool(have and want) and (have + want).startswith((want, have))
            )
        found = {
            (t.start, t.end): t.value
            for t in times.of_report(times.tag(text, day, split, day_first=header.day_first(text)), text)
        }
        wanted = {(t["start"], t["end"]): t["value"] for t in gold["times"]}
        both = found.keys() & wanted.keys()
        spans["times"] = [a + b for a, b in zip(spans["times"], (len(both), len(found), len(wanted)), strict=True)]
        valued += len(both)
        right += sum(found[k] == wanted[k] for k in both)
        names = [
            m for m in mentions.find(text, split, record, day)[0] if m.entity and not m.entity.startswith("place:")
        ]
        hits = sum(
            any(m.start < g["end"] and g["start"] < m.end and m.entity == g["entity"] for m in names)
            for g in gold["mentions"]
        )
        spans["mentions"] = [
            a + b for a, b in zip(spans["mentions"], (hits, len(names), len(gold["mentions"])), strict=True)
        ]
    return {
        "header": agree / fields,
        "times_strict": f1(*spans["times"]),
        "time_values": right / valued if valued else 1.0,
        "mentions": f1(*spans["mentions"]),
    }


def hold(name: str, found: dict[str, float], corpus: str) -> None:
    pinned: dict[str, Any] = FLOORS[name]
    assert corpus == pinned["digest"], f"the corpus of {name} has changed; measure again and pin {corpus}"
    below = {k: (round(found[k], 4), v) for k, v in pinned["floors"].items() if found[k] < v}
    assert not below, f"below the floor in {name} (measured, floor): {below}"


OWN_SETS = {
    "own reports, 01-18": [(1, 18)],
    "own reports, 19-30": [(19, 30)],
    "own reports, 31-44 and 59-72": [(31, 44), (59, 72)],
    "own reports, 45-58, held out": [(45, 58)],
    "own reports, 73-92": [(73, 92)],
    "own reports, 93-98, held out": [(93, 98)],
}


@pytest.mark.parametrize("name", OWN_SETS)
def test_own_reports(name: str, record: Record) -> None:
    texts = [OWN / f"{n:02d}.txt" for first, last in OWN_SETS[name] for n in range(first, last + 1)]
    hold(name, measured(iter(texts), record), digest([*texts, *(p.with_suffix(".json") for p in texts)]))


def test_development_reports(shared: Path, record: Record) -> None:
    texts = sorted((shared / "reports").glob("*.txt"))
    corpus = digest([*texts, *(p.with_suffix(".json") for p in texts)])
    hold("shared reports", measured(iter(texts), record), corpus)


def test_timex_of_training_news(shared: Path, tmp_path: Path) -> None:
    gold = shared / "bench" / "timex" / "train.jsonl.gz"
    with (
        gzip.open(gold, "rt", encoding="utf-8") as lines,
        (tmp_path / "found.jsonl").open("w", encoding="utf-8") as out,
    ):
        for line in lines:
            report = json.loads(line)
            found = times.tag(report["text"], date.fromisoformat(report["dct"][:10]), day_first=False)
            rows = [{"start": t.start, "end": t.end, "type": t.type, "value": t.value} for t in found]
            out.write(json.dumps({"id": report["id"], "timexes": rows}) + "\n")
    scorer = [sys.executable, str(shared / "bench" / "score.py"), "timex", str(gold), str(tmp_path / "found.jsonl")]
    for name, only in (("timex, dev", "fold=dev"), ("timex, train", "fold=train")):
        said = subprocess.run([*scorer, "--json", "--only", only], check=True, capture_output=True, text=True).stdout
        scores = {row: figures["F"] for row, figures in json.loads(said).items()}
        hold(name, scores, digest([gold]))
