"""Who decides how a ruling was made: by how many judges, over whose dissent, by which Chamber; and which it is."""

from __future__ import annotations

import re
from datetime import date

from hague.checking import cases
from hague.checking.cases import JUSTICE, _phrase, in_play
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record import days, wording
from hague.record.model import Decision, Person, PersonEvent

FRESH = 3
"""The same, where no other ruling can be meant."""
NEWS = 12
"""Days within which a ruling may be "the decision" of a report."""
_SUBJECTS = {
    "warrant": ("warrant",),
    "convict": ("judgment", "appeal"),
    "acquit": ("judgment", "appeal"),
    "sentence": ("sentence", "appeal"),
    "reparations": ("reparations", "appeal"),
}
_NUMBER = "|".join(wording.NUMBERS)
_VOTES = re.compile(rf"\b({_NUMBER}|\d) (?:votes |judges )?(?:to|against) ({_NUMBER}|\d)\b")


def rulings(q: Question, *, any_chamber: bool = False) -> list[Decision]:
    """The rulings that the clause may be about: those of the days before the report, or of the date in the clause, in
    the case or situation that it or the sentences before name."""
    persons = set(q.entities("person"))
    cases = {p for p in persons if q.record.persons.get(p) and q.record.persons[p].history}
    situations = set(q.entities("situation")) | {s.id for st in q.entities("state") for s in q.situations_of(st)}
    chambers = set() if any_chamber else set(q.named("chamber"))
    subjects = [s for cue, s in _SUBJECTS.items() if q.cue(cue)]
    dated = bool(q.dates())
    found = []
    for d in q.record.decisions.values():
        if not q.known(d) or (subjects and not any(d.subject in s for s in subjects)):
            continue
        if cases and d.persons and not cases & set(d.persons):
            continue
        if not (cases & set(d.persons)) and d.situation not in situations:
            continue
        if chambers and not chambers & set(d.by):
            continue
        public = d.public_on or d.on
        if q.fits(d.on, public) if dated else 0 <= (q.day() - days.last(public)).days <= NEWS:
            found.append(d)
    return found


def _told(d: Decision) -> str:
    return " ".join((d.title, d.holding, *d.details))


def _how(d: Decision) -> tuple[bool | None, frozenset[tuple[int, int]]]:
    """Whether a ruling was unanimous, as far as its entry says, and the votes for and against in it."""
    votes = frozenset((_value(a), _value(b)) for a, b in _VOTES.findall(_told(d).lower()))
    how = cases.how_decided((d.holding, *d.details))
    return (False if votes and how is None else how), votes


def _value(text: str) -> int:
    return int(text) if text.isdigit() else int(wording.NUMBERS[text])


def vote(q: Question) -> Finding | None:
    """On "The decision was unanimous", "The judges were divided, two to one"."""
    q.ignore("court", "state", "people", "situation", "person", "number", "city", "org", "ordinal")
    spoke = (q.word("unanimous") or "").endswith(("said", "told", "voted"))  # "told Manila no"
    if q.prop.hedge or q.prop.conditional or (q.prop.negated and not spoke):
        return None
    found = rulings(q)
    hows = {_how(d)[0] for d in found}
    if not found:
        return None
    if hows == {None}:
        return Finding(None, found[0].holding, final=True)
    found = [d for d in found if _how(d)[0] is not None]
    hows.discard(None)
    if len(hows) != 1:
        return None
    if all(0 <= (q.day() - days.last(d.public_on or d.on)).days <= FRESH for d in found):
        q.guessed = False
    unanimous = hows.pop()
    said = q.cue("unanimous")
    right = _sentence_on_votes(found[0]) or f"{found[0].holding}"
    facts, entities = found[0].sources, tuple(d.id for d in found[:2])
    if said == q.cue("divided"):
        return None
    if said or unanimous:
        return Finding(said == unanimous, right, right, facts, entities, ("74",), polar=not spoke)
    asked = _asked_votes(q)
    votes = frozenset[tuple[int, int]]().union(*(_how(d)[1] for d in found))
    if asked and votes:
        return Finding(asked in votes, right, right, facts, entities, ("74",))
    if asked and asked not in ((2, 1),):
        return None
    return Finding(True, right, None, facts, entities, ("74",))


def _asked_votes(q: Question) -> tuple[int, int] | None:
    values = sorted((int(float((a.value or "0").rpartition(" ")[2])) for a in q.args("number")), reverse=True)
    if len(values) == 2:
        return values[0], values[1]
    told = _VOTES.search(q.word("divided") or "")
    return (_value(told[1]), _value(told[2])) if told else None


def _sentence_on_votes(d: Decision) -> str | None:
    for s in (d.holding, *d.details):
        lemmas = {wording.lemma(w) for w in wording.WORD.findall(s)}
        if lemmas & {"majority", "dissent", "unanimous"} or _VOTES.search(s.lower()):
            return s
    return None


def dissent(q: Question) -> Finding | None:
    """On "Judge X dissented": wrong where the ruling's entry names others and not this one."""
    judges = [
        p
        for p in (q.record.persons.get(e) for e in q.named("person"))
        if p and any(o.capacity == "judge" for o in p.offices)
    ]
    q.ignore("court", "state", "people", "situation", "person", "number", "city", "org", "chamber", "quantified")
    if len(judges) != 1 or q.prop.hedge or q.prop.negated:
        return None
    p = judges[0]
    sentences = [(d, s) for d in rulings(q) for s in (d.holding, *d.details) if _dissents(s)]
    if not sentences:
        return None
    last = wording.plain(p.name.split()[-1])
    own = [(d, s) for d, s in sentences if last in {wording.plain(w) for w in wording.WORD.findall(s)}]
    d, s = (own or sentences)[0]
    if own:
        return Finding(True, s, None, d.sources, (d.id, p.id), ("74",))
    named = all("Judge" in s or any(n in s for n in _surnames(q)) for _, s in sentences)
    return Finding(False if named else None, s, s, d.sources, (d.id, p.id), ("74",), final=True)


def _dissents(sentence: str) -> bool:
    return "dissent" in {wording.lemma(w) for w in wording.WORD.findall(sentence)}


def _surnames(q: Question) -> list[str]:
    return [p.name.split()[-1] for p in q.record.persons.values() if any(o.capacity == "judge" for o in p.offices)]


def made_by(q: Question) -> Finding | None:
    """On "The decision came from Trial Chamber V": which Chamber made the ruling that the report is about."""
    asked = set(q.named("chamber"))
    q.ignore("court", "state", "people", "situation", "person", "number", "city", "org")
    if len(asked) != 1 or q.prop.hedge or q.prop.negated or q.has("ordinal"):
        return None  # "the first, now six years old, had come from Pre-Trial Chamber I": of which, nobody knows
    found = [d for d in rulings(q, any_chamber=True) if any(b.startswith("chamber:") for b in d.by)]
    by = {b for d in found for b in d.by if b.startswith("chamber:")}
    if not by:
        return None
    names = " and ".join(q.record.bodies[b].name if b in q.record.bodies else b for b in sorted(by))
    right = f"It was {names}. {found[0].title} ({q.words(found[0].on)})."
    return Finding(bool(asked & by), right, right, found[0].sources, (found[0].id,))


def stayed(q: Question) -> Finding | None:
    """On "The judges halted the trial twice": the stays of proceedings on record in the case."""
    persons = in_play(q, "of", "poss", "against", "obj", "subj")
    q.ignore("court", "state", "people", "situation", "city", "org", "chamber", "otp")
    if len(persons) != 1 or q.prop.hedge:
        return None
    stays = [
        e
        for e in persons[0].history
        if q.known(e) and "stayed" in (e.text or "").lower() and "proceedings" in (e.text or "").lower()
    ]
    if not stays:
        return None
    listed = ", ".join(q.words(e.on) for e in stays)
    right = f"Proceedings against {persons[0].name} were stayed on {listed}."
    holds = q.fits(*(e.on for e in stays))
    if q.cue("twice-word") and len(stays) != 2:
        holds = False
    return Finding(holds, right, right, stays[0].sources, (persons[0].id,), ("64",))


_KINDS = {
    "convict": ("convicted",),
    "acquit": ("acquitted",),
    "sentence": ("sentenced",),
    "verdict-word": ("convicted", "acquitted"),
}


def which_of_all(q: Question) -> Finding | None:
    """On "It was the third conviction": the place of the news of these days, or of the person named, among all."""
    ranks = [int(a.value or 0) for slot, a in q.slots("ordinal") if (a.value or "").isdigit() and slot != "outer"]
    cues = [c for c in _KINDS if (q.word(c) or "").split(" ")[-1] in _NOUNS]
    if len(ranks) != 1 or not cues or q.prop.negated or q.prop.hedge or q.acts():
        return None
    named = "convict" if "convict" in cues else cues[0]
    kinds, noun = _KINDS[named], q.prop.roles["cue." + named].span
    beside = [a for slot, a in q.slots("ordinal") if slot != "outer" and 0 <= noun.start - a.span.end <= 2]
    if not beside or q.cue("committed", "conduct") or q.has("place") or q.prop.span.end - noun.end > 50:
        return None  # "the second conviction over crimes in Timbuktu" is not the second of all
    q.args("ordinal")
    persons = in_play(q, "subj", "obj", "of", "poss")
    q.ignore("court", "state", "people", "city", "org", "number", "superlative", "place", "chamber", "otp")
    if q.named("situation") or q.named("state", "in", "over", "on") or len(persons) > 1:
        return None
    q.ignore("situation")
    done = sorted(
        ((days.last(e.on), p, e) for p in q.record.persons.values() for e in q.events(p, *kinds)),
        key=lambda x: (x[0], x[1].id),
    )
    mine = [x for x in done if x[1] in persons] or [x for x in done if 0 <= (q.day() - x[0]).days <= NEWS]
    if not mine or len({x[0] for x in mine}) != 1 or not (q.day() - mine[0][0]).days <= 120:
        return None
    day, person, event = mine[0]
    before = [x for x in done if x[0] < day]
    days_before = len({x[0] for x in before})
    core = len({x[0] for x in before if any(c.crime != JUSTICE for c in x[1].charges)})
    together = len([x for x in done if x[0] == day])
    low, high = 1 + min(core, days_before), len(before) + together
    right = f"{_phrase(q, event.event, person, event)} Before it {_listed(before)}."
    holds = None if low <= ranks[0] <= high and low != high else low <= ranks[0] <= high
    return Finding(holds, right, right, event.sources, (person.id,), ("74",))


_NOUNS = frozenset(
    f"{noun}{s}"
    for noun in ("conviction", "acquittal", "verdict", "sentence", "judgment", "judgement")
    for s in ("", "s")
)


def _listed(before: list[tuple[date, Person, PersonEvent]]) -> str:
    if not before:
        return "there had been none"
    return "there were those of " + ", ".join(f"{p.name} ({e.on[:4]})" for _, p, e in before[:6])
