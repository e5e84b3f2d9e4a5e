"""Statements on invented reports in many styles (``statements_cases.txt``), and refusals."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hague.reading import read, statements
from hague.reading.model import Report, Statement

CASES = Path(__file__).with_name("statements_cases.txt")


class Expected(NamedTuple):
    speaker: str
    on: str | None
    channel: str | None
    via: tuple[str, ...]
    mode: str
    first: str
    last: str


def cases() -> dict[str, tuple[str, list[Expected]]]:
    out = {}
    body = CASES.read_text("utf-8")
    for block in re.split(r"^=== ", body, flags=re.M)[1:]:
        name, rest = block.split("\n", 1)
        text, table = rest.split("\n---\n", 1) if "\n---\n" in rest else (rest, "")
        rows = []
        for line in table.splitlines():
            if line.strip():
                speaker, on, channel, via, mode, words = (part.strip() for part in line.split("|"))
                first, last = (part.strip() for part in words.split(" … "))
                names = tuple(v.strip() for v in via.split(",") if v.strip())
                rows.append(Expected(speaker, on or None, channel or None, names, mode, first, last))
        out[name] = (text, rows)
    return out


CASE = cases()


def span(text: str, expected: Expected, after: int) -> tuple[int, int]:
    start = text.find(expected.first, after)
    start = start if start >= 0 else text.index(expected.first)
    at = start if expected.first == expected.last else start + len(expected.first)
    return start, text.index(expected.last, at) + len(expected.last)


def words(text: str, start: int, end: int) -> set[int]:
    return {start + m.start() for m in re.finditer(r"\w+", text[start:end])}


def same_content(report: Report, statement: Statement, start: int, end: int) -> bool:
    a = words(report.text, statement.content.start, statement.content.end)
    b = words(report.text, start, end)
    return len(a & b) / max(1, len(a | b)) >= 0.8


@pytest.mark.parametrize("name", CASE)
def test_who_said_what(name: str) -> None:
    text, rows = CASE[name]
    report = read(text)
    left = list(report.statements)
    problems = []
    at = 0
    for row in rows:
        start, end = span(text, row, at)
        at = start
        found = next((s for s in left if same_content(report, s, start, end)), None)
        if found is None:
            problems.append(f"missing: {row.speaker}: {text[start:end]!r}")
            continue
        left.remove(found)
        printed = (found.speaker or "").casefold()
        if row.speaker.casefold() not in printed and printed not in row.speaker.casefold():
            problems.append(f"speaker of {text[start:end][:40]!r}: {found.speaker!r}, not {row.speaker!r}")
        for key in ("on", "channel", "via", "mode"):
            if getattr(found, key) != getattr(row, key):
                problems.append(f"{row.speaker}: {key} {getattr(found, key)!r}, not {getattr(row, key)!r}")
    problems += [f"extra: {s.speaker}: {text[s.content.start : s.content.end]!r}" for s in left]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "said",
        "said said said, said: “said” said.",
        "“",
        "He said “",
        'He said: "We go. She stayed. They',
        "HE SAID THE COURT WOULD ACT, SHE SAID IT WOULD NOT, THE COURT SAID NOTHING.",
        "according to",
        "According to the , said.",
        "\x00said\x00 that \x00\x00",
        "A" * 20000,
        "said " * 5000,
        "“a” " * 3000,
        ", said X" * 2000,
        "X said that " * 2000,
        "@a: b\n@c: d",
        "A:\nB:\nA:\n",
    ],
    ids=lambda t: repr(t[:24]),
)
def test_any_text_is_read(text: str) -> None:
    report = read(text, date="2024-05-03")
    check_offsets(report)


def check_offsets(report: Report) -> None:
    for s in report.statements:
        assert 0 <= s.content.start < s.content.end <= len(report.text)
        if s.speaker_span:
            assert report.text[s.speaker_span.start : s.speaker_span.end] == s.speaker
        for piece in s.pieces:
            assert s.content.start <= piece.start < piece.end <= s.content.end


PARTS = st.sampled_from(
    ["said", "told", "that", "the court", "“", "”", '"', "'", "’", ", ", ". ", "\n", "\n\n", " ", ":", "—",
     "according to", "He", "and", "accused", "of", "called", "it", "on X",
     "CONTI:", "Friday", "quoted", "as saying", "by", "citing",
     "in a statement", "\x00", "ﬁ", "שלום", "@x:", "who", "which", "urged", "to", "not", "put it", "words of", "in the",
     "ruled", "3 May 2024", "?", "!", "(", ")", "1.", "- "]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(PARTS, st.text(max_size=4)), max_size=60))
def test_offsets_hold_for_any_text(parts: list[str]) -> None:
    check_offsets(read(" ".join(parts), date="2024-05-03"))


def test_reading_twice_gives_the_same() -> None:
    text = "\n\n".join(t for t, _ in CASE.values())
    assert read(text).statements == read(text).statements


def test_time_is_linear_in_the_length() -> None:
    text = "He said, “we go,” and told the court that Mali had left, according to two officials. "

    def seconds(times: int) -> float:
        report = read(text * times)
        began = time.process_time()
        statements.find(report)
        return time.process_time() - began

    seconds(50)
    assert seconds(1600) < 40 * max(seconds(100), 0.002)


OPENING = "THE HAGUE, May 3, 2024 (Northgate Press) — Judges met on Friday.\n\n"

# a sentence -> who said, and the words said
ATTRIBUTIONS = [
    # words urged, over an aside
    ("Nurses urged Benin, one of the founders of the club, to pay its fees.",
     [("Nurses", "Benin, one of the founders of the club, to pay its fees")]),
    ("It encouraged the fund to add to the award, and set a date.", [("It", "the fund to add to the award")]),
    # the narrator goes on behind what was said
    ("She declined in 2014, saying that the case was small, and the judges asked her to think again.",
     [("She", "the case was small")]),
    ("The panel decided that no leader was immune; whether this holds for all is disputed.",
     [("The panel", "no leader was immune")]),
    ("The minister told the chamber that he could go on, and it was this that hurt.",
     [("The minister", "he could go on")]),
    ("A deputy demanded that the country leave the court, which he claimed it had joined by mistake.",
     [("A deputy", "the country leave the court"), ("he", "it had joined by mistake")]),
    # an attribution in the middle
    ("The mission ended because, a diplomat explained, its soldiers were out of reach.",
     [("a diplomat", "its soldiers were out of reach")]),
    ("It asked for money for a house that was seized and, the filing alleges, “left to rot”.",
     [("the filing", "“left to rot”")]),
    ("Had he sat in the case, a reader pointed out, nobody would have believed it.",
     [("a reader", "Had he sat in the case, a reader pointed out, nobody would have believed it")]),
    # at the end, with any verb of saying
    ("If he goes, he will be the fifth suspect in the cells, a Lome daily counted.",
     [("a Lome daily", "If he goes, he will be the fifth suspect in the cells")]),
    ("The first trial is a generation away, the island’s delegate guessed.",
     [("the island’s delegate", "The first trial is a generation away")]),
    ("The verdict closes nothing, the ministry said in a post on X.", [("the ministry", "The verdict closes nothing")]),
    ("It lets the chamber order a case, one commentator claims in a reply.",
     [("one commentator", "It lets the chamber order a case")]),
    ("The mandate has limits: it covers the north, as a lawyer put it.", [("a lawyer", "it covers the north")]),
    ("He was treated “the way we treat smugglers,” as an envoy put it.",
     [("an envoy", "“the way we treat smugglers,”")]),
    ("The island asked for the case in 2015, a handout of the ministry has it.",
     [("a handout of the ministry", "The island asked for the case in 2015")]),
    ("He faces a life term, court papers show.", [("court papers", "He faces a life term")]),
    # grounds, facts, labels
    ("Judges found reasonable grounds to believe that the two were responsible.",
     [("Judges", "the two were responsible")]),
    ("She found no reasonable basis to believe that a crime was committed.",
     [("She", "no reasonable basis to believe that a crime was committed")]),
    ("The president welcomed the fact that the papers had come.", [("The president", "the papers had come")]),
    ("The envoy denounced it within the hour as “law turned over”.", [("The envoy", "“law turned over”")]),
    ("An aide was quoted by Harbour Radio as calling the warrants “a stunt”.", [("An aide", "“a stunt”")]),
    ("The office made it known that it would open no new case.", [("The office", "it would open no new case")]),
    ("A retired judge disagreed in a letter: the court acts last.", [("A retired judge", "the court acts last")]),
    ("His office would say only “we will read it with care”.", [("His office", "“we will read it with care”")]),
    ("The rebels reply: a spokesman called it “nonsense”.", [("a spokesman", "“nonsense”")]),
    ("“We keep the lights on” – an official at the port", [("an official at the port", "“We keep the lights on”")]),
    # nothing is reported here
    ("A man accused of commanding part of the prison sits in a cell.", []),
    ("The chamber found him guilty in July on 18 counts.", []),
    ("The text says the opposite: nothing done before counts.", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), ATTRIBUTIONS)
def test_attribution_in_a_sentence(sentence: str, expected: list[tuple[str, str]]) -> None:
    text = OPENING + sentence
    found = [(s.speaker, text[s.content.start : s.content.end]) for s in read(text).statements]
    assert found == expected


DEBATE = """OFFICIAL RECORD
House of Elders, 4 June 2025

Lady Ash: I ask what the court will cost.

The Minister (Lord Pell): It will cost nothing this year.

Lady Ash: And after that?

Lord Pell: I shall write to the noble Lady.

Note by the editor. The Minister wrote the same day.
"""


def test_a_debate_is_speech_and_its_labels_need_no_capitals() -> None:
    found = read(DEBATE).statements
    assert [s.speaker for s in found] == ["Lady Ash", "The Minister (Lord Pell)", "Lady Ash", "Lord Pell"]
    assert {(s.channel, s.on) for s in found} == {("speech", "2025-06-04")}


def test_a_rubric_in_capitals_speaks_for_nobody() -> None:
    text = OPENING + "MONEY. The budget “will not grow”, its president warned.\n\nAT THE TOP. A judge was elected."
    assert [s.speaker for s in read(text).statements] == ["its president"]


def test_the_outlet_of_the_report_passes_nothing_on() -> None:
    text = "The Corvina News, May 3, 2024\n\nJudges met.\n\nThey will meet again, a clerk told Corvina News on Friday."
    (found,) = read(text).statements
    assert (found.channel, found.via) == ("interview", ())


# paragraphs of a report of Friday 3 May 2024 -> day and channel of each statement
OCCASIONS = [
    # what judges hold is said in the ruling that the report tells of
    ("Trial Chamber IX ordered reparations on Thursday. They are the largest ever.\n\nThe judges made clear that he "
     "is poor.", [("2024-05-02", "decision")]),
    ("The Appeals Chamber on Thursday left him in his cell, finding that he might flee.", [("2024-05-02", "decision")]),
    ("On Thursday the prosecutor closed the file. She found no reasonable basis to believe that a crime was "
     "committed.", [("2024-05-02", "decision")]),
    ("The chief prosecutor asked judges on Thursday for a warrant. Karim Khan told a crowd that he had listened.",
     [("2024-05-02", "speech")]),
    ("Last night the island turned its back. Its minister announced that it was over.", [("2024-05-02", None)]),
    ("The court condemned the order in a statement and pledged to go on.", [(None, "statement")]),
    # not in another one, told as past by then, nor what others say of it
    ("Trial Chamber IX ordered reparations on Thursday. In 2019 the judges had held that he could pay.",
     [("2019", "decision")]),
    ("Trial Chamber IX ordered reparations on Thursday. A lawyer for victims said they had waited.", [(None, None)]),
    # a text says it on its day
    ("The president signed an order on Thursday. The order says the court went too far.",
     [("2024-05-02", "decision")]),
    ("Your front page of Saturday announced that the island had left.", [("2024-04-27", None)]),
    # from one cue to the next; from those interviewed to what they say
    ("The envoy told Radio Kivu on Monday that he was tired. He would go home, he added.",
     [("2024-04-29", "interview"), ("2024-04-29", "interview")]),
    ("The families whom the group interviewed in January were divided. “He is a victim,” said a mother.",
     [("2024-01", "interview")]),
    # times that are not those of the words
    ("The prosecutor of Utrecht, who had come on Monday, said that he would go.", [(None, None)]),
    ("Late on Monday it left the room because, a diplomat explained, nobody had listened.", [(None, None)]),
    ("Judges rejected the plea on Thursday. On the eve of the ruling a clerk said it was late.",
     [("2024-05-01", None)]),
    # seasons and weeks
    ("The office told the Lagoon Post last autumn that it was short of money.", [("2023", "interview")]),
    # channels
    ("The minister told reporters that it was over.", [(None, None)]),
    ("The minister told a news conference that it was over.", [(None, "press conference")]),
    ("“It was late,” a clerk told us.", [(None, "interview")]),
    ("“It was late,” said a mother who followed the hearing, over a phone that kept cutting out.",
     [(None, "phone call")]),
    ("A judge of Utrecht, who had followed the hearing, said it was late.", [(None, None)]),
    ("A 2023 survey found that few had heard of it.", [("2023", "report")]),
    ("All guards are at risk, a lecturer claimed in our seminar.", [(None, "speech")]),
    ("It may go on, according to a note prepared by the library.", [(None, "report")]),
    ("It may go on, a message forwarded in my family claims.", [(None, "social media post")]),
    ("It may go on, a former envoy writes on our opinion pages.", [(None, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OCCASIONS)
def test_occasion_of_words(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    text = "A day in court\n\nTHE HAGUE, May 3, 2024 (Northgate Press) — " + text
    assert [(s.on, s.channel) for s in read(text).statements] == expected


def test_entries_of_a_live_blog_are_told_at_their_hour() -> None:
    text = (
        "LIVE: a day in court\nHarbour Live, 9 November 2017\n\n9:15 p.m. An aide complains that nobody came.\n\n"
        "8:30 p.m. The island leaves.\n\n8:10 p.m. A clerk predicted in 2015 that it would leave.\n"
    )
    assert [s.on for s in read(text).statements] == ["2017-11-09", "2015"]


def test_entries_of_a_timeline_are_told_of_their_month() -> None:
    text = (
        "TIMELINE: ten years of waiting\nThe Lantern, 10 March 2020\n\nJune 2018 The defence argues that it is over."
        "\n\nApril 2019 The judges disagree.\n\nMay 2019 Nothing is over, a clerk insists.\n"
    )
    assert [s.on for s in read(text).statements] == ["2018-06", "2019-05"]
