"""The algebra of SQL text: one expression over a table of rows, that DuckDB and Spark both run.

A row has the columns ``case_<fact>``, ``place_<i>_<fact>`` and ``nationality_<i>_<fact>`` for as many places and
nationalities as asked for (a case with fewer repeats one). Days are ordinals, flags are 1, 0 and -1, words are text,
and what is not known is NULL. Every column has a scope in
front, so that none needs quoting (dialects differ in how). The value of the expression is 1, 0 or -1 and never NULL.
An open question of law is 0, unless the columns ``open_<question>`` are asked for, which suppose an answer to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hague.law.tree import Always, Compare, Flag, Is, Leaf, Node, Open, Rule, Slot, facts, fold


def expression(node: Node, *, places: int = 1, nationalities: int = 1) -> str:
    """SQL for the value of a rule."""
    return fold(node, _Text({"place": places, "nationality": nationalities}))


def columns(nodes: Iterable[Node], *, places: int = 1, nationalities: int = 1, supposing: bool = False) -> list[str]:
    """The columns that the expressions of some rules read, sorted."""
    slots = {"place": places, "nationality": nationalities}
    found = set()
    for fact in facts(*nodes):
        scope, _, name = fact.partition(".")
        if scope in slots:
            found |= {column(fact, i) for i in range(1, slots[scope] + 1)}
        elif scope == "case":
            found.add(f"case_{name}")
        elif supposing:
            found.add(column(fact))
    return sorted(found)


def column(fact: str, number: int = 1) -> str:
    """The column of a fact: ``place.bound_from`` of the second place is ``place_2_bound_from``."""
    scope, _, name = fact.partition(".")
    if scope == "open":
        return f"open_{''.join(c if c.isalnum() else '_' for c in name)}"
    return f"case_{name}" if scope == "case" else f"{scope}_{number}_{name}"


class _Text:
    """Writes each part once; which place and nationality it speaks of is kept while it is written."""

    def __init__(self, slots: dict[str, int], supposing: bool = False) -> None:
        self._slots, self._supposing = slots, supposing
        self._at = {"place": 1, "nationality": 1}

    def _column(self, fact: str) -> str:
        scope = fact.partition(".")[0]
        return column(fact, self._at.get(scope, 1))

    none = None

    def leaf(self, leaf: Leaf, /) -> str:
        if isinstance(leaf, Always):
            return "1"
        if isinstance(leaf, Open):
            return f"COALESCE({self._column(leaf.reads[0])}, 0)" if self._supposing else "0"
        if isinstance(leaf, Flag):
            return f"COALESCE({self._column(leaf.fact)}, 0)"
        if isinstance(leaf, Is):
            words = ", ".join(f"'{w}'" for w in leaf.words)
            name = self._column(leaf.fact)
            return f"CASE WHEN {name} IN ({words}) THEN 1 WHEN {name} IS NULL THEN 0 ELSE -1 END"
        assert isinstance(leaf, Compare)
        left = self._column(leaf.left)
        right = str(leaf.constant) if leaf.constant is not None else self._column(str(leaf.right))
        return f"CASE WHEN {left} {leaf.op} {right} THEN 1 WHEN NOT ({left} {leaf.op} {right}) THEN -1 ELSE 0 END"

    def all(self, values: list[str], /) -> str:
        return _joined("LEAST", values)

    def any(self, values: list[str], /) -> str:
        return _joined("GREATEST", values)

    def no(self, value: str, /) -> str:
        return f"(-({value}))"

    def over(self, slot: Slot, body: Node, /) -> list[str]:
        out = []
        outer = self._at[slot]
        for number in range(1, self._slots[slot] + 1):
            self._at[slot] = number
            out.append(fold(body, self))
        self._at[slot] = outer
        return out

    def rule(self, rule: Rule, /) -> str:
        return fold(rule.body, self)


def _joined(function: str, values: list[str]) -> str:
    """LEAST or GREATEST of distinct values; of one, the value itself."""
    once = list(dict.fromkeys(values))
    return once[0] if len(once) == 1 else f"{function}({', '.join(once)})"


def query(
    nodes: Mapping[str, Node],
    table: str,
    *,
    keep: Iterable[str] = (),
    places: int = 1,
    nationalities: int = 1,
    supposing: bool = False,
) -> str:
    """A query that gives each rule's value under its name, and the columns of ``table`` in ``keep``.

    Rules that others rest on are columns of inner queries, so that each is written, and decided, once a row.
    """
    layers = _Layers({"place": places, "nationality": nationalities}, supposing)
    outputs = {name: fold(node, layers) for name, node in nodes.items()}
    kept = list(keep)
    read = columns(nodes.values(), places=places, nationalities=nationalities, supposing=supposing)
    inner = f"SELECT {', '.join(dict.fromkeys([*read, *kept]))} FROM {table}"
    for number, layer in enumerate(layers.by_depth()):
        written = ", ".join(f"{text} AS {name}" for name, text in layer)
        inner = f"SELECT *, {written} FROM ({inner}) AS layer_{number}"
    values = [f"CAST({text} AS TINYINT) AS {name}" for name, text in outputs.items()]
    return f"SELECT {', '.join([*kept, *values])} FROM ({inner}) AS decided"


class _Layers(_Text):
    """Writes each rule once, as a column that the rules above it name."""

    def __init__(self, slots: dict[str, int], supposing: bool) -> None:
        super().__init__(slots, supposing)
        self._written: dict[str, tuple[int, str]] = {}
        self._depth = 0

    def rule(self, rule: Rule, /) -> str:
        places = f"_p{self._at['place']}" if "place" in rule.slots else ""
        held = f"_n{self._at['nationality']}" if "nationality" in rule.slots else ""
        name = f"rule_{rule.id.replace('-', '_')}{places}{held}"
        if name not in self._written:
            outer, self._depth = self._depth, 0
            text = fold(rule.body, self)
            self._written[name] = (self._depth, text)
            self._depth = outer
        self._depth = max(self._depth, self._written[name][0] + 1)
        return name

    def by_depth(self) -> list[list[tuple[str, str]]]:
        """The columns, those that rest on no other first."""
        layers: dict[int, list[tuple[str, str]]] = {}
        for name, (depth, text) in self._written.items():
            layers.setdefault(depth, []).append((name, text))
        return [layers[depth] for depth in sorted(layers)]
