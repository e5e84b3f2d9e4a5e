"""What the law says of a killing at a place on a day, for every class of (place, day) in which no rule changes.

Screening asks ``hague.law.assess``, the one definition of the law, once for each class that a file falls into, and
looks the answer up for each row. An event is no charge: who did it, their nationality and the crime are not known, so
each class is asked about under every crime of ``CRIMES``, and about every State to which an open place may belong;
where the answers differ, the value is unknown.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Final

from msgspec import Struct

from hague.law import Finding, Reason, assess
from hague.law.acceptance import ACCEPTS_PLACE, NOT_EXCLUDED, REFUSED_PLACE, STATUS_SETTLED
from hague.law.jurisdiction import GROUNDS
from hague.law.temporal import BOUND_PLACE, KEPT_PLACE
from hague.law.territory import gazetteer
from hague.record import Record, days
from hague.record.membership import membership
from hague.screening.territory import Places, Spot

CRIMES: Final = {
    "crime-against-humanity": "murder",
    "war-crime": "murder",
    "genocide": "genocide-killing",
}
"""Crimes of killing that every event is asked about, with the act."""
LINKS: Final = ("12(2)(a)", "12(2)(b)", "12(3)", "13(b)")
HINDRANCES: Final = (
    "11(1)", "11(2)", "12(2)", "12(3)", "13(b)", "16", "124", "127(1)", "127(2)", "territorial-exclusion",
    "paragraph-6",
)  # fmt: skip
"""Grounds and bars that an event can meet. Bars of age, office, amendment and aggression need facts that it lacks."""
_STATUTE: Final = date(2002, 7, 1).toordinal()


class Judged(Struct, frozen=True):
    """The answer for one class. Values are ``yes``, ``no`` and ``unknown``."""

    spot: Spot
    jurisdiction: str
    grounds: tuple[str, ...]
    """In the order of ``LINKS``."""
    bars: tuple[str, ...]
    """In the order of ``HINDRANCES``."""
    situation: str
    reason: str
    missing: tuple[str, ...]

    @property
    def territory(self) -> str:
        return self.grounds[0]


class Law:
    """Judges classes, seen from one day."""

    def __init__(self, record: Record, places: Places, as_of: date, crimes: Sequence[str] = tuple(CRIMES)) -> None:
        self._record, self._places, self._as_of, self._crimes = record, places, as_of, tuple(crimes)
        self.cuts = lru_cache(maxsize=None)(self._cuts)
        self.judged = lru_cache(maxsize=None)(self._judged)

    def _cuts(self, place: int) -> list[int]:
        """The days (ordinals) on which a rule may begin or cease to apply at a place."""
        code = self._places.codes[place]
        entry = self._record.places.get(f"place:{code}")
        codes = {c.removeprefix("state:") for c in (entry.claimed_by if entry else ())}
        for day in (_STATUTE - 4000, self._as_of.toordinal()):
            spot = self._places.spot(place, day)
            codes |= {c for c in (*spot.codes, spot.state) if c}
        within = {w for c in codes for w in self._within(c)} | codes
        found = {_STATUTE, self._as_of.toordinal() + 1, *_scopes(self._record, within)}
        for iso3 in sorted(w for w in within if f"state:{w}" in self._record.states):
            found |= set(_of_state(self._record, iso3, self._as_of))
        return sorted(found)

    def _within(self, code: str) -> tuple[str, ...]:
        found = gazetteer(self._record).find(code)
        return found.within if found else ()

    def _sovereign(self, code: str) -> str | None:
        found = gazetteer(self._record).find(code)
        return found.state if found else None

    def stretch(self, place: int, day: int) -> int:
        """The number of the stretch of days, between two cuts, that a day falls into."""
        return bisect.bisect_right(self.cuts(place), day)

    def _judged(self, place: int, first: int, last: int) -> Judged:
        """The answer for an event from ``first`` to ``last`` (ordinals): any days of their stretches give the same."""
        spot = self._places.spot(place, first)
        if last > self._as_of.toordinal():
            return self._later(spot)
        if not spot.codes:
            return self._nobodys(spot, first, last)
        return self._joined(
            spot, [(c, k, self._finding((c,), k, first, last)) for c in spot.codes for k in self._crimes]
        )

    def _finding(self, codes: tuple[str, ...], crime: str, first: int, last: int) -> Finding:
        facts = {
            "crime": crime,
            "act": CRIMES[crime],
            "from": date.fromordinal(first),
            "to": date.fromordinal(last),
            "places": list(codes),
            "nationalities": [],
        }
        found: Finding = assess(facts, self._as_of, record=self._record)
        return found

    def nowhere(self, first: int, last: int) -> Judged:
        """The answer for an event that could not be placed."""
        spot = Spot("", "", "", (), "")
        return self._later(spot) if last > self._as_of.toordinal() else self._nobodys(spot, first, last)

    def _later(self, spot: Spot) -> Judged:
        seen = days.in_words(self._as_of.isoformat())
        reason = f"Later than {seen}, the day from which law and record are seen."
        unknown = ("unknown",) * len(HINDRANCES)
        return Judged(spot, "unknown", unknown[: len(LINKS)], unknown, "", reason, ("day",))

    def _nobodys(self, spot: Spot, first: int, last: int) -> Judged:
        joined = self._joined(spot, [("", k, self._finding((), k, first, last)) for k in self._crimes])
        if joined.jurisdiction == "no":
            return joined
        missing = tuple(sorted({"territorial-status" if m == "places" and spot.place else m for m in joined.missing}))
        reason = (
            f"Of which State {spot.name} is territory for the Statute has not been settled."
            if spot.place
            else "Where it took place is not known."
        )
        return Judged(spot, "unknown", ("unknown", *joined.grounds[1:]), joined.bars, "", reason, missing)

    def _joined(self, spot: Spot, asked: list[tuple[str, str, Finding]]) -> Judged:
        findings = [f for _, _, f in asked]
        verdict = _agreed(["unknown" if f.jurisdiction == "undetermined" else f.jurisdiction for f in findings])
        grounds = tuple(_agreed([_ground(f, g) for f in findings]) for g in LINKS)
        bars = tuple(_agreed([_bar(f, b) for f in findings]) for b in HINDRANCES)
        situations = {f.situation or "" for f in findings}
        missing: set[str] = set()
        if verdict == "unknown":
            missing = {m for f in findings for m in f.turns_on}
            if len(spot.codes) > 1:
                missing.add("territorial-status")
            by_crime = {k: _agreed([_ground(f, "12(2)(a)") for _, c, f in asked if c == k]) for k in self._crimes}
            if len(set(by_crime.values())) > 1:
                missing.add("crime")
        situation = situations.pop() if len(situations) == 1 else ""
        reason = self._reason(spot, asked, verdict, grounds)
        return Judged(spot, verdict, grounds, bars, situation, reason, tuple(sorted(missing)))

    def _reason(self, spot: Spot, asked: list[tuple[str, str, Finding]], verdict: str, grounds: tuple[str, ...]) -> str:
        if verdict == "no" and all("11(1)" in f.bars for _, _, f in asked):
            return "Before 1 July 2002: out of the Court's reach, whoever acted and wherever."
        said = {(c, k): _said(f) for c, k, f in asked}
        answers = {(c, k): (f.jurisdiction, f.grounds) for c, k, f in asked}
        of_code = {c: [v for (code, _), v in answers.items() if code == c] for c, _, _ in asked}
        parts = []
        for code, given in of_code.items():
            start = f"If {self._state_of(code)}'s: " if len(of_code) > 1 else ""
            if len(set(given)) == 1:
                parts.append(start + said[code, self._crimes[0]])
            else:
                parts += [f"{start}{_CRIME[k]}: {said[code, k]}" for k in self._crimes]
        words = " ".join(parts)
        if grounds[0] == "no" and grounds[3] == "no" and verdict == "unknown":
            words += " Only the nationality of those responsible could give a link."
        return f"{self._opening(spot)}{words}"

    def _state_of(self, code: str) -> str:
        return self._places.state_name(self._sovereign(code) or code)

    def _opening(self, spot: Spot) -> str:
        if len(spot.codes) > 1:
            return f"{spot.name} is open between {' and '.join(self._state_of(c) for c in spot.codes)}. "
        if spot.state and spot.place != spot.state and f"state:{spot.place}" not in self._record.states:
            return f"{spot.name} counts as territory of {self._places.state_name(spot.state)}. "
        if spot.since and spot.state:
            return (
                f"{spot.since[0].upper()}{spot.since[1:]} this was territory of {self._places.state_name(spot.state)}. "
            )
        return ""


_CRIME: Final = {
    "crime-against-humanity": "For a crime against humanity",
    "war-crime": "For a war crime",
    "genocide": "For genocide",
}


def _agreed(values: list[str]) -> str:
    return values[0] if len(set(values)) == 1 else "unknown"


def _ground(finding: Finding, label: str) -> str:
    """Whether a link holds: as the finding lists it, which has tried every way in which missing facts may turn out."""
    if finding.jurisdiction == "no":
        return "no"
    if finding.jurisdiction == "undetermined":
        return "unknown" if label in finding.grounds else "no"
    if label in finding.grounds:
        return "yes"
    found = _rule(finding, GROUNDS[label].id)
    return "unknown" if found is not None and found.value != "no" else "no"


def _bar(finding: Finding, label: str) -> str:
    held = label in finding.bars or (label == "paragraph-6" and any(b.endswith("para 6") for b in finding.bars))
    return ("yes" if finding.jurisdiction == "no" else "unknown") if held else "no"


def _rule(finding: Finding, ident: str) -> Reason | None:
    """The first reason under this rule in the opinion."""
    return next((r for top in finding.opinion for r in (top, *_below(top)) if r.rule == ident), None)


def _below(reason: Reason) -> Iterator[Reason]:
    for below in reason.reasons:
        yield below
        yield from _below(below)


def _said(finding: Finding) -> str:
    """The sentence of the opinion on which the territory turns."""
    bound = _rule(finding, BOUND_PLACE.id)
    held = finding.jurisdiction == "yes"
    if held and "12(2)(a)" in finding.grounds:
        turns = [(BOUND_PLACE.id, "yes"), (ACCEPTS_PLACE.id, "yes")]
    elif held and "13(b)" in finding.grounds:
        turns = [("referral-covers", "yes")]
    elif "12(2)(a)" in finding.grounds:
        turns = [(STATUS_SETTLED.id, "unknown"), (KEPT_PLACE.id, "unknown"), (NOT_EXCLUDED.id, "unknown")]
    elif "124" in finding.bars:
        turns = [(REFUSED_PLACE.id, "yes")]
    else:
        turns = []
    for ident, value in turns:
        found = _rule(finding, ident)
        if found is not None and found.value == value:
            return found.finding
    return bound.finding if bound else "No link through territory is known."


# -- cutting days -----------------------------------------------------------------------------------------


def _both(*spans: tuple[Any, Any]) -> Iterator[int]:
    for begin, end in spans:
        if begin:
            yield days.first(begin).toordinal()
        if end:
            yield days.last(end).toordinal() + 1


def _scopes(record: Record, within: set[str]) -> Iterator[int]:
    """Days of the situations and referrals that may concern a place in these areas."""
    for situation in record.situations.values():
        states = {s.removeprefix("state:") for s in situation.states}
        for scope in situation.scopes:
            if not scope.places or within & ({*scope.places} | states):
                yield from _both((scope.from_, scope.to), (scope.linked_elsewhere_from, None))
    for resolution in record.resolutions.values():
        yield from _both((resolution.effect_from, resolution.effect_to))
        if resolution.scope:
            yield from _both((resolution.scope.from_, resolution.scope.to))


def _of_state(record: Record, iso3: str, as_of: date) -> Iterator[int]:
    state = record.states[f"state:{iso3}"]
    yield from _both((state.existed_from, None))
    held = membership(state, as_of)
    if held:
        yield held.since.toordinal()
        if held.until:
            yield held.until.toordinal()
    for made in record.declarations.values():
        if made.state == state.id:
            yield from _both((made.on, None), (made.effect_from, made.effect_to))
            if made.scope:
                yield from _both((made.scope.from_, made.scope.to))
