"""Reads the record's YAML files strictly: every value is understood, or the build stops.

All problems of all files are reported at once, each with its file, line, path inside the file, what was given and
what was expected. Needs PyYAML, which only building the record does; reading the compiled record does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from hague.errors import Problem, RecordBroken
from hague.record.model import TABLES, About, Source
from hague.record.spelled import misspelled

Entries = dict[str, dict[str, msgspec.Struct]]
"""Table name -> id -> entry."""


def files(root: Path) -> Iterator[tuple[str, Path]]:
    """``(table, path)`` of every file of the record, in a fixed order."""
    for table in TABLES:
        for path in sorted((root / table).glob("*.yaml")):
            yield table, path


def read(root: Path) -> Entries:
    """All entries below ``root``. Raises ``RecordBroken`` with every problem found."""
    entries: Entries = {table: {} for table in TABLES}
    problems: list[Problem] = []
    seen: dict[str, Path] = {}
    for table, path in files(root):
        found, wrong = read_file(path, TABLES[table])
        problems += wrong
        for entry in found:
            ident = str(entry.id)  # type: ignore[attr-defined]
            if ident in seen and not _same_address(entry, entries[table].get(ident)):
                problems.append(Problem(str(path), ident, f"an id used once; it is also in {seen[ident]}"))
            seen[ident] = path
            entries[table][ident] = entry
    if problems:
        raise RecordBroken(problems)
    return entries


def _same_address(one: msgspec.Struct, other: msgspec.Struct | None) -> bool:
    """Whether two entries are one source listed twice: harmless to readers, and left to ``lint`` to report."""
    return isinstance(one, Source) and isinstance(other, Source) and one.url == other.url


def reviewed(root: Path) -> str:
    """The day of the record's last review, from ``about.yaml``."""
    text = (root / "about.yaml").read_text(encoding="utf-8")
    found, problems = read_text(text, About, str(root / "about.yaml"))
    if problems:
        raise RecordBroken(problems)
    return found[0].reviewed  # type: ignore[attr-defined, no-any-return]


def read_file(path: Path, kind: type[msgspec.Struct]) -> tuple[list[msgspec.Struct], list[Problem]]:
    """The entries of one file, and what is wrong with it."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as err:
        return [], [Problem(str(path), None, f"a readable UTF-8 file ({err})")]
    return read_text(text, kind, str(path))


def read_text(text: str, kind: type[msgspec.Struct], name: str) -> tuple[list[msgspec.Struct], list[Problem]]:
    """As ``read_file``, for text that is already at hand; ``name`` stands in the problems."""
    import yaml

    try:
        node = yaml.compose(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except yaml.YAMLError as err:
        mark = getattr(err, "problem_mark", None)
        where = f"{name}:{mark.line + 1}" if mark else name
        return [], [Problem(where, None, f"YAML ({getattr(err, 'problem', None) or err})")]
    if node is None:
        return [], [Problem(name, "an empty file", f"an entry of type {kind.__name__}")]
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    value = _build(node, "$", lines, problems, name)
    listed = isinstance(value, dict) and set(value) == {"entries"} and isinstance(value["entries"], list)
    raw = [(f"$.entries[{i}]", v) for i, v in enumerate(value["entries"])] if listed else [("$", value)]
    out = []
    for prefix, item in raw:
        try:
            entry = msgspec.convert(item, kind, strict=False)
        except msgspec.ValidationError as err:
            problems.append(_problem(str(err), prefix, lines, name, kind))
            continue
        wrong = list(misspelled(entry, prefix))
        for path, word, pattern in wrong:
            where = f"{name}:{lines.get(path, 1)} ({path})"
            problems.append(Problem(where, word, f"a word spelled like {pattern}"))
        if not wrong:
            out.append(entry)
    return out, problems


def _build(node: Any, path: str, lines: dict[str, int], problems: list[Problem], name: str) -> Any:
    """Plain values of a YAML node; all scalars stay text. Notes the line of each path and refuses repeated keys."""
    lines[path] = node.start_mark.line + 1
    if node.id == "scalar":
        return None if node.value in ("null", "~") and node.style is None else node.value
    if node.id == "sequence":
        return [_build(v, f"{path}[{i}]", lines, problems, name) for i, v in enumerate(node.value)]
    out: dict[str, Any] = {}
    for key, value in node.value:
        if key.value in out:
            where = f"{name}:{key.start_mark.line + 1}"
            problems.append(Problem(where, key.value, f"each key once in {path}"))
        out[key.value] = _build(value, f"{path}.{key.value}", lines, problems, name)
    return out


def _problem(message: str, prefix: str, lines: dict[str, int], name: str, kind: type[msgspec.Struct]) -> Problem:
    said, _, path = message.partition(" - at `")
    path = prefix + path.rstrip("`").removeprefix("$")
    at = path
    while at not in lines and at != "$":
        at = re.sub(r"(\.[^.\[\]]+|\[[^\[\]]*\])$", "", at) or "$"
    where = f"{name}:{lines.get(at, 1)} ({path})"
    return Problem(where, None, f"a valid {kind.__name__}: {said}", _example(kind))


def _example(kind: type[msgspec.Struct]) -> str:
    required = [f.encode_name for f in msgspec.structs.fields(kind) if f.required]
    return f"Required fields of {kind.__name__}: {', '.join(required)}; see docs/record.md for each"
