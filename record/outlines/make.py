"""Makes ``src/hague/record/outlines.npz`` from two editions of Natural Earth. See README.md beside this file.

    python record/outlines/make.py COUNTRIES.shp WORLD_MAP.gpkg

Needs ``numpy``, ``shapely`` 2.1 or later and ``pyshp``. Same input, same file.
"""

from __future__ import annotations

import hashlib
import io
import json
import sqlite3
import sys
import zipfile
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import shapefile
import shapely
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box, shape
from shapely.ops import polygonize, unary_union

TARGET = Path(__file__).parents[2] / "src/hague/record/outlines.npz"
FINE = 0.001
"""Degrees to a step of the grid to which fine outlines are rounded: about 110 m."""
COARSE = 0.01
COARSE_AREA = 0.02
"""Square degrees of the smallest ring kept for drawing the world, unless it is a place's largest."""

V5 = "Natural Earth 5.1.1, countries"
V4 = "Natural Earth 4.1, first-order divisions"
CUT = "Natural Earth 4.1, cut along its line of claim or ceasefire"
GAP = "Natural Earth 5.1.1, area that its German view gives to no State"
APART = "where the two editions of Natural Earth disagree"
SKETCHED = "Natural Earth 5.1.1, and a straight line for the north-western side of the triangle"
DRAWN = "drawn for this record, east of the Old City's western wall"

OWN_CODE = {
    "KOS": "XKX",
    "SAH": "ESH",
    "ESB": "X-AKROTIRI-DHEKELIA",
    "WSB": "X-AKROTIRI-DHEKELIA",
    "USG": "X-GUANTANAMO",
    "BRT": "X-BIR-TAWIL",
    "PGA": "X-SPRATLY",
    "SCR": "X-SCARBOROUGH",
    "CLP": "FRA",
}
"""Natural Earth's code -> ours, where ISO 3166-1 has none or Natural Earth does not use it."""

PARTS = {
    "AUS": {"CXR": (105, -11, 106, -10), "CCK": (96, -13, 97, -11)},
    "NZL": {"TKL": (-173, -10, -171, -8)},
    "NOR": {"SJM": (-10, 70.5, 40, 82), "BVT": (3, -55, 4, -54)},
    "FRA": {
        "GUF": (-55, 2, -51, 6),
        "GLP": (-62, 15.7, -60.9, 16.6),
        "MTQ": (-61.3, 14.3, -60.7, 15),
        "MYT": (44.9, -13.1, 45.4, -12.5),
        "REU": (55, -21.5, 56, -20.8),
    },
    "NLD": {"BES": (-69, 11.9, -62.9, 17.7)},
}  # fmt: skip
"""Parts of a country that have an ISO 3166-1 code of their own: the box (west, south, east, north) they lie in. The
box of Svalbard and Jan Mayen holds the north of Norway too, so that parts are tested by their southern edge."""

DIVISIONS = {
    ("RU", "Crimea"): "UA-43",
    ("RU", "Sevastopol"): "UA-40",
    ("UA", "Donets'k"): "UA-14",
    ("UA", "Luhans'k"): "UA-09",
    ("UA", "Zaporizhzhya"): "UA-23",
    ("UA", "Kherson"): "UA-65",
    ("UA", "Kharkiv"): "UA-63",
    ("GE", "Abkhazia"): "GE-AB",
    ("-1", "Northern Cyprus"): "X-NORTHERN-CYPRUS",
    ("SD", "North Darfur"): "SD-DN",
    ("SD", "Southern Darfur"): "SD-DS",
    ("SD", "Western Darfur"): "SD-DW",
    ("SD", "Central Darfur"): "SD-DC",
    ("SD", "Eastern Darfur"): "SD-DE",
    ("IN", "Jammu and Kashmir"): "IN-JK",
    ("PK", "Azad Kashmir"): "PK-JK",
    ("PK", "Northern Areas"): "PK-GB",
    ("-1", "Kashmir"): "X-SIACHEN",
    ("-1", "Somaliland"): "X-SOMALILAND",
    ("CN", "Paracel Islands"): "X-PARACEL",
    ("CD", "Nord-Kivu"): "CD-NK",
}
"""Divisions that are drawn on their own: (ISO 3166-1 alpha-2 there, name there) -> our code."""

CUTS = {
    "GE-SK": ("GE", ("Georgian claim",), (43.97, 42.23)),
    "X-NAGORNO-KARABAKH": ("AZ", ("Former USSR oblast in 1991",), (46.75, 39.85)),
    "MD-SN": ("MD", ("Moldovan claim",), (29.63, 46.85)),
    "X-AKSAI-CHIN": ("CN", ("Indian claim",), (79.2, 35.2)),
    "X-ESSEQUIBO": ("GY", ("Venezuelan claim",), (-59.5, 5.5)),
}
"""Our code -> (country cut, names of the lines that cut it, a point (lon, lat) inside the piece)."""

GAPS = {"X-ABYEI": (28.44, 9.8), "X-GOLAN": (35.75, 33.0)}
JERUSALEM = (35.216, 31.783)
ILEMI = Polygon([(34.381, 4.62), (35.95, 4.62), (35.95, 5.4), (35.27, 5.46)])
"""What lies in it of Kenya and South Sudan is the Ilemi triangle: between the line of 1914, which Natural Earth draws,
the border of Ethiopia, and a straight line for the patrol line of 1950, which it does not draw."""
EAST_OF_THE_WALL = box(35.2285, 31.766, 35.26, 31.786)


class Piece(NamedTuple):
    code: str
    shape: Any
    boundary: str


def main(countries: Path, world_map: Path) -> None:
    whole, divisions, lines, old = read(countries, world_map)
    special = overlays(whole, divisions, lines, old)
    pieces = partition(whole, special)
    order = sorted(pieces, key=lambda p: p.code)
    editions = sorted({p.boundary for p in order})
    arrays: dict[str, np.ndarray[Any, Any]] = {}
    for level, step, least in (("fine", FINE, 0.0), ("coarse", COARSE, COARSE_AREA)):
        arrays |= {f"{level}_{k}": v for k, v in encoded([p.shape for p in order], step, least).items()}
    about = {
        "codes": [p.code for p in order],
        "boundaries": [p.boundary for p in order],
        "steps": {"fine": FINE, "coarse": COARSE},
        "from": {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in (countries, world_map)},
    }
    arrays["about"] = np.frombuffer(json.dumps(about, ensure_ascii=False).encode(), np.uint8)
    save(arrays)
    points = {level: int(arrays[f"{level}_sizes"].sum()) for level in ("fine", "coarse")}
    print(
        f"{TARGET.name}: {TARGET.stat().st_size:,} bytes, {len(order)} outlines, {points}, {len(editions)} boundaries"
    )


def read(
    countries: Path, world_map: Path
) -> tuple[dict[str, Any], dict[tuple[str, str], Any], list[Any], dict[str, Any]]:
    """Countries by our code; divisions by (alpha-2, name); lines (name, shape); countries of the older edition."""
    whole: dict[str, Any] = {}
    for found in shapefile.Reader(str(countries)).iterShapeRecords():
        ne = found.record["ADM0_A3"]
        outline = shapely.make_valid(shape(found.shape.__geo_interface__))
        code = OWN_CODE.get(ne) or found.record["ISO_A3_EH"]
        for part_code, part in split(code, outline, ne):
            whole[part_code] = unary_union([whole[part_code], part]) if part_code in whole else part
    base = sqlite3.connect(world_map)
    divisions: dict[tuple[str, str], Any] = {}
    for iso, name, blob in base.execute("select iso_a2, name, geom from states_provinces order by fid"):
        key = (iso, name)
        outline = shapely.make_valid(geometry(blob))
        divisions[key] = unary_union([divisions[key], outline]) if key in divisions else outline
    lines = [(n, geometry(b)) for n, b in base.execute("select name, geom from disputed_borders order by fid")]
    old = {
        iso: shapely.make_valid(geometry(b))
        for iso, b in base.execute("select iso_a2, geom from countries order by fid")
    }
    return whole, divisions, lines, old


def geometry(blob: bytes) -> Any:
    """The shape in a GeoPackage's blob, whose header is as long as its flags say."""
    envelope = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[(blob[3] >> 1) & 7]
    return shapely.from_wkb(blob[8 + envelope :])


def split(code: str, outline: Any, ne: str) -> list[tuple[str, Any]]:
    """A country, and apart from it those of its islands that have a code of their own."""
    boxes = PARTS.get(code)
    if boxes is None:
        return [(code, outline)]
    pieces: dict[str, list[Any]] = {}
    for ring in polygons(outline):
        west, south, east, north = ring.bounds
        inside = (
            part
            for part, (w, s, e, n) in boxes.items()
            if w <= west and east <= e and s <= south and north <= n and not (part == "SJM" and south < 73 and west > 0)
        )
        pieces.setdefault(next(inside, code), []).append(ring)
    return [(part, MultiPolygon(rings)) for part, rings in pieces.items()]


def polygons(outline: Any) -> list[Polygon]:
    """The polygons in a shape, however deep; lines and points are left out."""
    if isinstance(outline, Polygon):
        return [outline]
    return [p for part in getattr(outline, "geoms", ()) for p in polygons(part)]


def overlays(
    whole: dict[str, Any], divisions: dict[tuple[str, str], Any], lines: list[Any], old: dict[str, Any]
) -> list[Piece]:
    """The pieces that are drawn on their own, the later ones cut out of the earlier."""
    found = [Piece(code, divisions[key], V4) for key, code in DIVISIONS.items()]
    for code, (country, names, inside) in CUTS.items():
        merged = [shapely.line_merge(line) for name, line in lines if name in names]
        cuts = [LineString(extended(c)) for line in merged for c in shapely.get_parts(line)]
        faces = polygonize(unary_union([old[country].boundary, *cuts]))
        found.append(Piece(code, next(f for f in faces if f.covers(Point(inside))), CUT))
    covered = unary_union(list(whole.values()))
    holes = [Polygon(h) for p in polygons(covered) for h in p.interiors]
    for code, inside in GAPS.items():
        found.append(Piece(code, next(h for h in holes if h.covers(Point(inside))), GAP))
    found.append(Piece("X-ILEMI", unary_union([whole["KEN"], whole["SSD"]]).intersection(ILEMI), SKETCHED))
    gaza, bank = [], []
    for part in polygons(whole["PSE"]):
        (gaza if part.bounds[2] < 34.7 else bank).append(part)
    found += [Piece("PS-GZA", MultiPolygon(gaza), V5), Piece("PS-WBK", MultiPolygon(bank), V5)]
    apart = polygons(whole["ISR"].intersection(divisions["PS", "West Bank"]))
    city = next(p for p in apart if p.covers(Point(JERUSALEM)))
    return [*found, Piece("X-JERUSALEM", city, APART), Piece("PS-JEM", city.intersection(EAST_OF_THE_WALL), DRAWN)]


def extended(line: Any, by: float = 0.01) -> list[tuple[float, float]]:
    """A line drawn out at both ends, so that it meets the outline that it is to cut."""
    at = list(line.coords)
    for end, beside in ((0, 1), (-1, -2)):
        (x, y), (px, py) = at[end], at[beside]
        length = float(np.hypot(x - px, y - py)) or 1.0
        at[end] = (x + (x - px) / length * by, y + (y - py) / length * by)
    return at


def partition(whole: dict[str, Any], special: list[Piece]) -> list[Piece]:
    """Countries less what is drawn on its own, and that, each place once and no two on one spot."""
    own: list[Piece] = []
    taken = Polygon()
    for piece in reversed(special):
        rest = piece.shape.difference(taken)
        taken = taken.union(piece.shape)
        own.append(Piece(piece.code, rest, piece.boundary))
    named = {p.code for p in own}
    for code, outline in whole.items():
        if code in named or code == "PSE":
            continue
        rest = outline.difference(taken) if outline.intersects(taken) else outline
        kept = [p for p in polygons(rest) if p.area > 0.003 or not p.intersects(taken.buffer(0.02))]
        own.append(Piece(code, MultiPolygon(kept or polygons(rest)), V5))
    return own


def encoded(shapes: list[Any], step: float, least: float) -> dict[str, np.ndarray[Any, Any]]:
    """Rings as differences from point to point: ``x``, ``y`` (int16, the first of a ring from the origin of its block
    in ``starts``), ``sizes`` (points a ring), ``rings`` (rings a place)."""
    if least:
        shapes = [thinned(s, step, least) for s in shapes]
    xs, ys, starts, sizes, rings = [], [], [], [], []
    for outline in shapes:
        found = [rounded(r.coords, step) for part in polygons(outline) for r in (part.exterior, *part.interiors)]
        found = [at for at in found if len(at) > 3]
        if not found:  # smaller than a step, as the Holy See is on a map of the world: one step square
            corner = np.floor(np.array(outline.bounds[:2]) / step).astype(np.int64)
            found = [np.add(corner, [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)])]
        for at in found:
            moves = np.diff(at, axis=0)
            starts.append(at[0])
            xs.append(moves[:, 0])
            ys.append(moves[:, 1])
            sizes.append(len(moves))
        rings.append(len(found))
    return {
        "x": np.concatenate(xs).astype(np.int16),
        "y": np.concatenate(ys).astype(np.int16),
        "starts": np.array(starts, np.int32),
        "sizes": np.array(sizes, np.int32),
        "rings": np.array(rings, np.int32),
    }


def rounded(points: Any, step: float) -> np.ndarray[Any, Any]:
    """A ring on the grid, in steps, without points that fall on the one before."""
    at = np.rint(np.asarray(points)[:, :2] / step).astype(np.int64)
    return dense(at[np.r_[True, np.any(np.diff(at, axis=0) != 0, axis=1)]])


def dense(at: np.ndarray[Any, Any], longest: int = 30_000) -> np.ndarray[Any, Any]:
    """A ring without steps too long for 16 bits."""
    gaps = np.abs(np.diff(at, axis=0)).max(axis=1)
    if not len(gaps) or gaps.max() <= longest:
        return at
    out = [at[:1]]
    for a, b, gap in zip(at[:-1], at[1:], gaps, strict=True):
        n = int(-(-gap // longest)) or 1
        out.append(np.rint(a + (b - a) * (np.arange(1, n + 1) / n)[:, None]).astype(np.int64))
    return np.concatenate(out)


def thinned(outline: Any, step: float, least: float) -> Any:
    parts = sorted(polygons(outline.simplify(4 * step)), key=lambda p: -p.area)
    kept = [p for i, p in enumerate(parts) if i == 0 or p.area > least]
    return MultiPolygon([Polygon(p.exterior, [h for h in p.interiors if Polygon(h).area > least]) for p in kept])


def save(arrays: dict[str, np.ndarray[Any, Any]]) -> None:
    """As ``np.savez_compressed``, but with a fixed time in the archive: same input, same bytes."""
    with zipfile.ZipFile(TARGET, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for name, array in arrays.items():
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, np.ascontiguousarray(array), allow_pickle=False)
            entry = zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0))
            out.writestr(entry, buffer.getvalue(), zipfile.ZIP_DEFLATED, 9)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
