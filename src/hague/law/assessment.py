"""Kind ``jurisdiction``: from facts to a finding with its opinion.

The conduct is cut into stretches of time in which no rule changes; each is decided by the tree; the stretches are
joined: jurisdiction over any of them is jurisdiction, and what the others lack cuts them off. Where the answer is
unknown, every way in which the missing facts and open questions may turn out is tried, and what is found is put
together: the links that would hold, the bars that would defeat them, and what it turns on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Literal

from msgspec import Struct

from hague.law import settle
from hague.law.case import Case, Reason
from hague.law.consent import (
    Consent,
    Row,
    consent,
    deferral,
    nationality_row,
    place_row,
    supposed_row,
    unknown_row,
)
from hague.law.crimes import listing
from hague.law.facts import Conduct, conduct
from hague.law.jurisdiction import BARS, GROUNDS, JURISDICTION
from hague.law.situations import Conduct as Located
from hague.law.situations import covering
from hague.law.territory import ALWAYS, NEVER
from hague.law.tree import Open, walk
from hague.law.truth import NO, UNKNOWN, YES, of
from hague.record import Record, days

Verdict = Literal["yes", "no", "undetermined"]
_STATUTE = date(2002, 7, 1).toordinal()
_LABELS = ("11(2)", "12(2)", "12(3)", "13(b)")
"""Bars that say why there is no link at all."""


class Finding(Struct, frozen=True, kw_only=True):
    """Whether the Court may exercise jurisdiction, and why.

    ``grounds``: the links that hold (or would); ``bars``: the provisions that defeat it, cut part of it off, or would;
    ``turns_on``: missing facts or open questions; ``covered_from``, ``covered_to``: the part covered, where another is
    cut off (``covered_to`` is ``None`` where it goes on). ``settled_by``: the smallest sets that would settle an
    undetermined answer. ``presumed``: what was presumed where facts are missing.
    """

    jurisdiction: Verdict
    grounds: tuple[str, ...]
    bars: tuple[str, ...]
    turns_on: tuple[str, ...]
    situation: str | None
    covered_from: str | None = None
    covered_to: str | None = None
    settled_by: tuple[tuple[str, ...], ...] = ()
    presumed: tuple[str, ...] = ()
    opinion: tuple[Reason, ...] = ()
    """A reason for each stretch of time, in order."""


class Stretch(Struct, frozen=True, gc=False):
    """Days on which no rule changes for the case, as ordinals, both inclusive."""

    first: int
    last: int


class _Decided(Struct):
    """A stretch with its answer."""

    stretch: Stretch
    value: int
    case: Case


def assess(facts: Mapping[str, Any], as_of: date, record: Record, brief: bool = False) -> Finding:
    """The finding on ``facts``. Raises ``InputRefused`` with every problem of the facts."""
    given = conduct(facts, as_of, record)
    decided = [_decide(given, as_of, record, s) for s in _stretches(given, as_of, record)]
    presumed = _presumed(given)
    opinion = tuple(d.case.reason(JURISDICTION, brief) for d in decided)
    if given.begin is not None and any(d.value == YES for d in decided):
        joined = _joined(decided)
        return _finding(given, as_of, record, "yes", joined, (), (), presumed, opinion)
    if all(d.value == NO for d in decided):
        joined = _joined(decided)
        return _finding(given, as_of, record, "no", joined, (), (), presumed, opinion)
    return _undetermined(given, as_of, record, presumed, opinion)


# -- one stretch ------------------------------------------------------------------------------------------


def _decide(
    given: Conduct, as_of: date, record: Record, stretch: Stretch, suppose: Mapping[str, Any] | None = None
) -> _Decided:
    case = _case(given, as_of, record, stretch, suppose or {})
    return _Decided(stretch, case.decide(JURISDICTION), case)


def _case(given: Conduct, as_of: date, record: Record, stretch: Stretch, suppose: Mapping[str, Any]) -> Case:
    facts = dict(_case_facts(given, as_of, record))
    facts["case.day"] = stretch.first
    for name in ("conflict", "leader", "prior_investigation", "attack_to"):
        if name in suppose:
            facts[f"case.{name}"] = suppose[name]
    if "attack_to" in suppose:
        facts["case.attack_over"] = of(suppose["attack_to"] < _STATUTE)
    amendment = _amendment(given)
    places: list[Row] = [place_row(record, p, as_of, amendment) for p in given.places]
    nationalities: list[Row] = [nationality_row(record, n, as_of, amendment) for n in given.nationalities]
    places = [_considered("place", row, given, as_of, record) for row in places]
    nationalities = [_considered("nationality", row, given, as_of, record) for row in nationalities]
    if "places" in suppose:
        places = [_supposed_place(row, suppose["places"]) for row in places]
    if not places:
        places = [supposed_row("place", suppose["places"]) if "places" in suppose else unknown_row("place")]
    if not nationalities:
        known = "nationalities" in suppose
        row = supposed_row("nationality", suppose["nationalities"]) if known else unknown_row("nationality")
        nationalities = [row]
    answers = {k.removeprefix("open."): v for k, v in suppose.items() if k.startswith("open.")}
    return Case(facts, places, nationalities, answers)


def _supposed_place(row: Row, supposition: str) -> Row:
    """A place of which something is unknown, as it may turn out; ``within``: inside the area that was referred."""
    if row["place.state"] is None:
        return supposed_row("place", supposition)
    if row["place.referred"] == UNKNOWN:
        return row | {"place.referred": of(supposition in ("within", "party"))}
    return row


@lru_cache(maxsize=256)
def _case_facts(given: Conduct, as_of: date, record: Record) -> Row:
    found = listing(given.heading) if given.heading else None
    charged = given.act is not None
    international = found.international if found else ()
    internal = found.internal if found else ()
    running = deferral(record, as_of)
    paragraphs = {"international": international, "non-international": internal}.get(
        given.conflict or "", international + internal
    )
    return {
        "case.crime": given.crime,
        "case.crime_words": _CRIME_WORDS.get(given.crime or "", "The crime"),
        "case.act": f"the act “{found.name}”" if found else f"“{given.act}”" if given.act else "the act charged",
        "case.paragraphs": ", ".join(paragraphs) or "the charge is taken as made",
        "case.amendment": _amendment(given) or "none",
        "case.conflict": given.conflict,
        "case.conflict_words": _CONFLICT_WORDS[given.conflict],
        "case.no_conflict": of(given.conflict == "none"),
        "case.listed_international": of(bool(international) or not charged),
        "case.listed_internal": of(bool(internal) or not charged),
        "case.amended_international": of(bool(found and found.amended_international)),
        "case.amended_internal": of(bool(found and found.amended_internal)),
        "case.as_of": as_of.toordinal(),
        "case.age": 18 if given.age is None else given.age,
        "case.age_number": str(given.age),
        "case.age_words": "Presumed adult, as no age is told" if given.age is None else f"Aged {given.age} when acting",
        "case.legal_person": of(given.legal_person),
        "case.office": of(bool(given.capacity and given.capacity != "none")),
        "case.office_words": _office(given.capacity),
        "case.authorised_operation": of(bool(given.authorised_operation)),
        "case.leader": of(given.leader),
        "case.council_trigger": of(given.trigger == "unsc-referral"),
        "case.trigger_words": _TRIGGERS[given.trigger],
        "case.disappearance": of(given.act == "enforced-disappearance" and given.crime == "crime-against-humanity"),
        "case.attack_to": given.attack_to.toordinal() if given.attack_to else None,
        "case.attack_over": of(
            given.act == "enforced-disappearance"
            and given.attack_to is not None
            and given.attack_to.toordinal() < _STATUTE
        ),
        "case.deferral_running": of(running is not None),
        "case.deferral": running or "",
        "case.lapsed_from": days.years_after(given.end, 5).toordinal(),
        "case.prior_investigation": of(given.prior_investigation),
    }


_CRIME_WORDS = {
    "genocide": "Genocide",
    "crime-against-humanity": "A crime against humanity",
    "war-crime": "A war crime",
    "aggression": "The crime of aggression",
    "offence-against-administration-of-justice": "An offence against the administration of justice",
}


_CONFLICT_WORDS = {
    "international": "international armed conflict",
    "non-international": "internal armed conflict",
    "none": "a time without armed conflict",
    None: "armed conflict of a kind not told",
}


_TRIGGERS = {
    "state-referral": "A referral by a Party is taken as given.",
    "proprio-motu": "The Prosecutor's own motion, with authorisation, is taken as given.",
    "unsc-referral": "A referral by the Security Council is taken as given.",
    None: "A referral by a Party or the Prosecutor's own motion is presumed to be available.",
}


def _office(capacity: str | None) -> str:
    if capacity in (None, "none"):
        return "No office is in play, and none would matter before this Court."
    return f"The office ({str(capacity).replace('-', ' ')}) changes nothing before this Court."


def _amendment(given: Conduct) -> str | None:
    if given.heading is None or given.crime != "war-crime":
        return None
    found = listing(given.heading)
    return found.amended_internal or found.amended_international


def _considered(slot: str, row: Row, given: Conduct, as_of: date, record: Record) -> Row:
    """Whether the matter was under consideration before a withdrawal: only asked for a State that left."""
    left = row[f"{slot}.left"]
    if left is None or left > as_of.toordinal():
        return row
    begin = given.begin or given.end
    last = min(given.end.toordinal(), left - 1)
    first = max(begin.toordinal(), row[f"{slot}.bound_from"])
    if first > last:
        return row
    located = Located(given.crime, given.act, given.places, given.nationalities, first, last, given.conflict, True)
    return row | {f"{slot}.considered": of(covering(record, located, as_of, before=left) is not None)}


# -- cutting time -----------------------------------------------------------------------------------------


def _stretches(given: Conduct, as_of: date, record: Record) -> list[Stretch]:
    """The conduct cut at every day on which a rule may begin or cease to apply to it."""
    first = given.begin.toordinal() if given.begin else min(_STATUTE - 1, given.end.toordinal())
    last = given.end.toordinal()
    cuts = {first}
    if first < last:
        cuts |= {c for c in _cutting_days(given, as_of, record) if first < c <= last}
    ordered = sorted(cuts)
    return [Stretch(a, b - 1) for a, b in zip(ordered, [*ordered[1:], last + 1], strict=True)]


def _cutting_days(given: Conduct, as_of: date, record: Record) -> set[int]:
    days = {_STATUTE}
    if given.crime == "aggression":
        days.add(_ACTIVATION)
    states = {p.state for p in given.places if p.state} | set(given.nationalities)
    for iso3 in states:
        days |= _state_days(consent(record, iso3, as_of), _amendment(given))
    amendment = _amendment(given)
    for place in given.places:
        row = place_row(record, place, as_of, amendment)
        for begin, end in (
            ("disputed_from", None),
            ("excluded_from", "excluded_to"),
            ("referral_from", "referral_to"),
        ):
            for name, step in ((begin, 0), (end, 1)):
                if name and row[f"place.{name}"] not in (None, NEVER, ALWAYS):
                    days.add(row[f"place.{name}"] + step)
    return days


_ACTIVATION = date(2018, 7, 17).toordinal()


def _state_days(held: Consent, amendment: str | None) -> set[int]:
    days = {held.bound_from, held.left, held.opted_out_from}
    for begin, end in (
        held.accepts_territory, held.accepts_nationals, held.refuses_territory, held.refuses_nationals,
    ):  # fmt: skip
        days |= {begin, end + 1 if end < NEVER else NEVER}
    days |= {held.amendments.get(a, NEVER) for a in (amendment, "amendment:aggression-2010") if a}
    return days - {NEVER, ALWAYS, ALWAYS + 1}


# -- joining ----------------------------------------------------------------------------------------------


class _Joined(Struct):
    grounds: list[str]
    bars: list[str]
    covered: tuple[int, int] | None
    """First and last covered day, if any."""
    cut: bool


def _joined(decided: Sequence[_Decided]) -> _Joined:
    held = [d for d in decided if d.value == YES]
    lost = [d for d in decided if d.value != YES]
    grounds = [g for g, rule in GROUNDS.items() if any(d.case.decide(rule) == YES for d in held)]
    bars: set[str] = set()
    for run in _runs(decided):
        late = [d for d in run if d.stretch.first >= _STATUTE]
        for d in late or run:
            bars |= _bars(d)
    if held:
        bars -= {"12(2)"} if bars - {"12(2)"} else set()
    covered = (held[0].stretch.first, held[-1].stretch.last) if held else None
    return _Joined(grounds, [b for b in _ORDER if b in bars] + sorted(bars - set(_ORDER)), covered, bool(held and lost))


_ORDER = list(BARS)


def _runs(decided: Sequence[_Decided]) -> list[list[_Decided]]:
    """The runs of stretches that are cut off. What lies before 1 July 2002 only counts where nothing else does."""
    runs: list[list[_Decided]] = []
    previous_held = True
    for d in decided:
        if d.value == YES:
            previous_held = True
            continue
        if previous_held:
            runs.append([])
        runs[-1].append(d)
        previous_held = False
    return runs


def _bars(decided: _Decided) -> set[str]:
    """The labels that stand in the way of a stretch; those that may, where it is open or a missing fact tells which."""
    values = {label: decided.case.decide(rule) for label, rule in BARS.items()}
    least = YES if decided.value == NO and YES in values.values() else UNKNOWN
    found = {label for label, value in values.items() if value >= least}
    if "paragraph-6" in found:
        found.remove("paragraph-6")
        labels = {row["place.referral_label"] for row in decided.case.places}
        found |= {f"{label} para 6" for label in labels if label}
    return found


def _finding(
    given: Conduct,
    as_of: date,
    record: Record,
    verdict: Verdict,
    joined: _Joined,
    turns_on: Sequence[str],
    settled_by: Sequence[tuple[str, ...]],
    presumed: Sequence[str],
    opinion: tuple[Reason, ...],
) -> Finding:
    part = joined.covered if joined.cut else None
    last = part[1] if part else 0
    open_ended = given.continuing and last == given.end.toordinal()
    return Finding(
        jurisdiction=verdict,
        grounds=tuple(joined.grounds),
        bars=tuple(joined.bars),
        turns_on=tuple(turns_on),
        situation=_situation(given, as_of, record, joined.covered),
        covered_from=date.fromordinal(part[0]).isoformat() if part else None,
        covered_to=date.fromordinal(last).isoformat() if part and not open_ended else None,
        settled_by=tuple(settled_by),
        presumed=tuple(presumed),
        opinion=opinion,
    )


def _situation(given: Conduct, as_of: date, record: Record, covered: tuple[int, int] | None) -> str | None:
    if given.crime not in ("genocide", "crime-against-humanity", "war-crime") or given.begin is None:
        return None
    first, last = covered or (given.begin.toordinal(), given.end.toordinal())
    party = False
    for place in given.places:
        if place.state is not None:
            held = consent(record, place.state, as_of)
            party = party or held.bound_on(last) or held.accepts_territory[0] <= last <= held.accepts_territory[1]
    return covering(
        record,
        Located(given.crime, given.act, given.places, given.nationalities, first, last, given.conflict, party),
        as_of,
    )


# -- unknown answers --------------------------------------------------------------------------------------


def _undetermined(
    given: Conduct, as_of: date, record: Record, presumed: Sequence[str], opinion: tuple[Reason, ...]
) -> Finding:
    missing = _missing(given, as_of, record)
    outcomes: dict[settle.Assignment, tuple[str, _Joined]] = {}
    for values in settle.assignments(missing):
        outcomes[values] = _supposing(given, as_of, record, dict(zip(missing, values, strict=True)))
    answers = {values: verdict for values, (verdict, _) in outcomes.items()}
    verdicts = set(answers.values())
    if len(verdicts) == 1:
        verdict = verdicts.pop()
        joined = _merged([j for _, j in outcomes.values()], every=True)
        return _finding(given, as_of, record, verdict, joined, (), (), presumed, opinion)  # type: ignore[arg-type]
    sets = settle.settling_sets(list(missing), answers)
    turns_on = [name for name in missing if any(name in s for s in sets)]
    favourable = _merged([j for v, j in outcomes.values() if v == "yes"], every=False)
    adverse = _merged([j for v, j in outcomes.values() if v == "no"], every=False)
    if given.begin is None and len(adverse.bars) > 1:
        adverse.bars = [b for b in adverse.bars if b != "11(1)"]
    joined = _Joined(favourable.grounds, adverse.bars, favourable.covered, favourable.cut and given.begin is not None)
    printed = [tuple(n.removeprefix("open.") for n in s) for s in sets]
    return _finding(
        given,
        as_of,
        record,
        "undetermined",
        joined,
        [n.removeprefix("open.") for n in turns_on],
        printed,
        presumed,
        opinion,
    )


def _merged(found: Sequence[_Joined], *, every: bool) -> _Joined:
    """Several outcomes as one: links and bars of any of them (``every``: links of all of them)."""
    grounds = [g for g in GROUNDS if (all if every else any)(g in j.grounds for j in found)]
    bars = {b for j in found for b in j.bars}
    covered = [j.covered for j in found if j.covered]
    span = (max(c[0] for c in covered), min(c[1] for c in covered)) if covered else None
    return _Joined(
        grounds,
        [b for b in _ORDER if b in bars] + sorted(bars - set(_ORDER)),
        span,
        any(j.cut for j in found),
    )


_QUESTIONS = tuple(dict.fromkeys(n.question for root in (JURISDICTION,) for n in walk(root) if isinstance(n, Open)))


def _missing(given: Conduct, as_of: date, record: Record) -> dict[str, Sequence[Any]]:
    """Missing facts and open questions of the case, each with the values that could make a difference."""
    missing: dict[str, Sequence[Any]] = {}
    suppositions = ("party", "party-unamended", "outside")
    if not given.nationalities:
        missing["nationalities"] = suppositions
    if not given.places or any(p.state is None and p.kind != "land" for p in given.places):
        missing["places"] = suppositions
    elif any(place_row(record, p, as_of, None)["place.referred"] == UNKNOWN for p in given.places):
        missing["places"] = ("within", "outside")
    if given.begin is None:
        missing["from"] = range(len(_stretches(given, as_of, record)))
    if given.crime == "war-crime" and given.conflict is None:
        missing["conflict"] = ("international", "non-international")
    if given.crime == "aggression" and given.leader is None:
        missing["leader"] = (YES, NO)
    if given.crime == "offence-against-administration-of-justice" and given.prior_investigation is None:
        missing["prior_investigation"] = (YES, NO)
    if given.act == "enforced-disappearance" and given.attack_to is None:
        missing["attack_to"] = (as_of.toordinal(), _STATUTE - 1)
    touched = _touched(given, as_of, record)
    return missing | {f"open.{q}": (YES, NO) for q in _QUESTIONS if q in touched}


def _touched(given: Conduct, as_of: date, record: Record) -> set[str]:
    """The open questions on which anything in the case hangs: those that a try of either answer changes."""
    touched = set()
    for stretch in _stretches(given, as_of, record):
        plain = _decide(given, as_of, record, stretch).case
        for question in _QUESTIONS:
            for answer in (YES, NO):
                tried = _decide(given, as_of, record, stretch, {f"open.{question}": answer}).case
                if tried.memo != _same_rows(plain, tried):
                    touched.add(question)
    return touched


def _same_rows(plain: Case, tried: Case) -> dict[tuple[str, int, int], int]:
    """What ``plain`` remembers, under the row identities of ``tried``."""
    moved = {
        id(a): id(b)
        for a, b in zip([*plain.places, *plain.nationalities], [*tried.places, *tried.nationalities], strict=True)
    }
    return {(r, moved.get(p, p), moved.get(n, n)): v for (r, p, n), v in plain.memo.items()}


def _supposing(given: Conduct, as_of: date, record: Record, suppose: dict[str, Any]) -> tuple[str, _Joined]:
    """Verdict and labels if the missing facts turn out as supposed."""
    stretches = _stretches(given, as_of, record)
    if "from" in suppose:
        stretches = [stretches[suppose["from"]]]
    decided = [_decide(given, as_of, record, s, suppose) for s in stretches]
    verdict = "yes" if any(d.value == YES for d in decided) else "no"
    joined = _joined(decided)
    return verdict, joined


def _presumed(given: Conduct) -> list[str]:
    found = []
    if given.age is None:
        found.append("adult")
    if given.authorised_operation is None:
        found.append("not in an authorised operation")
    if given.crime == "war-crime" and given.conflict is None:
        found.append("an armed conflict")
    return found
