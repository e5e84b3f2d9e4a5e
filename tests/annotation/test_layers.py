"""Overlapping marks come out well nested, each character once, on any text."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from hague.annotation.layers import Mark, nested, paragraphs

CASES = [
    # marks as (start, end, kind), what comes out of "abcdef"
    ([], "abcdef"),
    ([(1, 3, "x")], "a<x>bc</x>def"),
    ([(0, 6, "x"), (2, 4, "y")], "<x>ab<y>cd</y>ef</x>"),
    ([(0, 4, "x"), (2, 6, "y")], "<x>ab<y>cd</y></x><y>ef</y>"),  # crossing: cut in two
    ([(0, 3, "x"), (3, 6, "y")], "<x>abc</x><y>def</y>"),
    ([(2, 4, "x"), (2, 4, "y")], "ab<x><y>cd</y></x>ef"),  # the lower rank outside
    ([(3, 3, "x")], "abcdef"),  # nothing marked
    ([(4, 99, "x")], "abcd<x>ef</x>"),  # cut at the end
]


def _drawn(marks: list[tuple[int, int, str]], text: str) -> str:
    listed = [Mark(a, b, rank, kind, 1) for rank, (a, b, kind) in enumerate(marks)]
    parts = nested(
        listed, 0, len(text), lambda m, _: f"<{m.kind}>", lambda m, _: f"</{m.kind}>", lambda a, b: text[a:b]
    )
    return "".join(parts)


def test_marks_are_nested_like_brackets() -> None:
    for marks, expected in CASES:
        assert _drawn(marks, "abcdef") == expected


class _Balanced(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


SPAN = st.tuples(st.integers(0, 12), st.integers(0, 12), st.sampled_from("xyz"))


@given(st.lists(SPAN, max_size=8))
def test_any_marks_are_balanced_and_every_character_comes_once(marks: list[tuple[int, int, str]]) -> None:
    text = "abcdefghijkl"
    found = _Balanced()
    found.feed(_drawn([(min(a, b), max(a, b), kind) for a, b, kind in marks], text))
    found.close()
    assert found.text == text
    assert found.open == []


@given(st.text(alphabet="ab \n\r\u2028", max_size=60))
def test_paragraphs_hold_every_visible_character_in_order(text: str) -> None:
    spans = list(paragraphs(text))
    assert all(a < b for a, b in spans)
    assert spans == sorted(spans)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    assert len(list(paragraphs("one line\nand another\n\na second paragraph"))) == 2
    assert len(list(paragraphs("x" * 200 + "\n" + "a second paragraph"))) == 2
