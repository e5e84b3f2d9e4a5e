"""Work spread over processes, results in the order of the work, and no more of either in memory than is needed."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import TypeVar

from hague.errors import HagueError

W = TypeVar("W")
R = TypeVar("R")
_AHEAD = 3
"""Pieces of work in flight for each process."""


class WorkerLost(HagueError):
    """A process ended in the midst of its work, most often for want of memory."""

    kind = "worker-lost"


def processors() -> int:
    """How many processes can run at once here."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on Linux
        return os.cpu_count() or 1


def ordered(function: Callable[[W], R], work: Iterable[W], jobs: int) -> Iterator[R]:
    """``function`` of each piece of work, in order, over ``jobs`` processes (in this one if it is 1).

    Work is drawn as results are taken, a few pieces ahead. The processes end with the iterator, and with this process
    however it ends. Raises ``WorkerLost``.
    """
    for library in ("OPENBLAS", "OMP", "MKL"):  # the processes share the cores; threads within each would only wait
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")
    if jobs <= 1:
        yield from map(function, work)
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin)
    waiting: deque[Future[R]] = deque()
    try:
        for piece in work:
            waiting.append(pool.submit(function, piece))
            if len(waiting) >= jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool:
        raise WorkerLost(
            "A process ended in the midst of its work, most often for want of memory. What was done is kept: "
            "run the same command again, with fewer --jobs."
        ) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    """An interrupt is for the parent to handle; without a parent there is nothing left to do."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
