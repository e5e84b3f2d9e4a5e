"""Word classes (``words.txt``): the closed and the telling words that reading speech leans on."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def _table() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for line in resources.files(__package__).joinpath("words.txt").read_text("utf-8").splitlines():
        if line and line[0] != "#":
            name, words = line.split("|")
            table[name.strip()] = frozenset(words.split())
    return table


def word_class(name: str) -> frozenset[str]:
    """The lower-case words of a class of ``words.txt``; ``KeyError`` if there is none of that name."""
    return _table()[name]


class Classes:
    """The classes that several modules use."""

    def __init__(self) -> None:
        self.determiner = word_class("determiner")
        self.pronoun = word_class("pronoun")
        self.preposition = word_class("preposition")
        self.be = word_class("be")
        self.auxiliary = word_class("auxiliary")
        self.modal = word_class("modal")
        self.negation = word_class("negation")
        self.adverb = word_class("adverb")
        self.boundary = word_class("boundary")
        self.wh = word_class("wh")
        self.blank = word_class("blank")
        self.conjunction = word_class("conjunction")
        self.finite = word_class("finite")
        self.ruling = word_class("ruling")
        self.law = word_class("law")
        self.writing = word_class("writing")
        self.person = word_class("person")
        self.plural = word_class("plural")
        self.apposition = word_class("apposition")
        self.outlet = word_class("outlet")
        self.press = word_class("press")
        self.assembly = word_class("assembly")
        self.bench = word_class("bench")
        self.host = word_class("host")


@cache
def classes() -> Classes:
    return Classes()
