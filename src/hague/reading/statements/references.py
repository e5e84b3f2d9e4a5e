"""Who is meant: pronouns and short forms of what was found in a report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hague.reading import speakers
from hague.reading.statements.found import Found
from hague.reading.statements.phrases import main_subject
from hague.reading.statements.words import Segment

_SPEAKERS_BACK = 40


class References:
    """Fills in ``entity`` and ``chain`` of what was found in a report, in order."""

    def __init__(
        self, text: str, names: speakers.Names, found: list[Found], segments: Sequence[Segment], prose: Sequence[bool]
    ) -> None:
        self.text = text
        self.names = names
        self.found = found
        self.segments = segments
        self.prose = prose

    def settle(self) -> None:
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

    def _resolve_pronoun(self, n: int, found: Found) -> None:
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

    def _resolve_short(self, n: int, found: Found) -> None:
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
