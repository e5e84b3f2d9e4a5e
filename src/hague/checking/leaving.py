"""Who decides claims about withdrawal: notices, their effect, and who has left."""

from __future__ import annotations

from datetime import date

from hague.checking import when
from hague.checking.announcements import OWN_STEPS, of_people, same_kind
from hague.checking.joining import (
    AHEAD,
    _acts,
    _acts_ahead,
    _each,
    _list,
    _sources,
    _status_words,
    unsign,
)
from hague.checking.law import SOURCE, statute
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.checking.strength import LEAST_PARTIES, _compare, count_members
from hague.record import days
from hague.record.membership import DEPOSITS, is_party, membership
from hague.record.model import State


def withdraw(q: Question) -> Finding | None:
    """On "X has left the court", "left in 2017": the withdrawal has taken effect."""
    if q.has("number", "state"):
        return None
    if q.word("more-than-word") in ("nearly", "almost"):
        return Finding(None, "It did not come to that.", final=True)
    if q.cue("follow-suit") and all(_acts(q, s, "unsigned") for s in q.states("subj")) and q.states("subj"):
        return unsign(q)  # a State that never joined has taken its signature back like another
    sure = not q.guessed
    dates = q.dates()
    shared = len(dates) > 1 and len(q.named("state")) == len(dates)
    states = q.states() if shared else q.states("subj") or q.states("of", "by", "poss") or of_people(q)
    if q.has("person", "subj") and not q.has("state", "subj"):
        states = q.states("obj", "of")
    if any(a.value == "none" for a in q.args("quantified")):
        states = states or q.states()
        q.ignore("quantified")
    q.ignore("state", "treaty", "court", "person", "org", "people", "pronoun", "number")
    if not states or q.has("quantified", "all"):
        return None
    if q.cue("gone-out") and q.cue("notify", "notice-word", "give-notice") and q.prop.tense in ("future", "present"):
        rule = withdrawal_delay(q)
        if rule is not None and all(membership(s, q.today) for s in states):
            return rule
    said = (q.word("leave") or "").split()
    ongoing = bool(said) and (said[0].endswith("ing") or said[:3] == ["on", "its", "way"])
    out = []
    for state in states:
        words, events = _status_words(q, state)
        done = _acts(q, state, "withdrawal-effective")
        notified = _acts(q, state, "withdrawal-notified")
        announced = _acts(q, state, "withdrawal-announced")
        revoked = _acts(q, state, "withdrawal-revoked")
        found = membership(state, q.today)
        nominal = q.prop.roles.get("cue.leave") is not None and q.word("leave") in (
            "withdrawal",
            "departure",
            "exit",
            "pull-out",
            "pullout",
        )
        if found is not None and found.until is not None and found.until > q.day() and _ahead(q) and not q.prop.negated:
            right = f"The withdrawal of {state.name} takes effect on {q.words(found.until.isoformat())}."
            fit = q.fits(found.until.isoformat())
            out.append(Finding(fit, right, right, _sources(notified, state), (state.id,), ("127",)))
            continue
        steps = [*done, *notified, *announced] if (ongoing or nominal) else [*done]
        if ongoing and not steps:
            steps = notified = [
                e
                for e in state.history
                if e.event in ("withdrawal-announced", "withdrawal-notified")
                and q.today
                and q.today <= days.first(e.on) <= q.today + AHEAD
            ]
        if found is not None and found.until is not None and found.until <= q.day() and not done:
            steps += notified
        if not steps:
            pending = [*notified, *announced] or [
                e
                for e in state.history
                if e.event in ("withdrawal-announced", "withdrawal-notified")
                and q.today
                and days.first(e.on) <= q.today + AHEAD
            ]
            if q.prop.tense == "future" and found is not None and found.until is not None and dates:
                out.append(
                    Finding(
                        q.fits(found.until.isoformat()), words, words, _sources(notified, state), (state.id,), ("127",)
                    )
                )
                continue
            if not q.prop.negated and pending and not revoked:
                if found is not None and found.since <= q.day() and _says_gone(q):
                    out.append(Finding(False, words, words, _sources(notified or events, state), (state.id,), ("127",)))
                else:
                    out.append(Finding(None, words, final=True))
                continue
            if sure and q.named("state"):
                q.guessed = False  # there is no such step, whatever the day
            if (q.word("follow-suit") or "").startswith(("is to", "are to", "will", "to ")):
                out.append(Finding(None, words, final=True))
                continue
            if revoked and not q.prop.negated:
                words += f" A notice of withdrawal was taken back on {q.words(revoked[-1].on)}."
            if not q.prop.negated and not found and not notified:
                out.append(Finding(False, words, words, _sources(events, state), (state.id,), ("127",)))
                continue
            out.append(Finding(False, words, words, _sources(events, state), (state.id,), ("127",)))
            continue
        holds: bool | None = True
        if dates:
            steps = done if done and q.cue("cease-member", "gone-out") else [*done, *notified, *announced]
            fits = [(q.shares if len(states) > 1 else q.fits)(e.on) for e in steps]
            holds = when.some(fits)
        out.append(Finding(holds, words, words, _sources([*done, *notified], state), (state.id,), ("127",)))
    return _each(q, out)


NEWS = 45
"""Days during which a withdrawal that has taken effect is news."""

_GONE = frozenset(("left", "gone", "departed", "ceased", "stopped"))


def _says_gone(q: Question) -> bool:
    """Whether the words can only mean that the State is out, not that it has given notice ("withdrew", "quit")."""
    if q.prop.tense == "future" or q.prop.hedge is not None or q.prop.conditional:
        return False
    return q.cue("cease-member", "gone-out") or bool(_GONE & set((q.word("leave") or "").split()))


def _ahead(q: Question) -> bool:
    """Whether all days of the clause lie ahead."""
    spans = [i for _, i in q.dates()]
    return bool(spans) and all(i[1] > q.day() for i in spans)


def did_leave(q: Question) -> Finding | None:
    """On "Burundi did so in 2017" where leaving was spoken of before: whether any step of a withdrawal is on record."""
    states = q.states("subj", "outer") or q.states()
    q.ignore("state", "court", "treaty", "people", "capital")
    out = []
    for state in states:
        words, events = _status_words(q, state)
        kinds = ("withdrawal-effective", "withdrawal-notified", "withdrawal-announced")
        steps = [e for e in state.history if e.event in kinds and q.today and days.first(e.on) <= q.today + AHEAD]
        if not steps and membership(state, q.today) is not None:
            out.append(Finding(None, words))  # it may be a vote at home that is meant
            continue
        holds = bool(steps) and when.some([q.fits(e.on) for e in steps])
        if holds and q.prop.tense != "future" and not q.dates() and not _acts(q, state, kinds[0]):
            holds = None
        out.append(Finding(holds, words, words, _sources(steps or events, state), (state.id,), ("127",)))
    return _each(q, out)


def remain_a_year(q: Question) -> Finding | None:
    """On "It will remain a member for another year": just after a notice of withdrawal."""
    states = q.states("subj") or q.states()
    q.ignore("state", "court", "treaty", "time", "number", "people")
    out = []
    for state in states:
        found = membership(state, q.today)
        notices = _acts(q, state, "withdrawal-notified")
        if found is None or found.until is None or not notices or q.prop.negated:
            return None
        right = f"The withdrawal of {state.name} takes effect on {q.words(found.until.isoformat())}."
        near = 300 <= (found.until - q.day()).days <= 370
        out.append(Finding(near or None, right, right, _sources(notices, state), (state.id,), ("127",), general=True))
    return _each(q, out)


YEAR = {"year": 1, "month": 12}


def withdrawal_delay(q: Question) -> Finding | None:
    """On "a year after the notice", "not before a year has passed": article 127(1)."""
    q.ignore("court", "treaty", "org", "city", "person", "state", "quantified", "number", "time", "people")
    right = "A withdrawal takes effect one year after the depositary receives written notice."
    for unit, n in YEAR.items():
        found = q.number(unit)
        if found is None:
            continue
        if q.prop.negated and not q.cue("wait"):
            return None
        if q.cue("years-notice") and not q.cue("leave"):
            if any(a.value != "pronoun" for a in q.args("court", "subj", "outer")):
                return None  # it is the Court that gives notice
            if q.prop.tense == "past" and q.prop.hedge is None:
                return None
        holds = found[1] == n or (found[0] == "at-least" and found[1] < n)
        if not holds and any((a.value or "").endswith(f" {n}") for _, a in q.slots("number")):
            return None
        if found[0] == "at-most" and not holds:
            return None
        return Finding(holds, right, right, SOURCE, (), ("127",), general=True, polar=False)
    return None


def withdrawal_effect(q: Question) -> Finding | None:
    """On "X's departure takes effect in June 2026"."""
    states = q.states("poss", "of", "by", "subj") or of_people(q) or q.states()
    other = q.cue("for-word") or any(a.value != "pronoun" for a in q.args("court", "poss"))
    if q.cue("notice-word") and not q.cue("leave") and other:
        return None  # another notice
    q.ignore("state", "treaty", "court", "person", "org", "ordinal", "people")
    if not states:
        return None
    out = []
    for state in states:
        found = membership(state, q.today)
        words, events = _status_words(q, state)
        if found is None or found.until is None:
            if _acts(q, state, "withdrawal-announced") and not q.dates():
                return None
            notices = _acts(q, state, "withdrawal-notified")
            ended = q.word("membership-ended") or ""
            undone = (q.prop.hedge or "").startswith("would") or "would" in ended or "was to" in ended
            if undone and notices and q.dates():
                due = when.year_after((days.first(notices[-1].on), days.last(notices[-1].on)))[0]
                right = f"The notice of {state.name}, taken back, was to take effect on {q.words(due.isoformat())}."
                fits = q.fits(due.isoformat())
                sources = _sources(notices, state)
                out.append(Finding(fits, right, right, sources, (state.id,), ("127",), general=True))
                continue
            out.append(Finding(False, words, words, _sources(events, state), (state.id,), ("127",)))
            continue
        until = found.until.isoformat()
        if q.prop.negated and len(q.dates()) == 1 and (before := q.dates("before")):
            right = f"The withdrawal of {state.name} takes effect on {q.words(until)}."
            holds = found.until >= before[0][1][0]
            notice = _acts(q, state, "withdrawal-notified")
            out.append(Finding(holds, right, right, _sources(notice, state), (state.id,), ("127",), polar=False))
            continue
        fits = q.fits(until)
        delay = q.number("year")
        if delay is not None and delay[1] != 1 and fits:
            fits = False  # it takes a year, no more and no less, unless the notice says so
        if not q.dates("on", "since", "by", "after", "before", "until"):
            past = q.prop.tense == "past"
            fits = (found.until <= q.day()) if past else True
        right = f"The withdrawal of {state.name} takes effect on {q.words(until)}, a year after its notice."
        out.append(
            Finding(
                fits,
                right,
                right,
                _sources(_acts(q, state, "withdrawal-notified", "withdrawal-effective"), state),
                (state.id,),
                ("127",),
            )
        )
    return _each(q, out)


def notice_stands(q: Question) -> Finding | None:
    """On "South Africa's notice of 2016 still stands": of a notice that was taken back, or was not."""
    states = q.states("poss", "of", "subj") or q.states() or of_people(q)
    q.ignore("state", "treaty", "court", "person", "org", "capital", "people")
    if len(states) != 1:
        return None
    notices = _acts(q, states[0], "withdrawal-notified")
    if not notices or not q.fits(*(e.on for e in notices)):
        return None
    words, events = _status_words(q, states[0])
    undone = _acts(q, states[0], "withdrawal-revoked", "instrument-recalled")
    stands = not undone or days.first(undone[-1].on) < days.first(notices[-1].on)
    return Finding(stands, words, words, _sources(undone or events, states[0]), (states[0].id,), ("127",))


def revoke_withdrawal(q: Question) -> Finding | None:
    """On "Gambia reversed its withdrawal"."""
    states = q.states("subj") or q.states() or of_people(q)
    q.ignore("state", "treaty", "court", "person", "org", "capital")
    if not states:
        return None
    out = []
    for state in states:
        revoked = _acts_ahead(q, state, "withdrawal-revoked", "instrument-recalled")
        if not revoked:
            if _acts(q, state, "withdrawal-notified"):
                words, events = _status_words(q, state)
                out.append(Finding(False, words, words, _sources(events, state), (state.id,), ("127",)))
                continue
            return None
        words = f"{state.name} took its notice back on {q.words(revoked[-1].on)}."
        if q.cue("stay-after-all") and q.prop.hedge is not None:
            return None
        fits = [None if q.cue("other-court") else q.fits(e.on) for e in revoked]  # which court ruled is another matter
        out.append(
            Finding(
                when.some(fits),
                words,
                words,
                _sources(revoked, state),
                (state.id,),
                ("127",),
            )
        )
    return _each(q, out)


def abandon_joining(q: Question) -> Finding | None:
    """On "Malaysia has abandoned its decision to join"."""
    states = q.states()
    q.ignore("state", "treaty", "court", "person", "time")
    if not states:
        return None
    state = states[0]
    recalled = _acts_ahead(q, state, "instrument-recalled")
    if not recalled and not q.prop.negated and q.cue("revoke") and not any(e.event in DEPOSITS for e in state.history):
        words, events = _status_words(q, state)
        return Finding(False, words, words, _sources(events, state), (state.id,), ("125",))
    if not recalled:
        return None
    words = recalled[-1].text or f"{state.name} took its instrument back on {q.words(recalled[-1].on)}."
    near = [
        i for _, i in q.dates() if days.first(recalled[-1].on) - i[1] <= AHEAD and i[0] <= days.last(recalled[-1].on)
    ]
    if q.dates() and not near:
        return Finding(None, words)
    return Finding(True, words, None, recalled[-1].sources, (state.id,))


def count_after_leaving(q: Question) -> Finding | None:
    """On "Once it has gone, 124 will remain": the Parties on the day on which a withdrawal takes effect."""
    numbers = [a.value or "" for a in q.args("number", "member", "state", "plain")]
    leaving = [
        (m.until, s)
        for s in q.record.states.values()
        if (m := membership(s, q.today)) and m.until is not None and m.until > q.day()
    ]
    named = {s.id for s in q.states() or of_people(q)}
    leaving += [(d, s) for d, s in _left(q) if s.id in named]
    if not leaving and q.prop.hedge is None:
        return count_members(q)  # "down to 123 members"
    if len(numbers) != 1 or not leaving or q.prop.negated:
        return None
    q.ignore("state", "court", "treaty", "people", "person", "time", "org")
    modifier, _, value = numbers[0].rpartition(" ")
    found = []
    for until, state in sorted(leaving, key=lambda x: (x[0], x[1].id)):
        count = sum(is_party(s, until, q.today) for s in q.record.states.values())
        found.append((count, until, state))
    fitting = [x for x in found if _compare(x[0], modifier, float(value)) and (not named or x[2].id in named)]
    count, until, state = fitting[0] if fitting else found[0]
    right = f"{count} States were Party, or will be, on {q.words(until.isoformat())}, when {state.name} left or leaves."
    holds = True if fitting else (False if len(found) == 1 and named == {state.id} and not modifier else None)
    if holds is None or not 60 <= float(value) <= 150:
        return None
    return Finding(
        holds, right, right, _sources(_acts(q, state, "withdrawal-notified"), state), ("icc", state.id), ("127",)
    )


def _left(q: Question) -> list[tuple[date, State]]:
    day = q.day()
    out = []
    for state in q.record.states.values():
        for e in state.history:
            if e.event == "withdrawal-effective" and days.first(e.on) <= day:
                out.append((days.first(e.on), state))
    return sorted(out, key=lambda x: (x[0], x[1].id))


def count_left(q: Question) -> Finding | None:
    """On "Two countries have left the court": Burundi and the Philippines."""
    number = q.number("state") or q.number("member") or (q.number("plain") if q.cue("do-so") else None)
    if number is None and q.cue("only") and q.has("superlative") and not q.has("state"):
        number = "", 1.0
    if number is None:
        return None
    if number[1] >= LEAST_PARTIES:
        return count_members(q)  # "123 States are left"
    if (q.word("leave") or "").split()[:1] in (["leaving"], ["quitting"], ["withdrawing"], ["pulling"], ["walking"]):
        return None  # they are about to
    gone = _left(q)
    told = q.dates("on", "since")
    if told and not any(when.agrees(d.isoformat(), r, i) for d, _ in gone for r, i in told):
        return None
    if not all(any(when.agrees(d.isoformat(), "on", i) is not False for d, _ in gone) for _, i in q.dates("on")):
        return None
    named = {s for s in q.named("state") if s in q.record.states}
    q.ignore("state", "court", "treaty", "time", "person", "superlative")
    names = _list([s for _, s in gone]) if gone else "none"
    right = f"By {q.now} {len(gone)} State{'s' if len(gone) != 1 else ''} had left: {names}."
    ids = {s.id for _, s in gone}
    holds = _compare(len(gone), number[0], number[1]) if number[0] != "at-least" else len(gone) >= number[1]
    holds = holds and (named <= ids or number[1] != len(named))
    return Finding(
        holds,
        right,
        right,
        tuple(
            dict.fromkeys(
                s for _, st in gone for e in st.history if e.event == "withdrawal-effective" for s in e.sources
            )
        )[:3],
        tuple(sorted(ids)),
        ("127",),
    )


def _rank_of_notice(q: Question, state: State, n: int) -> bool:
    """Whether the State was the n-th of its kind to announce or notify that it leaves."""
    first = {
        s.id: min(steps)
        for s in q.record.states.values()
        if same_kind(q, s)
        and (
            steps := [
                days.first(e.on)
                for e in s.history
                if e.event in ("withdrawal-announced", "withdrawal-notified") and days.first(e.on) <= q.day() + AHEAD
            ]
        )
    }
    order = sorted(first, key=lambda s: (first[s], s))
    return state.id in first and (
        order.index(state.id) + 1 == n or sum(d <= first[state.id] for d in first.values()) == n
    )


def only_leavers(q: Question) -> Finding | None:
    """On "Burundi and the Philippines are the only countries to have left"."""
    before = set(q.entities("state", "before"))
    named = {s.id for s in q.states()} - before
    q.ignore("state", "court", "treaty", "quantified", "person", "superlative", "people")
    q.ignore("number", "ordinal")
    gone = [(d, s) for d, s in _left(q) if same_kind(q, s)]
    if before:  # "Only one had walked out before it"
        until = [d for d, s in gone if s.id in before]
        gone = [(d, s) for d, s in gone if s.id not in before and (not until or d < until[0])]
    if not named or not gone or (q.prop.negated and not q.cue("other-than")) or q.prop.tense == "future":
        return None
    regions = q.cue("african-kind", "in-africa", "asian-kind", "in-asia", "american-kind", "in-latin-america")
    if (
        q.cue("in-eu", "in-europe", "back-then")
        or (q.cue("others-word") and not q.cue("other-than"))
        or (q.has("region") or q.cue("region-word")) > regions
    ):
        return None
    if not all(any(when.agrees(d.isoformat(), r, i) for d, _ in gone) for r, i in q.dates()):
        return None
    right = f"By {q.now} these had left: {_list([s for _, s in gone])}."
    sources = tuple(s for _, st in gone for e in st.history if e.event == "withdrawal-effective" for s in e.sources)[:3]
    return Finding(named == {s.id for _, s in gone}, right, right, sources, tuple(sorted(named)), ("127",), polar=False)


def rank_leaver(q: Question) -> Finding | None:
    """On "Burundi was the first country to leave"."""
    apart = {a.entity for slot in ("after", "before") for a in q.args("state", slot)}
    states = [
        s for slots in (("subj", "by", "obj"), ("outer",), ()) for s in q.states(*slots) if s.id not in apart
    ] or [q.record.states[a.entity] for a in q.args("state") if a.entity and a.value == "pronoun"]
    rank = q.args("ordinal")
    if not states or not rank or not rank[0].value:
        return None
    before, left = set(q.named("state", "after")), [s for _, s in _left(q)]
    if before and any(s.id in before for s in states):
        return None
    leavers = {s.id for s in left} | {s.id for s in q.record.states.values() if _acts(q, s, *OWN_STEPS["withdraw"])}
    if before and (states[0] in left or states[0].id in leavers) and not before <= leavers:
        words, events = _status_words(q, states[0])
        right = f"These had left by {q.now}: {_list(left)}."
        return Finding(False, right, right, _sources(events, states[0]), (states[0].id,), ("127",))
    q.ignore("superlative", "court", "treaty", "state", "org", "people", "number")
    gone = [(d, s) for d, s in _left(q) if same_kind(q, s)]
    said = (q.word("leave") or "").split()
    if (
        q.cue("announced", "in-eu", "african-kind", "asian-kind", "american-kind") or said[:1] != ["left"]
    ) and not q.prop.negated:
        state = states[0]
        if same_kind(q, state) and _rank_of_notice(q, state, int(float(rank[0].value))):
            words, events = _status_words(q, state)
            q.ignore("number", "time")
            return Finding(True, words, None, _sources(events, state), (state.id,), ("127",))
        if q.cue("announced") and _acts(q, state, *OWN_STEPS["withdraw"]):
            words, events = _status_words(q, state)
            return Finding(False, words, words, _sources(events, state), (state.id,), ("127",))
    order = [s.id for _, s in gone]
    state = states[0]
    words, events = _status_words(q, state)
    n = int(float(rank[0].value))
    if state.id in order:
        holds: bool | None = order.index(state.id) + 1 == n
        right = f"{state.name} was number {order.index(state.id) + 1} to leave; the first was {gone[0][1].name}."
        dates = q.dates()
        if holds and dates:
            holds = any(
                q.fits(e.on) for e in state.history if e.event in ("withdrawal-effective", "withdrawal-notified")
            )
        return Finding(holds, right, right, _sources(events, state), (state.id,), ("127",))
    if any(
        e.event in ("withdrawal-notified", "withdrawal-announced") and days.first(e.on) <= q.day() + AHEAD
        for e in state.history
    ):
        right = f"{len(gone)} had left before: {_list([s for _, s in gone])}." if gone else "None had left before."
        if any(
            e.event == "withdrawal-notified" and q.known(e)
            for s in q.record.states.values()
            for e in s.history
            if s.id not in order and s.id != state.id and not _acts(q, s, "withdrawal-revoked")
        ):
            return Finding(
                None if n > len(gone) else False,
                right,
                right,
                _sources(events, gone[0][1] if gone else state),
                (state.id,),
                ("127",),
            )
        return Finding(
            n == len(gone) + 1, right, right, _sources([], gone[0][1] if gone else state), (state.id,), ("127",)
        )
    right = f"{words} The first to leave was {gone[0][1].name}." if gone else f"{words} Nobody had left."
    if (q.prop.hedge or "").startswith(("would", "future", "possible", "plan")):
        if n > len(gone) + 1 or not same_kind(q, state):
            return None  # others may be on their way out
        return Finding(n == len(gone) + 1, right, right, _sources(events, state), (state.id,), ("127",))
    if (q.prop.hedge or "").startswith("would") and n == len(gone) + 1 and not q.prop.negated:
        return Finding(True, right, None, _sources(events, gone[0][1] if gone else state), (state.id,), ("127",))
    return Finding(False, right, right, _sources(events, state), (state.id,), ("127",))


def none_left(q: Question) -> Finding | None:
    """On "No African country has left": whether any State of the kind has."""
    if not any(a.value == "none" for a in q.args("quantified")) or q.named("state"):
        return None
    if q.has("pronoun", "of"):
        return None  # "none of them": of the States named before
    gone = _left(q)
    q.ignore("court", "treaty", "time", "people", "org", "number")
    if q.cue("do-so") and q.cue("others-word"):  # "No other country has taken such a step": giving notice is one
        apart = {a.entity for k in ("state", "people", "capital") for a in q.args(k)}
        taken = [s for s in q.record.states.values() if s.id not in apart and same_kind(q, s)
                 and _acts(q, s, "withdrawal-notified")]  # fmt: skip
        if taken and apart:
            right = f"{_list(taken)} had given notice by {q.now}."
            return Finding(True, right, right, _sources([], taken[0]), tuple(s.id for s in taken), ("127",))
    if q.cue("before-word", "others-word"):  # "no other member had left before": but for the one in the news
        apart = {a.entity for k in ("state", "people", "capital") for a in q.args(k)}
        apart = apart or {s.id for d, s in gone if (q.day() - d).days <= NEWS}
        if not apart:
            return None
        gone = [(d, s) for d, s in gone if s.id not in apart]
    gone = [(d, s) for d, s in gone if same_kind(q, s)]
    if gone:
        right = f"{_list([s for _, s in gone])} left."
        return Finding(True, right, right, gone[0][1].sources[:2], tuple(s.id for _, s in gone), ("127",))
    right = f"No withdrawal had taken effect by {q.now}."
    return Finding(False, right, right, ("untc-rome-statute",), ("icc",), ("127",))


def never_lost(q: Question) -> Finding | None:
    """On "The court has never lost a member": whether any withdrawal has taken effect."""
    none = q.prop.negated or any(w in (q.word("lost-member") or "") for w in ("lost no", "lost none", "lost not"))
    q.ignore("court", "treaty", "time", "number", "quantified", "state")
    gone = _left(q)
    if not none or q.dates("since", "on"):
        return None
    right = f"By {q.now} these had left: {_list([s for _, s in gone])}." if gone else "Nobody had left."
    sources = gone[0][1].sources[:2] if gone else ("untc-rome-statute",)
    return Finding(not gone, right, right, sources, ("icc", *(s.id for _, s in gone)), ("127",), polar=False)


def immediate(q: Question) -> Finding | None:
    """On "out the next morning": what is told of the past is no rule."""
    past = q.prop.tense == "past" or q.word("is-be") in ("was", "were", "been")
    if q.cue("out-at-once") and not q.cue("leave") and past:
        return None
    return statute(q)
