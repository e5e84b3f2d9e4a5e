"""Who decides claims about charges, trials, verdicts and appeals."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from hague.checking import affiliations, beside, conduct, counts, groups, manner
from hague.checking.cases import (
    COURT_KINDS,
    JUSTICE,
    WORDS,
    _acts_fit,
    _chamber,
    _decide_one,
    _merge,
    _on,
    _phrase,
    in_play,
    no_national,
    proved,
    step,
    votes,
)
from hague.checking.model import Finding
from hague.checking.question import LONG_AFTER, Question
from hague.checking.sentences import upheld
from hague.checking.warrants import left_out
from hague.record import days
from hague.record.model import Person


def on_trial(q: Question) -> Finding | None:
    """On "X's trial goes on": opened and not yet decided."""
    named = [p for p in (q.record.persons[i] for i in q.named("person") if i in q.record.persons) if p.history]
    persons = named if len(named) == 1 else in_play(q, "of", "poss", "subj", "against")
    q.ignore("court", "people", "city", "situation", "act", "person")
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
            if q.prop.hedge or not any(e.event in COURT_KINDS for e in p.history):
                return None
            reached = [e for e in p.history if q.known(e) and e.event in WORDS]
            if not reached:
                return None
            right = f"No trial of {p.name} had opened by {q.now}. {_phrase(q, reached[-1].event, p, reached[-1])}"
            out.append(Finding(False, right, right, reached[-1].sources, (p.id,), ("64",)))
            continue
        last = ended[-1] if ended else opened[-1]
        right = _phrase(q, last.event, p, last)
        out.append(Finding(not ended, right, right, last.sources, (p.id,), ("64",)))
    return _merge(q, out)


def charged(q: Question) -> Finding | None:
    """On "X is charged with war crimes", "faces three counts of"."""
    if q.cue("other-court"):
        return None
    if q.word("charge") == "accused" and (q.has("quantified") or q.cue("wanted")):
        return None
    if q.cue("that-crime") and not q.acts():
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
        issued = q.events(p, "warrant-issued")
        refused = left_out(q, p, issued) if issued and (q.cue("warrant") or q.assumed("person")) else None
        refused = refused or manner.conduct_elsewhere(q, p)
        if refused is not None:
            out.append(refused)
            continue
        holds, shown = _on(q, p, brought)
        if q.dates() and holds is False:
            long_before = all(days.first(brought[0].on) - asked[1] >= LONG_AFTER for _, asked in q.dates())
            holds = True if long_before else None  # "over the violence of 2007": the conduct
        fits, names = _acts_fit(q, p, _PURSUED if q.prop.tense == "present" else None)
        right = _phrase(q, shown.event, p, shown)
        if fits is not True:
            holds = fits
            if names:
                right = f"The charges on record against {p.name}: {names}."
        elif not q.acts() and not counted:
            told = q.dates() or q.prop.negated or q.has("court") or conduct.agrees(q, p)
            holds = holds if told else None
        out.append(Finding(holds, right, right, shown.sources, (p.id,), ("58", "61")))
    if len(out) > 1 and q.acts() and any(f.holds for f in out):
        out = [f for f in out if f.holds]
    return counts.fit(q, persons[0], _merge(q, out), *_COUNTED)


_PURSUED = ("confirmed", "convicted", "acquitted", "withdrawn", "reversed", "terminated", None)
"""Outcomes of charges that were not left out on the way."""
_COUNTED = ("warrant-issued", "summons-issued", "charges-confirmed", "charges-amended")


_confirmed = step(
    "charges-confirmed",
    acts=("confirmed", "convicted", "acquitted", "withdrawn", "reversed", "terminated", None),
    articles=("61",),
)


def charges_confirmed(q: Question) -> Finding | None:
    found = groups.counted(q, groups.CONFIRMED, "charge", "confirm", "send-to-trial") or _confirmed(q)
    persons = in_play(q)
    return counts.fit(q, persons[0], found, "charges-confirmed") if len(persons) == 1 else found


_confirmation = step(
    "confirmation-hearing", "in-absentia-hearing", articles=("61",), slots=("of", "poss", "subj", "for")
)


def confirmation_hearing(q: Question) -> Finding | None:
    """On "the confirmation hearing, held in September": a hearing that was put off is not on record for that day."""
    found = _confirmation(q)
    persons = in_play(q, "of", "poss", "subj", "for", "against")
    if found is not None and found.holds and q.cue("in-presence") and len(persons) == 1:
        absent = q.events(persons[0], "in-absentia-hearing")
        if absent and q.fits(absent[-1].on):
            return replace(found, holds=False)
    return found if found is None or found.holds else Finding(None, found.why)


_declined = step("charges-declined", articles=("61",))


def charges_declined(q: Question) -> Finding | None:
    """On "The judges declined to confirm the charges", "found too little evidence to try him"."""
    found = _declined(q)
    if found is None:
        return _confirmed_instead(q)
    if found.holds and q.number("count"):
        return counts.fit(q, in_play(q)[0], found, "charges-declined")
    found = replace(found, general=True) if q.cue("too-weak") else found
    return found if found.holds or not q.cue("too-weak") else None


def _confirmed_instead(q: Question) -> Finding | None:
    """ "They declined to confirm the charges", of charges that were confirmed in those days."""
    persons = in_play(q)
    if len(persons) != 1 or q.prop.negated or q.prop.hedge or q.acts() or q.has("number") or q.has("quantified"):
        return None
    p = persons[0]
    kept = [
        e
        for e in q.events(p, "charges-confirmed")
        if (q.fits(e.on) is True if q.dates() else 0 <= (q.day() - days.last(e.on)).days <= 30)
    ]
    if not kept or any(e.event == "charges-declined" for e in p.history):
        return None
    right = _phrase(q, "charges-confirmed", p, kept[0])
    return Finding(False, right, right, kept[0].sources, (p.id,), ("61",))


_dropped = step(
    "charges-withdrawn", "charges-declined", "proceedings-vacated", "case-terminated", "warrant-ended", articles=("61",)
)


def charges_dropped(q: Question) -> Finding | None:
    """On "The charges were thrown out"; wrong of charges that the judges confirmed on the day named."""
    found = _dropped(q)
    persons = in_play(q)
    if found is None and not q.prop.hedge:
        kept = _just_confirmed(q)
        if kept is not None:
            return kept
    if found is not None or len(persons) != 1 or q.prop.negated or q.has("number") or q.acts():
        return found
    p = persons[0]
    if any(e.event in _OVER and q.known(e) for e in p.history):
        return None
    confirmed = [e for e in q.events(p, "charges-confirmed") if q.dates("on") and q.fits(e.on) is True]
    if not confirmed or q.prop.hedge:
        return None
    right = _phrase(q, "charges-confirmed", p, confirmed[0])
    return Finding(False, right, right, confirmed[0].sources, (p.id,), ("61",))


def _just_confirmed(q: Question) -> Finding | None:
    """Where charges against somebody named in the clause were confirmed in the days before the report."""
    if q.prop.negated or q.dates() or q.has("number"):
        return None
    for p in (q.record.persons[i] for i in q.named("person") if i in q.record.persons):
        kept = [e for e in q.events(p, "charges-confirmed") if 0 <= (q.day() - days.last(e.on)).days <= 12]
        if kept and not any(q.known(e) for e in p.history if e.event in _OVER):
            right = _phrase(q, "charges-confirmed", p, kept[0])
            return Finding(False, right, right, kept[0].sources, (p.id,), ("61",))
    return None


_OVER = (
    "charges-withdrawn",
    "charges-declined",
    "proceedings-vacated",
    "case-terminated",
    "acquitted",
    "no-case-to-answer",
)


_opened = step("trial-opened", acts=None, articles=("64",), slots=("obj", "of", "subj", "poss", "against"))


def trial_opened(q: Question) -> Finding | None:
    found = _nobody_tried(q) or groups.counted(q, groups.TRIED, "trial", "go-on-trial", "be-tried")
    if found is not None or q.cue("be-tried"):
        return found
    found = _opened(q)
    if found is not None and found.holds is False and q.cue("goes-on-trial") and not q.dates():
        return None  # "five days before he goes on trial": still to come
    return found


def _nobody_tried(q: Question) -> Finding | None:
    """On "Nobody has ever stood trial there for genocide"."""
    crime = next(iter(q.acts()), "")
    none = any(a.value == "none" for a in q.args("quantified"))
    if not none or q.acts() not in (["genocide"], ["aggression"]) or q.prop.hedge or q.dates():
        return None
    tried = [
        p
        for p in q.record.persons.values()
        if q.events(p, "trial-opened") and any(c.crime == crime and c.confirmed_on for c in p.charges)
    ]
    if tried:
        return None
    q.ignore("number", "person", "state", "situation", "ordinal", "people", "court", "place")
    right = f"Nobody had been tried for {crime} at the Court by {q.now}."
    return Finding(False, right, right, ("rome-statute",), ("icc",), ("64",))


_collapsed = step(
    "proceedings-vacated",
    "no-case-to-answer",
    "charges-withdrawn",
    "case-terminated",
    articles=("64",),
    slots=("of", "against", "poss", "subj", "obj"),
)


def collapsed(q: Question) -> Finding | None:
    """On "The trial collapsed three years later": ended without a judgment on the evidence of both sides."""
    return _collapsed(q)


def trial_held(q: Question) -> Finding | None:
    """On "No trial has ever been held over Libya"."""
    return groups.counted(q, groups.TRIED, "trial", "hold-trial")


def convicted(q: Question) -> Finding | None:
    """On "X was convicted of torture in June 2024", "nobody has been convicted in the Mali situation"."""
    if q.cue("other-court") and not q.has("court"):
        return None
    if q.cue("not-guilty-plea"):
        return None
    listed = [i for i in q.named("person") if i in q.record.persons]
    if not listed and groups.nobody_at_court(q):
        return _anyone_convicted(q, nobody=True)
    if q.word("convict") == "convict" and q.has("quantified") and q.cue("penalty", "compared"):
        return None  # "No earlier convict had drawn a term as long"
    if q.has("quantified") or (q.has("number", "person") and not groups.all_named(q, listed)):
        first = _anyone_convicted(q) if q.acts() and not q.has("number", "person") else None
        return first or groups.counted(q, groups.CONVICTED, "convict") or _anyone_convicted(q)
    nominal = (q.word("convict") or "").startswith("conviction")
    if nominal and q.dates() and not _dated_noun(q, "convict"):
        return None
    if q.cue("that-crime"):
        return None
    if nominal and q.has("person", "beside"):
        return beside.after_that_of(q)
    if nominal and (q.cue("acquit") or q.has("ordinal", "subj", "obj")):
        return None
    if q.word("convict") in ("convict", "convicts") and q.has("ordinal", "subj", "obj"):
        return None  # "the first of its convicts to be sent abroad"
    q.counts("judge", 3)
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
        cleared = q.events(p, "acquitted")
        if found.holds is True and q.cue("all-counts") and cleared and not q.has("number", "count"):
            right = f"{found.why} {_phrase(q, 'acquitted', p, cleared[0])}"
            found = Finding(False, right, right, cleared[0].sources, (p.id,), ("74",))
        stands = q.cue("offences-justice") and any(c.crime.startswith("offence") for c in p.charges)
        if found.holds is True and not stands and _was_reversed(q, p) and q.prop.tense == "present" and not q.dates():
            reversed_ = q.events(p, "conviction-reversed")
            found = Finding(None, _phrase(q, "conviction-reversed", p, reversed_[-1]))
        out.append(found)
    merged = counts.fit(q, persons[0], _merge(q, out), "convicted")
    elsewhere = affiliations.of_another(q, persons[0]) if len(persons) == 1 else None
    if elsewhere is not None:
        return elsewhere
    if merged is None or merged.holds is not True or q.prop.negated:
        return merged
    return beside.with_companions(q, persons, merged) or beside.in_its_place(q, persons, merged, "convicted")


def _dated_noun(q: Question, noun: str) -> bool:
    """Whether the only date stands with the noun: "his acquittal, in 2018, ..."."""
    cue = q.prop.roles["cue." + noun].span
    return len(q.dates()) == 1 and any(0 <= a.span.start - cue.end <= 5 for slot, a in q.slots("time") if slot == "on")


def _was_reversed(q: Question, p: Person) -> bool:
    return bool(q.events(p, "conviction-reversed"))


def _anyone_convicted(q: Question, *, nobody: bool = False) -> Finding | None:
    """On "Nobody has been convicted in connection with it", "the court never convicted a soul"."""
    asked = set(q.named("situation") if nobody else q.entities("situation")) | {
        s.id
        for state in (*q.entities("state", "in", "with", "from", "over", "for", "of"), *q.entities("people"))
        for s in q.situations_of(state)
    }
    acts = q.acts()
    q.ignore("court", "state", "org", "time", "people", "situation", "person")
    found = []
    if q.cue("no-such"):
        return None
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
    if not nobody and not any(a.value == "none" for a in q.args("quantified")):
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
    news = all((q.day() - days.last(e.on)).days <= 15 for _, e in found)
    if news and q.prop.tense == "past":  # "had ever been convicted", before the verdict of the day
        return Finding(False, right, None, found[0][1].sources, tuple(p.id for p, _ in found[:5]), ("74",))
    return Finding(
        True,
        right,
        right,
        tuple(s for _, e in found[:3] for s in e.sources[:1]),
        tuple(p.id for p, _ in found[:5]),
        ("74",),
    )


def verdict_returned(q: Question) -> Finding | None:
    """On "In nine years the court has not returned a verdict in any trial": nobody convicted or acquitted yet."""
    none = q.prop.negated or any(a.value == "none" for a in q.args("quantified"))
    dated = any(len(t.value or "") in (4, 7, 10) and (t.value or "")[:1].isdigit() for t in q.prop.times)
    if not none or q.prop.hedge or q.named("situation", "person") or q.named("state") or q.acts() or dated:
        return None
    found = [(e.on, p) for p in q.record.persons.values() for e in q.events(p, "convicted", "acquitted")]
    if not found:
        right = f"No verdict is on record by {q.now}."
        return Finding(False, right, right, ("rome-statute",), ("icc",), ("74",))
    on, p = min(found, key=lambda f: (f[0], f[1].id))
    if (q.day() - days.last(on)).days <= 15:
        return None
    right = f"The first verdict was that on {p.name}, on {q.words(on)}."
    return Finding(True, right, right, p.sources, (p.id,), ("74",))


def _anyone_acquitted(q: Question) -> Finding | None:
    """On "nobody has ever been acquitted"."""
    if q.cue("no-such") or not any(a.value == "none" for a in q.args("quantified")):
        return None
    if q.dates() or q.acts() or q.named("state"):
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
    if q.cue("plead", "not-guilty-plea") or (q.cue("other-court") and not q.has("court")):
        return None
    if q.has("quantified") or (q.has("number", "person") and not q.has("person")):
        return groups.counted(q, groups.ACQUITTED, "acquit") or _anyone_acquitted(q)
    if (q.word("acquit") or "").startswith("acquittal") and q.dates() and not _dated_noun(q, "acquit"):
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
            if (q.acts() or "word.of" in q.prop.roles) and q.events(p, "convicted") and not q.cue("all-counts"):
                fits, names = _acts_fit(q, p, ("acquitted",))
                cleared = [c for c in p.charges if c.outcome == "acquitted"]
                if q.prop.negated and not q.acts() and cleared:
                    right = f"{p.name} was acquitted of {cleared[0].act.replace('-', ' ')}."
                    out.append(Finding(True, right, right, last[-1].sources, (p.id,), ("74",)))
                    continue
                if fits is True and names:
                    right = f"The acquittal of {p.name} concerned: {names}."
                    out.append(Finding(True, right, None, last[-1].sources, (p.id,), ("74",)))
                elif fits is False and not q.prop.negated and proved(q, p):
                    right = f"{p.name} was convicted of that. {_phrase(q, 'convicted', p, last[0])}"
                    out.append(Finding(False, right, right, last[0].sources, (p.id,), ("74",)))
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
                opened = q.events(p, "trial-opened")
                if not opened or q.assumed("person") or q.has("capital") or q.acts() or q.prop.nominal:
                    return None
                right = f"No judgment on {p.name} is on record by {q.now}. {_phrase(q, 'trial-opened', p, opened[-1])}"
                out.append(Finding(False, right, right, opened[-1].sources, (p.id,), ("74",)))
                continue
            right = f"No acquittal of {p.name} is on record. {_phrase(q, last[-1].event, p, last[-1])}"
            out.append(Finding(False, right, right, last[-1].sources, (p.id,), ("74",)))
            continue
        guilty = q.events(p, "convicted") if not q.events(p, "conviction-reversed") else []
        if guilty and q.cue("all-counts") and not q.prop.negated:
            right = f"{_phrase(q, 'convicted', p, guilty[0])} {guilty[0].text or ''}".rstrip()
            out.append(Finding(False, right, right, guilty[0].sources, (p.id,), ("74",)))
            continue
        holds, shown = _on(q, p, events)
        right = _phrase(q, shown.event, p, shown)
        if holds is not False:
            fits, names = _chamber(q, events)
            if fits is not True:
                holds, right = fits, (f"It was {names}, on {q.words(shown.on)}." if names else right)
        if holds is True and not (q.word("acquit") or "").startswith("acquittal"):
            holds, how = votes(q, shown)
            right = f"{right} {how}".rstrip()
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
    merged = _merge(q, out)
    if merged is None or merged.holds is not True or q.prop.negated:
        return merged
    return beside.in_its_place(q, persons, merged, "acquitted")


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
    if q.has("situation") or q.has("place") or q.has("people"):
        return groups.counted(q, groups.CONVICTED, "convict")
    q.ignore("court", "people", "state", "situation", "org")
    if number is None or q.prop.negated or q.dates():
        return None
    of_what = bool(q.acts())
    if q.acts() in (["genocide"], ["aggression"]) and number[1] >= 1:
        guilty = any(
            c.crime == q.acts()[0] and c.outcome == "convicted" for p in q.record.persons.values() for c in p.charges
        )
        right = f"Nobody had been convicted of {q.acts()[0]} at the Court by {q.now}."
        return None if guilty else Finding(False, right, right, ("rome-statute",), ("icc",), ("74",))
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


acquittal_upheld = step("acquittal-confirmed", articles=("83",), slots=("poss", "of", "obj", "subj"))


conviction_upheld = upheld("conviction-confirmed", overturned=("conviction-reversed",))


def errors_found(q: Question) -> Finding | None:
    """On "the trial chamber made serious errors": said when the Appeals Chamber reversed a conviction."""
    persons = q.persons()
    q.ignore("court", "chamber", "people", "state", "person")
    events = [e for p in persons for e in q.events(p, "conviction-reversed")]
    if not events or q.day() - days.first(events[-1].on) > timedelta(days=40):
        return None
    why = events[-1].text or f"The Appeals Chamber reversed the conviction on {q.words(events[-1].on)}."
    return Finding(True, why, None, events[-1].sources, (persons[0].id,), ("83",), general=True)


def overturned(q: Question) -> Finding | None:
    persons = in_play(q, "poss", "of", "obj", "subj")
    if persons and not any(q.events(p, "conviction-reversed") for p in persons):
        for p in persons:
            kept = q.events(p, "conviction-confirmed")
            if kept:
                right = _phrase(q, "conviction-confirmed", p, kept[-1])
                return Finding(False, right, right, kept[-1].sources, (p.id,), ("83",))
        return None
    fits = [_acts_fit(q, p, ("reversed", "acquitted")) for p in persons] if q.acts() else []
    for p, (fit, _) in zip(persons, fits, strict=True) if fits else ():
        if fit is False and _acts_fit(q, p, ("convicted",))[0]:  # that conviction stands
            right = f"The conviction of {p.name} of that stands."
            return Finding(False, right, right, q.events(p, "convicted")[-1].sources, (p.id,), ("83",))
    return conviction_overturned(q)


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
    return replace(found, general=True)


_admissible = step("case-admissible", articles=("17",), slots=("against", "of", "poss", "obj", "subj"))


def admissible(q: Question) -> Finding | None:
    """On "must be tried in The Hague": a case held admissible, at first instance or on appeal."""
    found = _admissible(q)
    return found if found is None or found.holds is not False or not q.dates() else Finding(None, found.why)


fitness = step("unfit-for-trial", "fit-for-trial", articles=("64",))


appeal_lodged = step("appeal-lodged", articles=("81",), slots=("subj", "obj", "of", "poss"))


def appeal_won(q: Question) -> Finding | None:
    """On "He won his appeal": wrong where the conviction was upheld instead."""
    persons = in_play(q, "subj", "poss", "of")
    q.ignore("court", "chamber", "people", "state")
    if len(persons) != 1:
        return None
    p = persons[0]
    won, lost = q.events(p, "conviction-reversed"), q.events(p, "conviction-confirmed")
    if bool(won) == bool(lost):
        return None
    e = (won or lost)[-1]
    right = _phrase(q, e.event, p, e)
    holds = bool(won) and q.fits(e.on)
    return Finding(holds, right, right, e.sources, (p.id,), ("83",))


def appeal_pending(q: Question) -> Finding | None:
    """On "His appeal is pending": after a verdict, before the ruling on it."""
    persons = in_play(q, "poss", "of", "subj", "by", "against")
    q.ignore("court", "chamber", "people", "state")
    if len(persons) != 1 or q.dates():
        return None
    p = persons[0]
    verdict = q.events(p, "convicted", "acquitted", "no-case-to-answer", "sentenced")
    done = q.events(p, "conviction-confirmed", "conviction-reversed", "acquittal-confirmed", "sentence-confirmed")
    if not verdict:
        return None
    if done and days.first(done[-1].on) >= days.first(verdict[-1].on):
        right = _phrase(q, done[-1].event, p, done[-1]) if done[-1].event in WORDS else (done[-1].text or "")
        return Finding(False, right, right, done[-1].sources, (p.id,), ("81",)) if right else None
    ruled = ("appeal-lodged", "conviction-confirmed", "conviction-reversed", "acquittal-confirmed")
    later = [e for e in p.history if e.event in ruled]
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
