"""Whom "it", "he" or "the country" may also mean: a pronoun tied to the wrong name makes no claim wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from hague.reading.model import Proposition, Report
from hague.record import Record
from hague.record.model import Person, State

REACH = 1500
"""Characters before a clause in which a pronoun of it may have its name."""
MOST = 8
_LABEL = re.compile(r"^\s*([A-Z][A-Z .'-]{2,40}):", re.MULTILINE)
"""A heading in capitals: "SENEGAL: It was the first"."""
KINDS = ("state", "person")
NAMELESS = ("context", "topic", "guess")
Known = Mapping[str, State] | Mapping[str, Person]


def others(prop: Proposition, report: Report, record: Record) -> Iterator[Proposition]:
    """``prop`` with each other State or person that its pronoun may stand for, the nearest first; nothing where the
    clause names one of the kind itself."""
    for kind in KINDS:
        of_kind = {k: a for k, a in prop.roles.items() if k.startswith(kind + ".") and a.value not in NAMELESS}
        pronouns = {k: a for k, a in of_kind.items() if a.value == "pronoun"}
        if not pronouns or len(pronouns) < len(of_kind):
            continue
        taken = {a.entity for a in pronouns.values()}
        known: Known = record.states if kind == "state" else record.persons
        if _just_named(prop, report, known) == taken:
            continue
        for entity in _before(prop, report, known, kind):
            if entity not in taken:
                yield replace(prop, roles={**prop.roles, **{k: replace(a, entity=entity) for k, a in pronouns.items()}})


def _before(prop: Proposition, report: Report, known: Known, kind: str) -> list[str]:
    label = _LABEL.search(report.text, max(0, report.text.rfind("\n", 0, prop.span.start)), prop.span.start)
    if label is not None and kind == "state":
        found = [s.id for s in known.values() if s.name.casefold() == label[1].strip().casefold()]
        if found:
            return found
    near = [m.entity for m in report.mentions if prop.span.start - REACH <= m.start and m.end <= prop.span.end]
    after = [m.entity for m in report.mentions if m.start >= prop.span.end]  # of a ticker with the latest first
    return list(dict.fromkeys(e for e in (*reversed(near), *after) if e and e in known))[:MOST]


def _just_named(prop: Proposition, report: Report, known: Known) -> set[str | None]:
    """What the sentence names before the clause: "Ukraine's parliament voted, and the country became a member"."""
    begins = next((s.start for s in report.sentences if s.start <= prop.span.start < s.end), prop.span.start)
    return {m.entity for m in report.mentions if begins <= m.start and m.end <= prop.span.start and m.entity in known}


def of_a_body(prop: Proposition, report: Report) -> bool:
    """Whether the name next before a clause with "it" is that of a body other than the Court, such as the Security
    Council: then no State is meant."""
    if not any(k.startswith("state.subj") and a.value == "pronoun" for k, a in prop.roles.items()):
        return False
    before = [m for m in report.mentions if m.end <= prop.span.start and m.entity]
    last = (before[-1].entity or "") if before else ""
    return last.startswith("org:")
