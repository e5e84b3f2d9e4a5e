"""What rulings and events on record say, against clauses that no other row decides.

An entry of the record (a decision with the events that carry it out, an event, an act, a resolution, a position) is
taken with the words, names, numbers and days in it. A clause about the same person or situation is supported where one
entry carries nearly all that it says and nothing it says is missing from that entry: every name, number and date, and
the same polarity. It is contradicted only where all else agrees and one quantity of the same kind has another value.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from calendar import month_name
from collections import Counter
from collections.abc import Iterable, Iterator
from copy import copy
from functools import cache
from math import log
from pathlib import Path
from typing import Any, NamedTuple

from hague.checking import when
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.reading.model import Report
from hague.record import Record, days
from hague.record.known import public_day
from hague.record.model import Event, Person

ENOUGH = 0.68
"""Share of what a clause says, by weight, that an entry must carry."""
SEEN = 2
"""Content words that must agree, names and numbers among them."""
ALL_BUT = 0.85
"""Share that must agree, the quantity left out, before another quantity makes a clause wrong."""
MEASURED = frozenset(("money", "victim", "vote", "count"))
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:,\d{3})+|\d+(?:\.\d+)?")
SENTENCE = re.compile(r"(?<=[.;:])\s+")
MONTHS = tuple(month_name[1:])
DATE = re.compile(rf"\b(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}) (\d{{4}})\b|\b(1[89]\d\d|20\d\d)\b")
SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_DATA: dict[str, Any] = tomllib.loads(Path(__file__).with_name("holdings.toml").read_text(encoding="utf-8"))
SUFFIXES = tuple(_DATA["suffixes"].split())
NUMBERS = {word: i for i, word in enumerate(_DATA["numbers"].split())}
NEGATORS = frozenset(_DATA["negators"].split())
POINTING = frozenset(_DATA["pointing"].split())
COMMON = frozenset(_DATA["common"].split())
UNITS = {noun: unit for unit, nouns in _DATA["units"].items() for noun in nouns.split()}
UNSURE = ("plan", "opinion", "future")


class Entry(NamedTuple):
    """One passage of the record: ids, what it concerns, days, words by sentence, numbers, and its sources."""

    ids: tuple[str, ...]
    concerns: frozenset[str]
    by: frozenset[str]
    on: tuple[str, ...]
    known: str | None
    text: str
    sentences: tuple[frozenset[str], ...]
    denies: tuple[bool, ...]
    words: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[float]
    counted: frozenset[tuple[str, float]]
    sources: tuple[str, ...]
    articles: tuple[str, ...]
    about: str


class Holdings:
    """The entries of a record, by the person, situation or State that they concern."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.entries = list(_entries(record))
        counts: Counter[str] = Counter()
        for entry in self.entries:
            counts.update(entry.words)
        n = len(self.entries)
        self.weights = {w: max(0.25, log(n / c) / log(n)) for w, c in counts.items()}
        self.by_topic: dict[str, list[int]] = {}
        for i, entry in enumerate(self.entries):
            for topic in entry.concerns:
                self.by_topic.setdefault(topic, []).append(i)

    def decide(self, q: Question, report: Report) -> tuple[Finding, str] | None:
        """What the entries say of the clause of ``q``, and the topic; ``None`` where they do not settle it."""
        prop = q.prop
        hedge = (prop.hedge or "").split(":")[0]
        if hedge in UNSURE or prop.conditional or prop.question:
            return None
        asked = Asked(q, report)
        if asked.weight(self.weights) < 0.5 and not (asked.names or asked.numbers):
            return None
        best: tuple[float, Entry] | None = None
        others: list[Entry] = []
        for i in self._near(asked, report):
            entry = self.entries[i]
            if q.today is not None and entry.known is not None and days.last(entry.known) > q.today:
                continue
            score = self._carries(asked, entry)
            if score and (best is None or score > best[0]):
                best = (score, entry)
            elif best is None and self._differs(asked, entry):
                others.append(entry)
        if best is None and len(others) == 1:
            right = f"{others[0].text.rstrip('.')} ({days.in_words(others[0].on[0])})."
            return Finding(False, right, right, others[0].sources, others[0].ids, others[0].articles), others[0].about
        if best is None:
            return None
        entry = best[1]
        day = f" ({days.in_words(entry.on[0])})" if entry.on else ""
        finding = Finding(
            True,
            f"{entry.text.rstrip('.')}{day}.",
            None,
            entry.sources,
            entry.ids,
            entry.articles,
            general=True,
            polar=False,
        )
        return finding, entry.about

    def _near(self, asked: Asked, report: Report) -> list[int]:
        topics = asked.topics or {
            m.entity
            for m in report.mentions
            if m.entity and m.entity.partition(":")[0] in ("person", "situation", "state")
        }
        return sorted({i for t in topics for i in self.by_topic.get(t, ())})

    def _differs(self, asked: Asked, entry: Entry) -> bool:
        """Whether the entry says the same of a dated or named thing with another quantity or another majority."""
        if asked.negated or (not asked.dates and not asked.persons & entry.concerns):
            return False
        if "unanimous" in asked.words and "unanimous" not in entry.words and "majority" in entry.words:
            return self._carries(asked.without("unanimous"), entry, least=1) >= ALL_BUT
        wrong = [(unit, n) for unit, n in asked.counted if (unit, n) not in entry.counted]
        if len(wrong) != 1 or not asked.numbers - entry.numbers <= {wrong[0][1]}:
            return False
        there = [n for unit, n in entry.counted if unit == wrong[0][0]]
        return len(there) == 1 and self._carries(asked.without(wrong[0][1]), entry, least=1) >= ALL_BUT

    def _carries(self, asked: Asked, entry: Entry, least: int = SEEN) -> float:
        """The share of the clause that the entry carries; 0 where a name, number, day or the polarity differs."""
        if asked.persons and not asked.persons & entry.concerns:
            return 0
        if asked.chambers and entry.by and not asked.chambers & entry.by:
            return 0
        if not asked.names <= entry.names or not asked.numbers <= entry.numbers:
            return 0
        if any(not any(when.agrees(p, "on", span) for p in entry.on) for span in asked.dates):
            return 0
        shared = asked.words & entry.words
        extra = len(asked.names) + len(asked.numbers) + len(asked.dates)
        if len(shared) + min(extra, 1) < least or not shared:
            return 0
        total = sum(self.weights.get(w, 1.1) for w in asked.words)
        share = sum(self.weights[w] for w in shared) / total
        if share < ENOUGH:
            return 0
        closest = max(range(len(entry.sentences)), key=lambda k: len(shared & entry.sentences[k]))
        if entry.denies[closest] != asked.negated:
            return 0
        return share


class Asked:
    """What a clause says, in the terms of ``Entry``."""

    def __init__(self, q: Question, report: Report) -> None:
        prop, text = q.prop, report.text
        start, end = prop.span.start, prop.span.end
        self.negated = prop.negated
        held: list[tuple[int, int]] = [(t.start, t.end) for t in prop.times]
        self.persons: set[str] = set()
        self.chambers: set[str] = set()
        self.topics: set[str] = set()
        for name, a in prop.roles.items():
            kind, _, slot = name.partition(".")
            if kind == "cue" or kind == "number" or kind == "word" or a.entity is None:
                continue
            if start <= a.span.start and a.span.end <= end and a.value not in ("pronoun",):
                held.append((a.span.start, a.span.end))
            if kind == "person":
                if not slot.startswith("context"):
                    self.persons.add(a.entity)
                self.topics.add(a.entity)
            elif kind == "chamber":
                self.chambers.add(a.entity)
            elif kind in ("situation", "state", "people"):
                self.topics.add(a.entity)
        self.dates = [
            span for t in prop.times if (span := when.interval(t.value, q.today)) and t.value != "PRESENT_REF"
        ]
        self.numbers: set[float] = set()
        self.counted = {c for c in _numbers(text[start:end])[1] if c[0] in MEASURED}
        self.names: set[str] = set()
        self.words: set[str] = set()
        tokens = [(m.start(), m.group()) for m in WORD.finditer(text, start, end)]
        scale = 1
        for i, (at, word) in enumerate(tokens):
            if any(a <= at < b for a, b in held):
                continue
            value = _number(word)
            if (
                value is not None
                and value <= 3
                and not word[0].isdigit()
                and (value == 1 or tokens[i - 1][1].lower() in POINTING)
            ):
                continue  # "the two" points back
            if value is not None:
                scale = SCALES.get(tokens[i + 1][1].lower(), 1) if i + 1 < len(tokens) else 1
                self.numbers.add(value * scale)
            elif i and word[:1].isupper() and len(word) > 2 and text[at - 2 : at] not in (". ", "“", '" '):
                if word.lower() not in COMMON and word.lower() not in MONTHS:
                    self.names.add(_plain(word))
            else:
                lemma = _lemma(word)
                if lemma and word.lower() not in SCALES and word.lower() not in NEGATORS:
                    self.words.add(lemma)

    def without(self, item: str | float) -> Asked:
        """The same but for one word or number."""
        other = copy(self)
        other.words = {w for w in self.words if w != item}
        other.numbers = {n for n in self.numbers if n != item}
        return other

    def weight(self, weights: dict[str, float]) -> float:
        return sum(weights.get(w, 1.0) for w in self.words)


# -- the entries -------------------------------------------------------------------------------------------


def _entries(record: Record) -> Iterator[Entry]:
    tied: dict[str, list[tuple[str, Event, str]]] = {}
    for person in record.persons.values():
        for e in person.history:
            said = (
                f"{person.name}: {e.event.replace('-', ' ')}." + (f" {e.text}" if e.text else "") + _charges(person, e)
            )
            if e.decision:
                tied.setdefault(e.decision, []).append((person.id, e, said))
            yield _entry((person.id,), {person.id, person.situation or ""}, e, said, "verdict", e.by)
    for situation in record.situations.values():
        for s in situation.history:
            said = f"{situation.name}: {s.event.replace('-', ' ')}." + (f" {s.text}" if s.text else "")
            if s.decision:
                tied.setdefault(s.decision, []).append((situation.id, s, said))
            yield _entry((situation.id,), {situation.id, *situation.states}, s, said, "investigation", s.by)
    for d in record.decisions.values():
        events = [said for _, _, said in tied.get(d.id, ())]
        text = f"{d.title}. {d.holding}" + (f" {d.note}" if d.note else "")
        concerns = {d.id, *d.persons, *d.concerns, d.situation or "", *(i for i, _, _ in tied.get(d.id, ()))}
        yield _entry((d.id,), concerns, d, text, _DATA["topics"].get(d.subject, "other"), d.by, events, d.articles)
    for r in record.resolutions.values():
        votes = _votes(r.votes)
        situation_of = record.situations.get(r.situation or "")
        concerns = {r.id, r.situation or "", *(situation_of.states if situation_of else ())}
        yield _entry(
            (r.id,),
            concerns,
            r,
            f"Resolution {r.symbol}. {r.text} {votes}" + (f" {r.note}" if r.note else ""),
            "situation",
            ("org:unsc",),
        )
    for a in record.acts.values():
        yield _entry((a.id,), {a.id, *a.by, *a.against}, a, a.text, "other", ())
    for p in record.positions.values():
        yield _entry((p.id,), {p.id, p.holder, p.about}, p, p.text + (f" {p.ground}" if p.ground else ""), "other", ())
    for c in record.declarations.values():
        yield _entry((c.id, c.state), {c.state, c.id}, c, c.text, "jurisdiction", ())


def _entry(
    ids: tuple[str, ...], concerns: set[str], fact: Event, text: str, about: str, by: tuple[str, ...],
    events: Iterable[str] = (), articles: tuple[str, ...] = (),
) -> Entry:  # fmt: skip
    whole = " ".join((text, *events))
    parts = [p for p in SENTENCE.split(whole) if p]
    words = tuple(frozenset(filter(None, map(_lemma, WORD.findall(p)))) for p in parts)
    numbers, counted = _numbers(whole)
    return Entry(
        ids=ids,
        concerns=frozenset(concerns - {""}),
        by=frozenset(b for b in by if b.startswith("chamber:")),
        on=(fact.on, *_dates(whole)),
        known=public_day(fact),
        text=text,
        sentences=words,
        denies=tuple(any(w in NEGATORS for w in re.findall(r"n't|\w+", p.lower())) for p in parts),
        words=frozenset().union(*words),
        names=frozenset(_plain(w) for w in WORD.findall(whole)),
        numbers=numbers,
        counted=counted,
        sources=fact.sources,
        articles=articles,
        about=about,
    )


def _charges(person: Person, e: Event) -> str:
    """The charges of which a warrant, a confirmation or a judgment speaks, as words."""
    if getattr(e, "event", "") not in ("warrant-issued", "warrant-unsealed", "summons-issued", "charges-confirmed"):
        return ""
    day = days.last(e.on)
    acts = dict.fromkeys(
        f"{c.act.replace('-', ' ')} as {c.crime.replace('-', ' ')}"
        for c in person.charges
        if days.first(c.since) <= day
    )
    return f" {', '.join(acts)}." if acts else ""


def _votes(votes: str | None) -> str:
    """ "13-2-0" in words.

    >>> _votes("15-0-0")
    'Adopted unanimously, 15 votes in favour, 0 against, 0 abstentions.'
    """
    if not votes:
        return ""
    for_, against, abstained = votes.split("-")
    how = "unanimously" if against == abstained == "0" else "by majority"
    return f"Adopted {how}, {for_} votes in favour, {against} against, {abstained} abstentions."


def _dates(text: str) -> list[str]:
    out = []
    for m in DATE.finditer(text):
        if m[4]:
            out.append(m[4])
        else:
            month = f"{m[3]}-{MONTHS.index(m[2]) + 1:02}"
            out.append(f"{month}-{int(m[1]):02}" if m[1] and 1 <= int(m[1]) <= 28 else month)
    return out


def _numbers(text: str) -> tuple[frozenset[float], frozenset[tuple[str, float]]]:
    tokens = WORD.findall(text)
    values: set[float] = set()
    counted: set[tuple[str, float]] = set()
    for i, word in enumerate(tokens):
        value = _number(word)
        if value is None:
            continue
        rest = [t.lower() for t in tokens[i + 1 : i + 4]]
        value *= SCALES.get(rest[0], 1) if rest else 1
        values.add(value)
        counted.update((UNITS[t], value) for t in rest if t in UNITS)
    return frozenset(values), frozenset(counted)


# -- words -------------------------------------------------------------------------------------------------


@cache
def _table() -> dict[str, str]:
    out: dict[str, str] = {}
    for canonical, words in _DATA["synonyms"].items():
        for word in words.split(","):
            out[_stem(word.strip())] = canonical
            out[word.strip()] = canonical
    return out


@cache
def _lemma(word: str) -> str | None:
    """The content that a word stands for, ``None`` for words that tell nothing apart."""
    low = word.lower().replace("’", "'").removesuffix("'s")
    if low in COMMON or _number(low) is not None or len(low) < 3:
        return None
    table = _table()
    stem = _stem(low)
    return table.get(low) or table.get(stem) or stem


def _stem(word: str) -> str:
    """A word without its ending.

    >>> _stem("authorised"), _stem("authorisation"), _stem("charges")
    ('authoris', 'authoris', 'charg')
    """
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            stem = word[: -len(suffix)]
            return stem[:-1] if len(stem) > 4 and stem[-1] == stem[-2] else stem
    return word


def _number(word: str) -> float | None:
    if word[:1].isdigit():
        return float(word.replace(",", ""))
    return NUMBERS.get(word.lower())


def _plain(word: str) -> str:
    """Lower case, without accents and possessive."""
    low = word.lower().replace("’", "'").removesuffix("'s")
    return "".join(c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c))


_BY_RECORD: dict[int, Holdings] = {}


def holdings(record: Record) -> Holdings:
    """The entries of a record, gathered once."""
    found = _BY_RECORD.get(id(record))
    if found is None or found.record is not record:
        found = _BY_RECORD[id(record)] = Holdings(record)
    return found
