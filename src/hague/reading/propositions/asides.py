"""What is said of a State aside: "Libya, a party for two years, ...", "..., Hungary not being a member"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hague.reading.model import Argument, Mention, Proposition, Report, Sentence, Span, Timex

_MEMBER = r"(?:full |loyal |long-time |longtime |long-standing )?(?:state party|states parties|party|parties|member state|member|members)"
_OF_IT = (
    r"(?: (?:of|to) (?:it|the (?:court|icc|international criminal court|tribunal|hague court|treaty|statute|"
    r"rome statute|court's treaty|court's statute)))?"
)
_HOW_LONG = r"(?P<when>(?: itself| themselves| too)?(?: (?:since|from|for) [^,;.:—–()]{2,40})?)"
_ASIDE = re.compile(
    rf"[,—–(] ?(?:now |long |already |itself |themselves |also )?(?P<no>not |no longer |never )?(?:both |all )?"
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
_WORDS = dict(zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True))
_DECADES = re.compile(r"for (?P<n>a|two) decades?", re.IGNORECASE)
_STEPS = {"joined": "become-member", "ratified": "ratify", "signed": "sign-statute"}


def told(report: Report) -> Iterator[Proposition]:
    """What the asides of a report say of States."""
    bodies = [s for s in report.sentences if s.kind in ("body", "list-item")]
    for sentence in bodies:
        text = report.text[sentence.start : sentence.end]
        if _OTHER.search(text):
            continue  # another body may be meant
        states = [
            m
            for m in report.mentions
            if m.entity and m.entity.startswith("state:") and sentence.start <= m.start and m.end <= sentence.end
        ]
        for i, last in enumerate(states):
            yield from _of(report, sentence, _listed(report, states[: i + 1]), last)


def _listed(report: Report, states: list[Mention]) -> list[Mention]:
    """The names joined to the last: "Jordan and Egypt"."""
    out = states[-1:]
    for before, after in zip(reversed(states[:-1]), reversed(states), strict=False):
        between = report.text[before.end : after.start]
        if between not in (" and ", ", ", " and the ", ", the ") or (between.startswith(",") and len(out) == 1):
            break
        out.insert(0, before)
    return out


def _of(report: Report, sentence: Sentence, states: list[Mention], last: Mention) -> Iterator[Proposition]:
    whole = report.text[: sentence.end]
    aside = _ASIDE.match(whole, last.end)
    absolute = _ABSOLUTE.match(whole, last.end) or _TAKEN.match(whole, last.end)
    found = aside or absolute
    if found is None:
        return
    groups = found.groupdict()
    many = bool(re.search(r"\bboth |\ball |\bparties|\bmembers", found[0]))
    if aside and many != (len(states) > 1) and many:
        return
    meant = states if many or not aside else states[-1:]
    verb = (groups.get("verb") or "").lower()
    times = [t for t in report.timexes if found.start("when") <= t.start and t.end <= found.end()]
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
        statement=_statement(report, span.start),
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
            number = years["n"]
            value = str(_WORDS.get(number, number if number.isdigit() else ""))
            modifier = {"more than": "at-least ", "over": "at-least ", "at least": "at-least "}.get(years["mod"] or "", "")
        else:
            value, modifier = ("10" if decades and decades["n"] == "a" else "20"), ""
        roles["cue.for-word"] = Argument(span=cue, value="for")
        roles["number.year"] = Argument(span=cue, value=modifier + value)
        return value != ""
    if len(times) != 1 or times[0].value is None or times[0].type != "DATE":
        return False
    since = words.startswith(("since", "from"))
    roles["time.since" if since else "time.on"] = Argument(span=Span(times[0].start, times[0].end), value=times[0].value)
    return True


def _statement(report: Report, at: int) -> int | None:
    inside = (i for i, s in enumerate(report.statements) if s.content.start <= at < s.content.end)
    return next(inside, None)
