"""Words looked up in the record: every entry whose names or facts hold all of them."""

from __future__ import annotations

import unicodedata
from typing import Any

import msgspec

from hague.record import Record
from hague.record.model import TABLES


class Hit(msgspec.Struct, frozen=True):
    """An entry that holds all the words, and the first passage that holds one of them."""

    id: str
    name: str
    passage: str


def search(record: Record, words: str) -> list[Hit]:
    """Entries that hold all ``words``; case and accents do not matter. Those named so come first."""
    wanted = [fold(w) for w in words.split()]
    if not wanted:
        return []
    ranked = []
    for table in TABLES:
        for ident, entry in record.table(table).items():
            texts = list(_texts(msgspec.to_builtins(entry)))
            folded = [fold(t) for t in texts]
            everything = " ".join(folded)
            if not all(w in everything for w in wanted):
                continue
            name = str(getattr(entry, "name", None) or getattr(entry, "title", None) or ident)
            passage = max(range(len(texts)), key=lambda i: (sum(w in folded[i] for w in wanted), -i))
            named = all(w in fold(name) for w in wanted)
            ranked.append(((not named, table == "sources", ident), Hit(ident, name, texts[passage])))
    return [hit for _, hit in sorted(ranked, key=lambda r: r[0])]


def fold(text: str) -> str:
    """Lower case without accents."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def _texts(value: Any) -> Any:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("sources", "id"):
                yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, str):
        yield value
