"""Who decides claims about announcements and notices of withdrawal, and about votes for them."""

from __future__ import annotations

from hague.checking import when
from hague.checking.joining import AHEAD, _acts, _acts_ahead, _each, _list, _sources, deposit_instrument
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.reading.model import Statement
from hague.record import days
from hague.record.model import Happening, State, StateEvent

OWN_STEPS = {
    "withdraw": ("withdrawal-announced", "withdrawal-notified"),
    "withdrawal-effect": ("withdrawal-announced", "withdrawal-notified"),
    "revoke-withdrawal": ("withdrawal-revoked", "instrument-recalled"),
    "unsign": ("unsigned",),
}
"""What a State does by saying so."""


def of_people(q: Question) -> list[State]:
    """The State behind an adjective: "the Philippine withdrawal"."""
    return [q.record.states[s] for s in q.named("people") or q.named("capital") if s in q.record.states]


def same_kind(q: Question, state: State) -> bool:
    """Whether a State is of the kind that the clause ranks: African, European, or any."""
    if q.cue("african-kind", "in-africa"):
        return state.regional_group == "african"
    if q.cue("asian-kind", "in-asia"):
        return state.regional_group == "asia-pacific"
    if q.cue("american-kind", "in-latin-america"):
        return state.regional_group == "grulac"
    if q.cue("in-eu", "in-europe") or "org:eu" in q.entities("org"):
        return state.regional_group in ("weog", "eastern-european")
    return True


def announce_withdrawal(q: Question) -> Finding | None:
    """On "X announced that it is leaving"."""
    states = q.states("subj") or q.states("by", "poss") or q.states()
    q.ignore("state", "treaty", "court", "person", "org", "capital")
    if not states:
        return None
    out = []
    for state in states:
        steps = _acts_ahead(q, state, "withdrawal-announced", "withdrawal-notified", "instrument-recalled")
        if not steps:
            out.append(Finding(None, f"No announcement of a withdrawal by {state.name} is on record."))
            continue
        near = [e for e in steps if q.today is None or days.first(e.on) <= q.today] or steps
        dates = q.dates()
        fits = [q.fits(e.on) for e in near] if dates else [True]
        holds = True if True in fits else None
        last = near[-1]
        words = f"{state.name} made its withdrawal known on {q.words(last.on)}."
        out.append(Finding(holds, words, words, _sources(near, state), (state.id,), ("127",)))
    return _each(q, out)


def notify_withdrawal(q: Question) -> Finding | None:
    """On "X notified the Secretary-General on 27 October 2016"; "none had arrived"."""
    states = q.states("subj") or q.states("by", "poss", "from") or q.states()
    if (
        q.cue("instrument-word", "papers")
        and not q.cue("notice-word")
        and states
        and not any(_acts(q, s, "withdrawal-announced", "withdrawal-notified") for s in states)
    ):
        return deposit_instrument(q)  # the paper by which it joined
    q.ignore("state", "treaty", "court", "person", "org", "capital", "time", "quantified")
    about = q.cue("leave", "leaving-near") or "anaphor.leave" in q.prop.roles
    others = [a.value for a in q.args("number", "plain", "state")] if q.cue("companions") else []
    if others and others != [str(len(states))]:
        return None  # "Two others that had filed notice"
    if not states or (q.cue("notice-of-what") and not q.cue("leave")):
        return None  # notice of something else
    out = []
    for state in states:
        notified = _acts(q, state, "withdrawal-notified")
        if not notified and not about and not q.prop.negated:
            return None
        if not notified:
            words = f"No notice of withdrawal by {state.name} had been recorded by {q.now}."
            out.append(Finding(False, words, words, _sources([], state), (state.id,), ("127",)))
            continue
        fits = [q.fits(e.on) for e in notified]
        words = f"{state.name} notified its withdrawal on {q.words(notified[-1].on)}."
        out.append(
            Finding(
                when.some(fits),
                words,
                words,
                _sources(notified, state),
                (state.id,),
                ("127",),
            )
        )
    if any(f.holds is False for f in out) and any(f.holds for f in out):
        return None
    return _each(q, out)


def count_notified(q: Question) -> Finding | None:
    """On "Three African governments have given notice": of announcements or notices on record."""
    numbers = [a.value or "" for a in q.args("number", "state")]
    q.ignore("state", "court", "treaty", "person", "org", "time", "number", "people")
    if len(numbers) != 1 or q.prop.negated or q.has("ordinal"):
        return None
    modifier, _, value = numbers[0].rpartition(" ")
    kinds = ("withdrawal-notified",) if q.cue("give-notice") else ("withdrawal-notified", "withdrawal-announced")
    made = []
    for state in q.record.states.values():
        steps = [e for e in _acts(q, state, *kinds) if q.fits(e.on)]
        if steps and same_kind(q, state):
            made.append(state)
    if not value.replace(".", "").isdigit():
        return None
    names = _list(made) if made else "none"
    right = f"By {q.now} these had announced or notified their withdrawal: {names}."
    n = float(value)
    holds = len(made) == n or (modifier == "at-least" and len(made) >= n)
    named = set(q.named("state"))
    ever = [s for s in q.record.states.values() if same_kind(q, s) and _acts(q, s, *OWN_STEPS["withdraw"])]
    if not holds and (not q.cue("give-notice") or n <= len(ever)):
        return None  # some of them, or an announcement that is not on record
    if named and not named <= {s.id for s in made}:
        return None
    sources = tuple(dict.fromkeys(x for s in made for e in _acts(q, s, *kinds) for x in e.sources))[:3]
    return Finding(holds, right, right, sources or ("untc-rome-statute",), tuple(s.id for s in made), ("127",))


def parliament_for_leaving(q: Question) -> Finding | None:
    """On "Parliament had backed the move in October 2016": votes of parliaments for a withdrawal, where on record."""
    states = q.states("poss", "of", "subj") or q.states() or of_people(q)
    q.ignore("state", "court", "treaty", "people", "capital", "org")
    if not states or q.prop.negated or q.number("vote"):
        return None
    for state in states:
        votes: list[StateEvent | Happening] = [e for e in state.history if e.event.startswith("withdrawal")]
        votes += [h for h in q.record.chronicle.values() if h.about == "withdrawal" and state.id in h.concerns]
        for vote in votes:
            text = vote.text or ""
            if q.known(vote) and any(w in text for w in ("arliament", "Assembly", "Senate")) and q.fits(vote.on):
                return Finding(True, text, None, vote.sources, (state.id,), ("127",))
    return None


def announcement(q: Question, said: Statement) -> Finding | None:
    """On "Burkina Faso, Mali and Niger said in September that they were leaving": the announcement is the step."""
    kinds = OWN_STEPS.get(q.prop.predicate, ())
    about = {a.entity for k, a in q.prop.roles.items() if a.entity and k.startswith("state.") and a.value != "context"}
    speaker = said.speaker or ""
    states = [
        q.record.states[e]
        for e in sorted(e for e in about if e in q.record.states)
        if e == said.speaker_entity or q.record.states[e].name in speaker
    ]
    if not states or q.prop.negated or q.prop.question or said.mode != "indirect":
        return None
    on = when.interval(said.on, q.today) if said.on else None
    facts: list[StateEvent] = []
    for state in states:
        steps = [
            e
            for e in state.history
            if e.event in kinds
            and q.today
            and days.first(e.on) <= q.today + AHEAD
            and (on is None or (days.first(e.on) - AHEAD <= on[1] and on[0] <= days.last(e.on) + AHEAD))
        ]
        if not steps:
            return None
        facts.append(steps[0])
    right = " ".join(
        f"{state.name} took this step on {q.words(step.on)}." for state, step in zip(states, facts, strict=True)
    )
    return Finding(True, right, right, facts[0].sources, tuple(s.id for s in states), ("127",))
