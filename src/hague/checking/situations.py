"""Who decides claims about referrals, examinations and investigations: the history of the situation."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from hague.checking import when
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record import days
from hague.record.model import Situation, SituationEvent
from hague.record.status import in_office

_NAMED = ("situation", "place", "people", "state", "capital")


def situations(q: Question) -> list[Situation]:
    """The situations that the clause speaks of, by name, place, adjective or State; those meant by a pronoun last."""
    table = q.record.situations
    found = [table[e] for e in q.named("situation") if e in table]
    q.ignore(*_NAMED)
    if found:
        return _with_twins(q, found)
    states: list[str] = []
    for place in q.named("place"):
        entry = q.record.places.get(place)
        if entry is not None and entry.state:
            states.append(entry.state)
    objects = [
        s
        for slot in ("in", "into", "of", "on", "over", "obj", "from", "for", "against", "to", "about")
        for s in q.named("state", slot)
    ]
    states += objects or q.named("state")
    states += q.named("people")
    if not states and q.topic("situation") is None:
        states += q.entities("people")
    if not states:
        topic = q.topic("situation")
        if topic is not None and topic in table and not any(a.value == "pronoun" for a in q.args("state")):
            return _with_twins(q, [table[topic]])
        context = [table[e] for e in q.entities("situation") if e in table]
        if context and not q.entities("state"):
            return _with_twins(q, context)
        states = q.entities("state")
    for state in dict.fromkeys(states):
        for s in q.situations_of(state):
            if s.states[0] == state or state not in ("state:USA", "state:GBR", "state:ISR"):
                found.append(s)
    topic = q.topic("situation")
    if not found and topic is not None and topic in table and not q.named("state") and not q.named("place"):
        return _with_twins(q, [table[topic]])  # "it" is a State whose nationals figure in another's situation
    return list(dict.fromkeys(found))


def _with_twins(q: Question, found: list[Situation]) -> list[Situation]:
    """A country may have two situations (Mali's is one, the Central African Republic has two)."""
    out = list(found)
    for s in found:
        for state in s.states[:1]:
            out += [t for t in q.situations_of(state) if t not in out]
    return out


def _events(q: Question, listed: list[Situation], *kinds: str) -> list[tuple[Situation, SituationEvent]]:
    return [(s, e) for s in listed for e in s.history if e.event in kinds and q.known(e)]


def _finding(
    q: Question, events: list[tuple[Situation, SituationEvent]], what: str, articles: tuple[str, ...] = ()
) -> Finding:
    """Whether one of the events fits the dates of the clause; else what is right."""
    asked = q.named("chamber")
    if asked:
        by_it = [(s, e) for s, e in events if set(asked) & set(e.by)]
        others = sorted({b for _, e in events for b in e.by if b.startswith("chamber:")})
        if not by_it and others:
            by_it = [x for x in _events(q, [s for s, _ in events], "decision-maintained") if set(asked) & set(x[1].by)]
        if not by_it and others:
            right = f"It was {_bodies(q, others)} that did so, on {q.words(events[0][1].on)}."
            return Finding(False, right, right, events[0][1].sources, (events[0][0].id,), articles)
        events = by_it or events
    other = _other_prosecutor(q, events)
    if other is not None:
        right = f"{_what(what, events[0][0])} on {q.words(events[0][1].on)}; the Prosecutor then was {other}."
        return Finding(False, right, right, events[0][1].sources, (events[0][0].id,), articles)
    fits = [q.fits(*_days(e)) for _, e in events]
    holds = when.some(fits)
    shown = events[fits.index(holds)] if holds in fits else events[0]
    if holds is not True and q.fits(*(d for _, e in events for d in _days(e))):
        holds = True
    if holds is False and len(q.dates()) > 1 and _other_step(q, events):
        holds = None  # one of the days is that of another step
    right = f"{_what(what, shown[0])} on {q.words(shown[1].on)}."
    if holds is False and len(events) > 1:
        right = f"{_what(what, shown[0])} on " + " and ".join(q.words(e.on) for _, e in events[:3]) + "."
    return Finding(holds, right, right, shown[1].sources, (shown[0].id,), articles)


_OF_THE_PROSECUTOR = frozenset(
    (
        "authorisation-requested",
        "investigation-opened",
        "examination-opened",
        "examination-made-public",
        "examination-reopened",
        "examination-closed",
        "not-to-investigate",
        "investigation-concluded",
    )
)
"""Steps that only the Prosecutor of the day takes."""


def _other_prosecutor(q: Question, events: list[tuple[Situation, SituationEvent]]) -> str | None:
    """Who was Prosecutor at all the steps, where the clause names another who has been or will be."""
    if not events or any(e.event not in _OF_THE_PROSECUTOR for _, e in events):
        return None
    said = {a.entity for a in q.args("person", "subj", "by") if a.entity and a.value != "context"}
    terms = {
        p.id: held for p in q.record.persons.values() if (held := [o for o in p.offices if o.capacity == "prosecutor"])
    }
    if len(said) != 1 or not said <= set(terms):
        return None
    asked = said.pop()
    leaders: set[str] = set()
    for _, e in events:
        at = (days.first(e.on), days.last(e.on))
        if asked is None or any(in_office(o, *at) for o in terms[asked]):
            return None
        leaders |= {p for p, held in terms.items() if any(in_office(o, *at) for o in held)}
    return q.record.persons[leaders.pop()].name if len(leaders) == 1 else None


def _other_step(q: Question, events: list[tuple[Situation, SituationEvent]]) -> bool:
    """Whether each day of the clause is one of some step of the situation, and one of them is that of ``events``."""
    spans = [span for _, span in q.dates()]
    every = [e.on for s, _ in events for e in s.history if q.known(e)]
    return any(when.agrees(e.on, "on", span) for _, e in events for span in spans) and all(
        any(when.agrees(d, "on", span) for d in every) for span in spans
    )


def _days(e: SituationEvent) -> tuple[str, ...]:
    return (e.on, e.public_on) if e.public_on else (e.on,)


def _what(what: str, s: Situation) -> str:
    return what.format(name=s.name)


def _bodies(q: Question, ids: list[str]) -> str:
    return " and ".join(q.record.bodies[i].name if i in q.record.bodies else i for i in ids)


def _no_court_subject(q: Question) -> bool:
    """Whether a State, not the Court, acts: then it is another investigation."""
    return bool(
        q.named("state", "subj") and not q.has("court") and not q.cue("prosecutors", "judges") and not q.has("otp")
    ) or q.cue("other-court")


def open_investigation(q: Question) -> Finding | None:
    """On "The prosecutor opened an investigation in 2013"."""
    if _no_court_subject(q) and q.prop.roles.get("cue.investigation") is None:
        return None
    q.ignore("court", "otp", "org", "person", "treaty", "act", "city")
    region = next((test for name, test in REGIONS.items() if q.cue(name)), None)
    if region is not None and not q.named("state") and not q.named("situation"):
        return _any_opened(q, region)
    listed = situations(q)
    if not listed:
        return None
    events = _events(q, listed, "investigation-opened")
    granted = _events(q, listed, "authorisation-granted", "reconsideration-ordered")
    if not events:
        if any(s.kind == "investigation" for s in listed) and granted:
            events = granted
        else:
            s = listed[0]
            if q.cue("may-do"):
                return None  # "before an inquiry can start"
            right = f"No investigation into {_plain(s)} had been opened by {q.now}."
            examined = _events(q, [s], "examination-opened", "examination-made-public")
            if examined:
                right += f" There was a preliminary examination from {q.words(examined[0][1].on)}."
            return Finding(False, right, right, s.sources, (s.id,), ("15", "53"))
    if q.cue("refer"):
        by = [e.by for s, e in _events(q, listed, "state-referral")]
        for n in {len({b for each in by[: i + 1] for b in each}) for i in range(len(by))} | {len(b) for b in by}:
            for unit in ("member", "state"):
                q.counts(unit, n)
    found = _finding(q, events, "The Prosecutor opened the investigation into {name}", ("53",))
    if found.holds is False and granted:
        again = _finding(q, granted, "The judges authorised the investigation into {name}", ("15",))
        if again.holds is not False:
            return again
    return found


STARTED = ("investigation-opened", "authorisation-granted")
Step = tuple[Situation, SituationEvent]


def first_steps(q: Question, *kinds: str) -> list[Step]:
    """The first step of such a kind in each situation."""
    return [(s, e) for s in q.record.situations.values() for _, e in _events(q, [s], *kinds)[:1]]


def opened_in(q: Question, region: Callable[[str | None], bool]) -> list[Step]:
    """The situations of a region with an investigation, each with the step that opened or authorised it."""
    home = {s.id: q.record.states.get(s.states[0]) for s in q.record.situations.values() if s.states}
    opened = first_steps(q, *STARTED)
    return [(s, e) for s, e in opened if (state := home.get(s.id)) and region(state.regional_group)]


def _any_opened(q: Question, region: Callable[[str | None], bool]) -> Finding | None:
    """On "never opened an investigation outside Africa"."""
    q.ignore("ordinal", "quantified")
    if q.dates() or q.has("superlative"):
        return None
    examined: list[Situation] = []
    for s in sorted(q.record.situations.values(), key=lambda s: s.id):
        state = q.record.states.get(s.states[0]) if s.states else None
        events = _events(q, [s], "investigation-opened", "authorisation-granted")
        if events and state is not None and region(state.regional_group):
            right = f"The investigation into {_plain(s)} was opened on {q.words(events[0][1].on)}."
            return Finding(True, right, right, events[0][1].sources, (s.id,), ("53",))
        if state is not None and region(state.regional_group):
            examined.append(s)
    if not examined:
        return None
    right = f"No investigation there had been opened by {q.now}."
    return Finding(False, right, right, examined[0].sources, tuple(s.id for s in examined[:3]), ("53",))


def all_in_region(q: Question) -> Finding | None:
    """On "All of the court's investigations are in Africa"."""
    q.ignore("court", "otp", "quantified", "number")
    if q.dates() or q.named("state") or q.named("situation"):
        return None
    elsewhere = _any_opened(q, REGIONS["outside-africa"])
    if elsewhere is None:
        return None
    return Finding(not elsewhere.holds, elsewhere.why, elsewhere.right, elsewhere.facts, elsewhere.entities, ("53",))


def _plain(s: Situation) -> str:
    return s.name[0].lower() + s.name[1:] if s.name.startswith("Situation") else s.name


def open_examination(q: Question) -> Finding | None:
    q.ignore("court", "otp", "org", "person", "treaty", "act")
    listed = situations(q)
    events = _events(q, listed, "examination-opened", "examination-made-public", "examination-reopened")
    if not events:
        return None
    if q.cue("investigation") and "full" in (q.word("investigation") or "") and not _events(q, listed, *STARTED):
        return None  # "from a preliminary examination straight to a full investigation"
    q.stateful = q.word("open") in ("open", "under way", "underway")
    found = _finding(q, events, "A preliminary examination of {name} began", ("15",))
    ends = _events(q, listed, "examination-closed") if q.cue("close") and found.holds is not True else []
    asked = [i for _, i in q.dates()]
    begun = [i for i in asked if any(when.agrees(e.on, "on", i) for _, e in events)]
    ended = [i for i in asked if any(when.agrees(e.on, "on", i) for _, e in ends)]
    if begun and ended and len(asked) == 2 and not q.prop.negated:  # "closed on Thursday what had begun in 2004"
        s, e = ends[-1]
        why = f"{found.right} It was closed on {q.words(e.on)}."
        return Finding(True, why, None, e.sources, (s.id,), ("15",))
    return found


def _one_kind(
    kinds: tuple[str, ...], what: str, articles: tuple[str, ...], *, complete: bool = False
) -> Callable[[Question], Finding | None]:
    def decide(q: Question) -> Finding | None:
        if _no_court_subject(q):
            return None
        q.ignore("court", "otp", "org", "person", "treaty", "act", "city")
        listed = situations(q)
        events = _events(q, listed, *kinds)
        if not events:
            if complete and listed and not q.prop.negated:
                s = listed[0]
                right = f"No such step is on record for {_plain(s)} by {q.now}."
                return Finding(False, right, right, s.sources, (s.id,), articles)
            if complete and listed and q.prop.negated:
                s = listed[0]
                right = f"No such step is on record for {_plain(s)} by {q.now}."
                return Finding(False, right, right, s.sources, (s.id,), articles)
            return None
        return _finding(q, events, what, articles)

    return decide


_close_examination = _one_kind(
    ("examination-closed", "not-to-investigate"), "The preliminary examination of {name} ended", ("15",)
)
_complete_examination = _one_kind(
    ("examination-phase",), "The preliminary examination of {name} was completed", ("15",)
)
_COMPLETED = ("completed", "concluded", "complete", "criteria")


def close_examination(q: Question) -> Finding | None:
    """On "Khan closed the file on Colombia after 17 years"; completed with a view to an investigation counts too."""
    found = _close_examination(q)
    if found is None and not q.prop.negated:
        phases = [e for _, e in _events(q, situations(q), "examination-phase")]
        if any(w in (e.text or "") for e in phases[-1:] for w in _COMPLETED):
            found = _complete_examination(q)
            if found is not None and found.holds is not True:
                return None
    again = [int(float(a.value)) for a in q.args("ordinal") if a.value] if q.cue("first-time") else []
    if again and found is not None and found.holds:
        closed = {e.on for _, e in _events(q, situations(q), "examination-closed", "not-to-investigate")}
        if len(closed) != again[0]:
            times = f"It was closed on {' and '.join(q.words(on) for on in sorted(closed))}."
            return replace(found, holds=None if q.guessed else False, why=times, right=times)
    if found is not None and found.holds and q.has("number", "year"):
        years = [_years(q, q.record.situations[e], examined=True) for e in found.entities if e in q.record.situations]
        said = next(
            float((a.value or "0").rpartition(" ")[2]) for n, a in q.prop.roles.items() if n.startswith("number.year")
        )
        if any(y is not None and abs(y - said) <= 1 for y in years):
            q.number("year")
    return found


_close = _one_kind(("investigation-concluded",), "The investigation phase of {name} ended", ("53",), complete=True)


def close_investigation(q: Question) -> Finding | None:
    """On "The court dropped its inquiry": of an examination, if it never was more."""
    listed = situations(q)
    if q.cue("file-word") and not q.cue("investigation", "investigate"):
        q.guessed = True  # a file may be many things
    if listed and all(s.kind == "preliminary-examination" for s in listed):
        return close_examination(q)
    return _close(q)


def refuse_elliptic(q: Question) -> Finding | None:
    """On "Pre-Trial Chamber II had refused in April 2019", of the investigation that the report speaks of."""
    q.guessed = True
    return refuse(q)


def authorise_elliptic(q: Question) -> Finding | None:
    """On "Leave was given on Thursday by Pre-Trial Chamber III", of the investigation that the report speaks of."""
    if q.topic("situation") is None and not q.named("situation") and not q.named("state"):
        q.guessed = True
    return authorise(q)


def deferral_asked(q: Question) -> Finding | None:
    """On "Kabul asked to handle the matter itself": a State's request under article 18."""
    asking = {*q.entities("state"), *q.entities("capital")}
    events = [
        (s, e)
        for s in q.record.situations.values()
        for e in s.history
        if e.event == "deferral-requested" and q.known(e) and asking & set(e.by)
    ]
    q.ignore("state", "capital", "court", "otp", "person", "people", "org")
    if not events or q.prop.negated:
        return None
    cited = {(a.value or "").split("(")[0] for a in q.args("article")}
    if cited and cited <= {"16", "17", "19", "98"}:
        s, e = events[-1]
        right = f"A State's request to defer to its own investigation rests on article 18 ({s.name}, {q.words(e.on)})."
        return Finding(False, right, right, e.sources, (s.id,), ("18",))
    return _finding(q, events, "A deferral was asked for in {name}", ("18",))


def _narrow(q: Question) -> list[Situation]:
    """Situations of the clause that are limited to a part of a State."""
    return [
        s
        for s in situations(q)
        if s.kind == "investigation"
        and s.scopes
        and all(x.places and all("-" in p for p in x.places) for x in s.scopes)
    ]


def limited_in_place(q: Question) -> Finding | None:
    """On "its mandate is limited to Darfur": a situation that is of a part of a State only."""
    q.ignore("court", "otp", "treaty", "org", "time", "quantified")
    narrow = _narrow(q)
    places = {p.removeprefix("place:") for p in q.named("place") if p}
    if not narrow:
        wide = [s for s in situations(q) if s.kind == "investigation" and s.scopes]
        whole = {p for s in wide for x in s.scopes for p in x.places}
        homes = {(q.record.places[f"place:{p}"].state or "").removeprefix("state:") for p in places}
        if len(wide) != 1 or not places or not homes <= whole:
            return None
        right = f"{wide[0].name} is not limited to a part of the country."
        return Finding(False, right, right, wide[0].scopes[0].sources, (wide[0].id,), ("13",))
    s = narrow[0]
    right = f"{s.name} is limited in place; it does not reach the whole country."
    if places and any("-" in p for p in places) and not places & {p for x in s.scopes for p in x.places}:
        return None
    return Finding(True, right, right, s.scopes[0].sources, (s.id,), ("13",))


def not_limited_in_place(q: Question) -> Finding | None:
    """On "it can investigate anywhere in Sudan"."""
    found = limited_in_place(q)
    if found is None:
        return None
    return replace(found, holds=False, general=True)


suspend = _one_kind(("investigation-suspended", "deferral-requested"), "A deferral was at stake in {name}", ("18",))
resume = _one_kind(
    ("investigation-resumed", "authorisation-granted", "examination-reopened"), "Work on {name} resumed", ("18",)
)
_authorise = _one_kind(
    ("authorisation-granted", "authorisation-amended", "investigation-resumed"),
    "The judges authorised the investigation into {name}",
    ("15",),
)


def authorise(q: Question) -> Finding | None:
    """On "Judges authorised the investigation": never where there was none."""
    listed = situations(q)
    found = _authorise(q)
    if found is None and listed and all(s.kind == "preliminary-examination" for s in listed):
        right = f"No investigation into {_plain(listed[0])} had been authorised by {q.now}."
        return Finding(False, right, right, listed[0].sources, (listed[0].id,), ("15",))
    asked = (*STARTED, "authorisation-requested")
    if found is None and listed and q.past() and q.dates() and not _events(q, listed, *asked):
        examined = _events(q, listed, "examination-opened", "examination-made-public")
        if examined and q.fits(*(e.on for _, e in examined)):
            s, e = examined[0]
            right = f"What was opened on {q.words(e.on)} was a preliminary examination of {_plain(s)}."
            return Finding(False, right, right, e.sources, (s.id,), ("15",))
    if found is None and listed and all((s.trigger or "").endswith("-referral") for s in listed):
        right = f"{listed[0].name} was referred, so that no leave of the judges was needed."
        return Finding(False, right, right, listed[0].sources, (listed[0].id,), ("13", "15"))
    return found


challenge_rejected = _one_kind(
    ("decision-maintained",), "The Appeals Chamber left the decision on {name} as it was", ("18",)
)
reconsideration = _one_kind(
    ("review-requested", "reconsideration-ordered"), "The judges asked the Prosecutor to think again on {name}", ("53",)
)


def lasted(q: Question) -> Finding | None:
    """On "The examination had lasted ten years": from its opening to its end, or to the day of the report."""
    q.ignore("court", "otp", "org", "person", "ordinal", "time")
    number = q.number("year")
    listed = situations(q)
    if q.cue("drag-on") and not q.cue("examination", "investigation"):
        q.guessed = True  # "it" may be a war
    if number is None or q.prop.negated:
        return None
    spans = [_years(q, s, examined=not q.cue("investigation")) for s in listed]
    found = [(s, y) for s, y in zip(listed, spans, strict=True) if y is not None]
    if not found:
        return None
    s, years = min(found, key=lambda x: abs(x[1] - number[1]))
    right = f"{s.name}: about {years:.1f} years by {q.now}."
    near = abs(years - number[1]) <= 1 or (number[0] == "at-least" and years >= number[1])
    near = near or (number[0] == "at-most" and years <= number[1])
    holds = True if near else (None if abs(years - number[1]) <= 2 else False)
    return Finding(holds, right, right, s.sources, (s.id,), ("15",))


def _years(q: Question, s: Situation, *, examined: bool) -> float | None:
    """How long a situation has been looked into, in years."""
    began = ("examination-opened", "examination-made-public") if examined else ("investigation-opened",)
    ended = (
        ("examination-closed", "not-to-investigate", "investigation-opened", "authorisation-granted")
        if examined
        else ("investigation-concluded",)
    )
    first = [e.on for _, e in _events(q, [s], *began)]
    last = [e.on for _, e in _events(q, [s], *ended)]
    if not first:
        return None
    until = days.first(last[-1]) if last else q.day()
    return (until - days.first(first[0])).days / 365.25


refuse = _one_kind(
    ("authorisation-refused", "not-to-investigate"), "The investigation of {name} was refused", ("15", "53")
)
_request = _one_kind(("authorisation-requested",), "The Prosecutor asked to open an investigation into {name}", ("15",))


def request(q: Question) -> Finding | None:
    """On "Bensouda had asked for permission in November 2017": who asks must be a Prosecutor."""
    if not q.cue("investigation", "investigate") and not q.has("otp") and not q.cue("prosecutors"):
        q.guessed = True
        if not any(o.capacity == "prosecutor" for p in q.persons("subj", "by") for o in p.offices):
            return None
    return _request(q)


def _open_on(q: Question, s: Situation) -> bool | None:
    opened = _events(q, [s], "investigation-opened", "authorisation-granted")
    ended = _events(q, [s], "investigation-concluded")
    return bool(opened) and not ended


def under_investigation(q: Question) -> Finding | None:
    """On "Only Mali is under investigation", "the court is investigating crimes in Ukraine"."""
    if _no_court_subject(q) and not (q.cue("under-investigation") and "under" in (q.word("under-investigation") or "")):
        return None
    if q.cue("may-do") and q.cue("deed", "committed"):
        return None  # "Crimes committed while it was a member can still be investigated"
    if q.has("person") and q.named("person") and not q.has("state") and not q.has("place") and not q.has("situation"):
        return None
    only = q.cue("only")
    q.ignore("court", "otp", "org", "treaty", "act", "quantified", "person")
    q.dates("since")
    listed = situations(q)
    if not listed:
        return None
    states_named = q.named("state")
    if q.dates("on"):
        return None
    opened = [s for s in listed if _open_on(q, s)]
    if opened:
        s = opened[0]
        event = _events(q, [s], "investigation-opened", "authorisation-granted")[0][1]
        right = f"The investigation into {_plain(s)} was opened on {q.words(event.on)}."
        holds: bool | None = True
        since = q.dates("since")
        if since:
            fits = [
                when.agrees(e.on, "on", since[0][1])
                for _, e in _events(q, opened, "investigation-opened", "authorisation-granted")
            ]
            scopes = [when.agrees(x.from_, "on", since[0][1]) for x in s.scopes if x.from_]
            holds = True if True in fits or True in scopes else None
        if only and len(states_named) > 1:
            holds = None
        meant = q.states("subj")
        if not only and len(meant) > 1 and not q.prop.negated:  # "All three are under investigation"
            apart = [x for x in meant if not any(x.id in y.states for y in opened)]
            if apart:
                right = f"{right} No investigation into a situation in {apart[0].name} was open on {q.now}."
                return Finding(False, right, right, event.sources, (s.id, apart[0].id), ("53",))
        return Finding(holds, right, right, event.sources, (s.id,), ("53",))
    s = listed[0]
    if (
        any(
            x.kind == "preliminary-examination" and not _events(q, [x], "examination-closed", "not-to-investigate")
            for x in listed
        )
        or only
    ):
        return None
    right = f"No investigation into {_plain(s)} was open on {q.now}."
    return Finding(False, right, right, s.sources, (s.id,), ("53",))


def looked_at_since(q: Question) -> Finding | None:
    """On "Colombia had been on the prosecutor's desk since 2004": from the first step of the Court on."""
    q.ignore("court", "otp", "org", "person", "treaty", "act")
    events = _events(
        q, situations(q), "examination-opened", "examination-made-public", "state-referral", "unsc-referral",
        "investigation-opened", "article-12-3-declaration", "authorisation-requested",
    )  # fmt: skip
    if not events or q.prop.negated or not q.dates("since", "on"):
        return None
    q.stateful = True
    return _finding(q, events, "{name} came before the Prosecutor", ("15",))


def under_examination(q: Question) -> Finding | None:
    q.ignore("court", "otp", "org", "person", "treaty", "act")
    listed = situations(q)
    events = _events(q, listed, "examination-opened", "examination-made-public", "examination-reopened")
    if not events or q.dates():
        return None
    s = events[-1][0]
    later = _events(q, [s], "examination-closed", "investigation-opened", "not-to-investigate", "authorisation-granted")
    if later and days.first(later[-1][1].on) >= days.first(events[-1][1].on):
        if len(listed) > 1 or q.prop.tense != "present":
            return None
        right = f"The preliminary examination of {_plain(s)} ended on {q.words(later[-1][1].on)}."
        return Finding(False, right, right, later[-1][1].sources, (s.id,), ("15",))
    right = f"A preliminary examination of {_plain(s)} has been open since {q.words(events[-1][1].on)}."
    return Finding(True, right, right, events[-1][1].sources, (s.id,), ("15",))


def covers(q: Question) -> Finding | None:
    """On "The investigation covers crimes since 13 June 2014"."""
    q.ignore("court", "otp", "org", "treaty", "act", "person")
    if q.cue("crimes-ran") and any(name.startswith("person.") for name in q.prop.roles):
        return None  # the period of the charges, not of the inquiry
    listed = [s for s in situations(q) if s.kind == "investigation" or q.cue("scope-looks")]
    if not listed:
        return None
    named = q.dates(
        "on",
        "since",
        "until",
        "by",
        "conduct",
        "conduct-since",
        "conduct-until",
        "perhaps",
        "perhaps-since",
        "perhaps-until",
    )
    dates = [(r.rpartition("-")[2].replace("conduct", "on").replace("perhaps", "on"), i) for r, i in named]
    steps = _events(q, listed, "examination-opened", "examination-made-public", "investigation-opened")
    if q.prop.tense != "present" and any(when.agrees(e.on, "on", i) for _, e in steps for _, i in dates):
        return None  # "It began in January 2013": the inquiry, not the crimes
    if q.cue("reach-no-further"):  # "open since March, reaches back no further than October"
        dates = [("since", i) for r, i in dates if r == "on"]
    if len(dates) == 1 and dates[0][0] == "on" and (q.cue("scope-begins") != q.cue("scope-ends")):
        dates = [("since" if q.cue("scope-begins") else "until", dates[0][1])]
    if not dates:
        return None
    scopes = [(s, x) for s in listed for x in s.scopes if q.today is None or days.first(x.known_on) <= q.today]
    if not scopes:
        return None
    for s, scope in scopes:
        right = (
            f"{s.name} covers conduct"
            + (f" from {q.words(scope.from_)}" if scope.from_ else "")
            + (f" to {q.words(scope.to)}" if scope.to else "")
            + "."
        )
        fits = []
        for relation, asked in dates:
            if relation == "since" and scope.from_:
                fits.append(when.agrees(scope.from_, "on", asked))
            elif relation in ("until", "by") and scope.to:
                fits.append(when.agrees(scope.to, "on", asked))
            elif scope.from_ and relation == "on":
                inside = asked[1] >= days.first(scope.from_) and (scope.to is None or asked[0] <= days.last(scope.to))
                fits.append(bool(inside))
            else:
                fits.append(None)
        if False not in fits:
            return _scope_finding(q, None if None in fits else True, right, scope.sources, s)
    s, scope = scopes[0]
    right = (
        f"{s.name} covers conduct"
        + (f" from {q.words(scope.from_)}" if scope.from_ else "")
        + (f" to {q.words(scope.to)}" if scope.to else "")
        + "."
    )
    far = [
        x.from_ is not None and abs((days.first(x.from_) - asked[0]).days) > 180
        for _, x in scopes
        for r, asked in dates
        if r == "since"
    ]
    if any(r == "on" for r, _ in dates) or (len(scopes) > 1 and not (len(far) == len(scopes) and all(far))):
        return Finding(None, right)
    return _scope_finding(q, False, right, scope.sources, s)


def _scope_finding(q: Question, holds: bool | None, right: str, sources: tuple[str, ...], s: Situation) -> Finding:
    if q.cue("reach-no-further") and q.prop.negated and holds is not None:
        holds = not holds  # "no further" denies nothing
    return Finding(holds, right, right, sources, (s.id,))


REGIONS: dict[str, Callable[[str | None], bool]] = {
    "outside-africa": lambda g: g != "african",
    "in-latin-america": lambda g: g == "grulac",
    "in-asia": lambda g: g == "asia-pacific",
    "in-europe": lambda g: g == "eastern-european",
}


def request_resumption(q: Question) -> Finding | None:
    """On "Khan asked the judges on Monday to let the inquiry resume": a request, told of by its text."""
    q.ignore("court", "otp", "org", "person", "treaty", "act", "city", "chamber")
    asked = [
        (s, e)
        for s, e in _events(q, situations(q), "other", "authorisation-requested")
        if any(w in (e.text or "") for w in ("resume", "resumption"))
    ]
    if not asked or q.prop.negated:
        return None
    return _finding(q, asked, "The Prosecutor asked to resume the investigation of {name}", ("18",))
