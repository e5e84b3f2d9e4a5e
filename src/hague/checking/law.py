"""Who decides claims of law: the plain propositions of ``statute.toml``, membership, and the open disputes."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from hague import toml_tables
from hague.checking import reach, when
from hague.checking.careers import serves
from hague.checking.cases import in_play
from hague.checking.duties import non_compliance
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record import days
from hague.record.membership import is_party, membership, parties
from hague.record.model import State

SOURCE = ("rome-statute",)
MAJORITY = 18
VOTES = {120, 7, 21, 148, 1998}
"""Numbers of the vote on the Statute."""
AGES = (10, 21)
"""Numbers that can be meant as an age of responsibility."""
FOUR = ("genocide", "crime-against-humanity", "war-crime", "aggression")


@cache
def _data() -> dict[str, Any]:
    return toml_tables.read(Path(__file__).with_name("statute.toml"))


@cache
def _rows() -> dict[str, list[dict[str, Any]]]:
    out: dict[str, list[dict[str, Any]]] = {}
    for row in (*_data()["rows"], *_institution()["rows"]):
        out.setdefault(row["predicate"], []).append(row)
    return out


@cache
def _institution() -> dict[str, Any]:
    return toml_tables.read(Path(__file__).with_name("institution.toml"))


def institutional() -> dict[str, str]:
    """Predicates of ``institution.toml`` and the topic of each."""
    return {row["predicate"]: row["about"] for row in _institution()["rows"]}


def _stands(q: Question, names: str) -> bool:
    if "@presiding" in names and any(o.capacity == "president-of-court" for p in q.persons() for o in p.offices):
        return True
    if "@official" in names and any(serves(q.record.persons[p]) for p in q.named("person") if p in q.record.persons):
        return True
    return any((q.has(n[1:]) and _explicit(q, n[1:])) if n.startswith("@") else q.cue(n) for n in names.split("|"))


def _explicit(q: Question, kind: str) -> bool:
    """Whether an argument of the kind is named in the clause itself, not by a pronoun nor as an unnamed person."""
    found = [a for name, a in q.prop.roles.items() if name.startswith(kind + ".")]
    return any(a.value not in ("pronoun", "context", "topic", "generic", "unnamed", "seat") for a in found)


def statute(q: Question) -> Finding | None:
    """A plain proposition of the Statute, by the rows of ``statute.toml``."""
    for row in _rows().get(q.prop.predicate, ()):
        if ("when" in row and not _stands(q, row["when"])) or ("unless" in row and _stands(q, row["unless"])):
            continue
        found = _row(q, row)
        if found is not None:
            return found
    return None


def age_limit(q: Question) -> Finding | None:
    """On "nobody under 18 can be tried", "boys of 16 could end up in The Hague" (article 26)."""
    number = q.number("plain") or q.number("year")
    q.ignore("court", "quantified", "city", "number")
    if number is None or not AGES[0] <= number[1] <= AGES[1]:
        return None
    right = "The Court has no jurisdiction over anyone who was under 18 at the time of the act."
    if q.cue("age-word"):
        return Finding(number[1] == MAJORITY, right, right, SOURCE, (), ("26",), general=True)
    if q.prop.negated:
        return Finding(number[1] == MAJORITY, right, right, SOURCE, (), ("26",), general=True, polar=False)
    if number[1] > MAJORITY:
        return None
    return Finding(False, right, right, SOURCE, (), ("26",), general=True, polar=False)


def statute_adopted(q: Question) -> Finding | None:
    """On "adopted in Rome by 120 votes to seven": the day, the town and the votes."""
    right = "The Statute was adopted in Rome on 17 July 1998 by 120 votes to 7, with 21 abstentions."
    made = q.cue("founded", "negotiated-word")
    if q.cue("amendment"):
        return None
    if not q.has("treaty") and not made and "rome" not in [a.value for a in q.args("city")]:
        return None
    given = q.number("vote")
    elsewhere = {a.value for a in q.args("city", "in")} - {"rome"}
    if elsewhere and made and not q.prop.negated:  # "the treaty that set it up was adopted in Paris"
        return Finding(False, right, right, SOURCE, (), ("128",), general=True, polar=False)
    values = {float((a.value or "0").rpartition(" ")[2]) for a in q.args("number", "vote", "plain")}
    wrong = (given is not None and values - VOTES) or q.cue("by-consensus", "unanimous")
    if wrong and not q.prop.negated and not (given and given[0]):
        return Finding(False, right, right, SOURCE, (), ("128",), general=True, polar=False)
    if given is not None and not q.dates():
        q.ignore("city", "treaty", "court", "capital", "number")
        return Finding(True, right, right, SOURCE, (), ("128",), general=True)
    return statute(q)


def past_crimes(q: Question) -> Finding | None:
    """On "Crimes committed while it was a member can no longer be prosecuted": article 127(2). What became of the
    Philippine ones was disputed."""
    near = {a.entity for k in ("state", "people", "capital") for a in q.args(k)}
    if "state:PHL" in near or q.prop.question:
        return None
    why = "The Court keeps its jurisdiction over crimes committed while a State was a Party, after it has left too."
    holds = not q.cue("power-lost")
    return Finding(holds, why, why, SOURCE, ("icc",), ("127",), general=True, polar=False)


def elects_registrar(q: Question) -> Finding | None:
    """On "Nobody but the General Assembly can elect a registrar": the judges do."""
    if (q.prop.negated and not q.has("quantified", "subj")) or q.prop.question or q.cue("judges"):
        return None
    right = "The judges elect the Registrar, by an absolute majority and for five years."
    return Finding(False, right, right, SOURCE, ("icc",), ("43",), general=True, polar=False)


def _row(q: Question, row: dict[str, Any]) -> Finding | None:
    articles = tuple(a.strip() for a in row["articles"].split(","))
    why = row["why"]
    holds: bool | None
    if "number" in row:
        found = q.number(row["number"])
        if found is None:
            return None
        modifier, n = found
        if n < row.get("least", 0) or n == row.get("not"):
            return None
        right = row["equals"]
        if n != right and any((a.value or "").endswith(f"{right}") for _, a in q.slots("number")):
            return None  # of several numbers the right one may belong to this
        holds = {
            "at-least": n < right if n != right else True,
            "at-most": n == right,
            "about": abs(n - right) <= 1,
        }.get(modifier, n == right)
        if modifier == "at-least" and n > right:
            holds = False
        if holds and q.prop.negated:
            return None  # "five judges, with no dissent"
        q.ignore("number")
    elif "dates" in row or "city" in row:
        holds = None
        if "dates" in row and q.dates():
            asked = [i for _, i in q.dates()]
            fits = [when.agrees(d.strip(), "on", i) for i in asked for d in row["dates"].split(",")]
            holds = True if True in fits else (None if None in fits or len(asked) > 1 else False)
        if "city" in row and holds is not False:
            cities = [a.value for a in q.args("city") if a.value]
            cities = [c for c in cities if c != "rome" or row["city"] == "rome"] if q.has("treaty") else cities
            if cities and row["city"] not in cities and not (row["city"] == "rome" and "dates" in row):
                holds = False
            elif cities and row["city"] in cities and ("dates" not in row or (holds is None and not q.dates())):
                holds = True
        if holds is None:
            return None
    elif "org" in row:
        orgs = set(q.entities("org")) | set(q.entities("asp")) | ({"otp"} if q.has("otp") else set())
        if q.cue("security-council"):
            orgs.add("org:unsc")
        if q.cue("judges"):
            orgs.add("judges")
        if q.cue("general-assembly"):
            orgs.add("org:un")
        if q.cue("assembly") and not q.cue("general-assembly"):
            orgs.add("asp")
        if row["org"] in orgs and not q.cue("general-assembly"):
            holds = True
        elif orgs & set(row["not_org"].split("|")):
            holds = False
        else:
            return None
        q.ignore("number", "org", "asp")
    else:
        holds = row["holds"]
    q.ignore("court", "treaty", "org", "city", "person", "state", "ordinal", "superlative", "quantified", "chamber")
    if q.has("article"):
        cited = {(a.value or "").split("(")[0] for a in q.args("article")}
        if cited and not cited & set(articles):
            return None
    if row.get("silent") and not q.prop.negated:
        return None
    if row.get("affirmative") and q.prop.negated:
        return Finding(holds, why, why, SOURCE, (), articles, general=True, polar=False)
    return Finding(holds, why, why, SOURCE, (), articles, general=True)


def crimes_tried(q: Question) -> Finding | None:
    """Which crimes the Court tries: the four of article 5 and no others."""
    acts = q.acts()
    q.ignore("court", "treaty", "otp", "quantified", "number", "org")
    if not acts or (q.has("person") and q.named("person")):
        return None
    why = (
        "The Court tries genocide, crimes against humanity, war crimes and aggression, and no other crimes (article 5)."
    )
    if any(a.startswith("none/") for a in acts):
        return Finding(False, why, why, SOURCE, (), ("5",), general=True)
    began = date(2002, 7, 1)
    if any(interval[1] < began for _, interval in q.dates("on", "conduct", "perhaps", "since")) and not q.dates(
        "since"
    ):
        why = "The Court's jurisdiction reaches only crimes committed from 1 July 2002 on."
        return Finding(False, why, why, SOURCE, (), ("11", "24"), general=True)
    if q.prop.negated and "aggression" in acts and len(set(acts)) == 1:
        return None  # "judges cannot try the aggression itself": of a State outside the treaty that is so
    if all(a in FOUR for a in acts):
        if q.cue("only") and len(set(acts)) < 3:
            return Finding(False, why, why, SOURCE, (), ("5",), general=True)
        return Finding(True, why, why, SOURCE, (), ("5",), general=True)
    return None


DEFERRALS = ("16", "18")
"""Of the Security Council, and to a State that investigates itself."""


def _deferral_rests_on(q: Question, number: str) -> Finding | None:
    """On "A deferral of this kind rests on Article 18, the one about States that investigate themselves"."""
    council = q.cue("security-council") or "org:unsc" in q.entities("org") or q.has("resolution")
    own = q.cue("itself-word") or bool(q.named("state") or q.named("people") or q.named("capital"))
    if council == own:
        return None
    right = "A deferral by the Security Council rests on article 16, one to a State that investigates itself on 18."
    q.ignore("court", "treaty", "city", "number", "org", "otp", "person", "state", "people", "resolution", "time")
    return Finding((number == "16") == council, right, right, SOURCE, (), DEFERRALS, general=True)


def nth_crime(q: Question) -> Finding | None:
    """On "Ecocide would become the fifth crime under the Statute": a new one, beside the four of article 5."""
    word = q.word("nth-crime") or ""
    acts = set(q.acts())
    coming = (q.prop.hedge or "").partition(":")[0] in ("would", "future", "plan", "possible") or q.cue("become")
    if not coming or q.prop.negated or acts == {"aggression"} or "so far" in word:
        return None
    q.ignore("court", "treaty", "city", "state", "org", "ordinal", "number", "people")
    right = "It would be the fifth: the Court has jurisdiction over four crimes (article 5)."
    return Finding("fi" in word, right, right, SOURCE, (), ("5",), general=True)


def silent_on_crime(q: Question) -> Finding | None:
    """On "Its Statute says not a word about forcible transfer": wrong of a crime that is in it."""
    acts = q.acts()
    q.ignore("court", "treaty", "place", "people", "person", "org", "number", "quantified")
    if not acts or any(a.startswith("none/") for a in acts) or len(set(acts)) != 1:
        return None
    why = "The Statute defines it as a crime within the Court's jurisdiction (articles 6 to 8bis)."
    return Finding(False, why, why, SOURCE, (), ("5", "6", "7", "8"), general=True)


def article_covers(q: Question) -> Finding | None:
    """On "Article 70 deals with offences against the administration of justice"."""
    table: dict[str, str] = _data()["articles"]
    cited = [(a.value or "").split("(")[0] for a in q.args("article")]
    if len(cited) != 1 or q.prop.negated:
        return None
    number = cited[0]
    if q.cue("rest-on", "seek") and q.cue("suspend") and number in DEFERRALS:
        return _deferral_rests_on(q, number)
    if not q.cue("cover"):
        return None
    acts = set(q.acts())
    q.ignore("court", "treaty", "city", "number", "org", "otp", "person", "state")

    def about(text: str) -> bool:
        return any(
            (acts >= set(FOUR[:3]) if t == "@four-crimes" else bool(acts) and acts == {t[1:]})
            if t.startswith("@")
            else q.cue(t)
            for t in text.split("|")
            if t
        )

    if number in table and about(table[number]):
        return Finding(True, f"That is what article {number} is about.", None, SOURCE, (), (number,), general=True)
    others = [n for n, text in table.items() if about(text)]
    if number in table and others and table[number] and len(others) <= 2:
        right = f"That is the subject of article {others[0]}, not of article {number}."
        return Finding(False, right, right, SOURCE, (), (others[0],), general=True)
    return None


# -- duties ------------------------------------------------------------------------------------------------


def must_arrest(q: Question) -> Finding | None:
    """On "Armenia would be obliged to arrest him": a Party must; a State that is not bound need not."""
    states = list(q.states("subj") or q.states())
    persons = in_play(q, "obj", "to", "subj")
    q.ignore("court", "treaty", "org", "people", "capital", "time", "city", "act")
    why = "Parties must arrest and surrender a person at the Court's request (articles 59, 86 and 89)."
    general = (q.cue("assembly") or q.cue("member")) and not q.named("state") and not q.cue("non-member")
    if general and not q.prop.negated:
        said = q.number("member") or q.number("state")
        bound = len(parties(q.record.states, q.day()))
        if said is not None and said[0] in ("", "all") and said[1] != bound and said[1] >= 100:
            right = f"{bound} States were Parties on {q.now}. {why}"
            return Finding(False, right, right, SOURCE, (), ("86", "89"), general=True)
        q.ignore("person", "number")
        return Finding(True, why, why, SOURCE, (), ("86", "89"), general=True)
    if not states:
        if (q.cue("assembly") or q.cue("member") or q.cue("state-noun") or q.has("treaty")) and not q.cue("non-member"):
            return Finding(True, why, why, SOURCE, (), ("86", "89"), general=True)
        return None
    out: bool | None = True
    text = []
    for state in states[:3]:
        if persons and state.id in {n.state for n in persons[0].nationalities}:
            return None
        party = is_party(state, q.day(), q.today)
        found = membership(state, q.today)
        text.append(f"{state.name} is {'a' if party else 'not a'} State Party.")
        if not party and (
            found is not None or any(d.state == state.id and d.kind == "12(3)" for d in q.record.declarations.values())
        ):
            return None
        if not party:
            obliged = any(state.id in r.obliges for r in q.record.resolutions.values())
            if obliged:
                return None
            out = False
    if persons and not any(q.events(p, "warrant-issued", "warrant-unsealed") for p in persons):
        return None
    if q.cue("obey"):
        return None
    if q.has("chamber") or q.cue("judges"):
        ruled = non_compliance(q)
        return replace(ruled, holds=False, right=ruled.why) if ruled and ruled.holds and q.prop.negated else ruled
    return Finding(
        out,
        f"{' '.join(text)} {why}",
        f"{' '.join(text)} {why}",
        SOURCE,
        tuple(s.id for s in states),
        ("86", "89"),
        general=True,
    )


def duty_of_state(q: Question) -> Finding | None:
    """On "Mongolia was free to ignore the warrant": not if it is a Party."""
    states = q.states("subj", "outer") or q.states()
    q.ignore("court", "treaty", "org", "people", "capital", "time", "city", "act", "person", "state")
    if len(states) != 1 or not q.past():
        return None
    party = is_party(states[0], q.day(), q.today)
    if not party and any(states[0].id in r.obliges for r in q.record.resolutions.values()):
        return None
    why = "Parties must arrest and surrender a person at the Court's request (articles 59, 86 and 89)."
    text = f"{states[0].name} is {'a' if party else 'not a'} State Party. {why}"
    own = not q.cue("ratify", "join", "member", "sign")  # "never ratified, need not arrest him" denies only the first
    return Finding(not party, text, text, SOURCE, (states[0].id,), ("86", "89"), general=True, polar=own)


def dispute(ident: str, q: Question) -> Finding:
    found = next(d for d in _data()["disputes"] if d["id"] == ident)
    decision = q.record.decisions.get(found.get("decision", ""))
    usable = decision is not None and (q.today is None or days.first(decision.on) <= q.today)
    entities = tuple(x for x in (found.get("situation"), decision.id if decision and usable else None) if x)
    facts = decision.sources if decision is not None and usable else SOURCE
    if ident == "philippines-after-withdrawal" and not (q.prop.negated or q.prop.question or q.cue("examination")):
        why = f"{found['why']} Article 127(2) keeps what was under consideration before a withdrawal took effect."
        return Finding(True, why, None, facts, entities, ("127",))
    ruling = q.cue("ruled") and (q.cue("judges") or q.has("chamber")) and not q.prop.question
    if ruling and decision is not None and usable and ident == "immunity-of-non-party-leaders":
        said = f"{decision.holding} ({q.words(decision.on)})"
        return Finding(q.prop.negated, said, said, facts, entities, tuple(decision.articles), polar=False)
    if ruling and decision is not None and usable and not q.prop.negated:
        return Finding(
            True, f"{decision.holding} ({q.words(decision.on)})", None, facts, entities, tuple(decision.articles)
        )
    if ruling and decision is not None and usable and q.fits(decision.on):
        said = f"{decision.holding} ({q.words(decision.on)})"
        return Finding(False, said, said, facts, entities, tuple(decision.articles), polar=False)
    return Finding(
        None,
        found["why"],
        None,
        facts,
        entities,
        tuple(a.strip() for a in found["articles"].split(",")),
        tuple(found["sides"]),
    )


def may_refuse_arrest(q: Question) -> Finding | None:
    """Whether a Party may refuse because the person leads a State outside the treaty: article 98."""
    q.ignore("person", "state", "court", "treaty", "article", "people", "time")
    return dispute("immunity-of-non-party-leaders", q)


def immunity_contested(q: Question) -> Finding | None:
    """Whether the leader of a State outside the treaty is immune: contested, whatever the Chambers have ruled."""
    q.ignore("person", "state", "court", "treaty", "article", "people", "capital", "org", "time")
    return dispute("immunity-of-non-party-leaders", q)


def after_leaving(q: Question) -> Finding | None:
    """What leaving does to pending matters: article 127(2); for the Philippines it is contested."""
    if q.prop.predicate == "obligations-after-leaving" and q.cue("obliged") and q.cue("close", "cancel", "run-out"):
        if q.prop.negated or q.cue("stays-open", "opened-before"):
            return None
        why = "A withdrawal ends no duty that arose before, and until it takes effect all duties stand."
        return Finding(False, why, why, SOURCE, ("icc",), ("127",), general=True)
    left = membership(q.record.states["state:PHL"], q.today) if "state:PHL" in q.record.states else None
    if (
        "state:PHL" in q.named("state") + q.named("people")
        and left is not None
        and left.until is not None
        and left.until <= q.day()
    ):
        q.ignore("state", "court", "person", "time", "situation", "people")
        return dispute("philippines-after-withdrawal", q)
    return statute(q)


def icj_criminal(q: Question) -> Finding | None:
    """On "a warrant issued by the International Court of Justice": that court tries nobody."""
    if "org:icj" not in q.entities("org", "by", "subj", "of", "from"):
        return None
    q.ignore("org", "person", "time", "act", "number", "state", "people")
    why = (
        "The International Court of Justice decides disputes between States and tries nobody; warrants come from the "
        "International Criminal Court."
    )
    return Finding(False, why, why, SOURCE, ("icc", "org:icj"), ("1", "58"))


def appointed_by_council(q: Question) -> Finding | None:
    """ "She was appointed by the Security Council": of a Prosecutor or judge of the Court."""
    persons = q.persons()
    q.ignore("org", "time", "court", "otp")
    held = [
        o
        for p in persons
        for o in p.offices
        if o.capacity in ("prosecutor", "judge", "deputy-prosecutor", "president-of-court")
    ]
    if not held or q.has("asp"):
        return None
    why = "Judges and the Prosecutor are elected by the Assembly of States Parties."
    return Finding(False, why, why, held[0].sources, tuple(p.id for p in persons), ("36", "42"))


def tried_elsewhere(q: Question) -> Finding | None:
    """A name that belongs to another tribunal."""
    name = q.word("tried-elsewhere") or ""
    entry = _data()["elsewhere"].get(name)
    q.ignore("person", "court", "time", "act", "number", "state", "chamber")
    if entry is None:
        return None
    right = f"{name.title()} was a case of {entry}, not of this Court."
    return Finding(False, right, right, SOURCE, ("icc",))


def recall_before_entry(q: Question) -> Finding | None:
    q.ignore("number", "state", "time")
    return dispute("recall-before-entry", q)


def jurisdiction_over(q: Question) -> Finding | None:
    """On "The court has no jurisdiction over Israelis", "has jurisdiction over crimes in Jordan"."""
    if q.prop.predicate == "non-party-nationals":
        why = (
            "A crime on the territory of a Party suffices, whatever the nationality of the suspect (article 12(2)(a))."
        )
        q.ignore("court", "treaty", "state", "people", "org")
        if q.named("state") or q.has("people"):
            return None
        return Finding(True, why, why, SOURCE, (), ("12",), general=True)
    mentioned = [
        *q.entities("state"),
        *q.entities("people"),
        *(q.record.places[p].state or "" for p in q.entities("place") if p in q.record.places),
    ]
    for s in q.entities("situation"):
        mentioned += q.states_of(s)
    q.ignore("court", "treaty", "org", "act", "person", "otp", "time", "capital", "article")
    if q.cue("nationals") and q.cue("territory") and not q.prop.negated:
        why = (
            "A crime on the territory of a Party suffices, whatever the nationality of the suspect (article 12(2)(a))."
        )
        return Finding(True, why, why, SOURCE, (), ("12",), general=True)
    outsiders = [
        s
        for s in dict.fromkeys(mentioned)
        if s in q.record.states and not is_party(q.record.states[s], q.day(), q.today)
    ]
    if q.cue("aggression-word") and set(outsiders) & {*q.named("state"), *q.named("people")} and not q.has("org"):
        why = (
            "The Court has no jurisdiction over aggression on the territory or by nationals of a State that is not a "
            "Party (article 15 bis(5)), unless the Security Council refers the situation."
        )
        return Finding(False, why, why, SOURCE, tuple(outsiders), ("15bis",), general=True)
    for d in _data()["disputes"]:
        concerned = {s.strip() for s in d.get("states", "").split(",") if s}
        if concerned & set(mentioned):
            situation = q.record.situations.get(d["situation"])
            if situation is None or not any(days.first(e.on) <= q.day() for e in situation.history):
                continue
            if d["id"].startswith("philippines"):
                left = membership(q.record.states["state:PHL"], q.today)
                if left is None or left.until is None or left.until > q.day():
                    continue
            return dispute(d["id"], q)
    if outsiders and (q.cue("nationals") or q.has("people")) and q.prop.negated:
        return dispute("nationals-of-non-parties", q)
    states = [q.record.states[s] for s in dict.fromkeys(q.named("state")) if s in q.record.states]
    if not states or q.cue("nationals") or q.has("people"):
        return None
    return _territory(q, states)


def _territory(q: Question, states: list[State]) -> Finding | None:
    state = states[-1]
    if is_party(state, q.day(), q.today) and not q.prop.negated:
        found = membership(state, q.today)
        since = f" since {q.words(found.since.isoformat())}" if found else ""
        why = f"{state.name} has been a State Party{since}; crimes on its territory or by its nationals are covered."
        return Finding(True, why, why, SOURCE, (state.id,), ("12",), general=True)
    accepted = [d for d in q.acceptances(state) if d.valid]
    if accepted and not q.prop.negated:
        why = f"{accepted[-1].text} (lodged {q.words(accepted[-1].on)})"
        return Finding(True, why, why, accepted[-1].sources, (state.id, accepted[-1].id), ("12",), general=True)
    referred = [
        r
        for r in q.record.resolutions.values()
        if r.kind == "referral" and q.known(r) and state.id in q.states_of(r.situation)
    ]
    if referred and not q.prop.negated:
        why = f"The Security Council referred it by {referred[0].symbol} on {q.words(referred[0].on)}."
        return Finding(True, why, why, referred[0].sources, (state.id, referred[0].id), ("13",), general=True)
    return reach.outside(q, state) if q.prop.negated and q.has("state", *reach.WITHIN) else None


def contest_jurisdiction(q: Question) -> Finding | None:
    """On "Israel rejects the court's jurisdiction": a position on record."""
    states = q.states("subj") or q.states()
    q.ignore("court", "treaty", "org", "person", "people", "situation")
    if not states:
        return None
    state = states[0]
    held = [
        p
        for p in q.record.positions.values()
        if p.holder == state.id and q.known(p) and p.stance in ("contests-jurisdiction", "dismisses", "opposes")
    ]
    if not held or q.prop.negated:
        return None
    return Finding(True, held[-1].text, None, held[-1].sources, (state.id, held[-1].id), ("12", "19"))


def prosecute_time(q: Question) -> Finding | None:
    """On "The court can try crimes of the 1990s": nothing before 1 July 2002."""
    q.ignore("court", "otp", "act", "treaty")
    spans = [interval for _, interval in q.dates("on", "conduct", "perhaps", "before", "until")]
    if not spans or not all(b < date(2002, 7, 1) for _, b in spans):
        return None
    why = "The Court's jurisdiction reaches only crimes committed from 1 July 2002 on."
    return Finding(False, why, why, SOURCE, (), ("11", "24"), general=True)


def strip_vote(q: Question) -> Finding | None:
    """ "could strip the United States of its vote": a State that is no Party has none, a Party only if it owes dues."""
    states = q.states("obj", "subj", "poss", "of") or q.states()
    outsiders = [s for s in states if not is_party(s, q.day(), q.today)]
    if not outsiders or len(states) != 1 or q.prop.negated:
        return None
    why = f"{outsiders[0].name} is not a State Party and has no vote in the Assembly."
    return Finding(False, why, why, SOURCE, (outsiders[0].id,), ("112",), general=True)
