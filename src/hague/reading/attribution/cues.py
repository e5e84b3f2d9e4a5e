"""The verbs of reported speech and what each may be followed by, from ``cues.txt``."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from msgspec import Struct


class Cue(Struct, frozen=True, gc=False):
    """``form``: base, s, past or ing. ``rest``: the words that complete it ("out" of "pointed out")."""

    form: str
    takes: str
    rest: tuple[str, ...]


def _inflected(lemma: str) -> tuple[str, str, str, str]:
    if lemma.endswith("e"):
        return lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"
    if re.search(r"[^aeiou]y$", lemma):
        return lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    if re.search(r"(?:s|sh|ch|x|z)$", lemma):
        return lemma, lemma + "es", lemma + "ed", lemma + "ing"
    return lemma, lemma + "s", lemma + "ed", lemma + "ing"


_PARTICLES = frozenset({"out", "on", "upon", "to", "it", "up", "clear", "known", "plain"})


def _form(word: str, words: list[str]) -> str:
    if word.endswith("ing"):
        return "ing"
    if word == words[0] and len(words) > 3:
        return "base"
    return "s" if word == words[1] else "past"


@cache
def cues() -> dict[str, tuple[Cue, ...]]:
    """Cues by the form of their verb; those of several words first."""
    table: dict[str, list[Cue]] = {}
    for line in resources.files(__package__).joinpath("cues.txt").read_text("utf-8").splitlines():
        if not line or line[0] == "#":
            continue
        forms, takes = (part.strip() for part in line.split("|"))
        words = forms.split()
        rest: list[str] = []
        while words[-1] in _PARTICLES:
            rest.insert(0, words.pop())
        if len(words) == 1:
            words = list(_inflected(words[0]))
        for word in words:
            cue = Cue(_form(word, words), takes.replace(" ", ""), tuple(rest))
            if cue not in table.setdefault(word, []):
                table[word].append(cue)
    return {word: tuple(sorted(found, key=lambda c: -len(c.rest))) for word, found in table.items()}
