"""Who decides claims about cooperation that Chambers have ruled on: who failed, and to whom that was reported."""

from __future__ import annotations

from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record import days
from hague.record.membership import is_party, membership
from hague.record.model import Decision

BODIES = {"asp": "Assembly", "unsc": "Security Council"}
"""The bodies to which a failure to cooperate is reported, and the words by which a holding names them."""


NEWS = 14
"""Days in which a ruling may be the news of a report."""


def _rulings(q: Question, states: set[str]) -> list[Decision]:
    """Rulings on the cooperation of the States: each decision names first the State of which it speaks."""
    persons = set(q.named("person"))
    q.ignore("person", "court", "treaty", "org", "people", "asp", "otp", "state", "capital", "city", "article")
    return sorted(
        (
            d
            for d in q.record.decisions.values()
            if d.subject == "cooperation"
            and q.known(d)
            and d.concerns
            and d.concerns[0] in states
            and (not persons or not d.persons or persons & set(d.persons))
        ),
        key=lambda d: d.on,
    )


def _said(d: Decision, q: Question) -> str:
    return f"{d.holding.rstrip('.')} ({q.words(d.on)})."


def _told(d: Decision) -> set[str]:
    """To which bodies a decision took the matter."""
    if d.outcome != "referred":
        return set()
    return {b for b, name in BODIES.items() if name in d.holding and f"not to the {name}" not in d.holding}


def non_compliance(q: Question) -> Finding | None:
    """On "The judges found that Mongolia failed to comply"."""
    states = {s.id for s in q.states("subj", "obj", "by", "of", "that", "outer") or q.states()}
    if not states or q.prop.question:
        return None
    outsider = _as_a_member(q, states)
    if outsider is not None:
        return outsider
    ruled = q.cue("ruled") and (q.cue("judges") or q.has("chamber") or q.has("court"))
    rulings = _rulings(q, states)
    found = [d for d in rulings if d.outcome in ("non-compliance", "referred")]
    if not found:
        if not ruled or rulings or not q.named("state") or q.prop.negated or q.dates():
            return None
        names = ", ".join(sorted(q.record.states[s].name for s in states))
        right = f"No finding that {names} failed to cooperate was on record by {q.now}."
        return Finding(False, right, right, ("rome-statute",), tuple(sorted(states)), ("87",))
    chambers = set(q.named("chamber"))
    if chambers and not any(chambers & set(d.by) for d in found):
        found = [
            d for d in q.record.decisions.values() if chambers & set(d.by) and {f.id for f in found} & set(d.confirms)
        ]
        if not found or not all(q.known(d) for d in found):
            return None
    shown = found[-1]
    years = {str(b.year) for _, (_, b) in q.dates()}
    fits = [q.fits(d.on) for d in found]
    if q.dates() and True not in fits and not any(all(y in d.holding for y in years) for d in found):
        return Finding(None, _said(shown, q))
    return Finding(True, _said(shown, q), None, shown.sources, (shown.id, *sorted(states)), ("87",), polar=False)


def _as_a_member(q: Question, states: set[str]) -> Finding | None:
    """On "As a member of the court, Khartoum has to execute its warrants", of a State that has never been one."""
    if not q.cue("as-a-member") or len(states) != 1 or q.prop.negated or not (q.named("state") or q.named("capital")):
        return None
    state = q.record.states.get(next(iter(states)))
    if state is None or membership(state, q.today) is not None or is_party(state, q.day(), q.today):
        return None
    right = f"{state.name} was not a State Party by {q.now}."
    return Finding(False, right, right, ("rome-statute",), (state.id,), ("87",), polar=False)


def referred_to(q: Question) -> Finding | None:
    """On "The judges referred Mongolia to the Assembly", "... reported it to the Security Council"."""
    slots = ("obj", "of", "on", "poss", "context", *(("subj",) if q.cue("the-matter", "question") else ()))
    states = set(q.named("state") or q.named("capital") or q.named("people") or q.entities("state", *slots))
    wanted = {"unsc"} if q.cue("security-council", "to-council") or "org:unsc" in q.entities("org") else set()
    wanted |= {"asp"} if q.cue("assembly") or q.has("asp") else set()
    ruled = _rulings(q, states)
    if len(states) == 1 and wanted and not ruled and _by_judges(q) and not q.dates():
        return _never_ruled(q, states)
    found = [d for d in ruled if d.outcome in ("non-compliance", "referred") or "referr" in d.holding]
    if not found or not wanted or len(states) > 3:
        return None
    if len(states) == 1 and any(0 <= (q.day() - days.last(d.on)).days <= NEWS for d in found):
        q.guessed = False  # the ruling is the news of the day
    chambers = set(q.named("chamber"))
    fitting = [d for d in found if q.fits(d.on) and (not chambers or chambers & set(d.by))]
    done = [d for d in fitting if wanted <= _told(d)]
    undone = _reversals(q, found)
    if done and not undone:
        return Finding(True, _said(done[-1], q), None, done[-1].sources, (done[-1].id,), ("87",))
    if done or not fitting or (len(wanted) > 1 and any(wanted & _told(d) for d in fitting)):
        return None
    right = _said(fitting[-1], q)
    return Finding(False, right, right, fitting[-1].sources, (fitting[-1].id,), ("87",))


def _by_judges(q: Question) -> bool:
    return q.prop.hedge is None and (q.cue("judges") or q.has("chamber", "subj") or q.has("court", "subj"))


def _never_ruled(q: Question, states: set[str]) -> Finding | None:
    """A State of which no Chamber has said in public that it failed to cooperate."""
    if q.prop.question or not q.named("state"):
        return None
    names = ", ".join(sorted(q.record.states[s].name for s in states if s in q.record.states))
    right = f"No finding that {names} failed to cooperate was on record by {q.now}."
    return Finding(False, right, right, ("rome-statute",), tuple(sorted(states)), ("87",))


def _reversals(q: Question, found: list[Decision]) -> list[Decision]:
    """Rulings on appeal that undid a referral."""
    ids = {d.id for d in found}
    return [
        d
        for d in q.record.decisions.values()
        if ids & set(d.confirms) and q.known(d) and "referral" in d.holding and "reversed" in d.holding
    ]


def referral_undone(q: Question) -> Finding | None:
    """On "Jordan's referral was undone on appeal in 2019"."""
    states = set(q.entities("state")) | set(q.entities("people"))
    q.cue("security-council", "assembly", "appeal")
    found = _rulings(q, states)
    undone = _reversals(q, found)
    if not undone or not states:
        return None
    d = undone[-1]
    return Finding(q.fits(d.on), _said(d, q), _said(d, q), d.sources, (d.id,), ("87",))
