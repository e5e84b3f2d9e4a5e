"""The spaCy component, on a blank pipeline; skipped aloud where spaCy is not installed."""

import importlib

import pytest

import hague

pytestmark = pytest.mark.filterwarnings("ignore")
spacy = pytest.importorskip("spacy", reason="spaCy (the extra `spacy`) is not installed")
importlib.import_module("hague.spacy_component")

NEWS = "THE HAGUE, 3 May 2024 (Wire) — “Israel has ratified the Rome Statute,” Karim Khan said on Thursday."


def test_a_blank_pipeline_reads_and_checks() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("hague")
    doc = nlp(NEWS)
    assert doc._.hague == hague.read(NEWS)
    (claim,) = doc.spans["hague:claims"]
    assert claim.label_ == "contradicted"
    assert "Israel has ratified" in claim.text
    assert claim._.hague.correction
    assert "state:ISR" in {s.kb_id_ for s in doc.spans["hague:names"]}
    assert {s.label_ for s in doc.spans["hague:times"]} == {"DATE"}
    assert doc.spans["hague:statements"][0]._.hague.speaker == "Karim Khan"


def test_a_date_for_all_or_for_one_and_texts_that_hold_nothing() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("hague", config={"date": "2024-05-03"})
    assert nlp("The judges met on Monday.")._.hague.header.date == "2024-05-03"
    doc = nlp.make_doc("The judges met on Monday.")
    doc._.hague_date = "2020-01-02"
    assert nlp(doc)._.hague.header.date == "2020-01-02"
    assert nlp("")._.hague is None
    assert nlp(" \n")._.hague is None
