"""For every fact on record, sentences that state it truly and with one argument changed, by a grammar of their own.

A sentence stated truly must never be called wrong, and one with a changed argument never right; nearly all must get
their verdict.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from hague import checking
from hague.record import Record, days
from hague.record.membership import DEPOSITS, membership
from hague.record.model import Person, State

RIGHT = 0.98
Case = tuple[str, date, str]
"""Expected verdict, day, sentence."""


def _shift(year: int, by: int) -> int:
    return year + by if year + by <= 2026 else year - by


def _cycle(forms: list[str]) -> Iterator[str]:
    return itertools.cycle(forms)


def of_states(record: Record) -> Iterator[Case]:
    joined = _cycle(
        [
            "{n} ratified or acceded to the Rome Statute in {y}.",
            "{n} deposited its instrument with the United Nations in {y}, joining the International Criminal Court.",
            "In {y} {n} joined the International Criminal Court.",
            "The International Criminal Court was joined by {n} in {y}.",
        ]
    )
    signed = _cycle(
        [
            "{n} signed the Rome Statute in {y}.",
            "The Rome Statute was signed by {n} in {y}.",
            "It was in {y} that {n} signed the Rome Statute.",
        ]
    )
    party = _cycle(
        [
            "{n} is {no}a member of the International Criminal Court.",
            "{n} is {no}a state party to the Rome Statute.",
            "{n} is {no}party to the Statute of the International Criminal Court.",
        ]
    )
    day = date(2024, 6, 1)
    for state in record.states.values():
        if state.kind == "place":
            continue
        name = _named(state)
        found = membership(state, day)
        bound = found is not None and found.since <= day and (found.until is None or day < found.until)
        form = next(party)
        yield ("supported", day, form.format(n=name, no="" if bound else "not "))
        yield ("contradicted", day, form.format(n=name, no="not " if bound else ""))
        for event in state.history:
            if event.event == "signed" and days.first(event.on) < day:
                year = int(event.on[:4])
                form = next(signed)
                yield ("supported", day, form.format(n=name, y=year))
                yield ("contradicted", day, form.format(n=name, y=_shift(year, 4)))
        deposits = [e for e in state.history if e.event in DEPOSITS and days.first(e.on) < day]
        if bound and len(deposits) == 1:
            year = int(deposits[0].on[:4])
            form = next(joined)
            yield ("supported", day, form.format(n=name, y=year))
            yield ("contradicted", day, form.format(n=name, y=_shift(year, 6)))


def _named(state: State) -> str:
    article = (
        "Philippines",
        "Netherlands",
        "United",
        "Gambia",
        "Bahamas",
        "Maldives",
        "Comoros",
        "Seychelles",
        "Central",
        "Dominican",
    )
    return f"the {state.name}" if state.name.startswith(article) else state.name


def of_persons(record: Record) -> Iterator[Case]:
    issued = _cycle(
        [
            "The International Criminal Court issued an arrest warrant for {p} in {y}.",
            "In {y} judges of the International Criminal Court issued a warrant for the arrest of {p}.",
            "A warrant for {p} was issued by the International Criminal Court in {y}.",
            "{p} has been wanted by the International Criminal Court since {y}.",
        ]
    )
    guilty = _cycle(
        [
            "The International Criminal Court convicted {p} in {y}.",
            "{p} was found guilty by the International Criminal Court in {y}.",
            "In {y} the judges in The Hague convicted {p}.",
        ]
    )
    term = _cycle(
        [
            "{p} was sentenced to {t} years in prison by the International Criminal Court.",
            "The International Criminal Court sentenced {p} to {t} years.",
            "The court in The Hague jailed {p} for {t} years.",
        ]
    )
    never = _cycle(
        [
            "{p} has never been convicted by the International Criminal Court.",
            "The International Criminal Court has not convicted {p}.",
        ]
    )
    day = date(2026, 6, 1)
    for person in record.persons.values():
        if not person.history:
            continue
        by = Counter(e.event for e in person.history)
        warrants = [e for e in person.history if e.event == "warrant-issued"]
        ended = any(
            e.event in ("warrant-ended", "died", "convicted", "acquitted", "case-terminated", "charges-withdrawn")
            for e in person.history
        )
        if len(warrants) == 1:
            year = days.first(warrants[0].public_on or warrants[0].on).year
            form = next(issued)
            if "wanted" in form and ended:
                form = next(issued)
            yield ("supported", day, form.format(p=person.name, y=year))
            yield ("contradicted", day, form.format(p=person.name, y=_off(person, year)))
        convicted = [e for e in person.history if e.event == "convicted"]
        if len(convicted) == 1:
            year = int(convicted[0].on[:4])
            form = next(guilty)
            yield ("supported", day, form.format(p=person.name, y=year))
            yield ("contradicted", day, form.format(p=person.name, y=_off(person, year)))
        if not convicted and by["warrant-issued"]:
            yield ("supported", day, next(never).format(p=person.name))
        terms = {e.sentence.years for e in person.history if e.sentence and e.sentence.years}
        for years in sorted(terms)[:1]:
            if years == int(years) and not any(e.sentence and e.sentence.months for e in person.history):
                form = next(term)
                yield ("supported", day, form.format(p=person.name, t=int(years)))
                yield ("contradicted", day, form.format(p=person.name, t=int(years) + 7))


def _off(person: Person, year: int) -> int:
    """A year in which nothing on record happened to the person."""
    taken = {int(e.on[:4]) for e in person.history} | {int((e.public_on or e.on)[:4]) for e in person.history}
    return next(
        y
        for y in itertools.chain(range(year - 5, 2002, -1), range(year + 5, 2030), range(year - 4, year))
        if y not in taken
    )


def of_situations(record: Record) -> Iterator[Case]:
    opened = _cycle(
        [
            "The prosecutor of the International Criminal Court opened an investigation into {s} in {y}.",
            "An investigation into {s} was opened by the International Criminal Court in {y}.",
            "In {y} the International Criminal Court began investigating {s}.",
        ]
    )
    for situation in record.situations.values():
        if len(situation.states) != 1 or situation.kind != "investigation":
            continue
        twins = [s for s in record.situations.values() if situation.states[0] in s.states and s.kind == "investigation"]
        events = [
            e
            for e in situation.history
            if e.event in ("investigation-opened", "authorisation-granted", "investigation-resumed")
        ]
        if len(twins) > 1 or not events:
            continue
        year = int(events[0].on[:4])
        day = days.last(events[-1].on) + timedelta(days=200)
        name = _named(record.states[situation.states[0]])
        form = next(opened)
        yield ("supported", day, form.format(s=name, y=year))
        yield ("contradicted", day, form.format(s=name, y=year - 3))


def test_facts_stated_truly_and_with_one_argument_changed(record: Record) -> None:
    weight = {"contradicted": 3, "unsettled": 2, "supported": 1, "not-checkable": 0}
    right, total, wrong, missed = 0, 0, [], []
    for expected, day, sentence in itertools.chain(of_states(record), of_persons(record), of_situations(record)):
        claims = checking.check_sentence(sentence, day, record)
        found = max((c.verdict for c in claims), key=weight.__getitem__, default=None)
        total += 1
        right += found == expected
        if found != expected:
            (wrong if found in ("supported", "contradicted") else missed).append(
                (expected, found, str(day), sentence, [c.why for c in claims])
            )
    print(f"{right} of {total} right, {len(wrong)} wrong, {len(missed)} left open")
    assert not [w for w in wrong if w[1] == "contradicted"], wrong
    assert right >= RIGHT * total, (wrong, missed)
