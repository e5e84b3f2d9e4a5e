"""Articles 13(b) and 16: the Security Council. Its referrals have limits of place, time and person; its requests for
deferral suspend for twelve months and can be renewed.

Paragraph 6 of both referrals leaves the personnel that a State outside the Statute sends into an authorised operation
to that State. Nationals of Parties are not shielded, nor is anybody outside such an operation. No Chamber has tested
the clause; it is applied as written.
"""

from __future__ import annotations

from hague.law.amendments import REFERRED
from hague.law.subject_matter import CORE, JUSTICE
from hague.law.temporal import BOUND_NATIONALITY
from hague.law.tree import All, AnyOf, Compare, Every, Flag, Not, Rule, Some

IN_REFERRAL = Rule(
    "within-referral",
    "13(b)",
    "A referral by the Security Council needs no consent, and reaches what lies in its place and time.",
    All(
        Flag("place.referred"),
        Compare("place.referral_from", "<=", "case.day"),
        Compare("case.day", "<=", "place.referral_to"),
    ),
    yes="{place.name} lies within {place.referral}, from {place.referral_from}.",
    no="{place.referral_gap}.",
    unknown="Whether the conduct lies within a referral is not known.",
)

SHIELDED = Rule(
    "personnel-left-to-their-state",
    "13(b)",
    "The referral leaves personnel of authorised operations from non-Parties, other than the State concerned, to their "
    "own State (paragraph 6).",
    All(
        Flag("place.shields"),
        Flag("case.authorised_operation"),
        Every("nationality", All(Not(BOUND_NATIONALITY), Not(Compare("nationality.state", "=", "place.state")))),
    ),
    yes="Personnel of an authorised operation, from a State outside the Statute.",
    no="Not personnel of an authorised operation from a State outside the Statute.",
    unknown="Whether paragraph 6 takes the person out is not known.",
)

ASSUMED_REFERRAL = Rule(
    "assumed-referral",
    "13(b)",
    "The facts say that the Security Council refers the matter.",
    All(Flag("case.council_trigger"), REFERRED),
    yes="A referral by the Council is taken as given.",
    no="No referral is assumed.",
)

REFERRED_PLACE = Rule(
    "referral-covers",
    "13(b)",
    "A Council referral covers the conduct and the person.",
    All(CORE, IN_REFERRAL, Not(SHIELDED), REFERRED),
    yes="{place.referral} covers the conduct in {place.name}.",
    no="No referral covers the conduct in {place.name}.",
    unknown="Whether a referral covers the conduct in {place.name} is open.",
)

BAR_16 = Rule(
    "deferred",
    "16",
    "While a request of the Security Council runs, nothing is begun or continued against those it covers.",
    All(
        Not(JUSTICE),
        Flag("case.deferral_running"),
        Flag("case.authorised_operation"),
        Every("nationality", Not(BOUND_NATIONALITY)),
    ),
    yes="{case.deferral} is running and covers personnel of States outside the Statute.",
    no="No deferral is running that covers the person.",
)

BAR_PARAGRAPH_6 = Rule(
    "paragraph-6",
    "S/RES/1593 para 6, S/RES/1970 para 6",
    "Paragraph 6 of the referral leaves the person to the contributing State.",
    All(CORE, Some("place", All(IN_REFERRAL, SHIELDED))),
    yes="Paragraph 6 takes the person out of the referral.",
)

BAR_13_B = Rule(
    "referral-falls-short",
    "13(b)",
    "A referral about the State exists but does not reach the conduct.",
    All(CORE, Some("place", All(Flag("place.has_referral"), Not(IN_REFERRAL)))),
    yes="A referral exists and does not reach this place and time.",
)
REFERRAL_LINK = AnyOf(ASSUMED_REFERRAL, Some("place", REFERRED_PLACE))
