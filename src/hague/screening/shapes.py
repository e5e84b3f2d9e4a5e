"""What the columns of an event file mean: UCDP GED and ACLED are known, any other shape is told by a TOML file.

date = "day"                # needed
end = "last_day"
latitude = "y"              # needed, with longitude, unless place or country is given
longitude = "x"
place = "code"              # a code of the record: KEN, UA-43, PS-GZA
country = "land"            # a name or code
deaths = "killed"
date_format = "%d.%m.%Y"    # as of Python's strptime; without it YYYY-MM-DD
delimiter = ";"             # of a CSV file; without it a comma
credit = "Who made the data"
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from hague.errors import InputRefused, Problem

ROLES = ("date", "end", "latitude", "longitude", "place", "country", "deaths")


class Shape(Struct, frozen=True, kw_only=True):
    """Which column plays which role, and how days are written. ``columns``: role -> name of the column."""

    name: str
    columns: dict[str, str]
    credit: str
    date_formats: tuple[str, ...] = ()
    """Tried in turn after YYYY-MM-DD."""
    delimiter: str = ","


class _Known(Struct, frozen=True):
    name: str
    credit: str
    columns: dict[str, tuple[str, ...]]
    """Role -> the names under which editions of the data set have it."""
    sign: tuple[str, ...]
    """Columns by which the data set is recognised."""
    date_formats: tuple[str, ...] = ()


KNOWN = (
    _Known(
        "UCDP GED",
        "Events: UCDP Georeferenced Event Dataset, Uppsala Conflict Data Program, https://ucdp.uu.se (CC BY 4.0); "
        "Sundberg and Melander 2013.",
        {
            "date": ("date_start",),
            "end": ("date_end",),
            "latitude": ("latitude", "lat"),
            "longitude": ("longitude", "lon"),
            "country": ("country",),
            "deaths": ("best", "best_est"),
        },
        ("date_start", "type_of_violence", "side_a"),
        ("%Y-%m-%d %H:%M:%S.%f", "%Y-%m-%d %H:%M:%S", "%m/%d/%Y %I:%M:%S %p", "%m/%d/%Y"),
    ),
    _Known(
        "ACLED",
        "Events: Armed Conflict Location and Event Data (ACLED), https://acleddata.com, under its terms of use.",
        {
            "date": ("event_date",),
            "latitude": ("latitude",),
            "longitude": ("longitude",),
            "country": ("country",),
            "deaths": ("fatalities",),
        },
        ("event_date", "event_type", "fatalities"),
        ("%d %B %Y", "%d-%b-%Y", "%d-%B-%Y", "%d/%m/%Y"),
    ),
)


def recognised(header: Sequence[str]) -> Shape | None:
    """The known shape of a file with these columns, or ``None``."""
    for known in KNOWN:
        if all(any(s == h for h in header) for s in known.sign):
            columns = {role: next((n for n in names if n in header), names[0]) for role, names in known.columns.items()}
            optional = {r: c for r, c in columns.items() if r in ("date", "latitude", "longitude") or c in header}
            return Shape(name=known.name, columns=optional, credit=known.credit, date_formats=known.date_formats)
    return None


def from_toml(path: Path) -> Shape:
    """The shape that a TOML file tells. Raises ``InputRefused`` with every problem of it."""
    where = str(path)
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as err:
        raise _refused([Problem(where, None, f"a file that can be read ({err.strerror or err})")]) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as err:
        raise _refused([Problem(where, None, f"TOML ({err})")]) from None
    problems = []
    words = (*ROLES, "date_format", "delimiter", "credit")
    for key, value in given.items():
        if key not in words:
            near = difflib.get_close_matches(key, words, 1)
            problems.append(
                Problem(
                    f"{where}: {key}", value, f"one of {', '.join(words)}", f"Did you mean {near[0]}?" if near else ""
                )
            )
        elif not isinstance(value, str):
            problems.append(Problem(f"{where}: {key}", value, "text in quotes"))
    if "date" not in given:
        problems.append(Problem(where, None, 'the column of the day, as `date = "event_date"`'))
    if not {"place", "country"} & set(given) and not {"latitude", "longitude"} <= set(given):
        problems.append(Problem(where, None, "latitude and longitude, or place, or country"))
    if len(str(given.get("delimiter", ","))) != 1:
        problems.append(Problem(f"{where}: delimiter", given["delimiter"], "one character"))
    if problems:
        raise _refused(problems)
    form = given.get("date_format")
    return Shape(
        name=path.name,
        columns={r: given[r] for r in ROLES if r in given},
        credit=given.get("credit", ""),
        date_formats=(form,) if form else (),
        delimiter=given.get("delimiter", ","),
    )


def checked(shape: Shape, header: Sequence[str], where: str) -> list[Problem]:
    """What is wrong with a header for this shape: columns that are missing or there twice."""
    problems = []
    for role, column in shape.columns.items():
        if column not in header:
            near = difflib.get_close_matches(column, header, 1)
            problems.append(
                Problem(
                    f"{where}: column {column}",
                    None,
                    f"a column {column!r} ({role})",
                    f"Did you mean {near[0]!r}? A --map file can say so." if near else "",
                )
            )
        elif list(header).count(column) > 1:
            problems.append(Problem(f"{where}: column {column}", column, "one column of that name, not several"))
    return problems


def unknown(header: Sequence[str], where: str) -> Problem:
    """The problem of a file of no known shape."""
    listed = ", ".join(header[:12]) + (", …" if len(header) > 12 else "")
    return Problem(
        where,
        listed[:200],
        "the columns of UCDP GED or ACLED",
        'Say which column is which in a file for --map: date = "...", latitude = "...", longitude = "..."',
    )


def _refused(problems: list[Problem]) -> InputRefused:
    return InputRefused("The column mapping cannot be used.", problems)
