"""Must a State arrest and surrender? A table of persons, States and days."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from hague import law
from hague.errors import InputRefused
from hague.record import Record

HEAD = {"official_capacity": "head-of-state"}
BASHIR = {"person": "Omar Al-Bashir", "warrant_on": "2009-03-04", "nationality": "SDN", **HEAD}
PUTIN = {"person": "Vladimir Putin", "warrant_on": "2023-03-17", "nationality": "RUS", **HEAD}
DUTERTE = {"person": "Rodrigo Duterte", "warrant_on": "2025-03-07", "nationality": "PHL"}
SOLDIER = {"person": "A soldier", "warrant_on": "2022-01-10", "nationality": "USA", "in_state": "GEO"}
NOBODY_SENT = {"agreement_98_2": True, "sent_by_state": False}

TABLE: list[tuple[str, dict[str, Any], str, str, set[str], bool | None, set[str]]] = [
    # says, facts, day, duty, articles, immunity bar, turns on
    (
        "Party, head of State",
        {**PUTIN, "in_state": "ARM"},
        "2024-10-11",
        "yes",
        {"59(1)", "86", "89(1)", "27(2)"},
        False,
        set(),
    ),
    ("deposited, not bound yet", {**PUTIN, "in_state": "ARM"}, "2023-12-11", "no", {"126(2)", "87(5)"}, None, set()),
    ("non-Party", {**PUTIN, "in_state": "USA"}, "2025-08-15", "no", {"87(5)"}, None, set()),
    (
        "bound by name by the Council",
        {**BASHIR, "in_state": "SDN"},
        "2012-03-11",
        "yes",
        {"S/RES/1593 para 2", "89(1)"},
        False,
        set(),
    ),
    ("accepted other crimes only", {**BASHIR, "in_state": "CIV"}, "2011-07-11", "no", {"87(5)"}, None, set()),
    ("accepted these crimes", {**PUTIN, "in_state": "UKR"}, "2024-01-11", "yes", {"12(3)", "89(1)"}, False, set()),
    (
        "left, investigation begun before",
        {**BASHIR, "in_state": "BDI"},
        "2018-03-11",
        "yes",
        {"127(2)", "86", "89(1)"},
        False,
        set(),
    ),
    (
        "left, only examined before",
        {**DUTERTE, "in_state": "PHL"},
        "2025-03-11",
        "undetermined",
        {"127(2)"},
        None,
        {"cooperation-after-withdrawal"},
    ),
    (
        "notice taken back",
        {**PUTIN, "in_state": "HUN"},
        "2026-11-01",
        "yes",
        {"59(1)", "86", "89(1)", "27(2)"},
        False,
        set(),
    ),
    (
        "sealed by nobody: no warrant",
        {**PUTIN, "warrant_on": None, "in_state": "MNG"},
        "2023-03-01",
        "no",
        {"58(1)"},
        None,
        set(),
    ),
    ("warrant later than the day", {**PUTIN, "in_state": "ZAF"}, "2023-03-16", "no", {"58(1)"}, None, set()),
    (
        "agreement, but not sent",
        {**SOLDIER, **NOBODY_SENT},
        "2022-06-04",
        "undetermined",
        {"98(2)"},
        None,
        {"article-98(2)-scope"},
    ),
    (
        "agreement unknown",
        {**SOLDIER, "agreement_98_2": None, "sent_by_state": True},
        "2022-06-04",
        "undetermined",
        {"98(2)"},
        None,
        {"agreement_98_2"},
    ),
]


@pytest.mark.parametrize(
    ("says", "facts", "on", "duty", "articles", "immunity_bar", "turns_on"), TABLE, ids=[row[0] for row in TABLE]
)
def test_the_duty_is_as_the_table_says(
    says: str,
    facts: dict[str, Any],
    on: str,
    duty: str,
    articles: set[str],
    immunity_bar: bool | None,
    turns_on: set[str],
    record: Record,
) -> None:
    facts = {"agreement_98_2": False, **facts, "on": on}
    finding = law.assess(facts, date.fromisoformat(on), kind="arrest-duty", record=record)
    assert (finding.duty, set(finding.articles), finding.immunity_bar) == (duty, articles, immunity_bar)
    assert set(finding.turns_on) == turns_on


def test_past_findings_on_the_state_are_named(record: Record) -> None:
    facts = {**PUTIN, "in_state": "MNG", "on": "2024-09-03", "agreement_98_2": False}
    before = law.assess(facts, date(2024, 9, 3), kind="arrest-duty", record=record)
    after = law.assess(facts, date(2024, 12, 1), kind="arrest-duty", record=record)
    assert "decision:mongolia-non-compliance-2024-10-24" not in before.past_findings
    assert "decision:mongolia-non-compliance-2024-10-24" in after.past_findings


@pytest.mark.parametrize(
    ("facts", "where"), [({"in_state": "MGN", "on": "2024-09-03"}, "in_state"), ({"in_state": "MNG"}, "on")]
)
def test_unusable_facts_are_refused(facts: dict[str, Any], where: str, record: Record) -> None:
    with pytest.raises(InputRefused) as caught:
        law.assess(facts, date(2024, 9, 3), kind="arrest-duty", record=record)
    assert [p["where"] for p in caught.value.problems] == [where]
