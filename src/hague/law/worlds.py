"""Every way in which the missing facts of one case may turn out, as rows for the SQL tree.

``assess`` decides a case as it is told and, where that leaves it open, in every *world*: each missing fact and open
question given a value. The rows here hold the same cases, so that ``hague.law.sql`` can decide them elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from msgspec import Struct

from hague.law import settle
from hague.law.assessment import _QUESTIONS, _case, _missing, _stretches
from hague.law.consent import Row
from hague.law.facts import conduct
from hague.law.truth import UNKNOWN
from hague.record import Record

QUESTIONS: Final = _QUESTIONS
"""The open questions of law on which jurisdiction may turn."""


class World(Struct, frozen=True):
    """One stretch of time in one world. ``number`` is 0 for the case as told; ``facts`` hold those of the case, of its
    first place and nationality, and the answers to open questions."""

    number: int
    stretch: int
    facts: Row


def worlds(facts: Mapping[str, Any], as_of: date, record: Record) -> Iterator[World]:
    """The case as told, then each world, stretch by stretch. Takes one place and one nationality at most.

    Raises ``InputRefused`` with every problem of the facts.
    """
    given = conduct(facts, as_of, record)
    missing = _missing(given, as_of, record)
    supposed: list[dict[str, Any]] = [{}]
    supposed += [dict(zip(missing, values, strict=True)) for values in settle.assignments(missing)]
    for number, suppose in enumerate(supposed):
        for at, stretch in enumerate(_stretches(given, as_of, record)):
            case = _case(given, as_of, record, stretch, suppose)
            (place,), (nationality,) = case.places, case.nationalities
            answers = {f"open.{q}": case.answers.get(q, UNKNOWN) for q in QUESTIONS}
            yield World(number, at, {**case.facts, **place, **nationality, **answers})
