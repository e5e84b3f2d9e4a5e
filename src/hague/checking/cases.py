"""Steps of a case: did it happen to these persons, on these dates, by this Chamber or State, for these acts?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from hague.checking import conduct, when
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record import days, wording
from hague.record.known import known
from hague.record.model import Charge, Person, PersonEvent

COURT_KINDS = ("warrant-issued", "summons-issued", "warrant-requested", "charges-confirmed", "convicted", "acquitted")


WORDS = {
    "warrant-issued": "a warrant for {name} was issued",
    "warrant-requested": "the Prosecutor asked for a warrant for {name}",
    "warrant-unsealed": "the warrant for {name} was made public",
    "warrant-ended": "the warrant for {name} came to an end",
    "warrant-refused": "a warrant for {name} was refused",
    "case-admissible": "the case against {name} was held admissible",
    "case-inadmissible": "the case against {name} was held inadmissible",
    "summons-issued": "{name} was summoned to appear",
    "arrested": "{name} was arrested",
    "detained-elsewhere": "{name} was detained by national authorities",
    "released-elsewhere": "{name} was let go by national authorities",
    "surrendered": "{name} was brought into the Court's custody",
    "first-appearance": "{name} first appeared before the judges",
    "confirmation-hearing": "the confirmation hearing of {name} was held",
    "charges-confirmed": "charges against {name} were confirmed",
    "charges-declined": "the judges declined to confirm the charges against {name}",
    "charges-withdrawn": "the charges against {name} were withdrawn",
    "proceedings-vacated": "the charges against {name} were vacated",
    "case-terminated": "the case against {name} was terminated",
    "trial-opened": "the trial of {name} opened",
    "convicted": "{name} was convicted",
    "acquitted": "{name} was acquitted",
    "no-case-to-answer": "{name} was acquitted for want of a case to answer",
    "sentenced": "{name} was sentenced",
    "sentence-reduced": "the sentence of {name} was reduced",
    "conviction-confirmed": "the conviction of {name} was upheld on appeal",
    "conviction-reversed": "the conviction of {name} was reversed on appeal",
    "acquittal-confirmed": "the acquittal of {name} was upheld on appeal",
    "released": "{name} was released",
    "interim-release": "{name} was released under conditions",
    "sentence-served": "{name} completed the sentence",
    "died": "{name} died",
    "death-reported": "{name} was reported dead",
    "reparations-ordered": "reparations were ordered in the case of {name}",
    "transferred-to-serve": "{name} was moved to serve the sentence",
    "unfit-for-trial": "{name} was found unfit to stand trial",
    "fit-for-trial": "{name} was found fit to stand trial",
    "appeal-lodged": "an appeal was lodged in the case of {name}",
    "in-absentia-hearing": "the confirmation hearing of {name} was held in absence",
}


COMPLETE = frozenset(
    ("surrendered", "warrant-issued", "convicted", "acquitted", "sentenced", "charges-confirmed", "trial-opened")
)


"""Steps of which the record has all that are public, so that a missing one did not happen."""


SAME_ACT = {
    "child-deportation": ("unlawful-deportation-or-transfer", "deportation", "forcible-transfer", "unlawful-transfer"),
    "gender-persecution": ("persecution",),
    "pillaging": ("pillage", "pillaging"),
    "murder": ("murder", "wilful-killing", "killing", "genocide-killing", "extermination"),
    "outrages-upon-dignity": ("outrages-on-personal-dignity",),
    "sexual-violence": ("sexual-violence", "rape", "sexual-slavery", "forced-pregnancy"),
    "imprisonment": ("imprisonment", "unlawful-confinement"),
    "torture": ("torture",),
    "deportation": ("deportation", "unlawful-deportation-or-transfer", "forcible-transfer"),
    "forcible-transfer": (
        "forcible-transfer",
        "deportation",
        "unlawful-deportation-or-transfer",
        "displacement-of-civilians",
    ),
    "attack-on-protected-objects": ("attack-on-protected-objects",),
    "child-soldiers": ("child-soldiers", "child-soldiers-use", "child-soldiers-recruitment"),
    "attack-on-civilian-objects": ("attack-on-civilian-objects",),
    "forced-marriage": ("forced-marriage", "other-inhumane-acts"),
    "enslavement": ("enslavement", "sexual-slavery"),
    "hostage-taking": ("hostage-taking",),
}


EXACT = frozenset(
    (
        *SAME_ACT,
        "rape",
        "starvation",
        "persecution",
        "extermination",
        "sexual-slavery",
        "forced-pregnancy",
        "enforced-disappearance",
        "apartheid",
        "cruel-treatment",
        "mutilation",
        "other-inhumane-acts",
        "attack-on-civilians",
        "attack-on-peacekeepers",
    )
)


JUSTICE = "offence-against-administration-of-justice"
"""The crime of article 70, which is counted apart from those of article 5."""
_ACTING = ("prosecutor", "deputy-prosecutor", "judge", "president-of-court")
"""Offices of those who act in a case and stand in its clauses beside the one it is about."""


def in_play(q: Question, *slots: str) -> list[Person]:
    """The persons that the clause is about who have a case before the Court."""
    order = slots or ("obj", "for", "against", "of", "subj", "poss")
    for slot in order:
        found = [p for p in q.persons(slot) if p.history]
        if found:
            q.ignore("person")
            q.counts("person", len(found))
            return found
    everyone = q.persons()
    found = [p for p in everyone if p.history]
    if not found and everyone and all(any(o.capacity in _ACTING for o in p.offices) for p in everyone):
        found = [p for p in q.persons("context") if p.history]
    q.ignore("person")
    return found if not q.unknown_person() or not q.guessed else []


def _phrase(q: Question, kind: str, person: Person, event: PersonEvent) -> str:
    text = WORDS.get(kind, "").format(name=person.name)
    return f"{text[:1].upper()}{text[1:]} on {q.words(event.on)}."


def _on(q: Question, person: Person, events: list[PersonEvent]) -> tuple[bool | None, PersonEvent]:
    """Whether one of the events fits the dates, and which one to show."""
    own = q.paired().get(person.id)
    if own is not None:
        each = [[when.agrees(d, "on", own) for d in _days(e)] for e in events]
        fits = [when.some(f) for f in each]
        holds = when.some(fits)
        return holds, events[fits.index(holds)]
    fits = [q.fits(*_days(e)) for e in events]
    holds = when.some(fits)
    shown = events[fits.index(holds)]
    if holds is not True and len(events) > 1 and q.fits(*(d for e in events for d in _days(e))):
        holds = True
    return holds, shown


def _days(e: PersonEvent) -> tuple[str, ...]:
    return (e.on, e.public_on) if e.public_on else (e.on,)


def _chamber(q: Question, events: list[PersonEvent]) -> tuple[bool | None, str | None]:
    asked = set(q.named("chamber"))
    if not asked - {a.entity for slot, a in q.slots("chamber") if slot == "outer"}:  # that of another verb
        return True, None
    by = {b for e in events for b in e.by if b.startswith("chamber:")}
    if not by:
        return None, None
    if asked & by:
        return True, None
    names = [q.record.bodies[b].name if b in q.record.bodies else b for b in sorted(by)]
    return False, " and ".join(names)


def _acts_fit(q: Question, person: Person, outcomes: tuple[str | None, ...] | None) -> tuple[bool | None, str | None]:
    """Whether the acts that the clause names are charged (with one of the outcomes); and what is, in words."""
    asked = q.acts()
    if not asked:
        return True, None
    charges = [c for c in person.charges if known(c, q.today)]
    listed = [c for c in charges if outcomes is None or _outcome(c, q) in outcomes]
    if not charges:
        return None, None
    verdicts: list[bool | None] = []
    for text in asked:
        crime, _, act = text.partition("/")
        if not act:
            if any(c.crime == crime for c in listed):
                verdicts.append(True)
            else:
                verdicts.append(False)
        else:
            wanted = SAME_ACT.get(act, (act,))
            if act == "gender-persecution":
                verdicts.append(_for_gender(charges, listed))
            elif any(c.act in wanted for c in listed):
                verdicts.append(True)
            else:
                verdicts.append(False if act in EXACT else None)
    names = ", ".join(dict.fromkeys(f"{_crime(c.crime)}: {c.act.replace('-', ' ')}" for c in listed[:6]))
    if False in verdicts:
        return False, names or "none"
    return (None if None in verdicts else True), names


def proved(q: Question, person: Person) -> bool:
    """Whether all acts that the clause names are among the charges proved, and no charge of them ended otherwise."""
    for text in q.acts():
        _, _, act = text.partition("/")
        same = [c for c in person.charges if c.act == act]
        if not act or act not in EXACT or not same or any(_outcome(c, q) != "convicted" for c in same):
            return False
    return bool(q.acts()) and not q.has("place") and not q.has("number", "count")


def _for_gender(charges: list[Charge], listed: list[Charge]) -> bool | None:
    """Whether persecution on grounds of gender is among those listed; ``None`` where no ground is on record."""
    noted = [c for c in charges if c.act == "gender-persecution" or "gender" in (c.note or "").lower()]
    if any("not on grounds of gender" in (c.note or "") for c in noted):
        return any(c.outcome != "convicted" for c in listed)
    if noted or not any(c.act == "persecution" for c in listed):
        return any(c in listed for c in noted)
    return None


def _crime(crime: str) -> str:
    return {
        "war-crime": "war crime",
        "crime-against-humanity": "crime against humanity",
        JUSTICE: "offence against the administration of justice",
    }.get(crime, crime)


def _outcome(c: Charge, q: Question) -> str | None:
    if c.outcome_on and q.today and days.first(c.outcome_on) > q.today:
        return "confirmed" if c.confirmed_on and days.first(c.confirmed_on) <= q.today else None
    return c.outcome


def _merge(q: Question, findings: list[Finding]) -> Finding | None:
    if not findings:
        return None
    misdated = _misdated(q, findings) or conduct.misdated(q, findings)
    if misdated is not None:
        return misdated
    bad = next((f for f in findings if f.holds is (bool(q.prop.negated))), None)
    open_ = next((f for f in findings if f.holds is None), None)
    lead = bad or open_ or findings[0]
    return Finding(
        lead.holds,
        lead.why if bad else " ".join(dict.fromkeys(f.why for f in findings)),
        lead.right,
        tuple(dict.fromkeys(s for f in findings for s in f.facts)),
        tuple(dict.fromkeys(e for f in findings for e in f.entities)),
        lead.articles,
    )


_OF_NOUN = {
    "warrant": ("warrant-issued", "warrant-unsealed", "warrant-amended"),
    "summons": ("summons-issued", "summons-unsealed"),
    "convict": ("convicted", "conviction-confirmed"),
    "acquit": ("acquitted", "no-case-to-answer", "conviction-reversed", "acquittal-confirmed"),
    "sentence": ("sentenced", "sentence-confirmed", "sentence-amended"),
    "trial": ("trial-opened", "trial-closed"),
}


def _misdated(q: Question, findings: list[Finding]) -> Finding | None:
    """Where "the 2021 warrant" names a year in which there was none: wrong, whatever is said of it."""
    asked = q.dates_of_nouns()
    persons = [q.record.persons[e] for f in findings for e in f.entities if e in q.record.persons]
    for noun, span in asked:
        for p in persons:
            events = q.events(p, *_OF_NOUN[noun])
            fits = [when.agrees(d, "on", span) for e in events for d in _days(e)]
            if True in fits or (len(persons) > 1 and noun == "trial"):
                continue
            right = " ".join(_phrase(q, e.event, p, e) for e in events[:3] if e.event in WORDS)
            sure = bool(events) and None not in fits and noun != "trial"
            holds = bool(q.prop.negated) if sure else None
            facts = events[0].sources if events else p.sources
            return Finding(holds, right or findings[0].why, right, facts, (p.id,))
    return None


def step(
    *kinds: str,
    acts: tuple[str | None, ...] | bool | None = False,
    articles: tuple[str, ...] = (),
    slots: tuple[str, ...] = (),
    by_state: bool = False,
) -> Callable[[Question], Finding | None]:
    """A decider for one step of a case: did it happen to these persons, on these dates, by this Chamber or State?"""

    def decide(q: Question) -> Finding | None:
        if q.cue("other-court") and not q.has("court"):
            return None
        if q.prop.negated and q.has("quantified") and not any(a.value == "pronoun" for a in q.args("person")):
            return None
        q.ignore("quantified")
        for unit in ("month", "week", "day"):  # "within two months"
            q.number(unit)
        persons = in_play(q, *slots)
        q.ignore("court", "otp", "people", "situation", "treaty", "city", "org", "capital")
        if not persons and acts is False and not q.prop.negated:
            return by_circumstance(q, *kinds, articles=articles)
        if not persons or q.has("superlative"):
            return None
        if not by_state:
            q.ignore("state", "place")
        if acts is False:
            q.ignore("act")
        out = [_decide_one(q, p, kinds, acts, articles, by_state) for p in persons]
        some = q.number("person")
        if some is not None and some[1] > len(persons) and not q.named("person"):
            return None  # "Before him, two others had been sent to The Hague"
        if some is not None and not some[0] and 1 <= some[1] < len(persons) and not q.named("person"):
            return _some_of_them(q, int(some[1]), out)
        if any(f is None for f in out):
            return None
        return _merge(q, [f for f in out if f is not None])

    return decide


def _some_of_them(q: Question, n: int, each: list[Finding | None]) -> Finding | None:
    """On "four of them": how many of those meant the step fits."""
    held = [f for f in each if f is not None and f.holds]
    if q.prop.negated or not held or any(f is not None and f.holds is None for f in each):
        return None
    right = f"It holds of {len(held)} of them. {' '.join(f.why for f in held[:6])}"
    entities = tuple(e for f in held for e in f.entities)
    return Finding(len(held) == n, right, right, held[0].facts, entities, held[0].articles)


def no_national(q: Question) -> Finding | None:
    """ "The court charged two American generals": nobody of that people has a case. Public cases are all on record."""
    peoples = {a.entity for a in q.args("people") if a.entity and a.value not in ("context", "pronoun")}
    if (
        len(peoples) != 1
        or q.named("person")
        or q.prop.negated
        or not (q.has("number", "person") or q.unknown_person())
    ):
        return None
    whom = [*q.args("person"), *q.args("number", "person")]
    theirs = [a for a in q.args("people") if a.entity in peoples]
    if not any(abs(w.span.start - a.span.end) <= 16 for w in whom for a in theirs):
        return None  # "a man accused of ... sits in a German cell"
    state = peoples.pop()
    for p in q.record.persons.values():
        if p.history and (state in {n.state for n in p.nationalities} or state in {o.body for o in p.offices}):
            return None
    entry = q.record.states.get(state)
    if entry is None or any(
        state in s.states
        for s in q.record.situations.values()
        if any(p.situation == s.id for p in q.record.persons.values())
    ):
        return None
    right = f"Nobody from {entry.name} had been named in a public case of the Court by {q.now}."
    q.ignore("number", "time", "act", "people", "person", "org")
    return Finding(False, right, right, ("rome-statute",), (entry.id,), ("58",))


def by_circumstance(q: Question, *kinds: str, articles: tuple[str, ...] = ()) -> Finding | None:
    """A step of somebody whom the clause does not name, known by its day and Chamber: only ever to support."""
    if not q.dates("on") or q.has("number") or q.named("person"):
        return None
    chambers = set(q.named("chamber"))
    states = set(q.named("state"))
    found = [
        (p, e)
        for p in q.record.persons.values()
        for e in q.events(p, *kinds)
        if q.fits(*_days(e)) is True
        and (not chambers or chambers & set(e.by))
        and (not states or states & set(q.states_of(p.situation)))
    ]
    q.ignore("state", "place", "situation", "person")
    if len({p.id for p, _ in found}) != 1:
        return None
    p, e = found[0]
    return Finding(True, _phrase(q, e.event, p, e), None, e.sources, (p.id,), articles)


def _decide_one(
    q: Question,
    p: Person,
    kinds: tuple[str, ...],
    acts: tuple[str | None, ...] | bool | None,
    articles: tuple[str, ...],
    by_state: bool,
) -> Finding | None:
    events = q.events(p, *kinds)
    if not events:
        if kinds[0] in COMPLETE and any(e.event in COURT_KINDS for e in p.history):
            last = [e for e in p.history if q.known(e)]
            right = f"Nothing of the kind is on record for {p.name} by {q.now}."
            if last:
                right += f" The last step: {_last(q, p, last)}"
            return Finding(False, right, right, last[-1].sources if last else p.sources, (p.id,), articles)
        return None
    holds, shown = _on(q, p, events)
    right = _phrase(q, shown.event, p, shown)
    if holds is False and len(events) > 1:
        right = " ".join(_phrase(q, e.event, p, e) for e in events[:3])
    if holds is not False:
        fits, names = _chamber(q, [shown] if holds else events)
        if fits is False:
            more = [e for e in events if q.fits(e.on)]
            fits, names = _chamber(q, more or events)
        if fits is not True:
            holds = fits
            right = f"It was {names}, on {q.words(shown.on)}." if names else right
    if holds is True:
        holds, how = votes(q, shown)
        right = f"{right} {how}".rstrip()
    if holds is not False and by_state:
        fits2 = _by_state(q, events)
        if fits2 is not None and fits2[0] is not True:
            holds = fits2[0]
            right = fits2[1] or right
        elif fits2 is None:
            holds = None
    if holds is not False and acts is not False:
        outcomes = acts if isinstance(acts, tuple) else None
        fits, names = _acts_fit(q, p, outcomes)
        if fits is not True:
            holds = fits
            if names is not None:
                right = (
                    f"The record has for {p.name}: {names}."
                    if names != "none"
                    else f"{right} Nothing of that kind was among the charges."
                )
    return Finding(holds, right, right, shown.sources, (p.id,), articles)


def _last(q: Question, p: Person, events: list[PersonEvent]) -> str:
    e = events[-1]
    return _phrase(q, e.event, p, e) if e.event in WORDS else f"{(e.text or e.event).rstrip('.')} ({q.words(e.on)})."


def votes(q: Question, e: PersonEvent) -> tuple[bool | None, str]:
    """Whether "unanimously", or "by a majority", is how the step was decided, as far as the record says; and how."""
    whole = any((a.value or "").startswith("all ") for a in q.args("number", "judge"))
    unanimous, divided = q.cue("unanimous") or whole, q.cue("divided")
    if unanimous == divided:
        return (None if unanimous else True), ""
    decided = q.record.decisions.get(e.decision or "")
    how = how_decided((e.text or "", *((decided.holding, *decided.details) if decided else ())))
    if how is None:
        return (None if unanimous else True), ""
    return how == unanimous, "Unanimously." if how else "By majority."


_ALL_OF_THEM = re.compile(
    r"\b(?:judges|decision|judgment|verdict|acquittal|conviction|ruling|chamber|warrants?)\b[^.;]{0,120} unanimous\b"
    r"|\bunanimously\b"
)


def how_decided(sentences: Iterable[str]) -> bool | None:
    """Whether a ruling was unanimous by what its entry says; ``None`` where it says neither, or both of parts of it."""
    whole = split = partly = False
    for sentence in sentences:
        lemmas = {wording.lemma(w) for w in wording.WORD.findall(sentence)}
        if lemmas & {"majority", "dissent"}:
            split = split or "in part" not in sentence
        elif "unanimous" in lemmas:
            whole = whole or (_ALL_OF_THEM.search(sentence.lower()) is not None and " of " not in sentence)
            partly = True
    if split:
        return None if whole else False
    return True if whole or partly else None


def _by_state(q: Question, events: list[PersonEvent]) -> tuple[bool | None, str | None] | None:
    """Whether the State or place named fits: who handed over, or where the arrest was made."""
    agents = q.named("state", "by", "subj") or q.entities("people", "by", "subj")
    where_slots = ("in", "at", "from", "near", "outside")
    places = q.named("state", *where_slots) + q.entities("capital", *where_slots)
    places += q.entities("capital", "of") if q.cue("airport-of") else []
    q.ignore("state", "place", "capital", "people")
    record = q.record
    if agents:
        done = {b for e in events for b in e.by if b.startswith("state:")} | {
            f"state:{e.place}" for e in events if e.place and len(e.place) == 3
        }
        if not done:
            return None
        if set(agents) & done:
            return True, None
        names = " and ".join(record.states[d].name for d in sorted(done) if d in record.states)
        return False, f"It was {names}, on {q.words(events[0].on)}."
    if places:
        where = {f"state:{e.place}" for e in events if e.place and len(e.place) == 3} | {
            b for e in events for b in e.by if b.startswith("state:")
        }
        if not where:
            return None
        if set(places) & where:
            return True, None
        names = " and ".join(record.states[d].name for d in sorted(where) if d in record.states)
        return False, f"It was in {names}, on {q.words(events[0].on)}."
    return True, None
