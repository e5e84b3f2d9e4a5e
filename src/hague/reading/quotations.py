"""Quotations: outermost pairs of marks, in whatever style a text uses, true to its faults.

A straight mark opens or closes by what stands beside it; an apostrophe is not a mark; a quotation that runs over
paragraphs opens each of them again and closes once. Nothing is looked for across a paragraph that does not do so.
"""

from __future__ import annotations

import re

from hague.reading.model import Quotation

_MARK = re.compile(r"''|``|[\"“”„«»‟‘’‚']|\n[ \t]*(?=\n)")
_CLOSERS = {
    "“": "”", "„": "“”", "‟": "”", "«": "»", '"': '"', "``": "''", "''": "''", "‘": "’", "'": "'", "‚": "‘’",
    "»": "«", "”": "”",
}  # fmt: skip
_SINGLE = ("'", "‘", "‚", "''")
_SINGLE_CANDIDATES = 24
_SPEECH_END = ",.!?…;—–-"
_BEFORE_SCARE = re.compile(
    r"(?:^|\W)(?:the|an?|this|that|its|their|his|her|our|some|any|no|so-called|of|as|from|for|in|and|or)\s*$", re.I
)
_CONTENT_WORD = re.compile(r"\w+")
_SPEECH_BEFORE = re.compile(r"[,:]\s*$")


def find(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations in order, marks included.

    >>> [(q.start, q.end, q.closed) for q in find('He said: “We ‘won’.” She did not.')]
    [(9, 20, True)]
    """
    out: list[Quotation] = []
    opened: int | None = None
    opener = ""
    for mark in _MARK.finditer(text):
        kind, at = mark.group(), mark.start()
        if kind[0] == "\n":
            if opened is not None:
                out.append(_quotation(text, opened, _trimmed(text, opened, at), closed=False))
                opened = None
            continue
        if opened is None:
            if _opens(text, kind, at, mark.end()):
                opened, opener = at, kind
        elif kind in _CLOSERS[opener] and _closes(text, kind, opener, opened, at, mark.end()):
            out.append(_quotation(text, opened, mark.end(), closed=True))
            opened = None
        elif kind == opener and kind in "“„«" and _opens(text, kind, at, mark.end()) and _new_line(text, at):
            # A paragraph that opens again: the one before ran on.
            out.append(_quotation(text, opened, _trimmed(text, opened, at), closed=False))
            opened = at
    if opened is not None and opener not in _SINGLE:
        out.append(_quotation(text, opened, _trimmed(text, opened, len(text)), closed=False))
    return tuple(out)


def _opens(text: str, kind: str, at: int, end: int) -> bool:
    if kind not in _CLOSERS or (kind in ("”", "»", "''") and not _swapped(text, kind, at, end)):
        return False
    after = text[end : end + 1]
    before = text[at - 1] if at else " "
    if not after or (after.isspace() and kind != "«"):
        return False
    if kind in ("“", "„", "«", "``", "‟"):
        return True
    if before.isalnum() or before in ".,!?;:)]…”’%":
        return False
    if kind in ("'", "‘", "‚"):
        return bool(after.isalpha() or after in '[(…“"') and _single_closes(text, kind, at, end)
    return True


def _swapped(text: str, kind: str, at: int, end: int) -> bool:
    """Marks the other way round: »so«, ”so”, ''so''."""
    before = text[at - 1] if at else " "
    after = text[end : end + 1]
    return (before.isspace() or before in "([—–-") and (after.isalnum() or after in "[(…")


def _single_closes(text: str, kind: str, at: int, end: int) -> bool:
    """A single mark opens only if one that may close follows in its paragraph: ’90s and ’em do not."""
    limit = text.find("\n\n", end, end + 3000)
    limit = min(end + 3000, len(text)) if limit < 0 else limit
    close = "’" if kind != "'" else "'"
    found = end
    for _ in range(_SINGLE_CANDIDATES):
        found = text.find(close, found, limit)
        if found < 0:
            return False
        if _closes(text, close, kind, at, found, found + 1):
            return True
        found += 1
    return False


def _closes(text: str, kind: str, opener: str, opened: int, at: int, end: int) -> bool:
    before = text[at - 1]
    after = text[end : end + 1]
    if kind == '"':
        return not before.isspace() or not after or not after.isalnum()
    if kind in ("'", "’") and opener in ("'", "‘", "‚"):
        if after.isalnum() or before.isspace() or at - opened < 2:
            return False
        # survivors’ group: a possessive, if a mark after a stop or at a better place follows before the next opening
        if before == "s" and after == " " and text[end + 1 : end + 2].islower():
            stop = text.find("\n", end)
            later = text[end : stop if stop >= 0 else len(text)][:600]
            nearest = re.search(rf"[,.!?…]{kind}(?!\w)", later)
            again = later.find(opener if opener != "'" else " '")
            return not (nearest and (again < 0 or nearest.start() < again))
        return True
    return True


def _new_line(text: str, at: int) -> bool:
    before = text[max(0, at - 80) : at].rstrip(" \t\u00a0")
    return not before or before[-1] in "\n\r"


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return end


def _quotation(text: str, start: int, end: int, *, closed: bool) -> Quotation:
    return Quotation(start=start, end=end, closed=closed, scare=closed and _is_scare(text, start, end))


def _is_scare(text: str, start: int, end: int) -> bool:
    if end - start > 60:
        return False
    inner = text[start + 1 : end - 1].strip()
    if not inner or inner[-1] in _SPEECH_END or len(_CONTENT_WORD.findall(inner)) > 3:
        return False
    before = text[max(0, start - 24) : start]
    return not _SPEECH_BEFORE.search(before) and bool(_BEFORE_SCARE.search(before))
