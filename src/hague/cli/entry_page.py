"""An entry of the record at a terminal: what it is, where it stands, each dated fact with its source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

import click
import msgspec

from hague.cli.output import faint, heading, wrapped
from hague.record import Record, days
from hague.record.membership import membership
from hague.record.model import (
    Charge,
    Declaration,
    Event,
    Fact,
    Person,
    Scope,
    Situation,
    State,
)
from hague.record.status import cases, in_order, person_status, situation_status, status_after


def standing(entry: msgspec.Struct, as_of: date | None) -> dict[str, Any]:
    """Where an entry stands on ``as_of``, as plain data: computed, so not part of the entry itself."""
    if isinstance(entry, State):
        found = membership(entry, as_of)
        day = as_of or date.max
        return {
            "membership": None
            if found is None
            else {
                "deposit_kind": found.deposit.event,
                "deposited": found.deposit.on,
                "since": found.since,
                "until": found.until,
                "party": found.since <= day and (found.until is None or day < found.until),
            }
        }
    if isinstance(entry, Person):
        return {
            "status": person_status(entry, as_of),
            "procedure": _standings(entry, as_of),
            "cases": {number: status_after(events) for number, events in cases(entry, as_of).items()},
        }
    if isinstance(entry, Situation):
        return {"status": situation_status(entry, as_of), "procedure": _standings(entry, as_of)}
    return {}


def _standings(entry: Person | Situation, as_of: date | None) -> dict[str, Any]:
    from hague.law.procedure import stage_of

    numbers = list(cases(entry, as_of)) if isinstance(entry, Person) else [""]
    return {number: stage_of(entry, as_of, number or None) for number in numbers}


def print_entry(entry: msgspec.Struct, record: Record, as_of: date | None) -> None:
    """Prints one entry as ``record`` (a view as of ``as_of``) has it."""
    fields = _Fields(entry)
    click.echo(click.style(fields.title, bold=True) + f"  [{fields.ident}]")
    if as_of:
        faint(f"as it could be known on {days.in_words(as_of.isoformat())}", "")
    for line in _opening(entry, as_of):
        click.echo(wrapped(line, ""))
    if isinstance(entry, State):
        _state(entry, record)
    elif isinstance(entry, Situation):
        _situation(entry, record)
    elif isinstance(entry, Person):
        _person(entry, record)
    else:
        _any(entry, record)
    if isinstance(entry, Person | Situation) and entry.history:
        _procedure(entry, as_of)
    _history(getattr(entry, "history", ()), record)
    _sources(entry, record)


class _Fields:
    def __init__(self, entry: msgspec.Struct) -> None:
        self.ident = str(getattr(entry, "id", ""))
        name = getattr(entry, "name", None) or getattr(entry, "title", None) or getattr(entry, "symbol", None)
        self.title = str(name or self.ident)


def _opening(entry: msgspec.Struct, as_of: date | None) -> list[str]:
    if isinstance(entry, State):
        return [_membership_line(entry, as_of)]
    if isinstance(entry, Person):
        lines = []
        if entry.history:
            by_case = {n: _PERSON_WORDS[status_after(own)] for n, own in cases(entry, as_of).items()}
            several = len(by_case) > 1
            lines += [f"Standing{f' in {number}' if several else ''}: {words}." for number, words in by_case.items()]
        return lines + ([entry.note] if entry.note else [])
    if isinstance(entry, Situation):
        return [f"Standing: {situation_status(entry, as_of).replace('-', ' ')}."] + ([entry.note] if entry.note else [])
    note = getattr(entry, "note", None)
    return [note] if note else []


_PERSON_WORDS = {
    "not-before-the-court": "not before the Court",
    "warrant-requested": "a warrant has been requested; no Chamber has ruled",
    "summons-requested": "a summons has been requested; no Chamber has ruled",
    "request-refused": "the request for a warrant was refused",
    "at-large": "wanted under a warrant that has not been executed; nothing has been proved",
    "arrested": "arrested; not yet before the Court",
    "in-custody": "in the Court's custody; nothing has been proved",
    "summoned": "summoned to appear; nothing has been proved",
    "charges-confirmed": "charges confirmed for trial; nothing has been proved",
    "charges-not-confirmed": "the judges declined to confirm the charges",
    "charges-withdrawn": "the charges were withdrawn",
    "on-trial": "on trial; nothing has been proved",
    "convicted": "convicted",
    "acquitted": "acquitted",
    "serving-sentence": "convicted and sentenced",
    "sentence-served": "convicted; the sentence has been served",
    "released": "released",
    "proceedings-ended": "proceedings ended without a judgment",
    "inadmissible": "the case is inadmissible before the Court",
    "dead": "dead; proceedings ended",
}


def _membership_line(state: State, as_of: date | None) -> str:
    found = membership(state, as_of)
    if found is None:
        signed = next((e for e in state.history if e.event == "signed"), None)
        if signed:
            return f"Not a Party to the Statute. Signed on {days.in_words(signed.on)}."
        return "Not a Party to the Statute."
    deposit = f"{_DEPOSIT_WORDS[found.deposit.event]} {days.in_words(found.deposit.on)}"
    since, day = days.in_words(found.since.isoformat()), as_of or date.max
    if day < found.since:
        return f"Not yet a Party: {deposit}, in force from {since}."
    if found.until is None:
        return f"Party since {since} ({deposit})."
    until = days.in_words(found.until.isoformat())
    if day >= found.until:
        last = days.in_words((found.until - timedelta(days=1)).isoformat())
        return f"No longer a Party: bound from {since} to {last} ({deposit}; withdrawal effective {until})."
    return f"Party since {since} ({deposit}); its withdrawal takes effect on {until}."


_DEPOSIT_WORDS = {
    "ratified": "ratification deposited",
    "acceded": "accession deposited",
    "accepted": "acceptance deposited",
    "approved": "approval deposited",
    "succeeded": "succession notified",
}


def _state(state: State, record: Record) -> None:
    declarations = [d for d in record.declarations.values() if d.state == state.id]
    if declarations:
        heading("Declarations")
        for declared in sorted(declarations, key=lambda d: d.on):
            _declaration(declared)
    situations = [s for s in record.situations.values() if state.id in s.states]
    if situations:
        heading("Situations")
        for s in situations:
            click.echo(f"  {s.id}: {situation_status(s, record.as_of).replace('-', ' ')}")
    _positions([p for p in record.positions.values() if p.holder == state.id])


def _declaration(declared: Declaration) -> None:
    kind = f"article {declared.kind}" if declared.kind[0].isdigit() else declared.kind
    text = f"{days.in_words(declared.on)}: {kind}. {declared.text}"
    if declared.scope:
        text += f" Scope: {_scope_words(declared.scope)}."
    if declared.withdrawn_on:
        text += f" Withdrawn on {days.in_words(declared.withdrawn_on)}."
    if not declared.valid:
        text += f" Without effect: {declared.why_invalid or 'no authority to bind the State'}."
    click.echo(wrapped(text, "    ", "  "))
    faint(" ".join(declared.sources), "    ")


def _scope_words(scope: Scope) -> str:
    parts = []
    if scope.from_ or scope.to:
        start = days.in_words(scope.from_) if scope.from_ else "the beginning"
        parts.append(f"{start} to {days.in_words(scope.to)}" if scope.to else f"from {start} on")
    if scope.places:
        parts.append("on the territory of " + ", ".join(scope.places))
    if scope.or_nationals_of:
        parts.append("or by nationals of " + ", ".join(r.removeprefix("state:") for r in scope.or_nationals_of))
    if scope.only_nationals_of:
        parts.append("only nationals of " + ", ".join(r.removeprefix("state:") for r in scope.only_nationals_of))
    if scope.vessels_of:
        parts.append("on vessels of " + ", ".join(r.removeprefix("state:") for r in scope.vessels_of))
    if scope.crimes:
        parts.append("crimes: " + ", ".join(scope.crimes))
    if scope.subject:
        parts.append(scope.subject)
    return "; ".join(parts) or "no limit stated"


def _situation(situation: Situation, record: Record) -> None:
    facts = [situation.number, situation.trigger and f"trigger: {situation.trigger}", ", ".join(situation.states)]
    click.echo("  " + " · ".join(f for f in facts if f))
    if situation.scopes:
        heading("Scope")
        for scope in situation.scopes:
            click.echo(wrapped(f"{_scope_words(scope)} (known {days.in_words(scope.known_on)})", "    ", "  "))
    persons = [p for p in record.persons.values() if p.situation == situation.id and p.history]
    if persons:
        heading("Persons")
        for p in persons:
            click.echo(f"  {p.name} [{p.id}]: {_PERSON_WORDS[person_status(p, record.as_of)]}")
    rulings = [d for d in record.decisions.values() if d.situation == situation.id]
    if rulings:
        heading("Decisions")
        for d in sorted(rulings, key=lambda d: d.on):
            click.echo(wrapped(f"{days.in_words(d.on)}: {d.title}. {d.holding} [{d.id}]", "    ", "  "))
    _positions([p for p in record.positions.values() if p.about == situation.id])


def _procedure(entry: Person | Situation, as_of: date | None) -> None:
    """Where the matter stands by the Statute, what may come next, and who decides."""
    from hague.law.procedure import stage_of

    numbers = list(cases(entry, as_of)) if isinstance(entry, Person) else [None]
    heading("Procedure")
    for number in numbers:
        stands = stage_of(entry, as_of, number)
        since = f", since {days.in_words(stands.since)}" if stands.since else ""
        article = f" (article {stands.article})" if stands.article else ""
        where = f"{number}: " if number and len(numbers) > 1 else ""
        click.echo(wrapped(f"{where}{stands.meaning}{article}{since}", "    ", "  "))
        for step in [s for s in stands.next if s.after is not None][:5]:
            click.echo(wrapped(f"{step.sentence} (article {step.article}; {step.by})", "        ", "      → "))


def _positions(positions: Iterable[Any]) -> None:
    listed = sorted(positions, key=lambda p: p.on)
    if listed:
        heading("Positions")
        for p in listed:
            stance = p.stance.replace("-", " ")
            click.echo(wrapped(f"{days.in_words(p.on)}: {p.holder} {stance} ({p.about}). {p.text}", "    ", "  "))


def _person(person: Person, record: Record) -> None:
    facts = [
        "national of " + ", ".join(n.state.removeprefix("state:") for n in person.nationalities)
        if person.nationalities
        else None,
        f"born {days.in_words(person.born)}" if person.born else None,
        person.situation,
        ", ".join(person.cases) or None,
    ]
    if any(facts):
        click.echo("  " + " · ".join(f for f in facts if f))
    if person.offices:
        heading("Offices")
        for office in person.offices:
            start = days.in_words(office.from_) if office.from_ else "?"
            end = days.in_words(office.to) if office.to else ""
            click.echo(wrapped(f"{office.title} ({start} – {end})", "    ", "  "))
    if person.charges:
        heading("Charges" if _convicted(person.charges) else "Charges (allegations unless an outcome is named)")
        for charge in person.charges:
            outcome = f": {charge.outcome}" if charge.outcome else ""
            if charge.outcome and charge.outcome_on:
                outcome += f" {days.in_words(charge.outcome_on)}"
            mode = f", {charge.mode}" if charge.mode else ""
            crime, act = charge.crime.replace("-", " "), charge.act.replace("-", " ")
            click.echo(wrapped(f"{crime}: {act}, article {charge.article}{mode}{outcome}", "    ", "  "))
    _positions([p for p in record.positions.values() if p.about == person.id])


def _convicted(charges: Iterable[Charge]) -> bool:
    return any(c.outcome == "convicted" for c in charges)


_SHOWN_ELSEWHERE = {"id", "name", "title", "note", "history", "sources", "also", "standing", "symbol"}


def _any(entry: msgspec.Struct, record: Record) -> None:
    for key, value in msgspec.to_builtins(entry).items():
        if key in _SHOWN_ELSEWHERE or value in (None, [], {}):
            continue
        click.echo(wrapped(f"{key.replace('_', ' ')}: {_plain(value)}", "    ", "  "))


def _plain(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{k} {_plain(v)}" for k, v in value.items() if k != "sources")
    if isinstance(value, list | tuple):
        return "; ".join(_plain(v) for v in value)
    return str(value)


def _history(events: Iterable[Event], record: Record) -> None:
    listed = in_order(events)
    if not listed:
        return
    heading("History")
    for e in listed:
        kind = str(getattr(e, "event", "")).replace("-", " ")
        extras = [
            f"by {', '.join(e.by)}" if e.by else "",
            str(getattr(e, "amendment", None) or ""),
            str(getattr(e, "notification", None) or ""),
            f"public {days.in_words(e.public_on)}" if e.public_on and e.public_on != e.on else "",
        ]
        text = f"{days.in_words(e.on)}: {kind}" + "".join(f", {x}" for x in extras if x)
        detail = getattr(e, "text", None)
        text += f". {detail}" if detail else ""
        text += " (reported by one source)" if e.standing == "reported" else ""
        click.echo(wrapped(text, "    ", "  "))
        faint(" ".join(e.sources), "    ")
        _variants(e)


def _variants(fact: Fact) -> None:
    for other in fact.also:
        click.echo(wrapped(f"Another source says {other.says} ({' '.join(other.sources)}). {other.why_not}", "    "))


def _sources(entry: msgspec.Struct, record: Record) -> None:
    names = sorted(set(_cited(msgspec.to_builtins(entry))))
    if names:
        heading("Sources")
    for name in names:
        source = record.sources.get(name)
        if source:
            click.echo(wrapped(f"{name}: {source.title}, {source.publisher}. {source.url}", "    ", "  "))


def _cited(value: Any) -> Iterable[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "sources":
                yield from inner
            else:
                yield from _cited(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _cited(inner)
