"""Transcripts: whose turn is the statement of a guest, and whose is narration."""

from __future__ import annotations

import re

from msgspec import Struct

from hague.reading.attribution.word_classes import classes
from hague.reading.model import Report

_DEBATE = re.compile(
    r"\b(?:debates?|hansard|(?:upper|lower|second) (?:chamber|house)|house of|parliament|senate|plenary|knesset|"
    r"bundestag)\b",
    re.I,
)
_HEARING = re.compile(r"\b(?:hearing|chamber|courtroom|the court rises|case no|icc-\d\d/\d\d)\b", re.I)
_BRIEFING = re.compile(r"\b(?:press|news|media|noon) (?:conference|briefing)\b|\bspokes\w+ briefing\b", re.I)
_NOTE = re.compile(r"[(\[]|(?:Editor[’']s )?[Nn]ote\b|(?:END|Ends)\b|#{2,}|\*{2,}")
"""What stands below the last turn and is nobody's."""
_LABEL_TAIL = re.compile(r"[:.]\s*$")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


class Turn(Struct, frozen=True):
    """A turn from its first to its last word. ``guest``: it is a statement; else it is read as narration."""

    label: str
    label_start: int
    label_end: int
    start: int
    end: int
    guest: bool
    channel: str


def turns(report: Report) -> list[Turn]:
    """The turns of a transcript in order; none unless two labels stand in the text."""
    text, sentences = report.text, report.sentences
    labels = [k for k, s in enumerate(sentences) if s.kind == "turn"]
    if len(labels) < 2:
        return []
    top = text[: sentences[labels[0]].start]
    channel = _channel(top)
    hosts = _hosts(text, report)
    out = []
    for n, k in enumerate(labels):
        label = sentences[k]
        stop = labels[n + 1] if n + 1 < len(labels) else len(sentences)
        body = [s for s in sentences[k + 1 : stop] if s.kind in ("body", "list-item")]
        note = next((n for n, s in enumerate(body) if n and _NOTE.match(text, s.start, s.end)), len(body))
        body = body[:note]
        name = _LABEL_TAIL.sub("", text[label.start : label.end]).strip()
        if not body:
            continue
        guest = not _is_host(name, hosts)
        out.append(Turn(name, label.start, label.start + len(name), body[0].start, body[-1].end, guest, channel))
    return out


def _channel(top: str) -> str:
    """What the words above the first turn say of the occasion."""
    for pattern, channel in ((_DEBATE, "speech"), (_HEARING, "hearing"), (_BRIEFING, "press conference")):
        if pattern.search(top):
            return channel
    return "interview"


def _key(name: str) -> str:
    words = _WORD.findall(name.split(",")[0].split("(")[0])
    return words[-1].casefold() if words else name.casefold()


def _hosts(text: str, report: Report) -> frozenset[str]:
    """Last names of those whom a label calls presenter, reporter and the like."""
    found = set()
    hosts = classes().host
    for s in report.sentences:
        if s.kind == "turn":
            label = _LABEL_TAIL.sub("", text[s.start : s.end]).strip()
            words = [w.casefold() for w in _WORD.findall(label)]
            if any(w in hosts for w in words):
                found.add(_key(label))
    return frozenset(found)


def _is_host(name: str, hosts: frozenset[str]) -> bool:
    words = [w.casefold() for w in _WORD.findall(name)]
    return any(w in classes().host for w in words) or _key(name) in hosts
