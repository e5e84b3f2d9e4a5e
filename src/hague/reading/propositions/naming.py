"""The arguments of a sentence: names, peoples, seats of government, articles, pronouns and what they stand for."""

from __future__ import annotations

from bisect import bisect_left

from hague.reading.model import Proposition, Report
from hague.reading.propositions import items as it
from hague.reading.propositions.items import Item
from hague.reading.propositions.lexicon import Entry, clause_words, closed, data, load
from hague.reading.propositions.reference import Discourse, Names
from hague.reading.propositions.tokens import Match, Word
from hague.record import Record

COURTS = frozenset(["court", "courts", "tribunal", "tribunals", "judge", "judges", "prosecutor", "prosecutors", "jury"])
OTHER_COURT = Entry(("other", "court"), "cue", "other-court", "noun")
"""A court with the adjective of a State or the name of its capital is not the Court."""
NTH = frozenset(("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"))
RULERS = frozenset(("government", "authorities", "administration", "regime", "junta", "rulers", "leadership"))
PEOPLE = frozenset(("person", "woman", "sitting-head-of-state", "head-of-state", "former-head-of-state"))
"""Ranks that count people."""
OFFICE = "office"
"""What stands for a person by an office."""
THINGS = frozenset(("conviction", "verdict", "judgment", "trial", "warrant", "order", "acquittal", "plea"))
"""Nouns of steps: their second is as a rule another's, or the same person's."""
NO_DENIAL = frozenset(("longer", "less", "more", "fewer", "later", "doubt", "choice", "alternative"))
"""Words behind "no" that deny nothing."""
CLEFT = (("was", "to"), ("is", "to"))
"""Words of a plan, unless a name follows."""
RELATIVES = frozenset(("that", "who", "which", "if", "because", "whose", "where", "when"))
NAMING = ("person", "place", "state", "org", "asp", "treaty", "organ")
"""Kinds whose names are no cues ("the Lord's Resistance Army")."""
REGION_NAMES = clause_words("region-names")
BODY_CUES = frozenset(
    ("tried-elsewhere", "security-council", "general-assembly", "assembly", "un", "icj", "other-court", "region-word")
)


class Sentences:
    """What is known of a report while its sentences are read one after the other."""

    def __init__(self, report: Report, record: Record) -> None:
        self.report = report
        self.names = Names(record)
        self.lexicon = load()
        self.closed = closed()
        self.discourse = Discourse(self.names)
        self.swallowers: dict[str, tuple[str, ...]] = {}
        for longer, inner in data()["swallows"].items():
            for name in inner.split(","):
                self.swallowers[name.strip()] = (*self.swallowers.get(name.strip(), ()), longer)
        self.peoples: dict[str, str] = data()["peoples"]
        self.names_court = any(m.entity in ("icc", "otp", "treaty:rome-statute") for m in report.mentions)
        self.regions = dict(data()["regions"].items())
        self._tokens: list[Word] = []
        self.earlier: list[Proposition] = []
        """Propositions of the sentence before."""
        self.mention_starts = [m.start for m in report.mentions]
        self.time_starts = [t.start for t in report.timexes]
        self.role_starts = [m.start for m in report.roles]

    def _between(self, starts: list[int], listed: tuple, first: int, last: int) -> tuple:  # type: ignore[type-arg]
        return listed[bisect_left(starts, first) : bisect_left(starts, last)]

    def _named(self, tokens: list[Word]) -> list[Item]:
        at = {t.start: i for i, t in enumerate(tokens)}
        start, end = min(t.start for t in tokens), max(t.end for t in tokens)
        named = it.of_mentions(self._between(self.mention_starts, self.report.mentions, start, end), at, tokens)
        named = [self._people(_region(n, tokens), tokens) for n in named if not self._counts_people(n, tokens)]
        taken = {k for n in named for k in range(n.first, n.last)}
        for i, token in enumerate(tokens):
            if i in taken or not token.text[:1].isupper():
                continue
            state = self.names.demonyms.get(token.low) or self.peoples.get(token.low)
            if state:
                named.append(Item("state", i, i + 1, state, "demonym"))
                continue
            situation = self.names.places.get(token.low)
            if situation:
                named.append(Item("situation", i, i + 1, situation, "place"))
                continue
            capital = self.names.capitals.get(token.low) or (
                self.names.capitals.get(f"{token.low} {tokens[i + 1].low}") if i + 1 < len(tokens) else None
            )
            if capital and token.low != "the":
                named.append(Item("capital", i, i + 1, capital))
        named = [self._seat(self._capital(n, tokens), tokens) for n in named]
        if not self.names_court:
            taken = {k for n in named for k in range(n.first, n.last)}
            for i, token in enumerate(tokens):
                if (
                    i
                    and token.low in ("court", "tribunal")
                    and i not in taken
                    and tokens[i - 1].low in ("the", "this", "hague", "criminal", "world")
                ) or (token.low == "icc" and i not in taken):
                    named.append(Item("court", i, i + 1, "icc"))
                elif (
                    token.low in ("statute", "treaty") and i and i not in taken and tokens[i - 1].low in ("the", "rome")
                ):
                    named.append(Item("treaty", i, i + 1, "treaty:rome-statute"))
        return sorted(named, key=lambda n: n.first)

    def _capital(self, item: Item, tokens: list[Word]) -> Item:
        """A capital that is on record as a place of its own."""
        place = self.names.record.places.get(item.entity or "") if item.kind == "place" else None
        words = " ".join(t.low for t in tokens[item.first : item.last])
        if place is None or not place.state or self.names.capitals.get(words) != place.state:
            return item
        return item._replace(kind="capital", entity=place.state)

    def _people(self, item: Item, tokens: list[Word]) -> Item:
        """ "The Central African", taken for the name of somebody unknown, is the adjective of a State."""
        if item.kind != "person" or item.entity or item.candidates:
            return item
        first = item.first + (tokens[item.first].low == "the")
        state = self.names.demonyms.get(" ".join(t.low for t in tokens[first : item.last]))
        return Item("state", first, item.last, state, "demonym") if state else item

    def _seat(self, item: Item, tokens: list[Word]) -> Item:
        """ "The government in Khartoum" is the State's."""
        i = item.first
        if item.kind not in ("capital", "place") or i < 2 or tokens[i - 1].low not in ("in", "of") or not item.entity:
            return item
        place = self.names.record.places.get(item.entity)
        state = item.entity if item.kind == "capital" else (place.state if place is not None else None)
        if state is None or tokens[i - 2].low not in RULERS:
            return item
        return Item("state", i - 2, item.last, state, "seat")

    def _counts_people(self, item: Item, tokens: list[Word]) -> bool:
        """Whether what was taken for a person unnamed is a number of people ("three Russians")."""
        if item.kind != "person" or item.entity or item.candidates:
            return False
        last = tokens[item.last - 1].low
        return it.number(tokens[item.first].low) is not None and last.endswith("s") and last in self.names.demonyms

    def _hidden(self, m: Match, named: list[Item], dated: set[int]) -> bool:
        """Words of names and dates are not cues ("May", "Court", "Will")."""
        if (
            m.entry.table == "hedge"
            and m.first
            and self._tokens[m.first - 1].low in ("own", "free", "political", "good")
        ):
            return True  # "of his own will"
        if m.entry.table == "hedge" and m.entry.words in CLEFT and self._tokens[m.last : m.last + 1]:
            following = self._tokens[m.last]
            if following.low in ("answer", *self.closed.determiners) or following.text[:1].isupper():
                return True  # "It was to the authorities of Kenya that he gave himself up"
        if m.entry.table in ("hedge", "say") and any(k in dated for k in range(m.first, m.last)):
            return True
        if m.entry.table in ("say", "hedge", "description"):
            return any(n.first <= m.first < n.last for n in named)
        if m.entry.table == "cue" and m.entry.name not in BODY_CUES:
            return any(n.first <= m.first and m.last <= n.last and n.kind in NAMING for n in named)
        return False

    def _swallowed(self, found: list[Match]) -> list[Match]:
        """Without the cues that only stand within a longer one ("arrest" in "arrest warrant")."""
        out = []
        for m in found:
            if m.entry.name == "seek" and m.first and self._tokens[m.first - 1].low == "'s":
                continue  # "at Manila's request"
            if (
                self._tokens[m.first].low == "file"
                and m.first
                and self._tokens[m.first - 1].low in ("the", "this", "a")
            ):
                continue  # "in this file"
            if m.entry.name == "seek" and m.first > 1 and self._tokens[m.first - 2].low == "at":
                continue  # "at the request of"
            keepers = self.swallowers.get(m.entry.name, ()) if m.entry.table == "cue" else ()
            if not any(
                k.entry.name in keepers
                and k.first <= m.first
                and m.last <= k.last
                and k.last - k.first >= m.last - m.first
                for k in found
            ):
                out.append(m)
        return out

    def _articles(self, tokens: list[Word], named: list[Item]) -> list[Item]:
        """On "Article 70", "articles 12 and 13": those that no mention covers; paragraphs kept as the value."""
        out = []
        for i, t in enumerate(tokens[:-1]):
            if t.low in ("resolution", "resolutions") and tokens[i + 1].low.isdigit():
                out.append(Item("resolution", i, i + 2, None, tokens[i + 1].low))
            if t.low in ("article", "articles", "art") and tokens[i + 1].low[:1].isdigit():
                j, value = i + 1, ""
                while j < len(tokens) and (
                    tokens[j].low[:1].isdigit()
                    or tokens[j].low in "()"
                    or (len(tokens[j].low) == 1 and tokens[j - 1].low == "(")
                ):
                    value += tokens[j].low
                    j += 1
                out.append(Item("article", i, j, f"article:{value.split('(')[0]}", value))
        for n in list(named):
            if n.kind == "article":
                named.remove(n)
                if not any(o.first <= n.first < o.last for o in out):
                    out.append(n._replace(value=(n.entity or "").partition(":")[2]))
        return out

    def _others(self, tokens: list[Word], found: list[Match], named: list[Item]) -> list[Item]:
        """Pronouns, descriptions, cities, ranks and quantified subjects."""
        out: list[Item] = self._rulers(tokens)
        covered = {k for n in (*named, *out) for k in range(n.first, n.last)}
        pronoun_words: set[int] = set()
        for m in sorted((m for m in found if m.entry.table == "pronoun"), key=lambda m: m.first - m.last):
            if m.first in covered or m.first in pronoun_words:
                continue
            if m.entry.words in (("himself",), ("herself",)) and any(n.kind == "person" for n in named):
                continue  # whoever the subject is
            pronoun_words.update(range(m.first, m.last))
            out.append(Item("pronoun", m.first, m.last, None, m.entry.name, anaphoric=True))
        for m in found:
            table, name = m.entry.table, m.entry.name
            if table == "city" and not any(n.kind == "city" and n.last > m.first for n in out if n.first <= m.first):
                out.append(Item("city", m.first, m.last, None, " ".join(m.entry.words).removeprefix("the ")))
            elif table == "description" and m.first not in covered and m.first not in pronoun_words:
                item = self._described(m, tokens, covered)
                if item:
                    out.append(item)
            elif table == "rank":
                j = m.first - 1
                steps = 0
                while (
                    j >= 0
                    and steps < 3
                    and tokens[j].low not in ("first", "only", "last", "youngest", "oldest")
                    and tokens[j].low not in NTH
                ):
                    if (
                        tokens[j].low in self.closed.prepositions
                        or tokens[j].low.endswith("s")
                        or tokens[j].low in (",", ".", ";", "where", "if", "when", "a", "an", "the")
                    ):
                        break
                    j -= 1
                    steps += 1
                own = (
                    j > 0
                    and tokens[j - 1].low in ("its", "a", "his", "her", "their")
                    and tokens[m.last - 1].low.startswith("warrant")
                )
                own = own or self._of_a_person(j, m.last, tokens)
                if (
                    j >= 0
                    and not own
                    and (
                        tokens[j].low in ("first", "only", "last")
                        or (tokens[j].low in NTH and name in PEOPLE and tokens[m.last - 1].low not in THINGS)
                    )
                    and not any(o.kind == "superlative" and o.last >= m.last for o in out)
                ):
                    out = [o for o in out if o.kind != "superlative"]
                    out.append(Item("superlative", j, m.last, None, name, tokens[j].low))
        out += self._placeholders(tokens, named)
        for i, t in enumerate(tokens):
            if t.low == "none" and i and tokens[i - 1].low == "to":
                continue  # "by fifteen votes to none"
            if t.low == "none" and i and tokens[i - 1].low == "," and self._no_verb_of_its_own(i, tokens):
                continue  # "six men are wanted, none of them caught so far"
            if (
                t.low in ("nobody", "none", "no-one")
                or (t.low == "one" and i and tokens[i - 1].low == "not")
                or (t.low == "no" and i + 1 < len(tokens) and tokens[i + 1].low not in NO_DENIAL)
            ):
                out.append(Item("quantified", i, i + 1, None, "none"))
            elif (
                t.low == "only"
                and i + 1 < len(tokens)
                and any(n.first == i + 1 or (n.first == i + 2 and tokens[i + 1].low == "the") for n in named)
            ):
                out.append(Item("quantified", i, i + 1, None, "only"))
        return out

    def _rulers(self, tokens: list[Word]) -> list[Item]:
        """Persons with a case who are named by their office ("Sudan's president", "the Russian leader")."""
        start, end = min(t.start for t in tokens), max(t.end for t in tokens)
        out = []
        for m in self._between(self.role_starts, self.report.roles, start, end):
            at = [k for k, t in enumerate(tokens) if m.start <= t.start and t.end <= m.end]
            if at and m.entity in self.names.with_case:
                also = (("person", (m.entity,)),)
                out.append(Item("pronoun", at[0], at[-1] + 1, m.entity, OFFICE, anaphoric=True, also=also))
        return out

    def _no_verb_of_its_own(self, at: int, tokens: list[Word]) -> bool:
        return not any(t.low in self.closed.auxiliaries for t in tokens[at + 1 : at + 6])

    def _of_a_person(self, at: int, last: int, tokens: list[Word]) -> bool:
        """Whether "the first warrant" is the first of a person's, not the Court's: it stands as a subject of its own or
        against a pronoun."""
        if at < 1 or not tokens[last - 1].low.startswith("warrant") or tokens[at - 1].low != "the":
            return False
        if last >= len(tokens):
            return False
        following = tokens[last].low
        if tokens[at - 2 if at > 1 else 0].low in ("after", "since", "before") and following in ("against", "for"):
            return True  # "ten years after the first warrant against him"
        if at > 1 and (tokens[at - 2].low.isalnum() and tokens[at - 2].low not in self.closed.coordinators):
            return False
        return (
            following in (",", "-", "–", "—", "dates", "dated", "followed")
            or following in self.closed.auxiliaries
            or (following in ("against", "for") and last + 1 < len(tokens) and tokens[last + 1].low in ("him", "her"))
        )

    def _placeholders(self, tokens: list[Word], named: list[Item]) -> list[Item]:
        """What stands for a noun of the sentence before: "those for X", "the one against Y", "the second followed"."""
        out = []
        starts = {n.first for n in named}
        for i, t in enumerate(tokens[:-1]):
            following = tokens[i + 1].low
            if t.low in ("those", "that") or (t.low in ("one", "ones", "other") and i and tokens[i - 1].low == "the"):
                if following in ("for", "against", "of") and starts & {i + 2, i + 3, i + 4}:
                    out.append(Item("pronoun", i, i + 1, None, "thing", anaphoric=True))
            elif (
                t.low in ("first", "second", "third", "latter", "other")
                and i
                and tokens[i - 1].low == "the"
                and (
                    following in self.closed.auxiliaries
                    or following in self.closed.finite
                    or following.endswith("ed")
                    or following == "dates"
                    or (following in ("in", "on") and t.low != "first")
                )
            ):
                out.append(Item("pronoun", i, i + 1, None, "thing", anaphoric=True))
        return out

    def _described(self, m: Match, tokens: list[Word], covered: set[int]) -> Item | None:
        j = m.first - 1
        while (
            j >= 0
            and m.first - j <= 5
            and tokens[j].low not in ("the", "this", "that", "a", "an", "his", "another", "its", "no")
        ):
            if (
                tokens[j].low in self.closed.prepositions
                or not tokens[j].low[:1].isalpha()
                or tokens[j].low in self.closed.auxiliaries
            ):
                return None
            j -= 1
        if (
            j < 0
            or m.first - j > 5
            or m.last in covered
            or (m.last < len(tokens) and tokens[m.last].low in ("of", "for", "-"))
        ):
            return None
        determiner = tokens[j].low
        if [t.low for t in tokens[m.last : m.last + 2]] == ["known", "as"] and m.last + 2 in covered:
            return None  # "the militia leader known as Ali Kushayb"
        if any(t.low in ("first", "only", "last", "second", "third", "next") for t in tokens[j : m.first]):
            return None
        if determiner in ("the", "this", "that"):
            return Item("pronoun", j, m.last, None, "described-" + m.entry.name, anaphoric=True)
        if determiner in ("a", "an", "another") and m.entry.name in ("person", "generic"):
            return Item("person", j, m.last, None, "unnamed")
        return None

    def _resolve(self, every: list[Item], tokens: list[Word]) -> list[Item]:
        """Pronouns with the entities that they may stand for; what the sentence itself named before counts too."""
        out: list[Item] = []
        scratch = Discourse(self.names)
        scratch.persons, scratch.states = list(self.discourse.persons), list(self.discourse.states)
        scratch.things, scratch.sentence = self.discourse.things, self.discourse.sentence
        pending: list[Item] = []
        for item in every:
            if item.value == OFFICE:
                out.append(item)
                named = [[item._replace(kind="person", anaphoric=False)]]
                scratch.note(named, [])
                self.discourse.note(named, [])
                continue
            if item.kind != "pronoun":
                out.append(item)
                if item.value == "demonym" and (whom := self._compatriot(item, tokens, scratch)) is not None:
                    out.append(whom)
                if item.kind in ("person", "state") and item.entity and item.value != "demonym":
                    pending.append(item)
                    if pending[-2:-1] and len(it.group(pending[-2:], tokens)) == 1:
                        listed = scratch.persons if item.kind == "person" else scratch.states
                        joined = listed.pop()
                        listed.append(joined._replace(entities=(*joined.entities, item.entity)))
                    else:
                        compared = item.first > 0 and tokens[item.first - 1].low in ("like", "unlike")
                        scratch.note([[item]], [], aside=compared, compared=compared)
                continue
            also: list[tuple[str, tuple[str, ...]]] = []
            if item.value in ("he", "she"):
                found = scratch.person("male" if item.value == "he" else "female")
                also = [("person", (found,))] if found else []
            elif item.value in ("described-person", "described-generic"):
                homes = [
                    n.entity for n in every if n.value == "demonym" and item.first <= n.first < item.last and n.entity
                ]
                found = (scratch.person(None, homes[0]) if homes else None) or scratch.person(None)
                also = [("person", (found,))] if found else []
            elif item.value == "described-situation":
                here = len(scratch.states) > len(self.discourse.states)
                known = not here and self.discourse.one_situation()  # then it is the situation of the report
                also = [("state", scratch.states[-1].entities[-1:])] if scratch.states and not known else []
            elif item.value in ("it", "described-state"):
                state = scratch.subject_state() if item.value == "it" else scratch.state()
                also = [("state", (state,))] if state else []
                if item.value == "it":
                    spoken = self._government(out, tokens)
                    also = [("state", (spoken,))] if spoken else also
                    also.append(("court", ("icc",)))
            elif item.value == "they":
                size = {"two": 2, "three": 3, "four": 4, "both": 2, "trio": 3, "pair": 2, "duo": 2}.get(
                    next(
                        (
                            t.low
                            for t in tokens[item.first : item.last]
                            if t.low in ("two", "three", "four", "both", "trio", "pair", "duo")
                        ),
                        "",
                    )
                )
                word = tokens[item.last - 1].low
                if word not in ("suspects", "men"):
                    states = scratch.many("state", size)
                    also += [("state", states)] if states else []
                if word not in ("countries", "states", "governments", "juntas"):
                    persons = scratch.many("person", size)
                    also += [("person", persons)] if persons else []
            out.append(item._replace(also=tuple(also)))
        return out

    def _compatriot(self, item: Item, tokens: list[Word], scratch: Discourse) -> Item | None:
        """ "The Malian", "that Pole": the one person named so far who is of that people, if no noun follows."""
        i, word = item.first, tokens[item.first].low
        if not i or tokens[i - 1].low not in ("the", "that", "this") or tokens[item.last - 1].low.endswith("s"):
            return None
        following = tokens[item.last].low if item.last < len(tokens) else "."
        many = word.endswith(("ese", "sh", "ch", "ss"))
        if many and following not in ("was", "is", "has", "had", "himself", "herself"):
            return None  # "the Sudanese": the people, or their government
        after = tokens[item.last + 1].low if item.last + 1 < len(tokens) else "."
        linked = after in self.closed.prepositions | self.closed.determiners or not after[:1].isalpha()
        verbs = self.closed.auxiliaries | self.closed.finite
        small = self.closed.prepositions | self.closed.coordinators | RELATIVES
        if following[:1].isalpha() and following not in verbs | small and not (following.endswith("ed") and linked):
            return None  # "the Malian government"
        found = scratch.compatriots(item.entity or "")
        if len(found) != 1:
            return None
        return Item(
            "pronoun", i - 1, item.last, None, "described-person", anaphoric=True, also=(("person", tuple(found)),)
        )

    def _government(self, before: list[Item], tokens: list[Word]) -> str | None:
        """The State whose capital speaks for it in the same sentence: "Moscow announced that it ..."."""
        last = next((i for i in reversed(before) if i.kind not in ("time", "pronoun")), None)
        if last is None or last.kind != "capital" or tokens[last.first - 1].low in self.closed.prepositions:
            return None
        return last.entity

    # -- one clause ----------------------------------------------------------------------------------------


def _region(item: Item, tokens: list[Word]) -> Item:
    """A part of the world that was taken for an unknown name, or the item itself; "Most" is no part of it."""
    if item.entity is not None:
        return item
    words = [t.low for t in tokens[item.first : item.last]]
    skipped = words[0] in ("most", "all", "no", "only") and len(words) > 1
    if " ".join(words[skipped:]) not in REGION_NAMES:
        return item
    return item._replace(kind="region", first=item.first + skipped)
