"""The lines above the body: datelines, bylines, mastheads, labels and headlines."""

from __future__ import annotations

import re

from hague.reading.header.dates import DATE, Order, read_date
from hague.reading.header.segments import (
    BYLINE,
    CLOCK,
    ISSUE,
    KIND_OF_OUTLET,
    Found,
    Part,
    in_a_city,
    joined,
    names,
    outlet_length,
    segments,
)
from hague.reading.header.wording import (
    CITIES,
    FIELD,
    KIND_OF_TEXT,
    LABEL,
    MASTHEAD_WORD,
    NOT_A_PLACE,
    OUTLET_WORD,
    PROSE_END,
    SMALL,
    WORD,
    all_names,
    is_city,
)

_TOP_LINES = 14
_DATELINE_REACH = 160
_TITLE = 90
_DASH = r"(?:—|–|―|--+|\s-+(?=\s))"
LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_DATELINE_END = re.compile(
    rf"(?:\)?(?<!\s)\s*)?{_DASH}\s*|(?<=\d{{4}})\.\s+(?=[A-Z“\"‘])|(?<=\))(?:\s*[:.])?\s+(?=[A-Z“\"‘])|:\s+|\]\s+|(?<=\w)\s+\|\s+"
)
_LETTER = re.compile(
    r"(?:to (?:the|all|his|her|our|whom)\b|dear\b|attn\b|via e-?mail|by e-?mail|your excellenc|excellenc)", re.I
)
_ISSUED_BY = re.compile(
    r"(?:issued|released|published|compiled|distributed|produced|prepared|provided|circulated|presented|posted) by "
    r"(?:the )?([A-Z].+)$",
    re.I,
)
_BYLINE_PLACE = re.compile(r"\bin\s{1,4}([A-Z][\w’'.-]{0,40}(?:(?:\s{1,4}and|,)?\s{1,4}[A-Z][\w’'.-]{0,40}){0,6})\s*$")
_HANDLE = re.compile(r"@\w{2,30}")
_NAME_IN = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'.-]+){1,3} in [A-Z]")
_MASTHEAD_CUT = re.compile(
    r"(?<!\s)\s+(?:[-—–|·/]\s+|[\"“]|with\s+|"
    r"(?=(?:transcript|press release|news release|newsletter|statement|live)\b))|(?:(?<!\s)\s*)?[,;(\[@]",
    re.I,
)
_DASHED = re.compile(r"\s[-—–]\s")
_SELF_DESCRIBED = re.compile(
    r"([A-Z][\w’'& ]{2,50}?)(?::|,| [-—–]) (?:a|an|the|our|your) (?:[\w-]+ ){0,3}(?:blog|newsletter|podcast|"
    r"magazine|weekly|bulletin|"
    r"review|digest|journal|monthly|daily|site|column|briefing)\b"
)
_ITS_OWN = re.compile(
    r"((?:The )?[A-Z][\w’'& ]{1,50}?)[’']s? (?:[\w-]+ ){0,3}(?:newsletter|bulletin|blog|briefing|letter|digest|"
    r"podcast|ticker|round-?up|live blog)"
)
_MAIL_DOMAIN = re.compile(r"@(?:[\w-]+\.)*?([\w-]+)\.\w+>?\s*$")
_FOR_IMMEDIATE_USE = re.compile(r",? for immediate (?:use|release)\W*$", re.I)
_FROM_OUTLET = re.compile(
    r"(?:a|an|the|your|our)\b[^.:|]*? (?:from|by) (?:the )?(?P<name>(?:[A-Z][\w’'&-]*|of|for|the|and)"
    r"(?: (?:[A-Z][\w’'&-]*|of|for|the|and)){0,6})(?:, (?P<city>[A-Z][\w’' -]+))?$",
    re.I,
)
_FOR_OUTLET = re.compile(r"\bfor ((?:The |the )?[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,5})$")
_STAFF_OF = re.compile(r"((?:[Tt]he )?[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,4}) (?:staff|newsroom|reporters?|desk)$")
_BEHIND_A_DATELINE = re.compile(r"(?:all )?times\b|translated\b|updated\b|last updated\b", re.I)
_SMALL_CAPITALS = ("THE", "OF", "AND", "FOR", "IN", "DE", "DU")
_TURN = re.compile(r"[A-Z][A-Z .'’-]{1,40}(?:,[^:]{1,60})?(?:\s\([^)]{1,40}\))?:\s|(?:Q|A|Question|Answer)[.:]\s")
_BULLET = re.compile(r"(?:[-*•–‣◦]|\(?\d{1,3}[.)])\s")


def top_lines(text: str) -> list[tuple[int, int]]:
    """The first printed lines, without outer blanks."""
    out: list[tuple[int, int]] = []
    for m in LINE.finditer(text, 0, min(len(text), 6000)):
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


def next_ink(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def is_prose(line: str) -> bool:
    """A line that says something in sentences: it ends one, or is long and has small words."""
    words = line.split()
    if len(words) > 45:
        return True
    small = sum(w[:1].islower() for w in words)
    if PROSE_END.search(line) and not KIND_OF_TEXT.fullmatch(line):
        return (len(words) >= 7 and small >= 3) or (len(words) >= 4 and small >= 2 and line[-1] in ".!?")
    return len(words) > 28


def is_question_above(text: str, number: int, top: list[tuple[int, int]]) -> bool:
    """A headline that asks or exclaims: a dateline or a byline is still to come."""
    start, end = top[number]
    if end - start > 120 or text[end - 1] not in "?!" or number > 4:
        return False
    following = top[number + 1 : number + 4]
    return any(
        (DATE.search(text, a, min(b, a + 90)) and (b - a < 140 or _DATELINE_END.search(text, a, a + 120)))
        or (BYLINE.match(text, a, b) and b - a < 140)
        for a, b in following
    )


def is_turn(line: str) -> bool:
    return bool(_TURN.match(line))


def dateline(text: str, start: int, end: int, found: Found, order: Order) -> int | None:
    """The end of a dateline at ``start`` (its dash included), or ``None``. Fills place, date, outlet."""
    reach = text[start : min(end, start + _DATELINE_REACH)]
    for m in _DATELINE_END.finditer(reach):
        prefix = reach[: m.start()]
        after = reach[m.end() :].strip()
        if not _dateline_like(prefix, m.group(), bool(after)):
            continue
        if m.group().strip() == ":" and not DATE.search(prefix) and _is_title(text, start + m.end(), end):
            continue  # "Kampala: a crime is born", above the text
        parts = segments(text, start, start + m.start(), order)
        roles = {role for role, *_ in parts}
        if None in roles or not roles & {"place", "date", "outlet"} or ("place" not in roles and "date" not in roles):
            continue
        if not after and m.group().strip() in ("", ":"):
            continue
        whole = joined(text, parts)
        if "outlet" not in roles:
            whole = _outlet_before_city(whole)
        for role, value, span in whole:
            if role is not None:
                found.put(role, value, span)
        stop = start + m.end()
        if len(after) < 60 and _BEHIND_A_DATELINE.match(after):
            return end
        if after and len(after) < 70:
            # PLACE (Agency) — 9 June 2018
            rest = segments(text, next_ink(text, stop), end, order)
            known = all(role in ("date", "time", "outlet", "label") or is_city(value) for role, value, _ in rest)
            if rest and known and (not PROSE_END.search(after) or m.group().startswith(".")):
                for role, value, span in rest:
                    if role is not None:
                        found.put(role, value, span)
                return end
        return next_ink(text, stop) if after else end
    return None


def _is_title(text: str, start: int, end: int) -> bool:
    """Whether a first line goes on as a headline: it is short and ends no sentence, and text follows."""
    said = text[start:end]
    return len(said) < _TITLE and not PROSE_END.search(said) and bool(text[end:].strip())


def _outlet_before_city(parts: list[Part]) -> list[Part]:
    """In NAME, CITY, date the name is the outlet's, unless it is printed in capitals as places are."""
    places = [k for k, (role, _, _) in enumerate(parts) if role == "place"]
    if len(places) < 2 or not is_city(parts[places[1]][1]):
        return parts
    _, name, span = parts[places[0]]
    if is_city(name) or (name or "").isupper():
        return parts
    return [*parts[: places[0]], ("outlet", name, span), *parts[places[0] + 1 :]]


def _dateline_like(prefix: str, ending: str, more: bool) -> bool:
    if not prefix.strip() or (not more and not DATE.search(prefix)):
        return False
    bare = re.sub(r"\([^()]*\)?|\[[^\[\]]*\]?", " ", DATE.sub(" ", prefix))
    bare = CLOCK.sub(" ", re.sub(r"^\W*date\b", " ", bare))
    words = WORD.findall(bare)
    if len(words) > 8 or any(w[0].islower() and w not in SMALL for w in words):
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


def furniture(
    text: str,
    start: int,
    end: int,
    found: Found,
    order: Order,
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
    label = LABEL.match(line)
    if label:
        return _labelled(text, start + label.end(), end, label["what"].lower(), found, order)
    if KIND_OF_TEXT.fullmatch(line):
        return "dateline"
    if m := _ISSUED_BY.match(line):
        name = re.split(r"(?:(?<!\s)\s*)?[,;|(.]|(?<!\s)\s+(?=[a-z])(?!(?:of|for|and|the|de|du)\b)", m[1])[0]
        found.put("outlet", name, (start + m.start(1), start + m.start(1) + len(name)))
        note_line(text, start, end, found, order)
        return "dateline"
    if BYLINE.match(line) and len(line) < 140:
        return _byline(text, start, end, found, order)
    if (m := _FROM_OUTLET.match(line)) and len(line) < 110 and all_names(m["name"]) and m["name"][0].isupper():
        found.put("outlet", m["name"], (start + m.start("name"), start + m.end("name")))
        if is_city(m["city"]):
            found.put("place", m["city"], (start + m.start("city"), start + m.end("city")))
        return "dateline"
    if DATE.search(line):
        parts = segments(text, start, end, order)
        loose = sum(len((value or "").split()) for role, value, _ in parts if role is None)
        if where := in_a_city(text, start, end):
            found.put("place_of_byline", text[slice(*where)], where)
        if (loose <= 4 and len(line) < 160) or (loose <= 9 and len(line) < 100 and not PROSE_END.search(line)):
            names = [p for p in parts if p[0] in ("place", "outlet", "label")]
            unknown = [p for p in names if p[0] == "place" and (p[1] or "").casefold() not in CITIES]
            for role, value, span in parts:
                if role in ("date", "outlet", "byline"):
                    found.put(role, value, span)
            place_or_outlet(names, unknown, found, titled="headline" in found.values or "|" in line)
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
    if (m := _FOR_IMMEDIATE_USE.search(line)) and all_names(line[: m.start()]):
        found.put("outlet", line[: m.start()], (start, start + m.start()))
        return "dateline"
    labelled = "headline" in found.values or any(KIND_OF_TEXT.fullmatch(text[a:b]) for a, b in top[:number])
    if labelled and "outlet" not in found.values and len(line) < 60 and OUTLET_WORD.search(line) and all_names(line):
        found.put("outlet", line, (start, end))
        return "dateline"
    tail = re.split(r"\s(?:\||-|–|—)\s", line)[-1]
    if tail != line and OUTLET_WORD.search(tail) and all_names(tail) and len(tail.split()) <= 5:
        found.put("page", tail, (end - len(tail), end))
    found.put("headline", line, (start, end))
    return "headline"


def _undated(text: str, start: int, end: int, found: Found, order: Order) -> str | None:
    """NAME, CITY or NAME in CITY: who signs, or whose paper it is."""
    line = text[start:end]
    if len(line) > 110:
        return None
    if _NAME_IN.match(line) and (where := in_a_city(text, start, end)):
        found.put("place_of_byline", text[slice(*where)], where)
        found.put("byline", line, (start, end))
        if whose := _FOR_OUTLET.search(line):
            found.put("outlet", whose[1], (start + whose.start(1), start + whose.end(1)))
        return "byline"
    parts = segments(text, start, end, order)
    if not 2 <= len(parts) <= 3 or not is_city(parts[-1][1]) or ":" in line or not all_names(line):
        return None
    (role, name, span), (_, city, where) = parts[0], parts[-1]
    if len((name or "").split()) > 6 or is_city(name):
        return None
    found.put("place", city, where)
    if role == "label":
        return "dateline"
    outlet = role == "outlet" or bool(MASTHEAD_WORD.search(name or ""))
    found.put("outlet" if outlet else "byline", name, span)
    return "dateline" if outlet else "byline"


def place_or_outlet(names: list[Part], unknown: list[Part], found: Found, *, titled: bool | None = None) -> None:
    """In a line of names and a date, a name that is no known city is the outlet if nothing else is. ``titled``: a
    single word may be an outlet here, since a headline stands above or bars divide the line."""
    titled = "headline" in found.values if titled is None else titled
    places = [p for p in names if p[0] == "place" and p not in unknown]
    for _, value, span in places:
        found.put("place", value, span)
    if not unknown:
        return
    has_outlet = any(p[0] == "outlet" for p in names) or "outlet" in found.values
    for _, value, span in unknown:
        if has_outlet or "masthead" in found.values or (value or "").isupper():
            if not NOT_A_PLACE.search(value or ""):
                found.put("place", value, span)
        elif len(unknown) == 1 and " " not in (value or "") and not has_outlet and not titled:
            found.put("place", value, span)
        else:
            has_outlet = True
            length = outlet_length(value or "")
            found.put("outlet", (value or "")[:length], (span[0], span[0] + length))


def note_line(text: str, start: int, end: int, found: Found, order: Order, *, outlet: bool = True) -> None:
    """Takes date, place and outlet from a line that has any."""
    for role, value, span in segments(text, start, end, order):
        if role == "date" or (role == "outlet" and outlet) or (role == "place" and is_city(value)):
            found.put(role, value, span)


def _labelled(text: str, start: int, end: int, what: str, found: Found, order: Order) -> str:
    kind = FIELD.get(what, "other")
    value = text[start:end].strip()
    if kind in ("date", "updated", "dateline"):
        for role, piece, span in segments(text, start, end, order):
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
        named = re.split(r"[<(,]", value, maxsplit=1)[0].rstrip()
        if kind == "outlet":
            named = named[: _length_in_domain(named, value)]
        found.put(kind, named, (start, start + len(named)))
    return "dateline"


def _length_in_domain(name: str, line: str) -> int:
    """Characters of ``name`` that the domain of the address behind it spells: "The Dispatch Hague Letter,
    letter@thedispatch.example"."""
    domain = _MAIL_DOMAIN.search(line)
    words = list(WORD.finditer(name))
    for word in reversed(words):
        spelt = re.sub(r"\W", "", name[: word.end()]).casefold()
        if domain and spelt in (domain[1].replace("-", "").casefold(), "the" + domain[1].replace("-", "").casefold()):
            return word.end()
    return len(name)


def _byline(text: str, start: int, end: int, found: Found, order: Order) -> str:
    """By NAME in PLACE, by NAME for OUTLET, by NAME, OUTLET | date."""
    stop = end
    for m in DATE.finditer(text, start, end):
        found.put("date", read_date(m, order), m.span())
        stop = min(stop, m.start())
    pieces = names(text, start, stop)
    for role, value, span in pieces[1:]:
        if role == "outlet":
            found.put("outlet", value, span)
        elif role == "place" and (value or "").casefold() in CITIES:
            found.put("place_of_byline", value, span)
    if where := _BYLINE_PLACE.search(text, start, stop):
        found.put("place_of_byline", where[1], where.span(1))
    name = pieces[0] if pieces else (None, text[start:stop].strip(), (start, stop))
    value, span = name[1] or "", name[2]
    if name[0] == "outlet":
        found.put("outlet", value, span)
        return "byline"
    by = BYLINE.match(value)
    staff = _STAFF_OF.fullmatch(value, by.end() if by else 0)
    if staff and staff[1].split()[0].casefold() not in ("our", "staff"):
        found.put("page", staff[1], (span[0] + staff.start(1), span[0] + staff.end(1)))
    for_outlet = re.search(r"(?<!\s)\s+(?:for|of)\s+(?:the\s+)?(\S.*)", value)
    if for_outlet and OUTLET_WORD.search(for_outlet[1]):
        found.put("outlet", for_outlet[1], (span[0] + for_outlet.start(1), span[0] + for_outlet.end(1)))
    found.put("byline", value, span)
    return "byline"


def masthead(text: str, start: int, end: int, top: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The outlet in a first line such as ``RADIO ADRIATICA - THE EVENING EDITION`` or ``The Straits Gazette``."""
    line = text[start:end].rstrip(" *#_=")
    if len(top) < 2 or len(line) > 110 or line[-1:] in ".!?":
        return None
    if m := _SELF_DESCRIBED.match(line) or _ITS_OWN.fullmatch(line):
        return start, start + m.end(1)
    first = _MASTHEAD_CUT.split(line)[0].strip("*#_ ")
    at = text.index(first, start) if first else start
    if (
        not all_names(first)
        or re.search(r"\d", first)
        or len(first.split()) > 7
        or KIND_OF_TEXT.fullmatch(first)
        or DATE.search(first)
    ):
        return None
    following = [text[a:b] for a, b in top[1:4]]
    dated = any((DATE.search(f) and len(f) < 120) or KIND_OF_TEXT.fullmatch(f) or LABEL.match(f) for f in following)
    if (_DASHED.search(line) and not dated) or BYLINE.match(line) or LABEL.match(line) or DATE.search(line):
        return None
    if not MASTHEAD_WORD.search(first):
        # A name over a line of date or number, with a headline still to come, is the paper's.
        titled = len(following) > 1 and not is_prose(following[1]) and not BYLINE.match(following[1])
        dated_next = bool(DATE.search(following[0])) and len(following[0]) < 60
        plain = dated_next and titled and len(first.split()) <= 4
        if not (ISSUE.search(following[0]) or plain or KIND_OF_OUTLET.match(following[0])):
            return None
    elif not dated or (len(first) == len(line) and len(first.split()) > 5):
        return None
    return at, at + len(first)


def _shouting(name: str) -> bool:
    return name.isupper() and len(name) > 5


def title(name: str) -> str:
    """A name in capitals, as it would be written."""
    if not _shouting(name):
        return name
    return " ".join(
        w.lower() if i and w in _SMALL_CAPITALS else w if len(w) <= 3 and w not in _SMALL_CAPITALS else w.capitalize()
        for i, w in enumerate(name.split())
    )
