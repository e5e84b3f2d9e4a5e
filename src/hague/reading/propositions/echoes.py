"""Short clauses that say what the sentence before asked or said of another: answers, "Israel is not.", "They are X"."""

from __future__ import annotations

from hague.reading.model import Argument, Proposition, Span
from hague.reading.propositions.clause import Clause
from hague.reading.propositions.clauses import TRIM, Cutter
from hague.reading.propositions.items import Item, number
from hague.reading.propositions.lexicon import clause_words
from hague.reading.propositions.matching import put, span_of
from hague.reading.propositions.tokens import Word

OF_PEOPLE = clause_words("of-people")
"""What a sentence may say of people whom the next one names."""
ELLIPTIC = frozenset(("be-member", "be-non-member", "ratify", "sign-statute"))
SUPPORT = clause_words("support") | {","}
OF_MEMBERS = ELLIPTIC | {"count-members", "ordinal-member", "newest-member", "region-members", "become-member"}
INSIDE = frozenset(
    ("in", "out", "stayed", "stay", "stays", "have", "all", "both", "as", "well", "still", "now", "already")
)
"""What else may stand in "Japan and Brazil are in as well", "India has stayed out"."""
ASKING = frozenset(("who", "whom", "which", "what", "when", "where", "how"))
LOOSE = frozenset(("about", "if", "happens", "happened", "next", "else", "does", "did"))
"""Words after "what" that ask for more than one argument."""
COUNTING = frozenset(("many", "long", "far", "old", "often", "much", "high"))
HEADING = 6
"""Words of a heading that names what the lines under it are about."""
VERBLESS = frozenset(("who", "which", "that", "whose"))


def elliptic(clause: Clause, tokens: list[Word], inside: list[Item], last: list[Proposition]) -> Proposition | None:
    """For "Israel is not." or "Afghanistan is": says of a State what the sentence before said of another."""
    states = [i for i in inside if i.kind == "state" and i.entity and i.value != "demonym"]
    named = {k for i in states for k in range(i.first, i.last)}
    rest = {tokens[k].low for k in range(clause.first, clause.last) if k not in named} - {"and", ","}
    spoken = last[0].predicate if last else ""
    if not states or clause.last - clause.first > 4 + 2 * len(states):
        return None
    denied = bool(rest & {"not", "n't", "neither", "never"})
    if "in" in rest and (len(states) > 1 or spoken in OF_MEMBERS) and rest <= SUPPORT | INSIDE and "have" not in rest:
        predicate = "be-member"
    elif "out" in rest and rest & {"stayed", "stay", "stays"} and rest <= SUPPORT | INSIDE:
        predicate, denied = "be-member", not denied
    elif spoken in ELLIPTIC and rest <= SUPPORT and rest & {"is", "are", "has", "does", "was", "did"}:
        predicate = spoken
    else:
        return None
    tense = last[0].tense if last and predicate == spoken else "present"
    span = span_of(tokens, clause.first, clause.last)
    roles: dict[str, Argument] = {}
    for i in states:
        put(roles, "state.subj", Argument(span=span_of(tokens, i.first, i.last), entity=i.entity))
    return Proposition(span=span, predicate=predicate, cue=span, roles=roles, negated=denied, tense=tense)


def identified(
    clause: Clause, tokens: list[Word], inside: list[Item], earlier: list[Proposition]
) -> Proposition | None:
    """For "They are X and Y": says of them what the sentence before said of people unnamed."""
    persons = [i for i in inside if i.kind == "person" and i.entity]
    before = [p for p in earlier if p.predicate in OF_PEOPLE]
    start = tokens[clause.first : clause.first + 4]
    verb = next((k for k, t in enumerate(start) if t.low in ("are", "is", "were")), None)
    if not persons or not before or verb is None or not start[0].low.startswith(("th", "he", "she", "one")):
        return None
    if clause.first + verb + 1 != persons[0].first or (before[-1].negated or before[-1].hedge):
        return None
    span = span_of(tokens, clause.first, clause.last)
    roles: dict[str, Argument] = {}
    for i in persons:
        put(roles, "person.obj", Argument(span=span_of(tokens, i.first, i.last), entity=i.entity))
    roles |= {k: a for k, a in before[-1].roles.items() if k.startswith(("cue.", "court."))}
    return Proposition(
        span=span,
        predicate="warrant-issued" if before[-1].predicate == "warrant-unsealed" else before[-1].predicate,
        cue=span,
        roles=roles,
        tense=before[-1].tense,
    )


def is_fragment(tokens: list[Word], cutter: Cutter) -> bool:
    """Whether words have no verb of their own ("Nobody who was under 18")."""
    relative = next((i for i, t in enumerate(tokens) if t.low in VERBLESS), len(tokens))
    return not cutter.has_finite(0, relative)


def headed(tokens: list[Word]) -> tuple[list[Word], list[Word]]:
    """A line like "Judges: 18, elected for nine years." in its heading and the rest; no heading where there is none."""
    at = next((i for i, t in enumerate(tokens[:HEADING]) if t.low == ":"), 0)
    if not at or tokens[0].low in ("yes", "no", "q", "a") or any(t.low[:1].isdigit() for t in tokens[:at]):
        return [], tokens
    return tokens[:at], _bare(tokens[at + 1 :])


def answered(asked: list[Word], answer: list[Word]) -> list[Word]:
    """The words of a full sentence out of a question, or a heading, and what stands under it without a verb; none where
    the answer may not simply be put in.

    >>> from hague.reading.propositions.tokens import words
    >>> text = "How many judges are there? Eighteen, elected for nine years."
    >>> " ".join(w.low for w in answered(words(text, 0, 26), words(text, 27, len(text))))
    'eighteen judges are there , elected for nine years'
    """
    is_question = any(t.low == "?" for t in asked[-3:])
    asked, given = _bare(asked), _bare(answer)
    if given and given[0].low in ("yes", "certainly", "exactly", "indeed"):
        given = _bare(given[1:])
        return [*asked, *given] if given and is_question and _wh(asked) is None else []
    if not given or not asked or (given[0].low == "no" and given[1:2] and given[1].low in (",", ":", ".")):
        return []
    counted = number(given[0].low) is not None
    if not is_question:
        if asked[0].low == "the":
            asked = asked[1:]
        if len(asked) > HEADING or not asked:
            return []
        return [given[0], *asked, *given[1:]] if counted else [*asked, *given]
    at = _wh(asked)
    if at is None or asked[at + 1 :][:1] == []:
        return []
    if asked[at].low == "what" and asked[at + 1].low in LOOSE:
        return []
    if asked[at].low == "how":
        if asked[at + 1].low not in COUNTING:
            return []
        if asked[at + 1].low == "many" and counted:
            return [given[0], *asked[at + 2 :], *given[1:]]
        return [*given, *asked[at + 2 :]]
    return [*given, *asked[at + 1 :]]


def _wh(asked: list[Word]) -> int | None:
    return next((i for i, t in enumerate(asked) if t.low in ASKING), None)


def _bare(tokens: list[Word]) -> list[Word]:
    """Words without marks at both ends."""
    first, last = 0, len(tokens)
    while first < last and tokens[first].low in TRIM:
        first += 1
    while last > first and tokens[last - 1].low in TRIM:
        last -= 1
    return tokens[first:last]


OPENERS = frozenset((",", "and", ";", "but"))
LINKS = frozenset(("in", "on", "to", "since", "for", "at", "by", "from"))
"""Prepositions before what takes the place of a number or day of the clause before."""


def gapped(tokens: list[Word], every: list[Item], cutter: Cutter) -> tuple[int, Span, list[Word]] | None:
    """A clause without its verb, "Lubanga got 14 years in 2012, and Katanga 12 in 2014": where the clause before it
    ends, where it stands itself, and its words with the verb of that clause put in."""
    names = {i.first: i for i in every if i.kind in ("person", "state") and i.entity and i.value != "demonym"}
    figures = {i.first: i for i in every if i.kind in ("number", "time")}
    for at in range(len(tokens) - 3, 2, -1):
        if tokens[at].low not in OPENERS or (tokens[at].low == "," and tokens[at + 1].low in OPENERS):
            continue
        begin = at + 2 if tokens[at + 1].low == "the" else at + 1
        named = names.get(begin)
        if named is None:
            continue
        j = named.last + (tokens[named.last].low == "," if named.last < len(tokens) else 0)
        linked = j < len(tokens) and tokens[j].low in LINKS
        own = figures.get(j + linked)
        end = next((k for k in range(j + 1, len(tokens)) if tokens[k].low in (";", ".", "—", "–")), len(tokens))
        left = _verb_before(tokens, at, names, figures, cutter)
        if own is None or left is None or cutter.has_finite(begin, end):
            continue
        subject, there = left
        upto = there.first - (linked and tokens[there.first - 1].low in LINKS)
        after = [*tokens[j : own.last], *tokens[own.last : end]]
        if own.kind == there.kind == "number" and not own.unit and there.last - there.first > 1:
            after = [*tokens[j : own.last], *tokens[there.first + 1 : there.last], *tokens[own.last : end]]
        if own.kind != there.kind or not cutter.has_finite(subject.last, upto):
            continue
        cut = at - 1 if tokens[at].low != "," and tokens[at - 1].low == "," else at
        return cut, span_of(tokens, begin, end), [*tokens[begin : named.last], *tokens[subject.last : upto], *after]
    return None


def _verb_before(
    tokens: list[Word], at: int, names: dict[int, Item], figures: dict[int, Item], cutter: Cutter
) -> tuple[Item, Item] | None:
    """The subject of the clause that ends at ``at`` and the first number or day behind its verb."""
    for k in range(at - 1, 0, -1):
        subject = next((i for i in names.values() if i.last == k), None)
        if subject is None or not (cutter.is_finite(k) or (k + 1 < at and cutter.is_finite(k + 1))):
            continue
        there = next((figures[f] for f in sorted(figures) if k < f < at), None)
        return None if there is None else (subject, there)
    return None
