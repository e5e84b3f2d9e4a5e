"""Article 70 and rules 162 to 165: offences against the Court's own administration of justice.

Part 2 of the Statute, hence article 12, does not apply to them (rule 163): no link of territory or nationality is
needed. They lapse after five years unless proceedings began in that time (rule 164); article 29 does not help.
"""

from __future__ import annotations

from hague.law.subject_matter import JUSTICE
from hague.law.tree import All, AnyOf, Compare, Flag, Not, Rule

IN_TIME = Rule(
    "within-limitation",
    "rule 164(2)",
    "Such an offence lapses five years after it was committed unless an investigation or prosecution began before.",
    AnyOf(Not(Compare("case.lapsed_from", "<=", "case.as_of")), Flag("case.prior_investigation")),
    yes="The five years have not run out, or proceedings began in time.",
    no="The five years ran out on {case.lapsed_from}.",
    unknown="The five years ran out on {case.lapsed_from}; whether proceedings began before is not known.",
)
OFFENCE = Rule(
    "offence-against-justice",
    "70(1)",
    "The Court tries offences against its administration of justice wherever and by whomever they are committed.",
    All(JUSTICE, IN_TIME),
    yes="The Court can try the offence whatever the place and nationality.",
    no="Not an offence that the Court can still try under article 70.",
    unknown="Whether the offence can still be tried is not known.",
    authority=("decision:bemba-et-al-judgment-2016-10-19",),
)
BAR_RULE_164 = Rule(
    "lapsed",
    "rule 164(2)",
    "The offence has lapsed.",
    All(JUSTICE, Not(IN_TIME)),
    yes="The offence has lapsed.",
)
