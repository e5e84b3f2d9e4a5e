"""Loose names to the ids that bear them; each row is what a user may type and what it finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hague.record import Record
from hague.record.names import Named, NameIndex, fold, key, surnames

FOUND = [
    # by id, whole or in part
    ("person:vladimir-putin", "person:vladimir-putin"),
    ("vladimir-putin", "person:vladimir-putin"),
    ("state:PSE", "state:PSE"),
    ("state:pse", "state:PSE"),
    ("icc", "icc"),
    # by name, short name, other spellings, codes, people and capitals
    ("putin", "person:vladimir-putin"),
    ("Karim A.A. Khan", "person:karim-khan"),
    ("Palestine", "state:PSE"),
    ("pse", "state:PSE"),
    ("UK", "state:GBR"),
    ("cote d'ivoire", "state:CIV"),
    ("Hofmanski", "person:piotr-hofmanski"),
    ("netanyahu", "person:benjamin-netanyahu"),
    ("situation in Darfur", "situation:darfur"),
    ("Darfur investigation", "situation:darfur"),
    ("un security council", "org:unsc"),
]


@pytest.mark.parametrize(("name", "ident"), FOUND)
def test_a_name_finds_its_entry(name: str, ident: str, record: Record) -> None:
    assert record.names.find(name) == (ident,)


def test_a_name_that_several_bear_finds_them_all(record: Record) -> None:
    assert {"person:muammar-gaddafi", "person:saif-al-islam-gaddafi"} <= set(record.names.find("gaddafi"))


@pytest.mark.parametrize(
    ("name", "ident"), [("benzouda", "person:fatou-bensouda"), ("person:fatou-bensuda", "person:fatou-bensouda")]
)
def test_a_name_not_on_record_has_near_ones(name: str, ident: str, record: Record) -> None:
    assert record.names.find(name) == ()
    assert record.names.nearest(name)[0] == ident


@pytest.mark.parametrize("name", ["", " ", ":", "zzzzqqqq", "person:", "’"])
def test_what_names_nothing_finds_nothing(name: str, record: Record) -> None:
    assert record.names.find(name) == ()
    assert record.names.nearest(name) == ()


FORMS = [
    ("Jean-Pierre Bemba", ("Bemba",)),
    ("Christine Van den Wyngaert", ("Van den Wyngaert", "Wyngaert")),
    ("Omar al-Bashir", ("al-Bashir", "Bashir")),
    ("Luis Moreno-Ocampo", ("Moreno-Ocampo", "Ocampo")),
    ("Ferdinand Marcos Jr.", ("Marcos",)),
    ("Pelé", ()),
]


@pytest.mark.parametrize(("name", "forms"), FORMS)
def test_short_forms_of_a_name(name: str, forms: tuple[str, ...]) -> None:
    assert surnames(name) == forms


def test_every_name_on_record_finds_its_bearer(record: Record) -> None:
    for words, bearers in record.names.by_key.items():
        assert {b.ident for b in bearers}, words
    for ident in record.names.labels:
        assert record.names.find(ident) == (ident,)


@given(st.text(max_size=30))
def test_spelling_is_compared_without_case_and_accents(name: str) -> None:
    assert all(word == fold(word) or len(fold(word)) != len(word) for word in key(name))
    index = NameIndex(iter([Named("person:x", "full", name)]))
    if key(name):
        assert index.find(name.upper() if name.isascii() else name) == ("person:x",)
