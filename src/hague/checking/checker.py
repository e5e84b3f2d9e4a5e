"""From propositions to claims: each clause once, with the verdict of its weightiest proposition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby

from hague.checking import about, announcements, antecedents, likely, when
from hague.checking.crowded import crowded, told_in_passing, unread_place
from hague.checking.holdings import Asked, holdings
from hague.checking.joined import joined
from hague.checking.law import SOURCE, statute
from hague.checking.model import Claim, Finding, Verdict
from hague.checking.provisions import provisions
from hague.checking.question import SOON, Question
from hague.checking.table import TABLE, Row
from hague.reading.model import Proposition, Report, Span
from hague.reading.propositions.content import content_start
from hague.record import Record, wording

PLAIN = "clause"
"""What reading calls a clause of which its lexicon knows nothing."""
WEIGHT: dict[Verdict, int] = {"contradicted": 3, "unsettled": 2, "supported": 1, "not-checkable": 0}
PAST = frozenset(("was", "were", "had", "did"))
DATED_AHEAD = frozenset(
    (
        "withdrawal-effect",
        "withdraw",
        "become-member",
        "be-member",
        "be-bound",
        "remain-a-year",
        "count-after-leaving",
        "ordinal-member",
        "count-members",
        "rank-leaver",
        "investigation-covers",
    )
)
"""What the record can confirm of days to come."""
DUE = ("due to", "set to", "scheduled", "slated", "is to", "are to")
"""Plans with a day that the record can confirm."""
ELECTING = frozenset(("elects-prosecutor", "elects-judges", "serves-in"))
"""What is planned by law, or settled before: who is to elect, where a term is to be served."""
MANNER = frozenset(("ruling-vote",))
"""How an act was done; read on the verb of the act itself."""
UNSURE = {"possible", "plan", "opinion"}
OF_THE_WILLING = frozenset(("withdrawal-delay", "withdrawal-consent"))
"""Rules for those who want something ("a member that wants to leave must ...")."""


class Checker:
    def __init__(
        self,
        report: Report,
        propositions: Sequence[Proposition],
        as_of: date | None,
        record: Record,
        *,
        about_court: bool = False,
    ) -> None:
        self.report = report
        self.propositions = propositions
        self.as_of = as_of
        self.record = record
        self.about_court = about_court or about.about_court(report, record)
        self._doubted: set[Span] = set()
        """Clauses of which a row of the table found the opposite, too little to call them wrong."""

    def claims(self) -> list[Claim]:
        if not self.about_court:
            return []
        by_span: dict[tuple[int, int], list[Claim]] = {}
        guesses: list[Proposition] = []
        untaught: set[tuple[int, int]] = set()
        for prop in self.propositions:
            if prop.learned:
                guesses.append(prop)
                continue
            claim = self._claim(prop)
            if claim is not None:
                by_span.setdefault((claim.start, claim.end), []).append(claim)
                if prop.sure is None and claim.verdict == "contradicted":
                    untaught.add((claim.start, claim.end))
        for prop in guesses:
            claim = self._guessed(prop)
            if claim is None:
                continue
            before = by_span.setdefault((claim.start, claim.end), [])
            said = {c.verdict for c in before} - {"not-checkable"}
            right = claim.verdict == "supported" and (prop.sure or 0) >= likely.RATHER
            if said == {"contradicted"} and right and (claim.start, claim.end) not in untaught:
                before[:] = [claim]  # right as it most likely was meant
            elif not said:
                before.append(claim)
        every = joined([self._weightiest(found) for _, found in sorted(by_span.items())], self.report.text)
        return list(_outermost(every))

    def _weightiest(self, found: list[Claim]) -> Claim:
        """The claim that tells most of one clause. Where two rows read one word ("sent", "took back"), what is right
        in one sense is not called wrong in the other."""
        right = [c.rests_on for c in found if c.verdict == "supported" and c.rests_on]
        meant = [c for c in found if c.verdict != "contradicted" or _stands(c, right)]
        return max(meant, key=lambda c: WEIGHT[c.verdict])

    def _claim(self, prop: Proposition) -> Claim | None:
        row = TABLE.get(prop.predicate)
        if "open.question" in prop.roles:
            return self._open_question(prop, row)
        if row is None:
            return self._on_record(prop) if prop.predicate == PLAIN else None
        whether = prop.question and not self._ends_in_question(prop)
        if prop.question and not whether:
            return None
        question = Question(prop, self.as_of, self.record)
        finding = row.decide(question)
        verdict, correction = self._verdict(prop, row, question, finding, whether)
        if verdict == "contradicted" and not whether:
            other = self._of_whom_else(prop, row)
            if other is not None and likely.dated(prop, other[0]):
                question, finding, verdict, correction = *other, "supported", None  # "it" is whom the day fits
            elif other is not None or antecedents.of_a_body(prop, self.report):
                finding, verdict, correction = None, "not-checkable", None
        if (
            finding is not None
            and verdict == "not-checkable"
            and finding.holds is (prop.negated if finding.polar else False)
        ):
            self._doubted.add(prop.span)
        overruled = self._overruled(prop, row, question, finding, verdict)
        if overruled is not None:
            return overruled
        if prop.statement is not None and verdict in ("supported", "not-checkable"):
            said = self.report.statements[prop.statement]
            own = announcements.announcement(question, said) if said.content.start == prop.span.start else None
            if own is not None and said.speaker_span is not None:
                start = said.speaker_span.start
                return self._made(prop, own, "supported", row.about, own.why, self._addresses(own.facts), start=start)
        later = self._since_then(prop, row, verdict) if verdict in ("supported", "contradicted") else None
        why = finding.why if finding else "Neither the record nor the Statute settles this."
        if finding is not None and verdict == "not-checkable":
            why = _doubt(prop, question, finding)
        denied = (
            finding is not None
            and finding.holds is not None
            and finding.holds == prop.negated
            and not (prop.hedge or "").startswith(("future", "plan"))
        )  # what is still to come may be set for a day on record
        if verdict == "not-checkable" and not denied and not (finding is not None and finding.final):
            found = self._on_record(prop)
            if found is not None:
                return found
        if verdict == "supported" and any(k.startswith("number.") and k != "number.money" for k in prop.roles):
            found = self._on_record(prop)
            if found is not None and found.verdict == "contradicted":
                return found  # right but for a quantity that the row did not look at
        sources = self._addresses(finding.facts) if finding and verdict != "not-checkable" else ()
        if verdict in ("supported", "contradicted") and not sources:
            verdict, correction = "not-checkable", None
        sides = finding.sides if finding and verdict == "unsettled" else ()
        return self._made(prop, finding, verdict, row.about, why, sources, correction, sides, later)

    def _guessed(self, prop: Proposition) -> Claim | None:
        """The claim of a clause whose predicate was learned, where the record agrees or differs beyond a doubt."""
        row = TABLE.get(prop.predicate)
        if row is None or prop.question:
            return None
        question = Question(prop, self.as_of, self.record)
        finding = row.decide(question)
        verdict, correction = self._verdict(prop, row, question, finding, False)
        if finding is None or verdict not in ("supported", "contradicted"):
            return None
        words = len(self.report.text[prop.span.start : prop.span.end].split())
        doubted = prop.span in self._doubted
        if not likely.stands(prop, question, verdict, words, doubted=doubted, general=finding.general):
            return None
        if verdict == "contradicted" and self._may_be_of_another(prop, row):
            return None
        sources = self._addresses(finding.facts)
        if not sources:
            return None
        later = self._since_then(prop, row, verdict)
        return self._made(prop, finding, verdict, row.about, finding.why, sources, correction, (), later)

    def _overruled(
        self, prop: Proposition, row: Row, question: Question, finding: Finding | None, verdict: Verdict
    ) -> Claim | None:
        """The claim where a row takes a true wording of a rule for a wrong one, or bears out a misreading."""
        if finding is None or not finding.general:
            return None
        rules = provisions(self.record)
        if verdict == "contradicted":
            return self._in_words(prop, rules.decide(question, self.report, closely=True), holds=True)
        if verdict == "supported" and row.decide is statute:
            return self._in_words(prop, rules.decide(question, self.report), holds=False)
        return None

    def _may_be_of_another(self, prop: Proposition, row: Row) -> bool:
        """Whether a clause that is wrong of the name its pronoun was tied to is right of another it may stand for."""
        return antecedents.of_a_body(prop, self.report) or self._of_whom_else(prop, row) is not None

    def _of_whom_else(self, prop: Proposition, row: Row) -> tuple[Question, Finding] | None:
        """The question and the finding by which such a clause is right of another name."""
        for other in antecedents.others(prop, self.report, self.record):
            question = Question(other, self.as_of, self.record)
            finding = row.decide(question)
            if finding is not None and self._verdict(other, row, question, finding, False)[0] == "supported":
                return question, finding
        return None

    def _open_question(self, prop: Proposition, row: Row | None) -> Claim | None:
        """Of "Whether P is disputed": unsettled, with the sides if they are on record."""
        if not any(a.entity or k[:4] == "cue." for k, a in prop.roles.items()):
            return None
        finding = row.decide(Question(prop, self.as_of, self.record)) if row else None
        why = "The report puts it as an open question, and no ruling on record or provision of the Statute settles it."
        if finding is not None:
            why = finding.why if finding.sides else f"The report puts it as an open question. On record: {finding.why}"
        sources = self._addresses(finding.facts if finding and finding.facts else SOURCE)
        sides = finding.sides if finding and finding.sides else ("The report itself says that the question is open.",)
        return self._made(prop, finding, "unsettled", row.about if row else "other", why, sources, sides=sides)

    def _on_record(self, prop: Proposition) -> Claim | None:
        """The claim of a clause that only the texts of the record bear out."""
        question = Question(prop, self.as_of, self.record)
        found = holdings(self.record).decide(question, self.report)
        found = found or provisions(self.record).decide(question, self.report)
        return self._in_words(prop, found)

    def _in_words(
        self, prop: Proposition, found: tuple[Finding, str] | None, *, holds: bool | None = None
    ) -> Claim | None:
        """The claim that a text of the record or the law decides, with its topic; with ``holds`` only that answer."""
        if found is None or (holds is not None and found[0].holds is not holds):
            return None
        finding, about = found
        sources = self._addresses(finding.facts)
        if not sources:
            return None
        if finding.holds:
            return self._made(prop, finding, "supported", about, finding.why, sources)
        return self._made(prop, finding, "contradicted", about, finding.why, sources, finding.right)

    def _made(
        self,
        prop: Proposition,
        finding: Finding | None,
        verdict: Verdict,
        about: str,
        why: str,
        sources: tuple[str, ...],
        correction: str | None = None,
        sides: tuple[str, ...] = (),
        since_then: str | None = None,
        start: int | None = None,
    ) -> Claim:
        """The claim of a proposition, with the entries and articles that its finding rests on. ``start``: where it
        begins, if with the words of who says it."""
        clause = self.report.text[prop.span.start : prop.span.end]
        begins = prop.span.start + content_start(clause) if start is None else start
        return Claim(
            start=begins,
            end=prop.span.end,
            text=self.report.text[begins : prop.span.end],
            verdict=verdict,
            about=about,
            why=why,
            correction=correction,
            source=sources[0] if sources else None,
            sources=sources,
            entities=finding.entities if finding else (),
            articles=finding.articles if finding else (),
            sides=sides,
            since_then=since_then,
            statement=prop.statement,
            rests_on=prop.cue,
            predicate=prop.predicate,
        )

    def _ends_in_question(self, prop: Proposition) -> bool:
        tail = self.report.text[prop.span.end : prop.span.end + 3]
        return "?" in tail

    def _verdict(
        self, prop: Proposition, row: Row, question: Question, finding: Finding | None, whether: bool
    ) -> tuple[Verdict, str | None]:
        if finding is None:
            return "not-checkable", None
        if finding.sides:
            return ("unsettled", None)
        if whether or finding.holds is None:
            return "not-checkable", None
        hedge = (prop.hedge or "").split(":")[0]
        if hedge == "plan" and (
            prop.predicate == "withdrawal-effect"
            or (prop.predicate in ("become-member", "withdraw") and (prop.hedge or "").endswith(DUE))
        ):
            hedge = "future"
        if hedge in UNSURE and not (
            finding.general and (hedge == "possible" or prop.predicate in OF_THE_WILLING | ELECTING)
        ):
            return "not-checkable", None
        if hedge == "future" and prop.predicate in ("under-investigation", "open-investigation") and finding.holds:
            return "supported", None
        if hedge == "future" and not finding.general and prop.predicate not in DATED_AHEAD:
            return "not-checkable", None
        if (
            hedge == "future"
            and prop.predicate in ("withdraw", "become-member", "be-member")
            and (not question.dates() or (finding.holds is False and not finding.general))
        ):
            return "not-checkable", None
        if (
            hedge == "would"
            and not finding.general
            and prop.predicate
            not in ("become-member", "withdrawal-effect", "rank-leaver", "first-person", "count-after-leaving")
        ):
            return "not-checkable", None
        if prop.conditional and not finding.general:
            return "not-checkable", None
        holds = finding.holds != prop.negated if finding.polar else finding.holds
        if not row.loose and holds and (question.leftover() or unread_place(prop, self.report.text)):
            return "not-checkable", None
        if holds:
            return "supported", None
        if (
            self._said_aside(prop, row)
            or self._of_another(prop, question, finding)
            or self._still_to_come(prop, finding)
        ):
            return "not-checkable", None
        if not finding.general and (crowded(prop, self.report.text) or told_in_passing(prop, self.report.text)):
            return "not-checkable", None
        if not prop.learned and likely.otherwise(prop, general=finding.general):
            return "not-checkable", None
        if question.guessed or (self.as_of is None and not finding.general and not question.dates()):
            return "not-checkable", None
        return "contradicted", finding.right or finding.why

    def _still_to_come(self, prop: Proposition, finding: Finding) -> bool:
        """Whether all days of a clause about a step lie ahead: "set the opening of the trial for 30 November"."""
        if self.as_of is None or finding.general or prop.tense != "past":
            return False
        spans = [span for t in prop.times if (span := when.interval(t.value, self.as_of)) is not None]
        return bool(spans) and all(span[0] > self.as_of + SOON for span in spans)

    def _said_aside(self, prop: Proposition, row: Row) -> bool:
        """Whether the clause may well be about something else: too little to call it wrong. The predicate is a noun
        beside another verb, or a rule of law seems to be told as an event."""
        if (
            prop.nominal
            and "person.beside" not in prop.roles
            and prop.predicate not in ("warrant-lists", "count-after-leaving")
            and row.decide is not statute
        ):
            return True
        words = self.report.text[prop.span.start : prop.span.end].lower().split()
        return row.decide is statute and not row.told and bool(PAST.intersection(words))

    def _of_another(self, prop: Proposition, question: Question, finding: Finding) -> bool:
        """Whether the person was taken from the sentences before, though the clause has a name that was not known or
        counts people of its own."""
        meant = {k: a for k, a in prop.roles.items() if k.startswith("person.") and a.entity in finding.entities}
        if prop.predicate.startswith("count-"):
            return False
        if len(finding.entities) != 1 or any(a.value not in ("topic", "context") for a in meant.values()):
            return False
        numbers = ("number.person", "number.member")
        counts_others = any(k in prop.roles and not question.looked_at(k) for k in numbers)
        word = wording.plain(self.report.text[prop.span.start : prop.span.end].split()[0])
        named = word in _given_names(self.record) and "pronoun.subj" not in prop.roles
        return bool(meant) and (counts_others or named or bool(Asked(question, self.report).names))

    def _since_then(self, prop: Proposition, row: Row, verdict: Verdict) -> str | None:
        """What today's record would answer, where it answers the other way."""
        if self.as_of is None or prop.times:
            return None
        reviewed = date.fromisoformat(self.record.reviewed)
        if self.as_of >= reviewed:
            return None
        question = Question(prop, reviewed, self.record)
        finding = row.decide(question)
        again, _ = self._verdict(prop, row, question, finding, False)
        if finding is not None and again != verdict and again in ("supported", "contradicted"):
            return f"On the record of {question.words(self.record.reviewed)} this would be {again}: {finding.why}"
        return None

    def _addresses(self, slugs: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.record.urls(slugs))


def _stands(wrong: Claim, right: Sequence[Span]) -> bool:
    """Whether a claim is wrong though others that rest on ``right`` are not: it rests on another word, or on a rule
    of law or the votes, which are told of the same act."""
    rests, of_law = wrong.rests_on, bool(wrong.articles) and not wrong.entities
    if rests is None or of_law or wrong.predicate in MANNER:
        return True
    return not any(rests.start < r.end and r.start < rests.end for r in right)


@lru_cache(maxsize=2)
def _given_names(record: Record) -> frozenset[str]:
    """The words of the names of persons with a case."""
    persons = (p for p in record.persons.values() if p.history)
    return frozenset(wording.plain(w) for p in persons for w in wording.WORD.findall(p.name) if len(w) > 3)


def _outermost(claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims, in their order, without what is right in the midst of a settled one: it is no news beside that."""
    reach = 0
    for _, together in groupby(claims, key=lambda c: c.start):
        here = list(together)
        yield from (c for c in here if c.verdict != "supported" or c.end >= reach)
        reach = max([reach, *(c.end for c in here if c.verdict != "not-checkable")])


def _doubt(prop: Proposition, question: Question, finding: Finding) -> str:
    if prop.hedge:
        return f"It is put as a possibility or an opinion ({prop.hedge.partition(':')[2]}); on record: {finding.why}"
    return f"Part of it is not on record. On record: {finding.why}"
