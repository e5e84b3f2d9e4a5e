"""How far back and where the Court can look: conduct of another time, or in a State outside the treaty."""

from __future__ import annotations

from datetime import date

from hague.checking.model import Finding
from hague.checking.question import Question
from hague.checking.when import Interval
from hague.record.membership import is_party, membership
from hague.record.model import State

SOURCE = ("rome-statute",)
BEGAN = date(2002, 7, 1)
ADOPTED = date(1998, 7, 17)
FIRST = "The Court's jurisdiction reaches only crimes committed from 1 July 2002 on."
WITHIN = ("in", "inside", "on", "within", "throughout", "across")


def in_time(q: Question) -> Finding | None:
    """On "the court could now try the massacres of the early 1980s", "nothing done before today is within its power",
    "what happened before the country joined stays out of reach"."""
    q.ignore("court", "otp", "act", "treaty", "chamber", "org", "people", "capital", "place", "quantified", "city")
    denies = _denies(q)
    reaching = [i for _, i in q.dates("on", "conduct", "perhaps", "of-conduct")]
    until = [i for _, i in q.dates("before", "until")]
    since = [i for _, i in q.dates("since")]
    if any(_is_of_the_treaty(i) for i in (*reaching, *since)) and not q.cue("since-rome"):
        return None  # "the court, set up in 1998, can try ..."
    past = [i for i in reaching if i[1] < BEGAN]
    if (q.cue("old-era") or past) and len(past) == len(reaching) and not since:
        return _rule(denies)
    if q.cue("since-rome") or any(ADOPTED <= i[0] < BEGAN for i in since):
        return None if denies else _rule(False)
    if until and not reaching and all(i[0] <= BEGAN for i in until):
        return _rule(denies)
    if denies and (reaching or until) and not since:
        return _before_joining(q, [i[1] for i in reaching] + [i[0] for i in until])
    return None


def in_place(q: Question) -> Finding | None:
    """On "What was done inside Myanmar stays beyond the judges' reach": a State that is no Party, has accepted nothing
    and was not referred by the Security Council."""
    denies = _denies(q)
    states = q.states(*WITHIN)
    if not denies or len(states) != 1 or q.has("people"):
        return None
    q.ignore("court", "otp", "act", "treaty", "chamber", "org", "capital", "place", "quantified")
    return outside(q, states[0])


def _denies(q: Question) -> bool:
    return (q.prop.negated or q.word("deed") == "nothing") != q.cue("beyond-power")


def outside(q: Question, state: State) -> Finding | None:
    """That the Court has no jurisdiction over what happens in a State alone, if it is so."""
    if is_party(state, q.day(), q.today) or membership(state, q.today) is not None or _otherwise_open(q, state):
        return None
    why = (
        f"{state.name} is not a State Party, has not accepted jurisdiction and was not referred by the Security "
        "Council; what happens on its territory alone is outside the Court's jurisdiction."
    )
    return Finding(True, why, why, SOURCE, (state.id,), ("12", "13"), general=True, polar=False)


def _before_joining(q: Question, days: list[date]) -> Finding | None:
    """Of a State that was no Party yet on those days and has not accepted jurisdiction for them."""
    states = q.states()
    if len(states) != 1:
        return None
    state = states[0]
    found = membership(state, q.today)
    if found is None or _otherwise_open(q, state) or not all(d <= found.since for d in days):
        return None
    why = (
        f"{state.name} has been a State Party since {q.words(found.since.isoformat())}; without a declaration the "
        "Court can look only at crimes committed from then on (article 11)."
    )
    return Finding(True, why, why, SOURCE, (state.id,), ("11",), general=True, polar=False)


def _otherwise_open(q: Question, state: State) -> bool:
    """Whether a declaration or the Security Council may have opened the way for the Court all the same."""
    if any(d.state == state.id and d.kind == "12(3)" and q.known(d) for d in q.record.declarations.values()):
        return True
    return any(
        r.kind == "referral" and q.known(r) and state.id in q.states_of(r.situation)
        for r in q.record.resolutions.values()
    )


def _is_of_the_treaty(span: Interval) -> bool:
    return span[0] <= ADOPTED <= span[1] and (span[1] - span[0]).days < 400


def _rule(holds: bool) -> Finding:
    return Finding(holds, FIRST, FIRST, SOURCE, (), ("11", "24"), general=True, polar=False)
