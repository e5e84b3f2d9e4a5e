"""What a report says of itself above its first sentence: outlet, place, date, headline, byline.

The first lines are cut into segments at dashes, commas, bars and brackets; each segment is a date, a label, a place,
an outlet or a byline by its own shape. A dateline in front of the first sentence is read the same way. What follows
a report (a letter's or a filing's "Dated this 3rd day of May 2024, at The Hague") is read when the top has no date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from hague.reading.calendar_words import CITIES, DATE, MONTHS, read_date
from hague.reading.model import Header, Span

Role = Literal["outlet", "place", "date", "byline", "label", "time", "daymonth"]

_TOP_LINES = 14
_DATELINE_REACH = 160
_DASH = r"(?:—|–|―|--+|\s-+(?=\s))"
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_SEGMENT = re.compile(r"\s*(?:[|•·]|—|–|--+|\s-\s|\s/\s|(?<=\s)/(?=\w)|(?<=\w)/(?=[\s.]|$)|,|;|[()\[\]]|\s(?=@))\s*")
_LABEL = re.compile(
    r"(?P<what>date(?:line)?|dated|published|posted|issued|released?|filed|updated|last updated|broadcast|aired|air date|"
    r"sent|transmitted|recorded|time|date of (?:original|issue|publication|release)|original|source|outlet|publisher|"
    r"publication|podcast|blog|newsletter|channel|organi[sz]ation|issuer|issued by|published by|publisher|agency|newspaper|place|location|city|from|by|author|reporter|byline|headline|title|subject|re|to|cc|"
    r"contact|contacts|press contact|embargo(?:ed)?(?: until)?|ref(?:erence)?|no|url|tags|section|category|network|"
    r"programme|program|show|station)"
    r"\s*(?:on|at)?\s*[:=]\s*",
    re.I,
)
_FIELD = {
    "date": "date", "dateline": "dateline", "dated": "date", "published": "date", "posted": "date", "issued": "date",
    "release": "date", "released": "date", "filed": "date", "broadcast": "date", "aired": "date", "air date": "date",
    "sent": "date", "transmitted": "date", "recorded": "date", "date of original": "date", "date of issue": "date",
    "date of publication": "date", "date of release": "date",
    "updated": "updated", "last updated": "updated",
    "source": "outlet", "outlet": "outlet", "publisher": "outlet", "publication": "outlet", "agency": "outlet",
    "podcast": "outlet", "blog": "outlet", "newsletter": "outlet", "channel": "outlet", "organisation": "outlet",
    "organization": "outlet", "issuer": "outlet", "issued by": "outlet", "published by": "outlet", "newspaper": "outlet", "network": "outlet", "station": "outlet", "programme": "outlet", "program": "outlet",
    "show": "outlet", "place": "place", "location": "place", "city": "place", "from": "outlet",
    "by": "byline", "author": "byline", "reporter": "byline", "byline": "byline",
    "headline": "headline", "title": "headline", "subject": "headline", "re": "headline",
}  # fmt: skip
_KIND_OF_TEXT = re.compile(
    r"(?:for immediate release|(?:[\w-]+ ){0,2}(?:transcript|newsletter)|press (?:releases?|statement|communiqu[eé])|news releases?|media (?:release|advisory|statement)|"
    r"statement|public statement|joint statement|transcript|full transcript|rush transcript|open letter|letter|communiqu[eé]|"
    r"opinion|analysis|explainer|editorial|comment|interview|live(?: blog)?|breaking(?: news)?|exclusive|news|world|world news|"
    r"briefing|newsletter|factbox|q ?& ?a|question and answer|report|public|public document|confidential|original: english|"
    r"urgent|thread|memo|memorandum|fact ?sheet|advisory|update \d+|wrapup \d+|corrected|ends?)\s*[:.]?",
    re.I,
)
_OUTLET_WORD = re.compile(
    r"\b(?:times|post|news|newswire|agency|agence|wire|press|presse|radio|gazette|herald|tribune|monitor|network|tv|television|"
    r"media|journal|daily|weekly|review|service|chronicle|observer|telegraph|courier|watch|foundation|institute|coalition|"
    r"federation|bureau|dispatch|standard|star|mail|echo|mirror|voice|today|broadcasting|channel|magazine|reporter|ledger|"
    r"examiner|inquirer|independent|guardian|globe|sun|bulletin|record|register|sentinel|argus|mercury|argosy|digest|"
    r"online|wireservice|correspondent|despatch|messenger|express|fm|association|international|rights|network|centre|center|"
    r"society|initiative|project|group|ministry|embassy|office|mission|commission|union|council|reuters|afp|ap|bloomberg|"
    r"bbc|cnn|axios|politico|npr|pbs|aljazeera|jazeera|interfax|tass|xinhua|ansa|efe|dpa|kyodo|anadolu|wafa|haaretz|upi|cbs|nbc|"
    r"abc|itv|sky|dw|france 24|pool|briefing|statesman|courrier|monde|tribuna|nation|citizen|vanguard|punch)\b",
    re.I,
)
_MASTHEAD_WORD = re.compile(
    _OUTLET_WORD.pattern + r"|\b(?:parliament|government|court|tribunal|university|assembly|bank|committee|party|front|forum|"
    r"alliance|league|nations|organi[sz]ation|chambers|department|presidency|registry|secretariat|lawyers|advocates)\b",
    re.I,
)
_ISSUE = re.compile(r"(?:vol|no|issue|edition|number|nr|n°)\b\.?\s*\d+", re.I)
_LETTER = re.compile(r"(?:to (?:the|all|his|her|our|whom)\b|dear\b|attn\b|via e-?mail|by e-?mail|your excellenc|excellenc)", re.I)
_DAY_AND_MONTH = re.compile(rf"(?:{MONTHS})\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTHS})")
_BYLINE = re.compile(
    r"(?:by|story by|reporting by|report by|written by|from our|por|par)\s+(?=\S)|(?-i:From(?= [A-Z]\w+ [A-Z]\w+))\s", re.I
)
_ISSUED_BY = re.compile(
    r"(?:issued|released|published|compiled|distributed|produced|prepared|provided|circulated|presented|posted) by (?:the )?([A-Z].+)$",
    re.I,
)
_PERSONS = re.compile(r"\b(?:correspondents?|editors?|reporters?|writer|columnist|analyst|staff|producer|photographer)\b", re.I)
_APPEARED = re.compile(
    r"(?:(?:this \w+ )?(?:was )?(?:first |originally )?(?:published|printed|appeared|posted|aired|broadcast|reported|reporting|live)"
    r" (?:in|by|on|from)|reporting from|live from|from|source:)\s+(?=[A-Z])",
    re.I,
)
_DOMAIN = re.compile(r"(?:www\.)?[\w-]+\.(?:com|org|net|int|info|news|example|co\.\w\w)\b", re.I)
_DESK = re.compile(r"\s+(?:[A-Z]\w+\s+)?(?:Desk|Staff|Newsroom|Team)$")
_BYLINE_PLACE = re.compile(r"\bin\s+((?:[A-Z][\w’'.-]*|[A-Z]+)(?:(?:\s+and|,)?\s+[A-Z][\w’'.-]*)*)\s*$")
_CLOCK = re.compile(
    r"(?:at\s+)?\d{1,2}(?:[:.h]\d{2})?(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:hrs|hours|local time)?\s*"
    r"(?:\(?(?:gmt|utc|cet|cest|bst|est|edt|et|eat|wat|cat|pst|pdt|pt|ist|z)\)?(?:\s*[+-]\s*\d{1,2}(?::?\d{2})?)?)?"
    r"|noon|midnight",
    re.I,
)
_WORD = re.compile(r"[^\W\d_][\w’'.&-]*")
_LOWER_OK = frozenset(
    "de la le les du des of the and van von den der di da do al el en ed y et upon sur am in our near outside".split()
)
_HANDLE = re.compile(r"@\w{2,30}")
_SAID_BY = re.compile(
    r"(?:^|[,.”\"’]\s+)(?:the\s+)?((?:[A-Z][\w’'&-]*|of|for|the|and|de|du)(?:\s+(?:[A-Z][\w’'&-]*|of|for|the|and|de|du)){0,6})\s+"
    r"(?:said|says|warned|announced|stated)(?:\s+(?:today|on \w+day|in a (?:statement|report|briefing)[^.]{0,60}))?\s*[.,]"
)
_SAID_INVERTED = re.compile(r"[,”\"’] said (?:the )?((?:[A-Z][\w’'&-]*)(?:\s+(?:[A-Z][\w’'&-]*|of|for|the|and)){1,6})")
_ON_AIR = re.compile(
    r"(?:[Tt]his is|[Yy]ou(?:[’']re| are) (?:listening to|watching|reading)|[Ww]elcome (?:back )?to|[Hh]ere on) (?:the )?"
    r"((?:[A-Z][\w’'&-]*)(?:\s+(?:[A-Z][\w’'&-]*|of|the|and)){0,4})"
)
_SIGNED = re.compile(r"^(?:yours|sincerely|respectfully|signed|with respect|faithfully|best regards|kind regards)\b.*$", re.I | re.M)
_DONE_AT = re.compile(r"^(?:done |signed |dated )?at ([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?)(?=[,.]|\s*$)", re.I | re.M)
_SWORN = re.compile(r"(?:dated|done|signed)\b", re.I)
_CLOSING = re.compile(
    r"(?:dated (?:this|at|on|the)|done (?:at|in|this)|signed|at the hague|the hague,|©|\(c\)|copyright|posted|published|"
    r"[-—–]|sent from)",
    re.I,
)


@dataclass
class _Found:
    """What has been seen so far; the first of a kind stays."""

    spans: dict[str, Span] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)

    def put(self, what: str, value: str | None, span: tuple[int, int]) -> None:
        if value and what not in self.values:
            self.values[what] = value
            self.spans[what] = Span(*span)


def find(text: str, date: str | None = None) -> Header:
    """The header of ``text``. ``date`` (ISO) is used where the text has none of its own.

    ``spans`` says where each field was found; ``lines`` holds every line of the header with its kind; the first
    sentence starts at ``body``.

    >>> h = find("THE HAGUE, May 3, 2024 (Northgate Press) — Judges met.")
    >>> h.outlet, h.place, h.date
    ('Northgate Press', 'THE HAGUE', '2024-05-03')
    """
    found = _Found()
    order = _numeric_order(text)
    lines: list[tuple[int, int, str]] = []
    body = 0
    top = _top(text)
    for number, (start, end) in enumerate(top):
        line = text[start:end]
        if number == 0 and (name := _masthead(text, start, end, top)):
            found.put("masthead", _title(text[slice(*name)]), name)
            lines.append((start, end, "dateline"))
            body = end
            _note_line(text, name[1], end, found, order, outlet=False)
            continue
        after_dateline = _dateline(text, start, end, found, order, alone=_stands_alone(line))
        if after_dateline is not None:
            lines.append((start, after_dateline, "dateline"))
            body = _next_ink(text, after_dateline)
            if after_dateline < end:
                break
            continue
        if _is_prose(line) or (number and _is_turn(line) and not _LABEL.match(line)):
            body = start
            break
        kind = _furniture(text, start, end, found, order, number, top)
        if kind is None:
            body = start
            break
        lines.append((start, end, kind))
        body = end
    else:
        body = _next_ink(text, top[-1][1]) if top else 0
    if lines and all(kind == "headline" for _, _, kind in lines) and body >= len(text.rstrip()):
        # Nothing follows: it is the report, not its headline.
        lines, body = [], 0
        found.values.pop("headline", None)
        found.spans.pop("headline", None)
    if "date" not in found.values and "updated" in found.values:
        found.put("date", found.values["updated"], (found.spans["updated"].start, found.spans["updated"].end))
    _closing(text, body, found, order)
    _year_of_daymonth(text, found, order)
    _outlet_of_release(text, body, found)
    _outlet_at_the_end(text, body, found, order)
    if "outlet" not in found.values and "masthead" not in found.values and (m := _ON_AIR.search(text, body, body + 900)):
        if _OUTLET_WORD.search(m[1]):
            found.put("outlet", m[1], m.span(1))
    for source in ("page", "handle"):
        if "outlet" not in found.values and "masthead" not in found.values and source in found.values:
            span = found.spans[source]
            found.put("outlet", found.values[source], (span.start, span.end))
    if "masthead" in found.values:
        name = found.spans["masthead"]
        if "outlet" not in found.values:
            found.put("outlet", found.values["masthead"], (name.start, name.end))
        elif name.end == lines[0][1] and found.values["outlet"].casefold() != found.values["masthead"].casefold():
            # The paper's name stands elsewhere: the first line is the headline.
            lines[0] = (*lines[0][:2], "headline")
            found.spans.pop("headline", None)
            found.values.pop("headline", None)
            found.put("headline", text[name.start : name.end], (name.start, name.end))
    return _header(found, lines, body, date)


def day(header: Header) -> date | None:
    """The report's date as a day, or ``None`` if it has none that exists."""
    try:
        return date.fromisoformat(header.date) if header.date else None
    except ValueError:
        return None


def impossible(text: str, header: Header) -> list[str]:
    """Dates above the body that name no day (31 April 2022), as printed."""
    order = _numeric_order(text)
    end = max(header.body, min(len(text), 300))
    return [m.group() for m in DATE.finditer(text, 0, end) if read_date(m, order) is None]


def day_first(text: str) -> bool:
    """Whether 3/5/2024 is 3 May in this text."""
    return _numeric_order(text) == "dmy"


def _header(found: _Found, lines: list[tuple[int, int, str]], body: int, given: str | None) -> Header:
    value = found.values.get
    printed = value("date")
    return Header(
        outlet=value("outlet"),
        place=value("place"),
        date=printed or given,
        headline=value("headline"),
        byline=value("byline"),
        date_from="text" if printed else "argument" if given else None,
        spans={k: s for k, s in found.spans.items() if k in ("outlet", "place", "date", "headline", "byline")},
        lines=tuple(lines),
        body=body,
    )


def _top(text: str) -> list[tuple[int, int]]:
    """The first printed lines, without outer blanks."""
    out: list[tuple[int, int]] = []
    for m in _LINE.finditer(text, 0, min(len(text), 6000)):
        start, end = m.span()
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            out.append((start, end))
        if len(out) == _TOP_LINES:
            break
    return out


def _next_ink(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _stands_alone(line: str) -> bool:
    return len(line) <= _DATELINE_REACH


_PROSE_END = re.compile(r"[.!?…]['\"”’)\]]*$|[:,;]$")
_TURN = re.compile(r"[A-Z][A-Z .'’-]{1,40}(?:,[^:]{1,60})?(?:\s\([^)]{1,40}\))?:\s|(?:Q|A|Question|Answer)[.:]\s")
_BULLET = re.compile(r"(?:[-*•–‣◦]|\(?\d{1,3}[.)])\s")


def _is_prose(line: str) -> bool:
    """A line that says something in sentences: it ends one, or is long and has small words."""
    words = line.split()
    if len(words) > 45:
        return True
    small = sum(w[:1].islower() for w in words)
    if _PROSE_END.search(line) and not _KIND_OF_TEXT.fullmatch(line):
        return len(words) >= 7 and small >= 3 or len(words) >= 4 and small >= 2 and line[-1] in ".!?"
    return len(words) > 28


def _is_turn(line: str) -> bool:
    return bool(_TURN.match(line))


def _numeric_order(text: str) -> Literal["dmy", "mdy"]:
    """How this text writes days in figures: by any date that only one order allows, else by its other habits."""
    sample = text[:20_000]
    dmy = mdy = 0
    for a, b in _FIGURES.findall(sample):
        dmy += int(a) > 12 >= int(b)
        mdy += int(b) > 12 >= int(a)
    if dmy != mdy:
        return "dmy" if dmy > mdy else "mdy"
    american = len(_MONTH_FIRST.findall(sample)) + len(_US_SPELLING.findall(sample))
    british = len(_DAY_FIRST.findall(sample)) + len(_UK_SPELLING.findall(sample))
    return "mdy" if american > british else "dmy"


_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?![\d/-])")
_MONTH_FIRST = re.compile(rf"\b(?:{MONTHS})\s+\d{{1,2}}\b(?!\s*:)")
_DAY_FIRST = re.compile(rf"\b\d{{1,2}}\s+(?:{MONTHS})\b")
_US_SPELLING = re.compile(
    r"\b(?:\w+ized?|\w+izing|color|honor|favor|labor|center|defense|offense|program|toward|[ap]\.m\.|U\.S\.)(?=\W)"
)
_UK_SPELLING = re.compile(
    r"\b(?:\w{3,}ised?|\w{3,}ising|colour|honour|favour|labour|centre|defence|offence|programme|towards|whilst|judgement)\b"
)


# -- datelines ------------------------------------------------------------------------------------------------------


def _dateline(
    text: str, start: int, end: int, found: _Found, order: Literal["dmy", "mdy"], *, alone: bool
) -> int | None:
    """The end of a dateline at ``start`` (its dash included), or ``None``. Fills place, date, outlet."""
    reach = text[start : min(end, start + _DATELINE_REACH)]
    for m in _DATELINE_END.finditer(reach):
        prefix = reach[: m.start()]
        after = reach[m.end() :].strip()
        if not _dateline_like(prefix, m.group(), bool(after)):
            continue
        parts = _segments(text, start, start + m.start(), order)
        roles = {role for role, *_ in parts}
        if None in roles or not roles & {"place", "date", "outlet"} or ("place" not in roles and "date" not in roles):
            continue
        if not after and m.group().strip() in ("", ":"):
            continue
        for role, value, span in _joined(text, parts):
            if role is not None:
                found.put(role, value, span)
        stop = start + m.end()
        if after and len(after) < 40:
            # PLACE (Agency) — 9 June 2018
            rest = _segments(text, _next_ink(text, stop), end, order)
            if rest and not _PROSE_END.search(after) and all(role in ("date", "time", "outlet") or _is_city(value) for role, value, _ in rest):
                for role, value, span in rest:
                    if role is not None:
                        found.put(role, value, span)
                return end
        return _next_ink(text, stop) if after else end
    return None


_DATELINE_END = re.compile(rf"\)?\s*{_DASH}\s*|(?<=\))\s*[:.]?\s+(?=[A-Z“\"‘])|:\s+|\]\s+|(?<=\w)\s+\|\s+")


def _dateline_like(prefix: str, ending: str, more: bool) -> bool:
    if not prefix.strip() or not more and not DATE.search(prefix):
        return False
    bare = re.sub(r"\([^()]*\)?|\[[^\[\]]*\]?", " ", DATE.sub(" ", prefix))
    bare = _CLOCK.sub(" ", re.sub(r"^\W*date\b", " ", bare))
    words = _WORD.findall(bare)
    if len(words) > 8 or any(w[0].islower() and w not in _LOWER_OK for w in words):
        return False
    if "\n" in prefix:
        return False
    if ending.strip() == ":" and not (DATE.search(prefix) and words):
        # ISLAMABAD: The minister ...; a speaker's label looks the same
        return bool(words) and " ".join(words).casefold() in CITIES
    if not DATE.search(prefix) and not re.search(r"[(\[]", prefix):
        # PLACE — text: capitals, or a place that we know
        name = " ".join(words).casefold()
        first = re.split(r",", prefix)[0].strip().casefold()
        return bool(words) and (bare.strip() == bare.strip().upper() or name in CITIES or first in CITIES)
    return True


Part = tuple[Role | None, str | None, tuple[int, int]]


def _segments(text: str, start: int, end: int, order: Literal["dmy", "mdy"]) -> list[Part]:
    """The pieces of a header line with what each is; ``None`` for a piece that is nothing known."""
    parts: list[Part] = []
    at = start
    for m in DATE.finditer(text, start, end):
        value = read_date(m, order)
        parts += _names(text, at, m.start())
        parts.append(("date", value, m.span()))
        at = m.end()
    parts += _names(text, at, end)
    return parts


def _is_city(name: str | None) -> bool:
    return bool(name) and str(name).casefold() in CITIES


def _joined(text: str, parts: list[Part]) -> list[Part]:
    """THE HAGUE, Netherlands is one place."""
    out: list[Part] = []
    for role, value, span in parts:
        if role == "label" and out and out[-1][0] == "place" and text[out[-1][2][1] : span[0]] == ", ":
            whole = (out[-1][2][0], span[1])
            out[-1] = ("place", text[slice(*whole)], whole)
        else:
            out.append((role, value, span))
    return out


def _names(text: str, start: int, end: int) -> list[Part]:
    out: list[Part] = []
    at = start
    cuts = [m.span() for m in _SEGMENT.finditer(text, start, end)] + [(end, end)]
    depth_open = False
    pieces: list[tuple[int, int, bool]] = []
    for a, b in cuts:
        pieces.append((at, a, depth_open))
        sep = text[a:b]
        if "(" in sep or "[" in sep:
            depth_open = True
        elif ")" in sep or "]" in sep:
            depth_open = False
        at = b
    for a, b, bracketed in pieces:
        while a < b and (text[a].isspace() or text[a] in "*#_>.,:;-–—"):
            a += 1
        while b > a and (text[b - 1].isspace() or text[b - 1] in ",:;-–—*#_"):
            b -= 1
        if lead := _APPEARED.match(text, a, b):
            a = lead.end()
        if a >= b:
            continue
        piece = text[a:b]
        lowered = piece.casefold()
        if lowered in _LEADS_TO_DATE:
            continue
        if _CLOCK.fullmatch(piece):
            out.append(("time", piece, (a, b)))
        elif _DAY_AND_MONTH.fullmatch(piece):
            out.append(("daymonth", piece, (a, b)))
        elif _ISSUE.match(piece) or (bracketed and piece[:1].islower()) or piece.casefold().endswith(" edition"):
            out.append(("label", piece, (a, b)))
        elif _BYLINE.match(piece):
            out.append(("byline", piece, (a, b)))
        elif lowered in CITIES:
            out.append(("place", piece, (a, b)))
        elif _DOMAIN.fullmatch(piece):
            out.append(("outlet", piece, (a, b)))
        elif _PERSONS.search(piece) or piece.startswith("@"):
            out.append(("label", piece, (a, b)))
        elif (bracketed or _OUTLET_WORD.search(piece)) and piece[0].isupper():
            cut = _DESK.search(piece)
            b = a + cut.start() if cut else b
            out.append(("outlet", text[a:b], (a, b)))
        elif _placelike(piece):
            known = any(role == "place" for role, *_ in out)
            out.append(("label" if known else "place", piece, (a, b)))
        else:
            out.append((None, piece, (a, b)))
    return out


_LEADS_TO_DATE = frozenset(
    """date on at the and in dated published updated issued posted broadcast aired released filed sent recorded transmitted
    done first\u00a0published""".split()
) | {"first published", "last updated", "published on", "posted on", "dated this", "as of", "updated on", "issued on"}


def _placelike(piece: str) -> bool:
    words = _WORD.findall(piece)
    return 0 < len(words) <= 5 and not re.search(r"\d", piece) and all(
        w[0].isupper() or w in _LOWER_OK for w in words
    )


# -- lines above the body --------------------------------------------------------------------------------------------


def _furniture(
    text: str,
    start: int,
    end: int,
    found: _Found,
    order: Literal["dmy", "mdy"],
    number: int,
    top: list[tuple[int, int]],
) -> str | None:
    """The kind of a line above the body, its fields noted; ``None`` where the body begins."""
    while start < end and text[start] in "#*_> ":
        start += 1
    line = text[start:end]
    if not line:
        return "dateline"
    if _BULLET.match(line) and not DATE.search(line):
        return None
    label = _LABEL.match(line)
    if label:
        return _labelled(text, start + label.end(), end, label["what"].lower(), found, order)
    if _KIND_OF_TEXT.fullmatch(line):
        return "dateline"
    if m := _ISSUED_BY.match(line):
        name = re.split(r"\s*[,;|(.]|\s+(?=[a-z])(?!(?:of|for|and|the|de|du)\b)", m[1])[0]
        found.put("outlet", name, (start + m.start(1), start + m.start(1) + len(name)))
        _note_line(text, start, end, found, order)
        return "dateline"
    if _BYLINE.match(line) and len(line) < 140:
        return _byline(text, start, end, found, order)
    if DATE.search(line):
        parts = _segments(text, start, end, order)
        loose = sum(len((value or "").split()) for role, value, _ in parts if role is None)
        if where := _in_a_city(text, start, end):
            found.put("place_of_byline", text[slice(*where)], where)
        if (loose <= 4 and len(line) < 160) or (loose <= 9 and len(line) < 100 and not _PROSE_END.search(line)):
            names = [p for p in parts if p[0] in ("place", "outlet", "label")]
            unknown = [p for p in names if p[0] == "place" and (p[1] or "").casefold() not in CITIES]
            for role, value, span in parts:
                if role in ("date", "outlet", "byline"):
                    found.put(role, value, span)
            _place_or_outlet(names, unknown, found)
            return "dateline"
    if _HANDLE.search(line) and len(line) < 80:
        if m := DATE.search(text, start, end):
            found.put("date", read_date(m, order), m.span())
        if line.startswith("@") and (handle := _HANDLE.match(line)):
            found.put("handle", handle[0][1:], (start + 1, start + handle.end()))
        return "byline"
    if _LETTER.match(line) and len(line) < 120:
        return "dateline"
    if line.casefold() in CITIES:
        found.put("place", line, (start, end))
        return "dateline"
    if kind := _undated(text, start, end, found, order):
        return kind
    labelled = "headline" in found.values or any(_KIND_OF_TEXT.fullmatch(text[a:b]) for a, b in top[:number])
    if labelled and "outlet" not in found.values and len(line) < 60 and _OUTLET_WORD.search(line) and _all_names(line):
        found.put("outlet", line, (start, end))
        return "dateline"
    tail = re.split(r"\s(?:\||-|–|—)\s", line)[-1]
    if tail != line and _OUTLET_WORD.search(tail) and _all_names(tail) and len(tail.split()) <= 5:
        found.put("page", tail, (end - len(tail), end))
    found.put("headline", line, (start, end))
    return "headline"


def _undated(text: str, start: int, end: int, found: _Found, order: Literal["dmy", "mdy"]) -> str | None:
    """NAME, CITY or NAME in CITY: who signs, or whose paper it is."""
    line = text[start:end]
    if len(line) > 110:
        return None
    if _NAME_IN.match(line) and (where := _in_a_city(text, start, end)):
        found.put("place_of_byline", text[slice(*where)], where)
        found.put("byline", line, (start, end))
        return "byline"
    parts = _segments(text, start, end, order)
    if not 2 <= len(parts) <= 3 or not _is_city(parts[-1][1]) or ":" in line or not _all_names(line):
        return None
    (role, name, span), (_, city, where) = parts[0], parts[-1]
    if len((name or "").split()) > 6 or _is_city(name):
        return None
    found.put("place", city, where)
    outlet = role == "outlet" or bool(_MASTHEAD_WORD.search(name or ""))
    found.put("outlet" if outlet else "byline", name, span)
    return "dateline" if outlet else "byline"


_NAME_IN = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'.-]+){1,3} in [A-Z]")
_IN = re.compile(r"\b(?:in|at|from) (?=[A-Z])")


def _in_a_city(text: str, start: int, end: int) -> tuple[int, int] | None:
    for m in _IN.finditer(text, start, end):
        words = list(_WORD.finditer(text, m.end(), min(end, m.end() + 40)))[:3]
        for last in reversed(words):
            if _is_city(text[m.end() : last.end()]):
                return m.end(), last.end()
    return None


def _place_or_outlet(names: list[Part], unknown: list[Part], found: _Found) -> None:
    """In a line of names and a date, a name that is no known city is the outlet if nothing else is."""
    places = [p for p in names if p[0] == "place" and p not in unknown]
    for _, value, span in places:
        found.put("place", value, span)
    if not unknown:
        return
    has_outlet = any(p[0] == "outlet" for p in names) or "outlet" in found.values
    for _, value, span in unknown:
        if has_outlet or "masthead" in found.values or (value or "").isupper():
            if not _NOT_A_PLACE.search(value or ""):
                found.put("place", value, span)
        elif len(unknown) == 1 and " " not in (value or "") and not has_outlet and "headline" not in found.values:
            found.put("place", value, span)
        else:
            has_outlet = True
            cut = _DESK.search(value or "")
            length = cut.start() if cut else len(value or "")
            found.put("outlet", (value or "")[:length], (span[0], span[0] + length))


_NOT_A_PLACE = re.compile(r"\b(?:chamber|house|committee|session|issue|volume|edition|section|page|council|court|meeting)\b", re.I)


def _note_line(
    text: str, start: int, end: int, found: _Found, order: Literal["dmy", "mdy"], *, outlet: bool = True
) -> None:
    """Takes date, place and outlet from a line that has any."""
    for role, value, span in _segments(text, start, end, order):
        if role == "date" or (role == "outlet" and outlet) or (role == "place" and _is_city(value)):
            found.put(role, value, span)


def _labelled(
    text: str, start: int, end: int, what: str, found: _Found, order: Literal["dmy", "mdy"]
) -> str:
    kind = _FIELD.get(what, "other")
    value = text[start:end].strip()
    if kind in ("date", "updated", "dateline"):
        for role, piece, span in _segments(text, start, end, order):
            if role == "date":
                found.put(kind if kind == "updated" else "date", piece, span)
            elif role in ("place", "outlet") and kind != "updated":
                found.put(role, piece, span)
        return "dateline"
    if kind == "headline":
        found.put("headline", value, (start, end))
        return "headline"
    if kind == "byline":
        return _byline(text, start, end, found, order)
    if kind in ("outlet", "place") and value:
        named = re.sub(r"\s*[<(,].*$", "", value)
        found.put(kind, named, (start, start + len(named)))
    return "dateline"


def _byline(text: str, start: int, end: int, found: _Found, order: Literal["dmy", "mdy"]) -> str:
    """By NAME in PLACE, by NAME for OUTLET, by NAME, OUTLET | date."""
    stop = end
    for m in DATE.finditer(text, start, end):
        found.put("date", read_date(m, order), m.span())
        stop = min(stop, m.start())
    pieces = _names(text, start, stop)
    for role, value, span in pieces[1:]:
        if role == "outlet":
            found.put("outlet", value, span)
        elif role == "place" and (value or "").casefold() in CITIES:
            found.put("place_of_byline", value, span)
    if where := _BYLINE_PLACE.search(text, start, stop):
        found.put("place_of_byline", where[1], where.span(1))
    name = pieces[0] if pieces else (None, text[start:stop].strip(), (start, stop))
    value, span = name[1] or "", name[2]
    for_outlet = re.search(r"\s+(?:for|of)\s+(?:the\s+)?(.+)$", value)
    if for_outlet and _OUTLET_WORD.search(for_outlet[1]):
        found.put("outlet", for_outlet[1], (span[0] + for_outlet.start(1), span[0] + for_outlet.end(1)))
    found.put("byline", value, span)
    return "byline"


def _masthead(text: str, start: int, end: int, top: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The outlet in a first line such as ``RADIO ADRIATICA - THE EVENING EDITION`` or ``The Straits Gazette``."""
    line = text[start:end].rstrip(" *#_=")
    if len(top) < 2 or len(line) > 110 or line[-1:] in ".!?":
        return None
    if m := _SELF_DESCRIBED.match(line):
        return start, start + m.end(1)
    first = _MASTHEAD_CUT.split(line)[0].strip("*#_ ")
    at = text.index(first, start) if first else start
    if not _all_names(first) or re.search(r"\d", first) or len(first.split()) > 7 or _KIND_OF_TEXT.fullmatch(first) or DATE.search(first):
        return None
    following = [text[a:b] for a, b in top[1:4]]
    dated = any((DATE.search(f) and len(f) < 120) or _KIND_OF_TEXT.fullmatch(f) or _LABEL.match(f) for f in following)
    if _DASHED.search(line) and not dated or _BYLINE.match(line) or _LABEL.match(line) or DATE.search(line):
        return None
    if not _MASTHEAD_WORD.search(first):
        # A name over a line of date or number, with a headline still to come, is the paper's.
        titled = len(following) > 1 and not _is_prose(following[1]) and not _BYLINE.match(following[1])
        dated_next = bool(DATE.search(following[0])) and len(following[0]) < 60
        plain = dated_next and titled and len(first.split()) <= 4
        if not (_ISSUE.search(following[0]) or plain):
            return None
    elif not dated or (len(first) == len(line) and len(first.split()) > 5):
        return None
    return at, at + len(first)


_MASTHEAD_CUT = re.compile(
    r"\s+[-—–|·]\s+|\s*[,;(\[@]|\s+[\"“]|\s+(?=(?:transcript|press release|news release|newsletter|statement|live)\b)", re.I
)
_DASHED = re.compile(r"\s[-—–]\s")
_SELF_DESCRIBED = re.compile(
    r"([A-Z][\w’'& ]{2,50}?)(?::|,| [-—–]) (?:a|an|the|our|your) (?:[\w-]+ ){0,3}(?:blog|newsletter|podcast|magazine|weekly|bulletin|"
    r"review|digest|journal|monthly|daily|site|column|briefing)\b"
)


def _all_names(line: str) -> bool:
    words = _WORD.findall(line)
    return bool(words) and all(w[0].isupper() or w in _LOWER_OK for w in words)


def _shouting(name: str) -> bool:
    return name.isupper() and len(name) > 5


def _title(name: str) -> str:
    """A name in capitals, as it would be written."""
    if not _shouting(name):
        return name
    return " ".join(w.lower() if i and w in _SMALL else w if len(w) <= 3 and w not in _SMALL else w.capitalize() for i, w in enumerate(name.split()))


_SMALL = ("THE", "OF", "AND", "FOR", "IN", "DE", "DU")


# -- what stands elsewhere -------------------------------------------------------------------------------------------


def _closing(text: str, body: int, found: _Found, order: Literal["dmy", "mdy"]) -> None:
    """A date (and place) in the last lines, where the top has none: letters, filings, posts."""
    if "place_of_byline" in found.values and "place" not in found.values:
        place = found.spans["place_of_byline"]
        found.put("place", found.values["place_of_byline"], (place.start, place.end))
    if "outlet" not in found.values and (m := _SIGNED.search(text, max(body, len(text) - 1500))):
        for start, end in [n.span() for n in _LINE.finditer(text, m.end())][:4]:
            line = text[start:end].strip()
            if _OUTLET_WORD.search(line) and _all_names(line) and len(line) < 80:
                at = text.index(line, start)
                found.put("outlet", line, (at, at + len(line)))
    if "place" not in found.values and (m := _DONE_AT.search(text, max(body, len(text) - 600))) and _is_city(m[1]):
        found.put("place", m[1], m.span(1))
    if "date" in found.values:
        return
    tail = max(body, len(text) - 1500)
    lines = [m.span() for m in _LINE.finditer(text, tail) if m.group().strip()][-8:]
    for start, end in reversed(lines):
        line = text[start:end].strip()
        m = DATE.search(text, start, end)
        if not m or len(line) > 140:
            continue
        bare = DATE.sub(" ", line)
        if len(_WORD.findall(bare)) <= 4 or _CLOSING.match(line):
            found.put("date", read_date(m, order), m.span())
            parts = _segments(text, start, end, order)
            names = [p for p in parts if p[0] in ("place", "outlet")]
            for role, value, span in names:
                if role == "outlet":
                    found.put("outlet", value, span)
            if not _SWORN.match(line):
                _place_or_outlet(names, [p for p in names if p[0] == "place" and not _is_city(p[1])], found)
            near = [at for at in lines if start - 80 < at[1] and at[0] < end + 80]
            for a, b in near:
                for role, value, span in _segments(text, a, b, order):
                    named = re.sub(r"^(?:at|in|done at|signed in|signed at) ", "", value or "", flags=re.I)
                    if role != "date" and named.casefold() in CITIES:
                        found.put("place", named, (span[1] - len(named), span[1]))
            break


def _outlet_at_the_end(text: str, body: int, found: _Found, order: Literal["dmy", "mdy"]) -> None:
    """Whose text it is, from its last lines: (c) 2024 NAME, NAME/initials, Contact: WHO, NAME."""
    if "outlet" in found.values or "masthead" in found.values:
        return
    lines = [m.span() for m in _LINE.finditer(text, max(body, len(text) - 900)) if m.group().strip()][-4:]
    for start, end in reversed(lines):
        line = text[start:end].strip()
        if start <= body or len(line) > 110 or (_PROSE_END.search(line) and not _CLOSING.match(line)):
            continue
        mark = _RIGHTS.match(text, start, end)
        for role, value, span in _segments(text, mark.end() if mark else start, end, order):
            if role == "outlet" or (mark and role == "place"):
                name = (value or "").strip("./ ")
                found.put("outlet", name, (span[0], span[0] + len(name)))
                return


_RIGHTS = re.compile(r"\s*(?:©|\(c\)|copyright)[\s\d]*|\s*(?:press )?contacts?(?: for (?:the )?\w+)?\s*:\s*|[—–-]+\s*", re.I)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[^\n]{0,60}?\b((?:19|20)\d{2})\b|\(((?:19|20)\d{2})\)\s*$", re.I)


def _year_of_daymonth(text: str, found: _Found, order: Literal["dmy", "mdy"]) -> None:
    """A dateline without a year takes that of the copyright line."""
    if "date" in found.values or "daymonth" not in found.values:
        return
    if m := _COPYRIGHT.search(text, max(0, len(text) - 600)):
        words = found.values["daymonth"]
        for form in (f"{words} {m[1] or m[2]}", f"{words}, {m[1] or m[2]}"):
            if full := DATE.fullmatch(form):
                span = found.spans["daymonth"]
                found.put("date", read_date(full, order), (span.start, span.end))


def _outlet_of_release(text: str, body: int, found: _Found) -> None:
    """A release names its author in its first sentence: "..., Sahel Rights Monitor said today."."""
    if "outlet" in found.values:
        return
    end = text.find("\n", body)
    first = text[body : end if end >= 0 else len(text)][:700]
    m = _SAID_BY.search(first) or _SAID_INVERTED.search(first)
    if m and _MASTHEAD_WORD.search(m[1]) and m[1].count(" ") >= 1:
        found.put("outlet", m[1], (body + m.start(1), body + m.end(1)))
