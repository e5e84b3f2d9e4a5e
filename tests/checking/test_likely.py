"""Clauses whose predicate was learned: borne out where the record agrees, hardly ever called wrong."""

from __future__ import annotations

from datetime import date

import pytest

from hague import checking, reading
from hague.checking import likely
from hague.checking.question import Question
from hague.explanation import explain
from hague.reading.model import Argument, Proposition, Span
from hague.record import load

AT = Span(0, 1)
NAMED = {"state.subj": Argument(span=AT, entity="state:td"), "time.on": Argument(span=AT, value="2006")}
MEANT = {"state.context": Argument(span=AT, entity="state:td", value="context")}


def _guess(predicate: str, sure: float, roles: dict[str, Argument]) -> Proposition:
    return Proposition(span=AT, predicate=predicate, cue=AT, roles=roles, learned=True, sure=sure)


CASES = [
    # predicate, how sure, named in the clause, verdict, words, whether it stands
    ("ratify", 0.12, True, "supported", 8, True),
    ("ratify", 0.2, False, "supported", 8, False),
    ("ratify", 0.5, False, "supported", 8, True),
    ("ratify", 0.05, True, "supported", 8, False),
    ("ratify", 0.99, True, "contradicted", 8, False),
    ("rank-leaver", 0.99, True, "contradicted", 8, True),
    ("rank-leaver", 0.99, True, "contradicted", 2, False),
    ("rank-leaver", 0.7, True, "contradicted", 8, False),
]


@pytest.mark.parametrize(("predicate", "sure", "named", "verdict", "words", "stands"), CASES)
def test_how_sure_is_sure_enough(
    predicate: str, sure: float, named: bool, verdict: str, words: int, stands: bool
) -> None:
    prop = _guess(predicate, sure, NAMED if named else MEANT)
    question = Question(prop, date(2010, 1, 1), load())
    question.states()
    question.dates()
    assert likely.stands(prop, question, verdict, words) is stands


def test_a_row_is_doubted_where_the_clause_most_likely_says_something_else() -> None:
    looked_up = Proposition(span=AT, predicate="withdraw", cue=AT, sure=0.01)
    assert likely.otherwise(looked_up)
    assert not likely.otherwise(Proposition(span=AT, predicate="withdraw", cue=AT, sure=0.9))
    assert not likely.otherwise(Proposition(span=AT, predicate="withdraw", cue=AT))


BORNE_OUT = [
    ("2017-10-28", "Burundi is the news from the International Criminal Court.", "The country slipped out on Friday."),
    (
        "2020-01-10",
        "Kiribati has news for the International Criminal Court.",
        "Its papers got to the UN in November.",
    ),
]


@pytest.mark.parametrize(("day", "lead", "said"), BORNE_OUT)
def test_wordings_nobody_has_listed(day: str, lead: str, said: str) -> None:
    on = date.fromisoformat(day)
    text = f"THE HAGUE, {on.day} {on:%B %Y} (Court News) — {lead}\n\n{said}"
    claims = [c for c in checking.check_report(reading.read(text), on, load()) if c.text in said]
    assert [c.verdict for c in claims] == ["supported"]


def test_explain_tells_that_a_reading_was_learned() -> None:
    lead = "THE HAGUE, 28 October 2017 (Court News) — Burundi left the International Criminal Court."
    text = f"{lead}\n\nIt slipped out on Friday."
    learned = [explain(text, n, record=load()).understood for n in (1, 2)]
    assert [u is not None and u.learned is not None for u in learned] == [False, True]
