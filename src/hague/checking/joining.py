"""Who decides claims about membership, signature and ratification: the acts of States."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from hague.checking import when
from hague.checking.model import Finding
from hague.checking.question import Question, _is_named
from hague.record import Record, days
from hague.record.membership import DEPOSITS, STATUTE_IN_FORCE, entry_into_force, is_party, membership, parties
from hague.record.model import State, StateEvent

AHEAD = timedelta(days=75)
"""A decision announced before the paper that records it: how far ahead of the record a report may be."""


FROM_THE_START = ("found", "from", "beginning", "day", "since the")
STAY = 90
"""Days that a visit lasts at most; a membership lasts longer."""
ADOPTED = date(1998, 7, 17)


def _acts(q: Question, state: State, *kinds: str) -> list[StateEvent]:
    return [e for e in state.history if e.event in kinds and q.known(e)]


def _acts_ahead(q: Question, state: State, *kinds: str) -> list[StateEvent]:
    """Steps up to some weeks after the day: what is to come may be the news already."""
    return [e for e in state.history if e.event in kinds and (q.today is None or days.first(e.on) <= q.today + AHEAD)]


def _list(states: Iterable[State]) -> str:
    names = [s.name for s in states]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def _sources(events: list[StateEvent], state: State) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s for e in events for s in e.sources)) or state.sources[:1]


def _each(q: Question, findings: list[Finding]) -> Finding | None:
    """One finding of several about as many States: all must hold."""
    if not findings:
        return None
    bad = next((f for f in findings if f.holds is (bool(q.prop.negated))), None)
    open_ = next((f for f in findings if f.holds is None), None)
    lead = bad or open_ or findings[0]
    why = " ".join(dict.fromkeys(f.why for f in ([bad] if bad else findings)))
    return Finding(
        lead.holds,
        why,
        lead.right,
        tuple(dict.fromkeys(s for f in findings for s in f.facts)),
        tuple(dict.fromkeys(e for f in findings for e in f.entities)),
        lead.articles,
        lead.sides,
        final=lead.final,
        general=lead.general,
    )


def _status_words(q: Question, state: State) -> tuple[str, list[StateEvent]]:
    """Where the State stands on the day of the report, in a sentence."""
    day = q.day()
    found = membership(state, q.today)
    events = _acts(
        q,
        state,
        "signed",
        "unsigned",
        *DEPOSITS,
        "in-force",
        "instrument-recalled",
        "withdrawal-notified",
        "withdrawal-effective",
        "withdrawal-revoked",
    )
    if found is None:
        recalled = _acts(q, state, "instrument-recalled")
        if recalled:
            return (
                f"{state.name} took its instrument back on {q.words(recalled[-1].on)} and never became a Party.",
                events,
            )
        signed = _acts(q, state, "signed")
        undone = _acts(q, state, "unsigned")
        if undone:
            return (
                f"{state.name} signed the Statute on {q.words(signed[-1].on)} but has told the depositary that it "
                f"will not become a Party; it has not ratified."
                if signed
                else f"{state.name} is not a Party."
            ), events
        if signed:
            return f"{state.name} signed the Statute on {q.words(signed[-1].on)} and has not ratified it.", events
        return f"{state.name} has neither signed nor ratified the Statute.", events
    if found.since > day:
        return f"The Statute enters into force for {state.name} on {q.words(found.since.isoformat())}.", events
    if found.until is not None and found.until <= day:
        return (
            f"{state.name} was a State Party from {q.words(found.since.isoformat())} until its withdrawal took "
            f"effect on {q.words(found.until.isoformat())}."
        ), events
    text = f"{state.name} has been a State Party since {q.words(found.since.isoformat())}"
    if found.until is not None:
        text += f"; its withdrawal takes effect on {q.words(found.until.isoformat())}"
    return text + ".", events


def _party_on(q: Question, state: State, interval: when.Interval) -> bool | None:
    a, b = (is_party(state, d, q.today) for d in interval)
    return a if a == b else None


def none_of(q: Question) -> list[State]:
    """The States of "none of the three", "not one of them": those named before, if they are as many as it says. They
    are known well enough to bear it out, never to call it wrong."""
    none = any(a.value == "none" for a in q.args("quantified", "subj"))
    states = (q.states("of") or q.states("context")) if none and q.prop.negated and not q.has("state", "subj") else []
    said = {a.value for _, a in q.slots("number") if a.value}
    if len(states) < 2 or (said and said != {str(len(states))}):
        return []
    q.args("number")
    q.guessed = True
    return states


def be_member(q: Question) -> Finding | None:
    """On "X is a member", "has been a member since", "was a member in"."""
    if (
        (q.cue("only") and not q.dates("until") and not (q.cue("for-word") and q.number("year")))
        or (q.has("quantified", "subj", "outer") and not none_of(q))
        or q.cue("all-of")
    ):
        return None
    coming = q.prop.tense != "past" and any(r == "since" and i[0] > q.day() for r, i in q.dates())
    if coming or ((q.prop.hedge or "").startswith("future") and q.dates()):
        return become_member(q)  # "will be a member from 1 April"
    states = none_of(q) or q.states("subj") or q.states("poss", "obj") or _lone(q) or _nation(q)
    states += [s for s in q.states("like") if s not in states]  # "Like Ethiopia, Kenya is a member"
    q.ignore("state", "treaty", "court", "city", "quantified")
    if not states:
        return None
    years = q.number("year") if q.cue("for-word") else None
    out = []
    for state in states:
        words, events = _status_words(q, state)
        found = membership(state, q.today)
        holds: bool | None = is_party(state, q.day(), q.today)
        if years is not None and holds and found is not None:
            holds = _for_years((q.day() - found.since).days / 365.25, *years)
        since = q.dates("since")
        on = q.dates("on", "until", "before", "after", "by")
        if since and any(r == "until" and (i[1] - since[0][1][0]).days < STAY for r, i in on):
            return None  # "visited Tajikistan, a member, from 8 to 10 October": the days of the visit
        told = q.word("member-of-it") or ""
        if not since and (q.cue("since-start") or any(w in told for w in FROM_THE_START)):
            since = [("since", (STATUTE_IN_FORCE, STATUTE_IN_FORCE))]
        if since:
            if q.prop.negated:
                return None
            holds = False
            there = found is not None and found.since <= q.day()
            gone = found is not None and found.until is not None and found.until <= q.day()
            if found is not None and there and (not gone or q.prop.tense == "past"):
                own = (found.since.isoformat(), *_deposit_days(state, q))
                fits = [when.agrees(d, "on", i) for d in own for _, i in (since if len(states) > 1 else since[:1])]
                holds = when.some(fits)
        elif on and found is not None and found.until is not None and all(r in ("until", "by") for r, _ in on):
            holds = when.agrees(found.until.isoformat(), "on", on[0][1])
        elif q.prop.negated and q.cue("ever") and found is not None and found.since <= q.day():
            holds = True  # "was never a member", though it has left
        elif q.prop.negated and q.cue("ever") and q.prop.tense == "past" and q.number("day"):
            holds = False  # "Never for a day was it a member"
        elif on and all(r == "on" for r, _ in on):
            interval = on[0][1]
            if interval[1] < q.day() - timedelta(days=3):
                holds = _party_on(q, state, interval)
        elif found is None:
            holds = False
        elif on:
            return Finding(None, words, final=True)
        elif q.prop.tense == "past" and not q.cue("remain") and holds is False and found.since <= q.day():
            holds = True  # it was one
        elif q.prop.tense == "past" and q.prop.negated and holds and not q.cue("ever"):
            holds = None  # "was not a party then": when, the clause does not say
        out.append(Finding(holds, words, words, _sources(events, state), (state.id,), ("126",) if since else ()))
    return _each(q, out)


def _nation(q: Question) -> list[State]:
    """The State of a people: "the Palestinians have been members"."""
    if q.has("person") or q.has("state"):
        return []
    return [q.record.states[s] for s in q.named("people", "subj") if s in q.record.states]


def _for_years(so_far: float, modifier: str, said: float) -> bool | None:
    """Whether a membership of so many years is one "for nine years"."""
    if modifier == "at-least":
        return so_far >= said
    if modifier == "at-most":
        return so_far <= said
    return True if abs(so_far - said) <= 1 else (None if abs(so_far - said) <= 2 else False)


def _deposit_days(state: State, q: Question) -> list[str]:
    return [e.on for e in _acts(q, state, *DEPOSITS)]


def _lone(q: Question) -> list[State]:
    """The State of the clause, if it has only one."""
    found = q.states()
    return found if len(found) == 1 else []


def be_non_member(q: Question) -> Finding | None:
    """On "X, a non-member"."""
    states = q.states()
    q.ignore("state", "treaty", "court")
    if not states or q.prop.negated or len(states) > 8:
        return None
    states = q.states("subj") or (q.states("obj") if len(q.states("obj")) == len(states) else states[:1])
    out = []
    for state in states:
        words, events = _status_words(q, state)
        out.append(Finding(not is_party(state, q.day(), q.today), words, words, _sources(events, state), (state.id,)))
        left = _acts(q, state, "withdrawal-effective")
        if left and q.dates("since"):
            near = any(
                abs((days.first(left[-1].on) - i[0]).days) <= 1 or i[0] <= days.first(left[-1].on) <= i[1]
                for _, i in q.dates("since")
            )
            out[-1] = Finding(near, words, words, _sources(left, state), (state.id,))
    return _each(q, out)


def become_member(q: Question) -> Finding | None:
    """On "X joined", "became a member", with a day or a rank ("became the 124th member")."""
    adjectives = [q.record.states[s] for s in q.entities("people") if s in q.record.states]
    paired = len(q.slots("time")) > 1 and len(q.dates()) > 1 and len(q.named("state")) == len(q.dates())
    states = (
        (q.states() if paired else [])
        or q.states("subj")
        or q.states("poss", "by", "of", "for")
        or adjectives
        or _lone(q)
    )
    if q.cue("follow-suit", "refuse") and q.states("outer") and not q.states("subj"):
        states = q.states("outer")  # "Canada and Mexico share his country's refusal to join"
    if not states or q.has("quantified", "subj", "outer"):
        return None
    if q.args("number", "plain") and not q.has("state", "subj", "outer") and q.has("state", "obj"):
        return None  # "How many have joined? 123, Burundi having gone"
    q.ignore("state", "treaty", "court", "person", "city", "org", "people", "quantified")
    if q.word("refuse") == "refusal":
        return _refused(q, states)
    dates = _dates(q, states)
    would = any(t in ("would",) for t in _lows(q))
    out = []
    for state in states:
        words, events = _status_words(q, state)
        deposits = _acts(q, state, *DEPOSITS)
        found = membership(state, q.today)
        gone = _acts(q, state, "withdrawal-effective")
        if (q.word("join") or "").startswith("rejoin"):
            again = bool(gone) and any(days.first(d.on) > days.first(gone[-1].on) for d in deposits)
            out.append(Finding(again, words, words, _sources(events, state), (state.id,)))
            continue
        if found is None and not deposits:
            out.append(Finding(False, words, words, _sources(events, state), (state.id,)))
            continue
        if found is not None:
            _years_after(q, state, found.since)
            _years_after(q, state, days.first(found.deposit.on))
            candidates = [found.since.isoformat(), *(e.on for e in deposits)]
            if (q.word("join") or "").startswith("sign"):
                candidates += [e.on for e in _acts(q, state, "signed")]
        else:
            if not would and not dates:
                out.append(Finding(False, words, words, _sources(events, state), (state.id,)))
                continue
            candidates = [entry_into_force(days.first(deposits[-1].on)).isoformat(), *(e.on for e in deposits)]
            words = (
                f"The instrument of {_formal(deposits[-1])} was deposited on {q.words(deposits[-1].on)}; by article "
                f"126 the Statute would have bound {state.name} from {q.words(candidates[0])}."
            )
        if not dates:
            holds: bool | None = True
            if found is not None and found.since > q.day() and q.prop.tense != "future":
                holds = None
        else:
            holds = (
                _fit_range(candidates, dates)
                if len(states) == 1 or len(dates) == 1 or any(r != "on" for r, _ in dates)
                else q.shares(*candidates)
            )
            ahead = [(r, a) for r, i in dates if (a := q.ahead(i)) is not None]
            if holds is False and ahead and len(dates) == 1:
                holds = _fit_range(candidates, ahead)
        rank = q.args("ordinal")
        if rank and holds is not False:
            return _rank(q, state, rank[0].value or "", words, events)
        coming = holds is False and found is not None and found.since > q.day() and q.prop.tense == "future"
        out.append(Finding(holds, words, words, _sources(events, state), (state.id,), ("126",), general=coming))
    return _each(q, out)


def _refused(q: Question, states: list[State]) -> Finding | None:
    """On "Canada and Mexico share his country's refusal to join": wrong where one of them has joined."""
    joined = [s for s in states if _acts(q, s, *DEPOSITS)]
    words, events = _status_words(q, (joined or states)[0])
    if q.prop.negated or (not joined and len(states) > 1):
        return None
    found = (joined or states)[0]
    return Finding(not joined, words, words, _sources(events, found), (found.id,), ("125", "126"))


def _dates(q: Question, states: list[State]) -> list[tuple[str, when.Interval]]:
    """The days named; "two years later" makes nothing unsure of States that never joined."""
    guessed = q.guessed
    dates = q.dates()
    if not any(_acts(q, s, *DEPOSITS) for s in states):
        q.guessed = guessed
    return dates


def _years_after(q: Question, state: State, day: date) -> None:
    """Takes note of "25 years after it signed", or after the Statute was adopted, where that is so; left unread it
    keeps the claim from being right."""
    said = next((a.value for name, a in q.prop.roles.items() if name.startswith("number.year")), None)
    if said is None:
        return
    signed = [days.first(e.on) for e in _acts(q, state, "signed")] if q.cue("sign") else []
    signed += [STATUTE_IN_FORCE] if q.has("court", "after") else []
    if any(abs((day - d).days / 365.25 - float(said.rpartition(" ")[2])) <= (d != ADOPTED or 0.1)
           for d in (*signed, ADOPTED)):  # fmt: skip
        q.number("year")


def _formal(event: StateEvent) -> str:
    return {
        "ratified": "ratification",
        "acceded": "accession",
        "accepted": "acceptance",
        "approved": "approval",
        "succeeded": "succession",
    }.get(event.event, event.event)


def _lows(q: Question) -> tuple[str, ...]:
    return tuple((q.prop.hedge or "").split(":")[-1:]) + (("would",) if q.cue("would") else ())


def _fit_range(candidates: list[str], dates: list[tuple[str, when.Interval]]) -> bool | None:
    since = [i for r, i in dates if r == "since"]
    until = [i for r, i in dates if r == "until"]
    if since and until:  # between A and B
        span = (since[0][0], until[0][1])
        return any(when.agrees(c, "on", span) for c in candidates)
    fits = []
    for c in candidates:
        each = [when.agrees(c, "on" if r == "since" else r, i) for r, i in dates]
        fits.append(when.every(each))
    return when.some(fits)


def _rank(q: Question, state: State, rank: str, words: str, events: list[StateEvent]) -> Finding | None:
    found = membership(state, q.today)
    if found is None:
        return Finding(False, words, words, _sources(events, state), (state.id,))
    count = len(_standing(q.record, found.since)[0])
    deposits = sum(
        1
        for s in q.record.states.values()
        for e in s.history
        if e.event in DEPOSITS and days.last(e.on) <= days.first(found.deposit.on)
    )
    try:
        n = int(rank)
    except ValueError:
        return None
    if any(a.entity is None for kind in ("place", "person", "unnamed") for a in q.args(kind, "in", "of", "from")):
        return None  # "the first country in North Africa": among States that the record does not tell apart
    holds = n in (count, deposits) or _order(q, state) == n
    same_day = sum(
        1 for s in parties(q.record.states, found.since) if (m := membership(s, q.today)) and m.since == found.since
    )
    if not holds and count - same_day < n <= count:
        holds = True
    right = f"With {state.name} the Court had {count} States Parties on {q.words(found.since.isoformat())}."
    return Finding(holds, right, right, _sources(events, state), (state.id,), ("126",))


def _order(q: Question, state: State) -> int:
    """Place of the State among all that ever deposited, by day of deposit."""
    firsts = sorted(
        (days.first(es[0].on), s.id)
        for s in q.record.states.values()
        if (es := [e for e in s.history if e.event in DEPOSITS])
    )
    return next((i + 1 for i, (_, ident) in enumerate(firsts) if ident == state.id), 0)


@lru_cache(maxsize=512)
def _standing(record: Record, day: date) -> tuple[list[State], int]:
    """The Parties on a day, and how many had deposited but were not yet bound."""
    waiting = sum(1 for s in record.states.values() if (m := membership(s, day)) and m.since > day)
    return parties(record.states, day), waiting


def _signatories(q: Question) -> Finding | None:
    """On "By the end of 2000, 139 States had signed": those that signed by the last day named."""
    modifier, n = q.number("state") or ("", 0.0)
    last = max((i[1] for _, i in q.dates()), default=q.day())
    signed = [s for s in q.record.states.values() if any(days.first(e.on) <= last for e in _acts(q, s, "signed"))]
    right = f"{len(signed)} States had signed the Statute by {q.words(last.isoformat())}."
    if modifier or len(q.args("number", "state")) != 1:
        return None
    holds = len(signed) == n or (None if abs(len(signed) - n) <= 1 else False)
    return Finding(holds, right, right, ("untc-rome-statute",), ("icc",), ("125",))


def sign_statute(q: Question) -> Finding | None:
    """On "X signed the Statute in 1999", "never signed", "is not a signatory"."""
    states = none_of(q) or q.states("subj") or q.states("by", "poss", "obj") or q.states()
    states = states or [q.record.states[s] for s in q.named("capital", "for", "by") if s in q.record.states]
    q.ignore("state", "treaty", "court", "city", "person", "capital", "org")
    if not states and q.number("state") and not q.has("quantified") and not q.prop.negated:
        return _signatories(q)
    if not states or (q.has("quantified") and not none_of(q)):
        return None
    if q.has("pronoun", "subj") and not q.has("state", "subj"):
        return None  # "They had signed it": who, and what, the clause does not say
    dates = q.dates()
    out = []
    for state in states:
        words, events = _status_words(q, state)
        signed = _acts(q, state, "signed")
        signatory = "signator" in (q.word("sign") or "")
        if not signed:
            if membership(state, q.today) is not None:
                if signatory and not dates:
                    return None
                deposit = _acts(q, state, *DEPOSITS)
                words = f"{state.name} joined by {_formal(deposit[-1])} on {q.words(deposit[-1].on)} without signing."
                if not q.prop.negated and dates and any(q.fits(e.on) is not False for e in deposit):
                    return None
            out.append(Finding(False, words, words, _sources(events, state), (state.id,)))
            continue
        day = f"{state.name} signed the Statute on {q.words(signed[-1].on)}."
        if signatory and _acts(q, state, "unsigned"):
            out.append(Finding(False if q.prop.negated else None, words, words, _sources(events, state), (state.id,)))
            continue
        if signatory and q.prop.negated and membership(state, q.today) is None:
            out.append(Finding(None, words))
            continue
        holds: bool | None = True
        if dates:
            fits = [q.fits(e.on) for e in signed]
            holds = when.some(fits)
        if signatory and not dates:
            day = words
        out.append(Finding(holds, day, day, _sources(signed, state), (state.id,)))
    return _each(q, out)


def unsign(q: Question) -> Finding | None:
    """On "withdrew its signature in 2016", "told the United Nations that it would not ratify"."""
    states = q.states("subj", "poss") or q.states()
    q.ignore("state", "treaty", "court", "person")
    if not states:
        return None
    out = []
    for state in states:
        undone = _acts_ahead(q, state, "unsigned")
        words, events = _status_words(q, state)
        if not undone and q.cue("renounce"):
            return None  # anybody may say so, and the depositary need not be told
        if not undone:
            out.append(Finding(False, words, words, _sources(events, state), (state.id,)))
            continue
        right = f"{state.name} told the depositary on {q.words(undone[-1].on)} that it would not become a Party."
        signed = [e.on for e in _acts(q, state, "signed")]
        dates = [(r, i) for r, i in q.dates() if not any(when.agrees(d, "on", i) for d in signed)]
        each = [when.agrees(undone[-1].on, r, i) for r, i in dates]
        fits: bool | None = when.every(each)
        if fits is False and any(timedelta() <= days.first(undone[-1].on) - i[0] <= AHEAD for _, i in q.dates()):
            fits = None  # the order at home comes before the letter
        out.append(Finding(fits, right, right, _sources(undone, state), (state.id,)))
    return _each(q, out)


def ratify(q: Question) -> Finding | None:
    """On "X ratified in 2001", "has not ratified", "acceded"."""
    states = none_of(q) or q.states("subj") or q.states("by", "poss", "of", "obj") or q.states()
    if not any(_is_named(a) for a in q.args("state")) and q.named("capital", "subj"):
        states = [q.record.states[s] for s in q.named("capital", "subj")]  # "Nairobi ratified it in 2005"
    q.ignore("state", "treaty", "court", "person", "capital", "org")
    if not states or (q.has("quantified") and not none_of(q)) or (q.cue("accession-noun") and q.has("ordinal", "subj")):
        return None
    if q.cue("only") and q.cue("deed", "conduct") and not q.dates():
        return None  # "ratified only after the bloodshed"
    if not any(_is_named(a) for a in q.args("state")) and q.cue("needed") and q.has("quantified"):
        return Finding(None, "Ratification of what, the clause does not say.", final=True)
    if q.cue("dates-from", "exclude-words"):
        q.ignore("act")  # "The opt-out for war crimes dated from its ratification"
    dates = _dates(q, states)
    out = []
    for state in states:
        words, events = _status_words(q, state)
        deposits = _acts(q, state, *DEPOSITS)
        if not deposits:
            out.append(Finding(False, words, words, _sources(events, state), (state.id,), ("125",)))
            continue
        right = f"{state.name} deposited its instrument of {_formal(deposits[-1])} on {q.words(deposits[-1].on)}."
        holds: bool | None = True
        if dates:
            found = membership(state, q.today)
            fits = [q.fits(e.on) for e in deposits] + ([q.fits(found.since.isoformat())] if found else [])
            holds = when.some(fits)
            if holds is False and any(abs((days.first(e.on) - i[0]).days) < 400 for e in deposits for r, i in dates):
                holds = None if _domestic(deposits, dates) else False
        said = q.number("member")
        if said is not None:  # "It had 99 members, X having ratified in May"
            members, waiting = _standing(q.record, q.day())
            near = len(members) <= said[1] <= len(members) + waiting
            right += f" {len(members)} States were Party on {q.now}, and {waiting} more had ratified."
            holds = (holds or None) if near else None
        out.append(Finding(holds, right, right, _sources(deposits, state), (state.id,), ("125", "126")))
    return _each(q, out)


def _domestic(deposits: list[StateEvent], dates: list[tuple[str, when.Interval]]) -> bool:
    """Whether the day may be that of a vote at home, which comes before the deposit."""
    return any(0 < (days.first(e.on) - i[1]).days < 400 for e in deposits for r, i in dates)


def approve_ratification(q: Question) -> Finding | None:
    """On "Parliament approved ratification in October": shortly before the deposit on record, perhaps still to come."""
    states = q.states() or [
        q.record.states[s] for s in q.entities("people") + q.entities("capital") if s in q.record.states
    ]
    q.ignore("state", "treaty", "court", "org", "capital", "people", "city")
    if not states or q.prop.negated:
        return None
    state = states[0]
    deposits = [e for e in state.history if e.event in DEPOSITS]
    if not deposits or not q.past():
        return None
    on = [i for r, i in q.dates() if r == "on"]
    right = f"The instrument of {_formal(deposits[-1])} followed on {q.words(deposits[-1].on)}."
    first = days.first(deposits[-1].on)
    near = bool(on) and not q.number("vote") and timedelta(days=-5) <= first - on[0][0] <= timedelta(days=400)
    return Finding(True if near else None, right, right, _sources(deposits, state), (state.id,))


def constitutional_ruling(q: Question) -> Finding | None:
    """A ruling of a constitutional court on the Statute, if the record has one."""
    states = q.states("poss", "of", "subj") or q.states()
    if not states:
        return None
    q.ignore("state", "treaty", "court", "city")
    for state in states:
        for event in _acts(q, state, "other"):
            if event.text and "onstitutional" in event.text and q.fits(event.on):
                return Finding(True, event.text, None, event.sources, (state.id,))
    return None


def deposit_instrument(q: Question) -> Finding | None:
    """On "The accession papers were deposited on 4 March"."""
    states = q.states("subj", "poss", "of", "by") or q.states()
    home = [s for s in q.named("capital", "in") if s in q.record.states and q.has("person", "subj")]
    if home and not states and not q.prop.negated and _acts(q, q.record.states[home[0]], *DEPOSITS):
        state = q.record.states[home[0]]
        day = q.words(_acts(q, state, *DEPOSITS)[-1].on)
        right = f"Instruments are deposited with the Secretary-General of the United Nations: {state.name}'s on {day}."
        q.ignore("capital", "person", "city", "state")
        return Finding(False, right, right, state.sources[:1], (state.id,), ("125",))
    states = states or [
        q.record.states[s] for s in q.entities("people", "subj", "obj", "poss", "of", "by") if s in q.record.states
    ]
    q.ignore("state", "treaty", "court", "city", "org", "capital", "person", "people")
    if not states:
        return None
    state = states[0]
    if q.has("pronoun", "after", "before") and not q.has("state", "subj", "poss", "by"):
        return None  # "ten days after those of Albania"
    deposits = _acts(q, state, *DEPOSITS)
    words, events = _status_words(q, state)
    if not deposits:
        return Finding(False, words, words, _sources(events, state), (state.id,))
    _years_after(q, state, days.first(deposits[-1].on))
    right = f"{state.name} deposited its instrument of {_formal(deposits[-1])} on {q.words(deposits[-1].on)}."
    fits = [q.fits(e.on) for e in deposits]
    return Finding(
        when.some(fits),
        right,
        right,
        _sources(deposits, state),
        (state.id,),
        ("126",),
    )
