"""A spaCy component: ``nlp.add_pipe("hague")``, on any pipeline, a blank one too.

It reads and checks the text of a ``Doc`` and puts on it

- ``doc._.hague``: the ``Answer``, whose offsets are those of ``doc.text``;
- ``doc.spans["hague:claims"]``, ``"hague:statements"``, ``"hague:times"`` and ``"hague:names"``: spans labelled with
  the verdict, the mode, the TIMEX3 type, the kind of name; ``span.kb_id_`` is the id on record;
- ``span._.hague``: the claim, statement, time or name that the span stands for.

spaCy is the extra ``spacy``; nothing else of the package needs it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from hague.answers import Answer, of_report
from hague.dates import day
from hague.record import Record, load

GROUPS = ("claims", "statements", "times", "names")


class Hague:
    """The component. ``date`` (ISO) is the day of reports whose text gives none; a ``Doc`` may bring its own in
    ``doc._.hague_date``. An empty text is left alone."""

    def __init__(self, date: str | None = None) -> None:
        self.day = day(date, "date")
        self.record: Record = load()
        for kind, name in ((Doc, "hague"), (Doc, "hague_date"), (Span, "hague")):
            if not kind.has_extension(name):
                kind.set_extension(name, default=None)

    def __call__(self, doc: Doc) -> Doc:
        if doc.text.strip():
            own: date | None = day(doc._.hague_date, "doc._.hague_date") or self.day
            answer = of_report(doc.text, own, self.record)
            doc._.hague = answer
            self._mark(doc, answer)
        return doc

    def _mark(self, doc: Doc, answer: Answer) -> None:
        types = {(t.start, t.end): t.type for t in answer.timexes}
        found: dict[str, Iterable[tuple[int, int, str, str, Any]]] = {
            "claims": ((c.start, c.end, c.verdict, "", c) for c in answer.claims),
            "statements": ((*s.content, s.mode, s.speaker_entity or "", s) for s in answer.statements),
            "times": ((t.start, t.end, types.get((t.start, t.end), "DATE"), "", t) for t in answer.times),
            "names": ((m.start, m.end, m.type, m.entity or "", m) for m in answer.mentions),
        }
        for group in GROUPS:
            spans = []
            for start, end, label, ident, value in found[group]:
                span = doc.char_span(start, end, label=label, kb_id=ident, alignment_mode="expand")
                if span is not None:
                    span._.hague = value
                    spans.append(span)
            doc.spans[f"hague:{group}"] = spans


@Language.factory("hague", default_config={"date": None})
def create(nlp: Language, name: str, date: str | None) -> Hague:
    """What ``nlp.add_pipe("hague", config={"date": "2024-05-03"})`` calls."""
    return Hague(date)
