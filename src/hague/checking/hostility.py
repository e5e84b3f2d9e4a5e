"""Who decides claims about acts against the Court: sanctions, orders, criminal proceedings, attacks."""

from __future__ import annotations

from collections.abc import Callable

from hague.checking import sentences
from hague.checking.careers import misplaced, term
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record import days, wording
from hague.record.model import Act, Person

OFFICIALS = frozenset(("judge", "prosecutor", "deputy-prosecutor", "president-of-court", "vice-president-of-court"))
NEWS = 14
"""Days in which an act may be the news of the report itself, not what came before."""


def _acts(q: Question, *kinds: str) -> list[Act]:
    """Acts of the kinds that were known on the day of the report, in order of time."""
    return sorted((a for a in q.record.acts.values() if a.kind in kinds and q.known(a)), key=lambda a: (a.on, a.id))


def _by_states(q: Question) -> set[str]:
    return {
        *q.entities("state", "subj", "by", "poss", "outer"),
        *q.entities("people"),
        *q.entities("capital"),
    }


def _capacity(q: Question, person: str) -> set[str]:
    entry: Person | None = q.record.persons.get(person)
    return {o.capacity for o in entry.offices} if entry is not None else set()


def _shown(a: Act, q: Question) -> str:
    return f"{a.text.rstrip('.')} ({q.words(a.on)})."


def _true(a: Act, q: Question) -> Finding:
    return Finding(True, _shown(a, q), None, a.sources, (a.id,))


def sanctions(q: Question) -> Finding | None:
    """On "Washington imposed sanctions on the prosecutor in February 2025": whom, when, how many."""
    persons = set(q.named("person")) or set(q.entities("person"))
    states = _by_states(q)
    q.ignore("court", "org", "people", "capital", "state", "otp", "city", "act", "person", "ordinal", "quantified")
    acts = _acts(q, "sanction", "executive-order", "visa-restriction")
    if states:
        acts = [a for a in acts if not a.by or states & set(a.by)]
    targets = {p for p in persons if _capacity(q, p) & OFFICIALS}
    bodies = {o for o in q.named("org") if o in {x for a in acts for x in a.against}}
    if bodies:
        acts = [a for a in acts if bodies & set(a.against)]
        persons = set()
    groups = bool(q.cue("bring-together")) and not targets and not q.cue("judges", "prosecutors")
    if groups:  # "Three rights groups were put under sanctions"
        acts = [a for a in acts if any(x.startswith("org:") for x in a.against)]
    if not acts or q.prop.negated:
        return None
    counted = _counted(q, acts)
    if counted is not None:
        return counted
    about = [a for a in acts if persons & {*a.against, *a.by}] if persons else acts
    if not about:
        if targets and not q.guessed and q.named("person", "obj", "on", "against", "subj"):
            names = ", ".join(sorted(q.record.persons[p].name for p in targets))
            right = f"No sanctions on {names} were on record by {q.now}."
            return Finding(False, right, right, acts[-1].sources, tuple(sorted(targets)))
        return None
    number = q.number("person")
    if number is not None:
        about = [a for a in about if sum(x.startswith("person:") for x in a.against) == number[1]]
    fits = [a for a in about if q.fits(a.on)]
    if not fits:
        known = [a for a in about if targets & set(a.against)] or (about if groups else [])
        if known and number is None and all(q.fits(a.on) is False for a in known):
            right = _shown(known[0], q)
            return Finding(False, right, right, known[0].sources, (known[0].id,))
        return Finding(None, _shown(about[-1], q)) if about else None
    best = max(fits, key=lambda a: (len(persons & {*a.against, *a.by}), a.on))
    if targets - {x for a in fits for x in a.against}:
        return Finding(None, _shown(best, q))
    return _true(best, q)


def _counted(q: Question, acts: list[Act]) -> Finding | None:
    """A number of judges, put on the list at once or by now; never more than there were."""
    number = q.number("judge")
    listed = [a for a in acts if a.kind == "sanction"]
    if number is None or not listed:
        return None
    modifier, n = number
    every = {p for a in listed for p in a.against if _capacity(q, p) & {"judge"}}
    at_once = [a for a in listed if sum(bool(_capacity(q, p) & {"judge"}) for p in a.against) == n and q.fits(a.on)]
    if at_once:
        homes = {
            n.state
            for a in at_once
            for p in a.against
            if p in q.record.persons
            for n in q.record.persons[p].nationalities
        }
        foreign = set(q.named("state", "from")) - homes - {s for a in at_once for s in a.by}
        if foreign and len(at_once) == 1:
            right = _shown(at_once[0], q)
            return Finding(False, right, right, at_once[0].sources, (at_once[0].id,))
        return None if foreign else _true(at_once[-1], q)
    right = f"{len(every)} judges had been put under sanctions by {q.now}."
    since = [a for a in listed if q.fits(a.on) is not False]
    if n == len(every) and (not q.dates() or {p for a in since for p in a.against} >= every):
        q.ignore("number")
        return Finding(True, right, None, listed[-1].sources, tuple(sorted(every)))
    if n > len(every) and modifier != "at-most":
        return Finding(False, right, right, listed[-1].sources, tuple(sorted(every)))
    return Finding(None, right)


def sanctions_count(q: Question) -> Finding | None:
    """On "Eleven officials of the court are now on the list": how many were under sanctions by that day."""
    q.ignore("court", "org", "people", "capital", "state", "otp", "city", "quantified")
    listed = [a for a in _acts(q, "sanction") if a.ended_on is None or days.first(a.ended_on) > q.day()]
    if not listed or q.prop.negated or q.named("person"):
        return None
    if q.has("number", "judge"):
        return _counted(q, listed)
    number = q.number("person")
    every = sorted({p for a in listed for p in a.against if _capacity(q, p) & OFFICIALS})
    if number is None or number[0]:
        return None
    right = f"{len(every)} officials of the Court were under sanctions by {q.now}."
    at_once = [a for a in listed if sum(p in every for p in a.against) == number[1] and q.fits(a.on)]
    holds = True if at_once or number[1] == len(every) else (False if number[1] > len(every) + 1 else None)
    return Finding(holds, right, right, listed[-1].sources, tuple(every))


def listed(q: Question) -> Finding | None:
    """On "They hit Fatou Bensouda and an aide", "Kimberly Prost and Nicolas Guillou were added": only ever to support,
    in the days after those named were put under sanctions together."""
    persons = set(q.named("person"))
    people = set(q.named("people")) | set(q.named("state"))
    q.ignore("court", "org", "people", "capital", "state", "otp", "city", "person", "quantified", "ordinal", "number")
    wrong = misplaced(q)
    if wrong is not None:
        return wrong
    number = q.number("judge")
    if number is not None and q.dates() and not q.prop.negated and not q.prop.hedge and not people:
        for a in _acts(q, "sanction"):
            judges = sum(bool(_capacity(q, p) & {"judge"}) for p in a.against)
            if q.fits(a.on) and judges == number[1] and not number[0] and persons <= set(a.against):
                return _true(a, q)
    along = _along_with(q)
    if along is not None:
        return along
    both = q.cue("deputy") and not persons and not people
    if q.prop.negated or q.prop.hedge or (len(persons) + len(people) < 2 and not both):
        return None
    for a in _acts(q, "sanction"):
        targets = {p: q.record.persons[p] for p in a.against if p in q.record.persons}
        homes = {n.state for p in targets.values() for n in p.nationalities}
        deputies = sum("deputy-prosecutor" in _capacity(q, p) for p in targets)
        if both and deputies < 2:
            continue
        if 0 <= (q.day() - days.last(a.on)).days <= NEWS and persons <= set(targets) and people <= homes:
            judges = sum(bool(_capacity(q, p) & {"judge"}) for p in targets)
            return _true(a, q) if number is None or number[1] == judges else None
    return None


def _along_with(q: Question) -> Finding | None:
    """On "James Stewart was hit along with her": whether one official was put under sanctions with the other."""
    named = [p for p in q.named("person") if _capacity(q, p)]
    other = [a.entity for a in q.args("person") if a.value == "pronoun" and a.entity not in named]
    if not q.cue("along-with") or len(named) != 1 or len(set(other)) != 1 or q.prop.negated or q.prop.hedge:
        return None
    acts = [a for a in _acts(q, "sanction") if other[0] in a.against]
    if not acts:
        return None
    together = [a for a in acts if named[0] in a.against]
    if together:
        return _true(together[-1], q)
    if any(named[0] in a.against for a in _acts(q, "sanction")) or not _capacity(q, named[0]) & OFFICIALS:
        return None
    right = _shown(acts[-1], q)
    return Finding(False, right, right, acts[-1].sources, (acts[-1].id,))


def visa(q: Question) -> Finding | None:
    """On "It took away Bensouda's visa in 2019": restrictions of travel on officials, and when."""
    persons = set(q.named("person")) or set(q.entities("person"))
    q.ignore("court", "org", "people", "capital", "state", "otp", "city", "person", "situation")
    acts = [a for a in _acts(q, "visa-restriction") if persons & set(a.against)]
    if not acts or q.prop.negated or q.prop.hedge:
        return None
    fits = [q.fits(a.on) for a in acts]
    if True in fits:
        return _true(acts[fits.index(True)], q)
    right = _shown(acts[-1], q)
    return Finding(None if None in fits else False, right, right, acts[-1].sources, (acts[-1].id,))


def sentenced(q: Question) -> Finding | None:
    """As for those whom the Court sentenced; of its own officials, what a court abroad did in their absence."""
    officials = [p for p in q.persons("obj", "subj", "of", "poss") if _capacity(q, p.id) & OFFICIALS and not p.history]
    if not officials or (q.cue("judges") and any(p.history for p in q.persons("context"))):
        return sentences.sentenced(q)
    if q.cue("term-word") and not q.cue("in-absentia", "to-prison"):
        return term(q)
    acts = [a for a in _acts(q, "criminal-proceedings") if officials[0].id in a.against and "sentence" in a.text]
    q.ignore("court", "org", "people", "capital", "state", "city", "otp", "time")
    years = q.number("year")
    if not acts or years is None or len(officials) > 1 or q.prop.negated or q.prop.hedge:
        return None
    last = acts[-1]
    told = {n for unit, n in wording.numbers(last.text)[1] if unit == "year"}
    q.ignore("person", "number")
    right = _shown(last, q)
    return Finding(
        years[1] in told or (False if years[1] > max(told, default=99) else None),
        right,
        right,
        last.sources,
        (last.id,),
    )


def never_sanctioned(q: Question) -> Finding | None:
    """On "Never before had a prosecutor of the Court been put under sanctions"."""
    q.ignore("court", "state", "people", "capital", "org", "otp", "quantified", "superlative", "ordinal", "city")
    office = "judge" if q.cue("judges") and not q.cue("prosecutors") else "prosecutor"
    if q.dates() or q.named("person"):
        return None
    before = [
        a
        for a in _acts(q, "sanction")
        if (q.day() - days.last(a.on)).days > NEWS and any(office in _capacity(q, p) for p in a.against)
    ]
    if before:
        right = _shown(before[0], q)
        return Finding(False, right, right, before[0].sources, (before[0].id,), polar=False)
    news = [a for a in _acts(q, "sanction") if any(office in _capacity(q, p) for p in a.against)]
    return Finding(True, _shown(news[0], q), None, news[0].sources, (news[0].id,), polar=False) if news else None


def sanctions_stand(q: Question) -> Finding | None:
    """On "the sanctions on the prosecutor are still in force"."""
    persons = set(q.named("person"))
    q.ignore("court", "state", "people", "capital", "org", "otp", "person", "city")
    listed = [a for a in _acts(q, "sanction") if not persons or persons & set(a.against)]
    if not listed or q.dates():
        return None
    standing = [a for a in listed if a.ended_on is None or days.first(a.ended_on) > q.day()]
    last = (standing or listed)[-1]
    right = _shown(last, q) if standing else f"They were lifted on {q.words(last.ended_on or last.on)}."
    return Finding(bool(standing), right, right, last.sources, (last.id,))


def sanctions_lifted(q: Question) -> Finding | None:
    """On "The Biden administration lifted the sanctions in April 2021"."""
    persons = set(q.named("person"))
    q.ignore("court", "state", "people", "capital", "org", "otp", "person", "city")
    ended = [
        a
        for a in _acts(q, "sanction", "executive-order")
        if a.ended_on and days.first(a.ended_on) <= q.day() and (not persons or persons & {*a.against, *a.by})
    ]
    if not ended:
        return None
    fits = [a for a in ended if q.fits(a.ended_on or a.on)]
    if not fits:
        return Finding(None, _shown(ended[-1], q))
    right = f"{_shown(fits[-1], q)} It ended on {q.words(fits[-1].ended_on or fits[-1].on)}."
    return Finding(True, right, right, fits[-1].sources, (fits[-1].id,))


def order_signed(q: Question) -> Finding | None:
    """On "an executive order signed in June": the orders against the Court and their days."""
    q.ignore("court", "state", "people", "capital", "org", "otp", "person", "city", "number", "act")
    orders = [a for a in _acts(q, "executive-order") if "icc" in a.against and "rescinded" not in a.id]
    if not orders or q.prop.negated or not q.dates():
        return None
    fits = [a for a in orders if q.fits(a.on)]
    if fits:
        return _true(fits[-1], q)
    if any(q.fits(a.on) is None for a in orders):
        return None
    right = " ".join(f"An executive order against the Court was signed on {q.words(a.on)}." for a in orders)
    return Finding(False, right, right, orders[-1].sources, (orders[-1].id,))


def criminal_case(q: Question) -> Finding | None:
    """On "Russia put the prosecutor on a wanted list": proceedings against officials of the Court."""
    persons = set(q.named("person"))
    states = _by_states(q)
    q.ignore("court", "org", "people", "capital", "state", "otp", "city", "person", "act", "article")
    acts = [a for a in _acts(q, "criminal-proceedings") if not states or states & set(a.by)]
    about = [a for a in acts if persons & set(a.against)] if persons else acts
    if not about or q.prop.negated or not (persons or q.dates()):
        return None
    fits = [a for a in about if q.fits(a.on)]
    return _true(fits[-1], q) if fits else Finding(None, _shown(about[-1], q))


def court_act(*kinds: str) -> Callable[[Question], Finding | None]:
    """Other acts against the Court, by kind and date."""

    def decide(q: Question) -> Finding | None:
        q.ignore("court", "org", "people", "capital", "state", "otp", "city", "person", "act")
        fits = [a for a in _acts(q, *kinds) if q.fits(a.on)]
        if not q.dates() or not fits or q.prop.negated:
            return None
        return _true(fits[0], q)

    return decide
