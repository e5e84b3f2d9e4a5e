"""What a clause says where no row of the lexicon tells: shapes, and the network that reads them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hague import reading
from hague.reading.propositions import sense
from hague.reading.propositions.clause import Clause
from hague.reading.propositions.items import Item
from hague.reading.propositions.shape import shape
from hague.reading.propositions.tokens import words

LEAD = "THE HAGUE, 5 June 2020 (Court News) — The International Criminal Court met.\n\n"


def test_a_shape_has_kinds_for_names_and_days() -> None:
    text = "Armenia handed in its papers on 14 November 2023, the 124th to do so"
    tokens = words(text, 0, len(text))
    items = [
        Item("state", 0, 1, "state:am"),
        Item("pronoun", 3, 4, anaphoric=True),
        Item("time", 6, 9, None, "2023-11-14"),
        Item("ordinal", 11, 12, None, "124"),
    ]
    found = shape(Clause(0, len(tokens)), tokens, items)
    assert " ".join(found) == "<state> handed in its papers on <time> , the <ordinal> to do so"


def test_a_shape_leaves_out_what_is_a_clause_of_its_own() -> None:
    text = "X, who fled in 2011, was arrested"
    tokens = words(text, 0, len(text))
    found = shape(Clause(0, len(tokens), holes=((2, 6),)), tokens, [Item("person", 0, 1, "person:x")])
    assert found == ("<person>", ",", ",", "was", "arrested")


SAYS = [
    ("Its letter of withdrawal reached the Secretary-General in March.", "notify-withdrawal", None),
    ("The kingdom has stayed outside the treaty.", "be-member", True),
    ("The general was flown to the Netherlands on Friday.", "surrendered", False),
    ("The panel sent him to jail for fourteen years.", "sentenced", None),
    ("The judges cleared him of every charge.", "acquitted", None),
    ("The appeals bench threw the conviction out.", "conviction-overturned", None),
    ("The prosecutor opened a full investigation in 2011.", "open-investigation", None),
    ("A warrant for his arrest was kept secret and made public later.", "warrant-unsealed", None),
]


@pytest.mark.parametrize(("said", "predicate", "denied"), SAYS)
def test_likely_senses(said: str, predicate: str, denied: bool | None) -> None:
    forms = _shapes(said)
    found = {s.predicate: s for form in forms for s in sense.senses(form)}
    assert predicate in found, found
    if denied is not None:
        assert found[predicate].denied is denied


def test_small_talk_has_no_sense() -> None:
    for said in ("The minister smiled and said nothing more about it.", "It rained all morning in the capital."):
        assert not [s for form in _shapes(said) for s in sense.senses(form) if s.sure > 0.5]


def test_what_is_looked_up_is_backed_by_what_was_learned() -> None:
    form = ("<state>", "ratified", "the", "<treaty>", "in", "<time>")
    assert (sense.backing("ratify", form) or 0) > 0.8
    assert (sense.backing("died", form) or 0) < 0.1
    assert sense.backing("never-taught", form) is None


@given(st.lists(st.sampled_from(["<state>", "<time>", "<person>", "left", "warrant", "zzz", "well-known", ",", "in"])))
def test_chances_add_up_whatever_the_words(listed: list[str]) -> None:
    odds = sense.odds(tuple(listed))
    assert odds is not None
    assert sum(odds) == pytest.approx(1, abs=1e-4)
    assert all(0 <= p <= 1 for p in odds)
    assert len(sense.senses(tuple(listed))) <= sense.MOST


def test_guesses_are_marked_as_guesses() -> None:
    report = reading.read(LEAD + "Chad put its papers on the table in New York in November 2006.")
    learned = [p for p in report.propositions if p.learned]
    assert learned
    assert all(p.sure is not None and p.sure >= sense.LEAST for p in learned)
    assert all(p.sure is None or 0 <= p.sure <= 1 for p in report.propositions)


def test_without_weights_nothing_is_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sense, "shipped", lambda: None)
    sense.odds.cache_clear()
    try:
        assert sense.senses(("<state>", "ratified")) == ()
        assert sense.backing("ratify", ("<state>", "ratified")) is None
    finally:
        sense.odds.cache_clear()


def test_every_sense_leads_to_a_decider() -> None:
    from hague.checking.table import TABLE

    network = sense.shipped()
    assert network is not None
    predicates = {sense.DENIALS.get(n, sense.RENAMED.get(n, n)) for n in network.names} - sense.SILENT
    assert predicates <= set(TABLE)
    assert {n for family in sense.FAMILIES for n in family} <= set(network.names)
    assert set(sense.TAUGHT_AS.values()) <= set(network.names)


def _shapes(said: str) -> list[tuple[str, ...]]:
    from hague.reading.propositions.extraction import Extractor
    from hague.record import load

    kept: list[tuple[str, ...]] = []

    class Kept(Extractor):
        def _propositions(self, clause, tokens, found, subject, inside, question, cutter):  # type: ignore[no-untyped-def]
            kept.append(shape(clause, tokens, inside))
            return super()._propositions(clause, tokens, found, subject, inside, question, cutter)

    Kept(reading.read(LEAD + said), load()).run()
    return kept[1:]
