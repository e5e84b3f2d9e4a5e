"""What each State has bound itself to, as one wide row: a day for every step it took, seen from a day.

``NEVER`` stands for a step not taken, so that a comparison says no; a value is missing only where the State itself is
unknown. Days are ordinals of the proleptic calendar.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from hague.errors import Problem, RecordBroken
from hague.law.territory import ALWAYS, NEVER, Territory, gazetteer
from hague.law.truth import NO, UNKNOWN, YES, of
from hague.record import Record, days
from hague.record.membership import membership
from hague.record.model import Declaration, Resolution

Row = dict[str, Any]

AGGRESSION_AMENDMENT = "amendment:aggression-2010"


class Consent:
    """Everything on record about one State that the rules of jurisdiction ask for."""

    __slots__ = (
        "accepts_nationals", "accepts_territory", "amendments", "bound_from", "declared", "excluded", "iso3", "left",
        "membership", "name", "opted_out_from", "refuses_nationals", "refuses_territory", "selective", "withdrawal",
    )  # fmt: skip

    def __init__(self, record: Record, iso3: str, as_of: date) -> None:
        state = record.states[f"state:{iso3}"]
        self.iso3, self.name = iso3, state.name
        found = membership(state, as_of)
        self.bound_from = found.since.toordinal() if found else NEVER
        self.left = found.until.toordinal() if found and found.until else NEVER
        self.membership, self.withdrawal = _in_words(found, as_of)
        self.amendments: dict[str, int] = {}
        for act in state.history:
            if act.amendment is None or not record.known(act, as_of):
                continue
            if act.event == "amendment-accepted":
                self.amendments.setdefault(act.amendment, days.years_after(days.last(act.on), 1).toordinal())
            elif act.event == "amendment-in-force":
                self.amendments[act.amendment] = days.last(act.on).toordinal()
        self.accepts_territory = self.accepts_nationals = (NEVER, ALWAYS)
        self.refuses_territory = self.refuses_nationals = (NEVER, ALWAYS)
        self.declared = self.selective = NO
        self.opted_out_from = NEVER
        self.excluded: list[tuple[tuple[str, ...], int, int]] = []
        for made in _declarations(record).get(iso3, ()):
            if days.last(made.on) <= as_of:
                self._count(made)

    def _count(self, made: Declaration) -> None:
        begin = days.first(made.effect_from).toordinal() if made.effect_from else days.last(made.on).toordinal()
        end = days.last(made.effect_to).toordinal() if made.effect_to else NEVER
        scope = made.scope
        nationals = scope is None or not scope.places or bool(scope.or_nationals_of or scope.only_nationals_of)
        territory = scope is None or not scope.only_nationals_of
        if made.kind == "12(3)":
            self.declared = YES
            if made.valid:
                self.accepts_territory = _joined(made, self.accepts_territory, (begin, end))
                if nationals:
                    self.accepts_nationals = _joined(made, self.accepts_nationals, (begin, end))
        elif made.kind == "124":
            if territory:
                self.refuses_territory = (begin, end)
            if nationals:
                self.refuses_nationals = (begin, end)
            self.selective = of(not (territory and nationals))
        elif made.kind == "15bis(4)":
            self.opted_out_from = days.last(made.on).toordinal()
        elif made.kind == "territorial" and made.excludes:
            self.excluded.append((made.excludes, begin, end))

    def bound_on(self, day: int) -> bool:
        return self.bound_from <= day < self.left


def _in_words(found: Any, as_of: date) -> tuple[str, str]:
    if found is None:
        return "it never became a Party", "it never became a Party"
    since = f"a Party since {day_in_words(found.since.toordinal())}"
    if found.until is None:
        return since, "it has not withdrawn"
    tense = "withdrew" if found.until <= as_of else "is to leave"
    left = day_in_words(found.until.toordinal())
    return f"{since}, it {tense} with effect from {left}", f"it {tense} with effect from {left}"


@lru_cache(maxsize=4096)
def day_in_words(ordinal: int) -> str:
    """``8 October 2023``, or ``never`` and ``always`` for the ends of time."""
    if ordinal >= NEVER:
        return "never"
    return "always" if ordinal <= ALWAYS else days.in_words(date.fromordinal(ordinal).isoformat())


def _joined(made: Declaration, one: tuple[int, int], two: tuple[int, int]) -> tuple[int, int]:
    """Two acceptances as one span; a State that leaves a gap between them would need a wider row."""
    if one == (NEVER, ALWAYS):
        return two
    if two[0] > one[1] + 1 or one[0] > two[1] + 1:
        raise RecordBroken([Problem(made.id, made.effect_from, "an acceptance that joins the State's earlier one")])
    return min(one[0], two[0]), max(one[1], two[1])


@lru_cache(maxsize=8)
def _declarations(record: Record) -> dict[str, list[Declaration]]:
    by_state: dict[str, list[Declaration]] = {}
    for made in sorted(record.declarations.values(), key=lambda d: (d.on, d.id)):
        by_state.setdefault(made.state.removeprefix("state:"), []).append(made)
    return by_state


@lru_cache(maxsize=16384)
def consent(record: Record, iso3: str, as_of: date) -> Consent:
    """The row of a State as of a day, computed once."""
    return Consent(record, iso3, as_of)


class Referral:
    """A Council referral as of a day: the area it covers, its time, and whether it leaves personnel out."""

    def __init__(self, record: Record, resolution: Resolution) -> None:
        scope = resolution.scope
        self.symbol = resolution.symbol
        self.known = days.last(resolution.public_on or resolution.on)
        areas = set(scope.places) if scope else set()
        situation = record.situations.get(resolution.situation or "")
        if situation is not None:
            areas |= {p for s in situation.scopes if s.known_on == resolution.on for p in s.places}
        self.areas = tuple(sorted(areas))
        self.begin = days.first(scope.from_).toordinal() if scope and scope.from_ else ALWAYS
        self.end = days.last(scope.to).toordinal() if scope and scope.to else NEVER
        self.shields = of(resolution.excludes_personnel)
        places = gazetteer(record)
        found = (places.find(a) for a in self.areas)
        self.states = frozenset(p.state for p in found if p is not None) | frozenset(
            r.removeprefix("state:") for r in resolution.obliges
        )

    @property
    def label(self) -> str:
        """``S/RES/1593``, the symbol without its year."""
        return self.symbol.partition(" ")[0]


@lru_cache(maxsize=8)
def referrals(record: Record) -> tuple[Referral, ...]:
    """The referrals on record, oldest first."""
    made = [r for r in record.resolutions.values() if r.kind == "referral"]
    return tuple(Referral(record, r) for r in sorted(made, key=lambda r: r.on))


@lru_cache(maxsize=4096)
def deferral(record: Record, as_of: date) -> str | None:
    """The symbol of a request for deferral that runs on a day."""
    for r in record.resolutions.values():
        if r.kind != "deferral" or not r.effect_from or not r.effect_to or not record.known(r, as_of):
            continue
        if days.first(r.effect_from) <= as_of <= days.last(r.effect_to):
            return r.symbol
    return None


@lru_cache(maxsize=16384)
def place_row(record: Record, place: Territory, as_of: date, amendment: str | None) -> Row:
    """The facts of a place. ``amendment`` is the one on which the charge rests, if any."""
    if place.state is None:
        return _stateless_row(record, place)
    held = consent(record, place.state, as_of)
    places = gazetteer(record)
    row = _shared("place", held, amendment)
    row |= {
        "place.name": place.name,
        "place.code": place.code,
        "place.state_name": held.name,
        "place.accepts_from": held.accepts_territory[0],
        "place.accepts_to": held.accepts_territory[1],
        "place.refuses_from": held.refuses_territory[0],
        "place.refuses_to": held.refuses_territory[1],
        "place.disputed_from": places.disputed_from(place, as_of),
        "place.excluded_from": NEVER,
        "place.excluded_to": ALWAYS,
    }
    for codes, begin, end in held.excluded:
        if places.lies_in_any(place, codes) == YES:
            row["place.excluded_from"], row["place.excluded_to"] = begin, end
    return row | _referral_facts(record, place, as_of)


def _stateless_row(record: Record, place: Territory) -> Row:
    """A ship of unknown flag, land of which it is not settled to which State it belongs, or land of none."""
    named = {"place.name": place.name, "place.code": place.code}
    if place.kind != "land":
        return unknown_row("place") | named
    whose = {"place.state": place.code, "place.state_name": f"the State to which {place.name} may belong"}
    if gazetteer(record).is_disputed(place):
        return supposed_row("place", "party") | named | whose | {"place.disputed_from": ALWAYS}
    return supposed_row("place", "outside") | named | {"place.state": place.code, "place.state_name": "no State"}


def _referral_facts(record: Record, place: Territory, as_of: date) -> Row:
    found = [r for r in referrals(record) if r.known <= as_of and place.state in r.states]
    if not found:
        return {
            "place.referred": NO, "place.has_referral": NO, "place.shields": NO, "place.referral": "",
            "place.referral_from": NEVER, "place.referral_to": ALWAYS, "place.referral_label": "",
            "place.referral_gap": f"{place.name} lies in no situation referred by the Council",
        }  # fmt: skip
    made = found[-1]
    inside = gazetteer(record).lies_in_any(place, made.areas)
    gap = "the conduct is earlier than the referral reaches" if inside == YES else f"{place.name} lies outside it"
    return {
        "place.referred": inside,
        "place.has_referral": YES,
        "place.shields": made.shields,
        "place.referral": made.symbol,
        "place.referral_label": made.label,
        "place.referral_from": made.begin,
        "place.referral_to": made.end,
        "place.referral_gap": f"{made.symbol} does not reach it: {gap}",
    }


@lru_cache(maxsize=16384)
def nationality_row(record: Record, iso3: str, as_of: date, amendment: str | None) -> Row:
    """The facts of a nationality."""
    held = consent(record, iso3, as_of)
    row = _shared("nationality", held, amendment)
    row |= {
        "nationality.name": held.name,
        "nationality.accepts_from": held.accepts_nationals[0],
        "nationality.accepts_to": held.accepts_nationals[1],
        "nationality.refuses_from": held.refuses_nationals[0],
        "nationality.refuses_to": held.refuses_nationals[1],
        "nationality.selective": held.selective,
        "nationality.opted_out_from": held.opted_out_from,
    }
    return row


def _shared(slot: str, held: Consent, amendment: str | None) -> Row:
    amended = held.amendments.get(amendment, NEVER) if amendment else ALWAYS
    words = "amendment not accepted" if amended >= NEVER else f"bound by it from {day_in_words(amended)}"
    return {
        f"{slot}.state": held.iso3,
        f"{slot}.bound_from": held.bound_from,
        f"{slot}.left": held.left,
        f"{slot}.membership": held.membership,
        f"{slot}.withdrawal": held.withdrawal,
        f"{slot}.considered": NO,
        f"{slot}.amended_from": amended,
        f"{slot}.amendment": words,
        f"{slot}.aggression_from": held.amendments.get(AGGRESSION_AMENDMENT, NEVER),
        f"{slot}.declared": held.declared,
    }


_BOTH = (
    "name", "state", "bound_from", "left", "considered", "amended_from", "aggression_from", "declared", "accepts_from",
    "accepts_to", "refuses_from", "refuses_to", "membership", "withdrawal", "amendment",
)  # fmt: skip
_PLACE = (
    *_BOTH, "code", "state_name", "disputed_from", "excluded_from", "excluded_to", "referred", "has_referral",
    "shields", "referral", "referral_label", "referral_from", "referral_to", "referral_gap",
)  # fmt: skip
_NATIONALITY = (*_BOTH, "selective", "opted_out_from")
_FLAGS = {"considered", "declared", "referred", "has_referral", "shields", "selective"}


def unknown_row(slot: str) -> Row:
    """A place or nationality of which nothing is known."""
    names = _PLACE if slot == "place" else _NATIONALITY
    row: Row = {f"{slot}.{n}": UNKNOWN if n in _FLAGS else None for n in names}
    row |= {
        f"{slot}.name": f"an unknown {slot}",
        f"{slot}.membership": "not known",
        f"{slot}.withdrawal": "not known",
    }
    if slot == "place":
        row |= {
            "place.state_name": "an unknown State",
            "place.referral_gap": "Whether a referral covers it is not known",
        }
        row |= {"place.referral": "", "place.referral_label": ""}
    return row | {f"{slot}.amendment": "not known"}


def supposed_row(slot: str, supposition: str) -> Row:
    """What an unknown place or nationality may turn out to be: ``party`` to everything, a ``party-unamended`` that
    has accepted no amendment, or ``outside`` the Statute."""
    names = _PLACE if slot == "place" else _NATIONALITY
    row: Row = {f"{slot}.{n}": NEVER for n in names}
    row |= {f"{slot}.{n}": NO for n in names if n in _FLAGS}
    row |= {f"{slot}.{n}": ALWAYS for n in names if n.endswith("_to")}
    party = supposition != "outside"
    label = {"party": "a Party", "party-unamended": "a Party without the amendment", "outside": "no Party"}[supposition]
    row |= {f"{slot}.{n}": label for n in names if n in ("name", "membership", "withdrawal", "amendment")}
    row |= {
        f"{slot}.state": supposition,
        f"{slot}.bound_from": date(2002, 7, 1).toordinal() if party else NEVER,
    }
    if supposition == "party":
        row |= {f"{slot}.amended_from": ALWAYS, f"{slot}.aggression_from": ALWAYS}
    if slot == "place":
        row |= {f"place.{n}": "" for n in ("referral", "referral_label", "referral_gap")}
        row |= {"place.code": supposition, "place.state_name": label}
    return row
