"""Whether a clause is denied or hedged, and whether an argument belongs to another verb of it."""

from __future__ import annotations

from hague.reading.propositions.clause import Clause
from hague.reading.propositions.clauses import Cutter
from hague.reading.propositions.items import Item
from hague.reading.propositions.naming import NO_DENIAL, RELATIVES
from hague.reading.propositions.tokens import Match

AFTER_NOUN = frozenset(("not", "n't", "unknown", "impossible", "excluded", "unthinkable", "out", "no"))
"""Negators that may follow the noun they deny ("death sentences are unknown there")."""
MODALS = frozenset(("can", "cannot", "may", "might", "could", "must", "will", "would", "shall", "should")) | {
    "do", "does", "did", "to", "not", "n't", "never",
}  # fmt: skip
"""Words after which a bare verb belongs to the same group."""
HARMLESS = frozenset((("decision", "not"), ("decisions", "not"), ("refusal", "not")))
UNABLE = (
    ["cannot", "afford"],
    ["cannot", "pay"],
    ["cannot", "read"],
    ["without", "money"],
    ["without", "means"],
    ["not", "forget"],
    ["n't", "forget"],
)


def verb_of(head: Match, cutter: Cutter) -> int:
    """Where the verb group of a head ends: of a noun ("is a member"), before its article and adjectives."""
    j = head.first
    if head.entry.form != "noun":
        return j
    while j > max(0, head.first - 4) and not cutter.is_finite(j - 1) and cutter.low[j - 1] not in ("been", "that"):
        j -= 1
    return j if j and (cutter.is_finite(j - 1) or cutter.low[j - 1] == "been") else head.first


def outer(after: int, head: int, cutter: Cutter) -> bool:
    """Whether another verb stands between an argument and the head: the argument belongs to that verb."""
    j = head - 1
    while j >= after and (
        cutter.low[j] in cutter.words.auxiliaries
        or cutter.low[j]
        in (
            "n't",
            "not",
            "never",
            "also",
            "been",
            "still",
            "since",
            "now",
            "already",
            "ever",
            "to",
            "just",
            "later",
            "has",
            "yet",
            "then",
        )
    ):
        j -= 1
    return any(
        cutter.is_finite(k) and not (cutter.verb.get(k) == "base" and cutter.low[k - 1] in MODALS)
        for k in range(max(after, 1), j + 1)
    )


def negated(here: list[Match], head: Match | None, clause: Clause, used: set[int], cutter: Cutter) -> bool:
    """Whether the head of a clause is denied; ``used`` are words that a row spells out."""
    tokens = cutter.tokens
    limit = head.last if head and head.entry.form != "noun" else clause.last
    for m in here:
        if m.entry.table != "negator" or any(k in used for k in range(m.first, m.last)):
            continue
        if tokens[m.first].low == "none" and m.first and tokens[m.first - 1].low == "to":
            continue
        if m.first >= limit or (tokens[m.first].low == "no" and [t.low for t in tokens[m.last : m.last + 1]] == [","]):
            continue
        told = head is not None and head.first == m.last  # "summoned, not arrested"
        if (
            tokens[m.first].low == "not"
            and m.first
            and tokens[m.first - 1].low == ","
            and not told
            and m.first - 1 not in cutter.passed
        ):
            continue  # a contrast, not a denial
        if [t.low for t in tokens[m.first - 2 : m.first + 1]] == ["with", "or", "without"]:
            continue
        if m.first and (tokens[m.first - 1].low, tokens[m.first].low) in HARMLESS:
            continue  # what was decided or cannot be paid is denied, not what is said of it
        if [t.low for t in tokens[m.first : m.first + 2]] in UNABLE:
            continue
        if (
            tokens[m.first].low == "without"
            and m.first == clause.first
            and (cutter.kinds[m.last] == "state" or tokens[m.last].low in ("it", "them"))
        ):
            continue  # "Without Burundi the court has 123 members" denies nothing of the court
        if (
            head is not None
            and m.first >= head.last
            and (
                tokens[m.first].low not in AFTER_NOUN
                or any(t.low in RELATIVES for t in tokens[head.last : m.first])
                or (
                    tokens[m.first].low in ("not", "n't", "no")
                    and any(t.low == "," for t in tokens[head.last : m.first])
                )
            )
        ):
            continue
        opens = m.first == clause.first and tokens[m.first].low in (
            "nor",
            "neither",
            "never",
            "nobody",
            "no",
            "none",
        )
        group = m.last + (head is not None and head.entry.form == "noun" and _in_group(m, cutter))
        if head is not None and m.last <= head.first and not opens and outer(group, head.first, cutter):
            continue
        if tokens[m.first].low == "not" and m.last < len(tokens) and tokens[m.last].low in ("only", "just", "merely"):
            continue
        if tokens[m.first].low == "no" and m.last < len(tokens) and tokens[m.last].low in NO_DENIAL - {"longer"}:
            continue
        return True
    return False


def _in_group(m: Match, cutter: Cutter) -> bool:
    """Whether a negator stands between an auxiliary and its participle: "was never held"."""
    return m.first > 0 and m.last < len(cutter.tokens) and cutter.tokens[m.first - 1].low in cutter.words.auxiliaries


def hedge(here: list[Match], used: set[int], inside: list[Item], head: Match | None, cutter: Cutter) -> str | None:
    """The strongest hedge as ``kind:word``; a future is one. What comes after the verb does not weaken it."""
    dates = {k for i in inside if i.kind == "time" for k in range(i.first, i.last)}
    for kind in ("plan", "possible", "opinion", "future", "would"):
        for m in here:
            if (
                m.entry.table == "hedge"
                and m.entry.name == kind
                and (head is None or head.entry.form == "noun" or kind == "opinion" or m.first < head.last)
                and not (m.entry.words == ("allegedly",) and head is not None and m.first >= head.last)
                and not any(k in used or k in dates for k in range(m.first, m.last))
                and not (kind == "opinion" and m.entry.words == ("should",) and _opens(m, cutter))  # "Should he come,"
                and not (head is not None and _in_a_relative(m, head, cutter))
            ):
                return f"{kind}:{' '.join(m.entry.words)}"
    return None


def _opens(m: Match, cutter: Cutter) -> bool:
    """Whether a word opens its sentence or what follows a comma."""
    return m.first == 0 or not cutter.low[m.first - 1][:1].isalnum()


def _in_a_relative(hedge: Match, head: Match, cutter: Cutter) -> bool:
    """Whether a hedge stands in a relative clause before the main verb: "X, where it may look, has been ..."."""
    commas = [k for k in range(hedge.last, head.first) if cutter.tokens[k].low == ","]
    return bool(commas) and cutter.tokens[commas[-1] + 1].low in cutter.words.auxiliaries
