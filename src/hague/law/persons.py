"""Articles 25, 26 and 27: whom the Court can try. Natural persons, adult when they acted, whatever their office.

Two presumptions: a person whose age is not told is adult, and one of whom nothing is told is a natural person.
"""

from __future__ import annotations

from hague.law.tree import Always, Compare, Flag, Not, Rule

NATURAL = Rule(
    "natural-person",
    "25(1)",
    "The Court tries natural persons only.",
    Not(Flag("case.legal_person")),
    yes="A natural person.",
    no="Not a natural person; the seat or nationality of a company does not help.",
)

ADULT = Rule(
    "adult",
    "26",
    "Nobody who was under eighteen when acting is tried.",
    Not(Compare("case.age", "<", 18)),
    yes="{case.age_words}.",
    no="Aged {case.age_number}, under eighteen, when acting.",
)

OFFICE = Rule(
    "office-no-bar",
    "27",
    "Office, also that of a head of State, neither shields from the Court nor from its jurisdiction.",
    Always(),
    yes="{case.office_words}",
    authority=("decision:jordan-referral-appeal-2019-05-06",),
)

BAR_25_1 = Rule(
    "legal-person",
    "25(1)",
    "A company, group or State is not tried.",
    Not(NATURAL),
    yes="Not a natural person.",
)
BAR_26 = Rule("minor", "26", "A person under eighteen is not tried.", Not(ADULT), yes="Under eighteen when acting.")
