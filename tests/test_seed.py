"""The report that the project was created from, read and checked end to end (where the corpora stand)."""

from pathlib import Path

import pytest

import hague
from hague.answers import Answer, ClaimAnswer, StatementAnswer


@pytest.fixture(scope="module")
def answer(shared: Path) -> Answer:
    (path,) = (shared / "seed").glob("*.txt")
    return hague.read(path.read_text(encoding="utf-8"))


STATEMENTS = [
    # words of the content, speaker, entity, on, channel, via
    ("insists that all attempts", ("office of the prosecutor", "ICC"), ("otp", "icc"), "2024-05-03", "X post"),
    ("who is trying to interfere", ("court",), ("icc",), None, None),
    ("fears in Washington", ("Bloomberg",), (None,), None, None),
    ("very clear|really clear", ("Jean-Pierre",), (None, "person:karine-jean-pierre"), "2024-04-29", None),
    ("Israel would back out", ("people familiar",), (None,), None, None),
    ("virtual meeting", ("Axios",), (None,), "2024-05-02", None),
    ("extends to the escalation", ("office", "Khan"), ("otp",), "2023-11", None),
    ("deeply concerned", ("Khan",), ("person:karim-khan",), "2024-02", None),
]


def _with(answer: Answer, words: str) -> StatementAnswer:
    found = [s for s in answer.statements if any(w in s.text for w in words.split("|"))]
    assert found, words
    return found[0]


@pytest.mark.parametrize(("words", "speaker", "entity", "on", "channel"), STATEMENTS)
def test_who_said_what_when(
    answer: Answer,
    words: str,
    speaker: tuple[str, ...],
    entity: tuple[str | None, ...],
    on: str | None,
    channel: str | None,
) -> None:
    statement = _with(answer, words)
    assert statement.speaker is not None
    assert any(name in statement.speaker for name in speaker)
    assert statement.speaker_entity in entity
    if on is not None:
        assert statement.on == on
    if channel is not None:
        assert statement.channel == channel


def test_there_are_eight_statements(answer: Answer) -> None:
    assert len(answer.statements) == 8


def test_an_interrupted_quotation_is_one_statement(answer: Answer) -> None:
    spoken = _with(answer, "really clear")
    assert spoken.text.endswith("jurisdiction.”")
    assert len(spoken.pieces) == 2


def test_dates(answer: Answer) -> None:
    values = {t.text: t.value for t in answer.times}
    assert values["Oct. 7"] == "2023-10-07"
    assert values["Last year"] == "2023"
    assert values["Monday"] == "2024-04-29"


SUPPORTED = [
    ("ratified", "state:ISR"),
    ("member of the court since 2015", "state:PSE"),
    ("investigation into alleged crimes", "situation:palestine"),
    ("Vladimir Putin", "person:vladimir-putin"),
    ("crime of aggression", None),
]


def _claim(answer: Answer, words: str, verdict: str) -> ClaimAnswer:
    found = [c for c in answer.claims if words in c.text and c.verdict == verdict]
    assert found, [(c.text, c.verdict) for c in answer.claims if words in c.text]
    return found[0]


@pytest.mark.parametrize(("words", "entity"), SUPPORTED)
def test_what_the_record_bears_out(answer: Answer, words: str, entity: str | None) -> None:
    claim = _claim(answer, words, "supported")
    assert claim.sources
    assert entity is None or entity in claim.entities


def test_the_putin_warrant_is_tied_to_its_day(answer: Answer) -> None:
    assert "17 March 2023" in _claim(answer, "Vladimir Putin", "supported").why


def test_the_dispute_over_jurisdiction_shows_ruling_and_sides(answer: Answer) -> None:
    claim = _claim(answer, "jurisdiction", "unsettled")
    shown = " ".join([claim.why, *claim.sides])
    assert "5 February 2021" in shown
    assert "Israel" in shown
    assert "United States" in shown


def test_may_issue_is_never_turned_into_a_fact(answer: Answer) -> None:
    for claim in answer.claims:
        if "may issue" in claim.text or "weighing" in claim.text or "possible arrest warrants" in claim.text:
            assert claim.verdict == "not-checkable"


def test_nothing_true_is_contradicted(answer: Answer) -> None:
    assert [c.text for c in answer.claims if c.verdict == "contradicted"] == []
