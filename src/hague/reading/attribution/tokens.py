"""Words as the attribution tagger counts them: runs of letters and digits, single other characters, line ends."""

from __future__ import annotations

import re

TOKEN = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*|\n\s*|[^\w\s]|_")


def tokens(text: str) -> list[tuple[int, int]]:
    """Offsets of every token of ``text``, in order. A line end with the blanks after it is one token."""
    return [m.span() for m in TOKEN.finditer(text)]
