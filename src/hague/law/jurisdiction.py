"""Articles 11 to 16: may the Court exercise jurisdiction over this person's conduct?

The rule is short: a natural, adult person; a crime that the Statute knows; not before 1 July 2002; not suspended; and
at least one link. ``GROUNDS`` are the links, ``BARS`` what can defeat them, each under the label of its provision.
"""

from __future__ import annotations

from hague.law.acceptance import (
    ACCEPTS_PLACE,
    BAR_124,
    BAR_127_2,
    BAR_EXCLUSION,
    BY_DECLARATION,
    NATIONALITY,
    RAW_NATIONALITY,
    RAW_PLACE,
    TERRITORY,
)
from hague.law.administration_of_justice import BAR_RULE_164, OFFENCE
from hague.law.aggression import (
    AGGRESSION_NATIONALITY,
    AGGRESSION_REFERRED,
    AGGRESSION_TERRITORY,
    BAR_8BIS,
    BAR_15BIS_3,
    BAR_15BIS_4,
    BAR_15BIS_5,
    BAR_25_3BIS,
    BAR_121_5,
)
from hague.law.amendments import REACHED
from hague.law.council import BAR_13_B, BAR_16, BAR_PARAGRAPH_6, IN_REFERRAL, REFERRAL_LINK
from hague.law.persons import ADULT, BAR_25_1, BAR_26, NATURAL, OFFICE
from hague.law.subject_matter import AMENDED, BAR_8, CORE, FIRST_AMENDED, SUBJECT_MATTER
from hague.law.temporal import (
    BAR_11_1,
    ENTRY_INTO_FORCE,
    HAD_LEFT_NATIONALITY,
    HAD_LEFT_PLACE,
    JOINED_LATER_NATIONALITY,
    JOINED_LATER_PLACE,
)
from hague.law.tree import All, Always, AnyOf, Compare, Flag, Node, Not, Open, Rule, Some

BY_TERRITORY = Rule(
    "link-territory",
    "12(2)(a)",
    "Some of the conduct took place on the territory of a State that has consented.",
    AnyOf(Some("place", TERRITORY), Some("place", AGGRESSION_TERRITORY)),
    yes="A link through territory.",
    no="No link through territory.",
    unknown="A link through territory is open.",
)
BY_NATIONALITY = Rule(
    "link-nationality",
    "12(2)(b)",
    "The person holds the nationality of a State that has consented.",
    AnyOf(Some("nationality", NATIONALITY), Some("nationality", AGGRESSION_NATIONALITY)),
    yes="A link through nationality.",
    no="No link through nationality.",
    unknown="A link through nationality is open.",
)
BY_REFERRAL = Rule(
    "link-referral",
    "13(b)",
    "The Security Council has referred the situation; no consent is needed.",
    AnyOf(All(CORE, REFERRAL_LINK), AGGRESSION_REFERRED),
    yes="A link through a Council referral.",
    no="No link through a Council referral.",
    unknown="A link through a Council referral is open.",
)
LINK = Rule(
    "link",
    "12(2), 13",
    "Territory, nationality or a Council referral; or none is needed, under article 70.",
    AnyOf(BY_TERRITORY, BY_NATIONALITY, BY_REFERRAL, OFFENCE),
    yes="At least one link holds.",
    no="No link holds.",
    unknown="Whether a link holds cannot be told.",
)

TRIGGER = Rule(
    "trigger",
    "13, 14, 15",
    "A matter comes before the Court by referral of a Party, by referral of the Council, or by the Prosecutor's own "
    "motion with authorisation; a referral by a Party or own motion is presumed to be available.",
    Always(),
    yes="{case.trigger_words}",
)
NO_LIMITATION = Rule(
    "no-limitation",
    "29",
    "The crimes of the Court do not lapse with time; offences under article 70 do.",
    Always(),
    yes="No lapse of time bars the crimes of articles 5 to 8 bis.",
)

JURISDICTION = Rule(
    "jurisdiction",
    "5, 11 to 16",
    "The Court may exercise jurisdiction over the conduct of a natural, adult person, over a crime of the Statute, "
    "from 1 July 2002, not suspended by the Council, with a link.",
    All(NATURAL, ADULT, OFFICE, SUBJECT_MATTER, NO_LIMITATION, Not(BAR_11_1), Not(BAR_16), TRIGGER, LINK),
    yes="The Court may exercise jurisdiction.",
    no="The Court may not exercise jurisdiction.",
    unknown="Whether the Court may exercise jurisdiction cannot be told.",
)

GROUNDS: dict[str, Rule] = {
    "12(2)(a)": BY_TERRITORY,
    "12(2)(b)": BY_NATIONALITY,
    "12(3)": BY_DECLARATION,
    "13(b)": BY_REFERRAL,
    "70(1)": OFFENCE,
}

_UNLINKED = Rule(
    "no-consent-and-no-referral",
    "12(2), 13(b)",
    "No State concerned has consented, exceptions aside, and no referral reaches place and time; conduct that article "
    "11(1) puts out of reach is told by that alone.",
    All(
        CORE,
        Not(AnyOf(Some("place", RAW_PLACE), Some("nationality", RAW_NATIONALITY))),
        Not(AnyOf(Some("place", IN_REFERRAL), Flag("case.council_trigger"))),
        Not(Compare("case.day", "<", ENTRY_INTO_FORCE)),
        Not(Flag("case.attack_over")),
    ),
    yes="No State concerned has consented, and nothing was referred.",
    no="Some State has consented, or a referral reaches, or the conduct is out of reach anyhow.",
    unknown="Whether any State concerned has consented cannot be told.",
)

BAR_127_1 = Rule(
    "after-withdrawal",
    "127(1)",
    "The State's withdrawal had taken effect.",
    All(_UNLINKED, AnyOf(Some("place", HAD_LEFT_PLACE), Some("nationality", HAD_LEFT_NATIONALITY))),
    yes="The withdrawal had taken effect.",
)
BAR_11_2 = Rule(
    "before-membership",
    "11(2)",
    "The State, a Party now, was not bound yet.",
    All(
        _UNLINKED,
        AnyOf(
            Some("place", All(JOINED_LATER_PLACE, Not(ACCEPTS_PLACE))),
            Some("nationality", JOINED_LATER_NATIONALITY),
        ),
    ),
    yes="A State concerned was bound only later.",
)
BAR_12_3 = Rule(
    "declaration-falls-short",
    "12(3)",
    "A declaration, or an attempt at one, exists and does not reach the facts.",
    All(
        _UNLINKED,
        AnyOf(
            Some("place", All(Flag("place.declared"), Not(ACCEPTS_PLACE))),
            Some("nationality", Flag("nationality.declared")),
        ),
    ),
    yes="A declaration exists and does not reach the facts.",
)
BAR_12_2 = Rule(
    "no-link",
    "12(2)",
    "No State that has consented is concerned, and nothing was referred.",
    All(_UNLINKED, Not(BAR_11_2), Not(BAR_127_1), Not(BAR_16)),
    yes="There is no link at all.",
)
BAR_REFERRAL = Rule("referral-short", "13(b)", BAR_13_B.sentence, All(_UNLINKED, BAR_13_B), yes=BAR_13_B.yes)
BAR_121 = Rule(
    "amendment-not-accepted",
    "121(5)",
    "A crime or jurisdiction added by amendment does not reach the Parties that have not accepted it.",
    AnyOf(
        BAR_121_5,
        All(
            AMENDED,
            AnyOf(
                Some("place", All(RAW_PLACE, Not(REACHED))),
                All(Some("nationality", RAW_NATIONALITY), Not(Some("place", REACHED))),
                All(
                    AnyOf(Some("place", IN_REFERRAL), Flag("case.council_trigger")),
                    Not(Open("amendment-under-unsc-referral")),
                ),
            ),
        ),
    ),
    yes="The amendment does not reach the conduct.",
    since=FIRST_AMENDED,
)

BARS: dict[str, Rule] = {
    "11(1)": BAR_11_1,
    "11(2)": BAR_11_2,
    "12(2)": BAR_12_2,
    "12(3)": BAR_12_3,
    "13(b)": BAR_REFERRAL,
    "8": BAR_8,
    "8bis(1)": BAR_8BIS,
    "15bis(3)": BAR_15BIS_3,
    "15bis(4)": BAR_15BIS_4,
    "15bis(5)": BAR_15BIS_5,
    "16": BAR_16,
    "25(1)": BAR_25_1,
    "25(3bis)": BAR_25_3BIS,
    "26": BAR_26,
    "121(5)": BAR_121,
    "124": BAR_124,
    "127(1)": BAR_127_1,
    "127(2)": BAR_127_2,
    "rule164(2)": BAR_RULE_164,
    "territorial-exclusion": BAR_EXCLUSION,
    "paragraph-6": BAR_PARAGRAPH_6,
}
"""Label of a provision -> when it stands in the way. ``paragraph-6`` is printed with the referral's symbol."""
ROOTS: tuple[Node, ...] = (JURISDICTION, *GROUNDS.values(), *BARS.values())
