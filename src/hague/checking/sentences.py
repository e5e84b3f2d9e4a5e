"""Who decides claims about sentences, their terms and what became of them, and about reparations."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from hague.checking import groups, when
from hague.checking.cases import COURT_KINDS, WORDS, _chamber, _merge, _on, _phrase, by_circumstance, in_play, step
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record import days, wording
from hague.record.model import Person, PersonEvent, Sentence

_AMOUNT = re.compile(r"(?:€|EUR|USD|\$)?\s?(\d[\d,.]*\d|\d)\s*(million|billion)?")

_IN_WORDS = re.compile(rf"\b({'|'.join(wording.NUMBERS)}) million\b")


def sum_fits(asked: tuple[str, float], text: str) -> bool | None:
    """Whether a sum named in the record's own words agrees; ``None`` where it names none."""
    found = sums(text)
    if not found:
        return None
    modifier, n = asked
    if modifier == "at-least":
        return any(n <= s <= 1.15 * n for s in found)
    if modifier == "at-most":
        return any(0.85 * n <= s <= n for s in found)
    return any(abs(s - n) <= (0.06 if modifier == "about" else 0.012) * n for s in found)


def sums(text: str) -> list[float]:
    """Sums of money in a text of the record, of 10,000 and more."""
    found = [wording.NUMBERS[m[1]] * 1e6 for m in _IN_WORDS.finditer(text.lower())]
    for m in _AMOUNT.finditer(text):
        try:
            value = float(m[1].replace(",", "")) * {"million": 1e6, "billion": 1e9}.get(m[2] or "", 1)
        except ValueError:
            continue
        if value >= 10_000:
            found.append(value)
    return found


_cut = step("sentence-reduced", "sentence-amended", articles=("110",), slots=("poss", "of", "obj", "subj"))


def sentence_cut(q: Question) -> Finding | None:
    """On "His nine years became seven", "cut by two years": the terms before and after, and the difference."""
    found = _cut(q)
    persons = in_play(q, "poss", "of", "obj", "subj")
    if found is None and len(persons) == 1 and not q.prop.negated and not q.prop.hedge:
        p = persons[0]
        kept = [e for e in p.history if q.known(e) and _left_as_it_was(e)]
        kept = [e for e in kept if q.fits(e.on) is True] if q.dates() else kept
        if kept and not any(e.event in ("sentence-reduced", "sentence-amended") for e in p.history):
            right = (
                f"The sentence of {p.name} was upheld on {q.words(kept[0].on)}."
                if kept[0].event == "sentence-confirmed"
                else f"{(kept[0].text or '').rstrip('.')} ({q.words(kept[0].on)})."
            )
            q.ignore("number", "chamber", "court", "people")
            return Finding(False, right, right, kept[0].sources, (p.id,), ("83",))
    q.number("judge")
    if found is None or found.holds is not True or len(persons) != 1 or q.has("number", "month"):
        return found
    p = persons[0]
    before = [e.sentence.years for e in q.events(p, "sentenced") if e.sentence and e.sentence.years]
    after = [
        e.sentence.years for e in q.events(p, "sentence-reduced", "sentence-amended") if e.sentence and e.sentence.years
    ]
    numbers = [float((a.value or "0").rpartition(" ")[2]) for a in q.args("number", "year", "plain")]
    if not numbers or not before or not after:
        return found
    terms = {before[0], after[-1], before[0] - after[-1]}
    if set(numbers) <= terms:
        return found
    right = f"The sentence of {p.name} was cut from {before[0]:g} to {after[-1]:g} years."
    return Finding(False, right, right, found.facts, found.entities, found.articles)


def _left_as_it_was(e: PersonEvent) -> bool:
    return e.event == "sentence-confirmed" or "no reduction" in (e.text or "").lower()


def same_term(q: Question, p: Person) -> tuple[bool | None, str]:
    """Whether a term of years named beside an appeal is the one that was imposed."""
    years, months = q.number("year"), q.number("month")
    passed = [e for e in q.events(p, "sentenced", "sentence-confirmed", "sentence-amended") if e.sentence]
    if (years is None and months is None) or not passed:
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
            same, right = same_term(q, p)
            if same is not True:
                return Finding(same, right, right, p.sources, (p.id,), ("83",)) if right else None
        return inner(q)

    return decide


sentence_upheld = upheld("sentence-confirmed", "conviction-confirmed", overturned=("conviction-reversed",))


def proportionate(q: Question) -> Finding | None:
    """On "the sentence was proportionate": what a Chamber holds when it passes one."""
    persons = q.persons()
    q.ignore("court", "chamber", "people", "state", "person")
    events = [e for p in persons for e in q.events(p, "sentenced")]
    if not events or q.day() - days.first(events[-1].on) > timedelta(days=40):
        return None
    return Finding(
        True,
        f"So held with the sentence of {q.words(events[-1].on)}.",
        None,
        events[-1].sources,
        (persons[0].id,),
        ("78",),
    )


def sentenced(q: Question) -> Finding | None:
    """On "sentenced to nine years in 2016"."""
    if (q.cue("other-court") and not q.has("court")) or q.cue("compared"):
        return None
    if q.has("quantified") or (q.cue("a-soul", "anybody") and groups.nobody_at_court(q)):
        return _nobody_sentenced(q)
    persons = in_play(q, "obj", "of", "subj", "poss", "against")
    q.ignore("court", "otp", "people", "situation", "treaty", "city", "org", "capital", "state", "place", "act")
    if not persons or q.has("superlative"):
        return None
    years, months = q.number("year"), q.number("month")
    life = q.cue("life-sentence")
    if years is None and q.cue("quarter-century"):
        years = ("", 25.0)
    told = [float((a.value or "0").rpartition(" ")[2]) for a in q.args("number", "year", "plain")]
    if years is not None and len(told) == 2 and len(persons) == 1 and not life and not q.cue("age-phrase", "minors"):
        both = _of_two(q, persons[0], told)
        if both is None or both.holds is not False:
            return both
    if years is None and months is None and q.cue("brings-number"):
        years = q.number("plain")  # "Prosecutors had asked for twenty years; the judges made it fourteen"
    if q.cue("may-do", "maximum") and (years or life) and not any(q.events(p, "sentenced") for p in persons):
        return _possible_sentence(q, years, life)
    named = [p for p in q.persons() if p.history]
    if len(named) > 1 and not (months or life):
        each = _one_by_one(q, named)
        if each is not None:
            return each
    out = []
    for p in persons:
        events = [
            e
            for e in q.events(p, "sentenced", "sentence-amended", "sentence-confirmed", "sentence-reduced")
            if e.sentence or e.event == "sentenced"
        ]
        if not events:
            last = [e for e in p.history if q.known(e) and e.event in WORDS]
            if not last or not any(e.event in COURT_KINDS for e in p.history):
                return None
            right = f"No sentence for {p.name} is on record by {q.now}. {_phrase(q, last[-1].event, p, last[-1])}"
            out.append(Finding(False, right, right, last[-1].sources, (p.id,), ("77",)))
            continue
        said = [e for e in events if _terms(e.sentence, years, months, life) is not False]
        known_terms = [e for e in events if e.sentence and (e.sentence.years or e.sentence.months or e.sentence.life)]
        right = " ".join(
            f"{p.name} was sentenced to {_term(e.sentence)} on {q.words(e.on)}." for e in known_terms[:3] if e.sentence
        ) or _phrase(q, "sentenced", p, events[0])
        if (years or months or life) and not said:
            out.append(Finding(False, right, right, events[0].sources, (p.id,), ("77", "78")))
            continue
        fits = _sentence_dates(q, said or events)
        first = (said or events)[0]
        if not (first.sentence and _terms(first.sentence, years, months, life)) and (years or months or life):
            fits = None if fits else fits
        fine = q.number("money")
        if fits and fine and not any(e.sentence and e.sentence.fine_euro == fine[1] for e in events):
            fits = None
        if fits is not False:
            chamber, names = _chamber(q, events)
            if chamber is not True:
                fits, right = chamber, f"It was {names}." if names else right
        out.append(Finding(fits, right, right, first.sources, (p.id,), ("77", "78")))
    return _merge(q, out)


def _of_two(q: Question, p: Person, told: list[float]) -> Finding | None:
    """On "Two years come off the nine", "25 years, of which he has served six": right only where each number is a term
    passed or what was taken off one; wrong only where none is."""
    passed = [e for e in q.events(p, "sentenced", "sentence-amended", "sentence-reduced") if e.sentence]
    terms = [e.sentence.years for e in passed if e.sentence and e.sentence.years]
    if not terms:
        return None
    mine = {*terms, *(a - b for a in terms for b in terms if a > b)}
    together = {
        e.sentence.years
        for o in q.record.persons.values()
        for e in q.events(o, "sentenced")
        if e.sentence and e.sentence.years and e.on in {x.on for x in passed}
    }  # "X got 12 years, his co-accused 15"
    if told[0] in terms:
        mine |= together
    right = " ".join(f"{p.name} was sentenced to {term_of(e)} on {q.words(e.on)}." for e in passed[:2])
    holds = True if set(told) <= mine else (None if set(told) & mine else False)
    if holds and q.dates() and q.fits(*(e.on for e in passed)) is not True:
        holds = None
    return Finding(holds, right, right, passed[0].sources, (p.id,), ("77", "78"))


def spared(q: Question) -> Finding | None:
    """On "He was spared prison": wrong of one whom the Court sentenced to years."""
    persons = in_play(q, "subj", "obj")
    q.ignore("court", "people", "situation", "city", "state")
    if len(persons) != 1 or q.prop.negated:
        return None
    p = persons[0]
    terms = [e for e in q.events(p, "sentenced") if e.sentence and (e.sentence.years or e.sentence.life)]
    if not terms or not terms[-1].sentence:
        return None
    right = f"{p.name} was sentenced to {_term(terms[-1].sentence)} on {q.words(terms[-1].on)}."
    return Finding(False, right, right, terms[-1].sources, (p.id,), ("77",))


def _one_by_one(q: Question, persons: list[Person]) -> Finding | None:
    """On "Lubanga got 14 years, Katanga 12": to each the term that follows the name; ``None`` where terms and names do
    not go in pairs."""
    named = {a.entity: a.span.end for a in q.args("person") if a.value != "pronoun"}
    terms = [
        (a.span.start, float((a.value or "0").rpartition(" ")[2]))
        for slot, a in q.slots("number")
        if slot in ("year", "plain")
    ]
    ends = sorted((end, p.id) for p in persons if (end := named.get(p.id)) is not None)
    if len(terms) == len(persons) and (not ends or min(at for at, _ in terms) > max(end for end, _ in ends)):
        return _in_order(q, persons, [n for _, n in sorted(terms)])
    if len(ends) != len(persons) or len(terms) != len(ends):
        return None
    terms.sort()
    pairs = dict(zip((i for _, i in ends), terms, strict=True))
    if any(at < end for (end, _), (at, _) in zip(ends, terms, strict=True)):
        return None
    q.args("number")
    q.ignore("time", "chamber")
    out = []
    for p in persons:
        passed = [e for e in q.events(p, "sentenced", "sentence-amended", "sentence-reduced") if e.sentence]
        if not passed:
            return None
        fits = any(_terms(e.sentence, ("", pairs[p.id][1]), None, False) for e in passed)
        right = " ".join(
            f"{p.name} was sentenced to {_term(e.sentence)} on {q.words(e.on)}." for e in passed[:2] if e.sentence
        )
        out.append(Finding(fits, right, right, passed[0].sources, (p.id,), ("77", "78")))
    return _merge(q, out)


def _in_order(q: Question, persons: list[Person], terms: list[float]) -> Finding | None:
    """On "They were sentenced to 15 and 12 years": to each the term in its place; another order is left open."""
    passed = {
        p.id: [e for e in q.events(p, "sentenced", "sentence-amended", "sentence-reduced") if e.sentence]
        for p in persons
    }
    if not all(passed.values()) or q.has("quantified"):
        return None
    q.args("number")
    q.ignore("time", "chamber")
    own = [{e.sentence.years for e in passed[p.id] if e.sentence} for p in persons]
    right = " ".join(
        f"{p.name} was sentenced to {_term(e.sentence)} on {q.words(e.on)}."
        for p in persons
        for e in passed[p.id][:1]
        if e.sentence
    )
    first = passed[persons[0].id][0]
    holds: bool | None = all(n in mine for n, mine in zip(terms, own, strict=True))
    if not holds and all(any(n in mine for mine in own) for n in terms):
        holds = None
    return Finding(holds, right, right, first.sources, tuple(p.id for p in persons), ("77", "78"))


def _nobody_sentenced(q: Question) -> Finding | None:
    """On "No one has been given life": the terms of all sentences."""
    if q.cue("may-do"):
        return None
    if not q.cue("life-sentence"):
        return _anyone_sentenced(q)
    q.ignore("quantified", "court", "person")
    for p in q.record.persons.values():
        for e in q.events(p, "sentenced"):
            if e.sentence and e.sentence.life:
                right = f"{p.name} was sentenced to life on {q.words(e.on)}."
                return Finding(True, right, right, e.sources, (p.id,), ("77",))
    right = f"The Court had sentenced nobody to life by {q.now}."
    return Finding(False, right, right, ("rome-statute",), ("icc",), ("77",))


def _anyone_sentenced(q: Question) -> Finding | None:
    """On "It has yet to sentence anyone", "nobody has been sentenced"."""
    if q.has("number") or q.acts() or q.named("situation", "person") or q.dates():
        return None
    q.ignore("quantified", "court", "person")
    done = sorted((e.on, p.name, p) for p in q.record.persons.values() for e in q.events(p, "sentenced"))
    if not done:
        right = f"The Court had sentenced nobody by {q.now}."
        return Finding(False, right, right, ("rome-statute",), ("icc",), ("77",))
    on, name, p = done[0]
    if (q.day() - days.last(on)).days <= 15:
        return None  # "had not sentenced anybody", before the news of the day
    right = f"The first whom the Court sentenced was {name}, on {q.words(on)}."
    return Finding(True, right, right, p.sources, (p.id,), ("77",))


def _possible_sentence(q: Question, years: tuple[str, float] | None, life: bool) -> Finding:
    """ "He can be sent to prison for up to 30 years": what article 77 allows."""
    q.ignore("number", "time")
    why = "The Court may impose up to 30 years, or life where the gravity of the crime calls for it."
    holds = years is None or years[1] <= 30 or (life and years[1] == 30)
    return Finding(holds, why, why, ("rome-statute",), (), ("77",), general=True)


def _sentence_dates(q: Question, events: list[PersonEvent]) -> bool | None:
    """Dates of a sentence: that of the sentence itself, others ("crimes committed in 2012") left aside."""
    dates = q.dates()
    if not dates:
        return True
    each = []
    for relation, asked in dates:
        fits = [when.agrees(e.on, relation, asked) for e in events]
        each.append(when.some(fits))
    if True in each and (len(each) == 1 or q.cue("committed") or False not in each):
        return True
    if q.cue("committed"):
        return True if len(dates) == 1 and dates[0][1][1] < days.first(events[0].on) - timedelta(days=700) else None
    return None if None in each else False


def _terms(
    s: Sentence | None, years: tuple[str, float] | None, months: tuple[str, float] | None, life: bool
) -> bool | None:
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


def term_of(event: PersonEvent) -> str:
    """The term of a sentence in words."""
    return _term(event.sentence) if event.sentence else "a term"


def _term(s: Sentence) -> str:
    if s.life:
        return "life"
    parts = []
    if s.years:
        parts.append(f"{s.years:g} years")
    if s.months:
        parts.append(f"{s.months} months")
    return " and ".join(parts) or "a fine"


def _none_to_repair(q: Question, p: Person) -> Finding | None:
    """An order for reparations against somebody who was acquitted: they presuppose a conviction."""
    cleared = q.events(p, "acquitted", "no-case-to-answer", "conviction-reversed")
    convicted = q.events(p, "convicted") and not q.events(p, "conviction-reversed")
    if not cleared or convicted or q.prop.hedge or q.prop.conditional or q.prop.nominal or q.guessed:
        return None
    e = cleared[-1]
    right = f"{_phrase(q, e.event, p, e)} Reparations presuppose a conviction, and none were ordered."
    return Finding(False, right, right, e.sources, (p.id,), ("75",))


def reparations(q: Question) -> Finding | None:
    persons = in_play(q, "against", "of", "obj", "subj", "poss")
    q.ignore("court", "people", "state", "place", "capital", "org", "situation")
    if not persons:
        return by_circumstance(q, "reparations-ordered", "reparations-amended", articles=("75",))
    p = persons[0]
    if q.has("quantified") and q.has("number", "money"):
        return None  # "No order so far had come near the 30 million"
    events = q.events(p, "reparations-ordered", "reparations-amended")
    if not events:
        return _none_to_repair(q, p)
    holds, shown = _on(q, p, events)
    money = q.number("money")
    right = shown.text or _phrase(q, shown.event, p, shown)
    if money:
        fits = [sum_fits(money, e.text or "") for e in events]
        parts = [t for d in q.record.decisions.values() if p.id in d.persons for t in (d.holding, *d.details)]
        told = any(sum_fits(money, t) for t in parts)  # of a part of the order, or by another one
        also = {a.entity for a in q.args("person") if a.entity in q.record.persons} - {p.id}
        beside = any(q.record.persons[o].history for o in also if o)
        holds = holds if True in fits else (None if False not in fits or told or beside else False)
    if holds:
        fits_chamber, names = _chamber(q, events)
        holds, right = fits_chamber, f"It was {names}. {right}" if fits_chamber is False else right
    return Finding(holds, right, right, shown.sources, (p.id,), ("75",))
