"""Articles 5 to 8 and 22: which crimes the Court tries, and which act exists in which kind of armed conflict.

A charge is taken as it is made; these rules only ask whether the Statute knows it on the facts given. Where the kind
of conflict is not told, a war crime is still one if both lists of article 8 have it.
"""

from __future__ import annotations

from datetime import date

from hague.law.tree import All, AnyOf, Flag, Is, Not, Rule

FIRST_AMENDED = date(2012, 9, 26)
"""The day on which an amendment to article 8 first bound a Party."""

CORE = Is("case.crime", "genocide", "crime-against-humanity", "war-crime")
WAR = Is("case.crime", "war-crime")
AGGRESSION = Is("case.crime", "aggression")
JUSTICE = Is("case.crime", "offence-against-administration-of-justice")
INTERNATIONAL = Is("case.conflict", "international")
INTERNAL = Is("case.conflict", "non-international")

ARMED_CONFLICT = Rule(
    "armed-conflict",
    "8(2)",
    "A war crime presupposes an armed conflict; riots and sporadic violence are none.",
    Not(Flag("case.no_conflict")),
    yes="The charge presupposes an armed conflict.",
    no="There was no armed conflict, so there is no war crime.",
)

LISTED = Rule(
    "war-crime-known",
    "8(2)",
    "Article 8 must list the act for the kind of conflict in which it was done; analogy is not allowed (article 22).",
    All(
        ARMED_CONFLICT,
        AnyOf(
            All(INTERNATIONAL, Flag("case.listed_international")),
            All(INTERNAL, Flag("case.listed_internal")),
            All(Flag("case.listed_international"), Flag("case.listed_internal")),
        ),
    ),
    yes="Article 8 lists {case.act} for {case.conflict_words}: {case.paragraphs}.",
    no="Article 8 does not list {case.act} for {case.conflict_words}.",
    unknown="Article 8 lists {case.act} for one kind of conflict only, and the kind is not known.",
)

AMENDED = Rule(
    "war-crime-by-amendment",
    "121(5)",
    "The act became a war crime only by an amendment to article 8.",
    All(
        WAR,
        AnyOf(
            All(INTERNATIONAL, Flag("case.amended_international")),
            All(INTERNAL, Flag("case.amended_internal")),
            All(Flag("case.amended_international"), Flag("case.amended_internal")),
        ),
    ),
    yes="In {case.conflict_words}, {case.act} is a war crime only since the amendment {case.amendment}.",
    no="The charge rests on the Statute as adopted in 1998.",
    unknown="Whether the charge rests on an amendment depends on the kind of conflict.",
    since=FIRST_AMENDED,
)

SUBJECT_MATTER = Rule(
    "subject-matter",
    "5(1)",
    "The Court tries genocide, crimes against humanity, war crimes and the crime of aggression (and, under article 70, "
    "offences against its own administration of justice).",
    AnyOf(Not(WAR), LISTED),
    yes="{case.crime_words} is within the Court's subject matter.",
    no="The Statute does not know this war crime.",
    unknown="Whether the Statute knows this war crime cannot be told.",
)

BAR_8 = Rule(
    "no-such-war-crime",
    "8",
    "No such war crime, or no armed conflict.",
    All(WAR, Not(LISTED)),
    yes="Article 8 does not cover the charge.",
    no="Article 8 covers the charge.",
)
