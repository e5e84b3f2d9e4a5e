"""Questions that a sentence calls open: where a "whether" clause ends, and by which words it is so called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hague.reading.propositions.lexicon import clause_words

if TYPE_CHECKING:
    from hague.reading.propositions.clauses import Cutter

OPEN_VERBS = clause_words("open-verbs")
OPEN_WORDS = clause_words("open-words")
OPEN_ENDS = clause_words("open-ends")
"""Words by which a sentence that begins with "whether" says that it is an open question."""
DISPUTE = clause_words("dispute")
"""Words before "whether" that say that people are not agreed."""
DOUBT = clause_words("doubt")
"""The same only where a negator stands beside them ("not known whether", "nobody has ruled on whether")."""
NO = frozenset(("not", "n't", "nobody", "never", "no", "none", "less", "yet", "hardly", "neither", "nor", "far"))
NEAR = 9
LEADING = frozenset((";", "but", "and", ":", "—", "–", "“", '"'))
OUTSIDE = frozenset(("that", "which", "who", "whose", "when", "where", "if", "because", "while", "as", "once", "whom"))
"""Words whose verb is not the main verb of the sentence."""
LINKING = frozenset(("not", "n't", "also", "still", "never", "now", "then", "even", "always", "already"))


def ends(cutter: Cutter, i: int, last: int) -> int | None:
    """After "whether ...", where the main verb stands if the clause is its subject ("... divides lawyers",
    "... is disputed", "..., nobody can say")."""
    found = _called_open(cutter, i, last)
    leads = i == 0 or cutter.low[i - 1] in LEADING
    return _second_verb(cutter, i, last) if found is None and leads else found


def is_open(cutter: Cutter, i: int, last: int) -> bool:
    """Whether the sentence calls the question open: in words of its own, or by making it the subject of the sentence
    where it does not ask what will come."""
    if disputed(cutter, i) or _called_open(cutter, i, last) is not None:
        return True
    end = ends(cutter, i, last)
    return end is not None and not {"will", "'ll"} & set(cutter.low[i:end])


def _called_open(cutter: Cutter, i: int, last: int) -> int | None:
    low = cutter.low
    for j in range(i + 3, last):
        if low[j] in ("divides", "remains", "remain", "divided", "splits"):
            return j
        if low[j] in OPEN_VERBS and any(w in OPEN_WORDS for w in low[j + 1 : min(last, j + 7)]):
            return j
        if low[j] == "," and any(w in OPEN_ENDS for w in low[j + 1 : min(last, j + 7)]):
            return j
    return None


def _second_verb(cutter: Cutter, i: int, last: int) -> int | None:
    """Where the second verb of a sentence begins whose subject is the whole of "whether ...", whatever it says of it:
    "... is before the judges", "... will occupy the court", "..., the judges would not say"."""
    low = cutter.low
    if low[i + 1 : i + 3] == ["or", "not"]:
        return None
    first = next((j for j in range(i + 2, last) if cutter.is_finite(j)), None)
    if first is None:
        return None
    end = first + 1
    while end < last and (low[end] in LINKING or cutter.is_finite(end) or low[end] in ("be", "been")):
        end += 1
    pending = False
    for j in range(end, last - 1):
        if low[j] in OUTSIDE or (low[j] in ("he", "she", "it", "they", "we", "i", "you") and low[j - 1] != ","):
            pending = True
        elif low[j] == "," and cutter.starts_clause(j + 1, last, bare=False):
            return j
        elif cutter.is_finite(j) and not cutter.is_finite(j - 1):
            if not pending:
                return j
            pending = False
    return None


def disputed(cutter: Cutter, i: int) -> bool:
    """Whether the words before "whether" say that its question is open."""
    before = cutter.low[max(0, i - NEAR) : i]
    if any(w in DISPUTE for w in before):
        return True
    return any(w in DOUBT for w in before) and any(w in NO for w in before)


def ranked(low: list[str], i: int) -> bool:
    """Whether a rank without a verb opens at word ``i``: "the first person to be convicted"."""
    return low[i : i + 2] == ["the", "first"] and "to" in low[i + 2 : i + 7]
