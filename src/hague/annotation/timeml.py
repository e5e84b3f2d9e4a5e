"""TimeML: the text with its time expressions and events, and the report's own date as that of its creation.

TIMEX3 elements hold the times. EVENT elements hold the verbs (or nouns) that report words or thoughts, and those that
claims about the Court rest on; each has its MAKEINSTANCE behind the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from hague.answers import Answer
from hague.reading.attribution.cues import cues

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">\n'
)
_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LEFT_OPEN = {"DURATION": "PXX"}
"""What stands for a value that the report does not settle; the attribute is required."""
_WORD = re.compile(r"[^\W\d_]+")
_NO_EVENT = frozenset({"according", "per"})
_NEGATED = re.compile(r"(?:\b(?:not|never|no)|n[’']t)\s+(?:\w+\s+){0,2}$", re.I)
_WILL = re.compile(r"\b(?:will|shall|[’']ll)\s+(?:\w+\s+){0,2}$", re.I)
_TENSE = {"past": "PAST", "s": "PRESENT", "base": "PRESENT", "ing": "PRESPART"}
_OBJECT = re.compile(r"(?:\b(?:an?|the|his|her|its|their|this|that|of|by)|[’']s)\s+(?:\w+\s+)?$", re.I)


class _Element(NamedTuple):
    start: int
    end: int
    opening: str
    closing: str


def document(answer: Answer, name: str = "report") -> str:
    """The document. ``name`` becomes its DOCID. Code points that XML does not allow are U+FFFD, one for one, so that
    offsets into the TEXT element, as parsed, are those of the answer."""
    text, parts, at = answer.text, [], 0
    instances: list[str] = []
    times = list(_times(answer))
    events = _events(answer, times)
    for start, end, opening, closing in sorted([*times, *events], key=lambda e: (e.start, -e.end)):
        if start < at:
            continue
        if closing == "</EVENT>":
            number = len(instances) + 1
            opening = f'<EVENT eid="e{number}" {opening}>'
            instances.append(f'<MAKEINSTANCE eiid="ei{number}" eventID="e{number}" {_instance(text, start, end)}/>\n')
        parts.append(f"{_xml(text[at:start])}{opening}{_xml(text[start:end])}{closing}")
        at = end
    parts.append(_xml(text[at:]))
    day = answer.header.date
    created = (
        f'<DCT><TIMEX3 tid="t0" type="DATE" value={quoteattr(day)} temporalFunction="false" '
        f'functionInDocument="CREATION_TIME">{_xml(day)}</TIMEX3></DCT>\n'
        if day
        else ""
    )
    title = f"<TITLE>{_xml(answer.header.headline)}</TITLE>\n" if answer.header.headline else ""
    body = f"<TEXT>{''.join(parts)}</TEXT>\n{''.join(instances)}"
    return f"{_HEAD}<DOCID>{_xml(name)}</DOCID>\n{created}{title}{body}</TimeML>\n"


def _times(answer: Answer) -> Iterator[_Element]:
    for number, t in enumerate(sorted(answer.timexes, key=lambda t: (t.start, -t.end)), 1):
        value = t.value or _LEFT_OPEN.get(t.type, "XXXX-XX-XX")
        mod = f" mod={quoteattr(t.mod)}" if t.mod else ""
        opening = f'<TIMEX3 tid="t{number}" type="{t.type}" value={quoteattr(value)}{mod} functionInDocument="NONE">'
        yield _Element(t.start, t.end, opening, "</TIMEX3>")


def _events(answer: Answer, times: list[_Element]) -> list[_Element]:
    """One word each: the verb of an attribution, the word that a claim rests on. None within a time."""
    found: dict[int, _Element] = {}
    for attribution in answer.attributions:
        for start, end in attribution.cue[:1]:
            verb = next((w for w in _WORD.finditer(answer.text, start, end) if w.group().lower() in cues()), None)
            if verb and verb.group().lower() not in _NO_EVENT:
                found.setdefault(verb.start(), _Element(*verb.span(), 'class="REPORTING"', "</EVENT>"))
    for claim in answer.claims:
        if claim.rests_on and (word := _WORD.search(answer.text, *claim.rests_on)):
            found.setdefault(word.start(), _Element(*word.span(), 'class="OCCURRENCE"', "</EVENT>"))
    return [e for e in found.values() if not any(t.start < e.end and e.start < t.end for t in times)]


def _instance(text: str, start: int, end: int) -> str:
    """Tense, aspect, polarity and part of speech of the word at ``start``, by its form and what stands before it."""
    before = text[max(0, start - 40) : start]
    word = text[start:end].lower()
    form = next((cue.form for cue in cues().get(word, ())), "")
    noun = bool(_OBJECT.search(before))
    tense = "FUTURE" if _WILL.search(before) else _TENSE.get(form, "PAST" if word.endswith("ed") else "NONE")
    polarity = "NEG" if _NEGATED.search(before) else "POS"
    tense, part = ("NONE", "NOUN") if noun else (tense, "VERB")
    return f'tense="{tense}" aspect="NONE" polarity="{polarity}" pos="{part}"'


def _xml(words: str) -> str:
    return escape(_NOT_IN_XML.sub("\ufffd", words), {"\r": "&#13;"})
