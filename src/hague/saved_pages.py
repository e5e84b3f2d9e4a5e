"""The report in a saved web page: its headline, who published it when, and its paragraphs, as plain text.

The main text is the part of the page with the most words in paragraphs that are not links. What is read is the page as
saved: nothing is fetched, nothing is run.
"""

from __future__ import annotations

import codecs
import json
import re
from datetime import date
from html.parser import HTMLParser
from typing import Any

from hague.record.days import in_words

_PASSED_OVER = frozenset([
    "script", "style", "noscript", "template", "svg", "math", "nav", "footer", "form", "button", "select",
    "option", "aside", "iframe", "object", "head", "menu", "dialog", "textarea", "audio", "video", "canvas",
    "figure",
])  # fmt: skip
"""Elements whose words are no part of a report."""
_BLOCKS = frozenset([
    "address", "article", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul",
])  # fmt: skip
_VOID = frozenset([
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
])  # fmt: skip
_PARAGRAPHS = frozenset(["p", "blockquote", "li", "h2", "h3", "h4", "h5", "h6", "pre", "dd", "td"])  # fmt: skip
_HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])  # fmt: skip
_NEVER_UNWANTED = frozenset(["html", "body", "main", "article"])
_UNWANTED = re.compile(
    r"\b(?:related|share|social|comment(?:s|-list)?|newsletter|promo|advert\w*|sidebar|breadcrumbs?|cookie\w*|recommend\w*|"
    r"subscribe|paywall|tags?|caption|byline-bio|read-?more|most-read|trending|skip-link|visually-hidden)\b",
    re.I,
)
_CLOSED_BY = {"p": _BLOCKS - {"br", "hr"}, "li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}, "tr": {"tr"}}
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*(?:[\"']\s*)?([\w.:-]{1,40})", re.I)
_DECLARATION = re.compile(r"<!--.*?(?:-->|\Z)|<[!?][^>]*(?:>|\Z)", re.S)
_LONG = 80
"""Characters of a paragraph that is surely prose."""
_DEEPEST = 400
"""Elements open at once; what is nested deeper counts to the element at that depth."""


class Refused(ValueError):
    """A page that holds no report."""


def decoded(data: bytes) -> str:
    """The characters of a page by its own declaration, else as UTF-8. Raises ``UnicodeDecodeError``."""
    if data.startswith(codecs.BOM_UTF8):
        return data.decode("utf-8-sig")
    declared = _CHARSET.search(data[:4096])
    name = declared[1].decode("ascii") if declared else "utf-8"
    if name.lower() in ("iso-8859-1", "latin1", "ascii", "us-ascii"):
        name = "windows-1252"  # as every browser reads it
    try:
        return data.decode(name, "strict")
    except LookupError:
        return data.decode("utf-8")


def text_of(page: str) -> str:
    """The report as plain text: headline, then outlet and day where the page names them, then its paragraphs, blank
    lines between. Raises ``Refused`` where there are none. Any page is read; its size costs linear time.

    >>> text_of("<h1>Court rules</h1><nav>Home</nav><p>The judges ruled on Monday.</p><p>They sit in The Hague.</p>")
    'Court rules\\n\\nThe judges ruled on Monday.\\n\\nThey sit in The Hague.\\n'
    """
    tree = _Tree()
    # Comments and declarations hold no words; these and tags that never end cost the standard parser quadratic time.
    page = _DECLARATION.sub("", page)
    last = page.rfind(">") + 1
    tree.feed(page[:last] + page[last:].replace("<", "&lt;"))
    tree.close()
    tree.finish()
    paragraphs = _main(tree.blocks)
    if not paragraphs:
        raise Refused("no paragraph of text was found")
    headline = tree.headline()
    head = [headline] if headline else []
    line = ", ".join(part for part in (tree.outlet(), tree.day()) if part)
    if line:
        head.append(line)
    return "\n\n".join([*(h for h in head if h != paragraphs[0]), *paragraphs]) + "\n"


class _Block:
    """A run of words with no break in it. ``inside`` are the numbers of the elements around it, outermost first."""

    __slots__ = ("inside", "linked", "tag", "words")

    def __init__(self, tag: str, inside: tuple[int, ...], words: str, linked: int) -> None:
        self.tag = tag
        self.inside = inside
        self.words = words
        self.linked = linked


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, int, bool]] = []
        """Tag, number, and whether its words are passed over."""
        self.count = 0
        self.blocks: list[_Block] = []
        self.words: list[str] = []
        self.linked = 0
        self.links = 0
        self.meta: dict[str, str] = {}
        self.titles: list[str] = []
        self.first_time: str | None = None
        self.data: list[str] = []
        self.raw: list[str] | None = None

    # -- parsing --------------------------------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = given.get("property") or given.get("name") or given.get("itemprop")
            if name:
                self.meta.setdefault(name.lower(), given.get("content", "").strip())
        if tag == "time" and self.first_time is None and given.get("datetime"):
            self.first_time = given["datetime"]
        if tag == "script" and given.get("type") == "application/ld+json":
            self.raw = []
        if tag in _BLOCKS:
            self._break()
        if tag in _VOID:
            return
        for waiting, closed_by in _CLOSED_BY.items():
            if tag in closed_by and self.open and self.open[-1][0] == waiting:
                self.open.pop()
        if len(self.open) >= _DEEPEST:
            return
        self.count += 1
        label = f"{given.get('class', '')} {given.get('id', '')} {given.get('role', '')}"
        hidden = "hidden" in given or given.get("aria-hidden") == "true"
        over = tag in _PASSED_OVER or hidden or (tag not in _NEVER_UNWANTED and bool(_UNWANTED.search(label[:400])))
        self.open.append((tag, self.count, over or (bool(self.open) and self.open[-1][2] and tag != "body")))
        self.links += tag == "a"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and tag not in ("p", "div", "a", "script"):
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._break()
        if tag == "script" and self.raw is not None:
            self.data.append("".join(self.raw))
            self.raw = None
        depth = next(
            (i for i in range(len(self.open) - 1, max(-1, len(self.open) - 60), -1) if self.open[i][0] == tag), None
        )
        if depth is not None:
            self.links -= sum(1 for t, _, _ in self.open[depth:] if t == "a")
            del self.open[depth:]

    def handle_data(self, data: str) -> None:
        if self.raw is not None:
            self.raw.append(data)
            return
        inside_title = bool(self.open) and self.open[-1][0] == "title"
        if inside_title:
            self.meta.setdefault("title", " ".join(data.split()))
        elif not self.open or not self.open[-1][2]:
            self.words.append(data)
            self.linked += len(data.strip()) if self.links else 0

    def _break(self) -> None:
        words = " ".join("".join(self.words).split())
        if words:
            tag = next((t for t, _, _ in reversed(self.open) if t in _BLOCKS), "body")
            if tag == "h1":
                self.titles.append(words)
            else:
                self.blocks.append(_Block(tag, tuple(n for _, n, _ in self.open), words, self.linked))
        self.words.clear()
        self.linked = 0

    def finish(self) -> None:
        self._break()

    # -- what the page says of itself -----------------------------------------------------------------------

    def headline(self) -> str | None:
        """Its largest heading, else the title it gives to others that show it."""
        if len(self.titles) == 1:
            return self.titles[0]
        return self.meta.get("og:title") or (self.titles[0] if self.titles else None) or self.meta.get("title")

    def outlet(self) -> str | None:
        return self.meta.get("og:site_name") or _named(self._linked("publisher"))

    def day(self) -> str | None:
        """The day of publication in words, from the page's own data."""
        names = (
            "article:published_time",
            "datepublished",
            "date",
            "dc.date",
            "dcterms.date",
            "pubdate",
            "publish-date",
        )
        found = [self.meta.get(n) for n in names]
        for given in (*found[:2], self._linked("datePublished"), *found[2:], self.first_time):
            if isinstance(given, str):
                try:
                    return in_words(date.fromisoformat(given[:10]).isoformat())
                except ValueError:
                    continue
        return None

    def _linked(self, member: str) -> Any:
        """A member of the page's linked data, the first that has it."""
        for raw in self.data:
            try:
                value = json.loads(raw)
            except (ValueError, RecursionError):
                continue
            listed = (
                value if isinstance(value, list) else value.get("@graph", [value]) if isinstance(value, dict) else []
            )
            for entry in listed if isinstance(listed, list) else []:
                if isinstance(entry, dict) and entry.get(member):
                    return entry[member]
        return None


def _named(value: Any) -> str | None:
    name = value.get("name") if isinstance(value, dict) else None
    return name if isinstance(name, str) else None


def _main(blocks: list[_Block]) -> list[str]:
    """The paragraphs of the element that holds the most prose close to it."""
    score: dict[int, float] = {}
    for block in blocks:
        own = len(block.words) - 2 * block.linked
        if block.tag in _HEADINGS or own <= 0:
            continue
        weight = own * (1.0 if len(block.words) >= _LONG else 0.3)
        around = block.inside[:-1] if block.tag in _PARAGRAPHS else block.inside
        for number, share in zip(reversed(around), (1.0, 0.5, 0.25), strict=False):
            score[number] = score.get(number, 0.0) + weight * share
    if not score:
        return [b.words for b in blocks if 2 * b.linked < len(b.words)]
    best = max(score, key=lambda n: (score[n], -n))
    kept = [b for b in blocks if best in b.inside and 2 * b.linked < len(b.words)]
    while kept and kept[-1].tag in _HEADINGS:
        kept.pop()
    return [b.words for b in kept]
