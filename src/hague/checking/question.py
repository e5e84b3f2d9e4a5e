"""A proposition put to the record: its arguments by kind and slot, its dates, and which of them were looked at."""

from __future__ import annotations

import re
from datetime import date, timedelta

from hague.checking import when
from hague.reading.model import Argument, Proposition
from hague.record import Record, days
from hague.record.known import known
from hague.record.model import Declaration, Event, Person, PersonEvent, Situation, State

_KEY = re.compile(r"([a-z-]+)\.([^#]+)(?:#\d+)?")
HARD = frozenset(("number", "act", "chamber", "article", "time", "superlative", "person", "state", "situation"))
"""Kinds of argument that a decisive verdict must have taken into account."""


LONG_AFTER = timedelta(days=540)
"""A date so long before the step it stands beside is that of the conduct, not of the step."""


SEASON = timedelta(days=92)
SOON = timedelta(days=3)


BESIDE = ("beside", "alongside", "unlike", "than")
"""Slots of what a clause only sets beside its own: "unlike Chad", "after those of Albania"."""


class Question:
    """``prop`` as of ``today``. Accessors note what was read, so that nothing is called right unseen."""

    def __init__(self, prop: Proposition, today: date | None, record: Record) -> None:
        self.prop = prop
        self.today = today
        self.record = record
        self._read: set[str] = set()
        self.stateful = False
        """Whether "since" is said of a state that began then ("wanted since"), not of conduct that was judged later."""
        self.guessed = False
        """Whether an argument was taken from the sentences before: good enough to support, never to contradict."""
        self._roles: list[tuple[str, str, str, Argument]] = []
        for name, argument in prop.roles.items():
            m = _KEY.fullmatch(name)
            if m:
                self._roles.append((name, m[1], m[2], argument))
        if not any(slot == "subj" for _, _, slot, _ in self._roles):  # "As Budapest never ratified the treaty"
            said = prop.roles.get("rest.as")
            at = prop.span.start + 3
            self._roles = [
                (n, k, "subj" if s == "as" and said is None and a.span.start <= at else s, a)
                for n, k, s, a in self._roles
            ]

    # -- arguments -----------------------------------------------------------------------------------------

    def args(self, kind: str, *slots: str) -> list[Argument]:
        """Arguments of a kind, in the given slots if any are given, in the order of the text."""
        out = []
        for name, k, slot, argument in self._roles:
            if k == kind and (not slots or slot in slots):
                self._read.add(name)
                out.append(argument)
        return out

    def slots(self, kind: str) -> list[tuple[str, Argument]]:
        """Arguments of a kind with their slots."""
        return [(slot, argument) for _, k, slot, argument in self._roles if k == kind]

    def entities(self, kind: str, *slots: str) -> list[str]:
        """Their ids, named ones before those a pronoun stands for; pronouns count only where nothing is named."""
        found = self.args(kind, *slots)
        for sort in (_is_named, _is_pronoun, _is_topic, _is_guess):
            listed = [a.entity for a in found if a.entity and sort(a)]
            if listed:
                self.guessed = self.guessed or sort is _is_guess
                return list(dict.fromkeys(listed))
        return []

    def topic(self, kind: str) -> str | None:
        """What the whole report is about, where the clause names nothing of the kind itself."""
        return next((a.entity for name, k, _, a in self._roles if k == kind and a.value == "topic"), None)

    def named(self, kind: str, *slots: str) -> list[str]:
        return list(dict.fromkeys(a.entity for a in self.args(kind, *slots) if a.entity and _is_named(a)))

    def assumed(self, kind: str) -> bool:
        """Whether an argument of a kind was only taken from the sentences before: neither a name nor a pronoun."""
        return not any(k == kind and (_is_named(a) or _is_pronoun(a)) for _, k, _, a in self._roles)

    def unread(self, kind: str) -> None:
        """Notes that arguments of a kind do not fit: nothing is right with them."""
        self._read -= {name for name, k, _, _ in self._roles if k == kind}

    def looked_at(self, name: str) -> bool:
        """Whether an accessor has read the argument."""
        return name in self._read

    def has(self, kind: str, *slots: str) -> bool:
        return any(k == kind and (slot in slots if slots else slot != "context") for _, k, slot, _ in self._roles)

    def cue(self, *names: str) -> bool:
        return any("cue." + n in self.prop.roles for n in names)

    def word(self, name: str) -> str | None:
        found = self.prop.roles.get("cue." + name)
        return found.value if found else None

    def number(self, unit: str) -> tuple[str, float] | None:
        """``(modifier, value)`` of the first number that counts ``unit``; the modifier may be ''."""
        for argument in self.args("number", unit):
            modifier, _, value = (argument.value or "").rpartition(" ")
            try:
                return modifier, float(value)
            except ValueError:
                continue
        return None

    def states(self, *slots: str) -> list[State]:
        """The States of these slots; of all without slots, save those that the clause only sets beside its own."""
        apart = set() if slots else set(self.entities("state", *BESIDE))
        return [
            self.record.states[e] for e in self.entities("state", *slots) if e in self.record.states and e not in apart
        ]

    def acceptances(self, state: State) -> list[Declaration]:
        """The declarations by which a State accepted jurisdiction under article 12(3), valid or not, known that day."""
        every = self.record.declarations.values()
        return [d for d in every if d.state == state.id and d.kind == "12(3)" and self.known(d)]

    def persons(self, *slots: str) -> list[Person]:
        return [self.record.persons[e] for e in self.entities("person", *slots) if e in self.record.persons]

    def unknown_person(self) -> bool:
        """Whether a person stands in the clause whom the record does not know."""
        return any(k == "person" and not a.entity and not a.candidates for _, k, _, a in self._roles)

    def acts(self) -> list[str]:
        return [a.value for a in self.args("act") if a.value]

    # -- dates ---------------------------------------------------------------------------------------------

    def dates(self, *relations: str) -> list[tuple[str, when.Interval]]:
        """Days named in the clause, each with its relation; those of another step or of the conduct left out."""
        listed = self._times(relations)
        if any(relative for _, _, relative in listed):
            self.guessed = True  # "two years later": good enough to support, never to contradict
        return [(slot, asked) for slot, asked, _ in listed]

    def _times(self, relations: tuple[str, ...] = ()) -> list[tuple[str, when.Interval, bool]]:
        """Relation, days and whether they were counted from another event of the text."""
        out = []
        for name, kind, slot, argument in self._roles:
            if kind == "time" and (
                slot in relations if relations else not slot.startswith(("conduct", "perhaps", "outer", "of-"))
            ):
                self._read.add(name)
                found = when.interval(argument.value, self.today)
                relative = bool(argument.candidates)
                if found and relative and (found[1] - found[0]).days < 32 and (found[1] - found[0]).days > 7:
                    found = (found[0] - SEASON, found[1] + SEASON)  # "ten years earlier" is no month
                if (
                    found
                    and self.today
                    and found[0] > self.today + SOON
                    and (self.prop.tense == "past" or (slot == "since" and self.word("wait") != "from"))
                    and self.prop.hedge is None
                ):
                    out.append(
                        (slot, when.years_on(found, -1), relative)
                    )  # a past cannot lie ahead: the year before was meant
                elif found and argument.value != "PRESENT_REF":
                    out.append((slot, found, relative))
        return out

    def conduct(self) -> list[tuple[str, when.Interval]]:
        """Days on which the crimes are said to have been committed, each with its slot."""
        slots = {slot for _, k, slot, _ in self._roles if k == "time" and slot.startswith("conduct")}
        return self.dates(*slots) if slots else []

    def paired(self) -> dict[str, when.Interval]:
        """To each of several persons the day that follows the name ("X in November 2011, Y in March 2014"); nothing
        where names and days do not go in pairs."""
        named = sorted(
            (a.span.end, a.entity) for _, k, _, a in self._roles if k == "person" and a.entity and _is_named(a)
        )
        dated = sorted(
            (a.span.start, span)
            for _, k, slot, a in self._roles
            if k == "time" and slot == "on" and (span := when.interval(a.value, self.today))
        )
        if len(named) < 2 or len(named) != len(dated) or len({e for _, e in named}) != len(named):
            return {}
        ends = [*(at for at, _ in named[1:]), dated[-1][0] + 1]
        if not all(a < d < b for (a, _), (d, _), b in zip(named, dated, ends, strict=True)):
            return {}
        self.dates("on")
        return {entity: span for (_, entity), (_, span) in zip(named, dated, strict=True)}

    def dates_of_nouns(self) -> list[tuple[str, when.Interval]]:
        """Dates of steps that the clause only mentions ("the 2023 warrant"): class of the noun and days."""
        slots = {slot for _, k, slot, _ in self._roles if k == "time" and slot.startswith("of-")}
        return [(slot.removeprefix("of-"), asked) for slot, asked in self.dates(*slots)] if slots else []

    def fits(self, *partials: str) -> bool | None:
        """Whether dated facts fit the dates of the clause; ``True`` if it names none. Several facts may share several
        dates ("in 2004 and in 2014"): each date needs one of them."""
        verdict: bool | None = True
        for _, asked in self.dates("perhaps"):
            if not any(when.agrees(p, "on", asked) or days.first(p) - asked[1] >= LONG_AFTER for p in partials):
                return False
        met = missed = False
        for relation, asked, relative in self._times():
            if relation == "until":
                continue
            each = [when.agrees(p, relation, asked) for p in partials]
            if (ahead := self.ahead(asked)) is not None:
                each += [True for p in partials if when.agrees(p, relation, ahead)]
            if True in each or (
                relation == "since" and not self.stateful and all(days.first(p) > asked[1] for p in partials)
            ):
                met = True
                continue
            if relative:
                verdict = None  # counted from an event that may have been taken for another
                continue
            if None not in each:
                missed = True
            else:
                verdict = None
        if missed:
            return None if met else False  # one of several dates may be that of another verb
        return verdict

    def ahead(self, asked: when.Interval) -> when.Interval | None:
        """The same days of the coming year, which a present may mean ("becomes a member in November")."""
        if self.prop.tense != "present" or self.today is None or asked[1] >= self.today:
            return None
        coming = when.year_after(asked)
        return coming if coming[1] > self.today else None

    def past(self) -> bool:
        """Whether the clause speaks of what has happened, without a doubt or a plan."""
        return self.prop.hedge is None and not self.prop.conditional

    def shares(self, *partials: str) -> bool | None:
        """As ``fits`` for one of several that share the dates ("Burundi in 2017 and the Philippines in 2019"): one date
        must be its own."""
        each = [when.agrees(p, relation, asked) for relation, asked in self.dates() for p in partials]
        return when.some(each) if each else True

    def counts(self, unit: str, n: int) -> None:
        """Takes note of a number that counts what has been found; another number stays unread."""
        for name, kind, slot, argument in self._roles:
            if kind == "number" and slot == unit and argument.value == str(n):
                self._read.add(name)

    def leftover(self) -> list[str]:
        """Arguments that no accessor has read and that a verdict could hang on."""
        out = []
        for name, kind, slot, argument in self._roles:
            if name in self._read or kind not in HARD or not _is_named(argument):
                continue
            if kind == "time" and argument.value != "impossible" and when.interval(argument.value, self.today) is None:
                continue
            if (
                kind == "number"
                and slot in ("state", "person", "member")
                and argument.value == str(len(self.named("person" if slot == "person" else "state")))
            ):
                continue
            if kind == "number" and argument.candidates == ("offset",) and self.dates():
                continue  # "on 25 October, two days before the exit": the day itself is given
            if (kind == "number" and slot in ("plain", "vote")) or slot.startswith(("conduct", "perhaps", "context")):
                continue
            out.append(name)
        return out

    def ignore(self, *kinds: str) -> None:
        """Notes that these kinds cannot matter here."""
        for name, kind, _, _ in self._roles:
            if kind in kinds:
                self._read.add(name)

    # -- the record as of today ----------------------------------------------------------------------------

    def known(self, fact: Event) -> bool:
        return known(fact, self.today)

    def events(self, person: Person, *kinds: str) -> list[PersonEvent]:
        return [e for e in person.history if e.event in kinds and self.known(e)]

    def situations_of(self, state: str) -> list[Situation]:
        return [s for s in self.record.situations.values() if state in s.states]

    def states_of(self, situation: str | None) -> tuple[str, ...]:
        """The States of a situation, none for no situation."""
        entry = self.record.situations.get(situation) if situation else None
        return entry.states if entry is not None else ()

    @property
    def now(self) -> str:
        """The day of the report, in words."""
        return days.in_words(self.day().isoformat())

    def day(self) -> date:
        return self.today or date.fromisoformat(self.record.reviewed)

    def words(self, partial: str) -> str:
        return days.in_words(partial)


def _is_named(a: Argument) -> bool:
    return a.value not in ("pronoun", "context", "topic", "generic")


def _is_pronoun(a: Argument) -> bool:
    return a.value == "pronoun"


def _is_topic(a: Argument) -> bool:
    return a.value == "topic"


def _is_guess(a: Argument) -> bool:
    return a.value in ("context", "generic")
