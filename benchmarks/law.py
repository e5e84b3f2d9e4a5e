"""How fast the law is: one opinion, every cell, and many rows beside three other rule engines.

    python benchmarks/law.py [--rows 1000000] [--largest 100000000] [--only NAME ...] [--json]

All on one core and in one run. The peers (OpenFisca-Core, SWI-Prolog, clingo) encode the same ten core rules over the
same rows, and their answers are compared with ours row by row before any time is printed; one that is not installed is
named and left out. clingo grounds its whole program, so it gets fewer rows. Times are the best of several, in
nanoseconds a row, generation of rows and loading of tables left out.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from hague import law
from hague.law import cells, consent, rows
from hague.law.acceptance import ACCEPTS_NATIONALITY, ACCEPTS_PLACE, REFUSED_PLACE
from hague.law.bulk import Lookup
from hague.law.council import IN_REFERRAL
from hague.law.grid import Rows
from hague.law.jurisdiction import JURISDICTION
from hague.law.persons import ADULT, NATURAL
from hague.law.properties import verify
from hague.law.subject_matter import CORE
from hague.law.temporal import BOUND_NATIONALITY, BOUND_PLACE, ENTRY_INTO_FORCE
from hague.law.territory import NEVER
from hague.law.tree import All, AnyOf, Compare, Not, Some
from hague.record import Record, load

AS_OF = date(2026, 6, 30)
CRIMES = ("genocide", "crime-against-humanity", "war-crime", "aggression")
TEN = All(
    NATURAL,
    ADULT,
    CORE,
    Not(Compare("case.day", "<", ENTRY_INTO_FORCE)),
    AnyOf(
        Some("place", All(BOUND_PLACE, Not(REFUSED_PLACE))),
        Some("place", ACCEPTS_PLACE),
        Some("place", IN_REFERRAL),
        Some("nationality", BOUND_NATIONALITY),
        Some("nationality", ACCEPTS_NATIONALITY),
    ),
)
"""The ten core rules: person, age, crime, entry into force, membership by territory and nationality, acceptance by
either, referral, and refusal under article 124."""
FACTS = {
    "place": (
        "bound_from", "left", "accepts_from", "accepts_to", "refuses_from", "refuses_to", "referral_from",
        "referral_to",
    ),
    "nationality": ("bound_from", "left", "accepts_from", "accepts_to"),
}  # fmt: skip


class Conduct:
    """Random rows: numbers of crime, age, kind of person, place and nationality, and a day."""

    def __init__(self, record: Record, size: int, seed: int = 1) -> None:
        pick = np.random.default_rng(seed)
        self.record = record
        self.places = [p for p in cells.places(record) if p.state is not None and p.code != "SDN"]
        self.states = [s.iso3 for s in record.states.values()]
        self.crime = pick.integers(0, len(CRIMES), size).astype(np.int8)
        self.age = pick.integers(10, 80, size).astype(np.int8)
        self.legal = (pick.random(size) < 0.05).astype(np.int8)
        self.place = pick.integers(0, len(self.places), size).astype(np.int16)
        self.nationality = pick.integers(0, len(self.states), size).astype(np.int16)
        first = date(1995, 1, 1).toordinal()
        self.day = pick.integers(first, AS_OF.toordinal(), size).astype(np.int32)
        self.other = ((self.crime * 2 + (self.age >= 18)) * 2 + self.legal).astype(np.int16)

    def others(self) -> list[consent.Row]:
        """The other facts that ``other`` numbers."""
        return [
            {
                "case.crime": crime,
                "case.age": 18 if adult else 17,
                "case.legal_person": 1 if legal else -1,
                **({"case.conflict": "international"} if crime == "war-crime" else {}),
                **({"case.leader": 1} if crime == "aggression" else {}),
            }
            for crime in CRIMES
            for adult in (False, True)
            for legal in (False, True)
        ]

    def tables(self) -> dict[str, np.ndarray[Any, Any]]:
        """The wide row of each place and nationality, one array a fact."""
        place_rows = [consent.place_row(self.record, p, AS_OF, None) for p in self.places]
        held_rows = [consent.nationality_row(self.record, s, AS_OF, None) for s in self.states]
        out = {}
        for slot, table in (("place", place_rows), ("nationality", held_rows)):
            for fact in FACTS[slot]:
                out[f"{slot}.{fact}"] = np.array([r[f"{slot}.{fact}"] for r in table], np.int32)
        outside = np.array([r["place.referred"] != 1 for r in place_rows])
        out["place.referral_from"][outside] = NEVER
        return out


def best(run: Callable[[], Any], times: int = 5) -> float:
    """Seconds of the fastest of several runs."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        found.append(time.perf_counter() - start)
    return min(found)


# -- ours ---------------------------------------------------------------------------------------------------


def lookup(conduct: Conduct, rule: Any = TEN) -> Lookup:
    return Lookup(conduct.record, rule, AS_OF, conduct.others(), conduct.places, conduct.states)


def answers(table: Lookup, conduct: Conduct) -> np.ndarray[Any, Any]:
    return table.decide(conduct.other, conduct.place, conduct.nationality, conduct.day)


def opinion(record: Record) -> dict[str, float]:
    """Milliseconds of one warm opinion with all its reasons."""
    facts = {
        "crime": "war-crime",
        "act": "starvation",
        "from": "2023-10-08",
        "to": "2024-05-20",
        "conflict": "international",
    }
    facts |= {"places": ["PS-GZA"], "nationalities": ["ISR"], "official_capacity": "head-of-government"}  # type: ignore[dict-item]
    law.assess(facts, AS_OF, record=record)

    def many() -> None:
        for _ in range(200):
            law.assess(facts, AS_OF, record=record)

    return {"one opinion, warm, ms": best(many) / 200 * 1e3}


def fresh() -> dict[str, float]:
    """Milliseconds of a fresh process beyond ``python -c pass``, modules compiled as an installation has them."""
    code = (
        "from datetime import date; from hague.law import assess; "
        "assess({'crime': 'war-crime', 'act': 'starvation', 'conflict': 'international', 'from': '2023-10-08', "
        "'places': ['PS-GZA'], 'nationalities': ['ISR']}, date(2024, 11, 21))"
    )

    compiled = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}

    def process(text: str) -> Callable[[], Any]:
        return lambda: subprocess.run([sys.executable, "-c", text], check=True, env=compiled)

    process(code)()
    empty = best(process("pass"), 15)
    return {"one opinion, fresh process beyond python, ms": (best(process(code), 15) - empty) * 1e3}


def proof(record: Record) -> dict[str, float]:
    """Seconds in which every property is checked on every cell."""
    start = time.perf_counter()
    checked = verify(record)
    took = time.perf_counter() - start
    assert all(c.holds for c in checked)
    return {"properties": len(checked), "cells checked": sum(c.cells for c in checked), "verify, s": took}


def whole(record: Record, size: int) -> dict[str, float]:
    """The whole of jurisdiction, not only ten rules, by the same three look-ups."""
    conduct = Conduct(record, size)
    table = lookup(conduct, JURISDICTION)
    return {"all rules, grid, ns a row": best(lambda: answers(table, conduct)) / size * 1e9}


def growth(record: Record, largest: int) -> dict[str, float]:
    """Nanoseconds a row from 10^5 rows on; beyond 10^7 the same ten million rows are decided again and again."""
    out = {}
    size = 100_000
    table = lookup(Conduct(record, 10))
    while size <= largest:
        block = Conduct(record, min(size, 10_000_000))
        turns = size // len(block.day)

        def run(block: Conduct = block, turns: int = turns) -> None:
            for _ in range(turns):
                answers(table, block)

        out[f"grid, {size:,} rows, ns a row"] = best(run, 3 if size < 10**8 else 1) / size * 1e9
        size *= 10
    return out


def parquet(record: Record, size: int) -> dict[str, float]:
    """Reading and deciding a Parquet file, against DuckDB only delivering the same columns."""
    try:
        import duckdb
    except ImportError:
        return {"from Parquet: duckdb is not installed": 0}
    conduct = Conduct(record, size)
    table = lookup(conduct)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "conduct.parquet"
        connection = duckdb.connect()
        connection.execute("SET threads TO 1")
        _write(connection, conduct, path)
        codes = ", ".join(f"'{p.code}'" for p in conduct.places)
        connection.execute(f"CREATE TYPE place AS ENUM ({codes})")
        connection.execute(f"CREATE TYPE nationality AS ENUM ({', '.join(repr(s) for s in conduct.states)})")
        query = (
            "SELECT crime, age, legal, place::place AS place, nationality::nationality AS nationality, "
            f"day - DATE '0001-01-01' + 1 AS day FROM '{path}'"
        )

        def deliver() -> None:
            for _ in connection.execute(query).to_arrow_reader(1 << 18):
                pass

        def decide() -> list[Any]:
            out = []
            for batch in connection.execute(query).to_arrow_reader(1 << 18):
                crime, age, legal = (batch.column(i).to_numpy() for i in range(3))
                place, nationality = (batch.column(i).indices.to_numpy() for i in (3, 4))
                other = (crime * np.int16(2) + (age >= 18)) * np.int16(2) + legal
                out.append(table.decide(other, place, nationality, batch.column(5).to_numpy()))
            return out

        assert np.array_equal(np.concatenate(decide()), answers(table, conduct))
        delivered, decided = best(deliver), best(decide)
    return {
        "from Parquet, delivered by DuckDB, ns a row": delivered / size * 1e9,
        "from Parquet, delivered and decided, ns a row": decided / size * 1e9,
        "from Parquet, ratio (bar 1.5)": decided / delivered,
    }


def _write(connection: Any, conduct: Conduct, path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    places = np.array([p.code for p in conduct.places])
    states = np.array(conduct.states)
    epoch = date(1970, 1, 1).toordinal()
    table = pa.table(
        {
            "crime": pa.array(conduct.crime),
            "age": pa.array(conduct.age),
            "legal": pa.array(conduct.legal),
            "place": pa.array(places[conduct.place]),
            "nationality": pa.array(states[conduct.nationality]),
            "day": pa.array((conduct.day - epoch).astype(np.int32), pa.int32()).cast(pa.date32()),
        }
    )
    pq.write_table(table, path)


def engines(record: Record, size: int) -> dict[str, float]:
    """The same tree as arrays over wide rows, and as SQL on DuckDB and on Spark where they are installed."""
    conduct = Conduct(record, size)
    table = answers(lookup(conduct, JURISDICTION), conduct)
    words = rows.Words()
    kinds = rows.kinds(JURISDICTION)
    others = [{**cells.others_left_out(), "case.as_of": AS_OF.toordinal(), **r} for r in conduct.others()]
    columns = rows.gather(rows.encode(others, "case", kinds, words), conduct.other) | {"case_day": conduct.day}
    place_rows = [consent.place_row(record, p, AS_OF, None) for p in conduct.places]
    held_rows = [consent.nationality_row(record, s, AS_OF, None) for s in conduct.states]
    columns |= rows.gather(rows.encode(place_rows, "place", kinds, words), conduct.place)
    columns |= rows.gather(rows.encode(held_rows, "nationality", kinds, words), conduct.nationality)
    grid = Rows(columns, words)
    out = {
        "all rules, arrays over wide rows, ns a row": best(lambda: Rows(columns, words).decide(JURISDICTION), 2)
        / size
        * 1e9
    }
    assert np.array_equal(grid.decide(JURISDICTION), table)
    for name, run in (("DuckDB", _duckdb), ("Spark", _spark)):
        took, found = run(columns, words)
        if found is None:
            out[f"all rules, {name}: not installed"] = 0
            continue
        assert np.array_equal(found, table), name
        out[f"all rules, {name} on one core, ns a row"] = took / size * 1e9
    return out


def _duckdb(columns: rows.Columns, words: rows.Words) -> tuple[float, Any]:
    from hague.law import sql

    try:
        import duckdb
    except ImportError:
        return 0, None
    connection = duckdb.connect()
    connection.execute("SET threads TO 1")
    connection.register("conduct", rows.table(columns, words, sql.columns([JURISDICTION])))
    text = sql.query({"v": JURISDICTION}, "conduct")
    found: list[Any] = []
    took = best(lambda: found.append(connection.execute(text).fetchnumpy()["v"]), 2)
    return took, np.asarray(found[-1])


def _spark(columns: rows.Columns, words: rows.Words) -> tuple[float, Any]:
    from hague.law import sql

    try:
        from pyspark.sql import SparkSession
    except ImportError:
        return 0, None
    import pyarrow.parquet as pq

    builder = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.driver.extraJavaOptions", "-XX:-DontCompileHugeMethods")
    session = builder.config("spark.sql.codegen.hugeMethodLimit", "65535").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "conduct.parquet")
        numbered = {**columns, "case_row": np.arange(len(columns["case_day"]), dtype=np.int32)}
        pq.write_table(rows.table(numbered, words, [*sql.columns([JURISDICTION]), "case_row"]), path)
        session.read.parquet(path).createOrReplaceTempView("conduct")
        frame = session.sql(sql.query({"v": JURISDICTION}, "conduct", keep=["case_row"]))
        took = best(lambda: frame.write.mode("overwrite").format("noop").save(), 2)
        found = frame.collect()
    session.stop()
    out = np.empty(len(found), np.int8)
    for row in found:
        out[row[0]] = row[1]
    return took, out


# -- peers --------------------------------------------------------------------------------------------------


def openfisca(conduct: Conduct) -> tuple[float, Any]:
    """The ten rules as OpenFisca variables (two-valued, NumPy), over the wide rows as parameters by code."""
    try:
        from openfisca_core import periods
        from openfisca_core.entities import build_entity
        from openfisca_core.periods import DateUnit
        from openfisca_core.simulations import SimulationBuilder
        from openfisca_core.taxbenefitsystems import TaxBenefitSystem
        from openfisca_core.variables import Variable
    except ImportError:
        return 0, None
    tables = conduct.tables()
    case = build_entity(key="case", plural="cases", label="conduct", is_person=True)
    system = TaxBenefitSystem([case])
    size = len(conduct.day)

    def variable(name: str, formula: Callable[..., Any] | None = None, kind: type = bool) -> None:
        body: dict[str, Any] = {
            "value_type": kind,
            "entity": case,
            "definition_period": DateUnit.MONTH,
            "label": name,
        }
        if formula is not None:
            body["formula"] = formula
        system.add_variable(type(name, (Variable,), body))

    for name in ("crime", "age", "legal", "place", "nationality", "day"):
        variable(name, None, int)

    def between(slot: str, since: str, until: str, *, inclusive: bool) -> Callable[..., Any]:
        begin, end = tables[f"{slot}.{since}"], tables[f"{slot}.{until}"]

        def formula(cases: Any, period: Any) -> Any:
            code, day = cases(slot, period), cases("day", period)
            return (begin[code] <= day) & ((day <= end[code]) if inclusive else (day < end[code]))

        return formula

    variable("natural", lambda cases, period: cases("legal", period) == 0)
    variable("adult", lambda cases, period: cases("age", period) >= 18)
    variable("core", lambda cases, period: cases("crime", period) < 3)
    variable("after_statute", lambda cases, period: cases("day", period) >= ENTRY_INTO_FORCE.toordinal())
    variable("bound_place", between("place", "bound_from", "left", inclusive=False))
    variable("accepts_place", between("place", "accepts_from", "accepts_to", inclusive=True))
    variable("referred", between("place", "referral_from", "referral_to", inclusive=True))
    variable("refused", between("place", "refuses_from", "refuses_to", inclusive=True))
    variable("bound_nationality", between("nationality", "bound_from", "left", inclusive=False))
    variable("accepts_nationality", between("nationality", "accepts_from", "accepts_to", inclusive=True))

    def jurisdiction(cases: Any, period: Any) -> Any:
        def of(name: str) -> Any:
            return cases(name, period)

        refused = of("refused") & (of("crime") == 2)
        link = (of("bound_place") & ~refused) | of("accepts_place") | of("referred")
        link = link | of("bound_nationality") | of("accepts_nationality")
        return of("natural") & of("adult") & of("core") & of("after_statute") & link

    variable("jurisdiction", jurisdiction)
    month = periods.period("2026-06")
    times, found = [], None
    for _ in range(3):
        simulation = SimulationBuilder().build_default_simulation(system, count=size)
        for name in ("crime", "age", "legal", "place", "nationality", "day"):
            simulation.set_input(name, month, getattr(conduct, name).astype(np.int32))
        start = time.perf_counter()
        found = simulation.calculate("jurisdiction", month)
        times.append(time.perf_counter() - start)
    return min(times), found


def prolog(conduct: Conduct) -> tuple[float, Any]:
    """The ten rules as a Prolog program; rows are facts, loaded before the clock starts."""
    if shutil.which("swipl") is None:
        return 0, None
    tables = conduct.tables()
    lines = [":- set_prolog_flag(optimise, true)."]
    for slot in ("place", "nationality"):
        for number in range(len(tables[f"{slot}.bound_from"])):
            spans = [("bound_from", "left", "bound"), ("accepts_from", "accepts_to", "accepts")]
            if slot == "place":
                spans += [("refuses_from", "refuses_to", "refuses"), ("referral_from", "referral_to", "referral")]
            for since, until, name in spans:
                begin, end = int(tables[f"{slot}.{since}"][number]), int(tables[f"{slot}.{until}"][number])
                if begin < NEVER:
                    end = end - 1 if name == "bound" else end
                    lines.append(f"{slot}_{name}({number}, {begin}, {end}).")
    lines += [
        "within(G, D) :- G, arg(2, G, A), arg(3, G, B), D >= A, D =< B, !.",
        "natural(0).",
        "adult(A) :- A >= 18.",
        "core(C) :- C < 3.",
        f"after_statute(D) :- D >= {ENTRY_INTO_FORCE.toordinal()}.",
        "refused(2, P, D) :- within(place_refuses(P, _, _), D).",
        "link(C, P, _, D) :- within(place_bound(P, _, _), D), \\+ refused(C, P, D), !.",
        "link(_, P, _, D) :- within(place_accepts(P, _, _), D), !.",
        "link(_, P, _, D) :- within(place_referral(P, _, _), D), !.",
        "link(_, _, N, D) :- within(nationality_bound(N, _, _), D), !.",
        "link(_, _, N, D) :- within(nationality_accepts(N, _, _), D), !.",
        "jurisdiction(C, A, L, P, N, D) :- natural(L), adult(A), core(C), after_statute(D), link(C, P, N, D).",
        "run :- forall(row(_, C, A, L, P, N, D), ( jurisdiction(C, A, L, P, N, D) -> true ; true )).",
        "print_yes :- forall(( row(I, C, A, L, P, N, D), jurisdiction(C, A, L, P, N, D) ), ( write(I), nl )).",
        "main :- statistics(cputime, A), run, statistics(cputime, B), T is B - A, "
        "format(user_error, '~w~n', [T]), print_yes.",
    ]
    lines += [
        f"row({i}, {c}, {a}, {legal}, {p}, {n}, {d})."
        for i, (c, a, legal, p, n, d) in enumerate(
            zip(conduct.crime, conduct.age, conduct.legal, conduct.place, conduct.nationality, conduct.day, strict=True)
        )
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "law.pl"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        done = subprocess.run(
            ["swipl", "-O", "-q", "-g", "main", "-t", "halt", str(path)], capture_output=True, text=True, check=True
        )
    found = np.zeros(len(conduct.day), bool)
    found[[int(x) for x in done.stdout.split()]] = True
    return float(done.stderr.split()[-1]), found


def clingo(conduct: Conduct) -> tuple[float, Any]:
    """The ten rules as an answer set program; parsing, grounding and solving are its way of deciding."""
    try:
        from clingo import Control
    except ImportError:
        return 0, None
    tables = conduct.tables()
    lines = []
    for slot in ("place", "nationality"):
        for number in range(len(tables[f"{slot}.bound_from"])):
            names = ["bound_from/left", "accepts_from/accepts_to"]
            names += ["refuses_from/refuses_to", "referral_from/referral_to"] if slot == "place" else []
            for pair in names:
                since, until = (tables[f"{slot}.{x}"] for x in pair.split("/"))
                if since[number] < NEVER:
                    end = until[number] - (1 if pair.endswith("left") else 0)
                    lines.append(f"{slot}_{pair.partition('_')[0]}({number},{since[number]},{end}).")
    lines += [
        f"row({i},{c},{a},{legal},{p},{n},{d})."
        for i, (c, a, legal, p, n, d) in enumerate(
            zip(conduct.crime, conduct.age, conduct.legal, conduct.place, conduct.nationality, conduct.day, strict=True)
        )
    ]
    lines += [
        "natural(I) :- row(I,_,_,0,_,_,_).",
        "adult(I) :- row(I,_,A,_,_,_,_), A >= 18.",
        "core(I) :- row(I,C,_,_,_,_,_), C < 3.",
        f"after_statute(I) :- row(I,_,_,_,_,_,D), D >= {ENTRY_INTO_FORCE.toordinal()}.",
        "refused(I) :- row(I,2,_,_,P,_,D), place_refuses(P,A,B), A <= D, D <= B.",
        "link(I) :- row(I,_,_,_,P,_,D), place_bound(P,A,B), A <= D, D <= B, not refused(I).",
        "link(I) :- row(I,_,_,_,P,_,D), place_accepts(P,A,B), A <= D, D <= B.",
        "link(I) :- row(I,_,_,_,P,_,D), place_referral(P,A,B), A <= D, D <= B.",
        "link(I) :- row(I,_,_,_,_,N,D), nationality_bound(N,A,B), A <= D, D <= B.",
        "link(I) :- row(I,_,_,_,_,N,D), nationality_accepts(N,A,B), A <= D, D <= B.",
        "jurisdiction(I) :- natural(I), adult(I), core(I), after_statute(I), link(I).",
        "#show jurisdiction/1.",
    ]
    program = "\n".join(lines)
    found = np.zeros(len(conduct.day), bool)
    start = time.perf_counter()
    control = Control(["--warn=none"])
    control.add("base", [], program)
    control.ground([("base", [])])
    with control.solve(yield_=True) as handle:
        for model in handle:
            found[[symbol.arguments[0].number for symbol in model.symbols(shown=True)]] = True
    return time.perf_counter() - start, found


def peers(record: Record, size: int) -> dict[str, float]:
    """Nanoseconds a row of each engine on the ten core rules, and ours as a ratio."""
    out: dict[str, float] = {}
    conduct = Conduct(record, size)
    table = lookup(conduct)
    ours = best(lambda: answers(table, conduct), 7) / size
    out["ten rules, grid, ns a row"] = ours * 1e9
    bars = {"OpenFisca-Core": 2.5, "SWI-Prolog": 12, "clingo": 600}
    for name, run, share in (("OpenFisca-Core", openfisca, 1), ("SWI-Prolog", prolog, 5), ("clingo", clingo, 50)):
        part = Conduct(record, max(size // share, 1000))
        took, found = run(part)
        if found is None:
            out[f"ten rules, {name}: not installed"] = 0
            continue
        assert np.array_equal(np.asarray(found, bool), answers(table, part) == 1), name
        theirs = took / len(part.day)
        out[f"ten rules, {name}, ns a row"] = theirs * 1e9
        out[f"ten rules, {name} / grid (bar {bars[name]:g})"] = theirs / ours
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--largest", type=int, default=100_000_000)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    record = load()
    parts: dict[str, Callable[[], dict[str, float]]] = {
        "opinion": lambda: opinion(record),
        "fresh": fresh,
        "proof": lambda: proof(record),
        "whole": lambda: whole(record, given.rows),
        "peers": lambda: peers(record, given.rows),
        "engines": lambda: engines(record, given.rows),
        "parquet": lambda: parquet(record, 10 * given.rows),
        "growth": lambda: growth(record, given.largest),
    }
    out: dict[str, float] = {}
    for name, part in parts.items():
        if not given.only or name in given.only:
            found = part()
            out |= found
            if not given.json:
                for label, value in found.items():
                    print(f"{label:55} {value:14,.3f}", flush=True)
    if given.json:
        print(json.dumps(out, indent=2))


if __name__ == "__main__":
    main()
