"""What a clause is: a stretch of a sentence, and where its subject is found."""

from __future__ import annotations

from typing import Literal, NamedTuple

Subject = Literal["own", "inherited", "antecedent", "following"]


class Clause(NamedTuple):
    """Words ``[first, last)`` of the sentence. ``subject`` says where a missing subject is found; ``after`` marks
    ``whether`` and ``if`` clauses, ``attributed`` those whose attribution was set aside."""

    first: int
    last: int
    subject: Subject = "own"
    attributed: bool = False
    whether: bool = False
    negated: bool = False
    open: bool = False
    """A ``whether`` clause that the sentence calls an open question."""
    holes: tuple[tuple[int, int], ...] = ()
    """Stretches within it that are clauses of their own ("X, who fled in 2011, was arrested")."""

    def has(self, i: int) -> bool:
        """Whether word ``i`` is the clause's own."""
        return self.first <= i < self.last and not any(a <= i < b for a, b in self.holes)
