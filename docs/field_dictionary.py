"""Writes the generated parts of ``docs/record.md``: the dictionary of fields and the coverage of the record.

python docs/field_dictionary.py            writes them
python docs/field_dictionary.py --check    fails if they are out of date
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec

from hague.record import Record, load, model
from hague.record.changes import all_changes
from hague.record.model import TABLES

PAGE = Path(__file__).with_name("record.md")
OPEN, CLOSE = "<!-- generated: {} -->", "<!-- end of {} -->"


def fields() -> str:
    """Every type of the model with its fields: what may stand there, whether it must, and what it means."""
    tree = ast.parse(inspect.getsource(model))
    lines = []
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            lines += _type(node)
    return "\n".join(lines)


def _type(node: ast.ClassDef) -> list[str]:
    kind = getattr(model, node.name)
    folder = next((name for name, t in TABLES.items() if t is kind), None)
    about = " ".join((ast.get_docstring(node) or "").split())
    base = node.bases[0].id if isinstance(node.bases[0], ast.Name) else ""
    lines = [f"### {node.name}" + (f" (`record/{folder}/`)" if folder else ""), ""]
    if base in ("Fact", "Event"):
        about = f"{about} Has the fields of {base} too.".strip()
    lines += [about, ""] if about else []
    required = {f.name for f in msgspec.structs.fields(kind) if f.required}
    rows = []
    body = list(node.body)
    for i, item in enumerate(body):
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
            after = body[i + 1] if i + 1 < len(body) else None
            said = after.value.value if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) else ""
            name = item.target.id.rstrip("_")
            must = "yes" if item.target.id in required else ""
            rows.append(f"| `{name}` | {_allowed(item.annotation)} | {must} | {' '.join(str(said).split())} |")
    if rows:
        lines += ["| field | holds | required | meaning |", "| --- | --- | --- | --- |", *rows, ""]
    return lines


def _allowed(node: ast.expr) -> str:
    text = ast.unparse(node)
    if isinstance(node, ast.Subscript) and text.startswith("Annotated"):
        text = text[len("Annotated[") :].split(", Meta")[0]
    text = text.replace("Literal[", "one of [").replace(" | None", "").replace("tuple[", "list of [")
    return text.replace(", ...]", "]").replace("|", "or").replace("'", "`") if "'" in text else f"`{text}`"


def coverage(record: Record) -> str:
    """Entries by table, and dated events by year."""
    lines = ["| table | entries |", "| --- | --- |"]
    lines += [f"| {name} | {len(record.table(name))} |" for name in TABLES]
    before = [p for p in record.persons.values() if p.history]
    lines += [f"| of the persons, before the Court or wanted by it | {len(before)} |", ""]
    years: Counter[str] = Counter(change.on[:4] for change in all_changes(record))
    lines += ["| year | dated events |", "| --- | --- |"]
    lines += [f"| {year} | {count} |" for year, count in sorted(years.items())]
    return "\n".join(lines) + "\n"


def with_parts(page: str, parts: dict[str, str]) -> str:
    for name, text in parts.items():
        start, end = OPEN.format(name), CLOSE.format(name)
        head, _, rest = page.partition(start)
        _, _, tail = rest.partition(end)
        page = f"{head}{start}\n{text}{end}{tail}"
    return page


def main() -> int:
    now = PAGE.read_text(encoding="utf-8")
    parts: dict[str, Any] = {"fields": fields(), "coverage": coverage(load())}
    right = with_parts(now, parts)
    if "--check" in sys.argv:
        if right != now:
            print("docs/record.md is out of date: run `python docs/field_dictionary.py`")
        return int(right != now)
    PAGE.write_text(right, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
