"""ClaimReview, W3C annotations, brat and TimeML have the members that their specifications require, on any text."""

import json
import re
from typing import Any
from xml.etree import ElementTree

import pytest

import hague
from hague.annotation import brat, claimreview, timeml, web_annotation
from hague.answers import Answer
from hague.record import Record

NEWS = """Court weighs its reach

THE HAGUE, 3 May 2024 (Polder Press) — “Israel has ratified the Rome Statute,” Karim Khan said on Thursday.

Palestine has been a member of the court since 2015. The court may issue more warrants,
two officials
said last year.
"""
TEXTS = [
    NEWS,
    NEWS.replace("\n", "\r\n"),
    "Israel\0has not ratified the Rome Statute, e\u0301 \u202e <b>&amp;</b> the court said on Monday.\x0b\ud800",
    "x" * 3000,
    "قال الناطق يوم الاثنين: Israel has not ratified the Rome Statute in 2015.",
]


@pytest.fixture(params=range(len(TEXTS)))
def answer(request: pytest.FixtureRequest) -> Answer:
    return hague.read(TEXTS[request.param], date="2024-05-03")


# -- ClaimReview --------------------------------------------------------------------------------------------

US = claimreview.Publisher(name="Example Desk", url="https://desk.example", published="2024-05-04")


def _reviews(answer: Answer, record: Record) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(json.dumps(claimreview.reviews(answer, US, record)))
    return found


def test_a_claim_review_has_what_its_readers_require(answer: Answer, record: Record) -> None:
    for review in _reviews(answer, record):
        assert review["@context"] == "https://schema.org"
        assert review["@type"] == "ClaimReview"
        assert review["claimReviewed"]
        assert review["author"]["name"] == "Example Desk"
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", review["datePublished"])
        rating = review["reviewRating"]
        assert rating["@type"] == "Rating"
        assert rating["alternateName"] in ("supported", "contradicted", "unsettled")
        assert rating["ratingExplanation"]
        if "ratingValue" in rating:
            assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
        assert review["itemReviewed"]["@type"] == "Claim"


def test_only_what_is_decided_or_open_is_reviewed(record: Record) -> None:
    answer = hague.read(NEWS)
    reviews = _reviews(answer, record)
    assert len(reviews) == len([c for c in answer.claims if c.verdict != "not-checkable"])
    assert reviews


def test_the_claim_is_the_speakers_and_the_review_the_users(record: Record) -> None:
    (review,) = [r for r in _reviews(hague.read(NEWS), record) if r["reviewRating"]["alternateName"] == "contradicted"]
    claim = review["itemReviewed"]
    assert claim["author"]["@type"] == "Person"
    assert claim["author"]["name"] == record.persons["person:karim-khan"].name
    assert claim["appearance"]["publisher"]["name"] == "Polder Press"
    assert review["author"]["name"] == "Example Desk"
    assert review["citation"]


def test_a_review_without_author_or_day_is_refused() -> None:
    assert [p["where"] for p in claimreview.problems_of(" ", None)] == ["--author", "--published"]


# -- W3C Web Annotation -------------------------------------------------------------------------------------

MOTIVATIONS = {"assessing", "classifying", "describing", "identifying", "linking", "tagging"}


def test_a_collection_follows_the_data_model(answer: Answer) -> None:
    found = web_annotation.collection(answer)
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert found["type"] == "AnnotationCollection"
    page = found["first"]
    assert page["type"] == "AnnotationPage"
    assert page["partOf"] == found["id"]
    assert found["total"] == len(page["items"])
    assert len({i["id"] for i in page["items"]}) == len(page["items"])
    for item in page["items"]:
        assert item["type"] == "Annotation"
        assert item["motivation"] in MOTIVATIONS
        assert all(
            b["type"] in ("TextualBody", "SpecificResource") and b["purpose"] in MOTIVATIONS for b in item["body"]
        )
        quote, position = item["target"]["selector"]
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        start, end = position["start"], position["end"]
        assert 0 <= start < end <= len(answer.text)
        assert quote["exact"] == answer.text[start:end]
        assert answer.text[:start].endswith(quote["prefix"])
        assert answer.text[end:].startswith(quote["suffix"])


def test_the_same_report_has_the_same_identifiers_and_another_source_others() -> None:
    answer = hague.read(NEWS)
    assert web_annotation.collection(answer) == web_annotation.collection(answer)
    there = web_annotation.collection(answer, "https://example.org/report")
    assert there["first"]["items"][0]["target"]["source"] == "https://example.org/report"
    assert there["id"] != web_annotation.collection(answer)["id"]


# -- brat ---------------------------------------------------------------------------------------------------

BOUND = re.compile(r"T\d+\t([A-Za-z-]+) (\d+ \d+(?:;\d+ \d+)*)\t(.+)")


def test_standoff_lines_say_what_stands_at_their_offsets(answer: Answer) -> None:
    text = brat.text_of(answer)
    known = set()
    kinds = set(re.findall(r"^[A-Z][a-z]+$", brat.CONFIGURATION, re.M))
    for line in brat.standoff(answer).split("\n")[:-1]:
        if line.startswith("T"):
            found = BOUND.fullmatch(line)
            assert found, line
            assert found[1] in kinds
            pieces = [text[int(a) : int(b)] for a, b in (p.split(" ") for p in found[2].split(";"))]
            assert not [p for p in pieces if "\n" in p or not p]
            if "\ufffd" not in found[3]:
                assert found[3] == " ".join(pieces)
            known.add(line.partition("\t")[0])
        elif line.startswith("R"):
            assert set(re.findall(r"Arg\d:(T\d+)", line)) <= known
        elif line.startswith("A"):
            assert line.split(" ")[1] in known
        else:
            assert re.fullmatch(r"#\d+\tAnnotatorNotes T\d+\t.+", line), line


# -- TimeML -------------------------------------------------------------------------------------------------


def test_a_timeml_document_parses_and_keeps_every_offset(answer: Answer) -> None:
    root = ElementTree.fromstring(timeml.document(answer).encode())
    assert root.tag == "TimeML"
    assert [c.tag for c in root if c.tag not in ("DCT", "TITLE", "MAKEINSTANCE")] == ["DOCID", "TEXT"]
    body = root.find("TEXT")
    assert body is not None
    assert len("".join(body.itertext())) == len(answer.text)
    found = root.findall(".//TIMEX3")
    assert len({t.get("tid") for t in found}) == len(found)
    at, spans = len(body.text or ""), []
    for element in body:
        if element.tag == "TIMEX3":
            spans.append((at, at + len(element.text or ""), element.get("type"), element.get("value")))
            assert element.get("value")
        at += len(element.text or "") + len(element.tail or "")
    settled = [(t.start, t.end, t.type, t.value) for t in answer.timexes if t.value]
    assert [s for s in spans if s in settled] == settled
    created = [t for t in found if t.get("functionInDocument") == "CREATION_TIME"]
    assert [t.get("value") for t in created] == [answer.header.date]


def test_every_timeml_event_is_a_word_with_one_instance(answer: Answer) -> None:
    root = ElementTree.fromstring(timeml.document(answer).encode())
    events = root.findall(".//EVENT")
    assert [e.get("eid") for e in events] == [i.get("eventID") for i in root.findall("MAKEINSTANCE")]
    assert all(e.text and e.text.isalpha() and e.get("class") in ("REPORTING", "OCCURRENCE") for e in events)
    assert not any(list(e) for e in root.findall(".//TIMEX3"))


def test_timeml_events_are_what_is_said_and_what_claims_rest_on() -> None:
    root = ElementTree.fromstring(timeml.document(hague.read(NEWS)).encode())
    instances = {i.get("eventID"): (i.get("tense"), i.get("polarity")) for i in root.findall("MAKEINSTANCE")}
    found = {e.text: (e.get("class"), *instances[e.get("eid")]) for e in root.findall(".//EVENT")}
    assert found["said"] == ("REPORTING", "PAST", "POS")
    assert found["ratified"] == ("OCCURRENCE", "PAST", "POS")
