"""The speaker of record: who is meant by the words of an attribution, and by which steps that is known."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from functools import cache
from importlib import resources

from hague.reading.model import Mention

_SPEAKS_FOR = re.compile(
    r"\b(?:spokes\w+|officials?|diplomats?|representatives?|envoys?|ambassadors?|delegates?|delegation|mission|government|ministry|minister|"
    r"ministers|members?|chief|head|leaders?|experts?|office|sources?|statement|presidency|agency|mediators?)\b",
    re.I,
)
_COURT_UNNAMED = re.compile(
    r"\b(?:officials?|sources?|insiders?|staff(?:er)?s?|employees?|clerks?|observers?|critics?|experts?)\b",
    re.I,
)
_OFFICE = re.compile(
    r"\b(?:office of the (?:icc )?prosecutor|prosecutor[’']s office|(?:the|his|her) office\b|"
    r"prosecution(?: team)?\b|otp\b|"
    r"office of [A-Z]\w+ [A-Z]\w+)",
)
_CHAMBER = re.compile(r"\b(Appeals Chamber|Pre-Trial Chamber ([IVX]+)|Trial Chamber ([IVX]+))\b")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "we"})
_PERSONAL = re.compile(
    r"\b(?:president|minister|premier|chancellor|king|queen|judge|prosecutor|spokes(?:man|woman|person)|secretary|senator|lawyer|counsel|"
    r"ambassador|director|chair(?:man|woman|person)?|general|colonel|official|diplomat|deputy|officer|head|chief|leader|member|mr|mrs|"
    r"ms|dr|professor|activist|witness|survivor|aide|adviser|envoy|academic|expert|analyst|magistrate|commander|researcher|"
    r"rapporteur|commissioner|lawmaker|critic|resident|lecturer|student|vendor|trader|shopkeeper|economist|historian|"
    r"editor|author|columnist|poet|jurist|scholar|delegate|campaigner|reader|clerk|guard|retiree|priest|mason|mother|father|widow|teacher|farmer|midwife|nurse|driver|woman|man)\b",
    re.I,
)
_FEMALE = re.compile(
    r"\b(?:spokeswoman|chairwoman|queen|mrs|ms|mother|widow|midwife|woman|her|congresswoman|dame|princess|actress)\b",
    re.I,
)
_MALE = re.compile(
    r"\b(?:spokesman|chairman|king|mr|father|man|his|congressman|sir|prince|businessman|imam|bishop)\b", re.I
)
_PLURAL = re.compile(
    r"\b(?:and|officials|sources|lawyers|judges|prosecutors|diplomats|senators|ministers|activists|governments|groups|leaders|people|experts|relatives|survivors|critics|opponents|supporters|academics|\w{4,}ers|\w{4,}ists)\b"
)


@cache
def capitals() -> dict[str, str]:
    """State ids by the capital or seat that stands for the government."""
    lines = resources.files(__package__).joinpath("speakers_seats.txt").read_text("utf-8").splitlines()
    return {name: "state:" + code for name, code in (line.rsplit(" ", 1) for line in lines if line and line[0] != "#")}


class Names:
    """Mentions of a report, found by place."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self.text = text
        self.mentions = sorted((m for m in mentions if m.entity), key=lambda m: m.start)
        self._starts = [m.start for m in self.mentions]

    def within(self, start: int, end: int) -> list[Mention]:
        a = bisect.bisect_left(self._starts, start)
        out = []
        while a < len(self.mentions) and self.mentions[a].start < end:
            if self.mentions[a].end <= end:
                out.append(self.mentions[a])
            a += 1
        return out

    def entity(self, start: int, end: int) -> str | None:
        """The record's id of the person or body that the words at ``start`` to ``end`` name or speak for."""
        printed = self.text[start:end]
        found = self.within(start, end)
        people = [m for m in found if m.type == "person"]
        head = re.split(r"\s(?:who|whom|which)\s|,\s", printed, maxsplit=1)[0]
        limit = start + len(head)
        office = _OFFICE.search(printed)
        if (
            (office and not re.match(r"(?:a|an|one|former)\b", printed, re.I))
            or re.search(r"\bprosecution team\b", printed)
        ) and not (people and people[0].start - start < 3):
            return "otp"
        named = [m for m in people if m.start < limit or (len(people) == 1 and m.start < start + 120)]
        if named:
            before = self.text[start : named[0].start]
            if not re.search(
                r"\b(?:for|against|of|to|with|near|from|by)\s+(?:[\w’'.-]+\s+){0,3}$", before, re.I
            ) and not re.search(r"[’']s?\s", self.text[named[0].end - 2 : min(end, named[0].end + 3)]):
                return named[0].entity
            if re.search(r"[’']s\b", self.text[named[0].end - 2 : min(end, named[0].end + 3)]) or before.strip():
                return self._body(printed, start, [m for m in found if m.type != "person"], None)
        return self._body(printed, start, found, limit)

    def _body(self, printed: str, start: int, found: Sequence[Mention], limit: int | None) -> str | None:
        low = printed.lower()
        chamber = _CHAMBER.search(printed)
        if chamber and not re.search(r"\b(?:lawyer|counsel|clerk)\b", low):
            for m in found:
                if m.entity and m.entity.startswith("chamber:"):
                    return m.entity
            if chamber.group(2):
                return f"chamber:ptc-{_ROMAN.get(chamber.group(2), 0)}"
            if chamber.group(3):
                return f"chamber:tc-{_ROMAN.get(chamber.group(3), 0)}"
            return "chamber:appeals"
        for m in found:
            if m.entity is None or m.type not in ("body", "state"):
                continue
            before = printed[: m.start - start]
            after = printed[m.end - start :]
            bare = not re.search(r"\w", re.sub(r"^(?:the|a|an)\b", "", before.strip(), flags=re.I)) and not re.search(
                r"\w", re.sub(r"^[’']s\b", "", after)
            )
            if bare and m.type in ("body", "state"):
                return m.entity
            if m.entity == "icc" and _COURT_UNNAMED.search(after):
                continue
            if (
                m.type == "body"
                and _SPEAKS_FOR.search(before + " " + after)
                and not re.search(
                    r"\b(?:lawyer|counsel|critic|opponent|former|senator|activist|analyst|professor)", low
                )
            ):
                return m.entity
            if m.type == "state" and re.match(
                r"(?:[’']s)?\s+(?:\w+\s+){0,2}(?:ministry|government|presidency|embassy|mission|delegation)\b",
                after,
                re.I,
            ):
                return m.entity
        if (
            re.search(r"\bcourt spokes|\bicc spokes", low)
            or re.fullmatch(r"the (?:icc|court|international criminal court)", low)
            or low in ("icc", "the hague-based court")
        ):
            return "icc"
        if re.search(r"\b(?:un|u\.n\.|united nations) (?:spokes|official|diplomat|secretariat|expert)", low):
            return "org:un"
        if re.fullmatch(r"(?:the )?(?:registry|registrar[’']s office)", low):
            return "registry"
        return capitals().get(re.sub(r"^the ", "", low.strip()))


def is_pronoun(speaker: str) -> bool:
    return speaker.lower() in _PRONOUNS


def may_be_meant(printed: str) -> bool:
    """Whether the subject of a sentence can be one who speaks: a name, or a word for a person."""
    return bool(_PERSONAL.search(printed)) or bool(re.match(r"(?:[A-Z][\w’'.-]+\s+){1,3}[A-Z]", printed))


def agrees(pronoun: str, printed: str, entity: str | None) -> bool:
    """Whether ``pronoun`` may stand for the one named by ``printed``."""
    pronoun = pronoun.lower()
    collective = entity is not None and not entity.startswith("person:")
    personal = bool(_PERSONAL.search(printed)) or (entity is not None and entity.startswith("person:"))
    plural = bool(_PLURAL.search(printed.lower())) and not (entity or "").startswith("person:")
    if pronoun == "it":
        return not personal or (collective and not _PERSONAL.search(printed))
    if pronoun == "they":
        return plural or not personal
    if pronoun in ("he", "she"):
        if plural:
            return False
        if collective and not personal:
            return False
        if pronoun == "he" and _FEMALE.search(printed):
            return False
        return not (pronoun == "she" and _MALE.search(printed))
    return True


def same(a: str, b: str, entity_a: str | None, entity_b: str | None) -> bool:
    """Whether two printed speakers are one: the same entity, or one is a shortened form of the other."""
    if entity_a and entity_b:
        return entity_a == entity_b
    words_a = {w for w in re.findall(r"\w+", a.lower()) if w not in _EMPTY}
    words_b = {w for w in re.findall(r"\w+", b.lower()) if w not in _EMPTY}
    return bool(words_a and words_b) and (words_a <= words_b or words_b <= words_a)


_EMPTY = frozenset(["the", "a", "an", "of", "for", "in", "at", "to", "and", "one", "s", "his", "her", "its", "their"])
