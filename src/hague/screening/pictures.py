"""A map and a time series as SVG, made here: no plotting library, no script, no font but the reader's own.

Colours are told apart by people with any colour vision (Okabe and Ito's set) and stand in the same order everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any, Final

import numpy as np

from hague.record.outlines import Outlines, load
from hague.screening.summary import FATE_WORDS, FATES, Cell, Row

COLOURS: Final = {
    "situation": "#0072b2",
    "territory": "#56b4e9",
    "open": "#e69f00",
    "nationality": "#cc79a7",
    "before": "#8c8c8c",
}
_INK, _FAINT, _LAND, _SEA = "#222222", "#666666", "#e9e6df", "#ffffff"
_SMALL = f"font-size='11' fill='{_FAINT}'"
_FONT = "font-family='Helvetica, Arial, sans-serif'"


def world_map(cells: Mapping[tuple[int, int], Cell], title: str, credit: str, outlines: Outlines | None = None) -> str:
    """A map of the world, a dot for each half degree that has events, where they lie on average: its area grows with
    their number, its colour is that of what came of most of them."""
    width, height, top = 1000, 430, 52
    land = _land(outlines or load(), width, height, top)
    most = max((c.events for c in cells.values()), default=1)
    large, small = [], {name: [""] for name in FATES}
    for cell in sorted(cells.values(), key=lambda c: (-c.events, c.lat, c.lon)):
        x, y = _project(np.array(cell.lon / cell.events), np.array(cell.lat / cell.events), width, height)
        radius = 17 * float(np.sqrt(cell.events / most))
        name = FATES[int(np.argmax(cell.fates))]
        dot = f"<circle cx='{float(x):.1f}' cy='{float(y) + top:.1f}' r='{max(0.9, radius):.1f}'"
        if radius > 2.5:
            large.append(f"{dot} fill='{COLOURS[name]}' stroke='#ffffff' stroke-width='.4'/>")
        else:
            small[name].append(f"{dot}/>")
    dots = "".join(large) + "".join(
        f"<g fill='{COLOURS[n]}'>{''.join(found)}</g>" for n, found in reversed(small.items())
    )
    total = [sum(c.fates[i] for c in cells.values()) for i in range(len(FATES))]
    legend = _legend(total, 24, top + height + 22)
    scale = _scale(most, 40, top + height - 60)
    body = (
        f"<path d='{land}' fill='{_LAND}' stroke='#bdb8ad' stroke-width='.35' fill-rule='evenodd'/>"
        f"<g fill-opacity='.75'>{dots}</g>"
    )
    return _page(width, top + height + 108, title, f"{body}{scale}{legend}", credit)


def _land(outlines: Outlines, width: int, height: int, top: int) -> str:
    paths = []
    for code in outlines.codes:
        if code == "ATA":
            continue
        for number, ring in enumerate(outlines.rings(code)):
            x, y = _project(ring[:, 0], ring[:, 1], width, height)
            at = np.rint(np.stack([x, y + top], axis=1) * 2).astype(int)
            at = at[np.r_[True, np.any(np.diff(at, axis=0) != 0, axis=1)]]
            if len(at) > 3 and (number == 0 or np.ptp(at, axis=0).max() > 3):
                moves = "".join(f"{dx / 2:g},{dy / 2:g} " for dx, dy in np.diff(at[:-1], axis=0))
                paths.append(f"M{at[0, 0] / 2:g},{at[0, 1] / 2:g}l{moves.rstrip()}z")
    return "".join(paths)


def _project(lon: Any, lat: Any, width: int, height: int) -> tuple[Any, Any]:
    """Equal Earth (Šavrič, Patterson and Jenny 2018): areas are true. x and y in pixels, y downward."""
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    t = np.arcsin(np.sqrt(3) / 2 * np.sin(np.radians(lat)))
    t2 = t * t
    t6 = t2 * t2 * t2
    x = 2 * np.sqrt(3) * np.radians(lon) * np.cos(t) / (3 * (9 * a4 * t6 * t2 + 7 * a3 * t6 + 3 * a2 * t2 + a1))
    y = t * (a4 * t6 * t2 + a3 * t6 + a2 * t2 + a1)
    return width / 2 + x * width / 5.4133, height * 0.56 - y * width / 5.4133


def _scale(most: int, x: float, y: float) -> str:
    parts = [f"<text x='{x}' y='{y - 44}' font-size='11' fill='{_FAINT}'>events in half a degree</text>"]
    for i, n in enumerate((most, most // 10, most // 100)):
        if n:
            radius = max(0.9, 17 * float(np.sqrt(n / most)))
            cx = x + 18 + i * 46
            parts.append(
                f"<circle cx='{cx}' cy='{y - 18}' r='{radius:.1f}' fill='none' stroke='{_FAINT}'/>"
                f"<text x='{cx}' y='{y + 14}' font-size='10' fill='{_FAINT}' text-anchor='middle'>{n:,}</text>"
            )
    return "".join(parts)


def time_series(rows: Iterable[Row], title: str, credit: str) -> str:
    """Events and deaths a year, stacked by fate. ``rows`` have the key (year, fate)."""
    events: dict[int, list[int]] = {}
    deaths: dict[int, list[int]] = {}
    for row in rows:
        year, i = int(row.key[0]), FATES.index(row.key[1])
        events.setdefault(year, [0] * len(FATES))[i] += row.events
        deaths.setdefault(year, [0] * len(FATES))[i] += row.deaths
    years = list(range(min(events, default=2000), max(events, default=2000) + 1))
    width = 1000
    upper = _panel(years, events, "Events", 64, 220, width)
    lower = _panel(years, deaths, "Deaths, best estimate", 330, 220, width)
    total = [sum(e[i] for e in events.values()) for i in range(len(FATES))]
    return _page(width, 690, title, upper + lower + _legend(total, 24, 608), credit)


def _panel(years: list[int], values: dict[int, list[int]], label: str, top: int, height: int, width: int) -> str:
    left, right = 66, 20
    sums = sorted((sum(v) for v in values.values()), reverse=True) or [1]
    second = sums[1] if len(sums) > 1 else sums[0]
    limit = second * 1.15 if sums[0] > 2.5 * second > 0 else sums[0]
    step, ticks = _ticks(limit)
    full = step * ticks
    base = top + height
    slot = (width - left - right) / max(1, len(years))
    parts = [f"<text x='{left}' y='{top - 10}' font-size='13' font-weight='bold' fill='{_INK}'>{escape(label)}</text>"]
    for k in range(ticks + 1):
        y = base - height * k / ticks
        parts.append(
            f"<line x1='{left}' x2='{width - right}' y1='{y:.1f}' y2='{y:.1f}' stroke='#dddddd' stroke-width='.8'/>"
            f"<text x='{left - 8}' y='{y + 4:.1f}' {_SMALL} text-anchor='end'>{step * k:,.0f}</text>"
        )
    for i, year in enumerate(years):
        x, low = left + i * slot, 0.0
        total = sum(values.get(year, []))
        shown = min(1.0, full / total) if total else 1.0
        for name, n in zip(FATES, values.get(year, [0] * len(FATES)), strict=True):
            tall = n * shown / full * height
            if tall > 0.05:
                y = base - low - tall
                parts.append(
                    f"<rect x='{x + slot * 0.1:.1f}' y='{y:.1f}' width='{slot * 0.8:.1f}' height='{tall:.1f}' "
                    f"fill='{COLOURS[name]}'><title>{year}, {FATE_WORDS[name]}: {n:,}</title></rect>"
                )
            low += tall
        if total > full:
            parts.append(
                f"<rect x='{x:.1f}' y='{top + 9}' width='{slot:.1f}' height='3' fill='#ffffff'/>"
                f"<text x='{x + slot + 2:.1f}' y='{top + 14}' font-size='11' fill='{_INK}'>{total:,}</text>"
            )
        if year % 5 == 0 or len(years) <= 12:
            parts.append(f"<text x='{x + slot / 2:.1f}' y='{base + 17}' {_SMALL} text-anchor='middle'>{year}</text>")
    mark = 2002.5
    if years[0] < mark < years[-1]:
        x = left + (mark - years[0]) * slot
        parts.append(
            f"<line x1='{x:.1f}' x2='{x:.1f}' y1='{top}' y2='{base}' stroke='{_INK}' stroke-dasharray='3 3'/>"
            f"<text x='{x + 5:.1f}' y='{top + 12}' font-size='11' fill='{_INK}'>the Statute, 1 July 2002</text>"
        )
    return "".join(parts)


def _ticks(limit: float) -> tuple[float, int]:
    """The step of an axis and the number of steps that reach a limit."""
    rough = max(limit, 1) / 4
    size = 10 ** np.floor(np.log10(rough))
    step = float(next(s * size for s in (1, 2, 2.5, 5, 10) if s * size >= rough))
    step = max(step, 1.0)
    return step, max(1, int(np.ceil(limit / step)))


def _legend(counts: list[int], x: float, y: float) -> str:
    parts = []
    column = 480
    for i, (name, n) in enumerate(zip(FATES, counts, strict=True)):
        cx, cy = x + i % 2 * column, y + i // 2 * 22
        parts.append(
            f"<rect x='{cx}' y='{cy - 10}' width='12' height='12' fill='{COLOURS[name]}'/>"
            f"<text x='{cx + 18}' y='{cy}' font-size='12' fill='{_INK}'>{escape(FATE_WORDS[name])} "
            f"<tspan fill='{_FAINT}'>({n:,})</tspan></text>"
        )
    return "".join(parts)


def _page(width: int, height: int, title: str, body: str, credit: str) -> str:
    shapes = "Outlines: Natural Earth, public domain."
    words = f"{credit} {shapes}" if credit else shapes
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}' role='img' {_FONT}>"
        f"<title>{escape(title)}</title><rect width='{width}' height='{height}' fill='{_SEA}'/>"
        f"<text x='24' y='32' font-size='17' font-weight='bold' fill='{_INK}'>{escape(title)}</text>{body}"
        f"<text x='24' y='{height - 14}' font-size='10' fill='{_FAINT}'>{escape(words)}</text></svg>\n"
    )
