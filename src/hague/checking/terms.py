"""Who decides how one term of imprisonment stands beside another: longer, shorter, and by how much."""

from __future__ import annotations

from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record.model import Person, PersonEvent


def _last_term(q: Question, p: Person) -> tuple[float, PersonEvent] | None:
    """The term in force for the crimes tried, in years, and the event that set it."""
    passed = [e for e in q.events(p, "sentenced") if e.sentence and (e.sentence.years or e.sentence.months)]
    if not passed:
        return None
    e = max(passed, key=lambda e: ((e.sentence.years or 0) if e.sentence else 0, e.on))
    s = e.sentence
    return ((s.years or 0) + (s.months or 0) / 12, e) if s else None


def _pair(q: Question) -> tuple[Person, Person] | None:
    """Whose term is spoken of, and whose it is set beside: the one named last is the measure."""
    named = sorted(
        (a.span.start, a.entity or "") for a in q.args("person") if a.entity in q.record.persons and a.value is None
    )
    measure = next((e for _, e in reversed(named) if q.record.persons[e].history), None)
    if measure is None:
        return None
    every = [*q.args("person"), *(a for a in q.args("person", "context"))]
    others = [a.entity for a in every if a.entity and a.entity != measure and q.record.persons[a.entity].history]
    sure = [a.entity for a in every if a.entity in others and a.value in ("pronoun", None)]
    picked = list(dict.fromkeys(sure or others))
    if len(picked) != 1 or picked[0] is None:
        return None
    if not sure:
        q.guessed = q.guessed or any(a.value == "context" for a in every if a.entity == picked[0])
    return q.record.persons[picked[0]], q.record.persons[measure]


def compared(q: Question) -> Finding | None:
    """On "five years less than Ongwen got", "three years above that of Ngaïssona"."""
    pair = _pair(q)
    q.ignore("person", "court", "chamber", "people", "state", "situation", "city", "act", "time", "quantified", "org")
    if pair is None or q.prop.negated or q.prop.conditional or (q.prop.hedge or "future").startswith("possible"):
        return None
    one, other = pair
    mine, theirs = _last_term(q, one), _last_term(q, other)
    if mine is None or theirs is None:
        return None
    longer, shorter = q.cue("term-above"), q.cue("term-below")
    if longer == shorter:
        return None
    numbers = [float((a.value or "0").rpartition(" ")[2]) for a in q.args("number", "year", "plain")]
    gap = mine[0] - theirs[0]
    right = f"{one.name} was sentenced to {mine[0]:g} years, {other.name} to {theirs[0]:g}."
    holds = gap > 0 if longer else gap < 0
    told = [n for n in numbers if n not in (mine[0], theirs[0])]
    if holds and told:
        holds = set(told) <= {abs(gap)}
    facts = (*mine[1].sources[:1], *theirs[1].sources[:1])
    return Finding(holds, right, right, facts, (one.id, other.id), ("77", "78"))


def heavier(q: Question) -> Finding | None:
    """On "The stiffer term went to X", "It was X who drew the longer sentence", of two sentenced in one case."""
    q.ignore("court", "chamber", "people", "state", "situation", "city", "act", "time", "quantified", "org")
    named = [a for a in q.args("person", "subj", "obj", "to", "of", "poss", "by") if a.entity in q.record.persons]
    who = [a for a in named if a.value in (None, "pronoun")]
    ids = list(dict.fromkeys(a.entity for a in who if a.entity and q.record.persons[a.entity].history))
    q.ignore("person", "ordinal")
    if len(ids) == 2 and q.cue("of-the-two"):
        ids = ids[-1:]
    if len(ids) != 1 or q.prop.negated or q.prop.hedge:
        return None
    p = q.record.persons[ids[0] or ""]
    mine = _last_term(q, p)
    if mine is None:
        return None
    together = [
        (found[0], o)
        for o in q.record.persons.values()
        if o.id != p.id and (found := _last_term(q, o)) is not None and found[1].on == mine[1].on
    ]
    if len(together) != 1 or together[0][0] == mine[0]:
        return None
    other_years, other = together[0]
    right = f"{p.name} was sentenced to {mine[0]:g} years, {other.name} to {other_years:g}."
    holds = (mine[0] > other_years) != q.cue("lighter-term")
    numbers = [float((a.value or "0").rpartition(" ")[2]) for a in q.args("number", "year")]
    if holds and numbers and not set(numbers) <= {mine[0], other_years, abs(mine[0] - other_years)}:
        holds = False
    return Finding(holds, right, right, mine[1].sources, (p.id, other.id), ("77", "78"))
