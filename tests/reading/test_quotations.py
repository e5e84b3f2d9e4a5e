"""Quotations: each row is a text and its outermost quotations; ``…`` at the end marks one that does not close."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hague.reading import quotations

ROWS = [
    # styles
    ("He said: “We won.”", ["“We won.”"]),
    ('He said: "We won."', ['"We won."']),
    ("He said: ‘We won.’", ["‘We won.’"]),
    ("He said: 'We won.'", ["'We won.'"]),
    ("Il a dit : « Nous avons gagné. »", ["« Nous avons gagné. »"]),
    ("Er sagte: „Wir haben gewonnen.“", ["„Wir haben gewonnen.“"]),
    ("He said: ``We won.''", ["``We won.''"]),
    # within one another, and interrupted
    ("“They said, ‘You have won.’ What now?”", ["“They said, ‘You have won.’ What now?”"]),
    ("‘They said “no”,’ he told us.", ["‘They said “no”,’"]),
    ('"We won," he said. "We did."', ['"We won,"', '"We did."']),
    # apostrophes are no marks
    ("The court’s judges didn’t say so; the victims’ lawyers did.", []),
    ("It's the '90s, and the judges' rule isn't ours.", []),
    ("‘The victims’ lawyers won,’ he said.", ["‘The victims’ lawyers won,’"]),
    # over paragraphs
    ("“One.\n\n“Two.\n\n“Three.” He left.", ["“One.…", "“Two.…", "“Three.”"]),
    ('"One.\n\n"Two."', ['"One.…', '"Two."']),
    # half marks
    ("He said: “We won. And left.\n\nThey did not.", ["“We won. And left.…"]),
    ('A 6" pipe and a 5" one.', []),
    ("” stray", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_quotations(text: str, expected: list[str]) -> None:
    found = quotations.find(text)
    assert [text[q.start : q.end] + ("" if q.closed else "…") for q in found] == expected


SCARE = [
    ("The “State of Palestine” is a member.", True),
    ("A so-called ‘safe zone’ was hit.", True),
    ("He called it a farce: “Never again.”", False),
    ("He said “no.”", False),
    ("It was “the end of a long road and of much else”.", False),
]


@pytest.mark.parametrize(("text", "scare"), SCARE)
def test_words_that_nobody_is_reported_to_have_said(text: str, scare: bool) -> None:
    assert [q.scare for q in quotations.find(text)] == [scare]


MARKS = st.lists(st.sampled_from([*"“”\"'‘’«»„ab .,\n", "''", "``", "\n\n"]), max_size=80).map("".join)


@given(st.one_of(MARKS, st.text(max_size=200)))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    last = 0
    for q in quotations.find(text):
        assert last <= q.start < q.end <= len(text)
        last = q.end


@pytest.mark.parametrize("piece", ["'a ", "‘a ", "“", '"a', "’s ", "« ", "''", "`` ", "s' a "])
def test_time_grows_with_length_only(piece: str) -> None:
    def seconds(n: int) -> float:
        text = piece * n
        runs = []
        for _ in range(3):
            start = time.process_time()
            quotations.find(text)
            runs.append(time.process_time() - start)
        return min(runs)

    # Ten times the text in at most thirty times the time: quadratic would take a hundred.
    assert seconds(40_000) < 30 * max(seconds(4_000), 0.002)
