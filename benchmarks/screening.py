"""Screening, measured: a file of events from CSV to Parquet with reasons, and how time and memory grow with its rows.

    python benchmarks/screening.py ../shared/data/ucdp_ged.csv.gz [--times 1 4 16]

The file is repeated ``--times`` over, the days and coordinates of its rows as they are. Each size runs in a process
of its own. Beside it stands what DuckDB takes to turn the same CSV into Parquet and nothing else, and, once, how long
placing the coordinates takes alone. Prints seconds, microseconds a row, and the peak of resident memory.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path

SCREEN = """
from hague.screening import screen
rows = screen(sys.argv[1], sys.argv[2]).rows
"""
COPY = """
import duckdb
base = duckdb.connect()
base.execute("set threads = 1")
base.execute("set enable_progress_bar = false")
events, out = sys.argv[1:3]
base.execute(f"copy (select * from read_csv('{events}', all_varchar = true)) to '{out}' (format parquet)")
rows = base.execute("select count(*) from read_parquet(?)", [out]).fetchall()[0][0]
"""
PLACE = """
import csv, numpy as np
from hague.record.placing import locator
with open(sys.argv[1], encoding="utf-8", newline="") as f:
    points = np.array([(r["lat"], r["lon"]) for r in csv.DictReader(f)], float)
start = time.perf_counter()
locator().locate(points[:, 0], points[:, 1])
rows = len(points)
"""
AROUND = """
import json, resource, sys, time
start = time.perf_counter()
{}
took = time.perf_counter() - start
print(json.dumps([rows, took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def measured(code: str, *args: str) -> tuple[int, float, float]:
    """Rows, seconds and peak megabytes of one run in a fresh process, its imports included."""
    command = [sys.executable, "-c", AROUND.format(code), *args]
    rows, took, peak = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return rows, took, peak


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("events", type=Path)
    parser.add_argument("--times", type=int, nargs="+", default=[1, 4, 16])
    given = parser.parse_args()
    data = gzip.decompress(given.events.read_bytes()) if given.events.suffix == ".gz" else given.events.read_bytes()
    header, _, body = data.partition(b"\n")
    print(f"{'':<28}{'rows':>12}{'seconds':>10}{'µs a row':>10}{'peak MB':>10}")
    with tempfile.TemporaryDirectory() as folder:
        events, out = Path(folder, "events.csv"), Path(folder, "out.parquet")
        for times in given.times:
            with events.open("wb") as target:
                target.write(header + b"\n")
                for _ in range(times):
                    target.write(body)
            ways = [("hague screen", SCREEN), ("DuckDB, CSV to Parquet only", COPY)]
            for name, code in [*ways, *([("placing alone", PLACE)] if times == given.times[0] else [])]:
                rows, took, peak = measured(code, str(events), str(out))
                print(f"{name:<28}{rows:>12,}{took:>10.2f}{1e6 * took / rows:>10.1f}{peak:>10.0f}")


if __name__ == "__main__":
    main()
