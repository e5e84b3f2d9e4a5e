"""Clauses that are one assertion: "signed the treaty in 1998 and took its signature back", "has been wanted since
March, when judges issued warrants". Each part is decided by itself; the whole is wrong if a part is."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hague.checking.model import Claim

JOINING = frozenset(("and", "before", "after", ", when", ", which", ", once", ", after", ", as", ", having"))
"""What stands between the parts of one assertion. A comma before "and", or a semicolon, begins another."""
TREATY = frozenset(("membership", "ratification", "signature", "withdrawal"))
"""Topics of one kind: "ratified in 2000 and asked for the inquiry" says two things."""
LONGEST = 400
"""Characters of the longest assertion that is made of parts."""


def joined(claims: Sequence[Claim], text: str) -> list[Claim]:
    """``claims`` in the order of the text, those that are parts of one assertion made one. Only decided parts are
    joined: an undecided one would hide what is known of its neighbour."""
    out: list[Claim] = []
    for claim in claims:
        last = out[-1] if out else None
        if last is not None and _one(last, claim, text):
            out[-1] = _both(last, claim, text)
        else:
            out.append(claim)
    return out


def _one(first: Claim, second: Claim, text: str) -> bool:
    decided = ("supported", "contradicted")
    link = " ".join(text[first.end : second.start].lower().split())
    return (
        first.end < second.start
        and second.end - first.start <= LONGEST
        and first.verdict in decided
        and second.verdict in decided
        and first.statement == second.statement
        and link in JOINING
        and (link != "and" or first.about == second.about or {first.about, second.about} <= TREATY)
    )


def _once(one: str, other: str) -> str:
    """Both reasons, what they share said once.

    >>> _once("It has not joined.", "It has not joined. It has lodged no declaration.")
    'It has not joined. It has lodged no declaration.'
    """
    if one in other or other in one:
        return max(one, other, key=len)
    return f"{one} {other}"


def _both(first: Claim, second: Claim, text: str) -> Claim:
    wrong = [c for c in (first, second) if c.verdict == "contradicted"]
    lead = wrong[0] if wrong else first
    rest = second if lead is first else first
    return msgspec.structs.replace(
        lead,
        start=first.start,
        end=second.end,
        text=text[first.start : second.end],
        why=_once(lead.why, rest.why),
        correction=" ".join(dict.fromkeys(c.correction for c in wrong if c.correction)) or None,
        sources=tuple(dict.fromkeys((*lead.sources, *rest.sources))),
        entities=tuple(dict.fromkeys((*lead.entities, *rest.entities))),
        articles=tuple(dict.fromkeys((*lead.articles, *rest.articles))),
        since_then=" ".join(s for s in (lead.since_then, rest.since_then) if s) or None,
    )
