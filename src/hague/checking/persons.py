"""Who decides claims about persons before the Court: their histories and charges."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from hague.checking import when
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record import days
from hague.record.known import known
from hague.record.model import Charge, Person, PersonEvent, Sentence

COURT_KINDS = ("warrant-issued", "summons-issued", "warrant-requested", "charges-confirmed", "convicted", "acquitted")
WORDS = {
    "warrant-issued": "a warrant for {name} was issued",
    "warrant-requested": "the Prosecutor asked for a warrant for {name}",
    "warrant-unsealed": "the warrant for {name} was made public",
    "warrant-ended": "the warrant for {name} came to an end",
    "warrant-refused": "a warrant for {name} was refused",
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
}  # fmt: skip
COMPLETE = frozenset(("surrendered", "warrant-issued", "convicted", "acquitted", "sentenced", "charges-confirmed", "trial-opened"))
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
    "forcible-transfer": ("forcible-transfer", "deportation", "unlawful-deportation-or-transfer", "displacement-of-civilians"),
    "attack-on-protected-objects": ("attack-on-protected-objects",),
    "child-soldiers": ("child-soldiers", "child-soldiers-use", "child-soldiers-recruitment"),
    "attack-on-civilian-objects": ("attack-on-civilian-objects",),
    "forced-marriage": ("forced-marriage", "other-inhumane-acts"),
    "enslavement": ("enslavement", "sexual-slavery"),
    "hostage-taking": ("hostage-taking",),
}
EXACT = frozenset((*SAME_ACT, "rape", "starvation", "persecution", "extermination", "sexual-slavery", "forced-pregnancy", "enforced-disappearance",
                   "apartheid", "cruel-treatment", "mutilation", "other-inhumane-acts", "attack-on-civilians", "attack-on-peacekeepers"))  # fmt: skip


def in_play(q: Question, *slots: str) -> list[Person]:
    """The persons that the clause is about who have a case before the Court."""
    order = slots or ("obj", "for", "against", "of", "subj", "poss")
    for slot in order:
        found = [p for p in q.persons(slot) if p.history]
        if found:
            q.ignore("person")
            q.counts("person", len(found))
            return found
    found = [p for p in q.persons() if p.history]
    q.ignore("person")
    return found if not q.unknown_person() or not q.guessed else []


def _phrase(q: Question, kind: str, person: Person, event: PersonEvent) -> str:
    text = WORDS.get(kind, "").format(name=person.name)
    return f"{text[:1].upper()}{text[1:]} on {q.words(event.on)}."


def _on(q: Question, person: Person, events: list[PersonEvent]) -> tuple[bool | None, PersonEvent]:
    """Whether one of the events fits the dates, and which one to show."""
    fits = [q.fits(*_days(e)) for e in events]
    holds = True if True in fits else (None if None in fits else False)
    shown = events[fits.index(holds)]
    if holds is False and q.fits(*(d for e in events for d in _days(e))):
        holds = True
    return holds, shown


def _days(e: PersonEvent) -> tuple[str, ...]:
    return (e.on, e.public_on) if e.public_on else (e.on,)


def _chamber(q: Question, events: list[PersonEvent]) -> tuple[bool | None, str | None]:
    asked = set(q.named("chamber"))
    if not asked:
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
            if any(c.act in wanted for c in listed):
                verdicts.append(True)
            elif act == "gender-persecution" and any(c.act == "persecution" and "gender" in (c.note or "") for c in charges):
                verdicts.append(True)
            else:
                verdicts.append(False if act in EXACT else None)
    names = ", ".join(dict.fromkeys(f"{_crime(c.crime)}: {c.act.replace('-', ' ')}" for c in listed[:6]))
    if False in verdicts:
        return False, names or "none"
    return (None if None in verdicts else True), names


def _crime(crime: str) -> str:
    return {"war-crime": "war crime", "crime-against-humanity": "crime against humanity",
            "offence-against-administration-of-justice": "offence against the administration of justice"}.get(crime, crime)  # fmt: skip


def _outcome(c: Charge, q: Question) -> str | None:
    if c.outcome_on and q.today and days.first(c.outcome_on) > q.today:
        return "confirmed" if c.confirmed_on and days.first(c.confirmed_on) <= q.today else None
    return c.outcome


def _merge(q: Question, findings: list[Finding]) -> Finding | None:
    if not findings:
        return None
    bad = next((f for f in findings if f.holds is (True if q.prop.negated else False)), None)
    open_ = next((f for f in findings if f.holds is None), None)
    lead = bad or open_ or findings[0]
    return Finding(
        lead.holds, lead.why if bad else " ".join(dict.fromkeys(f.why for f in findings)), lead.right,
        tuple(dict.fromkeys(s for f in findings for s in f.facts)), tuple(dict.fromkeys(e for f in findings for e in f.entities)), lead.articles,
    )  # fmt: skip


def step(*kinds: str, acts: tuple[str | None, ...] | None | bool = False, articles: tuple[str, ...] = (), slots: tuple[str, ...] = (),
         by_state: bool = False) -> Callable[[Question], Finding | None]:  # fmt: skip
    """A decider for one step of a case: did it happen to these persons, on these dates, by this Chamber or State?"""

    def decide(q: Question) -> Finding | None:
        if q.cue("other-court") and not q.has("court"):
            return None
        if q.prop.negated and q.has("quantified") and not any(a.value == "pronoun" for a in q.args("person")):
            return None
        q.ignore("quantified")
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
        if any(f is None for f in out):
            return None
        return _merge(q, [f for f in out if f is not None])

    return decide


def by_circumstance(q: Question, *kinds: str, articles: tuple[str, ...] = ()) -> Finding | None:
    """A step of somebody whom the clause does not name, known by its day and Chamber: only ever to support."""
    if not q.dates("on") or q.has("number") or q.named("person"):
        return None
    chambers = set(q.named("chamber"))
    states = set(q.named("state"))
    found = [
        (p, e) for p in q.record.persons.values() for e in q.events(p, *kinds)
        if q.fits(*_days(e)) is True and (not chambers or chambers & set(e.by))
        and (not states or states & set(q.record.situations[p.situation].states if p.situation in q.record.situations else ()))
    ]  # fmt: skip
    q.ignore("state", "place", "situation", "person")
    if len({p.id for p, _ in found}) != 1:
        return None
    p, e = found[0]
    return Finding(True, _phrase(q, e.event, p, e), None, e.sources, (p.id,), articles)


_AMOUNT = re.compile(r"(?:€|EUR|USD|\$)?\s?(\d[\d,.]*\d|\d)\s*(million|billion)?")


def _sum_fits(asked: tuple[str, float], text: str) -> bool | None:
    """Whether a sum named in the record's own words agrees; ``None`` where it names none."""
    sums = []
    for m in _AMOUNT.finditer(text):
        try:
            value = float(m[1].replace(",", "")) * {"million": 1e6, "billion": 1e9}.get(m[2] or "", 1)
        except ValueError:
            continue
        if value >= 10_000:
            sums.append(value)
    if not sums:
        return None
    modifier, n = asked
    if modifier == "at-least":
        return any(n <= s <= 1.15 * n for s in sums)
    if modifier == "at-most":
        return any(0.85 * n <= s <= n for s in sums)
    return any(abs(s - n) <= (0.06 if modifier == "about" else 0.012) * n for s in sums)


def _decide_one(q: Question, p: Person, kinds: tuple[str, ...], acts: tuple[str | None, ...] | None | bool,
                articles: tuple[str, ...], by_state: bool) -> Finding | None:  # fmt: skip
    events = q.events(p, *kinds)
    if not events:
        if set(kinds) & COMPLETE and any(e.event in COURT_KINDS for e in p.history):
            last = [e for e in p.history if q.known(e)]
            right = f"Nothing of the kind is on record for {p.name} by {q.words(q.day().isoformat())}."
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
                right = f"The record has for {p.name}: {names}." if names != "none" else f"{right} Nothing of that kind was among the charges."
    return Finding(holds, right, right, shown.sources, (p.id,), articles)


def _last(q: Question, p: Person, events: list[PersonEvent]) -> str:
    e = events[-1]
    return _phrase(q, e.event, p, e) if e.event in WORDS else f"{(e.text or e.event).rstrip('.')} ({q.words(e.on)})."


def _by_state(q: Question, events: list[PersonEvent]) -> tuple[bool | None, str | None] | None:
    """Whether the State or place named fits: who handed over, or where the arrest was made."""
    agents = q.named("state", "by", "subj") or q.entities("people", "by", "subj")
    places = q.named("state", "in", "at", "from") + q.entities("capital", "in", "at", "from")
    q.ignore("state", "place", "capital", "people")
    record = q.record
    if agents:
        done = {b for e in events for b in e.by if b.startswith("state:")} | {f"state:{e.place}" for e in events if e.place and len(e.place) == 3}
        if not done:
            return None
        if set(agents) & done:
            return True, None
        names = " and ".join(record.states[d].name for d in sorted(done) if d in record.states)
        return False, f"It was {names}, on {q.words(events[0].on)}."
    if places:
        where = {f"state:{e.place}" for e in events if e.place and len(e.place) == 3} | {b for e in events for b in e.by if b.startswith("state:")}
        if not where:
            return None
        if set(places) & where:
            return True, None
        names = " and ".join(record.states[d].name for d in sorted(where) if d in record.states)
        return False, f"It was in {names}, on {q.words(events[0].on)}."
    return True, None


# -- warrants ----------------------------------------------------------------------------------------------


def warrant_issued(q: Question) -> Finding | None:
    """"The court issued a warrant for X in 2023, for the deportation of children"."""
    if q.cue("other-court") and not q.has("court"):
        return None
    if q.has("superlative"):
        return None
    persons = in_play(q, "for", "against", "of", "poss", "obj", "on", "subj")
    q.ignore("court", "otp", "people", "situation", "treaty", "city", "org", "state", "place", "capital")
    if not persons:
        return _no_case(q) or _unnamed(q, "warrant-issued", "warrant-unsealed")
    if not q.cue("issue", "face") and not q.has("number", "warrant") and "anaphor.warrant" not in q.prop.roles and (
        not q.has("person", "for", "against", "of", "poss", "obj")):  # fmt: skip
        return None
    out = []
    for p in persons:
        issued = q.events(p, "warrant-issued")
        if not issued:
            summoned = q.events(p, "summons-issued")
            requested = q.events(p, "warrant-requested")
            if summoned:
                right = f"{p.name} was summoned to appear on {q.words(summoned[0].on)}; no warrant was issued."
                out.append(Finding(False, right, right, summoned[0].sources, (p.id,), ("58",)))
            elif requested:
                right = f"The Prosecutor asked for a warrant on {q.words(requested[0].on)}; by {q.words(q.day().isoformat())} none had been issued publicly."
                out.append(Finding(False, right, right, requested[0].sources, (p.id,), ("58",)))
            else:
                later = [e for e in p.history if e.event in ("warrant-issued", "warrant-requested", "summons-issued")]
                if not later:
                    return None
                right = f"No warrant for {p.name} was public by {q.words(q.day().isoformat())}."
                out.append(Finding(False, right, right, p.sources, (p.id,), ("58",)))
            continue
        found = _decide_one(q, p, ("warrant-issued", "warrant-unsealed"), None, ("58",), False)
        number = q.number("warrant")
        if found and number and found.holds and len(persons) == 1 and not number[0]:
            count = len(issued)
            if count != number[1]:
                right = f"{count} warrant{'s' if count > 1 else ''} for {p.name}: {', '.join(q.words(e.on) for e in issued)}."
                found = Finding(False, right, right, issued[0].sources, (p.id,), ("58",))
        out.append(found) if found else None
    q.number("warrant")
    counts = q.number("count")
    if counts:
        return _counts(q, persons[0], counts, _merge(q, out))
    return _merge(q, out)


def _counts(q: Question, p: Person, counts: tuple[str, float], found: Finding | None) -> Finding | None:
    """A number of counts or charges, against the texts and charges of the record."""
    if found is None or found.holds is False:
        return found
    wanted = int(counts[1])
    texts = [e.text or "" for e in p.history if q.known(e)]
    stated = {int(n) for t in texts for n in re.findall(r"\b(\d+) (?:counts|charges|crimes)", t)}
    words = {"eight": 8, "five": 5, "six": 6, "three": 3, "four": 4, "seven": 7, "nine": 9, "ten": 10, "two": 2, "fourteen": 14}
    stated |= {v for k, v in words.items() for t in texts if f"{k} counts" in t or f"{k} of " in t}
    if wanted in stated or wanted == len([c for c in p.charges if known(c, q.today)]):
        return found
    return None


def _no_case(q: Question) -> Finding | None:
    """A warrant for someone on record for whom the Court has issued none."""
    persons = [p for p in q.persons("for", "against", "of", "poss") if not p.history]
    if not persons or q.guessed or not q.cue("issue") or len(persons) > 1:
        return None
    p = persons[0]
    right = f"No warrant of the Court for {p.name} is on record by {q.words(q.day().isoformat())}."
    q.ignore("time", "act", "number")
    return Finding(False, right, right, p.sources, (p.id,), ("58",))


def _unnamed(q: Question, *kinds: str) -> Finding | None:
    """"Warrants for two Russian commanders": checked at that precision, only ever to support."""
    if q.prop.negated or q.named("person"):
        return None
    nationals = set(q.entities("people")) | {s for s in q.named("state", "from", "of")}
    bodies = set(q.named("org"))
    situations = set(q.named("situation"))
    for place in q.named("place"):
        entry = q.record.places.get(place)
        if entry is not None and entry.state:
            situations |= {s.id for s in q.situations_of(entry.state)}
    if not nationals and not bodies and not situations:
        return None
    matching = []
    for p in q.record.persons.values():
        ties = {n.state for n in p.nationalities} | {o.body for o in p.offices}
        if not (nationals | bodies) & ties and p.situation not in situations:
            continue
        for e in q.events(p, *kinds):
            recent = not q.has("time") and (q.day() - days.last(e.public_on or e.on)).days <= 45
            if recent or (q.has("time") and q.fits(*_days(e)) is True):
                matching.append((p, e))
    q.ignore("act", "time")
    if not matching:
        return None
    people = {p.id for p, _ in matching}
    number = q.number("person") or q.number("warrant")
    if number and not number[0] and len(people) != number[1]:
        return None
    p, e = matching[0]
    return Finding(True, _phrase(q, e.event, p, e), None, e.sources, tuple(sorted(people)), ("58",))


_requested = step("warrant-requested", acts=None, articles=("58",), slots=("for", "against", "of", "obj"))


def warrant_requested(q: Question) -> Finding | None:
    """"The prosecutor asked for warrants for two Taliban leaders"."""
    found = _requested(q)
    return found if found is not None else _unnamed(q, "warrant-requested")


def on_trial(q: Question) -> Finding | None:
    """"X's trial goes on": opened and not yet decided."""
    persons = in_play(q, "poss", "of", "subj", "against")
    q.ignore("court", "people", "city", "situation", "act")
    if not persons or q.dates():
        return None
    out = []
    for p in persons:
        opened = q.events(p, "trial-opened")
        ended = q.events(p, "convicted", "acquitted", "no-case-to-answer", "proceedings-vacated", "charges-withdrawn", "died", "case-terminated")
        if not opened:
            return None
        last = ended[-1] if ended else opened[-1]
        right = _phrase(q, last.event, p, last)
        out.append(Finding(not ended, right, right, last.sources, (p.id,), ("64",)))
    return _merge(q, out)


def took_office(q: Question) -> Finding | None:
    """"Khan took office in June 2021": offices of the Court."""
    persons = q.persons("subj", "obj") or q.persons()
    q.ignore("person", "court", "otp", "organ", "people")
    if len(persons) != 1 or q.prop.negated or not q.dates():
        return None
    p = persons[0]
    for office in p.offices:
        if office.capacity in COURT_OFFICES and office.from_ and q.fits(office.from_):
            right = f"{p.name} has held the office of {office.title} since {q.words(office.from_)}."
            return Finding(True, right, None, office.sources, (p.id,))
    return None


COURT_OFFICES = ("prosecutor", "deputy-prosecutor", "judge", "president-of-court", "vice-president-of-court", "registrar", "assembly-president")
warrant_refused = step("warrant-refused", articles=("58",))
warrant_unsealed = step("warrant-unsealed", articles=("58",), slots=("obj", "for", "against", "subj", "poss", "of"))
_ended = step("warrant-ended", "case-inadmissible", "case-terminated", "died", articles=("58",))


def warrant_ended(q: Question) -> Finding | None:
    """"The warrant was cancelled": wrong where one is out and nothing has ended it."""
    found = _ended(q)
    if found is not None:
        return found
    persons = in_play(q, "for", "against", "of", "poss")
    if len(persons) != 1 or q.prop.negated:
        return None
    p = persons[0]
    issued = q.events(p, "warrant-issued")
    if not issued or any(e.event in ("warrant-ended", "case-inadmissible", "case-terminated", "died", "surrendered") for e in p.history):
        return None
    right = f"{_phrase(q, 'warrant-issued', p, issued[-1])} Nothing on record has ended it."
    q.ignore("time", "state", "people")
    return Finding(False, right, right, issued[-1].sources, (p.id,), ("58",))


def warrant_stands(q: Question) -> Finding | None:
    """"The warrant remains in force"."""
    persons = in_play(q)
    q.ignore("court", "otp", "people", "situation", "state", "act")
    if not persons or q.dates():
        return None
    out = []
    for p in persons:
        issued, ended = q.events(p, "warrant-issued"), q.events(p, "warrant-ended", "surrendered", "case-terminated", "died")
        if not issued:
            return None
        right = _phrase(q, "warrant-issued", p, issued[-1]) + (f" {_phrase(q, ended[-1].event, p, ended[-1])}" if ended else " It has not been withdrawn.")
        out.append(Finding(not ended, right, right, issued[-1].sources, (p.id,), ("58",)))
    return _merge(q, out)


def warrant_lists(q: Question) -> Finding | None:
    """"Its warrant lists war crimes from February 2015 on"."""
    persons = in_play(q)
    q.ignore("court", "otp", "people", "situation", "state", "place")
    if not persons:
        return None
    if not q.acts():
        return warrant_issued(q)
    out = []
    for p in persons:
        issued = q.events(p, "warrant-issued", "warrant-unsealed")
        if not issued:
            return None
        fits, names = _acts_fit(q, p, None)
        holds, shown = _on(q, p, issued)
        right = f"The warrant for {p.name} covers: {names}." if names else _phrase(q, "warrant-issued", p, issued[0])
        out.append(Finding(fits if holds else None, right, right, shown.sources, (p.id,), ("58",)))
    return _merge(q, out)


def wanted(q: Question) -> Finding | None:
    """"X, wanted by the court for war crimes": a warrant that has not been executed or ended."""
    if q.cue("other-court"):
        return None
    persons = in_play(q)
    q.ignore("court", "otp", "people", "situation", "state", "place", "city", "org")
    if not persons or q.prop.question:
        return None
    out = []
    for p in persons:
        issued = q.events(p, "warrant-issued", "warrant-unsealed")
        ended = [e for e in q.events(p, "warrant-ended", "died", "convicted", "acquitted", "case-terminated")
                 if not issued or days.first(e.on) > days.first(issued[-1].on)]  # fmt: skip
        if not issued:
            if q.prop.negated or not any(e.event == "warrant-issued" for e in p.history):
                return None
            right = f"No warrant for {p.name} was public by {q.words(q.day().isoformat())}."
            out.append(Finding(False, right, right, p.sources, (p.id,), ("58",)))
            continue
        fits, names = _acts_fit(q, p, None)
        holds, shown = _on(q, p, issued)
        right = _phrase(q, "warrant-issued", p, issued[-1]) + (f" {_phrase(q, ended[-1].event, p, ended[-1])}" if ended else "")
        if names and fits is False:
            right = f"The record has for {p.name}: {names}."
        verdict = False if ended else (fits if fits is not True else holds)
        if ended and fits is not False:
            verdict = None
        out.append(Finding(verdict, right, right, shown.sources, (p.id,), ("58",)))
    return _merge(q, out)


def summons(q: Question) -> Finding | None:
    return step("summons-issued", acts=None, articles=("58",))(q)


# -- custody ----------------------------------------------------------------------------------------------

_arrested = step("arrested", "detained-elsewhere", "surrendered", articles=("59",), by_state=True, slots=("obj", "of", "subj", "poss"))


def arrested(q: Question) -> Finding | None:
    """"X was arrested in Belgium in May 2008", "has never been arrested"."""
    if q.prop.negated:
        return _inverted(at_large(q))
    if q.has("state", "subj") and not q.has("person"):
        return None
    return _arrested(q)


def _inverted(found: Finding | None) -> Finding | None:
    if found is None or found.holds is None:
        return found
    return Finding(not found.holds, found.why, found.right, found.facts, found.entities, found.articles)


surrendered = step("surrendered", "arrested", "transferred-to-serve", articles=("89",), by_state=True, slots=("obj", "of", "subj", "poss"))


def surrendered_self(q: Question) -> Finding | None:
    """"turned himself in": only what the record says of the surrender."""
    persons = in_play(q)
    q.ignore("court", "otp", "people", "situation", "org", "capital", "city")
    if not persons:
        return None
    p = persons[0]
    events = q.events(p, "surrendered")
    if not events:
        return None
    holds, shown = _on(q, p, events)
    text = (shown.text or "").lower()
    states = _by_state(q, events)
    own = "gave himself up" in text or "voluntar" in text or "himself" in text or "turned himself" in text
    by = [b for b in shown.by if b.startswith("state:")]
    right = shown.text or _phrase(q, "surrendered", p, shown)
    if holds and not own:
        holds = None if not by else None
    if states is None or states[0] is None:
        holds = None
    return Finding(holds, right, right, shown.sources, (p.id,), ("89",))


def returned_home(q: Question) -> Finding | None:
    """"He was flown to Tripoli two days later"."""
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
    """"freed without warning or consultation": what the Court said about a release by national authorities."""
    persons = in_play(q)
    q.ignore("state", "court")
    if not persons:
        return None
    events = q.events(persons[0], "released-elsewhere")
    if not events or not any(w in (events[0].text or "").lower() for w in ("without", "consult", "notice")):
        return None
    return Finding(True, events[0].text or "", None, events[0].sources, (persons[0].id,), ("97",), polar=False)


def at_large(q: Question) -> Finding | None:
    """"X is still free", "no other Libyan suspect is at large"."""
    q.ignore("court", "otp", "situation", "org", "city", "time")
    if q.has("quantified"):
        q.ignore("quantified")
        return _others_at_large(q)
    persons = in_play(q, "subj", "obj", "for", "poss")
    if not persons:
        return None
    out = []
    for p in persons:
        issued = q.events(p, "warrant-issued", "warrant-unsealed")
        taken = q.events(p, "surrendered", "first-appearance", "died", "arrested", "warrant-ended", "self-surrendered")
        if not issued:
            return None
        if taken:
            e = taken[-1]
            right = _phrase(q, e.event, p, e)
            if any(x.event == "released-elsewhere" for x in p.history):
                return None
            out.append(Finding(False, right, right, e.sources, (p.id,)))
        else:
            right = f"{_phrase(q, 'warrant-issued', p, issued[0])} No arrest or surrender is on record by {q.words(q.day().isoformat())}."
            out.append(Finding(True, right, right, issued[0].sources, (p.id,)))
    return _merge(q, out)


def _others_at_large(q: Question) -> Finding | None:
    nationals = set(q.entities("people")) | {s for sit in q.named("situation") for s in q.record.situations[sit].states}
    if not nationals or not q.has("quantified"):
        return None
    loose = []
    for p in q.record.persons.values():
        if not nationals & ({n.state for n in p.nationalities} | {o.body for o in p.offices}) and not (
            p.situation in q.record.situations and nationals & set(q.record.situations[p.situation].states)):  # fmt: skip
            continue
        issued = q.events(p, "warrant-issued", "warrant-unsealed")
        if issued and not q.events(p, "surrendered", "first-appearance", "died", "death-reported", "warrant-ended", "case-inadmissible", "released-elsewhere", "arrested"):
            loose.append((p, issued[-1]))
    if not loose:
        return None
    names = ", ".join(p.name for p, _ in loose[:4])
    right = f"Warrants were outstanding against others, among them {names}."
    return Finding(True, right, right, loose[0][1].sources, tuple(p.id for p, _ in loose[:6]), ("58",))


def in_custody(q: Question) -> Finding | None:
    """"X is in the court's custody"."""
    persons = in_play(q, "subj", "obj")
    q.ignore("court", "otp", "situation", "org", "city", "state", "capital", "place", "people")
    if not persons:
        return None
    out = []
    for p in persons:
        came = q.events(p, "surrendered", "returned-to-custody") or q.events(p, "first-appearance")
        if q.events(p, "summons-issued") and not q.events(p, "surrendered", "arrested", "warrant-issued", "detained-elsewhere"):
            s = q.events(p, "summons-issued")[0]
            right = f"{p.name} came on a summons of {q.words(s.on)} and was never in the Court's custody."
            q.ignore("number", "time")
            out.append(Finding(False, right, right, s.sources, (p.id,)))
            continue
        left = q.events(p, "released", "interim-release", "died", "sentence-served", "transferred-to-serve", "acquitted", "charges-declined", "released-elsewhere")
        elsewhere = q.events(p, "arrested", "detained-elsewhere")
        if not came:
            if elsewhere or not q.events(p, "warrant-issued") or q.prop.negated is False and q.has("capital"):
                return None
            right = f"No surrender of {p.name} is on record by {q.words(q.day().isoformat())}."
            out.append(Finding(False, right, right, q.events(p, "warrant-issued")[0].sources, (p.id,)))
            continue
        since = q.fits(*(d for e in came for d in _days(e)))
        if q.dates() and since is not True:
            right = _phrase(q, came[0].event, p, came[0])
            out.append(Finding(since, right, right, came[0].sources, (p.id,)))
            continue
        inside = not left or days.first(came[-1].on) > days.first(left[-1].on)
        right = _phrase(q, came[-1].event, p, came[-1]) + (f" {_phrase(q, left[-1].event, p, left[-1])}" if left and not inside and left[-1].event in WORDS else "")
        out.append(Finding(True if inside else None, right, right, came[-1].sources, (p.id,)))
    return _merge(q, out)


appeared = step("first-appearance", "confirmation-hearing", "in-absentia-hearing", "trial-opened", articles=("60",), slots=("subj", "obj", "of"))

# -- charges, trial, verdict -------------------------------------------------------------------------------


def charged(q: Question) -> Finding | None:
    """"X is charged with war crimes", "faces three counts of"."""
    if q.cue("other-court") or q.has("state", "subj"):
        return None
    persons = in_play(q, "obj", "of", "against", "subj")
    q.ignore("court", "otp", "people", "situation", "treaty", "city", "org", "capital", "state", "place")
    if not persons or q.has("superlative"):
        return None
    counts = q.number("count")
    out = []
    for p in persons:
        brought = q.events(p, "warrant-issued", "summons-issued", "warrant-requested", "charges-confirmed", "warrant-unsealed")
        if not brought:
            if q.prop.negated:
                return None
            return None
        holds, shown = _on(q, p, brought)
        if q.dates() and holds is False:
            holds = None
        fits, names = _acts_fit(q, p, None)
        right = _phrase(q, shown.event, p, shown)
        if fits is not True:
            holds = fits
            if names:
                right = f"The charges on record against {p.name}: {names}."
        elif not q.acts() and not counts:
            holds = holds if q.dates() else (None if not q.prop.negated and not q.has("court") else holds)
        out.append(Finding(holds, right, right, shown.sources, (p.id,), ("58", "61")))
    if len(out) > 1 and q.acts() and any(f.holds for f in out):
        out = [f for f in out if f.holds]
    merged = _merge(q, out)
    return _counts(q, persons[0], counts, merged) if counts else merged


charges_confirmed = step("charges-confirmed", acts=("confirmed", "convicted", "acquitted", "withdrawn", "reversed", "terminated", None), articles=("61",))
charges_declined = step("charges-declined", articles=("61",))
charges_dropped = step("charges-withdrawn", "charges-declined", "proceedings-vacated", "case-terminated", "warrant-ended", articles=("61",))
trial_opened = step("trial-opened", acts=None, articles=("64",), slots=("obj", "of", "subj", "poss", "against"))


def _standing(q: Question, p: Person) -> tuple[list[PersonEvent], list[PersonEvent]]:
    return q.events(p, "convicted"), q.events(p, "conviction-reversed", "acquitted")


def convicted(q: Question) -> Finding | None:
    """"X was convicted of torture in June 2024", "nobody has been convicted in the Mali situation"."""
    if q.cue("other-court") and not q.has("court"):
        return None
    if q.has("quantified") or q.has("number", "person"):
        return _anyone_convicted(q)
    nominal = (q.word("convict") or "").startswith("conviction")
    if q.cue("that-crime"):
        return None
    if nominal and q.cue("acquit"):
        return None
    persons = in_play(q, "poss", "of") if nominal and q.has("person", "poss", "of") else in_play(q, "obj", "of", "subj", "poss", "against")
    q.ignore("court", "otp", "people", "situation", "treaty", "city", "org", "capital", "state", "place", "article")
    if not persons:
        return None
    out = []
    for p in persons:
        events = q.events(p, "convicted", "conviction-confirmed")
        if not events:
            acquitted = q.events(p, "acquitted", "no-case-to-answer", "charges-withdrawn", "charges-declined", "proceedings-vacated")
            last = acquitted or [e for e in p.history if q.known(e) and e.event in WORDS]
            if not last:
                return None
            right = f"No conviction of {p.name} is on record by {q.words(q.day().isoformat())}. {_phrase(q, last[-1].event, p, last[-1])}"
            out.append(Finding(False, right, right, last[-1].sources, (p.id,), ("74",)))
            continue
        found = _decide_one(q, p, ("convicted", "conviction-confirmed"), ("convicted", "reversed", "acquitted") if _was_reversed(q, p) else ("convicted",), ("74",), False)
        if found is None:
            continue
        if found.holds is True and _was_reversed(q, p) and q.prop.tense == "present" and not q.dates():
            reversed_ = q.events(p, "conviction-reversed")
            found = Finding(None, _phrase(q, "conviction-reversed", p, reversed_[-1]))
        out.append(found)
    counts = q.number("count") or q.number("crime")
    merged = _merge(q, out)
    return _counts(q, persons[0], counts, merged) if counts else merged


def _was_reversed(q: Question, p: Person) -> bool:
    return bool(q.events(p, "conviction-reversed"))


def _anyone_convicted(q: Question) -> Finding | None:
    """"Nobody has been convicted in connection with it", "five people have been convicted"."""
    asked = set(q.entities("situation")) | {s.id for state in (*q.entities("state", "in", "with", "from", "over", "for", "of"), *q.entities("people")) for s in q.situations_of(state)}
    acts = q.acts()
    q.ignore("court", "state", "org", "time", "people", "situation", "person")
    found = []
    for p in q.record.persons.values():
        for e in q.events(p, "convicted"):
            if asked and p.situation not in asked:
                continue
            if acts and not all(_acts_fit(q, p, ("convicted", "reversed", "acquitted"))[0] for _ in (0,)):
                continue
            found.append((p, e))
    number = q.number("person")
    if number is not None:
        return None
    if not any(a.value == "none" for a in q.args("quantified")):
        return None
    if not found:
        if not acts:
            right = f"No conviction {'there ' if asked else ''}is on record by {q.words(q.day().isoformat())}."
            return Finding(False, right, right, ("rome-statute",), tuple(sorted(asked)))
        if acts == ["genocide"] or acts == ["aggression"]:
            right = f"Nobody had been convicted of {acts[0]} at the Court by {q.words(q.day().isoformat())}."
            return Finding(False, right, right, ("rome-statute",), ("icc",))
        return None
    names = " and ".join(f"{p.name} ({e.on[:4]})" for p, e in found[:3])
    right = f"Convicted were {names}."
    return Finding(True, right, right, tuple(s for _, e in found[:3] for s in e.sources[:1]), tuple(p.id for p, _ in found[:5]), ("74",))


def acquitted(q: Question) -> Finding | None:
    if q.cue("other-court") and not q.has("court") or q.has("quantified"):
        return None
    persons = in_play(q, "obj", "of", "subj", "poss")
    q.ignore("court", "otp", "people", "situation", "treaty", "city", "org", "capital", "state", "place")
    if not persons:
        return None
    out = []
    for p in persons:
        events = q.events(p, "acquitted", "no-case-to-answer", "conviction-reversed", "acquittal-confirmed")
        if not events:
            last = q.events(p, "convicted") or q.events(p, "charges-withdrawn", "charges-declined", "proceedings-vacated", "case-terminated")
            if not last:
                if not any(e.event in ("trial-opened",) for e in p.history) and any(e.event == "warrant-issued" for e in p.history) and not q.prop.negated:
                    right = f"No trial of {p.name} has been held."
                    out.append(Finding(False, right, right, p.sources, (p.id,), ("74",)))
                    continue
                return None
            right = f"No acquittal of {p.name} is on record. {_phrase(q, last[-1].event, p, last[-1])}"
            out.append(Finding(False, right, right, last[-1].sources, (p.id,), ("74",)))
            continue
        holds, shown = _on(q, p, events)
        right = _phrase(q, shown.event, p, shown)
        if holds is not False:
            fits, names = _chamber(q, events)
            if fits is not True:
                holds, right = fits, (f"It was {names}, on {q.words(shown.on)}." if names else right)
        if any(e.event == "conviction-reversed" for e in events) and not q.events(p, "acquitted"):
            q.ignore("act", "time")
        elif holds is not False and q.acts():
            charged_at_all, all_names = _acts_fit(q, p, None)
            fits, names = _acts_fit(q, p, ("acquitted", "reversed"))
            if charged_at_all is False and p.charges and all("/" not in a for a in q.acts()):
                holds = False
                right = f"The charges against {p.name} were: {all_names}."
            elif fits is not True:
                holds = fits
                right = f"The acquittal of {p.name} concerned: {names}." if names and names != "none" else right
                if fits is False and names == "none":
                    holds = None
        out.append(Finding(holds, right, right, shown.sources, (p.id,), ("74",)))
    return _merge(q, out)


conviction_overturned = step("conviction-reversed", articles=("83",), slots=("poss", "of", "obj", "subj"))
acquittal_upheld = step("acquittal-confirmed", articles=("83",), slots=("poss", "of", "obj", "subj"))
sentence_cut = step("sentence-reduced", "sentence-amended", articles=("110",), slots=("poss", "of", "obj", "subj"))
pleaded_guilty = step("convicted", articles=("65",))


def pleaded(q: Question) -> Finding | None:
    """"pleaded guilty": only where the record says so."""
    persons = in_play(q)
    q.ignore("court", "otp", "people", "situation", "act", "city")
    if not persons:
        return None
    p = persons[0]
    texts = _pleas(q, p)
    if not texts:
        return None
    return Finding(True, texts[0].text or "", None, texts[0].sources, (p.id,), ("65",))


def _same_term(q: Question, p: Person) -> tuple[bool | None, str]:
    """Whether a term of years named beside an appeal is the one that was imposed."""
    years, months = q.number("year"), q.number("month")
    passed = [e for e in q.events(p, "sentenced", "sentence-confirmed", "sentence-amended") if e.sentence]
    if years is None and months is None or not passed:
        return True if years is None and months is None else None, ""
    if any(_terms(e.sentence, years, months, False) for e in passed):
        return True, ""
    last = passed[-1]
    return False, f"{p.name} was sentenced to {_term(last.sentence)} on {q.words(last.on)}." if last.sentence else ""


def upheld(*kinds: str, overturned: tuple[str, ...] = ()) -> Callable[[Question], Finding | None]:
    """A verdict or sentence upheld; wrong where it was overturned instead."""
    inner = step(*kinds, articles=("83",), slots=("poss", "of", "obj", "subj"))

    def decide(q: Question) -> Finding | None:
        persons = in_play(q, "poss", "of", "obj", "subj")
        if persons and not any(q.events(p, *kinds) for p in persons):
            for p in persons:
                against = q.events(p, *overturned)
                if against:
                    right = _phrase(q, against[-1].event, p, against[-1])
                    return Finding(False, right, right, against[-1].sources, (p.id,), ("83",))
            return None
        for p in persons:
            same, right = _same_term(q, p)
            if same is not True:
                return Finding(same, right, right, p.sources, (p.id,), ("83",)) if right else None
        return inner(q)

    return decide


conviction_upheld = upheld("conviction-confirmed", overturned=("conviction-reversed",))
sentence_upheld = upheld("sentence-confirmed", "conviction-confirmed", overturned=("conviction-reversed",))


def errors_found(q: Question) -> Finding | None:
    """"the trial chamber made serious errors": said when the Appeals Chamber reversed a conviction."""
    persons = q.persons()
    q.ignore("court", "chamber", "people", "state", "person")
    events = [e for p in persons for e in q.events(p, "conviction-reversed")]
    if not events or q.day() - days.first(events[-1].on) > timedelta(days=40):
        return None
    why = events[-1].text or f"The Appeals Chamber reversed the conviction on {q.words(events[-1].on)}."
    return Finding(True, why, None, events[-1].sources, (persons[0].id,), ("83",))


def proportionate(q: Question) -> Finding | None:
    """"the sentence was proportionate": what a Chamber holds when it passes one."""
    persons = q.persons()
    q.ignore("court", "chamber", "people", "state", "person")
    events = [e for p in persons for e in q.events(p, "sentenced")]
    if not events or q.day() - days.first(events[-1].on) > timedelta(days=40):
        return None
    return Finding(True, f"So held with the sentence of {q.words(events[-1].on)}.", None, events[-1].sources, (persons[0].id,), ("78",))


def overturned(q: Question) -> Finding | None:
    persons = in_play(q, "poss", "of", "obj", "subj")
    if persons and not any(q.events(p, "conviction-reversed") for p in persons):
        for p in persons:
            kept = q.events(p, "conviction-confirmed")
            if kept:
                right = _phrase(q, "conviction-confirmed", p, kept[-1])
                return Finding(False, right, right, kept[-1].sources, (p.id,), ("83",))
        return None
    return conviction_overturned(q)


def sentenced(q: Question) -> Finding | None:
    """"sentenced to nine years in 2016"."""
    if q.cue("other-court") and not q.has("court") or q.has("quantified"):
        return None
    persons = in_play(q, "obj", "of", "subj", "poss", "against")
    q.ignore("court", "otp", "people", "situation", "treaty", "city", "org", "capital", "state", "place", "act")
    if not persons or q.has("superlative"):
        return None
    years, months = q.number("year"), q.number("month")
    life = q.cue("life-sentence")
    out = []
    for p in persons:
        events = [e for e in q.events(p, "sentenced", "sentence-amended", "sentence-confirmed", "sentence-reduced") if e.sentence or e.event == "sentenced"]
        if not events:
            last = [e for e in p.history if q.known(e) and e.event in WORDS]
            if not last or not any(e.event in COURT_KINDS for e in p.history):
                return None
            right = f"No sentence for {p.name} is on record by {q.words(q.day().isoformat())}. {_phrase(q, last[-1].event, p, last[-1])}"
            out.append(Finding(False, right, right, last[-1].sources, (p.id,), ("77",)))
            continue
        said = [e for e in events if _terms(e.sentence, years, months, life) is not False]
        known_terms = [e for e in events if e.sentence and (e.sentence.years or e.sentence.months or e.sentence.life)]
        right = " ".join(f"{p.name} was sentenced to {_term(e.sentence)} on {q.words(e.on)}." for e in known_terms[:3] if e.sentence) or _phrase(q, "sentenced", p, events[0])
        if (years or months or life) and not said:
            out.append(Finding(False, right, right, events[0].sources, (p.id,), ("77", "78")))
            continue
        dated = [(d, r) for d, r in q.dates()]
        del dated
        fits = _sentence_dates(q, said or events)
        first = (said or events)[0]
        if not (first.sentence and _terms(first.sentence, years, months, life)) and (years or months or life):
            fits = None if fits else fits
        if fits is not False:
            chamber, names = _chamber(q, events)
            if chamber is not True:
                fits, right = chamber, f"It was {names}." if names else right
        out.append(Finding(fits, right, right, first.sources, (p.id,), ("77", "78")))
    return _merge(q, out)


def _sentence_dates(q: Question, events: list[PersonEvent]) -> bool | None:
    """Dates of a sentence: that of the sentence itself, others ("crimes committed in 2012") left aside."""
    dates = q.dates()
    if not dates:
        return True
    each = []
    for relation, asked in dates:
        fits = [when.agrees(e.on, relation, asked) for e in events]
        each.append(True if True in fits else (None if None in fits else False))
    if True in each and (len(each) == 1 or q.cue("committed") or False not in each):
        return True
    if q.cue("committed"):
        return True if len(dates) == 1 and dates[0][1][1] < days.first(events[0].on) - timedelta(days=700) else None
    return None if None in each else False


def _terms(s: Sentence | None, years: tuple[str, float] | None, months: tuple[str, float] | None, life: bool) -> bool | None:
    if s is None:
        return None
    if life:
        return s.life
    if years is None and months is None:
        return True
    total = (s.years or 0) * 12 + (s.months or 0)
    if not total:
        return None if not s.life else False
    asked = (years[1] * 12 if years else 0) + (months[1] if months else 0)
    modifier = (years or months or ("", 0))[0]
    if modifier == "at-least":
        return total >= asked
    if modifier == "at-most":
        return total <= asked
    if modifier == "about":
        return abs(total - asked) <= 12
    return total == asked


def _term(s: Sentence) -> str:
    if s.life:
        return "life"
    parts = []
    if s.years:
        parts.append(f"{s.years:g} years")
    if s.months:
        parts.append(f"{s.months} months")
    return " and ".join(parts) or "a fine"


_released = step("released", "interim-release", "released-elsewhere", "sentence-served", articles=("83",), slots=("obj", "of", "subj", "poss"), by_state=False)


def released(q: Question) -> Finding | None:
    if q.prop.negated:
        return None
    found = _released(q)
    return found if found is None or found.holds is not False or q.dates() else None


def died(q: Question) -> Finding | None:
    persons = in_play(q, "subj", "of", "poss", "obj")
    q.ignore("court", "otp", "people", "situation", "city", "org", "capital", "state", "place", "act")
    if not persons or q.has("number"):
        return None
    p = persons[0]
    events = q.events(p, "died", "death-reported")
    if not events:
        return None
    holds, shown = _on(q, p, events)
    right = _phrase(q, shown.event, p, shown)
    return Finding(holds, right, right, shown.sources, (p.id,))


def sentence_served(q: Question) -> Finding | None:
    persons = in_play(q, "subj", "of", "poss", "obj")
    q.ignore("court", "people", "state", "place", "capital")
    if not persons:
        return None
    events = q.events(persons[0], "sentence-served", "released", "transferred-to-serve")
    if not events:
        return None
    holds, shown = _on(q, persons[0], events)
    right = _phrase(q, shown.event, persons[0], shown)
    return Finding(holds, right, right, shown.sources, (persons[0].id,), ("110",))


def reparations(q: Question) -> Finding | None:
    persons = in_play(q, "against", "of", "obj", "subj", "poss")
    q.ignore("court", "people", "state", "place", "capital", "org", "situation")
    if not persons:
        return by_circumstance(q, "reparations-ordered", "reparations-amended", articles=("75",))
    p = persons[0]
    events = q.events(p, "reparations-ordered", "reparations-amended")
    if not events:
        return None
    holds, shown = _on(q, p, events)
    money = q.number("money")
    right = shown.text or _phrase(q, shown.event, p, shown)
    if money:
        fits = [_sum_fits(money, e.text or "") for e in events]
        holds = holds if True in fits else (False if fits and None not in fits else None)
    return Finding(holds, right, right, shown.sources, (p.id,), ("75",))


inadmissible = step("case-inadmissible", articles=("17",), slots=("against", "of", "poss", "obj", "subj"))


def admissibility(q: Question) -> Finding | None:
    """"The case was declared inadmissible": wrong where it was declared admissible."""
    persons = in_play(q, "against", "of", "poss", "obj", "subj")
    if persons and not any(q.events(p, "case-inadmissible") for p in persons):
        for p in persons:
            other = q.events(p, "case-admissible")
            if other:
                right = f"The case against {p.name} was held admissible on {q.words(other[-1].on)}."
                q.ignore("time", "court", "state", "people")
                return Finding(False, right, right, other[-1].sources, (p.id,), ("17",))
        return None
    return inadmissible(q)


admissible = step("case-admissible", articles=("17",), slots=("against", "of", "poss", "obj", "subj"))
fitness = step("unfit-for-trial", "fit-for-trial", articles=("64",))
appeal_lodged = step("appeal-lodged", articles=("81",), slots=("subj", "obj", "of", "poss"))
appeal_rejected = step("conviction-confirmed", "appeal-decided", "acquittal-confirmed", "sentence-confirmed", articles=("83",), slots=("poss", "of", "subj", "obj"))

# -- firsts -----------------------------------------------------------------------------------------------

_FIRST_STEP = {
    "convict": ("convicted",), "acquit": ("acquitted", "no-case-to-answer", "conviction-reversed"), "warrant": ("warrant-issued",),
    "sentence": ("sentenced",), "prosecute": ("trial-opened",), "trial": ("trial-opened",), "surrender": ("surrendered",), "arrest": ("arrested", "surrendered"),
    "appear": ("first-appearance",), "release": ("released", "interim-release"), "in-custody": ("surrendered", "first-appearance"),
    "custody": ("surrendered", "first-appearance"), "charge": ("warrant-issued", "summons-issued"), "face": ("warrant-issued", "summons-issued"),
    "go-on-trial": ("trial-opened",), "reparations": ("reparations-ordered",), "plead": ("convicted",),
}  # fmt: skip


def first(q: Question) -> Finding | None:
    """"the first person the court convicted", "the first sitting head of state with a warrant"."""
    rank = q.args("superlative", "first")
    if not rank or q.prop.negated:
        return None
    which = rank[0].value or "person"
    persons = in_play(q, "subj", "obj", "for", "of", "against")
    q.ignore("court", "ordinal", "people", "state", "situation", "city", "org")
    if len(persons) != 1:
        return None
    at = rank[0].span.start
    steps = [k for c, k in _FIRST_STEP.items() if q.cue(c) and q.prop.roles["cue." + c].span.end > at]
    if not steps or any(k != steps[0] for k in steps) or not any(q.cue(c) for c in ("is-be", "become")):
        return None
    kinds = steps[0]
    if q.cue("that-crime") or q.has("rest"):
        return None
    if q.cue("plead"):
        return _first_plea(q, persons[0])
    acts = q.acts()
    p = persons[0]
    mine = q.events(p, *kinds)
    if not mine:
        return None
    mine_on = _first_day(q, p, mine, acts, kinds)
    if mine_on is None:
        fit, names = _acts_fit(q, p, ("convicted", "reversed", "acquitted") if "convicted" in kinds else None)
        right = f"The record has for {p.name}: {names}." if names else _phrase(q, mine[0].event, p, mine[0])
        if fit is False and acts in (["genocide"], ["aggression"]) and "convicted" in kinds:
            right += f" Nobody had been convicted of {acts[0]} at the Court."
        return Finding(fit if fit is False else None, right, right, mine[0].sources, (p.id,))
    earlier = None
    for other in q.record.persons.values():
        if other.id == p.id or not _in_class(q, other, which, kinds):
            continue
        events = q.events(other, *kinds)
        day = _first_day(q, other, events, acts, kinds) if events else None
        if day is not None and day < mine_on and (earlier is None or day < earlier[2]):
            earlier = (other, events[0], day)
    if not _in_class(q, p, which, kinds):
        right = f"{p.name} held no such office on {q.words(mine[0].on)} by the record." if which != "person" else _phrase(q, mine[0].event, p, mine[0])
        return Finding(None, right)
    if earlier is not None and any("/" in a for a in acts) and "convicted" not in kinds:
        return None
    if earlier is not None:
        right = _phrase(q, earlier[1].event, earlier[0], earlier[1]) + f" {_phrase(q, mine[0].event, p, mine[0])}"
        return Finding(False, right, right, earlier[1].sources, (p.id, earlier[0].id))
    holds = (q.fits(mine[0].on) or None) if q.dates() else True
    right = _phrase(q, mine[0].event, p, mine[0]) + " Nobody on record was before."
    return Finding(holds, right, right, mine[0].sources, (p.id,))


def _pleas(q: Question, p: Person) -> list[PersonEvent]:
    return [e for e in p.history if q.known(e) and e.text and any(w in e.text.lower() for w in PLEA)]


PLEA = ("guilty plea", "pleaded guilty", "pleads guilty", "admission of guilt", "admits guilt", "admits his guilt")


def _first_plea(q: Question, p: Person) -> Finding | None:
    mine = _pleas(q, p)
    if not mine:
        return None
    first_day = days.first(mine[0].on)
    for other in q.record.persons.values():
        theirs = _pleas(q, other)
        if other.id != p.id and theirs and days.first(theirs[0].on) < first_day:
            right = f"{other.name} had pleaded guilty before, on {q.words(theirs[0].on)}."
            return Finding(False, right, right, theirs[0].sources, (other.id, p.id), ("65",))
    return Finding(True, mine[0].text or "", None, mine[0].sources, (p.id,), ("65",))


def only(q: Question) -> Finding | None:
    """"the only person it has convicted"."""
    rank = q.args("superlative", "only")
    if not rank or q.prop.negated or rank[0].value != "person" or q.has("rest"):
        return None
    steps = [k for c, k in _FIRST_STEP.items() if q.cue(c)]
    persons = in_play(q, "subj", "obj", "of")
    q.ignore("court", "ordinal", "people", "situation", "city", "org", "state")
    if len(steps) != 1 or len(persons) != 1 or q.acts() or q.dates():
        return None
    done = [(p, e) for p in q.record.persons.values() for e in q.events(p, *steps[0])]
    others = [(p, e) for p, e in done if p.id != persons[0].id]
    if not any(p.id == persons[0].id for p, _ in done):
        return None
    p, e = others[0] if others else next(x for x in done if x[0].id == persons[0].id)
    right = _phrase(q, e.event, p, e)
    return Finding(not others, right, right, e.sources, (persons[0].id, p.id))


def _first_day(q: Question, p: Person, events: list[PersonEvent], acts: list[str], kinds: tuple[str, ...]) -> date | None:
    """The first day of the step; where acts are named, that on which they were first charged or decided."""
    if not acts:
        return min(days.last(e.on) for e in events)
    fit, _ = _acts_fit(q, p, ("convicted", "reversed", "acquitted") if "convicted" in kinds else None)
    if fit is not True:
        return None
    if "convicted" in kinds:
        return min(days.last(e.on) for e in events)
    since = [days.last(c.since) for c in p.charges if any(_same(c, a) for a in acts)]
    return min(since) if since else None


def _same(c: Charge, text: str) -> bool:
    crime, _, act = text.partition("/")
    return c.act in SAME_ACT.get(act, (act,)) if act else c.crime == crime


def _in_class(q: Question, p: Person, which: str, kinds: tuple[str, ...]) -> bool:
    if which == "person":
        return True
    if which == "woman":
        return p.gender == "female"
    events = [e for e in p.history if e.event in kinds and q.known(e)]
    if not events:
        return False
    on = days.first(events[0].on)
    for office in p.offices:
        if office.capacity not in ("head-of-state",):
            continue
        began = days.first(office.from_) if office.from_ else None
        ended = days.last(office.to) if office.to else None
        sitting = (began is None or began <= on) and (ended is None or ended >= on)
        if which == "sitting-head-of-state" and sitting:
            return True
        if which == "head-of-state" and sitting:
            return True
        if which.startswith("former-head-of-state"):
            if ended is None or ended >= on:
                continue
            if which.endswith("asia") and not any(q.record.states[n.state].regional_group == "asia-pacific" for n in p.nationalities if n.state in q.record.states):
                continue
            return True
    return False
