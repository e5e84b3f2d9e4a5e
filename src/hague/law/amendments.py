"""Article 121(5): crimes added to article 8 bind a Party one year after it deposits its acceptance.

Where the territory or the national belongs to a Party that is not bound, the Court is shut out. For States that are
not Parties the text is silent; the Assembly's understanding and part of the scholars draw them in, no Chamber has
ruled. Whether a referral by the Security Council reaches such crimes is open too.
"""

from __future__ import annotations

from hague.law.subject_matter import AMENDED, FIRST_AMENDED
from hague.law.temporal import BOUND_NATIONALITY, BOUND_PLACE
from hague.law.tree import All, AnyOf, Compare, Every, Node, Not, Open, Rule, Slot, Some


def _accepted(slot: Slot, bound: Rule) -> Node:
    return All(bound, Compare(f"{slot}.amended_from", "<=", "case.day"))


def _left_out(slot: Slot, bound: Rule) -> Node:
    return All(bound, Compare("case.day", "<", f"{slot}.amended_from"))


PLACE_LEFT_OUT = Rule(
    "party-of-territory-not-bound-by-amendment",
    "121(5)",
    "A crime added by amendment is not tried where it was committed on the territory of a Party not bound by it.",
    _left_out("place", BOUND_PLACE),
    yes="{place.state_name} is a Party and the amendment did not bind it then: {place.amendment}.",
    no="{place.state_name} is no Party left outside it ({place.membership}; {place.amendment}).",
    unknown="Whether {place.state_name} was bound by the amendment is not known.",
    since=FIRST_AMENDED,
)
NATIONALITY_LEFT_OUT = Rule(
    "party-of-national-not-bound-by-amendment",
    "121(5)",
    "A crime added by amendment is not tried where a national of a Party not bound by it committed it.",
    _left_out("nationality", BOUND_NATIONALITY),
    yes="{nationality.name} is a Party and the amendment did not bind it then: {nationality.amendment}.",
    no="{nationality.name} is no Party left outside it ({nationality.membership}; {nationality.amendment}).",
    unknown="Whether {nationality.name} was bound by the amendment is not known.",
    since=FIRST_AMENDED,
)

REACHED = Rule(
    "amendment-reaches",
    "121(5)",
    "An added crime is within reach where no Party left outside it is touched; where only one side is a Party bound by "
    "it and the other no Party at all, the text is silent.",
    AnyOf(
        Not(AMENDED),
        All(
            Not(PLACE_LEFT_OUT),
            Every("nationality", Not(NATIONALITY_LEFT_OUT)),
            AnyOf(
                All(
                    _accepted("place", BOUND_PLACE),
                    Some("nationality", _accepted("nationality", BOUND_NATIONALITY)),
                ),
                Open("121(5)-and-non-parties"),
            ),
        ),
    ),
    yes="Article 121(5) does not stand in the way.",
    no="Article 121(5) shuts out the added crime.",
    unknown="A State that is not a Party is touched, of which article 121(5) says nothing.",
    since=FIRST_AMENDED,
)

REFERRED = Rule(
    "amendment-under-referral",
    "121(5)",
    "Whether a Council referral reaches a crime added by amendment is open.",
    AnyOf(Not(AMENDED), Open("amendment-under-unsc-referral")),
    yes="The charge rests on the original Statute.",
    no="The added crime is not reached through the referral.",
    unknown="The charge rests on an amendment, and whether a referral reaches it is not settled.",
    since=FIRST_AMENDED,
)
