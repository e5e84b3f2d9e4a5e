"""Which of two courts in The Hague an order or a case belongs to: States answer before the International Court of
Justice, persons before this one."""

from __future__ import annotations

from datetime import timedelta

from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record import days
from hague.record.model import Happening

WORLD_COURT = "International Court of Justice"
NEWS = timedelta(days=14)
"""How long an order may be the news of a report."""


def which(q: Question) -> Finding | None:
    """On "The ICC ordered Israel to prevent genocide", "South Africa filed its genocide case at the World Court"."""
    other = q.cue("icj") or "org:icj" in q.entities("org")
    own = q.cue("icc-name") or (q.cue("measures-word") and bool(q.named("court")))
    states = set(q.named("state")) | {p for p in q.named("people") if p in q.record.states}
    if q.prop.hedge or q.prop.conditional or q.named("person"):
        return None
    if q.cue("but-world-court"):
        own = False  # "not from the latter but from the International Court of Justice"
    elif q.prop.negated or other == own:
        return None
    found = _orders(q) if q.cue("measures-word") else _cases(q)
    meant = [h for h in found if not states or states & set(h.concerns)]
    q.ignore("state", "people", "court", "org", "act", "city", "place", "situation", "ordinal", "number")
    if not meant or (own and (not states or not _is_said_of_it(q))):
        return None
    h = meant[-1]
    why = h.text.partition(". ")[0].rstrip(".") + "."
    return Finding(other, why, why, h.sources, (h.id, "org:icj"), polar=False, general=True)


def _is_said_of_it(q: Question) -> bool:
    """Whether the clause says that this Court made the order or has the case, and does not only name it beside."""
    word = q.word("measures-word") or ""
    told = word.startswith(("ordered", "orders", "told"))
    return told or q.cue("genocide-case") or q.has("court", "by", "from", "of")


def _told(q: Question, word: str) -> list[Happening]:
    every = (h for h in q.record.chronicle.values() if WORLD_COURT in h.text and word in h.text and q.known(h))
    return sorted(every, key=lambda h: days.first(h.on))


def _orders(q: Question) -> list[Happening]:
    """Orders of the World Court on the day named, or of the days before the report."""
    every = _told(q, " ordered ")
    if q.dates():
        return [h for h in every if q.fits(h.on) is True]
    return [h for h in every if timedelta(0) <= q.day() - days.last(h.on) <= NEWS]


def _cases(q: Question) -> list[Happening]:
    every = _told(q, " brought a case")
    return [h for h in every if q.fits(h.on) is not False]
