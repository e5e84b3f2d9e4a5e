"""When the crimes of a case are said to have been committed: the periods that warrants and later rulings name."""

from __future__ import annotations

from datetime import date

from hague.checking import when
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record import days, wording
from hague.record.model import Decision, Person

RULINGS = ("warrant", "confirmation", "judgment")
_BEGINS = ("warrant-requested", "warrant-issued", "summons-issued")
COURT_BEGAN = date(2002, 7, 1)
FAR = 75
"""Days outside a period that still count as within it."""


def years(text: str) -> list[when.Interval]:
    """The days, months and years in a text, each as its first and last day."""
    return [(days.first(d), days.last(d)) for d in wording.dates(text)]


def _period(q: Question, p: Person) -> tuple[date, date, Decision] | None:
    """First and last day that the rulings in a case name before its first step, and the ruling that names the last."""
    begun = min((days.first(e.on) for e in p.history if e.event in _BEGINS), default=None)
    if begun is None:
        return None
    low = high = told = None
    for d in q.record.decisions.values():
        if p.id not in d.persons or d.subject not in RULINGS or not q.known(d):
            continue
        for a, b in years(" ".join((d.holding, *(s for s in d.details if "crimes" in s or "between" in s)))):
            if not COURT_BEGAN <= b < begun:
                continue
            if low is None or a < low:
                low = a
            if high is None or b > high:
                high, told = b, d
    return (low, high, told) if low and high and told else None


def agrees(q: Question, p: Person) -> bool:
    """Whether the clause gives the crimes a time within the period that the rulings name."""
    return spans(q, p, [span for _, span in q.conduct()])


def spans(q: Question, p: Person, asked: list[when.Interval]) -> bool:
    """Whether all these times lie within the period that the rulings name."""
    known = _period(q, p)
    return bool(asked) and known is not None and all(a <= known[1] and known[0] <= b for a, b in asked)


def misdated(q: Question, findings: list[Finding]) -> Finding | None:
    """Where the crimes are given a time at which, by every ruling on record, none of those charged happened."""
    asked = [(a, b) for slot, (a, b) in q.conduct() if not slot.endswith(("since", "until", "after", "before"))]
    persons = [q.record.persons[e] for f in findings for e in f.entities if e in q.record.persons]
    if not asked or not persons or q.cue("verdict-word", "decision-words", "first-time"):
        return None
    periods = [_period(q, p) for p in persons]
    known = [p for p in periods if p is not None]
    if len(known) != len(periods):
        return None
    for a, b in asked:
        if b < COURT_BEGAN or not all((low - b).days > FAR or (a - high).days > FAR for low, high, _ in known):
            continue
        if any(a >= days.first(p.history[0].on) for p in persons) and not q.cue("committed-strong", "conduct"):
            continue
        _, _, told = known[0]
        right = f"{told.holding} ({q.words(told.on)})."
        return Finding(bool(q.prop.negated), right, right, told.sources, (persons[0].id, told.id))
    return None
