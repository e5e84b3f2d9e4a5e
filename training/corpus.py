"""Reads an attribution corpus (JSON lines: id, text, attributions) as one tag and one link per token.

Tags are BIO over source, cue and content. A link says where the partner of a token stands, counted in spans: for a
content token the cue of its attribution, for a cue token the source of its attribution; ``L2`` is the second such
span to the left. Links make the joining of spans into attributions something that is learned with the tags.
"""

from __future__ import annotations

import bisect
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from hague.reading.attribution.tokens import tokens

TAGS = ("O", "B-content", "I-content", "B-source", "I-source", "B-cue", "I-cue")
LINKS = ("none", "L1", "L2", "L3", "R1", "R2", "R3")


def reports(path: Path) -> Iterator[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _link(at: int, partner: int, starts: list[int]) -> int:
    """Class of the partner span (by start) as seen from ``at``."""
    here, there = bisect.bisect_right(starts, at), bisect.bisect_right(starts, partner)
    if partner <= at:
        return 1 + min(2, here - there)
    return 4 + min(2, there - here - 1)


def gold(report: dict[str, Any], spans: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    """(tags, links) of a report, int arrays as long as ``spans``."""
    starts = [a for a, _ in spans]
    tags = np.zeros(len(spans), np.int64)
    links = np.zeros(len(spans), np.int64)
    cue_starts = sorted(a["cue"][0][0] for a in report["attributions"] if a["cue"])
    source_starts = sorted({a["source"][0][0] for a in report["attributions"] if a["source"]})
    for attribution in report["attributions"]:
        for kind, role in ((1, "content"), (3, "source"), (5, "cue")):
            for a, b in attribution[role]:
                i, j = bisect.bisect_left(starts, a), bisect.bisect_left(starts, b)
                if i < j:
                    tags[i] = kind
                    tags[i + 1 : j] = kind + 1
                    if role == "content" and attribution["cue"]:
                        cue = attribution["cue"][0][0]
                        links[i:j] = [_link(s, cue, cue_starts) for s in starts[i:j]]
                    elif role == "cue" and attribution["source"]:
                        source = attribution["source"][0][0]
                        links[i:j] = [_link(s, source, source_starts) for s in starts[i:j]]
    return tags, links


def load(path: Path) -> list[tuple[dict[str, Any], list[tuple[int, int]], np.ndarray, np.ndarray]]:
    out = []
    for report in reports(path):
        spans = tokens(report["text"])
        out.append((report, spans, *gold(report, spans)))
    return out
