"""The programs that need no PyTorch: weights are scored that were asked for, not those that ship."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np

import hague

SRC = Path(hague.__file__).parents[1]
EVALUATE = Path(__file__).parents[1] / "training" / "evaluate.py"
SHIPPED = SRC / "hague" / "reading" / "weights" / "attribution.npz"
TEXT = "The minister said on Monday that the court had no jurisdiction over the island."


def found(weights: Path, folder: Path) -> int:
    """How many attributions the weights find in ``TEXT``."""
    corpus, out = folder / "corpus.jsonl", folder / "found.jsonl"
    corpus.write_text(json.dumps({"id": "a", "text": TEXT, "attributions": []}) + "\n", encoding="utf-8")
    command = [sys.executable, str(EVALUATE), str(weights), str(corpus), str(out)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONPATH": str(SRC)})
    return len(json.loads(out.read_text(encoding="utf-8"))["attributions"])


def test_the_weights_given_are_scored(tmp_path: Path) -> None:
    with np.load(SHIPPED) as shipped:
        nothing = {n: a if n == "dilations" else np.zeros_like(a) for n, a in shipped.items()}
    np.savez(tmp_path / "nothing.npz", **nothing)
    assert found(SHIPPED, tmp_path) == 1
    assert found(tmp_path / "nothing.npz", tmp_path) == 0
