"""Dated acts that a report narrates: a ruling on Friday, a letter sent the day before.

What judges are said to have held is said in the ruling, so it was said on the ruling's day; and a letter says what it
says on the day on which it was written. An act is a sentence with a day and a verb of deciding or sending.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from hague.reading import speakers
from hague.reading.attribution.word_classes import word_class
from hague.reading.model import Report
from hague.reading.statements import dating
from hague.reading.statements.phrases import main_subject
from hague.reading.statements.words import Segment

_DECIDING = word_class("deciding")
_SENDING = word_class("sending")
_REJECT_BEFORE = word_class("reject-before")
_BENCH = word_class("bench-words")
_PROSECUTION = frozenset({"prosecutor", "prosecutors", "prosecution", "office"})
_PROSECUTOR = re.compile(r"(?<!former )(?<!deputy )\b[Pp]rosecutor\b(?![’']s)(?! v)")
_AHEAD = frozenset({"will", "would", "may", "could", "should", "shall", "can"})
_RECENT_DAYS = 24
"""How far before a report its main news may lie."""
_DECIDED_ON = re.compile(
    r"\b(?:decision|judgment|ruling|order|delivered|handed down)\s*(?:(?:of|on|dated|date)\s*)?(?::\s*)?$", re.I
)


class Act(Struct, frozen=True):
    """``bench``: by judges. ``sent``: of a text that is written, signed, filed or sent."""

    segment: int
    paragraph: int
    day: str
    bench: bool
    sent: bool
    past_perfect: bool
    actor: str | None
    prosecution: bool


class Acts:
    """The acts of a report in order."""

    def __init__(
        self, report: Report, names: speakers.Names, segments: Sequence[Segment], prose: Sequence[bool]
    ) -> None:
        self._timexes = sorted(report.timexes, key=lambda t: t.start)
        self._today = report.header.date
        self.prosecutors = frozenset(_prosecutors(report, names))
        """Persons whom the report calls the prosecutor."""
        self.found: list[Act] = []
        if header := self._of_the_header(report):
            self.found.append(header)
        for segment, told in zip(segments, prose, strict=True):
            if told and (act := self._act(segment, names)):
                self.found.append(act)
        self._indexes = [a.segment for a in self.found]
        recent = [a for a in self.found if self._is_recent(a)]
        self.main = recent[0] if recent else None
        self.main_of_bench = next((a for a in recent if a.bench), None)
        self.main_of_prosecution = next((a for a in recent if a.prosecution and not a.bench), None)

    def before(self, segment: int, *, within: int, sent: bool = False) -> Act | None:
        """The last act told no more than ``within`` sentences ahead of the sentence ``segment``, or in it."""
        at = bisect_right(self._indexes, segment)
        for act in reversed(self.found[:at]):
            if act.segment < segment - within:
                return None
            if not sent or act.sent:
                return act
        return None

    def _is_recent(self, act: Act) -> bool:
        if self._today is None or act.past_perfect or len(act.day) < 10:
            return False
        try:
            lag = (date.fromisoformat(self._today) - date.fromisoformat(act.day)).days
        except ValueError:
            return False
        return 0 <= lag <= _RECENT_DAYS

    def _of_the_header(self, report: Report) -> Act | None:
        """ "Decision of: 18 May 2020" above a digest."""
        for timex in self._timexes:
            if timex.start >= report.header.body:
                break
            day = dating.on(timex.value)
            if day and _DECIDED_ON.search(report.text[max(0, timex.start - 40) : timex.start]):
                return Act(-1, -1, day, True, False, False, None, False)
        return None

    def _act(self, segment: Segment, names: speakers.Names) -> Act | None:
        day = self.day_of(segment)
        if day is None:
            return None
        low = segment.low
        told = [k for k, w in enumerate(low) if segment.quote[k] < 0 and (w in _DECIDING or w in _SENDING)]
        if not told:
            return None
        subject = main_subject(segment, len(segment))
        who = range(*subject) if subject else range(0)
        actor = names.entity(segment.start[who[0]], segment.end[who[-1]]) if who else None
        prosecution = (
            any(low[k] in _PROSECUTION for k in who)
            or any(_PROSECUTION & set(low[max(0, k - 6) : k]) for k in told)
            or actor == "otp"
            or actor in self.prosecutors
        )
        bench = not prosecution and any(low[k] in _DECIDING and _by_judges(low, k) for k in told)
        perfect = all("had" in low[max(0, k - 3) : k] for k in told)
        sent = any(low[k] in _SENDING for k in told)
        return Act(segment.index, segment.paragraph, day, bench, sent, perfect, actor, prosecution)

    def day_of(self, segment: Segment) -> str | None:
        """The first day (or else month) that a segment names outside quotations."""
        found: list[str] = []
        for k, t in enumerate(segment.time):
            if t < 0 or (k and segment.time[k - 1] == t) or self._timexes[t].type not in ("DATE", "TIME"):
                continue
            if k and segment.low[k - 1] in _REJECT_BEFORE:
                continue
            day = dating.on(self._timexes[t].value)
            ahead = self._today is not None and bool(day) and (day or "") > self._today[: len(day or "")]
            if day and not (ahead and _AHEAD & set(segment.low)):
                found.append(day)
        return next((day for day in found if len(day) == 10), found[0] if found and len(found[0]) == 7 else None)


def _by_judges(low: Sequence[str], k: int) -> bool:
    """Whether judges stand ahead of the verb ``k``, or behind it after "by"."""
    if _BENCH & set(low[max(0, k - 14) : k]):
        return True
    behind = low[k + 1 : k + 12]
    return "by" in behind and bool(_BENCH & set(behind[behind.index("by") : behind.index("by") + 6]))


def _prosecutors(report: Report, names: speakers.Names) -> Iterator[str]:
    for mention in names.mentions:
        if mention.type == "person" and mention.entity:
            around = report.text[max(0, mention.start - 40) : mention.end + 30]
            if _PROSECUTOR.search(around):
                yield mention.entity
    for role in report.roles:
        if role.entity and "prosecutor" in report.text[role.start : role.end].lower():
            yield role.entity
