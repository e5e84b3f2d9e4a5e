"""From clauses to propositions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Literal

from hague.reading.model import Argument, Proposition, Report, Sentence, Span, Timex
from hague.reading.propositions import items as it
from hague.reading.propositions.clauses import Clause, Cutter
from hague.reading.propositions.items import Item
from hague.reading.propositions.lexicon import Entry, Row, closed, data, load
from hague.reading.propositions.reference import Discourse, Names
from hague.reading.propositions.tokens import LONGEST, Match, Word, matches, words
from hague.record import Record

SKIPPED = frozenset(("headline", "dateline", "byline"))
AFTER_NOUN = frozenset(("not", "n't", "unknown", "impossible", "excluded", "unthinkable", "out", "no"))
"""Negators that may follow the noun they deny ("death sentences are unknown there")."""
COURTS = frozenset(["court", "courts", "tribunal", "tribunals", "judge", "judges", "prosecutor", "prosecutors", "jury"])
OTHER_COURT = Entry(("other", "court"), "cue", "other-court", "noun")
"""A court with the adjective of a State or the name of its capital is not the Court."""
RELATIVES = frozenset(("that", "who", "which", "if", "because", "whose", "where", "when"))
ELLIPTIC = frozenset(("be-member", "be-non-member", "ratify", "sign-statute"))
SUPPORT = frozenset("is are was has does did not n't too also neither never the either , yet".split())
NAMING = ("person", "place", "state", "org", "asp", "treaty", "organ")
"""Kinds whose names are no cues ("the Lord's Resistance Army")."""
BODY_CUES = frozenset(
    ("tried-elsewhere", "security-council", "general-assembly", "assembly", "un", "icj", "other-court")
)
THINGS = (
    "warrant",
    "investigation",
    "sentence",
    "convict",
    "acquit",
    "charge",
    "trial",
    "appeal",
    "leave",
    "examination",
    "notify",
    "ratify",
    "judges",
)
TIME_PREPOSITIONS = {
    "since": "since", "from": "since", "after": "after", "before": "before", "until": "until", "till": "until", "by": "by",
    "to": "until", "between": "since", "through": "until", "prior": "before",
}  # fmt: skip


class Extractor:
    """Reads one report from the first sentence to the last."""

    def __init__(self, report: Report, record: Record) -> None:
        self.report = report
        self.names = Names(record)
        self.lexicon = load()
        self.closed = closed()
        self.discourse = Discourse(self.names)
        self.swallowers: dict[str, tuple[str, ...]] = {}
        for longer, inner in data()["swallows"].items():
            for name in inner.split(","):
                self.swallowers[name.strip()] = (*self.swallowers.get(name.strip(), ()), longer)
        self.peoples: dict[str, str] = data()["peoples"]
        self.names_court = any(m.entity in ("icc", "otp", "treaty:rome-statute") for m in report.mentions)
        self.regions = dict(data()["regions"].items())
        self._tokens: list[Word] = []
        self.earlier: list[Proposition] = []
        """Propositions of the sentence before."""
        self.mention_starts = [m.start for m in report.mentions]
        self.time_starts = [t.start for t in report.timexes]

    def run(self) -> list[Proposition]:
        out: list[Proposition] = []
        for number, sentence in enumerate(self.report.sentences):
            self.discourse.sentence = number
            if sentence.kind in SKIPPED:
                if sentence.kind == "headline":
                    self._note_only(sentence)
                continue
            tokens = words(self.report.text, sentence.start, sentence.end)
            for at in range(0, len(tokens), LONGEST):
                found = self._stretch(tokens[at : at + LONGEST], sentence)
                out += found
                self.earlier = found or self.earlier
        return out

    # -- one sentence --------------------------------------------------------------------------------------

    def _note_only(self, sentence: Sentence) -> None:
        tokens = words(self.report.text, sentence.start, sentence.end)[:LONGEST]
        if tokens:
            named = self._named(tokens)
            self.discourse.note(it.group(named, tokens), [])

    def _between(self, starts: list[int], listed: tuple, first: int, last: int) -> tuple:  # type: ignore[type-arg]
        return listed[bisect_left(starts, first) : bisect_left(starts, last)]

    def _named(self, tokens: list[Word]) -> list[Item]:
        at = {t.start: i for i, t in enumerate(tokens)}
        start, end = tokens[0].start, tokens[-1].end
        named = it.of_mentions(self._between(self.mention_starts, self.report.mentions, start, end), at, tokens)
        taken = {k for n in named for k in range(n.first, n.last)}
        for i, token in enumerate(tokens):
            if i in taken or not token.text[:1].isupper():
                continue
            state = self.names.demonyms.get(token.low) or self.peoples.get(token.low)
            if state:
                named.append(Item("state", i, i + 1, state, "demonym"))
                continue
            situation = self.names.places.get(token.low)
            if situation:
                named.append(Item("situation", i, i + 1, situation, "place"))
                continue
            capital = self.names.capitals.get(token.low) or (
                self.names.capitals.get(f"{token.low} {tokens[i + 1].low}") if i + 1 < len(tokens) else None)  # fmt: skip
            if capital and token.low != "the":
                named.append(Item("capital", i, i + 1, capital))
        if not self.names_court:
            taken = {k for n in named for k in range(n.first, n.last)}
            for i, token in enumerate(tokens):
                if (
                    i
                    and token.low in ("court", "tribunal")
                    and i not in taken
                    and tokens[i - 1].low in ("the", "this", "hague", "criminal", "world")
                ) or (token.low == "icc" and i not in taken):
                    named.append(Item("court", i, i + 1, "icc"))
                elif (
                    token.low in ("statute", "treaty") and i and i not in taken and tokens[i - 1].low in ("the", "rome")
                ):
                    named.append(Item("treaty", i, i + 1, "treaty:rome-statute"))
        return sorted(named, key=lambda n: n.first)

    def _stretch(self, tokens: list[Word], sentence: Sentence) -> list[Proposition]:
        if not tokens:
            return []
        self._tokens = tokens
        at = {t.start: i for i, t in enumerate(tokens)}
        start, end = tokens[0].start, tokens[-1].end
        found = matches(tokens, self.lexicon)
        named = self._named(tokens)
        times = it.of_times(self._between(self.time_starts, self.report.timexes, start, end), at, tokens)
        dated = {k for t in times if t.timex and t.timex.type in ("DATE", "TIME") for k in range(t.first, t.last)}
        numbers = it.of_numbers(tokens, found, dated, self.regions)
        kinds = [""] * len(tokens)
        for n in named:
            for k in range(n.first, min(n.last, len(tokens))):
                kinds[k] = n.kind
            if (n.kind == "capital" or n.value == "demonym") and n.last < len(tokens) and tokens[n.last].low in COURTS:
                found.append(Match(n.first, n.last + 1, OTHER_COURT))
        for t in times:
            for k in range(t.first, min(t.last, len(tokens))):
                kinds[k] = kinds[k] or "time"
        found = self._swallowed([m for m in found if not self._hidden(m, named, dated)])
        acts = [
            Item("act", m.first, m.last, None, m.entry.name)
            for m in _longest(m for m in found if m.entry.table == "act")
        ]
        for a in acts:
            for k in range(a.first, min(a.last, len(tokens))):
                kinds[k] = kinds[k] or "act"
        cutter = Cutter(tokens, found, kinds)
        articles = self._articles(tokens, named)
        every = sorted(
            [*named, *times, *numbers, *acts, *articles, *self._others(tokens, found, named)], key=lambda x: x.first
        )
        every = self._resolve(every, tokens)
        question = any(t.low == "?" for t in tokens[-2:])
        out: list[Proposition] = []
        previous: list[Item] = []
        groups = it.group(
            [i for i in every if i.kind in ("person", "state") and i.value != "demonym" and not i.anaphoric], tokens
        )
        noted = 0
        for clause in cutter.clauses():
            while noted < len(groups) and groups[noted][-1].last <= clause.first:
                self._note(groups[noted], tokens)
                noted += 1
            inside = [i for i in every if clause.first <= i.first < clause.last]
            subject: list[Item] = []
            if clause.subject == "inherited":
                subject = [i for i in previous if i.kind not in ("time", "number", "act")][:2]
            elif clause.subject == "antecedent":
                before = [
                    i for i in every if i.first < clause.first and i.kind not in ("time", "number", "act", "ordinal")
                ]
                subject = before[-1:]
            asks = question and not clause.whether and clause.last >= len(tokens) - 3
            out += self._propositions(clause, tokens, found, subject, inside, asks, cutter)
            echo = self._elliptic(clause, tokens, inside, out, cutter)
            if echo is not None:
                out.append(echo)
            previous = inside if clause.subject == "own" else previous
        for group in groups[noted:]:
            self._note(group, tokens)
        things = [t for t in THINGS if any(m.entry.name == t and m.entry.table == "cue" for m in found)]
        self.discourse.note([], things)
        self.discourse.note_situation([i for i in every if i.entity and i.kind in ("situation", "place")])
        self.discourse.note_peoples(
            [i.entity for i in every if i.kind == "state" and i.value == "demonym" and i.entity]
        )
        return out

    def _elliptic(
        self, clause: Clause, tokens: list[Word], inside: list[Item], out: list[Proposition], cutter: Cutter
    ) -> Proposition | None:
        """For "Israel is not." or "Afghanistan is": says of a State what the sentence before said of another."""
        last = (out or self.earlier)[-1:]
        states = [i for i in inside if i.kind == "state" and i.entity and i.value != "demonym"]
        if not last or last[0].predicate not in ELLIPTIC or len(states) != 1 or clause.last - clause.first > 5:
            return None
        rest = {t.low for t in tokens[clause.first : clause.last]} - {
            t.low for t in tokens[states[0].first : states[0].last]
        }
        if not rest <= SUPPORT or not rest & {"is", "are", "has", "does", "was", "did"}:
            return None
        span = Span(tokens[clause.first].start, tokens[clause.last - 1].end)
        subject = Argument(span=_span(tokens, states[0].first, states[0].last), entity=states[0].entity)
        return Proposition(
            span=span,
            predicate=last[0].predicate,
            cue=span,
            roles={"state.subj": subject},
            negated=bool(rest & {"not", "n't", "neither", "never"}),
            tense=last[0].tense,
            statement=self._statement(span),
        )

    def _note(self, group: list[Item], tokens: list[Word]) -> None:
        """A group named: whether as a mere place ("in Belgium") matters to what "the country" will mean."""
        before = tokens[group[0].first - 1].low if group[0].first else ""
        self.discourse.note([group], [], aside=before in ("in", "from", "to", "at", "near", "via", "through"))

    def _hidden(self, m: Match, named: list[Item], dated: set[int]) -> bool:
        """Words of names and dates are not cues ("May", "Court", "Will")."""
        if (
            m.entry.table == "hedge"
            and m.first
            and self._tokens[m.first - 1].low in ("own", "free", "political", "good")
        ):
            return True  # "of his own will"
        if m.entry.table in ("hedge", "say") and any(k in dated for k in range(m.first, m.last)):
            return True
        if m.entry.table in ("say", "hedge", "description"):
            return any(n.first <= m.first < n.last for n in named)
        if m.entry.table == "cue" and m.entry.name not in BODY_CUES:
            return any(n.first <= m.first and m.last <= n.last and n.kind in NAMING for n in named)
        return False

    def _swallowed(self, found: list[Match]) -> list[Match]:
        """Without the cues that only stand within a longer one ("arrest" in "arrest warrant")."""
        out = []
        for m in found:
            if m.entry.name == "seek" and m.first and self._tokens[m.first - 1].low == "'s":
                continue  # "at Manila's request"
            keepers = self.swallowers.get(m.entry.name, ()) if m.entry.table == "cue" else ()
            if not any(
                k.entry.name in keepers
                and k.first <= m.first
                and m.last <= k.last
                and k.last - k.first > m.last - m.first
                for k in found
            ):
                out.append(m)
        return out

    def _articles(self, tokens: list[Word], named: list[Item]) -> list[Item]:
        """On "Article 70", "articles 12 and 13": those that no mention covers; paragraphs kept as the value."""
        out = []
        for i, t in enumerate(tokens[:-1]):
            if t.low in ("resolution", "resolutions") and tokens[i + 1].low.isdigit():
                out.append(Item("resolution", i, i + 2, None, tokens[i + 1].low))
            if t.low in ("article", "articles", "art") and tokens[i + 1].low[:1].isdigit():
                j, value = i + 1, ""
                while j < len(tokens) and (
                    tokens[j].low[:1].isdigit()
                    or tokens[j].low in "()"
                    or (len(tokens[j].low) == 1 and tokens[j - 1].low == "(")
                ):
                    value += tokens[j].low
                    j += 1
                out.append(Item("article", i, j, f"article:{value.split('(')[0]}", value))
        for n in list(named):
            if n.kind == "article":
                named.remove(n)
                if not any(o.first <= n.first < o.last for o in out):
                    out.append(n._replace(value=(n.entity or "").partition(":")[2]))
        return out

    def _others(self, tokens: list[Word], found: list[Match], named: list[Item]) -> list[Item]:
        """Pronouns, descriptions, cities, ranks and quantified subjects."""
        out: list[Item] = []
        covered = {k for n in named for k in range(n.first, n.last)}
        pronoun_words: set[int] = set()
        for m in sorted((m for m in found if m.entry.table == "pronoun"), key=lambda m: m.first - m.last):
            if m.first in covered or m.first in pronoun_words:
                continue
            pronoun_words.update(range(m.first, m.last))
            out.append(Item("pronoun", m.first, m.last, None, m.entry.name, anaphoric=True))
        for m in found:
            table, name = m.entry.table, m.entry.name
            if table == "city" and not any(n.kind == "city" and n.last > m.first for n in out if n.first <= m.first):
                out.append(Item("city", m.first, m.last, None, " ".join(m.entry.words).removeprefix("the ")))
            elif table == "description" and m.first not in covered and m.first not in pronoun_words:
                item = self._described(m, tokens, covered)
                if item:
                    out.append(item)
            elif table == "rank":
                j = m.first - 1
                steps = 0
                while (
                    j >= 0
                    and steps < 3
                    and tokens[j].low not in ("first", "only", "last", "youngest", "oldest", "second", "third")
                ):
                    if (
                        tokens[j].low in self.closed.prepositions
                        or tokens[j].low.endswith("s")
                        or tokens[j].low in (",", ".", ";", "where", "if", "when", "a", "an", "the")
                    ):
                        break
                    j -= 1
                    steps += 1
                own = (
                    j > 0
                    and tokens[j - 1].low in ("its", "a", "his", "her", "their")
                    and tokens[m.last - 1].low.startswith("warrant")
                )
                if (
                    j >= 0
                    and not own
                    and tokens[j].low in ("first", "only", "last")
                    and not any(o.kind == "superlative" and o.last >= m.last for o in out)
                ):
                    out = [o for o in out if o.kind != "superlative"]
                    out.append(Item("superlative", j, m.last, None, name, tokens[j].low))
        for i, t in enumerate(tokens):
            if t.low in ("nobody", "none", "no-one") or (
                t.low == "no"
                and i + 1 < len(tokens)
                and tokens[i + 1].low not in ("longer", "less", "more", "fewer", "later", "doubt")
            ):
                out.append(Item("quantified", i, i + 1, None, "none"))
            elif (
                t.low == "only"
                and i + 1 < len(tokens)
                and any(n.first == i + 1 or (n.first == i + 2 and tokens[i + 1].low == "the") for n in named)
            ):
                out.append(Item("quantified", i, i + 1, None, "only"))
        return out

    def _described(self, m: Match, tokens: list[Word], covered: set[int]) -> Item | None:
        j = m.first - 1
        while (
            j >= 0
            and m.first - j <= 5
            and tokens[j].low not in ("the", "this", "that", "a", "an", "his", "another", "its", "no")
        ):
            if (
                tokens[j].low in self.closed.prepositions
                or not tokens[j].low[:1].isalpha()
                or tokens[j].low in self.closed.auxiliaries
            ):
                return None
            j -= 1
        if (
            j < 0
            or m.first - j > 5
            or m.last in covered
            or (m.last < len(tokens) and tokens[m.last].low in ("of", "for", "-"))
        ):
            return None
        determiner = tokens[j].low
        if any(t.low in ("first", "only", "last", "second", "third", "next") for t in tokens[j : m.first]):
            return None
        if determiner in ("the", "this", "that"):
            return Item("pronoun", j, m.last, None, "described-" + m.entry.name, anaphoric=True)
        if determiner in ("a", "an", "another") and m.entry.name in ("person", "generic"):
            return Item("person", j, m.last, None, "unnamed")
        return None

    def _resolve(self, every: list[Item], tokens: list[Word]) -> list[Item]:
        """Pronouns given the entities that they may stand for. Persons and States named earlier in the sentence count."""
        out: list[Item] = []
        scratch = Discourse(self.names)
        scratch.persons, scratch.states = list(self.discourse.persons), list(self.discourse.states)
        scratch.things, scratch.sentence = self.discourse.things, self.discourse.sentence
        pending: list[Item] = []
        for item in every:
            if item.kind != "pronoun":
                out.append(item)
                if item.kind in ("person", "state") and item.entity and item.value != "demonym":
                    pending.append(item)
                    if pending[-2:-1] and len(it.group(pending[-2:], tokens)) == 1:
                        listed = scratch.persons if item.kind == "person" else scratch.states
                        joined = listed.pop()
                        listed.append(joined._replace(entities=(*joined.entities, item.entity)))
                    else:
                        scratch.note([[item]], [])
                continue
            also: list[tuple[str, tuple[str, ...]]] = []
            if item.value in ("he", "she"):
                found = scratch.person("male" if item.value == "he" else "female")
                also = [("person", (found,))] if found else []
            elif item.value in ("described-person", "described-generic"):
                found = scratch.person(None)
                also = [("person", (found,))] if found else []
            elif item.value == "described-situation":
                also = [("state", scratch.states[-1].entities[-1:])] if scratch.states else []
            elif item.value in ("it", "described-state"):
                state = scratch.subject_state() if item.value == "it" else scratch.state()
                also = [("state", (state,))] if state else []
                if item.value == "it":
                    also.append(("court", ("icc",)))
            elif item.value == "they":
                size = {"two": 2, "three": 3, "four": 4, "both": 2, "trio": 3, "pair": 2, "duo": 2}.get(
                    next((t.low for t in tokens[item.first : item.last] if t.low in ("two", "three", "four", "both", "trio", "pair", "duo")), ""))  # fmt: skip
                word = tokens[item.last - 1].low
                if word not in ("suspects", "men"):
                    states = scratch.many("state", size)
                    also += [("state", states)] if states else []
                if word not in ("countries", "states", "governments", "juntas"):
                    persons = scratch.many("person", size)
                    also += [("person", persons)] if persons else []
            out.append(item._replace(also=tuple(also)))
        return out

    # -- one clause ----------------------------------------------------------------------------------------

    def _propositions(
        self, clause: Clause, tokens: list[Word], found: list[Match], subject: list[Item], inside: list[Item],
        question: bool, cutter: Cutter,
    ) -> list[Proposition]:  # fmt: skip
        here = [m for m in found if clause.first <= m.first < clause.last]
        cues: dict[str, list[Match]] = {}
        for m in here:
            if m.entry.table == "cue":
                cues.setdefault(m.entry.name, []).append(m)
        has = {*cues}
        all_items = [*subject, *inside]
        for item in all_items:
            if item.kind == "pronoun":
                has.add("@pronoun")
                if item.value != "described-generic":
                    has.update("@" + kind for kind, _ in item.also)
            elif item.kind == "number":
                has.add("#" + item.unit if item.unit else "@number")
                has.add("@number")
            elif item.kind == "act":
                has.add("@acts")
            elif item.kind == "person" and item.value == "unnamed":
                has.add("@unnamed")
            elif item.kind == "state" and item.value == "demonym":
                has.update(("@people", "@state"))
            else:
                has.add("@" + item.kind)
                if item.kind == "article":
                    has.add(f"@article-{(item.entity or '').partition(':')[2]}")
                if item.kind == "capital":
                    has.add("@state")
        if clause.whether:
            has.add("@question")
        weak: set[str] = set()
        if self._takes_thing(all_items):
            weak = {t for t in self.discourse.things if t not in has}
        if any(m.entry.table == "hedge" and m.entry.name in ("possible", "future", "plan") for m in here):
            has.add("@hedged")
        if any(self._relation(i, tokens) == "since" for i in inside if i.kind == "time"):
            has.add("@since")
        best: dict[str, Row] = {}
        weights: dict[str, float] = {}
        for row in self._candidates(has | weak):
            if not all(any(a in has or a in weak for a in need) for need in row.needs):
                continue
            if not _apart(row, cues):
                continue
            head_class = row.head or next((n[0] for n in reversed(row.needs) if n[0][0] not in "@#"), None)
            if head_class and head_class not in has and head_class in weak:
                continue
            if any(not any(a in has for a in need) for need in row.needs) and not self._anaphor_acts(
                row, cues, all_items, cutter
            ):
                continue
            if row.any and not any(a in has for a in row.any):
                continue
            if row.bars & has:
                continue
            weight = row.weight_among(has)
            if weight > weights.get(row.group, 0):
                best[row.group], weights[row.group] = row, weight
        if any(row.alone for row in best.values()):
            best = {g: row for g, row in best.items() if row.alone}
        if any(g in self.lexicon.law for g in best) and not has & {"@person", "@state"}:
            best = {g: row for g, row in best.items() if g in self.lexicon.law or row.alone}
        if len(best) > 1:
            best.pop("prediction", None)
        span = Span(tokens[clause.first].start, tokens[clause.last - 1].end)
        out = []
        for row in best.values():
            out.append(self._proposition(row, span, clause, tokens, here, cues, subject, inside, question, cutter))
        return out

    def _anaphor_acts(self, row: Row, cues: dict[str, list[Match]], listed: list[Item], cutter: Cutter) -> bool:
        """Whether "it" (or "none") is what the head of the row is said of."""
        head = self._head(row, cues)
        return any(
            head is None
            or (i.last <= head.first and not self._outer(i.last, head.first, cutter))
            or i.first >= head.last
            for i in listed
            if (i.kind == "pronoun" and i.value in ("it", "they")) or (i.kind == "quantified" and i.value == "none")
        )

    def _candidates(self, has: set[str]) -> list[Row]:
        indices = sorted({i for key in has for i in self.lexicon.triggers.get(key, ())})
        return [self.lexicon.rows[i] for i in indices]

    def _proposition(
        self, row: Row, span: Span, clause: Clause, tokens: list[Word], here: list[Match],
        cues: dict[str, list[Match]], subject: list[Item], inside: list[Item], question: bool, cutter: Cutter,
    ) -> Proposition:  # fmt: skip
        head = self._head(row, cues)
        passive = head is not None and self._passive(head, tokens, clause)
        bounds = (head.first, head.last) if head else None
        roles: dict[str, Argument] = {}
        times: list[Timex] = []
        for item in subject:
            self._add(roles, item, "obj" if passive else "subj", tokens)
        for group in it.group(inside, tokens):
            place = it.slot(group[0], bounds, passive, tokens, self.closed, clause.first)
            if (
                head is not None
                and place in ("subj", "obj", "poss")
                and self._outer(group[-1].last, head.first, cutter)
            ):
                place = "outer"
            for item in group:
                if item.kind == "time":
                    if item.timex is not None:
                        times.append(item.timex)
                    place = self._conduct(item, cues, head, tokens) or self._relation(item, tokens)
                    apart = head is not None and head.first - item.last > 1 and item.first > clause.first + 1
                    if head is not None and head.entry.name == "warrant" and item.last <= head.first and (
                        apart or self._outer(item.last, head.first, cutter)):  # fmt: skip
                        place = "outer"
                self._add(roles, item, item.unit or "plain" if item.kind == "number" else place, tokens)
        self._context(roles)
        self._rest(roles, head, clause, tokens, inside, here)
        for thing in self.discourse.things if self._takes_thing([*subject, *inside]) else ():
            if thing in {n for need in row.needs for n in need} and thing not in cues:
                roles["anaphor." + thing] = Argument(span=span, value=thing)
        for name in ("first", "only", "immediate", "automatic", "ever"):
            if name in cues:
                m = cues[name][0]
                roles["word." + name] = Argument(span=_span(tokens, m.first, m.last), value=tokens[m.first].low)
        for name, listed in cues.items():
            roles.setdefault("cue." + name, Argument(span=_span(tokens, listed[0].first, listed[0].last),
                                                     value=" ".join(t.low for t in tokens[listed[0].first : listed[0].last])))  # fmt: skip
        if any(m.entry.table == "say" and m.entry.name == "ruling" for m in here):
            roles["cue.ruled"] = Argument(span=span, value="ruled")
        used = {k for need in row.needs for n in need for m in cues.get(n, ()) for k in _literal(m)}
        negated = self._negated(here, head, clause, used, tokens, cutter)
        if any(i.kind == "quantified" and i.value == "none" for i in (*subject, *inside)):
            negated = True
        hedge = self._hedge(here, used, inside, head)
        cue = _span(tokens, head.first, head.last) if head else span
        return Proposition(
            span=span,
            predicate=row.predicate,
            cue=cue,
            roles=roles,
            times=tuple(times),
            negated=negated != clause.negated,
            hedge=hedge,
            conditional=any(t.low in ("if", "unless", "provided") for t in tokens[clause.first : clause.last]),
            question=question or clause.whether,
            tense=self._tense(tokens, clause),
            statement=self._statement(span),
        )

    def _rest(
        self,
        roles: dict[str, Argument],
        head: Match | None,
        clause: Clause,
        tokens: list[Word],
        inside: list[Item],
        here: list[Match],
    ) -> None:
        """Marks "for ..." after the head where nothing that follows was understood."""
        for k in range(head.last if head else clause.first, clause.last - 1):
            if tokens[k].low in ("for", "over") and not any(k < i.first <= k + 5 for i in inside) and not any(
                k < m.first <= k + 4 and m.entry.table == "cue" for m in here):  # fmt: skip
                _put(roles, "rest.for", Argument(span=_span(tokens, k, clause.last), value="unread"))
                return

    def _takes_thing(self, listed: list[Item]) -> bool:
        """Whether something in the clause may stand for a noun of the sentence before ("it", "none", "they")."""
        return any(
            (i.kind == "pronoun" and i.value in ("it", "they")) or (i.kind == "quantified" and i.value == "none")
            for i in listed
        )

    def _context(self, roles: dict[str, Argument]) -> None:
        """What a clause leaves unsaid and the sentences before name: the State and the person it may be about."""
        kinds = {name.partition(".")[0] for name, a in roles.items() if a.entity}
        at = Span(0, 0)
        if not kinds & {"state", "capital", "people", "situation", "place"}:
            for entity in self.discourse.context_states():
                _put(roles, "state.context", Argument(span=at, entity=entity, value="context"))
            for entity in self.discourse.context_peoples():
                _put(roles, "people.context", Argument(span=at, entity=entity, value="context"))
        if "person" not in kinds or all(
            a.entity not in self.names.with_case for k, a in roles.items() if k.startswith("person.")
        ):
            for person in self.discourse.context_persons():
                _put(roles, "person.context", Argument(span=at, entity=person, value="context"))
        situation = self.discourse.situation()
        if situation is not None and not kinds & {"situation"}:
            sure = "topic" if self.discourse.one_situation() else "context"
            _put(roles, "situation.context", Argument(span=at, entity=situation, value=sure))

    def _head(self, row: Row, cues: dict[str, list[Match]]) -> Match | None:
        listed = cues.get(row.head or "", [])
        if not listed:
            listed = [m for need in reversed(row.needs) for n in need for m in cues.get(n, ())]
        verbs = [m for m in listed if m.entry.form != "noun"]
        return next(iter(verbs or listed), None)

    def _passive(self, head: Match, tokens: list[Word], clause: Clause) -> bool:
        if head.entry.form not in ("past", "part"):
            return False
        j = head.first - 1
        steps = 0
        while j >= clause.first and steps < 5:
            low = tokens[j].low
            if low in ("is", "are", "was", "were", "be", "been", "being", "'s", "gets", "got"):
                return True
            if low in ("has", "have", "had", "who", "which", "that") or low in (",", ";"):
                return False
            if low in self.closed.prepositions:
                break
            j -= 1
            steps += 1
        following = tokens[head.last].low if head.last < len(tokens) else ""
        return following == "by" or head.entry.form == "part"

    def _relation(self, item: Item, tokens: list[Word]) -> str:
        """How a time is tied to the clause: ``on``, ``since``, ``until``, ``before``, ``after``, ``by``."""
        j = item.first - 1
        for _ in range(3):
            if j < 0:
                break
            low = tokens[j].low
            if low == "to" and j and tokens[j - 1].low == "back":
                return "since"
            if low in TIME_PREPOSITIONS:
                return TIME_PREPOSITIONS[low]
            if low == "and" and j > 1 and any(t.low == "between" for t in tokens[max(0, j - 5) : j]):
                return "until"
            if low in ("in", "on", "at", "during", ",", "back"):
                if low == "back":
                    return "since"
                if low in ("in", "on") and j and tokens[j - 1].low in ("as", "back"):
                    return "on"
                break
            j -= 1
        if any(t.low == "onwards" or t.low == "onward" for t in tokens[item.last : item.last + 1]):
            return "since"
        return "on"

    def _outer(self, after: int, head: int, cutter: Cutter) -> bool:
        """Whether another verb stands between an argument and the head: the argument belongs to that verb."""
        j = head - 1
        while j >= after and (
            cutter.low[j] in self.closed.auxiliaries
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
        return any(cutter.is_finite(k) for k in range(after, j + 1))

    def _conduct(self, item: Item, cues: dict[str, list[Match]], head: Match | None, tokens: list[Word]) -> str | None:
        """Whether a time belongs to what is judged, not to the judging: ``conduct`` ("crimes committed in 2012"),
        ``perhaps`` where only the order of words speaks for it ("for war crimes in 2012")."""
        if head is None or head.first > item.first:
            return None
        for name, answer in (("committed-strong", "conduct"), ("conduct", "perhaps")):
            if any(head.first < m.first < item.first and item.first - m.last <= 12 for m in cues.get(name, ())):
                relation = self._relation(item, tokens)
                return answer if relation == "on" else f"{answer}-{relation}"
        return None

    def _add(self, roles: dict[str, Argument], item: Item, place: str, tokens: list[Word]) -> None:
        span = _span(tokens, item.first, item.last)
        if item.kind == "pronoun":
            for kind, entities in item.also:
                sort = "generic" if item.value == "described-generic" else "pronoun"
                for entity in entities:
                    _put(roles, f"{kind}.{place}", Argument(span=span, entity=entity, value=sort))
            if not item.also:
                _put(roles, f"pronoun.{place}", Argument(span=span, value=item.value))
            return
        if item.kind == "capital" and place in ("subj", "poss", "by"):  # the seat stands for the government
            _put(roles, f"state.{place}", Argument(span=span, entity=item.entity))
            return
        if item.kind == "capital":
            _put(roles, f"capital.{place}", Argument(span=span, entity=item.entity))
            return
        value = item.value
        if item.kind == "number" and item.modifier:
            value = f"{item.modifier} {item.value}"
        if item.kind == "superlative":
            place = item.unit or "first"
        if item.kind == "state" and value == "demonym":
            _put(roles, "people." + place, Argument(span=span, entity=item.entity))
            return
        _put(
            roles,
            f"{item.kind}.{place}",
            Argument(span=span, entity=item.entity, value=value, candidates=item.candidates),
        )

    def _negated(
        self, here: list[Match], head: Match | None, clause: Clause, used: set[int], tokens: list[Word], cutter: Cutter
    ) -> bool:
        limit = head.last if head and head.entry.form != "noun" else clause.last
        for m in here:
            if m.entry.table != "negator" or any(k in used for k in range(m.first, m.last)):
                continue
            if m.first >= limit:
                continue
            if head is not None and m.first >= head.last and (
                tokens[m.first].low not in AFTER_NOUN
                or any(t.low in RELATIVES for t in tokens[head.last : m.first])
                or (tokens[m.first].low in ("not", "n't", "no") and any(t.low == "," for t in tokens[head.last : m.first]))):  # fmt: skip
                continue
            opens = m.first == clause.first and tokens[m.first].low in (
                "nor",
                "neither",
                "never",
                "nobody",
                "no",
                "none",
            )
            if head is not None and m.last <= head.first and not opens and self._outer(m.last, head.first, cutter):
                continue
            if (
                tokens[m.first].low == "not"
                and m.last < len(tokens)
                and tokens[m.last].low in ("only", "just", "merely")
            ):
                continue
            if (
                tokens[m.first].low == "no"
                and m.last < len(tokens)
                and tokens[m.last].low in ("less", "fewer", "later", "doubt", "more")
            ):
                continue
            return True
        return False

    def _hedge(self, here: list[Match], used: set[int], inside: list[Item], head: Match | None) -> str | None:
        """The strongest hedge as ``kind:word``; a future is one. What comes after the verb does not weaken it."""
        dates = {k for i in inside if i.kind == "time" for k in range(i.first, i.last)}
        for kind in ("plan", "possible", "opinion", "future", "would"):
            for m in here:
                if (
                    m.entry.table == "hedge"
                    and m.entry.name == kind
                    and (head is None or head.entry.form == "noun" or kind == "opinion" or m.first < head.last)
                    and not any(k in used or k in dates for k in range(m.first, m.last))
                ):
                    return f"{kind}:{' '.join(m.entry.words)}"
        return None

    def _tense(self, tokens: list[Word], clause: Clause) -> Literal["past", "present", "future"]:
        low = [t.low for t in tokens[clause.first : clause.last]]
        if any(w in ("will", "shall", "'ll") for w in low):
            return "future"
        if any(
            w in ("is", "are", "has", "have", "does", "do", "can", "must", "remains", "remain", "may", "'s")
            for w in low
        ):
            return "present"
        return "past"

    def _statement(self, span: Span) -> int | None:
        for i, s in enumerate(self.report.statements):
            if s.content.start <= span.start < s.content.end:
                return i
        return None


def _apart(row: Row, cues: dict[str, list[Match]]) -> bool:
    """Whether the classes that a row needs stand in different words: "withdraw" is not both leaving and taking back."""
    spans = []
    for need in row.needs:
        found = {(m.first, m.last) for n in need for m in cues.get(n, ())}
        if found:
            spans.append(found)
    return all(not (len(one) == 1 and any(other == one for other in spans[i + 1 :])) for i, one in enumerate(spans))


def _literal(m: Match) -> range | tuple[int, ...]:
    """Words that a match spells out; what stands in its gap is not part of it."""
    if "~" not in m.entry.words:
        return range(m.first, m.last)
    gap = m.entry.words.index("~")
    return (*range(m.first, m.first + gap), *range(m.last - (len(m.entry.words) - gap - 1), m.last))


def _longest(found: Iterable[Match]) -> list[Match]:
    out: list[Match] = []
    for m in sorted(found, key=lambda m: (m.first, -m.last)):
        if not out or m.first >= out[-1].last:
            out.append(m)
    return out


def _span(tokens: list[Word], first: int, last: int) -> Span:
    return Span(tokens[first].start, tokens[min(last, len(tokens)) - 1].end)


def _put(roles: dict[str, Argument], name: str, argument: Argument) -> None:
    key, n = name, 1
    while key in roles:
        n += 1
        key = f"{name}#{n}"
    roles[key] = argument
