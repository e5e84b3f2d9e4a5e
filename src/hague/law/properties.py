"""What must hold of the law whatever the facts: sentences, each checked on every cell.

``verify(record)`` decides every combination of facts that can occur, as of several days, and lists for each sentence
how many cells it was checked on and the first that breaks it. A property is a function from ``Cells`` to the cells
that break it, as an array of booleans that broadcasts to the shape of the cells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from hague.law.acceptance import (
    ACCEPTS_NATIONALITY,
    ACCEPTS_PLACE,
    NATIONALITY,
    NOT_EXCLUDED,
    REFUSED_NATIONALITY,
    REFUSED_PLACE,
    STATUS_SETTLED,
    TERRITORY,
)
from hague.law.aggression import ACTIVATED, LEADER
from hague.law.amendments import NATIONALITY_LEFT_OUT, PLACE_LEFT_OUT
from hague.law.cells import Cells, amendments
from hague.law.council import BAR_16, IN_REFERRAL, SHIELDED
from hague.law.jurisdiction import BARS, GROUNDS, JURISDICTION
from hague.law.persons import ADULT, NATURAL
from hague.law.subject_matter import AGGRESSION, AMENDED, CORE, INTERNATIONAL, JUSTICE, SUBJECT_MATTER, WAR
from hague.law.temporal import BAR_11_1, BOUND_NATIONALITY, BOUND_PLACE, KEPT_NATIONALITY, KEPT_PLACE
from hague.law.tree import All, AnyOf, Compare, Flag, Is, Node, Not
from hague.law.truth import NO, UNKNOWN, YES
from hague.record import Record

Broken = Any
"""An array of booleans over the cells."""
Property = Callable[[Cells], Broken]
DAYS: Final = (
    date(2003, 6, 15), date(2004, 2, 1), date(2010, 7, 12), date(2014, 5, 8), date(2020, 3, 5), date(2025, 6, 1),
)  # fmt: skip
"""Days of asking beside the day of the record's last review: under each deferral, and between the main changes."""

_PROPERTIES: list[tuple[str, Property]] = []


def holds(sentence: str) -> Callable[[Property], Property]:
    """Registers a property under the sentence that it checks."""

    def register(prop: Property) -> Property:
        _PROPERTIES.append((sentence, prop))
        return prop

    return register


def _is(cells: Cells, *nodes: Node) -> Broken:
    """Where all of the nodes are yes."""
    return cells.decide(All(*nodes)) == YES


def _verdict(cells: Cells) -> NDArray[np.int8]:
    return cells.decide(JURISDICTION)


def _tried(cells: Cells) -> Broken:
    return _verdict(cells) == YES


def _bar(cells: Cells, label: str) -> Broken:
    return cells.decide(BARS[label]) == YES


@holds("Nothing before 1 July 2002 is tried, whoever acted and wherever, offences against the Court's justice aside.")
def _(cells: Cells) -> Broken:
    return _tried(cells) & _is(cells, Compare("case.day", "<", date(2002, 7, 1)), Not(JUSTICE))


@holds("Nobody who was under eighteen is tried.")
def _(cells: Cells) -> Broken:
    return _tried(cells) & _is(cells, Not(ADULT))


@holds("No company, group or State is tried.")
def _(cells: Cells) -> Broken:
    return _tried(cells) & _is(cells, Not(NATURAL))


@holds("A referral by the Security Council needs no consent of any State.")
def _(cells: Cells) -> Broken:
    covered = _is(cells, CORE, IN_REFERRAL, Not(SHIELDED), Not(AMENDED), Not(BAR_11_1), Not(BAR_16), NATURAL, ADULT)
    return covered & _is(cells, SUBJECT_MATTER) & ~_tried(cells)


@holds("Consent of one State, of the territory or of a nationality, is enough for a crime of the original Statute.")
def _(cells: Cells) -> Broken:
    plain = (CORE, SUBJECT_MATTER, Not(AMENDED), Not(BAR_11_1), Not(BAR_16), NATURAL, ADULT)
    free = (Not(REFUSED_PLACE), Not(REFUSED_NATIONALITY))
    place = _is(cells, *plain, *free, BOUND_PLACE, KEPT_PLACE, STATUS_SETTLED, NOT_EXCLUDED)
    nationality = _is(cells, *plain, *free, BOUND_NATIONALITY, KEPT_NATIONALITY)
    return (place | nationality) & ~_tried(cells)


@holds("A declaration under article 12(3) is worth as much as membership for the days that it covers.")
def _(cells: Cells) -> Broken:
    plain = (CORE, SUBJECT_MATTER, Not(WAR), Not(BAR_11_1), Not(BAR_16), NATURAL, ADULT, STATUS_SETTLED, NOT_EXCLUDED)
    accepted = _is(cells, *plain, ACCEPTS_PLACE) | _is(cells, *plain, ACCEPTS_NATIONALITY)
    return accepted & ~_tried(cells)


@holds("Office, also of a head of State, changes no answer.")
def _(cells: Cells) -> Broken:
    return _changes(cells, "case.office", YES, NO)


@holds("Whether a withdrawal is under way changes nothing before it takes effect.")
def _(cells: Cells) -> Broken:
    staying = Not(Compare("place.left", "<=", "case.as_of"))
    return _is(cells, BOUND_PLACE, staying) & ~_is(cells, KEPT_PLACE)


@holds("Withdrawal takes nothing that was already under consideration.")
def _(cells: Cells) -> Broken:
    pending = _is(cells, BOUND_PLACE, Flag("place.considered")) | _is(
        cells, BOUND_NATIONALITY, Flag("nationality.considered"), Not(BOUND_PLACE)
    )
    return pending & _bar(cells, "127(2)") & _is(cells, BOUND_PLACE, KEPT_PLACE)


@holds("Conduct of days after a withdrawal took effect has no link through that State.")
def _(cells: Cells) -> Broken:
    gone = _is(cells, Compare("place.left", "<=", "case.day"), Not(ACCEPTS_PLACE))
    return gone & (cells.decide(TERRITORY) == YES)


@holds("A fact learnt later about a person's nationality never turns a decided answer round.")
def _(cells: Cells) -> Broken:
    verdict = cells.full(JURISDICTION)
    unknown = [k for k, n in enumerate(cells.nationalities) if n.state == ""]
    broken = np.zeros(cells.shape, bool)
    for k in unknown:
        before = verdict[:, :, k : k + 1]
        broken |= (before != UNKNOWN) & (verdict != before)
    return broken


@holds("A fact learnt later about the place never turns a decided answer round.")
def _(cells: Cells) -> Broken:
    verdict = cells.full(JURISDICTION)
    eras = np.stack([np.broadcast_to(cells.decide(leaf), (1, len(cells.places), 1))[0, :, 0] for leaf in _ERA_LEAVES])
    broken = np.zeros(cells.shape, bool)
    for j, place in enumerate(cells.places):
        if place.state == "":
            before = verdict[:, j : j + 1, :]
            same_era = np.all(eras == eras[:, j : j + 1], axis=0)[None, :, None]
            broken |= same_era & (before != UNKNOWN) & (verdict != before)
    return broken


_ERA_LEAVES = (Compare("case.day", "<", date(2002, 7, 1)), Compare("case.day", "<", date(2018, 7, 17)))


@holds("Learning the kind of conflict never turns a decided answer round.")
def _(cells: Cells) -> Broken:
    return _turned(cells, "case.conflict", None, ("international", "non-international"))


@holds("Learning whether a person led never turns a decided answer round.")
def _(cells: Cells) -> Broken:
    return _turned(cells, "case.leader", UNKNOWN, (YES, NO))


@holds("Learning whether proceedings began in time never turns a decided answer round.")
def _(cells: Cells) -> Broken:
    return _turned(cells, "case.prior_investigation", UNKNOWN, (YES, NO))


@holds("Learning when an attack ended never turns a decided answer round.")
def _(cells: Cells) -> Broken:
    statute = date(2002, 7, 1).toordinal()
    return _turned(cells, "case.attack_to", None, (statute - 1, statute))


@holds("Every yes names at least one ground.")
def _(cells: Cells) -> Broken:
    grounds = np.zeros((1, 1, 1), bool)
    for rule in GROUNDS.values():
        grounds = grounds | (cells.decide(rule) == YES)
    return _tried(cells) & ~grounds


@holds("Every no names a bar, or bars of which a missing fact tells which it is.")
def _(cells: Cells) -> Broken:
    bars = np.zeros((1, 1, 1), bool)
    for rule in BARS.values():
        bars = bars | (cells.decide(rule) != NO)
    return (_verdict(cells) == NO) & ~bars


@holds("No yes stands beside a bar of person, crime or time.")
def _(cells: Cells) -> Broken:
    bars = np.zeros((1, 1, 1), bool)
    for label in ("25(1)", "26", "8", "11(1)", "16", "15bis(3)", "8bis(1)", "25(3bis)", "rule164(2)"):
        bars = bars | _bar(cells, label)
    return _tried(cells) & bars


@holds("Nothing is both tried and without any link.")
def _(cells: Cells) -> Broken:
    return _tried(cells) & (_bar(cells, "12(2)") | _bar(cells, "11(2)") | _bar(cells, "127(1)"))


@holds("“No link” is never said beside “bound only later” or “left before”.")
def _(cells: Cells) -> Broken:
    return _bar(cells, "12(2)") & (_bar(cells, "11(2)") | _bar(cells, "127(1)"))


@holds("Conduct before 1 July 2002 is never explained by a missing link.")
def _(cells: Cells) -> Broken:
    links = _bar(cells, "12(2)") | _bar(cells, "11(2)") | _bar(cells, "127(1)") | _bar(cells, "12(3)")
    return _bar(cells, "11(1)") & links


@holds("Offences against the Court's justice need no link of place or nationality.")
def _(cells: Cells) -> Broken:
    verdict = cells.full(JURISDICTION)
    return _is(cells, JUSTICE) & (verdict != verdict[:, :1, :1])


@holds("A refusal under article 124 touches war crimes alone.")
def _(cells: Cells) -> Broken:
    return _bar(cells, "124") & ~_is(cells, WAR)


@holds("An amendment that a Party has not accepted touches no crime of the original Statute.")
def _(cells: Cells) -> Broken:
    return _bar(cells, "121(5)") & _is(cells, CORE, Not(AMENDED))


@holds("A crime added by amendment is never tried on the territory of a Party left outside it, unless referred.")
def _(cells: Cells) -> Broken:
    return _tried(cells) & _is(cells, AMENDED, PLACE_LEFT_OUT)


@holds("A crime added by amendment is never tried against a national of a Party left outside it, unless referred.")
def _(cells: Cells) -> Broken:
    return _tried(cells) & _is(cells, AMENDED, NATIONALITY_LEFT_OUT)


@holds("Poison, gas, expanding bullets and starvation need no amendment in an international conflict.")
def _(cells: Cells) -> Broken:
    original = _is(
        cells, WAR, INTERNATIONAL, Flag("case.listed_international"), Not(Flag("case.amended_international"))
    )
    return original & (_bar(cells, "121(5)") | _bar(cells, "8"))


@holds("Without an armed conflict there is no war crime.")
def _(cells: Cells) -> Broken:
    return _tried(cells) & _is(cells, WAR, Is("case.conflict", "none"))


@holds("No aggression before 17 July 2018 is tried, with or without the Council.")
def _(cells: Cells) -> Broken:
    return _tried(cells) & _is(cells, AGGRESSION, Not(ACTIVATED))


@holds("Nobody but a leader is tried for aggression.")
def _(cells: Cells) -> Broken:
    return _tried(cells) & ~_is(cells, LEADER) & _is(cells, AGGRESSION)


@holds("Without the Council no aggression by a national of a non-Party, or on its territory, is tried.")
def _(cells: Cells) -> Broken:
    outside = _is(cells, Not(BOUND_NATIONALITY)) | _is(cells, Not(BOUND_PLACE))
    return _tried(cells) & outside & _is(cells, AGGRESSION, Not(Flag("case.council_trigger")))


@holds("On a referral by the Council, no membership, acceptance or opt-out matters for aggression.")
def _(cells: Cells) -> Broken:
    referred = _is(cells, AGGRESSION, Flag("case.council_trigger"), ACTIVATED, LEADER, NATURAL, ADULT, Not(BAR_16))
    return referred & ~_tried(cells) & _is(cells, Not(BAR_11_1))


@holds("A deferral never covers a national of a Party.")
def _(cells: Cells) -> Broken:
    return _bar(cells, "16") & _is(cells, BOUND_NATIONALITY)


@holds("While a deferral runs, nobody whom it covers is tried.")
def _(cells: Cells) -> Broken:
    return _tried(cells) & _is(cells, BAR_16)


@holds("Paragraph 6 of a referral shields no national of a Party, nor of the State referred.")
def _(cells: Cells) -> Broken:
    own = Compare("nationality.state", "=", "place.state")
    return (cells.decide(SHIELDED) == YES) & (_is(cells, BOUND_NATIONALITY) | _is(cells, own))


@holds("Leaving out a territory by declaration never decides alone: it leaves the answer open.")
def _(cells: Cells) -> Broken:
    link = cells.decide(TERRITORY)
    left_out = cells.decide(NOT_EXCLUDED) == UNKNOWN
    return left_out & (link == YES)


@holds("An answer is open only where a fact is missing or a question of law is.")
def _(cells: Cells) -> Broken:
    known = cells.decide(_NOTHING_MISSING) == YES
    closed = cells.decide(_NOTHING_OPEN) == YES
    return (_verdict(cells) == UNKNOWN) & known & closed


def _not_unknown(fact: str, against: str) -> Node:
    leaf = Compare(fact, "<=", against)
    return AnyOf(leaf, Not(leaf))


_NOTHING_MISSING = All(
    _not_unknown("place.left", "case.as_of"),
    _not_unknown("nationality.left", "case.as_of"),
    AnyOf(Not(WAR), INTERNATIONAL, Not(INTERNATIONAL)),
    AnyOf(Not(AGGRESSION), LEADER, Not(LEADER)),
    AnyOf(Not(JUSTICE), Flag("case.prior_investigation"), Not(Flag("case.prior_investigation"))),
    AnyOf(Not(Flag("case.disappearance")), BAR_11_1, Not(BAR_11_1)),
    AnyOf(Flag("place.referred"), Not(Flag("place.referred"))),
)
_NOTHING_OPEN = All(
    Not(AMENDED),
    AnyOf(STATUS_SETTLED, Not(STATUS_SETTLED)),
    AnyOf(NOT_EXCLUDED, Not(NOT_EXCLUDED)),
    AnyOf(KEPT_PLACE, Not(KEPT_PLACE)),
    AnyOf(KEPT_NATIONALITY, Not(KEPT_NATIONALITY)),
    Not(REFUSED_PLACE),
    Not(REFUSED_NATIONALITY),
)


@holds("Personnel outside an authorised operation are never left to their own State.")
def _(cells: Cells) -> Broken:
    return (cells.decide(SHIELDED) == YES) & ~_is(cells, Flag("case.authorised_operation"))


@holds("Nationality of a State outside the Statute neither adds nor takes anything on accepting territory.")
def _(cells: Cells) -> Broken:
    link = cells.decide(TERRITORY)
    plain = _is(cells, CORE, Not(AMENDED), Not(WAR))
    return plain & (link != np.broadcast_to(link, cells.shape)[:, :, :1])


@holds("The link of nationality asks nothing of the place for a crime of the original Statute.")
def _(cells: Cells) -> Broken:
    link = np.broadcast_to(cells.decide(NATIONALITY), cells.shape)
    return _is(cells, CORE, Not(AMENDED), Not(WAR)) & (link != np.take(link, _of_same_era(cells), axis=1))


def _of_same_era(cells: Cells) -> NDArray[np.intp]:
    """For each class of place, the first class on a day that the rules cannot tell apart by day alone."""
    eras = [
        tuple(int(np.ravel(cells.decide(x))[j % np.ravel(cells.decide(x)).size]) for x in _ERA_LEAVES)
        for j in range(len(cells.places))
    ]
    return np.array([eras.index(e) for e in eras])


# -- comparing cells ----------------------------------------------------------------------------------------


def _pairs(cells: Cells, fact: str, one: Any, others: Iterable[Any]) -> list[tuple[int, int]]:
    """Numbers of classes that differ in one fact only: with the value ``one``, and with another."""
    found = []
    for key, number in cells.other_facts.items():
        facts = dict(key)
        if fact in facts and facts[fact] == one:
            for value in others:
                other = cells.other_facts.get(tuple(sorted((facts | {fact: value} | _implied(fact, value)).items())))
                if other is not None:
                    found.append((number, other))
    return found


def _implied(fact: str, value: Any) -> dict[str, Any]:
    """What a fact says of others that are told beside it."""
    if fact == "case.attack_to":
        return {"case.attack_over": YES if value < date(2002, 7, 1).toordinal() else NO}
    return {}


def _turned(cells: Cells, fact: str, unknown: Any, values: Iterable[Any]) -> Broken:
    """Where an answer given without a fact is another than with it."""
    verdict = cells.full(JURISDICTION)
    broken = np.zeros(cells.shape, bool)
    for without, known in _pairs(cells, fact, unknown, values):
        broken[known] |= (verdict[without] != UNKNOWN) & (verdict[without] != verdict[known])
    return broken


def _changes(cells: Cells, fact: str, one: Any, other: Any) -> Broken:
    """Where the answer changes with a fact."""
    verdict = cells.full(JURISDICTION)
    broken = np.zeros(cells.shape, bool)
    for a, b in _pairs(cells, fact, one, (other,)):
        broken[a] |= verdict[a] != verdict[b]
    return broken


# -- checking -----------------------------------------------------------------------------------------------


class Checked(Struct, frozen=True, kw_only=True):
    """A property, the number of cells it was checked on, and the first that breaks it (``None``: it holds)."""

    sentence: str
    cells: int
    broken: int
    counterexample: str | None = None

    @property
    def holds(self) -> bool:
        return self.broken == 0


def sentences() -> list[str]:
    """All properties, as sentences."""
    return [sentence for sentence, _ in _PROPERTIES]


def verify(record: Record, days: Iterable[date] | None = None) -> list[Checked]:
    """Checks every property on every cell, as of the given days (default: ``DAYS`` and the last review)."""
    asked = list(days) if days is not None else [*DAYS, date.fromisoformat(record.reviewed)]
    counted = dict.fromkeys(sentences(), 0)
    broken = dict.fromkeys(sentences(), 0)
    examples: dict[str, str] = {}
    for as_of in asked:
        for amendment in amendments(record):
            cells = Cells(record, as_of, amendment)
            for sentence, prop in _PROPERTIES:
                wrong = np.broadcast_to(prop(cells), cells.shape)
                counted[sentence] += wrong.size
                number = int(np.count_nonzero(wrong))
                broken[sentence] += number
                if number and sentence not in examples:
                    first = tuple(int(i) for i in np.unravel_index(int(np.argmax(wrong)), cells.shape))
                    examples[sentence] = f"as of {as_of.isoformat()}: {cells.example(first)}"
    return [
        Checked(sentence=s, cells=counted[s], broken=broken[s], counterexample=examples.get(s)) for s in sentences()
    ]
