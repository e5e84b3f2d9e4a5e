"""Days given by a user: one strict spelling, and an error that helps."""

from __future__ import annotations

from datetime import date

from hague.errors import InputRefused, Problem


def day(given: str | date | None, where: str) -> date | None:
    """A calendar day from ``YYYY-MM-DD`` (or a ``date``; ``None`` stays ``None``).

    ``where`` names the option or argument in the error. Raises ``InputRefused``.

    >>> day("2024-05-03", "--date")
    datetime.date(2024, 5, 3)
    >>> day("2024-02-30", "--date")
    Traceback (most recent call last):
    hague.errors.InputRefused: A day cannot be used.
      --date: given '2024-02-30'; expected a day that exists, written YYYY-MM-DD, as 2024-05-03
    """
    if given is None or isinstance(given, date):
        return given
    try:
        if len(given) == 10:
            return date.fromisoformat(given)
    except ValueError:
        pass
    expected = "a day that exists, written YYYY-MM-DD, as 2024-05-03"
    raise InputRefused("A day cannot be used.", [Problem(where, given, expected)])
