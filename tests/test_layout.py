"""The house: imports run downward only, the front door is complete and costs nothing."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import hague

SRC = Path(hague.__file__).parent
FLOOR = {
    "errors": 0,
    "dates": 0,
    "toml_tables": 0,
    "record": 1,
    "law": 2,
    "reading": 2,
    "checking": 3,
    "screening": 3,
    "answers": 4,
    "verbs": 5,
    "cli": 6,
}
APART = {("law", "reading"), ("reading", "law")}
"""Floors on one level that must not know each other."""


def _imports(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("hague"):
            names |= {f"{node.module}.{a.name}" for a in node.names}
        elif isinstance(node, ast.Import):
            names |= {a.name for a in node.names if a.name.startswith("hague")}
    return {n.split(".")[1] for n in names if "." in n}


MODULES = sorted(p.relative_to(SRC) for p in SRC.rglob("*.py") if p.relative_to(SRC).parts[0] in FLOOR)
MODULES += [Path("verbs.py"), Path("answers.py")]


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_imports_run_downward(module: Path) -> None:
    own = module.parts[0].removesuffix(".py")
    for other in _imports(SRC / module):
        if other in FLOOR and other != own:
            allowed = FLOOR[other] < FLOOR[own] or (own, other) == ("answers", "verbs")
            assert allowed, f"{module} imports {other}"
            assert (own, other) not in APART


def test_the_public_names_are_all_there() -> None:
    for name in hague.__all__:
        assert getattr(hague, name) is not None


def test_importing_the_package_loads_nothing() -> None:
    code = "import sys; before = set(sys.modules); import hague; print(sorted(set(sys.modules) - before))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    loaded = set(ast.literal_eval(out)) - {"hague", "typing"}
    assert not {m for m in loaded if m.startswith(("hague.", "numpy", "click", "msgspec"))}


def test_no_module_has_a_name_that_says_nothing() -> None:
    banned = {"utils", "util", "helpers", "helper", "manager", "misc", "common"}
    assert not [p for p in SRC.rglob("*.py") if p.stem in banned]


def test_no_module_grows_without_end() -> None:
    sizes = {str(p.relative_to(SRC)): len(p.read_text(encoding="utf-8").splitlines()) for p in SRC.rglob("*.py")}
    assert {name: n for name, n in sizes.items() if n > 700} == {}
