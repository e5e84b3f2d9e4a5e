"""Sentences: each row is a text and its sentences; kinds where they are not ``body``."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hague.reading import header, sentences
from hague.reading.model import Header

ROWS = [
    ("He left. She stayed.", ["He left.", "She stayed."]),
    # stops that end nothing
    ("Mr. Li met Dr. Wu at 3 p.m. on Jan. 5 in the U.S. embassy.", ["Mr. Li met Dr. Wu at 3 p.m. on Jan. 5 in the "
     "U.S. embassy."]),
    ("He came at 3 p.m. The judges left.", ["He came at 3 p.m.", "The judges left."]),
    ("It fell under art. 70 and no. 12 of 1.5 million.", ["It fell under art. 70 and no. 12 of 1.5 million."]),
    ("Karim A. A. Khan spoke. He left.", ["Karim A. A. Khan spoke.", "He left."]),
    ("Prosecutor v. Lubanga began.", ["Prosecutor v. Lubanga began."]),
    ("Ferdinand Marcos Jr. said no.", ["Ferdinand Marcos Jr. said no."]),
    ("It was Trial Chamber I. He went home.", ["It was Trial Chamber I.", "He went home."]),
    # marks of quotation
    ("“We won.” He smiled.", ["“We won.”", "He smiled."]),
    ("“Never!” she said. “Not now.”", ["“Never!” she said.", "“Not now.”"]),
    ('He asked, "Why?" Nobody answered.', ['He asked, "Why?"', "Nobody answered."]),
    ("They left… Then they came back.", ["They left…", "Then they came back."]),
    # paragraphs
    ("One line\nwithout a stop here\n\nAnother one ends here.", ["One line", "without a stop here", "Another one "
     "ends here."]),
    ("", []),
    (" \n\t\n ", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[s.start : s.end] for s in sentences.split(text, Header())] == expected


def test_hand_wrapped_lines_run_on() -> None:
    line = "The judges of the chamber have read the request of the defence and"
    text = (
        f"{line}\nfind that it was filed late and that nothing in it could have changed\n"
        "their view of the case as it stood in the month of the ruling. The\nrequest is refused.\n\n"
        "A second paragraph of one line.\n"
    )
    found = [text[s.start : s.end] for s in sentences.split(text, Header())]
    assert len(found) == 3
    assert found[0].startswith("The judges")
    assert found[1].endswith("refused.")


def test_kinds() -> None:
    text = (
        "Judges open the door\n\nBy Ada Quist\nLowland News, 4 March 2022\n\nTHE HAGUE — Judges ruled on Friday.\n\n"
        "What happens next\n\n- The case goes on.\n- The defence may appeal.\n\nIt has thirty days.\n"
    )
    found = sentences.split(text, header.find(text))
    assert [(s.kind, text[s.start : s.end]) for s in found] == [
        ("headline", "Judges open the door"),
        ("byline", "By Ada Quist"),
        ("dateline", "Lowland News, 4 March 2022"),
        ("dateline", "THE HAGUE —"),
        ("body", "Judges ruled on Friday."),
        ("headline", "What happens next"),
        ("list-item", "The case goes on."),
        ("list-item", "The defence may appeal."),
        ("body", "It has thirty days."),
    ]
    assert [s.paragraph for s in found] == list(range(9))


def test_a_speakers_label_is_a_turn() -> None:
    text = "EVA LUND, HOST: Good morning. Who is here?\n\nGUEST: I am. And so are they.\n\nLUND: Thank you.\n"
    found = sentences.split(text, header.find(text))
    assert [text[s.start : s.end] for s in found if s.kind == "turn"] == ["EVA LUND, HOST:", "GUEST:", "LUND:"]
    assert [text[s.start : s.end] for s in found if s.kind == "body"] == [
        "Good morning.", "Who is here?", "I am.", "And so are they.", "Thank you.",
    ]  # fmt: skip


@given(st.text(max_size=400))
def test_spans_are_in_order_inside_the_text_and_without_outer_blanks(text: str) -> None:
    last = 0
    for s in sentences.split(text, header.find(text)):
        assert last <= s.start < s.end <= len(text)
        assert text[s.start : s.end] == text[s.start : s.end].strip()
        last = s.end


@given(
    st.lists(
        st.sampled_from(["Mr.", "A.", "he", "He", "“", "”", '"', "3.5", "U.S.", ".", "?", "\n", " ", "art. 5", "—"]),
        max_size=60,
    )
)
def test_every_printed_character_of_the_body_is_in_a_sentence(pieces: list[str]) -> None:
    text = " ".join(pieces)
    covered = set()
    for s in sentences.split(text, Header()):
        covered.update(range(s.start, s.end))
    bullets = "-*•–‣◦▪●·"
    assert all(i in covered or text[i].isspace() or text[i] in bullets for i in range(len(text)))
