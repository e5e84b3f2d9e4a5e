"""Why a situation was not investigated, or how it came before the Court: by the steps on record."""

from __future__ import annotations

from hague.checking.law import statute
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.checking.situations import Step, _days, _events, situations
from hague.record import days

ENDED = ("examination-closed", "not-to-investigate", "authorisation-refused")
REASONS = {
    "reason-gravity": ("gravity", "grave enough"),
    "reason-interests": ("interests of justice",),
    "reason-national": ("unwilling", "national trial", "national authorities"),
    "reason-no-basis": ("did not amount", "contextual elements", "want of subject-matter", "lawful military target"),
    "reason-statehood": ("is a State",),
}
"""Class of words -> what the entry of such an end says."""
BASIS = ("reason to believe", "reasonable basis to believe")
"""What an entry says where crimes were seen all the same."""
NEWS = 45
"""Days within which the end of an examination may be what a report is about."""


def given(q: Question) -> Finding | None:
    """On "The case was not grave enough, she found": the reason on record, or another."""
    asked = [name for name in REASONS if q.cue(name)]
    if len(asked) != 1 or q.prop.negated or q.prop.hedge or q.prop.conditional or q.prop.tense == "future":
        return None
    ended = _events(q, situations(q), *ENDED)
    q.ignore("court", "otp", "org", "person", "treaty", "act", "city", "chamber", "quantified", "number")
    if q.dates():
        meant = [x for x in ended if q.fits(*_days(x[1])) is True]
    else:
        meant = [x for x in ended if 0 <= (q.day() - days.first(_days(x[1])[-1])).days <= NEWS]
        meant = meant or (ended if len(ended) == 1 else [])
    told = [(x, r) for x in meant if (r := _reasons(x))]
    if not told:
        return None
    (s, e), reasons = told[-1]
    right = f"{e.text} ({s.name}, {q.words(e.on)})"
    holds: bool | None = asked[0] in reasons
    if not holds and asked[0] == "reason-no-basis" and not _saw_crimes((s, e)):
        holds = None
    return Finding(holds, right, right, e.sources, (s.id,), ("53",), polar=False)


def _reasons(step: Step) -> set[str]:
    text = step[1].text or ""
    return {name for name, words in REASONS.items() if any(w in text for w in words)}


def _saw_crimes(step: Step) -> bool:
    """Whether the entry says that crimes were seen, or that only what they called for was in doubt."""
    text = step[1].text or ""
    return any(w in text for w in BASIS) or "interests of justice" in text


def own_motion(q: Question) -> Finding | None:
    """On "The inquiry was opened on the prosecutor's own initiative": of the situation that is meant, or of all."""
    listed = [s for s in situations(q) if s.kind == "investigation" and s.trigger] if q.entities("situation") else []
    ways = {s.trigger for s in listed}
    if len(ways) == 1 and q.cue("open", "investigation") and q.past() and not q.prop.negated and not q.cue("may-do"):
        s = listed[0]
        how = "on the Prosecutor's own motion" if s.trigger == "proprio-motu" else "after a referral"
        right = f"{s.name} came before the Court {how}."
        q.ignore("court", "otp", "person", "quantified", "state")
        return Finding(s.trigger == "proprio-motu", right, right, s.sources, (s.id,), ("13", "15"))
    return statute(q)
