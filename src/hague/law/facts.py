"""The facts of a case as a user gives them: checked whole, every problem told at once, and put into order.

``conduct(facts, as_of, record)`` takes the facts of kind ``jurisdiction`` (``docs/law.md`` lists them) and returns
``Conduct``. A fact that is absent or ``None`` is unknown. Presumptions: a person is natural and adult; a charge of a
war crime alleges an armed conflict; exceptions that only facts can bring in (an authorised operation) are not guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from msgspec import Struct

from hague.errors import InputRefused, Problem
from hague.law.crimes import NOT_CRIMES, acts, listing, not_a_crime
from hague.law.territory import Territory, gazetteer
from hague.record import Record, days
from hague.record.model import CrimeHeading

CRIMES: Final = (
    "genocide",
    "crime-against-humanity",
    "war-crime",
    "aggression",
    "offence-against-administration-of-justice",
)
CONFLICTS: Final = ("international", "non-international", "none")
CAPACITIES: Final = (
    "head-of-state", "head-of-government", "minister", "other-official", "armed-forces", "former-head-of-state",
    "former-official", "none",
)  # fmt: skip
TRIGGERS: Final = ("state-referral", "proprio-motu", "unsc-referral")
OLDEST: Final = 150


class Conduct(Struct, frozen=True, kw_only=True):
    """Checked facts. ``begin`` and ``end`` are inclusive; ``begin`` is ``None`` if unknown; ``end`` is the day asked
    about where the conduct goes on."""

    crime: str | None
    act: str | None
    heading: CrimeHeading | None
    places: tuple[Territory, ...]
    nationalities: tuple[str, ...]
    begin: date | None
    end: date
    continuing: bool
    conflict: str | None
    age: int | None
    legal_person: bool
    capacity: str | None
    authorised_operation: bool | None
    leader: bool | None
    trigger: str | None
    attack_to: date | None
    prior_investigation: bool | None

    @property
    def international(self) -> tuple[str, ...]:
        return listing(self.heading).international if self.heading else ()


class Reader:
    """Takes facts one by one and keeps what is wrong with them."""

    def __init__(self, facts: Mapping[str, Any], known: Sequence[str]) -> None:
        self.facts = facts
        self.problems: list[Problem] = []
        for name in facts:
            if name not in known:
                self.wrong(name, facts[name], "a fact of this kind", nearest(name, known))

    def wrong(self, where: str, given: object, expected: str, next_step: str = "") -> None:
        self.problems.append(Problem(where, given, expected, next_step))

    def one_of(self, name: str, words: Sequence[str]) -> str | None:
        given = self.facts.get(name)
        if given is None or given in words:
            return given
        self.wrong(name, given, f"one of {', '.join(words)}", nearest(given, words))
        return None

    def flag(self, name: str) -> bool | None:
        given = self.facts.get(name)
        if given is None or isinstance(given, bool):
            return given
        self.wrong(name, given, "true, false or null")
        return None

    def day(self, name: str, end: Callable[[str], date]) -> date | None:
        """A day; where only the month or year is given, the ``end`` of it that is meant."""
        given = self.facts.get(name)
        if given is None:
            return None
        if type(given) is date:
            return given
        if isinstance(given, str) and days.is_partial_day(given):
            return end(given)
        self.wrong(name, given, "a day that exists, written YYYY-MM-DD, as 2023-10-08")
        return None

    def words(self, name: str) -> list[str]:
        given = self.facts.get(name)
        if given is None:
            return []
        if isinstance(given, str):
            return [given]
        if isinstance(given, list | tuple) and all(isinstance(g, str) for g in given):
            return list(dict.fromkeys(given))
        self.wrong(name, given, 'a list of codes, as ["KEN"]')
        return []

    def refuse(self, what: str) -> None:
        """Raises ``InputRefused`` with all problems, if there are any."""
        if self.problems:
            raise InputRefused(what, self.problems)


def nearest(given: object, known: Sequence[str]) -> str:
    """``Did you mean ...?`` with the nearest of the known words, or nothing."""
    if not isinstance(given, str):
        return ""
    import difflib  # only a wrong input pays for it

    close = difflib.get_close_matches(given.lower(), [k.lower() for k in known], n=3, cutoff=0.5)
    spelled = {k.lower(): k for k in known}
    return f"Did you mean {' or '.join(spelled[c] for c in close)}?" if close else ""


_FACTS = (
    "crime", "act", "from", "to", "places", "nationalities", "age", "person", "conflict", "official_capacity",
    "authorised_operation", "leader", "trigger", "attack_from", "attack_to", "prior_investigation", "hypothetical",
)  # fmt: skip


def conduct(facts: Mapping[str, Any], as_of: date, record: Record) -> Conduct:
    """The checked facts of a case. Raises ``InputRefused`` with every problem."""
    read = Reader(facts, _FACTS)
    crime = read.one_of("crime", CRIMES)
    heading = _heading(read, crime, record)
    begin, end = read.day("from", days.first), read.day("to", days.last)
    attack_from, attack_to = read.day("attack_from", days.first), read.day("attack_to", days.last)
    _in_order(read, begin, end, "to")
    _in_order(read, attack_from, attack_to, "attack_to")
    if begin is not None and begin > as_of:
        read.wrong("from", facts["from"], f"a day not after {as_of.isoformat()}, the day asked about")
    age = facts.get("age")
    if age is not None and (isinstance(age, bool) or not isinstance(age, int) or not 0 <= age <= OLDEST):
        read.wrong("age", age, f"whole years from 0 to {OLDEST}, or null for an adult")
    person = read.one_of("person", ("natural", "legal"))
    conflict = read.one_of("conflict", CONFLICTS)
    capacity = read.one_of("official_capacity", CAPACITIES)
    operation, leader = read.flag("authorised_operation"), read.flag("leader")
    trigger = read.one_of("trigger", TRIGGERS)
    prior = read.flag("prior_investigation")
    read.flag("hypothetical")
    places, nationalities = _places(read, record), _nationalities(read, record)
    read.refuse("The facts cannot be used.")
    if attack_to is None and begin is not None and begin >= _STATUTE:
        attack_to = begin
    return Conduct(
        crime=crime,
        act=heading.act if heading else not_a_crime(str(facts.get("act"))) if facts.get("act") else None,
        heading=heading,
        places=places,
        nationalities=nationalities,
        begin=begin,
        end=min(end, as_of) if end else as_of,
        continuing=end is None and begin is not None,
        conflict=conflict,
        age=age,
        legal_person=person == "legal",
        capacity=capacity,
        authorised_operation=operation,
        leader=leader,
        trigger=trigger,
        attack_to=attack_to,
        prior_investigation=prior,
    )


_STATUTE = date(2002, 7, 1)


def _in_order(read: Reader, begin: date | None, end: date | None, name: str) -> None:
    if begin is not None and end is not None and end < begin:
        read.wrong(name, read.facts[name], f"a day not before {begin.isoformat()}, the beginning")


def _heading(read: Reader, crime: str | None, record: Record) -> CrimeHeading | None:
    given = read.facts.get("act")
    if given is None:
        return acts(record).find("aggression", "aggression") if crime == "aggression" else None
    if not isinstance(given, str):
        read.wrong("act", given, "the name of an act, as murder")
        return None
    if crime is None:
        if all(acts(record).find(c, given) is None for c in CRIMES) and not_a_crime(given) is None:
            read.wrong("act", given, "an act of the Statute", nearest(given, acts(record).names()))
        return None
    found = acts(record).find(crime, given)
    if found is None and not (crime == "war-crime" and not_a_crime(given)):
        known = acts(record).names(crime)
        listed = [*known, *NOT_CRIMES] if crime == "war-crime" else known
        hint = nearest(given, listed) or f"The Statute knows {', '.join(known)}."
        read.wrong("act", given, f"an act of {crime}", hint)
    return found


def _places(read: Reader, record: Record) -> tuple[Territory, ...]:
    known = gazetteer(record)
    found = []
    for code in read.words("places"):
        place = known.find(code)
        if place is None:
            hint = nearest(code.partition(":")[2] or code, known.codes())
            expected = "a place: ISO 3166 code (KEN, UA-43), X-NAME, vessel:XXX or aircraft:XXX"
            read.wrong("places", code, expected, hint)
        else:
            found.append(place)
    return tuple(found)


def _nationalities(read: Reader, record: Record) -> tuple[str, ...]:
    found = []
    for code in read.words("nationalities"):
        if f"state:{code}" in record.states:
            found.append(code)
        else:
            known = [s.iso3 for s in record.states.values()]
            names = {s.name: s.iso3 for s in record.states.values()}
            hint = nearest(code, known) or nearest(code, list(names))
            read.wrong("nationalities", code, "the ISO 3166-1 alpha-3 code of a State, as KEN", hint)
    return tuple(found)
