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

from hague.reading import attribution, speakers
from hague.reading.attribution.cues import cues
from hague.reading.attribution.word_classes import classes, word_class
from hague.reading.model import Report, Span, Statement
from hague.reading.statements import channels, dating
from hague.reading.statements.attributing import attribute
from hague.reading.statements.draft import Draft
from hague.reading.statements.evidence import overlooked
from hague.reading.statements.found import Found
from hague.reading.statements.occasions import Occasions
from hague.reading.statements.phrases import Range, is_name, main_subject, phrase_end, speaker_right, subject_left
from hague.reading.statements.references import References
from hague.reading.statements.turns import Turn, turns
from hague.reading.statements.words import PUNCTUATION, Segment, segments

_POST = re.compile(
    r"^[ \t>*•-]*+(?P<name>[^\n@:“\"]{0,60}?)[ \t]*[(\[]?@(?P<handle>\w{2,30})[)\]]?"
    r"(?P<rest>[^:\n“\"]{0,60}):[ \t]+(?=\S)",
    re.M,
)
_LATER = word_class("later")
_REJECT_BEFORE = word_class("reject-before")
_TURNS_AWAY = frozenset({"because", "after", "since", "although", "though", "whose", "which", "who", "where"})
"""Behind an attribution these begin what is no longer about the moment of speech."""
_IN_RELATIVE = frozenset({"who", "whom", "whose", "which", "where"})
_TELLING = word_class("telling")
_GATHERING = word_class("gathering")
_WRITTEN = word_class("written")
_OF_THE_MAIN_VERB = (
    "statement",
    "letter",
    "email",
    "X post",
    "social media post",
    "press conference",
    "interview",
    "phone call",
)
_ASIDE_WORDS = 7
"""Words and marks of a sentence that may stand between two parts of one quotation ("She pauses.")."""
_UNATTRIBUTED_WORDS = 6
_LONGEST_SENTENCE = 1200
"""Words; what is longer is a list or debris, and no sentence is looked for in it."""


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
        self.found: list[Found] = []
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
        References(self.text, self.names, self.found, self.segments, self.prose).settle()
        Occasions(self.report, self.names, self.found, self.segments, self.prose).settle()
        return tuple(self._statement(f) for f in self.found)

    def _hear_the_tagger(self, closed: Sequence[tuple[int, int]]) -> None:
        prose = [s for k, s in enumerate(self.segments) if self.prose[k]]
        if len(prose) < 2:  # a lone sentence is read by the rules alone, before the network is even loaded
            return
        taken = [(f.start, f.end) for f in self.found] + list(closed)
        found = attribution.find(self.text, self.report.quotations, self.report.sentences)
        for draft in overlooked(found, prose, taken):
            self._add(draft, [draft], 0)

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
        signed = len(low) >= 3 and segment.quote[0] >= 0 and low[1] in ("—", ",")
        if signed and (segment.words[2][0].isupper() or low[2] in classes().determiner):
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

    def _is_last_of_paragraph(self, found: Found) -> bool:
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
        found = Found(
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
            # "..., and diplomats say": what stands before is another clause, and its dates are its own.
            joined = ahead in ("and", "but") and segment.low[draft.speaker[0] - 2] == "," and draft.speaker[0] > 2
            if ahead in classes().boundary or joined:
                low = draft.speaker[0]
        if draft.label == "passive":
            low = draft.cue[0]
        if draft.label == "inside" and draft.speaker:
            low = draft.speaker[0]
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
        aside = self._aside(draft)
        words = " ".join(segment.words[k] if segment.quote[k] < 0 else "…" for k in places if k not in aside)
        best: tuple[bool, int, int, str] | None = None
        speaker = draft.speaker if draft.speaker_segment is None else None
        timed = places
        if draft.shared and n == 0 and speaker:
            main_verb = range(max(since, speaker[1]), low)
            timed = [*main_verb, *places]
            main = " ".join(segment.words[k] for k in main_verb if segment.quote[k] < 0)
            of_the_verb = channels.by_words(main, but="decision")
            if draft.channel is None and of_the_verb in _OF_THE_MAIN_VERB:
                draft.channel = of_the_verb
        for k in timed:
            t = segment.time[k]
            if speaker and speaker[1] <= k < draft.cue[0] and _IN_RELATIVE & set(segment.low[speaker[1] : k]):
                continue
            if t < 0 or self.timexes[t].type not in ("DATE", "TIME"):
                continue
            if k > 0 and segment.time[k - 1] == t:
                continue
            day = dating.on(self.timexes[t].value)
            if day is None or (speaker and speaker[0] <= k < speaker[1] and not self._dates_the_speaker(draft, k)):
                continue
            before_word = segment.low[k - 1] if k else ""
            if before_word in _REJECT_BEFORE:
                continue
            behind = segment.low[k + 1] if k + 1 < size else ""
            fronted = k > 1 and segment.low[k - 2] in ("in", "during")
            if (
                len(day) == 4
                and before_word in classes().determiner
                and behind not in classes().writing | _WRITTEN
                and not fronted
            ):
                continue
            far = draft.shared and k < low  # the main verb's, if the cue has none of its own
            rank = (far, -len(day), abs(k - draft.cue[0]), day)
            if best is None or rank < best:
                best = rank
        if draft.speaker_segment is not None and draft.cue_word and best is None:
            best = self._time_in(draft.speaker_segment)
        contrast = any(segment.low[k] in _LATER for k in places if segment.time[k] < 0)
        if draft.speaker_segment is not None:
            words = " ".join(draft.speaker_segment.words)
        return words, contrast, best[3] if best else None

    @staticmethod
    def _aside(draft: Draft) -> range:
        """What a relative clause says of the speaker, unless it tells how the words were had."""
        segment = draft.segment
        if draft.speaker is None or draft.speaker_segment is not None:
            return range(0)
        stop = draft.cue[0] if draft.cue[0] > draft.speaker[0] else draft.speaker[1]
        for k in range(draft.speaker[0], stop):
            if segment.low[k] in _IN_RELATIVE and segment.quote[k] < 0:
                end = next((q for q in range(k, stop) if segment.low[q] == ","), stop)
                return range(0) if _TELLING & set(segment.low[k:end]) else range(k, end)
        return range(0)

    @staticmethod
    def _dates_the_speaker(draft: Draft, k: int) -> bool:
        """ "Your front page of Saturday", "yesterday's bench", "the 2017 resolution": the time is that of the words."""
        segment = draft.segment
        if draft.cue_word == ":":
            return True
        c = classes()
        behind = segment.low[k + 1 : k + 3]
        if k > 1 and segment.low[k - 1] == "of" and (segment.low[k - 2] in c.writing or segment.low[k - 2] == "page"):
            return True
        own = c.writing | c.bench | _GATHERING | _WRITTEN
        return bool(behind) and (behind[0] in own or behind[0] == "'s")

    def _time_in(self, segment: Segment) -> tuple[bool, int, int, str] | None:
        for k, t in enumerate(segment.time):
            day = dating.on(self.timexes[t].value) if t >= 0 and self.timexes[t].type in ("DATE", "TIME") else None
            if day:
                return (False, -len(day), k, day)
        return None

    @staticmethod
    def _between(draft: Draft, k: int) -> bool:
        """Inside an interrupted content: the attribution that interrupts it."""
        segment = draft.segment
        lo, hi = draft.cue
        if draft.speaker and draft.speaker_segment is None:
            lo, hi = min(lo, draft.speaker[0]), max(hi, draft.speaker[1])
        if k < lo or segment.quote[k] >= 0:
            return False
        quoted = segment.quote[draft.content[0]] >= 0
        return quoted or "," not in segment.low[hi:k]

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
            Found(
                draft=draft, start=turn.start, end=turn.end, paragraph=segment.paragraph, speaker=turn.label,
                span=(turn.label_start, turn.label_end), on=on, channel=turn.channel, direct=False,
                order=len(self.found),
            )
        )  # fmt: skip
        draft.label = "turn"

    def _statement(self, found: Found) -> Statement:
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

    def _pieces(self, found: Found) -> tuple[Span, ...]:
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

    def _mode(self, found: Found, pieces: Sequence[Span]) -> Literal["direct", "indirect", "mixed"]:
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
