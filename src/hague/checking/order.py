"""Who decides claims about the order in which States joined: the first to ratify, the newest member."""

from __future__ import annotations

from datetime import date

from hague.checking import regions
from hague.checking.announcements import same_kind
from hague.checking.joining import _acts, _lone, _order, _sources, _standing, _status_words
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.checking.strength import LEAST_PARTIES, _compare
from hague.record import days
from hague.record.membership import DEPOSITS, membership
from hague.record.model import State


def newest_member(q: Question) -> Finding | None:
    """On "Armenia is the newest member", "was the last to join before Ukraine": by the days on which they joined."""
    before = q.states("before")
    states = [s for s in q.states("subj", "outer") or _lone(q) if s not in before]
    q.ignore("state", "treaty", "court", "superlative", "person", "people")
    if len(states) != 1 or q.prop.negated or q.has("people") or q.cue("in-africa", "in-asia", "in-europe"):
        return None
    state = states[0]
    found = membership(state, q.today)
    words, events = _status_words(q, state)
    if found is None:
        return Finding(False, words, words, _sources(events, state), (state.id,))
    limits = [m.since for s in before if (m := membership(s, q.today))]
    if before and not limits:
        return None
    joined = [
        (m.since, m.deposit.on, s)
        for s in q.record.states.values()
        if (m := membership(s, q.today)) and (not limits or m.since < min(limits)) and s not in before
    ]
    earlier = q.prop.tense == "past" and q.word("is-be") == "been"
    if earlier and q.dates() and q.fits(found.since.isoformat(), found.deposit.on):
        joined = [x for x in joined if x[0] <= found.since]  # "had been the last, in February"
    latest = max(joined, key=lambda x: (x[0], x[2].id))
    last = {latest[2].id, max(joined, key=lambda x: (x[1], x[2].id))[2].id}
    right = f"{latest[2].name} was the last to join, on {q.words(latest[0].isoformat())}."
    holds: bool | None = state.id in last
    said = q.number("member")
    if said is not None:  # "It has 105 members, the latest being Japan"
        count = len(_standing(q.record, q.day())[0])
        right += f" {count} States were Party on {q.now}."
        holds = holds and _compare(count, *said)
    if holds and q.dates():
        holds = q.fits(found.since.isoformat(), found.deposit.on)
    return Finding(holds, right, right, _sources(events, state), (state.id, latest[2].id), ("125", "126"))


def first_to_ratify(q: Question) -> Finding | None:
    """On "Senegal was the first country to ratify": the earliest deposit, in the world or in a group of States."""
    states = q.states("subj", "outer") or _lone(q)
    states = states or [q.record.states[s] for s in q.named("capital", "subj", "outer") if s in q.record.states]
    q.ignore("state", "treaty", "court", "superlative", "ordinal", "people", "capital", "city")
    if len(states) != 1 or q.prop.negated:
        return None
    deposits = [
        (days.first(e.on), s)
        for s in q.record.states.values()
        if same_kind(q, s)
        for e in s.history
        if e.event in DEPOSITS
    ]
    group = set(q.entities("state", "of", "among"))
    if len(group) > 1:  # "the first of the three"
        deposits = [(day, s) for day, s in deposits if s.id in group]
    if not deposits or (group and states[0].id not in group):
        return None
    if q.has("ordinal", "of", "among") or q.cue("among-first"):
        return _among_the_first(q, states[0])
    _, first = min(deposits, key=lambda x: (x[0], x[1].id))
    event = next(e for e in first.history if e.event in DEPOSITS)
    right = f"The first was {first.name}, on {q.words(event.on)}."
    holds: bool | None = first.id == states[0].id
    if holds and q.dates():
        holds = q.fits(event.on)
    return Finding(holds, right, right, event.sources, (first.id,), ("125",))


def _among_the_first(q: Question, state: State) -> Finding | None:
    """On "one of the first to ratify": among the first half of those whose instruments brought the Statute into
    force; of the others nothing is said."""
    deposits = _acts(q, state, *DEPOSITS)
    number = q.number("state")
    if number is not None and deposits and not number[0]:
        before = [s for s in q.record.states.values() if s.id != state.id
                  and any(days.first(e.on) < days.first(deposits[-1].on) for e in _acts(q, s, *DEPOSITS))]  # fmt: skip
        right = f"{len(before)} States had ratified before {state.name}, which did on {q.words(deposits[-1].on)}."
        holds = len(before) < number[1] and q.fits(deposits[-1].on)
        return Finding(holds, right, right, _sources(deposits, state), (state.id,), ("125", "126"))
    if not deposits or not 0 < _order(q, state) <= LEAST_PARTIES // 2 or q.fits(deposits[-1].on) is not True:
        return None
    right = f"{state.name} was number {_order(q, state)}, on {q.words(deposits[-1].on)}."
    return Finding(True, right, right, _sources(deposits, state), (state.id,), ("125", "126"))


MANY = 5
"""So many of a kind that one of them must have joined before the one in the news."""


def none_of_kind(q: Question) -> Finding | None:
    """On "No Asian country had ever joined": wrong where many of them have."""
    if not any(a.value == "none" for a in q.args("quantified")) or q.prop.hedge or q.dates():
        return None
    joined = [s for s in q.record.states.values() if same_kind(q, s) and _acts(q, s, *DEPOSITS)]
    q.ignore("state", "court", "treaty", "people")
    if 0 < len(joined) < MANY:
        return None
    if not joined:
        why = f"None of them had joined by {q.now}."
        return Finding(True, why, why, ("untc-rome-statute",), ("icc",), ("125",), polar=False)
    first = min(joined, key=lambda s: (days.first(_acts(q, s, *DEPOSITS)[0].on), s.id))
    q.guessed = False
    right = f"{first.name} was the first of them, on {q.words(_acts(q, first, *DEPOSITS)[0].on)}."
    return Finding(False, right, right, _sources(_acts(q, first, *DEPOSITS), first), (first.id,), ("125",), polar=False)


def expelled(q: Question) -> Finding | None:
    """On "The judges may suspend its membership": the Statute knows of no expulsion and no suspension."""
    if q.prop.question:
        return None
    right = (
        "The Statute knows no expulsion and no suspension of a State Party. Judges may find that it failed to "
        "cooperate and refer it to the Assembly or the Security Council; only a State itself can withdraw."
    )
    return Finding(False, right, right, ("rome-statute",), ("icc",), ("87", "127"), general=True)


def nth_ratification(q: Question) -> Finding | None:
    """On "The sixtieth ratification was deposited on 11 April 2002", "passed sixty ratifications in April"."""
    ranks = [a.value or "" for a in (*q.args("ordinal"), *q.args("number", "ratification"))]
    q.ignore("court", "treaty", "org", "city")
    firsts = sorted(
        (days.first(es[0].on), s.id)
        for s in q.record.states.values()
        if (es := [e for e in s.history if e.event in DEPOSITS and q.known(e)])
    )
    if len(ranks) != 1 or not ranks[0].isdigit() or q.prop.negated or not 1 <= int(ranks[0]) <= len(firsts):
        return None
    if q.has("state"):
        return _nth_is(q, int(ranks[0]), firsts)
    day, ident = firsts[int(ranks[0]) - 1]
    right = f"Number {ranks[0]} was deposited on {q.words(day.isoformat())}."
    holds = q.fits(day.isoformat())
    return Finding(holds, right, right, q.record.states[ident].sources[:1], (ident,), ("125", "126"))


def _nth_is(q: Question, rank: int, firsts: list[tuple[date, str]]) -> Finding | None:
    """On "The second ratification from Africa was Ghana's"."""
    meant = q.states("poss", "by", "of", "obj", "subj")
    region = regions.named(q.word("region-word") or "")
    african = q.cue("in-africa", "african-one")
    if len(meant) != 1 or (region is not None and region.perhaps) or q.has("region") or q.has("org"):
        return None
    if region is not None:
        firsts = [f for f in firsts if f[1] in region.states]
    elif african:
        firsts = [f for f in firsts if q.record.states[f[1]].regional_group == "african"]
    elif q.cue("in-asia", "in-europe"):
        return None
    if not rank <= len(firsts) or meant[0].id not in {s for _, s in firsts}:
        return None
    day, ident = firsts[rank - 1]
    shared = {s for d, s in firsts if d == day}
    right = f"Number {rank} of them was {q.record.states[ident].name}, on {q.words(day.isoformat())}."
    sources = q.record.states[ident].sources[:1]
    return Finding(meant[0].id in shared, right, right, sources, (ident, meant[0].id), ("125", "126"))
