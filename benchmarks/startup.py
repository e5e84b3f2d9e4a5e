"""How long a first answer takes: each verb in a fresh process, beyond ``python -c pass`` in the same run.

    python benchmarks/startup.py [--rounds 15] [--report FILE]

Prints the median of each command and of what it costs beyond an empty interpreter, in milliseconds, beside the most
it may cost. Figures, not a test: a loaded machine is slower.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HAGUE = [sys.executable, "-m", "hague"]
ASSESS = ["assess", "--crime", "war-crime", "--place", "PS-GZA", "--from", "2023-10-08", "--nationality", "ISR"]


def commands(report: Path) -> dict[str, tuple[list[str], int]]:
    """Name -> (command, most milliseconds beyond an empty interpreter)."""
    return {
        "hague --version": ([*HAGUE, "--version"], 70),
        "hague show state:PSE": ([*HAGUE, "show", "state:PSE"], 220),
        "hague show putin": ([*HAGUE, "show", "putin"], 220),
        "hague assess": ([*HAGUE, *ASSESS], 120),
        "hague check": ([*HAGUE, "check", "Israel has not ratified the Rome Statute."], 300),
        "hague read": ([*HAGUE, "read", str(report)], 1450),
    }


def measure(command: list[str], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--report", type=Path, default=ROOT / "src/hague/samples/report.txt")
    given = parser.parse_args()
    empty = measure([sys.executable, "-c", "pass"], given.rounds)
    print(f"{'python -c pass':24}{empty:8.0f} ms")
    for name, (command, most) in commands(given.report).items():
        took = measure(command, given.rounds)
        print(f"{name:24}{took:8.0f} ms {took - empty:8.0f} beyond, at most {most}")


if __name__ == "__main__":
    main()
