"""The shape of the public record.

Everything on record is an *entry* (a State, a situation, a person ...) that has a stable ``id`` and carries
*facts*. A fact names its sources; most facts are *events*: something that happened ``on`` a day and could be
known from ``public_on`` (the same day unless said otherwise: a sealed warrant is issued first and public later).
What holds on a day (a membership, the stage of a case) is computed from events and never stored.

One file holds one entry: ``record/states/PSE.yaml``, ``record/persons/vladimir-putin.yaml``. Sources are listed by
subject in ``record/sources/*.yaml``. Every type here is frozen and refuses fields that it does not know.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from hague.record.days import PartialDay
from hague.record.spelled import spelled

Slug = Annotated[str, spelled(r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Ref = Annotated[str, spelled(r"^(icc|otp|registry|presidency|asp|tfv|[a-z-]+:[A-Za-z0-9][A-Za-z0-9.()/_-]*)$")]
"""An id on record: ``state:PSE``, ``person:vladimir-putin``, ``chamber:ptc-1``, ``org:un``, ``icc``, ``otp``."""
PlaceCode = Annotated[str, spelled(r"^([A-Z]{3}|[A-Z]{2}-[A-Z0-9]{1,3}|X-[A-Z0-9-]+)$")]
"""ISO 3166-1 alpha-3, ISO 3166-2, or ``X-NAME`` for an area that has no code of its own."""
Sources = Annotated[tuple[Slug, ...], Meta(min_length=1)]
Wikidata = Annotated[str, spelled(r"^Q[1-9]\d*$")]
Standing = Literal["confirmed", "reported"]

Crime = Literal[
    "genocide",
    "crime-against-humanity",
    "war-crime",
    "aggression",
    "offence-against-administration-of-justice",
]


class _Base(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    gc=False,
    rename={"from_": "from"},
):
    pass


class About(_Base, frozen=True, kw_only=True):
    """The record as a whole, ``record/about.yaml``."""

    title: str
    reviewed: Annotated[str, spelled(r"^\d{4}-\d{2}-\d{2}$")]
    """The last day on which the record was gone through; nothing later is in it."""
    licence: str


class Source(_Base, frozen=True, kw_only=True):
    """Where a reader can see it. ``access`` says whether the text itself was read for this record, or is known
    through another source that cites it."""

    id: Slug
    title: str
    publisher: str
    url: Annotated[str, spelled(r"https?://\S+")]
    kind: Literal[
        "court", "depositary", "assembly", "un", "state", "treaty", "scholarship", "ngo", "press", "reference",
    ]  # fmt: skip
    published: PartialDay | None = None
    access: Literal["read", "cited"] = "read"
    note: str | None = None


class Variant(_Base, frozen=True, kw_only=True):
    """What another source says instead, kept beside the value that was chosen."""

    says: str
    sources: Sources
    why_not: str
    """Why the entry follows its own sources rather than this one."""


class Fact(_Base, frozen=True, kw_only=True):
    sources: Sources
    standing: Standing = "confirmed"
    """``reported``: one secondary source only."""
    note: str | None = None
    also: tuple[Variant, ...] = ()


class Event(Fact, frozen=True, kw_only=True):
    on: PartialDay
    public_on: PartialDay | None = None
    """When it could be known; ``None`` means the day it happened."""
    by: tuple[Ref, ...] = ()
    """Who did it."""


class Name(Fact, frozen=True, kw_only=True):
    """A former or other name, with the days between which it was in use where they matter."""

    name: str
    kind: Literal["former", "official", "transliteration", "alias", "ucdp", "original-script"]
    from_: PartialDay | None = None
    to: PartialDay | None = None


class Scope(Fact, frozen=True, kw_only=True):
    """Limits in time, place, persons and subject of a situation, referral or declaration.

    ``from_`` and ``to`` are inclusive and ``None`` is open. ``places`` empty means no limit in place;
    ``or_nationals_of`` adds conduct anywhere by nationals of these States (territory *or* nationality);
    ``only_nationals_of`` limits to them. ``known_on`` is when this scope became public.
    """

    known_on: PartialDay
    from_: PartialDay | None = None
    to: PartialDay | None = None
    places: tuple[PlaceCode, ...] = ()
    or_nationals_of: tuple[Ref, ...] = ()
    only_nationals_of: tuple[Ref, ...] = ()
    vessels_of: tuple[Ref, ...] = ()
    partly_on_party_territory: bool = False
    """Conduct of which at least a part took place on the territory of a Party."""
    linked_elsewhere_from: PartialDay | None = None
    """Conduct on other Parties' territory linked to the situation, from this day."""
    crimes: tuple[Crime, ...] = ()
    subject: str | None = None
    """A limit that dates and places cannot express, in words."""


# -- States -----------------------------------------------------------------------------------------------

StateEventKind = Literal[
    "signed",
    "unsigned",  # told the depositary that it does not intend to become a Party
    "ratified",
    "acceded",
    "accepted",
    "approved",
    "succeeded",
    "in-force",  # as printed by the depositary; compared with article 126
    "instrument-recalled",  # taken back before entry into force
    "withdrawal-announced",
    "withdrawal-notified",
    "withdrawal-revoked",
    "withdrawal-effective",
    "amendment-accepted",
    "amendment-in-force",
    "privileges-signed",  # agreement on privileges and immunities of the Court
    "privileges-bound",
    "article-98-agreement-signed",
    "article-98-agreement-in-force",
    "article-98-agreement-ended",
    "other",
]


class StateEvent(Event, frozen=True, kw_only=True):
    event: StateEventKind
    amendment: Ref | None = None
    with_state: Ref | None = None
    notification: str | None = None
    """Depositary notification, ``C.N.63.2015.TREATIES-XVIII.10``."""
    text: str | None = None


class State(_Base, frozen=True, kw_only=True):
    """A State, or a place treated as one by somebody; ``kind`` says which."""

    id: Annotated[str, spelled(r"^state:[A-Z]{3}$")]
    name: str
    official_name: str
    kind: Literal["un-member", "un-observer", "other-state", "place"]
    iso2: Annotated[str, spelled(r"^[A-Z]{2}$")]
    iso3: Annotated[str, spelled(r"^[A-Z]{3}$")]
    sources: Sources
    un_member_since: PartialDay | None = None
    existed_from: PartialDay | None = None
    """First day as a State, where it lies after 1 January 1989."""
    regional_group: Literal["african", "asia-pacific", "eastern-european", "grulac", "weog"] | None = None
    names: tuple[Name, ...] = ()
    demonyms: tuple[str, ...] = ()
    """Adjectives and nouns for its people: ``Russian``, ``Russians``."""
    capital: str | None = None
    """Seat of government, whose name stands for the government in news."""
    gleditsch_ward: int | None = None
    ucdp_name: str | None = None
    wikidata: Wikidata | None = None
    dependent_territories: tuple[PlaceCode, ...] = ()
    note: str | None = None
    history: tuple[StateEvent, ...] = ()


class Declaration(Event, frozen=True, kw_only=True):
    """A declaration under or about the Statute. ``on`` is the day of lodging (or deposit with the instrument)."""

    id: Annotated[str, spelled(r"^declaration:[a-z0-9-]+$")]
    state: Ref
    kind: Literal["12(3)", "124", "15bis(4)", "territorial", "interpretative"]
    text: str
    """What it says, in our words."""
    effect_from: PartialDay | None = None
    effect_to: PartialDay | None = None
    withdrawn_on: PartialDay | None = None
    scope: Scope | None = None
    valid: bool = True
    """``False`` for a paper that came from someone unable to bind the State; ``why_invalid`` says who found so."""
    why_invalid: str | None = None
    excludes: tuple[PlaceCode, ...] = ()
    """Territories left out by a territorial declaration."""


class Amendment(Event, frozen=True, kw_only=True):
    """An amendment to the Statute. ``on`` is the day of adoption."""

    id: Annotated[str, spelled(r"^amendment:[a-z0-9-]+$")]
    name: str
    resolution: str
    provisions: tuple[str, ...]
    enters_by: Literal["121(4)", "121(5)", "122"]
    in_force_from: PartialDay | None = None
    """Day on which it first entered into force for any Party."""
    text: str
    depositary_reference: str | None = None


class Resolution(Event, frozen=True, kw_only=True):
    """A Security Council resolution that refers a situation or defers proceedings. ``on`` is the day of adoption."""

    id: Annotated[str, spelled(r"^resolution:[a-z0-9-]+$")]
    symbol: str
    kind: Literal["referral", "deferral", "draft-referral-vetoed", "other"]
    text: str
    situation: Ref | None = None
    scope: Scope | None = None
    excludes_personnel: bool = False
    """Leaves personnel of operations it authorises, from non-Parties, to their own State (paragraph 6)."""
    obliges: tuple[Ref, ...] = ()
    """States (and parties) that shall cooperate fully."""
    effect_from: PartialDay | None = None
    effect_to: PartialDay | None = None
    votes: str | None = None
    abstained: tuple[Ref, ...] = ()
    against: tuple[Ref, ...] = ()
    council: tuple[Ref, ...] = ()
    """The members of the Council on that day: who neither abstained nor voted against voted in favour."""


# -- situations, persons, decisions -----------------------------------------------------------------------

SituationEventKind = Literal[
    "state-referral",
    "unsc-referral",
    "article-12-3-declaration",
    "communications-received",
    "examination-opened",
    "examination-made-public",
    "examination-phase",
    "examination-closed",
    "examination-reopened",
    "authorisation-requested",
    "authorisation-granted",
    "authorisation-refused",
    "authorisation-amended",
    "investigation-opened",
    "investigation-suspended",
    "investigation-resumed",
    "investigation-concluded",
    "not-to-investigate",
    "review-requested",
    "reconsideration-ordered",
    "decision-maintained",
    "jurisdiction-ruling",
    "deferral-requested",
    "scope-extended",
    "seizure-noted",
    "other",
]


class SituationEvent(Event, frozen=True, kw_only=True):
    event: SituationEventKind
    decision: Ref | None = None
    text: str | None = None


class Situation(_Base, frozen=True, kw_only=True):
    id: Annotated[str, spelled(r"^situation:[a-z0-9-]+$")]
    name: str
    kind: Literal["investigation", "preliminary-examination"]
    """The furthest stage that it reached; where it stands on a day is computed from ``history``."""
    sources: Sources
    aliases: tuple[str, ...] = ()
    states: tuple[Ref, ...] = ()
    number: str | None = None
    """The Court's number, ``ICC-01/18``."""
    trigger: Literal["state-referral", "unsc-referral", "proprio-motu", "article-12-3"] | None = None
    scopes: tuple[Scope, ...] = ()
    wikidata: Wikidata | None = None
    note: str | None = None
    history: tuple[SituationEvent, ...] = ()


PersonEventKind = Literal[
    "warrant-requested",
    "warrant-refused",
    "warrant-issued",
    "warrant-unsealed",
    "warrant-amended",
    "warrant-ended",  # withdrawn, vacated, or replaced
    "summons-requested",
    "summons-issued",
    "summons-unsealed",
    "arrested",
    "detained-elsewhere",
    "released-elsewhere",
    "surrendered",
    "first-appearance",
    "confirmation-hearing",
    "charges-confirmed",
    "charges-declined",
    "charges-withdrawn",
    "charges-amended",
    "case-inadmissible",
    "case-admissible",
    "case-severed",
    "case-terminated",
    "unfit-for-trial",
    "fit-for-trial",
    "trial-opened",
    "trial-closed",
    "convicted",
    "acquitted",
    "no-case-to-answer",
    "proceedings-vacated",
    "sentenced",
    "sentence-reduced",
    "appeal-lodged",
    "conviction-confirmed",
    "conviction-reversed",
    "acquittal-confirmed",
    "sentence-confirmed",
    "sentence-amended",
    "appeal-decided",
    "interim-release",
    "released",
    "sentence-served",
    "transferred-to-serve",
    "returned-to-custody",
    "reparations-ordered",
    "reparations-amended",
    "compensation-refused",
    "acquittal-appealed",
    "in-absentia-hearing",
    "died",
    "death-reported",
    "other",
]


class Sentence(_Base, frozen=True, kw_only=True):
    years: float | None = None
    months: int | None = None
    life: bool = False
    fine_euro: int | None = None


class PersonEvent(Event, frozen=True, kw_only=True):
    event: PersonEventKind
    decision: Ref | None = None
    place: PlaceCode | None = None
    to: Ref | None = None
    sentence: Sentence | None = None
    case: str | None = None
    """Case number where the person has more than one case."""
    text: str | None = None


class Charge(Fact, frozen=True, kw_only=True):
    """One charge. ``since`` is the day on which it was first brought publicly; the outcome has a day of its own."""

    crime: Crime
    act: Slug
    article: str
    """Paragraph of the Statute, ``8(2)(a)(vii)``."""
    since: PartialDay
    mode: str | None = None
    """Mode of liability, ``25(3)(a)``, ``28(a)``."""
    case: str | None = None
    outcome: (
        Literal["confirmed", "declined", "withdrawn", "convicted", "acquitted", "reversed", "terminated"] | None
    ) = None
    outcome_on: PartialDay | None = None
    confirmed_on: PartialDay | None = None


class Office(Fact, frozen=True, kw_only=True):
    """An office held. ``body`` is the State or organ; ``capacity`` is the legal kind of office."""

    title: str
    body: Ref
    capacity: Literal[
        "head-of-state", "head-of-government", "minister", "other-official", "armed-forces", "armed-group",
        "prosecutor", "deputy-prosecutor", "judge", "president-of-court", "vice-president-of-court", "registrar",
        "deputy-registrar", "assembly-president", "spokesperson", "leader", "other",
    ]  # fmt: skip
    from_: PartialDay | None = None
    to: PartialDay | None = None


class Nationality(Fact, frozen=True, kw_only=True):
    state: Ref


class Person(_Base, frozen=True, kw_only=True):
    """Anyone on record: before the Court if ``history`` is not empty, else an official or another public figure."""

    id: Annotated[str, spelled(r"^person:[a-z0-9-]+$")]
    name: str
    sources: Sources
    aliases: tuple[str, ...] = ()
    """Other spellings and the short forms in which news names the person."""
    gender: Literal["female", "male"] | None = None
    """Only where a source uses the pronoun; it serves the reading of pronouns."""
    nationalities: tuple[Nationality, ...] = ()
    born: PartialDay | None = None
    offices: tuple[Office, ...] = ()
    situation: Ref | None = None
    cases: tuple[str, ...] = ()
    """Case numbers, ``ICC-01/04-01/06``."""
    case_name: str | None = None
    charges: tuple[Charge, ...] = ()
    wikidata: Wikidata | None = None
    note: str | None = None
    history: tuple[PersonEvent, ...] = ()


class Decision(Event, frozen=True, kw_only=True):
    """A ruling. ``by`` is the Chamber; ``holding`` is in our own words."""

    id: Annotated[str, spelled(r"^decision:[a-z0-9-]+$")]
    title: str
    subject: Literal[
        "jurisdiction", "admissibility", "immunity", "cooperation", "authorisation", "review-of-prosecutor", "warrant",
        "confirmation", "judgment", "sentence", "appeal", "reparations", "amicus", "disqualification", "release",
        "in-absentia", "other",
    ]  # fmt: skip
    holding: str
    details: tuple[str, ...] = ()
    """Further points, a sentence each, in our own words: votes and dissents, sums, numbers, deadlines, grounds."""
    number: str | None = None
    situation: Ref | None = None
    persons: tuple[Ref, ...] = ()
    articles: tuple[str, ...] = ()
    concerns: tuple[Ref, ...] = ()
    """States concerned, e.g. the one found not to have complied."""
    outcome: Literal["granted", "rejected", "partly", "non-compliance", "compliance", "referred", "other"] | None = None
    overrules: tuple[Ref, ...] = ()
    confirms: tuple[Ref, ...] = ()


class Position(Event, frozen=True, kw_only=True):
    """What a State, organisation or official publicly holds about a situation, a case or the Court."""

    id: Annotated[str, spelled(r"^position:[a-z0-9-]+$")]
    holder: Ref
    about: Ref
    stance: Literal[
        "accepts-jurisdiction", "contests-jurisdiction", "supports", "opposes", "refuses-to-arrest", "would-arrest",
        "intervenes", "neutral", "requests-deferral", "dismisses",
    ]  # fmt: skip
    text: str
    ground: str | None = None
    until: PartialDay | None = None


class Act(Event, frozen=True, kw_only=True):
    """An act against the Court or its officials, with the Court's answers."""

    id: Annotated[str, spelled(r"^act:[a-z0-9-]+$")]
    kind: Literal[
        "threat", "sanction", "executive-order", "legislation", "criminal-proceedings", "cyber-attack", "espionage",
        "visa-restriction", "disinformation", "other",
    ]  # fmt: skip
    text: str
    against: tuple[Ref, ...]
    ended_on: PartialDay | None = None
    answers: tuple[str, ...] = ()
    """What the Court or its Assembly answered, each with its day, in our words."""


class Body(_Base, frozen=True, kw_only=True):
    """An organ of the Court, a Chamber, an organisation or an armed group."""

    id: Ref
    name: str
    kind: Literal["court", "organ", "chamber", "treaty", "organisation", "armed-group", "other"]
    sources: Sources
    aliases: tuple[str, ...] = ()
    part_of: Ref | None = None
    founded: PartialDay | None = None
    seat: str | None = None
    facts: tuple[BodyFact, ...] = ()
    wikidata: Wikidata | None = None
    note: str | None = None


class BodyFact(Fact, frozen=True, kw_only=True):
    """A plain fact about a body: ``judges`` = ``18``, ``judge-term-years`` = ``9``."""

    what: Slug
    value: str
    text: str
    article: str | None = None
    from_: PartialDay | None = None


class Treatment(Event, frozen=True, kw_only=True):
    """How the Court, the depositary or the Security Council has treated a place whose status is disputed."""

    text: str
    treats_as: Ref | None = None


class Place(_Base, frozen=True, kw_only=True):
    """A territory smaller than a State, or one whose status is disputed."""

    id: Annotated[str, spelled(r"^place:[A-Z0-9-]+$")]
    code: PlaceCode
    name: str
    sources: Sources
    state: Ref | None = None
    """The sovereign under which the Court and the depositary have it; ``None`` where that is open."""
    aliases: tuple[str, ...] = ()
    disputed: bool = False
    claimed_by: tuple[Ref, ...] = ()
    """Where ``state`` is open: the States to one of which it must belong."""
    within: Ref | None = None
    treatments: tuple[Treatment, ...] = ()
    wikidata: Wikidata | None = None
    note: str | None = None


class Paragraph(_Base, frozen=True, kw_only=True):
    """Where the Statute puts an act, in which setting, and since which amendment (``None``: since 1998)."""

    article: str
    setting: Literal["any", "international", "non-international"] = "any"
    amendment: Ref | None = None


class CrimeHeading(Fact, frozen=True, kw_only=True):
    """An act that the Statute makes a crime: its heading in our words and its paragraphs."""

    id: Annotated[str, spelled(r"^crime:[a-z0-9-]+$")]
    crime: Crime
    act: Slug
    name: str
    paragraphs: Annotated[tuple[Paragraph, ...], Meta(min_length=1)]
    aliases: tuple[str, ...] = ()
    elements: str | None = None
    """The Elements in outline, in our words."""


Topic = Literal[
    "membership", "ratification", "signature", "withdrawal", "amendment", "jurisdiction", "admissibility",
    "crime-definition", "situation", "investigation", "warrant", "charge", "custody", "cooperation", "trial", "verdict",
    "sentence", "reparations", "judges", "other",
]  # fmt: skip
"""What a statement about the Court is about."""


class Happening(Event, frozen=True, kw_only=True):
    """An event around the Court that no other table holds: an election, a visit, a vote of a parliament, a session."""

    id: Annotated[str, spelled(r"^event:[a-z0-9-]+$")]
    about: Topic
    text: str
    """What happened, in our own words, a sentence or several."""
    concerns: tuple[Ref, ...] = ()


class Provision(Fact, frozen=True, kw_only=True):
    """A rule of the Statute (or of the Rules) in plain words, for meeting it in a report.

    ``outline`` is shown; ``says`` are other ways in which the same rule is put, each true by itself; ``misread`` are
    sentences that get it wrong.
    """

    id: Annotated[str, spelled(r"^provision:[a-z0-9-]+$")]
    article: str
    """``36(3)(a)``; for a rule of procedure the article that it carries out."""
    about: Topic
    outline: str
    says: tuple[str, ...] = ()
    misread: tuple[str, ...] = ()
    from_: PartialDay | None = None
    """First day on which it held, where that is later than the Statute's entry into force."""
    to: PartialDay | None = None


TABLES: dict[str, type[_Base]] = {
    "states": State,
    "declarations": Declaration,
    "amendments": Amendment,
    "resolutions": Resolution,
    "situations": Situation,
    "persons": Person,
    "decisions": Decision,
    "positions": Position,
    "acts": Act,
    "chronicle": Happening,
    "bodies": Body,
    "places": Place,
    "crimes": CrimeHeading,
    "provisions": Provision,
    "sources": Source,
}
"""Folder under ``record/`` -> type of its entries. A file holds one entry, or a list of entries under ``entries:``."""
