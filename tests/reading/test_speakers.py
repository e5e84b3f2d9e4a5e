"""Who is meant by the words of an attribution, with the steps by which that is known."""

from __future__ import annotations

import pytest

from hague.reading import read

OPENING = "THE HAGUE, 6 March 2025 (Delta Press) — "
CASES = [
    # (text after the dateline, speaker as printed, entity, chain)
    ("A court spokesperson said the list was secret.", "A court spokesperson", "icc", ()),
    ("A UN official said the camp was empty.", "A UN official", "org:un", ()),
    ("Moscow said the ruling was void.", "Moscow", "state:RUS", ()),
    ("The Kremlin said the ruling was void.", "The Kremlin", "state:RUS", ()),
    ("Prosecutor Karim Khan said the case was strong.", "Prosecutor Karim Khan", "person:karim-khan", ()),
    ("The office of the prosecutor said the case was strong.", "The office of the prosecutor", "otp", ()),
    ("A member of the prosecution team said the case was strong.", "A member of the prosecution team", "otp", ()),
    ("The Appeals Chamber ruled that the case may go on.", "The Appeals Chamber", "chamber:appeals", ()),
    ("Pre-Trial Chamber II ruled that the case may go on.", "Pre-Trial Chamber II", "chamber:ptc-2", ()),
    ("A lawyer for the victims said the case was slow.", "A lawyer for the victims", None, ()),
    ("A former court official said the case was slow.", "A former court official", None, ()),
    ("A lawyer for Vladimir Putin said the case was void.", "A lawyer for Vladimir Putin", None, ()),
]


@pytest.mark.parametrize(("text", "speaker", "entity", "chain"), CASES, ids=[c[0] for c in CASES])
def test_speaker_of_record(text: str, speaker: str, entity: str | None, chain: tuple[str, ...]) -> None:
    (statement,) = read(OPENING + text).statements
    assert (statement.speaker, statement.speaker_entity, statement.chain) == (speaker, entity, chain)


def test_a_pronoun_is_the_one_who_spoke_before() -> None:
    text = OPENING + "Karim Khan said the case was strong. He said it would be filed soon."
    first, second = read(text).statements
    assert second.speaker == "He"
    assert second.speaker_entity == first.speaker_entity == "person:karim-khan"
    assert second.chain == ("He", "Karim Khan")


def test_a_pronoun_of_the_other_sex_is_somebody_else() -> None:
    text = OPENING + "A spokeswoman, Ana Ruiz, said the file was closed. He said it was not."
    statements = read(text).statements
    assert statements[1].chain == ()


def test_a_short_form_goes_back_to_the_full_one() -> None:
    text = OPENING + "A senior officer in Niamey said the vote was near. The officer said nobody would pay."
    assert read(text).statements[1].chain == ("The officer", "A senior officer in Niamey")


def test_unknown_stays_unknown() -> None:
    text = OPENING + "The hall was full.\n\n“Nobody in this town will ever forget those three days in May.”"
    (statement,) = read(text).statements
    assert statement.speaker_entity is None
