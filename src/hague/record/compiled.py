"""The compiled record: one small file that loads in milliseconds.

The file is MessagePack: ``[FORMAT, reviewed, {table: [entry, ...]}]``, with the ``passages`` of the entries beside the
tables. An installed package ships it. In a checkout,
where the YAML files stand beside the package, it is rebuilt by itself whenever a file was added, edited or removed,
so an edit shows in the next command. It is written whole under another name and then renamed: nothing half-compiled
is ever read.
"""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from hague.errors import InputRefused, Problem, RecordBroken

FORMAT = 2
COMPILED = Path(__file__).with_name("compiled.msgpack")
_STAMP = COMPILED.with_suffix(".stamp")
"""Names, sizes and times of the YAML files that ``COMPILED`` was built from; never shipped."""

Tables = dict[str, msgspec.Raw]


def sources_root() -> Path | None:
    """The folder of YAML files if this package runs from a checkout, else ``None``."""
    root = Path(__file__).parents[3] / "record"
    return root if (root / "about.yaml").is_file() else None


def open_compiled(path: Path | None = None) -> tuple[str, Tables]:
    """``(day of the last review, table -> undecoded entries)``; ``path`` replaces the record that ships.

    Raises ``InputRefused`` for a file that is not a compiled record and ``RecordBroken`` where the YAML files of a
    checkout do not build.
    """
    if path is None:
        path = COMPILED
        root = sources_root()
        if root is not None and _is_stale(root):
            build(root, path)
            _STAMP.write_text(_stamp(root), encoding="utf-8")
    try:
        number, reviewed, tables = msgspec.msgpack.decode(path.read_bytes(), type=tuple[int, str, Tables])
    except FileNotFoundError:
        raise _refused(path, "an existing file") from None
    except (OSError, msgspec.DecodeError):
        raise _refused(path, "a record compiled by `hague record compile`") from None
    if number != FORMAT:
        raise _refused(path, f"format {FORMAT} of the compiled record, not {number}")
    return reviewed, tables


def reviewed() -> str:
    """The day of the record's last review, without building or decoding it."""
    root = sources_root()
    if root is None:
        return open_compiled()[0]
    lines = (root / "about.yaml").read_text(encoding="utf-8").splitlines()
    return next(line.partition(":")[2].strip() for line in lines if line.startswith("reviewed:"))


def _refused(path: Path, expected: str) -> InputRefused:
    return InputRefused("The record cannot be opened.", [Problem("--record", str(path), expected)])


def build(root: Path, target: Path) -> None:
    """Compiles the YAML files below ``root`` into ``target``. Raises ``RecordBroken`` with all problems."""
    try:
        from hague.record import source_files
    except ImportError:  # pragma: no cover - PyYAML is in every development install
        raise _no_yaml() from None
    entries = source_files.read(root)
    reviewed = source_files.reviewed(root)
    body = {table: msgspec.Raw(msgspec.msgpack.encode(list(by_id.values()))) for table, by_id in entries.items()}
    body["passages"] = _passages(body, reviewed)
    data = msgspec.msgpack.encode((FORMAT, reviewed, body))
    scratch = target.with_name(f"{target.name}.{os.getpid()}")
    try:
        scratch.write_bytes(data)
        scratch.replace(target)
    finally:
        scratch.unlink(missing_ok=True)


def _passages(tables: Tables, reviewed: str) -> msgspec.Raw:
    from hague.record import Record
    from hague.record.passages import passages

    return msgspec.Raw(msgspec.msgpack.encode(passages(Record(tables, reviewed))))


def _no_yaml() -> RecordBroken:
    return RecordBroken([Problem("record", None, "PyYAML, to compile the record", "Run `pip install pyyaml`")])


def _is_stale(root: Path) -> bool:
    try:
        return not COMPILED.exists() or _STAMP.read_text(encoding="utf-8") != _stamp(root)
    except OSError:
        return True


def _stamp(root: Path) -> str:
    here = Path(__file__).parent
    made_by = ("model.py", "passages.py", "wording.py", "wording.toml")
    lines = [f"format {FORMAT} {' '.join(_seen((here / name).stat()) for name in made_by)}"]
    for folder in sorted(e.path for e in os.scandir(root) if e.is_dir()):
        with os.scandir(folder) as found:
            lines += sorted(f"{e.path} {_seen(e.stat())}" for e in found if e.name.endswith(".yaml"))
    lines.append(_seen((root / "about.yaml").stat()))
    return "\n".join(lines)


def _seen(stat: os.stat_result) -> str:
    return f"{stat.st_size} {stat.st_mtime_ns}"
