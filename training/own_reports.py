"""Makes a training corpus of the project's own invented reports, annotated by the rules that read them without fault.

    python training/own_reports.py OUT.jsonl

With it the network can be trained without any text of others (``student.py OUT.jsonl own.npz``).
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from hague.reading import read

CASES = Path(__file__).parents[1] / "tests" / "reading" / "statements_cases.txt"


def main() -> None:
    with Path(sys.argv[1]).open("w", encoding="utf-8") as out:
        for number, block in enumerate(re.split(r"^=== ", CASES.read_text("utf-8"), flags=re.M)[1:]):
            text = block.split("\n", 1)[1].split("\n---\n", 1)[0]
            rows = []
            for s in read(text).statements:
                if s.cue_span is None or s.speaker_span is None:
                    continue
                content = [[p.start, p.end] for p in s.pieces] or [[s.content.start, s.content.end]]
                aside = sorted((x.start, x.end) for x in (s.cue_span, s.speaker_span))
                rows.append(
                    {
                        "source": [[s.speaker_span.start, s.speaker_span.end]],
                        "cue": [[s.cue_span.start, s.cue_span.end]],
                        "content": [part for c in content for part in without(c, aside)],
                    }
                )
            out.write(json.dumps({"id": f"own-{number}", "text": text, "attributions": rows}) + "\n")


def without(part: list[int], holes: list[tuple[int, int]]) -> list[list[int]]:
    """``part`` less the attribution that interrupts it."""
    out, at = [], part[0]
    for a, b in holes:
        if at < b and a < part[1]:
            if at < a:
                out.append([at, a])
            at = max(at, b)
    if at < part[1]:
        out.append([at, part[1]])
    return out


if __name__ == "__main__":
    main()
