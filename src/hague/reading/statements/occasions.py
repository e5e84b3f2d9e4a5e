"""On which occasion words were said: channel, who passed them on, and the day, within one speech event."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from datetime import date, timedelta

from hague.reading import speakers
from hague.reading.attribution.cues import cues
from hague.reading.attribution.word_classes import word_class
from hague.reading.model import Report, Timex
from hague.reading.statements import channels, dating
from hague.reading.statements.acts import Act, Acts
from hague.reading.statements.found import Found
from hague.reading.statements.phrases import Range
from hague.reading.statements.words import Segment

_PASSED_ON = re.compile(
    r"(?:\b(?:interview|conversation|talk|call|appearance)s?\s+(?:with|on|for|to)|\b[Ss]peaking\s+(?:to|on|with)|"
    r"\b(?:quoted|cited|carried|reported|interviewed|published|broadcast|aired|seen|obtained|reviewed)\s+(?:by|in)|"
    r"\b(?:aired|broadcast|published|carried)(?:\s+\w+){1,3}\s+by|"
    r"\b(?:remarks|comments|statements?|declarations|interview)\s+to)\s+"
    r"(?P<who>(?:(?:the|a|an|state|Russia’s|Israel’s)\s+)*"
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|"
    r"November|December)(?:[A-Z][\w/’'&.-]*)"
    r"(?:\s+(?:\d{1,2}\b|[A-Z0-9][\w/’'&-]*|of|de|and(?=\s+[A-Z])|news|agency|radio|television|TV|newspaper|daily|weekly))*"
    r"|(?:the|a|an)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:newspaper|broadcaster|magazine|agency|channel|weekly|daily|station|website|outlet|radio|television))"
)
_SPOKEN_BODIES = frozenset({"icc", "otp", "registry", "asp", "presidency"})
_JUDGED = word_class("judged")
_JUDGE = re.compile(
    r"\b(?:presiding )?(?:judge|justice)s?\b|\bmajority\b|\bchamber\b|\bbench\b|\bcourt\b|\btribunal\b", re.I
)
_AUDIENCE_OF = re.compile(r"^(?:the )?(?:listeners|viewers|readers|subscribers) (?:of|to) ", re.I)
_RULING = re.compile(r"\b(?:ruling|decision|judge?ment|verdict|order|opinion|resolution)s?\b", re.I)
_IN_A_RULING = re.compile(
    r"\b(?:in|by|with|from|under|according to) (?:an?|the|its|his|her|their|that|this|yesterday[’']s|\w+day[’']s)? ?"
    r"(?:[\w-]+ ){0,3}(?:ruling|decision|judge?ment|verdict|order|opinion)\b",
    re.I,
)
_REPORT = re.compile(r"\b(?:report|study|statement|text|inquiry|letter|survey)\b", re.I)
_BRIEFING = re.compile(r"\b(?:briefing|press conference|news conference)\b", re.I)
_BRIEFED = re.compile(r"\b(?:spokes\w+|correspondents?|journalists?|reporters?)\b", re.I)
_DOCKET = re.compile(r"\b(?:docket|case digest|case note|prosecutor v\.?|summar(?:y|ies) of filings)", re.I)
_PARTY = re.compile(
    r"\b(?:defence|defense|prosecution|office of the prosecutor|registry|registrar|applicants?|appellants?|"
    r"(?:legal )?representatives?|counsel|victims)\b(?![’']s press)",
    re.I,
)
_PLEADING = frozenset(
    [
        "submitted",
        "submits",
        "argued",
        "argues",
        "replied",
        "replies",
        "responded",
        "responds",
        "contended",
        "contends",
        "requested",
        "requests",
        "claimed",
        "claims",
        "stated",
        "states",
    ]
)
_BENCH = re.compile(r"\b(?:[Cc]hamber|CHAMBER|[Jj]udges|bench|[Mm]ajority|[Pp]anel|[Mm]agistrates)\b")
_OTHER_BENCH = re.compile(
    r"\b(?:lawyers?|counsel|former|retired|clerks?|spokes\w+|high|supreme|constitutional|district|federal|national|"
    r"german|critics?|members?|friends?|press|speaker)\b",
    re.I,
)
_A_TEXT = re.compile(
    r"(?:the|its|her|his|their|that|this) (?:\w+ )?(?:text|letter|statement|filing|report|order|resolution|declaration|"
    r"agreement|communiqué|communique|document|note|post|message|brief|motion|request|application|law|bill|decree)",
    re.I,
)
_AT_ONCE = re.compile(r"\bwithin (?:the|an|one) hour\b|\bwithin (?:hours|minutes)\b|\bminutes later\b|\bat once\b")
_STAFF = re.compile(
    r"\b(?:director|president|chair\w*|coordinator|co-ordinator|head|secretary|officer|researcher|spokes\w+|founder)\b",
    re.I,
)
_OF_THE_GROUP = re.compile(
    r"\b(?:the (?:group|organi[sz]ation|network|forum|association|coalition|centre|center|institute)|our)\b", re.I
)
_ENTRY = re.compile(r"(?:\s?[-–—:]\s|\s)(?=[A-Z“])")
_INQUIRY = re.compile(r"\b(?:inquiry|commission|panel|report|survey|study|poll)\b", re.I)
_EVE = re.compile(r"\bon the eve of\b", re.I)
_CLOCK = re.compile(r"(\d{4}-\d{2}-\d{2})T\d{2}")
_FEWEST_ENTRIES = 3
_PARAGRAPHS_OF_AN_EVENT = 1
_OVERRIDES = {
    "hearing": ("court filing", "letter", "email"),
    "interview": ("phone call", "email", "letter", "X post", "social media post"),
}
"""Channels said outright that count for more than who was told."""


class Occasions:
    """Fills in ``channel``, ``via`` and ``on`` of what was found in a report, in order."""

    def __init__(
        self,
        report: Report,
        names: speakers.Names,
        found: list[Found],
        segments: Sequence[Segment],
        prose: Sequence[bool],
    ) -> None:
        self.report = report
        self.segments = segments
        self.acts = Acts(report, names, segments, prose)
        self.entries = _entries(report)
        self.top = report.text[: report.header.body]
        first = next((s for s in report.sentences if s.kind == "body"), None)
        opening = report.text[first.start : first.end].split("“")[0].split('"')[0] if first else ""
        self.own_voice = bool(re.search(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b|^(?:Thank you|Dear|Sir)\b", opening))
        """A letter, a speech, a statement of its own: "told us" is no interview there."""
        self.names = names
        self.found = found
        self.timexes = tuple(sorted(report.timexes, key=lambda t: t.start))
        self.time_starts = [t.start for t in self.timexes]

    def settle(self) -> None:
        for found in self.found:
            self._channel(found)
        for n, found in enumerate(self.found):
            if found.draft.label == "turn":
                continue
            self._from_genre(found)
            if n:
                self._from_event(found, self.found[n - 1])
            self._from_the_bench(n, found)
            self._from_acts(found)
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

    def _from_genre(self, found: Found) -> None:
        """A live blog's entry tells what is said at its hour; a briefing's summary, what was said there."""
        text = found.draft.segment
        if found.on is None and found.draft.cue_word.split()[0:1] and (day := self.entries.get(found.paragraph)):
            cue = found.draft.segment.low[found.draft.cue[0]] if found.draft.cue[1] > found.draft.cue[0] else ""
            now = any(form.form in ("s", "base") for form in cues().get(cue, ()))
            now = now and cue not in ("predicts", "predict")
            if now or (_said_before(found) and "earlier" in text.low):
                found.on = day
        who = " ".join((found.speaker or "", *found.chain))
        if found.channel is None and found.draft.hearer is None:
            if _BRIEFING.search(self.top) and _BRIEFED.search(who):
                found.channel, found.on = "press conference", found.on or self.report.header.date
            elif _DOCKET.search(self.top) and _PARTY.search(who) and found.draft.cue_word in _PLEADING:
                found.channel = "court filing"
        if found.channel is None and found.on is None and re.match(r"(?:an?|one|another|\w+s)\b", who, re.I):
            self._from_interviews(found)

    def _from_interviews(self, found: Found) -> None:
        """Those "whom the Forum interviewed in January" speak in what follows in the paragraph."""
        for segment in reversed(self.segments[: found.draft.segment.index]):
            if segment.paragraph != found.paragraph:
                return
            if "interviewed" in segment.low:
                days = [dating.on(self.timexes[t].value) for t in segment.time if t >= 0]
                found.channel, found.on = "interview", next((day for day in days if day), None)
                return

    def _from_acts(self, found: Found) -> None:
        """What judges hold is said in the ruling that the report tells of; a letter says it on its day."""
        if _said_before(found):
            return
        bench = self._is_bench(found)
        if found.channel is None and (
            (bench and (found.draft.hearer is None or self._hears_a_party(found)))
            or (self._is_prosecution(found) and found.draft.cue_word in ("concluded", "determined"))
            or (
                found.draft.cue_word in ("found", "finds")
                and not _REPORT.search(" ".join((found.speaker or "", *found.chain)))
            )
        ):
            found.channel = "decision"
        if found.on is not None or (found.contrast and not found.draft.shared):
            return
        index = (found.draft.speaker_segment or found.draft.segment).index
        near = self.acts.before(index - (not found.draft.shared), within=3)
        act = None
        if bench and found.channel in ("decision", None):
            if near and near.bench and not near.past_perfect and near.paragraph == found.paragraph:
                act = near
            else:
                act = self.acts.main_of_bench
        elif self._is_prosecution(found) and found.draft.cue_word != "according to":
            act = self._main_of_prosecution(found, 2)
        elif _A_TEXT.fullmatch(found.speaker or ""):
            act = self.acts.before(index - 1, within=2, sent=True)
            if act is None and re.match(r"(?:her|his)\b", found.speaker or "", re.I):
                act = self._main_of_prosecution(found, 4)
        elif _EVE.search(found.zone):
            event = near if near and near.paragraph == found.paragraph else self.acts.main
            found.on = _day_before(event.day) if event else None
        elif near and (_AT_ONCE.search(self._attribution(found)) or self._is_by_the_same(found, near)):
            act = near
        else:
            found.on = self._day_announced(found)
        if act:
            found.on = act.day

    def _hears_a_party(self, found: Found) -> bool:
        """A person or State that a chamber tells something is told it in writing."""
        a, b = found.draft.hearer or (0, 1)
        segment = found.draft.segment
        return any(m.type in ("person", "state") for m in self.names.within(segment.start[a], segment.end[b - 1]))

    @staticmethod
    def _attribution(found: Found) -> str:
        low, (a, _) = found.draft.segment.low, found.draft.content
        return " ".join([found.zone, *low[found.draft.cue[1] : a]])

    @staticmethod
    def _is_by_the_same(found: Found, near: Act) -> bool:
        """Bensouda closed the file on Friday. She found no basis to go on."""
        close = near.paragraph == found.paragraph and near.segment == found.draft.segment.index - 1
        return close and near.actor is not None and near.actor == found.entity and len(near.day) == 10

    def _main_of_prosecution(self, found: Found, reach: int) -> Act | None:
        main = self.acts.main_of_prosecution
        return main if main and 0 <= found.paragraph - main.paragraph <= reach else None

    def _day_announced(self, found: Found) -> str | None:
        """Last night Gambia turned its back on the court. Its minister announced that it was over."""
        index = found.draft.segment.index
        if found.draft.cue_word not in ("announced", "declared") or not index or found.draft.speaker_segment:
            return None
        before = self.segments[index - 1]
        day = self.acts.day_of(before) if before.paragraph == found.draft.segment.paragraph else None
        return day if day and len(day) == 10 and "had" not in before.low else None

    def _is_prosecution(self, found: Found) -> bool:
        return (
            found.entity == "otp"
            or found.entity in self.acts.prosecutors
            or bool(re.search(r"\bprosecutor\b", " ".join((found.speaker or "", *found.chain)), re.I))
            or self._is_the_one_named_next(found)
        )

    def _is_the_one_named_next(self, found: Found) -> bool:
        """The prosecutor asked for a warrant. | Karim Khan said: a bare name, behind the office, is its holder's."""
        main = self.acts.main_of_prosecution
        if main is None or not (found.entity or "").startswith("person:") or main.actor not in (None, "icc", "otp"):
            return False
        told = self.segments[main.segment]
        named = [m.entity for m in self.names.mentions if m.type == "person" and m.start > told.end[-1]]
        there = [m.entity for m in self.names.within(told.start[0], told.end[-1])]
        said_by = (found.chain or (found.speaker or "",))[-1]
        printed = re.fullmatch(r"(?!M[rs]+\b)[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){1,3} ?", said_by)
        return bool(printed) and named[:1] == [found.entity] and found.entity not in there

    def _is_bench(self, found: Found) -> bool:
        who = " ".join((found.speaker or "", *found.chain[-1:]))
        judged = found.draft.cue_word.split()[-1:] in (["found"], ["held"], ["ruled"], ["find"], ["finds"], ["holds"])
        if (found.speaker or "").lower() in ("it", "they") and judged and not _REPORT.search(who):
            return True
        if _OTHER_BENCH.search(who) or re.search(r"\bpresiding\b", who, re.I):
            return False
        if _BENCH.search(who) or (found.entity or "").startswith("chamber:"):
            return True
        return bool(re.search(r"\bjudge\b", who, re.I)) and found.draft.cue_word in ("wrote", "writes", "writing")

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
        if own and today:
            own += [
                f
                for f in self.found
                if f.channel is None and f.on is None and f.draft.hearer is None and self._is_staff(f.speaker or "")
            ]
        for found in own:
            if found.channel in (None, "statement") and found.draft.cue_word not in ("reported", "reports"):
                found.channel = "statement"
                if found.on is None and today:
                    found.on = day

    def _is_staff(self, speaker: str) -> bool:
        """Whether someone speaks for the body that issues the text."""
        return bool(_STAFF.search(speaker)) and (
            bool(_OF_THE_GROUP.search(speaker)) or (self.report.header.outlet or "\n").casefold() in speaker.casefold()
        )

    def _channel(self, found: Found) -> None:
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
        if channel == "interview" and self.own_voice and draft.segment.low[draft.hearer[0]] == "us":  # type: ignore[index]
            channel = None
        if channel in _OVERRIDES:
            said = channels.by_words(found.zone)
            channel = said if said in _OVERRIDES[channel] else channel
        if outlet and draft.hearer:
            who = _AUDIENCE_OF.sub("", self._printed(draft.segment, draft.hearer))
            if not self._is_own(who):
                via.append(who)
        for extra in draft.via:
            via.append(self._printed(draft.segment, extra))
        if draft.outer and draft.outer.speaker:
            via.insert(0, self._printed(draft.outer.speaker_segment or draft.outer.segment, draft.outer.speaker))
        zone = found.zone
        for match in _PASSED_ON.finditer(zone + " " + (found.speaker or "")):
            who = match.group("who").strip()
            if who not in via and not (found.speaker or "").startswith(who):
                via.append(who)
                if re.match(r"(?:interview|speaking|conversation|talk|appearance|declarations)", match.group(), re.I):
                    channel = channel or "interview"
        if draft.cue_word in ("citing", "quoting"):
            found.on = None  # the day is that of the report which cites
        if "@" in self.top and re.search(r"\bin (?:our|my|the) (?:replies|mentions)\b", zone):
            channel = channel or "X post"
        found.via = tuple(dict.fromkeys(via))
        found.channel = draft.channel or channel or channels.by_words(zone)
        judged = draft.cue_word.split()[-1] in _JUDGED if draft.cue_word else False
        rules = judged or _JUDGE.search(found.speaker or "") or _RULING.search(found.speaker or "")
        if found.channel == "decision" and not (rules or _IN_A_RULING.search(zone)):
            found.channel = channels.by_words(zone, but="decision")
        if (
            found.channel == "decision"
            and judged
            and not _JUDGE.search(found.speaker or "")
            and not (found.entity or "").startswith(("chamber", "icc"))
        ):
            found.channel = "report" if _INQUIRY.search(found.speaker or "") else None
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

    def _is_own(self, who: str) -> bool:
        """Whether these words name the outlet that publishes the report ("the Bulletin")."""
        own = {w for w in re.findall(r"\w+", (self.report.header.outlet or "").casefold()) if w != "the"}
        named = {w for w in re.findall(r"\w+", who.casefold()) if w != "the"}
        return bool(named) and named <= own

    @staticmethod
    def _printed(segment: Segment, span: Range) -> str:
        return " ".join(segment.words[span[0] : span[1]]).replace(" ,", ",")

    def _from_event(self, found: Found, before: Found) -> None:
        if not self._is_one_event(found, before):
            return
        if _said_before(found) and not _said_before(before):
            return
        if found.on is None:
            found.on = before.on
        if not found.via and before.via and found.draft.hearer is None and found.channel in (None, before.channel):
            said_on = re.match(r"(?:added|adds|went on|continued|repeated)", found.draft.cue_word)
            found.via = before.via if said_on and found.draft.outer is before.draft.outer else found.via
        if found.channel is None and (before.on == found.on or before.on is None):
            found.channel = before.channel

    def _is_one_event(self, found: Found, before: Found, *, lead: bool = False) -> bool:
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
        text = _A_TEXT.fullmatch(found.speaker)
        if text and found.paragraph == before.paragraph and found.speaker.split()[-1].lower() in before.zone.lower():
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

    def _from_the_bench(self, n: int, found: Found) -> None:
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
        elif re.search(r"\bpresiding\b", found.speaker, re.I) or "presided" in found.draft.segment.low:
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


def _day_before(day: str) -> str | None:
    try:
        return (date.fromisoformat(day) - timedelta(1)).isoformat()
    except ValueError:  # a month or a year
        return None


def _said_before(found: Found) -> bool:
    """ "had warned": told as past when the news happened."""
    k = found.draft.cue[0]
    return (
        found.draft.label != "turn"
        and "had" in (found.draft.speaker_segment or found.draft.segment).low[max(0, k - 3) : k]
    )


def _entries(report: Report) -> dict[int, str]:
    """The day of each paragraph of a live blog or a timeline, which opens with a time."""
    opening = {t.start: m.group(1) for t in report.timexes if (m := _CLOCK.match(t.value or ""))}
    for t in report.timexes:
        day = dating.on(t.value) if t.type == "DATE" else None
        if day and _ENTRY.match(report.text, t.end):
            opening.setdefault(t.start, day)
    days: dict[int, str] = {}
    seen: set[int] = set()
    for sentence in report.sentences:
        if sentence.kind == "body" and sentence.paragraph not in seen:
            seen.add(sentence.paragraph)
            if sentence.start in opening:
                days[sentence.paragraph] = opening[sentence.start]
    return days if len(days) >= _FEWEST_ENTRIES else {}
