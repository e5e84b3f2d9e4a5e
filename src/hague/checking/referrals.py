"""Who decides claims about referrals: by whom, of what, when, and who was first."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from hague.checking.joining import _list
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.checking.situations import _days, _events, _finding, request, situations
from hague.record import days
from hague.record.model import Resolution, Situation


def refer(q: Question) -> Finding | None:
    """On "Mali referred itself", "the Security Council referred Darfur in 2005", "the government asked for it"."""
    private = _by_no_government(q)
    if private is not None:
        return private
    found = _refer(q)
    who = q.prop.roles.get("cue.no-government")
    if who is not None and who.span.start - q.prop.span.start <= OPENS and not q.named("state", "subj"):
        return None if found is None else replace(found, holds=None, final=True)  # anybody may ask
    unnamed = q.cue("state-noun") and not q.named("state", "subj", "by") and not q.cue("security-council")
    unnamed = unnamed and "org:unsc" not in q.entities("org")
    if unnamed and (found is None or found.holds is not True) and not q.prop.negated:
        own = _by_its_government(q)
        return own or found
    return found


def _by_no_government(q: Question) -> Finding | None:
    """Of "It was the opposition that filed the referral": only a State or the Security Council can."""
    who, verb = (
        q.prop.roles.get("cue.no-government"),
        q.prop.roles.get("cue.signed-referral", q.prop.roles.get("cue.refer")),
    )
    if (
        who is None
        or verb is None
        or not 0 < verb.span.start - who.span.end <= BY_WHOM
        or q.named("state", "subj", "by")
    ):
        return None
    made = [x for x in _events(q, _topical(q), "state-referral") if q.fits(*_days(x[1]))]
    if len(made) != 1 or q.prop.negated or not q.past():
        return None
    s, e = made[0]
    right = f"{s.name} was referred by {_names(q, list(e.by))} on {q.words(e.on)}."
    return Finding(False, right, right, e.sources, (s.id,), ("14",))


def _by_its_government(q: Question) -> Finding | None:
    """That the State of the situation told of did it, where the clause says only "the government"."""
    made = [x for x in _events(q, _topical(q), "state-referral") if set(x[1].by) & set(x[0].states)]
    found = _finding(q, made, "{name} was referred", ("14",)) if made and q.dates() else None
    return found if found is not None and found.holds else None


def _refer(q: Question) -> Finding | None:
    if q.cue("prosecutors") and q.cue("investigation", "investigate") and not q.named("state", "subj", "by", "outer"):
        return request(q)  # "The prosecutor had asked for an investigation"
    if q.prop.negated and q.cue("open", "investigation") and not q.cue("situation"):
        return None  # "The investigation asked for by the Comoros was never opened"
    council = q.cue("security-council") or "org:unsc" in q.entities("org")
    q.ignore("org", "court", "otp", "treaty", "city", "article", "person", "act")
    cited = [a.value for a in q.args("resolution")]
    referrers = (
        []
        if council
        else (
            q.named("state", "subj", "by", "among")
            or (q.named("state", "outer") if q.cue("signed-referral") else [])
            or q.named("state", "poss")
            or q.entities("capital", "subj", "in", "by")
            or q.entities("state", "subj", "by")
            or _governments(q)
            or ([] if q.named("situation") or q.named("state") else q.entities("state"))
        )
    )
    number = q.number("investigation")
    if council and number is not None and not q.dates():
        return _count_by_council(q, *number)
    ranks = [int(float(a.value)) for a in q.args("ordinal") if a.value] if q.cue("first-time") else []
    if council and ranks:
        return _nth_by_council(q, ranks[0])
    if council:
        listed = situations(q)
        events = _events(q, listed, "unsc-referral") if listed else []
        if listed and not events:
            if any(s.trigger for s in listed) and not q.prop.negated:
                s = listed[0]
                how = {
                    "state-referral": "was referred by a State",
                    "proprio-motu": "was opened on the Prosecutor's own motion",
                }.get(s.trigger or "")
                if how is None or q.named("state", "subj"):
                    return None
                right = f"{s.name} {how}; the Security Council did not refer it."
                return Finding(False, right, right, s.sources, (s.id,), ("13",))
            return _never_referred(q) if not listed[0].trigger else None
        if not events:
            if q.named("state") or q.entities("people"):
                return _never_referred(q)
            events = _events(q, list(q.record.situations.values()), "unsc-referral")
            if not q.dates() or not events:
                return None
            fitting = [x for x in events if q.fits(x[1].on)]
            if not fitting:
                return None
            events = fitting
        found = _finding(q, events, "The Security Council referred it ({name})", ("13",))
        resolutions = [
            r for r in q.record.resolutions.values() if r.kind == "referral" and r.situation in found.entities[:1]
        ]
        if found.holds and resolutions:
            cast = _cast_otherwise(q, resolutions[0])
            if cast is not None:
                return cast
        named_it = any(c and c in r.symbol for c in cited for r in resolutions)
        if cited and found.holds is not False and resolutions and not named_it:
            right = f"It did so by {resolutions[0].symbol} of {q.words(resolutions[0].on)}."
            return Finding(False, right, right, resolutions[0].sources, (resolutions[0].id,), ("13",))
        return found
    if q.cue("by-others"):
        made = _events(q, situations(q), "state-referral")
        if not made or q.prop.negated:
            return None
        s, e = made[-1]
        right = f"{s.name} was referred by {_names(q, list(e.by))} on {q.words(e.on)}."
        return Finding(False, right, right, e.sources, (s.id,), ("14",))
    if not referrers or (q.has("number", "member", "state") and not q.named("state", "subj")):
        return _joint_referral(q)
    listed = [
        s
        for s in q.record.situations.values()
        if any(e.event == "state-referral" and set(e.by) & set(referrers) and q.known(e) for e in s.history)
    ]
    about = situations(q)
    own = [s for r in referrers for s in q.situations_of(r)]
    others = [s for s in about if s not in own]
    target = [s for s in listed if not others or s in about]
    if any(s in own and s.id == q.topic("situation") for s in target):
        target = [s for s in target if s in own]
    if own and listed and not others and not any(s in own for s in listed) and not q.dates():
        return None  # "Georgia asked the court to investigate the war": its own, or another's to which it put its name
    events = [
        (s, e)
        for s in target
        for e in s.history
        if e.event == "state-referral" and q.known(e) and set(e.by) & set(referrers)
    ]
    if not events and q.prop.negated and not others and q.named("state") and not q.dates():
        names = _names(q, list(referrers))
        right = f"No referral by {names} was on record by {q.now}."
        return Finding(False, right, right, own[0].sources if own else (), tuple(referrers), ("14",))
    if not events:
        done = [s for s in (others or own) if s.trigger in ("unsc-referral", "proprio-motu")]
        if done and not q.prop.negated and not others:
            s = done[0]
            how = (
                "by the Security Council"
                if s.trigger == "unsc-referral"
                else "not by a referral, but on the Prosecutor's own motion"
            )
            right = f"{s.name} came to the Court {how}."
            if s.trigger == "proprio-motu" and any(
                e.event == "article-12-3-declaration" and q.known(e) for e in s.history
            ):
                return None
            return Finding(False, right, right, s.sources, (s.id,), ("13", "15"))
        return _not_among_them(q, referrers) or _not_by_it(q, referrers, others)
    found = _finding(q, events, "{name} was referred", ("14",))
    joint = sorted({b for _, e in events for b in e.by})
    strangers = [r for r in q.named("state", "subj", "by", "among") if r not in joint and r in q.record.states]
    number = q.number("state") or q.number("member")
    if found.holds and strangers and len(joint) > 1 and not set(strangers) & {s for x in target for s in x.states}:
        right = f"{target[0].name} was referred by {_names(q, joint)}."
        return Finding(False, right, right, found.facts, found.entities, ("14",))
    if found.holds and number is not None and number[1] not in (len(joint), *(len(e.by) for _, e in events)):
        alone = len(events) == 1 and len(joint) > 1 and number[0] == "" and not q.cue("other", "others", "besides")
        right = f"{target[0].name} was referred by {_names(q, joint)}."
        return Finding(False if alone else None, right, right, found.facts, found.entities, ("14",))
    return found


def _governments(q: Question) -> list[str]:
    """The State of a person whose government acts: "Joseph Kabila's government asked for the investigation"."""
    if not q.cue("state-noun"):
        return []
    found = [o.body for p in q.persons("poss", "by") for o in p.offices if o.body and o.body.startswith("state:")]
    return list(dict.fromkeys(found))[:1]


def _cast_otherwise(q: Question, r: Resolution) -> Finding | None:
    """Where "unanimously", or a number of votes, is not how the resolution was adopted."""
    votes = r.votes.split("-") if r.votes else []
    number = q.number("vote")
    unanimous = q.cue("unanimous")
    if len(votes) != 3 or not (unanimous or number) or q.prop.negated:
        return None
    wrong = (unanimous and (votes[1] != "0" or votes[2] != "0")) or (
        number is not None and not number[0] and f"{number[1]:g}" not in votes
    )
    right = f"{r.symbol} was adopted by {votes[0]} votes to {votes[1]}, with {votes[2]} abstentions."
    return Finding(False, right, right, r.sources, (r.id,), ("13",)) if wrong else None


def _count_by_council(q: Question, modifier: str, n: float) -> Finding | None:
    """On "The Security Council has referred two situations, Darfur and Libya"."""
    made = _events(q, list(q.record.situations.values()), "unsc-referral")
    named = {s.id for s in situations(q)} if q.named("situation") or q.named("state") or q.named("place") else set()
    if not made or modifier or q.prop.negated:
        return None
    right = f"The Security Council had referred {len(made)} situations by {q.now}: " + ", ".join(
        s.name for s, _ in made
    )
    holds = n == len(made) and named <= {s.id for s, _ in made}
    return Finding(holds, right, right, made[0][1].sources, tuple(s.id for s, _ in made), ("13",))


def _nth_by_council(q: Question, rank: int) -> Finding | None:
    """On "It was the second time that the Council sent a case to the Court"."""
    made = sorted(_events(q, list(q.record.situations.values()), "unsc-referral"), key=lambda x: x[1].on)
    about = {a.entity for a in q.args("situation") if a.entity} or {s.id for s in situations(q)}
    q.ignore("state", "situation", "place", "time", "ordinal")
    order = [i + 1 for i, (s, _) in enumerate(made) if s.id in about]
    if not order or q.prop.negated:
        return None
    s, e = made[order[-1] - 1]
    right = f"{s.name} was the {('first', 'second', 'third')[min(order[-1], 3) - 1]}, on {q.words(e.on)}."
    return Finding(rank in order, right, right, e.sources, (s.id,), ("13",))


def _names(q: Question, ids: list[str]) -> str:
    known = [q.record.states[i] for i in ids if i in q.record.states]
    return _list(known) if known else "others"


def _not_among_them(q: Question, referrers: list[str]) -> Finding | None:
    """On "Brazil was one of the six", of those who referred a situation together: it was not."""
    made = [(s, e) for s, e in _events(q, _topical(q), "state-referral") if len(e.by) > 1]
    said = next((w for w in reversed((q.word("one-of-them") or "").split()) if w in _COUNTED), None)
    if not q.cue("one-of-them", "signed-referral") or len(made) != 1 or not q.named("state", "subj"):
        return None
    s, e = made[0]
    if q.cue("signed-referral"):
        if q.day() - days.first(e.on) > NEWS:
            return None
    elif said is None or _COUNTED.index(said) != len(e.by):
        return None
    right = f"{s.name} was referred by {_names(q, list(e.by))} on {q.words(e.on)}."
    return Finding(False, right, right, e.sources, (s.id,), ("14",))


BY_WHOM = 16
"""Characters at most between those who are said to have referred a situation and the verb."""
OPENS = 8
"""Characters within which the subject of a clause begins."""
_COUNTED = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def _topical(q: Question) -> list[Situation]:
    return [q.record.situations[s] for s in q.entities("situation") if s in q.record.situations]


NEWS = timedelta(days=21)
"""How long a referral is the news of the day: then it need not be dated."""


def _not_by_it(q: Question, referrers: list[str], about: list[Situation]) -> Finding | None:
    """Where a State is said to have referred what others referred on that very day."""
    if not about and q.cue("refer", "signed-referral"):
        about = [s for s in _topical(q) if not set(referrers) & set(s.states)] or [
            s for r in referrers for s in q.situations_of(r) if len(q.situations_of(r)) == 1
        ]
    made = _events(q, [s for s in about if s.trigger == "state-referral"], "state-referral")
    if not made or q.prop.negated or not q.named("state", "subj", "outer"):
        return None
    if q.dates():
        then = [(s, e) for s, e in made if q.fits(*_days(e)) is True]
    else:
        then = [(s, e) for s, e in made if q.day() - days.first(_days(e)[-1]) <= NEWS]
    if len(then) != 1 or any(r in b for _, e in made for r in referrers for b in e.by):
        return None
    s, e = then[0]
    right = f"{s.name} was referred by {_names(q, list(e.by))} on {q.words(e.on)}."
    return Finding(False, right, right, e.sources, (s.id,), ("14",))


def _joint_referral(q: Question) -> Finding | None:
    """On "Thirty-nine States referred the situation in Ukraine": a number of States at once."""
    number = q.number("member") or q.number("state")
    events = _events(q, situations(q), "state-referral")
    if number is None and q.cue("any-member", "assembly") and not q.named("state", "subj"):
        number = ("at-least", 2.0)
    if number is None or not events or q.prop.negated:
        return None
    counts: set[str] = set()
    for s, e in events:
        counts |= set(e.by)
        many = number[0] in ("at-least", "about") and len(counts) >= number[1]
        if (many or number[1] in (len(e.by), len(counts))) and q.fits(*_days(e)):
            return Finding(
                True, e.text or f"{s.name} was referred on {q.words(e.on)}.", None, e.sources, (s.id,), ("14",)
            )
    at_once = [(s, e) for s, e in events if len(e.by) > 1 and q.fits(*_days(e))]
    if number[0] == "" and q.dates() and len(at_once) == 1 and not q.cue("other", "others", "besides"):
        s, e = at_once[0]
        right = f"{s.name} was referred on {q.words(e.on)} by {len(e.by)} States: {_names(q, list(e.by))}."
        return Finding(False, right, right, e.sources, (s.id,), ("14",))
    return None


def vetoed(q: Question) -> Finding | None:
    """On "Russia and China vetoed the referral of Syria"."""
    named = set(q.named("state")) | set(q.entities("people"))
    q.ignore("state", "people", "org", "court", "situation")
    for r in q.record.resolutions.values():
        if r.kind != "draft-referral-vetoed" or not q.known(r) or not q.fits(r.on) or q.prop.negated:
            continue
        if named <= {*r.by, *(s.id for s in q.record.states.values() if s.name in r.text)}:
            return Finding(True, r.text, None, r.sources, (r.id,), ("13",))
    return None


def _never_referred(q: Question) -> Finding | None:
    referrals = [r for r in q.record.resolutions.values() if r.kind == "referral" and q.known(r)]
    if not referrals or q.prop.negated:
        return None
    names = " and ".join(
        f"{s.name} ({r.on[:4]})" for r in referrals if (s := q.record.situations.get(r.situation or "")) is not None
    )
    right = f"The Security Council has referred only these: {names}."
    return Finding(False, right, right, referrals[0].sources, tuple(r.id for r in referrals), ("13",))


def first_referral(q: Question) -> Finding | None:
    """On "Uganda was the first State to refer a situation"."""
    states = q.named("state", "subj", "outer") or q.named("state", "obj")
    about = (
        {s.id for s in situations(q)} if q.named("situation") or q.named("place") or q.named("state", "in") else set()
    )
    meant = {a.entity for _, a in q.slots("situation") if a.entity} - about
    q.ignore("superlative", "ordinal", "court", "state", "situation", "place")
    referrals = [
        (e.on, b, e)
        for s in q.record.situations.values()
        if not about or s.id in about
        for e in s.history
        if e.event == "state-referral" and q.known(e)
        for b in e.by
    ]
    if not states or not referrals or q.prop.negated:
        return None
    _, who, event = min(referrals, key=lambda x: x[0])
    if who not in q.record.states:
        return None
    right = f"The first was {q.record.states[who].name}, on {q.words(event.on)}."
    same = any(b in states and e.on == event.on for _, b, e in referrals)
    holds: bool | None = same
    if not same and meant:  # "the first to refer the situation": that of the report
        there = [e for s in sorted(meant) for e in q.record.situations[s].history if e.event == "state-referral"]
        event = min(there, key=lambda e: e.on, default=event)
        if not there or not q.known(event):
            return None
        who = event.by[0]
        right = f"The first was {q.record.states[who].name}, on {q.words(event.on)}."
        holds = True if states[0] in event.by else (False if q.topic("situation") else None)
    if holds and q.dates():
        holds = q.fits(event.on)
    return Finding(holds, right, right, event.sources, (who,), ("14",))


def none_before(q: Question) -> Finding | None:
    """On "No other country had referred a situation before": whether a referral came before that in the news."""
    if not any(a.value == "none" for a in q.args("quantified")) or q.named("state"):
        return None
    about = {s.id for s in situations(q)}
    made = sorted(
        (
            (e.on, s, e)
            for s in q.record.situations.values()
            for e in s.history
            if e.event == "state-referral" and q.known(e)
        ),
        key=lambda x: (x[0], x[1].id),
    )
    own = [on for on, s, _ in made if s.id in about]
    if not own:
        return None
    _, s, first = made[0]
    right = f"The first was that of {s.name}, on {q.words(first.on)}."
    earlier = [x for x in made if days.first(x[0]) < days.first(own[-1])]
    return Finding(not earlier, right, right, first.sources, (s.id,), ("14",), polar=False)


def nth_referral(q: Question) -> Finding | None:
    """On "The Central African Republic is the third to refer its own troubles"."""
    states = q.states("subj", "outer") or q.states("obj")
    ranks = [int(float(a.value)) for a in q.args("ordinal") if a.value]
    q.ignore("state", "situation", "court", "superlative", "people", "person", "place")
    if len(states) != 1 or len(ranks) != 1 or q.prop.negated:
        return None
    made = sorted(
        (e.on, b, s.id) for s in q.record.situations.values() for e in s.history
        if e.event == "state-referral" and q.known(e) for b in e.by
    )  # fmt: skip
    order = list(dict.fromkeys(b for _, b, _ in made))
    if states[0].id not in order:
        return None
    place = order.index(states[0].id) + 1
    on, _, situation = next(x for x in made if x[1] == states[0].id)
    right = f"{states[0].name} was number {place} of the States that referred a situation, on {q.words(on)}."
    off = abs(place - ranks[0])
    sources = q.record.situations[situation].sources
    return Finding(True if not off else (None if off == 1 else False), right, right, sources, (situation,), ("14",))


def leave_needed(q: Question) -> Finding | None:
    """On "The prosecutor needed the judges' permission": only where no State and not the Council referred it."""
    listed = [s for s in situations(q) if s.kind == "investigation" and s.trigger]
    q.ignore("court", "otp", "org", "person", "treaty", "act", "city", "chamber", "state", "people")
    ways = {(s.trigger or "").endswith("-referral") for s in listed}
    if len(ways) != 1 or q.dates():
        return None
    s, referred = listed[0], ways.pop()
    referrals = _events(q, listed, "state-referral", "unsc-referral")
    if referred and not referrals:
        return None
    right = (
        f"{s.name} was referred, so that no leave of the judges was needed."
        if referred
        else f"{s.name} was not referred: the Prosecutor needed the judges' leave to investigate."
    )
    return Finding(not referred, right, right, s.sources, (s.id,), ("13", "15"))


def no_leave_needed(q: Question) -> Finding | None:
    """On "He did not need the judges' permission", which denies nothing but that."""
    found = leave_needed(q)
    return None if found is None else replace(found, holds=not found.holds, polar=False)
