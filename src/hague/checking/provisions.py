"""What the Statute says, against clauses of law that no row of the table decides.

A provision of the record is held in many true wordings and in the wrong ones that people use. A clause that names no
person, State or day is set beside all of them: it is supported where it and a true wording say nearly the same, and
contradicted where it and a wrong wording do and no true one comes near.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from hague.checking import when
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.reading.model import Report
from hague.record import Record, wording
from hague.record.passages import Passage, Sentence, opened

ALIKE = 0.66
"""How much a clause and a true wording must have in common (harmonic mean of the shares of both, by weight)."""
HALF = 0.5
COVERED = 0.85
"""A clause that has ``HALF`` in common with a wording is alike if other wordings of the rule cover it to this share."""
ALIKE_WRONG = 0.8
"""The same for a wrong wording."""
AHEAD = 0.08
"""By how much the nearest wording must beat the nearest of the other kind."""
LEAST = 1.2
"""Weight that must be shared."""
SAME = 0.9
"""From here on a clause may be shorter than ``LEAST``: it is the wording itself."""
NONE = frozenset[str]()
FEW = 3
"""Words of a clause that may be too common to choose wordings by: those of the question choose with them."""
SHARED = 0.33
"""Share of a clause that a wording must carry to be looked at."""
AT_MOST = 60
"""Wordings that are looked at."""
MANY, MOST = 3, 0.75
"""So many words in common weigh enough, common as they are, from ``MOST`` on."""
TOLD = 0.85
"""What takes the place of ``ALIKE`` for a clause in the past."""
UNSEEN = 1.0
OWN = 0.7
"""Share of a clause that a wording must carry where other words of it are taken from what stands before the clause."""
NEAR = 300
"""Characters of the sentence, or of the one before, that are looked at beside a clause."""
FAR = 10
"""Sentences back to a question or a heading, at most."""
ANSWERED = 2
"""Sentences of running text that stand between a question and what still answers it, at most."""
HEADING = 7
NUMBER = re.compile(r"\d+(?:bis|ter|quater)?")
ARTICLE = re.compile(r"\barticle (\d+\s?(?:bis|ter|quater)?)", re.IGNORECASE)
ANSWER = re.compile(r"^(?:(?:yes|no)[,:;.—–]|[qa][.:])\s*(?:[^,.;:]{1,14}, )?", re.IGNORECASE)
POINTING = frozenset(
    ("he", "she", "it", "they", "him", "her", "them", "its", "their", "this", "that", "these", "those", "such", "so")
) | {"two", "one", "both", "there", "each", "only", "a"}
"""Words by which a clause hangs on what stands before it."""
TELLING = frozenset(("was", "were", "had", "did", "his", "her", "yesterday", "today", "i", "you"))
"""Words of a clause that may tell of a case; a rule is mostly stated in the present, of anybody."""


class _Near(NamedTuple):
    alike: float
    passage: Passage


class _Fitting(NamedTuple):
    kind: str
    passage: Passage
    words: frozenset[str]


class _Said(NamedTuple):
    """A clause of law: its words, those that stand before it and may be meant in it, its numbers and dates."""

    words: frozenset[str]
    meant: frozenset[str]
    numbers: frozenset[float]
    counted: frozenset[tuple[str, float]]
    on: tuple[str, ...]
    denies: bool
    cited: frozenset[str]
    """Numbers of articles that it names."""
    told: bool
    """Whether it seems to tell of a case."""


class Provisions:
    """The wordings of the provisions, by the words in them."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.passages = record.passages
        self.weights = self.passages.law_weights
        self._opened: dict[int, Passage] = {}

    def wording(self, n: int) -> tuple[Passage, Sentence]:
        """The wording with this number, and the rule that it puts."""
        i, k = self.passages.wordings[n]
        found = self._opened.get(i)
        if found is None:
            found = self._opened[i] = opened(self.passages.rules[i])
        return found, found.sentences[k]

    def decide(self, q: Question, report: Report, *, closely: bool = False) -> tuple[Finding, str] | None:
        """What the provisions say of the clause of ``q``, and the topic; ``None`` where none comes near. A clause that
        answers a question or says "he" or "they" is also read with the words of what it hangs on. ``closely``: only a
        true wording that is all but the clause itself counts."""
        prop = q.prop
        if q.named("person") or q.named("situation") or prop.question:
            return None
        if (prop.hedge or "").partition(":")[0] in ("plan", "opinion"):
            return None
        if prop.predicate == "prediction" and any((t.value or "").startswith("PX") for t in prop.times):
            return None  # "may decide within weeks" says what is to come
        said = ANSWER.sub("", report.text[prop.span.start : prop.span.end])
        cited = frozenset(m[1].lower().replace(" ", "") for m in ARTICLE.finditer(said))
        on = tuple(wording.dates(said))
        said = wording.rule(said)
        tokens = wording.WORD.findall(said)
        low = [t.lower() for t in tokens]
        if q.cue("other-court") or (closely and "without" in low):
            return None  # "no trial without him" and "a trial without him" both have a denial
        told = closely or any(t in TELLING and low[max(0, i - 1)] not in ("who", "that") for i, t in enumerate(low))
        if q.dates() and not on:
            return None
        words = frozenset(filter(None, map(wording.legal, tokens)))
        named = {t for s in q.named("state") for t in self.record.states[s].name.split()} if q.named("state") else set()
        clause = _Said(words, frozenset(), *wording.numbers(said), on, wording.denies(said), cited, told)
        asked, around, before = ("", "", "") if prop.conditional else _about(report, prop.span.start, prop.span.end)
        near = self._fitting(q, clause, self._candidates(words, _words(asked) if len(words) <= FEW else NONE), named)
        if not near:
            return None
        found = self._settled(clause, near, sure=True)
        if found is None and not prop.conditional:
            hangs = bool(POINTING & set(low)) and "would" not in low
            for more, enough, sure in (
                (asked, bool(asked), True),
                (around, bool(around) and len(words) > 1, True),
                (f"{asked} {before}", bool(before) and hangs, False),
            ):
                if enough and found is None:
                    found = self._settled(clause._replace(meant=_words(more) - words), near, sure=sure)
        if found is not None and found[0].holds is False and q.named("people") and q.cue("prosecute"):
            return None  # "it cannot try Americans there": a rule is not wrong of one people in one place
        if found is not None and found[0].holds is False and (prop.hedge or "").startswith("would"):
            return None  # "It would then be the only European Union state outside": of one State, not a rule
        return found

    def _settled(self, said: _Said, near: list[_Fitting], *, sure: bool) -> tuple[Finding, str] | None:
        nearest = self._nearest(said, near)
        true, wrong, other = nearest.get("rule"), nearest.get("misreading"), nearest.get("other")
        enough = TOLD if said.told else ALIKE
        if true and true.alike >= enough and (wrong is None or true.alike >= wrong.alike + AHEAD):
            p = true.passage
            return Finding(True, p.text, None, p.sources, p.ids, p.articles, general=True, polar=False), p.about
        wrong = max(filter(None, (wrong, other)), key=lambda n: n.alike, default=None)
        if said.told or not sure or wrong is None or wrong.alike < ALIKE_WRONG:
            return None
        if true is None or wrong.alike >= true.alike + AHEAD:
            p = wrong.passage
            return Finding(False, p.text, p.text, p.sources, p.ids, p.articles, general=True, polar=False), p.about
        return None

    def _candidates(self, words: frozenset[str], asked: frozenset[str]) -> list[int]:
        """Places of the wordings that carry most of the words, and of those of a question, by weight, best first."""
        carried: dict[int, float] = {}
        for w in sorted(words | asked):
            weight = self.weights.get(w, 0)
            for n in self.passages.by_word.get(w, ()):
                carried[n] = carried.get(n, 0) + weight
        least = SHARED * sum(self.weights.get(w, UNSEEN) for w in words)
        return sorted((n for n, c in carried.items() if c >= least), key=lambda n: (-carried[n], n))[:AT_MOST]

    def _fitting(self, q: Question, said: _Said, places: list[int], named: set[str]) -> list[_Fitting]:
        """The wordings with the polarity, the article, the dates, States and numbers of the clause."""
        out = []
        states = {wording.legal(w) for w in named} - {None}
        for n in places:
            passage, sentence = self.wording(n)
            if sentence.denies != said.denies or not states <= sentence.words or not _in_force(passage, q):
                continue
            if said.cited and not said.cited & set(NUMBER.findall(passage.articles[0])):
                continue
            if any(not any(its.startswith(on) or on.startswith(its) for its in sentence.on) for on in said.on):
                continue
            kind: str = passage.kind
            if not said.numbers <= sentence.numbers:
                if kind != "rule" or not _other_number(said, sentence):
                    continue
                kind = "other"
            elif kind == "misreading" and not sentence.numbers <= said.numbers:
                continue  # the number is what is wrong with it
            out.append(_Fitting(kind, passage, sentence.words))
        return out

    def _nearest(self, said: _Said, near: list[_Fitting]) -> dict[str, _Near]:
        """Of each kind of wording (``rule``, ``misreading``, a rule with an ``other`` number) the one that has most in
        common with the clause."""
        best: dict[str, _Near] = {}
        for kind, passage, words in near:
            alike = self._alike(said, words)
            if kind == "rule" and HALF <= alike < ALIKE and self._within(said, passage):
                alike = ALIKE
            if alike and (kind not in best or alike > best[kind].alike):
                best[kind] = _Near(alike, passage)
        return best

    def _within(self, said: _Said, passage: Passage) -> bool:
        """Whether the wordings of one rule together have nearly all words of the clause."""
        every = frozenset[str]().union(*(s.words for s in passage.sentences))
        shared = sum(self.weights.get(w, 0) for w in said.words & every)
        return shared >= LEAST and shared >= COVERED * sum(self.weights.get(w, UNSEEN) for w in said.words)

    def _alike(self, said: _Said, other: frozenset[str]) -> float:
        own = sum(self.weights.get(w, 0) for w in said.words & other)
        mine = sum(self.weights.get(w, UNSEEN) for w in said.words)
        its = sum(self.weights[w] for w in other)
        added = sum(self.weights.get(w, 0) for w in said.meant & other)
        if not own or (said.meant and own < OWN * mine):
            return 0
        shared = own + added
        alike = 2 * shared / (mine + added + its)
        many = len(said.words & other) >= MANY
        return alike if shared >= LEAST or alike >= (MOST if many else SAME) else 0


def _words(text: str) -> frozenset[str]:
    return frozenset(filter(None, map(wording.legal, wording.WORD.findall(wording.rule(text)))))


def _other_number(said: _Said, sentence: Sentence) -> bool:
    """Whether all that differs between a clause and a wording is one number of the same unit."""
    mine, its = said.numbers - sentence.numbers, sentence.numbers - said.numbers
    if len(mine) != 1 or len(its) != 1 or said.on:
        return False
    units = {unit for unit, n in said.counted if n in mine}
    return bool(units & {unit for unit, n in sentence.counted if n in its})


def _about(report: Report, start: int, end: int) -> tuple[str, str, str]:
    """The question or heading that a clause stands under, the rest of its sentence, and the sentence before."""
    sentences, text = report.sentences, report.text
    here = bisect_right(sentences, start, key=lambda s: s.start) - 1
    if here < 0:
        return "", "", ""
    own = sentences[here]
    left, right = text[max(own.start, start - NEAR) : start], text[end : min(own.end, end + NEAR)]
    around = f"{left} {right}" if len(left) + len(right) > 2 else ""
    before = ""
    previous = sentences[here - 1] if here else own
    if here and previous.kind in ("body", "list-item") and previous.paragraph in (own.paragraph, own.paragraph - 1):
        before = f"{text[previous.start : previous.end][-NEAR:]} {left}"
    listed = 0
    for k in range(here - 1, max(-1, here - FAR), -1):
        said = report.text[sentences[k].start : sentences[k].end][-NEAR:]
        if said.rstrip('"”’» ').endswith("?") or (
            sentences[k].kind == "headline" and k and len(said.split()) <= HEADING
        ):
            return said, around, before
        listed += sentences[k].kind != "list-item"
        if sentences[k].kind == "headline" or listed > ANSWERED:
            break
    return "", around, before


def _in_force(passage: Passage, q: Question) -> bool:
    """Whether the rule held on the day of the report."""
    if not passage.on or q.today is None:
        return True
    first = when.interval(passage.known, q.today)
    return first is None or first[0] <= q.today


@lru_cache(maxsize=4)
def provisions(record: Record) -> Provisions:
    """The wordings of a record's provisions, gathered once."""
    return Provisions(record)
