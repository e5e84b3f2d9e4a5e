"""How far back and where the Court can look: conduct of another time, or in a State outside the treaty."""

from __future__ import annotations

from datetime import date

from hague.checking import when
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.checking.when import Interval
from hague.record import days as record_days
from hague.record.membership import is_party, membership
from hague.record.model import State

SOURCE = ("rome-statute",)
BEGAN = date(2002, 7, 1)
ADOPTED = date(1998, 7, 17)
AGREED, DECIDED = date(2010, 6, 11), date(2017, 12, 15)
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
    if q.cue("reach-back") and len(reaching) == 1 and not until and not since:
        inside = reaching[0][0] <= BEGAN <= reaching[0][1]
        return _rule(not denies) if inside else (_rule(denies) if reaching[0][1] < BEGAN else None)
    if any(_is_of_the_treaty(i) for i in (*reaching, *since)) and not q.cue("since-rome"):
        return None  # "the court, set up in 1998, can try ..."
    past = [i for i in reaching if i[1] < BEGAN]
    if (q.cue("old-era") or past) and len(past) == len(reaching) and not since:
        return _rule(denies)
    if q.cue("since-rome") or any(ADOPTED <= i[0] <= i[1] < BEGAN for i in since):
        return None if denies else _rule(False)
    if until and not reaching and all(i[0] <= BEGAN for i in until):
        return _rule(denies)
    if denies and (reaching or until) and not since:
        return _before_joining(q, [i[1] for i in reaching] + [i[0] for i in until])
    if denies and since and not reaching and q.cue("was-done"):
        return _after_leaving(q, [i[0] for i in since])
    return None


def aggression_not_before(q: Question) -> Finding | None:
    """On "The Court will not be able to try aggression before 2017": as was agreed in Kampala, and as it came."""
    q.ignore("court", "act", "quantified", "number", "treaty")
    q.dates()
    asked = [i for t in q.prop.times if (i := when.interval(t.value, q.today)) is not None]
    if not (q.prop.negated or q.word("may-words") == "cannot") or len(asked) != 1:
        return None
    first = asked[0][0]
    if not q.cue("aggression-word") and not (first.year == 2017 and q.day() < DECIDED):
        return None  # "that crime" may be another
    text = "Jurisdiction over aggression could not be activated before 2017; it was, from 17 July 2018."
    if q.day() < DECIDED:
        text = "What was agreed in Kampala allows the Court to try aggression from 2017 at the earliest."
        holds = first.year == 2017 if q.day() >= AGREED else None
        return Finding(holds, text, text, SOURCE, (), ("15bis",), general=True, polar=False)
    return Finding(first.year in (2017, 2018), text, text, SOURCE, (), ("15bis",), general=True, polar=False)


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
    states = q.states() or [q.record.states[p] for p in q.named("people") if p in q.record.states]
    if len(states) != 1:
        return None
    state = states[0]
    found = membership(state, q.today)
    accepted = [d for d in q.acceptances(state) if d.valid]
    earlier = [d for d in accepted if d.effect_from and days and record_days.first(d.effect_from) < min(days)]
    if earlier and (q.named("state") or q.named("people")):
        d = earlier[0]
        text = f"{d.text} (lodged {q.words(d.on)})"
        return Finding(False, text, text, d.sources, (state.id, d.id), ("12",), polar=False)
    if found is not None and found.until is not None and all(found.since < d <= found.until for d in days):
        since, until = q.words(found.since.isoformat()), q.words(found.until.isoformat())
        why = f"{state.name} was a State Party from {since} to {until}."
        right = f"{why} The Court keeps its jurisdiction over crimes committed in that time (article 127)."
        return Finding(False, right, right, SOURCE, (state.id,), ("127",), general=True, polar=False)
    if found is None or _otherwise_open(q, state) or not all(d <= found.since for d in days):
        return None
    why = (
        f"{state.name} has been a State Party since {q.words(found.since.isoformat())}; without a declaration the "
        "Court can look only at crimes committed from then on (article 11)."
    )
    return Finding(True, why, why, SOURCE, (state.id,), ("11",), general=True, polar=False)


def _after_leaving(q: Question, days: list[date]) -> Finding | None:
    """On "From today no judge can look at anything that was done here", of a State whose exit takes effect then."""
    for state in q.states():
        found = membership(state, q.today)
        if found is None or found.until is None or not all(abs((d - found.until).days) <= 3 for d in days):
            continue
        since, until = q.words(found.since.isoformat()), q.words(found.until.isoformat())
        why = f"{state.name} was a State Party from {since} to {until}."
        right = f"{why} The Court keeps its jurisdiction over crimes committed in that time (article 127)."
        return Finding(False, right, right, SOURCE, (state.id,), ("127",), general=True, polar=False)
    return None


def _otherwise_open(q: Question, state: State) -> bool:
    """Whether a declaration or the Security Council may have opened the way for the Court all the same."""
    return bool(q.acceptances(state)) or any(
        r.kind == "referral" and q.known(r) and state.id in q.states_of(r.situation)
        for r in q.record.resolutions.values()
    )


def _is_of_the_treaty(span: Interval) -> bool:
    return span[0] <= ADOPTED <= span[1] and (span[1] - span[0]).days < 400


def _rule(holds: bool) -> Finding:
    return Finding(holds, FIRST, FIRST, SOURCE, (), ("11", "24"), general=True, polar=False)
