"""The record as JSON-LD in schema.org terms, one graph."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from hague.record import Record
from hague.record.changes import all_changes
from hague.record.tables import cited

BASE = "https://hague.example/id/"
"""Prefix of ids: an address of its own for each entry, which ``@base`` can move."""


def graph(record: Record) -> dict[str, Any]:
    """The document: ``@context``, then every entry and every dated event with its citations."""
    return {
        "@context": {"@vocab": "https://schema.org/", "@base": BASE},
        "@graph": [*_nodes(record), *_events(record)],
    }


def _nodes(record: Record) -> Iterable[dict[str, Any]]:
    for s in record.states.values():
        yield _node(record, s, "Country", s.name, s.wikidata, [n.name for n in s.names]) | {"identifier": s.iso3}
    for b in record.bodies.values():
        kind = "GovernmentOrganization" if b.kind in ("court", "organ", "chamber") else "Organization"
        kind = "Legislation" if b.kind == "treaty" else kind
        node = _node(record, b, kind, b.name, b.wikidata, list(b.aliases))
        yield node | ({"parentOrganization": {"@id": b.part_of}} if b.part_of and kind != "Legislation" else {})
    for p in record.persons.values():
        node = _node(record, p, "Person", p.name, p.wikidata, list(p.aliases))
        node |= {"birthDate": p.born} if p.born else {}
        node |= {"gender": p.gender} if p.gender else {}
        yield node | {"nationality": [{"@id": n.state} for n in p.nationalities]}
    for situation in record.situations.values():
        node = _node(record, situation, "Event", situation.name, situation.wikidata, list(situation.aliases))
        yield node | ({"identifier": situation.number} if situation.number else {})
    for place in record.places.values():
        yield _node(record, place, "Place", place.name, place.wikidata, list(place.aliases))
    for d in record.decisions.values():
        node = _node(record, d, "CreativeWork", d.title, None, [])
        yield node | {
            "datePublished": d.public_on or d.on,
            "abstract": d.holding,
            "creator": [{"@id": r} for r in d.by],
        }


def _node(record: Record, entry: Any, kind: str, name: str, wikidata: str | None, aliases: list[str]) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": entry.id, "@type": kind, "name": name}
    if aliases:
        node["alternateName"] = aliases
    if wikidata:
        node["sameAs"] = f"https://www.wikidata.org/entity/{wikidata}"
    return node | {"citation": _citations(record, entry)}


def _citations(record: Record, entry: msgspec.Struct) -> list[str]:
    return record.urls(cited(entry))


def _events(record: Record) -> Iterable[dict[str, Any]]:
    for i, change in enumerate(all_changes(record)):
        node: dict[str, Any] = {"@id": f"event/{i + 1}", "@type": "Event", "name": change.what, "startDate": change.on}
        node |= {"about": {"@id": change.entry}, "citation": list(change.sources)}
        yield node | ({"description": change.text} if change.text else {})
