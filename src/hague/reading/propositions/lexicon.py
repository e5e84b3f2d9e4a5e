"""The lexicon of propositions, read from the data files beside this module and indexed for matching.

``lexicon.toml`` holds classes of words, ``predicates.toml`` what a clause says when certain classes and arguments
meet in it. Everything that recognises wording is in those two files.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from hague import toml_tables

_HERE = Path(__file__).parent
NO_HEAD = "-"
"""The head of rows of which no single word carries the negation: any word of the clause may deny it."""
PARTICLES = frozenset(["over", "out", "down", "up", "off", "in", "back", "away", "on"])
_VOWELS = "aeiou"


class Entry(NamedTuple):
    """A phrase of the lexicon: its words (``~`` is a gap of up to five words), its class and the form of its verb
    (``noun`` for words that stand as they are)."""

    words: tuple[str, ...]
    table: str
    name: str
    form: str


class Row(NamedTuple):
    """One way of saying a predicate. ``needs`` and ``bars`` are sets of alternatives."""

    predicate: str
    needs: tuple[tuple[str, ...], ...]
    any: tuple[str, ...]
    bars: frozenset[str]
    head: str | None
    """The class that carries voice and negation, where it is not simply the verb among the needs."""
    group: str
    alone: bool
    """Whether nothing else is said where this is."""

    def weight_among(self, has: set[str]) -> float:
        """How much it asks for of what the clause itself has: cues and counted numbers weigh more than the mere
        presence of an argument."""
        known = [n for n in self.needs if any(a in has for a in n)]
        return sum(1 if all(a[0] == "@" for a in n) else 2 for n in known) + 0.5 * self.alone + 0.01


class Lexicon(NamedTuple):
    phrases: dict[str, tuple[Entry, ...]]
    """First word -> phrases, longest first."""
    rows: tuple[Row, ...]
    triggers: dict[str, tuple[int, ...]]
    """A need of a row -> indices of rows that have it as their first need."""
    acts: dict[str, str]
    law: frozenset[str]
    """Groups of rows that speak of the law."""


def forms(verb: str, irregular: dict[str, str]) -> dict[str, str]:
    """The forms of a verb: written form -> ``base``, ``third``, ``past``, ``part`` or ``ing``.

    >>> sorted(forms("open", {}).items())
    [('open', 'base'), ('opened', 'past'), ('opening', 'ing'), ('opens', 'third')]
    """
    out = {verb: "base"}
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        out[verb + "es"] = "third"
    elif verb.endswith("y") and verb[-2] not in _VOWELS:
        out[verb[:-1] + "ies"] = "third"
    else:
        out[verb + "s"] = "third"
    stem = verb
    doubled = verb in _DOUBLING
    if doubled:
        stem = verb + verb[-1]
    if verb.endswith("ie"):
        out[verb[:-2] + "ying"] = "ing"
    elif verb.endswith("e") and not verb.endswith("ee"):
        out[verb[:-1] + "ing"] = "ing"
    else:
        out[stem + "ing"] = "ing"
    if verb in irregular:
        past, part = (p.strip() for p in irregular[verb].split(","))
        out[past] = "past"
        out.setdefault(part, "part")
    elif verb.endswith("e"):
        out[verb + "d"] = "past"
    elif verb.endswith("y") and verb[-2] not in _VOWELS:
        out[verb[:-1] + "ied"] = "past"
    else:
        out[stem + "ed"] = "past"
    return out


_DOUBLING = frozenset(
    [
        "stop",
        "drop",
        "commit",
        "refer",
        "permit",
        "admit",
        "plan",
        "scrap",
        "ban",
        "cut",
        "wrap",
        "let",
        "put",
        "sit",
        "set",
        "get",
        "quit",
        "run",
        "shut",
        "win",
        "begin",
        "slap",
        "cancel",
        "travel",
        "expel",
        "compel",
        "repel",
        "strip",
        "transfer",
        "submit",
        "rebut",
        "bar",
        "step",
        "plot",
        "quip",
        "allot",
        "trim",
        "lop",
        "chop",
        "nab",
    ]
)


def _phrases(text: str, irregular: dict[str, str], table: str, name: str) -> list[Entry]:
    out = []
    for phrase in text.split(","):
        verb, *rest = phrase.split()
        for written, form in forms(verb, irregular).items():
            out.append(Entry((written, *rest), table, name, form))
            if rest and rest[0] in PARTICLES:
                out.append(Entry((written, "~", *rest), table, name, form))
    return out


def _fixed(text: str, table: str, name: str) -> list[Entry]:
    return [Entry(tuple(_split(p)), table, name, "noun") for p in text.split(",") if p.strip()]


def _split(phrase: str) -> list[str]:
    """Words as the tokens have them: a possessive ``'s`` and ``n't`` stand alone, brackets too."""
    from hague.reading.propositions.tokens import TOKEN

    return ["~" if w == "~" else w for part in phrase.split() for w in (["~"] if part == "~" else TOKEN.findall(part))]


@cache
def load() -> Lexicon:
    """The lexicon, read once. Raises ``ValueError`` where a row names a class that does not exist."""
    raw = data()
    rules = toml_tables.read(_HERE / "predicates.toml")
    general = institution()
    law = frozenset(g.strip() for g in f"{rules['law']}, {general['law']}".split(","))
    rows_data: list[dict[str, Any]] = [
        {"head": NO_HEAD, **row} if row["group"] in law else row
        for row in (*rules["predicates"], *general["predicates"])
    ]
    irregular: dict[str, str] = raw["irregular"]
    entries: list[Entry] = []
    for name, cue in raw["cues"].items():
        entries += _phrases(cue["verbs"], irregular, "cue", name) if "verbs" in cue else []
        entries += _fixed(cue["words"], "cue", name) if "words" in cue else []
    for table in ("units", "modifiers", "hedges", "descriptions", "pronouns"):
        for name, words in raw[table].items():
            entries += _fixed(words, table[:-1], name)
    entries += _fixed(raw["negators"]["words"], "negator", "not")
    entries += _fixed(raw["cities"]["names"], "city", "city")
    entries += [Entry(tuple(_split(p)), "rank", rank, "noun") for p, rank in raw["ranks"].items()]
    for name in ("verbs", "ruling"):
        entries += _phrases(raw["say"][name], irregular, "say", name)
    entries += _fixed(raw["say"]["quotative"], "say", "quotative")
    entries += [Entry(tuple(_split(p)), "act", act, "noun") for p, act in raw["acts"].items()]
    by_first: dict[str, list[Entry]] = {}
    for entry in dict.fromkeys(entries):
        by_first.setdefault(entry.words[0], []).append(entry)
    rows = tuple(_row(r) for r in rows_data)
    known = set(raw["cues"]) | {"#" + u for u in raw["units"]}
    wrong = sorted(
        {
            n
            for r in rows
            for n in (*(a for need in r.needs for a in need), *r.any, *r.bars)
            if n not in known and not n.startswith("@")
        }
    )
    if wrong:
        raise ValueError(f"predicates.toml names classes that lexicon.toml does not have: {', '.join(wrong)}")
    triggers: dict[str, list[int]] = {}
    for i, row in enumerate(rows):
        for alternative in row.needs[0]:
            triggers.setdefault(alternative, []).append(i)
    return Lexicon(
        {w: tuple(sorted(es, key=lambda e: -len(e.words))) for w, es in by_first.items()},
        rows,
        {k: tuple(v) for k, v in triggers.items()},
        raw["acts"],
        law,
    )


def _row(raw: dict[str, Any]) -> Row:
    needs = tuple(tuple(n.split("|")) for n in raw["needs"].split())
    return Row(
        raw["name"],
        needs,
        tuple(raw["any"].split("|")) if "any" in raw else (),
        frozenset(raw["bars"].split("|")) if "bars" in raw else frozenset(),
        raw.get("head"),
        raw["group"],
        bool(raw.get("alone", False)),
    )


class Closed(NamedTuple):
    """Words of fixed function."""

    auxiliaries: frozenset[str]
    finite: frozenset[str]
    subjects: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    coordinators: frozenset[str]
    subordinators: frozenset[str]
    plurals: frozenset[str]
    """Third persons that are as a rule plural nouns."""


@cache
def closed() -> Closed:
    raw = data()["closed"]
    return Closed(*(frozenset(w.strip() for w in raw[f].split(",")) for f in Closed._fields))


@cache
def clause_words(name: str) -> frozenset[str]:
    """A set of words by which clauses are told apart."""
    return frozenset(w.strip() for w in data()["clauses"][name].split(","))


@cache
def data() -> dict[str, Any]:
    raw = toml_tables.read(_HERE / "lexicon.toml")
    raw["cues"].update(institution()["cues"])
    return raw


@cache
def institution() -> dict[str, Any]:
    """Wording of general statements about the Court, kept apart from that of cases."""
    return toml_tables.read(_HERE / "institution.toml")
