"""The record in its own words against checking. Every sentence of it is true, each misreading false.

``python -m tests.checking.own_words [facts|rules|misreadings]`` reads them all, each as a small report of a day soon
after it became public, and lists those that get the opposite verdict. A sentence may tell what came later than that
day; such lines are not faults.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from hague import checking, reading
from hague.checking import Claim
from hague.record import Record, days, load

LAW_DAY = date(2020, 6, 1)
SOON, LATER = timedelta(days=2), timedelta(days=40)
"""How long after a day, or after a month or year, the small report is dated."""


def facts(record: Record) -> Iterator[tuple[str, date, str]]:
    """``(id, day of the report, sentence)`` of decisions, happenings, histories, acts and positions."""
    for d in record.decisions.values():
        for said in (d.holding, *d.details):
            yield d.id, _soon(d.public_on or d.on), said
    for table in ("chronicle", "acts", "positions"):
        for entry in record.table(table).values():
            yield entry.id, _soon(entry.public_on or entry.on), entry.text
    for table in ("persons", "situations", "states"):
        for entry in record.table(table).values():
            for event in entry.history:
                if event.text:
                    yield entry.id, _soon(event.public_on or event.on), event.text


def rules(record: Record) -> Iterator[tuple[str, date, str]]:
    for p in record.provisions.values():
        for said in (p.outline, *p.says):
            yield p.id, max(LAW_DAY, days.last(p.from_)) if p.from_ else LAW_DAY, said


def misreadings(record: Record) -> Iterator[tuple[str, date, str]]:
    for p in record.provisions.values():
        for said in p.misread:
            yield p.id, LAW_DAY, said


def claims(ident: str, day: date, said: str, record: Record) -> list[Claim]:
    """The claims found in the sentence, read as the second paragraph of a report about its entry."""
    person = record.persons.get(ident)
    about = f" and {person.name}" if person else ""
    lead = f"THE HAGUE, {day.day} {day:%B %Y} (Court News) — This is about the International Criminal Court{about}."
    text = f"{lead}\n\n{said}"
    report = reading.read(text, record=record)
    return [c for c in checking.check_report(report, day, record) if c.start > len(lead)]


def _soon(on: str) -> date:
    return days.last(on) + (SOON if days.precision(on) == "day" else LATER)


def main() -> None:
    record = load()
    kind = sys.argv[1] if len(sys.argv) > 1 else "facts"
    source = {"facts": facts, "rules": rules, "misreadings": misreadings}[kind]
    opposite = "supported" if kind == "misreadings" else "contradicted"
    found: Counter[str] = Counter()
    for ident, day, said in source(record):
        found["sentences"] += 1
        for claim in claims(ident, day, said, record):
            found[claim.verdict] += 1
            if claim.verdict == opposite:
                print(f"{claim.predicate} | {ident} | {day} | {claim.text} | {claim.why}")
    print(dict(found))


if __name__ == "__main__":
    main()
