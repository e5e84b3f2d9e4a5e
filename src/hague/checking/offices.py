"""Who decides claims about the offices of the Court: who holds, held or takes them over, since when and until when."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from msgspec.structs import replace

from hague.checking import when
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record import days
from hague.record.model import Office, Person
from hague.record.status import in_office

COURT = (
    "prosecutor",
    "deputy-prosecutor",
    "judge",
    "president-of-court",
    "vice-president-of-court",
    "registrar",
    "assembly-president",
)
OFFICES = {
    "assembly-office": "assembly-president",
    "deputy-office": "deputy-prosecutor",
    "prosecutor-office": "prosecutor",
    "president-office": "president-of-court",
    "registrar-office": "registrar",
}
"""Class of words -> capacity on record."""
SINGLE = ("prosecutor", "president-of-court", "registrar", "assembly-president")
"""Offices that one person at a time holds, of which the record has all holders."""
TERMS = {
    "prosecutor": 9,
    "deputy-prosecutor": 9,
    "judge": 9,
    "president-of-court": 3,
    "registrar": 5,
    "assembly-president": 3,
}
"""Years of a full term (articles 36, 38, 42, 43 and 112)."""
CLOSE = 24
"""Characters within which the verb, the office and the name must stand for the clause to say who holds it."""


class Held(NamedTuple):
    person: Person
    office: Office


def holders(q: Question, capacity: str) -> list[Held]:
    """Holders of an office, first to last."""
    found = [Held(p, o) for p in q.record.persons.values() for o in p.offices if o.capacity == capacity and o.from_]
    return sorted(found, key=lambda h: (days.first(h.office.from_ or "9999"), h.person.id))


def _asked(q: Question) -> str | None:
    named = [c for c in OFFICES if q.cue(c)]
    if set(named) == {"deputy-office", "prosecutor-office"}:
        deputy, chief = (q.prop.roles[f"cue.{c}"].span for c in ("deputy-office", "prosecutor-office"))
        named = ["deputy-office"] if deputy.start <= chief.start < deputy.end else named
    if "assembly-office" in named:
        return OFFICES["assembly-office"]
    return OFFICES[named[0]] if len(named) == 1 else None


def _of(person: Person, capacity: str | None) -> list[Office]:
    return [o for o in person.offices if (o.capacity == capacity if capacity else o.capacity in OFFICES.values())]


def _finding(q: Question, holds: bool | None, held: Held) -> Finding:
    person, office = held
    until = f" until {q.words(office.to)}" if office.to and days.first(office.to) <= q.day() else ""
    verb = "held" if until else ("holds" if office.from_ and days.first(office.from_) <= q.day() else "takes up")
    since = f" from {q.words(office.from_)}" if office.from_ else ""
    right = f"{person.name} {verb} the office of {office.title}{since}{until}."
    return Finding(holds, right, right, office.sources, (person.id,))


def _said_of(q: Question, person: Person, capacity: str) -> bool:
    """Whether the verb, the name and the office stand side by side: "The registrar is X", "X has been prosecutor"."""
    cue = next(c for c, k in OFFICES.items() if k == capacity)
    office, verb = q.prop.roles["cue." + cue].span, q.prop.roles.get("cue.is-be")
    close = verb.span.start - 1 if verb is not None else -1
    others = [a for a in q.args("person") if a.value != "pronoun" or a.span.end == close]  # not "it was not for him"
    said = [*q.args("person", "subj"), *others]
    names = [a.span for a in said if a.entity == person.id and a.span.end]
    if verb is None or not names:
        return False
    if 0 < names[0].start - verb.span.end <= 2 and 0 < office.start - names[0].end <= 8:
        return True  # "He is Karim Khan, its president"
    low, high = min(office.start, names[0].start), max(office.start, names[0].start)
    return low < verb.span.start < high and high - verb.span.end <= CLOSE


def _is_chosen(q: Question) -> bool:
    """Whether the verb is "was elected": the office may be for later."""
    verb, chosen = q.prop.roles.get("cue.is-be"), q.prop.roles.get("cue.elected-word")
    return verb is not None and chosen is not None and 0 <= chosen.span.start - verb.span.end <= 2


def holds_office(q: Question) -> Finding | None:
    """On "The prosecutor is Karim Khan", "has been registrar since 2018", "the third prosecutor"."""
    capacity = _asked(q)
    persons = q.persons()
    if q.cue("state-office") and len(persons) == 1 and (found := state_office(q)) is not None:
        return found  # "the prosecutor, X, was once minister of justice"
    if capacity is None or len(persons) != 1 or not _said_of(q, persons[0], capacity) or _is_chosen(q):
        return None
    p = persons[0]
    q.ignore("person", "court", "otp", "organ", "asp", "people", "state", "city", "org")
    every = holders(q, capacity)
    mine = [h for h in every if h.person.id == p.id]
    ordinals = [int(a.value) for a in q.args("ordinal") if a.value]
    if not mine:
        current = [h for h in every if in_office(h.office, q.day())]
        if capacity not in SINGLE or ordinals or q.prop.hedge:
            return None
        if (q.word("president-office") or "").startswith("its") and not any(o.capacity in COURT for o in p.offices):
            return None  # "Uhuru Kenyatta is its president": of his country
        if q.prop.tense != "present" or q.dates("until"):
            return _never_held(q, p, capacity, every)
        return _finding(q, False, current[0]) if len(current) == 1 else None
    if ordinals:
        if capacity not in SINGLE:
            return None
        order = list(dict.fromkeys(h.person.id for h in every))
        place = order.index(p.id) + 1
        found = _finding(q, place == ordinals[0], mine[0])
        return replace(found, right=f"{found.why} Number {place} in that office.")
    now = any(in_office(h.office, q.day()) for h in mine)
    since = [asked for relation, asked in q.dates() if relation in ("since", "on")]
    if since:
        each = [when.agrees(h.office.from_, "on", s) for h in mine if h.office.from_ for s in since]
        return _finding(q, when.some(each), mine[-1])
    if until := q.dates("until"):
        ended = [when.agrees(h.office.to, "on", u) for h in mine if h.office.to for _, u in until]
        return _finding(q, when.some(ended), mine[-1]) if ended else None
    if (long := _so_long(q, mine[-1].office)) is not None:
        return _finding(q, long[0], mine[-1])
    if q.prop.tense != "present":
        return _finding(q, True, mine[-1])
    future = all(h.office.from_ and days.first(h.office.from_) > q.day() for h in mine)
    return _finding(q, True if now else (None if future else False), mine[-1])


def _so_long(q: Question, office: Office) -> tuple[bool | None] | None:
    """Of "has been prosecutor for a month": whether the office has been held that long, by and large."""
    if not q.cue("have") or not in_office(office, q.day()) or not office.from_:
        return None
    word = q.prop.roles.get("cue.for-word")
    for unit, length in (("year", 365.25), ("month", 30.4)):
        found = next((a for slot, a in q.slots("number") if slot == unit), None)
        if word is None or found is None or not 0 <= found.span.start - word.span.end <= 2:
            continue
        number = q.number(unit)
        if number is None or number[0] not in ("", "about"):
            return None
        said, held = number[1] * length, (q.day() - days.first(office.from_)).days
        near = abs(said - held) <= max(0.7 * length, 0.1 * said)
        return (True if near else (False if abs(said - held) > max(1.5 * length, 0.3 * said) else None),)
    return None


def _never_held(q: Question, p: Person, capacity: str, every: list[Held]) -> Finding | None:
    """Of "From 2009 to 2012 he was the court's president", of one who had another office of the Court then."""
    span = [asked for _, asked in q.dates()]
    if not span or not p.offices or not every or not any(o.capacity in COURT for o in p.offices):
        return None
    first, last = min(a for a, _ in span), max(b for _, b in span)
    then = [h for h in every if in_office(h.office, first, last)]
    if not then:
        return None
    right = "; ".join(
        f"{h.person.name} held the office of {h.office.title} from {q.words(h.office.from_ or '')}" for h in then
    )
    return Finding(False, f"{right}.", f"{right}.", then[0].office.sources, (p.id, then[0].person.id))


def succeeds(q: Question) -> Finding | None:
    """On "Khan takes over from Bensouda on 16 June", "Bensouda's successor takes over in June"."""
    if (q.prop.hedge or "future").partition(":")[0] not in ("future", "plan") or q.prop.negated:
        return None
    named = q.persons("subj", "obj", "poss", "of", "from", "for", "as") or q.persons()
    capacity = _asked(q)
    q.ignore("person", "court", "otp", "organ", "people", "state", "asp")
    new = [p for p in q.persons("subj") if p.id not in {n.id for n in named}]
    if len(named) == 1 and len(new) == 1 and q.named("person", "obj", "from") == [named[0].id]:
        named = [*new, *named]  # "He succeeds X"
    pairs = []
    for p in named:
        pairs += [Held(p, o) for o in _of(p, capacity) if o.from_]
    if not pairs or len(named) > 2:
        return None
    if until := q.dates("until"):
        return _left(q, q.persons("poss", "of", "from") or named, capacity, until[0][1])
    if len(named) == 2:
        return _pair(q, named, capacity)
    if q.cue("successor-word") or q.named("person", "from", "obj") == [named[0].id]:
        old = [h for h in pairs if h.office.to]
        if not old:
            return None
        after = [h for h in holders(q, old[-1].office.capacity) if _follows(old[-1].office, h.office)]
        return _dated(q, after)
    return _dated(q, pairs)


def _left(q: Question, old: list[Person], capacity: str | None, until: when.Interval) -> Finding | None:
    """Of "The chair he takes over was Song's until last week": when the one named left the office."""
    ended = [Held(p, o) for p in old for o in _of(p, capacity) if o.to and o.from_ and o.capacity in SINGLE]
    each = [when.agrees(h.office.to or "", "on", until) for h in ended]
    if not ended or len({h.person.id for h in ended}) != 1 or (when.some(each) is False and until[0] > q.day()):
        return None
    return _finding(q, when.some(each), ended[-1])


def _pair(q: Question, named: list[Person], capacity: str | None) -> Finding | None:
    for new, old in (named, named[::-1]):
        for o in _of(new, capacity):
            if any(_follows(before, o) for before in _of(old, o.capacity)):
                return _dated(q, [Held(new, o)])
    return _other_predecessor(q, named, capacity)


def _other_predecessor(q: Question, named: list[Person], capacity: str | None) -> Finding | None:
    """Of "Akane takes over from Eboe-Osuji": who it was from, where both have held the office that one holds at a
    time."""
    new, old = q.persons("subj"), q.named("person", "obj", "from")
    if (
        len(new) != 1
        or len(old) != 1
        or new[0].id == old[0]
        or q.prop.hedge
        or {p.id for p in named} != {new[0].id, *old}
    ):
        return None
    for o in _of(new[0], capacity):
        held = holders(q, o.capacity)
        if o.capacity not in SINGLE or not o.from_ or old[0] not in {h.person.id for h in held}:
            continue
        before = [h for h in held if h.person.id != new[0].id and h.office.to and _follows(h.office, o)]
        if len(before) == 1:
            right = f"{new[0].name} followed {before[0].person.name} in the office of {o.title} on {q.words(o.from_)}."
            return Finding(False, right, right, o.sources, (new[0].id, before[0].person.id))
    return None


def _follows(before: Office, after: Office) -> bool:
    if not before.to or not after.from_ or before.capacity != after.capacity:
        return False
    return abs((days.first(after.from_) - days.last(before.to)).days) <= 60


def _dated(q: Question, held: list[Held]) -> Finding | None:
    """Whether one of the offices was taken up on the days named."""
    if not held:
        return None
    each = [_begins(q, h.office.from_) for h in held if h.office.from_]
    holds = when.some(each)
    best = held[each.index(holds)]
    if not q.dates() and days.first(best.office.from_ or "9999") > q.day() and not q.prop.hedge:
        holds = holds or None
    if holds is not False and (years := _for_years(q)) is not None and best.office.capacity in TERMS:
        if years != TERMS[best.office.capacity]:
            right = f"The term of the {best.office.title} is {TERMS[best.office.capacity]} years."
            return replace(_finding(q, False, best), why=right, right=right, general=True)
        q.number("year")
    return replace(_finding(q, holds, best), general=True)


def _for_years(q: Question) -> float | None:
    """The years for which an office is said to be taken up ("for five years")."""
    word = q.prop.roles.get("cue.for-word")
    found = next((a for slot, a in q.slots("number") if slot == "year"), None)
    if word is None or found is None or not 0 <= found.span.start - word.span.end <= 2:
        return None
    return float(found.value) if found.value and found.value.isdigit() else None


def _begins(q: Question, day: str) -> bool | None:
    """As ``fits``; of what lies ahead, a month or day named without its year is the one to come."""
    found = q.fits(day)
    if found is False and q.prop.tense == "present" and days.first(day) > q.day():
        ahead = [when.years_on(span, 1) for _, span in q.dates() if span[1] < q.day()]
        if any(when.agrees(day, "on", (a, b)) is not False for a, b in ahead):
            return True
    return found


def term_ends(q: Question) -> Finding | None:
    """On "Her term runs out next June"."""
    persons = q.persons("poss", "of", "subj", "obj", "outer")
    if len(persons) != 1 or not q.dates() or q.prop.negated:
        return None
    q.ignore("person", "court", "otp", "organ", "people", "state")
    terms = [o for o in _of(persons[0], _asked(q)) if o.to and o.capacity in SINGLE]
    if not terms:
        return None
    last = terms[-1]
    said = [when.interval(t.value, q.today) for t in q.prop.times]  # a day to come, whatever the tense
    ahead = any(span is not None and when.agrees(last.to or "", "on", span) for span in said)
    found = _finding(q, ahead or q.fits(last.to or ""), Held(persons[0], last))
    right = f"The term of {persons[0].name} as {last.title} ends on {q.words(last.to or '')}."
    return replace(found, why=right, right=right, general=True)


def removed(q: Question) -> Finding | None:
    """On "The judges removed the prosecutor from office": wrong of one who is still in office by the record."""
    persons = q.persons("obj", "of", "subj")
    if len(persons) != 1 or q.prop.negated or q.prop.hedge:
        return None
    q.ignore("person", "court", "otp", "organ", "people", "state", "asp", "time", "number")
    offices = [o for o in _of(persons[0], None) if o.capacity in ("prosecutor", "deputy-prosecutor", "registrar")]
    if not offices:
        return None
    last = offices[-1]
    if not in_office(last, q.day()):
        return None
    return _finding(q, False, Held(persons[0], last))


def _words_of(office: Office) -> set[str]:
    return set(office.title.lower().replace("-", " ").split())


LATELY = timedelta(days=400)
"""How long after the end of an office "was minister until last month" may be said of it."""


def _another_has_it(q: Question, p: Person, words: set[str], states: set[str]) -> Finding | None:
    """Of "Gerasimov is Russia's defence minister": who is, where the person has another office of that State."""
    mine = {o.body for o in p.offices if o.body.startswith("state:")}
    states = (states & mine) or (mine if not states else set())
    if len(states) != 1 or q.guessed or len(words) < 2 or q.dates("since", "on") or "deputy" in words:
        return None
    begin = q.day() if q.word("is-be") in ("is", "are") else q.day() - LATELY
    held = [
        Held(other, o)
        for other in q.record.persons.values()
        for o in other.offices
        if o.body in states
        and o.from_
        and other.id != p.id
        and words <= _words_of(o)
        and not _words_of(o) & {"deputy", "former", "acting"}
        and in_office(o, begin, q.day())
    ]
    if len({h.person.id for h in held}) != 1:
        return None
    q.ignore("time")
    return _finding(q, False, held[0])


_SAME = {"defense": "defence", "army": "armed", "chief": "chief", "spy": "intelligence"}


def state_office(q: Question) -> Finding | None:
    """On "Fatou Bensouda is a former justice minister of Gambia": the titles on record."""
    persons = q.persons("subj") or q.persons("obj")
    cue, verb = q.prop.roles.get("cue.state-office"), q.prop.roles.get("cue.is-be")
    if len(persons) != 1 or cue is None or verb is None or q.prop.hedge or q.prop.negated:
        return None
    if not 0 < cue.span.start - verb.span.end <= 20 or not verb.span.start > max(
        a.span.end for a in (q.args("person", "subj") or q.args("person", "obj"))
    ):
        return None
    p = persons[0]
    words = {_SAME.get(w, w) for w in (cue.value or "").replace("-", " ").split()} - {"of"}
    titled = [o for o in p.offices if words <= _words_of(o) and ("deputy" in words) >= ("deputy" in _words_of(o))]
    states = set(q.named("state")) | set(q.entities("people"))
    q.ignore("person", "court", "otp", "organ", "people", "state", "ordinal")
    if not titled:
        return _another_has_it(q, p, words, states)
    if q.dates():
        return None
    here = [o for o in titled if not states or o.body in states]
    if not here:
        right = f"{p.name} was {titled[0].title}."
        sure = all(o.body.startswith("state:") and o.body not in states for o in p.offices)
        return Finding(False if sure else None, right, right, titled[0].sources, (p.id,))
    right = f"{p.name}: {here[0].title}."
    return Finding(True, right, right, here[0].sources, (p.id,))
