"""Who decides clauses that tell two outcomes at once, who sat in judgment, and with whom somebody was tried."""

from __future__ import annotations

from hague.checking.cases import EXACT, SAME_ACT, _phrase, in_play
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.checking.rulings import rulings
from hague.record import wording
from hague.record.model import Charge, Person

_KINDS = {"convict": "convicted", "acquit": "acquitted", "clear-person": "acquitted"}


def split(q: Question) -> Finding | None:
    """On "cleared of murder but convicted of rape": each act belongs to the verdict named before it."""
    persons = in_play(q, "obj", "of", "subj", "poss")
    q.ignore("court", "people", "state", "situation", "chamber", "city", "org", "place", "time", "capital")
    verbs = sorted((q.prop.roles["cue." + c].span.end, kind) for c, kind in _KINDS.items() if q.cue(c))
    if len(persons) != 1 or len({kind for _, kind in verbs}) < 2 or q.prop.negated or q.prop.hedge:
        return None
    p = persons[0]
    ends = q.events(p, "convicted")
    if not ends:
        return None
    each = []
    for a in q.args("act"):
        said = [kind for end, kind in verbs if end <= a.span.start]
        if not said or not a.value:
            return None
        each.append(_fits(p, a.value, said[-1]))
    if len(each) < 2:
        return None
    told = [c for c in p.charges if c.outcome in ("convicted", "acquitted")]
    right = " ".join(
        f"{kind.capitalize()}: {', '.join(dict.fromkeys(_name(c) for c in told if c.outcome == kind)) or 'nothing'}."
        for kind in ("convicted", "acquitted")
    )
    holds = False if False in each else (None if None in each else True)
    return Finding(holds, right, right, ends[0].sources, (p.id,), ("74",))


def _fits(p: Person, text: str, kind: str) -> bool | None:
    act = text.partition("/")[2]
    if not act:
        return None
    same = [c for c in p.charges if c.act in SAME_ACT.get(act, (act,))]
    found = {c.outcome for c in same}
    if kind in found:
        return True
    return False if act in EXACT and found and found <= {"convicted", "acquitted"} else None


def _name(c: Charge) -> str:
    return c.act.replace("-", " ")


def presided(q: Question) -> Finding | None:
    """On "Judge X presided": wrong where the entry of the ruling names another presiding judge."""
    judges = [
        p
        for p in (q.record.persons.get(e) for e in q.named("person", "subj", "by", "obj"))
        if p and any(o.capacity == "judge" for o in p.offices)
    ]
    q.ignore("court", "state", "people", "situation", "person", "number", "city", "org", "chamber", "act")
    if len(judges) != 1 or q.prop.hedge or q.prop.negated:
        return None
    p = judges[0]
    told = [(d, s) for d in rulings(q) for s in d.details if "presid" in s and "Presiden" not in s]
    if not told:
        return None
    last = wording.plain(p.name.split()[-1])
    for d, s in told:
        before = wording.plain(s.partition("presid")[0].rstrip(", "))
        if before.endswith(last):
            return Finding(True, s, None, d.sources, (d.id, p.id), ("39",))
    d, s = told[0]
    return Finding(False if len({d.id for d, _ in told}) == 1 else None, s, s, d.sources, (d.id, p.id), ("39",))


def tried_with(q: Question) -> Finding | None:
    """On "Beside him in the dock sat X": two people whose trial opened together, or not."""
    named = [e for e in dict.fromkeys(a.entity for a in q.args("person") if a.value in (None, "pronoun")) if e]
    persons = [q.record.persons[e] for e in named if e in q.record.persons]
    q.ignore("court", "people", "state", "situation", "city", "org", "person", "capital", "place", "chamber")
    if len(persons) != 2 or q.prop.negated or q.prop.hedge:
        return None
    one, other = persons
    mine, theirs = q.events(one, "trial-opened"), q.events(other, "trial-opened")
    if not mine and not theirs:
        return None
    lead, first = (one, mine) if mine else (other, theirs)
    together = {e.on for e in mine} & {e.on for e in theirs} and one.situation == other.situation
    right = f"{_phrase(q, 'trial-opened', lead, first[0])} {first[0].text or ''}".rstrip()
    if not (one.situation and other.situation):
        return None
    return Finding(bool(together), right, right, first[0].sources, (one.id, other.id), ("64",))


def tried_apart(q: Question) -> Finding | None:
    """On "The two will be tried together", "tried separately": whether the record has the cases joined or severed."""
    found = [p for p in q.persons() if p.history]
    q.ignore("court", "people", "state", "situation", "city", "org", "person", "number", "chamber", "time")
    if len(found) != 2 or q.prop.negated or (q.prop.hedge or "").split(":")[0] not in ("future", "plan"):
        return None
    one, other = found
    steps = [
        (e.on, e.event == "case-severed", p, e)
        for p in found
        for e in p.history
        if q.known(e) and (e.event == "case-severed" or "joined with that against" in (e.text or ""))
    ]
    opened = [e for e in q.events(one, "trial-opened") if e.on in {x.on for x in q.events(other, "trial-opened")}]
    steps += [(e.on, False, one, e) for e in opened]
    if not steps or one.situation != other.situation:
        return None
    _, severed, p, e = max(steps, key=lambda s: s[0])
    right = f"{(e.text or '').rstrip('.')} ({p.name}, {q.words(e.on)})."
    return Finding(severed == q.cue("tried-apart"), right, right, e.sources, (one.id, other.id), ("64",), general=True)


def in_mid_trial(q: Question) -> Finding | None:
    """On "in the middle of his trial": wrong of somebody who was never tried."""
    persons = in_play(q, "poss", "of", "subj", "obj")
    q.ignore("court", "people", "state", "situation", "city", "org", "number", "time", "act", "otp", "quantified")
    if len(persons) != 1 or q.prop.negated or q.prop.hedge:
        return None
    p = persons[0]
    begun = q.events(p, "warrant-issued", "summons-issued")
    over = q.events(p, "charges-withdrawn", "charges-declined", "case-terminated", "died")
    if not begun or not over or any(e.event == "trial-opened" for e in p.history):
        return None
    right = f"No trial of {p.name} ever opened. {_phrase(q, over[-1].event, p, over[-1])}"
    return Finding(False, right, right, over[-1].sources, (p.id,), ("64",))
