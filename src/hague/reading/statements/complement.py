"""What follows a verb of saying: where the words said begin, and where they end."""

from __future__ import annotations

from hague.reading.attribution.cues import Cue, cues
from hague.reading.attribution.word_classes import classes, word_class
from hague.reading.statements.phrases import (
    Range,
    has_finite,
    is_auxiliary,
    is_finite,
    is_name,
    phrase_end,
)
from hague.reading.statements.words import PUNCTUATION, Segment

_PARENTHESES = word_class("parentheses")
_ADVERBIAL = word_class("adverbial")
_RELATIVES = frozenset({"who", "which", "whose", "whom"})
_NOT_GERUND = word_class("not-gerund")
_CUT_ING = word_class("cut-ing")
_REFUSES = word_class("refuses")


def complement(segment: Segment, k: int, cue: Cue, subject: Range) -> tuple[int, Range | None, str] | None:
    """Where what was said begins after the verb: (word, hearer, kind), or None if the verb says nothing here.

    kind: clause, quote, wh, label, infinitive, or "none" (no complement: the words stand before the verb).
    """
    c = classes()
    low, quote = segment.low, segment.quote
    n = len(segment)
    takes = cue.takes
    i = k + 1 + len(cue.rest)
    if cue.rest in (("clear",), ("known",), ("plain",)) and low[k + 1] == "it":
        i = k + 3
    hearer: Range | None = None
    steps = 0
    if low[i : i + 3] == ["the", "fact", "that"] and i + 4 < n:
        return i + 3, None, "clause"
    if "d" in takes or takes.startswith("l"):
        found = label_after(segment, i, takes, subject, k)
        if found:
            return found
        if not ({"c", "t", "q"} & set(takes)):
            return None
    if takes.startswith(("a", "f")):
        return accusation_after(segment, i, takes)
    if "u" in takes:
        found_u = _urging(segment, i, cue)
        if found_u:
            return found_u
        if not ({"c", "t", "q"} & set(takes)):
            return None
    if "b" in takes and (grounds := _grounds_to_believe(segment, i)):
        return grounds, None, "clause"
    while i < n and steps < 60:
        steps += 1
        word = low[i]
        if quote[i] >= 0:
            return i, hearer, "quote"
        if word == ":":
            if i + 1 >= n:
                return i, hearer, "none"
            return i + 1, hearer, "quote" if quote[i + 1] >= 0 else "clause"
        if word in (",", "—"):
            if i + 1 < n and quote[i + 1] >= 0:
                return i + 1, hearer, "quote"
            if i + 1 < n and low[i + 1] == "that" and segment.time[i + 1] < 0:
                return i + 2, hearer, "clause"
            if i + 2 < n and segment.time[i + 1] >= 0 and (close := _behind_time(segment, i + 1)):
                i = close
                continue
            if i + 2 < n and low[i + 1] in c.adverb and low[i + 2] == "," and word == ",":
                i += 3
                continue
            if i + 1 < n and (low[i + 1] in _PARENTHESES or low[i + 1].endswith("ing")):
                close = _parenthesis_end(segment, i + 1)
                if close:
                    i = close
                    continue
            return i, hearer, "none"
        if word == "(":
            while i < n and low[i] != ")":
                i += 1
            i += 1
            continue
        if word in PUNCTUATION:
            return i, hearer, "none"
        if segment.time[i] >= 0:
            t = segment.time[i]
            j = i
            while j < n and segment.time[j] == t:
                j += 1
            if j < n and is_finite(segment, j) and low[i] in c.determiner:
                return _bare(segment, i, takes, hearer)
            i = j
            continue
        if word == "that":
            if i + 1 >= n or (low[i + 1] in c.preposition and not has_finite(segment, i + 1, n)):
                return None
            if i > k + 1 + len(cue.rest) and hearer is None and not {"c", "t"} & set(takes):
                return None  # "asked for a house that was seized"
            return i + 1, hearer, "clause"
        if word in ("never", "not") and "i" in takes and low[i + 1 : i + 2] == ["to"]:
            return i, hearer, "infinitive"
        if word == "more" and low[i - 1] == "once":
            i += 1
            continue
        if word in c.blank and hearer is None:
            if i + 1 >= n or not is_finite(segment, i + 1):
                if word in ("so", "yes", "no") and i + 1 < n and low[i + 1] in (",",):
                    return i, hearer, "none"
                if word == "no" and i + 2 < n and has_finite(segment, i + 1, min(n, i + 9)):
                    return _bare(segment, i, takes, hearer)
                return None
            return _bare(segment, i, takes, hearer)
        if (word in c.adverb and word not in ("all", "both")) or (
            word.endswith("ly") and not is_name(segment, i) and word not in ("only",)
        ):
            if word == "only" and i + 1 < n and low[i + 1] != "that" and quote[i + 1] < 0:
                return _bare(segment, i, takes, hearer)
            i += 1
            continue
        if (
            (word in c.wh and word not in ("who", "which"))
            or (word in ("who", "which") and "x" in takes)
            or word == "whether"
        ):
            if "b" in takes and word == "which":
                return None
            return i, hearer, "wh"
        if word in ("before", "after", "since", "until") and "x" not in takes:
            j = phrase_end(segment, i + 1)
            if i + 1 < j < n and (low[j] == "that" or quote[j] >= 0):
                i = j
                continue
        if word in _ADVERBIAL:
            if "x" in takes or ("w" in takes and word in ("if", "where", "when")):
                return i, hearer, "wh"
            if word == "as":
                pass
            else:
                return i, hearer, "none"
        if word in ("of", "about") and "x" in takes:
            return None
        if word == "to":
            if i + 1 < n and _is_infinitive(segment, i + 1):
                return (i, hearer, "infinitive") if "i" in takes else None
            j = phrase_end(segment, i + 1)
            if hearer is None and i == k + 1 + len(cue.rest):
                hearer = (i + 1, j)
            i = max(j, i + 1)
            continue
        if word in c.preposition or word == "as":
            j = phrase_end(segment, i + 1)
            if j == i + 1 and j < n and low[j].endswith("ing"):
                j = j + 1
            i = max(j, i + 1)
            continue
        if word.endswith("ing") and "g" in takes and word not in _NOT_GERUND:
            return i, hearer, "clause"
        if word in c.conjunction:
            return i, hearer, "none"
        if "o" in takes and hearer is None:
            j = phrase_end(segment, i)
            if (j > i and not (j < n and is_finite(segment, j) and low[j] not in ("that",))) or word in (
                "reporters",
                "me",
            ):
                hearer = (i, j)
                i = j
                continue
            if low[k].startswith("t") and j - i >= 2 and j < n:
                hearer = (i, i + 1)
                return i + 1, hearer, "clause"
        return _bare(segment, i, takes, hearer)
    return i, hearer, "none"


def _grounds_to_believe(segment: Segment, i: int) -> int | None:
    """Behind "found reasonable grounds to believe that"; before it if there were none."""
    low = segment.low
    for q in range(i, min(len(segment) - 4, i + 5)):
        if low[q] in ("grounds", "basis", "reason", "reasons") and low[q + 1] == "to" and low[q + 3] == "that":
            return i if low[i] in ("no", "insufficient", "neither") else q + 4
    return None


def _bare(segment: Segment, i: int, takes: str, hearer: Range | None) -> tuple[int, Range | None, str] | None:
    """A clause without "that"."""
    n = len(segment)
    if (
        "b" in takes
        and segment.low[i] in ("him", "her", "them", "it")
        and not (i + 1 < n and is_finite(segment, i + 1))
    ):
        return None  # found him guilty
    if segment.low[i : i + 2] in (["the", "opposite"], ["the", "same"], ["the", "contrary"], ["as", "much"]):
        return None
    if "c" not in takes:
        pronoun = segment.low[i] in ("he", "she", "they", "there", "it")
        return (i, hearer, "clause") if "t" in takes and pronoun and i + 1 < n and is_finite(segment, i + 1) else None
    if hearer is not None or "p" in takes:
        ok = n - i >= 2
        if "p" in takes and not has_finite(segment, i, n) and n - i < 4:
            ok = False
        return (i, hearer, "clause") if ok else None
    c = classes()
    limit = i
    allow_that = "reported" in segment.low[max(0, i - 3) : i] or "report" in segment.low[max(0, i - 3) : i]
    while limit < n and limit - i < 24:
        word = segment.low[limit]
        if segment.quote[limit] >= 0:
            break
        if word in ("which", "who", ",", ";", "—") or (word == "that" and not allow_that and limit > i):
            break
        if limit > i and is_finite(segment, limit):
            if (
                segment.low[limit].endswith("ed")
                and segment.low[limit] not in cues()
                and not is_auxiliary(segment, limit)
            ):
                after = segment.low[limit + 1] if limit + 1 < n else "."
                if after in ("by", "in", "on", "from", "at") or segment.low[limit - 1] in c.determiner:
                    limit += 1
                    continue
            return i, hearer, "clause"
        limit += 1
    return None


def _is_infinitive(segment: Segment, i: int) -> bool:
    c = classes()
    low = segment.low[i]
    if segment.quote[i] >= 0 or is_name(segment, i) or low in c.determiner or low in c.pronoun or low in PUNCTUATION:
        return False
    if (
        low in c.press
        or low in c.plural
        or low in c.assembly
        or low in c.bench
        or low in c.person
        or low in ("him", "her", "them", "me", "us")
    ):
        return False
    return not low.endswith(("s", "ed", "ing")) or low in (
        "discuss",
        "address",
        "dismiss",
        "press",
        "express",
        "pass",
        "assess",
        "proceed",
        "bring",
        "possess",
        "suppress",
    )


def _behind_time(segment: Segment, i: int) -> int | None:
    """ "told Radio Kivu, | a decade ago, | that ...": the comma that closes the time."""
    k = i
    while k < len(segment) and segment.time[k] >= 0:
        k += 1
    closed = k + 1 < len(segment) and segment.low[k] == "," and segment.quote[k] < 0
    return k if closed and (segment.low[k + 1] == "that" or segment.quote[k + 1] >= 0) else None


def _parenthesis_end(segment: Segment, i: int) -> int | None:
    """The word after the comma that closes a parenthesis opened before word ``i``."""
    low = segment.low
    c = classes()
    for k in range(i + 1, min(len(segment), i + 26)):
        if segment.quote[k] >= 0:
            return None
        if low[k] == ",":
            after = k + 1
            if after >= len(segment):
                return None
            if (
                low[after] in ("that",)
                or segment.quote[after] >= 0
                or low[after] in c.determiner
                or low[after] in c.pronoun
                or is_name(segment, after)
            ):
                return k if segment.quote[after] >= 0 or low[after] == "that" else after
    return None


def label_after(segment: Segment, i: int, takes: str, subject: Range, k: int) -> tuple[int, Range | None, str] | None:
    """The label of "called it a farce", "described the ruling as unfair", "hailed as “a victory”"."""
    c = classes()
    low, quote = segment.low, segment.quote
    n = len(segment)
    if i < n and low[i] in ("for", "on", "upon", "off", "to", "in", "out", "up"):
        return None
    gap = subject[0] >= 1 and low[subject[0] - 1] in ("that", "which", "what")
    limit = min(n, i + 22)
    for q in range(i, limit):
        if quote[q] >= 0:
            if (
                q + 1 < n
                and quote[q + 1] < 0
                and not closes(segment, q + 1)
                and low[q + 1] not in c.conjunction
                and low[q + 1] not in c.boundary
            ):
                if not any(quote[r] >= 0 for r in range(q + 1, limit)):
                    return None
                continue
            start = q
            back = q
            while (
                back > i
                and low[back - 1] not in ("as", ",")
                and back > q - 3
                and low[back - 1] in ("a", "an", "the", "as")
            ):
                back -= 1
            if "d" in takes and low[back] in ("a", "an") and back > i:
                start = q
            return start, None, "label"
        if ((low[q] == "as" and q > i) or (low[q] == "as" and gap)) and q + 1 < n:
            return q + 1, None, "label"
        if low[q] in (",", "and") and "as" in low[q + 1 : q + 8] and "and" in low[q : q + 5] and q > i:
            continue  # the killings, torture and disappearances as genocide
        if low[q] in (",", ";", "—", "that", "which", "what", "and", "but", "because", ":") or (
            low[q] in c.preposition
            and low[q] not in ("of", "as", "for", "in", "on", "by", "to", "with", "at", "against", "within", "from")
        ):
            break
    if "d" not in takes or i >= n:
        return None
    if gap:
        return (i, None, "label") if low[i] not in PUNCTUATION and low[i] not in c.preposition else None
    if low[i] in ("it", "him", "them", "her", "this", "that", "these", "those", "me", "us") and (
        i + 1 < n
        and low[i + 1] not in PUNCTUATION
        and low[i + 1] not in c.preposition
        and low[i + 1] not in c.conjunction
    ):
        if (
            low[i] in c.determiner
            and low[i] != "her"
            and low[i + 1] not in ("a", "an", "the")
            and not low[i + 1].endswith(("ful", "less", "al", "ive", "ous", "ed", "ly"))
        ):
            pass
        else:
            return i + 1, None, "label"
    for q in range(i + 1, min(n, i + 14)):
        if low[q] in PUNCTUATION or quote[q] >= 0:
            break
        if low[q] in ("a", "an") and low[q - 1] not in c.preposition and low[q - 1] not in ("as",):
            return q, None, "label"
    return None


def accusation_after(segment: Segment, i: int, takes: str) -> tuple[int, Range | None, str] | None:
    low, quote = segment.low, segment.quote
    n = len(segment)
    if i < n and low[i] in ("of", "by") and quote[i] < 0:
        return None  # a man accused of murder accuses nobody
    marks = ("of", "for") if "f" in takes else ("of",)
    first: int | None = None
    for q in range(i, min(n, i + 24)):
        if quote[q] >= 0:
            return q, None, "quote"
        if low[q] in (";", "—", ":") or (low[q] == "," and q + 1 < n and not is_name(segment, q + 1)):
            break
        if low[q] in marks and q + 1 < n and q > i:
            if quote[q + 1] >= 0:
                return q + 1, None, "quote"
            if low[q + 1].endswith("ing") or (low[q + 1] == "having"):
                return q + 1, None, "clause"
            first = q if first is None or ("f" not in takes and q - first <= 2) else first
    if first is not None and "f" not in takes:
        return first + 1, None, "clause"
    return None


def _urging(segment: Segment, i: int, cue: Cue) -> tuple[int, Range | None, str] | None:
    """ "urged | Hungary to arrest him": someone, "to", a verb."""
    c = classes()
    low, quote = segment.low, segment.quote
    n = len(segment)
    if i >= n or low[i] in PUNCTUATION:
        return None
    telling = "c" in cue.takes
    aside = i
    for q in range(i, min(n, i + 22)):
        if quote[q] >= 0:
            return (i, None, "quote") if not telling and q > i else None
        if q < aside:
            continue
        if low[q] == "," and q + 1 < n and q > i and (close := _apposition_end(segment, q)):
            aside = close + 1
            continue
        if low[q] in (";", ":", "—", "that") or (low[q] == "," and q + 1 < n and not is_name(segment, q + 1)):
            return None
        if is_finite(segment, q) and q > i and not low[q].endswith("ed"):
            return None
        if low[q] in ("to", "not") and q > i:
            after = q + 1 + (low[q] == "not")
            if (
                after < n
                and low[q + (low[q] == "not")] == "to"
                and (quote[after] >= 0 or _is_infinitive(segment, after))
            ):
                if telling and low[i] in c.press:
                    return None
                return i, None, "infinitive"
    return None


def _apposition_end(segment: Segment, comma: int) -> int | None:
    """The comma that closes ", one of 120 states to have ratified it," and has "to" behind it."""
    for q in range(comma + 2, min(len(segment) - 1, comma + 18)):
        if segment.quote[q] >= 0 or segment.low[q] in (";", ":", "—"):
            return None
        if segment.low[q] == ",":
            return q if segment.low[q + 1] in ("to", "not") else None
    return None


def content_end(segment: Segment, start: int, cue: Cue | None = None, *, relative: bool = False) -> int:
    """Where what was said ends: the end of the segment, or a cut before a new attribution or an aside."""
    low, quote = segment.low, segment.quote
    end = n = len(segment)
    for k in range(start + 1, n):
        if quote[k] < 0 and _is_cut(segment, start, k, relative=relative):
            end = k
            break
    while (
        end > start
        and quote[end - 1] < 0
        and low[end - 1] in (".", ",", ";", "—", ":", "!", "?")
        and not (low[end - 1] == "?" and end == n and quote[end - 1] >= 0)
    ):
        end -= 1
    if cue is not None and ("l" in cue.takes or "d" in cue.takes) and quote[start] < 0:
        while end > start + 1 and segment.time[end - 1] >= 0:
            end -= 1
    last = max((k for k in range(start, end) if quote[k] >= 0), default=-1)
    if start <= last < end - 1 and quote[start] >= 0 and not has_finite(segment, last + 1, end):
        end = last + 1
    if quote[start] >= 0 and cue is not None and ("l" in cue.takes or "d" in cue.takes or "a" in cue.takes):
        end = quotes_end(segment, start, end)
    return end


def _is_cut(segment: Segment, start: int, k: int, *, relative: bool) -> bool:
    """Whether what was said, which began at ``start``, is over ahead of word ``k``."""
    low = segment.low
    n = len(segment)
    word = low[k]
    if word in (",", "—"):
        return k + 1 < n and segment.quote[k + 1] < 0 and _is_cut_behind_comma(segment, start, k, relative=relative)
    if word in ("and", "but"):
        if _cue_after(segment, k + 1) or (k + 1 < n and low[k + 1] in _REFUSES and segment.quote[k + 1] < 0):
            return True
        return word == "and" and segment.quote[k - 1] >= 0 and _speaks_anew(segment, k + 1)
    if word == ";":
        return segment.quote[start] < 0
    if word == "while":
        return k - start >= 3 and has_finite(segment, k + 1, min(n, k + 12))
    return word == "according" and k + 1 < n and low[k + 1] == "to" and k - start > 1


def _is_cut_behind_comma(segment: Segment, start: int, k: int, *, relative: bool) -> bool:
    low = segment.low
    n = len(segment)
    after, then = low[k + 1], low[k + 2] if k + 2 < n else "."
    if after in _CUT_ING and not (after == "according" and k - start <= 1):
        return True
    if after in ("while", "whereas") and has_finite(segment, k + 2, n):
        return True
    if after in ("before", "after", "by") and then in _CUT_ING:
        return True
    if relative and low[k] == "," and is_finite(segment, k + 1):
        return True
    if after in ("and", "but", "yet") and k + 2 < n and (_narrated(segment, k + 2) or then in _REFUSES):
        return True
    if after in ("and", "but", "or") and _cue_after(segment, k + 2):
        return True
    if after in ("and", "but", "yet") and segment.quote[start] < 0 and _new_clause(segment, start, k + 2):
        return True
    return (after in ("a", "an") and _aside(segment, k + 1)) or _shown(segment, k + 1)


def _new_clause(segment: Segment, start: int, k: int) -> bool:
    """A subject of its own and a verb behind ", and": the narration is taken up again."""
    c = classes()
    low = segment.low
    n = len(segment)
    if k >= n or segment.quote[k] >= 0 or low[k] in ("that", "so", "neither", "nor", "if", "when", "whether", "only"):
        return False
    if not has_finite(segment, start, k - 2):
        return False
    pronoun = low[k] in c.pronoun and low[k] not in _RELATIVES
    if not (pronoun or low[k] in c.determiner or is_name(segment, k) or low[k] in c.plural):
        return False
    for q in range(k + 1, min(n, k + 8)):
        if segment.quote[q] >= 0 or low[q] in PUNCTUATION:
            return False
        if is_finite(segment, q):
            return True
        if low[q] in ("to", "who", "which"):
            return False
    return False


def _speaks_anew(segment: Segment, k: int) -> bool:
    """A subject of its own and a verb of saying behind "... mark” and"."""
    low = segment.low
    table = cues()
    for q in range(k + 1, min(len(segment), k + 9)):
        if segment.quote[q] >= 0 or low[q] in PUNCTUATION:
            return False
        if any(cue.form in ("past", "s") and "c" in cue.takes for cue in table.get(low[q], ())):
            return q + 1 < len(segment) and (low[q + 1] == "that" or segment.quote[q + 1] >= 0)
    return False


def _shown(segment: Segment, k: int) -> bool:
    """ ", court papers show" at the end of a sentence."""
    low = segment.low
    for q in range(k + 1, min(len(segment), k + 6)):
        if low[q] in ("show", "shows", "showed", "suggest", "suggests", "indicate", "indicates"):
            return q + 1 == len(segment) or low[q + 1] in PUNCTUATION
    return False


def _narrated(segment: Segment, k: int) -> bool:
    """An act told after ", and": the writer's, not what was said."""
    low = segment.low[k]
    return (
        is_finite(segment, k)
        and not is_auxiliary(segment, k)
        and (low.endswith(("ed", "s")) or low in ("sent", "gave", "left", "set", "took", "went", "made"))
    )


def quotes_end(segment: Segment, start: int, end: int) -> int:
    """A quoted label ends with its quotation, or with one joined to it."""
    k = start + 1
    while k < end:
        if segment.quote[k] >= 0:
            k += 1
            continue
        if segment.low[k] in ("and", "or", ",") and any(segment.quote[q] >= 0 for q in range(k + 1, min(end, k + 4))):
            k += 1
            continue
        if segment.low[k] in ("a", "an", "as", "the", "and", "of", "for") and any(
            segment.quote[q] >= 0 for q in range(k + 1, min(end, k + 3))
        ):
            k += 1
            continue
        break
    return k


def _aside(segment: Segment, k: int) -> bool:
    for q in range(k + 1, min(len(segment), k + 5)):
        if segment.low[q] in classes().apposition:
            return True
        if segment.low[q] in PUNCTUATION or segment.low[q] in classes().preposition:
            return False
    return False


def _cue_after(segment: Segment, k: int) -> bool:
    """A verb of saying right after "and": a statement of its own with the same speaker."""
    c = classes()
    table = cues()
    low = segment.low
    while k < len(low) and (low[k] in c.adverb or low[k].endswith("ly")) and segment.quote[k] < 0:
        k += 1
    if k < len(low) and low[k] in ("has", "had", "have"):
        k += 1
    if k >= len(low) or low[k] not in table or segment.quote[k] >= 0:
        return False
    for cue in table[low[k]]:
        if cue.form not in ("past", "s") or (cue.rest and tuple(low[k + 1 : k + 1 + len(cue.rest)]) != cue.rest):
            continue
        if "y" in cue.takes or "b" in cue.takes:
            continue
        found = complement(segment, k, cue, (max(0, k - 1), k))
        if found is not None and found[2] != "none":
            return True
    return False


def closes(segment: Segment, k: int) -> bool:
    """Nothing but stops, times and circumstances may follow an inverted attribution."""
    if k >= len(segment):
        return True
    low = segment.low[k]
    c = classes()
    return (
        segment.quote[k] >= 0 or low in PUNCTUATION or segment.time[k] >= 0 or low in c.preposition or low in _ADVERBIAL
        or low in c.adverb or low.endswith("ly") or low == "and" or low == "adding" or low == "that" or low == "to"
    )  # fmt: skip
