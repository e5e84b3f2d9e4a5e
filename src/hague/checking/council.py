"""Who decides claims about votes of the Security Council: who abstained, voted against or for, and how many."""

from __future__ import annotations

from datetime import date, timedelta

from hague.checking.joining import _list
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.checking.referrals import vetoed
from hague.checking.strength import _compare
from hague.record import days
from hague.record.model import Resolution

ROME = date(1998, 7, 17)
NEWS = timedelta(days=60)
"""How long a vote may be meant though it is not named."""
FRESH = timedelta(days=10)
"""How long it is the news of the day: later another vote of the Council may be meant."""


AT_ROME = {"for": 120, "against": 7, "abstained": 21}
"""How States voted on the Statute on 17 July 1998."""


def _at_rome(q: Question, way: str) -> Finding | None:
    """On "At the Rome conference 120 States voted for the Statute, seven against"."""
    numbers = [a.value or "" for a in q.args("number", "state", "member", "vote", "plain", "person")]
    if not numbers or q.prop.negated or any(not n.isdigit() for n in numbers):
        return None
    q.ignore("capital", "city", "treaty", "court", "time", "state", "org")
    right = "The Statute was adopted on 17 July 1998 by 120 votes to 7, with 21 abstentions."
    told = {int(n) for n in numbers}
    holds = told <= set(AT_ROME.values()) and (len(told) > 1 or told == {AT_ROME[way]})
    return Finding(holds, right, right, ("rome-statute", "untc-rome-statute"), ("icc",), ("125",))


NO_AT_ROME = {"state:USA", "state:CHN", "state:ISR", "state:IRQ", "state:LBY", "state:QAT", "state:YEM"}
"""Who is known, or said, to have voted against."""


def _one_at_rome(q: Question, way: str) -> Finding | None:
    """On "Washington abstained", of the vote on the Statute in the days after it."""
    who = set(q.named("state"))
    if not who or q.prop.negated or not 0 <= (q.day() - ROME).days <= NEWS.days or q.dates():
        return None
    q.ignore("capital", "city", "treaty", "court", "state", "org", "people")
    right = "The United States, China and Israel said that they had voted against the Statute, adopted by 120 to 7."
    if way != "against" and who <= NO_AT_ROME:
        return Finding(False, right, right, ("rome-statute", "untc-rome-statute"), ("icc",), ("125",))
    return None


def vote(q: Question) -> Finding | None:
    """On "China abstained", "Russia and China vetoed the draft", "four members abstained"."""
    if q.prop.question or (q.prop.hedge is not None and not q.prop.hedge.startswith("possible")):
        return None
    way = "abstained" if q.cue("abstain") else ("against" if q.cue("veto", "vote-against") else "for")
    number = q.number("member") or q.number("state") or q.number("vote")
    in_rome = any("rome" in (a.entity, a.value) for a in q.args("city", "in", "at"))
    if in_rome and not q.named("state") and not q.cue("security-council"):
        return _at_rome(q, way)
    if (found := _one_at_rome(q, way)) is not None:
        return found
    pool, sure = _meant(q)
    if not pool:
        return None
    if not sure:
        q.guessed = True
    acting = [s for s in q.named("people") if s not in q.named("people", "obj")]  # not those of "a French text"
    voters = [s for s in dict.fromkeys((*q.named("state"), *acting)) if not _at_stake(q, pool, s)]
    q.ignore("state", "people", "org", "court", "situation", "place", "resolution", "number", "quantified", "capital")
    fits = q.dates()
    results = []
    for r in pool:
        if fits and q.fits(r.on) is not True:
            continue
        ways = _ways(r)
        if q.cue("no-dissent"):
            results.append(((not ways["against"]) != q.prop.negated, r))  # the denial is in the words
        elif voters:
            results.append((set(voters) <= ways[way], r))
        elif number is not None:
            results.append((_compare(len(ways[way]), number[0].removeprefix("all"), number[1]), r))
        elif way == "against" and not q.prop.negated and not q.has("quantified"):
            results.append((bool(ways[way]), r))  # "against the vote of one member"
        elif any(a.value == "none" for a in q.args("quantified")):
            results.append((bool(ways[way]), r))
    if not results:
        return None
    holds, r = next((x for x in results if x[0] != q.prop.negated), results[0])
    right = _told(q, r)
    cited = q.has("resolution") and q.past()  # however many States it names, they are those of one vote
    return Finding(holds, right, right, r.sources, (r.id, "org:unsc"), ("13", "16"), general=cited)


def veto_of_referral(q: Question) -> Finding | None:
    """On "Russia and China vetoed the referral of Syria"."""
    return vote(q) or vetoed(q)


def _ways(r: Resolution) -> dict[str, set[str]]:
    abstained, against = set(r.abstained), set(r.against)
    return {"abstained": abstained, "against": against, "for": set(r.council) - abstained - against}


def _meant(q: Question) -> tuple[list[Resolution], bool]:
    """The votes that the clause may be about, and whether that is sure enough to call it wrong."""
    known = [r for r in q.record.resolutions.values() if r.council and q.known(r)]
    cited = [a.value for a in q.args("resolution") if a.value]
    found = [r for r in known if any(c in r.symbol for c in cited)]
    if cited:
        return found, True
    recent = [r for r in known if q.day() - days.first(r.on) <= NEWS]
    meant = set(q.entities("situation")) | {
        s.id for state in (*q.entities("state"), *q.entities("people")) for s in q.situations_of(state)
    }
    named = set(q.named("state"))
    own = [
        r
        for r in known
        if r.situation in meant or (r.scope is not None and any(f"state:{p}" in named for p in r.scope.places))
    ]
    both = [r for r in recent if r in own]
    named_it = q.cue("refer", "draft-word")
    fresh = [r for r in both or recent if q.day() - days.first(r.on) <= FRESH]
    if both or recent:
        return both or recent, bool(fresh) or named_it
    return own, named_it or q.cue("resolution-word", "security-council") or "org:unsc" in q.entities("org")


def _at_stake(q: Question, pool: list[Resolution], state: str) -> bool:
    """Whether a State is that of the situation voted on, and so no voter."""
    place = state.removeprefix("state:")
    return all(
        state not in r.council
        and (state in q.states_of(r.situation) or (r.scope is not None and place in r.scope.places))
        for r in pool
    )


def _told(q: Question, r: Resolution) -> str:
    ways = _ways(r)

    def named(ids: set[str]) -> str:
        return _list(sorted((q.record.states[s] for s in ids), key=lambda s: s.name))

    parts = [f"{len(ways['for'])} members voted for {r.symbol}"]
    parts += [f"{named(ways['abstained'])} abstained"] if ways["abstained"] else ["nobody abstained"]
    parts += [f"{named(ways['against'])} voted against it"] if ways["against"] else ["nobody voted against it"]
    return f"On {q.words(r.on)} " + ", ".join(parts) + "."
