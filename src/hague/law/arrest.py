"""Articles 27, 58, 59, 86 to 92, 97, 98 and 127(2): must a State arrest and surrender a person on a day?

A warrant binds the Parties, whatever office the person holds: the Chambers have found that no immunity, also that of a
head of State outside the Statute, stands in the way. Others owe nothing, unless a resolution of the Security Council
binds them by name or they accepted jurisdiction over those crimes. A State that has left still owes cooperation in
investigations and proceedings begun before; whether a preliminary examination is one is open.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, Literal

from msgspec import Struct

from hague.law import settle
from hague.law.case import Case, Reason
from hague.law.consent import Row, consent, day_in_words
from hague.law.facts import CAPACITIES, Reader, nearest
from hague.law.territory import NEVER
from hague.law.tree import All, Always, AnyOf, Compare, Flag, Node, Not, Open, Rule
from hague.law.truth import NO, UNKNOWN, YES, of
from hague.record import Record, days
from hague.record.membership import DEPOSITS
from hague.record.model import Person, Resolution, Situation

_PARAGRAPH: Final = {"S/RES/1593": "2", "S/RES/1970": "5"}
"""Referral -> the paragraph by which it obliges States to cooperate."""
_FACTS = (
    "person", "warrant_on", "official_capacity", "nationality", "in_state", "on", "agreement_98_2", "sent_by_state",
    "hypothetical",
)  # fmt: skip


class Finding(Struct, frozen=True, kw_only=True):
    """Whether a State must arrest and surrender, and why.

    ``immunity_bar``: ``False`` where an office is in play and does not bar, ``None`` where none is in play or the
    answer stands on another ground. ``past_findings`` and ``positions``: ids of decisions on the State's cooperation
    and of what it has said, known on the day.
    """

    duty: Literal["yes", "no", "undetermined"]
    articles: tuple[str, ...]
    immunity_bar: bool | None
    turns_on: tuple[str, ...] = ()
    settled_by: tuple[tuple[str, ...], ...] = ()
    past_findings: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    presumed: tuple[str, ...] = ("the Court's request has been transmitted",)
    opinion: tuple[Reason, ...] = ()


WARRANT = Rule(
    "warrant",
    "58(1)",
    "Arrest needs a warrant of a Pre-Trial Chamber; a summons (article 58(7)) is none.",
    Compare("case.warrant_on", "<=", "case.on"),
    yes="A warrant has been out since {case.warrant_on}.",
    no="No warrant is out on that day: {case.instrument}.",
)
PARTY = Rule(
    "party",
    "86, 89(1)",
    "A Party must cooperate fully, and arrest and surrender whom the Court asks for; a withdrawal under way changes "
    "nothing.",
    All(Compare("case.bound_from", "<=", "case.on"), Compare("case.on", "<", "case.left")),
    yes="{case.state_name} is bound: {case.membership}.",
    no="{case.state_name} is not bound as a Party: {case.membership}.",
    authority=("decision:jordan-referral-appeal-2019-05-06", "decision:mongolia-non-compliance-2024-10-24"),
)
SURVIVES = Rule(
    "survives-withdrawal",
    "127(2)",
    "A State that has left still cooperates in investigations and proceedings begun before its withdrawal took effect; "
    "whether a preliminary examination is one of them is open.",
    All(
        Compare("case.left", "<=", "case.on"),
        AnyOf(Flag("case.begun"), All(Flag("case.examined"), Open("cooperation-after-withdrawal"))),
    ),
    yes="The investigation had begun when {case.state_name} left on {case.left}.",
    no="Nothing that survives a withdrawal binds {case.state_name}.",
    unknown="Only a preliminary examination was open when {case.state_name} left on {case.left}.",
)
ACCEPTED = Rule(
    "acceptance",
    "12(3)",
    "A State that accepted jurisdiction by declaration owes cooperation as to the crimes accepted.",
    Flag("case.accepted"),
    yes="{case.state_name} accepted jurisdiction over these crimes.",
    no="{case.state_name} has not accepted jurisdiction over these crimes.",
)
OBLIGED = Rule(
    "resolution",
    "S/RES/1593 para 2, S/RES/1970 para 5",
    "A resolution of the Security Council can oblige a State by name.",
    Flag("case.obliged"),
    yes="{case.resolution} obliges {case.state_name} to cooperate fully.",
    no="No resolution obliges {case.state_name} by name.",
)
AGREEMENT = Rule(
    "agreement",
    "98(2)",
    "The Court may not ask for a surrender that an agreement makes depend on the consent of the sending State; whether "
    "that covers persons who were not sent is open.",
    All(Flag("case.agreement"), AnyOf(Flag("case.sent"), Open("article-98(2)-scope"))),
    yes="An agreement makes surrender depend on the sending State's consent.",
    no="No agreement stands in the way.",
    unknown="Whether an agreement stands in the way cannot be told.",
)
IMMUNITY = Rule(
    "immunity",
    "27(2), 98(1)",
    "No immunity of office stands in the way of arrest for an international court.",
    Always(),
    yes="The office does not stand in the way.",
    authority=("decision:jordan-referral-appeal-2019-05-06",),
)
BOUND = AnyOf(PARTY, SURVIVES, ACCEPTED, OBLIGED)
DUTY = Rule(
    "duty-to-arrest",
    "59(1), 86, 89(1)",
    "A State that is bound arrests and surrenders a person for whom a warrant is out, unless an agreement under "
    "article 98(2) stands in the way.",
    All(WARRANT, BOUND, IMMUNITY, Not(AGREEMENT)),
    yes="{case.state_name} must arrest and surrender.",
    no="{case.state_name} is not bound to arrest and surrender.",
    unknown="Whether {case.state_name} must arrest and surrender cannot be told.",
)
ROOTS: tuple[Node, ...] = (DUTY,)


def assess(facts: Mapping[str, Any], as_of: date, record: Record, brief: bool = False) -> Finding:
    """The finding on ``facts``. Raises ``InputRefused`` with every problem of the facts."""
    read = Reader(facts, _FACTS)
    on = read.day("on", days.last)
    if on is None and facts.get("on") is None:
        read.wrong("on", None, "the day asked about, as 2024-09-03")
    warrant = read.day("warrant_on", days.last)
    capacity = read.one_of("official_capacity", CAPACITIES)
    agreement, sent = read.flag("agreement_98_2"), read.flag("sent_by_state")
    read.flag("hypothetical")
    state, nationality = _state(read, "in_state", record), _state(read, "nationality", record)
    if state is None and facts.get("in_state") is None:
        read.wrong("in_state", None, "the State where the person is, as MNG")
    name = facts.get("person")
    if name is not None and not isinstance(name, str):
        read.wrong("person", name, "a name or a role")
    read.refuse("The facts cannot be used.")
    assert state is not None
    assert on is not None
    person = find_person(record, name) if isinstance(name, str) else None
    row = _row(record, person, state, nationality, on, as_of, warrant, capacity)
    row |= {"case.agreement": of(agreement), "case.sent": of(sent)}
    return _finding(record, row, person, state, as_of, brief)


def _finding(record: Record, row: Row, person: Person | None, state: str, as_of: date, brief: bool) -> Finding:
    case = Case(row)
    value = case.decide(DUTY)
    sets = _settling(row) if value == UNKNOWN else []
    named = {n for s in sets for n in s}
    return Finding(
        duty="undetermined" if value == UNKNOWN else "yes" if value == YES else "no",
        articles=_articles(case, value),
        immunity_bar=_immunity(case, value),
        turns_on=tuple(n for n in ("cooperation-after-withdrawal", *_MISSING, "article-98(2)-scope") if n in named),
        settled_by=tuple(sets),
        past_findings=_past_findings(record, state, as_of),
        positions=_positions(record, person, state, as_of),
        opinion=(case.reason(DUTY, brief),),
    )


_MISSING = {"agreement_98_2": "case.agreement", "sent_by_state": "case.sent"}


def _settling(row: Row) -> list[tuple[str, ...]]:
    missing = {n: (YES, NO) for n, fact in _MISSING.items() if row[fact] == UNKNOWN}
    questions = ("cooperation-after-withdrawal", "article-98(2)-scope")
    asked = {**missing, **dict.fromkeys(questions, (YES, NO))}
    answers = {}
    for values in settle.assignments(asked):
        supposed: dict[str, Any] = dict(zip(asked, values, strict=True))
        facts = row | {_MISSING[n]: v for n, v in supposed.items() if n in _MISSING}
        answers[values] = Case(facts, answers={q: supposed[q] for q in questions}).decide(DUTY)
    return settle.settling_sets(list(asked), answers)


def _articles(case: Case, value: int) -> tuple[str, ...]:
    """The provisions that decide."""
    row = case.facts
    if case.decide(WARRANT) == NO:
        return ("58(7)",) if row["case.summoned"] == YES else ("58(1)",)
    bound = case.decide(BOUND)
    if bound != NO and case.decide(AGREEMENT) != NO:
        return ("98(2)",)
    if bound == UNKNOWN:
        return ("127(2)",)
    if value == NO:
        return ("126(2)", "87(5)") if row["case.deposited"] == YES else ("87(5)",)
    if case.decide(PARTY) == YES:
        high = row["case.capacity"] in ("head-of-state", "head-of-government")
        return ("59(1)", "86", "89(1)") + (("27(2)",) if high else ())
    if case.decide(SURVIVES) == YES:
        return ("127(2)", "86", "89(1)")
    found = [row["case.resolution_paragraph"]] if case.decide(OBLIGED) == YES else []
    found += ["12(3)"] if case.decide(ACCEPTED) == YES else []
    return (*found, "89(1)")


def _immunity(case: Case, value: int) -> bool | None:
    """An office is in play where the duty holds (or hangs on withdrawal alone) and the person has or had one."""
    if case.facts["case.capacity"] in (None, "none") or value == NO or case.decide(AGREEMENT) != NO:
        return None
    return False if value == YES else None


# -- facts of record --------------------------------------------------------------------------------------


def _state(read: Reader, name: str, record: Record) -> str | None:
    given = read.facts.get(name)
    if given is None:
        return None
    if isinstance(given, str) and f"state:{given}" in record.states:
        return given
    hint = nearest(given, [s.iso3 for s in record.states.values()])
    read.wrong(name, given, "the ISO 3166-1 alpha-3 code of a State, as MNG", hint)
    return None


def find_person(record: Record, name: str) -> Person | None:
    """The person before the Court whom a name, alias or id means; ``None`` for a role or an unknown name."""
    if name in record.persons:
        return record.persons[name]
    from hague.record.names import key

    wanted = key(name)
    for person in record.persons.values():
        if person.history and wanted in (key(n) for n in (person.name, *person.aliases)):
            return person
    return None


def _row(
    record: Record,
    person: Person | None,
    state: str,
    nationality: str | None,
    on: date,
    as_of: date,
    warrant: date | None,
    capacity: str | None,
) -> Row:
    held = consent(record, state, as_of)
    situations = _situations(record, person, nationality, state)
    resolution = _resolution(record, situations, state, on)
    label = resolution.symbol.partition(" ")[0] if resolution else ""
    left = date.fromordinal(held.left) if held.left < NEVER else None
    return {
        "case.on": on.toordinal(),
        "case.warrant_on": warrant.toordinal() if warrant else NEVER,
        "case.instrument": "a summons only" if _summoned(record, person, on) else "none has been issued",
        "case.summoned": of(_summoned(record, person, on)),
        "case.capacity": capacity or "none",
        "case.state_name": held.name,
        "case.membership": held.membership,
        "case.bound_from": held.bound_from,
        "case.left": held.left,
        "case.left_words": day_in_words(held.left),
        "case.deposited": of(_deposited(record, state, on) and held.bound_from > on.toordinal()),
        "case.begun": of(left is not None and any(_begun(s, left) for s in situations)),
        "case.examined": of(left is not None and any(_examined(s, left) for s in situations)),
        "case.accepted": of(_accepted(record, situations, state, on)),
        "case.obliged": of(resolution is not None),
        "case.resolution": resolution.symbol if resolution else "",
        "case.resolution_paragraph": f"{label} para {_PARAGRAPH.get(label, '?')}" if resolution else "",
    }


def _situations(record: Record, person: Person | None, nationality: str | None, state: str) -> list[Situation]:
    """The situation of the person; for one not on record, those of the States concerned."""
    known = record.situations.get(person.situation or "") if person else None
    if known is not None:
        return [known]
    concerned = {f"state:{s}" for s in (nationality, state) if s}
    return [s for s in record.situations.values() if concerned & set(s.states)]


def _resolution(record: Record, situations: list[Situation], state: str, on: date) -> Resolution | None:
    ids = {s.id for s in situations}
    for r in record.resolutions.values():
        if r.kind == "referral" and f"state:{state}" in r.obliges and r.situation in ids and days.last(r.on) <= on:
            return r
    return None


def _accepted(record: Record, situations: list[Situation], state: str, on: date) -> bool:
    """Whether a declaration lodged by the day reaches the crimes of one of the situations."""
    concerned = any(f"state:{state}" in s.states for s in situations)
    return concerned and any(
        d.kind == "12(3)" and d.valid and d.state == f"state:{state}" and days.last(d.on) <= on
        for d in record.declarations.values()
    )


def _deposited(record: Record, state: str, on: date) -> bool:
    history = record.states[f"state:{state}"].history
    return any(e.event in DEPOSITS and days.last(e.on) <= on for e in history)


def _begun(situation: Situation, left: date) -> bool:
    opened = ("investigation-opened", "authorisation-granted")
    return any(e.event in opened and days.last(e.on) < left for e in situation.history)


def _examined(situation: Situation, left: date) -> bool:
    opened = ("examination-opened", "examination-made-public")
    return any(e.event in opened and days.last(e.on) < left for e in situation.history)


def _summoned(record: Record, person: Person | None, on: date) -> bool:
    return person is not None and any(e.event == "summons-issued" and record.known(e, on) for e in person.history)


def _past_findings(record: Record, state: str, as_of: date) -> tuple[str, ...]:
    found = [
        d
        for d in record.decisions.values()
        if d.subject == "cooperation" and f"state:{state}" in d.concerns and record.known(d, as_of)
    ]
    return tuple(d.id for d in sorted(found, key=lambda d: d.on))


def _positions(record: Record, person: Person | None, state: str, as_of: date) -> tuple[str, ...]:
    about = {person.id, person.situation} if person else set()
    found = [
        p
        for p in record.positions.values()
        if p.holder == f"state:{state}" and p.about in about and record.known(p, as_of)
    ]
    return tuple(p.id for p in sorted(found, key=lambda p: p.on))
