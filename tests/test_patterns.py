"""No regular expression of the package can be made to take more than linear time.

Every pattern is collected where it is compiled: by importing every module, reading the reports, and from the literals
that stand in functions. Its syntax tree then says what to attack it with: each repeat is pumped behind whatever leads
to it, each character and each beginning of what it matches is repeated, all with and without an end that cannot match.
Four times the text may take at most ten times the time; going back over what was read would take sixteen, and the
longest text is a hundred thousand characters.
"""

from __future__ import annotations

import ast
import json
import re
import re._constants as op  # type: ignore[import-not-found]
import re._parser as syntax  # type: ignore[import-not-found]
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

import pytest

import hague

ROOT = Path(__file__).parents[1]
SRC = Path(hague.__file__).parent
FUNCTIONS = {"compile", "match", "search", "sub", "subn", "findall", "finditer", "split", "fullmatch"}
SIZES = (250, 1_000, 4_000, 16_000)
LONGEST = 100_000
MOST_SECONDS = 3.0
"""CPU seconds after which an attack is stopped: far beyond what any linear pattern takes."""
FLOOR = 0.02
"""CPU seconds below which no ratio is looked at, so that a busy machine fails nothing."""

SPY = """
import importlib, json, pkgutil, re, sys
from pathlib import Path
found, compile_ = {}, re._compile
def spy(pattern, flags):
    frame = sys._getframe(1)
    while frame.f_code.co_filename == re.__file__:
        frame = frame.f_back
    path = Path(frame.f_code.co_filename)
    if isinstance(pattern, str) and SRC in path.parents:
        site = [str(path.relative_to(SRC)), frame.f_lineno]
        sites = found.setdefault((pattern, int(flags)), [])
        if site not in sites:
            sites.append(site)
    return compile_(pattern, flags)
re._compile = spy
import hague
SRC = Path(hague.__file__).parent
for module in pkgutil.walk_packages(hague.__path__, "hague."):
    if not module.name.endswith("__main__"):
        try:
            importlib.import_module(module.name)
        except ImportError as err:
            if (err.name or "").startswith("hague"):
                raise
import msgspec
from hague.record import model, spelled
for kind in vars(model).values():
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        spelled._patterns(kind)
for path in sys.argv[1:]:
    hague.read(Path(path).read_text("utf-8"))
print(json.dumps([[pattern, flags, sites] for (pattern, flags), sites in found.items()]))
"""


class Pattern(NamedTuple):
    text: str
    flags: int
    where: str
    anchored: bool
    """Whether it is only ever tried at one place (match, fullmatch) and never looked for."""


class Attack(NamedTuple):
    before: str
    pumped: str
    end: str

    def of(self, size: int) -> str:
        return self.before + self.pumped * (size // len(self.pumped) + 1) + self.end


# -- collecting the patterns ----------------------------------------------------------------------------------


def calls() -> Iterator[tuple[str, ast.Call, str]]:
    """Every call of a function of ``re`` in the sources: file, call, function."""
    for path in SRC.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=function)) if function in FUNCTIONS:
                    yield str(path.relative_to(SRC)), node, function


@cache
def uses() -> dict[str, set[str]]:
    """Name of a pattern -> the methods that are called on it anywhere in the package."""
    out: dict[str, set[str]] = {}
    for path in SRC.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Attribute(value=ast.Name(id=name) | ast.Attribute(attr=name), attr=method):
                    out.setdefault(name, set()).add(method)
    return out


def anchored(file: str, line: int) -> bool:
    """Whether the pattern compiled at this line is used with match or fullmatch alone."""
    for node in ast.walk(ast.parse((SRC / file).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign) and node.lineno <= line <= (node.end_lineno or 0):
            names = [t.id for t in node.targets if isinstance(t, ast.Name)]
            if names and isinstance(node.value, ast.Call):
                used = set().union(*(uses().get(n, set()) for n in names)) - {"pattern"}
                return bool(used) and used <= {"match", "fullmatch"}
    return False


def collect() -> list[Pattern]:
    reports = [SRC / "samples" / "report.txt", *sorted((ROOT / "tests" / "reports").glob("*.txt"))]
    done = subprocess.run([sys.executable, "-c", SPY, *map(str, reports)], check=True, capture_output=True, text=True)
    compiled = json.loads(done.stdout)
    found: dict[tuple[str, int], Pattern] = {}
    seen = {(file, line) for _, _, sites in compiled for file, line in sites}
    literal = {(file, call.lineno): (call, function) for file, call, function in calls()}
    for text, flags, sites in compiled:
        only = all(
            literal[file, line][1] in ("match", "fullmatch")
            if (file, line) in literal and literal[file, line][1] != "compile"
            else anchored(file, line)
            for file, line in sites
        )
        found[text, flags] = Pattern(text, flags, "{}:{}".format(*sites[0]), only)
    for file, call, function in calls():
        lines = range(call.lineno, (call.end_lineno or call.lineno) + 1)
        if any((file, line) in seen for line in lines):
            continue
        first = call.args[0]
        assert isinstance(first, ast.Constant), f"no report leads to the pattern built at {file}:{call.lineno}"
        text = first.value.decode("latin-1") if isinstance(first.value, bytes) else first.value
        found[text, 0] = Pattern(text, 0, f"{file}:{call.lineno}", function in ("match", "fullmatch"))
    return list(found.values())


# -- making the attacks -----------------------------------------------------------------------------------------

CATEGORY = {
    op.CATEGORY_DIGIT: (r"\d", "1"),
    op.CATEGORY_NOT_DIGIT: (r"\D", "a"),
    op.CATEGORY_SPACE: (r"\s", " "),
    op.CATEGORY_NOT_SPACE: (r"\S", "a"),
    op.CATEGORY_WORD: (r"\w", "a"),
    op.CATEGORY_NOT_WORD: (r"\W", "-"),
}
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
Tree = Iterable[tuple[Any, Any]]


def holds(item: tuple[Any, Any], char: str) -> bool:
    kind, value = item
    if kind is op.LITERAL:
        return chr(value) == char
    if kind is op.RANGE:
        return bool(value[0] <= ord(char) <= value[1])
    return re.match(CATEGORY[value][0], char) is not None


def members(chosen: list[tuple[Any, Any]]) -> list[str]:
    """Some characters of a class."""
    if chosen[0][0] is op.NEGATE:
        return [c for c in 'a 1A-\n,"“☃' if not any(holds(item, c) for item in chosen[1:])] or ["\x01"]
    return [chr(v) if k is op.LITERAL else chr(v[0]) if k is op.RANGE else CATEGORY[v][1] for k, v in chosen]


def inner(kind: Any, value: Any) -> list[Tree]:
    """The trees inside one item."""
    if kind in REPEATS:
        return [value[2]]
    if kind is op.BRANCH:
        return list(value[1])
    if kind is op.SUBPATTERN:
        return [value[3]]
    if kind is op.ATOMIC_GROUP:
        return [value]
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return [value[1]]
    return []


def sample(tree: Tree, pick: int) -> str:
    """A string that ``tree`` matches, look-around left aside; ``pick`` chooses among alternatives."""
    out = []
    for kind, value in tree:
        if kind is op.LITERAL:
            out.append(chr(value))
        elif kind is op.NOT_LITERAL:
            out.append("a" if value != ord("a") else "b")
        elif kind is op.ANY:
            out.append("a")
        elif kind is op.IN:
            chars = members(value)
            out.append(chars[pick % len(chars)])
        elif kind in REPEATS:
            low, high, repeated = value
            out.append(sample(repeated, pick) * max(low, min(1, high)))
        elif kind in (op.BRANCH, op.SUBPATTERN, op.ATOMIC_GROUP):
            trees = inner(kind, value)
            out.append(sample(trees[pick % len(trees)], pick))
    return "".join(out)


def characters(tree: Tree) -> Iterator[str]:
    for kind, value in tree:
        if kind in (op.LITERAL, op.NOT_LITERAL):
            yield chr(value)
        elif kind is op.ANY:
            yield "a"
        elif kind is op.IN:
            yield from members(value)
        for part in inner(kind, value):
            yield from characters(part)


def repeats(tree: Tree, before: str, pick: int) -> Iterator[tuple[str, str]]:
    """Every repeat without a small bound: what leads to it, and what it repeats."""
    items = list(tree)
    for place, (kind, value) in enumerate(items):
        here = before + sample(items[:place], pick)
        if kind in REPEATS and value[1] > 8:
            yield here, sample(value[2], pick)
        for part in inner(kind, value):
            yield from repeats(part, here, pick)


def attacks(pattern: Pattern) -> list[Attack]:
    tree = syntax.parse(pattern.text, pattern.flags)
    alike: dict[str, str] = {}  # letters stand for one another, and so do digits
    for char in characters(tree):
        kind = "a" if char.islower() else "A" if char.isupper() else "1" if char.isdigit() else char
        alike.setdefault(kind, char)
    out = [Attack("", char, "") for char in alike.values()]
    for pick in range(3):
        for before, pumped in repeats(tree, "", pick):
            out += [Attack(before, pumped, ""), Attack(before, pumped, "\n\x00"), Attack("", before + pumped, "")]
            out.append(Attack("", before + 3 * pumped, "\n\x00"))
        whole = sample(tree, pick)
        out += [Attack("", whole, ""), Attack("", whole[:-1], "\n\x00")]
        out += [Attack("", whole[: len(whole) * part // 4], "") for part in (1, 2, 3)]
    return [a for a in dict.fromkeys(out) if a.pumped]


# -- holding them ----------------------------------------------------------------------------------------------


class Late(Exception):
    pass


def seconds(regex: re.Pattern[str], anchored: bool, text: str) -> float:
    """CPU seconds of one try; infinite if it was stopped."""

    def bell(number: int, frame: FrameType | None) -> None:
        raise Late

    before = signal.signal(signal.SIGVTALRM, bell)
    signal.setitimer(signal.ITIMER_VIRTUAL, MOST_SECONDS)
    start = time.process_time()
    try:
        if anchored:
            regex.match(text)
            regex.fullmatch(text)
        else:
            for _ in regex.finditer(text):
                pass
        return time.process_time() - start
    except Late:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def too_slow(regex: re.Pattern[str], anchored: bool, attack: Attack, sizes: Iterable[int]) -> str | None:
    """What is wrong, or nothing. ``sizes`` of the attack grow fourfold or more."""
    last, size_before = 0.0, 0
    for size in sizes:
        text = attack.of(size)
        took = seconds(regex, anchored, text)
        if took == float("inf"):
            return f"{attack}: stopped at {size} characters"
        if took > FLOOR and size_before:
            allowed = 2.5 * size / size_before * max(last, FLOOR / 40)
            if took > allowed:  # some clocks tick in hundredths of a second: again, and several times
                took = min(took, sum(seconds(regex, anchored, text) for _ in range(5)) / 5)
                shorter = attack.of(size_before)
                last = max(last, sum(seconds(regex, anchored, shorter) for _ in range(20)) / 20)
                allowed = 2.5 * size / size_before * max(last, FLOOR / 40)
            if took > max(allowed, FLOOR):
                return f"{attack}: {1000 * last:.1f} ms for {size_before}, {1000 * took:.1f} ms for {size} characters"
        last, size_before = took, size
    return None


def worst(pattern: Pattern) -> str | None:
    regex = re.compile(pattern.text, pattern.flags)
    slowest, most = None, -1.0
    for attack in attacks(pattern):
        if said := too_slow(regex, pattern.anchored, attack, SIZES):
            return said
        took = seconds(regex, pattern.anchored, attack.of(SIZES[-1]))
        if took > most:
            slowest, most = attack, took
    return too_slow(regex, pattern.anchored, slowest, (SIZES[-1], LONGEST)) if slowest else None


PATTERNS = collect()


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timer here to stop a runaway pattern")
@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda p: p.where)
def test_each_pattern_takes_linear_time(pattern: Pattern) -> None:
    said = worst(pattern)
    assert said is None, f"{pattern.where} ({'match' if pattern.anchored else 'search'}) {pattern.text}\n{said}"


@pytest.mark.parametrize(
    ("text", "anchored"),
    [(r"(a|aa)+$", True), (r"\s+$", False), (r"(?:[A-Z-]+[ -]+){0,4}:", True), (r"a*b*a*c", True), (r"\w+@", False)],
)
def test_the_attacks_find_what_they_look_for(text: str, anchored: bool) -> None:
    assert worst(Pattern(text, 0, "here", anchored)) is not None


@pytest.mark.parametrize("text", [r"(?<!\s)\s+$", r"\b\w+\b", r"(?<!\w)\w{1,40}@"])
def test_a_linear_pattern_passes(text: str) -> None:
    assert worst(Pattern(text, 0, "here", False)) is None
