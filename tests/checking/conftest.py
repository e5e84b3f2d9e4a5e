from __future__ import annotations

import pytest

from hague.record import Record, load


@pytest.fixture(scope="session")
def record() -> Record:
    return load()
