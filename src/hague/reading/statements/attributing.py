"""From the words around a cue to who said what: one draft for each act of reported speech in a segment."""

from __future__ import annotations

from hague.reading.attribution.cues import Cue, cues
from hague.reading.attribution.word_classes import classes, word_class
from hague.reading.statements.ahead import SUBORDINATORS, chunk_ahead, may_stand_ahead, postposed
from hague.reading.statements.complement import (
    accusation_after,
    closes,
    complement,
    content_end,
    label_after,
    quotes_end,
)
from hague.reading.statements.draft import Draft, enclosing_draft
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
)
from hague.reading.statements.sources import according, before_comma, citing, in_the_words_of, outlet_like
from hague.reading.statements.words import PUNCTUATION, Segment

_ALONE = word_class("alone")
_FIRST = frozenset({"i", "we", "you", "me"})
_WENT_ON = frozenset({"went", "goes", "going", "gone"})
_TO_SAY = word_class("to-say")
_CUT_ING = word_class("cut-ing")
_COPULA = word_class("copula")
_NOUNISH_BEFORE = word_class("nounish-before")
_REPORTING = word_class("reporting")
_INQUIRING = frozenset(
    {
        "prosecutor",
        "prosecutors",
        "office",
        "report",
        "reports",
        "inquiry",
        "study",
        "survey",
        "review",
        "investigators",
    }
)
_WRITTEN = word_class("written")
_GROUNDS = frozenset({"grounds", "basis"})
_MADE_IT = (("clear",), ("known",), ("plain",))
_HANGING = frozenset(
    {"and", "or", "but", "because", "since", "although", "though", "while", "whereas", "that", "so", "yet"}
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
                according(segment, k, out)
            elif word in ("citing", "quoting"):
                if not citing(segment, k, out):
                    ahead.append(k)
            elif word in ("words", "view", "opinion", "submission") and k >= 2 and low[k - 2] == "in":
                in_the_words_of(segment, k, out)
            elif word in table and not _is_in_a_name(segment, k):
                for cue in table[word]:
                    rest = len(cue.rest)
                    made_clear = cue.rest in _MADE_IT and low[k + 1 : k + 3] == ["it", *cue.rest]
                    if rest and tuple(low[k + 1 : k + 1 + rest]) != cue.rest and not made_clear:
                        continue
                    if _cue(segment, k, cue, out):
                        k += rest
                        break
                    if rest:
                        k += rest
                        break
        k += 1
    _drop_headings(segment, out)
    for k in ahead:
        after = next((d for d in out if d.speaker and d.speaker[1] <= k < d.cue[0]), None)
        if after:
            citing(segment, k, [after])
    return out


def _drop_headings(segment: Segment, out: list[Draft]) -> None:
    """ "The Taliban reply: a spokesman called it nonsense": what stands before the colon is a heading."""
    for outer in [d for d in out if d.content[0] and segment.low[d.content[0] - 1] == ":" and not d.postposed]:
        inner = [d for d in out if d is not outer and d.speaker and d.speaker[0] == outer.content[0]]
        if inner and outer.cue[1] == outer.content[0] - 1:
            out.remove(outer)
            for draft in inner:
                draft.outer = None


def _is_in_a_name(segment: Segment, k: int) -> bool:
    """ "Al-Quds Post", "The United States": a capital behind another word of the sentence."""
    if not k or not is_name(segment, k):
        return False
    return segment.low[k].endswith("s") or (segment.quote[k - 1] < 0 and segment.low[k - 1] not in PUNCTUATION)


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
        or low[j].endswith("n't") or (low[j].endswith("ly") and not is_name(segment, j) and low[j] not in c.outlet)
        or (segment.time[j] >= 0 and j > 0 and low[j] not in c.pronoun and not low[j].endswith("'s")
            and _has_subject_before(segment, j))
    ):  # fmt: skip
        negated = negated or low[j] in c.negation or low[j].endswith("n't")
        modal = modal or low[j] in c.modal
        if not last_auxiliary and (low[j] in c.auxiliary or low[j] in c.be):
            last_auxiliary = low[j]
        j -= 1
    if negated and "x" not in takes:
        return False
    if modal and not (low[k] == "say" and "only" in low[k - 1 : k + 2] and "would" in low[k - 2 : k]):
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
        not modal
        and (
            cue.form == "base" and j >= 0 and segment.quote[j] < 0 and not (negated or last_auxiliary in ("did", "do"))
        )
        and not _plural_subject(segment, j)
    ):
        return False
    if "n" in takes and cue.form in ("base", "s") and j >= 0 and _noun_here(segment, k, j):
        return False
    enclosing = enclosing_draft(out, k)
    floor = enclosing.content[0] if enclosing else 0
    # An inverted verb: "...," said a commentator.
    if (
        not takes.startswith(("u", "a", "f", "l", "d", "cou"))
        and (j < 0 or segment.quote[j] >= 0 or low[j] in (",", "—"))
        and j == k - 1
    ):
        right = speaker_right(segment, k + 1 + len(cue.rest))
        if right and not enclosing and closes(segment, right[1]):
            behind = _behind_circumstances(segment, right[1])
            goes_on = behind < len(low) and low[behind] == "," and behind + 3 < len(low)
            interrupted = low[0] in SUBORDINATORS or (goes_on and not has_finite(segment, 0, k))
            chunk = chunk_ahead(segment, k, out, goes_on and interrupted)
            if chunk and may_stand_ahead(segment, chunk, takes):
                out.append(postposed(segment, k, cue, right, chunk, behind if interrupted else right[1]))
                return True
            if j < 0 and right[1] < len(low) and low[right[1]] in (":", ","):
                rest = right[1] + 1
                if rest < len(low) and segment.quote[rest] >= 0:
                    out.append(Draft(segment, (k, k + 1), (rest, content_end(segment, rest)), right, low[k], takes))
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
    inside = range(subject[0], subject[1])
    if any(is_auxiliary(segment, q) for q in inside) and not any(low[q] in ("who", "which", "that") for q in inside):
        # "... was disputed by a second source, who said": the antecedent is what follows the last verb.
        verb = max((q for q in inside if is_finite(segment, q)), default=-1)
        if verb < 0:
            return False
        first = verb + 1 + (verb + 1 < subject[1] and low[verb + 1] in c.preposition)
        if subject[1] > j or low[j] not in ("who", "which") or first >= subject[1]:
            return False
        subject = (first, subject[1])
    if subject and not _may_speak(segment, subject, cue, k):
        return False
    gap = _which_they_said(segment, k, subject, enclosing)
    if enclosing and not gap and (shared or (subject[1] - subject[0] == 1 and low[subject[0]] in c.pronoun)):
        if not shared:
            return False
        enclosing = source.outer if source else None
    found_content = complement(segment, k, cue, subject)
    if found_content is None:
        return False
    start, hearer, kind = found_content
    cue_range = (k, k + 1 + len(cue.rest))
    relative = j >= 0 and low[j] in ("who", "which", "that") and subject[1] <= j
    interrupts = (
        not relative and start + 1 < len(low) and low[start] == "," and kind == "none" and is_finite(segment, start + 1)
    )
    closing = kind == "none" and (start >= len(low) or low[start] in (".", "!", "?"))
    left = None if shared or enclosing else chunk_ahead(segment, subject[0], out, interrupts, closing)
    if subject[0] > 1 and low[subject[0] - 1] == "," and low[subject[0] - 2] in _HANGING and not shared:
        # "... because, a diplomat explained, its soldiers must be out of reach."
        after = start + (start < len(low) and low[start] == "," and segment.quote[start] < 0)
        if kind in ("none", "quote") and after + 1 <= len(low) - 1:
            content = after, content_end(segment, after, cue)
            out.append(Draft(segment, cue_range, content, subject, low[k], takes, hearer, label="inside"))
            return True
    if kind == "none":
        if "e" in takes and any(d.segment is segment and d.cue[1] <= subject[0] for d in out):
            return False  # "Lawyers submitted that ..., court papers show"
        if not shared and _passes_on(segment, k, subject, out):
            return True
        if low[subject[0] - 1] == "as" and subject[0] and start + 1 < len(low) and low[start] == "," and not enclosing:
            # "As the Appeals Chamber held in 2021, notice is owed."
            if subject[0] == 1 or (subject[0] == 2 and low[0] in c.conjunction):
                end = content_end(segment, start + 1, cue)
                out.append(Draft(segment, cue_range, (start + 1, end), subject, low[k], takes, hearer))
                return True
            return False
        if left is None or not may_stand_ahead(segment, left, takes):
            return False
        out.append(postposed(segment, k, cue, subject, left, start, hearer))
        return True
    if left and kind == "quote" and (segment.quote[left[1] - 1] >= 0 or low[start - 1] == ","):
        # "One," she said, "two." and: It is seeking, it said, "proof" from Rome.
        draft = postposed(segment, k, cue, subject, left, start, hearer)
        end = content_end(segment, start)
        draft.content = (left[0], quotes_end(segment, start, end) if segment.quote[left[1] - 1] >= 0 else end)
        out.append(draft)
        return True
    if negated and (kind != "wh" or enclosing):
        return False
    end = content_end(segment, start, cue, relative=relative)
    if end <= start:
        return False
    for earlier in out:
        if earlier.content[0] <= k < earlier.content[1] and earlier is not enclosing and not earlier.postposed:
            earlier.content = (
                earlier.content[0],
                max(earlier.content[0] + 1, _cut_before(segment, j if shared else subject[0])),
            )
    if enclosing and not shared and (gap or _breaks_out(segment, enclosing, subject[0])):
        enclosing.content = (enclosing.content[0], _cut_before(segment, subject[0]))
        enclosing = None
    draft = Draft(segment, cue_range, (start, end), subject, " ".join(low[cue_range[0] : cue_range[1]]), takes,
                  hearer=hearer, outer=enclosing, shared=shared)  # fmt: skip
    if kind == "via-inner":
        draft.label = "via-inner"
    out.append(draft)
    return True


def _which_they_said(segment: Segment, k: int, subject: Range, enclosing: Draft | None) -> bool:
    """ "that Britain leave the court, which he claimed it had joined in 2010": the narrator's relative clause."""
    if enclosing is None or subject[0] < 2 or subject[1] != k:
        return False
    return segment.low[subject[0] - 1] in ("which", "who", "whom") and segment.low[subject[0] - 2] == ","


def _behind_circumstances(segment: Segment, k: int) -> int:
    """Over "in a written statement", up to the comma that closes the attribution; ``k`` if none does."""
    if k < len(segment) and segment.low[k] in classes().preposition:
        for q in range(k + 1, min(len(segment), k + 8)):
            if segment.quote[q] >= 0 or segment.low[q] in PUNCTUATION:
                return q if segment.low[q] == "," else k
    return k


def _passes_on(segment: Segment, k: int, subject: Range, out: list[Draft]) -> bool:
    """ "He said the file was lost, Corriere della Sera reports": an outlet behind what someone else said."""
    if not (segment.low[k] in _REPORTING or outlet_like(segment, subject)) or subject[0] == 0:
        return False
    if segment.low[subject[0] - 1] != "," and segment.quote[subject[0] - 1] < 0:
        return False
    inner = next((d for d in reversed(out) if d.segment is segment and d.cue[1] <= subject[0]), None)
    if inner is None or inner.speaker is None:
        return False
    inner.via.append(subject)
    cut = before_comma(segment, subject[0])
    if inner.content[0] < cut < inner.content[1]:
        inner.content = (inner.content[0], cut)
    return True


def _has_subject_before(segment: Segment, j: int) -> bool:
    """A time between subject and verb ("the minister on Friday said")."""
    return segment.time[j] >= 0 and j >= 1 and j < len(segment) and not _starts_clause(segment, j)


def _starts_clause(segment: Segment, j: int) -> bool:
    k = j
    while k > 0 and segment.time[k - 1] >= 0:
        k -= 1
    return k == 0 or segment.low[k - 1] in PUNCTUATION or segment.low[k - 1] in ("the", "that", "of")


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
    if before in c.determiner or before in c.preposition or before.endswith("'s") or before in _NOUNISH_BEFORE:
        return True
    if before.endswith(("s'", "'")):
        return True
    if any(cue.form == "past" for cue in cues().get(before, ())) and before not in c.negation:
        return True
    if is_name(segment, k - 1) and k > 1:
        return False
    after = low[k + 1] if k + 1 < len(segment) else "."
    subject = subject_left(segment, j)
    behind_comma = subject and subject[0] > 1 and low[subject[0] - 1] == "," and segment.quote[subject[0] - 1] < 0
    apposed = subject and subject[0] + 1 < len(segment) and low[subject[0] + 1] in c.apposition
    if (
        subject
        and behind_comma
        and not apposed
        and has_finite(segment, 0, subject[0])
        and (after in c.preposition or after == ".")
    ):
        return False  # "..., one commentator claims in a reply", "..., court papers show."
    if after in ("that", ":", ",") or (
        k + 1 < len(segment) and (segment.quote[k + 1] >= 0 or segment.time[k + 1] >= 0)
    ):
        return False
    return after in (
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
    )


def _may_speak(segment: Segment, subject: Range, cue: Cue, cue_at: int) -> bool:
    c = classes()
    words = segment.low[subject[0] : subject[1]]
    if "b" in cue.takes and words[0] != "it":
        rules = any(w in c.ruling or w.removesuffix("'s") in c.ruling or w in _INQUIRING for w in words)
        behind = segment.low[cue_at + 1 : cue_at + 6]
        grounded = len(words) == 1 and words[0] in c.pronoun and bool(_GROUNDS & set(behind))
        interrupts = words == ["they"] and subject[0] > 0 and segment.low[subject[0] - 1] == ","
        if not (rules or grounded or interrupts):
            return False
    if "e" in cue.takes and not any(w in c.writing or w in _WRITTEN for w in words):
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


def _cut_before(segment: Segment, k: int) -> int:
    low = segment.low
    while (
        k > 0
        and segment.quote[k - 1] < 0
        and (
            low[k - 1] in PUNCTUATION
            or low[k - 1] in classes().conjunction
            or low[k - 1] in ("while", "whereas", "though", "although", "which", "who", "whom")
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
    if before == "as" and _quoted_as_saying(segment, k, cue, out):
        return True
    if before in c.be and j >= 1 and low[j] in c.be:
        running = subject_left(segment, j - 1)
        if running is None or low[running[0]] in _FIRST or not _may_speak(segment, running, cue, k):
            return False
        found = complement(segment, k, cue, running)
        if found is None or found[2] == "none":
            return False
        out.append(
            Draft(
                segment,
                (k, k + 1),
                (found[0], content_end(segment, found[0], cue)),
                running,
                low[k],
                cue.takes,
                found[1],
            )
        )
        return True
    of_text = before in c.writing or (segment.time[j] >= 0 and any(w in c.writing for w in low[max(0, j - 6) : j]))
    if not (before in (",", "—", "by", "and", "without", "while") or of_text):
        return False
    if before in ("and", "without"):
        return False
    enclosing = enclosing_draft(out, k)
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
        subject = None
    if subject is None:
        subject = main_subject(segment, k)
    if subject is None or low[subject[0]] in _FIRST or not _may_speak(segment, subject, cue, k):
        return False
    found = complement(segment, k, cue, subject)
    if found is None or found[2] == "none":
        return False
    start, hearer, _ = found
    end = content_end(segment, start, cue)
    if end <= start:
        return False
    out.append(
        Draft(segment, (k, k + 1 + len(cue.rest)), (start, end), subject, low[k], cue.takes, hearer, shared=True)
    )
    return True


def _quoted_as_saying(segment: Segment, k: int, cue: Cue, out: list[Draft]) -> bool:
    """ "TASS quoted Peskov as saying that ...", "Peskov was quoted by TASS as saying ..."."""
    low = segment.low
    c = classes()
    for j in range(k - 2, max(-1, k - 24), -1):
        if low[j] in ("quoted", "quotes", "cited", "cites", "quoting") and segment.quote[j] < 0:
            break
    else:
        return False
    found = complement(segment, k, cue, (j, j + 1))
    if found is None or (found[2] == "none" and low[k] != "saying"):
        return False
    start, hearer, kind = found
    passive = j >= 1 and (
        low[j - 1] in c.be or low[j - 1] == "been" or (low[j - 1] in c.adverb and j >= 2 and low[j - 2] in c.be)
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
        chunk = chunk_ahead(segment, speaker[0], out)
        if chunk is None:
            return False
        draft = postposed(segment, k, cue, speaker, chunk, start, hearer)
        if not via and start < len(low) and low[k + 1] == "by":
            via.append((k + 2, phrase_end(segment, k + 2)))
    else:
        draft = Draft(segment, cue_range, (start, content_end(segment, start, cue)), speaker, low[k], cue.takes, hearer)
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
        accusation_after(segment, right - 1, cue.takes)
        if "a" in cue.takes
        else label_after(segment, right, "l" + cue.takes, (k + 2, right), k)
    )
    if found is None:
        return False
    out.append(
        Draft(
            segment,
            (k, k + 1),
            (found[0], content_end(segment, found[0], cue)),
            (k + 2, right),
            low[k],
            cue.takes,
            label="passive",
        )
    )
    del j
    return True
