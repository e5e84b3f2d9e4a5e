"""Articles 8 bis, 15 bis, 15 ter and 25(3 bis): the crime of aggression.

Leaders only, acts from 17 July 2018. Without the Council: never by nationals of a non-Party or on its territory, nor
where a Party concerned has not accepted the amendments a year before (article 121(5), as the Assembly confirmed when
it activated the jurisdiction), nor where the attacking Party opted out. A Council referral sets these limits aside.
"""

from __future__ import annotations

from datetime import date

from hague.law.subject_matter import AGGRESSION
from hague.law.temporal import BOUND_NATIONALITY, BOUND_PLACE, KEPT_NATIONALITY, KEPT_PLACE
from hague.law.tree import All, AnyOf, Compare, Every, Flag, Not, Rule

ACTIVATION = date(2018, 7, 17)
_OWN_TRIGGER = All(AGGRESSION, Not(Flag("case.council_trigger")))

LEADER = Rule(
    "leader",
    "8bis(1)",
    "Only a person able to control or direct the State's political or military action commits aggression.",
    Flag("case.leader"),
    yes="A person in control of the State's action.",
    no="Not a person in control of the State's action.",
    unknown="Whether the person controlled the State's action is not known.",
    since=ACTIVATION,
)
ACTIVATED = Rule(
    "activated",
    "15bis(3)",
    "Jurisdiction over aggression begins with acts of 17 July 2018.",
    Not(Compare("case.day", "<", ACTIVATION)),
    yes="The act is later than the activation.",
    no="The act is earlier than 17 July 2018.",
    since=ACTIVATION,
)
PARTIES_ONLY = Rule(
    "parties-only",
    "15bis(5)",
    "Without the Council, no aggression by nationals of a non-Party or on its territory is tried.",
    All(Every("nationality", BOUND_NATIONALITY), Every("place", BOUND_PLACE)),
    yes="All States concerned are Parties.",
    no="A State concerned is not a Party.",
    unknown="Whether all States concerned are Parties is not known.",
    since=ACTIVATION,
)
ACCEPTED = Rule(
    "aggression-accepted",
    "121(5)",
    "Without the Council, each Party concerned must have accepted the amendments a year before.",
    All(
        Every(
            "nationality",
            AnyOf(Not(BOUND_NATIONALITY), Compare("nationality.aggression_from", "<=", "case.day")),
        ),
        Every("place", AnyOf(Not(BOUND_PLACE), Compare("place.aggression_from", "<=", "case.day"))),
    ),
    yes="Each Party concerned is bound by the amendments.",
    no="A Party concerned is not bound by the amendments.",
    unknown="Whether each Party concerned is bound by the amendments is not known.",
    since=ACTIVATION,
)
NOT_OPTED_OUT = Rule(
    "no-opt-out",
    "15bis(4)",
    "A Party may declare beforehand that it does not accept jurisdiction over its own acts of aggression.",
    Every("nationality", Not(Compare("nationality.opted_out_from", "<=", "case.day"))),
    yes="The attacking State has not opted out.",
    no="The attacking State opted out.",
    unknown="Whether the attacking State opted out is not known.",
    since=ACTIVATION,
)

_CONSENTED = All(_OWN_TRIGGER, ACTIVATED, LEADER, PARTIES_ONLY, ACCEPTED, NOT_OPTED_OUT)
AGGRESSION_TERRITORY = All(_CONSENTED, BOUND_PLACE, KEPT_PLACE)
AGGRESSION_NATIONALITY = All(_CONSENTED, BOUND_NATIONALITY, KEPT_NATIONALITY)
AGGRESSION_REFERRED = Rule(
    "aggression-referred",
    "15ter",
    "On a referral by the Council neither membership, acceptance nor opt-out matters.",
    All(AGGRESSION, Flag("case.council_trigger"), ACTIVATED, LEADER),
    yes="Referred by the Council.",
    no="Not referred by the Council, or outside what a referral can reach.",
    since=ACTIVATION,
)

BAR_8BIS = Rule(
    "no-leader",
    "8bis(1)",
    "Aggression is a crime of leaders.",
    All(AGGRESSION, Not(LEADER)),
    yes="No leader.",
    since=ACTIVATION,
)
BAR_25_3BIS = Rule(
    "no-leader-liability",
    "25(3bis)",
    "All modes of liability are for leaders only.",
    All(AGGRESSION, Not(LEADER)),
    yes="No leader.",
    since=ACTIVATION,
)
BAR_15BIS_3 = Rule(
    "not-activated",
    "15bis(3)",
    "Acts before 17 July 2018 are not tried.",
    All(AGGRESSION, Not(ACTIVATED)),
    yes="Too early.",
    since=ACTIVATION,
)
BAR_15BIS_4 = Rule(
    "opted-out",
    "15bis(4)",
    "The attacking Party opted out.",
    All(_OWN_TRIGGER, Not(NOT_OPTED_OUT)),
    yes="It opted out.",
    since=ACTIVATION,
)
BAR_15BIS_5 = Rule(
    "non-party-concerned",
    "15bis(5)",
    "A non-Party is concerned.",
    All(_OWN_TRIGGER, Not(PARTIES_ONLY)),
    yes="A non-Party is concerned.",
    since=ACTIVATION,
)
BAR_121_5 = All(_OWN_TRIGGER, Not(ACCEPTED))
