"""What must hold of the record beyond its types. ``hague record lint`` prints every breach and fails on one.

Checked: the canonical spelling of each file; that a file is named for its entry; that every id named anywhere is on
record and every source is listed; that dates exist, follow each other, and do not lie after the last review; that
article 126's arithmetic gives the printed entry into force; that the counts written down beside the data with their
reasons still hold; and that no id ever given out has vanished without a line in ``renamed.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import msgspec

from hague.errors import Problem
from hague.record import days, source_files
from hague.record.membership import DEPOSITS, entry_into_force, is_party
from hague.record.model import TABLES, Declaration, Event, Fact, Office, Scope, State
from hague.record.spelled import spelled
from hague.record.spelling import dump, dump_list
from hague.record.tables import cited


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A count that was checked by hand against a source outside the record."""

    count: int
    why: str
    parties_on: Annotated[str, spelled(r"^\d{4}-\d{2}-\d{2}$")] | None = None
    table: str | None = None
    at_least: bool = False


class Expectations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    counts: tuple[Expected, ...]


class Renamed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Ids that were given out and have changed or been merged: old id -> new id."""

    ids: dict[str, str]


def lint(root: Path, *, fix: bool = False) -> list[Problem]:
    """All breaches in the files below ``root``; with ``fix`` the spelling is put right in place."""
    problems: list[Problem] = []
    entries: source_files.Entries = {table: {} for table in TABLES}
    where: dict[str, Path] = {}
    for table, path in source_files.files(root):
        found, wrong = source_files.read_file(path, TABLES[table])
        problems += wrong
        if not wrong:
            problems += _spelling(path, found, fix)
        for entry in found:
            ident = str(entry.id)  # type: ignore[attr-defined]
            if ident in where:
                problems.append(Problem(str(path), ident, f"an id used once; {where[ident]} has it too"))
            entries[table][ident], where[ident] = entry, path
    if problems:
        return problems  # what follows would only repeat them
    reviewed = date.fromisoformat(source_files.reviewed(root))
    for table, by_id in entries.items():
        for ident, entry in by_id.items():
            at = str(where[ident].relative_to(root))
            problems += _named_for_entry(where[ident], table, ident, at)
            problems += _references(entry, entries, at)
            problems += _dates(entry, f"{at} ({ident})", reviewed)
            if isinstance(entry, State):
                problems += _article_126(entry, at)
    problems += _counts(root, entries)
    problems += _vanished(root, {i for t, by_id in entries.items() if t != "sources" for i in by_id})
    return problems


def _spelling(path: Path, found: list[msgspec.Struct], fix: bool) -> Iterator[Problem]:
    text = path.read_text(encoding="utf-8")
    right = dump_list(found) if text.lstrip().startswith("entries:") else dump(found[0])
    if text == right:
        return
    if fix:
        path.write_text(right, encoding="utf-8")
        return
    pairs = zip(text.splitlines(), right.splitlines(), strict=False)
    line, given, want = next(((i, a, b) for i, (a, b) in enumerate(pairs, 1) if a != b), (1, "", ""))
    yield Problem(f"{path}:{line}", given, f"the canonical spelling {want!r}", "Run `hague record lint --fix`")


def _named_for_entry(path: Path, table: str, ident: str, at: str) -> Iterator[Problem]:
    listed = path.read_text(encoding="utf-8").startswith("entries:")
    name = re.sub(r"[^A-Za-z0-9-]", "-", ident.partition(":")[2] or ident)
    if not listed and path.stem != name:
        yield Problem(at, path.name, f"{name}.yaml, after its id {ident}")


_REF = re.compile(
    r"(icc|otp|registry|presidency|asp|tfv"
    r"|(state|person|situation|decision|declaration|amendment|resolution|position|act|org|chamber|treaty|place|crime)"
    r":[A-Za-z0-9][A-Za-z0-9.()/_-]*)"
)
_REF_FIELDS = {
    "state", "states", "by", "to", "holder", "about", "against", "body", "situation", "decision", "amendment",
    "with_state", "obliges", "or_nationals_of", "only_nationals_of", "vessels_of", "persons", "concerns", "overrules",
    "confirms", "part_of", "within", "treats_as",
}  # fmt: skip


def _references(entry: msgspec.Struct, entries: source_files.Entries, at: str) -> Iterator[Problem]:
    for source in dict.fromkeys(cited(entry)):
        if source not in entries["sources"]:
            yield Problem(at, source, "a source listed in record/sources")
    known = {ident for by_id in entries.values() for ident in by_id}
    for path, ref in _refs(msgspec.to_builtins(entry), ""):
        if ref not in known:
            from difflib import get_close_matches

            near = get_close_matches(ref, known, n=1)
            yield Problem(f"{at} {path}", ref, "an id on record", f"Did you mean {near[0]}?" if near else "")


def _refs(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _refs(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list | tuple):
        for i, inner in enumerate(value):
            yield from _refs(inner, f"{path}[{i}]")
    elif isinstance(value, str):
        field = re.sub(r"\[\d+\]$", "", path.rpartition(".")[2])
        if field in _REF_FIELDS and _REF.fullmatch(value):
            yield path, value


_MAY_LIE_AHEAD = {"withdrawal-effective", "in-force", "amendment-in-force", "withdrawal-announced"}


def _dates(value: Any, at: str, reviewed: date) -> Iterator[Problem]:
    if isinstance(value, tuple):
        for inner in value:
            yield from _dates(inner, at, reviewed)
        return
    if not isinstance(value, msgspec.Struct):
        return
    for name in value.__struct_fields__:
        inner = getattr(value, name)
        is_day = isinstance(inner, str) and name in _DAY_FIELDS and (name != "to" or inner[:1].isdigit())
        if is_day and not days.is_partial_day(inner):
            yield Problem(f"{at} {name}", inner, "a day, month or year that exists")
            return
        yield from _dates(inner, at, reviewed)
    if isinstance(value, Event):
        kind = str(getattr(value, "event", type(value).__name__))
        if value.public_on and days.last(value.public_on) < days.first(value.on):
            yield Problem(f"{at} {kind}", value.public_on, f"public_on not before {value.on}")
        if days.first(value.on) > reviewed and kind not in _MAY_LIE_AHEAD:
            yield Problem(f"{at} {kind}", value.on, f"a day not after the last review, {reviewed}")
    if isinstance(value, Scope | Office) and value.from_ and value.to and days.last(value.to) < days.first(value.from_):
        yield Problem(at, f"{value.from_} to {value.to}", "an end that is not before the beginning")
    if isinstance(value, Declaration) and not value.valid and not value.why_invalid:
        yield Problem(at, None, "why_invalid, since valid is false")
    if isinstance(value, Fact) and not value.sources:
        yield Problem(at, None, "at least one source")


_DAY_FIELDS = {
    "on", "public_on", "known_on", "from_", "to", "since", "outcome_on", "confirmed_on", "effect_from", "effect_to",
    "withdrawn_on", "until", "ended_on", "born", "founded", "published", "un_member_since", "existed_from",
    "in_force_from", "linked_elsewhere_from",
}  # fmt: skip


def _article_126(state: State, at: str) -> Iterator[Problem]:
    """The printed day of entry into force is the one that article 126 gives; a succession follows other rules."""
    for deposit in (e for e in state.history if e.event in DEPOSITS and e.event != "succeeded"):
        printed = [e for e in state.history if e.event == "in-force" and e.on >= deposit.on]
        if not printed or len(deposit.on) != 10:
            continue
        right = entry_into_force(date.fromisoformat(deposit.on))
        if days.first(printed[0].on) != right and not printed[0].note:
            yield Problem(at, printed[0].on, f"entry into force on {right} by article 126, or a note that says why not")


def _counts(root: Path, entries: source_files.Entries) -> Iterator[Problem]:
    path = root / "expected.yaml"
    found, wrong = source_files.read_text(path.read_text(encoding="utf-8"), Expectations, str(path))
    yield from wrong
    for expectation in found[0].counts if found else ():  # type: ignore[attr-defined]
        if expectation.parties_on:
            day = date.fromisoformat(expectation.parties_on)
            count = sum(is_party(s, day) for s in entries["states"].values())  # type: ignore[arg-type]
            what = f"Parties on {day}"
        else:
            count, what = len(entries[expectation.table]), f"entries in {expectation.table}"
        right = count >= expectation.count if expectation.at_least else count == expectation.count
        if not right:
            least = "at least " if expectation.at_least else ""
            yield Problem(str(path.name), f"{count} {what}", f"{least}{expectation.count} ({expectation.why})")


def _vanished(root: Path, present: set[str]) -> Iterator[Problem]:
    given = root / "ids.txt"
    listed = given.read_text(encoding="utf-8").split() if given.exists() else []
    path = root / "renamed.yaml"
    found, wrong = source_files.read_text(path.read_text(encoding="utf-8"), Renamed, str(path))
    yield from wrong
    renamed: dict[str, str] = found[0].ids if found else {}  # type: ignore[attr-defined]
    for ident in listed:
        if ident not in present and renamed.get(ident) not in present:
            yield Problem("ids.txt", ident, "an id still on record, or a line for it in renamed.yaml")
    missing = len(present - set(listed))
    if missing:
        yield Problem("ids.txt", f"{missing} ids missing", "every id given out", "Run `hague record lint --fix`")


def write_ids(root: Path) -> None:
    """Adds the ids now on record to the list of ids ever given out."""
    path = root / "ids.txt"
    before = set(path.read_text(encoding="utf-8").split()) if path.exists() else set()
    entries = source_files.read(root)
    now = {ident for table, by_id in entries.items() if table != "sources" for ident in by_id}
    path.write_text("\n".join(sorted(before | now)) + "\n", encoding="utf-8")
