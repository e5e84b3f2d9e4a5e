"""Short clauses that say what the sentence before asked or said of another: answers, "Israel is not.", "They are X"."""

from __future__ import annotations

from itertools import pairwise

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
NEIGHBOURS = frozenset(
    ("itself", "its", "their", "neighbour", "neighbours", "neighbor", "neighbors", "other", "others", "next", "door")
) | {"two", "three", "four", "host", "but", "while", "though", "however", "signatory", "a"}  # fmt: skip
"""What may be said of the States beside their names: "the other two, Tanzania and Uganda, are"."""
PARTIES = frozenset(("parties", "members", "belong"))
ONE_PARTY = frozenset(("member", "party"))
BEING = frozenset(("are", ":", "belong"))
AUXILIARY = frozenset(("is", "are", "has", "have", "does", "do", "was", "did", "were"))
FITTING = {
    "be-member": frozenset(("is", "are")),
    "ratify": frozenset(("has", "have")),
    "sign-statute": frozenset(("has", "have", "did")),
}
"""Auxiliaries by which a clause takes up what was said a little earlier."""
DONE_NEITHER = frozenset(("has", "have", "had", "done", "neither"))
BRIEF = 2
"""Words of a question that only names what is counted."""
TAKEN = frozenset(("ratify", "become-member", "be-member", "sign-statute"))
AFTER = frozenset((("did", "so"), ("done", "so"), ("followed", "suit"), ("done", "likewise"), ("did", "likewise")))
SAME = frozenset(("same", noun) for noun in ("position", "boat", "case", "situation", "camp"))
"""Pairs of words by which a clause takes up what was said of another."""
HEADING = 6
"""Words of a heading that names what the lines under it are about."""
VERBLESS = frozenset(("who", "which", "that", "whose"))


def elliptic(clause: Clause, tokens: list[Word], inside: list[Item], before: list[Proposition]) -> Proposition | None:
    """For "Israel is not.", "Its neighbours Chad and Niger have." or "Ghana and Togo: parties": says of States what the
    sentence before said of others."""
    states = _told_of(clause, tokens, inside)
    if tokens[-1].low == "?":
        return None
    told = [i for i in inside if i in states or i.kind in ("state", "pronoun")]
    dated = [
        i for i in inside if i.kind == "time" and i.timex and tokens[max(0, i.first - 1)].low in ("since", "until")
    ]
    named = {k for i in told for k in range(i.first, i.last)} | {k for i in dated for k in range(i.first - 1, i.last)}
    rest = {tokens[k].low for k in range(clause.first, clause.last) if k not in named} - {"and", ",", "'s"}
    rest -= NEIGHBOURS
    last = before[-1:]
    spoken = last[0].predicate if last else ""
    taken = _taken_up(clause, tokens, inside, states, last)
    if taken is not None:
        return taken
    if not states or clause.last - clause.first > 8 + 2 * len(states):
        return None
    denied = bool(rest & {"not", "n't", "neither", "never", "nor"})
    named_before = True
    if "in" in rest and (len(states) > 1 or spoken in OF_MEMBERS) and rest <= SUPPORT | INSIDE and "have" not in rest:
        predicate = "be-member"
    elif "out" in rest and rest & {"stayed", "stay", "stays"} and rest <= SUPPORT | INSIDE:
        predicate, denied = "be-member", not denied
    elif "outside" in rest and rest <= SUPPORT | INSIDE | {"outside", ":"} and rest & {"is", "are", ":"}:
        predicate, denied, named_before = "be-member", not denied, spoken in OF_MEMBERS
    elif (
        (rest & PARTIES or (":" in rest and rest & ONE_PARTY))
        and rest <= SUPPORT | INSIDE | PARTIES | ONE_PARTY | {":"}
        and rest & BEING
    ):
        predicate, named_before = "be-member", spoken in OF_MEMBERS
    elif {"done", "neither"} <= {t.low for t in tokens[clause.first : clause.last]} and rest <= DONE_NEITHER:
        if not {"ratify", "sign-statute"} <= {p.predicate for p in before}:
            return None
        predicate, named_before, denied = "sign-statute", False, True
    elif rest <= SUPPORT and rest & AUXILIARY:
        same = last if spoken in ELLIPTIC else [p for p in before if rest & FITTING.get(p.predicate, frozenset())][-1:]
        if not same or (spoken not in ELLIPTIC and ("so" in rest or states[0].kind == "pronoun")):
            return None
        last, predicate, named_before = same, same[0].predicate, spoken in ELLIPTIC
        outside = same[0].roles.get("cue.non-member")
        if predicate == "be-non-member" and outside and (outside.value or "").startswith(("not ", "no ")):
            predicate = "be-member"  # "Sudan is not a party. Chad is."
        named_before = named_before and not (predicate == "sign-statute" and "did" in rest)  # it may be a letter
        if "so" in rest:
            denied = same[0].negated
    else:
        return None
    tense = last[0].tense if last and predicate == last[0].predicate else "present"
    span = span_of(tokens, clause.first, clause.last)
    roles: dict[str, Argument] = {}
    for i in states:
        value = None if named_before else "context"
        for entity in [i.entity] if i.kind != "pronoun" else [e for k, es in i.also if k == "state" for e in es]:
            sort = "pronoun" if i.kind == "pronoun" else value
            put(roles, "state.subj", Argument(span=span_of(tokens, i.first, i.last), entity=entity, value=sort))
    for i in dated:
        put(roles, f"time.{tokens[i.first - 1].low}", Argument(span=span_of(tokens, i.first, i.last), value=i.value))
    times = tuple(i.timex for i in dated if i.timex)
    return Proposition(span=span, predicate=predicate, cue=span, roles=roles, times=times, negated=denied, tense=tense)


def _taken_up(
    clause: Clause, tokens: list[Word], inside: list[Item], states: list[Item], last: list[Proposition]
) -> Proposition | None:
    """For "Jordan has never followed suit", "South Sudan did so in 2011", "Tunisia is in the same position": says of
    one State what the clause before said of another."""
    words = [tokens[k].low for k in range(clause.first, clause.last)]
    pairs = set(pairwise(words))
    same, after = bool(pairs & SAME), bool(pairs & AFTER)
    spoken = last[0].predicate if last else ""
    others = [i for i in inside if i not in states and i.kind not in ("pronoun", "court", "treaty")]
    if len(states) != 1 or states[0].kind != "state" or same == after or others:
        return None
    if spoken not in TAKEN or len(words) > 14 or last[0].hedge or (same and spoken == "sign-statute"):
        return None
    denied = last[0].negated if same else bool({"not", "n't", "never", "nor"} & set(words))
    span = span_of(tokens, clause.first, clause.last)
    roles = {"state.subj": Argument(span=span_of(tokens, states[0].first, states[0].last), entity=states[0].entity)}
    predicate = "become-member" if after and spoken == "be-member" else spoken
    tense = last[0].tense if same else "past"
    return Proposition(span=span, predicate=predicate, cue=span, roles=roles, negated=denied, tense=tense)


def _told_of(clause: Clause, tokens: list[Word], inside: list[Item]) -> list[Item]:
    """The States that a short clause is about: named ones, or those of its pronoun; not the owner of "Congo's
    neighbour"."""
    listed = [
        i
        for i in inside
        if i.kind in ("state", "capital")
        and i.entity
        and i.value != "demonym"
        and not i.anaphoric
        and tokens[min(i.last, len(tokens) - 1)].low != "'s"
    ]
    pronouns = [i for i in inside if i.kind == "pronoun" and i.first == clause.first and i.value in ("it", "they")]
    return [i for i in listed if i.kind == "state"] or listed or pronouns


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
    if at is None and counted and len(asked) <= BRIEF:
        return [given[0], *asked, *given[1:]]  # "Members? 123."
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
COMPARED = frozenset(("fewer", "less", "more", "longer", "shorter"))
"""Words by which a number is only told beside another."""
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
        if own is None or left is None or cutter.has_finite(begin, end) or COMPARED & {t.low for t in tokens[j:end]}:
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
