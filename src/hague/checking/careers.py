"""Who decides claims about the people of the Court: where they come from, how they were chosen, who followed whom."""

from __future__ import annotations

from hague.checking.model import Finding
from hague.checking.offices import COURT, OFFICES, SINGLE, TERMS, Held, holders
from hague.checking.question import Question
from hague.reading.model import Argument
from hague.record import days, wording
from hague.record.model import Act, Happening, Office, Person
from hague.record.status import in_office

TITLES = {
    "prosecutor": "Prosecutor",
    "deputy-prosecutor": "Deputy",
    "judge": "judge",
    "president-of-court": "President of the Court",
    "registrar": "Registrar",
    "assembly-president": "President of the Assembly",
}
"""Capacity -> the words that an election to it has on record."""
LED = {
    "chairs-assembly": "assembly-president",
    "heads-court": "president-of-court",
    "heads-office": "prosecutor",
    "heads-registry": "registrar",
}
CHOSEN_BY_JUDGES = ("president-of-court", "registrar")
REGIONS = {
    "african-one": ("african",),
    "asian-one": ("asia-pacific",),
    "latin-one": ("grulac",),
    "european-one": ("eastern-european", "weog"),
}
OVERSEAS = ("state:USA", "state:CAN", "state:AUS", "state:NZL")
"""States of the group of Western European and other States that are not in Europe."""
NEWS = 14
"""Days in which an act may be what "they" and "all four" of a report are about."""
BESIDE = 8
"""Characters between a name and the country that belongs to it."""


def _holders(q: Question, capacity: str) -> list[Held]:
    """Holders of an office, first to last, each once."""
    return list({h.person.id: h for h in reversed(holders(q, capacity))}.values())[::-1]


def serves(person: Person) -> bool:
    """Whether a person holds, or has held, an office of the Court."""
    return any(o.capacity in COURT for o in person.offices)


def _home(q: Question, person: Person) -> str:
    return ", ".join(q.record.states[n.state].name for n in person.nationalities)


def origin(q: Question) -> Finding | None:
    """On "Hohler comes from Slovenia", "Niang is from Senegal and Khan from Fiji", "They are from Georgia"."""
    if q.prop.negated or q.prop.hedge:
        return None
    places = sorted(
        (a for k in ("state", "people", "place") for a in q.args(k) if a.entity and a.value != "context"),
        key=lambda a: a.span.start,
    )
    people = sorted(
        (a for a in q.args("person") if a.entity in q.record.persons and a.value != "context"),
        key=lambda a: a.span.start,
    )
    q.ignore("number", "court", "otp", "ordinal")
    if not places:
        return None
    if not people:
        holder = _holder(q, "is-from")
        if holder is not None and len(places) == 1 and holder.nationalities and not q.dates():
            right = f"{holder.name} is a national of {_home(q, holder)}."
            holds = any(n.state == places[0].entity for n in holder.nationalities)
            return Finding(holds, right, right, holder.nationalities[0].sources, (holder.id,))
        return _their_origin(q, {a.entity or "" for a in places})
    if len(people) != len(places) or q.dates():
        return None
    told = []
    for who, where in zip(people, places, strict=True):
        person = q.record.persons[who.entity or ""]
        if not person.nationalities or (who.span.start > where.span.start and who.value is None):
            return None
        told.append((person, any(n.state == where.entity for n in person.nationalities)))
    right = "; ".join(f"{p.name} is a national of {_home(q, p)}" for p, _ in told) + "."
    if all(ok for _, ok in told):
        return Finding(True, right, None, told[0][0].nationalities[0].sources, tuple(p.id for p, _ in told))
    wrong = next(p for p, ok in told if not ok)
    return Finding(False if serves(wrong) else None, right, right, wrong.nationalities[0].sources, (wrong.id,))


def nationality(q: Question) -> Finding | None:
    """On "The present president, Chile Eboe-Osuji, is Nigerian": wrong only of those who serve the Court."""
    persons = q.persons("subj") or (q.persons() if q.cue("nationality-word") else [])
    peoples = [a for a in q.args("people") if a.entity and a.value not in ("context", "pronoun")]
    verb = q.prop.roles.get("cue.is-be")
    if len(persons) != 1 or len(peoples) != 1 or verb is None or q.prop.negated or q.prop.hedge:
        return None
    at = peoples[0].span
    told = q.prop.roles.get("cue.nationality-word")
    by = told is not None and 0 < told.span.start - at.end <= 5  # "Gambian by nationality, he is ..."
    if not by and (not 0 < at.start - verb.span.end <= 5 or q.prop.span.end - at.end > 16):
        return None
    p = persons[0]
    mine = next((n for n in p.nationalities if n.state == peoples[0].entity), None)
    q.ignore("person", "court", "ordinal")
    if q.dates() or not p.nationalities:
        return None
    if mine is None:
        right = f"{p.name} is a national of {_home(q, p)}."
        return Finding(False, right, right, p.nationalities[0].sources, (p.id,)) if serves(p) else None
    right = f"{p.name} is a national of {q.record.states[mine.state].name}."
    return Finding(True, right, None, mine.sources, (p.id,))


def _holder(q: Question, head: str) -> Person | None:
    """Who holds, by the record, the office that is the subject of the clause with that verb."""
    verb = q.prop.roles.get(f"cue.{head}")
    for name, capacity in OFFICES.items():
        cue = q.prop.roles.get(f"cue.{name}")
        if capacity in SINGLE and cue is not None and verb is not None and cue.span.end <= verb.span.start:
            now = [p for p, o in _holders(q, capacity) if in_office(o, q.day())]
            return now[-1] if now else None
    return None


def misplaced(q: Question) -> Finding | None:
    """On "Beti Hohler, from Croatia, is among them": one of the Court with the name of another country behind hers."""
    if q.prop.hedge or q.prop.conditional:
        return None
    for who in q.args("person"):
        person = q.record.persons.get(who.entity or "")
        if person is None or not person.nationalities or not serves(person) or who.value is not None:
            continue
        for where in (*q.args("state", "of", "from", "in"), *q.args("people", "subj", "obj", "outer")):
            if not 0 < where.span.start - who.span.end <= BESIDE or where.entity is None or where.value is not None:
                continue
            if all(n.state != where.entity for n in person.nationalities):
                right = f"{person.name} is a national of {_home(q, person)}."
                return Finding(False, right, right, person.nationalities[0].sources, (person.id,), polar=False)
    return None


def _groups(q: Question) -> list[tuple[str, tuple[str, ...], Act | Happening]]:
    """The groups of people of the Court of whom the clause, by its date, or the news of these days is: put under
    sanctions, elected, sworn in."""
    dated = bool(q.dates())
    out: list[tuple[str, tuple[str, ...], Act | Happening]] = []
    every: list[Act | Happening] = [a for a in q.record.acts.values() if a.kind == "sanction"]
    every += [h for h in q.record.chronicle.values() if h.about == "judges"]
    for fact in every:
        listed = fact.against if isinstance(fact, Act) else fact.concerns
        members = tuple(p for p in listed if p in q.record.persons and serves(q.record.persons[p]))
        recent = 0 <= (q.day() - days.last(fact.on)).days <= NEWS
        if len(members) > 1 and q.known(fact) and (q.fits(fact.on) is True if dated else recent):
            out.append((fact.id, members, fact))
    return out


def _their_origin(q: Question, states: set[str]) -> Finding | None:
    for _, members, fact in _groups(q):
        persons = [q.record.persons[m] for m in members]
        if len(states) > 1 and states == {n.state for p in persons for n in p.nationalities}:
            right = "; ".join(f"{p.name}: {_home(q, p)}" for p in persons) + "."
            return Finding(True, right, None, fact.sources, members)
    return None


def gender_of_group(q: Question) -> Finding | None:
    """On "All four are women", "Five of the six are women", of those of whom the news of the day is."""
    numbers = []
    for a in (*q.args("number"), *q.args("quantified")):
        modifier, _, value = (a.value or "").rpartition(" ")
        if value.replace(".", "", 1).isdigit():
            numbers.append((modifier, float(value)))
    if not numbers or q.prop.negated or q.prop.hedge or q.named("person"):
        return None
    size = max(n for _, n in numbers)
    fitting = [g for g in _groups(q) if len(g[1]) == size]
    if len({g[1] for g in fitting}) != 1:
        return None
    _, members, fact = fitting[0]
    persons = [q.record.persons[m] for m in members]
    wanted = "female" if q.cue("women-word") else "male"
    if any(p.gender is None for p in persons):
        return None
    have = sum(p.gender == wanted for p in persons)
    said = min(n for _, n in numbers)
    word = "women" if wanted == "female" else "men"
    right = f"{have} of the {len(persons)} are {word}: {', '.join(p.name for p in persons if p.gender == wanted)}."
    return Finding(said == have, right, right, fact.sources, members)


def _elections(q: Question, person: Person) -> list[tuple[Happening, str]]:
    """Elections of a person on record with the capacity to which each was."""
    out = []
    for h in q.record.chronicle.values():
        if person.id not in h.concerns or not q.known(h) or "elected " not in h.text:
            continue
        told = h.text.partition(". ")[0]
        for capacity, title in TITLES.items():
            held = [o for o in person.offices if o.capacity == capacity and o.from_]
            if title in told and any(-31 <= (days.first(o.from_ or "") - days.first(h.on)).days <= 300 for o in held):
                out.append((h, capacity))
                break
    return sorted(out, key=lambda e: days.first(e[0].on))


def elected(q: Question) -> Finding | None:
    """On "Khan was elected in the second round with 72 votes", "Akane was elected by the judges for three years"."""
    slots: tuple[str, ...] = ("obj", "of", "outer") if q.cue("round-word", "no-rival") else ("obj", "of")
    if q.cue("round-word"):
        slots += ("to", "for")
    if (q.word("elected-word") or "").startswith("owes"):
        slots += ("subj",)
    elif (q.word("elected-word") or "").endswith("election"):
        slots += ("poss",)
    chosen = q.persons(*slots) or (
        q.persons("subj") if q.has("number", "vote") or q.cue("is-be", "round-word", "no-rival") else []
    )
    if q.cue("win-seat", "the-posts"):
        return _won_a_seat(q)
    persons = [p for p in chosen if serves(p)]
    q.ignore("person", "court", "otp", "organ", "people", "state", "asp", "city", "org", "capital", "superlative")
    if len(persons) != 1 or q.prop.negated or q.prop.hedge or q.prop.conditional:
        return None
    found = _elections(q, persons[0])
    capacities = {c for name, c in OFFICES.items() if q.cue(name)}
    found = [f for f in found if f[1] in capacities] or found
    dated = [f for f in found if q.fits(f[0].on) is not False]
    if not found or (q.dates() and not dated):
        if (
            len(found) == 1
            and q.cue("elected-word")
            and capacities <= {found[0][1]}
            and q.fits(found[0][0].on) is False
        ):
            h = found[0][0]
            return Finding(False, h.text, h.text, h.sources, (h.id, persons[0].id))
        return None
    happening, capacity = (dated or found)[-1]
    if len(dated or found) > 1 and not q.dates() and (q.day() - days.last(happening.on)).days > NEWS:
        return None
    each = [_votes(q, happening), _round(q, happening), _manner(q, happening), _chosen_by(q, capacity, happening)]
    each.append(_term(q, capacity, happening))
    q.ignore("number", "ordinal", "time") if not q.dates() else q.ignore("number", "ordinal")
    holds = False if False in each else (None if "unknown" in each else True)
    told = any(e is not None for e in each) or q.dates() or (q.cue("elected-word") and capacities)
    if not told:
        return None
    return Finding(holds, happening.text, happening.text, happening.sources, (happening.id, persons[0].id))


def _won_a_seat(q: Question) -> Finding | None:
    """On "Joanna Korner failed to win a seat": of who was elected in the last weeks."""
    persons = q.persons(*(("to", "of", "obj") if q.cue("the-posts") else ("subj", "outer")))
    of = q.states("of")
    q.ignore("person", "court", "people", "state", "asp", "city", "org", "capital", "superlative", "time", "number")
    if not persons or q.prop.hedge or q.prop.conditional:
        return None
    if q.cue("the-posts") and len(of) == len(persons):
        for p, state in zip(persons, of, strict=True):
            if p.nationalities and state.id not in {n.state for n in p.nationalities}:
                right = f"{p.name} is a national of {_home(q, p)}."
                return Finding(False if serves(p) else None, right, right, p.nationalities[0].sources, (p.id,))
    won = [(p, h) for p in persons for h, _ in _elections(q, p) if (q.day() - days.last(h.on)).days <= NEWS]
    if len({p.id for p, _ in won}) != len(persons):
        return None
    happening = won[-1][1]
    return Finding(True, happening.text, happening.text, happening.sources, (happening.id, persons[0].id))


FEW = 5
"""Rounds of an election at most, votes at least."""


def _votes(q: Question, h: Happening) -> bool | str | None:
    number = q.number("vote")
    if number is None or (number[1] <= FEW and q.cue("round-word")):
        return None  # "two rounds"
    listed = {n for unit, n in wording.numbers(h.text)[1] if unit == "vote"}
    if number[1] in listed or number[1] in wording.numbers(h.text)[0]:
        return True
    return "unknown" if number[0] or len(listed) != 1 or len(_persons_of(q, h)) > 2 else False


def _persons_of(q: Question, h: Happening) -> list[str]:
    return [p for p in h.concerns if p in q.record.persons]


ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def _round(q: Question, h: Happening) -> bool | str | None:
    if not q.cue("round-word"):
        return None
    asked = [int(a.value) for a in q.args("ordinal") if a.value and a.value.isdigit()]
    told = [i + 1 for i, w in enumerate(ORDINALS) if f"the {w} round" in h.text]
    counted = q.number("round") or q.number("plain")
    said = asked[0] if asked else (int(counted[1]) if counted else None)
    if said is None or len(told) != 1:
        return "unknown"
    return said == told[0]


def _manner(q: Question, h: Happening) -> bool | str | None:
    if q.cue("no-rival"):
        sole = any(w in h.text for w in ("only candidate", "no rival", "without opposition"))
        return True if sole else (False if "candidates came" in h.text else "unknown")
    agreed = any(w in h.text for w in ("by consensus", "only candidate", "without opposition"))
    if q.cue("contested"):
        return False if agreed and "not by consensus" not in h.text and "without consensus" not in h.text else None
    if q.cue("unanimous", "unanimity"):
        if any(w in h.text for w in ("none against", "unanimous", "by acclamation")):
            return True
        return False if "round" in h.text else "unknown"
    if not q.cue("by-consensus"):
        return None
    if "not by consensus" in h.text or "without consensus" in h.text:
        return False
    return True if "by consensus" in h.text else "unknown"


def _chosen_by(q: Question, capacity: str, h: Happening) -> bool | None:
    """Judges choose the President and the Registrar, the Assembly all others."""
    judges, assembly = (
        bool(q.entities("judges", "by")) or q.cue("by-the-judges"),
        q.has("asp", "by") or q.cue("by-members"),
    )
    if q.cue("by-the-council", "by-the-prosecutor"):
        return False
    chose, elect = q.prop.roles.get("cue.judges"), q.prop.roles.get("cue.elected-word")
    if not judges and not assembly and chose is not None and elect is not None and q.has("person", "obj"):
        judges = (chose.value or "").endswith("judges") and 0 < elect.span.start - chose.span.end <= ACTIVE
    if judges == assembly:
        return None
    return (judges and "judges elected" in h.text) or judges == (capacity in CHOSEN_BY_JUDGES)


ACTIVE = 8
"""Characters at most between those who choose and the verb: "the judges had elected her"."""


def _term(q: Question, capacity: str, h: Happening) -> bool | None:
    years = q.number("year")
    if years is None or years[0]:
        return None
    return years[1] == TERMS[capacity] or ("year", years[1]) in wording.numbers(h.text)[1]


def term(q: Question) -> Finding | None:
    """On "Her term lasts nine years", "Akane, whose term is three years"."""
    persons = [p for p in q.persons("poss", "of", "subj", "obj", "on") if serves(p)]
    years = q.number("year")
    if len(persons) != 1 or years is None or years[0] or q.prop.negated or q.prop.hedge in ("possible", "opinion"):
        return None
    p = persons[0]
    capacities = {c for name, c in OFFICES.items() if q.cue(name)}
    if "preside" in (q.word("serve-for") or ""):
        capacities |= {"president-of-court", "assembly-president"}
    offices = [
        o
        for o in p.offices
        if o.capacity in TERMS and o.from_ and (not capacities or o.capacity in capacities) and _near(q, o)
    ]
    q.ignore("time", "person", "court", "otp", "organ")
    if not offices:
        return None
    office = max(offices, key=lambda o: days.first(o.from_ or ""))
    right = f"The term of the {office.title} is {TERMS[office.capacity]} years."
    own = {TERMS[o.capacity] for o in offices}
    return Finding(
        years[1] in own or (False if len(own) == 1 or capacities else None),
        right,
        right,
        office.sources,
        (p.id,),
        general=(q.prop.hedge or "").startswith("future"),
    )


def _begun(q: Question, office: Office) -> bool:
    """Whether an office was taken up by the day of the report, or is to be within the year."""
    return (days.first(office.from_ or "") - q.day()).days <= 366


def _near(q: Question, office: Office) -> bool:
    """Whether an office is held on the day of the report or taken up within the year."""
    return in_office(office, q.day()) or (_begun(q, office) and days.first(office.from_ or "") > q.day())


def place_in_office(q: Question) -> Finding | None:
    """On "the third to hold the job", "the first African president of the court", "the second woman in the post"."""
    persons = [p for p in q.persons("subj", "obj", "poss", "outer") if serves(p)]
    ranks = sorted(q.args("ordinal"), key=lambda a: a.span.start)
    if len(persons) != 1 or not ranks or q.prop.negated or q.prop.hedge in ("possible", "opinion"):
        return None
    p, values = persons[0], {int(a.value) for a in ranks if a.value and a.value.isdigit()}
    asked = {c for name, c in OFFICES.items() if q.cue(name) and c in SINGLE}
    offices = [o for o in p.offices if o.capacity in (asked or SINGLE) and o.from_ and _begun(q, o)]
    if q.dates() and not any(q.fits(o.from_ or "") for o in offices):
        return None
    office = max(offices, key=lambda o: days.first(o.from_ or ""), default=None)
    if office is not None and len(ranks) == 2 and (found := _two_places(q, p, office, ranks)) is not None:
        return found
    if (
        office is None
        or len(values) != 1
        or len({o.capacity for o in offices}) != 1
        or not _placed_before(q, ranks[-1])
    ):
        return None
    limits = [c for c in ("women-word", *REGIONS) if q.cue(c)]
    home = {a.entity for k in ("state", "people") for a in q.args(k) if a.entity and a.span.start > ranks[0].span.start}
    q.ignore("person", "court", "otp", "organ", "people", "state", "asp", "city", "superlative", "number", "org")
    every = _holders(q, office.capacity)
    order = [h for h, _ in every if all(_is(q, h, c) for c in limits) and (not home or _comes_from(h, home))]
    place = next((i + 1 for i, h in enumerate(order) if h.id == p.id), None)
    names = ", ".join(h.name for h, o in every if days.first(o.from_ or "") <= days.first(office.from_ or ""))
    right = f"Holders of the office of {office.title} in their order: {names}."
    if place is None:
        return None  # "the first woman", of a man: another is meant
    apart = [c for c in limits if next((h.id for h, _ in every if _is(q, h, c)), None) != p.id]
    if len(limits) > 1 and apart and len(ranks) > 1:
        place = 0  # "the first African and the first woman": each by itself
    return Finding(place in values, right, right, office.sources, (p.id,))


def _two_places(q: Question, p: Person, office: Office, ranks: list[Argument]) -> Finding | None:
    """On "the second prosecutor and the first woman in the post": each by itself."""
    limits = [(c, q.prop.roles[f"cue.{c}"].span) for c in ("women-word", *REGIONS) if q.cue(c)]
    values = [int(a.value) for a in ranks if a.value and a.value.isdigit()]
    if len(limits) != 1 or len(values) != 2 or len({h.id for h, _ in _holders(q, office.capacity)}) < 2:
        return None
    limit, span = limits[0]
    near = [0 <= span.start - a.span.end <= 2 for a in ranks]
    if sum(near) != 1:
        return None
    q.ignore("person", "court", "otp", "organ", "people", "state", "asp", "city", "superlative", "number", "org")
    every = _holders(q, office.capacity)
    among = [[h.id for h, _ in every if not only or _is(q, h, limit)] for only in near]
    if not all(p.id in ids for ids in among):
        return None
    holds = all(ids.index(p.id) + 1 == n for ids, n in zip(among, values, strict=True))
    right = f"Holders of the office of {office.title} in their order: {', '.join(h.name for h, _ in every)}."
    return Finding(holds, right, right, office.sources, (p.id,))


def _placed_before(q: Question, rank: Argument) -> bool:
    """Whether the ordinal stands with the office: "third prosecutor", "third ... to hold the post"."""
    if q.cue("hold-the-post"):
        return True
    spans = [q.prop.roles[f"cue.{name}"].span for name in OFFICES if f"cue.{name}" in q.prop.roles]
    return any(0 < s.start - rank.span.end <= 16 and q.prop.span.end - s.end <= 36 for s in spans)


def _is(q: Question, person: Person, limit: str) -> bool:
    if limit == "women-word":
        return person.gender == "female"
    states = [q.record.states[n.state] for n in person.nationalities]
    return any(s.regional_group in REGIONS[limit] and (limit != "european-one" or s.id not in OVERSEAS) for s in states)


def _comes_from(person: Person, states: set[str]) -> bool:
    return any(n.state in states for n in person.nationalities)


def before_in_office(q: Question) -> Finding | None:
    """On "His predecessor, Fatou Bensouda", "Before him the office was held by X", "X, who followed Y in the post"."""
    if q.prop.negated or q.prop.hedge or q.prop.conditional:
        return None
    slots = ("poss", "before", "of") if q.has("person", "poss") or q.has("person", "before") else ("subj",)
    new = [p for p in q.persons(*slots) if serves(p)]
    if not new and q.cue("come-after"):
        new = [p for p in (_holder(q, "come-after"),) if p is not None]
    old = [p for p in _named(q) if p.id not in {n.id for n in new}]
    q.ignore("person", "court", "otp", "organ", "people", "state", "asp", "city", "ordinal")
    if len(new) != 1 or not old or not all(serves(p) for p in old):
        return None
    for office in sorted(new[0].offices, key=lambda o: days.first(o.from_ or "1990"), reverse=True):
        if office.capacity not in SINGLE or not office.from_:
            continue
        order = [
            p for p, o in _holders(q, office.capacity) if days.first(o.from_ or "") < days.first(office.from_ or "")
        ]
        if not order or not (q.cue("post-held") or any(p in order for p in old)):
            continue
        right = f"{new[0].name} followed {order[-1].name} in the office of {office.title}."
        holds = {p.id for p in old} <= {p.id for p in order[-len(old) :]}
        asked = {c for name, c in OFFICES.items() if q.cue(name)}
        if holds and q.cue("as-office") and asked and office.capacity not in asked:
            return Finding(False, right, right, office.sources, (new[0].id, old[0].id))
        years = q.number("year")
        if years is not None and years[1] != TERMS[office.capacity]:
            return None
        if q.dates():
            served = [o for o in order[-1].offices if o.capacity == office.capacity]
            holds = holds and all(q.fits(o.from_ or "") for o in served)
            return Finding(holds or None, right, right, office.sources, (new[0].id, old[0].id))
        return Finding(holds, right, right, office.sources, (new[0].id, old[0].id))
    return None


def _named(q: Question) -> list[Person]:
    return [q.record.persons[e] for e in q.named("person") if e in q.record.persons]


def judge_since(q: Question) -> Finding | None:
    """On "She has been a judge of the court since 2018"."""
    persons = q.persons("subj")
    if len(persons) != 1 or q.prop.negated or q.prop.hedge:
        return None
    offices = [o for o in persons[0].offices if o.capacity == "judge" and o.from_]
    q.ignore("person", "court", "organ", "people", "state")
    dates = q.dates("since")
    if not offices or not dates:
        return None
    right = f"{persons[0].name} has been a judge of the Court since {q.words(offices[0].from_ or '')}."
    each = [b.year == days.first(offices[0].from_ or "").year for _, (_, b) in dates]
    return Finding(all(each), right, right, offices[0].sources, (persons[0].id,))


def leads(q: Question) -> Finding | None:
    """On "Päivi Kaukoranta chairs the Assembly", "Peter Lewis runs the Registry": who holds the office now."""
    persons = q.persons("subj", "by", "outer")
    named = [c for name, c in LED.items() if q.cue(name)]
    q.ignore("person", "court", "otp", "organ", "people", "state", "asp", "city")
    if len(persons) != 1 or len(named) != 1 or q.prop.negated or q.prop.hedge:
        return None
    p, capacity = persons[0], named[0]
    held = [(h, o) for h, o in _holders(q, capacity) if in_office(o, q.day())]
    mine = [o for o in p.offices if o.capacity == capacity and o.from_]
    since = [asked for _, asked in q.dates()]
    if not held or (since and not mine):
        return None
    right = f"{held[0][0].name} holds the office of {held[0][1].title} on {q.now}."
    if q.prop.tense != "present" and not any(in_office(o, q.day()) for o in mine):
        return None
    holds = any(h.id == p.id for h, _ in held)
    if since and not q.fits(*(o.from_ or "" for o in mine)):
        return None
    return Finding(holds if holds or serves(p) else None, right, right, held[0][1].sources, (p.id,))


def on_leave(q: Question) -> Finding | None:
    """On "He is on leave", "His two deputies run the office": only ever to support."""
    persons = [p.id for p in q.persons("subj", "poss", "outer") if serves(p)]
    number = q.number("plain")
    q.ignore("person", "court", "otp", "organ", "number", "org")
    if not persons or q.prop.negated or q.prop.hedge or (q.cue("deputy") and number is not None and number[1] != 2):
        return None
    for h in q.record.chronicle.values():
        if "went on leave" in h.text and persons[0] in h.concerns and q.known(h) and q.fits(h.on):
            return Finding(True, h.text, None, h.sources, (h.id, persons[0]))
    return None
