"""A run over a source: answers to one file in the order of the input, bad inputs to another beside it.

While it goes on, three hidden files stand beside the target: the answers so far, the problems so far, and a journal
that says how far both are sound. A run that was cut off at any moment, by an interrupt or the loss of power, goes on
from its journal, and the result is byte for byte that of a run in one go. If the input, the record or the version have
changed since, it starts anew. The target's name is given only to a whole file.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import IO

import msgspec
from msgspec import Struct

from hague import __version__
from hague.bulk.pool import ordered
from hague.bulk.sources import Item, Source
from hague.bulk.work import Answered
from hague.errors import InputRefused, Problem

_BATCH_ITEMS, _BATCH_BYTES = 32, 131_072
_SECONDS_BETWEEN_JOURNALS = 2.0
_KEPT = 50
"""Problems kept for the message at the end; the file beside the target has all."""


class Journal(Struct, kw_only=True):
    """How far a run has come: what was read of the input, and how many bytes of both outputs belong to that."""

    identity: str
    position: int = 0
    number: int = 0
    answers_bytes: int = 0
    problems_bytes: int = 0
    answered: int = 0
    refused: int = 0


class Outcome(Struct, frozen=True, kw_only=True):
    """``problems_file`` holds a JSON object a line for each bad input; ``None`` if there were none. ``problems`` are
    the first of them, ``resumed_at`` how many inputs an earlier run had done."""

    answered: int
    refused: int
    resumed_at: int
    problems: tuple[Problem, ...]
    problems_file: Path | None


def run(
    source: Source,
    target: Path,
    day: date | None = None,
    *,
    jobs: int = 1,
    fresh: bool = False,
    progress: Callable[[int], None] = lambda _: None,
) -> Outcome:
    """Answers every report of ``source`` into ``target``; ``fresh`` forgets an earlier run that was cut off.

    Each bad input is listed and costs no other its answer. ``progress`` is told the position reached. Raises
    ``InputRefused`` if the target cannot be written or another run is writing it.
    """
    part, problems_part, journal_path = (
        target.with_name(f".{target.name}.{end}") for end in ("part", "problems", "journal")
    )
    problems_file = target.with_name(f"{target.name}.problems")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with open(part, "ab") as answers, open(problems_part, "ab") as problems, _alone(answers, target):
            journal = _begin(source, day, journal_path, fresh, answers, problems)
            resumed_at = journal.number
            kept = _answer_all(source, day, jobs, journal, journal_path, answers, problems, progress)
    except OSError as err:
        raise InputRefused(
            "The answers cannot be written.", [Problem("--out", str(target), f"a file that can be written ({err})")]
        ) from err
    part.replace(target)
    if journal.refused:
        problems_part.replace(problems_file)
    else:
        problems_part.unlink()
        problems_file.unlink(missing_ok=True)
    journal_path.unlink(missing_ok=True)
    return Outcome(
        answered=journal.answered,
        refused=journal.refused,
        resumed_at=resumed_at,
        problems=tuple(kept),
        problems_file=problems_file if journal.refused else None,
    )


def _begin(
    source: Source, day: date | None, path: Path, fresh: bool, answers: IO[bytes], problems: IO[bytes]
) -> Journal:
    """The journal to go on from, and both files cut to what it vouches for."""
    journal = Journal(identity=_identity(source, day))
    if source.resumable and not fresh:
        try:
            found = msgspec.json.decode(path.read_bytes(), type=Journal)
            sound = answers.tell() >= found.answers_bytes and problems.tell() >= found.problems_bytes
            if found.identity == journal.identity and sound:
                journal = found
        except (OSError, msgspec.DecodeError):
            pass  # no journal, or none of ours: start anew
    path.unlink(missing_ok=True) if journal.number == 0 else None
    answers.truncate(journal.answers_bytes)
    problems.truncate(journal.problems_bytes)
    return journal


def _answer_all(
    source: Source,
    day: date | None,
    jobs: int,
    journal: Journal,
    path: Path,
    answers: IO[bytes],
    problems: IO[bytes],
    progress: Callable[[int], None],
) -> list[Problem]:
    kept: list[Problem] = []
    noted = time.monotonic()
    progress(journal.position)
    results = ordered(partial(_work, source.work, day), _batches(source.items(journal.position, journal.number)), jobs)
    for batch in results:
        for position, number, (line, bad) in batch:
            if line is not None:
                journal.answers_bytes += answers.write(line + b"\n")
                journal.answered += 1
            else:
                for problem in bad:
                    journal.problems_bytes += problems.write(_encoded(problem))
                kept += bad[: _KEPT - len(kept)]
                journal.refused += 1
            journal.position, journal.number = position, number
        progress(journal.position)
        if source.resumable and time.monotonic() - noted > _SECONDS_BETWEEN_JOURNALS:
            _note(journal, path, answers, problems)
            noted = time.monotonic()
    _safe(answers, problems)
    return kept


def _encoded(problem: Problem) -> bytes:
    try:
        return msgspec.json.encode(dict(problem)) + b"\n"
    except UnicodeEncodeError:
        return msgspec.json.encode({"where": problem["where"], "expected": problem["expected"]}) + b"\n"


def _work(
    function: Callable[[str, bytes | None, date | None], Answered], day: date | None, batch: list[Item]
) -> list[tuple[int, int, Answered]]:
    return [(item.position, item.number, function(item.label, item.data, day)) for item in batch]


def _batches(items: Iterator[Item]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += item.size
        if len(batch) >= _BATCH_ITEMS or size >= _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _note(journal: Journal, path: Path, answers: IO[bytes], problems: IO[bytes]) -> None:
    _safe(answers, problems)
    scratch = path.with_name(f"{path.name}.{os.getpid()}")
    scratch.write_bytes(msgspec.json.encode(journal))
    scratch.replace(path)


def _safe(*files: IO[bytes]) -> None:
    for file in files:
        file.flush()
        os.fsync(file.fileno())


def _identity(source: Source, day: date | None) -> str:
    from hague.record import load
    from hague.record.compiled import COMPILED

    load()  # brings the compiled record up to date
    digest = hashlib.sha256(COMPILED.read_bytes()).hexdigest()
    return hashlib.sha256(f"1\n{__version__}\n{digest}\n{day}\n{source.identity()}".encode()).hexdigest()


@contextmanager
def _alone(file: IO[bytes], target: Path) -> Iterator[None]:
    """Refuses a second run to the same target while this one writes."""
    try:
        import fcntl
    except ImportError:  # not on POSIX: nothing guards there
        yield
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise InputRefused(
            "The answers cannot be written.", [Problem("--out", str(target), "a file that no other run is writing")]
        ) from None
    yield
