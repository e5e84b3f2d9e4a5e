"""Fails if a dependency of the core or an extra has a licence that would bind our users (GPL, AGPL)."""

import re
import sys
from importlib.metadata import distribution, distributions

ROOTS = ("bulk", "watch", "archive", "desk", "spacy")
OFFERED_TWICE = {
    "tld": "offered under MPL-1.1, GPL-2.0 or LGPL-2.1 at the user's choice",
}
NAME = re.compile(r"[A-Za-z0-9._-]+")


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def required(name: str, extras: tuple[str, ...], installed: set[str], seen: set[str]) -> None:
    for line in distribution(name).requires or []:
        dep = normal(NAME.match(line)[0])  # type: ignore[index]
        marker = line.partition(";")[2]
        extra = re.search(r"extra\s*==\s*['\"]([^'\"]+)['\"]", marker)
        if extra and extra[1] not in extras:
            continue
        if dep in installed and dep not in seen and dep != "hague":
            seen.add(dep)
            required(dep, (), installed, seen)


def binding(name: str) -> str | None:
    meta = distribution(name).metadata
    said = " ".join([meta.get("License-Expression") or "", *(meta.get_all("Classifier") or [])])
    if "License ::" not in said and not meta.get("License-Expression"):
        said += " " + (meta.get("License") or "")[:200]
    hit = re.search(r"(?<![A-Za-z])(AGPL|GPL|GNU (?:Affero )?General Public)", said)
    return hit[0] if hit else None


def main() -> int:
    installed = {normal(d.metadata["Name"]) for d in distributions()}
    seen: set[str] = set()
    required("hague", ROOTS, installed, seen)
    bad = {n: b for n in sorted(seen) if (b := binding(n)) and n not in OFFERED_TWICE}
    for name, licence in bad.items():
        print(f"{name}: {licence}")
    print(f"{len(seen)} dependencies looked at, {len(bad)} with a binding licence")
    return 1 if bad or not seen else 0


if __name__ == "__main__":
    sys.exit(main())
