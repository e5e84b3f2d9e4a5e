"""Articles 11, 24, 126 and 127: from when, and until when.

The Statute entered into force on 1 July 2002, and for a State that joined later on the first day of the month after
the sixtieth day following its deposit. A withdrawal takes effect one year after the notice and takes nothing away from
a matter that the Court already had under consideration, which includes a preliminary examination. Whether anything
remains where nothing was pending is open.
"""

from __future__ import annotations

from datetime import date

from hague.law.subject_matter import JUSTICE
from hague.law.tree import All, AnyOf, Compare, Flag, Node, Not, Open, Rule, Slot

ENTRY_INTO_FORCE = date(2002, 7, 1)


def _state(slot: Slot) -> str:
    """The fact that names the State of a place or nationality."""
    return "place.state_name" if slot == "place" else "nationality.name"


def bound(slot: Slot) -> Rule:
    """Article 126: the Statute binds the State on the day of the conduct."""
    return Rule(
        f"bound-{slot}",
        "126",
        "The Statute binds a Party from its entry into force for it until the eve of its withdrawal.",
        All(Compare(f"{slot}.bound_from", "<=", "case.day"), Compare("case.day", "<", f"{slot}.left")),
        yes=f"The Statute has bound {{{_state(slot)}}} since {{{slot}.bound_from}}.",
        no=f"The Statute did not bind {{{_state(slot)}}} then: {{{slot}.membership}}.",
        unknown=f"Whether the Statute bound {{{_state(slot)}}} is not known.",
    )


def not_lost(slot: Slot) -> Rule:
    """Article 127(2): what a later withdrawal leaves within reach."""
    return Rule(
        f"survives-withdrawal-{slot}",
        "127(2)",
        "A withdrawal takes away nothing that was already under consideration when it took effect.",
        AnyOf(
            Not(Compare(f"{slot}.left", "<=", "case.as_of")),
            Flag(f"{slot}.considered"),
            Open("withdrawal-without-prior-matter"),
        ),
        yes=f"No withdrawal of {{{_state(slot)}}} stands in the way: {{{slot}.withdrawal}}.",
        no=f"{{{_state(slot)}}} withdrew with effect from {{{slot}.left}}, and nothing was pending by then.",
        unknown=f"{{{_state(slot)}}} withdrew with effect from {{{slot}.left}}, and nothing was under consideration by "
        "then; whether conduct from before stays within reach is not settled.",
        authority=(
            "decision:burundi-authorisation-2017-10-25",
            "decision:philippines-authorisation-2021-09-15",
        ),
    )


BOUND_PLACE, BOUND_NATIONALITY = bound("place"), bound("nationality")
KEPT_PLACE, KEPT_NATIONALITY = not_lost("place"), not_lost("nationality")

BAR_11_1 = Rule(
    "before-the-statute",
    "11(1)",
    "Nothing before 1 July 2002 is within reach, nor a disappearance in an attack that had ended by then.",
    All(
        Not(JUSTICE),
        AnyOf(
            Compare("case.day", "<", ENTRY_INTO_FORCE),
            All(Flag("case.disappearance"), Compare("case.attack_to", "<", ENTRY_INTO_FORCE)),
        ),
    ),
    yes="The conduct, or the attack of which it is part, lies before 1 July 2002.",
    no="The conduct is later than 1 July 2002.",
    unknown="Whether the conduct is later than 1 July 2002 cannot be told.",
)


def _joined_later(slot: Slot) -> Node:
    return All(Compare("case.day", "<", f"{slot}.bound_from"), Compare(f"{slot}.bound_from", "<=", "case.as_of"))


def _had_left(slot: Slot) -> Node:
    return All(Compare(f"{slot}.left", "<=", "case.day"), Compare(f"{slot}.left", "<=", "case.as_of"))


JOINED_LATER_PLACE, JOINED_LATER_NATIONALITY = _joined_later("place"), _joined_later("nationality")
HAD_LEFT_PLACE, HAD_LEFT_NATIONALITY = _had_left("place"), _had_left("nationality")
