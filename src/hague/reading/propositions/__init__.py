"""Clauses as propositions: who is said to have done what to whom, when, and how surely.

``extract`` cuts each sentence into clauses, looks up its words in the lexicon (``lexicon.toml``), finds the rows of
``predicates.toml`` that hold, and hangs names, numbers, acts and times on them. A role is named after the kind of its
argument and its slot: ``state.by``, ``person.obj``, ``number.judge``, ``time.since``; a second one of the same name
carries ``#2``. No claim is judged here.
"""

from __future__ import annotations

from hague.reading.model import Argument, Proposition, Report, Span
from hague.reading.propositions.extraction import Extractor
from hague.record import Record

__all__ = ["Argument", "Proposition", "Span", "extract"]


def extract(report: Report, record: Record | None = None) -> tuple[Proposition, ...]:
    """The propositions of a report in order. Needs its sentences, mentions and times; ``record`` gives adjectives of
    nationality and who has a case before the Court (the shipped record by default)."""
    from hague.record import load

    return tuple(Extractor(report, record or load()).run())
