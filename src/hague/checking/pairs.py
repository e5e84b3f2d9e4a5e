"""Who belongs to a group that the news of these days is about: "Chile is one, Mexico the other", "Its co-signers are
Bangladesh and Bolivia", "The second country she named was Venezuela", "That neighbour is Lithuania"."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from hague.checking.joining import _list
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record import days

NEWS = timedelta(days=14)
STEPS = (
    "examination-opened",
    "examination-made-public",
    "examination-closed",
    "investigation-opened",
    "investigation-concluded",
    "not-to-investigate",
)
"""Steps that the Prosecutor may take in several situations on one day."""


class Group(NamedTuple):
    states: frozenset[str]
    told: str
    sources: tuple[str, ...]
    ids: tuple[str, ...]
    beside: frozenset[str]
    """The States that the step was about, where others took it."""


def _referrers(q: Question) -> list[Group]:
    out = []
    for s in q.record.situations.values():
        for e in s.history:
            if e.event == "state-referral" and q.known(e) and q.day() - days.first(e.on) <= NEWS:
                by = frozenset(b for b in e.by if b in q.record.states)
                who = _list(sorted((q.record.states[b] for b in by), key=lambda x: x.name)) if by else ""
                told = f"{s.name} was referred by {who} on {q.words(e.on)}."
                out.append(Group(by, told, e.sources, (s.id,), frozenset(s.states)))
    return out


def _together(q: Question) -> list[Group]:
    """The States in whose situations the same step was taken on the same day."""
    by_day: dict[tuple[str, str], list[tuple[str, str, tuple[str, ...]]]] = {}
    for s in q.record.situations.values():
        for e in s.history:
            if e.event in STEPS and q.known(e) and q.day() - days.first(e.public_on or e.on) <= NEWS and s.states:
                by_day.setdefault((e.event, e.public_on or e.on), []).append((s.id, s.states[0], e.sources))
    out = []
    for (event, on), found in by_day.items():
        states = frozenset(state for _, state, _ in found)
        if len(states) < 2:
            continue
        who = _list(sorted((q.record.states[x] for x in states), key=lambda x: x.name))
        told = f"The situations of that day ({q.words(on)}, {event.replace('-', ' ')}) were those in {who}."
        sources = tuple(dict.fromkeys(x for _, _, each in found for x in each))
        out.append(Group(states, told, sources, tuple(s for s, _, _ in found), frozenset()))
    return out


def of_the_news(q: Question) -> Finding | None:
    """Whether the States that a clause names are those of one group of the news."""
    if q.prop.negated or q.prop.hedge or q.prop.conditional or q.dates():
        return None
    named = set(q.named("state"))
    q.ignore("state", "people", "number", "ordinal", "place", "capital", "person", "court", "situation")
    groups = _referrers(q)
    if q.cue("that-neighbour"):
        return _sole(q, named, [g for g in groups if len(g.states) == 1 and not g.beside <= g.states])
    if q.cue("co-signers"):
        return _among(named, [g for g in groups if len(g.states) > 2])
    groups += _together(q)
    if q.cue("the-other-named"):
        told = {s for a in q.args("situation") for s in q.states_of(a.entity)} | set(q.entities("state"))
        return _among(named, [g for g in groups if len(g.states) == 2 and g.states & (told - named)]) if named else None
    if len(named) != 2:
        return None
    return _among(named, [g for g in groups if len(g.states) == 2])


def _among(named: set[str], groups: list[Group]) -> Finding | None:
    whole = [g for g in groups if named <= g.states]
    if whole:
        return _finding(True, whole[0])
    part = list({g.states: g for g in groups if g.states & named or len(named) == 1}.values())
    return _finding(False, part[0]) if len(part) == 1 else None


def _sole(q: Question, named: set[str], groups: list[Group]) -> Finding | None:
    meant = {a.entity for a in q.args("situation")}
    here = [g for g in groups if set(g.ids) & meant]
    if len(named) != 1 or len({g.states for g in here}) != 1:
        return None
    return _finding(named <= here[0].states, here[0])


def _finding(holds: bool, g: Group) -> Finding:
    return Finding(holds, g.told, g.told, g.sources, g.ids, ("14",) if g.beside else ("53",), general=True)
