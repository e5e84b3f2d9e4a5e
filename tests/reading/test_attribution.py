"""The attribution tagger: offsets, linking, any text; its figures on PolNeAR's dev part where the corpus stands."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hague.reading import attribution, quotations, sentences
from hague.reading import header as header_
from hague.reading.attribution import Attribution
from hague.reading.attribution.features import SIZES, encode
from hague.reading.attribution.linking import join
from hague.reading.attribution.network import LINKS, TAGS, shipped
from hague.reading.attribution.tagging import Piece, pieces
from hague.reading.attribution.tokens import tokens

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("HAGUE_SHARED", ROOT.parent / "shared"))
WEIGHTS = ROOT / "src" / "hague" / "reading" / "weights" / "attribution.npz"


def find(text: str) -> tuple[Attribution, ...]:
    return attribution.find(text, quotations.find(text), sentences.split(text, header_.find(text)))


def words(text: str, found: Attribution) -> dict[str, list[str]]:
    return {r: [text[s.start : s.end] for s in getattr(found, r)] for r in ("source", "cue", "content")}


def test_a_plain_sentence() -> None:
    text = "The minister said on Monday that the court had no jurisdiction over the island."
    (found,) = find(text)
    assert words(text, found)["source"] == ["The minister"]
    assert words(text, found)["cue"][0].startswith("said")
    assert "the court had no jurisdiction over the island" in words(text, found)["content"][0]


def test_a_source_is_shared_by_two_cues() -> None:
    text = "The spokesman said the talks were over, adding that nobody had signed."
    found = find(text)
    assert len(found) == 2
    assert all(words(text, f)["source"] == ["The spokesman"] for f in found)


def test_beliefs_count_here() -> None:
    text = "Officials believe that the warrant will be issued this week."
    (found,) = find(text)
    assert words(text, found)["source"] == ["Officials"]
    assert found.act == "belief"


def test_tokens_and_features_go_together() -> None:
    text = "He said: “It’s over.”\n\nU.S. officials agreed."
    spans, features = encode(text, quotations.find(text), sentences.split(text, header_.find(text)))
    assert features.shape == (len(spans), len(SIZES))
    assert (features < np.array(SIZES)).all()
    assert (features >= 0).all()
    assert [text[a:b] for a, b in tokens(text)][4:8] == ["It’s", "over", ".", "”"]


def test_pieces_never_cross_a_line() -> None:
    text = "a b\nc d"
    spans = tokens(text)
    tags = np.full((len(spans), len(TAGS)), -9.0, np.float32)
    tags[:, 2] = -0.1
    tags[0, 1] = 0
    tags[3, 1] = 0
    found = pieces(text, spans, tags, np.zeros((len(spans), len(LINKS)), np.float32))
    assert [(p.role, p.first, p.last) for p in found] == [("content", 0, 2), ("content", 3, 5)]


def test_links_decide_who_belongs_to_whom() -> None:
    def links(**chosen: float) -> tuple[float, ...]:
        return tuple(chosen.get(name, -9.0) for name in LINKS)

    source = Piece("source", 0, 1, links())
    first, second = Piece("cue", 1, 2, links(L1=0)), Piece("cue", 5, 6, links(L1=0))
    left, right = Piece("content", 2, 4, links(L1=0)), Piece("content", 6, 9, links(L1=0))
    joined = join([source, first, left, second, right])
    assert [(j.source, j.content) for j in joined] == [([source], [left]), ([source], [right])]
    wandering = Piece("content", 2, 4, links(R1=0))
    assert [j.content for j in join([source, first, wandering, second, right])] == [[wandering, right]]


@settings(max_examples=120, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read_and_offsets_hold(text: str) -> None:
    for found in find(text):
        assert found.content
        for span in (*found.source, *found.cue, *found.content):
            assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00", "a", "said " * 3000, "“" * 500, "x" * 100_000])
def test_odd_texts(text: str) -> None:
    assert find(text) == find(text)


def test_long_texts_are_read_in_blocks_with_the_same_result() -> None:
    model = shipped()
    assert model is not None
    features = np.random.default_rng(1).integers(0, np.array(SIZES), (9000, len(SIZES))).astype(np.int32)
    tags, links = model(features)
    whole = model._run(features)
    assert np.allclose(tags, whole[0], atol=1e-3)
    assert np.allclose(links, whole[1], atol=1e-3)


def test_the_weights_are_small_plain_and_carry_no_words() -> None:
    assert WEIGHTS.stat().st_size < 3_000_000
    with np.load(WEIGHTS, allow_pickle=False) as saved:
        assert {a.dtype.kind for a in saved.values()} <= {"i", "f"}
    assert (WEIGHTS.parent / "NOTICE.md").is_file()


FLOORS = json.loads((Path(__file__).with_name("attribution_floors.json")).read_text())


def test_the_figures_on_the_development_part_do_not_fall(tmp_path: Path) -> None:
    corpus = SHARED / "bench" / "polnear" / "dev.jsonl.gz"
    if not corpus.is_file():
        pytest.skip("PolNeAR is not here; its figures are not checked")
    assert hashlib.sha256(corpus.read_bytes()).hexdigest() == FLOORS["sha256"]
    out = tmp_path / "found.jsonl"
    with gzip.open(corpus, "rt", encoding="utf-8") as lines, out.open("w", encoding="utf-8") as file:
        for line in lines:
            report = json.loads(line)
            rows = [
                {r: [[s.start, s.end] for s in getattr(a, r)] for r in ("source", "cue", "content")}
                for a in find(report["text"])
            ]
            file.write(json.dumps({"id": report["id"], "attributions": rows}) + "\n")
    done = subprocess.run(
        [sys.executable, str(SHARED / "bench" / "score.py"), "attribution", str(corpus), str(out), "--json"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    scores = json.loads(done.stdout)
    for name, floor in FLOORS["f"].items():
        assert scores[name]["F"] >= floor, f"{name}: {scores[name]['F']} is below {floor}"
