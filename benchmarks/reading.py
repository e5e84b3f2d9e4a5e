"""How fast and how good reading is, beside the peers that install, in one run on one core.

    python benchmarks/reading.py [--peers PYTHON] [--citron CHECKOUT --citron-model DIR] [--shared DIR]
        [--report FILE] [--rounds 3] [--only PART ...] [--json]

PYTHON is an interpreter that has ``benchmarks/peers.txt`` installed; CHECKOUT is a checkout of github.com/bbc/citron
and DIR its models, trained by its own programs on PolNeAR's training part, which ``--export-for-citron DIR`` writes in
Citron's form. A peer that is not to be had is named with the reason. Quality is scored where the corpora stand in DIR
(by default ``../shared`` beside the checkout); elsewhere the speed is measured on the reports of the tests.

Speed is words of text a CPU second, loading left out: of each tool the best round (a slow one gets fewer rounds).
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

os.environ["OPENBLAS_NUM_THREADS"] = "1"

from hague import reading
from hague.reading import attribution, header, quotations, sentences, times
from hague.record import load

ROOT = Path(__file__).resolve().parents[1]
ENOUGH = 60.0
"""CPU seconds after which a tool gets no further round."""
BARS = {"attribution": 30_000, "times": 120_000, "all": 12_000, "first": 1_100}
TOKENS = ("tokens content", "tokens source", "tokens cue", "overlap", "exact")
VALUES = ("strict", "relaxed", "type", "value")

Row = dict[str, Any]
Found = list[dict[str, Any]]


class Corpus(NamedTuple):
    name: str
    reports: list[Row]
    """``id``, ``text``, ``day``."""
    gold: Path | None
    only: str | None = None

    @property
    def words(self) -> int:
        return sum(len(r["text"].split()) for r in self.reports)


# -- what is read --------------------------------------------------------------------------------------------


def own_reports() -> list[Row]:
    paths = [ROOT / "src/hague/samples/report.txt", *sorted((ROOT / "tests/reports").glob("*.txt"))]
    return [{"id": p.stem, "text": p.read_bytes().decode(), "day": "2024-05-03"} for p in paths]


def polnear(shared: Path, part: str = "dev") -> Corpus:
    path = shared / "bench/polnear" / f"{part}.jsonl.gz"
    if not path.is_file():
        return Corpus("the reports of the tests", own_reports(), None)
    rows = [{"id": r["id"], "text": r["text"], "day": r["publication_date"][:10]} for r in lines(path)]
    return Corpus(f"PolNeAR, {part} part", rows, path)


def timex(shared: Path) -> Corpus:
    path = shared / "bench/timex/train.jsonl.gz"
    if not path.is_file():
        return Corpus("the reports of the tests", own_reports(), None)
    rows = [{"id": r["id"], "text": r["text"], "day": r["dct"][:10]} for r in lines(path) if r["fold"] == "dev"]
    return Corpus("TempEval-3 training reports, fold dev", rows, path, "fold=dev")


def lines(path: Path) -> Iterator[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def export_for_citron(shared: Path, folder: Path) -> None:
    """A file a report in Citron's annotation format. It takes one cue in one piece: the longest of ours; an
    attribution without source or cue has no place in it."""
    folder.mkdir(parents=True, exist_ok=True)
    for report in lines(shared / "bench/polnear/train.jsonl.gz"):
        text = report["text"]

        def span(piece: list[int], text: str = text) -> Row:
            start, end = piece
            words = text[start:end]
            start += len(words) - len(words.lstrip())
            return {"start": start, "end": start + len(words.strip()), "text": words.strip()}

        quotes = [
            {
                "cue": span(max(a["cue"], key=lambda piece: piece[1] - piece[0])),
                "sources": [span(s) for s in a["source"]],
                "contents": [span(c) for c in a["content"]],
            }
            for a in report["attributions"]
            if a["cue"] and a["source"] and a["content"]
        ]
        name = report["id"].replace("/", "_")
        (folder / f"{name}.json").write_text(json.dumps({"text": text, "quotes": quotes}), encoding="utf-8")


# -- measuring ---------------------------------------------------------------------------------------------------


def seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def best(run: Callable[[Row], object], reports: list[Row], rounds: int) -> float:
    """CPU seconds of the best round over all reports."""
    run(reports[0])
    took: list[float] = []
    while len(took) < rounds and sum(took) < ENOUGH:
        took.append(sum(seconds(lambda r=r: run(r)) for r in reports))  # type: ignore[misc]
    return min(took)


def scores(task: str, corpus: Corpus, found: Path, shared: Path) -> dict[str, float]:
    """F1 in per cent by row of the corpora's own scorer; empty without them."""
    if corpus.gold is None:
        return {}
    command = [sys.executable, str(shared / "bench/score.py"), task, str(corpus.gold), str(found), "--json"]
    command += ["--only", corpus.only] if corpus.only else []
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {row: figures["F"] for row, figures in json.loads(out).items()}


def attributions(report: Row) -> Found:
    text = report["text"]
    found = attribution.find(text, quotations.find(text), sentences.split(text, header.find(text)))
    return [{r: [[s.start, s.end] for s in getattr(a, r)] for r in ("source", "cue", "content")} for a in found]


def timexes(report: Row) -> Found:
    found = times.tag(report["text"], date.fromisoformat(report["day"]), day_first=False)
    return [{"start": t.start, "end": t.end, "type": t.type, "value": t.value} for t in found]


def ours(corpus: Corpus, find: Callable[[Row], Found], key: str, folder: Path, shared: Path, rounds: int) -> Row:
    path = folder / f"hague-{key}.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for report in corpus.reports:
            out.write(json.dumps({"id": report["id"], key: find(report)}) + "\n")
    took = best(find, corpus.reports, rounds)
    quality = scores("attribution" if key == "attributions" else "timex", corpus, path, shared)
    return {"words a second": corpus.words / took, **quality}


def peer(name: str, corpus: Corpus, given: argparse.Namespace, folder: Path) -> Row:
    """The figures of one peer, or ``{"not run": reason}``."""
    if not given.peers:
        return {"not run": "--peers is not given"}
    reports, found = folder / "reports.jsonl", folder / f"{name}.jsonl"
    reports.write_text("".join(json.dumps(r) + "\n" for r in corpus.reports), encoding="utf-8")
    command = [given.peers, str(ROOT / "benchmarks/reading_peers.py"), name, str(reports), str(found)]
    command += ["--rounds", str(given.rounds), "--enough", str(ENOUGH)]
    command += ["--citron", str(given.citron)] if given.citron else []
    command += ["--citron-model", str(given.citron_model)] if given.citron_model else []
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        return {"not run": (done.stderr.strip().splitlines() or ["no reason given"])[-1]}
    said = json.loads(done.stdout.splitlines()[-1])
    task = "attribution" if name in ("citron", "textacy") else "timex"
    quality = scores(task, corpus, found, given.shared)
    return {"words a second": corpus.words / said["seconds"], **quality, **said}


# -- the parts ------------------------------------------------------------------------------------------------


def compare(given: argparse.Namespace, task: str, names: tuple[str, ...], columns: tuple[str, ...]) -> dict[str, Row]:
    """hague and the peers of one task on one corpus."""
    corpus = polnear(given.shared) if task == "attribution" else timex(given.shared)
    find, key = (attributions, "attributions") if task == "attribution" else (timexes, "timexes")
    say(given, f"\n{task}: {corpus.name}, {len(corpus.reports)} reports, {corpus.words:,} words")
    head = "".join(f"{c.removeprefix('tokens '):>9}" for c in columns) if corpus.gold else "   (no corpus: no quality)"
    say(given, f"{'':22}{'words/s':>10}{'hague is':>10}{head}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        out = {"hague": ours(corpus, find, key, folder, given.shared, given.rounds)}
        line(given, "hague", out["hague"], out["hague"], columns, f"at least {BARS[task]:,}")
        for other in names:
            out[other] = peer(other, corpus, given, folder)
            line(given, other, out[other], out["hague"], columns)
    return out


def line(given: argparse.Namespace, name: str, row: Row, hague: Row, columns: tuple[str, ...], bar: str = "") -> None:
    if "not run" in row:
        say(given, f"{name:22}NOT RUN: {row['not run']}")
        return
    ratio = hague["words a second"] / row["words a second"]
    quality = "".join(f"{row[c]:9.1f}" for c in columns if c in row)
    aside = [bar] if bar else []
    aside += [row["versions"]] if "versions" in row else []
    aside += [f"raised in {row['faults']} reports, which count as nothing found"] if row.get("faults") else []
    times_as_fast = "1" if row is hague else f"{ratio:,.0f} x" if ratio >= 10 else f"{ratio:.1f} x"
    say(given, f"{name:22}{row['words a second']:10,.0f}{times_as_fast:>10}{quality}  {'; '.join(aside)}")


def all_passes(given: argparse.Namespace) -> Row:
    """Every pass of reading together, and with the claims checked as well."""
    import hague

    record = load()
    out: Row = {}
    for corpus in (polnear(given.shared), Corpus("the reports of the tests", own_reports(), None)):
        if corpus.name in out:
            continue
        read = best(lambda r: reading.read(r["text"], date=r["day"], record=record), corpus.reports, given.rounds)
        checked = best(lambda r: hague.read(r["text"], date=r["day"]), corpus.reports, given.rounds)
        out[corpus.name] = {"read": corpus.words / read, "read and checked": corpus.words / checked}
        say(given, f"\nall passes together: {corpus.name}, {corpus.words:,} words")
        say(given, f"{'read':22}{corpus.words / read:10,.0f} words/s  at least {BARS['all']:,}")
        say(given, f"{'read and checked':22}{corpus.words / checked:10,.0f} words/s")
    return out


def growth(given: argparse.Namespace) -> Row:
    """The cost of longer and longer texts, and of ten to the six characters without a blank."""
    import hague

    record = load()
    whole = "\n\n".join(r["text"] for r in polnear(given.shared).reports)
    whole *= 1_000_000 // len(whole) + 1
    say(given, "\nlonger texts: all passes of reading")
    out: Row = {}
    for size in (62_500, 125_000, 250_000, 500_000, 1_000_000):
        text = whole[:size]
        took = min(seconds(lambda t=text: reading.read(t, date="2024-05-03", record=record)) for _ in range(2))  # type: ignore[misc]
        out[str(size)] = took
        say(given, f"{size:12,} characters{took:8.2f} s{1e6 * took / size:8.2f} µs a character")
    out["ratio"] = (out["1000000"] / 16) / out["62500"]
    say(given, f"{'16 times the text':22}costs {16 * out['ratio']:.1f} times as much")
    for name, unit in (("letters", "a"), ("quotation marks", "“")):
        out[name] = seconds(lambda unit=unit: hague.read(unit * 1_000_000))  # type: ignore[misc]
        say(given, f"{1_000_000:12,} {name} without a blank{out[name]:8.2f} s, read and checked")
    return out


def first_answer(given: argparse.Namespace) -> Row:
    """Milliseconds of a fresh process on a report, beyond an empty interpreter's: on the clock, and of the processor
    (which a busy machine stretches less)."""
    compiled = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}

    def median(command: list[str], rounds: int) -> tuple[float, float]:
        clock, processor = [], []
        for _ in range(rounds + 1):
            before, start = os.times(), time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=compiled)
            clock.append(1000 * (time.perf_counter() - start))
            after = os.times()
            spent = after.children_user - before.children_user + after.children_system - before.children_system
            processor.append(1000 * spent)
        return statistics.median(clock[1:]), statistics.median(processor[1:])

    empty = median([sys.executable, "-c", "pass"], 15)
    full = median([sys.executable, "-m", "hague", "read", str(given.report)], 9)
    clock, processor = full[0] - empty[0], full[1] - empty[1]
    say(given, f"\nfirst answer of a fresh process: hague read {given.report.name}")
    say(
        given,
        f"beyond python -c pass: {clock:,.0f} ms (at most {BARS['first']:,}), {processor:,.0f} ms of the processor",
    )
    return {"ms beyond python": clock, "ms of the processor": processor}


def say(given: argparse.Namespace, text: str) -> None:
    if not given.json:
        print(text, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", help="the interpreter that has benchmarks/peers.txt")
    parser.add_argument("--citron", type=Path)
    parser.add_argument("--citron-model", type=Path)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--report", type=Path, default=ROOT / "src/hague/samples/report.txt")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="*", default=[], help="attribution, times, passes, growth, first")
    parser.add_argument("--export-for-citron", type=Path, metavar="DIR")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    if given.export_for_citron:
        export_for_citron(given.shared, given.export_for_citron)
        return
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    parts: dict[str, Callable[[], Any]] = {
        "attribution": lambda: compare(given, "attribution", ("citron", "textacy"), TOKENS),
        "times": lambda: compare(given, "times", ("recognizers-text", "dateparser"), VALUES),
        "passes": lambda: all_passes(given),
        "growth": lambda: growth(given),
        "first": lambda: first_answer(given),
    }
    load()
    busy = os.getloadavg()[0]
    say(given, f"Python {sys.version.split()[0]}, one core, {busy:.1f} processes waiting for {os.cpu_count()} cores")
    out = {name: part() for name, part in parts.items() if not given.only or name in given.only}
    if given.json:
        print(json.dumps(out, indent=2))


if __name__ == "__main__":
    main()
