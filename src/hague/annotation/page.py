"""One self-contained page: the report as given, what was found in it marked, each claim with its verdict beside it.

No script, nothing fetched, no address but those of sources; a page can be mailed, printed and kept. What is marked is
told by shape as well as by colour.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import escape
from importlib import resources
from urllib.parse import urlsplit

from hague.annotation.layers import Mark, nested, paragraphs
from hague.annotation.when import in_words
from hague.answers import Answer, ClaimAnswer, StatementAnswer
from hague.record import Record, days

SIGNS = {"supported": "✔", "contradicted": "✘", "unsettled": "≈", "not-checkable": "·"}
"""Verdict -> the sign that stands for it."""
MEANINGS = {
    "supported": "record or law bear it out",
    "contradicted": "record or law say otherwise",
    "unsettled": "open or disputed; both sides are shown",
    "not-checkable": "opinion, prediction, or outside the record",
}
_ORDER = ("contradicted", "unsettled", "supported", "not-checkable")
_NOTHING_KNOWN = "Neither the record nor the Statute settles this."
"""The ground of a claim of which nothing is on record; the page says it once, at its foot."""
_RANKS = {"said": 0, "claim": 1, "name": 2, "time": 3}
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Code points that HTML does not allow; each is shown as U+FFFD, so that what follows stays in its place."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(answer: Answer, record: Record) -> str:
    """The page for ``answer``; ``record`` gives the names of entries and the day of its last review."""
    return _Page(answer, record).html()


def _text(words: str) -> str:
    return escape(_UNPRINTABLE.sub("\ufffd", words))


class _Page:
    def __init__(self, answer: Answer, record: Record) -> None:
        self.answer = answer
        self.record = record
        self.text = answer.text

    def html(self) -> str:
        header = self.answer.header
        title = header.headline or header.outlet or "A report"
        style = resources.files("hague.annotation").joinpath("page.css").read_text(encoding="utf-8")
        return "".join(
            (
                '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
                '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
                f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n',
                '<meta name="referrer" content="no-referrer">\n',
                f"<title>{_text(title)} – checked</title>\n<style>\n{style}</style>\n</head>\n<body>\n",
                '<a class="skip" href="#report">Skip to the report</a>\n',
                self._top(),
                "<main>\n",
                self._legend(),
                '<article class="report" id="report" aria-label="The report, annotated">\n',
                *self._report(),
                "</article>\n",
                self._who(),
                self._names(),
                "</main>\n",
                self._foot(),
                "</body>\n</html>\n",
            )
        )

    # -- above the report -----------------------------------------------------------------------------------

    def _top(self) -> str:
        header = self.answer.header
        day = header.date
        dated = f'<time datetime="{_text(day)}">{_text(in_words(day) or day)}</time>' if day else "no date"
        parts = [
            f"<b>{_text(header.outlet)}</b>" if header.outlet else "outlet not named",
            header.place and _text(header.place),
        ]
        kicker = " · ".join(p for p in (*parts, dated) if p)
        heading = _text(header.headline) if header.headline else "A report, checked"
        reviewed = days.in_words(self.record.reviewed)
        known = f"what could be known on {_text(in_words(day) or day)}" if day else "everything on record"
        judged = f"Each claim is judged by {known}. The record was last gone through on {reviewed}."
        notices = "".join(f'<p class="notice" role="note">{_text(n)}</p>\n' for n in self.answer.notices)
        return (
            f'<header class="top">\n<p class="kicker">{kicker}</p>\n<h1 dir="auto">{heading}</h1>\n'
            f'<p class="judged">{judged}</p>\n{self._tally()}</header>\n{notices}'
        )

    def _tally(self) -> str:
        found = Counter(c.verdict for c in self.answer.claims)
        first: dict[str, int] = {}
        for number, claim in enumerate(self.answer.claims, 1):
            first.setdefault(claim.verdict, number)
        items = [
            f'<li class="{v}"><a href="#claim-{first[v]}">{SIGNS[v]} {found[v]} {v.replace("-", " ")}</a></li>'
            for v in _ORDER
            if found[v]
        ]
        if not items:
            items = ['<li class="not-checkable"><span>No claim about the Court was found</span></li>']
        return f'<ul class="tally" aria-label="Verdicts">{"".join(items)}</ul>\n'

    def _legend(self) -> str:
        claims = " ".join(f'<mark class="claim {v}">{v}</mark> {SIGNS[v]}' for v in _ORDER[:3])
        rows = (
            ("show-claims", f"<span>{claims}</span>"),
            (
                "show-open",
                f'<span><mark class="claim not-checkable">not checkable</mark> {SIGNS["not-checkable"]}</span>',
            ),
            ("show-said", '<span><span class="said">reported words</span> ❝</span>'),
            ("show-times", "<ruby>time<rt>its day</rt></ruby>"),
            ("show-names", '<span class="name">name on record</span>'),
        )
        boxes = "".join(f'<label><input type="checkbox" id="{i}" checked>{label}</label>' for i, label in rows)
        return f'<fieldset class="legend"><legend>What is marked, and how; untick to hide</legend>{boxes}</fieldset>\n'

    # -- the report -----------------------------------------------------------------------------------------

    def _marks(self) -> list[Mark]:
        answer = self.answer
        marks = [Mark(c.start, c.end, _RANKS["claim"], "claim", i) for i, c in enumerate(answer.claims, 1)]
        for i, s in enumerate(answer.statements, 1):
            marks += [Mark(a, b, _RANKS["said"], "said", i) for a, b in (s.pieces or (s.content,))]
        marks += [Mark(t.start, t.end, _RANKS["time"], "time", i) for i, t in enumerate(answer.times)]
        marks += [
            Mark(m.start, m.end, _RANKS["name"], "name", i)
            for i, m in enumerate(answer.mentions)
            if m.entity or m.candidates
        ]
        return marks

    def _report(self) -> Iterator[str]:
        marks = sorted(self._marks())
        headline = self.answer.header.headline
        begun = 0
        for start, end in paragraphs(self.text):
            here = [m for m in marks[begun:] if m.start < end and m.end > start]
            if headline and start < 2000 and self.text[start:end].strip() == headline:
                headline = None
                continue
            body = "".join(nested(here, start, end, self._open, self._close, lambda a, b: _text(self.text[a:b])))
            yield f'<p class="text" dir="auto">{body}</p>\n'
            notes = sorted({m.number for m in here if m.kind == "claim" and start < m.end <= end})
            if notes:
                inner = "".join(self._note(n, self.answer.claims[n - 1]) for n in notes)
                yield f'<aside class="notes" aria-label="Verdicts on claims of the paragraph above">\n{inner}</aside>\n'
            while begun < len(marks) and marks[begun].end <= end:
                begun += 1

    def _open(self, mark: Mark, first: bool) -> str:
        number = mark.number
        if mark.kind == "claim":
            verdict = self.answer.claims[number - 1].verdict
            ident = f' id="words-{number}"' if first else ""
            return f'<mark class="claim {verdict}"{ident}>'
        if mark.kind == "said":
            s = self.answer.statements[number - 1]
            opened = '<span class="said">'
            if not first or mark.start > s.content[0]:
                return opened
            label = _text(f"Statement {number}, by {s.speaker or 'an unknown speaker'}")
            ref = f'<a class="who" href="#said-{number}" aria-label="{label}">❝{number}</a>'
            return f'<sup id="statement-{number}">{ref}</sup>{opened}'
        if mark.kind == "time":
            value = self.answer.times[number].value or ""
            return f'<ruby><span class="time" title="{_text(value)}">'
        m = self.answer.mentions[number]
        entity = m.entity or " or ".join(m.candidates)
        return f'<span class="name" title="{_text(entity)}">'

    def _close(self, mark: Mark, last: bool) -> str:
        number = mark.number
        if mark.kind == "claim":
            if not last:
                return "</mark>"
            verdict = self.answer.claims[number - 1].verdict
            label = f"Claim {number}: {verdict.replace('-', ' ')}"
            ref = f'<a class="claim {verdict}" href="#claim-{number}" aria-label="{label}">{SIGNS[verdict]}{number}</a>'
            return f"</mark><sup>{ref}</sup>"
        if mark.kind == "time":
            t = self.answer.times[number]
            words = in_words(t.value)
            shown = last and words and t.value != t.text and words != " ".join(t.text.split())
            return f"</span><rt>{_text(words or '') if shown else ''}</rt></ruby>"
        return "</span>"

    # -- notes ----------------------------------------------------------------------------------------------

    def _note(self, number: int, claim: ClaimAnswer) -> str:
        verdict = claim.verdict.replace("-", " ")
        said_by = ""
        if claim.statement is not None:
            speaker = self.answer.statements[claim.statement].speaker
            said_by = f' <span class="by">as reported of {_text(speaker)}</span>' if speaker else ""
        back = f'<a href="#words-{number}" aria-label="Claim {number}, back to its words">'
        parts = [f'<p class="verdict">{back}{SIGNS[claim.verdict]} {number}</a> {verdict}{said_by}</p>']
        if claim.correction:
            parts.append(f'<p class="right"><b>Right is:</b> {_text(claim.correction)}</p>')
        if claim.why not in (claim.correction, _NOTHING_KNOWN):
            parts.append(f"<p>{_text(claim.why)}</p>")
        if claim.sides:
            parts.append("<ul>" + "".join(f"<li>{_text(s)}</li>" for s in claim.sides) + "</ul>")
        if claim.since_then:
            parts.append(f"<p><b>Since then:</b> {_text(claim.since_then)}</p>")
        grounds = [self._entity(e) for e in claim.entities]
        grounds += [f"article {_text(a.removeprefix('article:'))}" for a in claim.articles]
        grounds += [link for link in map(_link, claim.sources) if link]
        if grounds:
            parts.append(f'<p class="grounds">{" · ".join(grounds)}</p>')
        return f'<div class="note {claim.verdict}" id="claim-{number}" role="note">{"".join(parts)}</div>\n'

    def _entity(self, ident: str) -> str:
        return f'<span title="{_text(ident)}">{_text(self._name(ident))}</span>'

    def _name(self, ident: str) -> str:
        entry = self.record.find(ident)
        found = getattr(entry, "name", None) or getattr(entry, "title", None) or getattr(entry, "symbol", None)
        return str(found) if found else ident

    # -- below the report -----------------------------------------------------------------------------------

    def _who(self) -> str:
        if not self.answer.statements:
            return ""
        items = "".join(self._said(i, s) for i, s in enumerate(self.answer.statements, 1))
        return _section("Who said what", f'<ol class="speakers">\n{items}</ol>')

    def _said(self, number: int, s: StatementAnswer) -> str:
        who = f"<b>{_text(s.speaker)}</b>" if s.speaker else "<b>speaker unknown</b>"
        if s.speaker_entity:
            name = self._name(s.speaker_entity)
            if name.casefold() not in (s.speaker or "").casefold():
                who += f" ({_text(name)})"
        how = (f"“{s.cue}”" if s.cue else None, s.channel, f"via {', '.join(s.via)}" if s.via else None)
        when = (in_words(s.on) or s.on) if s.on else "day not given"
        about = ", ".join(_text(part) for part in (*how, when) if part)
        said = " … ".join(self.text[a:b] for a, b in s.pieces) if s.pieces else s.text
        who += f" <small>{_text(' → '.join(s.chain))}</small>" if s.chain else ""
        return (
            f'<li id="said-{number}"><p class="head"><a href="#statement-{number}" '
            f'aria-label="Statement {number}, back to its words">❝{number}</a> {who}<br><small>{about}</small></p>'
            f'<blockquote dir="auto">{_text(" ".join(said.split()))}</blockquote></li>\n'
        )

    def _names(self) -> str:
        printed: dict[str, Counter[str]] = {}
        for m in self.answer.mentions:
            if m.entity:
                printed.setdefault(m.entity, Counter())[" ".join(m.text.split())] += 1
        if not printed:
            return ""
        items = "".join(
            f"<li><b>{_text(self._name(entity))}</b> <small>{_text(entity)}<br>{_forms(forms)}</small></li>\n"
            for entity, forms in printed.items()
        )
        return _section("Names on record", f'<ul class="facts">\n{items}</ul>')

    def _foot(self) -> str:
        signs = " ".join(f"{SIGNS[v]} {v.replace('-', ' ')}: {MEANINGS[v]}." for v in _ORDER)
        return (
            f"<footer><p>{signs}</p><p>What others are quoted as saying is checked too, and stays theirs. A verdict "
            "rests on the record and the Statute alone, never on who says it. A charge or a warrant proves nothing. "
            f"Record of {days.in_words(self.record.reviewed)}.</p></footer>\n"
        )


def _section(title: str, body: str) -> str:
    ident = title.lower().replace(" ", "-")
    return f'<section aria-labelledby="{ident}"><h2 id="{ident}">{title}</h2>\n{body}</section>\n'


def _forms(forms: Counter[str]) -> str:
    return ", ".join(f"“{_text(words)}”" + (f" ×{n}" if n > 1 else "") for words, n in forms.items())


def _link(url: str) -> str | None:
    """A link that names the site; an address that no browser should follow is left out."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    site = parts.hostname.removeprefix("www.")
    return f'<a href="{_text(url)}" rel="noopener noreferrer">{_text(site)}</a>'
