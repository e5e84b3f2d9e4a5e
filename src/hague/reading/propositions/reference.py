"""Who "he", "it", "the three" or "the former president" is, from what the report has named so far."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import NamedTuple

from hague.reading.propositions.items import Item
from hague.record import Record


class Names:
    """What reading needs of the record: adjectives, seats of government, who has a case, and genders."""

    def __init__(self, record: Record) -> None:
        self.record = record

    @cached_property
    def demonyms(self) -> dict[str, str]:
        out: dict[str, str] = {}
        for ident, state in self.record.states.items():
            for word in state.demonyms:
                out.setdefault(word.lower(), ident)
        return out

    @cached_property
    def capitals(self) -> dict[str, str]:
        out: dict[str, str] = {}
        for ident, state in self.record.states.items():
            if state.capital and state.kind != "place":
                out.setdefault(state.capital.lower(), ident)
        return out

    @cached_property
    def places(self) -> dict[str, str]:
        """Names of situations that are no State's ("Darfur", "Gaza"): lower case -> situation."""
        states = {s.name.lower() for s in self.record.states.values()} | {
            n.name.lower() for s in self.record.states.values() for n in s.names
        }
        out: dict[str, str] = {}
        for ident, s in self.record.situations.items():
            for alias in s.aliases:
                if alias.lower() not in states and " " not in alias and len(s.states) <= 2:
                    out.setdefault(alias.lower(), ident)
        return out

    @cached_property
    def genders(self) -> dict[str, str | None]:
        return {ident: p.gender for ident, p in self.record.persons.items()}

    def is_of(self, person: str, state: str) -> bool:
        """Whether a person is on record as of a people."""
        entry = self.record.persons.get(person)
        return entry is not None and (
            any(n.state == state for n in entry.nationalities) or any(o.body == state for o in entry.offices)
        )

    @cached_property
    def with_case(self) -> frozenset[str]:
        return frozenset(ident for ident, p in self.record.persons.items() if p.history)

    @cached_property
    def situations(self) -> dict[str, tuple[str, ...]]:
        """State -> its situations: what is investigated first, then what there is most to say of."""
        out: dict[str, tuple[str, ...]] = {}
        ranked = sorted(
            self.record.situations.items(), key=lambda x: (x[1].kind != "investigation", -len(x[1].history))
        )
        for ident, s in ranked:
            for state in s.states:
                out[state] = (*out.get(state, ()), ident)
        return out


OF_A_SITUATION = ("situation", "place", "state", "capital", "person")
"""Kinds of names that may mean a situation."""
BYSTANDERS = frozenset(("state:USA", "state:GBR", "state:ISR", "state:RUS", "state:GRC"))
"""States whose nationals figure in a situation that is another's: their name alone does not mean it."""


class Named(NamedTuple):
    kind: str
    entities: tuple[str, ...]
    sentence: int
    aside: bool = False
    """Named as a mere place, not as one who acts."""
    compared: bool = False
    """Named only to be set beside another: "Like Lubanga, he was convicted"."""


REMEMBERED = 250
"""Names of a kind that are kept in mind at least: a text of many reports must not cost ever more a sentence."""


class Discourse:
    """What has been named so far, most recent last."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.persons: list[Named] = []
        self.states: list[Named] = []
        self.things: list[str] = []
        """Nouns of the last sentence that "it" may stand for: ``warrant``, ``investigation`` ..."""
        self.sentence = 0
        self.last_situation: str | None = None
        self.amendment_at = -9
        self.leaving_at = -9
        """The sentence that last spoke of an amendment: what is "ratified" after it may be that."""
        self.votes: Counter[str] = Counter()
        """In how many sentences each situation was meant, by its first State."""
        self.voted: dict[str, int] = {}
        """The sentence in which that was so last."""
        self.peoples: tuple[int, tuple[str, ...]] = (-9, ())

    def begin(self, sentence: int) -> None:
        self.sentence = sentence
        for named in (self.persons, self.states):
            if len(named) > 2 * REMEMBERED:
                del named[:-REMEMBERED]

    def note(self, groups: list[list[Item]], things: list[str], *, aside: bool = False, compared: bool = False) -> None:
        for group in groups:
            kind = group[0].kind
            if kind not in ("person", "state") or any(i.anaphoric for i in group):
                continue
            entities = tuple(i.entity for i in group if i.entity)
            if entities:
                (self.persons if kind == "person" else self.states).append(
                    Named(kind, entities, self.sentence, aside, compared)
                )
        if things:
            self.things = things
        if "amendment" in things:
            self.amendment_at = self.sentence
        if "leave" in things:
            self.leaving_at = self.sentence

    def has_subject(self, group: list[Item]) -> bool:
        """Whether a person with a case was named earlier in the sentence: "X, once a deputy of Joseph Kony"."""
        own = {i.entity for i in group}
        return group[0].kind == "person" and any(
            n.sentence == self.sentence and not n.compared and set(n.entities) & self.names.with_case - own
            for n in self.persons
        )

    def _first_states(self, item: Item) -> set[str]:
        """The first States of the situations that an item may stand for."""
        record, entity = self.names.record, item.entity or ""
        found: set[str | None] = {entity} if item.kind == "situation" else set()
        if item.kind == "person":
            found = {record.persons[entity].situation} if entity in self.names.with_case else set()
        elif item.kind != "situation":
            place = record.places.get(entity)
            state = place.state if place is not None else entity
            found = set() if state in BYSTANDERS else set(self.names.situations.get(state or "", ()))
        return {s.states[0] for f in found if f and (s := record.situations.get(f)) is not None and s.states}

    def note_situation(self, items: list[Item]) -> None:
        for root in {r for item in items for r in self._first_states(item)}:
            self.votes[root] += 1
            self.voted[root] = self.sentence
        for item in items:
            if item.kind in ("state", "person", "capital"):
                continue
            if item.kind == "situation":
                self.last_situation = item.entity
            else:
                place = self.names.record.places.get(item.entity or "")
                found = self.names.situations.get(place.state, ()) if place is not None and place.state else ()
                if len(found) == 1:
                    self.last_situation = found[0]

    def _topic(self) -> str | None:
        """The first State of the situation that the report speaks of far more than of any other."""
        ranked = self.votes.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        return ranked[0][0]

    def one_situation(self) -> bool:
        """Whether all that was named so far belongs to one situation: then it is what the report is about."""
        topic = self._topic()
        if topic is not None:
            return not any(self.sentence - at <= 1 for root, at in self.voted.items() if root != topic)
        found = {
            self.names.record.persons[e].situation
            for n in self.persons
            for e in n.entities
            if e in self.names.with_case
        }
        found.discard(None)
        return len(found) == 1 or (not found and self.last_situation is not None)

    def one_person(self) -> bool:
        """Whether those last named are all that have a case and were named so far: then the report is about them."""
        every = {e for n in self.persons for e in n.entities if e in self.names.with_case}
        return bool(every) and every == set(self.context_persons())

    def situation(self) -> str | None:
        """The situation last named or most spoken of, else that of the person last named who has a case."""
        topic = self._topic()
        near = [root for root, at in self.voted.items() if self.sentence - at <= 1]
        if topic is not None and (not near or topic in near):
            own = self.names.situations[topic]
            return self.last_situation if self.last_situation in own else own[0]
        if self.last_situation is not None:
            return self.last_situation
        if len(near) == 1:
            return self.names.situations[near[0]][0]
        person = self.person(None)
        entry = self.names.record.persons.get(person) if person else None
        return entry.situation if entry is not None else None

    def note_peoples(self, entities: list[str]) -> None:
        if entities:
            self.peoples = (self.sentence, tuple(dict.fromkeys(entities)))

    def context_peoples(self) -> tuple[str, ...]:
        """The States whose adjectives stood in this sentence or the two before."""
        return self.peoples[1] if self.sentence - self.peoples[0] <= 2 else ()

    def compatriots(self, state: str) -> list[str]:
        """Those named so far who are of a people, or hold an office of its State; of several, those with a case."""
        found = list(dict.fromkeys(e for n in self.persons for e in n.entities if self.names.is_of(e, state)))
        return [e for e in found if e in self.names.with_case] or found

    def person(self, gender: str | None, home: str | None = None) -> str | None:
        """The person that a pronoun or description means: the last one named, one with a case before others; with
        ``home``, one of that people."""
        best: tuple[float, str] | None = None
        for i, named in enumerate(self.persons):
            for entity in named.entities:
                known = self.names.genders.get(entity)
                if gender and known and known != gender:
                    continue
                if home and not self.names.is_of(entity, home):
                    continue
                score = i * 0.1 - (self.sentence - named.sentence) + (6 if entity in self.names.with_case else 0)
                score -= 3 * named.compared
                if best is None or score > best[0]:
                    best = (score, entity)
        return best[1] if best else None

    def context_persons(self) -> tuple[str, ...]:
        """The last person or group named that has a case before the Court."""
        for named in reversed(self.persons):
            found = tuple(e for e in named.entities if e in self.names.with_case)
            if found:
                return found
        return ()

    def state(self) -> str | None:
        """What "the country" means: among the States named, the one named most and last, places that are mentioned in
        passing ("arrested in Belgium") least."""
        best: tuple[float, str] | None = None
        topic = self._topic()
        named_in = Counter(e for n in self.states for e in set(n.entities))
        for i, named in enumerate(self.states):
            for entity in named.entities[:1] if len(named.entities) == 1 else ():
                times = named_in[entity]
                score = i * 0.05 - (self.sentence - named.sentence) * 0.7 + min(times, 5) * 0.5 - 3 * named.aside
                score += entity == topic
                if best is None or score >= best[0]:
                    best = (score, entity)
        if best is None:
            return self.states[-1].entities[-1] if self.states else None
        return best[1]

    def subject_state(self) -> str | None:
        """What "it" may mean: the State that the last sentence naming one (not in passing) named first."""
        acting = [n for n in self.states if not n.aside] or self.states
        if not acting:
            return None
        last = acting[-1].sentence
        return next(n.entities[0] for n in acting if n.sentence == last)

    def context_states(self) -> tuple[str, ...]:
        """The States that the last sentence naming any named, first group only."""
        acting = [n for n in self.states if not n.aside] or self.states
        if not acting:
            return ()
        last = acting[-1].sentence
        return next(n.entities for n in acting if n.sentence == last)

    def many(self, kind: str, size: int | None) -> tuple[str, ...]:
        for named in reversed(self.persons if kind == "person" else self.states):
            if len(named.entities) >= 2 and size in (None, len(named.entities)):
                return named.entities
        if kind == "person" and size:
            latest = list(
                dict.fromkeys(e for n in reversed(self.persons) for e in n.entities if e in self.names.with_case)
            )[:size]
            return tuple(latest) if len(latest) == size else ()
        return ()
