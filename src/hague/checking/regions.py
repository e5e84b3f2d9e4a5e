"""Who decides claims about a group of States: "the only Central American country outside", "the first in North Africa
to join", "all 27 States of the European Union are members", "no Gulf State has ratified"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from hague import toml_tables
from hague.checking.joining import _acts, _list, _sources, _status_words
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record import days
from hague.record.membership import DEPOSITS, is_party, membership
from hague.record.model import State

SOURCES = ("untc-rome-statute", "wikipedia-states-parties")
FEW, MOST = 2, 0.5
RECENT = 120
"""Days for which a State is the new member of whom a report tells."""


class Region(NamedTuple):
    """``states``: id -> first and last day in the group; ``perhaps`` are those that only some count in."""

    states: dict[str, tuple[date, date]]
    perhaps: frozenset[str]

    def on(self, day: date) -> set[str]:
        return {s for s, (first, last) in self.states.items() if first <= day <= last}


@cache
def _regions() -> dict[str, Region]:
    """Word -> group."""
    out = {}
    for row in toml_tables.read(Path(__file__).with_name("regions.toml")).values():
        states = {}
        for entry in row["states"].split(", "):
            ident, *dated = entry.split()
            first = date.fromisoformat(dated[0]) if dated and dated[0] != "-" else date.min
            last = date.fromisoformat(dated[-1]) if "-" in dated else date.max
            states[f"state:{ident}"] = (first, last)
        perhaps = frozenset(f"state:{s}" for s in row.get("perhaps", "").split(", ") if s)
        for word in row["words"].split(", "):
            out[word] = Region(states, perhaps)
    return out


def words() -> frozenset[str]:
    """The words that stand for a group."""
    return frozenset(_regions())


def named(word: str) -> Region | None:
    """The group that a word stands for."""
    return _regions().get(word)


class Group(NamedTuple):
    """Those of a group that have a status, those that have not, and the same of those who perhaps belong to it."""

    having: set[str]
    lacking: set[str]
    may_have: set[str]
    may_lack: set[str]
    coming: set[str]
    """Whose papers are in, though the Statute does not bind them yet."""

    @property
    def every(self) -> set[str]:
        return self.having | self.lacking | self.may_have | self.may_lack | self.coming

    def turned(self) -> Group:
        return Group(self.lacking, self.having, self.may_lack, self.may_have, self.coming)


def of_a_region(q: Question) -> Finding | None:
    """On a claim about States of one group and their standing towards the Statute."""
    region = named(q.word("region-word") or "")
    if region is None or q.named("person") or (q.cue("leave") and not q.cue("leaves-as")) or q.prop.question:
        return None
    meant = set(q.named("state", "subj", "outer", "obj")) or set(
        q.entities("state", "subj", "outer") or q.named("state", "in", "of")
    )
    orgs = q.named("org")
    q.ignore("state", "court", "treaty", "org", "person", "people", "superlative", "quantified", "place", "number")
    status = _status(q)
    group = _split(q, region, status)
    outside = q.cue("outside-status", "non-member", "stay-out", "stay-outside")
    never = q.prop.negated and not any(a.value == "none" for a in q.args("quantified"))
    if outside or (never and not q.cue("non-member")):
        group = group.turned()
    if q.cue("do-so") and q.cue("leaving-near") and not q.cue("ratify", "join") and len(meant) < 2:
        return _none_like_it(q, region)
    if q.cue("others-word", "fellow-word"):  # "no other country in North Africa": but for the one in the news
        apart = {a.entity for k in ("state", "people", "capital") for a in q.args(k) if a.entity}
        group = Group(*(part - apart for part in group))
    if q.cue("region-first"):
        league = named("arab league") if "org:arab-league" in orgs else None
        both = [_first(q, r, meant) for r in (region, league) if r is not None]
        return next((f for f in both if f is None or not f.holds), both[0])
    if any(a.value == "none" for a in q.args("quantified")) and q.has("state", "since", "after"):
        return _none_since(q, region)
    if q.dates() and not q.cue("only"):
        return None
    if q.cue("only", "region-last"):
        return _only(q, group, meant)
    if any(a.value == "none" for a in q.args("quantified")):
        if q.has("state") and not q.cue("others-word", "fellow-word"):
            return None
        return _shown(q, group, not group.having and (not group.may_have or None), bool(group.having), group.having)
    return _how_many(q, group, meant)


def _status(q: Question) -> Callable[[State], bool]:
    """Whether a State has done what the clause speaks of."""
    if q.cue("ratify") and not q.cue("member", "join", "belong"):
        return lambda s: bool(_acts(q, s, *DEPOSITS))
    if q.cue("sign") and not q.cue("member", "join", "belong", "come-in"):
        return lambda s: bool(_acts(q, s, "signed", *DEPOSITS))
    return lambda s: is_party(s, q.day(), q.today)


def _split(q: Question, region: Region, status: Callable[[State], bool]) -> Group:
    inside = {s for s in region.on(q.day()) if s in q.record.states}
    perhaps = {s for s in region.perhaps if s in q.record.states}
    having = {s for s in inside | perhaps if status(q.record.states[s])}
    coming = {s for s in inside - having if _acts(q, q.record.states[s], *DEPOSITS)}
    coming = {s for s in coming if (m := membership(q.record.states[s], q.today)) and m.since > q.day()}
    inside -= coming
    return Group(inside & having, inside - having, perhaps & having, perhaps - having, coming)


def _shown(q: Question, group: Group, right: bool | None, wrong: bool, shown: set[str]) -> Finding | None:
    if not right and not wrong:
        return None
    states = sorted(shown, key=lambda s: q.record.states[s].name)
    said = " ".join(_status_words(q, q.record.states[s])[0] for s in states[:3])
    why = said or f"None of them is otherwise on {q.now}."
    return Finding(bool(right), why, why, SOURCES, tuple(states[:6]) or ("icc",), ("125", "126"), polar=False)


def _only(q: Question, group: Group, meant: set[str]) -> Finding | None:
    """On "X is the only one (or the last) of them outside": all others of the group must be otherwise."""
    if not meant or not (q.prop.hedge or "would").startswith("would"):
        return None
    would = (q.prop.hedge or "").startswith("would")
    others = group.having - meant
    lacking = set() if would else meant & (group.lacking | group.may_lack)
    if meant - group.every:
        return None
    right = not others and not lacking and (not (group.may_have - meant) or None)
    wrong = bool(others or lacking) and q.prop.tense != "past"
    wrong = wrong or bool(lacking) or bool(others and not would)
    listed = others or lacking or meant
    names = _list([q.record.states[s] for s in sorted(group.having)]) if group.having else "none"
    why = " ".join(_status_words(q, q.record.states[s])[0] for s in sorted(listed)[:3])
    if not right and not wrong:
        return None
    return Finding(
        bool(right), why, f"{why} Of the group these are so: {names}.", SOURCES, tuple(sorted(listed)[:6]),
        ("125", "126"), polar=False, general=would,
    )  # fmt: skip


def _first(q: Question, region: Region, meant: set[str]) -> Finding | None:
    """On "the first country in North Africa to join": the earliest deposit in the group."""
    if len(meant) != 1 or q.prop.negated:
        return None
    state = q.record.states[next(iter(meant))]
    deposits = {
        s: min(es)
        for s in {*region.states, *region.perhaps, state.id}
        if s in q.record.states
        and (es := [days.first(e.on) for e in q.record.states[s].history if e.event in DEPOSITS])
    }
    words, events = _status_words(q, state)
    if state.id in region.states and state.id not in deposits:
        return Finding(False, words, words, _sources(events, state), (state.id,), ("125", "126"))
    if state.id not in deposits or state.id not in {*region.states, *region.perhaps}:
        return None
    before = {s for s, d in deposits.items() if d < deposits[state.id]}
    sure = before & set(region.states)
    first = min(sure or {state.id}, key=lambda s: (deposits[s], s))
    right = f"{q.record.states[first].name} was the first of them, on {q.words(deposits[first].isoformat())}."
    if before and not sure:
        return None
    found = membership(state, q.today)
    own = [deposits[state.id].isoformat(), *([found.since.isoformat()] if found else [])]
    holds = not sure and (not q.dates() or q.fits(*own))
    return Finding(holds, right, right, _sources(events, state), (state.id, first), ("125", "126"))


def _none_since(q: Question, region: Region) -> Finding | None:
    """On "No Pacific island State had come in since Samoa in 2002": whoever of the group joined after it."""
    last = q.states("since", "after")
    joined = {s: m.since for s in (*region.states, *region.perhaps)
              if s in q.record.states and (m := membership(q.record.states[s], q.today))}  # fmt: skip
    if len(last) != 1 or last[0].id not in joined:
        return None
    found = membership(last[0], q.today)
    if found is None or not q.fits(found.since.isoformat(), found.deposit.on):
        return None
    # the one of whom the report tells joins today, or has just joined
    later = {s for s, d in joined.items() if d > found.since and (q.day() - d).days > RECENT}
    sure = later & set(region.states)
    shown = sure or {last[0].id}
    why = " ".join(_status_words(q, q.record.states[s])[0] for s in sorted(shown, key=lambda s: joined[s])[:3])
    if later and not sure:
        return None
    return Finding(not sure, why, why, SOURCES, tuple(sorted(shown)), ("126",), polar=False)


def _none_like_it(q: Question, region: Region) -> Finding | None:
    """On "No other member of the European Union has taken such a step", where it is leaving that was told of."""
    apart = {a.entity for k in ("state", "people", "capital") for a in q.args(k) if a.entity}
    if not any(a.value == "none" for a in q.args("quantified")) or q.dates() or not apart:
        return None
    steps = ("withdrawal-notified", "withdrawal-effective")
    taken = [s for i in (*region.states, *region.perhaps) if i not in apart and i in q.record.states
             and _acts(q, s := q.record.states[i], *steps)]  # fmt: skip
    if any(s.id in region.perhaps for s in taken):
        return None
    why = " ".join(_status_words(q, s)[0] for s in taken) or f"None of the others had given notice by {q.now}."
    states = tuple(s.id for s in taken) or tuple(sorted(apart & set(q.record.states)))
    return Finding(not taken, why, why, SOURCES, states or ("icc",), ("127",), polar=False)


def _how_many(q: Question, group: Group, meant: set[str]) -> Finding | None:
    """On "all of them are members", "several never joined", "five of the ten have ratified", "X and Y of them have"."""
    size = len(group.having) + len(group.lacking) + len(group.coming)
    numbers = [(a.value or "").rpartition(" ") for a in q.args("number", "state", "member", "plain")]
    values = [(modifier, float(value)) for modifier, _, value in numbers]
    sure = not group.may_have
    if q.cue("region-all") or (len(values) == 1 and values[0][0] == "all"):
        if values and (values[0][1] != size or group.may_have or group.may_lack) and not group.lacking:
            return None
        return _shown(q, group, not group.lacking, bool(group.lacking), group.lacking or group.having)
    if meant:
        if not meant <= group.every:
            return None
        wrong = meant & (group.lacking | group.may_lack)
        if not values or len(meant) in {v for _, v in values} or len(values) == 1:
            return _shown(q, group, not wrong, bool(wrong), wrong or meant)
        return None
    if q.cue("region-most"):
        share = len(group.having) / size
        return _shown(q, group, share > MOST, sure and share <= MOST - 0.1, group.lacking)
    if q.cue("region-some"):
        return _shown(q, group, len(group.having) >= FEW, sure and not group.having, group.having or group.lacking)
    if not values or len(values) > 2 or any(m not in ("", "all") for m, _ in values):
        return None
    if len(values) == 2 and values[1][1] != size:
        return None
    n = values[0][1]
    right = len(group.having) <= n <= len(group.having) + len(group.may_have)
    return _shown(q, group, right, len(values) == 2 and not right, group.having)
