"""The answers of screening by the law's SQL tree, class by class, for engines that speak SQL.

``asked`` turns the classes of a file into rows of facts: each class under every crime and every State to which its
place may belong, as told and in every way in which the missing facts may turn out (``hague.law.worlds``). ``query`` is
one SQL text over them: the tree decides each row, and what ``hague.law.assess`` and ``hague.screening.judged`` do with
their answers is done with sums and extremes. It gives jurisdiction, grounds and bars of each class.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from hague.law import rows, sql
from hague.law.jurisdiction import BARS, GROUNDS, JURISDICTION, ROOTS
from hague.law.tree import Node, rules
from hague.law.worlds import QUESTIONS, worlds
from hague.record import Record
from hague.screening.judged import CRIMES, HINDRANCES, LINKS
from hague.screening.screener import column

if TYPE_CHECKING:
    import pyarrow as pa

KEYS: Final = ("case_class", "case_asked", "case_world", "case_stretch", "case_open_place")
STATUTE: Final = date(2002, 7, 1).toordinal()
_GROUND: Final = {g: f"g{i}" for i, g in enumerate(LINKS)}
_BAR: Final = {b: f"b{i}" for i, b in enumerate(BARS)}
_TOLD: Final = {r.id for r in rules(JURISDICTION)}
TREE: Final[dict[str, Node]] = {
    "j": JURISDICTION,
    **{name: GROUNDS[g] for g, name in _GROUND.items()},
    **{name: BARS[b] for b, name in _BAR.items()},
}


def asked(
    classes: Iterable[tuple[int, Sequence[str], int, int]], record: Record, as_of: date, crimes: Sequence[str]
) -> pa.Table:
    """Rows of facts for classes ``(number, codes, first day, last day)``; without codes the place is not known."""
    cases: list[dict[str, Any]] = []
    keys: list[tuple[int, ...]] = []
    for number, codes, first, last in classes:
        for at, (crime, code) in enumerate((k, c) for k in crimes for c in codes or ("",)):
            told = {
                "crime": crime,
                "act": CRIMES[crime],
                "from": date.fromordinal(first),
                "to": date.fromordinal(last),
                "places": [code] if code else [],
                "nationalities": [],
            }
            for world in worlds(told, as_of, record):
                cases.append(world.facts)
                keys.append((number, at, world.number, world.stretch, int(not codes)))
    words, kinds = rows.Words(), rows.kinds(*ROOTS) | {f"open.{q}": "flag" for q in QUESTIONS}
    columns = dict(zip(KEYS, np.array(keys, np.int32).reshape(-1, len(KEYS)).T, strict=True))
    every = np.arange(len(cases))
    for scope in ("case", "place", "nationality", "open"):
        columns |= rows.gather(rows.encode(cases, scope, kinds, words), every)
    wanted = sql.columns(TREE.values(), supposing=True)
    return rows.table(columns, words, dict.fromkeys([*KEYS, "case_day", *wanted]))


def query(table: str) -> str:
    """SQL for the columns ``case_class``, ``hague_jurisdiction`` and those of the grounds and bars, a row a class."""
    decided = sql.query(TREE, table, keep=dict.fromkeys([*KEYS, "case_day"]), supposing=True)
    bars, grounds = _BAR.values(), _GROUND.values()
    # What stands in the way of a stretch that is not held: for certain, or as far as can be told.
    least = f"CASE WHEN j = -1 AND GREATEST({', '.join(bars)}) = 1 THEN 1 ELSE 0 END"
    stretch = (
        f"SELECT *, {least} AS least, CASE WHEN case_day >= {STATUTE} THEN 1 ELSE 0 END AS late FROM ({decided}) AS d"
    )
    after = "MIN(CASE WHEN late = 1 THEN case_stretch END) OVER (PARTITION BY case_class, case_asked, case_world)"
    stretch = f"SELECT *, {after} AS after FROM ({stretch}) AS s"
    begun = "MAX(CASE WHEN case_stretch = after THEN j END) OVER (PARTITION BY case_class, case_asked, case_world)"
    stretch = f"SELECT *, {begun} AS begun FROM ({stretch}) AS s"
    # Stretches before 1 July 2002 tell why something is cut off only where no later one does.
    counts = "j < 1 AND (late = 1 OR after IS NULL OR begun = 1)"
    world = ", ".join(
        [
            "MAX(j) AS most",
            *(f"MAX(CASE WHEN j = 1 AND {g} = 1 THEN 1 ELSE 0 END) AS {g}" for g in grounds),
            *(f"MAX(CASE WHEN case_stretch = 0 THEN {g} END) AS {g}_first" for g in grounds),
            *(f"MAX(CASE WHEN {counts} AND {b} >= least THEN 1 ELSE 0 END) AS {b}" for b in bars),
        ]
    )
    keys = "case_class, case_asked, case_world, case_open_place"
    worlds_ = f"SELECT {keys}, {world} FROM ({stretch}) AS s GROUP BY {keys}"
    no_link = _BAR["12(2)"]
    others = ", ".join(b for b in bars if b != no_link)
    kept = ", ".join(b for b in (*grounds, *(f"{g}_first" for g in grounds), *bars) if b != no_link)
    worlds_ = (
        f"SELECT {keys}, most, {kept}, CASE WHEN most = 1 AND GREATEST({others}) = 1 THEN 0 ELSE {no_link} END "
        f"AS {no_link} FROM ({worlds_}) AS w"
    )
    # World 0 is the case as told; where it leaves the answer open, the others decide.
    by_case = "case_class, case_asked, case_open_place"
    supposed = "case_world > 0"
    names = [*grounds, *bars]
    case = ", ".join(
        [
            "MAX(CASE WHEN case_world = 0 THEN most END) AS told",
            f"MAX(CASE WHEN {supposed} AND most = 1 THEN 1 ELSE 0 END) AS some_yes",
            f"MAX(CASE WHEN {supposed} AND most < 1 THEN 1 ELSE 0 END) AS some_no",
            *(f"MAX(CASE WHEN case_world = 0 THEN {n} END) AS {n}_told" for n in names),
            *(f"MAX(CASE WHEN case_world = 0 THEN {g}_first END) AS {g}_first" for g in grounds),
            *(f"MIN(CASE WHEN {supposed} THEN {n} END) AS {n}_all" for n in grounds),
            *(f"MAX(CASE WHEN {supposed} AND most = 1 THEN {n} ELSE 0 END) AS {n}_yes" for n in names),
            *(f"MAX(CASE WHEN {supposed} AND most < 1 THEN {n} ELSE 0 END) AS {n}_no" for n in names),
        ]
    )
    cases = f"SELECT {by_case}, {case} FROM ({worlds_}) AS w GROUP BY {by_case}"
    verdict = (
        "CASE WHEN told <> 0 THEN told WHEN some_yes = 1 AND some_no = 1 THEN 0 WHEN some_yes = 1 THEN 1 ELSE -1 END"
    )
    cases = f"SELECT *, {verdict} AS verdict FROM ({cases}) AS c"
    answers = [
        "verdict",
        *(f"{_ground(name, GROUNDS[g].id in _TOLD)} AS {name}" for g, name in _GROUND.items()),
        *(f"{_bar(_BAR[b])} AS {_BAR[b]}" for b in HINDRANCES),
    ]
    cases = f"SELECT {by_case}, {', '.join(answers)} FROM ({cases}) AS c"
    joined = ", ".join(
        f"CASE WHEN MIN({n}) = MAX({n}) THEN MIN({n}) ELSE 0 END AS {n}"
        for n in ("verdict", *grounds, *(_BAR[b] for b in HINDRANCES))
    )
    classes = f"SELECT case_class, case_open_place, {joined} FROM ({cases}) AS a GROUP BY case_class, case_open_place"
    # Where the place is not known or not settled, only a no that holds everywhere is an answer.
    nobodys = "case_open_place = 1 AND verdict > -1"
    shown = [
        f"{_word(f'CASE WHEN {nobodys} THEN 0 ELSE verdict END')} AS hague_jurisdiction",
        f"{_word(f'CASE WHEN {nobodys} THEN 0 ELSE {_GROUND[LINKS[0]]} END')} AS {column(LINKS[0], 'ground')}",
        *(f"{_word(_GROUND[g])} AS {column(g, 'ground')}" for g in LINKS[1:]),
        *(f"{_word(_BAR[b])} AS {column(b, 'bar')}" for b in HINDRANCES),
    ]
    return f"SELECT case_class, {', '.join(shown)} FROM ({classes}) AS n"


def _ground(name: str, told_of: bool) -> str:
    """Whether a link holds; ``told_of``: it is part of the opinion, so that it may be open where another holds."""
    held = f"CASE WHEN told = 1 THEN {name}_told ELSE {name}_all END"
    spare = f"CASE WHEN {name}_first > -1 THEN 0 ELSE -1 END" if told_of else "-1"
    return (
        f"CASE WHEN verdict = -1 THEN -1 WHEN verdict = 0 THEN {name}_yes - 1 WHEN {held} = 1 THEN 1 ELSE {spare} END"
    )


def _bar(name: str) -> str:
    """Whether a bar defeats jurisdiction (1), may defeat it or a part (0), or is out of play (-1)."""
    either = f"GREATEST({name}_yes, {name}_no)"
    held = f"CASE WHEN told <> 0 THEN {name}_told WHEN verdict = 0 THEN {name}_no ELSE {either} END"
    return f"CASE WHEN {held} = 0 THEN -1 WHEN verdict = -1 THEN 1 ELSE 0 END"


def _word(value: str) -> str:
    return f"CASE {value} WHEN 1 THEN 'yes' WHEN 0 THEN 'unknown' ELSE 'no' END"
