"""Tables of words and rules, kept as TOML for people and read from a compiled copy where one stands beside.

A checkout has the TOML alone. An installed package also ships each table as MessagePack, which is read some fifteen
times as fast; the wheel is built of one state of the files, so the two never differ.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec


def read(path: Path) -> dict[str, Any]:
    """The content of a TOML file. Raises ``OSError`` and ``tomllib.TOMLDecodeError``."""
    try:
        return msgspec.msgpack.decode(compiled_path(path).read_bytes(), type=dict[str, Any])
    except FileNotFoundError:
        import tomllib

        return tomllib.loads(path.read_text(encoding="utf-8"))


def compiled_path(path: Path) -> Path:
    """Where the compiled copy of a table stands."""
    return path.with_suffix(".msgpack")


def compiled(path: Path) -> bytes:
    """The compiled copy of a TOML file."""
    import tomllib

    return msgspec.msgpack.encode(tomllib.loads(path.read_text(encoding="utf-8")))
