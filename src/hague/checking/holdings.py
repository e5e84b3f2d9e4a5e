"""What rulings and events on record say, against clauses that no other row decides.

A passage of the record (a decision with the events that carry it out, an event, an act, a happening, a position) is
taken with the words, names, numbers and days in it. A clause about the same person or situation is supported where one
passage carries nearly all that it says and nothing it says is missing from it: every name, number and date, and the
same polarity. It is contradicted only where all else agrees and one quantity of the same kind has another value.
"""

from __future__ import annotations

import re
from copy import copy
from functools import lru_cache
from typing import NamedTuple

from hague.checking import when
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.reading.model import Report
from hague.record import Record, days, wording
from hague.record.model import Office
from hague.record.passages import Passage, Sentence, opened
from hague.record.status import in_office

ENOUGH = 0.68
"""Share of what a clause says, by weight, that a passage must carry."""
EASED = 0.06
"""By how much each name, number, date or person that agrees lowers that share, down to ``LEAST``."""
LEAST = 0.5
EVIDENCE = 1.0
"""Weight of the words that must agree, names, numbers and dates among them."""
SEEN = 2
"""Content words that must agree, names and numbers among them."""
NEWS = 12
"""Days within which what happened may be the news of a report."""
ALL_BUT = 0.85
"""Share that must agree, the quantity left out, before another quantity makes a clause wrong."""
MEASURED = frozenset(("money", "victim", "vote", "count", "page", "person", "country"))
SURE = 2.0
"""Evidence needed before another number of any other noun makes a clause wrong."""
AGAINST = (
    (frozenset(("unanimous",)), frozenset(("majority", "dissent"))),
    (frozenset(("majority", "dissent", "vote")), frozenset(("unanimous",))),
    (frozenset(("attend",)), frozenset(("skip",))),
    (frozenset(("confirm",)), frozenset(("overturn",))),
    (frozenset(("grant",)), frozenset(("reject",))),
    (frozenset(("approve",)), frozenset(("block",))),
    (frozenset(("overturn",)), frozenset(("confirm",))),
)
"""Words that exclude each other."""
STEPS = wording.lemmas("examination investigation opened reopened closed made public authorisation requested granted")
"""Words of the steps of a situation that come but once."""
THINGS = wording.lemmas("examination investigation")
UNSEEN = 1.1
"""Weight of a word that no passage has."""
UNSURE = ("plan", "future")
"""Hedges under which only a clause with a name, number or date of its own is held against the record."""


class Holdings:
    """The passages of a record, by the person, situation, State or body that they concern."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.passages = record.passages
        self.weights = self.passages.weights
        self._opened: dict[int, tuple[Passage, Said]] = {}

    def passage(self, i: int) -> tuple[Passage, Said]:
        """The passage with this number, and all that it says."""
        found = self._opened.get(i)
        if found is None:
            passage = opened(self.passages.facts[i])
            found = self._opened[i] = (passage, _all_of(list(passage.sentences)))
        return found

    def decide(self, q: Question, report: Report) -> tuple[Finding, str] | None:
        """What the passages say of the clause of ``q``, and the topic; ``None`` where they do not settle it."""
        prop = q.prop
        hedge = (prop.hedge or "").split(":")[0]
        if hedge == "opinion" or prop.conditional or prop.question:
            return None
        if hedge == "possible" and (prop.predicate == "prediction" or (prop.hedge or "").endswith((":may", ":might"))):
            return None  # what may come is on no record
        asked = Asked(q, report)
        if not asked.words or (hedge in UNSURE and not asked.tells()):
            return None
        if len(asked.words) == 1 and q.has("ordinal") and not asked.numbers | asked.names:
            return None  # "His chief had got there first"
        best: tuple[float, Passage] | None = None
        others: list[tuple[float | str, Passage]] = []
        for i in self._near(asked, report):
            passage, said = self.passage(i)
            if not asked.words & said.words:
                continue
            if q.today is not None and passage.known is not None and days.first(passage.known) > q.today:
                continue
            said = _said_by(passage, said, q)
            score = self._carries(asked, passage, said, in_focus=_is_news(passage, q))
            if score and (best is None or score > best[0]):
                best = (score, passage)
            elif best is None and passage.on:
                right = self._differs(asked, passage, said, in_focus=_is_news(passage, q))
                if right is None and self._dated_otherwise(asked, passage, said, q):
                    right = passage.on[0]
                if right is not None:
                    others.append((right, passage))
        if best is None and others and (len({n for n, _ in others}) == 1 or len({p.on[0] for _, p in others}) == 1):
            other = others[0][1]
            right = f"{other.text.rstrip('.')} ({days.in_words(other.on[0])})."
            return Finding(False, right, right, other.sources, other.ids, other.articles), other.about
        if best is None:
            return None
        passage = best[1]
        day = f" ({days.in_words(passage.on[0])})" if passage.on else ""
        finding = Finding(
            True,
            f"{passage.text.rstrip('.')}{day}.",
            None,
            passage.sources,
            passage.ids,
            passage.articles,
            general=True,
            polar=False,
        )
        return finding, passage.about

    def _is_there(self, state: str, passage: Passage) -> bool:
        """Whether a State is that of the situation to which the passage belongs."""
        found = (self.record.situations.get(i) for i in passage.concerns if i.startswith("situation:"))
        if any(s is not None and state in s.states for s in found):
            return True
        persons = (self.record.persons.get(i) for i in passage.concerns if i.startswith("person:"))
        return any(p is not None and state in {n.state for n in p.nationalities} for p in persons)

    def _near(self, asked: Asked, report: Report) -> list[int]:
        topics = asked.topics | asked.also
        if not any(self._is_matter(t) for t in asked.topics):
            topics |= {m.entity for m in report.mentions if m.entity}
        topics |= {e for e, _ in asked.others if e.startswith("org:")}
        for topic in sorted(topics):
            situation = self.record.situations.get(topic)
            if situation is not None:  # which of several situations of a State is meant, the dates must tell
                topics.update(s.id for s in self.record.situations.values() if set(s.states) & set(situation.states))
        return sorted({i for t in topics for i in self.passages.by_topic.get(t, ())})

    def _is_matter(self, topic: str) -> bool:
        """Whether an id tells of what the clause is: not so a judge or another who only acts in it."""
        person = self.record.persons.get(topic)
        return person is None or bool(person.history)

    def _differs(self, asked: Asked, passage: Passage, said: Said, *, in_focus: bool) -> float | str | None:
        """The quantity or majority with which the passage says the same of a dated or named thing, or of the news of
        the day; ``None`` where it does not."""
        news = in_focus and bool(asked.topics & passage.concerns)
        voted = any(unit == "vote" for unit, _ in asked.counted) and bool(asked.topics & passage.concerns)
        named = bool(asked.names) and asked.names <= passage.names
        if asked.negated or not (asked.dates or asked.persons & passage.concerns or news or voted or named):
            return None
        if self._votes_otherwise(asked, passage, said, in_focus=news):
            return "vote"
        wrong = [
            (unit, n)
            for unit, n in asked.counted
            if not any(m == n or (n in asked.rough and _nearly(n, m)) for u, m in passage.counted if u == unit)
        ]
        if len(wrong) != 1 or (wrong[0][0] != "vote" and not asked.numbers - passage.numbers <= {wrong[0][1]}):
            return None
        unit, n = wrong[0]
        if not asked.dates and not asked.persons & passage.concerns and not named and unit not in MEASURED:
            return None
        rest = asked.without(*(asked.numbers if unit == "vote" else (n,)))
        closest = max(said.sentences, key=lambda s: (len(rest.words & s.words), len(s.numbers)))
        there = {m for u, m in closest.counted if u == unit} or {m for u, m in passage.counted if u == unit}
        needed = 1.0 if unit in MEASURED else SURE
        if len(there) != 1 or there <= asked.numbers:
            return None  # "27 of 31 counts", where the passage has the 27
        if self._carries(rest, passage, said, in_focus=news, evidence=needed) < ALL_BUT:
            return None
        return there.pop()

    def _dated_otherwise(self, asked: Asked, passage: Passage, said: Said, q: Question) -> bool:
        """Whether the passage says the same of another day, of what happens but once: a step of the situation that the
        report is about, an act of a named person, what is set for a day to come."""
        if asked.negated or len(asked.dates) != 1 or not passage.on or asked.hanging:
            return False
        rest = asked.without()
        rest.dates = []
        hedge = (q.prop.hedge or "").split(":")[0]
        days_there = {passage.on[0]}
        if hedge in ("future", "plan"):
            days_there = {d for s in said.sentences if rest.words <= s.words for d in s.on if len(d) == 10}
            days_there = {d for d in days_there if days.first(d) > (q.today or days.last(passage.on[0]))}
            sure = bool(rest.words) and len(days_there) == 1 and bool(asked.sure & passage.concerns)
        elif hedge:
            return False
        elif passage.ids[0].startswith("situation:"):
            label = passage.sentences[1].words if len(passage.sentences) > 1 else frozenset()
            missing = label - asked.words
            sure = (
                passage.ids[0] in asked.sure
                and passage.sentences[0].words >= asked.words - label
                and bool(label & asked.words)
                and label <= STEPS
                and not missing - THINGS
                and (not missing or asked.points)
            )
        else:
            sure = bool(asked.words & wording.ONCE and (asked.named | asked.also) & passage.concerns)
        if not sure or any(when.agrees(d, "on", asked.dates[0]) is not False for d in days_there):
            return False
        if hedge or not passage.ids[0].startswith("situation:"):
            return self._carries(rest, passage, said, evidence=0.5) >= ALL_BUT
        return True

    def _votes_otherwise(self, asked: Asked, passage: Passage, said: Said, *, in_focus: bool) -> bool:
        """Whether the passage has a majority where the clause has all judges, or the other way round."""
        for mine, its in AGAINST:
            if asked.words & mine and not asked.words & its and _only(its, said.words, mine):
                rest = asked.without(*mine)
                return self._carries(rest, passage, said, in_focus=in_focus, evidence=1) >= ALL_BUT
        return False

    def _carries(
        self, asked: Asked, passage: Passage, said: Said, *, in_focus: bool = False, evidence: float = EVIDENCE
    ) -> float:
        """The share of the clause that the passage carries; 0 where a name, number, day or the polarity differs."""
        if asked.persons and not asked.persons & passage.concerns and not asked.surnames & passage.names:
            return 0
        if asked.led and passage.on and not any(_led(o, passage.on[0]) for o in asked.led):
            return 0
        if asked.chambers and passage.by and not asked.chambers & passage.by:
            return 0
        if asked.bound and not asked.bound.intersection(WORDS.findall(passage.text.lower())):
            return 0
        if asked.still and "former" in passage.text:
            return 0
        ours = asked.court or asked.led or asked.chambers
        if ours and OTHER_COURTS.search(passage.text) and not OTHER_COURTS.search(asked.text):
            return 0  # "that same tribunal" is the Court
        if not asked.names <= passage.names:
            return 0
        if any(
            e not in passage.concerns and not words & passage.names and not self._is_there(e, passage)
            for e, words in asked.others
        ):
            return 0
        shared = asked.words & said.words
        if not shared or (asked.words - shared) & wording.DECISIVE:
            return 0
        if "dissent" in shared and asked.surnames:
            who = {wording.lemma(name) for name in asked.surnames}
            if not any("dissent" in s.words and s.words & who for s in said.sentences):
                return 0  # another judge did
        if any(asked.words & mine and _only(its, said.words, mine) and not asked.words & its for mine, its in AGAINST):
            return 0
        fullest = max(said.sentences, key=lambda s: len(s.words & shared))
        apart = bool(asked.numbers and fullest.numbers and not asked.numbers <= fullest.numbers)
        near = 1 if shared == asked.words and not apart else min(3 if apart else 2, len(shared))
        beside = [s for s in said.sentences if len(s.words & shared) + len(s.names & asked.names) >= near]
        dates = {*passage.on[:1], *(d for s in beside for d in s.on)}
        if any(not any(when.agrees(p, "on", span) for p in dates) for span in asked.dates):
            return 0
        numbers = frozenset[float]().union(*(s.numbers for s in beside))
        if not asked.numbers <= numbers or any(not any(_roughly(n, m) for m in numbers) for n in asked.rough):
            return 0
        weight = sum(self.weights[w] for w in shared)
        share = weight / sum(self.weights.get(w, UNSEEN) for w in asked.words)
        extra = (
            len(asked.names)
            + len(asked.numbers)
            + len(asked.rough)
            + len(asked.dates)
            + len(asked.others)
            + len(asked.named)
            + len(asked.also & passage.concerns)
        )
        extra += len(asked.situations & passage.concerns)
        own = extra
        extra += in_focus
        found = weight + 0.7 * extra
        enough = max(LEAST, ENOUGH - EASED * extra)
        if share < enough or found < evidence or len(shared) + min(own, 1) < SEEN:
            return 0
        met = [(len(c := shared & s.words), sum(self.weights[w] for w in c)) for s in said.sentences]
        closest = max(met)
        if all(s.denies != asked.negated for s, n in zip(said.sentences, met, strict=True) if n == closest):
            return 0
        return share + 0.1 * in_focus


def _only(these: frozenset[str], words: frozenset[str], those: frozenset[str]) -> bool:
    """Whether some of ``these`` are among the words and none of ``those``."""
    return bool(these & words) and not those & words


def _led(office: Office, on: str) -> bool:
    """Whether the office may have been held on a (partial) day."""
    return in_office(office, days.first(on), days.last(on))


def _nearly(asked: float, said: float) -> bool:
    """Whether a rough number is too near to one on record to be called wrong beside it."""
    return 0.6 * asked <= said <= 1.7 * asked


def _roughly(asked: float, said: float) -> bool:
    """Whether a rough number may stand for one on record."""
    return 0.85 * asked <= said <= 1.2 * asked


def _is_news(passage: Passage, q: Question) -> bool:
    """Whether the passage happened in the days before the report: it may be what the report is about."""
    if q.today is None or not passage.on:
        return False
    return 0 <= (q.today - days.last(passage.on[0])).days <= NEWS


class Said(NamedTuple):
    """What of a passage was true by the day of the report."""

    sentences: list[Sentence]
    words: frozenset[str]


def _said_by(passage: Passage, said: Said, q: Question) -> Said:
    """``said`` without the sentences that tell of later days than the report's."""
    if q.today is None or all(s.known is None or days.first(s.known) <= q.today for s in passage.sentences):
        return said
    kept = [s for s in passage.sentences if s.known is None or days.first(s.known) <= q.today]
    return _all_of(kept or list(passage.sentences[:1]))


def _all_of(sentences: list[Sentence]) -> Said:
    return Said(sentences, frozenset().union(*(s.words for s in sentences)))


class Asked:
    """What a clause says, in the terms of ``Passage``."""

    def __init__(self, q: Question, report: Report) -> None:
        prop, text = q.prop, report.text
        start, end = prop.span.start, prop.span.end
        rest, found = wording.phrases(wording.figures(text[start:end]))
        self.negated = wording.denies(rest)
        held = [(t.start, t.end) for t in prop.times if "P" not in (t.value or "P")[:2]]
        """What is compared as a date, not word by word; a length of time is."""
        self.persons: set[str] = set()
        self.led: list[Office] = []
        """The office of a Prosecutor who stands in the clause: entries are about the matter, not about who led it."""
        self.also: set[str] = set()
        self.named: set[str] = set()
        """Those of ``persons`` who stand in the clause by name."""
        self.surnames: set[str] = set()
        self.chambers: set[str] = set()
        self.situations: set[str] = set()
        """Situations that the clause names."""
        self.topics: set[str] = set()
        people = (q.record.persons.get(a.entity or "") for k, a in prop.roles.items() if k.startswith("person."))
        compatriots = {n.state for p in people if p is not None for n in p.nationalities if not p.history}
        """Countries of judges and others in the clause: "of Britain" only tells who they are."""
        self.others: list[tuple[str, frozenset[str]]] = []
        """States and bodies named in the clause, with the words of the name: the passage must know of them."""
        for name, a in prop.roles.items():
            kind, _, slot = name.partition(".")
            if kind == "cue" or kind == "number" or kind == "word" or a.entity is None:
                continue
            if start <= a.span.start and a.span.end <= end and a.value not in ("pronoun",):
                held.append((a.span.start, a.span.end))
            if kind == "person":
                if slot.startswith("context"):
                    self.topics.add(a.entity)
                    continue
                known = q.record.persons.get(a.entity)
                led = [o for o in known.offices if o.capacity == "prosecutor"] if known is not None else []
                if led:
                    self.led += led
                    self.also.add(a.entity)
                    continue
                self.persons.add(a.entity)
                if a.value != "pronoun" and start <= a.span.start and a.span.end <= end:
                    self.named.add(a.entity)
                    self.surnames.add(wording.plain(wording.WORD.findall(text[a.span.start : a.span.end])[-1]))
                self.topics.add(a.entity)
            elif kind == "chamber":
                self.chambers.add(a.entity)
            elif kind in ("situation", "state", "people"):
                self.topics.add(a.entity)
                if kind == "situation" and start <= a.span.start < end and not slot.startswith("context"):
                    self.situations.add(a.entity)
            if (
                kind in ("state", "capital", "people", "org", "asp")
                and start <= a.span.start
                and a.value not in ("pronoun", "context")
                and a.entity not in compatriots
            ):
                surface = text[a.span.start : a.span.end]
                self.others.append((a.entity, frozenset(map(wording.plain, wording.WORD.findall(surface)))))
        self.sure = {a.entity for a in prop.roles.values() if a.entity and a.value in (None, "topic", "place")}
        """What stands in the clause itself, or is all that the report is about."""
        self.points = bool(POINTING_WORDS.intersection(text[start:end].lower().split()[:3]))
        """Whether it begins with what stands for something named before."""
        hanging = {a.value for k, a in prop.roles.items() if k.startswith("time.") and a.candidates}
        self.hanging = bool(hanging)
        self.dates = [
            span
            for t in prop.times
            if t.value not in hanging and t.value != "PRESENT_REF" and (span := when.interval(t.value, q.today))
        ]
        self.numbers: set[float] = set()
        self.rough: set[float] = set()
        """Numbers with "about", "almost", "more than" before them."""
        self.names: set[str] = set()
        self.words: set[str] = set(found)
        tokens = [(start + m.start(), m.group()) for m in wording.WORD.finditer(rest)]
        for i, (at, word) in enumerate(tokens):
            if any(a <= at < b for a, b in held):
                continue
            value = wording.number(word)
            if (
                value is not None
                and value <= 3
                and not word[0].isdigit()
                and (value == 1 or tokens[i - 1][1].lower() in wording.POINTING)
            ):
                continue  # "the two" points back
            if value is not None:
                scale = wording.SCALES.get(tokens[i + 1][1].lower(), 1) if i + 1 < len(tokens) else 1
                before = [w.lower() for _, w in tokens[max(0, i - 2) : i]]
                (self.rough if ROUGHLY.intersection(before) else self.numbers).add(value * scale)
            elif (
                i
                and word[:1].isupper()
                and len(word) > 2
                and word.lower() not in TITLES
                and text[at - 2 : at] not in (". ", "“", '" ')
            ):
                if word.lower() not in wording.COMMON and word.lower() not in MONTHS:
                    self.names.add(wording.plain(word))
            else:
                lemma = wording.lemma(word)
                if lemma and word.lower() not in wording.SCALES and word.lower() not in wording.NEGATORS:
                    self.words.add(lemma)

        self.text = text[start:end]
        self.court = q.cue("court-word") or any(
            k.startswith("court.") and a.value != "pronoun" and start <= a.span.start and a.span.end <= end
            for k, a in prop.roles.items()
        )
        """Whether it names the Court."""
        low = text[start:end].lower()
        self.bound = HAGUE if any(k == "city.to" and a.value == "hague" for k, a in prop.roles.items()) else NOWHERE
        """Words of which a passage must have one where somebody is taken to The Hague."""
        self.still = " still " in f" {low} "
        """Whether something is said to last: what a passage calls "former" is over."""
        self.counted = {c for c in wording.numbers(text[start:end])[1] if c[0] != "year" and not 1900 < c[1] < 2100}

    def tells(self) -> bool:
        """Whether it has a name, number or date of its own."""
        return bool(self.numbers or self.dates or self.named or self.names or self.others)

    def without(self, *items: str | float) -> Asked:
        """The same but for some words or numbers."""
        other = copy(self)
        other.words = self.words.difference(items)
        other.numbers = self.numbers.difference(items)
        other.rough = self.rough.difference(items)
        return other


OTHER_COURTS = re.compile(
    r"International Court of Justice|World Court|\bICJ\b|[Tt]ribunal for the former|[Tt]ribunal for Rwanda"
    r"|Special Court for|residual mechanism"
)
ROUGHLY = frozenset(
    ("about", "around", "some", "roughly", "nearly", "almost", "approximately", "over", "than", "least")
)
HAGUE = frozenset(("hague", "netherlands", "detention", "custody", "surrendered", "scheveningen"))
NOWHERE = frozenset[str]()
WORDS = re.compile(r"[a-z]+")
POINTING_WORDS = frozenset(("it", "that", "this"))
MONTHS = frozenset(m.lower() for m in wording.MONTHS)
TITLES = frozenset(
    ("minister", "foreign", "prime", "defence", "justice", "senator", "ambassador", "secretary", "general", "chief",
     "deputy", "vice", "commissioner", "colonel", "admiral", "king", "governor", "speaker", "lawyer")
)  # fmt: skip
"""Words of offices, which stand in capitals before a name."""


@lru_cache(maxsize=4)
def holdings(record: Record) -> Holdings:
    """The passages of a record by topic, gathered once."""
    return Holdings(record)
