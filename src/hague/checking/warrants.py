"""Who decides claims about warrants and summonses: the histories of persons."""

from __future__ import annotations

from hague.checking import conduct, counts, groups, manner, when
from hague.checking.cases import _acts_fit, _days, _decide_one, _merge, _on, _phrase, in_play, no_national, step
from hague.checking.model import Finding
from hague.checking.question import LONG_AFTER, Question
from hague.record import days
from hague.record.model import Person, PersonEvent


def warrant_issued(q: Question) -> Finding | None:
    """On "The court issued a warrant for X in 2023, for the deportation of children"."""
    if q.cue("other-court") and not q.has("court"):
        return None
    if q.has("superlative"):
        return None
    found = groups.counted(q, groups.WARRANT, "warrant", "issue")
    if found is not None:
        return found
    persons = in_play(q, "for", "against", "of", "poss", "obj", "on", "subj")
    q.ignore("court", "otp", "people", "situation", "treaty", "city", "org", "state", "place", "capital")
    if not q.named("person") and q.has("people", "over", "for"):
        persons = []  # "a warrant over the Rohingya": not for the person told of before
    if not persons:
        return _no_case(q) or _unnamed(q, "warrant-issued", "warrant-unsealed") or no_national(q)
    if (
        not q.cue("issue", "face", "sign")
        and not q.has("number", "warrant")
        and "anaphor.warrant" not in q.prop.roles
        and (not q.has("person", "for", "against", "of", "poss", "obj"))
    ):
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
                right = f"The Prosecutor asked for a warrant on {q.words(requested[0].on)}; by {q.now} none was public."
                out.append(Finding(False, right, right, requested[0].sources, (p.id,), ("58",)))
            else:
                later = [e for e in p.history if e.event in ("warrant-issued", "warrant-requested", "summons-issued")]
                if not later:
                    return None
                right = f"No warrant for {p.name} was public by {q.now}."
                out.append(Finding(False, right, right, p.sources, (p.id,), ("58",)))
            continue
        found = left_out(q, p, issued) or _nth(q, p)
        bench = manner.another_bench(q, issued) if q.cue("issue", "sign", "come-from", "signature-noun") else None
        if bench is not None:
            right = f"It was {bench}. {_phrase(q, 'warrant-issued', p, issued[-1])}"
            found = Finding(False, right, right, issued[-1].sources, (p.id,), ("58",))
        found = found or _decide_one(q, p, ("warrant-issued", "warrant-unsealed"), None, ("58",), False)
        number = q.number("warrant")
        if found and number and found.holds is None and _each_dated(q, p, issued, int(number[1])) is False:
            right = " ".join(_phrase(q, "warrant-issued", p, e) for e in issued)
            found = Finding(False, right, right, issued[0].sources, (p.id,), ("58",))
        if found and number and found.holds and len(persons) == 1 and not number[0]:
            count = len(issued)
            if count != number[1]:
                dates = ", ".join(q.words(e.on) for e in issued)
                right = f"Warrants for {p.name}: {dates}."
                found = Finding(False, right, right, issued[0].sources, (p.id,), ("58",))
        out.append(found) if found else None
    q.number("warrant")
    if q.has("number", "count"):
        return counts.fit(q, persons[0], _merge(q, out), "warrant-issued")
    return _merge(q, out)


def age(q: Question) -> Finding | None:
    """On "His warrant was five years old"."""
    persons = in_play(q, "for", "against", "of", "poss", "obj", "on", "subj")
    return manner.age_of_warrant(q, persons[0]) if len(persons) == 1 else None


def case_about(q: Question) -> Finding | None:
    """On "The case is about the killing of peacekeepers": the acts charged; when and where, nobody looked at."""
    persons = in_play(q)
    q.ignore("court", "otp", "people", "situation", "state", "city", "org", "capital")
    if len(persons) != 1 or not q.acts() or q.prop.hedge:
        return None
    p = persons[0]
    begun = q.events(p, "warrant-issued", "warrant-unsealed", "summons-issued", "warrant-requested")
    fits, names = _acts_fit(q, p, None)
    if not begun or not names:
        return None
    elsewhere = manner.conduct_elsewhere(q, p)
    if elsewhere is not None:
        return elsewhere
    spans = [span for _, span in q.dates()]
    if spans and not conduct.spans(q, p, spans):
        q.unread("time")
    right = f"The record has for {p.name}: {names}."
    return Finding(fits, right, right, begun[0].sources, (p.id,), ("58",))


def left_out(q: Question, p: Person, issued: list[PersonEvent]) -> Finding | None:
    """A crime that the judges refused to put into the warrant of that day, though it was asked for."""
    for e in q.events(p, "warrant-refused"):
        crimes = [a for a in q.acts() if "/" not in a and a.replace("-", " ") in (e.text or "").lower()]
        meant = [w for w in issued if not q.dates() or q.fits(*_days(w)) is True]
        if crimes and meant and all(days.last(w.on) <= days.first(e.on) for w in meant):
            right = f"{_phrase(q, 'warrant-issued', p, meant[-1])} {meant[-1].text or ''} {e.text or ''}"
            return Finding(False, right, right, e.sources, (p.id,), ("58",))
    return None


def _each_dated(q: Question, p: Person, issued: list[PersonEvent], n: int) -> bool | None:
    """On "The two warrants date from 2009 and 2010": whether each of as many dates as warrants is that of one."""
    asked = [span for relation, span in q.dates() if relation == "on"]
    days_ = [d for e in (*issued, *q.events(p, "warrant-unsealed")) for d in _days(e)]
    if len(asked) != n or len(issued) != n:
        return None
    each = [[when.agrees(d, "on", span) for d in days_] for span in asked]
    return False if any(True not in e and None not in e for e in each) else None


def _nth(q: Question, p: Person) -> Finding | None:
    """On "The second warrant followed in July 2012": that one, and the day on which it became public."""
    ordinals = [int(a.value) for slot, a in q.slots("ordinal") if a.value and slot != "outer"]
    issued = q.events(p, "warrant-issued")
    if len(ordinals) != 1 or not issued:
        return None
    q.args("ordinal")
    n = ordinals[0]
    if n > len(issued):
        return None  # "a third warrant" may be the third of several people's
    chosen = [issued[n - 1], *_made_public(q, p, issued[n - 1])]
    holds, shown = _on(q, p, chosen)
    fits, names = _acts_fit(q, p, None)
    right = " ".join(_phrase(q, e.event, p, e) for e in chosen)
    if holds is not False and fits is not True:
        holds, right = fits, f"The record has for {p.name}: {names}." if names else right
    return Finding(holds, right, right, shown.sources, (p.id,), ("58",))


def _made_public(q: Question, p: Person, issued: PersonEvent) -> list[PersonEvent]:
    """The unsealing of a warrant: the first on record after it."""
    return [e for e in q.events(p, "warrant-unsealed") if days.first(e.on) >= days.first(issued.on)][:1]


_SECRET = ("secret", "sealed", "under seal")


def _kept_secret(q: Question, persons: list[Person]) -> Finding | None:
    """On "kept secret until April 2008", "under seal since 2018": the days of issue and of publication."""
    out = []
    for p in persons:
        ordinals = [int(a.value) for a in q.args("ordinal") if a.value]
        issued = q.events(p, "warrant-issued")
        issued = issued[ordinals[0] - 1 :][:1] if ordinals else issued
        public = [
            d for e in issued for u in _made_public(q, p, e) for d in (u.on, *([u.public_on] if u.public_on else []))
        ]
        public += [e.public_on for e in issued if e.public_on]
        if not issued or not public:
            return None
        fits = []
        for relation, asked in q.dates():
            ends = relation in ("until", "by", "before")
            days_ = public if ends else [*(e.on for e in issued), *public]
            each = [when.agrees(d, "on", asked) for d in days_]
            fits.append(when.some(each))
        holds = when.every(fits)
        right = f"The warrant for {p.name} of {q.words(issued[0].on)} was made public on {q.words(public[0])}."
        out.append(Finding(holds, right, right, issued[0].sources, (p.id,), ("58",)))
    return _merge(q, out)


OF_THE_COURT = (
    "judge",
    "prosecutor",
    "deputy-prosecutor",
    "president-of-court",
    "vice-president-of-court",
    "registrar",
)


def _no_case(q: Question, *slots: str) -> Finding | None:
    """A warrant for someone on record for whom the Court has issued none."""
    persons = [p for p in q.persons(*(slots or ("for", "against", "of", "poss"))) if not p.history]
    if (
        not persons
        or q.guessed
        or not (q.cue("issue", "wanted", "unseal", "sign") or q.prop.negated)
        or len(persons) > 1
        or q.has("org")
    ):
        return None
    p = persons[0]
    if any(o.capacity in OF_THE_COURT for o in p.offices):
        return None  # a judge or prosecutor stands in such clauses as the one who acts
    right = f"No warrant of the Court for {p.name} is on record by {q.now}."
    q.ignore("time", "act", "number")
    return Finding(False, right, right, p.sources, (p.id,), ("58",))


def _unnamed(q: Question, *kinds: str) -> Finding | None:
    """On "Warrants for two Russian commanders": checked at that precision, only ever to support."""
    if q.prop.negated or q.named("person"):
        return None
    nationals = set(q.entities("people")) | set(q.named("state", "from", "of"))
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
    """On "The prosecutor asked for warrants for two Taliban leaders"."""
    if q.cue("wanted"):
        return None  # "are sought on warrants of July"
    found = groups.counted(q, groups.REQUESTED, "warrant", "seek") or _requested(q)
    return found if found is not None else _unnamed(q, "warrant-requested")


_refused = step("warrant-refused", articles=("58",))


def warrant_refused(q: Question) -> Finding | None:
    """On "The judges refused a warrant for X"; wrong where they issued it and refused none."""
    found = _refused(q)
    persons = in_play(q, "for", "against", "of", "obj")
    if found is not None or len(persons) != 1 or q.prop.hedge or q.cue("cancel", "appeal", "suspend", "challenge"):
        return found
    p = persons[0]
    issued = q.events(p, "warrant-issued")
    if len(issued) != 1 or any(e.event == "warrant-refused" for e in p.history) or not _beside(q, "refuse", "warrant"):
        return None
    q.ignore("time", "chamber", "state", "people")
    right = _phrase(q, "warrant-issued", p, issued[0])
    return Finding(False, right, right, issued[0].sources, (p.id,), ("58",))


def _beside(q: Question, one: str, other: str) -> bool:
    """Whether the words of two classes stand next to each other, but for an article or two."""
    a, b = (q.prop.roles.get(f"cue.{n}") for n in (one, other))
    return a is not None and b is not None and 0 <= b.span.start - a.span.end <= 16


_unsealed = step("warrant-unsealed", articles=("58",), slots=("obj", "for", "against", "subj", "poss", "of"))


def warrant_unsealed(q: Question) -> Finding | None:
    """On "kept under seal until 2008", "made public on Thursday"."""
    found = groups.counted(q, groups.WARRANT, "warrant", "unseal")
    if found is not None:
        return found
    persons = in_play(q, "obj", "for", "against", "subj", "poss", "of")
    if persons and not q.prop.negated and any(w in (q.word("unseal") or "") for w in _SECRET):
        q.ignore("court", "otp", "people", "situation", "state", "act")
        return _kept_secret(q, persons)
    return _unsealed(q) or _announced(q, persons) or _no_case(q)


def _announced(q: Question, persons: list[Person]) -> Finding | None:
    """Warrants announced when they were issued: they were never under seal."""
    issued = {p.id: q.events(p, "warrant-issued") for p in persons}
    if not persons or q.prop.negated or q.has("number") or not all(issued.values()):
        return None
    if not all(any(q.fits(e.public_on or e.on) for e in events) for events in issued.values()):
        return None
    q.ignore("court", "otp", "people", "situation", "state", "act", "time")
    right = " ".join(_phrase(q, "warrant-issued", p, issued[p.id][-1]) for p in persons)
    sources = tuple(dict.fromkeys(s for p in persons for s in issued[p.id][-1].sources))
    return Finding(True, right, right, sources, tuple(p.id for p in persons), ("58",))


_ended = step("warrant-ended", "case-inadmissible", "case-terminated", "died", articles=("58",))


def warrant_ended(q: Question) -> Finding | None:
    """On "The warrant was cancelled": wrong where one is out and nothing has ended it."""
    every = in_play(q, "for", "against", "of", "poss", "subj", "obj")
    by_judges = manner.ended_by_judges(q, every[0]) if len(every) == 1 else None
    if by_judges is not None:
        return by_judges
    found = _ended(q)
    if found is not None:
        return found
    persons = in_play(q, "for", "against", "of", "poss")
    if len(persons) != 1:
        return None
    p = persons[0]
    issued = q.events(p, "warrant-issued")
    ends = ("warrant-ended", "case-inadmissible", "case-terminated", "died", "surrendered")
    soon = [e for e in p.history if e.event in ends and (days.first(e.on) - q.day()).days <= 30]
    if not issued or any(q.known(e) or not q.prop.negated for e in soon):
        return None
    right = f"{_phrase(q, 'warrant-issued', p, issued[-1])} Nothing on record has ended it."
    q.ignore("time", "state", "people")
    return Finding(False, right, right, issued[-1].sources, (p.id,), ("58",))


def _request_refused(q: Question, persons: list[Person]) -> Finding | None:
    """A request to end a warrant that was turned down: a step on record that says so, on that day."""
    q.ignore("chamber")
    for p in persons:
        for e in p.history:
            text = (e.text or "").lower()
            if (
                q.known(e)
                and e.event in ("other", "appeal-decided")
                and "reject" in text
                and "warrant" in text
                and q.fits(e.on)
            ):
                return Finding(True, e.text or "", None, e.sources, (p.id,), ("19", "58"))
    return None


def warrant_executed(q: Question) -> Finding | None:
    """On "The warrant has never been executed"."""
    if groups.counted(q, groups.WARRANT, "warrant") is not None:
        return None
    persons = in_play(q, "for", "against", "of", "poss", "subj", "obj")
    q.ignore("court", "otp", "people", "situation", "state", "city", "place", "capital", "act")
    out = []
    for p in persons:
        issued = q.events(p, "warrant-issued", "warrant-unsealed")
        taken = q.events(p, "surrendered", "arrested", "first-appearance")
        if not issued or q.events(p, "detained-elsewhere", "released-elsewhere"):
            return None
        e = (taken or issued)[0]
        right = (
            f"{_phrase(q, e.event, p, e)} No arrest is on record by {q.now}."
            if not taken
            else _phrase(q, e.event, p, e)
        )
        holds = q.fits(*(d for t in taken for d in _days(t))) if taken else False
        out.append(Finding(holds, right, right, e.sources, (p.id,), ("59",)))
    return _merge(q, out)


def warrant_stands(q: Question) -> Finding | None:
    """On "The warrant remains in force"."""
    persons = in_play(q)
    q.ignore("court", "otp", "people", "situation", "state", "act")
    if q.cue("refuse") and persons:
        return _request_refused(q, persons)
    if not persons or q.dates():
        return None
    out = []
    for p in persons:
        issued, ended = (
            q.events(p, "warrant-issued"),
            q.events(p, "warrant-ended", "surrendered", "case-terminated", "died"),
        )
        if not issued:
            return None
        right = _phrase(q, "warrant-issued", p, issued[-1]) + (
            f" {_phrase(q, ended[-1].event, p, ended[-1])}" if ended else " It has not been withdrawn."
        )
        out.append(Finding(not ended, right, right, issued[-1].sources, (p.id,), ("58",)))
    return _merge(q, out)


def warrant_lists(q: Question) -> Finding | None:
    """On "Its warrant lists war crimes from February 2015 on"."""
    persons = in_play(q)
    q.ignore("court", "otp", "people", "situation", "state", "place")
    if not persons:
        return None
    there = manner.conduct_elsewhere(q, persons[0]) if len(persons) == 1 else None
    if there is not None:
        return there
    if not q.acts():
        unread = q.cue("cover", "allege") and not (q.dates() or q.conduct() or q.has("number"))
        return None if unread and not q.cue("issue", "face") else warrant_issued(q)
    out = []
    for p in persons:
        issued = q.events(p, "warrant-issued", "warrant-unsealed")
        if not issued:
            return None
        refused = left_out(q, p, issued)
        if refused is not None:
            out.append(refused)
            continue
        fits, names = _acts_fit(q, p, None)
        holds, shown = _on(q, p, issued)
        if holds is False and all(
            days.first(issued[0].on) - b >= LONG_AFTER for relation, (_, b) in q.dates() if relation == "on"
        ):
            holds = True if conduct.spans(q, p, [span for _, span in q.dates()]) else None
        right = f"The warrant for {p.name} covers: {names}." if names else _phrase(q, "warrant-issued", p, issued[0])
        out.append(Finding(fits if holds else None, right, right, shown.sources, (p.id,), ("58",)))
    return counts.fit(q, persons[0], _merge(q, out), "warrant-issued")


def wanted(q: Question) -> Finding | None:
    """On "X, wanted by the court for war crimes": a warrant that has not been executed or ended."""
    if q.cue("other-court"):
        return None
    if q.has("quantified") and q.cue("surrender", "arrest", "appear", "convict", "go-on-trial"):
        return None  # "none of those wanted has been handed over"
    found = groups.counted(q, groups.WANTED, "wanted")
    if found is not None:
        return found
    q.stateful = True
    persons = in_play(q)
    q.ignore("court", "otp", "people", "situation", "state", "place", "city", "org")
    if q.cue("deed") and q.cue("for-word") and not q.acts():
        return None  # "It is for the siege of a mosque that he is wanted": of what, was not read
    if q.cue("be-tried", "go-on-trial", "convict", "acquit"):
        return None  # "the others wanted over Darfur have been tried"
    if not persons and not q.prop.question:
        return _no_case(q, "subj", "obj", "outer") or no_national(q)
    if not persons or q.prop.question:
        return None
    out = []
    for p in persons:
        issued = q.events(p, "warrant-issued", "warrant-unsealed")
        ended = [
            e
            for e in q.events(p, "warrant-ended", "died", "convicted", "acquitted", "case-terminated")
            if not issued or days.first(e.on) > days.first(issued[-1].on)
        ]
        if not issued:
            if q.prop.negated or not any(e.event == "warrant-issued" for e in p.history):
                return None
            right = f"No warrant for {p.name} was public by {q.now}."
            out.append(Finding(False, right, right, p.sources, (p.id,), ("58",)))
            continue
        refused = left_out(q, p, issued) or manner.conduct_elsewhere(q, p)
        if refused is not None:
            out.append(refused)
            continue
        fits, names = _acts_fit(q, p, None)
        holds, shown = _on(q, p, issued)
        if holds is False and _meanwhile(q, issued[0]):
            holds = True if (q.word("wanted") or "").startswith("wanted") else None
        right = _phrase(q, "warrant-issued", p, issued[-1]) + (
            f" {_phrase(q, ended[-1].event, p, ended[-1])}" if ended else ""
        )
        if names and fits is False:
            right = f"The record has for {p.name}: {names}."
        if holds is False and q.acts() and all(b < days.first(issued[0].on) for _, (_, b) in q.dates()):
            holds = None  # "for murder since mid-February": since then the crimes
        verdict = False if ended else (fits if fits is not True else holds)
        if ended and fits is not False:
            verdict = False if q.prop.negated else None
        out.append(Finding(verdict, right, right, shown.sources, (p.id,), ("58",)))
    return _merge(q, out)


def _meanwhile(q: Question, issued: PersonEvent) -> bool:
    """Whether the days of the clause are days on which the warrant was out: "wanted by the Court, he left in 2011"."""
    asked = q.dates()
    return bool(asked) and all(relation == "on" and days.last(issued.on) < a for relation, (a, _) in asked)


def summons(q: Question) -> Finding | None:
    if any(a > q.day() for _, (a, _b) in q.dates()):
        return None  # the day on which they are to appear
    return groups.counted(q, groups.SUMMONED, "summons") or step("summons-issued", acts=None, articles=("58",))(q)
