"""Who decides from when to when the crimes of a case are said to have lasted."""

from __future__ import annotations

import re

from hague.checking import when
from hague.checking.cases import in_play
from hague.checking.conduct import COURT_BEGAN, FAR, RULINGS, years
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record import days, wording
from hague.record.model import Decision, Person

_DAY = rf"(?:\d{{1,2}} )?(?:(?:{'|'.join(wording.MONTHS)}) )?(?:19|20)\d\d"
_SPAN = re.compile(
    rf"(?:[Bb]etween|[Ff]rom) (?:at least |about |around |early |mid-)*({_DAY})(?: and| to| until| through)"
    rf" (?:at least |about |around |early |late |the end of )*({_DAY})"
)


def _spans(q: Question, p: Person) -> list[tuple[when.Interval, when.Interval, Decision]]:
    """Beginning and end of each period of crimes that the rulings in a case state, and the ruling."""
    out = []
    for d in q.record.decisions.values():
        if p.id not in d.persons or d.subject not in (*RULINGS, "in-absentia") or not q.known(d):
            continue
        for text in (d.holding, *d.details):
            for a, b in _SPAN.findall(text):
                begun, ended = years(a), years(b)
                if begun and ended and begun[0][0] >= COURT_BEGAN and ended[0][0] <= days.last(d.on):
                    out.append((begun[0], ended[0], d))
    return out


def period(q: Question) -> Finding | None:
    """On "The charges run from November 2011 to March 2019", "committed between August 2003 and April 2004"."""
    persons = in_play(q, "poss", "of", "against", "subj", "obj")
    q.ignore("court", "state", "place", "people", "situation", "city", "org", "act", "number", "capital")
    if not 1 <= len(persons) <= 2 or q.prop.negated or q.prop.hedge:
        return None
    every = [(slot, span) for slot, span in q.dates(*{slot for slot, _ in q.slots("time")})]
    begins = any(w in (q.word("crimes-ran") or "") for w in ("start", "begin"))
    since = [span for slot, span in every if slot.endswith("since") or (begins and slot in ("on", "conduct"))]
    until = [span for slot, span in every if slot.endswith("until")]
    known = [s for p in persons for s in _spans(q, p)]
    if q.cue("crimes-happened") and not since and not until and len(every) == 1 and known and len(persons) == 1:
        said = every[0][1]
        outside = all((said[0] - b[1]).days > FAR or (a[0] - said[1]).days > FAR for a, b, _ in known)
        inside = any(a[0] <= said[1] and said[0] <= b[1] for a, b, _ in known)
        placed = q.has("place") or q.has("city") or q.has("capital")
        holds = False if outside and not q.guessed else (True if inside and not placed else None)
        return _period_found(q, holds, persons, known[0][2])
    if len(every) != len(since) + len(until) or not (since or until) or max(len(since), len(until)) > 1 or not known:
        return None
    for begun, ended, d in known:
        if (not since or _meet(since[0], begun)) and (not until or _meet(until[0], ended)):
            return _period_found(q, True, persons, d)
    off = [
        (bool(since) and not _near(since[0], begun), bool(until) and not _near(until[0], ended))
        for begun, ended, _ in known
    ]
    wrong = all(any(o) for o in off) and any(not all(o) for o in off) and not q.guessed
    if len(since) + len(until) == 1 and len(persons) == 1 and not q.guessed:  # beyond all that any ruling names
        wrong = all((until[0][0] - b[1]).days > FAR for _, b, _ in known) if until else False
        return _period_found(q, False if wrong else None, persons, max(known, key=lambda k: k[1][1])[2])
    return _period_found(q, False if wrong and len(since) + len(until) == 2 else None, persons, known[0][2])


def _meet(a: when.Interval, b: when.Interval) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _near(a: when.Interval, b: when.Interval) -> bool:
    return (a[0] - b[1]).days <= FAR and (b[0] - a[1]).days <= FAR


def _period_found(q: Question, holds: bool | None, persons: list[Person], d: Decision) -> Finding:
    right = f"{d.holding} ({q.words(d.on)})."
    return Finding(holds, right, right, d.sources, (*(p.id for p in persons), d.id), ("58", "61"))
