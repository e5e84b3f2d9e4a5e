"""Who decides claims about arrest, surrender, custody, release and death."""

from __future__ import annotations

from msgspec.structs import replace

from hague.checking import groups, manner
from hague.checking.cases import WORDS, _by_state, _days, _merge, _on, _phrase, in_play, step
from hague.checking.model import Finding
from hague.checking.offices import COURT
from hague.checking.question import Question
from hague.checking.sentences import same_term
from hague.checking.serving import went_to
from hague.record import days
from hague.record.model import Person, PersonEvent


def took_office(q: Question) -> Finding | None:
    """On "Khan took office in June 2021": offices of the Court."""
    persons = q.persons("subj", "obj") or q.persons()
    if len(persons) == 1 and (before := set(q.named("person", "from")) - {persons[0].id}):
        why = f"{persons[0].name} took office after {', '.join(sorted(q.record.persons[b].name for b in before))}?"
        return Finding(None, why, final=True)  # from whom, says who followed whom
    q.ignore("person", "court", "otp", "organ", "people")
    if len(persons) != 1 or q.prop.negated or not q.dates() or q.dates("until"):
        return None
    p = persons[0]
    for office in p.offices:
        if office.capacity in COURT and office.from_ and q.fits(office.from_):
            right = f"{p.name} has held the office of {office.title} since {q.words(office.from_)}."
            return Finding(True, right, None, office.sources, (p.id,))
    return None


_arrested = step(
    "arrested",
    "detained-elsewhere",
    "surrendered",
    articles=("59",),
    by_state=True,
    slots=("obj", "of", "subj", "poss"),
)


def arrested(q: Question) -> Finding | None:
    """On "X was arrested in Belgium in May 2008", "has never been arrested"."""
    found = groups.counted(q, groups.ARRESTED, "arrest")
    if found is not None:
        return found
    if q.prop.negated:
        return _inverted(at_large(q))
    if q.has("state", "subj") and not q.has("person"):
        return None
    elsewhere = _in_another_state(q) or _received_instead(q)
    if elsewhere is not None:
        return elsewhere
    q.stateful = True
    found = _came_himself(q) or _arrested(q) or _never_arrested(q)
    placed = q.has("state", "in", "at", "by", "subj") or q.has("people", "by") or q.has("capital", "in", "at")
    if found is not None and found.holds is False and q.dates() and not placed:
        persons = in_play(q, "obj", "of", "subj", "poss")
        arrests = [e for p in persons for e in q.events(p, "arrested", "detained-elsewhere")]
        came = [e for p in persons for e in q.events(p, "surrendered")]
        if came and not arrests and all(b <= days.first(came[0].on) for _, (_, b) in q.dates()):
            return Finding(None, found.why)  # nothing on record of what came before the surrender
    return None if found is not None and found.holds and _only_handed_over(q) else found


def _in_another_state(q: Question) -> Finding | None:
    """On "was arrested a month later in Belgium" of somebody arrested in France: wrong whenever that was."""
    persons = in_play(q, "obj", "of", "subj", "poss")
    if len(persons) != 1 or q.guessed or q.prop.hedge or q.prop.nominal or q.has("quantified"):
        return None
    taken = q.events(persons[0], "arrested", "detained-elsewhere")
    if len(taken) != 1 or not taken[0].place or not (q.named("state", "in", "at") or q.has("capital", "in", "at")):
        return None
    fits = _by_state(q, taken)
    if fits is None or fits[0] is not False or q.events(persons[0], "surrendered")[1:]:
        return None
    q.ignore("time", "number")
    right = fits[1] or ""
    return Finding(False, right, right, taken[0].sources, (persons[0].id,), ("59",))


def _received_instead(q: Question) -> Finding | None:
    """On "Uganda arrested him", of a visitor whom the record says that the State did not arrest."""
    states, persons = q.named("state", "subj"), in_play(q, "obj", "of")
    if len(states) != 1 or len(persons) != 1 or q.guessed or q.prop.hedge or q.prop.nominal:
        return None
    p = persons[0]
    if q.events(p, "arrested", "detained-elsewhere", "surrendered"):
        return None
    for h in q.record.chronicle.values():
        told = p.id in h.concerns and states[0] in h.concerns and "not arrest" in h.text and q.known(h)
        if told and q.fits(h.on) is not False:
            q.ignore("time")
            return Finding(False, h.text, h.text, h.sources, (p.id, states[0], h.id), ("89",))
    return None


def _came_himself(q: Question) -> Finding | None:
    """On "He was picked up by Rwandan police" and "who was arrested in Chad", of one who came of his own accord."""
    persons = in_play(q, "obj", "of", "subj", "poss")
    if len(persons) != 1 or q.prop.hedge or q.prop.nominal:
        return None
    p = persons[0]
    if any(e.event in ("arrested", "detained-elsewhere") for e in p.history):
        return None
    summoned, came = q.events(p, "summons-issued"), q.events(p, "surrendered")
    if summoned and not came and not any(e.event == "warrant-issued" for e in p.history):
        right = f"{p.name} was summoned to appear on {q.words(summoned[0].on)} and came without being arrested."
        q.ignore("time", "state", "capital", "people", "city", "place")
        return Finding(False, right, right, summoned[0].sources, (p.id,), ("58",))
    own = [e for e in came if _of_his_own_will(e)]
    if own and (q.has("people", "by") or q.has("state", "by") or q.has("state", "subj")):
        q.ignore("time", "state", "capital", "people", "city", "place")
        right = own[0].text or ""
        return Finding(False, right, right, own[0].sources, (p.id,), ("89",))
    return None


def _of_his_own_will(e: PersonEvent) -> bool:
    text = (e.text or "").lower()
    return any(w in text for w in ("gave himself up", "voluntar", "turned himself", "gives himself up"))


def _only_handed_over(q: Question) -> bool:
    """Whether the day is that of the surrender, of somebody who had been arrested long before."""
    persons = in_play(q, "obj", "of", "subj", "poss")
    if len(persons) != 1 or not q.dates():
        return False
    taken = q.events(persons[0], "arrested", "detained-elsewhere")
    handed = q.events(persons[0], "surrendered")
    if not taken or not handed or any(q.fits(*_days(e)) is not False for e in taken):
        return False
    return (days.first(handed[0].on) - days.last(taken[0].on)).days > 60


def _never_arrested(q: Question) -> Finding | None:
    """An arrest of somebody whom the record, to this day, has at large."""
    persons = in_play(q, "obj", "of", "subj", "poss")
    out = [found for p in persons if (found := _at_large_still(q, p)) is not None]
    if not persons or len(out) != len(persons):
        return None
    q.ignore("time", "state", "capital", "place", "org")
    return _merge(q, out)


def _at_large_still(q: Question, p: Person) -> Finding | None:
    taken = (
        "arrested",
        "detained-elsewhere",
        "surrendered",
        "first-appearance",
        "died",
        "death-reported",
        "summons-issued",
    )
    issued = q.events(p, "warrant-issued", "warrant-unsealed")
    if not issued or any(e.event in taken for e in p.history):
        return None
    right = f"{_phrase(q, 'warrant-issued', p, issued[-1])} No arrest is on record."
    return Finding(False, right, right, issued[-1].sources, (p.id,), ("59",))


def _inverted(found: Finding | None) -> Finding | None:
    if found is None or found.holds is None:
        return found
    return Finding(not found.holds, found.why, found.right, found.facts, found.entities, found.articles)


_surrendered = step(
    "surrendered",
    "arrested",
    "transferred-to-serve",
    articles=("89",),
    by_state=True,
    slots=("obj", "of", "subj", "poss"),
)


def _years_at_large(q: Question) -> None:
    """Takes note of "after 13 years on the run" where that is the time from the warrant to the custody."""
    years = q.prop.roles.get("number.year")
    persons = in_play(q, "subj", "obj", "of", "poss")
    if years is None or not q.cue("at-large") or len(persons) != 1:
        return
    issued = q.events(persons[0], "warrant-issued")
    came = q.events(persons[0], "surrendered")
    if issued and came and years.value:
        spent = (days.first(came[0].on) - days.first(issued[0].on)).days / 365.25
        if abs(spent - float(years.value.rpartition(" ")[2])) <= 1:
            q.number("year")


def surrendered(q: Question) -> Finding | None:
    """ "handed over by Mali in 2018": to the Court, unless the clause sends the person elsewhere."""
    _years_at_large(q)
    if q.cue("others-word", "may-words") and (q.prop.negated or q.cue("may-words")):
        return None  # "no other has ever reached The Hague", "so that he can be surrendered"
    found = groups.counted(q, groups.SURRENDERED, "surrender") or _surrendered(q)
    if (
        found is not None
        and found.holds is False
        and any(q.events(p, "summons-issued") for p in in_play(q, "obj", "of", "subj", "poss"))
    ):
        return None  # who came on a summons may be said to have given himself up
    if found is not None and found.holds and any(not a.entity for a in q.args("person", "of", "by", "subj")):
        found = replace(found, holds=None)  # "the government of X delivered him", where the record knows no X
    if found is not None and found.holds and q.prop.negated and not _ever_brought(q):
        return replace(found, holds=False)  # "He was not handed to the Court": he was only arrested
    if found is not None and found.holds and not q.prop.negated and not q.prop.hedge:
        let_go = _let_go_instead(q)
        if let_go is not None:
            return let_go
    if found is None or found.holds is not False:
        return found
    if set(q.named("state", "to")) - {"state:NLD"} and not q.has("court"):
        return None  # "extradited him to Libya"
    if q.named("state", "from") and not q.has("state", "to"):
        return found  # "transferred from Mali", of somebody whom Niger handed over
    to_court = (
        q.has("court")
        or any(a.value == "hague" for a in q.args("city"))
        or any(part in (q.word("surrender") or "") for part in ("over", "self", "selves"))
    )
    return (
        found
        if to_court or q.has("state", "by", "subj") or (q.word("surrender") or "").startswith("surrender")
        else None
    )


def _let_go_instead(q: Question) -> Finding | None:
    """On "Italy handed him over to the Court", of somebody whom the State let go."""
    persons = in_play(q, "obj", "of", "subj", "poss")
    if len(persons) != 1 or q.guessed or not (q.has("court") or any(a.value == "hague" for a in q.args("city"))):
        return None
    freed = q.events(persons[0], "released-elsewhere")
    if not freed or _ever_brought(q) or not set(q.named("state", "by", "subj")) & set(freed[-1].by):
        return None
    right = freed[-1].text or _phrase(q, "released-elsewhere", persons[0], freed[-1])
    return Finding(False, right, right, freed[-1].sources, (persons[0].id,), ("89",))


def _ever_brought(q: Question) -> bool:
    return any(q.events(p, "surrendered", "first-appearance") for p in in_play(q, "obj", "subj", "of"))


def surrendered_self(q: Question) -> Finding | None:
    """On "turned himself in": only what the record says of the surrender."""
    persons = in_play(q)
    q.ignore("court", "otp", "situation", "org", "city")
    if not persons:
        return None
    p = persons[0]
    events = q.events(p, "surrendered")
    if not events:
        return None
    at_first = [e for e in q.events(p, "arrested") if _of_his_own_will(e)]
    holds, shown = _on(q, p, at_first or events)
    text = (shown.text or "").lower()
    states = _by_state(q, events)
    own = _of_his_own_will(shown) or "himself" in text
    if not q.cue("embassy") and (wrong := _to_another(q, p, shown, at_first or events)) is not None:
        return wrong
    right = shown.text or _phrase(q, "surrendered", p, shown)
    taken = q.events(p, "arrested")
    if not own and taken and not at_first and len(events) == 1 and days.first(taken[-1].on) < days.first(shown.on):
        q.ignore("state", "time")
        right = f"{_phrase(q, 'arrested', p, taken[-1])} {right}"
        return Finding(False, right, right, taken[-1].sources, (p.id,), ("89",))
    if holds is not False and q.cue("embassy"):
        return _embassy(q, p, shown)
    if holds and not own:
        holds = None
    if states is None or states[0] is None:
        holds = None
    return Finding(holds, right, right, shown.sources, (p.id,), ("89",))


def _to_another(q: Question, p: Person, shown: PersonEvent, events: list[PersonEvent]) -> Finding | None:
    """On "He turned himself in to the Kenyan police": to whom, or in which country, where the record names a State."""
    slots = ("to", "in", "at", "of")
    asked = {*q.named("state", *slots), *q.entities("people", "to", "in", "at"), *q.entities("capital", *slots)}
    if not q.named("state", "to") and not q.has("people", "to") and not q.cue("into-the-hands"):
        asked -= {n.state for n in p.nationalities}  # "the former leader of Kenya gave himself up"
    there = {f"state:{e.place}" for e in events if e.place} | {b for e in events for b in (*e.by, e.to) if b}
    there = {s for s in there if s in q.record.states} - {"state:NLD"} or {s for s in there if s == "state:NLD"}
    told = shown.text or ""
    if len(asked) != 1 or not asked <= set(q.record.states) or not there:
        return None
    state = q.record.states[next(iter(asked))]
    if asked & there or state.name in told or any(d in told for d in (*state.demonyms, state.capital or "?")):
        q.ignore("people", "capital", "state")
        return None
    right = told or _phrase(q, "surrendered", p, shown)
    q.ignore("people", "capital", "state", "time")
    return Finding(False, right, right, shown.sources, (p.id,), ("89",))


def _embassy(q: Question, p: Person, shown: PersonEvent) -> Finding | None:
    """Whose embassy somebody walked into: wrong where the record names another State's."""
    text = shown.text or ""
    at = q.prop.roles["cue.embassy"].span
    near = [a for a in (*q.args("people"), *q.args("state", "of")) if a.entity in q.record.states]
    whose = [
        a.entity for a in near if a.entity and (0 <= at.start - a.span.end <= 2 or 0 <= a.span.start - at.end <= 8)
    ]
    towns = [*q.entities("capital", "in", "at"), *q.named("state", "in")]
    there = {s for s in towns if s in q.record.states} - {a.entity for a in near}
    if (
        "embassy" in text
        and there
        and not any((q.record.states[s].capital or "?") in text or q.record.states[s].name in text for s in there)
    ):
        q.ignore("people", "state", "city", "capital")
        return Finding(False, text, text, shown.sources, (p.id,), ("89",))
    if "embassy" not in text or len(whose) != 1:
        return None
    q.ignore("people", "state", "city", "capital")
    return Finding(q.record.states[whose[0]].name in text, text, text, shown.sources, (p.id,), ("89",))


_KEPT = ("refus", "reject", "den", "confirm", "remain")


def _on_release(q: Question, p: Person) -> list[PersonEvent]:
    """Rulings of the days in question that refuse a release or keep somebody in detention."""
    return [
        e
        for e in p.history
        if e.text
        and q.known(e)
        and ("release" in e.text.lower() or "detention" in e.text.lower())
        and any(w in e.text.lower() for w in _KEPT)
        and (q.fits(e.on) is True if q.dates() else (q.day() - days.last(e.on)).days <= 10)
    ]


def _not_yet(q: Question, p: Person) -> Finding | None:
    """A release told of somebody in the Court's custody whom the record has released only after the report."""
    came = q.events(p, "surrendered", "returned-to-custody")
    later = [e for e in p.history if e.event in ("released", "sentence-served") and days.first(e.on) > q.day()]
    said = q.prop.hedge or q.prop.question or q.prop.conditional or q.prop.nominal
    if said or q.dates() or not came or not later or q.events(p, *_GONE, "released", "interim-release"):
        return None
    right = f"{_phrase(q, came[-1].event, p, came[-1])} No release is on record by {q.now}."
    return Finding(False, right, right, came[-1].sources, (p.id,), ("60",))


def kept_in_custody(q: Question) -> Finding | None:
    """On "The judges left him in detention": who had come and not gone by then."""
    persons = in_play(q, "obj", "subj", "of")
    q.ignore("court", "otp", "situation", "org", "city", "state", "capital", "place", "people", "chamber")
    if len(persons) != 1 or q.prop.negated or q.prop.hedge:
        return None
    p = persons[0]
    ruled = _on_release(q, p)
    if ruled:
        return Finding(True, ruled[-1].text or "", None, ruled[-1].sources, (p.id,), ("60",))
    came = q.events(p, "surrendered", "returned-to-custody")
    gone = q.events(p, *_GONE)
    free = q.events(p, "released", "interim-release", "died", "sentence-served")
    left = [e for e in free if came and days.first(came[-1].on) < days.first(e.on) and days.last(e.on) < q.day()]
    if left and q.prop.tense == "present" and not q.dates():
        right = _phrase(q, left[-1].event, p, left[-1])
        return Finding(False, right, right, left[-1].sources, (p.id,), ("60",))
    if q.dates() or not came or (gone and days.first(gone[-1].on) >= days.first(came[-1].on)):
        return None
    return Finding(True, _phrase(q, came[-1].event, p, came[-1]), None, came[-1].sources, (p.id,), ("60",))


_GONE = (
    "released",
    "interim-release",
    "died",
    "sentence-served",
    "transferred-to-serve",
    "acquitted",
    "charges-declined",
    "released-elsewhere",
)


def release_refused(q: Question) -> Finding | None:
    """On "The judges refused to set him free": a ruling that says so."""
    persons = in_play(q, "obj", "subj", "of", "poss", "for")
    q.ignore("court", "situation", "org", "city", "state", "capital", "place", "people", "chamber", "time")
    if len(persons) != 1 or q.prop.hedge:
        return None
    ruled = _on_release(q, persons[0])
    if not ruled:
        return None
    return Finding(True, ruled[-1].text or "", None, ruled[-1].sources, (persons[0].id,), ("60",), polar=False)


def in_exile(q: Question) -> Finding | None:
    """On "The former president lives in exile in Saudi Arabia", of somebody who is behind bars."""
    persons = in_play(q, "subj", "obj", "of")
    q.ignore("state", "capital", "people", "city", "place", "court", "situation", "time", "number")
    if len(persons) != 1 or q.prop.negated or q.prop.hedge or q.prop.question or q.prop.conditional or q.dates():
        return None
    p = persons[0]
    taken = q.events(p, "surrendered", "arrested", "detained-elsewhere", "returned-to-custody")
    left = q.events(p, *_GONE, "escaped")
    if not taken or (left and days.first(left[-1].on) >= days.first(taken[-1].on)):
        return None
    if not (q.word("in-exile") or "").startswith(("in", "been", "lives", "living")):
        return None
    right = _phrase(q, taken[-1].event, p, taken[-1])
    return Finding(False, right, right, taken[-1].sources, (p.id,), ("59",))


def returned_home(q: Question) -> Finding | None:
    """On "He was flown to Tripoli two days later"."""
    persons = in_play(q)
    q.ignore("court", "people", "situation", "org", "city", "state", "capital", "place")
    if not persons or q.prop.negated:
        return None
    p = persons[0]
    events = q.events(p, "released-elsewhere")
    if not events:
        return None
    holds, shown = _on(q, p, events)
    if not q.dates() and q.prop.hedge:
        return None
    right = _phrase(q, "released-elsewhere", p, shown)
    return Finding(holds if holds else None, right, right, shown.sources, (p.id,), ("89",))


def freed_without_consulting(q: Question) -> Finding | None:
    """On "freed without warning or consultation": what the Court said about a release by national authorities."""
    persons = in_play(q)
    q.ignore("state", "court")
    if not persons:
        return None
    events = q.events(persons[0], "released-elsewhere")
    if not events or not any(w in (events[0].text or "").lower() for w in ("without", "consult", "notice")):
        return None
    return Finding(True, events[0].text or "", None, events[0].sources, (persons[0].id,), ("97",), polar=False)


def at_large(q: Question) -> Finding | None:
    """On "X is still free", "no other Libyan suspect is at large"."""
    q.ignore("court", "otp", "situation", "org", "city", "time")
    if q.has("quantified") and q.has("people"):
        q.ignore("quantified")
        return _others_at_large(q)
    found = groups.counted(q, groups.WANTED, "at-large")
    if found is not None:
        return found
    persons = in_play(q, "subj", "obj", "for", "poss")
    if not persons:
        return None
    _years_out(q, persons)
    q.args("state", "outer", "poss", "of")
    out = []
    for p in persons:
        issued = q.events(p, "warrant-issued", "warrant-unsealed")
        taken = q.events(p, "surrendered", "first-appearance", "died", "arrested", "warrant-ended", "self-surrendered")
        if not issued:
            return None
        if taken:
            e = taken[-1]
            right = _phrase(q, e.event, p, e)
            if any(x.event == "released-elsewhere" for x in p.history) or q.prop.tense == "past":
                return None  # "had long seemed out of reach": so it was, once
            out.append(Finding(False, right, right, e.sources, (p.id,)))
        else:
            right = f"{_phrase(q, 'warrant-issued', p, issued[0])} No arrest or surrender is on record by {q.now}."
            out.append(Finding(True, right, right, issued[0].sources, (p.id,)))
    return _merge(q, out)


def _years_out(q: Question, persons: list[Person]) -> None:
    """Takes note of "more than ten years after the first warrant" where so many have passed since."""
    years = next((a.value.split() for a in q.args("number", "year") if a.value), None)
    issued = q.events(persons[0], "warrant-issued")
    if years is not None and issued and len(persons) == 1:
        spent = (q.day() - days.first(issued[0].on)).days / 365.25
        n = float(years[-1])
        fits = {"at-least": spent >= n, "at-most": spent <= n}.get(years[0], abs(spent - n) <= 1)
        q.ignore("ordinal", "number") if fits else q.unread("number")


def _others_at_large(q: Question) -> Finding | None:
    nationals = set(q.entities("people")) | {s for sit in q.named("situation") for s in q.states_of(sit)}
    if not nationals or not q.has("quantified"):
        return None
    loose = []
    for p in q.record.persons.values():
        if not nationals & ({n.state for n in p.nationalities} | {o.body for o in p.offices}) and not (
            nationals & set(q.states_of(p.situation))
        ):
            continue
        issued = q.events(p, "warrant-issued", "warrant-unsealed")
        if issued and not q.events(
            p,
            "surrendered",
            "first-appearance",
            "died",
            "death-reported",
            "warrant-ended",
            "case-inadmissible",
            "released-elsewhere",
            "arrested",
        ):
            loose.append((p, issued[-1]))
    if not loose:
        return None
    names = ", ".join(p.name for p, _ in loose[:4])
    right = f"Warrants were outstanding against others, among them {names}."
    return Finding(True, right, right, loose[0][1].sources, tuple(p.id for p, _ in loose[:6]), ("58",))


def in_custody(q: Question) -> Finding | None:
    """On "X is in the court's custody"."""
    q.stateful = True
    persons = in_play(q, "subj", "obj")
    places = set(q.named("state", "in", "at"))
    said = q.word("in-custody") or ""
    of_court = any(w in said for w in ("court", "icc", "its", "hague", "tribunal", "cell"))
    q.ignore("court", "otp", "situation", "org", "city", "state", "capital", "place", "people")
    found = groups.counted(q, groups.HELD, "in-custody")
    if found is not None:
        return found
    beside = {a.entity for a in q.args("person", "with", "outer") if a.entity}
    if not persons or (q.has("number", "person") and beside and {p.id for p in persons} <= beside):
        return None  # "Three are in its cells, with Bemba to follow"
    out = []
    for p in persons:
        came = q.events(p, "surrendered", "returned-to-custody") or q.events(p, "first-appearance")
        if q.events(p, "summons-issued") and not q.events(
            p, "surrendered", "arrested", "warrant-issued", "detained-elsewhere"
        ):
            s = q.events(p, "summons-issued")[0]
            right = f"{p.name} came on a summons of {q.words(s.on)} and was never in the Court's custody."
            q.ignore("number", "time")
            out.append(Finding(False, right, right, s.sources, (p.id,)))
            continue
        left = q.events(p, *_GONE)
        elsewhere = q.events(p, "arrested", "detained-elsewhere")
        there = [e for e in elsewhere if f"state:{e.place}" in places or set(e.by) & places]
        if there and q.dates() and q.fits(*(d for e in there for d in _days(e))):
            right = _phrase(q, there[-1].event, p, there[-1])
            out.append(Finding(True, right, right, there[-1].sources, (p.id,)))
            continue
        if not came:
            if q.cue("held-in") and elsewhere and not places and not of_court and not q.events(p, "released-elsewhere"):
                right = _phrase(q, elsewhere[-1].event, p, elsewhere[-1])
                out.append(Finding(True, right, right, elsewhere[-1].sources, (p.id,)))
                continue
            held = [e for e in elsewhere if f"state:{e.place}" in places or set(e.by) & places]
            if held and not q.events(p, "released-elsewhere"):
                right = _phrase(q, held[-1].event, p, held[-1])
                out.append(Finding(True, right, right, held[-1].sources, (p.id,)))
                continue
            if (
                (elsewhere and not of_court)
                or not q.events(p, "warrant-issued")
                or (q.prop.negated is False and q.has("capital"))
            ):
                return None
            right = f"No surrender of {p.name} is on record by {q.now}."
            out.append(Finding(False, right, right, q.events(p, "warrant-issued")[0].sources, (p.id,)))
            continue
        since = q.fits(*(d for e in came for d in _days(e)))
        if q.dates() and since is not True:
            right = _phrase(q, came[0].event, p, came[0])
            then = [asked for relation, asked in q.dates() if relation == "on"]
            began, ended = days.first(came[0].on), days.last(left[-1].on) if left else q.day()
            within = bool(then) and all(began <= a and b <= max(ended, q.day()) for a, b in then)
            out.append(Finding(True if within else since, right, right, came[0].sources, (p.id,)))
            continue
        inside = not left or days.first(came[-1].on) > days.first(left[-1].on)
        gone = bool(left) and left[-1].event in ("released", "sentence-served", "acquitted", "charges-declined")
        if not inside and gone and of_court and q.prop.tense == "present" and not q.dates() and left[-1].event in WORDS:
            right = _phrase(q, left[-1].event, p, left[-1])
            out.append(Finding(False, right, right, left[-1].sources, (p.id,)))
            continue
        right = _phrase(q, came[-1].event, p, came[-1]) + (
            f" {_phrase(q, left[-1].event, p, left[-1])}" if left and not inside and left[-1].event in WORDS else ""
        )
        out.append(Finding(True if inside else None, right, right, came[-1].sources, (p.id,)))
    return _merge(q, out)


_appeared = step(
    "first-appearance",
    "confirmation-hearing",
    "in-absentia-hearing",
    "trial-opened",
    articles=("60",),
    slots=("subj", "obj", "of"),
)


def appeared(q: Question) -> Finding | None:
    """ "appeared before the judges on Monday": many hearings are not on record, so a day without one proves nothing."""
    found = _appeared(q)
    word = q.word("appear") or ""
    if found is not None and found.holds is False and ("first appear" in word or word.startswith(("first", "initial"))):
        return found
    return found if found is None or found.holds is not False else Finding(None, found.why)


_released = step(
    "released",
    "interim-release",
    "released-elsewhere",
    "sentence-served",
    articles=("83",),
    slots=("obj", "of", "subj", "poss"),
    by_state=False,
)


def released(q: Question) -> Finding | None:
    """ "freed on 23 December 2011"; wrong on a day on which the judges refused it."""
    if q.prop.negated:
        return None
    persons = in_play(q, "obj", "of", "subj", "poss")
    unwilling = manner.against_the_prosecutor(q, persons[0]) if len(persons) == 1 else None
    if unwilling is not None:
        return unwilling
    if len(persons) == 1 and not q.prop.hedge and not q.events(persons[0], *_GONE):
        ruled = _on_release(q, persons[0])
        if ruled:
            return Finding(False, ruled[-1].text or "", ruled[-1].text, ruled[-1].sources, (persons[0].id,), ("60",))
    if len(persons) == 1 and (wrong := _not_yet(q, persons[0])) is not None:
        return wrong
    found = _released(q)
    return found if found is None or found.holds is not False or q.dates() else None


def sentence_served(q: Question) -> Finding | None:
    persons = in_play(q, "subj", "of", "poss", "obj")
    q.ignore("court", "people", "state", "place", "capital", "city", "org")
    if not persons:
        return None
    same, right = same_term(q, persons[0])
    serving = "serving" in (q.word("serve-sentence") or "") and not any(a.candidates for a in q.args("number", "year"))
    if same is False and serving and not q.prop.negated and not q.prop.hedge:
        q.ignore("time")
        return Finding(False, right, right, persons[0].sources, (persons[0].id,), ("77",))
    if not same:
        return None
    if (q.word("serve-sentence") or "").partition(" ")[0] in ("serve", "serves", "serving"):
        return _serves_in(q, persons[0])
    events = q.events(persons[0], "sentence-served", "released", "transferred-to-serve")
    if not events:
        return None
    holds, shown = _on(q, persons[0], events)
    right = _phrase(q, shown.event, persons[0], shown)
    return Finding(holds, right, right, shown.sources, (persons[0].id,), ("110",))


def _serves_in(q: Question, p: Person) -> Finding | None:
    """On "He will serve his sentence in Norway": wrong where the record has the State in which he serves it."""
    asked = set(q.named("state", "in", "to"))
    went = q.events(p, "transferred-to-serve")
    if len(asked) != 1 or not went or q.prop.negated or q.dates():
        return None
    where = {s for e in went for s in (e.to, f"state:{e.place}" if e.place else None, *e.by) if s in q.record.states}
    if not where or asked & where:
        return None
    right = f"{_phrase(q, went[-1].event, p, went[-1])} {went[-1].text or ''}".rstrip()
    return Finding(False, right, right, went[-1].sources, (p.id,), ("103",), general=True)


_moved = step("transferred-to-serve", articles=("103",), slots=("obj", "subj", "of", "poss"))


def moved_to_serve(q: Question) -> Finding | None:
    """On "sent back to Congo in December to serve the rest": only where the record has such a move."""
    to = set(q.named("state", "to"))
    found = _moved(q)
    if found is None or not found.holds:
        return found if found is None else Finding(None, found.why)
    persons = in_play(q, "obj", "subj", "of", "poss")
    states = went_to(q, [e for p in persons for e in q.events(p, "transferred-to-serve")])
    if to and states and not to & states:
        right = f"{found.why} It was to {' and '.join(q.record.states[s].name for s in sorted(states))}."
        return Finding(False, right, right, found.facts, found.entities, found.articles)
    if not to and states and (there := set(q.named("state", "in"))) and not there & states:
        return Finding(None, found.why)  # "a prison in his native Uganda"
    return found
