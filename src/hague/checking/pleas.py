"""Who decides how somebody pleaded."""

from __future__ import annotations

from hague.checking.cases import in_play
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record.model import Person, PersonEvent

PLEA = ("guilty plea", "pleaded guilty", "pleads guilty", "admission of guilt", "admits guilt", "admits his guilt")


def pleas(q: Question, p: Person) -> list[PersonEvent]:
    return [e for e in p.history if q.known(e) and e.text and any(w in e.text.lower() for w in PLEA)]


def pleaded(q: Question) -> Finding | None:
    """On "pleaded guilty": only where the record says so."""
    persons = in_play(q)
    q.ignore("court", "otp", "people", "situation", "act", "city")
    if not persons:
        return None
    p = persons[0]
    texts = pleas(q, p)
    if not texts:
        denied = [e for e in q.events(p, "trial-opened") if "not guilty" in (e.text or "").lower()]
        if not denied or q.prop.negated or q.prop.hedge or q.cue("offences-justice"):
            return None
        right = f"{denied[0].text} ({q.words(denied[0].on)})"
        q.ignore("number", "time", "state", "place", "quantified")
        return Finding(False, right, right, denied[0].sources, (p.id,), ("65",))
    holds = True if q.fits(*(e.on for e in texts)) is True else None
    return Finding(holds, texts[0].text or "", None, texts[0].sources, (p.id,), ("65",))


def pleaded_not_guilty(q: Question) -> Finding | None:
    """On "pleaded not guilty": wrong of the one who admitted guilt, else only where the record says so."""
    persons = in_play(q, "subj", "poss", "of")
    q.ignore("court", "chamber", "people", "state", "act", "number", "quantified")
    if len(persons) != 1 or q.prop.hedge:
        return None
    p = persons[0]
    admitted = pleas(q, p)
    texts = [
        e for e in p.history if q.known(e) and e.text and "not guilty" in e.text.lower() and "plea" in e.text.lower()
    ]
    if admitted and not texts:
        right = admitted[0].text or ""
        return Finding(False, right, right, admitted[0].sources, (p.id,), ("65",), polar=False)
    if not texts:
        return None
    holds = True if q.fits(*(e.on for e in texts)) is True else None
    return Finding(holds, texts[0].text or "", None, texts[0].sources, (p.id,), ("65",), polar=False)
