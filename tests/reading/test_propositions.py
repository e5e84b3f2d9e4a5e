"""Propositions: clauses cut out of sentences, and what is said in each."""

from __future__ import annotations

import pytest

from hague import reading
from hague.reading.model import Proposition
from hague.record import Record


def propositions(text: str, record: Record, date: str = "2024-06-01") -> list[Proposition]:
    return list(reading.read(text, date=date, record=record).propositions)


CLAUSES = [
    # (sentence, the words of a clause that must be found as they stand)
    ("The ICC convicted Bemba in 2016, a lawyer said on Friday.", "The ICC convicted Bemba in 2016"),
    ("According to a lawyer, the ICC has 124 members.", "the ICC has 124 members"),
    ("The ICC, which sits in The Hague, has 124 members.", "The ICC, which sits in The Hague, has 124 members"),
    ("Kenya signed the Rome Statute in 1999 and ratified it in 2005.", "Kenya signed the Rome Statute in 1999"),
    ("Kenya signed the Rome Statute in 1999 and ratified it in 2005.", "ratified it in 2005"),
    ("“The ICC convicted Bemba,” she said, adding that it was late.", "The ICC convicted Bemba"),
    ("The court has 124 members; the Philippines left the ICC in 2019.", "the Philippines left the ICC in 2019"),
    (
        "Armenia, which joined the ICC in February, is one of its 124 members.",
        "Armenia, which joined the ICC in February, is one of its 124 members",
    ),
    (
        "He left his cell after appeals judges at the ICC threw out the convictions of Bemba.",
        "appeals judges at the ICC threw out the convictions of Bemba",
    ),
    ("The ICC cannot try States, and it cannot impose the death penalty.", "it cannot impose the death penalty"),
    ("Ukraine has not yet ratified the Rome Statute.", "Ukraine has not yet ratified the Rome Statute"),
]


@pytest.mark.parametrize(("sentence", "clause"), CLAUSES, ids=range(len(CLAUSES)))
def test_clauses_leave_attribution_and_marks_out(sentence: str, clause: str, record: Record) -> None:
    found = {sentence[p.span.start : p.span.end] for p in propositions(sentence, record)}
    assert clause in found


SAID = [
    # (sentence, predicate, negated, roles that must be there)
    (
        "The ICC issued a warrant for Vladimir Putin in March 2023.",
        "warrant-issued",
        False,
        {"person.for": "person:vladimir-putin", "time.on": "2023-03"},
    ),
    (
        "A warrant for Vladimir Putin was issued by the ICC.",
        "warrant-issued",
        False,
        {"person.for": "person:vladimir-putin"},
    ),
    ("Israel has not ratified the Rome Statute.", "ratify", True, {"state.subj": "state:ISR"}),
    ("Israel never ratified the Rome Statute.", "ratify", True, {"state.subj": "state:ISR"}),
    (
        "Al Hassan was handed over to the ICC by Mali in 2018.",
        "surrendered",
        False,
        {"state.by": "state:MLI", "person.obj": "person:al-hassan"},
    ),
    (
        "Mali handed Al Hassan over to the ICC in 2018.",
        "surrendered",
        False,
        {"state.subj": "state:MLI", "person.obj": "person:al-hassan"},
    ),
    (
        "Jean-Pierre Bemba was sentenced by the ICC to 18 years.",
        "sentenced",
        False,
        {"person.obj": "person:jean-pierre-bemba", "number.year": "18"},
    ),
    ("The ICC has more than 120 members.", "count-members", False, {"number.member": "at-least 120"}),
    ("Nobody has been convicted by the ICC.", "convicted", True, {"quantified.obj": "none"}),
    (
        "Italy has been a member of the ICC since 2002.",
        "be-member",
        False,
        {"time.since": "2002", "state.subj": "state:ITA"},
    ),
]


@pytest.mark.parametrize(("sentence", "predicate", "negated", "roles"), SAID, ids=range(len(SAID)))
def test_who_is_said_to_have_done_what(
    sentence: str, predicate: str, negated: bool, roles: dict[str, str], record: Record
) -> None:
    found = [p for p in propositions(sentence, record) if p.predicate == predicate]
    assert found
    assert found[0].negated is negated
    for role, value in roles.items():
        argument = found[0].roles[role]
        assert value in (argument.entity, argument.value)


HEDGED = [
    ("The ICC may issue a warrant for Benjamin Netanyahu.", "possible"),
    ("Judges at the ICC are weighing a warrant for Benjamin Netanyahu.", "plan"),
    ("The ICC will issue a warrant for Benjamin Netanyahu.", "future"),
]


@pytest.mark.parametrize(("sentence", "kind"), HEDGED, ids=[k for _, k in HEDGED])
def test_a_hedge_is_part_of_what_is_said(sentence: str, kind: str, record: Record) -> None:
    assert any((p.hedge or "").startswith(kind) for p in propositions(sentence, record))


def test_pronouns_stand_for_what_was_named_before(record: Record) -> None:
    found = propositions("The ICC convicted Thomas Lubanga in 2012. He was sentenced to 14 years.", record)
    term = next(p for p in found if p.predicate == "sentenced")
    assert "person:thomas-lubanga" in {a.entity for a in term.roles.values()}


def test_headlines_hold_no_propositions(record: Record) -> None:
    text = "Court convicts warlord\n\nTHE HAGUE, 14 March 2012 (Wire) - The ICC convicted Thomas Lubanga on Wednesday."
    assert all(p.span.start > text.index("THE HAGUE") for p in reading.read(text, record=record).propositions)
