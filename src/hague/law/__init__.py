"""law: the Rome Statute as a tree of rules, and what it comes to on given facts.

``assess(facts, as_of, kind=..., record=...)`` gives a finding with its reasons. What decides is one tree of rules
(``hague.law.jurisdiction`` and its neighbours, a module for each subject of the Statute); facts of record come from
``hague.record``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from hague.errors import InputRefused, Problem
from hague.law import admissibility, arrest, assessment
from hague.law.assessment import Finding
from hague.law.case import Reason
from hague.record import Record, load

__all__ = ["KINDS", "AnyFinding", "Finding", "Reason", "assess"]

AnyFinding = Finding | arrest.Finding | admissibility.Finding
_BY_KIND: dict[str, Callable[[Mapping[str, Any], date, Record, bool], AnyFinding]] = {
    "jurisdiction": assessment.assess,
    "arrest-duty": arrest.assess,
    "admissibility": admissibility.assess,
}
KINDS = tuple(_BY_KIND)


def assess(
    facts: Mapping[str, Any],
    as_of: date,
    *,
    kind: str = "jurisdiction",
    record: Record | None = None,
    brief: bool = False,
) -> Any:
    """A finding on ``facts``, by the law and the record as known on ``as_of``.

    ``kind`` is ``jurisdiction`` (gives ``assessment.Finding``), ``arrest-duty`` (``arrest.Finding``) or
    ``admissibility`` (``admissibility.Finding``). ``brief`` leaves in the opinion only the reasons that
    decide. Raises ``InputRefused`` with every problem of the facts, or for a kind that is none of these.
    """
    if kind not in _BY_KIND:
        raise InputRefused("The kind of question is not known.", [Problem("kind", kind, f"one of {', '.join(KINDS)}")])
    return _BY_KIND[kind](facts, as_of, record or load(), brief)
