"""Who decides claims about charges, trials, verdicts, sentences, appeals and reparations."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from hague.checking import counts, groups, when
from hague.checking.cases import (
    COURT_KINDS,
    WORDS,
    _acts_fit,
    _chamber,
    _decide_one,
    _merge,
    _on,
    _phrase,
    by_circumstance,
    in_play,
    no_national,
    step,
)
from hague.checking.model import Finding
from hague.checking.question import LONG_AFTER, Question
from hague.record import days
from hague.record.model import Person, PersonEvent, Sentence

_AMOUNT = re.compile(r"(?:€|EUR|USD|\$)?\s?(\d[\d,.]*\d|\d)\s*(million|billion)?")


def _sum_fits(asked: tuple[str, float], text: str) -> bool | None:
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
    found = []
    for m in _AMOUNT.finditer(text):
        try:
            value = float(m[1].replace(",", "")) * {"million": 1e6, "billion": 1e9}.get(m[2] or "", 1)
        except ValueError:
            continue
        if value >= 10_000:
            found.append(value)
    return found


def on_trial(q: Question) -> Finding | None:
    """On "X's trial goes on": opened and not yet decided."""
    persons = in_play(q, "poss", "of", "subj", "against")
    q.ignore("court", "people", "city", "situation", "act")
    if not persons or q.dates():
        return None
    out = []
    for p in persons:
        opened = q.events(p, "trial-opened")
        ended = q.events(
            p,
            "convicted",
            "acquitted",
            "no-case-to-answer",
            "proceedings-vacated",
            "charges-withdrawn",
            "died",
            "case-terminated",
        )
        if not opened:
            return None
        last = ended[-1] if ended else opened[-1]
        right = _phrase(q, last.event, p, last)
        out.append(Finding(not ended, right, right, last.sources, (p.id,), ("64",)))
    return _merge(q, out)


def charged(q: Question) -> Finding | None:
    """On "X is charged with war crimes", "faces three counts of"."""
    if q.cue("other-court"):
        return None
    found = groups.counted(q, groups.CHARGED, "charge", "face")
    if found is not None or q.has("state", "subj"):
        return found
    persons = in_play(q, "obj", "of", "against", "subj")
    q.ignore("court", "otp", "people", "situation", "treaty", "city", "org", "capital", "state", "place")
    if not persons and q.has("court"):
        return no_national(q)
    if not persons or q.has("superlative"):
        return None
    counted = q.number("count")
    out = []
    for p in persons:
        brought = q.events(
            p, "warrant-issued", "summons-issued", "warrant-requested", "charges-confirmed", "warrant-unsealed"
        )
        if not brought:
            if q.prop.negated:
                return None
            return None
        holds, shown = _on(q, p, brought)
        if q.dates() and holds is False:
            long_before = all(days.first(brought[0].on) - asked[1] >= LONG_AFTER for _, asked in q.dates())
            holds = True if long_before else None  # "over the violence of 2007": the conduct
        fits, names = _acts_fit(q, p, None)
        right = _phrase(q, shown.event, p, shown)
        if fits is not True:
            holds = fits
            if names:
                right = f"The charges on record against {p.name}: {names}."
        elif not q.acts() and not counted:
            holds = holds if q.dates() else (None if not q.prop.negated and not q.has("court") else holds)
        out.append(Finding(holds, right, right, shown.sources, (p.id,), ("58", "61")))
    if len(out) > 1 and q.acts() and any(f.holds for f in out):
        out = [f for f in out if f.holds]
    return counts.fit(q, persons[0], _merge(q, out), "warrant-issued", "charges-confirmed", "charges-amended")


_confirmed = step(
    "charges-confirmed",
    acts=("confirmed", "convicted", "acquitted", "withdrawn", "reversed", "terminated", None),
    articles=("61",),
)


def charges_confirmed(q: Question) -> Finding | None:
    return groups.counted(q, groups.CONFIRMED, "charge", "confirm") or _confirmed(q)


_confirmation = step(
    "confirmation-hearing", "in-absentia-hearing", articles=("61",), slots=("of", "poss", "subj", "for")
)


def confirmation_hearing(q: Question) -> Finding | None:
    """On "the confirmation hearing, held in September": a hearing that was put off is not on record for that day."""
    found = _confirmation(q)
    return found if found is None or found.holds else Finding(None, found.why)


_declined = step("charges-declined", articles=("61",))


def charges_declined(q: Question) -> Finding | None:
    """On "The judges declined to confirm the charges", "found too little evidence to try him"."""
    found = _declined(q)
    return found if found is None or found.holds or not q.cue("too-weak") else None


charges_dropped = step(
    "charges-withdrawn", "charges-declined", "proceedings-vacated", "case-terminated", "warrant-ended", articles=("61",)
)


_opened = step("trial-opened", acts=None, articles=("64",), slots=("obj", "of", "subj", "poss", "against"))


def trial_opened(q: Question) -> Finding | None:
    return groups.counted(q, groups.TRIED, "trial", "go-on-trial") or _opened(q)


def trial_held(q: Question) -> Finding | None:
    """On "No trial has ever been held over Libya"."""
    return groups.counted(q, groups.TRIED, "trial", "hold-trial")


def convicted(q: Question) -> Finding | None:
    """On "X was convicted of torture in June 2024", "nobody has been convicted in the Mali situation"."""
    if q.cue("other-court") and not q.has("court"):
        return None
    if q.has("quantified") or q.has("number", "person"):
        return groups.counted(q, groups.CONVICTED, "convict") or _anyone_convicted(q)
    nominal = (q.word("convict") or "").startswith("conviction")
    if nominal and q.dates():
        return None
    if q.cue("that-crime"):
        return None
    if nominal and q.cue("acquit"):
        return None
    persons = (
        in_play(q, "poss", "of")
        if nominal and q.has("person", "poss", "of")
        else in_play(q, "obj", "of", "subj", "poss", "against")
    )
    q.ignore("court", "otp", "people", "situation", "treaty", "city", "org", "capital", "state", "place", "article")
    if not persons:
        return None
    out = []
    for p in persons:
        events = q.events(p, "convicted", "conviction-confirmed")
        if not events:
            acquitted = q.events(
                p, "acquitted", "no-case-to-answer", "charges-withdrawn", "charges-declined", "proceedings-vacated"
            )
            last = acquitted or [e for e in p.history if q.known(e) and e.event in WORDS]
            if not last:
                return None
            right = f"No conviction of {p.name} is on record by {q.now}. {_phrase(q, last[-1].event, p, last[-1])}"
            out.append(Finding(False, right, right, last[-1].sources, (p.id,), ("74",)))
            continue
        found = _decide_one(
            q,
            p,
            ("convicted", "conviction-confirmed"),
            ("convicted", "reversed", "acquitted", "confirmed")
            if any(e.event == "conviction-reversed" for e in p.history)
            else ("convicted",),
            ("74",),
            False,
        )
        if found is None:
            continue
        if found.holds is True and _was_reversed(q, p) and q.prop.tense == "present" and not q.dates():
            reversed_ = q.events(p, "conviction-reversed")
            found = Finding(None, _phrase(q, "conviction-reversed", p, reversed_[-1]))
        out.append(found)
    return counts.fit(q, persons[0], _merge(q, out), "convicted")


def _was_reversed(q: Question, p: Person) -> bool:
    return bool(q.events(p, "conviction-reversed"))


def _anyone_convicted(q: Question) -> Finding | None:
    """On "Nobody has been convicted in connection with it", "five people have been convicted"."""
    asked = set(q.entities("situation")) | {
        s.id
        for state in (*q.entities("state", "in", "with", "from", "over", "for", "of"), *q.entities("people"))
        for s in q.situations_of(state)
    }
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
            right = f"No conviction {'there ' if asked else ''}is on record by {q.now}."
            return Finding(False, right, right, ("rome-statute",), tuple(sorted(asked)))
        if acts == ["genocide"] or acts == ["aggression"]:
            right = f"Nobody had been convicted of {acts[0]} at the Court by {q.now}."
            return Finding(False, right, right, ("rome-statute",), ("icc",))
        return None
    names = " and ".join(f"{p.name} ({e.on[:4]})" for p, e in found[:3])
    right = f"Convicted were {names}."
    return Finding(
        True,
        right,
        right,
        tuple(s for _, e in found[:3] for s in e.sources[:1]),
        tuple(p.id for p, _ in found[:5]),
        ("74",),
    )


def _anyone_acquitted(q: Question) -> Finding | None:
    """On "nobody has ever been acquitted"."""
    if not any(a.value == "none" for a in q.args("quantified")) or q.dates() or q.acts() or q.named("state"):
        return None
    found = [(p, e) for p in q.record.persons.values() for e in q.events(p, "acquitted", "no-case-to-answer")]
    q.ignore("court", "person", "people", "situation", "org")
    if not found or q.named("situation"):
        return None
    names = " and ".join(f"{p.name} ({e.on[:4]})" for p, e in found[:3])
    right = f"Acquitted were {names}."
    facts = tuple(s for _, e in found[:3] for s in e.sources[:1])
    return Finding(True, right, right, facts, tuple(p.id for p, _ in found[:3]), ("74",))


def acquitted(q: Question) -> Finding | None:
    if q.cue("other-court") and not q.has("court"):
        return None
    if q.has("quantified") or (q.has("number", "person") and not q.has("person")):
        return groups.counted(q, groups.ACQUITTED, "acquit") or _anyone_acquitted(q)
    if (q.word("acquit") or "").startswith("acquittal") and q.dates():
        return None  # "two weeks after their acquittal": the day is another's
    persons = in_play(q, "obj", "of", "subj", "poss")
    q.ignore("court", "otp", "people", "situation", "treaty", "city", "org", "capital", "state", "place")
    if not persons:
        return None
    out = []
    for p in persons:
        events = q.events(p, "acquitted", "no-case-to-answer", "conviction-reversed", "acquittal-confirmed")
        if not events:
            last = q.events(p, "convicted") or q.events(
                p, "charges-withdrawn", "charges-declined", "proceedings-vacated", "case-terminated"
            )
            if q.acts() and q.events(p, "convicted"):
                fits, names = _acts_fit(q, p, ("acquitted",))
                if fits is True and names:
                    right = f"The acquittal of {p.name} concerned: {names}."
                    out.append(Finding(True, right, None, last[-1].sources, (p.id,), ("74",)))
                continue  # an acquittal on some charges, which the record may not list
            if not last:
                if (
                    not any(e.event in ("trial-opened",) for e in p.history)
                    and any(e.event == "warrant-issued" for e in p.history)
                    and not q.prop.negated
                ):
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


def acquittal_overturned(q: Question) -> Finding | None:
    """An acquittal undone on appeal; wrong where it was upheld."""
    persons = in_play(q, "poss", "of", "obj", "subj")
    q.ignore("chamber", "court", "people", "state", "time")
    for p in persons:
        kept = q.events(p, "acquittal-confirmed")
        if kept:
            right = _phrase(q, "acquittal-confirmed", p, kept[-1])
            return Finding(False, right, right, kept[-1].sources, (p.id,), ("83",))
    return None


def count_convicted(q: Question) -> Finding | None:
    """ "The court has convicted twenty people": with and without offences against the administration of justice."""
    number = q.number("person")
    q.ignore("court", "people", "state", "situation", "org")
    if number is None or q.prop.negated or q.dates():
        return None
    of_what = bool(q.acts())
    every = [p for p in q.record.persons.values() if q.events(p, "convicted")]
    core = [p for p in every if any(c.crime != JUSTICE for c in p.charges)]
    low, high = sorted((len(core), len(every)))
    right = f"{high} persons had been convicted by {q.now}, {high - low} of them only of offences against justice."
    if of_what and number[1] <= high + 4:
        return None
    if low <= number[1] <= high or (number[0] == "at-least" and number[1] <= high):
        return Finding(True, right, right, every[0].sources, ("icc",), ("74",))
    return Finding(
        False if number[1] > high + 4 else None, right, right, every[0].sources if every else (), ("icc",), ("74",)
    )


JUSTICE = "offence-against-administration-of-justice"
acquittal_upheld = step("acquittal-confirmed", articles=("83",), slots=("poss", "of", "obj", "subj"))


_cut = step("sentence-reduced", "sentence-amended", articles=("110",), slots=("poss", "of", "obj", "subj"))


def sentence_cut(q: Question) -> Finding | None:
    """On "His nine years became seven", "cut by two years": the terms before and after, and the difference."""
    found = _cut(q)
    persons = in_play(q, "poss", "of", "obj", "subj")
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


def pleaded(q: Question) -> Finding | None:
    """On "pleaded guilty": only where the record says so."""
    persons = in_play(q)
    q.ignore("court", "otp", "people", "situation", "act", "city")
    if not persons:
        return None
    p = persons[0]
    texts = _pleas(q, p)
    if not texts:
        return None
    return Finding(True, texts[0].text or "", None, texts[0].sources, (p.id,), ("65",))


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


conviction_upheld = upheld("conviction-confirmed", overturned=("conviction-reversed",))


sentence_upheld = upheld("sentence-confirmed", "conviction-confirmed", overturned=("conviction-reversed",))


def errors_found(q: Question) -> Finding | None:
    """On "the trial chamber made serious errors": said when the Appeals Chamber reversed a conviction."""
    persons = q.persons()
    q.ignore("court", "chamber", "people", "state", "person")
    events = [e for p in persons for e in q.events(p, "conviction-reversed")]
    if not events or q.day() - days.first(events[-1].on) > timedelta(days=40):
        return None
    why = events[-1].text or f"The Appeals Chamber reversed the conviction on {q.words(events[-1].on)}."
    return Finding(True, why, None, events[-1].sources, (persons[0].id,), ("83",))


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
    """On "sentenced to nine years in 2016"."""
    if q.cue("other-court") and not q.has("court"):
        return None
    if q.has("quantified"):
        return _nobody_sentenced(q)
    persons = in_play(q, "obj", "of", "subj", "poss", "against")
    q.ignore("court", "otp", "people", "situation", "treaty", "city", "org", "capital", "state", "place", "act")
    if not persons or q.has("superlative"):
        return None
    years, months = q.number("year"), q.number("month")
    life = q.cue("life-sentence")
    if q.cue("may-do", "maximum") and (years or life) and not any(q.events(p, "sentenced") for p in persons):
        return _possible_sentence(q, years, life)
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


def _nobody_sentenced(q: Question) -> Finding | None:
    """On "No one has been given life": the terms of all sentences."""
    if not q.cue("life-sentence") or q.cue("may-do"):
        return None
    q.ignore("quantified", "court", "person")
    for p in q.record.persons.values():
        for e in q.events(p, "sentenced"):
            if e.sentence and e.sentence.life:
                right = f"{p.name} was sentenced to life on {q.words(e.on)}."
                return Finding(True, right, right, e.sources, (p.id,), ("77",))
    right = f"The Court had sentenced nobody to life by {q.now}."
    return Finding(False, right, right, ("rome-statute",), ("icc",), ("77",))


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
        each.append(True if True in fits else (None if None in fits else False))
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


def _term(s: Sentence) -> str:
    if s.life:
        return "life"
    parts = []
    if s.years:
        parts.append(f"{s.years:g} years")
    if s.months:
        parts.append(f"{s.months} months")
    return " and ".join(parts) or "a fine"


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
    """On "The case was declared inadmissible": wrong where it was declared admissible."""
    persons = in_play(q, "against", "of", "poss", "obj", "subj")
    where = q.named("state", "in", "to")
    q.ignore("state", "capital", "city", "place")
    if where and any(s not in q.states_of(p.situation) for p in persons for s in where):
        return None
    if persons and not any(q.events(p, "case-inadmissible") for p in persons):
        for p in persons:
            other = q.events(p, "case-admissible")
            if other:
                right = f"The case against {p.name} was held admissible on {q.words(other[-1].on)}."
                q.ignore("time", "court", "state", "people")
                return Finding(False, right, right, other[-1].sources, (p.id,), ("17",))
        return None
    found = inadmissible(q)
    if found is None or not q.cue("tried-at-home"):
        return found
    return Finding(found.holds, found.why, found.right, found.facts, found.entities, found.articles, general=True)


admissible = step("case-admissible", articles=("17",), slots=("against", "of", "poss", "obj", "subj"))


fitness = step("unfit-for-trial", "fit-for-trial", articles=("64",))


appeal_lodged = step("appeal-lodged", articles=("81",), slots=("subj", "obj", "of", "poss"))


def appeal_pending(q: Question) -> Finding | None:
    """On "His appeal is pending": after a verdict, before the ruling on it."""
    persons = in_play(q, "poss", "of", "subj", "by", "against")
    q.ignore("court", "chamber", "people", "state")
    if len(persons) != 1 or q.dates():
        return None
    p = persons[0]
    verdict = q.events(p, "convicted", "acquitted", "sentenced")
    done = q.events(p, "conviction-confirmed", "conviction-reversed", "acquittal-confirmed", "sentence-confirmed")
    if not verdict:
        return None
    if done and days.first(done[-1].on) >= days.first(verdict[-1].on):
        right = _phrase(q, done[-1].event, p, done[-1]) if done[-1].event in WORDS else (done[-1].text or "")
        return Finding(False, right, right, done[-1].sources, (p.id,), ("81",)) if right else None
    later = [e for e in p.history if e.event in ("appeal-lodged", "conviction-confirmed", "conviction-reversed")]
    if not later:
        return None
    right = f"{_phrase(q, verdict[-1].event, p, verdict[-1])} No ruling on appeal is on record by {q.now}."
    return Finding(True, right, right, verdict[-1].sources, (p.id,), ("81",))


appeal_rejected = step(
    "conviction-confirmed",
    "appeal-decided",
    "acquittal-confirmed",
    "sentence-confirmed",
    articles=("83",),
    slots=("poss", "of", "subj", "obj"),
)


def _pleas(q: Question, p: Person) -> list[PersonEvent]:
    return [e for e in p.history if q.known(e) and e.text and any(w in e.text.lower() for w in PLEA)]


PLEA = ("guilty plea", "pleaded guilty", "pleads guilty", "admission of guilt", "admits guilt", "admits his guilt")
