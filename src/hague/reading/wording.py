"""Lists of words kept as running text."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """The words of ``listed``, which blanks divide."""
    return frozenset(listed.split())
