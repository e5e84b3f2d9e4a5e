"""What a clause says beside a verdict: how many others were judged with the one named, and which of all it was."""

from __future__ import annotations

from msgspec.structs import replace

from hague.checking.cases import WORDS, _phrase
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record import days
from hague.record.model import Person


def with_companions(q: Question, persons: list[Person], found: Finding) -> Finding | None:
    """On "Bemba and four associates were found guilty": how many were so with him on the same day."""
    numbers = [a for a in q.args("number") if (a.value or "").isdigit() and q.cue("companions")]
    noun = q.prop.roles["cue.companions"].span if q.cue("companions") else None
    n = next((int(a.value or "0") for a in numbers if noun and 0 <= noun.start - a.span.end <= 12), None)
    if n is None or len(persons) != 1:
        return None
    days_of = {e.on for e in q.events(persons[0], "convicted")}
    together = {
        on: sum(any(e.on == on for e in q.events(p, "convicted")) for p in q.record.persons.values()) - 1
        for on in days_of
    }
    if n in together.values():
        return found
    if max(together.values()) == 0:
        return replace(found, holds=None)
    right = f"With {persons[0].name} {max(together.values())} others were convicted."
    return replace(found, holds=False, why=right, right=right)


def in_its_place(q: Question, persons: list[Person], found: Finding, *kinds: str) -> Finding:
    """On "acquitted X, its third acquittal": the rank that an aside gives to the step; left open where it may count
    otherwise."""
    ranks = [a for a in q.args("ordinal") if (a.value or "").isdigit()]
    noun = q.prop.roles.get("cue.verdict-noun")
    ranks = [a for a in ranks if noun is not None and 0 <= noun.span.start - a.span.end <= 2]
    if len(ranks) != 1 or len(persons) != 1:
        return found
    mine = q.events(persons[0], *kinds)[0]
    before = sum(
        any(days.last(e.on) < days.first(mine.on) for e in q.events(p, *kinds)) for p in q.record.persons.values()
    )
    n = int(ranks[0].value or "0")
    if n == before + 1:
        return found
    if before and n <= before:
        return replace(found, holds=None)  # several judged in one trial may count as one
    right = f"{found.why} Before it there were {before or 'none'}."
    return replace(found, holds=False, why=right, right=right)


def after_that_of(q: Question) -> Finding | None:
    """On "the second conviction, after that of X": wrong if there is none of X."""
    for p in q.persons("beside"):
        reached = [e for e in p.history if q.known(e) and e.event in WORDS]
        if reached and not q.events(p, "convicted") and not q.prop.negated:
            right = (
                f"No conviction of {p.name} is on record by {q.now}. {_phrase(q, reached[-1].event, p, reached[-1])}"
            )
            return Finding(False, right, right, reached[-1].sources, (p.id,), ("74",))
    return None
