"""Verbs of the present that no list has, known by the subject that they agree with and the object that follows."""

import pytest

from hague.reading.propositions.content import content_start
from hague.reading.propositions.tokens import words
from hague.reading.propositions.verbs import agrees

CLAUSES = [
    # clause, the verbs that agree with their subject
    ("A third warrant names the commander", {"names"}),
    ("The measures breach international law", {"breach"}),
    ("Those four cases concern strikes on the grid", set()),  # nothing shows that "strikes" is an object
    ("They choose a President from among themselves", {"choose"}),
    ("That article permits a state to spare its nationals", {"permits"}),
    ("Judges in The Hague", set()),
    ("The appeals judges of the court", set()),
    ("The court orders were late", set()),
    ("Parties to the treaty", set()),
    ("The victims also the witnesses", set()),
    ("", set()),
    ("names", set()),
]


@pytest.mark.parametrize(("clause", "verbs"), CLAUSES)
def test_verbs_of_the_present(clause: str, verbs: set[str]) -> None:
    tokens = words(clause, 0, len(clause))
    assert {t.low for i, t in enumerate(tokens) if agrees(tokens, [""] * len(tokens), i)} == verbs


CONTENTS = [
    ("The judges found that Jordan had failed in its duty", "Jordan had failed in its duty"),
    ("In an interview, she said they had never been told of it", "they had never been told of it"),
    ('A diplomat on the radio: "Kenya walked out in September', "Kenya walked out in September"),
    (
        "The judges held, in the case of Jordan, that he enjoys no immunity before any of the courts they sit in",
        "he enjoys no immunity before any of the courts they sit in",
    ),
    ("The Appeals Chamber ruled on Friday, by three votes to two, that he may stay", None),  # the ruling is the news
    ("the warrants that the judges issued", None),
    ("", None),
]


@pytest.mark.parametrize(("clause", "content"), CONTENTS)
def test_the_content_of_a_clause(clause: str, content: str | None) -> None:
    assert clause[content_start(clause) :] == (clause if content is None else content)
