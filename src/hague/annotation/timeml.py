"""TimeML: the text with its time expressions as TIMEX3 elements, and the report's own date as that of its creation."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from hague.answers import Answer

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">\n'
)
_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LEFT_OPEN = {"DURATION": "PXX"}
"""What stands for a value that the report does not settle; the attribute is required."""


def document(answer: Answer, name: str = "report") -> str:
    """The document. ``name`` becomes its DOCID. Code points that XML does not allow are U+FFFD, one for one, so that
    offsets into the TEXT element, as parsed, are those of the answer."""
    text, parts, at = answer.text, [], 0
    for number, t in enumerate(sorted(answer.timexes, key=lambda t: (t.start, -t.end)), 1):
        if t.start < at:
            continue
        value = t.value or _LEFT_OPEN.get(t.type, "XXXX-XX-XX")
        mod = f" mod={quoteattr(t.mod)}" if t.mod else ""
        parts.append(_xml(text[at : t.start]))
        parts.append(
            f'<TIMEX3 tid="t{number}" type="{t.type}" value={quoteattr(value)}{mod} functionInDocument="NONE">'
            f"{_xml(text[t.start : t.end])}</TIMEX3>"
        )
        at = t.end
    parts.append(_xml(text[at:]))
    day = answer.header.date
    created = (
        f'<DCT><TIMEX3 tid="t0" type="DATE" value={quoteattr(day)} temporalFunction="false" '
        f'functionInDocument="CREATION_TIME">{_xml(day)}</TIMEX3></DCT>\n'
        if day
        else ""
    )
    title = f"<TITLE>{_xml(answer.header.headline)}</TITLE>\n" if answer.header.headline else ""
    return f"{_HEAD}<DOCID>{_xml(name)}</DOCID>\n{created}{title}<TEXT>{''.join(parts)}</TEXT>\n</TimeML>\n"


def _xml(words: str) -> str:
    return escape(_NOT_IN_XML.sub("\ufffd", words), {"\r": "&#13;"})
