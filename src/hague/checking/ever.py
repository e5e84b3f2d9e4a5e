"""Who decides claims about what had never been before, or was so of all: investigations, referrals, the accused."""

from __future__ import annotations

from datetime import date, timedelta

from hague.checking.cases import JUSTICE
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.checking.situations import REGIONS, STARTED, Step, first_steps, opened_in, situations
from hague.record import days
from hague.record.model import Person, Situation, SituationEvent

NEWS = timedelta(days=45)
"""What came so short a time before the report is the news that the others are set beside."""
REFERRED = ("unsc-referral",)
TOLD = {
    "convict": ("convicted",),
    "prosecute": ("trial-opened",),
    "go-on-trial": ("trial-opened",),
    "trial": ("trial-opened",),
    "charge": ("charges-confirmed",),
    "wanted": ("warrant-issued", "warrant-unsealed", "summons-issued"),
    "warrant": ("warrant-issued", "warrant-unsealed", "summons-issued"),
    "accused-word": ("warrant-issued", "warrant-unsealed", "summons-issued"),
}
Dated = tuple[date, Situation, SituationEvent]


def _denies(q: Question) -> bool:
    never = q.cue("never-before") or q.word("ever") == "never"
    return q.prop.negated or never or any(a.value == "none" for a in q.args("quantified"))


def no_investigation_there(q: Question) -> Finding | None:
    """On "The court has never before opened an inquiry outside Africa"."""
    q.ignore("court", "otp", "person", "org", "superlative", "ordinal")
    region = next((test for name, test in REGIONS.items() if q.cue(name)), None)
    if region is None or not _denies(q) or q.named("state") or q.named("situation") or q.dates() or q.prop.hedge:
        return None
    return _none_before(q, _in_order(opened_in(q, region)), "was opened", ("53",))


def unasked_before(q: Question) -> Finding | None:
    """On "Nor had a prosecutor ever acted without being asked"."""
    q.ignore("court", "otp", "person", "org", "state", "quantified", "situation")
    if not _denies(q) or q.prop.hedge or q.dates():
        return None
    own = [x for x in _in_order(first_steps(q, *STARTED)) if x[1].trigger == "proprio-motu"]
    return _none_before(q, own, "was opened on the Prosecutor's own motion", ("15",))


def sent_by_council_before(q: Question) -> Finding | None:
    """On "No country had ever been sent to the court by the Council before that"."""
    other = set(q.named("state")) - set(q.named("state", "before", "than"))
    if not _denies(q) or q.prop.hedge or q.dates() or other or q.number("state"):
        return None
    q.ignore("court", "otp", "person", "org", "state", "quantified", "situation", "superlative", "ordinal")
    made = _in_order(first_steps(q, *REFERRED))
    about = {s.id for s in situations(q)}
    told = [x for x in made if x[1].id in about]
    before = [x for x in made if not told or x[0] < told[-1][0]]
    return _none_before(q, before, "was referred by the Security Council", ("13",), news=bool(not told))


def _in_order(steps: list[Step]) -> list[Dated]:
    return sorted(((days.first(e.on), s, e) for s, e in steps), key=lambda x: (x[0], x[1].id))


def _none_before(
    q: Question, steps: list[Dated], what: str, articles: tuple[str, ...], *, news: bool = True
) -> Finding | None:
    """Wrong where there is one that is older than the news; right where there is none, or the news alone."""
    about = {s.id for s in situations(q)} if q.has("situation") or q.entities("situation") else set()
    older = [x for x in steps if (not news or q.day() - x[0] > NEWS) and not (news and x[1].id in about)]
    if not older:
        if not steps and not q.record.situations:
            return None
        why = f"Nothing of the kind is on record before {q.now}."
        sources = steps[0][2].sources if steps else ("rome-statute",)
        return Finding(True, why, why, sources, tuple(x[1].id for x in steps[:1]), articles, polar=False)
    _, s, e = older[0]
    right = f"{s.name} {what} on {q.words(e.on)}."
    q.guessed = False
    return Finding(False, right, right, e.sources, (s.id,), articles, polar=False)


def all_africans(q: Question) -> Finding | None:
    """On "Every person it has tried until now is an African"."""
    kinds = next((steps for cue, steps in TOLD.items() if q.cue(cue)), None)
    q.ignore("court", "otp", "quantified", "time", "people", "org", "state", "person", "situation")
    if kinds is None or q.prop.hedge or any(r not in ("until", "before") for r, _ in q.dates()):
        return None
    core = [p for p in q.record.persons.values() if not p.charges or any(c.crime != JUSTICE for c in p.charges)]
    people = [(p, e) for p in core for e in q.events(p, *kinds)[:1]]
    others = [(p, e) for p, e in people if not _is_african(q, p)]
    if not people or any(not p.nationalities for p, _ in others):
        return None
    if not others:
        why = f"All {len({p.id for p, _ in people})} persons on record by {q.now} were Africans."
        return Finding(True, why, why, people[0][1].sources, ("icc",))
    p, e = others[0]
    right = f"{p.name}, for one, was not ({q.words(e.on)})."
    return Finding(False, right, right, e.sources, (p.id,))


def _is_african(q: Question, p: Person) -> bool:
    states = (q.record.states.get(n.state) for n in p.nationalities)
    return any(s is not None and s.regional_group == "african" for s in states)
