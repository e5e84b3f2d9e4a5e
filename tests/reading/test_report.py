"""A whole reading: four kinds of report end to end, what is said aloud, and texts that are none."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hague.errors import InputRefused
from hague.reading import read, times
from hague.reading.model import Report
from hague.record import Record

NEWS = """Tribunal watchers count the days

By Ada Quist in The Hague
Lowland Courier, Thursday, 14 March 2024

The International Criminal Court will rule next week on a request that Kenya filed two years ago, an official said on Tuesday.

“We have waited long enough,” the official said late Wednesday, a day after judges met. In March 2023 the court issued a warrant for Vladimir Putin; the Kremlin dismissed it the following day.

Article 127 of the Rome Statute lets members leave. Burundi did so in 2017, and the Philippines on 17 March 2019.
"""  # noqa: E501

FILING = """No. ICC-01/19
Date: 6 May 2021

TRIAL CHAMBER IX

Public document

1. On 4 February 2021 the Chamber convicted the accused; the Prosecutor asked for a term of 20 years.

2. Under articles 76 and 77 of the Statute the Court may impose up to 30 years.

Dated this 6 May 2021
At The Hague
"""

TRANSCRIPT = """RADIO LITTORAL - THE MORNING HOUR
TRANSCRIPT
Broadcast: Friday 4 March 2022, 07:30

EVA LUND, HOST: Good morning. The ICC opened an investigation into Ukraine on Wednesday. Who asked for it?

GUEST: Thirty-nine states did, by last night. The court will look at crimes since November 2013.
"""

NGO = """Rivers Rights Monitor
Press release

Mali: One year on, victims wait

(Bamako, 20 November 2025) – Victims in Timbuktu have seen no money since the sentence of last November, Rivers Rights Monitor said today.

- Al Hassan was handed over in March 2018.
- The court sentenced him to 10 years.
"""  # noqa: E501

# text -> header, times, mentions
REPORTS = {
    "news": (
        NEWS,
        ("Lowland Courier", "The Hague", "2024-03-14"),
        "Thursday, 14 March 2024=2024-03-14; next week=2024-W12; two years ago=2022; Tuesday=2024-03-12; "
        "late Wednesday=2024-03-13; a day=P1D; March 2023=2023-03; 2017=2017; 17 March 2019=2019-03-17",
        "International Criminal Court=icc; Kenya=state:KEN; court=icc; Vladimir Putin=person:vladimir-putin; "
        "Article 127=article:127; Rome Statute=treaty:rome-statute; Burundi=state:BDI; Philippines=state:PHL",
    ),
    "filing": (
        FILING,
        (None, "The Hague", "2021-05-06"),
        "6 May 2021=2021-05-06; 4 February 2021=2021-02-04; 20 years=P20Y; 30 years=P30Y; 6 May 2021=2021-05-06",
        "TRIAL CHAMBER IX=chamber:tc-9; articles 76=article:76; 77=article:77; Statute=treaty:rome-statute; Court=icc",
    ),
    "transcript": (
        TRANSCRIPT,
        ("Radio Littoral", None, "2022-03-04"),
        "Friday 4 March 2022, 07:30=2022-03-04T07:30; Wednesday=2022-03-02; last night=2022-03-03TNI; November "
        "2013=2013-11",
        "ICC=icc; Ukraine=state:UKR; court=icc",
    ),
    "ngo": (
        NGO,
        ("Rivers Rights Monitor", "Bamako", "2025-11-20"),
        "One year=P1Y; 20 November 2025=2025-11-20; last November=2024-11; today=2025-11-20; March 2018=2018-03; "
        "10 years=P10Y",
        "Mali=state:MLI; Al Hassan=person:al-hassan",
    ),
}


@pytest.mark.parametrize("kind", REPORTS)
def test_a_report_is_read_into_its_parts(kind: str, record: Record) -> None:
    text, header, expected_times, expected_names = REPORTS[kind]
    report = read(text, record=record)
    assert report.text == text
    assert (report.header.outlet, report.header.place, report.header.date) == header
    counted = times.of_report(report.timexes, text)
    assert "; ".join(f"{text[t.start : t.end]}={t.value}" for t in counted) == expected_times
    names = [m for m in report.mentions if m.entity and not m.entity.startswith("place:")]
    assert "; ".join(f"{text[m.start : m.end]}={m.entity}" for m in names) == expected_names


def test_a_report_survives_as_json(record: Record) -> None:
    report = read(NEWS, record=record)
    assert msgspec.json.decode(msgspec.json.encode(report), type=Report) == report


NOTICES = [
    ("The court ruled on Friday, after two years.", None, ["no date of its own", "one time in it could not be"]),
    ("The court ruled.", None, ["no time in it depends on one"]),
    ("La Cour a jugé que la déclaration ne suffit pas et que les juges de la chambre doivent "
     "attendre.", "2024-05-03", ["French"]),
    ("Lowland Courier, 31 April 2022\n\nThe court ruled that the case may go on.", None, ["does not exist",
     "31 April 2022"]),
    ("The court ruled.", "2999-01-01", ["after the record was last gone through"]),
    (" \n", None, ["empty"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "date", "said"), NOTICES)
def test_what_could_not_be_resolved_is_said(text: str, date: str | None, said: list[str], record: Record) -> None:
    notices = " ".join(read(text, date=date, record=record).notices)
    assert all(words in notices for words in said), notices


def test_a_report_with_its_date_has_no_notice(record: Record) -> None:
    assert read(NEWS, record=record).notices == ()


def test_a_date_that_is_no_day_is_refused(record: Record) -> None:
    with pytest.raises(InputRefused, match="2024-13-01"):
        read("The court ruled.", date="2024-13-01", record=record)


PIECES = st.sampled_from(
    ["The court said ", "“", "”", '"', "‘", "’", "'", "«", "\n", "\n\n", "\x00", "\ufeff", "\u202e", "שלום ",
     "İstanbul ",
     "ﬁ", "𝔘", "e\u0301", "on Friday ", "Mr. Putin ", "Article 12(3) ", "- ", "HOST: ", "<p>", "**", "@x ",
     "May 3, 2024 ", "THE HAGUE — ", "ICC ", "the office ", "said: ", ". ", ", ", "1970 ", "\r\n", "\t",
     "\u2028", "ǅ", "ß",
     "٣ مايو"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=120)))
def test_any_text_is_read_and_every_span_is_true(record: Record, text: str) -> None:
    report = read(text, record=record)
    for finding in (*report.sentences, *report.quotations, *report.timexes, *report.mentions, *report.roles):
        assert 0 <= finding.start < finding.end <= len(text)
    for span in report.header.spans.values():
        assert 0 <= span.start <= span.end <= len(text)
    assert read(text, record=record) == report
