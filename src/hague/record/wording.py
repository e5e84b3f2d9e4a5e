"""What words of the record and of the news stand for: lemmas without a lexicon, numbers, dates, names.

``lemma`` serves facts: it drops words that every entry about a court has. ``legal`` serves rules, where "judge" and
"prosecutor" tell one rule from another and only the little words are dropped.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import month_name, monthrange
from functools import cache
from pathlib import Path
from typing import Any

from hague import toml_tables

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:,\d{3})+|\d+(?:\.\d+)?")
SENTENCE = re.compile(
    r"(?<=[.;:])\s+|, (?=(?:but|and|though|although|while|whereas|since|because|yet) )"
    r"| and (?=(?:was|were|is|are|has|have|had|did|does|could|would) (?:not|never)\b)"
)
MONTHS = tuple(month_name[1:])
DATE = re.compile(rf"\b(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}) (\d{{4}})\b|\b(1[89]\d\d|20\d\d)\b")
SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_DATA: dict[str, Any] = toml_tables.read(Path(__file__).with_name("wording.toml"))
_SUFFIXES = tuple(_DATA["suffixes"].split())
NUMBERS: dict[str, int] = {word: i for i, word in enumerate(_DATA["numbers"].split())} | _DATA["tens"]
"""Number words up to twenty, and the tens."""
_LITTLE = frozenset(_DATA["little"].split())
_IDLE = frozenset(_DATA["idle"].split())
COMMON = frozenset(_DATA["common"].split()) | _LITTLE
NEGATORS = frozenset(_DATA["negators"].split())
_PLAIN_NO = frozenset(("not", "no", "never", "none", "cannot", "neither", "nor", "n't"))
_SHORT = ("'s", "'d", "'ve", "'ll", "'re")
"""What a word may be drawn together with: "they've"."""
_APART = frozenset(("for", "by", "from", "in", "on", "at", "with", "against", "before", "after", "and", "or", "but"))
"""Words behind which a noun is not what a number counts: "one for the victims"."""
POINTING = frozenset(_DATA["pointing"].split())
DECISIVE = frozenset(_DATA["decisive"].split())
"""Lemmas that a passage must have if the clause has them: everything else may agree and the clause still be wrong."""
ONCE = frozenset(_DATA["once"].split())
"""Lemmas of what one person does once in a matter: told of another day, it is wrong."""
UNITS = {noun: unit for unit, nouns in _DATA["units"].items() for noun in nouns.split()}
TOPICS: dict[str, str] = _DATA["topics"]
"""Subject of a decision -> topic of the claims that it decides."""


@cache
def lemma(word: str) -> str | None:
    """The content that a word stands for among facts, ``None`` for words that tell nothing apart.

    >>> lemma("imprisonment"), lemma("jailed") == lemma("prison"), lemma("the")
    ('jail', True, None)
    """
    low = _bare(word)
    if low in COMMON or number(low) is not None or len(low) < 3:
        return None
    table = _table("synonyms")
    stem = _stem(low)
    return table.get(low) or table.get(stem) or stem


@cache
def legal(word: str) -> str | None:
    """The content that a word stands for in a rule."""
    low = _bare(word)
    if (
        (low in _LITTLE and low not in ("before", "after"))
        or low in _IDLE
        or low in _PLAIN_NO
        or number(low) is not None
        or len(low) < 2
    ):
        return None
    stem = _stem(low)
    law, facts = _table("law"), _table("synonyms")
    return law.get(low) or law.get(stem) or facts.get(low) or facts.get(stem) or stem


@cache
def _table(name: str) -> dict[str, str]:
    out: dict[str, str] = {}
    for canonical, words in _DATA[name].items():
        for word in words.split(","):
            out[_stem(word.strip())] = canonical
            out[word.strip()] = canonical
    return out


def _bare(word: str) -> str:
    low = word.lower().replace("’", "'")
    if low.endswith("n't"):
        return "n't"
    for ending in _SHORT:
        low = low.removesuffix(ending)
    return low


def _stem(word: str) -> str:
    """A word without its ending.

    >>> _stem("authorised"), _stem("authorisation"), _stem("charges")
    ('authoris', 'authoris', 'charg')
    """
    word = word.replace("iz", "is") if len(word) > 5 else word
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            stem = word[: -len(suffix)]
            return stem[:-1] if len(stem) > 4 and stem[-1] == stem[-2] else stem
    return word


def number(word: str) -> float | None:
    """The number that one word gives, in figures or in words up to twenty and the tens."""
    if word[:1].isdigit():
        figures = word.replace(",", "")
        return float(figures) if figures.replace(".", "", 1).isdecimal() else None
    return NUMBERS.get(word.lower())


def plain(word: str) -> str:
    """Lower case, without accents and possessive."""
    low = word.lower().replace("’", "'").removesuffix("'s")
    return "".join(c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c))


def denies(sentence: str) -> bool:
    """Whether a sentence is put in the negative.

    >>> denies("The prosecutor can't appeal."), denies("The prosecutor can appeal.")
    (True, False)
    """
    return any(w in NEGATORS for w in re.findall(r"n't|\w+(?=n't)|\w+", sentence.lower().replace("’", "'")))


def lemmas(text: str) -> frozenset[str]:
    """The lemmas of a text, of its phrases too.

    >>> sorted(lemmas("made public, opened"))
    ['open', 'unseal']
    """
    rest, found = phrases(text)
    return frozenset(filter(None, map(lemma, WORD.findall(rest)))) | found


_ARTICLE = (
    r"(?:\b(?:under|in|by|of|with|from|per|according to) )?\barticles? \d+\s?(?:bis|ter|quater)?(?:\s?\(\w{1,4}\))*"
    r"(?:,? paragraph \d+)?(?: of the (?:rome )?(?:statute|treaty))?,?"
)
_BESIDE = re.compile(
    rf"{_ARTICLE}|,? (?:unlike|rather than|instead of|as opposed to) [^,.;:]{{2,50}}(?=[,.;:]|$)"
    rf"|, (?:and )?(?:not|never) (?!only|just|even)[^,.;:]{{2,50}}(?=[,.;:]|$)"
    rf"|\b(?:{'|'.join(_DATA['asides'].split(', '))})\b,?"
    rf"|(?<=\bthe )(?:two|three|four|five)\b(?! (?:crime|organ|division|language|year|month|vote))",
    re.IGNORECASE,
)

_LONG_NAME = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in _DATA["short_names"]), re.IGNORECASE)


def rule(text: str) -> str:
    """A rule without what does not belong to it: the number of its article, contrasts, asides.

    >>> rule("Under article 5, judges, not the prosecutor, as a rule issue warrants.").split()
    ['judges', ',', 'issue', 'warrants.']
    """
    rest = _LONG_NAME.sub(lambda m: _DATA["short_names"][m[0].lower()], text)
    rest = _BESIDE.sub(" ", rest)
    return rest if len(WORD.findall(rest)) > 2 else text


_PHRASES = [
    (canonical, re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases.split(', ')))})\b", re.IGNORECASE))
    for canonical, phrases in _DATA["phrases"].items()
]


def phrases(text: str) -> tuple[str, frozenset[str]]:
    """The text without the phrases that stand for one word, blanked in place, and these words.

    >>> phrases("He has no means to pay.")
    ('He has          to pay.', frozenset({'indigent'}))
    """
    found = set()
    for canonical, pattern in _PHRASES:
        blanked = pattern.sub(lambda m: " " * len(m[0]), text)
        if blanked != text:
            found.add(canonical)
            text = blanked
    found.discard("nothing")
    return text, frozenset(found)


def dates(text: str) -> list[str]:
    """Partial dates that stand in a text of the record ("3 May 2012", "May 2012", "2012")."""
    out = []
    for m in DATE.finditer(text):
        if m[4]:
            out.append(m[4])
        else:
            n = MONTHS.index(m[2]) + 1
            month = f"{m[3]}-{n:02}"
            known = m[1] and 1 <= int(m[1]) <= monthrange(int(m[3]), n)[1]
            out.append(f"{month}-{int(m[1]):02}" if known else month)
    return out


_COMPOUND = re.compile(
    rf"\b({'|'.join(_DATA['tens'])})-({'|'.join(list(NUMBERS)[1:10])})\b|\b(?:two|three|four|five)-(?=judge|member)",
    re.IGNORECASE,
)


def figures(text: str) -> str:
    """The text with compound numbers in figures, each as long as before; the size of a bench is no number.

    >>> figures("Thirty-nine States; a three-judge bench.")
    '39          States; a       judge bench.'
    """
    return _COMPOUND.sub(
        lambda m: (str(NUMBERS[m[1].lower()] + NUMBERS[m[2].lower()]) if m[1] else "").ljust(len(m[0])), text
    )


def numbers(text: str) -> tuple[frozenset[float], frozenset[tuple[str, float]]]:
    """Numbers of a text, and which of them count what: a unit, or the noun that follows.

    >>> sorted(numbers("By 3 votes to 2 it named six countries.")[1])
    [('country', 6), ('vote', 3.0)]
    """
    tokens = WORD.findall(figures(text))
    values: set[float] = set()
    counted: set[tuple[str, float]] = set()
    for i, word in enumerate(tokens):
        value = number(word)
        if value is None:
            continue
        rest = [t.lower() for t in tokens[i + 1 : i + 4]]
        value *= SCALES.get(rest[0], 1) if rest else 1
        values.add(value)
        rest = rest[: next((k for k, t in enumerate(rest) if number(t) is not None or t in _APART), 3)]
        units = {(UNITS[t], value) for t in rest if t in UNITS}
        if i and tokens[i - 1].lower() in ("under", "below") and "year" not in {u for u, _ in units}:
            units = {("under", value)}
        elif not units and rest and rest[0] not in COMMON and rest[0] not in SCALES and number(rest[0]) is None:
            units = {(_stem(rest[0]), value)}
        counted |= units
    return frozenset(values), frozenset(counted)
