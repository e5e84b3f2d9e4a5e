"""Where a matter stands, what may come next, and that every recorded history is a path that the Statute allows."""

from __future__ import annotations

from datetime import date

import pytest

from hague.law import procedure
from hague.record import Record


def test_every_history_on_record_is_a_path_of_the_statute(record: Record) -> None:
    entries = [*record.persons.values(), *record.situations.values()]
    assert [str(found) for entry in entries for found in procedure.irregular(entry)] == []


@pytest.mark.parametrize(
    ("entry", "as_of", "stage", "next_step"),
    [
        ("person:vladimir-putin", date(2023, 3, 16), "not-before-the-court", "warrant-requested"),
        ("person:vladimir-putin", date(2024, 1, 1), "wanted", "arrested"),
        ("person:joseph-kony", date(2024, 1, 1), "wanted", "surrendered"),
        ("person:jean-pierre-bemba", date(2012, 1, 1), "trial", "trial-closed"),
        ("person:jean-pierre-bemba", date(2017, 1, 1), "sentenced", "conviction-reversed"),
        ("person:jean-pierre-bemba", date(2019, 1, 1), "acquitted-finally", "compensation-refused"),
    ],
)
def test_a_person_stands_where_the_public_record_puts_the_case(
    entry: str, as_of: date, stage: str, next_step: str, record: Record
) -> None:
    standing = procedure.stage_of(record.persons[entry], as_of)
    assert standing.stage == stage
    assert next_step in [s.event for s in standing.next]


@pytest.mark.parametrize(
    ("entry", "as_of", "stage"),
    [
        ("situation:palestine", date(2015, 1, 1), "not-before-the-court"),
        ("situation:palestine", date(2016, 1, 1), "examination"),
        ("situation:palestine", date(2022, 1, 1), "investigation"),
        ("situation:georgia", date(2024, 1, 1), "concluded"),
        ("situation:iraq-uk", date(2021, 1, 1), "closed"),
    ],
)
def test_a_situation_stands_where_the_public_record_puts_it(
    entry: str, as_of: date, stage: str, record: Record
) -> None:
    assert procedure.stage_of(record.situations[entry], as_of).stage == stage


@pytest.mark.parametrize("machine", [procedure.PERSON, procedure.SITUATION])
def test_every_step_leads_from_and_to_declared_stages(machine: procedure.Machine) -> None:
    for step in machine.steps:
        assert set(step.before) <= set(machine.stages)
        assert step.after is None or step.after in machine.stages


def test_going_backwards_is_told_and_leaving_out_is_not() -> None:
    from hague.record.model import Person, PersonEvent

    def person(*events: tuple[str, str]) -> Person:
        history = tuple(PersonEvent(event=e, on=on, sources=("x",)) for e, on in events)  # type: ignore[arg-type]
        return Person(id="person:a-b", name="A B", sources=("x",), history=history)

    skips = person(("warrant-issued", "2010-01-01"), ("trial-opened", "2012-01-01"))
    back = person(("trial-opened", "2010-01-01"), ("first-appearance", "2012-01-01"))
    assert procedure.irregular(skips) == []
    assert [f.event for f in procedure.irregular(back)] == ["first-appearance"]
