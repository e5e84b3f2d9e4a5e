"""Where an expression stands: the report's date, the times named before it, and the tense around it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hague.reading.times.days import Precision, precise_enough, start_of
from hague.reading.times.rules import Rules
from hague.reading.times.tokens import Tokens
from hague.reading.wording import words as wordlist

_SENTENCE_END = frozenset({".", "!", "?", "\n\n"})
_CLAUSE_END = frozenset({";", ":", "—"})
_OPENING = frozenset({"“", '"', "’", "(", ":", "—"})
_LEADS_ON = frozenset({"until", "till", "next", "through", "effective", "payable", "starting", "beginning", "from"})
_UNTOLD = frozenset({"secret", "sealed", "hidden", "confidential", "unknown", "undisclosed", "wraps"})
_REACH_LEFT, _REACH_RIGHT = 24, 14
_OWN_NEWS_DAYS = 14
_SAYING = frozenset({"said", "told", "announced", "added", "warned", "argued", "voted", "agreed", "decided"})
_FUTURE = wordlist("""
    will shall would wo could may might going expects expect plans plan planning upcoming intends intend must
    should hopes hope begins starts opens expires ends ready poised promised vowed pledged meets faces takes hands goes
    can next
    """)
_AWAITED = wordlist("due scheduled expected planned set slated supposed")
_PAST = wordlist("""
    was were had did said has have been told ago went began came took made gave found sent met won lost held
    left saw fell rose grew got became ran knew thought kept brought bought paid sold led spoke wrote put cut
    hit shot broke drew flew chose drove hid struck stood fled swore swept threw wore woke since
    """)
_NOT_PAST = wordlist("""
    need indeed seed feed speed exceed proceed succeed bleed breed hundred red bed united limited alleged
    accused wanted called so-called named based related armed expected planned scheduled promised vowed
    pledged united need
    """)


@dataclass(slots=True)
class Match:
    """A rule's match: its tokens ``start`` to ``end`` and its named groups."""

    tokens: Tokens
    rules: Rules
    found: re.Match[str]
    settings: dict[str, Any]
    start: int
    end: int

    def has(self, group: str) -> bool:
        try:
            return self.found.start(group) >= 0
        except IndexError:
            return False

    def words(self, group: str) -> list[str]:
        a, b = self.found.span(group)
        return self.tokens.words[a:b]

    def word(self, group: str) -> str:
        return self.tokens.words[self.found.start(group)]

    def word_is(self, group: str, *words: str) -> bool:
        return self.word(group) in words

    def all_words(self) -> list[str]:
        return self.tokens.words[self.start : self.end]

    def words_at(self, start: int, end: int) -> list[str]:
        return self.tokens.words[max(start, 0) : max(end, 0)]

    def table(self, *classes: str) -> dict[str, str]:
        if len(classes) == 1:
            return self.rules.values[classes[0]]
        out: dict[str, str] = {}
        for name in reversed(classes):
            out.update(self.rules.values[name])
        return out

    def value(self, group: str, *classes: str) -> str | None:
        """What the first word of ``group`` that is in one of ``classes`` stands for."""
        for word in self.words(group):
            for name in classes:
                if word in self.rules.values[name]:
                    return self.rules.values[name][word]
        return None

    def before(self, k: int) -> str:
        """The word ``k`` tokens before the match, or an empty string."""
        return self.tokens.words[self.start - k] if self.start >= k else ""

    def after(self, k: int) -> str:
        at = self.end + k - 1
        return self.tokens.words[at] if at < len(self.tokens.words) else ""

    def glued_to_letters(self) -> bool:
        """Whether a letter, figure or underscore touches the match: ``A1998``, ``1998m``."""
        text, a, b = self.tokens.text, self.tokens.starts[self.start], self.tokens.ends[self.end - 1]
        left = text[a - 1] if a else " "
        right = text[b] if b < len(text) else " "
        return left.isalnum() or left == "_" or right.isalnum() or right == "_"

    def ends_clause(self) -> bool:
        after = self.after(1)
        return not after or not after[0].isalnum() or after in ("and", "but", "when", "by", "in", "at", "with")


@dataclass(slots=True)
class Context:
    """``anchor``: the report's date. ``day_first``: 3/5 is 3 May. ``named``: times found so far, in order."""

    tokens: Tokens
    anchor: date | None
    day_first: bool
    named: list[tuple[int, str]] = field(default_factory=list)
    """Token index and value of the calendar values named so far."""
    pending: list[tuple[int, int, str]] = field(default_factory=list)

    def note(self, at: int, value: str | None) -> None:
        if value and start_of(value):
            self.named.append((at, value))

    def reference(self, wanted: Precision, within: int = 12, *, ahead: bool = False, since: int = 0) -> str | None:
        """The value last named that is known at least to ``wanted``; at most ``within`` values back.

        What lies after the report's date is no event to count from, unless the clause looks ahead. ``since`` is the
        first token that is near enough.
        """
        latest = self.anchor if self.anchor and not ahead else date.max
        for at, value in reversed(self.named[-within:]):
            if at >= since and precise_enough(value, wanted) and (start_of(value) or date.min) <= latest:
                return value
        return None

    def next_in_story(self, m: Match, month: int, dom: int | None = None) -> date | None:
        """The day (or month) after one that the same sentence named with its year: "in June 2014 and again in August".

        Only where the clause looks back, and that year is before the report's.
        """
        if not self.named or self.anchor is None:
            return None
        at, value = self.named[-1]
        last = start_of(value)
        if last is None or last.year >= self.anchor.year or not precise_enough(value, "month") or m.start - at > 10:
            return None
        words = self.tokens.words
        if self._sentence_ends(at, m.start) or str(last.year) not in words[at : min(at + 8, m.start)]:
            return None
        joined = m.before(2) if m.before(1) in ("in", "on") else m.before(1)
        if joined not in ("and", "or", "again", "then") or self.direction(m) > 0:
            return None
        for year in (last.year, last.year + 1):
            try:
                found = date(year, month, dom or 28)
            except ValueError:
                return None
            if found >= last:
                return found if found <= self.anchor else None
        return None

    def year_of_story(self, m: Match) -> int | None:
        """The year that "that September" means: of the last time named that is no day of the report's own news.

        It is looked for in the same paragraph first.
        """
        latest = self.anchor or date.max
        values = [
            (at, start)
            for at, value in reversed(self.named[-12:])
            if precise_enough(value, "year") and (start := start_of(value)) and start <= latest
        ]
        told = [(at, s) for at, s in values if self.anchor is None or (self.anchor - s).days > _OWN_NEWS_DAYS]
        here = [s for at, s in told if "\n\n" not in self.tokens.words[at : m.start]]
        chosen = here or [s for _, s in values] or []
        return chosen[0].year if chosen else None

    def only_coarser(self, m: Match) -> bool:
        """Whether the last time named in the same sentence is no day: "in March 2023 ... the following day"."""
        if not self.named or precise_enough(self.named[-1][1], "day"):
            return False
        return not self._sentence_ends(self.named[-1][0], m.start)

    def _sentence_ends(self, start: int, stop: int) -> bool:
        words = self.tokens.words
        return any(
            words[i] in _SENTENCE_END and not (words[i] == "." and self._abbreviation(i)) for i in range(start, stop)
        )

    def year_of_neighbour(self, m: Match) -> int | None:
        """The year that a date shares with the next one: "between March and June 2011", "3 and 5 May 2011"."""
        words = self.tokens.words
        if m.after(1) not in ("and", "to", "or", "-", "–", "—", "until", "through", ",", "/"):
            return None
        for at in range(m.end + 1, min(m.end + 6, len(words))):
            word = words[at]
            if len(word) == 4 and word.isdigit() and "1400" <= word <= "2100":
                named = any(w in _MONTH_NAMES for w in words[m.end : at]) or (
                    m.has("d") and words[at - 1] in (",",) and words[at - 2].isdigit()
                )
                return int(word) if named else None
            if not (word in _MONTH_NAMES or word.isdigit() or word in ("and", "to", ",", "or", ".", "the", "of", "on")):
                return None
        return None

    def month_near(self, m: Match) -> bool:
        words = self.tokens.words
        near = words[max(0, m.start - 4) : m.start] + words[m.end : m.end + 4]
        return any(w in _MONTH_NAMES for w in near)

    def is_name(self, m: Match) -> bool:
        """June Smith, Theresa May, April said: a capitalised neighbour without a comma makes it a person's name."""
        text, tokens = self.tokens.text, self.tokens
        if m.end - m.start != 1 or m.before(1) in (
            "in",
            "since",
            "until",
            "by",
            "last",
            "next",
            "this",
            "of",
            "from",
            "to",
        ):
            return False
        left = m.start - 1
        if left >= 0 and tokens.words[left].isalpha() and text[tokens.starts[left]].isupper():
            sentence_start = left == 0 or tokens.words[left - 1] in _SENTENCE_END
            if not sentence_start:
                return True
        right = m.end
        return right < len(tokens.words) and tokens.words[right].isalpha() and text[tokens.starts[right]].isupper()

    def capitalised(self, m: Match) -> bool:
        return self.tokens.text[self.tokens.starts[m.start]].isupper()

    def starts_sentence(self, m: Match) -> bool:
        return m.start == 0 or m.before(1) in _SENTENCE_END or m.before(1) in _OPENING

    def direction(self, m: Match) -> int:
        """+1 where the clause speaks of what is to come, -1 of what was, 0 where it does not tell.

        The nearest verb decides: the next word, then those before in the same sentence, then those after. At the head
        of a sentence those after come first.
        """
        words = self.tokens.words
        before = m.before(1)
        if before in ("until", "till") and m.before(2) in _UNTOLD:
            return -1  # "kept secret until Thursday"
        if before in _LEADS_ON or (before == "on" and m.before(2) in _LEADS_ON):
            return 1
        if before in ("since", "last") or (before == "of" and m.before(2) == "as"):
            return -1
        if m.after(1) == "’" and m.after(2) == "s":
            return -1
        if tense := self._tense(m.end):
            return tense
        head = self.starts_sentence(m) or (before in ("on", "in", "by", "late", "early") and self._starts(m.start - 2))
        if head and (tense := self._ahead(m.end)):
            return tense
        for at in range(m.start - 1, max(-1, m.start - 1 - _REACH_LEFT), -1):
            word = words[at]
            if word in _CLAUSE_END or (word in _SENTENCE_END and not (word == "." and self._abbreviation(at))):
                break
            if tense := self._tense(at):
                return tense
        return int(before == "by") if head else self._ahead(m.end) or int(before == "by")

    def is_governed_by_past(self, m: Match) -> bool:
        """ "arrested in January": the word ahead of the preposition is a verb of what was, and none of saying."""
        if m.before(1) not in ("in", "last", "during", "back") or m.before(2) in _SAYING or m.before(2) in _AWAITED:
            return False
        return self._tense(m.start - 2) < 0

    def _ahead(self, start: int) -> int:
        words = self.tokens.words
        for at in range(start, min(len(words), start + _REACH_RIGHT)):
            if words[at] in _SENTENCE_END or words[at] in _CLAUSE_END:
                return 0
            if tense := self._tense(at):
                return tense
        return 0

    def _starts(self, at: int) -> bool:
        return at < 0 or self.tokens.words[at] in _SENTENCE_END or self.tokens.words[at] in _OPENING

    def _tense(self, at: int) -> int:
        words = self.tokens.words
        if at >= len(words):
            return 0
        word = words[at]
        before = words[at - 1] if at else ""
        if word in _FUTURE or (word == "ll" and before == "’"):
            return 1
        if word in _AWAITED:
            # is due, are expected to; "had been due" looks back
            if before in ("is", "are", "be", "s", "re", "now", "still", "was", "were", "not", "’"):
                return 1
            return (
                -1
                if before in ("been", "had") or word in ("planned", "expected", "scheduled")
                else 1
                if word == "due"
                else 0
            )
        if word in ("is", "are", "am") and words[at + 1 : at + 2] == ["to"]:
            return 1
        if before == "be":
            return 0  # "may be found by Wednesday": the verb ahead of "be" tells
        if word in _PAST or (
            len(word) > 4 and word.endswith("ed") and word not in _NOT_PAST and not word.startswith("un")
        ):
            return -1
        return 0

    def _abbreviation(self, at: int) -> bool:
        """Whether the stop at token ``at`` belongs to a short form (Sept., Mr., a.m.)."""
        if at == 0:
            return False
        before = self.tokens.words[at - 1]
        touching = self.tokens.ends[at - 1] == self.tokens.starts[at]
        return touching and (len(before) == 1 or before in _SHORT)

    def nearest(self, options: list[date], m: Match, anchor: date | None = None, past: float = 3.0) -> date:
        """The day of ``options`` that the tense makes likely: the near one, a step back outweighing one forward.

        ``past`` is how much farther a day to come counts where the clause looks back.
        """
        here = anchor or self.anchor
        assert here is not None
        tense = self.direction(m)

        def distance(day: date) -> float:
            days = (day - here).days
            if days > 0:
                return days * (past if tense < 0 else 1.0 if tense > 0 else 2.2)
            return -days * (3.0 if tense > 0 else 1.0)

        return min(options, key=distance)


_MONTH_NAMES = wordlist("""
    january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec
    """)
_SHORT = wordlist(
    "jan feb mar apr jun jul aug sep sept oct nov dec mr mrs ms dr gen sen rep gov st no mon tue wed thu fri"
)
