"""Attributions without a verb of saying: according to, in the words of, citing."""

from __future__ import annotations

from hague.reading.attribution.word_classes import classes, word_class
from hague.reading.statements.complement import content_end
from hague.reading.statements.draft import Draft, enclosing_draft
from hague.reading.statements.phrases import (
    Range,
    is_finite,
    is_name,
    with_name,
)
from hague.reading.statements.words import PUNCTUATION, Segment

_CUT_ING = word_class("cut-ing")
_COPULA = word_class("copula")
_REPORTING = word_class("reporting")
_DOCUMENTS = {
    "statement": "statement", "communiqué": "statement", "release": "statement", "letter": "letter", "email": "email",
    "filing": "court filing", "brief": "court filing", "ruling": "decision", "judgment": "decision", "report": "report",
    "transcript": "hearing", "post": "social media post", "tweet": "X post",
}  # fmt: skip


def source_right(segment: Segment, k: int) -> Range | None:
    """The phrase after "according to" or "citing", up to a comma, a stop or a relative clause that says when."""
    c = classes()
    low = segment.low
    n = len(segment)
    start = k
    while k < n and k - start < 40:
        word = low[k]
        if segment.quote[k] >= 0 or word in PUNCTUATION:
            if word == "," and k + 1 < n and _in_names(segment, k):
                k += 1
                continue
            break
        if word == "that" and k > start and low[k - 1] not in c.preposition:
            break
        if segment.time[k] >= 0 and k > start and low[k - 1] in ("on", "published", "released", "late", "in"):
            k -= 1
            break
        if segment.time[k] >= 0 and k > start + 1 and low[k] in ("last", "this", "yesterday", "today", "earlier"):
            break
        if k > start and word in ("as", "while", "when", "but"):
            break
        k += 1
    while k > start and low[k - 1] in c.preposition:
        k -= 1
    if k > start and (low[start] in c.determiner or not is_name(segment, start)):
        k = with_name(segment, k)
    return (start, k) if k > start else None


def _in_names(segment: Segment, k: int) -> bool:
    return (
        is_name(segment, k - 1)
        and is_name(segment, k + 1)
        and any(w == "and" for w in segment.low[k + 1 : k + 6])
        and not any(is_finite(segment, q) for q in range(k + 1, min(len(segment), k + 6)))
    )


def according(segment: Segment, k: int, out: list[Draft]) -> None:
    low = segment.low
    source = source_right(segment, k + 2)
    if source is None:
        return
    c = classes()
    head = low[source[0] : source[1]]
    top = next((q for q, w in enumerate(head) if q and w in c.preposition), len(head))
    if head[top - 1] in c.law or head[0] in ("plan", "schedule", "reason"):
        return
    e = source[1]
    n = len(segment)
    enclosing = enclosing_draft(out, k)
    # "reported that, according to a former judge, the court may": the outlet passes it on.
    opening = (
        k == 0
        or (low[k - 1] in (";", "and", "but", "—") and segment.quote[k - 1] < 0)
        or (low[k - 1] in ("and", "but", "meanwhile") and k == 1)
    )
    if enclosing and k - enclosing.content[0] <= 1 and e < n and low[e] == ",":
        start = e + 1
        outer = enclosing
        draft = Draft(segment, (k, k + 2), (start, content_end(segment, start)), source, "according to")
        if outer.speaker:
            draft.via = [outer.speaker]
            draft.channel = None
        out[out.index(outer)] = draft
        return
    if opening or (e < n and low[e] == "," and (k == 0 or _only_front(segment, k))):
        if e < n and (low[e] in (",", ":") or segment.quote[e] >= 0):
            start = e + (low[e] in (",", ":") and segment.quote[e] < 0)
            if start < n and low[start] in ("which", "who", "whose"):
                start = next((q + 1 for q in range(start, n) if low[q] == "," and segment.quote[q] < 0), n)
            if start < n:
                end = content_end(segment, start)
                if end > start:
                    out.append(Draft(segment, (k, k + 2), (start, end), source, "according to"))
        elif e < n:
            return
        return
    last = next((d for d in reversed(out) if d.segment is segment and d.content[1] <= k), None)
    if enclosing:
        last = enclosing
    if last is not None:
        last.content = (last.content[0], min(last.content[1], before_comma(segment, k)))
        if any(w in c.writing for w in low[source[0] : source[0] + 4]) and not outlet_like(segment, source):
            last.channel = channel_of(low[source[0] : source[1]])
        else:
            last.via.append(source)
        return
    b = before_comma(segment, k)
    a = 0
    for q in range(b - 1, 0, -1):
        if low[q] == ";" and segment.quote[q] < 0:
            a = q + 1
            break
    if b - a < 2:
        return
    end = b
    if e + 1 < n and low[e] == "," and low[k - 1] == ",":
        tail = content_end(segment, e + 1)
        if (
            tail > e + 1
            and low[e + 1] not in _CUT_ING
            and not low[e + 1].endswith("ing")
            and low[e + 1] not in ("who", "which", "a", "an")
        ):
            end = tail
    elif e < n and segment.quote[e] >= 0 and segment.quote[b - 1] >= 0:
        end = content_end(segment, e)
    if segment.quote[b - 1] >= 0 and b - a > 1 and low[b - 2] in _COPULA:
        a = b - 1
    out.append(Draft(segment, (k, k + 2), (a, end), source, "according to", postposed=True))


def _only_front(segment: Segment, k: int) -> bool:
    """Nothing before "according to" but a conjunction or a time."""
    return all(
        segment.time[q] >= 0 or segment.low[q] in PUNCTUATION or segment.low[q] in classes().conjunction
        or segment.low[q] in classes().adverb or segment.low[q] in classes().preposition
        for q in range(k)
    )  # fmt: skip


def before_comma(segment: Segment, k: int) -> int:
    while k > 0 and segment.quote[k - 1] < 0 and segment.low[k - 1] in (",", "—"):
        k -= 1
    return k


def in_the_words_of(segment: Segment, k: int, out: list[Draft]) -> None:
    """ "in the words of X", "in the Prosecution's view"."""
    low = segment.low
    n = len(segment)
    if low[k - 1] == "the" and k + 2 < n and low[k + 1] == "of":
        source = source_right(segment, k + 2)
        if source is None:
            return
        e, first = source[1], k - 2
    else:
        return
    if first == 0 and e < n and low[e] == ",":
        for aside in (("by", "contrast"), ("however",), ("in", "turn"), ("for", "example"), ("therefore",)):
            if (
                tuple(low[e + 1 : e + 1 + len(aside)]) == aside
                and e + 1 + len(aside) < n
                and low[e + 1 + len(aside)] == ","
            ):
                e += 1 + len(aside)
        end = content_end(segment, e + 1)
        if end > e + 1:
            out.append(Draft(segment, (first, k + 2), (e + 1, end), source, " ".join(low[first : k + 2])))
    elif first > 0 and low[first - 1] == ",":
        b = before_comma(segment, first)
        quoted = [q for q in range(b) if segment.quote[q] >= 0]
        if quoted:
            out.append(
                Draft(
                    segment,
                    (first, k + 2),
                    (quoted[0], quoted[-1] + 1),
                    source,
                    " ".join(low[first : k + 2]),
                    postposed=True,
                )
            )
        elif e < n and low[e] == "," and e + 1 < n and segment.quote[e + 1] >= 0:
            out.append(
                Draft(
                    segment,
                    (first, k + 2),
                    (e + 1, content_end(segment, e + 1)),
                    source,
                    " ".join(low[first : k + 2]),
                )
            )
        elif b > 3:
            out.append(Draft(segment, (first, k + 2), (0, b), source, " ".join(low[first : k + 2]), postposed=True))


def citing(segment: Segment, k: int, out: list[Draft]) -> bool:
    """Axios reported, citing two officials, that ...: the officials speak, Axios passes on."""
    low = segment.low
    source = source_right(segment, k + 1)
    if source is None:
        return False
    c = classes()
    words = low[source[0] : source[1]]
    personal = (
        any(w in c.person or w in c.plural or w in c.writing for w in words)
        or is_name(segment, source[0])
        or (words[0] in c.determiner and len(words) > 1 and is_name(segment, source[0] + 1))
    )
    if not personal:
        return False
    for draft in reversed(out):
        if draft.segment is segment and draft.speaker and draft.cue_word != "according to":
            if low[draft.cue[0]] in _REPORTING or outlet_like(segment, draft.speaker):
                draft.via = [draft.speaker, *draft.via]
                draft.speaker = source
                draft.cue = (k, k + 1)
                draft.cue_word = low[k]
            return True
    return False


def channel_of(words: list[str]) -> str | None:
    """The channel that a document names: "according to a statement from his office"."""
    return next((_DOCUMENTS[w] for w in words if w in _DOCUMENTS), None)


def outlet_like(segment: Segment, span: Range) -> bool:
    return any(w.removesuffix("'s") in classes().outlet for w in segment.low[span[0] : span[1]])
