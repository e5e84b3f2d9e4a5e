"""The summary as files: tables (CSV), pictures (SVG) and one page that holds them all (HTML)."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from html import escape
from pathlib import Path
from typing import Final

from hague.record import days
from hague.screening.pictures import time_series, world_map
from hague.screening.results import safe, whole
from hague.screening.summary import FATE_WORDS, Row, Tally

Named = Callable[[str], str]
"""From an id to the name that a reader knows."""
TABLES: Final = {
    "by-year": ("year", "fate"),
    "by-ground": ("ground",),
    "by-state": ("state", "fate"),
    "by-situation": ("situation", "stands"),
    "by-place": ("place", "fate"),
}
"""File -> what its rows are counted by."""
CAVEATS: Final = (
    "An event is not an allegation of a crime, and nobody is accused here. Deaths in fighting may be lawful.",
    "Who acted is not known, so a link by nationality is never decided, only left open.",
    "“Within reach” says that territory or a referral gives a link; admissibility and gravity are other questions.",
    "Where the crime would change the answer, or a place may belong to several States, the value is unknown.",
    "Coordinates are rounded and outlines hold to a kilometre or two; at a border the country that the source names "
    "decides.",
)


def write(tally: Tally, folder: Path, credit: str, as_of: date, state_name: Named, situation_name: Named) -> None:
    """Writes ``index.html``, ``map.svg``, ``by-year.svg`` and the tables of ``TABLES`` into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    seen = f"seen from {days.in_words(as_of.isoformat())}"
    chart = time_series(tally.by("year", "fate"), f"Events and deaths a year, {seen}", credit)
    world = world_map(tally.cells, f"{tally.events:,} events, by what the law says of where they lay", credit)
    for name, text in (("map.svg", world), ("by-year.svg", chart)):
        _put(folder / name, text)
    for name, what in TABLES.items():
        _put(folder / f"{name}.csv", _table(what, tally.by(*what)))
    _put(folder / "index.html", _html(tally, world, chart, credit, seen, state_name, situation_name))


def _put(path: Path, text: str) -> None:
    with whole(path) as part:
        part.write_text(text, encoding="utf-8", newline="\n")


def _table(what: tuple[str, ...], rows: list[Row]) -> str:
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow([*what, "events", "deaths"])
    table.writerows([*(safe(k) for k in r.key), r.events, r.deaths] for r in rows)
    return out.getvalue()


_GROUNDS: Final = {
    "12(2)(a)": "12(2)(a): territory",
    "12(2)(b)": "12(2)(b): nationality",
    "12(3)": "12(3): a declaration of the territorial State",
    "13(b)": "13(b): referral by the Security Council",
    "none": "none that is certain",
}


def _html(
    tally: Tally, world: str, chart: str, credit: str, seen: str, state_name: Named, situation_name: Named
) -> str:
    total = f"{tally.events:,} events, {seen}"
    parts = [
        _rows("What came of them", "", ((FATE_WORDS[r.key[0]], r) for r in tally.by("fate"))),
        _rows("By ground", "An event can have several.", ((_GROUNDS[r.key[0]], r) for r in tally.by("ground"))),
        _rows("By situation", "", (
            (f"{situation_name(r.key[0])} ({r.key[1].replace('-', ' ')})" if r.key[1] else r.key[0], r)
            for r in tally.by("situation", "stands")
        )),
        _rows("By State", "The State on whose territory it lay that day; the first forty.", (
            (state_name(r.key[0]) if r.key[0] != "open" else "open, or no State's", r) for r in tally.by("state")[:40]
        )),
    ]  # fmt: skip
    caveats = "".join(f"<li>{escape(c)}</li>" for c in CAVEATS)
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Screened events</title>
<style>
body {{ font: 16px/1.5 Georgia, serif; color: #222; max-width: 62rem; margin: 2rem auto; padding: 0 1rem }}
svg {{ width: 100%; height: auto }} table {{ border-collapse: collapse; margin: .5rem 0 1.5rem }}
td, th {{ padding: .15rem .8rem .15rem 0; text-align: left; border-bottom: 1px solid #ddd }}
td.n, th.n {{ text-align: right; font-variant-numeric: tabular-nums }} small {{ color: #666 }}
</style></head><body>
<h1>Screened events</h1><p>{escape(total)}.</p>
<ul>{caveats}</ul>
{world}{chart}
{"".join(parts)}
<p><small>{escape(credit)} Outlines: Natural Earth, public domain.</small></p>
</body></html>
"""


def _rows(title: str, note: str, rows: object) -> str:
    lines = []
    for name, row in rows:  # type: ignore[attr-defined]
        lines.append(
            f'<tr><td>{escape(name)}</td><td class="n">{row.events:,}</td><td class="n">{row.deaths:,}</td></tr>'
        )
    said = f"<p><small>{escape(note)}</small></p>" if note else ""
    head = '<tr><th></th><th class="n">events</th><th class="n">deaths</th></tr>'
    return f"<h2>{escape(title)}</h2>{said}<table>{head}{''.join(lines)}</table>"
