"""Is the case admissible beside what a State does? A table."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from hague import law
from hague.errors import InputRefused
from hague.record import Record

SAME = {"same_person": True, "same_conduct": True, "state_has_jurisdiction": True}
GENUINE = {"unwilling": False, "unable": False}
GRAVE = {"gravity": "sufficient"}
PURSUED = {"national_proceedings": "investigating", **SAME, **GENUINE, **GRAVE}
TRIED = {"national_proceedings": "acquitted", "final": True, **SAME, **GENUINE, **GRAVE}

TABLE: list[tuple[str, dict[str, Any], str, set[str], set[str]]] = [
    # says, facts, admissible, articles, turns on
    ("nobody acts", {"national_proceedings": "none", **GRAVE}, "yes", {"17(1)(a)", "17(1)(b)"}, set()),
    ("nobody acts, gravity not assessed", {"national_proceedings": "none"}, "undetermined", {"17(1)(d)"}, {"gravity"}),
    ("genuinely pursued", PURSUED, "no", {"17(1)(a)"}, set()),
    ("genuinely pursued, gravity not assessed", {**PURSUED, "gravity": None}, "no", {"17(1)(a)"}, set()),
    ("genuinely pursued and not grave", {**PURSUED, "gravity": "insufficient"}, "no", {"17(1)(a)", "17(1)(d)"}, set()),
    ("unable", {**PURSUED, "unable": True}, "yes", {"17(1)(a)", "17(3)"}, set()),
    ("unwilling", {**PURSUED, "unwilling": True}, "yes", {"17(1)(a)"}, set()),
    (
        "unable, but other conduct anyhow",
        {**PURSUED, "unable": True, "same_conduct": False},
        "yes",
        {"17(1)(a)"},
        set(),
    ),
    ("no jurisdiction", {**PURSUED, "state_has_jurisdiction": False}, "yes", {"17(1)(a)"}, set()),
    ("same conduct unknown", {**PURSUED, "same_conduct": None}, "undetermined", {"17(1)(a)"}, {"same_conduct"}),
    (
        "will and ability unknown",
        {**PURSUED, "unwilling": None, "unable": None},
        "undetermined",
        {"17(1)(a)"},
        {"unwilling", "unable"},
    ),
    (
        "closed after investigation",
        {**PURSUED, "national_proceedings": "decided-not-to-prosecute"},
        "no",
        {"17(1)(b)"},
        set(),
    ),
    (
        "closed to shield",
        {**PURSUED, "national_proceedings": "decided-not-to-prosecute", "unwilling": True},
        "yes",
        {"17(1)(b)"},
        set(),
    ),
    ("finally tried, later unable", {**TRIED, "unable": True}, "no", {"17(1)(c)", "20(3)"}, set()),
    ("finally tried for other conduct", {**TRIED, "same_conduct": False}, "yes", {"17(1)(c)", "20(3)"}, set()),
    ("judgment open, appeal genuinely pending", {**TRIED, "final": False}, "no", {"17(1)(a)"}, set()),
    (
        "finality unknown, unable",
        {**TRIED, "final": None, "unable": True},
        "undetermined",
        {"17(1)(c)", "20(3)"},
        {"final"},
    ),
]


@pytest.mark.parametrize(("says", "facts", "admissible", "articles", "turns_on"), TABLE, ids=[row[0] for row in TABLE])
def test_admissibility_is_as_the_table_says(
    says: str, facts: dict[str, Any], admissible: str, articles: set[str], turns_on: set[str], record: Record
) -> None:
    finding = law.assess(facts, date(2020, 1, 1), kind="admissibility", record=record)
    assert (finding.admissible, set(finding.articles), set(finding.turns_on)) == (admissible, articles, turns_on)


def test_unusable_facts_are_refused(record: Record) -> None:
    facts = {"national_proceedings": "trial", "unable": "maybe", "gravity": 3, "unwiling": True}
    with pytest.raises(InputRefused) as caught:
        law.assess(facts, date(2020, 1, 1), kind="admissibility", record=record)
    assert {p["where"] for p in caught.value.problems} == {"national_proceedings", "unable", "gravity", "unwiling"}
