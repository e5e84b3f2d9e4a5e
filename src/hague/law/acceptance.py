"""Articles 12, 120 and 124: which State's consent carries the Court.

Consent of the State on whose territory some part of the conduct took place (a ship or aircraft counts as territory of
the State of registration), or of a State whose nationality the person holds. It comes with membership, or with a
declaration under article 12(3) lodged by somebody able to bind the State. Occupation or loss of control moves no
border. A new Party could refuse article 8 for seven years under article 124, which is still in force.
"""

from __future__ import annotations

from hague.law.amendments import REACHED
from hague.law.subject_matter import CORE, WAR
from hague.law.temporal import BOUND_NATIONALITY, BOUND_PLACE, KEPT_NATIONALITY, KEPT_PLACE
from hague.law.tree import All, AnyOf, Compare, Every, Flag, Node, Not, Open, Rule, Slot, Some

SAME_STATE = Compare("place.state", "=", "nationality.state")


def _within(slot: Slot, what: str) -> Node:
    return All(Compare(f"{slot}.{what}_from", "<=", "case.day"), Compare("case.day", "<=", f"{slot}.{what}_to"))


def _accepts(slot: Slot) -> Rule:
    named = "place.state_name" if slot == "place" else "nationality.name"
    return Rule(
        f"acceptance-{slot}",
        "12(3)",
        "A State outside the Statute can accept jurisdiction by declaration, also looking back, but not before "
        "1 July 2002.",
        _within(slot, "accepts"),
        yes=f"{{{named}}} accepted jurisdiction by declaration, from {{{slot}.accepts_from}}.",
        no=f"No declaration of {{{named}}} reaches the conduct.",
        unknown=f"Whether a declaration of {{{named}}} reaches the conduct is not known.",
    )


ACCEPTS_PLACE, ACCEPTS_NATIONALITY = _accepts("place"), _accepts("nationality")

STATUS_SETTLED = Rule(
    "territorial-status",
    "12(2)(a)",
    "It must be settled to which State the territory belongs for the Statute.",
    AnyOf(Compare("case.day", "<", "place.disputed_from"), Open("territorial-status")),
    yes="{place.name} counts as territory of {place.state_name}.",
    no="{place.name} does not count as territory of a State that has consented.",
    unknown="To which State {place.name} belongs for the Statute has not been settled.",
    authority=(
        "decision:palestine-jurisdiction-2021-02-05",
        "decision:georgia-authorisation-2016-01-27",
    ),
)

NOT_EXCLUDED = Rule(
    "territorial-declaration",
    "120",
    "Reservations are barred; whether a Party can leave out a territory by declaration has not been decided.",
    AnyOf(Not(_within("place", "excluded")), Open("effect-of-territorial-exclusion")),
    yes="No declaration leaves {place.name} out.",
    no="{place.state_name} left {place.name} out by declaration.",
    unknown="{place.state_name} left {place.name} out by declaration, and the effect of that is not settled.",
)

REFUSED_PLACE = Rule(
    "refusal-for-territory",
    "124",
    "A new Party may refuse jurisdiction over article 8 for seven years for crimes on its territory.",
    All(WAR, _within("place", "refuses")),
    yes="{place.state_name} refused article 8 on its territory until {place.refuses_to}.",
    no="No refusal by {place.state_name} touches its territory then.",
)
REFUSED_NATIONALITY = Rule(
    "refusal-for-nationals",
    "124",
    "A new Party may refuse jurisdiction over article 8 for seven years for crimes by its nationals; whether it can "
    "refuse for nationals alone is open.",
    All(
        WAR,
        _within("nationality", "refuses"),
        AnyOf(Not(Flag("nationality.selective")), Not(Open("selective-article-124-declaration"))),
    ),
    yes="{nationality.name} refused article 8 for its nationals until {nationality.refuses_to}.",
    no="No refusal by {nationality.name} touches its nationals then.",
    unknown="{nationality.name} refused article 8 for its nationals alone, and whether it can is not settled.",
)

FREE_PLACE = Rule(
    "article-124-and-territory",
    "124",
    "A refusal by the State of the territory defeats its consent; whether a refusal by the State of the national "
    "defeats the consent of another State's territory is open.",
    All(
        Not(REFUSED_PLACE),
        Every(
            "nationality",
            AnyOf(Not(REFUSED_NATIONALITY), All(Not(SAME_STATE), Open("article-124-and-territorial-acceptance"))),
        ),
    ),
    yes="Article 124 does not stand in the way of the territorial link.",
    no="A refusal under article 124 defeats the territorial link.",
    unknown="Whether a refusal under article 124 defeats the territorial link is not settled.",
)
FREE_NATIONALITY = Rule(
    "article-124-and-nationality",
    "124",
    "A refusal by the State of the national defeats its consent; whether a refusal by the State of the territory "
    "defeats the consent of the State of the national is open.",
    All(
        Not(REFUSED_NATIONALITY),
        Some(
            "place",
            AnyOf(Not(REFUSED_PLACE), All(Not(SAME_STATE), Open("article-124-and-territorial-acceptance"))),
        ),
    ),
    yes="Article 124 does not stand in the way of the link by nationality.",
    no="A refusal under article 124 defeats the link by nationality.",
    unknown="Whether a refusal under article 124 defeats the link by nationality is not settled.",
)

TERRITORY = Rule(
    "territory",
    "12(2)(a)",
    "The State on whose territory some part of the conduct took place is a Party or has accepted jurisdiction.",
    All(
        CORE,
        STATUS_SETTLED,
        AnyOf(All(BOUND_PLACE, KEPT_PLACE), ACCEPTS_PLACE),
        NOT_EXCLUDED,
        FREE_PLACE,
        REACHED,
    ),
    yes="{place.name}: its State has consented, and some of the conduct took place there.",
    no="{place.name}: no link through territory.",
    unknown="{place.name}: a link through territory is open.",
    authority=("decision:bangladesh-myanmar-jurisdiction-2018-09-06",),
)
NATIONALITY = Rule(
    "nationality",
    "12(2)(b)",
    "A State whose nationality the person holds is a Party or has accepted jurisdiction; one of several is enough.",
    All(
        CORE,
        AnyOf(All(BOUND_NATIONALITY, KEPT_NATIONALITY), ACCEPTS_NATIONALITY),
        FREE_NATIONALITY,
        Some("place", REACHED),
    ),
    yes="{nationality.name}: a State whose nationality the person holds has consented.",
    no="{nationality.name}: no link through nationality.",
    unknown="{nationality.name}: a link through nationality is open.",
)

RAW_PLACE = Rule(
    "consent-of-territory",
    "12(2)(a)",
    "The State of the territory has consented, exceptions aside.",
    All(CORE, STATUS_SETTLED, AnyOf(BOUND_PLACE, ACCEPTS_PLACE)),
    yes="{place.state_name} has consented, exceptions aside.",
    no="{place.state_name} has not consented.",
    unknown="Whether {place.state_name} has consented is open.",
)
RAW_NATIONALITY = Rule(
    "consent-of-nationality",
    "12(2)(b)",
    "The State of the nationality has consented, exceptions aside.",
    All(CORE, AnyOf(BOUND_NATIONALITY, ACCEPTS_NATIONALITY)),
    yes="{nationality.name} has consented, exceptions aside.",
    no="{nationality.name} has not consented.",
    unknown="Whether {nationality.name} has consented is not known.",
)

BY_DECLARATION = Rule(
    "by-declaration",
    "12(3)",
    "The consent comes from a declaration rather than from membership.",
    AnyOf(
        Some("place", All(TERRITORY, ACCEPTS_PLACE, Not(BOUND_PLACE))),
        Some("nationality", All(NATIONALITY, ACCEPTS_NATIONALITY, Not(BOUND_NATIONALITY))),
    ),
    yes="The consent rests on a declaration.",
)

BAR_124 = Rule(
    "refused",
    "124",
    "A refusal under article 124 defeats consent that would otherwise be there.",
    AnyOf(
        Some("place", All(RAW_PLACE, Not(FREE_PLACE))),
        Some("nationality", All(RAW_NATIONALITY, Not(FREE_NATIONALITY))),
    ),
    yes="Article 124 shuts out the charge.",
)
BAR_EXCLUSION = Rule(
    "territorial-exclusion",
    "120",
    "A territorial declaration leaves the place out.",
    Some("place", All(RAW_PLACE, Not(NOT_EXCLUDED))),
    yes="The place was left out by declaration.",
)
BAR_127_2 = Rule(
    "nothing-pending-at-withdrawal",
    "127(2)",
    "The State left, and nothing was under consideration when it did.",
    AnyOf(
        Some("place", All(RAW_PLACE, Not(KEPT_PLACE), Not(ACCEPTS_PLACE))),
        Some("nationality", All(RAW_NATIONALITY, Not(KEPT_NATIONALITY), Not(ACCEPTS_NATIONALITY))),
    ),
    yes="Nothing was under consideration when the withdrawal took effect.",
)
