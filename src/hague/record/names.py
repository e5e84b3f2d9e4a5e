"""Names in all their spellings to the ids that bear them.

``NameIndex`` answers three questions: which entries a loose name may mean (``hague show putin``), which known names
are nearest to one that is not on record, and, word by word, which names stand in a text (for ``hague.reading``).

Names are compared without case, accents, hyphens and apostrophes. Each name has a ``kind``: ``full`` means what it says
wherever it stands; ``short`` is a surname or another form that leans on its surroundings; ``code``, ``demonym`` and
``capital`` find an entry but are not its name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from hague.record import Record

Kind = Literal["full", "short", "code", "demonym", "capital"]

_WORD = re.compile(r"[^\W_]+")
_TABLES = ("states", "persons", "bodies", "situations", "places")
_TITLED = ("decisions", "declarations", "amendments", "resolutions", "positions", "acts", "crimes")
_PARTICLES = frozenset(
    [
        "al",
        "el",
        "ag",
        "abu",
        "ben",
        "bin",
        "ibn",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "du",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "dela",
        "ould",
    ]
)
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """A word without case, accents and other marks.

    >>> fold("Hofmański"), fold("ÇA")
    ('hofmanski', 'ca')
    """
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(c for c in bare if not unicodedata.combining(c)).lower()


_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "ß": "ss"})


def key(name: str) -> tuple[str, ...]:
    """The folded words of a name: what two spellings of it have in common.

    >>> key("Jean-Pierre Bemba"), key("Côte d’Ivoire"), key("U.S.")
    (('jean', 'pierre', 'bemba'), ('cote', 'd', 'ivoire'), ('u', 's'))
    """
    return tuple(fold(w) for w in _WORD.findall(name))


@dataclass(frozen=True)
class Named:
    """One name of one entry. ``spelling`` is the name as the record prints it, ``listed`` whether it does print it:
    a surname cut from a full name is not listed."""

    ident: str
    kind: Kind
    spelling: str
    listed: bool = True


class NameIndex:
    """All names of the record. Build it with ``NameIndex.of(record)`` or take ``record.names``."""

    def __init__(self, names: Iterator[Named]) -> None:
        self.by_key: dict[tuple[str, ...], list[Named]] = {}
        self.labels: dict[str, str] = {}
        for named in names:
            words = key(named.spelling)
            if not words:
                continue
            self.labels.setdefault(named.ident, named.spelling)
            bearers = self.by_key.setdefault(words, [])
            if all(b.ident != named.ident or b.kind == "short" != named.kind for b in bearers):
                bearers.append(named)

    @classmethod
    def of(cls, record: Record) -> NameIndex:
        return cls(_names_of(record))

    def label(self, ident: str) -> str:
        """The first name of an entry; the id itself if it is unknown."""
        return self.labels.get(ident, ident)

    def find(self, name: str) -> tuple[str, ...]:
        """The ids that ``name`` may mean, none if it is unknown: by id, by full name, else by any shorter form.

        An id may be given without its kind (``putin``, ``PSE``, ``vladimir-putin``).
        """
        given = name.strip()
        if given in self.labels:
            return (given,)
        tail = given.partition(":")[2] if given.partition(":")[0] in _PREFIXES else given
        by_id = self._by_tail.get(tail.casefold())
        if by_id and ":" in given:
            same = tuple(i for i in by_id if i.casefold() == given.casefold())
            return same or tuple(by_id)
        bearers = self.by_key.get(key(tail), [])
        for kind in ("full", "short", "code", "capital", "demonym"):
            found = tuple(b.ident for b in bearers if b.kind == kind)
            if found:
                return found
        if by_id:
            return tuple(by_id)
        words = set(key(tail))
        return tuple(i for i, own in self._words.items() if words and words <= own)[:20]

    def bearers(self, name: str, prefix: str) -> tuple[str, ...]:
        """Ids beginning with ``prefix`` that bear ``name`` in any of its kinds: ``("Israeli", "state:")``."""
        return tuple(dict.fromkeys(b.ident for b in self.by_key.get(key(name), ()) if b.ident.startswith(prefix)))

    def nearest(self, name: str, limit: int = 5) -> tuple[str, ...]:
        """Ids of the known names nearest to ``name`` in spelling, best first; empty if none is near."""
        from difflib import SequenceMatcher

        given = " ".join(key(name.partition(":")[2] if ":" in name else name))
        if not given:
            return ()
        scored: dict[str, float] = {}
        matcher = SequenceMatcher(b=given, autojunk=False)
        for words, bearers in self.by_key.items():
            matcher.set_seq1(" ".join(words))
            if matcher.real_quick_ratio() < _NEAR or matcher.quick_ratio() < _NEAR:
                continue
            ratio = matcher.ratio()
            if ratio >= _NEAR:
                for b in bearers:
                    scored[b.ident] = max(ratio, scored.get(b.ident, 0.0))
        ranked = sorted(scored, key=lambda i: (-scored[i], i))
        return tuple(ranked[:limit])

    @cached_property
    def _by_tail(self) -> dict[str, list[str]]:
        out: dict[str, list[str]] = {}
        for ident in self.labels:
            out.setdefault(ident.partition(":")[2].casefold() or ident.casefold(), []).append(ident)
            out.setdefault(ident.casefold(), []).append(ident)
        return out

    @cached_property
    def _words(self) -> dict[str, set[str]]:
        out: dict[str, set[str]] = {}
        for words, bearers in self.by_key.items():
            for b in bearers:
                out.setdefault(b.ident, set()).update(words)
        return out


_NEAR = 0.72
_PREFIXES = frozenset(
    [
        "state",
        "person",
        "org",
        "situation",
        "place",
        "chamber",
        "treaty",
        "decision",
        "declaration",
        "amendment",
        "resolution",
        "position",
        "act",
        "crime",
    ]
)


def _names_of(record: Record) -> Iterator[Named]:
    for s in record.states.values():
        yield Named(s.id, "full", s.name)
        yield Named(s.id, "full", s.official_name)
        for n in s.names:
            yield Named(s.id, "full", n.name)
        for code in (s.iso3, s.iso2):
            yield Named(s.id, "code", code)
        for d in s.demonyms:
            yield Named(s.id, "demonym", d)
        if s.capital:
            yield Named(s.id, "capital", s.capital)
    for p in record.persons.values():
        yield from _person_names(p.id, p.name, p.aliases)
    for b in record.bodies.values():
        yield Named(b.id, "full", b.name)
        for alias in b.aliases:
            yield Named(b.id, "full", alias)
        if b.kind == "chamber":
            yield Named(b.id, "full", b.name.replace("Pre-Trial Chamber", "PTC").replace("Trial Chamber", "TC"))
    for t in record.situations.values():
        yield from _situation_names(t.id, t.name, t.aliases)
    for place in record.places.values():
        yield Named(place.id, "full", place.name)
        for alias in place.aliases:
            yield Named(place.id, "full", alias)
    for table in _TITLED:
        for ident, entry in record.table(table).items():
            title = getattr(entry, "title", None) or getattr(entry, "name", None) or getattr(entry, "symbol", None)
            yield Named(ident, "short", title or ident.partition(":")[2])


def _situation_names(ident: str, name: str, aliases: tuple[str, ...]) -> Iterator[Named]:
    """A place alone is not the situation there; "the Darfur investigation" and "the situation in Darfur" are."""
    yield Named(ident, "full", name)
    for alias in (name, *aliases):
        place = _SITUATION_IN.sub("", alias)
        if place == alias and _SITUATION_WORD.search(alias):
            yield Named(ident, "full", alias)
            continue
        yield Named(ident, "full" if _NUMBERED.search(place) else "short", place)
        yield Named(ident, "full", f"situation in {place}")
        yield Named(ident, "full", f"situation in the {place}")
        yield Named(ident, "full", f"{place} situation")
        yield Named(ident, "full", f"{place} investigation")


_SITUATION_IN = re.compile(r"^(?:the )?situation in (?:the (?=[A-Z]))?|,? situation$|,? investigation$", re.I)
_NUMBERED = re.compile(r" I{1,3}$")
_SITUATION_WORD = re.compile(r"\b(?:situation|investigation|examination|flotilla|vessels)\b", re.I)


def _person_names(ident: str, name: str, aliases: tuple[str, ...]) -> Iterator[Named]:
    yield Named(ident, "full", name)
    for alias in aliases:
        yield Named(ident, "full" if len(key(alias)) > 1 else "short", alias)
    short = surnames(name)
    own = key(name)
    for whole in (name, *aliases):
        words = [m.group() for m in _WORD.finditer(whole)]
        if len(words) > 2 and words[0][:1].isupper() and fold(words[-1]) not in _SUFFIXES and "-" not in whole:
            yield Named(ident, "full", f"{words[0]} {words[-1]}", listed=False)
    known = {key(form) for form in short}
    middle = [
        key(a) for a in aliases if 1 < len(key(a)) < len(own) and own[-len(key(a)) :] == key(a) and key(a) not in known
    ]
    for form in short:
        if any(len(m) > len(key(form)) for m in middle):
            continue  # known as Shameem Khan, not as Khan
        yield Named(ident, "short", form, listed=False)


def surnames(name: str) -> tuple[str, ...]:
    """Short forms under which news names a person after the first time.

    >>> surnames("Christine Van den Wyngaert"), surnames("Omar al-Bashir"), surnames("Luis Moreno-Ocampo")
    (('Van den Wyngaert', 'Wyngaert'), ('al-Bashir', 'Bashir'), ('Moreno-Ocampo', 'Ocampo'))
    """
    spans = [m.span() for m in _WORD.finditer(name)]
    while spans and fold(name[slice(*spans[-1])]) in _SUFFIXES:
        spans.pop()
    if len(spans) < 2:
        return ()
    first = len(spans) - 1
    out = [name[spans[first][0] : spans[-1][1]]]
    if name[spans[first][0] - 1] == "-" and fold(name[slice(*spans[first - 1])]) not in _PARTICLES:
        first -= 1
        out.insert(0, name[spans[first][0] : spans[-1][1]])
    elif fold(name[slice(*spans[first - 1])]) in _PARTICLES:
        while first > 1 and fold(name[slice(*spans[first - 1])]) in _PARTICLES:
            first -= 1
        out.insert(0, name[spans[first][0] : spans[-1][1]])
    return tuple(out) if first else ()
