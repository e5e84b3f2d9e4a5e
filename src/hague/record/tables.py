"""The record as flat tables: one row an entry (or a charge, or an event), plain values, each row with its sources.

Dates are ISO strings as precise as they are known; ``*_precision`` beside each says day, month or year. ``sources``
are addresses a reader can open, ``source_ids`` the same as ids of the ``sources`` table. Lists stay lists here; the
writers of flat formats join them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import msgspec

from hague.record import Record, days
from hague.record.membership import DEPOSITS, membership
from hague.record.model import Event, PersonEvent, Sentence, State
from hague.record.status import cases, in_order, last_event, person_status, situation_status, status_after

Row = dict[str, Any]


def tables(record: Record) -> dict[str, list[Row]]:
    """Every table of the record, as of the day the record is seen from."""
    return {name: list(rows(record)) for name, rows in BUILDERS.items()}


def states(record: Record) -> Iterable[Row]:
    for s in record.states.values():
        acts = in_order(s.history, record.as_of)
        found = membership(s, record.as_of)
        deposit = _last(acts, *DEPOSITS)
        row: Row = {"id": s.id, "name": s.name, "official_name": s.official_name, "kind": s.kind}
        row |= {"iso2": s.iso2, "iso3": s.iso3, "regional_group": s.regional_group}
        row |= {"gleditsch_ward": s.gleditsch_ward, "ucdp_name": s.ucdp_name, "wikidata": s.wikidata}
        row |= _dated("signed", _last(acts, "signed")) | _dated("unsigned", _last(acts, "unsigned"))
        row |= _dated("deposited", deposit)
        row |= {"deposit_kind": deposit.event if deposit else None}
        row |= {"in_force": found.since.isoformat() if found else None}
        for column in ("notified", "revoked", "effective"):
            row |= _dated(f"withdrawal_{column}", _last(acts, f"withdrawal-{column}"))
        row |= _dated("privileges_bound", _last(acts, "privileges-bound"))
        row |= {"party": _is_party(s, record), "former_names": [n.name for n in s.names if n.kind == "former"]}
        row |= {"amendments": sorted({e.amendment for e in acts if e.event == "amendment-accepted" and e.amendment})}
        yield row | _sources(record, s)


def _is_party(state: State, record: Record) -> bool:
    found, day = membership(state, record.as_of), record.as_of or date.fromisoformat(record.reviewed)
    return found is not None and found.since <= day and (found.until is None or day < found.until)


def declarations(record: Record) -> Iterable[Row]:
    for d in record.declarations.values():
        row: Row = {"id": d.id, "state": d.state, "kind": d.kind} | _dated("lodged", d)
        row |= {"effect_from": d.effect_from, "effect_to": d.effect_to, "withdrawn_on": d.withdrawn_on}
        row |= {"valid": d.valid, "why_invalid": d.why_invalid, "text": d.text, "excludes": list(d.excludes)}
        row |= {"scope": msgspec.to_builtins(d.scope) if d.scope else None}
        yield row | _sources(record, d)


def amendments(record: Record) -> Iterable[Row]:
    for a in record.amendments.values():
        accepted = [
            (s.iso3, e)
            for s in record.states.values()
            for e in in_order(s.history, record.as_of)
            if e.event == "amendment-accepted" and e.amendment == a.id
        ]
        row: Row = {"id": a.id, "name": a.name, "resolution": a.resolution} | _dated("adopted", a)
        row |= {"provisions": list(a.provisions), "enters_by": a.enters_by, "in_force_from": a.in_force_from}
        row |= {"accepted_by": {iso: e.on for iso, e in accepted}, "acceptances": len(accepted), "text": a.text}
        yield row | _sources(record, a)


def situations(record: Record) -> Iterable[Row]:
    for s in record.situations.values():
        acts = in_order(s.history, record.as_of)
        row: Row = {"id": s.id, "name": s.name, "number": s.number, "trigger": s.trigger, "states": list(s.states)}
        row |= {"kind": s.kind, "aliases": list(s.aliases), "wikidata": s.wikidata}
        referrals = [e for e in acts if e.event in ("state-referral", "unsc-referral")]
        row |= _dated("referred", referrals[0] if referrals else None)
        row |= {"referred_by": [by for e in referrals for by in e.by]}
        examined = next((e for e in acts if e.event in ("examination-opened", "examination-made-public")), None)
        row |= _dated("examination_opened", examined)
        row |= _dated("authorisation_requested", last_event(s, "authorisation-requested", record.as_of))
        row |= _dated("authorised", last_event(s, "authorisation-granted", record.as_of))
        row |= _dated("investigation_opened", _opened(acts))
        row |= _dated("investigation_concluded", last_event(s, "investigation-concluded", record.as_of))
        row |= _dated("examination_closed", last_event(s, "examination-closed", record.as_of))
        row |= {"status": situation_status(s, record.as_of)}
        row |= {"scopes": [msgspec.to_builtins(x) for x in s.scopes]}
        yield row | _sources(record, s)


def _opened(acts: list[Any]) -> Any:
    opened = next((e for e in acts if e.event == "investigation-opened"), None)
    return opened or next((e for e in acts if e.event == "authorisation-granted"), None)


def persons(record: Record) -> Iterable[Row]:
    """Everyone who has been before the Court or wanted by it; ``officials`` has the others."""
    for p in record.persons.values():
        if not p.history:
            continue
        by_case = cases(p, record.as_of)
        own = next(iter(by_case.values()), [])  # the dates are those of the first case; others stand beside
        issued = next((e for e in own if e.event in ("warrant-issued", "summons-issued")), None)
        requested = next((e for e in own if e.event in ("warrant-requested", "summons-requested")), None)
        row: Row = {"id": p.id, "name": p.name, "aliases": list(p.aliases), "gender": p.gender, "born": p.born}
        row |= {"nationality": ";".join(n.state.removeprefix("state:") for n in p.nationalities) or None}
        row |= {"situation": p.situation, "cases": list(p.cases), "case_name": p.case_name, "wikidata": p.wikidata}
        row |= {"charges": sorted({f"{c.crime}: {c.act}, article {c.article}" for c in p.charges})}
        row |= {"crimes": sorted({c.crime for c in p.charges})}
        row |= {"instrument": issued.event.partition("-")[0] if issued else None}
        row |= _dated("issued_on", issued)
        row |= {"public_on": (issued.public_on or issued.on) if issued else None}
        row |= _dated("requested_on", requested)
        for column, kinds in _PERSON_DATES.items():
            row |= _dated(column, _last(own, *kinds))
        row |= {"status": person_status(p, record.as_of), "sentence": sentence_words(own)}
        others = {number: [status_after(acts), sentence_words(acts)] for number, acts in list(by_case.items())[1:]}
        row |= {"other_cases": others}
        yield row | _sources(record, p)


_PERSON_DATES = {
    "arrested_on": ("arrested",),
    "surrendered_on": ("surrendered",),
    "first_appearance_on": ("first-appearance",),
    "charges_confirmed_on": ("charges-confirmed",),
    "trial_opened_on": ("trial-opened",),
    "convicted_on": ("convicted",),
    "acquitted_on": ("acquitted", "no-case-to-answer", "conviction-reversed"),
    "sentenced_on": ("sentenced",),
    "released_on": ("released",),
    "died_on": ("died", "death-reported"),
    "reparations_on": ("reparations-ordered",),
}


def sentence_words(acts: Iterable[PersonEvent]) -> str | None:
    """The sentence in force after these events, in words; ``None`` without one, or after a reversal."""
    current: Sentence | None = None
    for e in acts:
        if e.event == "conviction-reversed":
            current = None
        elif e.sentence is not None and e.event in ("sentenced", "sentence-amended", "sentence-confirmed"):
            current = e.sentence
    if current is None:
        return None
    parts = ["life imprisonment"] if current.life else []
    parts += [f"{current.years:g} years"] if current.years else []
    parts += [f"{current.months} months"] if current.months else []
    parts += [f"fine of {current.fine_euro:,} euro"] if current.fine_euro else []
    return " and ".join(parts) or None


def officials(record: Record) -> Iterable[Row]:
    for p in record.persons.values():
        for o in p.offices:
            row: Row = {"id": p.id, "name": p.name, "title": o.title, "body": o.body, "capacity": o.capacity}
            yield row | {"from": o.from_, "to": o.to} | _sources(record, o)


def charges(record: Record) -> Iterable[Row]:
    for p in record.persons.values():
        for i, c in enumerate(p.charges, 1):
            row: Row = {"id": f"{p.id}#charge-{i}", "person": p.id, "crime": c.crime, "act": c.act}
            row |= {"article": c.article, "mode": c.mode, "case": c.case, "since": c.since}
            row |= {"confirmed_on": c.confirmed_on, "outcome": c.outcome, "outcome_on": c.outcome_on}
            yield row | _sources(record, c)


def decisions(record: Record) -> Iterable[Row]:
    for d in record.decisions.values():
        row: Row = {"id": d.id, "title": d.title, "date": d.on, "date_precision": days.precision(d.on)}
        row |= {"public_on": d.public_on or d.on, "chamber": ";".join(d.by) or None, "number": d.number}
        row |= {
            "subject": d.subject,
            "holding": d.holding,
            "details": list(d.details),
            "outcome": d.outcome,
            "situation": d.situation,
        }
        row |= {"persons": list(d.persons), "articles": list(d.articles), "concerns": list(d.concerns)}
        row |= {"overrules": list(d.overrules), "confirms": list(d.confirms)}
        yield row | _sources(record, d)


def positions(record: Record) -> Iterable[Row]:
    for p in record.positions.values():
        row: Row = {"id": p.id, "holder": p.holder, "about": p.about, "stance": p.stance, "ground": p.ground}
        yield row | {"text": p.text} | _dated("on", p) | {"until": p.until} | _sources(record, p)


def acts(record: Record) -> Iterable[Row]:
    for a in record.acts.values():
        row: Row = {"id": a.id, "kind": a.kind, "by": list(a.by), "against": list(a.against), "text": a.text}
        row |= _dated("on", a) | {"public_on": a.public_on or a.on, "ended_on": a.ended_on}
        yield row | {"answers": list(a.answers)} | _sources(record, a)


def chronicle(record: Record) -> Iterable[Row]:
    for h in record.chronicle.values():
        row: Row = {"id": h.id, "about": h.about, "by": list(h.by), "concerns": list(h.concerns), "text": h.text}
        yield row | _dated("on", h) | {"public_on": h.public_on or h.on} | _sources(record, h)


def provisions(record: Record) -> Iterable[Row]:
    for p in record.provisions.values():
        row: Row = {"id": p.id, "article": p.article, "about": p.about, "outline": p.outline, "says": list(p.says)}
        yield row | {"misread": list(p.misread), "from": p.from_, "to": p.to} | _sources(record, p)


def events(record: Record) -> Iterable[Row]:
    """Every dated event of every State, situation and person, in one table."""
    for table in ("states", "situations", "persons"):
        for entry in record.table(table).values():
            for i, e in enumerate(in_order(entry.history, record.as_of), 1):
                row: Row = {"id": f"{entry.id}#{i}", "entry": entry.id, "event": e.event} | _dated("on", e)
                row |= {"public_on": e.public_on or e.on, "by": list(e.by), "text": getattr(e, "text", None)}
                row |= {"amendment": getattr(e, "amendment", None), "decision": getattr(e, "decision", None)}
                yield row | {"standing": e.standing} | _sources(record, e)


def bodies(record: Record) -> Iterable[Row]:
    for b in record.bodies.values():
        row: Row = {"id": b.id, "name": b.name, "kind": b.kind, "aliases": list(b.aliases), "part_of": b.part_of}
        row |= {"founded": b.founded, "seat": b.seat, "facts": {f.what: f.value for f in b.facts}}
        yield row | _sources(record, b)


def places(record: Record) -> Iterable[Row]:
    for p in record.places.values():
        row: Row = {"id": p.id, "code": p.code, "name": p.name, "state": p.state, "disputed": p.disputed}
        row |= {
            "within": p.within,
            "aliases": list(p.aliases),
            "treatments": [f"{t.on}: {t.text}" for t in p.treatments],
        }
        yield row | _sources(record, p)


def crimes(record: Record) -> Iterable[Row]:
    for c in record.crimes.values():
        row: Row = {"id": c.id, "crime": c.crime, "act": c.act, "name": c.name, "elements": c.elements}
        row |= {"paragraphs": [msgspec.to_builtins(p) for p in c.paragraphs]}
        yield row | _sources(record, c)


def sources(record: Record) -> Iterable[Row]:
    for s in record.sources.values():
        row: Row = {"id": s.id, "title": s.title, "publisher": s.publisher, "url": s.url, "kind": s.kind}
        yield row | {"published": s.published, "access": s.access, "sources": [s.url], "source_ids": [s.id]}


BUILDERS: dict[str, Callable[[Record], Iterable[Row]]] = {
    "states": states,
    "declarations": declarations,
    "amendments": amendments,
    "situations": situations,
    "persons": persons,
    "officials": officials,
    "charges": charges,
    "decisions": decisions,
    "positions": positions,
    "acts-against-the-court": acts,
    "chronicle": chronicle,
    "provisions": provisions,
    "events": events,
    "bodies": bodies,
    "places": places,
    "crimes": crimes,
    "sources": sources,
}
"""Name of a published table -> what builds its rows."""


def cited(value: Any) -> Iterable[str]:
    """Ids of all sources named anywhere in an entry."""
    if isinstance(value, msgspec.Struct):
        yield from getattr(value, "sources", ())
        for name in value.__struct_fields__:
            yield from cited(getattr(value, name))
    elif isinstance(value, tuple):
        for inner in value:
            if isinstance(inner, msgspec.Struct):
                yield from cited(inner)


def _sources(record: Record, entry: msgspec.Struct) -> Row:
    ids = list(dict.fromkeys(cited(entry)))
    return {"sources": record.urls(ids), "source_ids": ids}


def _dated(column: str, event: Event | None) -> Row:
    on = event.on if event else None
    return {column: on, f"{column}_precision": days.precision(on) if on else None}


def _last(events: list[Any], *kinds: str) -> Any:
    found = [e for e in events if e.event in kinds]
    return found[-1] if found else None
