"""Who decides claims about acceptance of jurisdiction without membership, and of amendments."""

from __future__ import annotations

from hague.checking import when
from hague.checking.joining import AHEAD, _acts, _each, _sources, _status_words, ratify
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.checking.strength import _compare
from hague.record import days
from hague.record.membership import DEPOSITS, is_party
from hague.record.model import State, StateEvent


def accept_jurisdiction(q: Question) -> Finding | None:
    """On "Armenia accepted the jurisdiction back to 10 May 2021": declarations under article 12(3)."""
    states = q.states("subj", "by") or q.states()
    states = states or [q.record.states[s] for s in q.named("people", "subj", "by") if s in q.record.states]
    q.ignore("state", "court", "treaty", "article", "person", "city", "situation", "people")
    never = q.word("ever") == "never" and q.prop.tense != "future" and not q.has("number")
    if not states or (q.prop.negated and (not never or q.dates() or is_party(states[0], q.day(), q.today))):
        return None
    state = states[0]
    made = q.acceptances(state)
    valid = [d for d in made if d.valid]
    if made and not valid:
        lodged = [d for d in made if q.fits(d.on)]
        if lodged and q.cue("declaration", "deposit", "notify"):
            return Finding(True, lodged[-1].text, None, lodged[-1].sources, (state.id, lodged[-1].id), ("12(3)",))
        return None
    if not valid:
        if is_party(state, q.day(), q.today):
            return None
        lodged = [
            d
            for d in q.record.declarations.values()
            if d.state == state.id and d.kind == "12(3)" and days.first(d.on) <= q.day() + AHEAD
        ]
        if lodged:  # or about to be, though it is not known yet
            d = lodged[-1]
            told = [x for x in (d.effect_from, d.scope.from_ if d.scope else None) if x]
            if not q.dates() or not q.fits(*told):
                return None
            return Finding(True, d.text, None, d.sources, (state.id, d.id), ("12(3)",))
        words, events = _status_words(q, state)
        right = f"No valid declaration of {state.name} accepting jurisdiction is on record. {words}"
        return Finding(False, right, right, _sources(events, state), (state.id,), ("12(3)",))
    dates = q.dates()
    holds: bool | None = True
    if dates:
        every = []
        for d in valid:
            scope = (d.scope.from_, d.scope.to) if d.scope else ()
            options = [x for x in (d.on, d.public_on, d.effect_from, d.effect_to, *scope) if x]
            each = [[when.agrees(x, "on", asked) for x in options] for _, asked in dates]
            fits = [when.some(e) for e in each]
            every.append(when.every(fits))
        holds = when.some(every)
        on = [d.on for d in valid]
        if holds is False and len(on) > 1 and all(True in [when.agrees(d, "on", i) for d in on] for _, i in dates):
            holds = True  # "in 2014 and once more in 2015"
        if holds is False and len(dates) > 1 and not {"since", "until"} & {r for r, _ in dates} and q.fits(*on):
            holds = True
    last = valid[-1]
    right = " ".join(f"{d.text} (lodged {q.words(d.on)})" for d in valid)
    return Finding(holds, right, right, tuple(s for d in valid for s in d.sources), (state.id, last.id), ("12(3)",))


def recognise_jurisdiction(q: Question) -> Finding | None:
    """On "Israel does not recognise its jurisdiction": a State that is no Party and has not accepted it."""
    states = q.states("subj") or q.states("by") or q.states()
    if q.has("court", "subj") and not q.has("state", "subj"):
        return None  # it is the Court that accepts
    q.ignore("state", "court", "treaty", "person")
    if not states or q.has("quantified"):
        return None
    out = []
    for state in states[:3]:
        party = is_party(state, q.day(), q.today)
        accepted = [d for d in q.acceptances(state) if d.valid]
        if (party or accepted) and q.dates():
            return accept_jurisdiction(q)
        positions = [
            p
            for p in q.record.positions.values()
            if p.holder == state.id and q.known(p) and p.stance in ("contests-jurisdiction", "dismisses", "opposes")
        ]
        words, events = _status_words(q, state)
        if party or accepted:
            if positions:
                return None
            text = (
                words
                if party
                else f"{state.name} has accepted jurisdiction by declaration of {q.words(accepted[-1].on)}."
            )
            out.append(Finding(True if not q.prop.negated else None, text, text, _sources(events, state), (state.id,)))
        else:
            text = f"{words} It has lodged no declaration accepting jurisdiction."
            out.append(Finding(False, text, text, _sources(events, state), (state.id, *(p.id for p in positions[:1]))))
    return _each(q, out)


def jurisdiction_by_membership(q: Question) -> Finding | None:
    """On "Its power over Darfur comes from Sudan's membership": a State that never was a Party gives none."""
    states = q.states("poss", "of", "by") or q.states()
    q.ignore("state", "court", "situation", "place", "person", "people")
    if len(states) != 1 or q.prop.negated:
        return None
    words, events = _status_words(q, states[0])
    if _acts(q, states[0], *DEPOSITS):
        return None  # a Party: whether its membership is the ground, or a referral, the situation tells
    return Finding(False, words, words, _sources(events, states[0]), (states[0].id,), ("12",))


def ratify_amendment(q: Question) -> Finding | None:
    """On "X has ratified the Kampala amendments"."""
    states = q.states("subj", "by") or q.states()
    q.ignore("state", "court", "treaty")
    if not states or q.cue("parliament"):
        return None
    wanted, named = _amendment(q), q.has("act") or q.has("article") or "kampala" in (q.word("amendment") or "")
    out = []
    for state in states:
        every = _acts(q, state, "amendment-accepted")
        taken = [e for e in every if e.amendment and wanted in e.amendment]
        if not taken and every and not named:
            return None  # it may be another amendment that is meant
        right = f"No acceptance of the amendment on aggression by {state.name} is on record."
        if taken:
            right = f"{state.name} deposited its acceptance on {q.words(taken[-1].on)}."
        holds = q.fits(taken[-1].on) if taken else False
        out.append(Finding(holds, right, right, _sources(taken, state), (state.id,), ("121",)))
    return _each(q, out)


def ratify_either(q: Question) -> Finding | None:
    """On "Germany ratified in 2013": the Statute, or the amendment of which the report speaks."""
    if not q.cue("amendment-near") or q.has("treaty"):
        return ratify(q)
    for found in (ratify_amendment(q), ratify(q)):
        if found is not None and found.holds is not None and found.holds != q.prop.negated:
            return found
    return Finding(None, "It may be the Statute that is meant, or the amendment.", final=True)


_AMENDMENTS = {
    "aggression-2010": ("aggression", "kampala"),
    "art8-2010-weapons": ("weapons", "poison", "bullets"),
    "art8-2019-starvation": ("starvation",),
    "art124-2015": ("124",),
}
"""Amendments by words that tell them apart; the Kampala amendment of which news speaks is that on aggression."""


def _amendment(q: Question) -> str:
    """Which amendment the clause means: that on aggression, unless it names another matter."""
    words = " ".join((*q.acts(), *(a.value or "" for a in q.args("article")), q.word("amendment") or ""))
    return next((ident for ident, signs in _AMENDMENTS.items() if any(s in words for s in signs)), "aggression-2010")


def _taken(q: Question, ident: str) -> list[tuple[str, State, StateEvent]]:
    """Who has accepted an amendment by the day of the report, in the order of deposit."""
    return sorted(
        ((e.on, s, e) for s in q.record.states.values() for e in _acts(q, s, "amendment-accepted")
         if e.amendment == f"amendment:{ident}"),
        key=lambda x: (days.last(x[0]), x[1].id),
    )  # fmt: skip


def count_ratified_amendment(q: Question) -> Finding | None:
    """On "Thirty-five of the 123 members have ratified the amendment on aggression"."""
    numbers = [a.value or "" for a in q.args("number", "plain", "state", "member")]
    q.ignore("court", "treaty", "state", "people", "act", "article")
    if not numbers or q.prop.negated or q.dates():
        return None
    taken = _taken(q, _amendment(q))
    count, members = len(taken), sum(is_party(s, q.day(), q.today) for s in q.record.states.values())
    modifier, _, value = numbers[0].rpartition(" ")
    if len(numbers) > 2 or not taken or (len(numbers) == 2 and float(numbers[1].rpartition(" ")[2]) != members):
        return None
    right = f"{count} States had accepted the amendment by {q.now}."
    near = _compare(count, modifier, float(value))
    # the list of acceptances has gaps, and a deposit reaches it some days later
    holds: bool | None = True if near else (None if abs(count - float(value)) <= 6 or modifier else False)
    return Finding(holds, right, right, taken[-1][2].sources, (f"amendment:{_amendment(q)}",), ("121",))


def rank_ratified_amendment(q: Question) -> Finding | None:
    """On "Liechtenstein was the first to ratify the amendment, Palestine the 30th"."""
    states = q.states("subj", "outer") or q.states()
    ranks = [int(float(a.value)) for a in q.args("ordinal") if a.value]
    q.ignore("state", "court", "treaty", "act", "superlative", "article", "number")
    if len(states) != len(ranks) or not states or q.prop.negated or q.dates():
        return None
    taken = _taken(q, _amendment(q))
    order = [s.id for _, s, _ in taken]
    shown = []
    for state, rank in zip(states, ranks, strict=True):
        if not order or rank > len(order):
            return None
        day = taken[rank - 1][0]
        shown.append(f"Number {rank} was {taken[rank - 1][1].name}, on {q.words(day)}.")
        if not any(s.id == state.id and abs((days.first(on) - days.first(day)).days) <= 1 for on, s, _ in taken):
            right = " ".join(shown)
            return Finding(False, right, right, taken[rank - 1][2].sources, (state.id,), ("121",))
    right = " ".join(shown)
    return Finding(True, right, None, taken[ranks[0] - 1][2].sources, tuple(s.id for s in states), ("121",))


CRIMES = frozenset(("war-crime", "genocide", "crime-against-humanity", "aggression"))


def only_124(q: Question) -> Finding | None:
    """On "No other state has ever used article 124", "the third to use it": who made the declaration, in order."""
    made = sorted(
        (d for d in q.record.declarations.values() if d.kind == "124" and q.known(d)), key=lambda d: days.first(d.on)
    )
    order = [d.state for d in made]
    named, rank, number = set(q.named("state")), q.args("ordinal"), q.number("state")
    states = [s.id for s in q.states()]
    q.ignore("article", "state", "number", "court", "treaty", "act", "quantified", "ordinal", "superlative", "person")
    if not made or q.dates() or q.has("region") or q.cue("region-word", "in-latin-america", "in-europe", "in-eu"):
        return None
    right = "Declarations under article 124: " + ", ".join(
        f"{q.record.states[d.state].name} ({q.words(d.on)})" for d in made
    )
    sources = tuple(dict.fromkeys(x for d in made for x in d.sources))
    if rank and rank[0].value:
        if len(states) != 1 or states[0] not in order:
            return None
        holds: bool | None = order.index(states[0]) + 1 == int(float(rank[0].value))
    elif number is not None:
        holds = number[1] == len(order)
    elif len(named) > 1:
        holds = named == set(order) or (named == set(order[:-1]) and q.cue("before-word"))
    else:
        holds = len(order) == 1 and (not states or order == states)
        q.guessed = False  # with two of them on record nobody is the only one
    return Finding(holds, right + ".", right + ".", sources, tuple(order), ("124",), polar=False)


def declare_124(q: Question) -> Finding | None:
    """On "X used article 124 to keep war crimes out for seven years"."""
    states = q.states("subj") or q.states()
    years = q.number("year")
    q.ignore("article", "state", "number", "court", "treaty", "act", "time", "person", "people")
    if not states or (q.cue("exclude-words") and years is None and not q.has("article")):
        return None
    keeps_out = q.cue("exclude-words", "beyond-power") or (q.prop.negated and q.cue("recognise", "prosecute"))
    if not keeps_out and not q.has("article"):
        return None
    acts = {a.partition("/")[0] for a in q.acts()}
    if not q.has("article") and not acts & CRIMES:
        return None
    made = [
        d
        for d in q.record.declarations.values()
        if d.state == states[0].id and d.kind == "124" and days.first(d.on) <= q.day() + AHEAD
    ]  # a law that joins speaks of it before the paper does
    denied = q.prop.negated and not keeps_out
    if not made:
        right = f"No declaration of {states[0].name} under article 124 is on record."
        return Finding(denied, right, right, states[0].sources[:1], (states[0].id,), ("124",), polar=False)
    holds = not denied and (years is None or years[1] == 7)
    if acts and not acts <= {"war-crime"} and not denied:
        holds = False
    text = made[-1].text
    return Finding(holds, text, text, made[-1].sources, (states[0].id, made[-1].id), ("124",), polar=False)
