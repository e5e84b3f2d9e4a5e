"""Who decides claims about persons whom a clause counts instead of naming: "six Russians are wanted", "nobody has been
charged over Guinea", "no warrant has been made public there"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from hague.checking.cases import _acts_fit, _days, _phrase
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record import days
from hague.record.model import Person, PersonEvent


class Standing(NamedTuple):
    """Steps that put a person into a group, that take one out of it, and that leave it open."""

    enters: tuple[str, ...]
    leaves: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    article: str = "58"
    complete: bool = True
    """Whether all such steps that are public are on record, so that another number is wrong."""


_ENDS = (
    "surrendered",
    "first-appearance",
    "died",
    "warrant-ended",
    "case-terminated",
    "case-inadmissible",
    "charges-withdrawn",
    "charges-declined",
    "convicted",
    "acquitted",
)
_HELD = ("arrested", "detained-elsewhere", "death-reported")
_BROUGHT = ("warrant-issued", "warrant-unsealed", "summons-issued", "summons-unsealed", "charges-confirmed")
WANTED = Standing(("warrant-issued", "warrant-unsealed"), _ENDS, _HELD)
WARRANT = Standing(("warrant-issued", "warrant-unsealed"))
SUMMONED = Standing(("summons-issued", "summons-unsealed"))
REQUESTED = Standing(("warrant-requested",), complete=False)
CHARGED = Standing(_BROUGHT)
CONFIRMED = Standing(("charges-confirmed",), article="61")
TRIED = Standing(("trial-opened",), article="64")
CONVICTED = Standing(("convicted",), doubtful=("conviction-reversed",), article="74")
ACQUITTED = Standing(("acquitted", "no-case-to-answer", "conviction-reversed"), article="74")
ARRESTED = Standing(("arrested", "surrendered"), doubtful=("detained-elsewhere",), article="59")
SURRENDERED = Standing(("surrendered", "first-appearance"), article="89")
HELD = Standing(
    ("surrendered", "returned-to-custody"),
    ("released", "interim-release", "died", "sentence-served", "transferred-to-serve", "acquitted", "charges-declined"),
    article="60",
)
SENTENCED = Standing(("sentenced",), article="77")
_SAID = {
    "warrant-issued": "wanted",
    "warrant-unsealed": "wanted",
    "warrant-requested": "named in requests for warrants",
    "summons-issued": "summoned",
    "summons-unsealed": "summoned",
    "charges-confirmed": "sent to trial",
    "trial-opened": "tried",
    "convicted": "convicted",
    "acquitted": "acquitted",
    "no-case-to-answer": "acquitted",
    "arrested": "arrested",
    "surrendered": "brought to the Court",
    "sentenced": "sentenced",
}


_OF_AFRICANS = (
    (("convict", "sentence"), "convicted"),
    (("trial", "prosecute", "go-on-trial"), "trial-opened"),
)
"""What "only Africans" may be said of, and the step that shows it; else warrants and summonses."""


def only_africans(q: Question) -> Finding | None:
    """On "It has only ever gone after Africans": whether anybody else was sought in public by then."""
    if q.dates() or q.named("person") or q.prop.question or q.prop.conditional:
        return None
    if not q.cue("have", "ever") and not q.has("court", "subj"):
        return None  # "Why do you only try Africans?"
    step = next((kind for cues, kind in _OF_AFRICANS if q.cue(*cues)), None)
    if step == "trial-opened" and "tried" not in (q.word("only-africans") or q.word("prosecute") or "tried"):
        step = None
    kinds = (step,) if step else ("warrant-issued", "warrant-unsealed")
    african = {s.id for s in q.record.states.values() if s.regional_group == "african"}
    others = [
        p
        for p in q.record.persons.values()
        if p.nationalities and not african & ({n.state for n in p.nationalities} | set(q.states_of(p.situation)))
    ]
    found = [(days.first(e.public_on or e.on), p.id, p, e) for p in others for e in q.events(p, *kinds)]
    if not found:
        right = f"Nobody but Africans had been {_SAID.get(kinds[0], 'named')} in public by {q.now}."
        return Finding(True, right, None, ("rome-statute",), ("icc",), ("58",))
    _, _, p, e = min(found)
    right = _phrase(q, kinds[0], p, e)
    return Finding(False, right, right, e.sources, (p.id,), ("58",))


FEW, LOOSE = 15, 3
"""From so many wanted persons on the Court itself counts up to so many more or fewer: sealed, dead, not told apart."""
OF_CHARGES = frozenset(("allegedly", "suspected"))
"""Hedges that belong to the charges, not to the standing."""


def counted(q: Question, standing: Standing, *cues: str) -> Finding | None:
    """What the record says of a number of persons, or of none, of a people, a situation or the whole Court.

    ``cues`` are the classes of the words that say the standing: a number counts persons only beside them.
    """
    if q.cue("no-such", "in-latin-america", "in-asia"):
        return None  # "no woman", "nobody from the Americas": of a class that is not counted
    if q.prop.question or (q.prop.hedge or "allegedly").rpartition(":")[2] not in OF_CHARGES or q.has("superlative"):
        return None
    none = any(a.value == "none" and slot != "outer" for slot, a in q.slots("quantified"))
    nobody = q.prop.negated and not q.has("quantified") and not q.has("number")
    none = none or (nobody and q.cue("hold-trial"))
    none = none or (nobody and q.cue("ever") and q.has("court", "subj") and not q.entities("person"))
    if none and q.cue("may-do", "maximum"):
        return None  # "no trial can begin without": a rule
    if none and q.has("number", "person", "plain"):
        return None  # "none of the six"
    number = None if none else _number(q, standing, cues)
    if (number is None and not none) or q.has("chamber"):
        return None
    if q.cue("earlier-word", "before-him", "never-before") or (none and q.word("charge") == "accused"):
        return None
    scopes = _scopes(q)
    if not scopes:
        return None
    named = q.named("person")
    if number is not None and named and not q.cue("among-them", "besides"):
        if number[1] == len(named):
            return None  # "two others, X and Y"
        number = (number[0], number[1] + len(named))  # "X and two others"
    dated = bool(q.dates())
    if dated and standing is WANTED and (number is None or any(relation != "since" for relation, _ in q.dates())):
        return None
    results = []
    for people, sure in scopes:
        low, high = _members(q, people, standing)
        results.append((low, high, sure))
    q.ignore(
        "quantified", "number", "person", "people", "situation", "state", "place", "court", "otp", "org", "time", "city"
    )
    return _judge(q, standing, results, number)


def all_named(q: Question, listed: list[str]) -> bool:
    """Whether a number of persons is that of those named beside it: "two militia leaders, X and Y"."""
    number = q.number("person")
    return number is not None and not number[0] and number[1] == len(listed) and len(q.args("number", "person")) == 1


def nobody_at_court(q: Question) -> bool:
    """Whether the Court is said to have done something to nobody at all: "it has yet to sentence anyone"."""
    if not q.prop.negated or q.has("quantified") or q.has("number", "person") or q.named("person", "context"):
        return False
    pronoun = any(a.value == "pronoun" for slot, a in q.slots("person") if slot not in ("of", "in", "by"))
    return q.has("court", "subj") and not pronoun and not q.has("ordinal") and q.cue("anybody", "a-soul", "ever")


def _judge(
    q: Question,
    standing: Standing,
    results: list[tuple[dict[str, PersonEvent], dict[str, PersonEvent], bool]],
    number: tuple[str, float] | None,
) -> Finding | None:
    fits = False
    off = True
    among = set(q.named("person")) if q.cue("among-them") else set()
    for low, high, sure in results:
        if among - set(high):
            continue  # one of those named does not belong there
        low = {**low, **{i: high[i] for i in among}}
        if number is None:
            fits = fits or not high
            off = off and sure and bool(low)
        else:
            modifier, n = number
            if q.has("number", "trial") and high:
                off = False  # several accused may share a trial
                continue
            least, most = len(low), max(len(high), _warrants(q, high) if standing is WARRANT else 0)
            if modifier == "at-least":
                fits, off = fits or most >= n, off and sure and most < n
            elif modifier == "at-most":
                fits, off = fits or least <= n, off and sure and least > n
            elif modifier == "about":
                fits, off = fits or least - 1 <= n <= most + 1, off and sure and not least - 3 <= n <= most + 3
            else:
                slack = LOOSE if standing is WANTED and most > FEW else 0
                fits, off = fits or least <= n <= most, off and sure and not least - slack <= n <= most + slack
    low, high, _ = results[0]
    shown = low or high
    why, facts, ids = _named(q, standing, shown)
    if number is None:
        # the affirmative sense is that there is somebody
        if not fits and not off:
            return None
        return Finding(not fits, why, why, facts, ids, (standing.article,))
    if (
        q.prop.negated
        or (not fits and not (off and standing.complete))
        or (not fits and standing is WANTED and q.dates())
    ):
        return None
    return Finding(fits, why, why, facts, ids, (standing.article,))


def _named(
    q: Question, standing: Standing, shown: dict[str, PersonEvent]
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    said = _SAID.get(standing.enters[0], "named")
    if not shown:
        return f"Nobody of them had been {said} in public by {q.now}.", ("rome-statute",), ("icc",)
    people = sorted(shown, key=lambda i: (days.first(shown[i].on), i))
    names = ", ".join(q.record.persons[i].name for i in people[:8])
    more = f" and {len(people) - 8} more" if len(people) > 8 else ""
    first = shown[people[0]]
    facts = tuple(dict.fromkeys(s for i in people for s in shown[i].sources[:1]))
    if len(people) == 1:
        return _phrase(q, first.event, q.record.persons[people[0]], first), first.sources, (people[0],)
    return f"By {q.now} {len(people)} persons were {said} in public: {names}{more}.", facts, tuple(people[:12])


def _warrants(q: Question, people: dict[str, PersonEvent]) -> int:
    """How many warrants are out for them: some have two."""
    events = [e for i in people for e in q.events(q.record.persons[i], "warrant-issued")]
    return len([e for e in events if not q.dates() or q.fits(*_days(e)) is True])


def _number(q: Question, standing: Standing, cues: tuple[str, ...]) -> tuple[str, float] | None:
    """A number of persons that stands as the subject or right behind the words of the standing."""
    units = (
        "person",
        *{id(WARRANT): ("warrant",), id(REQUESTED): ("warrant",), id(TRIED): ("trial",)}.get(id(standing), ()),
    )
    if len(q.args("number", *units)) > 1:
        return None
    spans = [q.prop.roles["cue." + c].span for c in cues if "cue." + c in q.prop.roles]
    for argument in q.args("number", *units):
        at = argument.span
        beside = any(at.end <= s.start or s.start <= at.start <= s.end + 24 for s in spans)
        if not beside or any(s.end <= at.start and _acts_between(q, s.end, at.start) for s in spans):
            continue
        modifier, _, value = (argument.value or "").rpartition(" ")
        try:
            return modifier, float(value)
        except ValueError:
            continue
    return None


def _acts_between(q: Question, start: int, end: int) -> bool:
    return any(start <= a.span.start < end for a in q.args("act"))


def _scopes(q: Question) -> list[tuple[list[Person], bool]]:
    """Readings of who is meant, each with whether it is sure enough to call a number wrong."""
    named = q.named("person")
    if named and not q.cue("among-them", "besides", "other"):
        return []
    if any(a.value == "pronoun" and slot not in ("among", "with", "outer") for slot, a in q.slots("person")):
        return []
    peoples = {a.entity for a in q.args("people") if a.entity and a.value not in ("context", "pronoun")}
    situations = {a.entity for a in q.args("situation") if a.entity and a.value not in ("context", "topic", "pronoun")}
    for place in q.named("place"):
        entry = q.record.places.get(place)
        if entry is not None and entry.state:
            situations |= {s.id for s in q.situations_of(entry.state)}
    origin = set(q.named("state", "from")) | set(q.named("capital", "from"))
    over = set(q.named("state")) - origin - set(q.named("state", "by"))
    situations |= {s.id for state in over for s in q.situations_of(state)}
    bodies = set(q.named("org")) - {"org:un", "org:unsc", "org:au", "org:eu"}
    if bodies and not (peoples or situations or over):
        mine = [p for p in q.record.persons.values() if p.history and bodies & {o.body for o in p.offices}]
        return [(mine, False)] if mine and not q.prop.negated else []
    if set(q.entities("org", "of", "for", "against", "from")) - {"org:un", "org:unsc"}:
        return []  # "two warrants against the officer of the brigade": one man, whom nothing names
    topic = {a.entity for a in q.args("situation") if a.value in ("context", "topic") and a.entity}
    everyone = [p for p in q.record.persons.values() if p.history]
    readings: list[tuple[list[Person], bool]] = []
    if over and not situations:
        return [([], True)] if not peoples else []
    if peoples or origin:
        mine = [p for p in everyone if _belongs(p, peoples | origin)]
        inside = situations or set()
        if inside:
            readings.append(([p for p in mine if p.situation in inside], True))
        else:
            readings.append((mine, True))
            each = dict.fromkeys(p.situation for p in mine)
            readings += [([p for p in mine if p.situation == s], True) for s in each if len(each) > 1]
    elif situations:
        readings.append(([p for p in everyone if p.situation in situations], True))
    elif q.cue("this-matter") or (topic and q.cue("brings-number")):
        if topic:
            readings.append(([p for p in everyone if p.situation in topic], True))
    else:
        readings.append((everyone, q.has("court") or q.cue("ever")))
        if topic:
            readings.append(([p for p in everyone if p.situation in topic], True))
    return [*readings, *_others(q, readings, named)]


def _others(
    q: Question, readings: list[tuple[list[Person], bool]], named: list[str]
) -> Iterable[tuple[list[Person], bool]]:
    """The same without those from whom "other" or "besides" sets the group apart."""
    if not q.cue("others", "other", "besides"):
        return []
    apart = set(named) if q.cue("besides") else set()
    apart |= {a.entity for a in q.args("person") if a.value in ("context", "topic") and a.entity}
    return [([p for p in people if p.id not in apart], sure) for people, sure in readings]


def _belongs(p: Person, states: set[str]) -> bool:
    return bool(states & {n.state for n in p.nationalities}) or bool(states & {o.body for o in p.offices})


def _members(
    q: Question, people: list[Person], standing: Standing
) -> tuple[dict[str, PersonEvent], dict[str, PersonEvent]]:
    """Those surely in the group, and those perhaps in it too, each with the step that put them there."""
    low: dict[str, PersonEvent] = {}
    high: dict[str, PersonEvent] = {}
    for p in people:
        entered = [e for e in q.events(p, *standing.enters) if not q.dates() or q.fits(*_days(e)) is True]
        if not entered:
            continue
        since = days.first(entered[-1].on)
        if any(days.first(e.on) >= since for e in q.events(p, *standing.leaves)):
            continue
        high[p.id] = entered[0]
        charged, _ = _acts_fit(q, p, None)
        if charged is False:
            del high[p.id]
        elif charged and not any(days.first(e.on) >= since for e in q.events(p, *standing.doubtful)):
            low[p.id] = entered[0]
    return low, high
