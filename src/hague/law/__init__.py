"""law: the Rome Statute as a tree of rules, and what it comes to on given facts.

``assess(facts, as_of, kind=..., record=...)`` gives a finding with its reasons. What decides is one tree of rules
(``hague.law.jurisdiction`` and its neighbours, a module for each subject of the Statute); facts of record come from
``hague.record``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

from hague.errors import InputRefused, Problem
from hague.law.assessment import Finding
from hague.law.case import Reason
from hague.record import Record, load

if TYPE_CHECKING:
    from hague.law import admissibility, arrest

    AnyFinding = Finding | arrest.Finding | admissibility.Finding

__all__ = ["KINDS", "Finding", "Reason", "assess"]

_MODULES = {"jurisdiction": "assessment", "arrest-duty": "arrest", "admissibility": "admissibility"}
"""Kind of question -> the module that answers it, imported when first asked."""
KINDS = tuple(_MODULES)


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
    if kind not in _MODULES:
        raise InputRefused("The kind of question is not known.", [Problem("kind", kind, f"one of {', '.join(KINDS)}")])
    answer: Callable[..., AnyFinding] = import_module(f"hague.law.{_MODULES[kind]}").assess
    return answer(facts, as_of, record or load(), brief)
