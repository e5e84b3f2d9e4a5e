"""From clauses to propositions."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from msgspec import structs

from hague.reading.model import Argument, Proposition, Sentence, Span, Timex
from hague.reading.propositions import echoes, reference, sense, timing
from hague.reading.propositions import items as it
from hague.reading.propositions.clause import Clause
from hague.reading.propositions.clauses import TRIM, Cutter
from hague.reading.propositions.items import Item
from hague.reading.propositions.lexicon import NO_HEAD, Row, clause_words
from hague.reading.propositions.matching import apart, literal, longest, passive_at, put, span_of
from hague.reading.propositions.naming import COURTS, OTHER_COURT, Sentences
from hague.reading.propositions.polarity import MODALS, hedge, negated, outer, verb_of
from hague.reading.propositions.shape import shape
from hague.reading.propositions.tokens import LONGEST, Match, Word, matches, words

SKIPPED = frozenset(("headline", "dateline", "byline"))
NEUTER = frozenset(("it", "they", "thing"))
"""Pronouns that may stand for a noun of the sentence before."""
ASIDE = clause_words("aside")
THINGS = tuple(sorted(clause_words("things")))


PLAIN = Row("clause", (), (), frozenset(), None, "clause", False)
"""What is said of a clause of which no row of the lexicon says anything."""
SHORTEST = 4
SHORTEST_ANSWER = 2
"""The same where a sentence answers a question or stands under a heading: it may lack a verb."""
SHORT_LINE = 6
"""Words of a line that its own heading makes a sentence, wherever it stands."""
FAR = 10
ANSWERED = 2
"""Sentences after a question that may still answer it; items of a list always do."""
REASONS = frozenset(("because", "since", "although", "though"))
NOMINAL = clause_words("nominal")


class Extractor(Sentences):
    """Reads one report from the first sentence to the last."""

    def run(self) -> list[Proposition]:
        out: list[Proposition] = []
        self.plain: list[Proposition] = []
        self.asked: list[Word] = []
        """The last question or heading."""
        asked = -FAR
        for number, sentence in enumerate(self.report.sentences):
            self.discourse.begin(number)
            self.answering = number - asked <= ANSWERED or (sentence.kind == "list-item" and number - asked <= FAR)
            if sentence.kind == "headline" or "?" in self.report.text[sentence.end - 2 : sentence.end]:
                asked, self.asked = number, words(self.report.text, sentence.start, sentence.end)
            if sentence.kind in SKIPPED:
                if sentence.kind in ("headline", "dateline"):
                    self._note_only(sentence)
                continue
            tokens = words(self.report.text, sentence.start, sentence.end)
            for at in range(0, len(tokens), LONGEST):
                found = self._stretch(tokens[at : at + LONGEST], sentence)
                out += found
                self.earlier = found or self.earlier
        return sorted([*out, *self.plain], key=lambda p: p.span.start)

    # -- one sentence --------------------------------------------------------------------------------------

    def _note_only(self, sentence: Sentence) -> None:
        tokens = words(self.report.text, sentence.start, sentence.end)[:LONGEST]
        if tokens:
            named = self._named(tokens)
            if sentence.kind == "headline":
                self.discourse.note(it.group(named, tokens), [])
            self.discourse.note_situation([i for i in named if i.entity and i.kind in reference.OF_A_SITUATION])

    def _stretch(self, tokens: list[Word], sentence: Sentence, *, whole: bool = False) -> list[Proposition]:
        """What a sentence says; ``whole``: as one clause, in words that may come from two sentences."""
        if not tokens:
            return []
        self._tokens = tokens
        at = {t.start: i for i, t in enumerate(tokens)}
        start, end = min(t.start for t in tokens), max(t.end for t in tokens)
        found = matches(tokens, self.lexicon)
        named = self._named(tokens)
        times = it.of_times(self._between(self.time_starts, self.report.timexes, start, end), at, tokens)
        dated = {k for t in times if t.timex and t.timex.type in ("DATE", "TIME") for k in range(t.first, t.last)}
        plurals = {
            n.first for n in named if n.kind == "state" and n.value == "demonym" and tokens[n.first].low.endswith("s")
        }
        numbers = it.of_numbers(tokens, found, dated, self.regions, plurals)
        kinds = [""] * len(tokens)
        for n in named:
            for k in range(n.first, min(n.last, len(tokens))):
                kinds[k] = n.kind
            if (n.kind == "capital" or n.value == "demonym") and n.last < len(tokens) and tokens[n.last].low in COURTS:
                found.append(Match(n.first, n.last + 1, OTHER_COURT))
            led = [t.low for t in tokens[max(0, n.first - 3) : n.first]]
            if n.entity != "hague" and led[:1] == ["a"] and led[2:] == ["in"] and led[1] in COURTS:
                found.append(Match(n.first - 2, n.last, OTHER_COURT))  # "a court in Khartoum"
        for t in times:
            for k in range(t.first, min(t.last, len(tokens))):
                kinds[k] = kinds[k] or "time"
        found = self._swallowed([m for m in found if not self._hidden(m, named, dated)])
        acts = [
            Item("act", m.first, m.last, None, m.entry.name)
            for m in longest(m for m in found if m.entry.table == "act")
        ]
        for a in acts:
            for k in range(a.first, min(a.last, len(tokens))):
                kinds[k] = kinds[k] or "act"
        cutter = Cutter(tokens, found, kinds)
        answer = [] if whole else self._answer(tokens, cutter, sentence)
        if answer:
            return answer
        self._tokens = tokens
        articles = self._articles(tokens, named)
        every = sorted(
            [*named, *times, *numbers, *acts, *articles, *self._others(tokens, found, named)], key=lambda x: x.first
        )
        gap = None if whole else echoes.gapped(tokens, every, cutter)
        if gap is not None:
            return [*self._stretch(tokens[: gap[0]], sentence), *self._put(gap[2], gap[1], sentence)]
        every = self._resolve(every, tokens)
        question = any(t.low == "?" for t in tokens[-2:])
        out: list[Proposition] = []
        previous: list[Item] = []
        groups = it.group(
            [i for i in every if i.kind in ("person", "state") and i.value != "demonym" and not i.anaphoric], tokens
        )
        said = next((k for k, t in enumerate(tokens) if t.low[:1].isalpha()), 0)  # after the time of an entry
        seat = next((i for i in every if i.kind == "capital" and i.first == said), None)
        if (
            seat is not None
            and seat.last < len(tokens)
            and (cutter.is_finite(seat.last) or cutter.low[seat.last : seat.last + 1] == ["'s"])
        ):
            groups.insert(0, [seat._replace(kind="state")])  # "Manila has given notice": the government
        noted = 0
        for clause in [Clause(0, len(tokens))] if whole else cutter.clauses():
            while noted < len(groups) and groups[noted][-1].last <= clause.first:
                self._note(groups[noted], tokens)
                noted += 1
            cutter.read(clause)
            inside = [i for i in every if clause.has(i.first)]
            subject: list[Item] = []
            self._before = [i for i in previous if i.kind == "state"] if clause.subject == "inherited" else []
            if clause.subject == "inherited":
                subject = [i for i in previous if i.kind not in ("time", "number", "act")][:2]
            elif clause.subject == "antecedent":
                before = [i for i in every if i.first < clause.first and i.kind not in it.UNLIKELY]
                if clause.first and tokens[clause.first - 1].low == "who":
                    before = [i for i in before if i.kind in ("person", "pronoun")] or before
                subject = next((g for g in groups if before and before[-1] in g), before[-1:])
            elif clause.subject == "following":
                after = [i for i in every if i.first >= clause.last and i.kind not in it.UNLIKELY]
                subject = next((g for g in groups if after and after[0] in g), after[:1])
            asks = question and not clause.whether and clause.last >= len(tokens) - 3
            out += self._propositions(clause, tokens, found, subject, inside, asks, cutter)
            echo = echoes.elliptic(clause, tokens, inside, [*self.earlier, *out][-4:]) or echoes.identified(
                clause, tokens, inside, self.earlier
            )
            if echo is not None:
                out.append(structs.replace(echo, statement=self.statement_at(echo.span.start)))
            previous = inside if clause.subject == "own" else previous
        for group in groups[noted:]:
            self._note(group, tokens)
        things = [t for t in THINGS if any(m.entry.name == t and m.entry.table == "cue" for m in found)]
        self.discourse.note([], things)
        self.discourse.note_situation(
            [i for i in every if i.entity and not i.anaphoric and i.kind in reference.OF_A_SITUATION]
        )
        self.discourse.note_peoples(
            [i.entity for i in every if i.kind == "state" and i.value == "demonym" and i.entity]
        )
        return out

    def _answer(self, tokens: list[Word], cutter: Cutter, sentence: Sentence) -> list[Proposition]:
        """What a sentence without a verb says as an answer to the question, or under the heading, before it."""
        head, given = echoes.headed(tokens)
        lone = bool(head) and len(given) <= SHORT_LINE  # "Members now: 124."
        if not (self.answering or lone) or not echoes.is_fragment(tokens, cutter):
            return []
        whole = echoes.answered(head or self.asked, given)
        if not whole:
            return []
        own = {t.start for t in given}
        span = Span(given[0].start, next(t.end for t in reversed(given) if t.low not in TRIM))
        asked, answering, self.answering = self.asked, self.answering, False
        found = self._put(whole, span, sentence)
        self.asked, self.answering = asked, answering
        return [p for p in found if any(a.span.start in own for k, a in p.roles.items() if not k.startswith("word."))]

    def _put(self, whole: list[Word], span: Span, sentence: Sentence) -> list[Proposition]:
        """What words put together say, as said at ``span``."""
        plain = len(self.plain)
        found = self._stretch(whole, sentence, whole=True)
        del self.plain[plain:]
        return [structs.replace(p, span=span, statement=self.statement_at(span.start)) for p in found]

    def _note(self, group: list[Item], tokens: list[Word]) -> None:
        """A group named: whether as a mere place ("in Belgium") matters to what "the country" will mean."""
        before = tokens[group[0].first - 1].low if group[0].first else ""
        owner = (
            group[0].kind == "state"
            and tokens[min(group[-1].last, len(tokens) - 1)].low == "'s"
            and (any(t.text[:1].isupper() for t in tokens[group[-1].last + 1 : group[-1].last + 4]))
        )  # "Sudan's Omar al-Bashir"
        compared = before in ("like", "unlike") or (before == "of" and self.discourse.has_subject(group))
        self.discourse.note([group], [], aside=before in ASIDE or owner, compared=compared)

    def _propositions(
        self,
        clause: Clause,
        tokens: list[Word],
        found: list[Match],
        subject: list[Item],
        inside: list[Item],
        question: bool,
        cutter: Cutter,
    ) -> list[Proposition]:
        here = [m for m in found if clause.has(m.first)]
        cues: dict[str, list[Match]] = {}
        for m in here:
            if m.entry.table == "cue":
                cues.setdefault(m.entry.name, []).append(m)
        has = {*cues}
        all_items = [*subject, *inside]
        for item in all_items:
            if item.kind in ("person", "pronoun") and item.first and tokens[item.first - 1].low == "before":
                has.add("@before-person")
            if item.kind == "pronoun":
                has.add("@pronoun")
                if item.value != "described-generic":
                    has.update("@" + kind for kind, _ in item.also)
            elif item.kind == "number":
                has.add("#" + item.unit if item.unit else "@number")
                has.add("@number")
            elif item.kind == "act":
                has.add("@acts")
                if (item.value or "").partition("/")[2] in ("child-soldiers", "child-deportation"):
                    has.add("@child-crime")
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
        if self._takes_thing(all_items) or has & {"follow-suit", "do-so"}:
            weak = {t for t in self.discourse.things if t not in has}
        if has & {"follow-suit", "do-so", "take-it-back"}:  # "began its exit, the first member to do so"
            weak |= {m.entry.name for m in found if m.first < clause.last and m.entry.name in THINGS} - has
        if clause.subject == "antecedent":  # "his warrant, which goes back to 2012, ..."
            near = {m.entry.name for m in found if m.entry.form == "noun" and 0 < clause.first - m.first <= 6}
            weak |= {t for t in THINGS if t in near and t not in has}
        has |= {"@we"} if cutter.low[clause.first] == "we" else set()
        if any(m.entry.table == "hedge" and m.entry.name in ("possible", "future", "plan") for m in here):
            has.add("@hedged")
        if any(timing.relation(i, tokens) == "since" for i in inside if i.kind == "time"):
            has.add("@since")
        best: dict[str, Row] = {}
        weights: dict[str, float] = {}
        for row in self._candidates(has | weak):
            if not all(any(a in has or a in weak for a in need) for need in row.needs):
                continue
            if not apart(row, cues):
                continue
            head_class = row.head or next((n[0] for n in reversed(row.needs) if n[0][0] not in "@#"), None)
            if head_class and head_class not in has and head_class in weak:
                continue
            if (
                any(not any(a in has for a in need) for need in row.needs)
                and clause.subject != "antecedent"
                and not self._anaphor_acts(row, cues, all_items, cutter)
            ):
                continue
            if row.any and not any(a in has for a in row.any):
                continue
            if row.bars & has:
                continue
            weight = row.weight_among(has)
            if timing.adjunct(self._head(row, cues), clause.first, cutter):
                weight *= 0.1
            if weight > weights.get(row.group, 0):
                best[row.group], weights[row.group] = row, weight
        if any(row.alone for row in best.values()):
            best = {g: row for g, row in best.items() if row.alone}
        if any(g in self.lexicon.law for g in best) and not has & {"@person", "@state"}:
            best = {
                g: row
                for g, row in best.items()
                if g in self.lexicon.law or row.alone or not all(any(a in has for a in need) for need in row.needs)
            }
        if len(best) > 1:
            best.pop("prediction", None)
            best = {
                g: r for g, r in best.items() if not timing.adjunct(self._head(r, cues), clause.first, cutter)
            } or best
        span = Span(tokens[clause.first].start, tokens[clause.last - 1].end)
        form = shape(clause, tokens, inside)
        lone = bool(best) and len(self.report.sentences) == 1  # what the lexicon reads is not read twice: start-up
        out = []
        for row in best.values():
            read = self._proposition(row, span, clause, tokens, here, cues, subject, inside, question, cutter)
            out.append(read if lone else structs.replace(read, sure=sense.backing(row.predicate, form)))
        if (
            not out
            and clause.last - clause.first >= (SHORTEST_ANSWER if self.answering else SHORTEST)
            and (self.answering or cutter.has_finite(clause.first, clause.last))
        ):
            self.plain.append(
                self._proposition(PLAIN, span, clause, tokens, here, cues, subject, inside, question, cutter)
            )
        likely = () if lone else sense.senses(form)
        if likely:
            head, no = sense.verb(clause, cutter), negated(here, None, clause, set(), cutter) != clause.negated
            said = {p.predicate for p in out}
            for guess in (g for g in likely if g.predicate not in said):
                row = PLAIN._replace(predicate=guess.predicate)
                read = self._proposition(
                    row, span, clause, tokens, here, cues, subject, inside, question, cutter, head=head
                )
                taken = sense.taken(read, guess, no=no)
                self.plain += [taken] if taken is not None else []
        return out

    def _anaphor_acts(self, row: Row, cues: dict[str, list[Match]], listed: list[Item], cutter: Cutter) -> bool:
        """Whether "it" (or "none") is what the head of the row is said of."""
        head = self._head(row, cues)
        return (head is not None and head.entry.name in ("follow-suit", "do-so")) or any(
            head is None or (i.last <= head.first and not outer(i.last, head.first, cutter)) or i.first >= head.last
            for i in listed
            if (i.kind == "pronoun" and i.value in NEUTER) or (i.kind == "quantified" and i.value == "none")
        )

    def _candidates(self, has: set[str]) -> list[Row]:
        indices = sorted({i for key in has for i in self.lexicon.triggers.get(key, ())})
        return [self.lexicon.rows[i] for i in indices]

    def _proposition(
        self,
        row: Row,
        span: Span,
        clause: Clause,
        tokens: list[Word],
        here: list[Match],
        cues: dict[str, list[Match]],
        subject: list[Item],
        inside: list[Item],
        question: bool,
        cutter: Cutter,
        *,
        head: Match | None = None,
    ) -> Proposition:
        head = head or self._head(row, cues)
        passive = head is not None and passive_at(head, tokens, clause.first, self.closed)
        bounds = (head.first, head.last) if head else None
        roles: dict[str, Argument] = {}
        times: list[Timex] = []
        for item in subject:
            self._add(roles, item, "obj" if passive else "subj", tokens)
        dated = {k for i in inside if i.kind == "time" for k in range(i.first, i.last)}
        for group in it.group(inside, tokens):
            place = it.slot(group[0], bounds, passive, tokens, self.closed, clause.first, dated)
            if (
                head is not None
                and place in ("subj", "obj", "poss")
                and outer(group[-1].last, verb_of(head, cutter), cutter)
            ):
                place = "outer"
            for item in group:
                if item.kind == "time":
                    if item.timex is not None:
                        times.append(item.timex)
                    place = (
                        ("conduct" if timing.beyond(item, head, clause.first, cutter) else None)
                        or timing.of_noun(item, cues, head, tokens)
                        or timing.conduct(item, cues, head, tokens, self.closed)
                        or timing.relation(item, tokens)
                    )
                    apart = head is not None and head.first - item.last > 1 and item.first > clause.first + 1
                    if (
                        head is not None
                        and head.entry.name == "warrant"
                        and item.last <= head.first
                        and (apart or outer(item.last, head.first, cutter))
                    ):
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
                roles["word." + name] = Argument(span=span_of(tokens, m.first, m.last), value=tokens[m.first].low)
        for name, listed in cues.items():
            roles.setdefault(
                "cue." + name,
                Argument(
                    span=span_of(tokens, listed[0].first, listed[0].last),
                    value=" ".join(t.low for t in tokens[listed[0].first : listed[0].last]),
                ),
            )
        if any(m.entry.table == "say" and m.entry.name == "ruling" for m in here):
            roles["cue.ruled"] = Argument(span=span, value="ruled")
        used = {k for need in row.needs for n in need for m in cues.get(n, ()) for k in literal(m)}
        if head is not None and [t.low for t in tokens[head.last : head.last + 1]] == ["of"]:
            roles["word.of"] = Argument(span=span, value="of")
        if clause.open:
            roles["open.question"] = Argument(span=span, value="open")
        denied = negated(here, head, clause, used, cutter)
        denied = denied and not timing.adjunct(head, clause.first, cutter)
        if any(
            i.kind == "quantified"
            and i.value == "none"
            and i.first not in used
            and tokens[i.first - 1 if i.first else 0].low != "with"  # "with no end date"
            and not (head and any(t.low in REASONS for t in tokens[head.last : i.first]))
            for i in (*subject, *inside)
        ):
            denied = True
        cue = span_of(tokens, head.first, head.last) if head else span
        return Proposition(
            span=span,
            predicate=row.predicate,
            cue=cue,
            roles=roles,
            times=tuple(times),
            negated=denied != clause.negated,
            hedge=hedge(here, used, inside, head, cutter),
            conditional=timing.conditional(tokens[clause.first : clause.last], question=question),
            question=question or clause.whether,
            tense=timing.tense(tokens[clause.first : clause.last], head),
            statement=self.statement_at(span.start),
            nominal=head is not None
            and " ".join(t.low for t in tokens[head.first : head.last]) in NOMINAL
            and tokens[max(0, head.first - 1)].low not in MODALS,
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
            if (
                tokens[k].low in ("for", "over")
                and not any(k < i.first <= k + 5 for i in inside)
                and not any(k < m.first <= k + 4 and m.entry.table == "cue" for m in here)
            ):
                put(roles, "rest.for", Argument(span=span_of(tokens, k, clause.last), value="unread"))
                return

    def _takes_thing(self, listed: list[Item]) -> bool:
        """Whether something in the clause may stand for a noun of the sentence before ("it", "none", "they")."""
        return any(
            (i.kind == "pronoun" and i.value in NEUTER) or (i.kind == "quantified" and i.value == "none")
            for i in listed
        )

    def _context(self, roles: dict[str, Argument]) -> None:
        """What a clause leaves unsaid and the sentences before name: the State and the person it may be about."""
        kinds = {name.partition(".")[0] for name, a in roles.items() if a.entity}
        at = Span(0, 0)
        if self.discourse.sentence - self.discourse.amendment_at <= 4:
            put(roles, "cue.amendment-near", Argument(span=at, value="near"))
        if self.discourse.sentence - self.discourse.leaving_at <= 4:
            put(roles, "cue.leaving-near", Argument(span=at, value="near"))
        if not kinds & {"state", "capital", "people", "situation", "place"}:
            for item in self._before:  # "found that Mongolia had failed and referred the matter to ..."
                put(roles, "state.context", Argument(span=at, entity=item.entity, value="pronoun"))
            for entity in self.discourse.context_states():
                put(roles, "state.context", Argument(span=at, entity=entity, value="context"))
            for entity in self.discourse.context_peoples():
                put(roles, "people.context", Argument(span=at, entity=entity, value="context"))
        if "person" not in kinds or all(
            a.entity not in self.names.with_case for k, a in roles.items() if k.startswith("person.")
        ):
            sure = "topic" if self.discourse.one_person() else "context"
            for person in self.discourse.context_persons():
                put(roles, "person.context", Argument(span=at, entity=person, value=sure))
        situation = self.discourse.situation()
        if situation is not None and not kinds & {"situation"}:
            sure = "topic" if self.discourse.one_situation() else "context"
            put(roles, "situation.context", Argument(span=at, entity=situation, value=sure))

    def _head(self, row: Row, cues: dict[str, list[Match]]) -> Match | None:
        if row.head == NO_HEAD:
            return None
        listed = cues.get(row.head or "", [])
        if not listed:
            listed = [m for need in reversed(row.needs) for n in need for m in cues.get(n, ())]
        verbs = [m for m in listed if m.entry.form != "noun"]
        return next(iter(verbs or listed), None)

    def _add(self, roles: dict[str, Argument], item: Item, place: str, tokens: list[Word]) -> None:
        span = span_of(tokens, item.first, item.last)
        if item.first > 1 and tokens[item.first - 1].low == "not" and tokens[item.first - 2].low == ",":
            return  # "crimes against humanity, not war crimes"
        if item.kind == "pronoun":
            for kind, entities in item.also:
                sort = "generic" if item.value == "described-generic" else "pronoun"
                for entity in entities:
                    put(roles, f"{kind}.{place}", Argument(span=span, entity=entity, value=sort))
            if not item.also:
                put(roles, f"pronoun.{place}", Argument(span=span, value=item.value))
            return
        if item.kind == "capital" and place in ("subj", "poss", "by"):  # the seat stands for the government
            put(roles, f"state.{place}", Argument(span=span, entity=item.entity, value="seat"))
            return
        if item.kind == "capital":
            put(roles, f"capital.{place}", Argument(span=span, entity=item.entity))
            return
        value = item.value
        if item.kind == "number" and item.modifier:
            value = f"{item.modifier} {item.value}"
        if item.kind == "superlative":
            place = item.unit or "first"
        if item.kind == "state" and value == "demonym":
            put(roles, "people." + place, Argument(span=span, entity=item.entity))
            return
        if item.kind == "time" and timing.hangs(item, tokens, self.report.header.date):
            put(roles, f"time.{place}", Argument(span=span, value=value, candidates=("relative",)))
            return
        follow = [t.low for t in tokens[item.last : item.last + 2]]
        if item.kind == "number" and {"before", "after"}.intersection(follow[: 1 + (item.unit in ("year", "month"))]):
            put(roles, f"number.{place}", Argument(span=span, entity=item.entity, value=value, candidates=("offset",)))
            return
        put(
            roles,
            f"{item.kind}.{place}",
            Argument(span=span, entity=item.entity, value=value, candidates=item.candidates),
        )

    @cached_property
    def _contents(self) -> tuple[list[int], list[int], list[int]]:
        """Statements by where their content begins: that place, the furthest end so far, and their number."""
        order = sorted(range(len(self.report.statements)), key=lambda i: self.report.statements[i].content.start)
        contents = [self.report.statements[i].content for i in order]
        return [c.start for c in contents], list(accumulate((c.end for c in contents), max)), order

    def statement_at(self, start: int) -> int | None:
        """The first statement whose content holds the character ``start``."""
        starts, reach, order = self._contents
        at = bisect_right(starts, start)
        found = []
        while at and reach[at - 1] > start:
            at -= 1
            if self.report.statements[order[at]].content.end > start:
                found.append(order[at])
        return min(found, default=None)
