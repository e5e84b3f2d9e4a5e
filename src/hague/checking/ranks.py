"""Who decides firsts and onlys: all histories side by side."""

from __future__ import annotations

from datetime import date, timedelta

from hague.checking.cases import SAME_ACT, _acts_fit, _phrase, in_play
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.checking.trials import _pleas
from hague.record import days
from hague.record.model import Charge, Person, PersonEvent

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
}


def first(q: Question) -> Finding | None:
    """On "the first person the court convicted", "the first sitting head of state with a warrant"."""
    rank = q.args("superlative", "first")
    if not rank or q.prop.negated:
        return None
    which = rank[0].value or "person"
    persons = in_play(q, "subj", "obj", "for", "of", "against")
    q.ignore("court", "ordinal", "people", "state", "situation", "city", "org")
    if len(persons) != 1:
        return None
    at = 0 if which == "history" else rank[0].span.start
    which = "person" if which == "history" else which
    steps = [k for c, k in _FIRST_STEP.items() if q.cue(c) and q.prop.roles["cue." + c].span.end > at]
    if len(steps) > 1 and q.cue("prosecute") and _FIRST_STEP["prosecute"] in steps:
        steps.remove(_FIRST_STEP["prosecute"])
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
    if not _in_class(q, p, which, kinds):
        right = (
            f"{p.name} held no such office on {q.words(mine[0].on)} by the record."
            if which != "person"
            else _phrase(q, mine[0].event, p, mine[0])
        )
        return Finding(None, right)
    if earlier is not None and any("/" in a for a in acts) and "convicted" not in kinds:
        return None
    if earlier is not None:
        right = _phrase(q, earlier[1].event, earlier[0], earlier[1]) + f" {_phrase(q, mine[0].event, p, mine[0])}"
        return Finding(False, right, right, earlier[1].sources, (p.id, earlier[0].id))
    holds = (q.fits(mine[0].on) or None) if q.dates() else True
    right = _phrase(q, mine[0].event, p, mine[0]) + " Nobody on record was before."
    return Finding(holds, right, right, mine[0].sources, (p.id,))


_NEVER = {
    "convict": ("convicted",),
    "in-absence": ("in-absentia-hearing",),
    "in-absentia": ("in-absentia-hearing",),
    "plead": ("convicted",),
    "acquit": ("acquitted", "no-case-to-answer", "conviction-reversed"),
    "sentence": ("sentenced",),
    "reparations": ("reparations-ordered",),
    "surrender": ("surrendered",),
}


def never_before(q: Question) -> Finding | None:
    """On "Never before had charges been confirmed in the absence of the suspect": nothing of the kind before."""
    kinds = {k for cue, steps in _NEVER.items() if q.cue(cue) for k in steps}
    q.ignore("person", "court", "situation", "state", "people", "chamber")
    if not kinds or q.has("number"):
        return None
    acts = q.acts()
    found = []
    for p in q.record.persons.values():
        for e in q.events(p, *kinds):
            if not acts or _first_day(q, p, [e], acts, tuple(kinds)) is not None:
                found.append((days.last(e.on), p, e))
    if not found:
        return None
    found.sort(key=lambda f: (f[0], f[1].id))
    before = [f for f in found if f[0] < q.day() - timedelta(days=90)]
    shown = before[0] if before else found[0]
    right = _phrase(q, shown[2].event, shown[1], shown[2])
    if not before:
        return Finding(
            True, f"{right} Nobody on record was before.", None, shown[2].sources, (shown[1].id,), polar=False
        )
    if acts or kinds & {"sentenced", "convicted"}:
        return None  # of what, the clause may say in words that were not read
    return Finding(False, right, right, shown[2].sources, (shown[1].id,), polar=False)


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
    """On "the only person it has convicted"."""
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


def _first_day(
    q: Question, p: Person, events: list[PersonEvent], acts: list[str], kinds: tuple[str, ...]
) -> date | None:
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
            if which.endswith("asia") and not any(
                q.record.states[n.state].regional_group == "asia-pacific"
                for n in p.nationalities
                if n.state in q.record.states
            ):
                continue
            return True
    return False
