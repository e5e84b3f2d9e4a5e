"""Commands run as a user would run them."""

import pytest

from hague.cli import run


@pytest.fixture
def said(capfd: pytest.CaptureFixture[str]) -> "Said":
    return Said(capfd)


class Said:
    """Runs a command and keeps its exit code and both outputs."""

    def __init__(self, capfd: pytest.CaptureFixture[str]) -> None:
        self._capfd = capfd
        self.code, self.out, self.err = 0, "", ""

    def __call__(self, *args: str) -> "Said":
        self.code = run(args)
        self.out, self.err = self._capfd.readouterr()
        assert "Traceback" not in self.out + self.err
        assert "fault inside" not in self.out + self.err
        return self
