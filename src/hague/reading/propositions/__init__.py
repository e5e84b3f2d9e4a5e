"""Clauses as propositions: who is said to have done what to whom, when, and how surely.

``extract`` cuts each sentence into clauses, looks up its words in the lexicon (``lexicon.toml``), finds the rows of
``predicates.toml`` that hold, and hangs names, numbers, acts and times on them. A role is named after the kind of its
argument and its slot: ``state.by``, ``person.obj``, ``number.judge``, ``time.since``; a second one of the same name
carries ``#2``. No claim is judged here.
"""

from __future__ import annotations

from msgspec import structs

from hague.reading.model import Argument, Proposition, Report, Span
from hague.reading.propositions import asides
from hague.reading.propositions.extraction import Extractor
from hague.record import Record

__all__ = ["Argument", "Proposition", "Span", "extract"]


def extract(report: Report, record: Record | None = None) -> tuple[Proposition, ...]:
    """The propositions of a report in order. Needs its sentences, mentions and times; ``record`` gives adjectives of
    nationality and who has a case before the Court (the shipped record by default)."""
    from hague.record import load

    extractor = Extractor(report, record or load())
    found = [_nothing(_at_last(p), report.text) for p in extractor.run()]
    return (*found, *asides.told(report, extractor.statement_at))


AT_LAST = {name: name for name in (
    "become-member", "ratify", "sign-statute", "approve-ratification", "deposit-instrument", "withdraw", "arrested",
    "surrendered", "convicted", "acquitted", "charged", "charges-confirmed", "trial-opened", "released", "sentenced",
    "warrant-issued", "warrant-unsealed", "warrant-requested", "open-investigation", "authorise-investigation",
    "refer-situation", "open-examination", "accept-jurisdiction", "statute-in-force", "appeared", "unsign",
)} | {"be-member": "become-member", "be-bound": "become-member"}  # fmt: skip
"""Steps that "did not come until 2013", and what a state is then said to have become."""


OF_NOTHING = frozenset(("sign-statute", "ratify", "accept-jurisdiction", "recognise-jurisdiction", "become-member"))
"""Steps denied by their object: "has signed nothing and ratified nothing"."""


def _nothing(prop: Proposition, text: str) -> Proposition:
    """A step of which nothing was the object did not come about."""
    if prop.predicate not in OF_NOTHING or prop.negated or not text[prop.cue.end :].startswith(" nothing"):
        return prop
    return structs.replace(prop, negated=True)


def _at_last(prop: Proposition) -> Proposition:
    """Of "did not ratify until 2013": that it ratified in 2013."""
    untils = [k for k in prop.roles if k.startswith("time.until")]
    others = [k for k in prop.roles if k.startswith("time.") and k not in untils]
    if not prop.negated or len(untils) != 1 or others or prop.predicate not in AT_LAST:
        return prop
    roles = {k if k != untils[0] else "time.on": a for k, a in prop.roles.items()}
    return structs.replace(prop, predicate=AT_LAST[prop.predicate], negated=False, roles=roles)
