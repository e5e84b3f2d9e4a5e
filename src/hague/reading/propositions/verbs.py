"""Words of which no list says that they are verbs, and that stand where a verb of the present stands."""

from __future__ import annotations

from collections.abc import Sequence

from hague.reading.propositions.lexicon import clause_words, closed
from hague.reading.propositions.tokens import Word

BARE_PLURALS = clause_words("bare-plurals")
SINGULARS = clause_words("singulars")
"""Nouns that do something in this field, in the singular."""
OBJECTS = clause_words("objects")
"""Words with which the object of a verb may begin, determiners apart."""
NO_VERBS = clause_words("no-verbs")
"""Little words that stand between two nouns and are no verbs."""
ONE = frozenset(("person", "state", "org", "chamber", "capital", "asp", "article"))
"""Kinds of mention that take a verb of the third person."""
IT = frozenset(("it", "he", "she", "which", "who", "that"))
THEY = frozenset(("they", "we"))
NO_ENDINGS = ("ing", "s", "ly", "al", "ive")


def agrees(tokens: Sequence[Word], kinds: Sequence[str], i: int) -> bool:
    """Whether word ``i`` stands between a subject that it agrees with in number and an object ("a third warrant names
    Mr Deif", "the measures breach international law"). ``kinds``: of the mention each word belongs to, or ''."""
    low = tokens[i].low
    if not 0 < i < len(tokens) - 1 or not low.isalpha() or len(low) < 2 or low in NO_VERBS:
        return False
    words = closed()
    if low in words.prepositions or low in words.coordinators or low in words.subordinators:
        return False
    before, follow = tokens[i - 1].low, tokens[i + 1]
    if before in THEY and not kinds[i] and low not in words.determiners and not low.endswith((*NO_ENDINGS, "ed")):
        return True  # "they take effect"
    if not (
        follow.low in OBJECTS
        or follow.low in words.determiners
        or kinds[i + 1] not in ("", "time")
        or follow.text[:1].isdigit()
    ):
        return False
    if low.endswith("s") and not low.endswith("ss"):
        return kinds[i - 1] in ONE or before in IT or before in SINGULARS
    plural = before.endswith("s") and not before.endswith(("ss", "'s")) and not kinds[i - 1]
    return (plural or before in THEY or before in BARE_PLURALS) and not low.endswith(NO_ENDINGS)
