"""Loading the whole record, beside reading the same rows with the csv module, in one run.

    python benchmarks/record.py [--rounds 30]

Each way runs in processes of its own. Prints the median milliseconds, the resident memory that loading added, and the
ratio between the two.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

RSS = """
def rss():
    with open("/proc/self/statm") as f:
        return int(f.read().split()[1]) * 4096
"""
COMPILED = """
import json, time
from hague.record import load
from hague.record.compiled import COMPILED
from hague.record.model import TABLES
import hague.record.model
before = rss()
start = time.perf_counter()
record = load(COMPILED)
entries = sum(len(record.table(name)) for name in TABLES)
took = 1000 * (time.perf_counter() - start)
print(json.dumps([took, (rss() - before) / 1e6, entries]))
"""
CSV = """
import csv, json, sys, time
from pathlib import Path
csv.field_size_limit(10**9)
before = rss()
start = time.perf_counter()
paths = Path(sys.argv[1]).glob("*.csv")
tables = {p.stem: list(csv.DictReader(p.open(encoding="utf-8", newline=""))) for p in paths}
took = 1000 * (time.perf_counter() - start)
rows = sum(map(len, tables.values()))
print(json.dumps([took, (rss() - before) / 1e6, rows]))
"""


def measure(code: str, rounds: int, *args: str) -> tuple[float, float, int]:
    """Median milliseconds, median MB, and the number of entries or rows."""
    runs = []
    for _ in range(rounds):
        out = subprocess.run(
            [sys.executable, "-c", RSS + code, *args], check=True, capture_output=True, text=True
        ).stdout
        runs.append(json.loads(out))
    return statistics.median(r[0] for r in runs), statistics.median(r[1] for r in runs), runs[0][2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=30)
    rounds = parser.parse_args().rounds
    from hague.record import load
    from hague.record.export import write

    with tempfile.TemporaryDirectory() as folder:
        write(load(), Path(folder), "csv")
        ours, theirs = measure(COMPILED, rounds), measure(CSV, rounds, folder)
    print(f"compiled record  {ours[0]:6.1f} ms {ours[1]:6.1f} MB  {ours[2]:,} entries, typed (at most 15 ms, 20 MB)")
    print(f"csv module       {theirs[0]:6.1f} ms {theirs[1]:6.1f} MB  {theirs[2]:,} rows of text")
    print(f"ratio            {theirs[0] / ours[0]:6.1f}")


if __name__ == "__main__":
    main()
