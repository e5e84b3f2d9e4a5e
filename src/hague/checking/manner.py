"""How a step of a case was taken: by which kind of Chamber, at whose instance, how long after another."""

from __future__ import annotations

from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record import days
from hague.record.model import Person, PersonEvent

KINDS = {"pre-trial-judges": "chamber:ptc", "trial-chamber": "chamber:tc", "appeals-court": "chamber:appeals"}
"""Class of words -> how the id of such a Chamber begins."""


def another_bench(q: Question, events: list[PersonEvent]) -> str | None:
    """The name of the Chamber that took a step of which the clause says that a Chamber of another kind did."""
    if q.named("chamber") or q.prop.hedge or q.prop.negated:
        return None
    asked = [k for k in KINDS if q.cue(k)]
    if asked[:1] == ["pre-trial-judges"]:
        asked = asked[:1]
    by = {b for e in events for b in e.by if b.startswith("chamber:")}
    if len(asked) != 1 or not by or (asked[0] == "appeals-court" and "judges" not in (q.word("appeals-court") or "")):
        return None
    if any(b.startswith(KINDS[asked[0]]) for b in by):
        return None
    return " and ".join(q.record.bodies[b].name if b in q.record.bodies else b for b in sorted(by))


MARGIN = 0.75
"""Years by which the age of a warrant may be rounded."""


def age_of_warrant(q: Question, p: Person) -> Finding | None:
    """On "His warrant was five years old": counted to the day of the report, or to that on which the person came."""
    years = q.number("year")
    issued = q.events(p, "warrant-issued")
    if not q.cue("years-old") or years is None or not issued:
        return None
    ends = [q.day(), *(days.first(e.on) for e in q.events(p, "surrendered", "arrested", "first-appearance"))]
    begins = [days.first(d) for e in issued for d in (e.on, *((e.public_on,) if e.public_on else ()))]
    spans = [(end - begin).days / 365.25 for end in ends for begin in begins if end >= begin]
    q.ignore("time", "state", "capital")
    n = years[1]
    exact = {"at-least": any(s >= n - 0.1 for s in spans), "at-most": any(s <= n + 0.1 for s in spans)}
    near = exact.get(years[0], any(abs(s - n) <= MARGIN for s in spans))
    right = f"The warrant for {p.name} was issued on {q.words(issued[0].on)}."
    far = all(abs(s - n) > 1.5 for s in spans) and years[0] not in exact
    far = far or (years[0] in exact and not near)
    if q.has("ordinal") and len(issued) > 1 and not near:
        far = False
    return Finding(True if near else (False if far else None), right, right, issued[0].sources, (p.id,), ("58",))


BEHIND = 30
"""Characters within which a place after a crime is that of the crime."""
ROAMING = "situation:uganda"
"""The Lord's Resistance Army has killed in four countries, though it is wanted for one."""


def conduct_elsewhere(q: Question, p: Person) -> Finding | None:
    """On "The warrant concerns what his men did in Ituri", of a case about another country."""
    home = set(q.states_of(p.situation))
    if not home or p.situation == ROAMING or q.prop.negated or q.prop.hedge or q.prop.question:
        return None
    cues = [q.prop.roles[f"cue.{c}"].span.end for c in ("deed", "cover", "about-word") if f"cue.{c}" in q.prop.roles]
    ends = [*cues, *(a.span.end for a in q.args("act"))]
    for kind in ("place", "state", "capital"):
        for a in q.args(kind, "in", "at", "near"):
            place = q.record.places.get(a.entity or "")
            state = place.state if place is not None else a.entity
            if a.value is not None or state not in q.record.states:
                continue
            if not any(0 <= a.span.start - end <= BEHIND for end in ends):
                continue
            if state in home:
                return None
            if any(n.state == state for n in p.nationalities) and place is None:
                return Finding(None, "Where it was done is not told by the record.")
            entry = q.record.situations[p.situation or ""]
            right = f"The case of {p.name} belongs to the situation in {entry.name.removeprefix('Situation in ')}."
            return Finding(False, right, right, p.sources, (p.id, entry.id), ("58",))
    return None


def against_the_prosecutor(q: Question, p: Person) -> Finding | None:
    """On "His release was imposed against the will of the prosecutor", of one whose charges the Prosecutor withdrew."""
    if not q.cue("against-the-will") or not q.cue("prosecutors"):
        return None
    withdrawn = q.events(p, "charges-withdrawn")
    if not withdrawn:
        return Finding(None, "Whether the Prosecutor opposed it is not on record.")
    right = f"The Prosecutor withdrew the charges against {p.name} on {q.words(withdrawn[-1].on)}."
    return Finding(False, right, right, withdrawn[-1].sources, (p.id,), ("61",))


def ended_by_judges(q: Question, p: Person) -> Finding | None:
    """On "It was the prosecutor himself who withdrew the warrant": only judges end one, and the record says which."""
    if not q.cue("prosecutors") or q.prop.negated or q.prop.hedge or q.cue("seek", "judges") or q.has("chamber"):
        return None
    cue = q.prop.roles["cue.prosecutors"].span
    if not 0 < q.prop.cue.start - cue.end <= 16 if q.prop.cue else True:
        return None
    ended = [e for e in q.events(p, "warrant-ended", "case-terminated") if any(b.startswith("chamber:") for b in e.by)]
    if not ended:
        return Finding(None, "Who ended it is not on record.")
    names = " and ".join(q.record.bodies[b].name for b in ended[-1].by if b in q.record.bodies)
    right = f"It was {names}, on {q.words(ended[-1].on)}. {ended[-1].text or ''}".rstrip()
    return Finding(False, right, right, ended[-1].sources, (p.id,), ("58",))
