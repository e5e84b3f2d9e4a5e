"""Conduct of all kinds is judged as ``jurisdiction.yaml`` says; unusable facts are refused whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from hague import law
from hague.errors import InputRefused
from hague.record import Record

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("jurisdiction.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["says"])
def test_conduct_is_judged_as_the_table_says(case: dict[str, Any], record: Record) -> None:
    finding = law.assess(case["facts"], date.fromisoformat(case["as_of"]), record=record)
    outcome = case["outcome"]
    assert finding.jurisdiction == outcome["jurisdiction"]
    for name in ("grounds", "bars", "turns_on"):
        assert set(getattr(finding, name)) == set(outcome.get(name, ())), name
    for name in ("situation", "covered_from", "covered_to"):
        assert getattr(finding, name) == outcome.get(name), name


REFUSED = [
    ({"places": ["KEM"]}, "places", "KEN"),
    ({"places": ["vessel:PNA"]}, "places", "PAN"),
    ({"nationalities": ["UKRAINE"]}, "nationalities", "UKR"),
    ({"crime": "war-crimes"}, "crime", "war-crime"),
    ({"crime": "war-crime", "act": "starvaton"}, "act", "starvation"),
    ({"crime": "genocide", "act": "pillage"}, "act", "genocide"),
    ({"from": "2023-02-30"}, "from", "a day that exists"),
    ({"from": "2031-01-01"}, "from", "not after 2026-01-01"),
    ({"from": "2023-03-01", "to": "2023-02-01"}, "to", "not before 2023-03-01"),
    ({"age": -3}, "age", "0 to 150"),
    ({"age": True}, "age", "0 to 150"),
    ({"conflict": "civil war"}, "conflict", "non-international"),
    ({"person": "company"}, "person", "legal"),
    ({"leader": "yes"}, "leader", "true, false or null"),
    ({"offical_capacity": "minister"}, "offical_capacity", "official_capacity"),
    ({"places": "Atlantis"}, "places", "a place"),
    ({"places": [3]}, "places", "a list of codes"),
]


@pytest.mark.parametrize(("facts", "where", "says"), REFUSED, ids=lambda v: str(v)[:40])
def test_unusable_facts_are_refused_with_what_was_expected(
    facts: dict[str, Any], where: str, says: str, record: Record
) -> None:
    with pytest.raises(InputRefused) as caught:
        law.assess(facts, date(2026, 1, 1), record=record)
    (problem,) = caught.value.problems
    assert problem["where"] == where
    assert says in str(problem)


def test_all_problems_are_told_at_once(record: Record) -> None:
    facts = {"crime": "x", "places": ["QQQ"], "nationalities": ["ZZZ"], "age": -3, "from": "never", "foo": 1}
    with pytest.raises(InputRefused) as caught:
        law.assess(facts, date(2026, 1, 1), record=record)
    assert {p["where"] for p in caught.value.problems} == {"crime", "places", "nationalities", "age", "from", "foo"}


def test_an_unknown_kind_is_refused_by_name(record: Record) -> None:
    with pytest.raises(InputRefused, match="arrest-duty"):
        law.assess({}, date(2026, 1, 1), kind="guilt", record=record)


def test_the_opinion_names_article_sentence_and_link_at_every_step(record: Record) -> None:
    facts = {"crime": "war-crime", "act": "starvation", "conflict": "international", "places": ["PS-GZA"]}
    finding = law.assess({**facts, "from": "2023-10-08", "nationalities": ["ISR"]}, date(2024, 11, 21), record=record)
    waiting = list(finding.opinion)
    while waiting:
        reason = waiting.pop()
        assert reason.article
        assert reason.sentence
        assert reason.finding
        assert reason.link.startswith("https://")
        assert "None" not in reason.finding
        assert "{" not in reason.finding
        waiting += reason.reasons


@pytest.mark.parametrize("place", ["PSE", "PS-GZA", "PS-JEM"])
def test_every_spelling_of_palestinian_territory_is_treated_alike(place: str, record: Record) -> None:
    facts = {"crime": "crime-against-humanity", "from": "2018-01-01", "to": "2018-02-01", "nationalities": ["ISR"]}
    before = law.assess({**facts, "places": [place]}, date(2020, 1, 1), record=record)
    after = law.assess({**facts, "places": [place]}, date(2022, 1, 1), record=record)
    assert (before.jurisdiction, after.jurisdiction) == ("undetermined", "yes")
