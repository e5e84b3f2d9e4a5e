"""Rules of law are met in other people's words: in the wordings of the record and in the wrong ones."""

from __future__ import annotations

from datetime import date

import pytest

from hague import checking, reading
from hague.record import Record

DAY = date(2020, 6, 1)
ROWS = [
    # the rule in words that no row of the table has
    ("+", "The removal of an ICC prosecutor takes an absolute majority of the member states, in a secret ballot."),
    ("+", "The International Criminal Court cannot try the dead."),
    ("+", "At the International Criminal Court no one under 18 can be tried."),
    # in the past, with its article, with a contrast or an aside, and in the negative
    ("+", "Crimes that were committed before a country left can still be tried by the ICC."),
    ("+", "Under article 110 the ICC must look at a sentence again once two thirds of it have been served."),
    ("+", "Judges, not prosecutors, issue the ICC's warrants."),
    ("+", "As a rule the accused has to be in the room during a trial at the ICC."),
    ("+", "At the ICC prosecutors can appeal against an acquittal, unlike in some countries."),
    ("+", "Terrorism and drug trafficking did not make the ICC's list of crimes."),
    ("-", "Three quarters of the ICC's members must approve a withdrawal."),
    ("-", "Portuguese is one of the ICC's official languages."),
    ("-", "A deferral by the Security Council of an ICC case lasts thirty months."),
    # the article is another's
    ("0", "Article 16 lets the ICC look at a sentence again once two thirds of it have been served."),
    # wrong in a number, an age, an organ, for ever
    ("-", "The International Criminal Court may not try anyone under the age of 16."),
    ("-", "Boys of 16 could have ended up in The Hague before the International Criminal Court."),
    ("-", "The judges of the ICC choose the Prosecutor from among themselves."),
    ("-", "An ICC file once closed can never be reopened."),
    # law of other courts, cases, and what only looks like a rule
    ("0", "Under Article 17 of the Rome Statute the case of 16 boys was discussed."),
    ("0", "The national court may impose the death penalty for this."),
]  # fmt: skip
ANSWERS = [
    # an answer without a verb, or with "they", is read with the question above it
    ("+", "How many judges does the ICC have?", "Eighteen, elected for nine years."),
    ("-", "How many judges does the ICC have?", "Fifteen, elected for nine years."),
    ("+", "Who can be tried at the ICC?", "Only people, never states or companies."),
    ("-", "Who can be tried at the ICC?", "Individuals, companies and states."),
    ("+", "Who can be tried at the ICC?", "Nobody who was under 18 at the time."),
    ("-", "Which crimes does the ICC try?", "Genocide, crimes against humanity, war crimes and piracy."),
    ("+", "Which crimes does the ICC try?", "Genocide, crimes against humanity, war crimes and aggression."),
    ("+", "Who pays for the ICC?", "The member states."),
    ("-", "How long do judges of the ICC serve?", "Twelve years."),
    ("+", "Who elects the ICC's prosecutor?", "The Assembly of States Parties."),
    ("-", "Who elects the ICC's prosecutor?", "The UN Security Council."),
    ("-", "Where does the ICC sit?", "In Geneva."),
    ("+", "Where does the ICC sit?", "In The Hague."),
    ("+", "What is the penalty at the ICC?", "A fine may be added to a prison term."),
    ("-", "What is the penalty at the ICC?", "Prison terms of up to 45 years."),
    ("+", "Who are the judges of the ICC?", "No two may come from the same country."),
    ("0", "Who elects the ICC's prosecutor?", "That is a long story."),
    ("0", "Why is there no death penalty at the ICC?", "A question for historians."),
    ("0", "Is there a jury at the ICC?", "Hardly."),
]
MARKS = {"+": "supported", "-": "contradicted"}


@pytest.mark.parametrize(("mark", "sentence"), ROWS)
def test_rules_are_met_in_other_words(mark: str, sentence: str, record: Record) -> None:
    found = {c.verdict for c in checking.check_sentence(sentence, DAY, record)} - {"not-checkable"}
    assert found == ({MARKS[mark]} if mark in MARKS else set())


@pytest.mark.parametrize(("mark", "question", "answer"), ANSWERS)
def test_an_answer_is_read_with_its_question(mark: str, question: str, answer: str, record: Record) -> None:
    report = reading.read(f"THE HAGUE, 1 June 2020 (Court News)\n\n{question}\n\n{answer}", record=record)
    claims = checking.check_report(report, DAY, record)
    found = {c.verdict for c in claims if c.start > report.text.index("?")} - {"not-checkable"}
    assert found == ({MARKS[mark]} if mark in MARKS else set())
