"""The sample report that ships with the package, read end to end; its one planted falsehood is caught."""

from importlib import resources

import pytest

import hague
from hague.answers import Answer


@pytest.fixture(scope="module")
def answer() -> Answer:
    return hague.read(resources.files("hague.samples").joinpath("report.txt").read_text(encoding="utf-8"))


def test_header(answer: Answer) -> None:
    assert answer.header.outlet == "Polder Press"
    assert answer.header.place == "THE HAGUE"
    assert answer.header.date == "2024-06-14"


SAID = [
    # words, speaker, via, on
    ("told whom to investigate", "a spokesperson for the court", (), None),
    ("weighing ratification", "diplomats", (), None),
    ("Russia has been a member", "a television commentator in Moscow", (), "2024-06"),
    ("no jurisdiction over Israelis", "an Israeli official", ("two people who attended the meeting",), "2024-06-12"),
    ("within weeks", "a lawyer familiar with the file", ("Radio Zuiderzee",), None),
    ("knows its obligations", "a diplomat from Ulaanbaatar", (), None),
]


@pytest.mark.parametrize(("words", "speaker", "via", "on"), SAID)
def test_who_said_what(answer: Answer, words: str, speaker: str, via: tuple[str, ...], on: str | None) -> None:
    (statement,) = [s for s in answer.statements if words in s.text]
    assert statement.speaker == speaker
    assert statement.via == via
    assert statement.on == on or on is None
    if words == "weighing ratification":  # the date of Armenia's joining is not that of the words
        assert statement.on is None


VERDICTS = [
    ("never ratified the statute", "supported"),
    ("In March 2023 the court issued", "supported"),
    ("Russia has been a member", "contradicted"),
    ("no jurisdiction over Israelis", "unsettled"),
    ("State of Palestine has been a member", "supported"),
    ("only individuals", "supported"),
    ("death penalty", "supported"),
]


@pytest.mark.parametrize(("words", "verdict"), VERDICTS)
def test_what_holds(answer: Answer, words: str, verdict: str) -> None:
    assert verdict in {c.verdict for c in answer.claims if words in c.text}


def test_nothing_else_is_contradicted(answer: Answer) -> None:
    assert [c.text for c in answer.claims if c.verdict == "contradicted"] == [
        "Russia has been a member of the court since 2016"
    ]


def test_a_hedge_is_never_turned_into_a_fact(answer: Answer) -> None:
    for claim in answer.claims:
        if "weighing" in claim.text or "may decide" in claim.text:
            assert claim.verdict == "not-checkable"
