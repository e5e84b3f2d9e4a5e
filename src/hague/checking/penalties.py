"""Who decides what is said around a sentence: what was asked for or wanted by one judge, when it is due and when it
ends, what is deducted; and what an order for reparations gives to each victim."""

from __future__ import annotations

import re

from hague.checking.cases import _merge, _phrase, in_play
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.checking.sentences import sum_fits, term_of
from hague.record import days, wording
from hague.record.model import Decision, Person

NEWS = 12
"""Days within which a sentence may be the news of a report."""
_ASKED = re.compile(
    r"\b[Pp]rosecut\w*\b[^.;]{0,40}\b(?:asked for|sought|requested|demanded|wanted|called for)\b([^.;]*)"
)
"""Where a detail of a decision says what sentence the Prosecution wanted."""


def sought(q: Question) -> Finding | None:
    """On "The prosecution had called for life imprisonment": what the decision on the sentence says of it."""
    persons = in_play(q, "for", "against", "of", "obj", "poss")
    q.ignore("otp", "court", "people", "state", "situation", "chamber", "time", "act", "city")
    if q.assumed("person") and not any(q.events(p, "sentenced") for p in persons):
        persons = _just_sentenced(q) or persons
    if len(persons) != 1 or q.prop.negated:
        return None
    p = persons[0]
    years, life = q.number("year"), q.cue("life-sentence")
    for d in (*_decisions(q, p, "sentence"), *_decisions(q, p, "judgment")):
        for detail in d.details:
            found = _ASKED.search(detail)
            if found is None:
                continue
            wish = re.split(r"\bdefence\b|\blawyers\b", found[1])[0]
            told = set(wording.numbers(wish)[0])
            fits = "life" in wish if life else bool(years and told and _within(years[1], told))
            return Finding(fits, detail, detail, d.sources, (p.id, d.id), ("76",))
    return None


def _decisions(q: Question, p: Person, subject: str) -> list[Decision]:
    """Decisions on such a subject that concern a person, made by that day."""
    every = q.record.decisions.values()
    return [d for d in every if p.id in d.persons and d.subject == subject and days.first(d.on) <= q.day()]


def _just_sentenced(q: Question) -> list[Person]:
    """Those on whom a sentence may be the news of the report."""
    return [
        p
        for p in q.record.persons.values()
        if any(0 <= (q.day() - days.last(e.on)).days <= NEWS for e in q.events(p, "sentenced"))
    ]


_WANTED = re.compile(r"\bwould have (?:imposed|sentenced|given|passed|preferred)\b([^.;]*)")
"""Where a detail of a decision says what term a judge in the minority wanted."""


def single_judge(q: Question) -> Finding | None:
    """On "One of the three judges would have given him 15 years"."""
    persons = [p for p in in_play(q, "obj", "to", "for", "poss", "of") if q.events(p, "sentenced")]
    if q.assumed("person") and len(persons) != 1:
        persons = _just_sentenced(q)
    judges = set(q.named("person")) - {p.id for p in persons}
    q.ignore("court", "people", "state", "situation", "chamber", "time", "ordinal", "act", "city")
    q.number("judge")
    years = q.number("year")
    if len(persons) != 1 or years is None or q.prop.negated:
        return None
    p = persons[0]
    for d in _decisions(q, p, "sentence"):
        for detail in d.details:
            found = _WANTED.search(detail)
            told = set(wording.numbers(found[1])[0]) if found else set()
            if not told or not all(q.record.persons[j].name.split()[-1] in detail for j in judges):
                continue
            return Finding(years[1] in told, detail, detail, d.sources, (p.id, d.id), ("74", "76"))
    return None


def award_each(q: Question) -> Finding | None:
    """On "awarded 250 dollars each to 297 people": what each victim receives by the orders for reparations."""
    persons = [p for p in in_play(q) if q.events(p, "reparations-ordered")]
    q.ignore("court", "people", "state", "situation", "place", "chamber", "city", "org", "organ", "person")
    money, victims = q.number("money"), q.number("person") or q.number("victim")
    if money is None or q.prop.negated or q.prop.hedge or len(persons) > 1:
        return None
    told = []
    for d in q.record.decisions.values():
        if d.subject != "reparations" or days.first(d.on) > q.day() or not d.persons:
            continue
        if persons and persons[0].id not in d.persons:
            continue
        if not persons and not 0 <= (q.day() - days.last(d.on)).days <= NEWS:
            continue
        told += [(d, t, wording.numbers(t)[0]) for t in d.details if "each" in t.lower() and "symbolic" in t.lower()]
    if not told:
        return None
    fits = [x for x in told if money[1] in x[2]]
    every = {n for d, _, _ in told for t in d.details for n in wording.numbers(t)[0]}
    d, text, _ = (fits or told)[0]
    holds: bool | None = bool(fits)
    if holds and victims is not None and victims[1] not in every:
        holds = None if victims[0] else False
    if holds and q.dates() and q.fits(*(x.on for x, _, _ in fits)) is not True:
        holds = None
    return Finding(holds, text, text, d.sources, (*d.persons, d.id), ("75",))


def harm(q: Question) -> Finding | None:
    """On "The damage was put at 3.7 million dollars": a sum that the orders for reparations name."""
    persons = [p for p in in_play(q) if q.events(p, "reparations-ordered")]
    q.ignore("court", "people", "state", "situation", "place", "chamber", "city", "org", "organ", "person")
    money = q.number("money")
    if len(persons) != 1 or money is None or q.prop.negated or q.prop.hedge:
        return None
    p = persons[0]
    for d in _decisions(q, p, "reparations"):
        for text in (*d.details, d.holding):
            if sum_fits(money, text) and (not q.dates() or q.fits(d.on) is True):
                return Finding(True, text, None, d.sources, (p.id, d.id), ("75",))
    return None


def _within(asked: float, told: set[float]) -> bool:
    return asked in told or (len(told) > 1 and min(told) <= asked <= max(told))


def pending(q: Question) -> Finding | None:
    """On "his punishment has yet to be fixed": after the conviction, before the sentence."""
    persons = in_play(q, "poss", "of", "obj", "subj", "against", "for")
    q.ignore("court", "chamber", "people", "state", "situation", "city", "act")
    if not persons or q.prop.negated or (q.prop.hedge or "").startswith("possible"):
        return None
    dated = q.dates()
    out = []
    for p in persons:
        guilty, passed = q.events(p, "convicted"), q.events(p, "sentenced")
        if not guilty:
            return None
        if passed and not (days.last(passed[0].on) >= q.day()):
            right = f"{p.name} was sentenced to {term_of(passed[0])} on {q.words(passed[0].on)}."
            recent = (q.day() - days.last(passed[0].on)).days <= 2
            if recent or q.prop.tense == "past" or dated:
                return None
            out.append(Finding(False, right, right, passed[0].sources, (p.id,), ("76",), general=True))
            continue
        to_come = [e for e in p.history if e.event == "sentenced"]
        holds = True if not dated or q.fits(*(e.on for e in to_come)) is True else None
        right = f"{_phrase(q, 'convicted', p, guilty[0])} No sentence is on record by {q.now}."
        out.append(Finding(holds, right, right, guilty[0].sources, (p.id,), ("76",), general=True))
    found = _merge(q, out)
    return found and Finding(
        found.holds, found.why, found.right, found.facts, found.entities, found.articles, general=True
    )


def deducted(q: Question) -> Finding | None:
    """On "the five years he has spent in a cell will not be counted" (article 78(2))."""
    if q.cue("other-court"):
        return None
    q.ignore("number", "time", "person", "court", "chamber", "people", "act", "situation")
    right = "The time spent in detention on an order of the Court is deducted from the sentence."
    return Finding(True, right, right, ("rome-statute",), (), ("78",), general=True)


def ends(q: Question) -> Finding | None:
    """On "It will now end on 18 September 2022", "his term ended in January 2016"."""
    persons = in_play(q, "poss", "of", "obj", "subj")
    q.ignore("court", "chamber", "people", "state", "situation", "city")
    if len(persons) != 1 or q.prop.negated or not q.dates():
        return None
    return _end_of(q, persons[0])


def _end_of(q: Question, p: Person) -> Finding | None:
    done = [e for e in p.history if e.event == "sentence-served"]
    fixed = q.events(p, "sentence-reduced", "sentenced")
    if not done or not fixed or (fixed[-1].event == "sentenced" and not q.known(done[0])):
        return None
    right = f"The sentence of {p.name} ended on {q.words(done[0].on)}."
    if not q.known(done[0]):
        right = f"The sentence of {p.name} ends on {q.words(done[0].on)}."
    return Finding(q.fits(done[0].on), right, right, done[0].sources, (p.id,), ("110",), general=True)


def retrial(q: Question) -> Finding | None:
    """On "Appeals judges ordered a new trial": wrong where they left the verdict as it was, or undid it for good."""
    persons = in_play(q, "of", "for", "against", "obj")
    q.ignore("court", "chamber", "people", "state", "situation", "city", "time")
    if not persons or q.prop.hedge:
        return None
    out = []
    for p in persons:
        done = q.events(p, "acquittal-confirmed", "conviction-confirmed", "conviction-reversed")
        if not done:
            return None
        right = _phrase(q, done[-1].event, p, done[-1])
        out.append(Finding(False, right, right, done[-1].sources, (p.id,), ("83",)))
    return _merge(q, out)


def fined(q: Question) -> Finding | None:
    """On "He was fined 300,000 euros"."""
    persons = in_play(q, "obj", "subj", "of", "for", "poss", "to")
    q.ignore("court", "chamber", "people", "state", "situation", "city", "act", "count")
    money = q.number("money")
    if len(persons) != 1 or money is None or money[0] or q.prop.hedge:
        return None
    p = persons[0]
    events = q.events(p, "sentenced", "sentence-amended")
    fines = [e for e in events if e.sentence and e.sentence.fine_euro]
    if not events or (q.dates() and q.fits(*(e.on for e in events)) is not True):
        return None
    if not fines:
        return None
    sums = [e.sentence.fine_euro for e in fines if e.sentence and e.sentence.fine_euro]
    right = f"{p.name} was fined {sums[-1]:,} euros on {q.words(fines[-1].on)}."
    return Finding(money[1] in sums, right, right, fines[-1].sources, (p.id,), ("77",))
