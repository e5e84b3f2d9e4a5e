"""Sentences cut into clauses: attribution set aside, then clause by clause.

No parser: a clause boundary is a coordinator, a relative pronoun or a mark, with a verb in sight on both sides.
"""

from __future__ import annotations

from itertools import accumulate

from hague.reading.propositions import sayings
from hague.reading.propositions import whether as whether_clause
from hague.reading.propositions.clause import Clause, Subject
from hague.reading.propositions.items import number
from hague.reading.propositions.lexicon import clause_words, closed
from hague.reading.propositions.tokens import Match, Word
from hague.reading.propositions.verbs import BARE_PLURALS, agrees

QUOTES = frozenset("\"“”«»„‘’'`")
DASHES = frozenset(("—", "–", "-", "―"))
CONTRACTING = frozenset(("it", "he", "she", "that", "there", "who", "what", "here", "one"))
TRIM = frozenset((",", ";", ":", ".", "!", "?", "—", "–", "-", "…", "(", ")", "[", "]", "*", "•")) | QUOTES
NEARNESS = clause_words("nearness")
"""Words before "after" that belong with it ("hours after ...")."""
LONG_TAIL = 10
NOUNS_OF_SAYING = clause_words("nouns-of-saying")
PRONOUNS = clause_words("pronouns")
PASSIVE = clause_words("passive")
DENIALS = frozenset(("denied", "denies", "deny", "pleaded", "pleads", "plead"))
ANYONE = frozenset(("nobody", "anybody", "anyone", "everyone", "those", "someone", "one"))
"""Words with which a relative clause belongs ("nobody who was under 18 may be charged")."""
HEARD = frozenset(("stood", "stand", "stands", "appeared", "appear", "appears", "brought", "standing", "appearing"))
UNITS = frozenset(("year", "years", "days", "day", "months", "month", "weeks", "week", "one-year"))
COUNTED = ("a", "one", "two", "three", "twelve", "12", "six")
SHORT = 5
"""Words of a clause with "before" or "after" that is too short to be a claim of its own ("before it left")."""
SIGHT = 14
"""Words within which the verb of a new clause must come."""


AFTERTHOUGHTS = clause_words("afterthoughts")
OPENING = ("after", "before", "when", "since", "as", "because", "if", "unless", "once")
NO_RESULT = frozenset(("far", "called", "much", "many", "long", "that", "to", "did", "does", "do", "is", "was"))
"""Words after a "so" that does not begin a clause of its own."""


class Cutter:
    """Cuts one sentence. ``kinds[i]`` is the kind of the mention or time that word ``i`` belongs to, or ''."""

    def __init__(self, tokens: list[Word], found: list[Match], kinds: list[str]) -> None:
        self.tokens = tokens
        self.low = [t.low for t in tokens]
        self.kinds = kinds
        self.words = closed()
        for i in range(1, len(tokens)):
            if tokens[i].text == "A" and self.low[i - 1] == "chamber" and kinds[i - 1]:
                kinds[i] = kinds[i - 1]  # "Pre-Trial Chamber A"
        self.holes: list[tuple[int, int]] = []
        self.passed: frozenset[int] = frozenset()
        self._finite: tuple[frozenset[int], list[int]] | None = None
        """Words of the holes of the clause that is being read: no verb of theirs is its own."""
        self.verb: dict[int, str] = {}
        self.say: dict[int, Match] = {}
        for m in found:
            if m.entry.table in ("cue", "say") and m.entry.form != "noun":
                form = m.entry.form
                if self.verb.get(m.first) != "past":
                    self.verb[m.first] = form
        for m in found:
            pleads = self.low[m.first][:5] == "plead" and self.low[m.last : m.last + 1] in (["guilty"], ["not"])
            if m.entry.table == "say" and not pleads and not self._is_noun(m):
                self.say.setdefault(m.first, m)

    def _is_noun(self, m: Match) -> bool:
        """Whether a form of a verb of saying stands as a noun here ("the states", "a report")."""
        if m.entry.form == "third":
            return m.entry.words[0] in self.words.plurals and not self.is_finite(m.first)
        before = self.low[m.first - 1] if m.first else ""
        return m.entry.form == "base" and (
            before in self.words.determiners or before in self.words.prepositions - {"to"}
        )

    def is_finite(self, i: int) -> bool:
        if i in self.passed or self.kinds[i] == "time":  # "since May"
            return False
        low = self.low[i]
        if low in ("be", "do", "have") and i and self.low[i - 1] == "to":
            return False
        if low in self.words.auxiliaries or low in self.words.finite or low == "n't":
            return True
        if low == "'s":
            return i > 0 and self.low[i - 1] in CONTRACTING
        if self.kinds[i]:
            return False
        form = self.verb.get(i)
        if form == "third" and low in self.words.plurals:
            return i > 0 and (self.low[i - 1] in PRONOUNS or self.kinds[i - 1] not in ("", "act", "time"))
        before = self.low[i - 1] if i else ""
        if form in ("past", "third"):
            return before not in self.words.determiners or before in self.words.subjects or bool(self.kinds[i - 1])
        if form in ("part", "ing"):
            return False
        if low.endswith("ed") and len(low) > 4 and low not in ("indeed", "hundred", "united", "need", "speed"):
            return before not in self.words.determiners
        return agrees(self.tokens, self.kinds, i)

    def starts_clause(self, i: int, stop: int, *, bare: bool) -> bool:
        """Whether words from ``i`` (before ``stop``) open a clause of their own; ``bare``: may lack a subject."""
        if self.low[i : i + 2] in (["in", "fact"], ["in", "truth"], ["at", "least"]):
            i += 2
        while i < stop and (
            self.low[i] in QUOTES
            or self.low[i] in ("then", "also", "later", "now", "still", "never", "thus", "only", "both")
        ):
            i += 1
        if i >= stop:
            return False
        low = self.low[i]
        if bare and (self.is_finite(i)) and low not in self.words.subjects:
            return True
        if (
            bare
            and self.verb.get(i) == "part"
            and any(w in ("was", "were", "been", "is", "are", "be") for w in self.low[max(0, i - 18) : i])
        ):
            return True
        head = (
            number(low) is not None
            or low in self.words.subjects
            or low in self.words.determiners
            or bool(self.kinds[i])
            or self.tokens[i].text[:1].isupper()
            or low[:1].isdigit()
            or low in BARE_PLURALS
            or (low.endswith("s") and i + 1 < stop and self.is_finite(i + 1))
            or low in ("nobody", "in", "under", "since", "by", "anyone", "nothing")
        )
        if not head:
            return False
        for j in range(i + 1, min(stop, i + SIGHT)):
            low = self.low[j]
            if low in (",", ";") and j > i + 1 and not self.kinds[i]:
                continue
            if low in ("which", "who", "that", "whose") and self.low[j - 1] not in ANYONE:
                return False
            if self.is_finite(j):
                if low in self.words.auxiliaries or low in self.words.finite:
                    return True
                back = next((k for k in range(j - 1, i, -1) if not self.low[k].endswith("ly")), j - 1)
                previous = self.low[back]
                if (
                    self.kinds[back]
                    or previous in self.words.subjects
                    or (previous not in ("and", "or", ",") and self.low[i] in self.words.determiners)
                    or (
                        previous == "," and self.low[i:j].count(",") == 2
                    )  # "and the other man, once his aide, followed"
                    or self.low[i] in self.words.subjects
                    or (self.low[i] in BARE_PLURALS and (j == i + 1 or previous in BARE_PLURALS))
                ):
                    return True
        return False

    def has_finite(self, i: int, j: int) -> bool:
        if self._finite is None or self._finite[0] != self.passed:
            self._finite = self.passed, [0, *accumulate(self.is_finite(k) for k in range(len(self.low)))]
        until = self._finite[1]
        i, j = max(i, 0), min(j, len(self.low))
        return i < j and until[j] > until[i]

    def clauses(self) -> list[Clause]:
        out: list[Clause] = []
        for first, last, attributed, negated in self.segments():
            out += self.cut(first, last, attributed, negated)
        return [self._with_holes(c) for c in (self.trim(c) for c in out) if c.last > c.first]

    def _with_holes(self, clause: Clause) -> Clause:
        inside = tuple((a, b) for a, b in self.holes if clause.first < a and b < clause.last)
        return clause._replace(holes=inside) if inside else clause

    def read(self, clause: Clause) -> None:
        """From now on verbs in the holes of this clause do not count."""
        self.passed = frozenset(k for a, b in clause.holes for k in range(a, b))

    def _is_participle(self, i: int) -> bool:
        """Whether a clause without a subject may open with word ``i`` ("Arrested in May, ...", "..., wanted since")."""
        if self.kinds[i]:
            return False
        past = self.verb.get(i) in ("past", "part") or (self.low[i].endswith("ed") and len(self.low[i]) > 4)
        return past or whether_clause.ranked(self.low, i)

    def _inserted(self, i: int, last: int) -> int | None:
        """Where a relative clause that opens behind the comma ``i`` and splits a clause in two is closed."""
        reduced = self._is_participle(i + 1)
        noun = (
            self.low[i + 1] in ("the", "a", "an")
            and any(  # ", the leader whose militia he served,"
                w in ("who", "whose", "which", "whom") for w in self.low[i + 2 : i + 8]
            )
        )
        whom = self.low[i + 2] == "whom" and self.low[i + 1] in self.words.prepositions
        if self.low[i + 1] not in ("who", "which", "whose", "whom") and not reduced and not noun and not whom:
            return None
        for j in range(i + 3, min(last, i + 40)):
            if self.low[j] == "," and (reduced or self.has_finite(i + 1, j)):
                follow = j + 1
                while follow < last and self.low[follow] in ("also", "still", "never", "now", "then", "n't"):
                    follow += 1
                if follow < last and self.is_finite(follow):
                    return j
                if reduced:
                    return None
        return None

    # -- attribution ---------------------------------------------------------------------------------------

    def segments(self) -> list[tuple[int, int, bool, bool]]:
        """Stretches ``(first, last, attributed, negated)`` left when attributions are taken out."""
        out: list[tuple[int, int, bool, bool]] = []
        start = 0
        for i, low in enumerate([*self.low, ";"]):
            if low == ";":
                if i > start:
                    out += self._segments(start, i)
                start = i + 1
        return out

    def _segments(self, first: int, n: int) -> list[tuple[int, int, bool, bool]]:
        last = n
        attributed = negated = False
        low = self.low
        for a, b in sayings.inserted(self, first, n):
            self.holes.append((a, b))
            self.passed |= frozenset(range(a, b))
            self.say = {k: m for k, m in self.say.items() if not a <= k < b}
        if low[first] == "asked":
            comma = self._main_comma(first, n)
            first = comma + 1 if comma else first
        lead = first + 1 if low[first] in self.words.coordinators else first
        if low[lead : lead + 2] == ["according", "to"]:
            comma = self._find(",", lead + 2, n)
            if comma and self.has_finite(comma, n):
                first, attributed = comma + 1, True
        at = self._find_pair("according", "to", first + 1, last)
        at = None if at in self.passed else at
        if (at and low[at - 1] == ",") or (at and not self.has_finite(at, last)):
            comma = self._find(",", at, last)
            if comma and self.has_finite(comma, last) and low[comma + 1 : comma + 2] != ["who"]:
                head = [(first, at, True, False)] if self.has_finite(first, at) else []
                return [*head, (comma + 1, last, True, False)]
            if self.has_finite(first, at):
                last, attributed = at, True
        out: list[tuple[int, int, bool, bool]] = []
        changed = True
        while changed:
            changed = False
            tail = self._tail(first, last)
            if tail is not None:
                more = sayings.added(self, tail, last)
                out += [(more, last, True, False)] if more else []
                last, attributed, changed = tail, True, True
        middle = self._middle(first, last)
        if middle is not None:
            return [(first, middle[0], True, False), (middle[1], last, True, False), *out]
        start = self._content(first, last)
        if start is not None:
            begin, keep, denies = start
            if keep:
                return [(first, last, attributed, False), *out]
            return [*self._of_the_speaker(first, begin), *self._inner(begin, last, denies), *out]
        return [(first, last, attributed, negated), *out]

    def _acts(self, first: int, k: int) -> bool:
        """Whether the subject of an announcement is one who does what is announced, not one who tells of it."""
        return any(kind not in ("", "time", "act") for kind in self.kinds[first:k]) or "government" in self.low[first:k]

    def _of_the_speaker(self, first: int, begin: int) -> list[tuple[int, int, bool, bool]]:
        """What an attribution says of its speaker: "Israel, which is not a member, says that ..."."""
        j = next((j for j in range(first + 1, min(begin, first + 8)) if self.low[j] == ","), begin)
        end = next((j for j in range(j + 3, begin) if self.low[j] == ","), None)
        if end and self.low[j + 1] in ("which", "who") and self.has_finite(j + 2, end):
            return [(first, end, False, False)]
        return []

    def _inner(self, first: int, last: int, negated: bool) -> list[tuple[int, int, bool, bool]]:
        """Content that may itself begin with an attribution ("A said B told C that P"), or join another."""
        again = self._content(first, last)
        if again is not None and not again[1]:
            return self._inner(again[0], last, negated or again[2])
        for k in range(first + 3, last):  # "... and added that P"
            if self.low[k] in ("and", "but") and k + 1 in self.say and self.low[k + 2 : k + 3] == ["that"]:
                comma = k - 1 if self.low[k - 1] == "," else k
                return [(first, comma, True, negated), (k + 3, last, True, False)]
        return [(first, last, True, negated)]

    def _content(self, first: int, last: int) -> tuple[int, bool, bool] | None:
        """Where reported content begins after "X said (that)": ``(index, keep, denies)``; ``keep`` if the act itself
        belongs to the claim."""
        for k in range(first, min(last - 4, first + 24)):  # "welcomes the news that P"
            if (
                self.low[k] in NOUNS_OF_SAYING
                and self.low[k + 1] == "that"
                and self.starts_clause(k + 2, last, bare=False)
            ):
                return k + 2, False, False
        for k in sorted(self.say):
            if not first < k < last or self.kinds[k]:
                continue
            m = self.say[k]
            if m.entry.form not in ("past", "third", "base", "part", "ing"):
                continue
            if self._has_verb(first, k):
                break
            after = m.last
            that = next((j for j in range(after, min(last, after + 16)) if self.low[j] == "that"), None)
            if that is not None and self.has_finite(after, that):
                that = None
            if that is not None and not self.has_finite(that + 1, last):
                that = None
            if that is None and self.low[k] in DENIALS and self.low[after : after + 1] != ["having"]:
                continue  # "denied all charges"
            if that is None and not self._opens(after, last):
                if self.low[after : after + 1] == ["whether"]:
                    return after, False, False
                continue
            begin = that + 1 if that is not None else after
            keep = (
                m.entry.name == "ruling"
                or (self.low[k] in ("announced", "announce") and k - first < 14 and self._acts(first, k))
                or (that is not None and self.low[k] in ("told", "informed") and "nations" in self.low[k:that])
            )
            denied = any(w in ("n't", "not", "never") for w in self.low[max(first, k - 3) : k]) or self.low[k] in (
                "denied",
                "denies",
                "deny",
                "doubt",
                "doubts",
                "doubted",
            )
            return begin, keep, denied
        return None

    def _has_verb(self, first: int, k: int) -> bool:
        """Whether a finite verb other than the reporting verb's own auxiliaries stands before ``k``, outside
        a relative clause."""
        j = k - 1
        while j > first and (
            self.low[j] in self.words.auxiliaries
            or self.low[j] in ("n't", "not", "to", "also", "been", "earlier", "later", "since", "once", "never")
        ):
            j -= 1
        relative = False
        for i in range(first, j + 1):
            if self.low[i] in ("who", "which", "that", "whose", "whom"):
                relative = True
            if self.low[i] == ";":
                return True
            if self.low[i] == "," and relative and i > first + 2:
                relative = False
            if (
                self.is_finite(i)
                and not relative
                and self.low[i] not in ("held", "named", "based", "called", "asked", "sourced", "quoted")
            ):
                return True
        return False

    def _opens(self, i: int, last: int) -> bool:
        if i >= last:
            return False
        if (self.low[i] in (",", ":") and i + 1 < last and self.low[i + 1] in QUOTES) or (
            self.low[i] == ":" and i + 1 < last
        ):
            i += 1
        return self.starts_clause(i, last, bare=False)

    def _tail(self, first: int, last: int) -> int | None:
        """Where a closing attribution (", X said on Friday", ", said X") begins."""
        for k in sorted(self.say, reverse=True):
            if not first + 2 < k < last or self.say[k].entry.form not in ("past", "third", "base"):
                continue
            comma = next(
                (j for j in range(k - 1, first, -1) if self.low[j] in (",", "?", "!") or self.low[j] in ("”", '"')),
                None,
            )
            if comma is None:
                continue
            inner = [
                j
                for j in range(comma + 1, k)
                if (self.low[j] in self.words.auxiliaries or self.low[j] in self.words.finite)
                and self.low[j] not in ("has", "had", "have", "who")
                and not self.kinds[j]
            ]
            relative = any(self.low[j] in ("who", "which") for j in range(comma + 1, k))
            if inner and not relative:
                continue
            if self.low[comma + 1 : comma + 2] and self.low[comma + 1] in (
                "and",
                "but",
                "which",
                "who",
                "while",
                "after",
                "as",
                "because",
                "although",
            ):
                continue
            stop = next((j for j in range(k, last) if self.low[j] == ","), last)
            if any(self.low[j] == "that" and self.has_finite(j, last) for j in range(k, min(stop, k + 6))):
                continue
            if self._opens(self.say[k].last, last):
                continue
            if not self.has_finite(first, comma):
                continue
            if k == comma + 1 or k - comma < 22:
                return comma
        return None

    def _middle(self, first: int, last: int) -> tuple[int, int] | None:
        """An attribution between commas ("The court, he said, has ..."): ``(start, end)``."""
        for k in sorted(self.say):
            if not first + 1 < k < last - 3:
                continue
            before = next((j for j in range(k - 1, first, -1) if self.low[j] == ","), None)
            after = next((j for j in range(k + 1, min(last, k + 12)) if self.low[j] == ","), None)
            if before is None or after is None or k - before > 12:
                continue
            if any(self.is_finite(j) for j in range(before + 1, k)) or self.low[before + 1] in (
                "which",
                "who",
                "and",
                "but",
                "while",
                "as",
            ):
                continue
            if self._opens(self.say[k].last, after) or any(self.low[j] == "that" for j in range(k, after)):
                continue
            if self.starts_clause(after + 1, last, bare=False) and self.has_finite(first, before):
                return before, after + 1
        return None

    # -- cutting -------------------------------------------------------------------------------------------

    def cut(self, first: int, last: int, attributed: bool, negated: bool) -> list[Clause]:
        words = self.words
        out: list[Clause] = []
        start = stop = first
        subject: Subject = "own"
        whether = False
        i = first
        if first < last and self.low[first] in (*words.subordinators, *OPENING):
            comma = self._main_comma(first, last)
            if comma and self.low[first] in (*words.subordinators, "after", "before", "when", "once"):
                out.append(Clause(first + 1, comma, "own", attributed, False, negated))
                start = i = comma + 1
            elif comma:
                i = comma + 1
        elif first < last and self._is_participle(first):
            comma = self._find(",", first + 2, min(last, first + 16))  # "Acquitted in June, he was ..."
            if comma and not self.has_finite(first + 1, comma) and self.starts_clause(comma + 1, last, bare=False):
                out.append(Clause(first, comma, "following", attributed, False, negated))
                start = i = comma + 1
        while i < last:
            low = self.low[i]
            if i in self.passed:
                i += 1
                continue
            if stop <= i:
                stop = self._stop(i + 1, last)
            cut_at: int | None = None
            begin = i + 1
            kind: Subject = "own"
            if (
                low == ";"
                or (low in DASHES and self.has_finite(i + 1, last))
                or (low == ":" and self._colon_parts(start, i, last))
                or (low in DASHES and i > start + 2 and self.has_finite(start, i))
            ):
                cut_at = i
            elif (low in words.coordinators or (low == "yet" and self.low[i - 1] == ",")) and not self.kinds[i]:
                left = i - 1 if i > start and self.low[i - 1] == "," else i
                if low == "but" and self.low[i + 1 : i + 2] == ["not"] and self.has_finite(start, left):
                    out.append(Clause(start, left, subject, attributed, whether, negated))
                    start, subject, whether, negated = i + 1, "inherited", False, False
                    i += 2
                    continue
                if self.has_finite(start, left) and self.starts_clause(i + 1, stop, bare=True):
                    cut_at = left
                    begin = i if low == "nor" else i + 1
                    kind = "own" if self.starts_clause(i + 1, stop, bare=False) else "inherited"
            elif (
                low in ("because", "so", "for")
                and i > start + 1
                and self.low[i - 1] == ","
                and (self.has_finite(start, i) or low == "so")
                and (
                    self.starts_clause(i + 1, stop, bare=False)
                    or self.low[i + 1 : i + 2] in (["why"], ["how"], ["what"])
                    or (low == "so" and self.low[i + 1] not in NO_RESULT and self.has_finite(i + 1, last))
                )
            ):
                cut_at = i - 1
            elif low in words.subordinators and i > start + 1 and (low != "while" or self.low[i - 1] == ","):
                if self.has_finite(i + 1, last) and self.has_finite(start, i):
                    cut_at = i - 1 if self.low[i - 1] == "," else i
            elif (
                low in ("after", "before", "when", "once", "as")
                and last - i > SHORT
                and i > start + 1
                and self.has_finite(start, i)
            ):
                counted = self.low[i - 2] in COUNTED or self.low[i - 2][:1].isdigit()
                unit = self.low[i - 1] in UNITS and counted
                unit = unit or self.low[max(0, i - 4) : i] == ["year", "to", "the", "day"]
                opens = self.starts_clause(i + 1, stop, bare=False)
                opens = opens and not (low == "before" and self.low[i - 1] in HEARD)
                if self.kinds[i + 1] == "time" and (self.is_finite(i + 2) or self.low[i + 2 : i + 3] == [","]):
                    opens = False  # "what was done before today is", "not before 2017, and only if"
                if unit and i - 3 > start and self.low[i - 3] == "," and opens:
                    cut_at = i - 3  # "..., two months after he had appeared"
                if not unit and not (low in ("when", "as", "once") and self.low[i - 1] != ",") and opens:
                    cut_at = i
                    while cut_at > start and (self.low[cut_at - 1] in NEARNESS or self.low[cut_at - 1] == ","):
                        cut_at -= 1
            elif (
                low == ","
                and start < i < last - 4
                and not self.has_finite(start, i)
                and (end := self._inserted(i, last)) is not None
            ):
                relative = self.low[i + 1] in ("who", "which", "whose", "whom")
                begin = i + 3 if self.low[i + 2] == "whom" else i + 2 if relative else i + 1
                out.append(Clause(begin, end, "antecedent", attributed, False, negated))
                self.holes.append((i, end + 1))
                i = end + 1
                continue
            elif low == "," and i + 1 < last:
                follow = self.low[i + 1]
                if follow in ("which", "who", "whose", "where") and self.has_finite(start, i):
                    end = self._relative_end(i + 1, last)
                    if end == last:
                        cut_at, begin, kind = i, i + 2, "antecedent"
                    else:
                        i = end
                        continue
                elif follow in ("a", "an", "the") and self._appositive(i + 1, last) and self.has_finite(start, i):
                    cut_at, kind = i, "antecedent"
                elif (
                    self.verb.get(i + 1) in ("past", "part")
                    and self.has_finite(start, i)
                    and any(w in PASSIVE for w in self.low[start:i])
                    and any(w in words.coordinators for w in self.low[i + 2 : stop])
                ):
                    cut_at, kind = i, "inherited"
                elif (
                    follow.endswith("ing")
                    and not self.kinds[i + 1]
                    and follow not in ("including", "following", "during", "pending", "according", "nothing")
                ):
                    if self.has_finite(start, i):
                        cut_at, kind = i, "inherited"
                elif self.has_finite(start, i) and follow not in words.coordinators and self._comma_splice(i + 1, last):
                    cut_at = i
            if cut_at is not None and cut_at > start:
                out.append(Clause(start, cut_at, subject, attributed, whether, negated))
                start, subject, whether, negated = begin, kind, False, False
                i = begin
                continue
            if (
                low == "who"
                and self.low[i - 1] not in ANYONE
                and "that" not in self.low[i - 4 : i - 2]  # "declared that a commander who fled could be tried"
                and i > start + 3
                and last - i > LONG_TAIL
                and self.has_finite(start, i)
                and self.is_finite(i + 1)
                and not self.kinds[i - 1]
            ):
                out.append(Clause(start, i, subject, attributed, whether, negated))
                start, subject, whether, negated = i + 1, "antecedent", False, False
                i += 1
                continue
            if low == "whether" and i > start:
                head = self.has_finite(start, i)
                found = whether_clause.ends(self, i, last)
                if head and found is None:
                    out.append(Clause(start, i, subject, attributed, False, negated))
                end = found or last
                said = whether_clause.is_open(self, i, last)
                out.append(Clause(i + 1, end, "own", attributed, True, negated, open=said))
                start = i = end
                if end == last:
                    return out
                continue
            if low == "whether" and i == start:
                found = whether_clause.ends(self, i, last)
                end = found or last
                said = whether_clause.is_open(self, i, last)
                out.append(Clause(i + 1, end, "own", attributed, True, negated, open=said))
                start = i = end
                if end == last:
                    return out
                continue
            i += 1
        if start < last:
            out.append(Clause(start, last, subject, attributed, whether, negated))
        return out

    def _colon_parts(self, start: int, i: int, last: int) -> bool:
        said = any(start <= k < i for k in self.say)
        return not said and self.has_finite(start, i) and self.starts_clause(i + 1, last, bare=False)

    def _main_comma(self, first: int, last: int) -> int | None:
        """The comma that closes an opening subordinate clause."""
        for j in range(first + 2, last):
            if self.low[j] == "," and self.has_finite(first, j) and self.starts_clause(j + 1, last, bare=False):
                return j
        return None

    def _stop(self, i: int, last: int) -> int:
        for j in range(i, last):
            if self.low[j] in (";", "—", "–", "while", "whereas", "although"):
                return j
        return last

    def _relative_end(self, i: int, last: int) -> int:
        """The comma that closes a relative clause begun at ``i`` where a main verb or clause follows, else ``last``."""
        for j in range(i + 2, last):
            if self.low[j] in (",", "—", "–") and self.has_finite(i, j):
                follow = j + 1
                if follow >= last:
                    return last
                if self.low[follow] in self.words.coordinators:
                    return last if not self.starts_clause(follow + 1, last, bare=True) else j
                if self.is_finite(follow) or self.low[follow] in ("n't", "still", "never", "also"):
                    return j
        return last

    def _appositive(self, i: int, last: int) -> bool:
        """On "a step that Moscow called ...", "a claim repeated in ...": an afterthought about the whole clause."""
        for j in range(i + 1, min(last, i + 4)):
            if self.low[j] in ("that", "which") and j > i + 1:
                return True
            if self.low[j] in AFTERTHOUGHTS:
                return True
        return False

    def _comma_splice(self, i: int, last: int) -> bool:
        if self.low[i] in ("he", "she", "they", "we", "it", "nobody"):
            return self.starts_clause(i, last, bare=False)
        k = i
        while k < last and self.kinds[k] == "state":
            k += 1  # "Uganda and Burundi are members, Rwanda isn't"
        return k > i and (self.low[k : k + 1] == ["never"] or self.low[k + 1 : k + 2] in (["n't"], ["not"]))

    def trim(self, clause: Clause) -> Clause:
        first, last = clause.first, clause.last
        while first < last and first in self.passed:
            first += 1
        while first < last and last - 1 in self.passed:
            last -= 1
        if last - first > 4 and self.low[first].isdigit() and self.low[first + 1] in ("/", ")", "."):
            first += 2  # "1/ BREAKING: ..."
        for k in range(first + 1, min(first + 4, last - 3)):
            if (
                self.low[k] == ":"
                and not any(self.is_finite(j) or self.kinds[j] for j in range(first, k))
                and self.has_finite(k + 1, last)
            ):
                first = k + 1
                break
        if (
            1 < first < last
            and self.low[first].isdigit()
            and self.low[first - 1] == ":"
            and self.low[first - 2].isdigit()
        ):
            first += 1  # "15:10 The judges ..."
        lead = ("and", "but", "or", "yet", "so", "that", "then", "however", "also", "moreover", "meanwhile")
        while first < last and (self.low[first] in TRIM or (self.low[first] in lead and last - first > 3)):
            if self.low[first] == "that" and self.kinds[first]:
                break
            if self.low[first] == "that" and first + 1 < last and not self.starts_clause(first + 1, last, bare=False):
                break
            first += 1
        while last > first and self.low[last - 1] in TRIM:
            if self.low[last - 1] == ")" and "(" in self.low[first:last]:
                break
            last -= 1
        return clause._replace(first=first, last=last)

    def _find(self, low: str, first: int, last: int) -> int | None:
        return next((j for j in range(first, last) if self.low[j] == low), None)

    def _find_pair(self, one: str, two: str, first: int, last: int) -> int | None:
        return next((j for j in range(first, last - 1) if self.low[j] == one and self.low[j + 1] == two), None)
