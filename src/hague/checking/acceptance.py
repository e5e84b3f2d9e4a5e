"""Who decides claims about acceptance of jurisdiction without membership, and of amendments."""

from __future__ import annotations

from hague.checking import when
from hague.checking.joining import _acts, _each, _sources, _status_words
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record.membership import is_party


def accept_jurisdiction(q: Question) -> Finding | None:
    """On "Armenia accepted the jurisdiction back to 10 May 2021": declarations under article 12(3)."""
    states = q.states("subj", "by") or q.states()
    q.ignore("state", "court", "treaty", "article", "person", "city", "situation")
    if not states or q.prop.negated:
        return None
    state = states[0]
    made = [d for d in q.record.declarations.values() if d.state == state.id and d.kind == "12(3)" and q.known(d)]
    valid = [d for d in made if d.valid]
    if not valid:
        if is_party(state, q.day(), q.today):
            return None
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
            fits = [True if True in e else (None if None in e else False) for e in each]
            every.append(False if False in fits else (None if None in fits else True))
        holds = True if True in every else (None if None in every else False)
        on = [d.on for d in valid]
        if holds is False and len(dates) > 1 and q.fits(*on):
            holds = True
    last = valid[-1]
    right = " ".join(f"{d.text} (lodged {q.words(d.on)})" for d in valid)
    return Finding(holds, right, right, tuple(s for d in valid for s in d.sources), (state.id, last.id), ("12(3)",))


def recognise_jurisdiction(q: Question) -> Finding | None:
    """On "Israel does not recognise its jurisdiction": a State that is no Party and has not accepted it."""
    states = q.states("subj") or q.states("by") or q.states()
    q.ignore("state", "court", "treaty", "person")
    if not states or q.has("quantified"):
        return None
    out = []
    for state in states[:3]:
        party = is_party(state, q.day(), q.today)
        accepted = [
            d
            for d in q.record.declarations.values()
            if d.state == state.id and d.kind == "12(3)" and d.valid and q.known(d)
        ]
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


def ratify_amendment(q: Question) -> Finding | None:
    """On "X has ratified the Kampala amendments"."""
    states = q.states("subj", "by") or q.states()
    q.ignore("state", "court", "treaty")
    if not states or q.cue("parliament"):
        return None
    wanted = (
        "aggression-2010"
        if (q.has("act") and "aggression" in q.acts()) or "kampala" in (q.word("amendment") or "")
        else None
    )
    if wanted is None:
        return None
    state = states[0]
    taken = [e for e in _acts(q, state, "amendment-accepted") if e.amendment and wanted in e.amendment]
    if not taken:
        right = f"No acceptance of the amendment on aggression by {state.name} is on record."
        return Finding(False, right, right, _sources([], state), (state.id,), ("121",))
    right = f"{state.name} deposited its acceptance on {q.words(taken[-1].on)}."
    return Finding(q.fits(taken[-1].on), right, right, taken[-1].sources, (state.id,), ("121",))


def declare_124(q: Question) -> Finding | None:
    """On "X used article 124 to keep war crimes out for seven years"."""
    states = q.states("subj") or q.states()
    q.ignore("article", "state", "number", "court", "treaty", "act", "time")
    if not states or q.prop.negated:
        return None
    made = [d for d in q.record.declarations.values() if d.state == states[0].id and d.kind == "124" and q.known(d)]
    if not made:
        right = f"No declaration of {states[0].name} under article 124 is on record."
        return Finding(False, right, right, states[0].sources[:1], (states[0].id,), ("124",))
    return Finding(True, made[-1].text, None, made[-1].sources, (states[0].id, made[-1].id), ("124",))
