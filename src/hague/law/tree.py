"""The law as a tree: comparisons of facts, joined by all, any and not, and named as rules under their articles.

A *fact* is a name that begins with whose fact it is: ``case.day``, ``place.bound_from``, ``nationality.bound_from``.
A case has one or more places and nationalities; ``Some`` and ``Every`` quantify over them. An open question of law is
a leaf of its own whose value is unknown: ``Open`` is "the point goes in favour of jurisdiction".

``fold`` is the only walk over a tree. What a leaf is worth and how values join is up to an *algebra*: ``case`` decides
one case and remembers why, ``sql`` writes one expression for a database, ``grid`` decides every row of arrays at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final, Literal, Protocol, TypeVar

Op = Literal["<", "<=", "="]
Slot = Literal["place", "nationality"]
V = TypeVar("V")

_LEAF: Final = 0
_ALL: Final = 1
_ANY: Final = 2
_NOT: Final = 3
_SOME: Final = 4
_EVERY: Final = 5
_RULE: Final = 6


class Node:
    """A part of a tree. ``slots``: over which of place and nationality its value still varies."""

    __slots__ = ("parts", "slots")
    kind: int
    slots: frozenset[str]
    parts: tuple[Node, ...]


class Leaf(Node):
    """A comparison of facts. ``key`` identifies it: equal leaves are evaluated once."""

    __slots__ = ("key", "reads", "test")
    kind = _LEAF
    key: str
    reads: tuple[str, ...]
    test: Any
    """What an algebra keeps with the leaf, once, to decide it quickly."""

    def __init__(self, key: str, *reads: str) -> None:
        self.key, self.reads, self.parts, self.slots, self.test = key, reads, (), _slots(reads), None


def _slots(names: Iterable[str]) -> frozenset[str]:
    return frozenset(n.partition(".")[0] for n in names) & {"place", "nationality"}


class Compare(Leaf):
    """``left op right``: ``right`` is another fact, a day or a number. Unknown if either is."""

    __slots__ = ("constant", "left", "op", "right")

    def __init__(self, left: str, op: Op, right: str | date | int) -> None:
        self.left, self.op, self.right = left, op, right
        self.constant = right.toordinal() if isinstance(right, date) else right if isinstance(right, int) else None
        reads = (left, right) if isinstance(right, str) else (left,)
        super().__init__(f"{left} {op} {right}", *reads)


class Flag(Leaf):
    """A fact that is itself yes, no or unknown."""

    __slots__ = ("fact",)

    def __init__(self, fact: str) -> None:
        self.fact = fact
        super().__init__(fact, fact)


class Is(Leaf):
    """A fact is one of these words. Unknown if the fact is."""

    __slots__ = ("fact", "words")

    def __init__(self, fact: str, *words: str) -> None:
        self.fact, self.words = fact, words
        super().__init__(f"{fact} is {' or '.join(words)}", fact)


class Always(Leaf):
    """Yes: what a rule says without asking any fact."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__("always")


class Open(Leaf):
    """A question that neither text nor Chamber has settled. Yes means: settled in favour of jurisdiction."""

    __slots__ = ("question",)

    def __init__(self, question: str) -> None:
        self.question = question
        super().__init__(f"open.{question}", f"open.{question}")


class _Join(Node):
    __slots__ = ()

    def __init__(self, *parts: Node) -> None:
        self.parts = parts
        self.slots = frozenset().union(*(p.slots for p in parts))


class All(_Join):
    """All of the parts. Conditions inside conditions are taken as one list."""

    __slots__ = ()
    kind = _ALL

    def __init__(self, *parts: Node) -> None:
        super().__init__(*(inner for part in parts for inner in (part.parts if isinstance(part, All) else (part,))))


class AnyOf(_Join):
    __slots__ = ()
    kind = _ANY


class Not(_Join):
    __slots__ = ()
    kind = _NOT

    def __init__(self, part: Node) -> None:
        super().__init__(part)


class _Over(_Join):
    __slots__ = ("slot",)

    def __init__(self, slot: Slot, part: Node) -> None:
        super().__init__(part)
        self.slot = slot
        self.slots = part.slots - {slot}


class Some(_Over):
    """For at least one place (or nationality) of the case."""

    __slots__ = ()
    kind = _SOME


class Every(_Over):
    """For each place (or nationality) of the case."""

    __slots__ = ()
    kind = _EVERY


class Rule(Node):
    """A named rule: where it stands, what it says in our own words, and how to say what it comes to in a case.

    ``yes``, ``no`` and ``unknown`` are templates over the facts (``{place}``, ``{day}`` ...). ``since`` and ``until``
    bound the days on which this version of the rule is the law; a rule is never overwritten by a later one.
    """

    __slots__ = (
        "article",
        "authority",
        "body",
        "id",
        "link",
        "no",
        "sentence",
        "since",
        "unknown",
        "until",
        "yes",
    )
    kind = _RULE

    def __init__(
        self,
        name: str,
        article: str,
        sentence: str,
        body: Node,
        *,
        yes: str = "",
        no: str = "",
        unknown: str = "",
        authority: tuple[str, ...] = (),
        since: date = date(2002, 7, 1),
        until: date | None = None,
    ) -> None:
        self.id, self.article, self.sentence, self.body = name, article, sentence, body
        self.yes, self.no, self.unknown, self.authority = yes, no, unknown, authority
        self.since, self.until = since, until
        self.slots, self.parts = body.slots, (body,)
        self.link = link(article)


STATUTE = "https://www.icc-cpi.int/sites/default/files/2024-05/Rome-Statute-eng.pdf"
RULES = "https://www.icc-cpi.int/sites/default/files/Publications/Rules-of-Procedure-and-Evidence.pdf"
RESOLUTION = "https://docs.un.org/en/"


def link(article: str) -> str:
    """Where the official text of a provision can be read.

    >>> link("S/RES/1593 (2005) para 6")
    'https://docs.un.org/en/S/RES/1593(2005)'
    """
    if article.startswith("S/RES/"):
        return RESOLUTION + article.partition(" para")[0].replace(" ", "")
    return RULES if article.startswith("rule") else STATUTE


class Algebra(Protocol[V]):
    """What ``fold`` asks of a use of the law. ``none`` is a value after which no further condition needs a look
    (``None``: each does)."""

    @property
    def none(self) -> V | None: ...
    def leaf(self, leaf: Leaf, /) -> V: ...
    def all(self, values: list[V], /) -> V: ...
    def any(self, values: list[V], /) -> V: ...
    def no(self, value: V, /) -> V: ...
    def over(self, slot: Slot, body: Node, /) -> list[V]:
        """The values of ``body`` for each place (or nationality)."""
        ...

    def rule(self, rule: Rule, /) -> V:
        """The value of a rule: that of its body, remembered or named as the algebra likes."""
        ...


def fold(node: Node, algebra: Algebra[V]) -> V:
    """The value of a tree in an algebra."""
    kind = node.kind
    if kind == _LEAF:
        return algebra.leaf(node)  # type: ignore[arg-type]
    if kind == _RULE:
        return algebra.rule(node)  # type: ignore[arg-type]
    if kind == _ALL:
        stop = algebra.none
        values = []
        for part in node.parts:
            value = fold(part, algebra)
            if value is stop:
                return value
            values.append(value)
        return algebra.all(values)
    if kind == _ANY:
        return algebra.any([fold(p, algebra) for p in node.parts])
    if kind == _NOT:
        return algebra.no(fold(node.parts[0], algebra))
    values = algebra.over(node.slot, node.parts[0])  # type: ignore[attr-defined]
    return algebra.any(values) if kind == _SOME else algebra.all(values)


def walk(node: Node) -> Iterator[Node]:
    """Every node of a tree, parents first, each once."""
    seen: set[int] = set()
    waiting = [node]
    while waiting:
        current = waiting.pop()
        if id(current) not in seen:
            seen.add(id(current))
            yield current
            waiting.extend(reversed(current.parts))


def rules(*roots: Node) -> list[Rule]:
    """The rules below some roots, in the order of a reading, each once."""
    found: dict[int, Rule] = {}
    for root in roots:
        for node in walk(root):
            if isinstance(node, Rule):
                found.setdefault(id(node), node)
    return list(found.values())


def facts(*roots: Node) -> list[str]:
    """The facts that some trees read, sorted."""
    read: set[Any] = set()
    for root in roots:
        for node in walk(root):
            if isinstance(node, Leaf):
                read.update(node.reads)
    return sorted(read)
