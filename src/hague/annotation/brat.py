"""brat standoff: what was found as ``.ann`` lines beside the text, for people to annotate and compare."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hague.answers import Answer

CONFIGURATION = """[entities]
Claim
Speaker
Cue
Said
Time
Person
Body
State
Place
Treaty
Article
Situation
Unknown

[relations]
Said-by\tArg1:Said, Arg2:Speaker
Cued-by\tArg1:Said, Arg2:Cue
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
Verdict\tArg:Claim, Value:supported|contradicted|unsettled|not-checkable
Mode\tArg:Said, Value:direct|indirect|mixed
"""
"""``annotation.conf`` for a folder of such files."""
_BREAK = re.compile(r"[\r\n]+")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x85\u2028\u2029\ud800-\udfff]")


def text_of(answer: Answer) -> str:
    """The ``.txt`` that the offsets refer to: the text, with code points that no file or line holds as U+FFFD."""
    return re.sub(r"[\ud800-\udfff]", "\ufffd", answer.text)


def standoff(answer: Answer) -> str:
    """The ``.ann`` lines: text-bound annotations (T), relations (R), attributes (A), notes (#). Offsets are code points
    of ``text_of(answer)``; a span that runs over lines is given in pieces, as brat asks."""
    lines = _Lines(answer.text)
    for claim in answer.claims:
        ident = lines.span("Claim", [(claim.start, claim.end)])
        lines.attribute("Verdict", ident, claim.verdict)
        lines.note(ident, claim.correction or claim.why)
    cited: dict[tuple[str, tuple[int, int]], str] = {}
    for s in answer.statements:
        said = lines.span("Said", s.pieces or (s.content,))
        lines.attribute("Mode", said, s.mode)
        lines.note(said, "; ".join(p for p in (s.speaker_entity, s.channel, *s.via, s.on) if p))
        for kind, relation, where in (("Speaker", "Said-by", s.speaker_span), ("Cue", "Cued-by", s.cue_span)):
            if where is not None and where[0] < where[1]:
                if (kind, where) not in cited:
                    cited[kind, where] = lines.span(kind, [where])
                lines.relation(relation, said, cited[kind, where])
    for t in answer.times:
        lines.note(lines.span("Time", [(t.start, t.end)]), t.value or "")
    for m in answer.mentions:
        lines.note(lines.span(m.type.capitalize(), [(m.start, m.end)]), m.entity or " ".join(m.candidates))
    return lines.joined()


class _Lines:
    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: list[str] = []
        self.count = dict.fromkeys("TRA#", 0)

    def _next(self, sort: str) -> str:
        self.count[sort] += 1
        return f"{sort}{self.count[sort]}"

    def span(self, kind: str, spans: Iterable[tuple[int, int]]) -> str:
        pieces = [piece for start, end in spans for piece in self._in_lines(start, end)]
        words = " ".join(_clean(self.text[a:b]) for a, b in pieces)
        ident = self._next("T")
        self.lines.append(f"{ident}\t{kind} {';'.join(f'{a} {b}' for a, b in pieces)}\t{words}")
        return ident

    def _in_lines(self, start: int, end: int) -> list[tuple[int, int]]:
        pieces, at = [], start
        for found in _BREAK.finditer(self.text, start, end):
            if found.start() > at:
                pieces.append((at, found.start()))
            at = found.end()
        if at < end:
            pieces.append((at, end))
        return pieces or [(start, end)]

    def attribute(self, name: str, ident: str, value: str) -> None:
        self.lines.append(f"{self._next('A')}\t{name} {ident} {value}")

    def relation(self, name: str, first: str, second: str) -> None:
        self.lines.append(f"{self._next('R')}\t{name} Arg1:{first} Arg2:{second}")

    def note(self, ident: str, words: str) -> None:
        if words:
            self.lines.append(f"{self._next('#')}\tAnnotatorNotes {ident}\t{' '.join(_clean(words).split())}")

    def joined(self) -> str:
        return "".join(f"{line}\n" for line in self.lines)


def _clean(words: str) -> str:
    return _UNPRINTABLE.sub("\ufffd", words)
