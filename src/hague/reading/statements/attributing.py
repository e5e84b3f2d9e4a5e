"""From the words around a cue to who said what: one draft for each act of reported speech in a segment."""

from __future__ import annotations

from dataclasses import dataclass, field

from hague.reading.statements.cues import Cue, cues
from hague.reading.statements.phrases import (
    Range,
    has_finite,
    is_auxiliary,
    is_finite,
    is_name,
    main_subject,
    phrase_end,
    speaker_right,
    subject_left,
    with_name,
)
from hague.reading.statements.words import PUNCTUATION, Segment, classes


@dataclass
class Draft:
    """A statement in the making; word ranges count in ``segment``."""

    segment: Segment
    cue: Range
    content: Range
    speaker: Range | None
    cue_word: str
    takes: str = ""
    hearer: Range | None = None
    via: list[Range] = field(default_factory=list)
    outer: Draft | None = None
    """The statement in whose content this one stands."""
    shared: bool = False
    """The subject is that of an earlier verb."""
    speaker_segment: Segment | None = None
    also: tuple[Segment, Range] | None = None
    """Content that goes on in a later segment."""
    postposed: bool = False
    spoken: tuple[int, int] | None = None
    """Offsets of the content where words do not say it (turns, posts)."""
    channel: str | None = None
    label: str | None = None


_SKIPS = frozenset({"they", "i", "we", "you"})
_ALONE = frozenset(
    [
        "all",
        "both",
        "some",
        "most",
        "many",
        "several",
        "few",
        "others",
        "another",
        "one",
        "each",
        "this",
        "that",
        "these",
        "those",
        "her",
        "two",
        "three",
        "four",
        "five",
        "six",
    ]
)
_FIRST = frozenset({"i", "we", "you", "me"})
_WENT_ON = frozenset({"went", "goes", "going", "gone"})
_PARENTHESES = frozenset(
    [
        "citing",
        "speaking",
        "in",
        "on",
        "at",
        "referring",
        "according",
        "quoting",
        "via",
        "without",
        "when",
        "as",
        "after",
        "by",
        "during",
        "through",
        "alluding",
        "writing",
        "echoing",
        "addressing",
        "using",
        "responding",
        "reacting",
        "despite",
        "following",
        "adding",
        "flanked",
        "standing",
    ]
)
_TO_SAY = frozenset(
    {
        "like",
        "likes",
        "love",
        "liked",
        "came",
        "dared",
        "went",
        "continue",
        "continued",
        "continues",
        "hastened",
        "sought",
        "quick",
    }
)
_ADVERBIAL = frozenset(
    {"when", "while", "as", "after", "before", "because", "if", "where", "once", "since", "until"}
)
_NOT_GERUND = frozenset({"wrongdoing", "anything", "nothing", "something", "everything", "during", "being"})
_CUT_ING = frozenset({"adding", "saying", "accusing", "citing", "calling", "warning", "according", "urging", "describing",
                      "insisting", "arguing", "stressing", "noting", "claiming", "denouncing", "branding", "vowing",
                      "promising", "explaining", "rejecting", "confirming", "speaking", "referring", "responding", "pointing", "quoting", "telling", "dismissing", "alleging"})  # fmt: skip
_REFUSES = frozenset(
    {"declined", "refused", "asked", "asks", "requested", "declines", "refuses", "apologised", "thanked"}
)
_COPULA = frozenset({"is", "was", "are", "were", "be", "been", "as", "became", "remains"})
_NOUNISH_BEFORE = frozenset(
    {"'s", "no", "any", "such", "own", "new", "final", "latest", "formal", "legal", "public"}
)


def attribute(segment: Segment) -> list[Draft]:
    """Drafts of one segment in the order of their cues. Quotations count as words; nothing inside them is read."""
    table = cues()
    out: list[Draft] = []
    ahead: list[int] = []
    low = segment.low
    k = 0
    while k < len(low):
        word = low[k]
        if segment.quote[k] < 0:
            if word == "according" and k + 2 < len(low) and low[k + 1] == "to":
                _according(segment, k, out)
            elif word in ("citing", "quoting"):
                if not _citing(segment, k, out):
                    ahead.append(k)
            elif word in ("words", "view", "opinion", "submission") and k >= 2 and low[k - 2] == "in":
                _in_the_words_of(segment, k, out)
            elif word in table:
                for cue in table[word]:
                    rest = len(cue.rest)
                    if rest and tuple(low[k + 1 : k + 1 + rest]) != cue.rest:
                        if not (rest and cue.rest == ("clear",) and low[k + 1 : k + 3] == ["it", "clear"]):
                            continue
                    if _cue(segment, k, cue, out):
                        k += rest
                        break
                    if rest:
                        k += rest
                        break
        k += 1
    for k in ahead:
        after = next((d for d in out if d.speaker and d.speaker[1] <= k < d.cue[0]), None)
        if after:
            _citing(segment, k, [after])
    return out


def _enclosing(out: list[Draft], k: int) -> Draft | None:
    for draft in reversed(out):
        if draft.content[0] <= k < draft.content[1] and not draft.postposed:
            return draft
    return None


def _cue(segment: Segment, k: int, cue: Cue, out: list[Draft]) -> bool:
    c = classes()
    low = segment.low
    takes = cue.takes
    if "y" in takes or (k and segment.quote[k - 1] < 0 and low[k - 1] in ("nor", "neither")):
        return False
    if k and cue.form in ("past", "ing") and low[k - 1] in c.determiner and low[k - 1] not in _ALONE:
        return False
    if cue.form == "ing":
        return _participle(segment, k, cue, out)
    j = k - 1
    negated = modal = False
    last_auxiliary = ""
    while j >= 0 and segment.quote[j] < 0 and (
        low[j] in c.auxiliary or low[j] in c.modal or low[j] in c.negation or low[j] in c.adverb
        or low[j].endswith("n't") or (low[j].endswith("ly") and not is_name(segment, j)) or (segment.time[j] >= 0 and j > 0
        and low[j] not in c.pronoun and not low[j].endswith("'s") and _has_subject_before(segment, j))
    ):  # fmt: skip
        negated = negated or low[j] in c.negation or low[j].endswith("n't")
        modal = modal or low[j] in c.modal
        if not last_auxiliary and (low[j] in c.auxiliary or low[j] in c.be):
            last_auxiliary = low[j]
        j -= 1
    if negated and "x" not in takes:
        return False
    if modal:
        return False
    if last_auxiliary in c.be and cue.form == "past":
        return _passive(segment, k, j, cue, out)
    if j >= 0 and low[j] == "to" and segment.quote[j] < 0:
        if j >= 1 and (low[j - 1] == "on" and j >= 2 and low[j - 2] in _WENT_ON):
            j -= 3
        elif j >= 1 and low[j - 1] in _TO_SAY:
            j -= 2
        else:
            return False
        if j < 0:
            return False
    elif (
        cue.form == "base"
        and j >= 0
        and segment.quote[j] < 0
        and not (negated or last_auxiliary in ("did", "do"))
    ):
        if not _plural_subject(segment, j):
            return False
    if "n" in takes and cue.form in ("base", "s") and j >= 0 and _noun_here(segment, k, j):
        return False
    enclosing = _enclosing(out, k)
    floor = enclosing.content[0] if enclosing else 0
    # An inverted verb: "...," said a commentator.
    if (
        not takes.startswith(("u", "a", "f", "l", "d", "cou"))
        and (j < 0 or segment.quote[j] >= 0 or low[j] in (",", "—"))
        and j == k - 1
    ):
        right = speaker_right(segment, k + 1 + len(cue.rest))
        if right and not enclosing and _closes(segment, right[1]):
            chunk = _chunk(segment, k, out)
            if chunk:
                out.append(_postposed(segment, k, cue, right, chunk, right[1]))
                return True
            if j < 0 and right[1] < len(low) and low[right[1]] in (":", ","):
                rest = right[1] + 1
                if rest < len(low) and segment.quote[rest] >= 0:
                    out.append(Draft(segment, (k, k + 1), (rest, _end(segment, rest)), right, low[k], takes))
                    return True
    subject = subject_left(segment, j, floor) if j >= 0 else None
    shared = False
    source: Draft | None = None
    if subject is None:
        if j >= 0 and (low[j] in c.conjunction or (low[j] == "," and j >= 1)):
            found = _shared(segment, j, out, floor)
            if found is None:
                return False
            subject, source = found
            shared = True
        else:
            return False
    if subject and low[subject[0]] in _FIRST:
        return False
    if subject and not _may_speak(segment, subject, cue, shared):
        return False
    if enclosing and (shared or (subject[1] - subject[0] == 1 and low[subject[0]] in c.pronoun)):
        if not shared:
            return False
        enclosing = source.outer if source else None
    found_content = _complement(segment, k, cue, subject)
    if found_content is None:
        return False
    start, hearer, kind = found_content
    cue_range = (k, k + 1 + len(cue.rest))
    relative = j >= 0 and low[j] in ("who", "which", "that") and subject[1] <= j
    interrupts = (
        not relative
        and start + 1 < len(low)
        and low[start] == ","
        and kind == "none"
        and is_finite(segment, start + 1)
    )
    left = None if shared or enclosing else _chunk(segment, subject[0], out, interrupts)
    if kind == "none":
        if "q" not in takes and not ({"c", "t"} & set(takes)):
            return False
        if left is None:
            return False
        out.append(_postposed(segment, k, cue, subject, left, start, hearer))
        return True
    if left and segment.quote[left[1] - 1] >= 0 and kind == "quote":
        # "One," she said, "two."
        draft = _postposed(segment, k, cue, subject, left, start, hearer)
        draft.content = (left[0], _end(segment, start))
        out.append(draft)
        return True
    if negated and kind != "wh":
        return False
    end = _end(segment, start, cue, relative=relative)
    if end <= start:
        return False
    for earlier in out:
        if (
            earlier.content[0] <= k < earlier.content[1]
            and earlier is not enclosing
            and not earlier.postposed
        ):
            earlier.content = (
                earlier.content[0],
                max(earlier.content[0] + 1, _cut_before(segment, j if shared else subject[0])),
            )
    if enclosing and not shared and _breaks_out(segment, enclosing, subject[0]):
        enclosing.content = (enclosing.content[0], _cut_before(segment, subject[0]))
        enclosing = None
    draft = Draft(segment, cue_range, (start, end), subject, " ".join(low[cue_range[0] : cue_range[1]]), takes,
                  hearer=hearer, outer=enclosing, shared=shared)  # fmt: skip
    if kind == "via-inner":
        draft.label = "via-inner"
    out.append(draft)
    return True


def _has_subject_before(segment: Segment, j: int) -> bool:
    """A time between subject and verb ("the minister on Friday said")."""
    return segment.time[j] >= 0 and j >= 1 and j < len(segment) and not _starts_clause(segment, j)


def _starts_clause(segment: Segment, j: int) -> bool:
    k = j
    while k > 0 and segment.time[k - 1] >= 0:
        k -= 1
    return k == 0 or segment.low[k - 1] in PUNCTUATION or segment.low[k - 1] in ("the", "that")


def _plural_subject(segment: Segment, j: int) -> bool:
    low = segment.low
    word = low[j]
    if word in ("they", "we", "who", "i", "you", "some", "many", "others", "critics", "all", "both"):
        return True
    c = classes()
    if word in c.determiner or word in c.preposition or word == "to" or word in PUNCTUATION:
        return False
    return (
        word.endswith("s")
        or word in c.plural
        or word in c.outlet
        or word == "people"
        or is_name(segment, j)
        or word in ("police", "media", "counsel", "and")
    )


def _noun_here(segment: Segment, k: int, j: int) -> bool:
    c = classes()
    low = segment.low
    before = low[k - 1]
    if segment.quote[k - 1] >= 0:
        return False
    if before in c.pronoun and before not in ("one",):
        return False
    if (
        before in c.determiner
        or before in c.preposition
        or before.endswith("'s")
        or before in _NOUNISH_BEFORE
    ):
        return True
    if before.endswith(("s'", "'")):
        return True
    after = low[k + 1] if k + 1 < len(segment) else "."
    if after in ("that", ":", ",") or (
        k + 1 < len(segment) and (segment.quote[k + 1] >= 0 or segment.time[k + 1] >= 0)
    ):
        return False
    if after in (
        "of",
        "by",
        "on",
        "against",
        "for",
        "from",
        ".",
        "are",
        "were",
        "is",
        "was",
        "in",
        "have",
        "had",
        "has",
    ):
        return True
    return False


def _may_speak(segment: Segment, subject: Range, cue: Cue, shared: bool) -> bool:
    c = classes()
    words = segment.low[subject[0] : subject[1]]
    if "b" in cue.takes and words[0] != "it" and not any(w in c.ruling or w.removesuffix("'s") in c.ruling for w in words):
        return False
    head = words[-1]
    if words[0] in ("a", "an") and words[-1] in c.apposition and words[-1] not in ("statement", "report"):
        return False
    for k, word in enumerate(words):
        if k and (word in c.preposition or word in ("who", "which", "that", ",")):
            head = words[k - 1]
            break
    if head in c.law:
        return False
    if words[0] in ("this", "these", "those") and len(words) == 1:
        return False
    if cue.takes.startswith("q") and "read" in segment.low[max(0, subject[1]) : subject[1] + 3]:
        return any(w in c.writing for w in words)
    return True


def _shared(segment: Segment, j: int, out: list[Draft], floor: int) -> tuple[Range, Draft | None] | None:
    """The subject of the verb before "and", "," or "but": that of the draft before, or of the clause."""
    for draft in reversed(out):
        if draft.segment is segment and draft.speaker and draft.speaker_segment is None and draft.cue[0] < j:
            # A participle or relative inside what was said does not speak for the speaker.
            return draft.speaker, draft
    subject = main_subject(segment, j)
    if subject is None or subject[0] < floor:
        return None
    return subject, None


def _closes(segment: Segment, k: int) -> bool:
    """Nothing but stops, times and circumstances may follow an inverted attribution."""
    if k >= len(segment):
        return True
    low = segment.low[k]
    c = classes()
    return (
        segment.quote[k] >= 0 or low in PUNCTUATION or segment.time[k] >= 0 or low in c.preposition or low in _ADVERBIAL
        or low in c.adverb or low.endswith("ly") or low == "and" or low == "adding" or low == "that" or low == "to"
    )  # fmt: skip


def _chunk(segment: Segment, before: int, out: list[Draft], interrupts: bool = False) -> Range | None:
    """What stands ahead of a postposed attribution that begins at ``before``, if it can have been said."""
    low, quote = segment.low, segment.quote
    e = before
    if e <= 0:
        return None
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
        if draft.postposed or draft.cue[1] <= e:
            if draft.postposed:
                a = max(a, draft.cue[1])
    for k in range(b - 1, a, -1):
        if low[k] == ";":
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
    if b - a < 3 or not (has_finite(segment, a, b) or b - a >= 16):
        return None
    if low[a] in ("when", "asked", "while", "although", "though", "if", "as", "after") or (
        segment.time[a] >= 0 and not has_finite(segment, a, b)
    ):
        return None
    c = classes()
    if low[a] in c.preposition and not _clause_after_front(segment, a, b):
        return None
    if low[a].endswith(("ing", "ed")) and not is_name(segment, a) and "," not in low[a:b]:
        return None
    if low[a].endswith("ing") and a == 0 and "," not in low[a:b] and not _late_finite(segment, a, b):
        return None
    return a, b


def _late_finite(segment: Segment, a: int, b: int) -> bool:
    return any(is_auxiliary(segment, k) for k in range(a, b))


def _clause_after_front(segment: Segment, a: int, b: int) -> bool:
    """A fronted phrase alone ("In a speech to deputies who had gathered") is no clause."""
    c = classes()
    for k in range(a, b):
        if is_auxiliary(segment, k) or segment.low[k] in c.finite:
            if segment.low[k - 1] not in ("who", "which", "that"):
                return True
    for k in range(a, b):
        if segment.low[k] == "," and has_finite(segment, k + 1, b):
            return True
    return False


def _postposed(
    segment: Segment, k: int, cue: Cue, speaker: Range, chunk: Range, after: int, hearer: Range | None = None
) -> Draft:
    a, b = chunk
    if segment.quote[b - 1] >= 0 and b - a > 1 and segment.low[b - 2] in _COPULA:
        a = b - 1
    low = segment.low
    # "..., she said, a lesson": the clause goes on behind the attribution.
    end = b
    rest = max(after, k + 1 + len(cue.rest))
    if rest + 1 < len(low) and low[rest] == "," and segment.quote[rest + 1] < 0:
        tail = _end(segment, rest + 1)
        if segment.quote[b - 1] < 0 and _goes_on(segment, b, rest + 1, tail):
            end = tail
    elif rest + 1 < len(low) and low[rest] in (",", "—") and segment.quote[rest + 1] >= 0:
        end = _end(segment, rest + 1)
    return Draft(segment, (k, k + 1 + len(cue.rest)), (a, end), speaker,
                 " ".join(low[k : k + 1 + len(cue.rest)]), cue.takes, hearer=hearer, postposed=True)  # fmt: skip


def _goes_on(segment: Segment, b: int, a: int, tail: int) -> bool:
    """Whether the clause that the attribution interrupts needs what follows it."""
    if tail - a < 2:
        return False
    first = segment.low[a]
    if (
        first in _CUT_ING
        or first.endswith("ing")
        or first in ("and", "but", "who", "which", "as", "when", "while", "a", "an", "after", "though")
    ):
        return False
    if first in ("each", "with", "all", "both", "not", "some", "none", "neither", "from", "in", "under", "by"):
        return True
    return not has_finite(segment, 0, b) or is_finite(segment, a) or segment.low[b - 1] in ("that",)


def _complement(segment: Segment, k: int, cue: Cue, subject: Range) -> tuple[int, Range | None, str] | None:
    """Where what was said begins after the verb: (word, hearer, kind), or None if the verb says nothing here.

    kind: clause, quote, wh, label, infinitive, or "none" (no complement: the words stand before the verb).
    """
    c = classes()
    low, quote = segment.low, segment.quote
    n = len(segment)
    takes = cue.takes
    i = k + 1 + len(cue.rest)
    if cue.rest == ("clear",) and low[k + 1] == "it":
        i = k + 3
    hearer: Range | None = None
    steps = 0
    if "d" in takes or takes.startswith("l"):
        found = _label(segment, i, takes, subject, k)
        if found:
            return found
        if not ({"c", "t", "q"} & set(takes)):
            return None
    if takes.startswith(("a", "f")):
        return _accusation(segment, i, takes)
    if "u" in takes:
        found_u = _urging(segment, i, cue)
        if found_u:
            return found_u
        if not ({"c", "t", "q"} & set(takes)):
            return None
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
            return i + 1, hearer, "clause"
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
            if word == "only" and i + 1 < n and low[i + 1] != "that":
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


def _bare(segment: Segment, i: int, takes: str, hearer: Range | None) -> tuple[int, Range | None, str] | None:
    """A clause without "that"."""
    n = len(segment)
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


_SUBORDINATE = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "this", "that", "any", "every", "all", "those"}
)


def _is_infinitive(segment: Segment, i: int) -> bool:
    c = classes()
    low = segment.low[i]
    if (
        segment.quote[i] >= 0
        or is_name(segment, i)
        or low in c.determiner
        or low in c.pronoun
        or low in PUNCTUATION
    ):
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


def _label(
    segment: Segment, i: int, takes: str, subject: Range, k: int
) -> tuple[int, Range | None, str] | None:
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
                and not _closes(segment, q + 1)
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
        if (low[q] == "as" and q > i) or (low[q] == "as" and gap):
            if q + 1 < n:
                return q + 1, None, "label"
        if low[q] in (",", ";", "—", "that", "which", "what", "and", "but", "because", ":") or (
            low[q] in c.preposition
            and low[q] not in ("of", "as", "for", "in", "on", "by", "to", "with", "at", "against")
        ):
            break
    if "d" not in takes or i >= n:
        return None
    if gap:
        return (i, None, "label") if low[i] not in PUNCTUATION and low[i] not in c.preposition else None
    if low[i] in ("it", "him", "them", "her", "this", "that", "these", "those", "me", "us"):
        if (
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


def _accusation(segment: Segment, i: int, takes: str) -> tuple[int, Range | None, str] | None:
    low, quote = segment.low, segment.quote
    n = len(segment)
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
    for q in range(i, min(n, i + 22)):
        if quote[q] >= 0:
            return (i, None, "quote") if not telling and q > i else None
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


def _end(segment: Segment, start: int, cue: Cue | None = None, *, relative: bool = False) -> int:
    """Where what was said ends: the end of the segment, or a cut before a new attribution or an aside."""
    c = classes()
    table = cues()
    low, quote = segment.low, segment.quote
    n = len(segment)
    end = n
    k = start
    while k < n:
        word = low[k]
        if quote[k] < 0:
            if word in (",", "—") and k + 1 < n and k > start:
                after = low[k + 1]
                if after in _CUT_ING and quote[k + 1] < 0 and not (after == "according" and k - start <= 1):
                    end = k
                    break
                if after in ("while", "before", "after", "by") and k + 2 < n and low[k + 2] in _CUT_ING:
                    end = k
                    break
                if relative and word == "," and is_finite(segment, k + 1):
                    end = k
                    break
                if after == "and" and k + 2 < n and _narrated(segment, k + 2):
                    end = k
                    break
                if after in ("a", "an") and _aside(segment, k + 1):
                    end = k
                    break
                if after in ("and", "but", "or") and _cue_after(segment, k + 2, table):
                    end = k
                    break
                if after == "according" and k + 2 < n and low[k + 2] == "to" and k - start > 1:
                    end = k
                    break
            elif (
                word in ("and", "but")
                and k > start
                and (
                    _cue_after(segment, k + 1, table)
                    or (k + 1 < n and low[k + 1] in _REFUSES and quote[k + 1] < 0)
                )
            ) or (word == "according" and k + 1 < n and low[k + 1] == "to" and k - start > 1):
                end = k
                break
        k += 1
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
        end = _quotes_end(segment, start, end)
    del c
    return end


def _narrated(segment: Segment, k: int) -> bool:
    """An act told after ", and": the writer's, not what was said."""
    low = segment.low[k]
    return (
        is_finite(segment, k)
        and not is_auxiliary(segment, k)
        and (low.endswith(("ed", "s")) or low in ("sent", "gave", "left", "set", "took", "went", "made"))
    )


def _quotes_end(segment: Segment, start: int, end: int) -> int:
    """A quoted label ends with its quotation, or with one joined to it."""
    k = start + 1
    while k < end:
        if segment.quote[k] >= 0:
            k += 1
            continue
        if segment.low[k] in ("and", "or", ",") and any(
            segment.quote[q] >= 0 for q in range(k + 1, min(end, k + 4))
        ):
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


def _cue_after(segment: Segment, k: int, table: dict[str, tuple[Cue, ...]]) -> bool:
    """A verb of saying right after "and": a statement of its own with the same speaker."""
    c = classes()
    low = segment.low
    while k < len(low) and (low[k] in c.adverb or low[k].endswith("ly")) and segment.quote[k] < 0:
        k += 1
    if k < len(low) and low[k] in ("has", "had", "have"):
        k += 1
    if k >= len(low) or low[k] not in table or segment.quote[k] >= 0:
        return False
    for cue in table[low[k]]:
        if cue.form not in ("past", "s") or (
            cue.rest and tuple(low[k + 1 : k + 1 + len(cue.rest)]) != cue.rest
        ):
            continue
        if "y" in cue.takes or "b" in cue.takes:
            continue
        if _complement(segment, k, cue, (max(0, k - 1), k)) is None:
            continue
        return True
    return False


def _cut_before(segment: Segment, k: int) -> int:
    low = segment.low
    while (
        k > 0
        and segment.quote[k - 1] < 0
        and (
            low[k - 1] in PUNCTUATION
            or low[k - 1] in classes().conjunction
            or low[k - 1] in ("while", "whereas", "though", "although")
        )
    ):
        k -= 1
    return k


def _breaks_out(segment: Segment, outer: Draft, k: int) -> bool:
    """Whether a subject inside an indirect content begins a new clause on the level of the narration."""
    low = segment.low
    if k - 1 <= outer.content[0]:
        return False
    before = low[k - 1]
    if before == ";" or (before in ("while", "whereas") and low[k - 2] in (",", ";")):
        return True
    return before in ("but", "and") and low[k - 2] in (",", ";")


def _participle(segment: Segment, k: int, cue: Cue, out: list[Draft]) -> bool:
    c = classes()
    low = segment.low
    if k == 0:
        return False
    before = low[k - 1]
    if segment.quote[k - 1] >= 0:
        before = ","
    j = k - 1
    while j > 0 and (before in c.adverb or before.endswith("ly")) and segment.quote[j] < 0:
        j -= 1
        before = low[j]
    if before in ("as",) and low[k] == "saying":
        return _quoted_as_saying(segment, k, cue, out)
    if before in c.be and j >= 1 and low[j] in c.be:
        subject = subject_left(segment, j - 1)
        if subject is None or low[subject[0]] in _FIRST or not _may_speak(segment, subject, cue, False):
            return False
        found = _complement(segment, k, cue, subject)
        if found is None or found[2] == "none":
            return False
        out.append(
            Draft(
                segment,
                (k, k + 1),
                (found[0], _end(segment, found[0], cue)),
                subject,
                low[k],
                cue.takes,
                found[1],
            )
        )
        return True
    of_text = before in c.writing or (
        segment.time[j] >= 0 and any(w in c.writing for w in low[max(0, j - 6) : j])
    )
    if not (before in (",", "—", "by", "and", "without", "while") or of_text):
        return False
    if before in ("and", "without"):
        return False
    enclosing = _enclosing(out, k)
    if enclosing and before == "," and enclosing.content[1] > k and not of_text:
        return False
    if enclosing:
        return False
    subject: Range | None = None
    for draft in reversed(out):
        if draft.segment is segment and draft.speaker and draft.cue[0] < k:
            subject = draft.speaker
            break
    if subject is None and before == "," and j >= 1:
        subject = subject_left(segment, j - 1) if low[k] == "saying" and _names_speech(segment, j) else None
    if subject is None:
        subject = main_subject(segment, k)
    if subject is None or low[subject[0]] in _FIRST or not _may_speak(segment, subject, cue, True):
        return False
    found = _complement(segment, k, cue, subject)
    if found is None or found[2] == "none":
        return False
    start, hearer, _ = found
    end = _end(segment, start, cue)
    if end <= start:
        return False
    out.append(
        Draft(
            segment, (k, k + 1 + len(cue.rest)), (start, end), subject, low[k], cue.takes, hearer, shared=True
        )
    )
    return True


def _names_speech(segment: Segment, j: int) -> bool:
    del segment, j
    return False


def _quoted_as_saying(segment: Segment, k: int, cue: Cue, out: list[Draft]) -> bool:
    """ "TASS quoted Peskov as saying that ...", "Peskov was quoted by TASS as saying ..."."""
    low = segment.low
    c = classes()
    for j in range(k - 2, max(-1, k - 24), -1):
        if low[j] in ("quoted", "quotes", "cited", "cites", "quoting") and segment.quote[j] < 0:
            break
    else:
        return False
    found = _complement(segment, k, cue, (j, j + 1))
    if found is None:
        return False
    start, hearer, kind = found
    passive = j >= 1 and (
        low[j - 1] in c.be
        or low[j - 1] == "been"
        or (low[j - 1] in c.adverb and j >= 2 and low[j - 2] in c.be)
    )
    via: list[Range] = []
    if passive:
        a = j - 1
        while a > 0 and (low[a - 1] in c.auxiliary or low[a - 1] in c.adverb):
            a -= 1
        speaker = subject_left(segment, a - 1) if a >= 1 else None
        for q in range(j + 1, k - 1):
            if low[q] in ("by", "in"):
                via.append((q + 1, _until(segment, q + 1, k - 1)))
                break
    else:
        speaker = (j + 1, k - 1)
        who = subject_left(segment, j - 1) if j >= 1 else None
        if who:
            via.append(who)
    if speaker is None or speaker[1] <= speaker[0]:
        return False
    cue_range = (k, k + 1)
    if kind == "none":
        chunk = _chunk(segment, speaker[0], out)
        if chunk is None:
            return False
        draft = _postposed(segment, k, cue, speaker, chunk, start, hearer)
        if not via and start < len(low) and low[k + 1] == "by":
            via.append((k + 2, phrase_end(segment, k + 2)))
    else:
        draft = Draft(
            segment, cue_range, (start, _end(segment, start, cue)), speaker, low[k], cue.takes, hearer
        )
    draft.via = via
    out.append(draft)
    return True


def _until(segment: Segment, a: int, b: int) -> int:
    for q in range(a, b):
        if segment.time[q] >= 0 or segment.low[q] in ("on", ",", "as", "in"):
            return q
    return b


def _passive(segment: Segment, k: int, j: int, cue: Cue, out: list[Draft]) -> bool:
    """ "was described by the minister as a farce"."""
    if not ("l" in cue.takes or "d" in cue.takes or "a" in cue.takes):
        return False
    low = segment.low
    if k + 1 >= len(low) or low[k + 1] != "by":
        return False
    right = phrase_end(segment, k + 2)
    if right <= k + 2:
        return False
    found = (
        _accusation(segment, right - 1, cue.takes)
        if "a" in cue.takes
        else _label(segment, right, "l" + cue.takes, (k + 2, right), k)
    )
    if found is None:
        return False
    out.append(
        Draft(
            segment,
            (k, k + 1),
            (found[0], _end(segment, found[0], cue)),
            (k + 2, right),
            low[k],
            cue.takes,
            label="passive",
        )
    )
    del j
    return True


def _source_right(segment: Segment, k: int) -> Range | None:
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


def _according(segment: Segment, k: int, out: list[Draft]) -> None:
    low = segment.low
    source = _source_right(segment, k + 2)
    if source is None:
        return
    c = classes()
    head = low[source[0] : source[1]]
    top = next((q for q, w in enumerate(head) if q and w in c.preposition), len(head))
    if head[top - 1] in c.law or head[0] in ("plan", "schedule", "reason"):
        return
    e = source[1]
    n = len(segment)
    enclosing = _enclosing(out, k)
    # "reported that, according to a former judge, the court may": the outlet passes it on.
    opening = (
        k == 0
        or (low[k - 1] in (";", "and", "but", "—") and segment.quote[k - 1] < 0)
        or (low[k - 1] in ("and", "but", "meanwhile") and k == 1)
    )
    if enclosing and k - enclosing.content[0] <= 1 and e < n and low[e] == ",":
        start = e + 1
        outer = enclosing
        draft = Draft(segment, (k, k + 2), (start, _end(segment, start)), source, "according to")
        if outer.speaker:
            draft.via = [outer.speaker]
            draft.channel = None
        out[out.index(outer)] = draft
        return
    if opening or (e < n and low[e] == "," and (k == 0 or _only_front(segment, k))):
        if e < n and (low[e] in (",", ":") or segment.quote[e] >= 0):
            start = e + (low[e] in (",", ":") and segment.quote[e] < 0)
            if start < n:
                end = _end(segment, start)
                if end > start:
                    out.append(Draft(segment, (k, k + 2), (start, end), source, "according to"))
        elif e < n:
            return
        return
    last = next((d for d in reversed(out) if d.segment is segment and d.content[1] <= k), None)
    if enclosing:
        last = enclosing
    if last is not None:
        last.content = (last.content[0], min(last.content[1], _cut_comma(segment, k)))
        last.via.append(source)
        return
    b = _cut_comma(segment, k)
    a = 0
    for q in range(b - 1, 0, -1):
        if low[q] == ";" and segment.quote[q] < 0:
            a = q + 1
            break
    if b - a < 2:
        return
    end = b
    if e + 1 < n and low[e] == "," and low[k - 1] == ",":
        tail = _end(segment, e + 1)
        if (
            tail > e + 1
            and low[e + 1] not in _CUT_ING
            and not low[e + 1].endswith("ing")
            and low[e + 1] not in ("who", "which", "a", "an")
        ):
            end = tail
    elif e < n and segment.quote[e] >= 0 and segment.quote[b - 1] >= 0:
        end = _end(segment, e)
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


def _cut_comma(segment: Segment, k: int) -> int:
    while k > 0 and segment.quote[k - 1] < 0 and segment.low[k - 1] in (",", "—"):
        k -= 1
    return k


def _in_the_words_of(segment: Segment, k: int, out: list[Draft]) -> None:
    """ "in the words of X", "in the Prosecution's view"."""
    low = segment.low
    n = len(segment)
    if low[k - 1] == "the" and k + 2 < n and low[k + 1] == "of":
        source = _source_right(segment, k + 2)
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
        end = _end(segment, e + 1)
        if end > e + 1:
            out.append(Draft(segment, (first, k + 2), (e + 1, end), source, " ".join(low[first : k + 2])))
    elif first > 0 and low[first - 1] == ",":
        b = _cut_comma(segment, first)
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
                    (e + 1, _end(segment, e + 1)),
                    source,
                    " ".join(low[first : k + 2]),
                )
            )
        elif b > 3:
            out.append(
                Draft(segment, (first, k + 2), (0, b), source, " ".join(low[first : k + 2]), postposed=True)
            )


_REPORTING = frozenset("reported reports report wrote writes revealed published disclosed".split())


def _citing(segment: Segment, k: int, out: list[Draft]) -> bool:
    """Axios reported, citing two officials, that ...: the officials speak, Axios passes on."""
    low = segment.low
    source = _source_right(segment, k + 1)
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
            if low[draft.cue[0]] in _REPORTING or _outlet_like(segment, draft.speaker):
                draft.via = [draft.speaker, *draft.via]
                draft.speaker = source
                draft.cue = (k, k + 1)
                draft.cue_word = low[k]
            return True
    return False


def _outlet_like(segment: Segment, span: Range) -> bool:
    return any(w.removesuffix("'s") in classes().outlet for w in segment.low[span[0] : span[1]])
