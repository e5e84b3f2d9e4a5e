"""Whether a report is about the Court: it names it, or names what only it has to do with."""

from __future__ import annotations

import re

from hague.reading.model import Report
from hague.record import Record
from hague.record.model import Person

COURT_NAMES = frozenset(("icc", "otp", "treaty:rome-statute", "asp"))
RULERS = ("head-of-state", "head-of-government", "minister")
OF_COURT = ("icc", "otp", "presidency", "registry")
PLAIN_WORDS = ("court", "statute", "tribunal", "office", "prosecutor", "treaty")
"""Words of mentions that may mean another court's."""
HAGUE = ("Hague court", "court in The Hague", "war crimes court in The Hague")
OTHER_COURT = re.compile(
    r"(?<![\w-])(?!The\b)[A-Z][\w-]{1,40} (?:[A-Z][\w-]{1,40} )?(?:Court|Tribunal)s?\b"
    r"|\bCourt of|\bTribunal\b|\b[a-z]+ Court on\b"
)
"""Names of courts: "African Court", "Court of Justice"."""
A_COURT = re.compile(r"\bcourt\b", re.IGNORECASE)
PERMANENT = re.compile(r"\b(?:permanent|world|global|international) (?:war.crimes|criminal) court\b", re.IGNORECASE)
JOINED = re.compile(r"\b(?:ratif\w+|acced\w+|accession|States? [Pp]art(?:y|ies)|member [Ss]tates?)")
PROSECUTORS = re.compile(r"\bprosecutor", re.IGNORECASE)
WARRANTS = re.compile(r"\b(?:warrants?|wanted)\b")
OF_A_TRIAL = re.compile(r"\b(?:judges?|charges?|trials?|verdicts?|warrants?|convict\w+|acquit\w+)\b")


def about_court(report: Report, record: Record) -> bool:
    """Whether the report names the Court, not just "the court", or persons and steps of which only it has to do."""
    text = report.text
    if any(name in text for name in HAGUE) or PERMANENT.search(text):
        return True
    for m in report.mentions:
        of_court = m.entity in COURT_NAMES or (m.entity or "").startswith("chamber:")
        if of_court and text[m.start : m.end].lower().removeprefix("the ") not in PLAIN_WORDS:
            return True
    persons = {m.entity: record.persons[m.entity] for m in report.mentions if m.entity and m.entity in record.persons}
    cases = [p for p in persons.values() if p.history]
    known_for_it = [p for p in cases if not any(o.capacity in RULERS for o in p.offices)]
    # of rulers there is other news, with other courts in it
    court = any(m.entity == "icc" for m in report.mentions) or "Hague" in text or " court" in text
    if court and (("Hague" in text and cases) or len(known_for_it) >= 2):
        return True
    in_full = [persons[m.entity] for m in report.mentions if m.entity in persons and " " in text[m.start : m.end]]
    return _by_its_people(text, cases, known_for_it, in_full) or (
        bool(A_COURT.search(text) and JOINED.search(text) and PROSECUTORS.search(text)) and not OTHER_COURT.search(text)
    )


def _by_its_people(text: str, cases: list[Person], known_for_it: list[Person], in_full: list[Person]) -> bool:
    """Whether the people named show it: its Prosecutors, several of its accused, one with the membership of States."""
    of_court = {o.capacity for p in in_full for o in p.offices if o.body in OF_COURT}
    joined, court = bool(JOINED.search(text)), bool(A_COURT.search(text))
    if "prosecutor" in of_court and (PROSECUTORS.search(text) or OF_A_TRIAL.search(text)):
        return True
    if of_court and joined and court:
        return True
    if len(cases) >= 3 and court and (known_for_it or not OTHER_COURT.search(text)):
        return True
    if len(known_for_it) >= 3 and OF_A_TRIAL.search(text):
        return True
    return bool(cases) and joined and bool(WARRANTS.search(text))
