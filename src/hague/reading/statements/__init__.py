"""Statements: who said what, through whom and when.

One statement for each act of reported speech: quotations, and clauses or infinitives after verbs of saying, ruling,
denying, accusing and urging. Thoughts, acts and bare noun objects ("denied the charges") are none, and headlines carry
none. ``attributing`` reads one sentence; here the sentences are put together: quotations that run on, turns of a
transcript, pronouns, dates and channels that belong to one speech event.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from hague.reading import attribution, speakers
from hague.reading.attribution.cues import cues
from hague.reading.attribution.word_classes import classes, word_class
from hague.reading.model import Report, Span, Statement, Timex
from hague.reading.statements import channels, dating
from hague.reading.statements.attributing import attribute
from hague.reading.statements.draft import Draft
from hague.reading.statements.evidence import overlooked
from hague.reading.statements.phrases import Range, is_name, main_subject, phrase_end, speaker_right, subject_left
from hague.reading.statements.turns import Turn, turns
from hague.reading.statements.words import PUNCTUATION, Segment, segments

_POST = re.compile(
    r"^[ \t>*•-]*(?P<name>[^\n@:“\"]{0,60}?)[ \t]*[(\[]?@(?P<handle>\w{2,30})[)\]]?"
    r"(?P<rest>[^:\n“\"]{0,60}):[ \t]+(?=\S)",
    re.M,
)
_PASSED_ON = re.compile(
    r"(?:\b(?:interview|conversation|talk|call|appearance)s?\s+(?:with|on|for|to)|\b[Ss]peaking\s+(?:to|on|with)|"
    r"\b(?:quoted|cited|carried|reported|interviewed|published|broadcast|aired|seen|obtained|reviewed)\s+(?:by|in)|"
    r"\b(?:aired|broadcast|published|carried)(?:\s+\w+){1,3}\s+by|"
    r"\b(?:remarks|comments|statement|interview)\s+to)\s+"
    r"(?P<who>(?:(?:the|a|an|state|Russia’s|Israel’s)\s+)*"
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|"
    r"November|December)(?:[A-Z][\w/’'&.-]*)"
    r"(?:\s+(?:\d{1,2}\b|[A-Z0-9][\w/’'&-]*|of|de|and(?=\s+[A-Z])|news|agency|radio|television|TV|newspaper|daily|weekly))*"
    r"|(?:the|a|an)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:newspaper|broadcaster|magazine|agency|channel|weekly|daily|station|website|outlet|radio|television))"
)
_LATER = word_class("later")
_REJECT_BEFORE = word_class("reject-before")
_SPOKEN_BODIES = frozenset({"icc", "otp", "registry", "asp", "presidency"})
_JUDGED = word_class("judged")
_JUDGE = re.compile(
    r"\b(?:presiding )?(?:judge|justice)s?\b|\bmajority\b|\bchamber\b|\bbench\b|\bcourt\b|\btribunal\b", re.I
)
_PARAGRAPHS_OF_AN_EVENT = 1
_OVERRIDES = {
    "hearing": ("court filing", "letter", "email"),
    "interview": ("phone call", "email", "letter", "X post", "social media post"),
}
"""Channels said outright that count for more than who was told."""
_TURNS_AWAY = frozenset({"because", "after", "since", "although", "though", "whose", "which", "who", "where"})
"""Behind an attribution these begin what is no longer about the moment of speech."""
_OF_THE_MAIN_VERB = ("letter", "email", "X post", "social media post", "press conference", "interview", "phone call")
_ASIDE_WORDS = 7
"""Words and marks of a sentence that may stand between two parts of one quotation ("She pauses.")."""
_UNATTRIBUTED_WORDS = 6
_SPEAKERS_BACK = 40
_LONGEST_SENTENCE = 1200
"""Words; what is longer is a list or debris, and no sentence is looked for in it."""


class _Found(Struct):
    """A draft with what has been worked out about it."""

    draft: Draft
    start: int
    end: int
    paragraph: int
    speaker: str | None
    span: tuple[int, int] | None
    entity: str | None = None
    chain: tuple[str, ...] = ()
    on: str | None = None
    channel: str | None = None
    via: tuple[str, ...] = ()
    zone: str = ""
    contrast: bool = False
    direct: bool = False
    order: int = 0


def find(report: Report) -> tuple[Statement, ...]:
    """The statements of ``report``, which has been read as far as sentences, quotations, times and mentions.

    Never raises on a text; the order is that of their contents.
    """
    return _Reading(report).statements()


class _Reading:
    def __init__(self, report: Report) -> None:
        self.report = report
        self.text = report.text
        self.names = speakers.Names(report.text, report.mentions)
        self.timexes = tuple(sorted(report.timexes, key=lambda t: t.start))
        self.time_starts = [t.start for t in self.timexes]
        self.segments: list[Segment] = []
        self.prose: list[bool] = []
        self.found: list[_Found] = []
        self.pending: tuple[Segment, Range, Range] | None = None

    def statements(self) -> tuple[Statement, ...]:
        spoken = turns(self.report)
        posts = self._posts()
        closed = sorted((t.start, t.end) for t in (*spoken, *posts) if t.guest)
        closed_starts = [a for a, _ in closed]
        for segment, first in segments(self.report):
            if not len(segment):
                continue
            segment.index = len(self.segments)
            self.segments.append(segment)
            self.prose.append(first.kind in ("body", "list-item"))
            if not self.prose[-1]:
                self.pending = None
                continue
            at = bisect.bisect_right(closed_starts, segment.start[0] + 1) - 1
            if at >= 0 and segment.start[0] < closed[at][1]:
                continue
            self._read(segment)
        for turn in (*spoken, *posts):
            if turn.guest:
                self._turn(turn)
        self._hear_the_tagger(closed)
        self.found.sort(key=lambda f: (f.start, f.end))
        self._resolve()
        self._date()
        return tuple(self._statement(f) for f in self.found)

    def _hear_the_tagger(self, closed: Sequence[tuple[int, int]]) -> None:
        prose = [s for k, s in enumerate(self.segments) if self.prose[k]]
        if not prose:
            return
        taken = [(f.start, f.end) for f in self.found] + list(closed)
        found = attribution.find(self.text, self.report.quotations, self.report.sentences)
        for draft in overlooked(found, prose, taken):
            self._add(draft, [draft], 0)

    # -- sentences ------------------------------------------------------------------------------------------

    def _read(self, segment: Segment) -> None:
        if len(segment) > _LONGEST_SENTENCE:
            self.pending = None
            return
        segment.mark_times(self.timexes, self.time_starts)
        if segment.is_quotation():
            self._quotation_alone(segment)
            self.pending = None
            return
        drafts = self._asked(segment) or attribute(segment)
        opened = self.pending
        self.pending = None
        if not drafts and opened and segment.quote[0] >= 0:
            drafts = [self._from_pending(opened, segment)]
        if not drafts:
            signed = self._signed(segment) or self._after_colon(segment) or self._by_shape(segment)
            drafts = [signed] if signed else []
        for n, draft in enumerate(drafts):
            self._add(draft, drafts, n)
        if segment.low[-1] == ":":
            self.pending = self._opening(segment)

    def _opening(self, segment: Segment) -> tuple[Segment, Range, Range] | None:
        """The one whose words follow a colon at the end of a sentence or paragraph."""
        table = cues()
        for k in range(len(segment) - 1, -1, -1):
            if segment.low[k] in table and segment.quote[k] < 0:
                j = k - 1
                while j >= 0 and (segment.low[j] in classes().auxiliary or segment.low[j] in classes().adverb):
                    j -= 1
                subject = subject_left(segment, j) if j >= 0 else None
                subject = subject or main_subject(segment, k)
                if subject:
                    return segment, subject, (k, k + 1)
        subject = main_subject(segment, len(segment))
        return (segment, subject, (len(segment) - 1, len(segment))) if subject else None

    def _from_pending(self, opened: tuple[Segment, Range, Range], segment: Segment) -> Draft:
        before, subject, cue = opened
        last = max(k for k in range(len(segment)) if segment.quote[k] >= 0)
        draft = Draft(segment, cue, (0, last + 1), subject, before.low[cue[0]])
        draft.speaker_segment = before
        return draft

    def _asked(self, segment: Segment) -> list[Draft]:
        """“Who?” | Duterte asked: a sentence that attributes the quotation which is the sentence before it."""
        before = self.segments[-2] if len(self.segments) > 1 else None
        if before is None or not before.is_quotation() or before.paragraph != segment.paragraph or len(segment) > 60:
            return []
        last = self.found[-1] if self.found else None
        stands_alone = last is not None and last.draft.segment is before and not last.draft.cue_word
        asks = last is not None and self.text[before.end[-1] - 2 : before.end[-1] - 1] in ("?", "!", "…")
        if not (asks or stands_alone):
            return []
        joined = Segment(segment.index, segment.paragraph)
        for part in (before, segment):
            for name in ("words", "low", "start", "end", "quote", "time"):
                getattr(joined, name).extend(getattr(part, name))
        drafts = attribute(joined)
        first = len(before)
        begins = drafts and drafts[0].speaker and first in (drafts[0].cue[0], drafts[0].speaker[0])
        if not begins or not drafts[0].postposed or drafts[0].content[0] > 0:
            return []
        if last and last.end == before.end[-1]:
            if last.draft.segment is before:
                self.found.pop()
            else:
                last.end = last.draft.segment.end[last.draft.content[1] - 1]
        self.segments[-1] = joined
        return drafts

    def _after_colon(self, segment: Segment) -> Draft | None:
        """Human Rights Watch: “...”, or a source hit back: “...”."""
        for k in range(1, len(segment) - 1):
            if segment.low[k] == ":" and segment.quote[k + 1] >= 0:
                subject = main_subject(segment, k)
                for q in range(k - 2, max(0, k - 12), -1):
                    if segment.low[q] == "of" and segment.low[q - 1] in ("words", "word"):
                        subject = (q + 1, k)
                if subject is None and k <= 10 and segment.low[0] not in classes().preposition:
                    subject = (0, k)
                if subject is None or segment.low[subject[0]] in ("i", "we", "you", "this", "that", "there"):
                    return None
                last = max(q for q in range(len(segment)) if segment.quote[q] >= 0)
                return Draft(segment, (k, k + 1), (k + 1, last + 1), subject, ":")
        return None

    def _by_shape(self, segment: Segment) -> Draft | None:
        """“...,” <verb> <name>, or “...,” <name> <verb>: a comma inside the mark says that an attribution follows."""
        if segment.quote[0] < 0 or len(segment) < 3 or self.text[segment.end[0] - 2 : segment.end[0] - 1] != ",":
            return None
        right = speaker_right(segment, 2)
        verb = segment.low[1]
        if right and verb.endswith(("s", "ed")) and not is_name(segment, 1) and verb not in classes().determiner:
            return Draft(segment, (1, 2), (0, 1), right, verb, postposed=True)
        end = phrase_end(segment, 1)
        if 1 < end < len(segment) and segment.low[end].endswith(("s", "ed")) and segment.quote[end] < 0:
            return Draft(segment, (end, end + 1), (0, 1), (1, end), segment.low[end], postposed=True)
        return None

    def _signed(self, segment: Segment) -> Draft | None:
        """“...” — Name, as under a printed quotation."""
        low = segment.low
        if len(low) >= 3 and segment.quote[0] >= 0 and low[1] in ("—", ",") and segment.words[2][0].isupper():
            end = len(low)
            while end > 2 and low[end - 1] in PUNCTUATION:
                end -= 1
            if low[1] == "—" and end - 2 <= 14:
                return Draft(segment, (1, 2), (0, 1), (2, end), "—", postposed=True)
        return None

    def _quotation_alone(self, segment: Segment) -> None:
        if self.pending:
            self._add(self._from_pending(self.pending, segment), [], 0)
            return
        last = self.found[-1] if self.found else None
        quotes = [k for k in range(len(segment)) if segment.quote[k] >= 0]
        start, end = segment.start[quotes[0]], segment.end[quotes[-1]]
        if last and last.direct and not last.draft.takes.startswith(("l", "d", "a", "f")):
            between = self.text[last.end : start]
            near = last.paragraph == segment.paragraph
            follows = segment.paragraph - last.paragraph == 1 and self._is_last_of_paragraph(last)
            before = self.segments[-2] if len(self.segments) > 1 else None
            if before and last.end < before.start[0] and len(before) > _ASIDE_WORDS:
                near = follows = False
            if (near or follows) and len(between) < 700 and '"' not in between.strip(' "'):
                last.end = end
                last.paragraph = segment.paragraph
                return
        if len(self.text[start:end].split()) >= _UNATTRIBUTED_WORDS:
            before = self.segments[-2] if len(self.segments) > 1 else None
            subject = (
                main_subject(before, len(before)) if before and len(before) and not before.is_quotation() else None
            )
            draft = Draft(segment, (quotes[0], quotes[0]), (quotes[0], quotes[-1] + 1), subject, "")
            draft.speaker_segment = before if subject else None
            self._add(draft, [], 0)

    def _is_last_of_paragraph(self, found: _Found) -> bool:
        segment = found.draft.segment
        return self.segments[-2].index - segment.index <= 3 if len(self.segments) > 1 else False

    def _add(self, draft: Draft, drafts: Sequence[Draft], n: int) -> None:
        segment = draft.segment
        a, b = draft.content
        if not 0 <= a < b <= len(segment):
            return
        home = draft.speaker_segment or segment
        span = None
        if draft.speaker:
            span = (home.start[draft.speaker[0]], home.end[draft.speaker[1] - 1])
        zone, contrast, on = self._zone(draft, drafts, n)
        found = _Found(
            draft=draft,
            start=segment.start[a],
            end=segment.end[b - 1],
            paragraph=segment.paragraph,
            speaker=self.text[span[0] : span[1]] if span else None,
            span=span,
            on=on,
            zone=zone,
            contrast=contrast,
            direct=any(segment.quote[k] >= 0 for k in (a, b - 1)),
            order=len(self.found),
        )
        self.found.append(found)

    def _zone(self, draft: Draft, drafts: Sequence[Draft], n: int) -> tuple[str, bool, str | None]:
        """The words of the attribution, whether they set the moment apart, and the day they name."""
        segment = draft.segment
        size = len(segment)
        low, high = 0, size
        if n > 0:
            before = drafts[n - 1]
            low = max(before.cue[1], before.content[1] if before.content[1] <= draft.cue[0] else 0)
            if draft.outer is before:
                low = before.content[0]
        if n + 1 < len(drafts):
            after = drafts[n + 1]
            high = after.cue[0] if after.shared or not after.speaker else min(after.cue[0], after.speaker[0])
            high = max(high, draft.cue[1])
        a, b = draft.content
        if not draft.postposed and b <= size and b > draft.cue[0]:
            high = min(high, b)
            trailing = segment.quote[b - 1] >= 0 or draft.takes.startswith(("l", "d"))
            tail = range(b, size) if n + 1 == len(drafts) and trailing else range(0)
        else:
            tail = range(0)
        since = low
        if draft.shared and draft.cue[0] > 0:
            at = draft.cue[0] - 1
            if segment.low[at] in classes().writing or (at > 0 and segment.time[at] >= 0):
                at = max(0, at - 7)
            low = max(low, at)
        elif draft.speaker and draft.speaker_segment is None and draft.speaker[0] > low and not draft.postposed:
            ahead = segment.low[draft.speaker[0] - 1]
            if ahead in classes().boundary:
                low = draft.speaker[0]
        if draft.label == "passive":
            low = draft.cue[0]
        if draft.postposed:
            stop = draft.cue[1]
            if draft.speaker and draft.speaker_segment is None:
                stop = max(stop, draft.speaker[1])
            for k in range(stop, high):
                if segment.low[k] in _TURNS_AWAY and segment.quote[k] < 0:
                    high = k
                    break
        if draft.postposed and a < draft.cue[0]:
            low = max(low, min(b, draft.cue[0])) if b <= draft.cue[0] else max(low, a)
        places = [
            k for k in (*range(low, high), *tail) if not a <= k < b or (draft.postposed and self._between(draft, k))
        ]
        if draft.takes.startswith(("l", "d", "a", "f", "u")) and not draft.postposed:
            places = [k for k in places if not draft.cue[1] <= k < a or segment.time[k] >= 0]
        if draft.speaker and draft.shared and draft.speaker_segment is None:
            places = [k for k in places if not draft.speaker[0] <= k < draft.speaker[1]]
        words = " ".join(segment.words[k] if segment.quote[k] < 0 else "…" for k in places)
        best: tuple[int, int, str] | None = None
        speaker = draft.speaker if draft.speaker_segment is None else None
        timed = places
        if draft.shared and n == 0 and speaker:
            main_verb = range(max(since, speaker[1]), low)
            timed = [*main_verb, *places]
            main = " ".join(segment.words[k] for k in main_verb if segment.quote[k] < 0)
            if draft.channel is None and channels.by_words(main) in _OF_THE_MAIN_VERB:
                draft.channel = channels.by_words(main)
        for k in timed:
            t = segment.time[k]
            if t < 0 or self.timexes[t].type not in ("DATE", "TIME"):
                continue
            if k > 0 and segment.time[k - 1] == t:
                continue
            day = dating.on(self.timexes[t].value)
            if day is None or (speaker and speaker[0] <= k < speaker[1]):
                continue
            before_word = segment.low[k - 1] if k else ""
            if before_word in _REJECT_BEFORE:
                continue
            behind = segment.low[k + 1] if k + 1 < size else ""
            fronted = k > 1 and segment.low[k - 2] in ("in", "during")
            if (
                len(day) == 4
                and before_word in classes().determiner
                and behind not in classes().writing
                and not fronted
            ):
                continue
            rank = (-len(day), abs(k - draft.cue[0]), day)
            if best is None or rank < best:
                best = rank
        if draft.speaker_segment is not None and draft.cue_word and best is None:
            best = self._time_in(draft.speaker_segment)
        contrast = any(segment.low[k] in _LATER for k in places if segment.time[k] < 0)
        if draft.speaker_segment is not None:
            words = " ".join(draft.speaker_segment.words)
        return words, contrast, best[2] if best else None

    def _time_in(self, segment: Segment) -> tuple[int, int, str] | None:
        for k, t in enumerate(segment.time):
            day = dating.on(self.timexes[t].value) if t >= 0 and self.timexes[t].type in ("DATE", "TIME") else None
            if day:
                return (-len(day), k, day)
        return None

    @staticmethod
    def _between(draft: Draft, k: int) -> bool:
        """Inside an interrupted content: the attribution that interrupts it."""
        lo = min(draft.cue[0], draft.speaker[0] if draft.speaker else draft.cue[0])
        return lo <= k and draft.segment.quote[k] < 0

    # -- turns and posts -------------------------------------------------------------------------------------

    def _posts(self) -> list[Turn]:
        if "@" not in self.text:
            return []
        out = []
        for match in _POST.finditer(self.text):
            end = self.text.find("\n", match.end())
            end = len(self.text) if end < 0 else end
            while end > match.end() and self.text[end - 1].isspace():
                end -= 1
            name = match.group("name").strip()
            a, b = (
                (match.start("name"), match.end("name")) if name else (match.start("handle") - 1, match.end("handle"))
            )
            while a < b and self.text[a] in " \t>*•-":
                a += 1
            if end > match.end():
                out.append(Turn(self.text[a:b], a, b, match.end(), end, True, "X post"))
        return out

    def _turn(self, turn: Turn) -> None:
        at = bisect.bisect_right(self.segments, turn.start, key=lambda s: s.end[-1])
        if at == len(self.segments):
            return
        segment = self.segments[at]
        draft = Draft(segment, (0, 0), (0, len(segment)), None, ":")
        draft.channel = turn.channel
        on = self.report.header.date if turn.channel != "X post" else None
        k = bisect.bisect_left(self.time_starts, turn.label_start)
        if turn.channel == "X post":
            while k < len(self.timexes) and self.timexes[k].start < turn.start:
                on = dating.on(self.timexes[k].value) or on
                k += 1
        self.found.append(
            _Found(
                draft=draft, start=turn.start, end=turn.end, paragraph=segment.paragraph, speaker=turn.label,
                span=(turn.label_start, turn.label_end), on=on, channel=turn.channel, direct=False,
                order=len(self.found),
            )
        )  # fmt: skip
        draft.label = "turn"

    # -- speakers ----------------------------------------------------------------------------------------------

    def _resolve(self) -> None:
        for n, found in enumerate(self.found):
            if found.span is None or found.speaker is None:
                continue
            found.entity = self.names.entity(*found.span)
            if found.draft.label == "turn":
                found.entity = found.entity or self._by_label(found.speaker)
            if speakers.is_pronoun(found.speaker):
                self._resolve_pronoun(n, found)
            elif found.entity is None:
                self._resolve_short(n, found)

    def _by_label(self, label: str) -> str | None:
        words = [w.casefold() for w in re.findall(r"\w+", label)]
        if not words:
            return None
        for mention in self.names.mentions:
            if mention.type == "person" and self.text[mention.start : mention.end].casefold().split()[-1] == words[-1]:
                return mention.entity
        return None

    def _resolve_pronoun(self, n: int, found: _Found) -> None:
        pronoun = found.speaker or ""
        assert found.span is not None
        at = found.span[0]
        candidates: list[tuple[int, str, str | None]] = []
        for earlier in self.found[max(0, n - _SPEAKERS_BACK) : n]:
            if earlier.speaker and earlier.span and earlier.span[0] < at and not speakers.is_pronoun(earlier.speaker):
                candidates.append((earlier.span[0], earlier.speaker, earlier.entity))
            elif earlier.chain and earlier.span and earlier.span[0] < at:
                candidates.append((earlier.span[0], earlier.chain[-1], earlier.entity))
        for segment in self.segments[max(0, found.draft.segment.index - 3) : found.draft.segment.index + 1]:
            if not self.prose[segment.index]:
                continue
            for mention in self.names.within(segment.start[0], min(at, segment.end[-1])):
                if mention.type == "person" and mention.start - segment.start[0] < 60:
                    candidates.append((mention.start, self.text[mention.start : mention.end], mention.entity))
                    break
            subject = main_subject(segment, len(segment))
            if subject and segment.end[subject[1] - 1] <= at:
                a, b = segment.start[subject[0]], segment.end[subject[1] - 1]
                printed = self.text[a:b]
                if not speakers.is_pronoun(printed) and speakers.may_be_meant(printed):
                    candidates.append((a, printed, self.names.entity(a, b)))
        for start, printed, entity in sorted(candidates, key=lambda c: -c[0]):
            if at - start < 1500 and speakers.agrees(pronoun, printed, entity):
                found.entity = entity
                found.chain = (pronoun, printed)
                return

    def _resolve_short(self, n: int, found: _Found) -> None:
        """ "the party" to "his party" before it, "the officer" to "a senior officer in Niamey"."""
        printed = found.speaker or ""
        low = printed.lower()
        if not low.startswith(("the ", "that ", "this ")) or len(low.split()) > 4:
            return
        head = low.split()[-1]
        for earlier in reversed(self.found[max(0, n - _SPEAKERS_BACK) : n]):
            other = (earlier.speaker or "").lower()
            if head in re.findall(r"[\w’'-]+", other) and other != low:
                found.entity = earlier.entity
                found.chain = (printed, *(earlier.chain or (earlier.speaker or "",)))
                return

    # -- channel, via and date ------------------------------------------------------------------------------------

    def _date(self) -> None:
        for found in self.found:
            self._channel(found)
        for n, found in enumerate(self.found):
            if n and found.draft.label != "turn":
                self._from_event(found, self.found[n - 1])
        self._from_the_issuer()
        lead = self.found[0].paragraph if self.found else 0
        for n in range(len(self.found) - 2, -1, -1):
            found, after = self.found[n], self.found[n + 1]
            if found.paragraph == lead and after.draft.label != "turn" and self._is_one_event(after, found, lead=True):
                found.on = found.on or after.on
                if after.channel != "interview":
                    found.channel = found.channel or after.channel
        for n, found in enumerate(self.found):
            self._from_the_bench(n, found)

    def _from_the_issuer(self) -> None:
        """A press release is a statement of the body that issues it, made on the day that its lead calls today."""
        outlet = self.report.header.outlet
        if not outlet:
            return
        own = [
            f
            for f in self.found
            if f.speaker and f.draft.label != "turn" and speakers.same(f.speaker, outlet, None, None)
        ]
        day = self.report.header.date
        today = any(dating.on(t.value) == day for t in self._times_of_lead())
        for found in own:
            if found.channel in (None, "statement") and found.draft.cue_word not in ("reported", "reports"):
                found.channel = "statement"
                if found.on is None and today:
                    found.on = day

    def _channel(self, found: _Found) -> None:
        draft = found.draft
        via = []
        if draft.label == "turn":
            return
        known = False
        if draft.hearer:
            a, b = draft.hearer
            at = (draft.segment.start[a], draft.segment.end[b - 1])
            known = any(
                m.type in ("person", "state") or (m.type == "body" and m.entity) for m in self.names.within(*at)
            )
        channel, outlet = channels.hearer(draft, known)
        if channel in _OVERRIDES:
            said = channels.by_words(found.zone)
            channel = said if said in _OVERRIDES[channel] else channel
        if outlet and draft.hearer:
            via.append(self._printed(draft.segment, draft.hearer))
        for extra in draft.via:
            via.append(self._printed(draft.segment, extra))
        if draft.outer and draft.outer.speaker:
            via.insert(0, self._printed(draft.outer.speaker_segment or draft.outer.segment, draft.outer.speaker))
        zone = found.zone
        for match in _PASSED_ON.finditer(zone + " " + (found.speaker or "")):
            who = match.group("who").strip()
            if who not in via and not (found.speaker or "").startswith(who):
                via.append(who)
                if re.match(r"(?:interview|speaking|conversation|talk|appearance)", match.group(), re.I):
                    channel = channel or "interview"
        if draft.cue_word in ("citing", "quoting"):
            found.on = None  # the day is that of the report which cites
        found.via = tuple(dict.fromkeys(via))
        found.channel = draft.channel or channel or channels.by_words(zone)
        judged = draft.cue_word.split()[-1] in _JUDGED if draft.cue_word else False
        if found.channel == "decision" and not (
            judged
            or _JUDGE.search(found.speaker or "")
            or re.search(r"\b(?:ruling|decision|judg|verdict|order|opinion)", zone)
        ):
            found.channel = None
        if (
            found.channel == "decision"
            and judged
            and not _JUDGE.search(found.speaker or "")
            and not (found.entity or "").startswith(("chamber", "icc"))
        ):
            found.channel = (
                "report" if re.search(r"\b(?:inquiry|commission|panel|report)\b", found.speaker or "", re.I) else None
            )
        if (
            found.channel is None
            and draft.cue_word in ("said", "announced", "says")
            and (
                found.entity in _SPOKEN_BODIES
                and re.fullmatch(r"(?:the |its )?[\w’' ]+", found.speaker or "", re.I)
                and not re.search(
                    r"spokes|official|member|team|source|prosecution",
                    " ".join((found.speaker or "", *found.chain)),
                    re.I,
                )
            )
        ):
            found.channel = "statement"

    @staticmethod
    def _printed(segment: Segment, span: Range) -> str:
        return " ".join(segment.words[span[0] : span[1]]).replace(" ,", ",")

    def _from_event(self, found: _Found, before: _Found) -> None:
        if not self._is_one_event(found, before):
            return
        if found.on is None:
            found.on = before.on
        if found.channel is None and (before.on == found.on or before.on is None):
            found.channel = before.channel

    def _is_one_event(self, found: _Found, before: _Found, *, lead: bool = False) -> bool:
        """Whether two statements that stand next to each other were made on one occasion."""
        if found.draft.label == "turn" or before.draft.label == "turn" or not found.speaker or not before.speaker:
            return False
        if (found.contrast and not found.draft.shared) or (before.contrast and lead):
            return False
        if found.draft.outer is not before.draft.outer and (
            found.draft.outer is before.draft or before.draft.outer is found.draft
        ):
            return False
        if abs(found.paragraph - before.paragraph) > _PARAGRAPHS_OF_AN_EVENT:
            return False
        if found.channel and before.channel and found.channel != before.channel and not found.draft.shared:
            return False
        if found.on and before.on and found.on != before.on:
            return False
        if found.draft.shared and found.draft.segment is before.draft.segment and found.span == before.span:
            return True
        if found.via != before.via and found.via and before.via:
            return False
        name_a = found.chain[-1] if found.chain else found.speaker
        name_b = before.chain[-1] if before.chain else before.speaker
        if found.entity or before.entity:
            if found.entity == before.entity:
                return True
            if found.entity and before.entity:
                return False
        if speakers.same(name_a, name_b, None, None):
            return True
        return (
            lead
            and bool(re.match(r"(?:the|those|these|all)\s+(?:two|three|four|five|six|[a-z]+)\b", found.speaker, re.I))
            and " and " in before.speaker
        )

    def _from_the_bench(self, n: int, found: _Found) -> None:
        """A judge who reads out a decision speaks at the hearing at which it is given, on its day."""
        if (
            found.draft.label == "turn"
            or not found.speaker
            or not re.search(r"\b(?:presiding )?judge\b", found.speaker, re.I)
        ):
            return
        if found.entity is None or (
            not found.entity.startswith("person:") and not re.search(r"presiding", found.speaker, re.I)
        ):
            return
        if found.channel not in (None, "hearing", "decision") or re.search(
            r"\b(?:opinion|dissent|wrote|writing)", found.zone
        ):
            return
        if re.search(r"\bformer\b", found.speaker, re.I):
            return
        before = self.found[n - 1] if n else None
        bench = before and (
            before.channel == "decision" or re.search(r"\bchamber\b|\bjudges\b", before.speaker or "", re.I)
        )
        if before and bench and found.paragraph - before.paragraph <= 1:
            found.channel, found.on = "hearing", found.on or before.on
        elif re.search(r"\bpresiding\b", found.speaker, re.I):
            found.channel = "hearing"
            if found.on is None:
                found.on = self._day_of_lead()

    def _day_of_lead(self) -> str | None:
        days = (dating.on(t.value) for t in self._times_of_lead())
        return next((day for day in days if day and len(day) == 10), None)

    def _times_of_lead(self) -> Sequence[Timex]:
        """The times of the first paragraph."""
        body = [s for s in self.report.sentences if s.kind == "body"]
        if not body:
            return ()
        end = max(s.end for s in body[:8] if s.paragraph == body[0].paragraph)
        a, b = (bisect.bisect_left(self.time_starts, at) for at in (body[0].start, end))
        return self.timexes[a:b]

    # -- the result -----------------------------------------------------------------------------------------------

    def _statement(self, found: _Found) -> Statement:
        draft = found.draft
        pieces = self._pieces(found)
        home = draft.speaker_segment or draft.segment
        cue = None
        if draft.label != "turn" and draft.cue[1] > draft.cue[0]:
            cue = Span(home.start[draft.cue[0]], home.end[draft.cue[1] - 1])
        return Statement(
            content=Span(found.start, found.end),
            speaker=found.speaker,
            speaker_span=Span(*found.span) if found.span else None,
            speaker_entity=found.entity,
            cue=draft.cue_word or None,
            cue_span=cue,
            mode="direct" if draft.label == "turn" else self._mode(found, pieces),
            via=found.via,
            channel=found.channel,
            on=found.on,
            chain=found.chain,
            pieces=pieces,
        )

    def _pieces(self, found: _Found) -> tuple[Span, ...]:
        """The quotations of a content that an attribution or a paragraph's end interrupts."""
        if found.draft.label == "turn":
            return ()
        inside = self._quotations(found.start, found.end)
        first = found.draft.content[0]
        if len(inside) < 2 or (inside[0].start != found.start and found.draft.segment.quote[first] >= 0):
            return ()
        if inside[0].start != found.start or inside[-1].end != found.end:
            return ()
        return tuple(Span(q.start, q.end) for q in inside)

    def _quotations(self, start: int, end: int) -> list[Span]:
        quotations = self.report.quotations
        k = bisect.bisect_left(quotations, start, key=lambda q: q.start)
        out = []
        while k < len(quotations) and quotations[k].start < end:
            out.append(Span(quotations[k].start, min(end, quotations[k].end)))
            k += 1
        return out

    def _mode(self, found: _Found, pieces: Sequence[Span]) -> Literal["direct", "indirect", "mixed"]:
        inside = self._quotations(found.start, found.end)
        if not inside:
            return "indirect"
        if inside[0].start == found.start and inside[-1].end == found.end:
            segment = found.draft.segment
            if pieces and (found.draft.postposed or found.end > segment.end[-1]):
                return "direct"
            a, b = found.draft.content
            words = [k for k in range(a, b) if segment.quote[k] < 0 and segment.low[k] not in PUNCTUATION]
            between = [k for k in words if not (found.draft.postposed and self._between(found.draft, k))]
            return (
                "direct" if not between or all(segment.low[k] in ("and", "or", "a", "an") for k in between) else "mixed"
            )
        return "mixed"
