"""Fixtures named for what you get. Corpora that may not ship with the project are used where they stand, in a folder
``shared`` beside the checkout, and skipped aloud elsewhere. With ``HAGUE_NO_SKIPS=1`` a skipped test is a failure."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hague.record import Record, load

ROOT = Path(__file__).resolve().parents[1]
os.environ.setdefault("HAGUE_TRACEBACK", "1")  # a fault inside is to fail a test, not to become a notice


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora beside the checkout."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the corpora in ../shared are not on this machine")
    return folder


@pytest.fixture(scope="session")
def record() -> Record:
    """The record as it stands in this checkout, everything in it known."""
    return load()


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("HAGUE_NO_SKIPS") and reporter and reporter.stats.get("skipped"):
        reporter.write_line("HAGUE_NO_SKIPS is set and tests were skipped", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
