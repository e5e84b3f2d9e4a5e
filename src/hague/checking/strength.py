"""Who decides how many members there are, and which of them a State is."""

from __future__ import annotations

from datetime import timedelta

import msgspec

from hague.checking import when
from hague.checking.joining import _acts, _list, _rank, _sources, _standing, _status_words, be_member
from hague.checking.model import Finding
from hague.checking.question import Question
from hague.record.membership import DEPOSITS, is_party, membership

FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5}
LEAST_PARTIES = 60
"""States Parties when the Statute entered into force: a smaller number of members is not the number of all."""
NEWS = timedelta(days=60)
"""How long after its first day a new member may be welcomed with a ceremony."""


def ordinal_member(q: Question) -> Finding | None:
    """On "the court's 124th state party"."""
    states = q.states("subj", "obj") or q.states()
    q.ignore("state", "court", "treaty")
    rank = q.args("ordinal")
    if not states or not rank:
        return None
    words, events = _status_words(q, states[0])
    found = membership(states[0], q.today)
    if found is not None and found.since > q.day() and q.dates() and q.prop.tense == "present":
        return Finding(False, words, words, _sources(events, states[0]), (states[0].id,), ("126",))
    ranked = _rank(q, states[0], rank[0].value or "", words, events)
    dates = q.dates()
    if not dates or found is None or ranked is None or not ranked.holds:
        return ranked
    own = (found.since.isoformat(), found.deposit.on)
    on = when.some(when.agrees(d, r, i) for d in own for r, i in dates)
    if not on and all(timedelta() <= i[0] - found.since <= NEWS for _, i in dates):
        on = True if q.cue("host-him") else None  # "was welcomed today as the 124th"
    return ranked if on else msgspec.structs.replace(ranked, holds=on)


def count_members(q: Question) -> Finding | None:
    """On "The court has 124 members, 33 of them African"."""
    if q.has("ordinal") and not q.cue("other-fraction"):
        return None
    if q.prop.negated:
        return _not_among(q)
    numbers = [(a.entity, a.value or "") for a in q.args("number", "member", "state")]
    numbers += [(a.entity, a.value or "") for a in q.args("number", "plain") if a.entity]
    named = q.named("state")
    if len(named) > 1 and any(value == str(len(named)) for _, value in numbers):
        return be_member(q)  # "the three States, Burkina Faso, Mali and Niger, are members"
    if not numbers and q.cue("members-number", "members-add-up", "brings-number"):
        numbers = [(a.entity, a.value or "") for a in q.args("number", "plain")][:1]
    if not numbers:
        return None
    if q.cue("reach") and q.cue("members-number"):  # "went up to 125"
        numbers = [(region, value.removeprefix("at-most ")) for region, value in numbers]
    if q.cue("brings-number"):
        return _brought_to(q, numbers[0][1])
    day = q.day()
    on = [i for r, i in q.dates() if r == "on"]
    if (q.prop.hedge or "").startswith("future"):
        return _will_count(q, numbers)
    if q.cue("ratify") and on and (on[0][1] - on[0][0]).days <= 1 and not q.cue("member", "join"):
        return _together(q, numbers, on[0])
    if on and on[0][1] < day - timedelta(days=20):
        day = on[0][1]
        if on[0][0] != on[0][1]:
            return _counted_about(q, numbers, on[0])
    today, pending = _standing(q.record, day)
    right = f"{len(today)} States were Party to the Statute on {q.words(day.isoformat())}."
    holds: bool | None = True
    for region, text in numbers:
        modifier, _, value = text.rpartition(" ")
        try:
            n = float(value)
        except ValueError:
            return None
        last = text == numbers[-1][1] or len(numbers) == 1
        part = q.number("plain") if q.cue("are-african") and len(numbers) == 1 else None
        if part is not None:  # "Thirty-three of the court's 123 members are African"
            last = False
            count = sum(s.regional_group == "african" for s in today)
            right += f" {count} of them belonged to the African group."
            if not _compare(count, *part):
                holds = False
                break
        more = ("african-one",) if q.cue("other-fraction") else ("africa-name",) if q.cue("largest") else ()
        if not region and last and q.cue("in-africa", "are-african", *more):
            region = "African"
        if region and q.cue("other-fraction"):
            count = sum(s.regional_group == "african" for s in today)
            right += f" {count} of them belonged to the African group."
            share = next((f for w, f in FRACTIONS.items() if w in (q.word("other-fraction") or "").split()), None)
            if region != "African" or share is None or abs(count / len(today) - share) > 0.05:
                return None
            count = len(today)
        elif region:
            group = {"African": "african", "Asian": "asia-pacific", "Latin American": "grulac"}.get(region)
            count = sum(s.regional_group == group for s in today)
            if group is None or (region != "African" and not _compare(count, modifier, n)):
                holds = None  # no group of the United Nations is simply Europe; Asia and America are drawn in many ways
                continue
            right += f" {count} of them belonged to the {region} group."
        else:
            count = len(today)
        fits = _compare(count, modifier, n)
        if not fits and not region and pending and _compare(count + pending, modifier, n):
            holds = (
                True if q.cue("ratify", "recognise") and not q.cue("member") else None
            )  # deposits: some bind only later
        elif not fits and not region and n < LEAST_PARTIES:
            return None  # "six members, Italy among them": some of them
        elif not fits:
            holds = None if q.cue("ratify", "join") and q.prop.tense == "past" else False
            break
    aside = set(q.named("state", "since", "with", "without", "after", "before", "when", "until"))
    states = [s for s in q.named("state") if s not in aside]
    if states and holds is not False:
        others = [q.record.states[s] for s in states if s in q.record.states]
        if q.cue("member") and others and not all(is_party(s, day, q.today) for s in others):
            if q.prop.tense == "present" and q.has("state", "subj"):
                words, events = _status_words(q, next(s for s in others if not is_party(s, day, q.today)))
                return Finding(False, words, words, _sources(events, others[0]), tuple(states))
            holds = None
    q.ignore("state", "court", "treaty", "org", "people", *(() if q.named("person") else ("person",)))
    return Finding(
        holds, right, right, ("untc-rome-statute", "wikipedia-states-parties"), ("icc", *states), ("126", "127")
    )


def _counted_about(q: Question, numbers: list[tuple[str | None, str]], span: when.Interval) -> Finding | None:
    """On a number of members beside a month or a year, which may be that of another verb: right if it fits a day of
    it, or today."""
    modifier, _, value = numbers[0][1].rpartition(" ")
    if len(numbers) != 1 or numbers[0][0]:
        return None
    taken = q.cue("ratify", "recognise", "deposit")
    for day in (*span, q.day()):
        today, pending = _standing(q.record, day)
        if any(_compare(c, modifier, float(value)) for c in (len(today), len(today) + taken * pending)):
            q.ignore("state", "court", "treaty", "org", "people")
            right = f"{len(today)} States were Party to the Statute on {q.words(day.isoformat())}."
            return Finding(True, right, right, ("untc-rome-statute",), ("icc",), ("126",))
    return None


def _together(q: Question, numbers: list[tuple[str | None, str]], span: when.Interval) -> Finding | None:
    """On "one of ten countries that ratified together yesterday": those that deposited on one day."""
    made = [s for s in q.record.states.values() if any(q.fits(e.on) for e in _acts(q, s, *DEPOSITS))]
    named = q.states("subj", "outer")
    modifier, _, value = numbers[0][1].rpartition(" ")
    if modifier or len(numbers) != 1 or not made:
        return None
    q.ignore("state", "court", "treaty", "org", "people", "person", "city")
    right = f"On {q.words(span[0].isoformat())} these deposited: {_list(sorted(made, key=lambda s: s.name))}."
    holds = float(value) == len(made) and all(s in made for s in named)
    return Finding(holds or None, right, right, ("untc-rome-statute",), tuple(s.id for s in named) or ("icc",))


def _will_count(q: Question, numbers: list[tuple[str | None, str]]) -> Finding | None:
    """On "The court will count 122 members from May": with those whose instruments are in."""
    ahead = [i for r, i in q.dates("on", "since", "by", "after") if i[1] > q.day()]
    if len(ahead) != 1 or len(numbers) != 1 or numbers[0][0]:
        return None
    modifier, _, value = numbers[0][1].rpartition(" ")
    counts = set()
    for day in ahead[0]:
        found = [m for s in q.record.states.values() if (m := membership(s, q.today))]
        counts.add(sum(m.since <= day and (m.until is None or day < m.until) for m in found))
    q.ignore("state", "court", "treaty", "people")
    right = f"{max(counts)} States would be Party by {q.words(ahead[0][1].isoformat())}."
    holds = True if any(_compare(c, modifier, float(value)) for c in counts) else None
    return Finding(holds, right, right, ("untc-rome-statute",), ("icc",), ("126",))


def _brought_to(q: Question, said: str) -> Finding | None:
    """On "That brings the number of members to 121 in July": with those who have deposited, or without those who
    have given notice."""
    modifier, _, value = said.rpartition(" ")
    n = float(value)
    if modifier or q.prop.negated or not LEAST_PARTIES <= n <= len(q.record.states):
        return None
    q.ignore("state", "court", "treaty", "people", "person", "time", "org", "capital")
    coming = [m for s in q.record.states.values() if (m := membership(s, q.today))]
    turns = {
        q.day(),
        *(m.since for m in coming if m.since > q.day()),
        *(m.until for m in coming if m.until and m.until > q.day()),
    }
    counts = {day: len(_standing(q.record, day)[0]) for day in turns}
    right = "; ".join(f"{c} States are Party on {q.words(d.isoformat())}" for d, c in sorted(counts.items())) + "."
    named = q.cue("members-number", "member")
    if n not in counts.values() and not named:
        q.guessed = True
    near = min(abs(n - count) for count in counts.values()) <= 15
    return Finding(n in counts.values() if near else None, right, right, ("untc-rome-statute",), ("icc",), ("126",))


def _not_among(q: Question) -> Finding | None:
    """On "Israel is not among the court's 125 members"."""
    number = q.number("member")
    states = q.states("subj")
    outside = q.number("state")
    if outside is not None and number is None and not q.has("state") and not q.dates():
        return _outside(q, *outside)
    q.ignore("court", "treaty", "state", "people")
    if number is None or not states or q.dates():
        return None
    count = len(_standing(q.record, q.day())[0])
    words, events = _status_words(q, states[0])
    right = f"{words} {count} States were Party on {q.now}."
    holds = not is_party(states[0], q.day(), q.today) and _compare(count, *number)
    return Finding(holds, right, right, _sources(events, states[0]), (states[0].id,), polar=False)


UN_MEMBERS = 193
BEYOND = frozenset(("state:PSE", "state:COK", "state:VAT"))
"""States that are no members of the United Nations."""


def _outside(q: Question, modifier: str, n: float) -> Finding | None:
    """On "Some 70 countries have not joined": the members of the United Nations that are no Parties."""
    count = UN_MEMBERS - sum(s.id not in BEYOND for s in _standing(q.record, q.day())[0])
    q.ignore("court", "treaty", "org", "people")
    right = f"{count} members of the United Nations were not Party to the Statute on {q.now}."
    near = _compare(count, modifier, n) or (not modifier and abs(count - n) <= 2)
    return Finding(True, right, None, ("untc-rome-statute",), ("icc",), polar=False) if near else None


def _compare(count: float, modifier: str, n: float) -> bool:
    if modifier == "at-least":
        return n <= count <= n + max(12, 0.12 * n)
    if modifier == "at-most":
        return n - max(12, 0.12 * n) <= count <= n
    if modifier == "about":
        return abs(count - n) <= max(3, 0.04 * n)
    return count == n
