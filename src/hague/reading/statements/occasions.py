"""On which occasion words were said: channel, who passed them on, and the day, within one speech event."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from hague.reading import speakers
from hague.reading.attribution.word_classes import word_class
from hague.reading.model import Report, Timex
from hague.reading.statements import channels, dating
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
_PARAGRAPHS_OF_AN_EVENT = 1
_OVERRIDES = {
    "hearing": ("court filing", "letter", "email"),
    "interview": ("phone call", "email", "letter", "X post", "social media post"),
}
"""Channels said outright that count for more than who was told."""


class Occasions:
    """Fills in ``channel``, ``via`` and ``on`` of what was found in a report, in order."""

    def __init__(self, report: Report, names: speakers.Names, found: list[Found]) -> None:
        self.report = report
        self.names = names
        self.found = found
        self.timexes = tuple(sorted(report.timexes, key=lambda t: t.start))
        self.time_starts = [t.start for t in self.timexes]

    def settle(self) -> None:
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
        if found.on is None:
            found.on = before.on
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
