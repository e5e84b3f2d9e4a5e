"""Who decides claims that set situations beside each other: firsts, the n-th, the longest, and their number."""

from __future__ import annotations

from hague.checking import when
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.checking.situations import REGIONS, STARTED, _events, _plain, _years, first_steps, opened_in, situations
from hague.record import days
from hague.record.model import Situation

EXAMINED_LONG = 5
"""How many examinations may be called "one of the longest"."""


def longest_examination(q: Question) -> Finding | None:
    """On "It was the longest examination in the Court's history", or "one of the longest"."""
    q.ignore("superlative", "court", "otp", "ordinal", "time", "person", "org", "number")
    listed = situations(q)
    if not listed or q.prop.negated:
        return None
    lasted = {s.id: years for s in q.record.situations.values() if (years := _years(q, s, examined=True)) is not None}
    order = sorted(lasted, key=lambda s: -lasted[s])
    ranks = [order.index(s.id) for s in listed if s.id in lasted]
    if not ranks:
        return None
    top = q.record.situations[order[0]]
    right = f"The longest was that of {top.name}, about {lasted[order[0]]:.1f} years by {q.now}."
    at_most = EXAMINED_LONG if q.cue("one-of-longest") else 1
    return Finding(min(ranks) < at_most, right, right, top.sources, (listed[0].id,), ("15",))


def first(q: Question) -> Finding | None:
    """On "the court's first investigation outside Africa": by the days on which investigations were opened."""
    q.ignore("superlative", "court", "otp", "ordinal", "time", "person", "org")
    if q.prop.negated or any(a.value not in ("investigation", "history") for a in q.args("superlative", "first")):
        return None
    listed = situations(q)
    region = next((test for name, test in REGIONS.items() if q.cue(name)), None)
    if listed and region is None:
        return _first_by_way(q, listed)
    if not listed or region is None:
        return None
    opened = opened_in(q, region)
    if not opened:
        return None
    s, e = min(opened, key=lambda x: x[1].on)
    right = f"The first was {_plain(s)}, opened on {q.words(e.on)}."
    return Finding(any(x.id == s.id for x in listed), right, right, e.sources, (s.id,), ("53",))


def _first_by_way(q: Question, listed: list[Situation]) -> Finding | None:
    """On "the first investigation that the Prosecutor opened of his own accord", "the first in the Court's history":
    which was first among those that came in the same way, or of all, and on the day named."""
    way = (
        "proprio-motu"
        if q.cue("own-motion")
        else "unsc-referral"
        if q.cue("security-council") and q.cue("refer")
        else "state-referral"
        if q.cue("refer")
        else None
    )
    opened = [(s, e) for s, e in first_steps(q, *STARTED) if way is None or s.trigger == way]
    if not opened:
        return None
    s, e = min(opened, key=lambda x: (days.first(x[1].on), x[0].id))
    right = f"The first was {_plain(s)}, opened on {q.words(e.on)}."
    first_of_all = any(set(x.states) & set(s.states) for x in listed)
    asked = q.dates()
    if first_of_all and asked and not any(when.agrees(e.on, r, span) for r, span in asked):
        return Finding(False, right, right, e.sources, (s.id,), ("53",))
    if not first_of_all and (way is None or len(listed) != 1):
        return None  # of what it was the first, other words may say
    return Finding(first_of_all, right, right, e.sources, (s.id,), ("53",))


def nth(q: Question) -> Finding | None:
    """On "It is the court's seventh investigation", "his third, after those in Congo and Uganda", "the second into our
    country": by the days on which investigations were opened."""
    ranks = [int(float(a.value)) for a in q.args("ordinal") if a.value]
    q.ignore("superlative", "court", "otp", "time", "person", "org", "number")
    if len(ranks) != 1 or q.prop.negated:
        return None
    before = {s for slot in ("in", "after", "of") for s in q.named("state", slot)} if q.cue("after-those") else set()
    topical = [q.record.situations[s] for s in q.entities("situation") if s in q.record.situations]
    listed = topical if before else situations(q)
    opened = sorted((days.first(e.on), s.id) for s, e in first_steps(q, *STARTED))
    if q.cue("into-our-country"):
        opened = [x for x in opened if any(set(q.record.situations[x[1]].states) & set(s.states) for s in listed)]
    mine = [i + 1 for i, (_, ident) in enumerate(opened) if any(ident == s.id for s in listed)]
    if not mine:
        return None
    s = q.record.situations[opened[mine[-1] - 1][1]]
    right = f"{s.name} was number {mine[-1]} of the investigations that were opened."
    off = min(abs(ranks[0] - m) for m in mine)
    holds = True if off == 0 else (None if off <= 1 else False)
    earlier = {state for _, ident in opened[: mine[-1] - 1] for state in q.record.situations[ident].states}
    if before and not before <= earlier:
        holds = None
    return Finding(holds, right, right, s.sources, (s.id,), ("53",))


def count(q: Question) -> Finding | None:
    """On "The court has opened 17 investigations"."""
    number = q.number("investigation")
    q.ignore("court", "otp", "state", "people", "org", "person")
    if number is None or q.prop.negated or q.dates():
        return None
    opened = [s for s in q.record.situations.values() if _events(q, [s], "investigation-opened")]
    n = len(opened)
    if not opened:
        right = f"No investigation had been opened by {q.now}."
        first = sorted(q.record.situations.values(), key=lambda s: s.number or "~")[0]
        holds = None if number[1] < 1 or q.prop.hedge else False
        return Finding(holds, right, right, first.sources, ("icc",), ("53",))
    right = f"{n} investigations had been opened by {q.now}."
    if (
        n == number[1]
        or (number[0] == "at-least" and number[1] <= n <= number[1] + 4)
        or (number[0] == "about" and abs(n - number[1]) <= 2)
    ):
        return Finding(True, right, right, opened[0].sources, ("icc",), ("53",))
    return Finding(False if abs(n - number[1]) > 6 else None, right, right, opened[0].sources, ("icc",), ("53",))
