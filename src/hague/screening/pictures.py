"""A map and a time series as SVG, made here: no plotting library, no script, no font but the reader's own.

Colours are told apart by people with any colour vision (Okabe and Ito's set) and stand in the same order everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any, Final

import numpy as np

from hague.record.outlines import Outlines, load
from hague.screening.summary import FATE_WORDS, FATES, Row

COLOURS: Final = {
    "situation": "#0072b2",
    "territory": "#56b4e9",
    "open": "#e69f00",
    "nationality": "#cc79a7",
    "before": "#8c8c8c",
}
_INK, _FAINT, _LAND, _SEA = "#222222", "#666666", "#e9e6df", "#ffffff"
_FONT = "font-family='Helvetica, Arial, sans-serif'"


def world_map(cells: Mapping[tuple[int, int], list[int]], title: str, credit: str, outlines: Outlines | None = None) -> str:
    """A map of the world, a dot for each half degree that has events: its area grows with their number, its colour is
    that of what came of most of them. ``cells``: (half degrees north, east) -> events by fate."""
    width, height, top = 1000, 487, 64
    land = _land(outlines or load(), width, height, top)
    dots = []
    most = max((sum(n) for n in cells.values()), default=1)
    for (north, east), counts in sorted(cells.items(), key=lambda c: -sum(c[1])):
        x, y = _project(np.array([east / 2 + 0.25]), np.array([north / 2 + 0.25]), width, height)
        radius = max(0.9, 17 * float(np.sqrt(sum(counts) / most)))
        name = FATES[int(np.argmax(counts))]
        dots.append(
            f"<circle cx='{x[0]:.1f}' cy='{y[0] + top:.1f}' r='{radius:.1f}' fill='{COLOURS[name]}' "
            "fill-opacity='.72' stroke='#ffffff' stroke-width='.4'/>"
        )
    total = [sum(c[i] for c in cells.values()) for i in range(len(FATES))]
    legend = _legend(total, 24, top + height + 24)
    scale = _scale(most, width - 150, top + height - 30)
    body = f"<path d='{land}' fill='{_LAND}' stroke='#bdb8ad' stroke-width='.35' fill-rule='evenodd'/>{''.join(dots)}"
    return _page(width, top + height + 96, title, f"{body}{scale}{legend}", credit)


def _land(outlines: Outlines, width: int, height: int, top: int) -> str:
    paths = []
    for code in outlines.codes:
        if code == "ATA":
            continue
        for ring in outlines.rings(code):
            x, y = _project(ring[:, 0], ring[:, 1], width, height)
            at = np.round(np.stack([x, y + top], axis=1), 1)
            at = at[np.r_[True, np.any(np.diff(at, axis=0) != 0, axis=1)]]
            if len(at) > 3:
                paths.append("M" + "L".join(f"{px:g},{py:g}" for px, py in at[:-1]) + "Z")
    return "".join(paths)


def _project(lon: Any, lat: Any, width: int, height: int) -> tuple[Any, Any]:
    """Equal Earth (Šavrič, Patterson and Jenny 2018): areas are true. x and y in pixels, y downward."""
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    t = np.arcsin(np.sqrt(3) / 2 * np.sin(np.radians(lat)))
    t2 = t * t
    t6 = t2 * t2 * t2
    x = 2 * np.sqrt(3) * np.radians(lon) * np.cos(t) / (3 * (9 * a4 * t6 * t2 + 7 * a3 * t6 + 3 * a2 * t2 + a1))
    y = t * (a4 * t6 * t2 + a3 * t6 + a2 * t2 + a1)
    return width / 2 + x * width / 5.4133, height / 2 - y * width / 5.4133


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
    return _page(width, 680, title, upper + lower + _legend(total, 24, 608), credit)


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
            f"<text x='{left - 8}' y='{y + 4:.1f}' font-size='11' fill='{_FAINT}' text-anchor='end'>{step * k:,.0f}</text>"
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
                f"<text x='{x + slot / 2:.1f}' y='{top - 3}' font-size='11' fill='{_INK}' text-anchor='middle'>{total:,}</text>"
            )
        if year % 5 == 0 or len(years) <= 12:
            parts.append(
                f"<text x='{x + slot / 2:.1f}' y='{base + 17}' font-size='11' fill='{_FAINT}' text-anchor='middle'>{year}</text>"
            )
    mark = 2002.5
    if years[0] < mark < years[-1]:
        x = left + (mark - years[0]) * slot
        parts.append(
            f"<line x1='{x:.1f}' x2='{x:.1f}' y1='{top}' y2='{base}' stroke='{_INK}' stroke-dasharray='3 3' stroke-width='.9'/>"
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
    column = 330
    for i, (name, n) in enumerate(zip(FATES, counts, strict=True)):
        cx, cy = x + i % 3 * column, y + i // 3 * 22
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
