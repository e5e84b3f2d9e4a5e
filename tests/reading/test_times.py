"""Times: each row is a report's date, a text, and the expressions in it with their values, in order."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hague.reading import header, times

FRIDAY = date(2024, 5, 3)

REPORTS = [
    # whole dates, in the forms that reports use
    ("2024-05-03", "It was signed on 17 July 1998 and on July 1, 2002.", "17 July 1998=1998-07-17; July 1, "
     "2002=2002-07-01"),
    ("2024-05-03", "On Friday, 29 December 2023 the papers came.", "Friday, 29 December 2023=2023-12-29"),
    ("2024-05-03", "On the 3rd of May 2011 he spoke.", "the 3rd of May 2011=2011-05-03"),
    ("2024-05-03", "Filed 2020-01-22.", "2020-01-22=2020-01-22"),
    ("2024-05-03", "Since Oct. 7 much has changed.", "Oct. 7=2023-10-07"),
    ("2024-05-03", "The hearing opens on May 21.", "May 21=2024-05-21"),
    ("2024-05-03", "The hearing was held on 28 April.", "28 April=2024-04-28"),
    ("2024-01-10", "The ruling came on December 20.", "December 20=2023-12-20"),
    ("2024-12-20", "The ruling will come on January 10.", "January 10=2025-01-10"),
    ("2024-05-03", "They met in March 2023, in early 2022 and in late March.",
     "March 2023=2023-03; early 2022=2022; late March=2024-03"),
    ("2024-05-03", "Talks between January and March 2011 failed.", "January=2011-01; March 2011=2011-03"),
    ("2024-05-03", "Violence between 2002 and 2003, and from 2010 to 2012.", "2002=2002; 2003=2003; 2010=2010; "
     "2012=2012"),
    ("2024-05-03", "The 2009-2011 inquiry.", "2009=2009; 2011=2011"),
    ("2025-12-10", "He was arrested in January and freed in March.", "January=2025-01; March=2025-03"),
    ("2025-12-10", "A summit planned in January failed.", "January=2026-01"),
    ("2025-12-10", "In June 2018 the Council met on Monday. That September it left.",
     "June 2018=2018-06; Monday=2025-12-08; That September=2018-09"),
    # days of the week
    ("2018-07-18", "As of Tuesday the court may try leaders.", "Tuesday=2018-07-17"),
    ("2002-07-01", "A compromise may be found by Wednesday.", "Wednesday=2002-07-03"),
    ("2024-05-03", "The ICC said on Friday.", "Friday=2024-05-03"),
    ("2024-05-03", "She said on Monday that it would rule on Tuesday.", "Monday=2024-04-29; Tuesday=2024-05-07"),
    ("2024-05-03", "Axios reported late Thursday.", "late Thursday=2024-05-02"),
    ("2024-05-03", "He was arrested last Saturday.", "last Saturday=2024-04-27"),
    ("2024-05-03", "Judges will meet next Wednesday.", "next Wednesday=2024-05-08"),
    ("2024-05-03", "Judges are due to meet on Wednesday.", "Wednesday=2024-05-08"),
    ("2024-05-03", "“They came,” he said on Wednesday night.", "Wednesday night=2024-05-01TNI"),
    ("2024-05-03", "He left early on Tuesday morning.", "early on Tuesday morning=2024-04-30TMO"),
    ("2024-05-03", "The Sun said so, and Mark sat down.", ""),
    # days, weeks, months and years from the report
    ("2024-05-03", "It ruled yesterday, not today; tomorrow it rests.", "yesterday=2024-05-02; today=2024-05-03; "
     "tomorrow=2024-05-04"),
    ("2024-05-03", "Last week, this month and next year.", "Last week=2024-W17; this month=2024-05; next year=2025"),
    ("2024-01-10", "Last month and last year.", "Last month=2023-12; last year=2023"),
    ("2024-05-03", "It was opened two years ago and closed six months ago.", "two years ago=2022; six months "
     "ago=2023-11"),
    ("2024-05-03", "He died three days ago, she three weeks ago.", "three days ago=2024-04-30; three weeks "
     "ago=2024-W15"),
    ("2024-05-03", "A decade ago nobody spoke of it.", "A decade ago=2014"),
    ("2024-05-03", "A ruling may come this summer or in the autumn of 2025.", "this summer=2024-SU; the autumn of "
     "2025=2025-FA"),
    ("2024-05-03", "In the first quarter of 2023 nothing moved.", "the first quarter of 2023=2023-Q1"),
    ("2024-05-03", "Earlier in the week, at the start of the year and at the end of 2023.",
     "Earlier in the week=2024-W18; the start of the year=2024; the end of 2023=2023"),
    ("2024-05-03", "It dates from the 1990s and the late 1980s.", "the 1990s=199; the late 1980s=198"),
    ("2024-05-03", "It was tried over the weekend.", "the weekend=2024-W17-WE"),
    # hung on what was named before
    ("2025-12-10", "He was convicted in March 2016; two years later he was freed.",
     "March 2016=2016-03; two years later=2018"),
    ("2025-12-10", "It gave notice on 17 March 2018; a year later it left.",
     "17 March 2018=2018-03-17; a year later=2019-03"),
    ("2024-05-03", "He was held on Sunday. Two days later he was flown home.", "Sunday=2024-04-28; Two days "
     "later=2024-04-30"),
    ("2024-05-03", "It signed in 1999, and ratified five years later.", "1999=1999; five years later=2004"),
    ("2024-05-03", "The vote was in October, the deposit the following month.", "October=2023-10; the following "
     "month=2023-11"),
    ("2024-05-03", "It was signed on 8 June 2018. That evening crowds came; the next day they left.",
     "8 June 2018=2018-06-08; That evening=2018-06-08TEV; the next day=2018-06-09"),
    ("2024-05-03", "They met on 4 March 2019, a week after signing, and the same day went home.",
     "4 March 2019=2019-03-04; a week=P1W; the same day=2019-03-04"),
    ("2024-05-03", "He was tried in 2016 and freed the following year.", "2016=2016; the following year=2017"),
    ("2024-05-03", "He spoke today, the day before the hearing.", "today=2024-05-03; the day before=2024-05-02"),
    (
        "2024-11-21",
        "He was tried in June 2014 and again in August, but not in May.",
        "June 2014=2014-06; August=2014-08; May=2024-05",
    ),
    ("2024-11-21", "It moved in May to July 2020 and in Q1 2025.", "May=2020-05; July 2020=2020-07; Q1 2025=2025-Q1"),
    ("2024-11-21", "It is due in the first half of next year.", "the first half of next year=2025-H1"),
    ("2024-11-21", "The vote is this Sunday.", "this Sunday=2024-11-24"),
    ("2024-11-21", "It fell several years ago, a few hours later.", "several years ago=PXY; a few hours=PTXH"),
    ("2024-05-03", "Between 20 and 23 March 2011 they came.", "20=2011-03-20; 23 March 2011=2011-03-23"),
    ("2024-05-03", "Hearings will be held on July 3-5.", "July 3=2024-07-03; 5=2024-07-05"),
    ("2024-05-03", "It lasts about 12 to 18 months, up to two years.", "12=P12M; 18 months=P18M; two years=P2Y"),
    # lengths
    ("2024-05-03", "He got 18 years, then ten months and 30 days.", "18 years=P18Y; ten months=P10M; 30 days=P30D"),
    ("2024-05-03", "The one-year wait, a two-day hearing and a 14-year term.", "one-year=P1Y; two-day=P2D; "
     "14-year=P14Y"),
    ("2024-05-03", "It took several weeks, a few years and decades.", "several weeks=PXW; a few years=PXY; "
     "decades=PXE"),
    ("2024-05-03", "It came days after the US spoke, hours before the vote.", "days=PXD; hours=PTXH"),
    ("2024-05-03", "Talks lasted half an hour, then two and a half years.", "half an hour=PT30M; two and a half "
     "years=P2.5Y"),
    ("2024-05-03", "In the past two months and over the last five years.", "the past two months=P2M; the last five "
     "years=P5Y"),
    ("2024-05-03", "A minute, a month, a year after the fall.", "A minute=PT1M; a month=P1M; a year=P1Y"),
    ("2024-05-03", "Twenty-five years on, one hundred days are left.", "Twenty-five years=P25Y; one hundred "
     "days=P100D"),
    # clock and parts of the day
    ("2025-01-23", "Broadcast Thursday 23 January 2025, 18:30", "Thursday 23 January 2025, 18:30=2025-01-23T18:30"),
    ("2024-05-03", "It opens at 9 a.m. on Tuesday and closes at 17:00.", "9 a.m. on Tuesday=2024-05-07T09:00; "
     "17:00=2024-05-07T17:00"),
    ("2024-05-03", "None had come by midday Thursday.", "midday Thursday=2024-05-02T12:00"),
    ("2024-05-03", "He said this morning, and again tonight, that last night was long.",
     "this morning=2024-05-03TMO; tonight=2024-05-03TNI; last night=2024-05-02TNI"),
    ("2024-05-03", "It was sent overnight.", "overnight=2024-05-02TNI"),
    ("2024-05-03", "They left yesterday afternoon.", "yesterday afternoon=2024-05-02TAF"),
    # now, and what is no time
    ("2024-05-03", "The case is now before the judges.", "now=PRESENT_REF"),
    ("2024-05-03", "The court may march on, and she may speak; an august body.", ""),
    ("2024-05-03", "It may rule in May, and a march in March failed.", "May=2024-05; March=2024-03"),
    ("2024-05-03", "Theresa May and April Jones met June Smith.", ""),
    ("2024-05-03", "He, 45 years old, and a 62-year-old man recently spoke; later they left.", ""),
    ("2024-05-03", "Resolution 1970 and article 2005 and 1,998 people in room 1984.", ""),
    ("2024-05-03", "Some 2000 people, 1500 men and a second man.", ""),
    ("2024-05-03", "He paid $2015 for it.", ""),
    ("2024-05-03", "The office spends 700 euros a day on it.", ""),
    # sets
    ("2024-05-03", "It meets every year and every Monday.", "every year=P1Y; every Monday=XXXX-WXX-1"),
    # feasts
    ("2024-05-03", "He was seized on Christmas Day.", "Christmas Day=2023-12-25"),
]  # fmt: skip


@pytest.mark.parametrize(("day", "text", "expected"), REPORTS)
def test_times_of_a_report(day: str, text: str, expected: str) -> None:
    found = times.of_report(times.tag(text, date.fromisoformat(day)), text)
    assert "; ".join(f"{text[t.start : t.end]}={t.value}" for t in found) == expected


TIMEML = [
    # what only TimeML counts
    ("The current system is daily and was recently praised.", "current=PRESENT_REF; daily=P1D; recently=PAST_REF"),
    ("Net for the third quarter rose from a year earlier.", "the third quarter=2024-Q3; a year earlier=2023-Q3"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TIMEML)
def test_times_of_timeml(text: str, expected: str) -> None:
    found = times.tag(text, date(2024, 11, 3))
    assert "; ".join(f"{text[t.start : t.end]}={t.value}" for t in found) == expected


def test_without_a_date_what_hangs_on_it_has_no_value() -> None:
    text = "He said on Friday that in July 1998, and last year, two days before 3 May, it was so."
    found = {text[t.start : t.end]: t.value for t in times.tag(text, None)}
    assert found == {
        "Friday": "XXXX-WXX-5", "July 1998": "1998-07", "last year": None, "two days": "P2D", "3 May": "XXXX-05-03",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The vote was on 13/04/2024. It counted on 03/05/2024.", "2024-05-03"),
        ("The vote was on 04/13/2024. It counted on 03/05/2024.", "2024-03-05"),
        ("The program began on April 2. It counted on 03/05/2024.", "2024-03-05"),
        ("The programme began on 2 April. It counted on 03/05/2024.", "2024-05-03"),
    ],
)
def test_days_in_figures_follow_the_habit_of_the_text(text: str, day: str) -> None:
    found = times.tag(text, FRIDAY, day_first=header.day_first(text))
    assert found[-1].value == day


@pytest.mark.parametrize(
    "text",
    ["on 31 April 2024", "on 30.02.2024", "on 2024-13-01", "at 25:70 p.m. sharp", "in the 99th century", "on May 45"],
)
def test_a_day_that_does_not_exist_has_no_value(text: str) -> None:
    for t in times.tag(text, FRIDAY):
        assert t.value is None or t.value in ("2024", "2024-05", "2024-04")


WORD_LIST = """
a an the last next this of in on may March May Friday friday yesterday two 2 31 1998 9999 99999999999 day days week
    weeks month year years decade century ago later earlier before after quarter second first summer spring fall night
    morning p.m. a.m. 12:30 25:61 1/2 0/0 1,000 3/5/2024 2024-05-03 2024-99-99 , . - – ’ s ' every each half and or to
    nineteen ninety hundred thousand billion Christmas Easter million couple few several now early late mid end
    beginning that same following previous \n \n\n said will been was"""
WORDS = st.sampled_from(WORD_LIST.split(" "))
ANCHORS = st.one_of(st.none(), st.dates())


@given(st.one_of(st.lists(WORDS, max_size=40).map(" ".join), st.text(max_size=200)), ANCHORS)
def test_any_text_on_any_day(text: str, anchor: date | None) -> None:
    last = 0
    for t in times.tag(text, anchor):
        assert last <= t.start < t.end <= len(text)
        assert text[t.start : t.end].strip() == text[t.start : t.end]
        last = t.end
    assert times.tag(text, anchor) == times.tag(text, anchor)
