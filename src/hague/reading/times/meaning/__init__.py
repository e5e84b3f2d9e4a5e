"""What a matched pattern means: one small function for each kind of time expression, by the name that rules use.

A function gets the place (a ``Context``: anchor, what was named before, tense) and the match, and returns a ``Value``
or ``None`` where the words mean no time after all (``May`` in "May I"). The modules register theirs on import.
"""

from __future__ import annotations

from hague.reading.times.meaning import dates, hours, lengths, relative, seasons, weekdays
from hague.reading.times.meaning.registry import MEANINGS, Value

__all__ = ["MEANINGS", "Value", "dates", "hours", "lengths", "relative", "seasons", "weekdays"]
