"""Who decides firsts and onlys: all histories side by side."""

from __future__ import annotations

from datetime import date, timedelta

from hague.checking.cases import SAME_ACT, _acts_fit, _days, _phrase, in_play
from hague.checking.model import Finding
from hague.checking.pleas import pleas
from hague.checking.question import Question
from hague.checking.sentences import sum_fits, sums
from hague.reading.model import Argument
from hague.record import days
from hague.record.model import Charge, Person, PersonEvent
from hague.record.status import in_office

_FIRST_STEP = {
    "convict": ("convicted",),
    "acquit": ("acquitted", "no-case-to-answer", "conviction-reversed"),
    "warrant": ("warrant-issued",),
    "sentence": ("sentenced",),
    "prosecute": ("trial-opened",),
    "trial": ("trial-opened",),
    "surrender": ("surrendered",),
    "arrest": ("arrested", "surrendered"),
    "appear": ("first-appearance",),
    "release": ("released", "interim-release"),
    "held-by": ("surrendered", "first-appearance"),
    "in-custody": ("surrendered", "first-appearance"),
    "custody": ("surrendered", "first-appearance"),
    "charge": ("warrant-issued", "summons-issued"),
    "face": ("warrant-issued", "summons-issued"),
    "go-on-trial": ("trial-opened",),
    "reparations": ("reparations-ordered",),
    "plead": ("convicted",),
    "verdict-word": ("convicted", "acquitted"),
    "arrive": ("surrendered", "first-appearance"),
    "send-to-trial": ("charges-confirmed",),
    "wanted": ("warrant-issued",),
    "cut": ("sentence-reduced",),
}
_THINGS = ("verdict-word", "convict", "acquit", "warrant", "sentence", "reparations", "trial")
_CUSTODY = frozenset(("surrender", "arrest", "held-by", "in-custody", "custody", "arrive"))
_NTH = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_REGIONS = {
    "of-asia": "asia-pacific",
    "of-africa": "african",
    "in-asia": "asia-pacific",
    "in-africa": "african",
    "in-latin-america": "grulac",
}
"""Class of words -> regional group of the States whose nationals are compared."""


def _steps(q: Question, at: int, end: int) -> tuple[str, ...] | None:
    """The step of which somebody is said to be the first: what the words behind position ``at`` name."""
    if q.cue("wants-arrested"):
        return _FIRST_STEP["wanted"]
    cues = [c for c in _FIRST_STEP if q.cue(c) and q.prop.roles["cue." + c].span.end > at]
    cues = [c for c in cues if c != "charge" or q.prop.roles["cue.charge"].span.start >= end]  # "the first accused"
    if "prosecute" in cues and len(cues) > 1:
        cues.remove("prosecute")
    if "cut" in cues and "sentence" in cues:
        cues.remove("sentence")
    if "arrest" in cues and "warrant" in cues:
        cues.remove("warrant")  # "arrested on a warrant of the Court"
    if q.cue("seek") and "warrant" in cues:
        return ("warrant-requested",)
    if "arrive" in cues and not (q.has("court") or q.cue("court-word")):
        cues.remove("arrive")
    own = [c for c in _THINGS if c in cues and q.prop.roles["cue." + c].span.start < end]
    if own:  # "the first verdict that it has reached"
        return _FIRST_STEP[own[0]]
    kinds = {_FIRST_STEP[c] for c in cues}
    if cues and set(cues) <= _CUSTODY:
        return ("surrendered", "first-appearance")
    return kinds.pop() if len(kinds) == 1 else None


def _comparable(q: Question) -> list[Person] | None:
    """Those among whom a rank is claimed: of the situation or the region that the clause names; ``None`` where it names
    a place that is neither."""
    situations = {a.entity for a in q.args("situation") if a.entity and a.value not in ("context", "topic", "pronoun")}
    for place in q.named("place"):
        entry = q.record.places.get(place)
        situations |= {s.id for s in q.situations_of(entry.state)} if entry is not None and entry.state else set()
    for state in {
        *q.named("state", "in", "on", "over", "about", "from"),
        *q.entities("people", "over", "on", "against"),
    }:
        found = {s.id for s in q.situations_of(state)}
        if not found:
            return None
        situations |= found
    of_it = [a for kind in ("pronoun", "court") for slot in ("in", "over", "about") for a in q.args(kind, slot)]
    if q.cue("this-matter") or any(a.value in ("described-situation", "pronoun") for a in of_it):
        situations |= {a.entity for a in q.args("situation") if a.entity}
    regions = [group for cue, group in _REGIONS.items() if q.cue(cue)]
    people = [p for p in q.record.persons.values() if p.history]
    if situations:
        people = [p for p in people if p.situation in situations]
    handing = set(q.named("state", "by")) | {a.entity for a in q.args("people", "by") if a.entity}
    if handing:  # "the first suspect handed over by Mali"
        people = [p for p in people if any(handing & set(e.by) for e in q.events(p, "arrested", "surrendered"))]
    if regions:
        states = {s.id for s in q.record.states.values() if s.regional_group in regions}
        people = [p for p in people if states & {n.state for n in p.nationalities}]
    return people


_READ = ("superlative", "court", "person", "state", "place", "situation", "people", "time", "city", "act", "ordinal")


def _narrowed(q: Question) -> bool:
    """Whether more follows than was read: "the first judgment to come out of a referral" is not any first."""
    steps = [f"cue.{c}" for c in (*_FIRST_STEP, *_REGIONS, "ever", "held-by")]
    ends = [a.span.end for k, a in q.prop.roles.items() if k.partition(".")[0] in _READ or k in steps]
    return q.prop.span.end - max([e for e in ends if e <= q.prop.span.end], default=0) > 14


def first(q: Question) -> Finding | None:
    """What ``_first`` says, unless the clause narrows the class in words that were not read."""
    found = _first(q)
    if found is None or found.holds is not False:
        return found
    of_rulers = any("head-of-state" in (a.value or "") for a in q.args("superlative", "first", *_NTH))
    rank = q.args("superlative", "first", *_NTH)[0]
    beside = rank.span.start - q.prop.span.start > 40 and rank.value != "history" and not q.cue("is-be", "become")
    return None if beside or _narrowed(q) or (q.cue("head-of-state") and not of_rulers) else found


def _first(q: Question) -> Finding | None:
    """On "the first person the court convicted", "the first sitting head of state with a warrant"."""
    rank = q.args("superlative", "first", *_NTH)
    if not rank or q.prop.negated:
        return None
    which = rank[0].value or "person"
    n = 1 if q.has("superlative", "first") else 2 + next(i for i, w in enumerate(_NTH) if q.has("superlative", w))
    if n > 1 and q.cue("one-more"):
        return None  # "a third militia leader": one more beside those told of, not the third of all
    persons = in_play(q, "subj", "obj", "for", "of", "against")
    everyone = _comparable(q)
    q.ignore("court", "otp", "ordinal", "people", "state", "situation", "city", "org", "place", "capital")
    at = 0 if which == "history" else rank[0].span.start
    which = "person" if which == "history" else which
    kinds = _steps(q, at, rank[0].span.end)
    if kinds is None and q.cue("verdict-noun"):  # "acquitted X, its first acquittal"
        kinds = _steps(q, 0, rank[0].span.end)
    if kinds is None or everyone is None or q.cue("that-crime", "own-will") or q.has("rest"):
        return None
    if q.cue("since-the-start"):
        q.ignore("time")
        dated = False
    else:
        dated = bool(q.dates())
    if len(persons) != 1 or not (q.events(persons[0], *kinds) or not q.guessed):
        later = any(a.span.start > rank[0].span.end for a in q.args("act"))
        return _first_of_its_kind(q, everyone, kinds) if n == 1 and which == "person" and not later else None
    if q.cue("plead"):
        return _first_plea(q, persons[0]) if n == 1 else _nth_plea(q, persons[0])
    if n == 1 and which == "person" and _of_his_own(q, rank[0]):
        return _own_first(q, persons[0], kinds)
    acts = q.acts()
    p = persons[0]
    mine = q.events(p, *kinds)
    if not mine and q.prop.hedge in ("would:would", "future:will") and p in everyone:
        return _would_be_first(q, p, everyone, which, kinds) if n == 1 and not acts else None
    if not mine:
        return None
    mine_on = _first_day(q, p, mine, acts, kinds)
    if mine_on is None:
        fit, names = _acts_fit(q, p, _proved(p) if "convicted" in kinds else None)
        right = f"The record has for {p.name}: {names}." if names else _phrase(q, mine[0].event, p, mine[0])
        if q.assumed("person"):
            return None  # "It was the first conviction for ...": of somebody else
        if fit is False and acts in (["genocide"], ["aggression"]) and "convicted" in kinds:
            right += f" Nobody had been convicted of {acts[0]} at the Court."
        return Finding(fit if fit is False else None, right, right, mine[0].sources, (p.id,))
    earlier = None
    before = 0
    for other in everyone:
        if other.id == p.id or not _in_class(q, other, which, kinds):
            continue
        events = q.events(other, *kinds)
        day = _first_day(q, other, events, acts, kinds) if events else None
        before += day is not None and day < mine_on
        if day is not None and day < mine_on and (earlier is None or day < earlier[2]):
            earlier = (other, events[0], day)
    if earlier is not None and q.guessed and earlier[2] < q.day() - timedelta(days=180):
        q.guessed = False  # whoever is meant, somebody was before
    if (
        not _in_class(q, p, which, kinds)
        and "head-of-state" in which
        and p.offices
        and not any(o.capacity in ("head-of-state", "head-of-government") for o in p.offices)
    ):
        right = f"{p.name} was no head of State; on record as: {p.offices[0].title}."
        return Finding(False, right, right, p.offices[0].sources, (p.id,))
    if which == "sitting-head-of-state" and p.offices and not _ever_sitting(q, p):
        right = f"{p.name} was no head of State by {q.now}."
        return Finding(False, right, right, p.offices[0].sources or p.sources, (p.id,))
    if not _in_class(q, p, which, kinds) or p not in everyone:
        right = (
            f"{p.name} held no such office on {q.words(mine[0].on)} by the record."
            if which != "person"
            else _phrase(q, mine[0].event, p, mine[0])
        )
        return Finding(None, right)
    if n > 1:
        same = [
            o
            for o in everyone
            if o.id != p.id
            and _in_class(q, o, which, kinds)
            and any(days.last(e.on) == mine_on for e in q.events(o, *kinds))
        ]
        right = f"{_phrase(q, mine[0].event, p, mine[0])} Before it {before} others on record."
        placed = before + 1 <= n <= before + 1 + len(same)
        sure = not acts and (which == "person" or "head-of-state" in which)
        return Finding(placed if sure else None, right, right, mine[0].sources, (p.id,))
    if earlier is not None and any("/" in a for a in acts) and "convicted" not in kinds:
        return None
    if earlier is not None:
        right = _phrase(q, earlier[1].event, earlier[0], earlier[1]) + f" {_phrase(q, mine[0].event, p, mine[0])}"
        return Finding(False, right, right, earlier[1].sources, (p.id, earlier[0].id))
    holds = (q.fits(mine[0].on) or None) if dated else True
    right = _phrase(q, mine[0].event, p, mine[0]) + " Nobody on record was before."
    return Finding(holds, right, right, mine[0].sources, (p.id,))


def _of_his_own(q: Question, rank: Argument) -> bool:
    """Whether "the first warrant against him" is the first of several that somebody got, and not the first of all."""
    warrant = q.prop.roles.get("cue.warrant")
    whom = [a for a in q.args("person", "against", "for", "poss") if a.span.start > rank.span.end]
    return warrant is not None and any(0 <= a.span.start - warrant.span.end <= 24 for a in whom)


def _own_first(q: Question, p: Person, kinds: tuple[str, ...]) -> Finding | None:
    events = q.events(p, *kinds)
    if not events or not q.dates():
        return None
    first_one = min(events, key=lambda e: days.first(e.on))
    right = _phrase(q, first_one.event, p, first_one)
    return Finding(q.fits(*_days(first_one)) or None, right, right, first_one.sources, (p.id,))


def _first_of_its_kind(q: Question, people: list[Person], kinds: tuple[str, ...]) -> Finding | None:
    """On "It is the first verdict on Darfur", of the news of the day; wrong where the like of that news was before."""
    done = [(days.last(e.on), p, e) for p in people for e in q.events(p, *kinds)]
    if not done:
        return None
    day, p, e = min(done, key=lambda d: (d[0], d[1].id))
    if q.fits(*_days(e)) is not True:
        return None
    topic = {a.entity for a in q.args("situation") if a.entity}
    news = [d for d in done if 0 <= (q.day() - d[0]).days <= 15 and (not topic or d[1].situation in topic)]
    if news and q.prop.tense == "present" and day < news[0][0] - timedelta(days=180):
        right = f"{_phrase(q, e.event, p, e)} {_phrase(q, news[0][2].event, news[0][1], news[0][2])}"
        q.guessed = False
        return Finding(False, right, right, e.sources, (p.id, news[0][1].id))
    if (q.day() - day).days > 60:
        return None
    return Finding(
        True, f"{_phrase(q, e.event, p, e)} Nothing of the kind is on record before.", None, e.sources, (p.id,)
    )


def _would_be_first(q: Question, p: Person, people: list[Person], which: str, kinds: tuple[str, ...]) -> Finding | None:
    """On "He would be the first": whether anybody in the class was before this day."""
    if which not in ("person", "former-head-of-state"):
        return None
    for other in people:
        events = q.events(other, *kinds)
        if other.id != p.id and events and _in_class(q, other, which, kinds):
            right = _phrase(q, events[0].event, other, events[0])
            return Finding(False, right, right, events[0].sources, (other.id, p.id))
    return Finding(True, f"Nobody on record was before {q.now}.", None, p.sources, (p.id,))


def _ever_sitting(q: Question, p: Person) -> bool:
    offices = [o for o in p.offices if o.capacity == "head-of-state"]
    return any(o.from_ is None or days.first(o.from_) <= q.day() for o in offices)


def longest_sentence(q: Question) -> Finding | None:
    """On "No longer sentence has been handed down", "the longest that the Court has imposed"."""
    passed = [
        (months, p, e)
        for p in q.record.persons.values()
        for e in q.events(p, "sentenced")
        if e.sentence and (months := 12 * (e.sentence.years or 0) + (e.sentence.months or 0))
    ]
    years = q.number("year")
    named = in_play(q)
    q.ignore("court", "chamber", "people", "state", "situation", "time", "act", "quantified", "city", "org", "place")
    if not passed or q.prop.hedge or q.cue("shortest") or q.has("state", "subj"):
        return None
    top = max(m for m, _, _ in passed)
    _, p, e = next(x for x in passed if x[0] == top)
    right = f"The longest sentence by {q.now} is that of {p.name}: {top // 12:g} years, on {q.words(e.on)}."
    if years is not None and years[1] * 12 != top:
        return Finding(False, right, right, e.sources, (p.id,), ("77",), polar=False)
    mine = [m for m, other, _ in passed if other.id in {n.id for n in named}]
    if not mine or len(named) != 1 or (years and q.assumed("person")):
        return Finding(True, right, None, e.sources, (p.id,), ("77",), polar=False) if years else None
    return Finding(max(mine) == top, right, right, e.sources, (p.id, named[0].id), ("77",), polar=False)


def largest_award(q: Question) -> Finding | None:
    """On "the largest sum it has ordered so far"."""
    awards = []
    for p in q.record.persons.values():
        for e in q.events(p, "reparations-ordered", "reparations-amended"):
            awards += [(total, p, e) for total in sums(e.text or "")]
    named = in_play(q)
    q.ignore("court", "chamber", "people", "state", "situation", "city", "org", "number", "organ")
    mine = [total for total, p, _ in awards if p.id in {n.id for n in named}]
    asserted = q.cue("come-near", "dwarf")
    if not mine or len(named) != 1 or (q.prop.negated and not asserted) or q.prop.hedge:
        return None
    top, p, e = max(awards, key=lambda a: (a[0], a[1].id))
    right = f"The largest sum by {q.now} is that in the case of {p.name}. {e.text}"
    holds: bool | None = max(mine) == top
    named_sum = q.number("money")
    if holds and named_sum is not None and not sum_fits(named_sum, e.text or ""):
        holds = False
    if holds and q.fits(*(x.on for _, other, x in awards if other.id == named[0].id)) is not True:
        holds = None
    return Finding(holds, right, right, e.sources, (p.id, named[0].id), ("75",), polar=not asserted)


_NEVER = {
    "convict": ("convicted",),
    "in-absence": ("in-absentia-hearing",),
    "in-absentia": ("in-absentia-hearing",),
    "plead": ("convicted",),
    "acquit": ("acquitted", "no-case-to-answer", "conviction-reversed"),
    "sentence": ("sentenced",),
    "reparations": ("reparations-ordered",),
    "surrender": ("surrendered",),
    "warrant": ("warrant-issued",),
    "wanted": ("warrant-issued",),
    "appear": ("first-appearance",),
    "held-by": ("surrendered",),
    "in-custody": ("surrendered",),
    "cut": ("sentence-reduced",),
    "send-to-trial": ("charges-confirmed",),
    "let-go": ("acquitted", "no-case-to-answer", "conviction-reversed"),
}
_IN_OFFICE = ("sitting", "serving", "in office", "incumbent")


def never_before(q: Question) -> Finding | None:
    """On "Never before had charges been confirmed in the absence of the suspect": nothing of the kind before."""
    kinds = {k for cue, steps in _NEVER.items() if q.cue(cue) for k in steps}
    than = q.persons("before")
    if q.cue("confirm") and q.cue("charge") and not (q.cue("in-absence", "in-absentia") or q.named("person")):
        kinds.add("charges-confirmed")
    if "let-go" in {c for c in _NEVER if q.cue(c)} and not q.cue("trial", "verdict-word"):
        return None
    if q.cue("never-until"):
        q.ignore("time")
    q.ignore("person", "court", "situation", "state", "people", "chamber", "quantified", "city", "org")
    if not kinds or q.has("number"):
        return None
    acts = q.acts()
    which = "person"
    if q.cue("head-of-state", "state-office"):
        said = f"{q.word('head-of-state') or ''} {q.word('seat') or ''}"
        if "former" not in said and not any(w in said for w in _IN_OFFICE):
            return None
        which = "former-head-of-state" if "former" in said else "sitting-head-of-state"
    people = _comparable(q)
    if people is None:
        return None
    nationals = {a.entity for a in q.args("people", "subj", "obj") if a.entity and a.value is None}
    if nationals:
        people = [p for p in people if nationals & {n.state for n in p.nationalities}]
    people = [p for p in people if _in_class(q, p, which, tuple(kinds))]
    if len(than) == 1:
        return _before_whom(q, than[0], tuple(sorted(kinds)), people)
    found = []
    for p in people:
        for e in q.events(p, *kinds):
            if not acts or _first_day(q, p, [e], acts, tuple(kinds)) is not None:
                found.append((days.last(e.on), p, e))
    if not found and which == "sitting-head-of-state" and kinds == {"first-appearance"}:
        meant = [q.record.persons[a.entity] for a in q.args("person") if a.entity and a.entity in q.record.persons]
        why = f"No head of State in office had appeared before the judges by {q.now}."
        facts = meant[0].sources if meant else ("rome-statute",)
        return Finding(True, why, None, facts, tuple(p.id for p in meant[:1]), polar=False)
    if not found:
        return None
    found.sort(key=lambda f: (f[0], f[1].id))
    told = {a.entity for a in q.args("person") if a.entity}  # whom the report is about: "before" is before them
    recent, long_ago = q.day() - timedelta(days=90), q.day() - timedelta(days=400)
    before = [f for f in found if f[0] < (long_ago if f[1].id in told else recent)]
    shown = before[0] if before else found[0]
    right = _phrase(q, shown[2].event, shown[1], shown[2])
    if not before:
        return Finding(
            True, f"{right} Nobody on record was before.", None, shown[2].sources, (shown[1].id,), polar=False
        )
    narrower = q.has("org") or q.cue("region-word", "permanent-member", "women-word", "figure-of", "commander-word")
    narrower = narrower or (q.cue("lead-office", "group-rank") and not q.cue("head-of-state", "state-office"))
    if acts or kinds & {"sentenced", "convicted", "charges-confirmed"} or narrower or _narrowed(q):
        return None  # of what, the clause may say in words that were not read
    return Finding(False, right, right, shown[2].sources, (shown[1].id,), polar=False)


def _before_whom(q: Question, p: Person, kinds: tuple[str, ...], people: list[Person]) -> Finding | None:
    """On "Nobody had been convicted before Lubanga": as a claim that he was the first."""
    if q.cue("plead"):
        found = _first_plea(q, p)
        return Finding(found.holds, found.why, found.right, found.facts, found.entities, polar=False) if found else None
    mine = q.events(p, *kinds)
    own = _first_day(q, p, mine, q.acts(), kinds) if mine else None
    if own is None:
        return None
    for other in people:
        events = q.events(other, *kinds)
        day = _first_day(q, other, events, q.acts(), kinds) if events and other.id != p.id else None
        if day is not None and day < own:
            right = f"{_phrase(q, events[0].event, other, events[0])} {_phrase(q, mine[0].event, p, mine[0])}"
            return Finding(False, right, right, events[0].sources, (p.id, other.id), polar=False)
    right = f"{_phrase(q, mine[0].event, p, mine[0])} Nobody on record was before."
    return Finding(True, right, None, mine[0].sources, (p.id,), polar=False)


def _first_plea(q: Question, p: Person) -> Finding | None:
    mine = pleas(q, p)
    if not mine:
        return None
    first_day = days.first(mine[0].on)
    for other in q.record.persons.values():
        theirs = pleas(q, other)
        if other.id != p.id and theirs and days.first(theirs[0].on) < first_day:
            right = f"{other.name} had pleaded guilty before, on {q.words(theirs[0].on)}."
            return Finding(False, right, right, theirs[0].sources, (other.id, p.id), ("65",))
    holds = True if q.fits(*(e.on for e in mine)) is True else None
    return Finding(holds, mine[0].text or "", None, mine[0].sources, (p.id,), ("65",))


def _nth_plea(q: Question, p: Person) -> Finding | None:
    found = _first_plea(q, p)
    if found is None or found.holds is not True:
        return None
    right = f"Nobody had pleaded guilty before {p.name}."
    return Finding(False, right, right, found.facts, (p.id,), ("65",))


_ONCE = {
    "appear": ("first-appearance", "surrendered", "summons-issued", "arrested", "confirmation-hearing"),
    "held-by": ("surrendered", "arrested", "detained-elsewhere", "first-appearance"),
    "surrender": ("surrendered", "arrested", "detained-elsewhere", "first-appearance"),
    "convict": ("convicted",),
    "acquit": ("acquitted", "no-case-to-answer", "conviction-reversed"),
    "go-on-trial": ("trial-opened",),
}
"""Class of words -> steps without which nobody can be the only one to have taken such a step."""


def _only_but_never(q: Question, rank: list[Argument]) -> Finding | None:
    """On "Omar al-Bashir is the only serving head of state who had come before it", of one who never came."""
    named = [q.record.persons[e] for e in q.named("person") if e in q.record.persons]
    steps = [k for c, k in _ONCE.items() if q.cue(c)]
    said = q.prop.negated or q.prop.hedge or q.prop.question or q.has("quantified")
    if not rank or said or len(named) != 1 or not named[0].history or len(steps) != 1 or not q.cue("is-be"):
        return None
    p = named[0]
    if rank[0].span.start < min(a.span.start for a in q.args("person") if a.entity == p.id):
        return None
    if any(e.event in steps[0] for e in p.history if q.known(e)) or not q.events(p, "warrant-issued"):
        return None
    issued = q.events(p, "warrant-issued")[0]
    right = f"{_phrase(q, issued.event, p, issued)} Nothing of the kind is on record for {p.name} by {q.now}."
    return Finding(False, right, right, issued.sources, (p.id,))


def only(q: Question) -> Finding | None:
    """On "the only person it has convicted"."""
    rank = q.args("superlative", "only")
    never = _only_but_never(q, rank)
    if never is not None:
        return never
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


def _first_day(
    q: Question, p: Person, events: list[PersonEvent], acts: list[str], kinds: tuple[str, ...]
) -> date | None:
    """The first day of the step; where acts are named, that on which they were first charged or decided."""
    if not acts:
        return min(days.last(e.on) for e in events)
    fit, _ = _acts_fit(q, p, _proved(p) if "convicted" in kinds else None)
    if fit is not True:
        return None
    if "convicted" in kinds:
        return min(days.last(e.on) for e in events)
    since = [days.last(c.since) for c in p.charges if any(_same(c, a) for a in acts)]
    return min(since) if since else None


def _proved(p: Person) -> tuple[str, ...]:
    """Outcomes of charges of which somebody was convicted, though it may have been overturned."""
    overturned = any(e.event == "conviction-reversed" for e in p.history)
    return ("convicted", "reversed", "acquitted") if overturned else ("convicted",)


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
        if office.capacity != "head-of-state":
            continue
        if which in ("sitting-head-of-state", "head-of-state") and in_office(office, on):
            return True
        if which.startswith("former-head-of-state"):
            if office.to is None or days.last(office.to) >= on:
                continue
            if which.endswith("asia") and not any(
                q.record.states[n.state].regional_group == "asia-pacific"
                for n in p.nationalities
                if n.state in q.record.states
            ):
                continue
            return True
    return False
