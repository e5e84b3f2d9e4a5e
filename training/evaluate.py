"""Writes the attributions that given weights find in a corpus, in the form its scorer reads.

python training/evaluate.py WEIGHTS.npz CORPUS.jsonl.gz PREDICTIONS.jsonl
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from corpus import reports

from hague.reading import attribution, quotations, sentences
from hague.reading import header as header_
from hague.reading.attribution import network as network_


def main() -> None:
    weights, corpus, out = (Path(a) for a in sys.argv[1:4])
    model = network_.Network(weights)
    network_.shipped = lambda: model  # type: ignore[assignment]  # where a search for attributions takes it from
    words, seconds = 0, 0.0
    with out.open("w") as file:
        for report in reports(corpus):
            text = report["text"]
            cut, quoted = sentences.split(text, header_.find(text)), quotations.find(text)
            began = time.process_time()
            found = attribution.find(text, quoted, cut)
            seconds += time.process_time() - began
            words += len(text.split())
            rows = [{r: [[s.start, s.end] for s in getattr(a, r)] for r in ("source", "cue", "content")} for a in found]
            file.write(json.dumps({"id": report["id"], "attributions": rows}) + "\n")
    print(f"{words} words, {words / seconds:.0f} words/s")


if __name__ == "__main__":
    main()
