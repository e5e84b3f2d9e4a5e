"""Attributions: who is reported to say, think or plan what, by a tagger that was trained for it.

``find`` gives every attribution of a text as pieces of source, cue and content. Beliefs, wishes and plans count; what
``hague.reading.statements`` keeps of them is reported speech alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from hague.reading.attribution.word_classes import word_class
from hague.reading.model import Quotation, Sentence, Span

if TYPE_CHECKING:
    from hague.reading.attribution.tagging import Piece

__all__ = ["Attribution", "available", "find"]


class Attribution(Struct, frozen=True, kw_only=True, gc=False):
    """Offsets of the text; ``source`` and ``cue`` may be empty, ``content`` never is. ``act`` goes by the cue's words:
    a verb of thinking makes a belief, one of intending a plan, anything else is taken for speech."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    act: Literal["speech", "belief", "plan"] = "speech"


def available() -> bool:
    """Whether this package carries trained weights."""
    from hague.reading.attribution.network import shipped

    return shipped() is not None


def find(text: str, quotations: Sequence[Quotation], sentences: Sequence[Sentence]) -> tuple[Attribution, ...]:
    """The attributions of ``text`` in order of their first word; none if the package carries no weights."""
    last = _last.get("found")
    if last and last[0] is text and last[1] is quotations and last[2] is sentences:
        return last[3]
    found = _find(text, quotations, sentences)
    _last["found"] = (text, quotations, sentences, found)
    return found


_last: dict[str, tuple[str, Sequence[Quotation], Sequence[Sentence], tuple[Attribution, ...]]] = {}
"""What was found last: the statements of a report and its attributions ask for the same."""


def _find(text: str, quotations: Sequence[Quotation], sentences: Sequence[Sentence]) -> tuple[Attribution, ...]:
    # NumPy costs more than all that a lone sentence needs, so it loads with the first text that asks for the network.
    from hague.reading.attribution.features import encode
    from hague.reading.attribution.linking import join
    from hague.reading.attribution.network import shipped
    from hague.reading.attribution.tagging import pieces

    model = shipped()
    if model is None or not text:
        return ()
    spans, features = encode(text, quotations, sentences)
    if not spans:
        return ()
    tags, links = model(features)
    found = pieces(text, spans, tags, links)

    def offsets(parts: Sequence[Piece]) -> tuple[Span, ...]:
        return tuple(Span(spans[p.first][0], spans[p.last - 1][1]) for p in sorted(parts, key=lambda p: p.first))

    out = []
    for joined in join(found):
        cue = offsets(joined.cue)
        act = _act(text, cue)
        out.append(Attribution(source=offsets(joined.source), cue=cue, content=offsets(joined.content), act=act))
    out.sort(key=lambda a: min(s.start for s in (*a.source, *a.cue, *a.content)))
    return tuple(out)


def _act(text: str, cue: Sequence[Span]) -> Literal["speech", "belief", "plan"]:
    words = {word for span in cue for word in text[span.start : span.end].lower().split()}
    if words & word_class("planning"):
        return "plan"
    return "belief" if words & word_class("thinking") else "speech"
