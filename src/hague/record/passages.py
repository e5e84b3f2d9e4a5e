"""The record as passages: each entry as sentences of content words, for meeting it in other people's words.

A *fact* passage is a decision with the events that carry it out, an event of a history, an act, a happening, a
resolution, a position, a declaration or an office held. A *rule* passage is a provision in several wordings; a
*misreading* holds the wrong ones. Passages are made when the record is compiled, since cutting words takes time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from math import log
from typing import Literal

from msgspec import Raw, Struct, msgpack

from hague.record import Record, days, wording
from hague.record.known import public_day
from hague.record.model import Event, Fact, Person, PersonEvent

AHEAD = re.compile(r"\b(?:set|will|due|scheduled|planned|would|has to|have to|had to|until|by)\b")
"""Words with a day in a sentence that is true before that day."""


class Sentence(Struct, frozen=True, array_like=True):
    """One sentence of a passage. ``known``: the last day named in it, before which it was not yet true."""

    words: frozenset[str]
    denies: bool
    known: str | None
    numbers: frozenset[float]
    on: tuple[str, ...]
    """Dates in it."""
    counted: frozenset[tuple[str, float]] = frozenset()
    """What its numbers count."""
    names: frozenset[str] = frozenset()
    """Of a fact, the words with a capital."""


class Passage(Struct, frozen=True, array_like=True):
    """``ids`` of the entry; ``concerns``: ids of what it is about; ``by``: Chambers; ``on``: its dates."""

    kind: Literal["fact", "rule", "misreading"]
    ids: tuple[str, ...]
    concerns: frozenset[str]
    by: frozenset[str]
    on: tuple[str, ...]
    known: str | None
    text: str
    """What is shown to a reader."""
    sentences: tuple[Sentence, ...]
    names: frozenset[str]
    numbers: frozenset[float]
    counted: frozenset[tuple[str, float]]
    sources: tuple[str, ...]
    articles: tuple[str, ...]
    about: str


class Passages(Struct, frozen=True, array_like=True):
    """All passages, each still encoded, with what is needed to find those wanted.

    ``facts`` and ``rules`` decode with ``opened``. ``by_topic``: id of an entry -> numbers of facts. ``wordings``:
    number of a rule and of its sentence; ``by_word``: word -> places in ``wordings``. ``weights``, ``law_weights``: how
    telling a word is (0.25 common, 1 in one passage only).
    """

    facts: tuple[Raw, ...]
    by_topic: dict[str, tuple[int, ...]]
    weights: dict[str, float]
    rules: tuple[Raw, ...]
    wordings: tuple[tuple[int, int], ...]
    by_word: dict[str, tuple[int, ...]]
    law_weights: dict[str, float]


def opened(raw: Raw) -> Passage:
    """One passage, decoded."""
    return msgpack.decode(raw, type=Passage)


def passages(record: Record) -> Passages:
    """The passages of a record."""
    facts, rules = tuple(_facts(record)), tuple(_rules(record))
    by_topic: dict[str, list[int]] = {}
    for i, fact in enumerate(facts):
        for topic in sorted(fact.concerns):
            by_topic.setdefault(topic, []).append(i)
    wordings = tuple((i, k) for i, rule in enumerate(rules) for k in range(len(rule.sentences)))
    by_word: dict[str, list[int]] = {}
    for n, (i, k) in enumerate(wordings):
        for word in sorted(rules[i].sentences[k].words):
            by_word.setdefault(word, []).append(n)
    encode = msgpack.Encoder(order="deterministic").encode
    return Passages(
        facts=tuple(Raw(encode(f)) for f in facts),
        by_topic={k: tuple(v) for k, v in sorted(by_topic.items())},
        weights=_weights(facts),
        rules=tuple(Raw(encode(r)) for r in rules),
        wordings=wordings,
        by_word={k: tuple(v) for k, v in sorted(by_word.items())},
        law_weights=_weights(rules),
    )


def _weights(listed: tuple[Passage, ...]) -> dict[str, float]:
    counts: Counter[str] = Counter()
    for p in listed:
        counts.update(frozenset().union(*(s.words for s in p.sentences)))
    n = max(len(listed), 2)
    return {w: round(max(0.25, log(n / c) / log(n)), 3) for w, c in sorted(counts.items())}


def _facts(record: Record) -> Iterator[Passage]:
    tied: dict[str, list[tuple[str, str]]] = {}
    for person in record.persons.values():
        for e in person.history:
            said = f"{person.name}: {e.event.replace('-', ' ')}." + (f" {e.text}" if e.text else "")
            said += _charges(person, e)
            if e.decision:
                tied.setdefault(e.decision, []).append((person.id, said))
            yield _fact((person.id,), {person.id, person.situation or ""}, e, said, _topic(e), e.by)
        for o in person.offices:
            at = getattr(record.bodies.get(o.body) or record.states.get(o.body), "name", "")
            said = f"{person.name}: {o.title} of {at}."
            yield _passage((person.id,), {person.id, o.body}, (o.from_,) if o.from_ else (), o, said, "other", ())
    for situation in record.situations.values():
        for s in situation.history:
            said = f"{situation.name}: {s.event.replace('-', ' ')}." + (f" {s.text}" if s.text else "")
            if s.decision:
                tied.setdefault(s.decision, []).append((situation.id, said))
            yield _fact((situation.id,), {situation.id, *situation.states}, s, said, "investigation", s.by)
    for d in record.decisions.values():
        events = [said for _, said in tied.get(d.id, ())]
        concerns = {d.id, *d.persons, *d.concerns, d.situation or "", *(i for i, _ in tied.get(d.id, ()))}
        text = f"{d.title}. {d.holding}" + (f" {d.note}" if d.note else "")
        topic = wording.TOPICS.get(d.subject, "other")
        yield _fact((d.id,), concerns, d, text, topic, d.by, (*d.details, *events), d.articles)
    for r in record.resolutions.values():
        about = record.situations.get(r.situation or "")
        concerns = {r.id, r.situation or "", "org:unsc", *(about.states if about else ())}
        text = f"Resolution {r.symbol}. {r.text} {_votes(r.votes)}" + (f" {r.note}" if r.note else "")
        yield _fact((r.id,), concerns, r, text, "situation", ("org:unsc",))
    for h in record.chronicle.values():
        yield _fact((h.id,), {h.id, *h.by, *h.concerns}, h, h.text, h.about, h.by)
    for a in record.acts.values():
        yield _fact((a.id,), {a.id, *a.by, *a.against}, a, a.text, "other", (), a.answers)
    for p in record.positions.values():
        yield _fact((p.id,), {p.id, p.holder, p.about}, p, p.text + (f" {p.ground}" if p.ground else ""), "other", ())
    for c in record.declarations.values():
        yield _fact((c.id, c.state), {c.state, c.id}, c, c.text, "jurisdiction", ())
    for state in record.states.values():
        for v in state.history:
            if v.text:
                yield _fact((state.id,), {state.id}, v, f"{state.name}: {v.text}", "membership", ())


def _topic(e: PersonEvent) -> str:
    for start, topic in (
        ("warrant", "warrant"), ("summons", "warrant"), ("charges", "charge"), ("confirmation", "charge"),
        ("sentence", "sentence"), ("trial", "trial"), ("reparations", "reparations"), ("surrender", "custody"),
        ("arrest", "custody"), ("release", "custody"), ("detained", "custody"), ("returned", "custody"),
        ("case-", "admissibility"),
    ):  # fmt: skip
        if e.event.startswith(start):
            return topic
    return "verdict"


def _rules(record: Record) -> Iterator[Passage]:
    for p in record.provisions.values():
        span = tuple(d for d in (p.from_, p.to) if d)
        for kind, wordings in (("rule", (p.outline, *p.says)), ("misreading", p.misread)):
            if not wordings:
                continue
            yield Passage(
                kind=kind,  # type: ignore[arg-type]
                ids=(p.id,),
                concerns=frozenset(),
                by=frozenset(),
                on=span,
                known=p.from_,
                text=p.outline,
                sentences=tuple(_sentence(w, law=True) for w in wordings),
                names=frozenset(wording.plain(w) for said in wordings for w in wording.WORD.findall(said)),
                numbers=frozenset(),
                counted=frozenset(),
                sources=p.sources,
                articles=(p.article,),
                about=p.about,
            )


def _fact(
    ids: tuple[str, ...], concerns: set[str], fact: Event, text: str, about: str, by: tuple[str, ...],
    more: Iterable[str] = (), articles: tuple[str, ...] = (),
) -> Passage:  # fmt: skip
    return _passage(ids, concerns, (fact.on,), fact, text, about, by, more, articles)


def _passage(
    ids: tuple[str, ...], concerns: set[str], on: tuple[str, ...], fact: Fact, text: str, about: str,
    by: tuple[str, ...], more: Iterable[str] = (), articles: tuple[str, ...] = (),
) -> Passage:  # fmt: skip
    whole = " ".join((text, *more))
    numbers, counted = wording.numbers(wording.DATE.sub(" ", whole))
    return Passage(
        kind="fact",
        ids=ids,
        concerns=frozenset(concerns - {""}),
        by=frozenset(b for b in by if b.startswith("chamber:")),
        on=tuple(dict.fromkeys((*on, *wording.dates(whole)))),
        known=public_day(fact),
        text=text,
        sentences=tuple(_sentence(p) for p in wording.SENTENCE.split(whole) if p),
        names=frozenset(wording.plain(w) for w in wording.WORD.findall(whole)),
        numbers=numbers,
        counted=counted,
        sources=fact.sources,
        articles=articles,
        about=about,
    )


def _sentence(said: str, *, law: bool = False) -> Sentence:
    read = wording.legal if law else wording.lemma
    named = wording.dates(said)
    said = wording.rule(said) if law else said
    rest, found = (said, frozenset[str]()) if law else wording.phrases(said)
    return Sentence(
        words=frozenset(filter(None, map(read, wording.WORD.findall(rest)))) | found,
        denies=wording.denies(rest),
        known=max(named, key=days.last) if named and not law and not AHEAD.search(said) else None,
        numbers=wording.numbers(said if law else wording.DATE.sub(" ", said))[0],
        on=tuple(named),
        counted=wording.numbers(said)[1],
        names=frozenset(wording.plain(w) for w in wording.WORD.findall(said) if w[0].isupper() and not law),
    )


def _charges(person: Person, e: Event) -> str:
    """The charges of which a warrant, a confirmation or a judgment speaks, as words."""
    if getattr(e, "event", "") not in ("warrant-issued", "warrant-unsealed", "summons-issued", "charges-confirmed"):
        return ""
    day = days.last(e.on)
    acts = dict.fromkeys(
        f"{c.act.replace('-', ' ')} as {c.crime.replace('-', ' ')}"
        for c in person.charges
        if days.first(c.since) <= day
    )
    return f" {', '.join(acts)}." if acts else ""


def _votes(votes: str | None) -> str:
    """ "13-2-0" in words.

    >>> _votes("15-0-0")
    'Adopted unanimously, 15 votes in favour, 0 against, 0 abstentions.'
    """
    if not votes:
        return ""
    for_, against, abstained = votes.split("-")
    how = "unanimously" if against == abstained == "0" else "by majority"
    return f"Adopted {how}, {for_} votes in favour, {against} against, {abstained} abstentions."
