"""law: the Rome Statute as a tree of rules, and what it comes to on given facts.

``assess(facts, as_of, kind=..., record=...)`` gives a finding with its reasons. What decides is one tree of rules
(``hague.law.jurisdiction`` and its neighbours, a module for each subject of the Statute); facts of record come from
``hague.record``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from hague.errors import InputRefused, Problem
from hague.law.assessment import Finding
from hague.law.case import Reason
from hague.record import Record, load

__all__ = ["KINDS", "Finding", "Reason", "assess"]

KINDS = ("jurisdiction",)


def assess(
    facts: Mapping[str, Any], as_of: date, *, kind: str = "jurisdiction", record: Record | None = None
) -> Finding:
    """A finding on ``facts``, by the law and the record as known on ``as_of``.

    Raises ``InputRefused`` with every problem of the facts, or for a kind that is not one of ``KINDS``.
    """
    from hague.law import assessment

    if kind == "jurisdiction":
        return assessment.assess(facts, as_of, record or load())
    raise InputRefused("The kind of question is not known.", [Problem("kind", kind, f"one of {', '.join(KINDS)}")])
