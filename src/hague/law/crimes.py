"""The acts that the Statute makes crimes, by crime and act: loose spellings in, paragraphs out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from hague.record import Record
from hague.record.model import CrimeHeading

_NO_ANNEX: Final = "article 8(2)(b)(xx) needs an annex of prohibited weapons, and none was ever adopted"
NOT_CRIMES: Final = {
    "attack-on-military-objective": "an attack on a military objective is not prohibited as such",
    "cluster-munitions": _NO_ANNEX,
    "weapons-by-annex": _NO_ANNEX,
    "anti-personnel-mines": _NO_ANNEX,
    "nuclear-weapons": _NO_ANNEX,
    "incendiary-weapons": _NO_ANNEX,
    "unnecessary-suffering-weapons": _NO_ANNEX,
    "ecocide": "ecocide is not in the Statute; article 8(2)(b)(iv) knows excessive damage to nature only",
    "siege": "a siege is not prohibited as such; starving civilians is",
    "attack-on-works-and-installations": "article 8 does not list attacks on dams and the like as such",
    "terrorism": "terrorism as such was left out of the Statute",
    "terrorising-civilians": "article 8 does not list spreading terror among civilians",
    "collective-punishment": "article 8 does not list collective punishment",
    "unjustified-delay-in-repatriation": "article 8 does not list delay in repatriating prisoners of war",
    "use-of-mercenaries": "article 8 does not list the use of mercenaries",
    "slavery": "article 8 lists sexual slavery only",
}  # fmt: skip
"""War-crime charges that are heard of and that article 8 does not know, each with the reason."""
_ALSO: Final = {
    "cluster-bombs": "cluster-munitions",
    "cluster-weapons": "cluster-munitions",
    "landmines": "anti-personnel-mines",
    "mines": "anti-personnel-mines",
    "white-phosphorus": "incendiary-weapons",
    "phosphorus-weapons": "incendiary-weapons",
    "indiscriminate-weapons": "weapons-by-annex",
    "annex-weapons": "weapons-by-annex",
    "prohibited-weapons": "weapons-by-annex",
    "attack-on-military-target": "attack-on-military-objective",
    "attacking-military-objective": "attack-on-military-objective",
    "attack-on-military-objectives": "attack-on-military-objective",
    "attack-on-dams": "attack-on-works-and-installations",
    "attack-on-works": "attack-on-works-and-installations",
    "besieging": "siege",
    "terror-attack": "terrorism",
    "weapons-causing-superfluous-injury": "unnecessary-suffering-weapons",
    "superfluous-injury-weapons": "unnecessary-suffering-weapons",
    "terror": "terrorising-civilians",
    "spreading-terror": "terrorising-civilians",
    "mercenary": "use-of-mercenaries",
    "mercenarism": "use-of-mercenaries",
}
_SMALL: Final = {
    "of", "on", "the", "a", "an", "in", "to", "for", "by", "and", "or", "as", "against", "upon", "under", "with",
    "crime", "crimes", "use", "using", "directing", "intentionally",
}  # fmt: skip


class Listing(NamedTuple):
    """Where article 8 has an act: the paragraphs for each kind of conflict, and the amendment on which each rests."""

    act: str
    name: str
    international: tuple[str, ...]
    internal: tuple[str, ...]
    amended_international: str | None
    amended_internal: str | None


class Acts:
    """The acts of a record, found by loose spellings."""

    def __init__(self, record: Record) -> None:
        self._exact: dict[tuple[str, str], CrimeHeading] = {}
        self._loose: dict[tuple[str, frozenset[str]], set[str]] = {}
        self._headings: dict[tuple[str, str], CrimeHeading] = {}
        for heading in record.crimes.values():
            self._headings[heading.crime, heading.act] = heading
        for heading in record.crimes.values():
            for name in (heading.act, *heading.aliases):
                exact = (heading.crime, name)
                if exact not in self._headings or name == heading.act:
                    self._exact.setdefault(exact, heading)
                self._loose.setdefault((heading.crime, _stems(name)), set()).add(heading.act)

    def find(self, crime: str, act: str) -> CrimeHeading | None:
        """The heading that ``act`` names under ``crime``; ``None`` if none does, or more than one may."""
        found = self._headings.get((crime, act)) or self._exact.get((crime, act))
        if found is None:
            named = self._loose.get((crime, _stems(act)), set())
            found = self._headings[crime, next(iter(named))] if len(named) == 1 else None
        return found

    def names(self, crime: str | None = None) -> list[str]:
        """Every act, of one crime or of all."""
        return sorted({a for c, a in self._headings if crime is None or c == crime})


def not_a_crime(act: str) -> str | None:
    """The slug under ``NOT_CRIMES`` that ``act`` names, if any."""
    if act in NOT_CRIMES:
        return act
    if act in _ALSO:
        return _ALSO[act]
    wanted = _stems(act)
    return next((k for k in (*NOT_CRIMES, *_ALSO) if _stems(k) == wanted), None)


def _stems(name: str) -> frozenset[str]:
    """The words of a slug without endings and small words: ``attacking-civilians`` is ``attack-on-civilians``."""
    words = (w for w in re.split(r"[^a-z0-9]+", name.lower()) if w and w not in _SMALL)
    return frozenset(re.sub(r"(ings?|ions?|ments?|ers?|ed|es|s|e)$", "", w) or w for w in words)


def listing(heading: CrimeHeading) -> Listing:
    """The paragraphs of a heading of article 8 by kind of conflict."""
    inter = [p for p in heading.paragraphs if p.setting in ("international", "any")]
    internal = [p for p in heading.paragraphs if p.setting in ("non-international", "any")]
    return Listing(
        heading.act,
        heading.name,
        tuple(p.article for p in inter),
        tuple(p.article for p in internal),
        next((p.amendment for p in inter), None),
        next((p.amendment for p in internal), None),
    )


@lru_cache(maxsize=8)
def acts(record: Record) -> Acts:
    """The acts of a record, indexed once."""
    return Acts(record)
