"""Procedure as a declared machine of steps: from examination to reparations, each with its article and who decides.

``PERSON`` and ``SITUATION`` are the two machines. A step leads from some stages to another, or changes none (it may be
taken while the case stands where it does). ``stage_of`` says where a person's case or a situation stands on a day,
``what_next`` which steps are open from there, and ``irregular`` lists what a recorded history did that no path of the
Statute allows. A history may leave steps out (the record need not hold every hearing), but it may not go backwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from msgspec import Struct

from hague.record.days import in_words
from hague.record.model import Person, PersonEvent, Situation, SituationEvent
from hague.record.status import cases, in_order


class Step(Struct, frozen=True):
    """``event``: its kind on record. ``before``: stages in which it may be taken. ``after``: the stage that it leads to
    (``None``: no change). ``by``: who decides it."""

    event: str
    article: str
    by: str
    sentence: str
    before: tuple[str, ...]
    after: str | None = None


class Machine(Struct, frozen=True):
    """``stages``: stage -> what it means, in the order of a proceeding."""

    start: str
    stages: Mapping[str, str]
    steps: tuple[Step, ...]

    def steps_for(self, event: str) -> list[Step]:
        return [s for s in self.steps if s.event == event]


class Standing(Struct, frozen=True, kw_only=True):
    """Where a matter stands: the stage, in words, since which event, and which steps are open."""

    stage: str
    meaning: str
    article: str
    since: str | None
    """The (partial) day of the event that led here."""
    event: str | None
    next: tuple[Step, ...]


class Irregularity(Struct, frozen=True):
    """A recorded event that could not be taken where the matter stood."""

    entry: str
    case: str
    event: str
    on: str
    stage: str

    def __str__(self) -> str:
        return (
            f"{self.entry} {self.case}: “{self.event}” of {in_words(self.on)} does not follow from stage “{self.stage}”"
        )


_P_STAGES: Final = {
    "not-before-the-court": "No step against the person is public.",
    "warrant-sought": "The Prosecutor has asked for a warrant.",
    "summons-sought": "The Prosecutor has asked for a summons.",
    "refused": "The judges have refused a warrant or summons.",
    "wanted": "A warrant is out and not executed.",
    "summoned": "A summons to appear has been issued.",
    "arrested": "Arrested by a State, not yet surrendered.",
    "surrendered": "In the Court's custody.",
    "appeared": "The person has appeared before the judges.",
    "confirmation": "The hearing on the charges is held, or its decision awaited.",
    "committed": "Charges are confirmed; trial is to follow.",
    "declined": "The judges have not confirmed the charges.",
    "trial": "The trial is going on.",
    "deliberation": "The hearings are over; judgment is awaited.",
    "acquitted": "Acquitted, subject to appeal.",
    "convicted": "Convicted; the sentence is to follow.",
    "sentenced": "Convicted and sentenced, subject to appeal.",
    "final": "The conviction stands after appeal; the sentence is served.",
    "served": "The sentence has been served.",
    "acquitted-finally": "Acquitted for good.",
    "inadmissible": "The case is inadmissible before the Court.",
    "ended": "The proceedings have ended without a judgment on guilt.",
    "reported-dead": "The person is reported dead, which the Court has not yet found.",
    "dead": "The person has died; proceedings end.",
}
_LIVE = tuple(s for s in _P_STAGES if s not in ("dead", "reported-dead"))
_EVER = tuple(_P_STAGES)
_BEFORE_JUDGES = ("surrendered", "appeared", "confirmation", "committed", "trial", "deliberation")
_PENDING = ("wanted", "summoned", "arrested", *_BEFORE_JUDGES)
_OPEN = (
    "not-before-the-court",
    "refused",
    "warrant-sought",
    "summons-sought",
    "wanted",
    "summoned",
    "ended",
    "declined",
)
_JUDGED = ("acquitted", "convicted", "sentenced", "final", "served", "acquitted-finally")
_PTC, _TC, _AC = "Pre-Trial Chamber", "Trial Chamber", "Appeals Chamber"


def _s(event: str, article: str, by: str, sentence: str, before: Iterable[str], after: str | None = None) -> Step:
    return Step(event, article, by, sentence, tuple(before), after)


PERSON: Final = Machine(
    "not-before-the-court",
    _P_STAGES,
    (
        _s(
            "warrant-requested",
            "58(1)",
            "Prosecutor",
            "Asks for a warrant.",
            ("not-before-the-court", "refused", "summons-sought", "ended", "declined"),
            "warrant-sought",
        ),
        _s("warrant-requested", "58(6)", "Prosecutor", "Asks for a further warrant.", ("warrant-sought", *_PENDING)),
        _s("warrant-refused", "58(1)", _PTC, "Refuses a warrant.", ("warrant-sought", "summons-sought"), "refused"),
        _s("warrant-refused", "58(1)", _PTC, "Refuses a further warrant.", _PENDING),
        _s("warrant-issued", "58(1)", _PTC, "Issues a warrant.", _OPEN, "wanted"),
        _s("warrant-issued", "58(6)", _PTC, "Issues a further warrant.", ("arrested", *_BEFORE_JUDGES)),
        _s("warrant-unsealed", "58", _PTC, "Makes a warrant public.", _LIVE),
        _s("warrant-amended", "58(6)", _PTC, "Amends a warrant.", _PENDING),
        _s("warrant-ended", "58(4)", _PTC, "Withdraws a warrant or declares it without effect.", ("wanted",), "ended"),
        _s(
            "warrant-ended",
            "58(4)",
            _PTC,
            "Withdraws a warrant that is replaced, or of no more use.",
            ("arrested", *_BEFORE_JUDGES, "declined", "ended", "inadmissible", "dead", *_JUDGED),
        ),
        _s(
            "summons-requested",
            "58(7)",
            "Prosecutor",
            "Asks for a summons.",
            ("not-before-the-court", "refused", "ended", "declined"),
            "summons-sought",
        ),
        _s("summons-issued", "58(7)", _PTC, "Issues a summons to appear.", _OPEN, "summoned"),
        _s("summons-issued", "58(7)", _PTC, "Replaces custody or adds a summons.", _BEFORE_JUDGES),
        _s("summons-unsealed", "58(7)", _PTC, "Makes a summons public.", _LIVE),
        _s(
            "arrested",
            "59(1), 89(1)",
            "State",
            "Arrests the person.",
            ("wanted", "not-before-the-court", "warrant-sought"),
            "arrested",
        ),
        _s("arrested", "60(5)", "State", "Arrests the person again.", (*_BEFORE_JUDGES, "summoned")),
        _s("detained-elsewhere", "59", "State", "Detains the person on its own account.", _LIVE),
        _s("released-elsewhere", "59(3)", "State", "Releases the person.", ("arrested",), "wanted"),
        _s("released-elsewhere", "59", "State", "Releases the person from its own custody.", _LIVE),
        _s(
            "surrendered",
            "59(7), 89(1)",
            "State",
            "Hands the person over to the Court.",
            ("wanted", "arrested"),
            "surrendered",
        ),
        _s(
            "surrendered",
            "89(1)",
            "State",
            "Hands the person over on a further warrant.",
            ("summoned", *_BEFORE_JUDGES),
        ),
        _s(
            "first-appearance",
            "60(1)",
            _PTC,
            "Tells the person of the charges and rights.",
            ("surrendered", "summoned"),
            "appeared",
        ),
        _s(
            "first-appearance",
            "60(1)",
            _PTC,
            "Appearance on a further warrant.",
            ("appeared", "confirmation", "committed"),
        ),
        _s(
            "interim-release",
            "60(2), 81(3)(c)",
            "Chamber",
            "Releases pending proceedings.",
            (*_BEFORE_JUDGES, *_JUDGED),
        ),
        _s("returned-to-custody", "60(5)", "Chamber", "Orders return to custody.", (*_BEFORE_JUDGES, *_JUDGED)),
        _s(
            "in-absentia-hearing",
            "61(2)(b)",
            _PTC,
            "Decides to hold the hearing on the charges in the person's absence.",
            ("wanted",),
            None,
        ),
        _s(
            "confirmation-hearing",
            "61(1)",
            _PTC,
            "Holds the hearing on the charges.",
            ("appeared", "wanted"),
            "confirmation",
        ),
        _s(
            "charges-confirmed",
            "61(7)(a)",
            _PTC,
            "Confirms charges and commits for trial.",
            ("confirmation",),
            "committed",
        ),
        _s("charges-declined", "61(7)(b)", _PTC, "Declines to confirm the charges.", ("confirmation",), "declined"),
        _s(
            "charges-amended",
            "61(9)",
            _PTC,
            "Amends the charges, or their legal description (regulation 55).",
            ("committed", "trial", "deliberation"),
        ),
        _s(
            "charges-amended",
            "61(4)",
            "Prosecutor",
            "Amends the charges before the hearing.",
            ("surrendered", "appeared", "confirmation", "wanted", "summoned"),
        ),
        _s(
            "charges-withdrawn",
            "61(9)",
            "Prosecutor",
            "Withdraws the charges.",
            ("confirmation", "committed", "trial"),
            "ended",
        ),
        _s(
            "charges-withdrawn",
            "61(4)",
            "Prosecutor",
            "Withdraws charges.",
            ("appeared", "wanted", "summoned", "surrendered"),
            "ended",
        ),
        _s("charges-withdrawn", "61(9)", "Prosecutor", "Withdraws the charges of a case that is ending.", ("ended",)),
        _s("case-severed", "64(5)", "Chamber", "Separates the case from that of others.", _LIVE),
        _s("case-admissible", "19(1)", "Chamber", "Finds the case admissible.", (*_PENDING, *_JUDGED)),
        _s("case-inadmissible", "19(1)", _PTC, "Finds the case inadmissible.", _PENDING, "inadmissible"),
        _s("unfit-for-trial", "64(8)", "Chamber", "Finds the person unfit to stand trial.", _BEFORE_JUDGES),
        _s("fit-for-trial", "64(8)", "Chamber", "Finds the person fit to stand trial.", _BEFORE_JUDGES),
        _s("trial-opened", "64", _TC, "Opens the trial.", ("committed",), "trial"),
        _s("trial-closed", "74", _TC, "Ends the hearings.", ("trial",), "deliberation"),
        _s("trial-closed", "76", _TC, "Ends the hearings on the sentence.", ("convicted",)),
        _s("no-case-to-answer", "66, 74", _TC, "Acquits after the Prosecutor's case.", ("trial",), "acquitted"),
        _s("acquitted", "74", _TC, "Acquits.", ("trial", "deliberation"), "acquitted"),
        _s("acquitted", "74(5)", "Chamber", "Gives the reasons of an acquittal.", ("acquitted", "acquitted-finally")),
        _s("convicted", "74", _TC, "Convicts.", ("trial", "deliberation"), "convicted"),
        _s("convicted", "65", _TC, "Convicts on an admission of guilt.", ("committed",), "convicted"),
        _s("convicted", "74", _TC, "Convicts of other charges.", ("acquitted",), "convicted"),
        _s("sentenced", "76", _TC, "Sentences.", ("convicted", "sentenced"), "sentenced"),
        _s("sentenced", "76", _TC, "Sentences anew after an appeal.", ("final",), "final"),
        _s("sentence-amended", "83(3)", _AC, "Amends the sentence.", ("sentenced", "final", "served")),
        _s(
            "sentence-reduced",
            "110(3)",
            "Judges of the Appeals Chamber",
            "Reduces the sentence.",
            ("sentenced", "final"),
        ),
        _s("appeal-lodged", "81, 82", "Prosecutor or defence", "Appeals.", _LIVE),
        _s("appeal-decided", "83", _AC, "Decides an appeal.", _EVER),
        _s(
            "conviction-confirmed",
            "83(2)",
            _AC,
            "Confirms the conviction.",
            ("sentenced", "convicted", "final"),
            "final",
        ),
        _s(
            "conviction-reversed",
            "83(2)",
            _AC,
            "Reverses the conviction.",
            ("convicted", "sentenced", "final"),
            "acquitted-finally",
        ),
        _s("sentence-confirmed", "83(3)", _AC, "Confirms the sentence.", ("sentenced", "final"), "final"),
        _s("sentence-confirmed", "83(3)", _AC, "Confirms a sentence already served.", ("served",)),
        _s("conviction-confirmed", "83(2)", _AC, "Confirms a conviction whose sentence has been served.", ("served",)),
        _s("acquittal-appealed", "81(1)(a)", "Prosecutor", "Appeals the acquittal.", ("acquitted",)),
        _s("acquittal-confirmed", "83", _AC, "Confirms the acquittal.", ("acquitted",), "acquitted-finally"),
        _s(
            "proceedings-vacated",
            "64, 66",
            _TC,
            "Ends the trial without prejudice.",
            ("committed", "trial", "acquitted"),
            "ended",
        ),
        _s(
            "case-terminated",
            "19, 61, 64",
            "Chamber",
            "Ends the case.",
            (*_PENDING, "warrant-sought", "summons-sought"),
            "ended",
        ),
        _s(
            "case-terminated",
            "19, 61, 64",
            "Chamber",
            "Records the end of the case.",
            ("ended", "declined", "inadmissible", "acquitted", "acquitted-finally", "dead"),
        ),
        _s(
            "released",
            "81(3)",
            "Chamber",
            "Releases after the end of the case.",
            (
                "acquitted",
                "acquitted-finally",
                "ended",
                "declined",
                "served",
                "convicted",
                "sentenced",
                "final",
                "dead",
            ),
        ),
        _s("released", "60(3)", "Chamber", "Releases from custody.", _BEFORE_JUDGES),
        _s(
            "transferred-to-serve",
            "103",
            "Presidency",
            "Moves the person to the State of enforcement.",
            ("sentenced", "final"),
        ),
        _s("sentence-served", "110", "Court", "The sentence ends.", ("sentenced", "final"), "served"),
        _s(
            "reparations-ordered",
            "75",
            _TC,
            "Orders reparations.",
            ("convicted", "sentenced", "final", "served", "dead"),
        ),
        _s(
            "reparations-amended",
            "75, 82(4)",
            _AC,
            "Amends the order for reparations.",
            ("convicted", "sentenced", "final", "served", "dead"),
        ),
        _s(
            "compensation-refused",
            "85",
            "Chamber",
            "Refuses compensation.",
            ("acquitted", "acquitted-finally", "ended", "declined", "final", "served"),
        ),
        _s("died", "25(1)", "—", "The person dies.", _EVER, "dead"),
        _s("death-reported", "25(1)", "—", "The person is reported dead.", _LIVE, "reported-dead"),
        _s(
            "warrant-issued",
            "58(1)",
            _PTC,
            "Issues a warrant as the death is not established.",
            ("reported-dead",),
            "wanted",
        ),
        _s("warrant-issued", "58(1)", _PTC, "Issues a warrant before the death is established.", ("dead",)),
        _s("case-terminated", "58(4)", "Chamber", "Ends the case on proof of death.", ("reported-dead",), "dead"),
        _s(
            "warrant-ended",
            "58(4)",
            _PTC,
            "Declares a warrant without effect on proof of death.",
            ("reported-dead",),
            "dead",
        ),
        _s("other", "—", "—", "Another step.", _EVER),
    ),
)

_S_STAGES: Final = {
    "not-before-the-court": "Nothing about the situation is public.",
    "examination": "The Prosecutor examines whether to investigate.",
    "authorisation-sought": "The Prosecutor has asked for authorisation.",
    "investigation": "The Prosecutor investigates.",
    "suspended": "The investigation is suspended after a State asked for deferral.",
    "concluded": "The investigation phase is over; cases go on.",
    "closed": "The Prosecutor has decided not to investigate.",
}
_ANY = tuple(_S_STAGES)
SITUATION: Final = Machine(
    "not-before-the-court",
    _S_STAGES,
    (
        _s("communications-received", "15(2)", "Anyone", "Sends information to the Prosecutor.", _ANY),
        _s("article-12-3-declaration", "12(3)", "State", "Accepts jurisdiction.", _ANY),
        _s(
            "state-referral",
            "14",
            "State Party",
            "Refers the situation.",
            ("not-before-the-court", "closed"),
            "examination",
        ),
        _s("state-referral", "14", "State Party", "Refers a situation that is before the Court.", _ANY[1:]),
        _s(
            "unsc-referral",
            "13(b)",
            "Security Council",
            "Refers the situation.",
            ("not-before-the-court", "closed"),
            "examination",
        ),
        _s(
            "examination-opened",
            "15(2), 53(1)",
            "Prosecutor",
            "Opens an examination.",
            ("not-before-the-court", "examination", "closed"),
            "examination",
        ),
        _s(
            "examination-made-public",
            "15(2)",
            "Prosecutor",
            "Makes an examination public.",
            ("not-before-the-court", "examination"),
            "examination",
        ),
        _s("examination-reopened", "15(6)", "Prosecutor", "Reopens an examination.", ("closed",), "examination"),
        _s("examination-phase", "53(1)", "Prosecutor", "Moves the examination to another phase.", ("examination",)),
        _s(
            "examination-closed",
            "15(6), 53(1)",
            "Prosecutor",
            "Closes the examination.",
            ("examination", "closed"),
            "closed",
        ),
        _s(
            "not-to-investigate",
            "53(1)",
            "Prosecutor",
            "Decides not to investigate.",
            ("examination", "closed"),
            "closed",
        ),
        _s("review-requested", "53(3)", "State or Council", "Asks for review.", ("closed",)),
        _s("reconsideration-ordered", "53(3)(a)", _PTC, "Asks the Prosecutor to reconsider.", ("closed",)),
        _s("decision-maintained", "53(3), rule 108", "Prosecutor", "Keeps to the decision.", ("closed",)),
        _s(
            "authorisation-requested",
            "15(3)",
            "Prosecutor",
            "Asks for authorisation.",
            ("examination", "closed"),
            "authorisation-sought",
        ),
        _s("authorisation-refused", "15(5)", _PTC, "Refuses authorisation.", ("authorisation-sought",), "examination"),
        _s(
            "authorisation-granted",
            "15(4)",
            _PTC,
            "Authorises an investigation.",
            ("authorisation-sought", "examination"),
            "investigation",
        ),
        _s(
            "authorisation-amended",
            "15(4)",
            "Chamber",
            "Widens or narrows the authorisation.",
            ("investigation", "suspended", "concluded"),
        ),
        _s(
            "investigation-opened",
            "53(1)",
            "Prosecutor",
            "Opens an investigation.",
            ("examination", "investigation", "closed"),
            "investigation",
        ),
        _s("deferral-requested", "18(2)", "State", "Asks the Prosecutor to defer.", ("investigation", "suspended")),
        _s(
            "investigation-suspended",
            "18(2)",
            "Prosecutor",
            "Suspends the investigation.",
            ("investigation",),
            "suspended",
        ),
        _s("investigation-resumed", "18(2)", _PTC, "Authorises to resume.", ("suspended",), "investigation"),
        _s(
            "investigation-concluded",
            "53",
            "Prosecutor",
            "Ends the investigation phase.",
            ("investigation", "suspended"),
            "concluded",
        ),
        _s(
            "decision-maintained",
            "82",
            _AC,
            "Confirms a decision on the investigation.",
            ("investigation", "suspended", "concluded"),
        ),
        _s("jurisdiction-ruling", "19", "Chamber", "Rules on jurisdiction.", _ANY),
        _s("scope-extended", "15, 53", "Prosecutor", "Widens the scope.", _ANY),
        _s("seizure-noted", "13", "Court", "Notes that it is seized.", _ANY),
        _s("other", "—", "—", "Another step.", _ANY),
    ),
)


def stage_of(entry: Person | Situation, as_of: date | None = None, case: str | None = None) -> Standing:
    """Where a person's case (the first, unless ``case`` names another) or a situation stands on a day."""
    if isinstance(entry, Situation):
        return _standing(SITUATION, in_order(entry.history, as_of))
    by_case = cases(entry, as_of)
    events = by_case.get(case, []) if case else next(iter(by_case.values()), [])
    return _standing(PERSON, events)


def what_next(entry: Person | Situation, as_of: date | None = None, case: str | None = None) -> tuple[Step, ...]:
    """The steps open from where the matter stands, those that move it on first."""
    return stage_of(entry, as_of, case).next


def irregular(entry: Person | Situation, as_of: date | None = None) -> list[Irregularity]:
    """The recorded events that no path allows. Steps left out by the record are no fault; going backwards is."""
    if isinstance(entry, Situation):
        return _irregular(SITUATION, entry.id, "", in_order(entry.history, as_of))
    found: list[Irregularity] = []
    for number, events in cases(entry, as_of).items():
        found += _irregular(PERSON, entry.id, number, events)
    return found


def _standing(machine: Machine, events: Iterable[PersonEvent] | Iterable[SituationEvent]) -> Standing:
    stage, since = machine.start, None
    article = ""
    for event in events:
        step = _step(machine, stage, event.event)
        if step is not None and step.after is not None:
            stage, since, article = step.after, event, step.article
    open_steps = [s for s in machine.steps if stage in s.before and s.event != "other"]
    ordered = sorted(open_steps, key=lambda s: s.after is None)
    return Standing(
        stage=stage,
        meaning=machine.stages[stage],
        article=article,
        since=since.on if since else None,
        event=since.event if since else None,
        next=tuple(ordered),
    )


def _irregular(
    machine: Machine, entry: str, case: str, events: Iterable[PersonEvent] | Iterable[SituationEvent]
) -> list[Irregularity]:
    stage, found = machine.start, []
    for event in events:
        step = _step(machine, stage, event.event)
        if step is None:
            found.append(Irregularity(entry, case, event.event, event.on, stage))
        elif step.after is not None:
            stage = step.after
    return found


def _step(machine: Machine, stage: str, event: str) -> Step | None:
    """The step that an event takes from a stage: directly, or after steps that the record leaves out."""
    steps = machine.steps_for(event)
    direct = next((s for s in steps if stage in s.before), None)
    if direct is not None:
        return direct
    reached = _reachable(machine is PERSON, stage)
    return next((s for s in steps if any(b in reached for b in s.before)), None)


@lru_cache(maxsize=128)
def _reachable(person: bool, stage: str) -> frozenset[str]:
    """The stages to which steps that go forward lead from one, in any number."""
    machine = PERSON if person else SITUATION
    order = {name: i for i, name in enumerate(machine.stages)}
    found = {stage}
    waiting = [stage]
    while waiting:
        current = waiting.pop()
        for step in machine.steps:
            after = step.after
            if current in step.before and after and after not in found and order[after] > order[current]:
                found.add(after)
                waiting.append(after)
    return frozenset(found)
