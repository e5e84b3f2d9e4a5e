"""checking: what a text claims about the Court, against record and law as of a day.

``check_report`` and ``check_sentence`` turn propositions (``reading.propositions``) into claims. ``table.TABLE`` says,
a row a kind of claim, which propositions it takes and who decides it; no pattern over text lives here. A verdict is
decisive only on a source outside the text; in doubt a claim is not checkable.
"""

from __future__ import annotations

from datetime import date

from hague.checking.model import Claim
from hague.reading.model import Report
from hague.record import Record

__all__ = ["Claim", "check_report", "check_sentence"]


def check_report(report: Report, as_of: date | None, record: Record) -> tuple[Claim, ...]:
    """The claims of a report in order, judged as of ``as_of`` (by default the report's date; without one, by
    everything on record)."""
    from hague.checking.checker import Checker
    from hague.reading.propositions import extract

    if as_of is None and not report.header.date:
        as_of = _first_day(report)
    if as_of is None and report.header.date:
        try:
            as_of = date.fromisoformat(report.header.date[:10])
        except ValueError:
            as_of = None
    propositions = report.propositions or extract(report, record)
    return tuple(Checker(report, propositions, as_of, record).claims())


def check_sentence(sentence: str, as_of: date, record: Record) -> tuple[Claim, ...]:
    """The claims of a sentence (or a few), judged as of ``as_of``, on which its dates hang too."""
    from hague.checking.checker import Checker
    from hague.reading import read
    from hague.reading.propositions import extract

    report = read(sentence, date=as_of.isoformat(), record=record)
    if any(s.kind != "body" for s in report.sentences) or not report.propositions:
        report = as_body(report)
        return tuple(Checker(report, extract(report, record), as_of, record, about_court=True).claims())
    return tuple(Checker(report, report.propositions, as_of, record, about_court=True).claims())


HEAD = 300
"""Characters at the top in which a full date is taken for the report's own, where no header gives one."""


def _first_day(report: Report) -> date | None:
    for t in report.timexes:
        if t.start < HEAD and t.value and len(t.value) >= 10:
            try:
                return date.fromisoformat(t.value[:10])
            except ValueError:
                continue
    return None


def as_body(report: Report) -> Report:
    """A lone sentence is no headline and no dateline."""
    from msgspec.structs import replace

    return replace(report, sentences=tuple(replace(s, kind="body") for s in report.sentences))
