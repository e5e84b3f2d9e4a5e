"""The rules of ``rules.toml``, compiled: each pattern over tokens becomes a regular expression over their classes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from hague import toml_tables
from hague.reading.times.tokens import OTHER

SHAPES = {
    "DAY": ("day",),
    "DAYORD": ("dayord",),
    "BIGORD": ("bigord",),
    "YEAR": ("year",),
    "HHMM": ("hhmm",),
    "YY": ("yy",),
    "INTEGER": ("integer", "day", "yy", "hhmm"),
    "DECIMAL": ("decimal",),
    "FRACTION": ("fraction",),
    "DECADE": ("decade",),
    "DECADE2": ("decade2",),
    "ISO": ("iso",),
    "ISOTIME": ("isotime",),
    "SLASH": ("slash",),
    "CLOCK": ("clock",),
}
"""Class of figures -> the shapes that belong to it."""


@dataclass(frozen=True)
class Rule:
    """``means`` names the function that gives the value; ``settings`` is handed to it.

    A text that lacks one of the ``needs`` cannot match; most texts lack one of most rules', and ``pattern`` is
    compiled when it is first asked.
    """

    number: int
    source: str
    needs: tuple[frozenset[str], ...]
    """Sets of codes of each of which a match has at least one."""
    means: str
    settings: dict[str, Any] = field(hash=False)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.source)

    def may_match(self, present: frozenset[str]) -> bool:
        """Whether a text of these codes can match at all."""
        return not any(need.isdisjoint(present) for need in self.needs)


@dataclass(frozen=True)
class Rules:
    rules: tuple[Rule, ...]
    code_of_word: dict[str, str]
    code_of_shape: dict[str, str]
    values: dict[str, dict[str, str]]
    """Class -> word -> what it stands for."""


@cache
def load() -> Rules:
    """The rules that ship, compiled once."""
    return compiled(toml_tables.read(Path(__file__).with_name("rules.toml")))


def compiled(data: dict[str, Any]) -> Rules:
    """Rules from the content of a rules file. Raises ``ValueError`` naming the pattern that does not parse."""
    values = {name: _words(listed) for name, listed in data["words"].items()}
    parts: dict[str, str] = data["parts"]
    known: dict[str, Tree] = {}
    parsed = [(_parse(row["p"], parts, known), row) for row in data["rule"]]
    literals = {leaf for tree, _ in parsed for leaf in _leaves(tree) if leaf not in values and leaf not in SHAPES}
    codes = _codes(values, literals)
    charset = _charsets(values, literals, codes)
    rules = []
    for number, (tree, row) in enumerate(parsed):
        settings = {k: v for k, v in row.items() if k not in ("p", "means")}
        needs = tuple(dict.fromkeys(_needs(tree, charset)))
        rules.append(Rule(number, _regex(tree, charset), needs, row["means"], settings))
    words = {w: c for w, c in codes.items() if not w.startswith("#")}
    shapes = {w[1:]: c for w, c in codes.items() if w.startswith("#")}
    return Rules(tuple(rules), words, shapes, values)


def _words(listed: str) -> dict[str, str]:
    return dict((pair if "=" in pair else f"{pair}={pair}").split("=", 1) for pair in listed.split())


# -- the pattern language -------------------------------------------------------------------------------------------

_ITEM = re.compile(r"\s*(?:(<!|<|!|>)(?=\()|(\()|(\))|(\|)|([?*+])|:(\w+)|'([^']+)'|([\w]+))")
Tree = tuple[Any, ...]


def _parse(pattern: str, parts: dict[str, str], known: dict[str, Tree], inside: tuple[str, ...] = ()) -> Tree:
    """The tree of a pattern; ``known`` keeps the trees of the parts met so far."""
    items = list(_items(pattern))
    tree, at = _alternatives(items, 0, parts, known, inside)
    if at != len(items):
        raise ValueError(f"unbalanced bracket in the pattern {pattern!r}")
    return tree


def _items(pattern: str) -> Iterator[tuple[str, str]]:
    at = 0
    while at < len(pattern.rstrip()):
        m = _ITEM.match(pattern, at)
        if not m:
            raise ValueError(f"cannot read the pattern {pattern!r} at {pattern[at:]!r}")
        kinds = ("look", "(", ")", "|", "many", "name", "sign", "word")
        kind = next(k for k, g in zip(kinds, m.groups(), strict=True) if g is not None)
        yield kind, next(g for g in m.groups() if g is not None)
        at = m.end()


def _alternatives(
    items: list[tuple[str, str]], at: int, parts: dict[str, str], known: dict[str, Tree], inside: tuple[str, ...]
) -> tuple[Tree, int]:
    options: list[Tree] = []
    sequence: list[Tree] = []
    while at < len(items) and items[at][0] != ")":
        kind, value = items[at]
        at += 1
        if kind == "|":
            options.append(("seq", *sequence))
            sequence = []
            continue
        if kind in ("look", "("):
            at += kind == "look"
            node, at = _alternatives(items, at, parts, known, inside)
            at += 1
            if kind == "look":
                sequence.append(("look", value, node))
                continue
        elif value in parts and kind == "word":
            if value in inside:
                raise ValueError(f"the part {value!r} contains itself")
            if value not in known:
                known[value] = _parse(parts[value], parts, known, (*inside, value))
            node = known[value]
        else:
            node = ("leaf", value)
        if at < len(items) and items[at][0] == "name":
            node = ("name", items[at][1], node)
            at += 1
        if at < len(items) and items[at][0] == "many":
            node = ("many", items[at][1], node)
            at += 1
        sequence.append(node)
    options.append(("seq", *sequence))
    return (options[0] if len(options) == 1 else ("or", *options)), at


def _leaves(tree: Tree) -> Iterator[str]:
    if tree[0] == "leaf":
        yield tree[1]
        return
    for node in tree[1:]:
        if isinstance(node, tuple):
            yield from _leaves(node)


def _codes(values: dict[str, dict[str, str]], literals: set[str]) -> dict[str, str]:
    """Word (or ``#shape``) -> the character shared by all words of the same classes."""
    member: dict[str, set[str]] = {}
    for name, words in values.items():
        for word in words:
            member.setdefault(word, set()).add(name)
    for word in literals:
        member.setdefault(word, set()).add("=" + word)
    for shapes in SHAPES.values():
        for s in shapes:
            member.setdefault("#" + s, set()).add("#" + s)
    codes: dict[frozenset[str], str] = {}
    out = {}
    for word in sorted(member):
        signature = frozenset(member[word])
        out[word] = codes.setdefault(signature, chr(0x100 + len(codes)))
    return out


def _charsets(values: dict[str, dict[str, str]], literals: set[str], codes: dict[str, str]) -> dict[str, str]:
    out: dict[str, str] = {}
    for name, words in values.items():
        out[name] = "".join(sorted({codes[w] for w in words}))
    for name, shapes in SHAPES.items():
        out[name] = out.get(name, "") + "".join(sorted({codes["#" + s] for s in shapes}))
    for word in literals:
        out[word] = codes[word]
    return out


def _needs(tree: Tree, charset: dict[str, str]) -> list[frozenset[str]]:
    """Sets of codes of each of which every match has one."""
    kind = tree[0]
    if kind == "leaf":
        return [frozenset(charset[tree[1]])]
    if kind == "seq":
        return [need for part in tree[1:] for need in _needs(part, charset)]
    if kind == "or":
        options = [_needs(option, charset) for option in tree[1:]]
        return [frozenset().union(*(min(o, key=len) for o in options))] if all(options) else []
    if kind == "name" or (kind == "many" and tree[1] == "+"):
        return _needs(tree[2], charset)
    return []


def _regex(tree: Tree, charset: dict[str, str]) -> str:
    kind = tree[0]
    if kind == "leaf":
        chars = charset[tree[1]]
        return chars if len(chars) == 1 else f"[{chars}]"
    if kind == "seq":
        return "".join(_regex(t, charset) for t in tree[1:])
    if kind == "or":
        return "(?:" + "|".join(_regex(t, charset) for t in tree[1:]) + ")"
    if kind == "name":
        return f"(?P<{tree[1]}>{_regex(tree[2], charset)})"
    if kind == "many":
        return f"(?:{_regex(tree[2], charset)}){tree[1]}"
    look = {"!": "(?!", ">": "(?=", "<": "(?<=", "<!": "(?<!"}[tree[1]]
    return f"{look}{_regex(tree[2], charset)})"


__all__ = ["OTHER", "Rule", "Rules", "compiled", "load"]
