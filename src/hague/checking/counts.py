"""Numbers of counts in a clause against those that the record states of a case."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hague.checking.model import Finding
from hague.checking.question import Question
from hague.reading.model import Argument
from hague.record import wording
from hague.record.known import known
from hague.record.model import Person

MOST = 70
"""Counts of the case on record that has most of them (Ongwen); larger number words are figures of speech."""
WORDS = {"single": 1} | {word: n for word, n in wording.NUMBERS.items() if 1 <= n <= MOST}
_NUMBER = rf"(\d+|{'|'.join(WORDS)})"
_STATED = re.compile(rf"\b{_NUMBER}(?: of (?:the )?{_NUMBER})?(?: more| new)? (?:counts|charges|crimes|count|charge)\b")
_LOOSE = re.compile(rf"\b{_NUMBER} of (?:crimes|war crimes|genocide)|\bof {_NUMBER} (?:counts|charges)")


_KINDS = r"(?:war crimes|crimes against humanity|genocide)"
_SUM = re.compile(rf"\b{_NUMBER} (?:counts of |of )?{_KINDS} and {_NUMBER} (?:counts of |of )?{_KINDS}")


def _value(text: str) -> int:
    return int(text) if text.isdigit() else WORDS[text]


def _numbers(texts: Iterable[str]) -> list[int]:
    found = []
    for text in texts:
        for pattern in (_STATED, _LOOSE):
            for m in pattern.finditer(text.lower()):
                found += [_value(g) for g in m.groups() if g]
        found += [_value(a) + _value(b) for a, b in _SUM.findall(text.lower())]
    return found


def _texts(q: Question, p: Person, *kinds: str) -> list[str]:
    return [e.text for e in p.history if e.text and q.known(e) and (not kinds or e.event in kinds)]


def _rulings(q: Question, p: Person, subject: str | None = None) -> list[str]:
    found = []
    for d in q.record.decisions.values():
        if p.id in d.persons and q.known(d) and subject in (None, d.subject):
            found += [d.holding, *d.details]
    return found


def _charges(q: Question, p: Person) -> tuple[int, int]:
    """How many charges are on record; deportation and forcible transfer may be one count."""
    acts = [c.act for c in p.charges if known(c, q.today)]
    return len(acts), len(acts) - ("deportation" in acts and "forcible-transfer" in acts)


def fit(q: Question, p: Person, found: Finding | None, *kinds: str) -> Finding | None:
    """``found``, if the numbers of counts in the clause are those of the record; wrong where the record states another
    number for the steps ``kinds`` and the one of the clause nowhere; ``None`` where it states none."""
    asked = q.args("number", "count", "crime") or _plain(q)
    values = []
    for argument in asked:
        modifier, _, value = (argument.value or "").rpartition(" ")
        values.append((modifier, int(float(value))))
    if not values or found is None or found.holds is False:
        return found
    own = _numbers(_texts(q, p, *kinds))
    stated = {*_numbers(_texts(q, p)), *_numbers(_rulings(q, p)), *_charges(q, p)}
    if own and q.cue("convict") and not set(own) & {v for _, v in values} and len(values) == 1 and not q.acts():
        return _wrong(q, p, own, found, values[0])
    all_proved = bool(kinds) and kinds[0] in ("convicted", "charges-confirmed")
    if own and len(values) == 2 and values[0][1] < values[1][1] == own[0] and all_proved:
        return _wrong(q, p, own, found, values[0])  # "12 of 18 counts" where all were proved
    if q.prop.tense == "present" and len(values) == 1 and not values[0][0] and "charges-amended" in kinds:
        last = _numbers(_texts(q, p, "charges-amended", "charges-confirmed")[-1:])
        before = _numbers(_rulings(q, p, "warrant"))
        if last and values[0][1] not in last and values[0][1] == max(before, default=0):
            return _wrong(q, p, last, found, values[0])
    if all(v in stated or (m == "at-least" and any(v <= s <= 1.4 * v for s in stated)) for m, v in values):
        return found
    if own and len(values) == 1 and not values[0][0] and values[0][1] not in stated:
        return _wrong(q, p, own, found, values[0])
    return None


def _plain(q: Question) -> list[Argument]:
    """The number in "convicted him of the other twelve", "found guilty on nine"."""
    said = q.prop.roles.get("cue.convict")
    if said is None or not q.cue("other", "others-word", "all-of"):
        return []
    return [a for a in q.args("number", "plain") if 0 <= a.span.start - said.span.end <= 20]


def _wrong(q: Question, p: Person, own: list[int], found: Finding, value: tuple[str, int]) -> Finding | None:
    if value[0] not in ("", "all"):
        return None
    right = f"{found.why} The number of counts on record: {own[0]}."
    return Finding(False, right, right, found.facts, (p.id,), found.articles)
