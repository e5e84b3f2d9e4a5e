"""One case: the algebra of plain integers. What it remembers while deciding is the reasoned opinion.

Imports neither NumPy nor a database.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from string import Formatter

from msgspec import Struct

from hague.law.consent import Row, day_in_words
from hague.law.tree import All, Always, AnyOf, Compare, Every, Flag, Is, Leaf, Node, Not, Open, Rule, Slot, Some, fold
from hague.law.truth import NO, UNKNOWN, YES, Word, word


class Reason(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """One step of an opinion: a rule, what it comes to on these facts, and the reasons below it.

    ``sentence`` says what the rule says, ``finding`` what it comes to here; both in our own words. ``article`` is the
    official number, ``link`` its text; ``authority`` names decisions on record.
    """

    rule: str
    article: str
    sentence: str
    value: Word
    finding: str
    link: str
    authority: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()


Key = tuple[str, int, int]
Test = Callable[["Case"], int]


class Case:
    """The facts of one case, in one stretch of time in which no rule changes.

    ``facts`` are those that begin with ``case.``; ``places`` and ``nationalities`` hold a row each; ``answers`` gives
    open questions a value (for trying what would settle an answer).
    """

    __slots__ = ("answers", "facts", "memo", "nationalities", "nationality", "place", "places")

    def __init__(
        self,
        facts: Row,
        places: Sequence[Row] = (),
        nationalities: Sequence[Row] = (),
        answers: dict[str, int] | None = None,
    ) -> None:
        self.facts, self.places, self.nationalities = facts, places, nationalities
        self.answers = answers or {}
        self.place: Row = {}
        self.nationality: Row = {}
        self.memo: dict[Key, int] = {}

    def decide(self, node: Node) -> int:
        """The truth of a rule for this case."""
        return fold(node, self)

    # -- the algebra ------------------------------------------------------------------------------------

    none = NO

    def leaf(self, leaf: Leaf, /) -> int:
        test: Test | None = leaf.test
        if test is None:
            test = leaf.test = _test(leaf)
        return test(self)

    def all(self, values: list[int], /) -> int:
        return min(values)

    def any(self, values: list[int], /) -> int:
        return max(values)

    def no(self, value: int, /) -> int:
        return -value

    def over(self, slot: Slot, body: Node, /) -> list[int]:
        out = []
        if slot == "place":
            outer = self.place
            for row in self.places:
                self.place = row
                out.append(fold(body, self))
            self.place = outer
        else:
            outer = self.nationality
            for row in self.nationalities:
                self.nationality = row
                out.append(fold(body, self))
            self.nationality = outer
        return out

    def rule(self, rule: Rule, /) -> int:
        key = self._key(rule)
        found = self.memo.get(key)
        if found is None:
            found = self.memo[key] = fold(rule.body, self)
        return found

    def _key(self, rule: Rule) -> Key:
        slots = rule.slots
        if not slots:
            return (rule.id, 0, 0)
        return (
            rule.id,
            id(self.place) if "place" in slots else 0,
            id(self.nationality) if "nationality" in slots else 0,
        )

    # -- the opinion ------------------------------------------------------------------------------------

    def reason(self, rule: Rule, brief: bool = False) -> Reason:
        """Why the rule comes to what it does, from what was remembered; ``brief``: only the reasons that decide."""
        if brief:
            from hague.law.essentials import essential

            return essential(self, rule)
        return self._reason(rule, {})

    def _reason(self, rule: Rule, told: dict[Key, Reason]) -> Reason:
        key = self._key(rule)
        found = told.get(key)
        if found is not None:
            return found
        value = self.memo.get(key)
        if value is None:
            value = self.decide(rule)
        below: list[Reason] = []
        self._tell(_plan(rule), told, below)
        found = told[key] = Reason(
            rule=rule.id,
            article=rule.article,
            sentence=rule.sentence,
            value=word(value),
            finding=_words(rule, value)(self),
            link=rule.link,
            authority=rule.authority,
            reasons=tuple(below),
        )
        return found

    def _tell(self, plan: Plan, told: dict[Key, Reason], out: list[Reason]) -> None:
        for slot, rule, inner, guard in plan:
            if rule is not None:
                out.append(self._reason(rule, told))
            elif guard is not None:
                if self.decide(guard) != (NO if slot == "all" else YES):
                    self._tell(inner, told, out)
            elif slot == "place":
                outer = self.place
                for row in self.places:
                    self.place = row
                    self._tell(inner, told, out)
                self.place = outer
            else:
                outer = self.nationality
                for row in self.nationalities:
                    self.nationality = row
                    self._tell(inner, told, out)
                self.nationality = outer


Plan = tuple[tuple[str, Rule | None, "Plan", Node | None], ...]
"""The rules right below a rule: each alone; those told again for each place or nationality; those that only matter to
some crimes (``all``: told unless the guard is a no) or where an exception asks more (``any``: unless it is a yes)."""
_PLANS: dict[int, Plan] = {}


def _plan(rule: Rule) -> Plan:
    found = _PLANS.get(id(rule))
    if found is None:
        found = _PLANS[id(rule)] = _below(rule.body)
    return found


def _below(node: Node) -> Plan:
    if isinstance(node, Rule):
        return (("", node, (), None),)
    inner = tuple(step for part in node.parts for step in _below(part))
    if not inner:
        return ()
    if isinstance(node, Some | Every):
        return ((node.slot, None, inner, None),)
    first = node.parts[0]
    if isinstance(node, All) and isinstance(first, Is) and first.fact == "case.crime":
        return (("all", None, inner, first),)
    if isinstance(node, AnyOf) and isinstance(first, Not):
        rest = tuple(step for part in node.parts[1:] for step in _below(part))
        return (*_below(first), *((("any", None, rest, first),) if rest else ()))
    return inner


Telling = Callable[[Case], str]
_TELLINGS: dict[tuple[int, int], Telling] = {}


def _words(rule: Rule, value: int) -> Telling:
    """What says in words what the rule comes to: its template, cut up once."""
    found = _TELLINGS.get((id(rule), value))
    if found is None:
        template = rule.yes if value == YES else rule.no if value == NO else rule.unknown
        found = _TELLINGS[id(rule), value] = _telling(template or f"{rule.sentence} Here: {word(value)}.")
    return found


def _telling(template: str) -> Telling:
    pieces = [(text, name, _rows(name or "")) for text, name, _, _ in Formatter().parse(template)]
    if all(name is None for _, name, _ in pieces):
        return lambda case: template

    def tell(case: Case) -> str:
        out = []
        for text, name, rows in pieces:
            out.append(text)
            if name is not None:
                value = rows(case)[name]
                out.append(day_in_words(value) if type(value) is int else str(value))
        return "".join(out)

    return tell


def _rows(name: str) -> Callable[[Case], Row]:
    if name.startswith("place."):
        return lambda case: case.place
    if name.startswith("nationality."):
        return lambda case: case.nationality
    return lambda case: case.facts


def _test(leaf: Leaf) -> Test:
    """What decides a leaf: compiled once, so that a case costs a few look-ups."""
    if isinstance(leaf, Open):
        question = leaf.question
        return lambda case: case.answers.get(question, UNKNOWN)
    if isinstance(leaf, Always):
        return lambda case: YES
    if isinstance(leaf, Flag):
        rows, fact = _rows(leaf.fact), leaf.fact
        return lambda case: rows(case)[fact]
    if isinstance(leaf, Is):
        rows, fact, words = _rows(leaf.fact), leaf.fact, leaf.words

        def is_one(case: Case) -> int:
            value = rows(case)[fact]
            return UNKNOWN if value is None else YES if value in words else NO

        return is_one
    assert isinstance(leaf, Compare)
    return _comparison(leaf)


def _comparison(leaf: Compare) -> Test:
    left, rows_left = leaf.left, _rows(leaf.left)
    less, equal = "<" in leaf.op, "=" in leaf.op
    constant = leaf.constant
    right = leaf.right if isinstance(leaf.right, str) else ""
    rows_right = _rows(right)

    def compare(case: Case) -> int:
        a = rows_left(case)[left]
        b = constant if constant is not None else rows_right(case)[right]
        if a is None or b is None:
            return UNKNOWN
        return YES if (equal and a == b) or (less and a < b) else NO

    return compare
