"""The W3C Web Annotation Data Model: what was found in a report as a collection of annotations in JSON-LD.

Each annotation selects its words twice: by quotation with what stands before and after (``TextQuoteSelector``), which
survives edits of the report, and by position in code points (``TextPositionSelector``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from hague.answers import Answer, ClaimAnswer

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
CONTEXT_LENGTH = 32
"""Characters kept on either side of the words selected."""


def collection(answer: Answer, source: str | None = None) -> dict[str, Any]:
    """The annotations of a report: claims, statements, times, names.

    ``source`` is the address of the report; without one, an identifier made from its text, so that the same report
    gives the same identifiers.
    """
    found = [*_claims(answer.text, answer.claims), *_statements(answer), *_times(answer), *_names(answer)]
    label = answer.header.headline or answer.header.outlet or "A report"
    return _collection(answer.text, found, label, source)


def collection_of_sentence(sentence: str, claims: Sequence[ClaimAnswer], source: str | None = None) -> dict[str, Any]:
    """The annotations of one sentence: its claims."""
    return _collection(sentence, list(_claims(sentence, claims)), "A sentence", source)


Found = tuple[int, int, str, list[dict[str, Any]]]
"""Start, end, motivation, bodies."""


def _collection(text: str, found: list[Found], label: str, source: str | None) -> dict[str, Any]:
    name = uuid5(NAMESPACE_URL, text.encode("utf-8", "backslashreplace").decode())
    target = source or f"urn:uuid:{name}"
    items = [_annotation(text, target, f"{name}/{number}", *f) for number, f in enumerate(found, 1)]
    ident = f"urn:uuid:{uuid5(NAMESPACE_URL, f'{name}/{target}')}"
    page = {
        "id": f"urn:uuid:{uuid5(NAMESPACE_URL, f'{name}/{target}/page')}",
        "type": "AnnotationPage",
        "partOf": ident,
        "startIndex": 0,
        "items": items,
    }
    return {
        "@context": CONTEXT,
        "id": ident,
        "type": "AnnotationCollection",
        "label": label,
        "total": len(items),
        "first": page,
    }


def _annotation(
    text: str, source: str, name: str, start: int, end: int, motivation: str, bodies: list[dict[str, Any]]
) -> dict[str, Any]:
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - CONTEXT_LENGTH) : start],
        "suffix": text[end : end + CONTEXT_LENGTH],
    }
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    return {
        "id": f"urn:uuid:{uuid5(NAMESPACE_URL, f'{name}/{source}')}",
        "type": "Annotation",
        "motivation": motivation,
        "body": bodies,
        "target": {"source": source, "selector": [quote, position]},
    }


def _body(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "purpose": purpose, "format": "text/plain", "language": "en"}


def _claims(text: str, claims: Sequence[ClaimAnswer]) -> Iterator[Found]:
    for c in claims:
        bodies = [_body(c.verdict, "classifying")]
        said = [f"Right is: {c.correction}" if c.correction else None, c.why if c.why != c.correction else None]
        said += [*c.sides, f"Since then: {c.since_then}" if c.since_then else None]
        bodies += [_body(s, "assessing") for s in said if s]
        bodies += [_body(e, "tagging") for e in c.entities]
        bodies += [{"type": "SpecificResource", "source": url, "purpose": "linking"} for url in c.sources]
        yield c.start, c.end, "assessing", bodies


def _statements(answer: Answer) -> Iterator[Found]:
    for s in answer.statements:
        how = [s.cue, s.channel, f"via {', '.join(s.via)}" if s.via else None, s.on]
        who = s.speaker or "speaker unknown"
        bodies = [_body(", ".join([who, *(h for h in how if h)]), "describing")]
        if s.speaker_entity:
            bodies.append(_body(s.speaker_entity, "identifying"))
        for start, end in s.pieces or (s.content,):
            yield start, end, "describing", bodies


def _times(answer: Answer) -> Iterator[Found]:
    for t in answer.times:
        if t.value:
            yield t.start, t.end, "tagging", [_body(t.value, "tagging")]


def _names(answer: Answer) -> Iterator[Found]:
    for m in answer.mentions:
        idents = [m.entity] if m.entity else list(m.candidates)
        if idents:
            yield m.start, m.end, "identifying", [_body(i, "identifying") for i in idents]
