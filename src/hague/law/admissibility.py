"""Articles 17, 18, 19, 20 and 53: is a case admissible beside what a State does?

The Court stands behind national courts. Inaction ends the inquiry; otherwise a State's case must concern the same
person and substantially the same conduct, by a State with jurisdiction, willing and able. After a final, genuine trial
inability no longer matters. Gravity is a separate test and comes on top.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from msgspec import Struct

from hague.law import settle
from hague.law.case import Case, Reason
from hague.law.consent import Row
from hague.law.facts import Reader
from hague.law.tree import All, AnyOf, Flag, Is, Node, Not, Rule
from hague.law.truth import NO, UNKNOWN, YES, of
from hague.record import Record

PROCEEDINGS = ("none", "investigating", "prosecuted", "acquitted", "convicted", "decided-not-to-prosecute")
_FACTS = (
    "national_proceedings", "same_person", "same_conduct", "unwilling", "unable", "gravity", "state_has_jurisdiction",
    "final", "hypothetical",
)  # fmt: skip


class Finding(Struct, frozen=True, kw_only=True):
    """Whether a case is admissible, and why. ``articles``: the limbs that decide (or would)."""

    admissible: Literal["yes", "no", "undetermined"]
    articles: tuple[str, ...]
    turns_on: tuple[str, ...] = ()
    settled_by: tuple[tuple[str, ...], ...] = ()
    presumed: tuple[str, ...] = ()
    opinion: tuple[Reason, ...] = ()


GENUINE = Rule(
    "genuine",
    "17(2), 17(3)",
    "A State's step counts only if it is able and willing genuinely to carry it out.",
    All(Not(Flag("case.unwilling")), Not(Flag("case.unable"))),
    yes="The State is willing and able.",
    no="The State is unwilling or unable genuinely to proceed.",
    unknown="Whether the State is willing and able is not known.",
)
SAME_CASE = Rule(
    "same-case",
    "17(1)",
    "The national case must concern the same person and substantially the same conduct.",
    All(Flag("case.same_person"), Flag("case.same_conduct")),
    yes="The same person, and substantially the same conduct.",
    no="Another person, or other conduct.",
    unknown="Whether person and conduct are the same is not known.",
    authority=("decision:kenya-admissibility-ruto-appeal-2011-08-30",),
)
COMPETENT = Rule(
    "state-has-jurisdiction",
    "17(1)(a)",
    "The State must have jurisdiction over the case.",
    Flag("case.state_has_jurisdiction"),
    yes="The State has jurisdiction.",
    no="The State has no jurisdiction over the case.",
    unknown="Whether the State has jurisdiction is not known.",
)
TRIED = Is("case.national_proceedings", "acquitted", "convicted")
FINAL = Flag("case.final")

BEING_PURSUED = Rule(
    "being-investigated-or-prosecuted",
    "17(1)(a)",
    "A case that a State with jurisdiction is genuinely investigating or prosecuting is left to it.",
    All(
        AnyOf(Is("case.national_proceedings", "investigating", "prosecuted"), All(TRIED, Not(FINAL))),
        COMPETENT,
        SAME_CASE,
        GENUINE,
    ),
    yes="A State is genuinely pursuing the same case.",
    no="No State is genuinely pursuing the same case.",
    unknown="Whether a State is genuinely pursuing the same case cannot be told.",
)
DROPPED = Rule(
    "decided-not-to-prosecute",
    "17(1)(b)",
    "A case that a State investigated and genuinely decided not to prosecute stays closed.",
    All(Is("case.national_proceedings", "decided-not-to-prosecute"), COMPETENT, SAME_CASE, GENUINE),
    yes="A State investigated and genuinely decided not to prosecute.",
    no="No genuine decision not to prosecute stands in the way.",
    unknown="Whether a genuine decision not to prosecute stands in the way cannot be told.",
)
ALREADY_TRIED = Rule(
    "already-tried",
    "17(1)(c), 20(3)",
    "A person finally tried for the same conduct is not tried again, unless the trial was meant to shield.",
    All(TRIED, FINAL, SAME_CASE, Not(Flag("case.unwilling"))),
    yes="The person has been finally and genuinely tried for the same conduct.",
    no="No final and genuine trial of the same case stands in the way.",
    unknown="Whether a final and genuine trial stands in the way cannot be told.",
    authority=("decision:gaddafi-admissibility-appeal-2020-03-09",),
)
GRAVE = Rule(
    "gravity",
    "17(1)(d)",
    "The case must be grave enough for the Court.",
    Flag("case.grave"),
    yes="The case is grave enough.",
    no="The case is not grave enough.",
    unknown="Gravity has not been assessed.",
)
ADMISSIBLE = Rule(
    "admissible",
    "17(1)",
    "A case is admissible unless a State deals or has dealt with it genuinely, or it lacks gravity.",
    All(Not(BEING_PURSUED), Not(DROPPED), Not(ALREADY_TRIED), GRAVE),
    yes="The case is admissible.",
    no="The case is not admissible.",
    unknown="Whether the case is admissible cannot be told.",
)
ROOTS: tuple[Node, ...] = (ADMISSIBLE,)


def assess(facts: Mapping[str, Any], as_of: date, record: Record, brief: bool = False) -> Finding:
    """The finding on ``facts``. Raises ``InputRefused`` with every problem of the facts."""
    read = Reader(facts, _FACTS)
    proceedings = read.one_of("national_proceedings", PROCEEDINGS)
    gravity = read.one_of("gravity", ("sufficient", "insufficient"))
    flags = {n: read.flag(n) for n in ("same_person", "same_conduct", "unwilling", "unable", "state_has_jurisdiction")}
    flags["final"] = read.flag("final")
    read.flag("hypothetical")
    read.refuse("The facts cannot be used.")
    row: Row = {f"case.{n}": of(v) for n, v in flags.items()}
    row |= {"case.national_proceedings": proceedings}
    row |= {"case.grave": of(None if gravity is None else gravity == "sufficient")}
    case = Case(row)
    value = case.decide(ADMISSIBLE)
    opinion = (case.reason(ADMISSIBLE, brief),)
    if value != UNKNOWN:
        return Finding(admissible="yes" if value == YES else "no", articles=_articles(case, value), opinion=opinion)
    sets = _settling(row)
    turns_on = tuple(dict.fromkeys(n for s in sets for n in s))
    ordered = tuple(n for n in _FACTS if n in turns_on)
    return Finding(
        admissible="undetermined",
        articles=_articles(case, value),
        turns_on=ordered,
        settled_by=tuple(sets),
        opinion=opinion,
    )


def _settling(row: Row) -> list[tuple[str, ...]]:
    missing: dict[str, tuple[Any, ...]] = {
        n.removeprefix("case."): (YES, NO)
        for n, v in row.items()
        if v == UNKNOWN and n not in ("case.national_proceedings", "case.grave")
    }
    if row["case.grave"] == UNKNOWN:
        missing["gravity"] = (YES, NO)
    if row["case.national_proceedings"] is None:
        missing["national_proceedings"] = PROCEEDINGS
    answers = {}
    for values in settle.assignments(missing):
        supposed = {f"case.{'grave' if n == 'gravity' else n}": v for n, v in zip(missing, values, strict=True)}
        answers[values] = Case(row | supposed).decide(ADMISSIBLE)
    return settle.settling_sets(list(missing), answers)


def _articles(case: Case, value: int) -> tuple[str, ...]:
    """The limbs that decide: those that make the case inadmissible, or the one through which it is admissible."""
    limbs = {"17(1)(a)": BEING_PURSUED, "17(1)(b)": DROPPED, "17(1)(c)": ALREADY_TRIED}
    not_grave = case.decide(GRAVE)
    if value == NO:
        found = [a for a, rule in limbs.items() if case.decide(rule) == YES]
        return tuple(_named(found)) + (("17(1)(d)",) if not_grave == NO else ())
    if value == UNKNOWN:
        found = [a for a, rule in limbs.items() if case.decide(rule) == UNKNOWN]
        return tuple(_named(found)) + (("17(1)(d)",) if not_grave == UNKNOWN else ())
    proceedings = case.facts["case.national_proceedings"]
    if proceedings == "none":
        return ("17(1)(a)", "17(1)(b)")
    if proceedings == "decided-not-to-prosecute":
        return ("17(1)(b)",)
    if proceedings in ("acquitted", "convicted"):
        return ("17(1)(c)", "20(3)")
    unable = case.facts["case.unable"] == YES and case.decide(All(COMPETENT, SAME_CASE)) == YES
    return ("17(1)(a)", "17(3)") if unable else ("17(1)(a)",)


def _named(limbs: list[str]) -> list[str]:
    return [a for limb in limbs for a in ((limb, "20(3)") if limb == "17(1)(c)" else (limb,))]
