"""Where reports come from: a file of JSON lines, or files of one report each. Both can be taken up at a position."""

from __future__ import annotations

import gzip
import hashlib
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol

from hague.bulk.work import LONGEST_LINE, Answered, answer_line, answer_text
from hague.errors import InputRefused, Problem


class Item(NamedTuple):
    """``position`` and ``number`` are where to go on behind it; ``size`` is about its bytes."""

    label: str
    data: bytes | None
    position: int
    number: int
    size: int


Work = Callable[[str, bytes | None, date | None], Answered]


class Source(Protocol):
    """Reports in order. ``identity`` changes with anything that would change the answers; ``total`` counts what
    ``position`` counts (``None``: unknown); ``resumable`` is false for what can be read only once; ``work`` answers
    one item."""

    @property
    def resumable(self) -> bool: ...
    @property
    def total(self) -> int | None: ...
    @property
    def work(self) -> Work: ...
    def identity(self) -> str: ...
    def items(self, position: int, number: int) -> Iterator[Item]: ...


class Lines:
    """A file of lines ``{"id", "text", "date"?}``, gzip if it ends in ``.gz``, standard input if it is ``-``."""

    work = staticmethod(answer_line)

    def __init__(self, path: str) -> None:
        self.path = path
        self.resumable = path != "-"
        try:
            stat = Path(path).stat() if self.resumable else None
            self.total = stat.st_size if stat and not path.endswith(".gz") else None
            self._seen = f"{stat.st_size} {stat.st_mtime_ns}" if stat else ""
            if self.resumable:
                self._open().close()
        except OSError as err:
            expected = f"a file that can be read ({err.strerror or err})"
            raise InputRefused("The reports cannot be read.", [Problem(path, None, expected)]) from None

    def identity(self) -> str:
        return f"{Path(self.path).resolve()} {self._seen}"

    def _open(self) -> BinaryIO | gzip.GzipFile:
        if self.path == "-":
            return sys.stdin.buffer
        return gzip.open(self.path, "rb") if self.path.endswith(".gz") else open(self.path, "rb")

    def items(self, position: int, number: int) -> Iterator[Item]:
        with self._open() as stream:
            if position:
                stream.seek(position)
            try:
                yield from self._lines(stream, position, number)
            except (EOFError, gzip.BadGzipFile) as err:
                raise InputRefused(
                    "The reports cannot be read.", [Problem(self.path, None, f"whole gzip data ({err})")]
                ) from None

    def _lines(self, stream: BinaryIO | gzip.GzipFile, position: int, number: int) -> Iterator[Item]:
        while line := stream.readline(LONGEST_LINE + 1):
            size, data = len(line), line if len(line) <= LONGEST_LINE else None
            while not line.endswith(b"\n") and (line := stream.readline(1 << 20)):
                size, data = size + len(line), None
            position, number = position + size, number + 1
            if number == 1 and data is not None:
                data = data.removeprefix(b"\xef\xbb\xbf")
            if data is None or data.strip():
                yield Item(f"line {number}", data, position, number, size)


def answer_file(label: str, data: bytes | None, day: date | None) -> Answered:
    """Answers the report in the file that ``label`` names; its path is its id. Never raises."""
    from hague.text_files import text_of

    try:
        text = text_of(label)
    except InputRefused as err:
        return None, err.problems
    return answer_text(label, label, text, None, day)


class Files:
    """Files of one report each."""

    resumable = True
    work = staticmethod(answer_file)

    def __init__(self, paths: Sequence[str]) -> None:
        self.paths = list(paths)
        self.total = len(self.paths)

    def identity(self) -> str:
        digest = hashlib.sha256()
        for path in self.paths:
            try:
                stat = Path(path).stat()
                seen = f"{stat.st_size} {stat.st_mtime_ns}"
            except OSError:
                seen = "missing"
            digest.update(f"{Path(path).resolve()} {seen}\n".encode("utf-8", "surrogateescape"))
        return digest.hexdigest()

    def items(self, position: int, number: int) -> Iterator[Item]:
        for i, path in enumerate(self.paths[position:], position + 1):
            yield Item(path, None, i, i, 4096)
