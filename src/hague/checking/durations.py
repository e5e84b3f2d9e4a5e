"""Who decides how long something lasted: time behind bars, from arrest or surrender to release or the report."""

from __future__ import annotations

from datetime import date

from hague.checking.cases import in_play
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record import days
from hague.record.model import Person

YEAR, MONTH = 365.25, 30.44
"""Days."""
SLACK = {"": 0.12, "about": 0.2, "at-least": 0.45, "at-most": 0.35}
"""By what share of itself a length of time may be off: "more than seven years" may be nine, not fifteen."""
WRONG = 0.34
"""From this share on a length without "about" is wrong."""
MISSED = 0.8
"""Share of "more than twelve years" that must have been spent."""
_ENDS = ("released", "interim-release", "sentence-served", "died", "released-elsewhere")


def time_in_custody(q: Question) -> Finding | None:
    """On "He spent just over ten years in the court's cells", "has been behind bars for more than seven years"."""
    persons = in_play(q, "subj", "obj", "of", "poss")
    q.ignore("court", "city", "state", "place", "capital", "situation", "people", "org", "otp", "chamber")
    years, months = q.number("year"), q.number("month")
    asked = years or months
    if len(persons) != 1 or asked is None or q.prop.negated or q.dates():
        return None
    modifier, n = asked
    wanted = n * (YEAR if years else MONTH) + (months[1] * MONTH if years and months else 0)
    spans = _spans(q, persons[0])
    summoned = q.events(persons[0], "summons-issued")
    if not spans and summoned and not q.prop.hedge and not any(e.event == "warrant-issued" for e in persons[0].history):
        right = (
            f"{persons[0].name} came on a summons of {q.words(summoned[0].on)} and was never in the Court's custody."
        )
        return Finding(False, right, right, summoned[0].sources, (persons[0].id,), ("58",))
    if not spans and not q.prop.hedge and not q.guessed and (free := never_held(q, persons[0])) is not None:
        return free
    if not spans or wanted <= 0:
        return None
    slack = max(SLACK.get(modifier, 0.12) * wanted, 0.6 * (YEAR if years else MONTH))
    off = [abs((b - a).days - wanted) for a, b, _ in spans]
    best = min(range(len(spans)), key=off.__getitem__)
    a, b, sources = spans[best]
    right = (
        f"{persons[0].name} was held from {q.words(a.isoformat())}; by {q.words(b.isoformat())} that was {_long(a, b)}."
    )
    holds: bool | None = off[best] <= slack
    spent = [(end - begin).days for begin, end, _ in spans]
    if modifier == "at-least" and all(s < MISSED * wanted for s in spent):
        holds = False  # "more than twelve years" of eight
    elif modifier == "at-most" and all(s * MISSED > wanted for s in spent):
        holds = False
    elif not holds and (modifier or off[best] < WRONG * wanted):
        holds = None
    return Finding(holds, right, right, sources, (persons[0].id,))


def never_held(q: Question, p: Person) -> Finding | None:
    """Of somebody whom the record, to this day, has at large."""
    issued = q.events(p, "warrant-issued", "warrant-unsealed")
    came = ("arrested", "surrendered", "detained-elsewhere", "first-appearance", "summons-issued", "died")
    if not issued or q.events(p, *came, "death-reported"):
        return None
    right = f"A warrant for {p.name} was issued on {q.words(issued[0].on)}; no arrest is on record by {q.now}."
    return Finding(False, right, right, issued[0].sources, (p.id,), ("59",))


def _spans(q: Question, p: Person) -> list[tuple[date, date, tuple[str, ...]]]:
    """Each beginning of a detention with each end of it, or the day of the report."""
    begun = q.events(p, "arrested", "detained-elsewhere", "surrendered")
    ended = q.events(p, *_ENDS)
    out = []
    for e in begun:
        first = days.first(e.on)
        ends = [days.first(x.on) for x in ended if days.first(x.on) > first] or [q.day()]
        out += [(first, end, e.sources) for end in (*ends, *([q.day()] if not ended else ()))]
    return out


def _long(a: date, b: date) -> str:
    months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day)
    years, rest = divmod(months, 12)
    parts = [f"{years} year{'s' * (years != 1)}"] * bool(years) + [f"{rest} month{'s' * (rest != 1)}"] * bool(rest)
    return " and ".join(parts) or "less than a month"
