"""What stands in a clause beside its cues: names, times, numbers, acts, pronouns, each with its slot."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache
from typing import NamedTuple

from hague.reading.model import Mention, Timex
from hague.reading.propositions.lexicon import Closed, data
from hague.reading.propositions.tokens import Match, Word

KINDS = {
    "icc": "court",
    "otp": "otp",
    "asp": "asp",
    "registry": "organ",
    "presidency": "organ",
    "tfv": "organ",
}


class Item(NamedTuple):
    """An argument at words ``[first, last)`` of its sentence. ``also`` are readings of a pronoun, kind -> entities."""

    kind: str
    first: int
    last: int
    entity: str | None = None
    value: str | None = None
    unit: str | None = None
    modifier: str | None = None
    candidates: tuple[str, ...] = ()
    anaphoric: bool = False
    also: tuple[tuple[str, tuple[str, ...]], ...] = ()
    timex: Timex | None = None


def kind_of(entity: str | None, type_: str) -> str:
    """The kind of argument that a mention is: ``court``, ``state``, ``person`` ..."""
    if entity is None:
        return {"body": "org"}.get(type_, type_)
    if entity in KINDS:
        return KINDS[entity]
    return entity.partition(":")[0]


UNLIKELY = frozenset(("time", "number", "act", "ordinal", "city"))
"""What is not the antecedent of a clause; the government of a capital stands beside the city."""
TITLES = frozenset((("state", "party"), ("states", "parties"), ("state", "parties"), ("member", "state"),
                    ("member", "states")))  # fmt: skip
"""What is written like a name, but stands for any member."""


def of_mentions(mentions: Iterable[Mention], at: dict[int, int], tokens: list[Word]) -> list[Item]:
    """``at``: start offset of a word -> its index."""
    out = []
    for m in mentions:
        first = at.get(m.start)
        if first is None:
            first = next((i for i, t in enumerate(tokens) if t.start <= m.start < t.end), None)
        if first is None:
            continue
        if m.entity is None and tuple(t.low for t in tokens[first : first + 2]) in TITLES:
            continue
        last = first + 1
        while last < len(tokens) and m.start < tokens[last].start < m.end:
            last += 1
        out.append(Item(kind_of(m.entity, m.type), first, last, m.entity, candidates=m.candidates))
    return out


OF_AN_EVENT = frozenset(["the", "his", "her", "its", "their", "he", "she", "it", "they", "a", "an", "that", "this"])


def of_times(times: Iterable[Timex], at: dict[int, int], tokens: list[Word]) -> list[Item]:
    out = []
    for t in times:
        first = at.get(t.start)
        if first is None:
            first = next((i for i, w in enumerate(tokens) if w.start <= t.start < w.end), None)
        if first is None:
            continue
        last = first + 1
        while last < len(tokens) and t.start < tokens[last].start < t.end:
            last += 1
        if first == 0 and t.type == "TIME" and tokens[0].low[:1].isdigit():
            continue  # "17:18 ...": when the entry of a live report was written
        if tokens[first].low == "that" or (
            first and tokens[first - 1].low == "that" and tokens[first].text[:1].isupper()
        ):
            continue  # "that September" is of a year named elsewhere
        hangs = last - 1 if tokens[last - 1].low in ("before", "after") else last
        if (
            hangs + 1 < len(tokens)
            and tokens[hangs].low in ("before", "after")
            and tokens[hangs + 1].low in OF_AN_EVENT
            and not any(w.text[:1].isupper() for w in tokens[first:last])  # "15 February before a single judge"
        ):
            continue  # "a day before the arrest" hangs on another event
        if last < len(tokens) and tokens[last].low == "as" and tokens[first].low in ("the", "same"):
            continue  # "the same year as ..." says nothing of its own
        impossible = (
            first and tokens[first - 1].low.isdigit() and len(t.value or "") == 7 and tokens[first].text[:1].isupper()
        )
        out.append(Item("time", first, last, None, "impossible" if impossible else t.value, timex=t))
    return out


@cache
def _numbers() -> dict[str, int]:
    raw = data()["numbers"]
    ones = {w: i + 1 for i, w in enumerate(raw["words"].split())}
    tens = {w: 20 + 10 * i for i, w in enumerate(raw["tens"].split())}
    out = {**ones, **tens, "dozen": 12, "hundred": 100}
    for ten, value in tens.items():
        for one in list(ones)[:9]:
            out[f"{ten}-{one}"] = value + ones[one]
    return out


@cache
def _ordinals() -> dict[str, int]:
    raw = data()["numbers"]
    rounds = {w: 30 + 10 * i for i, w in enumerate(raw["rounds"].split())}
    return {w: i + 1 for i, w in enumerate(raw["ordinals"].split())} | rounds


_COMPOUND = re.compile(r"(.{1,40})-(year|month|day|member|judge|count|state|nation|week)(?:-.*)?", re.S)
_NUMERAL = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")


def number(low: str) -> str | None:
    """The value of a number as written.

    >>> number("124"), number("eighteen"), number("1,000"), number("court")
    ('124', '18', '1000', None)
    """
    if _NUMERAL.fullmatch(low):
        return low.replace(",", "")
    found = _numbers().get(low)
    return None if found is None else str(found)


def _hundreds(tokens: list[Word], i: int) -> tuple[str, int] | None:
    """The value and end of "one hundred and twenty", "a hundred and five"."""
    low = [t.low for t in tokens[i : i + 5]]
    at = 1 if low[1:2] == ["hundred"] else 0
    if low[at : at + 1] != ["hundred"] or not (at == 0 or low[0] == "a" or number(low[0])):
        return None
    times = int(float(number(low[0]) or 1)) if at and low[0] != "a" else 1
    rest = number(low[at + 2]) if low[at + 1 : at + 2] == ["and"] and len(low) > at + 2 else None
    more = int(rest) if rest and rest.isdigit() and int(rest) < 100 else 0
    return str(100 * times + more), i + at + (3 if more else 1)


def of_numbers(
    tokens: list[Word], found: list[Match], dated: set[int], regions: dict[str, str], peoples: set[int]
) -> list[Item]:
    """Numbers with what they count, and ordinals. ``dated`` are the words of dates, ``peoples`` those of plurals of
    nationality ("Russians")."""
    units: dict[int, Match] = {}
    for m in found:
        if m.entry.table == "unit" and (m.first not in units or m.last > units[m.first].last):
            units[m.first] = m
    modifiers = {m.last: m.entry.name for m in found if m.entry.table == "modifier"}
    out: list[Item] = []
    taken = set(dated)
    for i, token in enumerate(tokens):
        if i in taken:
            continue
        low = token.low
        ordinal = _ORDINAL.fullmatch(low)
        if ordinal or low in _ordinals():
            out.append(Item("ordinal", i, i + 1, None, ordinal[1] if ordinal else str(_ordinals()[low])))
            continue
        compound = _COMPOUND.fullmatch(low)
        if compound and not low.endswith("-old"):
            value = number(compound[1])
            if value is not None:
                unit = {"nation": "state", "week": "week"}.get(compound[2], compound[2])
                out.append(Item("number", i, i + 1, None, value, unit, modifiers.get(i)))
            continue
        value, end = _hundreds(tokens, i) or (number(low), i + 1)
        taken |= set(range(i + 1, end))
        if low == "single" and i + 1 in units and units[i + 1].entry.name in ("count", "warrant"):
            value = "1"
        if low in ("a", "an") and i + 1 < len(tokens) and tokens[i + 1].low in ("year", "month", "week", "day"):
            out.append(Item("number", i, i + 2, None, "1", tokens[i + 1].low, modifiers.get(i)))
            continue
        if value is None or (
            low == "one"
            and end == i + 1
            and i + 1 < len(tokens)
            and tokens[i + 1].low not in ("year", "judge", "country", "state", "count", "month", "person")
        ):
            continue
        last = end
        if last < len(tokens) and tokens[last].low in ("million", "billion"):
            value = f"{float(value) * {'million': 1e6, 'billion': 1e9}[tokens[last].low]:.0f}"
            last += 1
        if [t.low for t in tokens[last : last + 3]] == ["and", "a", "half"]:
            value = f"{float(value) + 0.5:g}"
            last += 3
        counted: str | None = None
        region = None
        j = last
        while j < min(len(tokens), last + 5):
            if j in units:
                if units[j].entry.name == "crime" and [t.low for t in tokens[units[j].last :][:1]] == ["against"]:
                    break  # "five crimes against humanity" are charges, not kinds of crime
                counted = units[j].entry.name
                last = units[j].last
                break
            if tokens[j].low in regions:
                region = regions[tokens[j].low]
            elif j in peoples:
                counted = "person"
                break
            elif tokens[j].low == "of" and j + 1 < len(tokens) and tokens[j + 1].low in ("them", "which", "whom"):
                counted = _of_them(tokens, j, units, regions)
            elif (
                tokens[j].low
                in ("is", "are", "was", "were", ",", ".", ";", "in", "at", "from", "to", "for", "on", "by")
                or j in dated
            ) and (tokens[j].low != "are" or not any(t.low in regions for t in tokens[j + 1 : j + 2])):
                break  # but not in "50 are African"
            j += 1
        if i and tokens[i - 1].low in ("€", "$"):
            counted = "money"
        elif counted is None and i > 1 and tokens[i - 1].low == ":":  # "Members: 123"
            counted = next((m.entry.name for m in units.values() if m.last == i - 1), None)
        out.append(Item("number", i, last, region, value, counted, modifiers.get(i)))
    return out


def _of_them(tokens: list[Word], at: int, units: dict[int, Match], regions: dict[str, str]) -> str:
    """What "33 of them" counts: members or States where such stand before or a region behind, else persons."""
    kinds = ("person", "member", "state", "count")
    before = [
        m.entry.name
        for i, m in sorted(units.items())
        if i < at and m.entry.name in kinds and (m.entry.name != "count" or (i and number(tokens[i - 1].low)))
    ]
    if any(t.low in regions for t in tokens[at : at + 4]):
        return "member"
    if tokens[at + 1].low == "whom" or not before:
        return "person"
    return {"state": "member"}.get(before[-1], before[-1])


def group(items: list[Item], tokens: list[Word]) -> list[list[Item]]:
    """Items of one kind joined by commas and "and": "Burkina Faso, Mali and Niger" is one group."""
    out: list[list[Item]] = []
    for item in items:
        if out and out[-1][-1].kind == item.kind and item.kind in ("state", "person", "act", "place"):
            between = [t.low for t in tokens[out[-1][-1].last : item.first]]
            joined = any(w in (",", "and", "or", "&") for w in between) and "unlike" not in between
            opening = [t.low for t in tokens[max(0, out[-1][0].first - 2) : out[-1][0].first]]
            if between == [","] and {"like", "unlike"} & set(opening):
                joined = False  # "Like neighbouring Ethiopia, Kenya is a member"
            if "and" not in between and item.last < len(tokens) and tokens[item.last].low == "'s":
                joined = False  # "Thomas Lubanga, once Ntaganda's superior"
            plain = all(
                w
                in (
                    ",",
                    "and",
                    "or",
                    "&",
                    "the",
                    "of",
                    "his",
                    "her",
                    "both",
                    "then",
                    "also",
                    "former",
                    "defence",
                    "minister",
                    "president",
                    "prime",
                    "ex-defence",
                    "chief",
                    "other",
                )
                or (
                    len(between) <= 4
                    and w.isalpha()
                    and w
                    not in (
                        "is",
                        "was",
                        "that",
                        "by",
                        "from",
                        "to",
                        "in",
                        "for",
                        "with",
                        "has",
                        "said",
                        "but",
                        "against",
                        "who",
                        "not",
                        "among",
                    )
                    and not w.endswith("ed")
                )
                for w in between
            )
            if joined and plain and len(between) <= 6:
                out[-1].append(item)
                continue
        out.append([item])
    return out


def slot(
    item: Item,
    head: tuple[int, int] | None,
    passive: bool,
    tokens: list[Word],
    closed: Closed,
    floor: int,
    dated: Collection[int] = (),
) -> str:
    """The grammatical slot of an item in its clause: a preposition, ``poss``, ``subj`` or ``obj``. ``dated``: words of
    its times, whose prepositions are their own ("In 2016 Burundi ...")."""
    if item.last < len(tokens) and tokens[item.last].low in ("'s", "'", "’"):
        following = tokens[item.last + 1].low if item.last + 1 < len(tokens) else ""
        if following not in ("been", "not", "a"):
            return "poss"
    low = tokens[item.first].low
    if (item.anaphoric and low in ("his", "its", "their")) or (
        low == "her"
        and item.last < len(tokens)
        and tokens[item.last].low not in closed.prepositions | closed.auxiliaries | {",", ".", "and"}
    ):
        return "poss"
    j = item.first - 1
    steps = 0
    while j >= floor and steps < 7:
        w = tokens[j].low
        if j in dated and item.kind != "time":
            break
        if w == "unlike" or (w == "like" and (j == 0 or not tokens[j - 1].low.isalpha())):
            return w  # "Like Lubanga in March, he was convicted"
        if w in closed.prepositions:
            if w == "as":
                return "as"
            if w == "of" and tokens[j - 1].low in ("those", "that"):
                return "beside"  # "ten days after those of Albania": set beside what the clause is about
            return "from" if w == "out" else w
        if w in closed.auxiliaries or w in closed.finite or w in (",", ";", ":", "that", "who", "which"):
            break
        if head is not None and head[0] <= j < head[1]:
            break
        if w.endswith("ed") and tokens[j].text[:1].islower() and steps > 0:
            break
        j -= 1
        steps += 1
    if head is None:
        return "subj"
    if item.first < head[0]:
        return "obj" if passive else "subj"
    return "obj"
