"""Documents that fail the build when they lie: examples are run, dictionaries compared, verbs all described."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from hague.record.compiled import sources_root

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.M | re.S)
EXAMPLES = [
    pytest.param(page, block, id=f"{page.name}:{i}")
    for page in PAGES
    for i, block in enumerate(CONSOLE.findall(page.read_text(encoding="utf-8")), 1)
]


@pytest.mark.parametrize(("page", "block"), EXAMPLES)
def test_an_example_prints_what_the_page_says(page: Path, block: str) -> None:
    """A line of ``…`` stands for lines left out; every other line must be printed, in this order."""
    assert block.startswith("$ hague "), f"{page.name}: an example begins with its command"
    command, _, shown = block.partition("\n")
    env = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
    run = subprocess.run(
        f"{sys.executable} -m {command.removeprefix('$ ')}",
        shell=True,
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    printed = iter((run.stdout + run.stderr).splitlines())
    for line in shown.splitlines():
        if line.strip() != "…":
            assert any(line.rstrip() == other.rstrip() for other in printed), f"{command}: not printed: {line!r}"


PYTHON = re.compile(r"^```python\n(>>> .*?)^```", re.M | re.S)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_python_examples_run(page: Path) -> None:
    import doctest

    for block in PYTHON.findall(page.read_text(encoding="utf-8")):
        parser = doctest.DocTestParser().get_doctest(block, {}, page.name, str(page), 0)
        runner = doctest.DocTestRunner(verbose=False, optionflags=doctest.ELLIPSIS)
        assert runner.run(parser).failed == 0


def test_the_dictionary_of_the_record_is_up_to_date() -> None:
    if sources_root() is None:
        pytest.skip("the record's files are only in a checkout")
    run = subprocess.run(
        [sys.executable, ROOT / "docs" / "field_dictionary.py", "--check"], capture_output=True, text=True
    )
    assert run.returncode == 0, run.stdout


def test_nothing_names_a_machine() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("not in a git checkout")
    for name in listed.stdout.split():
        path = ROOT / name
        if path.suffix in (".py", ".md", ".toml", ".yaml", ".txt", ".cff") and path != Path(__file__).resolve():
            text = path.read_text(encoding="utf-8", errors="replace")
            assert not re.search(r"(?<![\w./])/(work|root|home/\w+)/|pypi-more", text), name
