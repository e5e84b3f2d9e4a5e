"""What would settle an unknown answer: the smallest sets of missing facts and open questions.

Every missing fact has a few values that could make a difference. All their combinations are decided; a set of facts
settles the answer if some values of it leave the same answer whatever the others are. Trying one fact at a time would
miss "(a and b) or (c and d)".
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from itertools import combinations, product
from typing import TypeVar

F = TypeVar("F", bound=Hashable)
Assignment = tuple[object, ...]


def assignments(values: Mapping[str, Sequence[object]]) -> list[Assignment]:
    """Every combination of values, in the order of the facts."""
    return list(product(*values.values()))


def settling_sets(
    facts: Sequence[str], answers: Mapping[Assignment, F], undecided: F | None = None
) -> list[tuple[str, ...]]:
    """The minimal sets of ``facts`` of which some values alone leave a single answer, smallest first.

    ``answers`` holds the answer for each combination of values, in the order of ``facts``. An answer equal to
    ``undecided`` does not count as one.
    """
    found: list[frozenset[int]] = []
    for size in range(1, len(facts) + 1):
        for chosen in combinations(range(len(facts)), size):
            if any(smaller <= set(chosen) for smaller in found):
                continue
            seen: dict[Assignment, set[F]] = {}
            for values, answer in answers.items():
                seen.setdefault(tuple(values[i] for i in chosen), set()).add(answer)
            if any(len(answers_left) == 1 and undecided not in answers_left for answers_left in seen.values()):
                found.append(frozenset(chosen))
    return [tuple(facts[i] for i in sorted(s)) for s in found]
