"""What an investigation covers, told by what lies outside it, or of what nobody may look at any more."""

from __future__ import annotations

from hague.checking import reach, situations, when
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record import days
from hague.record.model import Scope, Situation

NEAR_YEARS = 400
"""Days by which a limit may be missed and still be meant as that of the investigation."""


def covers(q: Question) -> Finding | None:
    """On "The investigation covers crimes since 13 June 2014", "Acts after 16 March 2019 are not covered"."""
    return _too_early(q) or _edge(q) or situations.covers(q)


def in_time(q: Question) -> Finding | None:
    """On "Anything done there before 15 February is out of his reach": of a situation, or of all."""
    return _edge(q) or reach.in_time(q)


def _too_early(q: Question) -> Finding | None:
    """On "Kidnappings of 1999 are covered too": what was done before July 2002 never is."""
    if not q.cue("covered-word") or q.cue("investigation", "scope-word") or q.prop.negated:
        return None
    done = [i for _, i in q.dates("on", "since", "conduct", "of-conduct")]
    if not done or not all(i[1] < reach.BEGAN for i in done):
        return None
    return Finding(False, reach.FIRST, reach.FIRST, reach.SOURCE, (), ("11", "24"), general=True, polar=False)


def _edge(q: Question) -> Finding | None:
    """Whether the day that a clause puts outside is the first or the last that the investigation covers."""
    denies = q.prop.negated != q.cue("beyond-power")
    before, after = q.dates("before"), q.dates("after")
    if not denies or len(before) + len(after) != 1 or q.dates("since", "until"):
        return None
    listed = [s for s in situations.situations(q) if s.kind == "investigation"]
    scopes = [(s, x) for s in listed for x in s.scopes if q.today is None or days.first(x.known_on) <= q.today]
    if not scopes:
        return None
    asked = (before or after)[0][1]
    q.ignore("court", "otp", "org", "treaty", "act", "person", "people", "state", "place", "ordinal", "quantified")
    for s, x in scopes:
        edge = x.from_ if before else x.to
        if edge is not None and when.agrees(edge, "on", asked) is True:
            return _found(q, True, s, x)
    s, x = scopes[0]
    edge = x.from_ if before else x.to
    near = edge is not None and abs((days.first(edge) - asked[0]).days) <= NEAR_YEARS
    if len(scopes) > 1 or not near or q.dates("on"):
        return None
    return _found(q, False, s, x)


def _found(q: Question, holds: bool, s: Situation, x: Scope) -> Finding:
    right = f"{s.name} covers conduct" + (f" from {q.words(x.from_)}" if x.from_ else "")
    right += (f" to {q.words(x.to)}" if x.to else "") + "."
    return Finding(holds, right, right, x.sources, (s.id,), polar=False)
