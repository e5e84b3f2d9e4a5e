"""Noun phrases around a verb, without a parser: the subject to its left, what follows it to its right."""

from __future__ import annotations

from hague.reading.attribution.cues import cues
from hague.reading.attribution.word_classes import classes, word_class
from hague.reading.statements.words import PUNCTUATION, QUOTE, Segment

Range = tuple[int, int]
"""First word and the one after the last, as places in a segment."""

_SUBJECT_REACH = 40
_FINITE_REACH = 30
_RELATIVE = frozenset({"who", "whom", "whose"})
_OPENERS = word_class("openers")
_STANDING = word_class("standing")
_JOINING = frozenset({"and", "or", "but"})
_TIMELY = word_class("timely")


def is_name(segment: Segment, k: int) -> bool:
    word = segment.words[k]
    return word[0].isupper() and segment.quote[k] < 0


def is_finite(segment: Segment, k: int) -> bool:
    """A verb that a clause may hang on, judged by its form alone."""
    c = classes()
    low = segment.low[k]
    if segment.quote[k] >= 0 or segment.time[k] >= 0:
        return False
    if low in c.auxiliary or low in c.modal:
        return low not in ("be", "been", "being", "having")
    if low in c.finite or low.endswith(("n't", "'re", "'ve", "'ll", "'d", "'m")):
        return True
    if low.endswith(("'s",)) and low[:-2] in c.pronoun | {"that", "there", "what"}:
        return True
    before = segment.low[k - 1] if k else ""
    if low.endswith("ed") and len(low) > 4:
        return before not in c.determiner and before not in c.preposition and before != "the"
    found = cues().get(low)
    if found and found[0].form in ("past", "s") and not (k and is_name(segment, k)):
        return before not in c.determiner and before not in c.preposition and not before.endswith("'s")
    return False


def has_finite(segment: Segment, start: int, end: int) -> bool:
    return any(is_finite(segment, k) for k in range(start, min(end, start + _FINITE_REACH)))


def subject_left(segment: Segment, last: int, floor: int = 0) -> Range | None:
    """The noun phrase that ends at word ``last``; it starts no earlier than ``floor``."""
    c = classes()
    low, quote = segment.low, segment.quote
    if last < floor or quote[last] >= 0:
        return None
    if low[last] == ",":
        return _before_apposition(segment, last, floor)
    if low[last] in PUNCTUATION or low[last] in c.conjunction or low[last] in c.preposition:
        return None
    numeral = low[last] == "i" and last > floor and is_name(segment, last - 1)  # Chamber I
    pronoun = low[last] in c.pronoun and low[last] != "one" and low[last] not in _RELATIVE and not numeral
    if pronoun and (last == floor or low[last - 1] not in c.preposition):
        return last, last + 1
    if low[last] in _RELATIVE or low[last] == "which" or low[last] == "that":
        k = last - 1
        if k >= floor and low[k] == ",":
            k -= 1
        return subject_left(segment, k, floor) if k >= floor else None
    k = last
    stop = max(floor, last - _SUBJECT_REACH)
    while k >= stop:
        word = low[k]
        if quote[k] >= 0 or word in PUNCTUATION or (word in c.boundary and word not in _RELATIVE):
            if word == "," and _in_list(segment, k, last):
                k -= 1
                continue
            break
        if word in _RELATIVE and k > floor and low[k - 1] == ",":
            k -= 1
        k -= 1
    return _trimmed(segment, k + 1, last + 1)


def _in_list(segment: Segment, comma: int, last: int) -> bool:
    """The comma of "Burkina Faso, Mali and Niger": names on both sides, "and" before the verb."""
    if comma == 0 or comma + 1 > last or not is_name(segment, comma - 1) or not is_name(segment, comma + 1):
        return False
    rest = range(comma + 1, last + 1)
    joined = any(segment.low[k] == "and" for k in rest)
    return joined and all(is_name(segment, k) or segment.low[k] in ("and", ",", "the", "of") for k in rest)


def _before_apposition(segment: Segment, comma: int, floor: int) -> Range | None:
    """The phrase before ", chief prosecutor of the ICC," when the verb follows its second comma."""
    k = comma - 1
    depth = 0
    while k > floor and comma - k < 34:
        if segment.quote[k] >= 0:
            return None
        if segment.low[k] == "," and not _in_list(segment, k, comma - 1):
            inside = segment.low[k + 1 : comma]
            if not inside:
                return None
            found = subject_left(segment, k - 1, floor)
            if found and any(is_auxiliary(segment, q) for q in range(*found)):
                return None
            if found:
                titled = segment.low[found[0]] in classes().determiner or not is_name(segment, k - 1)
                if found[1] == k and titled and with_name(segment, k) > k:
                    return found[0], comma
                return found
            depth += 1
            if depth > 1:
                return None
        k -= 1
    return None


_PARTICLES = word_class("particles")


def with_name(segment: Segment, k: int) -> int:
    """Behind the name that follows a title: "a court spokesman, | Fadi El Abdallah, |"; ``k`` if none does."""
    low = segment.low
    n = len(segment)
    if k >= n or low[k] != ",":
        return k
    q = k + 1
    while q < n and (is_name(segment, q) or (low[q] in _PARTICLES and q > k + 1)) and segment.time[q] < 0:
        q += 1
    if q == k + 1 or q - k > 6 or low[k + 1] in ("the", "a", "an"):
        return k
    return q if q >= n or segment.quote[q] >= 0 or low[q] in PUNCTUATION else k


def _trimmed(segment: Segment, a: int, b: int) -> Range | None:
    c = classes()
    low = segment.low
    while a < b and (low[a] in _OPENERS or (low[a] in c.adverb and low[a] not in c.determiner)):
        a += 1
    # "Netanyahu rejected the ruling and Gallant": the subject is what follows the last "and" after a verb.
    for k in range(b - 2, a, -1):
        if low[k] in _JOINING and any(is_finite(segment, q) for q in range(a, k)):
            a = k + 1
            break
    a = _past_time(segment, a, b)
    if a < b and low[a] in c.preposition and low[a] not in ("like",):
        a = _past_fronted(segment, a, b)
    if a >= b or (b - a == 1 and low[a] in PUNCTUATION):
        return None
    if low[a] in ("there", "nobody", "none") or low[a : a + 2] == ["no", "one"]:
        return None
    if low[b - 1] in c.preposition or (low[b - 1] in c.determiner and b - a == 1 and low[a] not in _STANDING):
        return None
    return a, b


def _past_time(segment: Segment, a: int, b: int) -> int:
    """Over "On Friday", "Last week", "Late on Monday" in front of the subject."""
    k = a
    c = classes()
    while k < b and (segment.low[k] in c.preposition or segment.low[k] in _TIMELY) and segment.time[k] < 0:
        k += 1
        if k - a > 2:
            return a
    if k < b and segment.time[k] >= 0:
        while k < b and (segment.time[k] >= 0 or segment.low[k] == ","):
            k += 1
        return k if k < b else a
    return a


def _past_fronted(segment: Segment, a: int, b: int) -> int:
    """Over a fronted phrase without a comma: "In a statement | the court"."""
    c = classes()
    low = segment.low
    for k in range(a + 2, b):
        before = low[k - 1]
        if before in c.preposition or before in c.determiner or before in _JOINING:
            continue
        if low[k] in c.determiner or low[k] in c.pronoun:
            return k
        if is_name(segment, k) and not is_name(segment, k - 1):
            return k
    return b


def phrase_end(segment: Segment, k: int, *, names_only: bool = False) -> int:
    """Where the noun phrase that starts at ``k`` ends; ``k`` itself if none does."""
    c = classes()
    low, quote = segment.low, segment.quote
    n = len(segment)
    if k >= n or quote[k] >= 0 or low[k] in PUNCTUATION:
        return k
    if low[k] in c.pronoun and low[k] != "one":
        return k + 1
    start = k
    while k < n:
        word = low[k]
        if quote[k] >= 0 or word in PUNCTUATION or word in c.boundary:
            break
        if segment.time[k] >= 0 and word not in c.outlet:
            break
        if k > start and (word in c.pronoun or word == "to" or is_auxiliary(segment, k)):
            break
        if (
            k > start and word in c.determiner and low[k - 1] not in ("of", "for", "and", "all", "both", "half")
        ) and not (is_name(segment, k) and k + 1 < n and is_name(segment, k + 1)):
            break
        if word in c.preposition and word not in ("of", "for"):
            break
        if k > start and word in c.adverb and word not in c.determiner and not is_name(segment, k):
            break
        if word in ("and", "or") and not (k + 1 < n and (is_name(segment, k + 1) or low[k + 1] in c.plural)):
            break
        if names_only and not (is_name(segment, k) or word in ("of", "the", "and", "de", "al", "la")):
            break
        k += 1
    return k


def is_auxiliary(segment: Segment, k: int) -> bool:
    c = classes()
    low = segment.low[k]
    if segment.time[k] >= 0:
        return False
    return low in c.auxiliary or low in c.modal or low.endswith("n't")


def speaker_right(segment: Segment, k: int) -> Range | None:
    """The phrase after an inverted verb ("said a radio commentator in Ouagadougou")."""
    c = classes()
    low, quote = segment.low, segment.quote
    n = len(segment)
    if k >= n or quote[k] >= 0 or low[k] in PUNCTUATION or segment.time[k] >= 0:
        return None
    if low[k] in c.pronoun and low[k] not in ("who", "one"):
        return (k, k + 1) if k + 1 >= n or not is_finite(segment, k + 1) else None
    opens = (
        low[k] in c.determiner
        or is_name(segment, k)
        or low[k] in c.plural
        or (k + 1 < n and (is_name(segment, k + 1) or low[k + 1] in c.person))
        or any(word in c.person for word in low[k : k + 4])
    )
    if not opens or low[k] in c.preposition or low[k] in c.boundary or low[k] in c.adverb - c.determiner:
        return None
    start = k
    k += 1
    relative = False
    while k < n and k - start < 30:
        word = low[k]
        if quote[k] >= 0 or word in PUNCTUATION or segment.time[k] >= 0:
            break
        relative = relative or word in _RELATIVE
        if not relative and is_auxiliary(segment, k):
            return None
        if word in (
            "as",
            "when",
            "while",
            "after",
            "during",
            "before",
            "because",
            "via",
            "adding",
            "by",
            "that",
            "but",
        ):
            break
        if word in ("in", "on", "at", "through") and _is_occasion(segment, k):
            break
        if word in c.adverb and word not in c.determiner and word not in ("only", "both", "either"):
            break
        if word in ("and", "in", "on", "at", "to") and k + 1 < n and segment.time[k + 1] >= 0:
            break
        k += 1
    if low[start] in c.determiner or not is_name(segment, start):
        k = with_name(segment, k)
    return start, k


_OCCASION = word_class("occasion")


def _is_occasion(segment: Segment, k: int) -> bool:
    for word in segment.low[k + 1 : k + 6]:
        if word in _OCCASION:
            return True
        if word in PUNCTUATION or word in classes().boundary:
            return False
    return False


def main_subject(segment: Segment, before: int) -> Range | None:
    """The subject of the first finite verb ahead of word ``before``."""
    c = classes()
    low = segment.low
    a = 0
    for k in range(before):
        if low[k] == "," and not _in_list(segment, k, _list_end(segment, k)) and not has_finite(segment, a, k):
            if (
                k + 1 < before
                and (low[a] in c.preposition or segment.time[a] >= 0 or low[a] in c.adverb or a == 0)
                and _is_fronted(segment, a, k)
            ):
                a = k + 1
                continue
            named = with_name(segment, k)
            found = _trimmed(segment, a, k)
            return (found[0], named) if found and named < before and named > k else found
        if k > a and is_finite(segment, k):
            b = k
            while b > a and low[b - 1] in c.adverb:
                b -= 1
            if low[b - 1] in ("who", "which", "that", ","):
                b -= 1
                if b > a and low[b - 1] == ",":
                    b -= 1
            return _trimmed(segment, a, b)
    return None


def _list_end(segment: Segment, k: int) -> int:
    k += 1
    while k + 1 < len(segment) and (is_name(segment, k + 1) or segment.low[k + 1] in ("and", ",")):
        k += 1
    return k


def _is_fronted(segment: Segment, a: int, b: int) -> bool:
    c = classes()
    first = segment.low[a]
    return (
        first in c.preposition
        or segment.time[a] >= 0
        or first in c.adverb
        or first in ("when", "while", "asked", "if", "although", "though", "but", "and", "however", "last")
        or first.endswith("ing")
    )


__all__ = [
    "QUOTE", "Range", "has_finite", "is_auxiliary", "is_finite", "is_name", "main_subject", "phrase_end",
    "speaker_right", "subject_left",
]  # fmt: skip
