"""Facts as columns: from rows of facts to the arrays and tables that ``grid`` and ``sql`` read.

A *row* is a mapping of facts to values, as ``consent.place_row`` gives them. ``encode`` turns many into one array a
fact: ``int8`` for flags, ``int32`` for days and numbers, ``int16`` codes for words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hague.law.consent import Row
from hague.law.grid import MISSING, MISSING_WORD
from hague.law.sql import column
from hague.law.tree import Flag, Is, Leaf, Node, walk
from hague.law.truth import UNKNOWN

Columns = dict[str, NDArray[Any]]


class Words(dict[str, int]):
    """Numbers words as they come."""

    def __missing__(self, word: str) -> int:
        self[word] = len(self)
        return self[word]


def kinds(*roots: Node) -> dict[str, str]:
    """Fact -> ``flag``, ``word`` or ``number``, by how the rules read it."""
    found: dict[str, str] = {}
    for root in roots:
        for node in walk(root):
            if isinstance(node, Leaf):
                for fact in node.reads:
                    word = isinstance(node, Is) or fact.endswith(".state")
                    kind = "flag" if isinstance(node, Flag) else "word" if word else "number"
                    if not fact.startswith("open."):
                        found[fact] = kind
    return found


def encode(rows: Sequence[Row], scope: str, kinds_of: Mapping[str, str], words: Words) -> Columns:
    """One array a fact of ``scope`` (``case``, ``place``, ``nationality``), in the order of the rows."""
    out: Columns = {}
    for fact, kind in kinds_of.items():
        if not fact.startswith(f"{scope}."):
            continue
        values = [row.get(fact) for row in rows]
        if kind == "flag":
            out[fact] = np.array([UNKNOWN if v is None else v for v in values], np.int8)
        elif kind == "word":
            out[fact] = np.array([MISSING_WORD if v is None else words[v] for v in values], np.int16)
        else:
            out[fact] = np.array([MISSING if v is None else v for v in values], np.int32)
    return out


def gather(encoded: Columns, chosen: NDArray[np.intp], number: int = 1) -> Columns:
    """The columns of chosen rows, named for the ``number``-th place or nationality."""
    return {column(fact, number): values[chosen] for fact, values in encoded.items()}


def readable(columns: Mapping[str, NDArray[Any]], words: Mapping[str, int]) -> dict[str, Any]:
    """The columns for a database: words as text, and missing values as NULL. Needs pyarrow."""
    import pyarrow as pa

    spelled = [w for w, _ in sorted(words.items(), key=lambda item: item[1])]
    out: dict[str, Any] = {}
    for name, values in columns.items():
        if values.dtype == np.int8:
            out[name] = pa.array(values)
        elif values.dtype == np.int16:
            codes = pa.array(values, mask=values == MISSING_WORD)
            out[name] = pa.DictionaryArray.from_arrays(codes, pa.array(spelled))
        else:
            out[name] = pa.array(values, mask=values == MISSING)
    return out


def table(columns: Mapping[str, NDArray[Any]], words: Mapping[str, int], keep: Iterable[str] = ()) -> Any:
    """The columns as an Arrow table; ``keep`` limits it to some."""
    import pyarrow as pa

    kept = list(keep) or list(columns)
    return pa.table(readable({name: columns[name] for name in kept}, words))
