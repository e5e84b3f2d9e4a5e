"""What the Statute says, against clauses of law that no row of the table decides.

A provision of the record is held in many true wordings and in the wrong ones that people use. A clause that names no
person, State or day is set beside all of them: it is supported where it and a true wording say nearly the same, and
contradicted where it and a wrong wording do and no true one comes near.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from hague.checking import when
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record import Record, wording
from hague.record.passages import Passage, Sentence, opened

ALIKE = 0.66
"""How much a clause and a true wording must have in common (harmonic mean of the shares of both, by weight)."""
ALIKE_WRONG = 0.8
"""The same for a wrong wording."""
AHEAD = 0.08
"""By how much the nearest wording must beat the nearest of the other kind."""
LEAST = 1.2
"""Weight that must be shared."""
SAME = 0.9
"""From here on a clause may be shorter than ``LEAST``: it is the wording itself."""
UNSEEN = 1.0
TELLING = frozenset(("was", "were", "had", "did", "his", "her", "yesterday", "today"))
"""Words of a clause that tells of a case; a rule is stated in the present, of anybody."""


class _Near(NamedTuple):
    alike: float
    passage: Passage


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

    def decide(self, q: Question, text: str) -> tuple[Finding, str] | None:
        """What the provisions say of the clause of ``q`` in ``text``, and the topic; ``None`` where none comes near."""
        prop = q.prop
        if q.named("person") or q.named("state") or q.named("situation") or q.dates() or prop.question:
            return None
        if (prop.hedge or "").partition(":")[0] in ("plan", "opinion"):
            return None
        said = text[prop.span.start : prop.span.end]
        tokens = wording.WORD.findall(said)
        if TELLING & {t.lower() for t in tokens} or q.cue("other-court"):
            return None
        words = frozenset(filter(None, map(wording.legal, tokens)))
        numbers = wording.numbers(said)[0]
        denies = wording.denies(said)
        nearest = self._nearest(q, words, numbers, denies)
        true, wrong = nearest.get("rule"), nearest.get("misreading")
        if true and true.alike >= ALIKE and (wrong is None or true.alike >= wrong.alike + AHEAD):
            p = true.passage
            return Finding(True, p.text, None, p.sources, p.ids, p.articles, general=True, polar=False), p.about
        if wrong and wrong.alike >= ALIKE_WRONG and (true is None or wrong.alike >= true.alike + AHEAD):
            p = wrong.passage
            return Finding(False, p.text, p.text, p.sources, p.ids, p.articles, general=True, polar=False), p.about
        return None

    def _nearest(self, q: Question, words: frozenset[str], numbers: frozenset[float], denies: bool) -> dict[str, _Near]:
        """Of each kind of wording (``rule``, ``misreading``) the one that has most in common with the clause."""
        best: dict[str, _Near] = {}
        rare = sorted(words, key=lambda w: (-self.weights.get(w, 0), w))[:6]
        for n in sorted({n for w in rare for n in self.passages.by_word.get(w, ())}):
            passage, sentence = self.wording(n)
            if sentence.denies != denies or not numbers <= sentence.numbers:
                continue
            if passage.kind == "misreading" and not sentence.numbers <= numbers:
                continue  # the number is what is wrong with it
            if not _in_force(passage, q):
                continue
            alike = self._alike(words, sentence.words)
            if alike and (passage.kind not in best or alike > best[passage.kind].alike):
                best[passage.kind] = _Near(alike, passage)
        return best

    def _alike(self, words: frozenset[str], other: frozenset[str]) -> float:
        shared = sum(self.weights.get(w, 0) for w in words & other)
        mine = sum(self.weights.get(w, UNSEEN) for w in words)
        its = sum(self.weights[w] for w in other)
        alike = 2 * shared / (mine + its) if shared else 0
        return alike if shared >= LEAST or alike >= SAME else 0


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
