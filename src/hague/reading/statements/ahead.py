"""Attributions behind the words said: what stands ahead of them and can have been said, and where it goes on."""

from __future__ import annotations

from hague.reading.attribution.cues import Cue
from hague.reading.attribution.word_classes import classes, word_class
from hague.reading.statements.complement import content_end, quotes_end
from hague.reading.statements.draft import Draft
from hague.reading.statements.phrases import Range, has_finite, is_auxiliary, is_finite, is_name
from hague.reading.statements.words import PUNCTUATION, Segment

SUBORDINATORS = frozenset({"if", "when", "unless", "although", "though", "because", "as", "until"})
_CUT_ING = word_class("cut-ing")
_COPULA = word_class("copula")


def may_stand_ahead(segment: Segment, chunk: Range, takes: str) -> bool:
    """Verbs that only introduce quotations do not report the clause before them."""
    return bool({"c", "t"} & set(takes)) or ("q" in takes and any(segment.quote[q] >= 0 for q in range(*chunk)))


def chunk_ahead(
    segment: Segment, before: int, out: list[Draft], interrupts: bool = False, closing: bool = False
) -> Range | None:
    """What stands ahead of a postposed attribution that begins at ``before``, if it can have been said."""
    low, quote = segment.low, segment.quote
    e = before
    if e <= 0:
        return None
    if e >= 2 and low[e - 1] == "as" and quote[e - 1] < 0 and (low[e - 2] == "," or quote[e - 2] >= 0):
        e -= 1
    if quote[e - 1] >= 0:
        b = e
    elif low[e - 1] in (",", "—", ".", "?", "!"):
        b = e - 1
    elif low[e - 1] in ("how", "what") and e >= 2 and low[e - 2] in _COPULA:
        b = e - 2
    else:
        return None
    a = 0
    for draft in out:
        if (draft.postposed or draft.cue[1] <= e) and draft.postposed:
            a = max(a, draft.cue[1])
    for k in range(b - 1, a, -1):
        if quote[k] < 0 and (low[k] == ";" or (low[k] == ":" and k + 1 < b and (quote[k + 1] >= 0 or k - a > 3))):
            a = k + 1
            break
    while a < b and (low[a] in PUNCTUATION and quote[a] < 0):
        a += 1
    while b > a and quote[b - 1] < 0 and low[b - 1] in PUNCTUATION:
        b -= 1
    if b <= a:
        return None
    if any(q >= 0 for q in quote[a:b]):
        return a, b
    if interrupts:
        return a, b
    if b - a < 3 or not (has_finite(segment, a, b) or b - a >= 16 or _can_be_a_clause(segment, a, b, closing)):
        return None
    if (low[a] in SUBORDINATORS or low[a] in ("asked", "while", "after")) and not (
        low[a] not in ("asked", "after")
        and any(low[q] == "," and quote[q] < 0 and has_finite(segment, q + 1, b) for q in range(a + 2, b - 2))
    ):
        return None
    if segment.time[a] >= 0 and not has_finite(segment, a, b):
        return None
    c = classes()
    if low[a] in c.preposition and not _clause_after_front(segment, a, b):
        return None
    if low[a].endswith(("ing", "ed")) and not is_name(segment, a) and "," not in low[a:b]:
        return None
    if low[a].endswith("ing") and a == 0 and "," not in low[a:b] and not _late_finite(segment, a, b):
        return None
    return a, b


def _can_be_a_clause(segment: Segment, a: int, b: int, closing: bool) -> bool:
    """ "Colombia also loses its seat": an unknown verb in -s behind a subject. ``closing``: the attribution ends the
    sentence, so that what stands ahead has to be its clause."""
    c = classes()
    first = segment.low[a]
    if first in c.preposition or first in c.adverb or first.endswith("ing"):
        return False
    if (
        closing
        and b - a >= 4
        and (first in c.determiner or first in c.pronoun or first in c.plural or is_name(segment, a))
    ):
        return True
    for k in range(a + 1, min(b, a + 12)):
        low = segment.low[k]
        if low in PUNCTUATION:
            return False
        if low.endswith("s") and not low.endswith("'s") and len(low) > 3 and not is_name(segment, k) and k + 1 < b:
            follows = segment.low[k + 1]
            if follows in c.determiner or follows in c.preposition or follows in ("to", "that"):
                return segment.low[k - 1] not in c.determiner and segment.low[k - 1] not in c.preposition
    return False


def _late_finite(segment: Segment, a: int, b: int) -> bool:
    return any(is_auxiliary(segment, k) for k in range(a, b))


def _clause_after_front(segment: Segment, a: int, b: int) -> bool:
    """A fronted phrase alone ("In a speech to deputies who had gathered") is no clause."""
    c = classes()
    for k in range(a, b):
        verb = is_auxiliary(segment, k) or segment.low[k] in c.finite
        if verb and segment.low[k - 1] not in ("who", "which", "that"):
            return True
    return any(segment.low[k] == "," and has_finite(segment, k + 1, b) for k in range(a, b))


def postposed(
    segment: Segment, k: int, cue: Cue, speaker: Range, chunk: Range, after: int, hearer: Range | None = None
) -> Draft:
    a, b = chunk
    low = segment.low
    if segment.quote[b - 1] >= 0 and b - a > 1 and (
        low[b - 2] in _COPULA or (speaker[0] and low[speaker[0] - 1] == "as" and low[b] == "as")
    ):  # fmt: skip
        a = b - 1
    # "..., she said, a lesson": the clause goes on behind the attribution.
    end = b
    rest = max(after, k + 1 + len(cue.rest))
    resumes = low[rest] == "," if rest + 1 < len(low) else False
    if rest + 1 < len(low) and low[rest] == ";":
        resumes = any(segment.quote[q] >= 0 for q in range(rest + 1, len(low))) and segment.low[rest + 1] == "whether"
    if resumes and segment.quote[rest + 1] < 0:
        tail = content_end(segment, rest + 1)
        if segment.quote[b - 1] < 0 and _goes_on(segment, b, rest + 1, tail):
            end = tail
    elif rest + 1 < len(low) and low[rest] in (",", "—", ";") and segment.quote[rest + 1] >= 0:
        end = content_end(segment, rest + 1)
        if segment.quote[b - 1] >= 0:
            end = quotes_end(segment, rest + 1, end)
    return Draft(segment, (k, k + 1 + len(cue.rest)), (a, end), speaker,
                 " ".join(low[k : k + 1 + len(cue.rest)]), cue.takes, hearer=hearer, postposed=True)  # fmt: skip


def _goes_on(segment: Segment, b: int, a: int, tail: int) -> bool:
    """Whether the clause that the attribution interrupts needs what follows it."""
    if tail - a < 2:
        return False
    first = segment.low[a]
    if segment.low[0] in SUBORDINATORS and b > 2:
        return True
    if segment.low[0] in ("had", "were", "should") and b > 2:  # "Had he sat in the case, he said, nobody ..."
        return True
    if (
        first in _CUT_ING
        or first.endswith("ing")
        or first in ("and", "but", "who", "which", "as", "when", "while", "a", "an", "after", "though")
    ):
        return False
    if first in (
        "each",
        "with",
        "all",
        "both",
        "not",
        "some",
        "none",
        "neither",
        "from",
        "in",
        "under",
        "by",
    ):
        return True
    return not has_finite(segment, 0, b) or is_finite(segment, a) or segment.low[b - 1] in ("that",)
