"""Who decides claims about deaths: when, where, in custody or not."""

from __future__ import annotations

from hague.checking.cases import _on, _phrase, in_play
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record.model import Person, PersonEvent


def died(q: Question) -> Finding | None:
    persons = in_play(q, "subj", "of", "poss", "obj")
    q.ignore("court", "otp", "people", "situation", "city", "org", "capital", "state", "place", "act")
    counted = [slot for slot, _ in q.slots("number") if slot not in ("year", "month", "week", "day", "plain")]
    if not persons or (counted and not (counted == ["person"] and q.has("person", "subj", "obj"))):
        return None
    q.ignore("number")
    p = persons[0]
    events = q.events(p, "died", "death-reported")
    if not events:
        return None
    holds, shown = _on(q, p, events)
    right = _phrase(q, shown.event, p, shown)
    where = _died_where(q, p, shown)
    if where is not None:
        return where
    if holds and q.cue("in-custody", "behind-bars", "detention-place"):
        text = f"{shown.text or ''} {shown.place or ''}".lower()
        at_home = "home" in text or "house" in text
        holds = True if "detention" in text or "custody" in text else (False if at_home else None)
        right = f"{right} {shown.text or ''}".rstrip()
        return Finding(holds, right, right, shown.sources, (p.id,), final=True)
    return Finding(holds, right, right, shown.sources, (p.id,))


NEAR = 24
"""Characters within which a place after the verb is that of the death."""


def _died_where(q: Question, p: Person, shown: PersonEvent) -> Finding | None:
    """Of "He was killed in Doha": wrong where the record has the death in another country."""
    verb = q.prop.roles.get("cue.die")
    if verb is None or not shown.place or q.prop.negated or q.prop.hedge:
        return None
    near = [
        a
        for kind in ("state", "capital")
        for a in q.args(kind, "in", "at", "near")
        if a.entity in q.record.states and a.value is None and 0 < a.span.start - verb.span.end <= NEAR
    ]
    text = shown.text or ""
    if len(near) != 1 or near[0].entity == f"state:{shown.place}":
        return None
    state = q.record.states[near[0].entity or ""]
    if state.name in text or (state.capital or "?") in text:
        return None
    right = f"{_phrase(q, shown.event, p, shown)} {text}".rstrip()
    return Finding(False, right, right, shown.sources, (p.id,), final=True)
