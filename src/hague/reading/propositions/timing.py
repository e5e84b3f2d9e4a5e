"""How the times of a clause are tied to it: of the step itself, of the conduct judged, of another noun."""

from __future__ import annotations

from typing import Literal

from hague.reading.propositions.clauses import Cutter
from hague.reading.propositions.items import Item
from hague.reading.propositions.lexicon import Closed
from hague.reading.propositions.tokens import Match, Word

TIME_PREPOSITIONS = {
    "since": "since",
    "from": "since",
    "after": "after",
    "before": "before",
    "until": "until",
    "till": "until",
    "by": "by",
    "to": "until",
    "between": "since",
    "through": "until",
    "prior": "before",
}
TO_COURT = frozenset(("court", "icc", "hague", "tribunal"))
"""After these a time is that of the step again: "referred the war to the court in 2015"."""
HANDED_DOWN = frozenset(("pronounced", "imposed", "issued", "delivered", "passed", "entered", "rendered", "reached"))
AUXILIARIES = frozenset(("was", "were", "is", "been", "be", "had", "has", "have"))
RELATIVE = frozenset(("later", "earlier", "after", "before", "following", "previous", "next", "same"))
"""Words of times that hang on another event of the text."""


def hangs(item: Item, tokens: list[Word], today: str | None) -> bool:
    """Whether a time is counted from another event; "the same day" as a day named before is that day."""
    said = {t.low for t in tokens[item.first : item.last + 1]} & RELATIVE
    value = item.value or ""
    return bool(said) and not (said == {"same"} and len(value) == 10 and value != today)


def relation(item: Item, tokens: list[Word]) -> str:
    """How a time is tied to the clause: ``on``, ``since``, ``until``, ``before``, ``after``, ``by``."""
    j = item.first - 1
    if tokens[item.last - 1].low == "ago" and any(
        [t.low for t in tokens[item.first + k - 2 : item.first + k]] == ["more", "than"]
        or tokens[item.first + k - 1].low == "over"
        for k in (0, 1, 2)
        if item.first + k >= 2
    ):
        return "before"  # "more than twenty years ago"
    for _ in range(3):
        if j < 0:
            break
        low = tokens[j].low
        if low == "to" and j and tokens[j - 1].low == "back":
            return "since"
        if low == "by" and any(t.text[:1].isupper() for t in tokens[j + 1 : item.first]):
            break  # "handed over by Chad last week"
        if low in TIME_PREPOSITIONS:
            return TIME_PREPOSITIONS[low]
        if low == "and" and j > 1 and any(t.low == "between" for t in tokens[max(0, j - 5) : j]):
            return "until"
        if low in ("in", "on", "at", "during", ",", "back"):
            if low == "back":
                return "since"
            if low in ("in", "on") and j and tokens[j - 1].low in ("as", "back"):
                return "on"
            if low in ("in", "on") and any(t.low == "since" for t in tokens[max(0, j - 5) : j]):
                return "since"  # "since the court opened in 2002"
            break
        j -= 1
    if any(t.low == "onwards" or t.low == "onward" for t in tokens[item.last : item.last + 1]):
        return "since"
    return "on"


NOUNS = ("warrant", "summons", "convict", "acquit", "sentence", "trial")
"""Classes of steps whose nouns carry dates of their own ("the 2023 warrant")."""


JOINTS = frozenset(("because", "as", "when", "while", "whose", "who", "which"))
"""Words that open a clause of their own."""


FOLLOWING = JOINTS | {"once", "after", "until", "before", "although", "though"}
"""Words that open a clause behind the main one."""


def beyond(item: Item, head: Match | None, first: int, cutter: Cutter) -> bool:
    """Whether a time stands in another clause of the sentence than the head ("fell on Friday when judges ...")."""
    if head is None:
        return False
    if item.last <= head.first:
        joints = [k for k in range(item.last, head.first) if cutter.low[k] in FOLLOWING and not cutter.kinds[k]]
        return any(cutter.has_finite(first, k) and cutter.has_finite(k, head.last + 4) for k in joints)
    joints = [k for k in range(head.last, item.first) if cutter.low[k] in JOINTS and not cutter.kinds[k]]
    return any(cutter.has_finite(k + 1, item.first) for k in joints)


AFTER_STEP = frozenset(("after", "since", "before", "following"))
BEFORE_NOUNS = frozenset(("'s", "icc", "sealed", "secret", "public", "first", "second", "joint", "court"))


def of_noun(item: Item, cues: dict[str, list[Match]], head: Match | None, tokens: list[Word]) -> str | None:
    """Which noun other than the head a time belongs to: ``of-warrant`` for "the 2023 warrant has lapsed"."""
    for name in NOUNS:
        for m in cues.get(name, ()):
            if m.entry.form != "noun" or (head is not None and m.first <= head.first < m.last):
                continue
            between = [t.low for t in tokens[item.last : m.first]] if m.first >= item.last else ["?"]
            apart = (
                head is not None
                and (
                    item.last <= head.first  # ... or "serves 25 years after a conviction in 2021"
                    or AFTER_STEP.intersection(t.low for t in tokens[max(head.last, m.first - 2) : m.first])
                )
            )
            if set(between) <= BEFORE_NOUNS or (
                apart and item.first - m.last == 1 and tokens[m.last].low in ("of", "from", "in")
            ):
                return f"of-{name}"
    return None


def conduct(
    item: Item, cues: dict[str, list[Match]], head: Match | None, tokens: list[Word], closed: Closed
) -> str | None:
    """Whether a time belongs to what is judged, not to the judging: ``conduct`` ("crimes committed in 2012"),
    ``perhaps`` where only the order of words speaks for it ("for war crimes in 2012")."""
    if head is None:
        return None
    if _attributive(item, head, tokens, closed) or any(m.first == item.last for m in cues.get("conduct", ())):
        return "conduct"  # "the coup of June 2009", "the 2008 war"
    if head.first > item.first:
        fronted = tokens[0].low in ("like", "unlike") and not any(t.low == "," for t in tokens[: item.first])
        return "conduct" if fronted else None  # "Like Lubanga in March, he was convicted"
    over = next((k for k in range(head.last, item.first) if tokens[k].low == "over"), None)
    if over is not None and item.first - over > 2 and not closed.prepositions.isdisjoint({tokens[item.first - 1].low}):
        tie = relation(item, tokens)
        return "perhaps" if tie == "on" else f"perhaps-{tie}"  # "wanted over strikes between October and March"
    for name, answer in (("committed-strong", "conduct"), ("conduct", "perhaps")):
        if any(
            head.first < m.first < item.first
            and item.first - m.last <= 12
            and not any(t.low in TO_COURT for t in tokens[m.last : item.first])
            for m in cues.get(name, ())
        ):
            tie = relation(item, tokens)
            return answer if tie == "on" else f"{answer}-{tie}"
    return None


def _attributive(item: Item, head: Match, tokens: list[Word], closed: Closed) -> bool:
    """Whether a time belongs to a noun that is not the head: "the coup of June 2009", "the 2008 war"."""
    first = item.first
    if first > 2 and tokens[first - 1].low in ("in", "on", "last") and tokens[first - 2].low in HANDED_DOWN:
        return head.last < first - 2 and tokens[first - 3].low not in AUXILIARIES
    if first > 1 and tokens[first - 1].low == "of" and not head.first <= first - 2 < head.last:
        before = tokens[first - 2]
        return before.low.isalpha() and before.low not in closed.prepositions and not first - 2 < head.first
    return False


def adjunct(head: Match | None, first: int, cutter: Cutter) -> bool:
    """Whether a head stands in "before it joined" after the main verb of a clause from ``first`` on: that says when,
    it asserts nothing."""
    if head is None:
        return False
    for k in range(head.first - 2, max(first, head.first - 6), -1):
        if cutter.is_finite(k + 1):
            return False
        if cutter.low[k] in ("before", "after", "until", "once", "while", "when", "since") and not cutter.kinds[k]:
            return cutter.has_finite(first, k)
    return False


def conditional(words: list[Word], *, question: bool) -> bool:
    """Whether a clause is an "if": "if they are granted", "were they granted"."""
    low = [w.low for w in words]
    return bool({"if", "unless", "provided"} & set(low)) or (low[0] in ("were", "had", "should") and not question)


PRESENT = frozenset(
    [
        "is",
        "are",
        "has",
        "have",
        "does",
        "do",
        "can",
        "must",
        "remains",
        "remain",
        "stays",
        "may",
        "'s",
        "falls",
        "applies",
        "belongs",
        "becomes",
        "lies",
        "comes",
        "gains",
        "loses",
    ]
)
"""Words that tell of the present, and nothing else."""


def tense(words: list[Word], head: Match | None) -> Literal["past", "present", "future"]:
    """The tense of a clause: by its auxiliaries, else by the form of the verb that carries the predicate."""
    low = {w.low for w in words}
    if low & {"will", "shall", "'ll"}:
        return "future"
    if low & PRESENT:
        return "present"
    return "present" if head is not None and head.entry.form == "third" else "past"
