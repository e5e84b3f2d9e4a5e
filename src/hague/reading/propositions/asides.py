"""What is said of a State aside: "Libya, a party for two years, ...", "..., Hungary not being a member"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator

from msgspec import structs

from hague.reading.model import Argument, Mention, Proposition, Report, Sentence, Span, Timex
from hague.reading.propositions.items import number

_MEMBER = (
    r"(?:full |loyal |long-time |longtime |long-standing )?"
    r"(?:state party|states parties|party|parties|member state|member|members)"
)
_OF_IT = (
    r"(?: (?:of|to) (?:it|the (?:court|icc|international criminal court|tribunal|hague court|treaty|statute|"
    r"rome statute|court's treaty|court's statute)))?"
)
_HOW_LONG = r"(?P<when>(?: itself| themselves| too)?(?: (?:since|from|for) [^,;.:—–()]{2,40})?)"
_ASIDE = re.compile(
    rf" ?[,—–(] ?(?:now |long |already |itself |themselves |also )?(?P<no>not |no longer |never )?(?:both |all )?"
    rf"(?:a |an )?{_MEMBER}{_OF_IT}{_HOW_LONG} ?(?=[,;.—–)])",
    re.IGNORECASE,
)
_ABSOLUTE = re.compile(
    rf" (?P<no>not |never )?(?P<verb>being|having (?P<never>never )?been) (?:a |an )?{_MEMBER}{_OF_IT}{_HOW_LONG} ?"
    r"(?=[,;.])",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r" (?P<no>not |never )?having (?P<never>never |not )?(?P<verb>joined|ratified|signed)(?: (?:it|the (?:court|treaty|"
    r"statute|rome statute)))?(?P<when>(?: in| since| on)? ?[^,;.:—–()]{0,30})(?=[,;.])",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:council|european union|eu|nato|united nations|african union|arab league|brics|bloc|alliance|commonwealth)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(r"for (?:(?P<mod>more than|over|almost|nearly|at least) )?(?P<n>[a-z-]+|\d+) years?", re.IGNORECASE)
_DECADES = re.compile(r"for (?P<n>a|two) decades?", re.IGNORECASE)
MOST = 8
"""Names in a list that are looked at."""
WIDTH = 200
"""Characters before and after within which another body may be the one meant."""
_STEPS = {"joined": "become-member", "ratified": "ratify", "signed": "sign-statute"}


def told(report: Report, statement_at: Callable[[int], int | None]) -> Iterator[Proposition]:
    """What the asides of a report say of States. ``statement_at``: the number of the statement at a character."""
    starts = [s.start for s in report.sentences]
    states: list[Mention] = []
    for m in report.mentions:
        if not m.entity or not m.entity.startswith("state:"):
            continue
        at = bisect_right(starts, m.start) - 1
        sentence = report.sentences[at] if at >= 0 else None
        if sentence is None or sentence.kind not in ("body", "list-item") or m.end > sentence.end:
            continue
        states = [*[s for s in states[-MOST:] if s.start >= sentence.start], m]
        for aside in _of(report, sentence, states):
            yield structs.replace(aside, statement=statement_at(aside.span.start))


def _listed(report: Report, states: list[Mention]) -> list[Mention]:
    """The names joined to the last: "Jordan and Egypt"."""
    out = states[-1:]
    for before, after in zip(reversed(states[:-1]), reversed(states), strict=False):
        between = report.text[before.end : after.start]
        if between not in (" and ", ", ", " and the ", ", the ") or (between.startswith(",") and len(out) == 1):
            break
        out.insert(0, before)
    return out


def _of(report: Report, sentence: Sentence, named: list[Mention]) -> Iterator[Proposition]:
    last = named[-1]
    aside = _ASIDE.match(report.text, last.end, sentence.end)
    absolute = _ABSOLUTE.match(report.text, last.end, sentence.end) or _TAKEN.match(report.text, last.end, sentence.end)
    found = aside or absolute
    if found is None or _OTHER.search(report.text, max(sentence.start, last.end - WIDTH), found.end()):
        return  # another body may be meant
    states = _listed(report, named)
    groups = found.groupdict()
    many = bool(re.search(r"\bboth |\ball |\bparties|\bmembers", found[0]))
    if aside and many != (len(states) > 1) and many:
        return
    meant = states if many or not aside else states[-1:]
    verb = (groups.get("verb") or "").lower()
    times = _times(report, found.start("when"), found.end())
    negated = bool(groups.get("no") or groups.get("never"))
    span = Span(meant[0].start, found.end())
    cue = Span(found.start(), found.end())
    roles: dict[str, Argument] = {}
    for n, m in enumerate(meant, 1):
        roles["state.subj" if n == 1 else f"state.subj#{n}"] = Argument(span=Span(m.start, m.end), entity=m.entity)
    if not _dated(roles, found["when"], times, cue):
        return
    if negated and (groups.get("never") or (groups.get("no") or "").strip().lower() == "never"):
        roles["cue.ever"] = roles["word.ever"] = Argument(span=cue, value="never")
    yield Proposition(
        span=span,
        predicate=_STEPS.get(verb, "be-member"),
        cue=cue,
        roles=roles,
        times=tuple(times),
        negated=negated,
        tense="past" if verb in _STEPS else "present",
    )


def _dated(roles: dict[str, Argument], words: str, times: list[Timex], cue: Span) -> bool:
    """Puts the time of an aside among the roles; false where there is one that is not understood."""
    words = words.strip().lower()
    if words in ("", "itself", "themselves", "too"):
        return True
    years = _YEARS.search(words)
    decades = _DECADES.search(words)
    if years or decades:
        if years:
            value = number(years["n"]) or ""
            modifier = {"more than": "at-least ", "over": "at-least ", "at least": "at-least "}.get(
                years["mod"] or "", ""
            )
        else:
            value, modifier = ("10" if decades and decades["n"] == "a" else "20"), ""
        roles["cue.for-word"] = Argument(span=cue, value="for")
        roles["number.year"] = Argument(span=cue, value=modifier + value)
        return value != ""
    if len(times) != 1 or times[0].value is None or times[0].type != "DATE":
        return False
    since = words.startswith(("since", "from"))
    roles["time.since" if since else "time.on"] = Argument(
        span=Span(times[0].start, times[0].end), value=times[0].value
    )
    return True


def _times(report: Report, start: int, end: int) -> list[Timex]:
    at = bisect_left(report.timexes, start, key=lambda t: t.start)
    return [t for t in report.timexes[at : at + 3] if t.end <= end]
