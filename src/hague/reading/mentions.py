"""Mentions: names in a text to the ids of the record, and "the court", "the office", articles of the Statute.

Names come from the record and nowhere else. The longest name wins. A surname counts where its bearer is clear: named in
full before, or known by it alone, and no other first name stands before it. "The court" is the Court unless another
court was spoken of last.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from hague.reading import roles, strangers
from hague.reading.model import Mention, Sentence
from hague.reading.wording import words as wordlist
from hague.record.names import Named, NameIndex, fold

if TYPE_CHECKING:
    from hague.record import Record

Type = Literal["person", "body", "state", "place", "treaty", "article", "situation", "unknown"]

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"(?:[ \t\u00a0\u2009\u202f]{1,3}|[ \t]{0,3}\r?\n[ \t]{0,3}|\.? ?[-‐‑–/] ?|\.[ \u00a0]?|[’'ʼ`]|, )")
_DOTTED_TAIL = re.compile(r"\.")
_TITLES = wordlist("""
    president prime minister premier chancellor king queen prince emir sheikh judge justice prosecutor
    registrar mr mrs ms miss dr sir lord lady general gen colonel col major commander chief senator secretary
    spokesman spokeswoman spokesperson ambassador foreign defense defence interior former deputy vice leader
    dictator strongman warlord suspect defendant mufti imam pope dame chairman chairwoman speaker mayor
    governor lawyer professor prof captain lieutenant lt sgt sergeant admiral brigadier marshal mullah
    ayatollah comrade brother counsel leaders ex presiding colleague rapporteur negotiator militia rebel
    warlord
    """)
_TITLES_OF_COURT = frozenset({"judge", "judges", "justice", "prosecutor", "registrar", "presiding", "president"})
_CASE_NUMBER = re.compile(r"-\d")
_BEFORE_US = wordlist("let to for give gave tell told of with all help join between among against by from on upon")
"""Words after which US is no State where everything is in capitals; CAR is none there at all."""
_OF_A_STATE = re.compile(r" of [A-Z]")
_SOMEONE_ELSE = "?"
_OPENERS = wordlist("""
    the a an on in at after before when while since until as if but and or yet so then for from with by to of
    that this these those his her its their both neither either although though because once where who whom
    whose what why how yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december earlier later
    meanwhile however still now here there did does do is are was were has have had will would could should
    can may might must not no like unlike under over against asked according said says also only even last
    next later instead despite besides between among about around during through if whether former prosecutors
    judges lawyers supporters critics officials rebels fighters troops forces soldiers both senator
    """)
_BODY_WORD = wordlist("""
    times post news radio television tv herald tribune gazette journal today telegraph standard star mail
    daily weekly defense defence forces force army police parliament foundation institute university bank
    airways airlines football broadcasting press agency observer monitor guardian mirror express chronicle
    review magazine club church party union liberation front movement national federation association society
    committee commission council court tribunal dialogue delta river street avenue square road building hotel
    airport embassy house stadium
    """)
_PRECEDING_BODY = wordlist(
    "university bank radio republic bar college embassy church new north south east west northern"
)
_NOT_THE_STATE = frozenset(
    {("new", "mexico"), ("northern", "ireland"), ("inner", "mongolia"), ("south", "georgia"), ("south", "korea"),
     ("north", "korea"), ("new", "guinea"), ("new", "jersey"), ("british", "guiana")}
)  # fmt: skip
_FIRST_NAMES = wordlist("jordan chad georgia israel kenya cuba ireland india china francia malta")
_STATE_MODIFIERS = wordlist("senate congress house navy army air department treasury state supreme marine")
_COMMON_NOUNS = frozenset({"situation", "investigation", "in", "on", "of", "the", "for", "and"})
_ALSO_A_WORD = frozenset({"amnesty", "sang", "said", "banda", "moon"})
"""Names that begin a sentence as common words do."""
_LOWER_BODIES = frozenset(
    {("rome", "statute"), ("appeals", "chamber"), ("office", "of", "the", "prosecutor"),
     ("trust", "fund", "for", "victims"),
     ("prosecutor", "s", "office"), ("security", "council"), ("assembly", "of", "states", "parties")}
)  # fmt: skip


def find(
    text: str, sentences: Sequence[Sentence], record: Record, anchor: date | None = None
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """The mentions of ``text`` in order, none within another; and persons named by an office alone.

    Dateline and byline are left out. ``anchor``, the report's date, decides who held an office.
    """
    spans = [s for s in sentences if s.kind not in ("dateline", "byline", "turn")]
    names = _names(text, spans, record.names)
    taken = [(m.start, m.end) for m in names]
    articles = [m for m in _articles(text, spans) if not _overlaps(taken, m.start, m.end)]
    found = sorted([*names, *articles], key=lambda m: m.start)
    found += _definite(text, spans, found, _of_prosecution(record))
    found.sort(key=lambda m: m.start)
    demonyms = _lookup(record.names)[1]
    found += strangers.find(text, spans, found, _TITLES, _OPENERS | demonyms)
    found.sort(key=lambda m: m.start)
    named = [(m.start, m.end) for m in found]
    held = (r for r in roles.find(text, spans, record, anchor) if not _overlaps(named, r.start, r.end))
    return tuple(found), tuple(held)


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_right(taken, (start, 1 << 60))
    return (at > 0 and taken[at - 1][1] > start) or (at < len(taken) and taken[at][0] < end)


# -- names ----------------------------------------------------------------------------------------------


def _names(text: str, spans: Sequence[Sentence], index: NameIndex) -> list[Mention]:
    lookup, demonyms = _lookup(index)
    telling = _Telling()
    out: list[Mention] = []
    for span in spans:
        words = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(text, span.start, span.end)]
        telling.shouting = text[span.start : span.end].isupper()
        folded = [fold(w) for _, _, w in words]
        at = 0
        while at < len(words):
            by_first = lookup.get(folded[at])
            if by_first is not None:
                step = _at(text, words, folded, at, by_first, telling, demonyms, out)
                if step:
                    at += step
                    continue
            at += 1
    return out


Lookup = dict[str, list[tuple[tuple[str, ...], list[Named]]]]


@lru_cache(maxsize=4)
def _lookup(index: NameIndex) -> tuple[Lookup, frozenset[str]]:
    """First word of a name -> the names that begin with it, longest first; and the words for peoples."""
    out: Lookup = {}
    demonyms = set()
    for words, bearers in index.by_key.items():
        useful = [b for b in bearers if b.kind in ("full", "short") and _is_name(b, words)]
        if useful:
            out.setdefault(words[0], []).append((words, useful))
        if any(b.kind == "demonym" for b in bearers):
            demonyms.add(words[-1])
    for listed in out.values():
        listed.sort(key=lambda pair: -len(pair[0]))
    return out, frozenset(demonyms)


_KINDS = ("state", "person", "situation", "org", "chamber", "treaty", "place")
_PLAIN = {"icc", "otp", "registry", "presidency", "asp", "tfv"}


def _is_name(named: Named, words: tuple[str, ...]) -> bool:
    """Whether a name of the record stands for its bearer in running text."""
    kind = named.ident.partition(":")[0]
    if kind not in _KINDS and named.ident not in _PLAIN:
        return False
    if named.spelling.lower().startswith("the ") and len(words) == 2:
        return False  # "the court", "the office": see _definite
    if kind == "situation" and named.kind == "short":
        return False
    if kind == "person" and words[0] in _TITLES and len(words) > 1:
        return False  # "President Trump" is the mention Trump
    if len(words) == 1 and ((named.spelling[0].islower() and named.spelling.islower()) or len(named.spelling) < 2):
        return False
    return named.ident not in ("registry", "presidency") or len(words) > 1


class _Telling:
    """Who has been named in full so far, the last first; and whether the sentence at hand is all in capitals, where
    a capital beside a name tells nothing."""

    def __init__(self) -> None:
        self.order: list[str] = []
        self.shouting = False

    def add(self, ident: str) -> None:
        if ident in self.order:
            self.order.remove(ident)
        self.order.insert(0, ident)

    def first_of(self, idents: Iterable[str]) -> str | None:
        wanted = set(idents)
        return next((i for i in self.order if i in wanted), None)


Words = list[tuple[int, int, str]]


def _at(
    text: str,
    words: Words,
    folded: list[str],
    at: int,
    by_first: list[tuple[tuple[str, ...], list[Named]]],
    telling: _Telling,
    demonyms: frozenset[str],
    out: list[Mention],
) -> int:
    """Takes the longest name at word ``at``; how many words it has, or 0."""
    for key, bearers in by_first:
        n = len(key)
        if at + n > len(words) or tuple(folded[at : at + n]) != key:
            continue
        if any(not _GAP.fullmatch(text, words[i][1], words[i + 1][0]) for i in range(at, at + n - 1)):
            continue
        fitting = [b for b in bearers if _cased(b, key, words[at : at + n])]
        if not fitting:
            continue
        mention = _choose(text, words, folded, at, n, fitting, telling, demonyms)
        if mention is not None:
            out.append(mention)
            return n
        if n > 1:
            return 0
    return 0


def _cased(named: Named, key: tuple[str, ...], words: Words) -> bool:
    """Names have capitals where the record's spelling has them; abbreviations are all capitals."""
    printed = _WORD.findall(named.spelling)
    if key in _LOWER_BODIES:
        return True
    if len(printed) != len(words):
        return all(w[0].isupper() for _, _, w in words)
    for have, (_, _, want) in zip(printed, words, strict=True):
        if have.lower() in _COMMON_NOUNS:
            continue
        if have[0].isupper() and not want[0].isupper():
            return False
        if have.isupper() and 1 < len(have) <= 6 and len(printed) <= 2 and not want.isupper():
            return False
        if have.isupper() and len(have) == 1 and len(printed) <= 3 and len(want) == 1 and not want.isupper():
            return False
    if len(printed) == 1 and named.ident.startswith("person:"):
        return words[0][2][0].isupper()
    return True


def _choose(
    text: str,
    words: Words,
    folded: list[str],
    at: int,
    n: int,
    bearers: list[Named],
    telling: _Telling,
    demonyms: frozenset[str],
) -> Mention | None:
    start, end = words[at][0], words[at + n - 1][1]
    if end < len(text) and text[end] == "." and re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", text[start:end]):
        end += 1
    if folded[at + n - 1] in ("jr", "sr") and text[end : end + 1] == ".":
        end += 1
    if n == 1 and _CASE_NUMBER.match(text, end):
        return None
    full = [b for b in bearers if b.kind == "full"]
    short = [b for b in bearers if b.kind == "short"]
    if full and not full[0].ident.startswith("person:"):
        if folded[at] == "security" and ((at and folded[at - 1] == "national") or _OF_A_STATE.match(text, end)):
            return None
        state = next((b for b in full if b.ident.startswith("state:")), None)
        chosen = state or full[0]
        if chosen.ident.startswith("state:") and not _is_state(text, words, folded, at, n, telling.shouting):
            return None
        if n == 1 and folded[at] in _ALSO_A_WORD and at == 0:
            return None
        if len({b.ident for b in full}) > 1 and state is None:
            return _mention(start, end, None, chosen.ident, tuple(sorted({b.ident for b in full})))
        return _mention(start, end, chosen.ident, chosen.ident)
    if full:
        idents = sorted({b.ident for b in full})
        if len(idents) > 1:
            known = telling.first_of(idents)
            return _mention(start, end, known, idents[0], () if known else tuple(idents))
        if n == 2 and not telling.shouting and _part_of_longer_name(text, words, at, n):
            return None
        telling.add(idents[0])
        return _mention(start, end, idents[0], idents[0])
    return _surname(text, words, folded, at, n, short, telling, demonyms, (start, end))


def _surname(
    text: str,
    words: Words,
    folded: list[str],
    at: int,
    n: int,
    bearers: list[Named],
    telling: _Telling,
    demonyms: frozenset[str],
    span: tuple[int, int],
) -> Mention | None:
    idents = list(dict.fromkeys(b.ident for b in bearers if b.ident.startswith("person:")))
    if not idents:
        return None
    titled = of_court = False
    if at and text[words[at - 1][1] : words[at][0]] in (" ", "\u00a0", ". ", "\n"):
        before = words[at - 1][2]
        if before[0].isupper() and not telling.shouting:
            titled = folded[at - 1] in _TITLES
            of_court = folded[at - 1] in _TITLES_OF_COURT
            opener = folded[at - 1] in _OPENERS
            if not titled and not opener and folded[at - 1] not in demonyms and text[words[at - 1][1]] != ".":
                telling.add(_SOMEONE_ELSE + folded[at])
                return None
    if at + n < len(words) and text[words[at + n - 1][1] : words[at + n][0]] == " ":
        after = words[at + n][2]
        if after[0].isupper() and not telling.shouting:
            return None
    listed = [b.ident for b in bearers if b.listed and b.ident.startswith("person:")]
    # The one known by this name alone comes first, then the one named last.
    known = telling.first_of(listed if len(listed) == 1 else ()) or telling.first_of(
        [*idents, _SOMEONE_ELSE + folded[at]]
    )
    if known:
        return None if known.startswith(_SOMEONE_ELSE) else _mention(*span, known, known)
    if at == 0 and folded[at] in _ALSO_A_WORD:
        return None
    if len(listed) == 1:
        return _mention(*span, listed[0], listed[0])
    if len(idents) == 1 and (of_court or listed):
        return _mention(*span, idents[0], idents[0])
    if len(idents) > 1 and (titled or listed):
        return _mention(*span, None, "person:", tuple(idents))
    return None


def _part_of_longer_name(text: str, words: Words, at: int, n: int) -> bool:
    """Ali Muhammad of "Ali Muhammad Hassan": another capitalised word follows without a mark between."""
    if at + n >= len(words) or text[words[at + n - 1][1] : words[at + n][0]] != " ":
        return False
    after = words[at + n][2]
    return after[0].isupper() and len(after) > 2 and fold(after) not in _OPENERS and fold(after) not in _TITLES


def _is_state(text: str, words: Words, folded: list[str], at: int, n: int, shouting: bool) -> bool:
    """Whether a State's name stands for it and is not a piece of another name (Kenya Airways, New Mexico)."""
    if shouting:
        pronoun = folded[at] == "us" and at > 0 and folded[at - 1] in _BEFORE_US
        return n > 1 or not (pronoun or folded[at] == "car")
    if at:
        joined = text[words[at - 1][1] : words[at][0]]
        before = folded[at - 1]
        if joined == " " and words[at - 1][2][0].isupper() and n == 1:
            if (before, folded[at]) in _NOT_THE_STATE:
                return False
            if before == "st" or (before in _PRECEDING_BODY and before == "radio"):
                return False
        if before == "of" and at > 1 and folded[at - 2] in ("university", "bank") and words[at - 2][2][0].isupper():
            return False
        if joined == "-" and words[at - 1][2][0].isupper():
            return False
    if at + n < len(words):
        gap = text[words[at + n - 1][1] : words[at + n][0]]
        after = words[at + n][2]
        if gap == " " and after[0].isupper():
            if folded[at + n] in _BODY_WORD and words[at][2] not in ("US", "UN", "UK", "EU", "U"):
                return False
            if n == 1 and folded[at] in _FIRST_NAMES and folded[at + n] not in _TITLES:
                return False
        if gap == "-" and after[0].isupper() and n == 1:
            return folded[at] not in ("guinea", "congo", "timor")
    return True


_TYPE: dict[str, Type] = {
    "state": "state", "person": "person", "situation": "situation", "place": "place", "treaty": "treaty",
}  # fmt: skip


def _mention(start: int, end: int, entity: str | None, kind: str, candidates: tuple[str, ...] = ()) -> Mention:
    type_ = _TYPE.get(kind.partition(":")[0], "body")
    return Mention(start=start, end=end, entity=entity, type=type_, candidates=candidates)


# -- articles -------------------------------------------------------------------------------------------

_ARTICLE = re.compile(
    r"\b(?P<head>[Aa]rt(?:icle|icles)?\.?|ARTICLES?)[ \u00a0](?P<first>\d{1,3}(?!\d)(?:[ -]?(?:bis|"
    r"ter)\b)?(?:\(\w{1,4}\)){0,4})"
    r"(?P<more>(?:(?:,|,? and|,? or|,? to|[-–])[ \u00a0]?\d{1,3}(?![\d.])(?:[ -]?(?:bis|"
    r"ter)\b)?(?:\(\w{1,4}\)){0,4}){0,8})"
)
_NUMBER = re.compile(r"(\d{1,3})(?:[ -]?(bis|ter)\b)?(?:\(\w{1,4}\)){0,4}")
_OTHER_LAW = re.compile(
    r"(?:\([^()]{1,20}\))*,? (?:of|in|under|to) (?:the |its |their |that |a )?(?:[\w’'-]+ ){0,4}?"
    r"(?:charter|constitution|convention|conventions|code|covenant|treaty|protocol|agreement|penal|regulations|"
    r"rules|act|law)\b",
    re.I,
)
_OTHER_LAW_BEFORE = re.compile(
    r"\b(?:charter|constitution|convention|code|covenant|treaty|protocol|agreement|regulations?|rules?)(?:[’']s|,)? $",
    re.I,
)
_LAST_ARTICLE = 128


def _articles(text: str, spans: Sequence[Sentence]) -> Iterator[Mention]:
    for span in spans:
        for m in _ARTICLE.finditer(text, span.start, span.end):
            before = text[max(span.start, m.start() - 40) : m.start()]
            after = text[m.end() : min(span.end, m.end() + 70)]
            if _OTHER_LAW_BEFORE.search(before):
                continue
            other = _OTHER_LAW.match(after)
            if other and "rome" not in other.group().lower() and "statute" not in other.group().lower():
                continue
            numbers = list(_NUMBER.finditer(text, m.start("first"), m.end()))
            for i, number in enumerate(numbers):
                if 1 <= int(number[1]) <= _LAST_ARTICLE:
                    start = m.start() if i == 0 else number.start()
                    entity = f"article:{number[1]}{number[2] or ''}"
                    yield Mention(start=start, end=number.end(), entity=entity, type="article")


# -- the court, the office, the statute -----------------------------------------------------------------

_DEFINITE = re.compile(
    r"\b(?:[Hh]is|[Hh]er)[ \u00a0](?P<o>office)\b|\b(?:[Tt]he|THE)[ \u00a0\n](?P<a>court|Court|COURT|tribunal|"
    r"Tribunal|office|Office|statute|Statute|Council|Assembly|Registry|"
    r"registry|Presidency)\b|\b(?:[Cc]ourt|ICC|[Ii]ts|"
    r"[Ff]ounding)(?:[’']s)?[ \u00a0](?:founding[ \u00a0])?(?P<b>[Ss]tatute)\b"
)
_OTHER_COURT = re.compile(
    r"\b(?:[Ss]upreme|[Cc]onstitutional|[Hh]igh|[Dd]istrict|[Ff]ederal|[Mm]ilitary|[Rr]egional|[Nn]ational|[Ll]ocal|"
    r"[Dd]omestic|"
    r"[Ss]pecial|[Hh]ybrid|[Aa]ppeals?|[Cc]rown|[Cc]ivil|[Cc]riminal|[Aa]dministrative|[Ee]uropean|African|Kenyan|"
    r"[A-Z]\w+n)"
    r"[ \u00a0](?:[A-Z]\w+[ \u00a0]|of[ \u00a0]|criminal[ \u00a0]|appeals?[ \u00a0]|high[ \u00a0]|supreme[ \u00a0]|"
    r"constitutional[ \u00a0]){0,3}"
    r"(?:[Cc]ourts?|[Tt]ribunals?)\b|\b(?:a|another|one|any|each|some)[ \u00a0](?:[\w-]+[ \u00a0]){0,2}(?:court|"
    r"tribunal)\b(?!’s|'s)"
    r"|\b(?:International Court of Justice|ICJ|World Court|[Cc]ourt of [Aa]ppeals?|[Cc]ourt of [A-Z]\w+)\b"
)
_NOT_ICC_AFTER = re.compile(
    r"[ \u00a0](?:of (?:appeals?|cassation|justice|first|human|arbitration|final|public)|in (?!The Hague)[A-Z]|"
    r"there\b|room\b|martial\b)"
)
_OFFICE_OF = re.compile(r"[ \u00a0](?:of|for|in|at)\b")
_PROSECUTION = re.compile(r"\b(?:[Pp]rosecut(?:or|ors|ion)|OTP)\b")
_ICC_HINT = re.compile(r"\bInternational Criminal Court\b|\bICC\b|\bRome Statute\b|\bHague\b|\bCriminal Court\b")


@lru_cache(maxsize=4)
def _of_prosecution(record: Record) -> frozenset[str]:
    return frozenset(p.id for p in record.persons.values() if any(o.body == "otp" for o in p.offices))


def _definite(
    text: str, spans: Sequence[Sentence], names: Sequence[Mention], of_prosecution: frozenset[str]
) -> list[Mention]:
    """ "The court" where the Court is meant, "the office" of its Prosecutor, "the statute"."""
    named = {m.entity for m in names}
    if "icc" not in named and not _ICC_HINT.search(text):
        return []
    taken = [(m.start, m.end) for m in names]
    starts = [m.start for m in names]
    out: list[Mention] = []
    last_court = "icc"
    prosecution_at = -10_000
    paragraph = -1
    for span in spans:
        if span.paragraph != paragraph:
            paragraph, last_court = span.paragraph, "icc"
        inside = names[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        own = [m for m in inside if m.entity == "icc"]
        courts = [(m.start, "icc") for m in own]
        for m in _OTHER_COURT.finditer(text, span.start, span.end):
            if not any(o.start <= m.start() < o.end for o in own):
                courts.append(
                    (m.start(), "Other" if m.group().rstrip("s").endswith(("Court", "Tribunal")) else "other")
                )
        offices = [m.start() for m in _PROSECUTION.finditer(text, span.start, span.end)]
        offices += [m.start for m in inside if m.entity in of_prosecution or m.entity == "otp"]
        courts.sort()
        seen = 0
        for m in _DEFINITE.finditer(text, span.start, span.end):
            group = "a" if m["a"] else "b" if m["b"] else "o"
            start, end = m.span(group)
            if _overlaps(taken, start, end):
                continue
            while seen < len(courts) and courts[seen][0] < m.start():
                last_court = courts[seen][1]
                seen += 1
            prosecution_at = max([prosecution_at, *(o for o in offices if o < start)])
            word = m[group].lower()
            if group == "o" and not any(n.entity in of_prosecution and n.start < start for n in inside):
                continue
            entity = _meant(text, word, m[group], end, last_court, start - prosecution_at, named)
            if entity:
                out.append(Mention(start=start, end=end, entity=entity, type=_type_of(entity)))
        while seen < len(courts):
            last_court = courts[seen][1]
            seen += 1
        prosecution_at = max([prosecution_at, *offices])
    return out


def _type_of(entity: str) -> Type:
    return "treaty" if entity.startswith("treaty:") else "body"


def _meant(
    text: str, word: str, printed: str, end: int, last_court: str, since_prosecution: int, named: set[str | None]
) -> str | None:
    after = text[end : end + 24]
    if word in ("court", "tribunal"):
        if _NOT_ICC_AFTER.match(after) or last_court == "Other" or (last_court == "other" and printed[0].islower()):
            return None
        return "icc"
    if word == "statute":
        return None if after.startswith(" of limitation") else "treaty:rome-statute"
    if word == "office":
        if _OFFICE_OF.match(after):
            return None
        return "otp" if printed == "Office" or since_prosecution < 2_500 else None
    if word == "council":
        return "org:unsc" if "org:unsc" in named else None
    if word == "assembly":
        return "asp" if "asp" in named else None
    if word == "registry":
        return "registry"
    return "presidency" if word == "presidency" and printed == "Presidency" else None
