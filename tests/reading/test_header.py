"""The header of a report: outlet, place and date, in the many ways in which reports print them."""

from __future__ import annotations

import pytest

from hague.reading import header

BODY = "\n\nJudges in The Hague ruled on Friday that the case may go on, a spokesperson said.\n"

# text above the body -> outlet, place, date
HEADERS = [
    # agency datelines
    ("THE HAGUE, May 3, 2024 (Northgate Press) — Judges met on Friday.", "Northgate Press", "THE HAGUE", "2024-05-03"),
    (" date 2024-05-03 (Bloomberg) -- Judges met on Friday.", "Bloomberg", None, "2024-05-03"),
    ("date 2024-02-01 NAIROBI (Lakeside Agency) -- Judges met on Friday.", "Lakeside Agency", "NAIROBI", "2024-02-01"),
    ("THE HAGUE (Northgate Press) — 9 June 2018\n\nJudges met on Friday.", "Northgate Press", "THE HAGUE",
     "2018-06-09"),
    ("(Dakar, 20 November 2024) — Judges met on Friday.", None, "Dakar", "2024-11-20"),
    ("THE HAGUE, Netherlands (AP) — Judges met on Friday.\n\nMay 3, 2024", "AP", "THE HAGUE, "
     "Netherlands", "2024-05-03"),
    ("KAMPALA, 12 March 2019 (Lakeside Agency) - Judges met on Friday.", "Lakeside Agency", "KAMPALA", "2019-03-12"),
    ("NAIROBI: Judges met on Friday.\n12 March 2019", None, "NAIROBI", "2019-03-12"),
    ("Court opens new case\n\n[Kampala, 12 March 2019] Judges met on Friday.", None, "Kampala", "2019-03-12"),
    ("PARIS, Sept. 4, 2023 (Seine Wire) -- Judges met on Friday.", "Seine Wire", "PARIS", "2023-09-04"),
    ("GENEVA/THE HAGUE, 4 Sep 2023 (Seine Wire) – Judges met on Friday.", "Seine Wire", "GENEVA/THE "
     "HAGUE", "2023-09-04"),
    ("WASHINGTON — Judges met on Friday.\n", None, "WASHINGTON", None),
    # headline, byline, dateline on lines of their own
    ("Judges open the door\n\nBy our correspondents in Bamako and Niamey\nHarmattan Wire, Tuesday, September 23, 2025"
     "\n\nBAMAKO — Judges met on Friday.", "Harmattan Wire", "BAMAKO", "2025-09-23"),
    ("Judges open the door\n\nBy Ada Quist\nThe Lowland Times, 4 March 2022" + BODY, "The Lowland "
     "Times", None, "2022-03-04"),
    ("The Lowland Times\n4 March 2022\n\nJudges open the door\n\nBy Ada Quist in Nairobi" + BODY,
     "The Lowland Times", "Nairobi", "2022-03-04"),
    ("Judges open the door\nBy Ada Quist, Lowland News\nPublished 4 March 2022, 10:15 GMT" + BODY,
     "Lowland News", None, "2022-03-04"),
    ("Judges open the door\n\nPublished: March 4, 2022 | Updated: March 6, 2022\nSource: Lowland News" + BODY,
     "Lowland News", None, "2022-03-04"),
    ("LOWLAND NEWS | Friday, 4 March 2022 | The Hague\n\nJudges open the door" + BODY, "LOWLAND NEWS", "The Hague",
     "2022-03-04"),
    ("Judges open the door\n\nLowland News – The Hague – 4 March 2022" + BODY, "Lowland News", "The Hague",
     "2022-03-04"),
    ("# Judges open the door\n\n*Lowland News, 4 March 2022*" + BODY, "Lowland News", None, "2022-03-04"),
    # press releases, filings, letters
    ("PRESS RELEASE\n4 March 2022\nICC-CPI-20220304-PR1645\n\nJudges open the door" + BODY, None, None, "2022-03-04"),
    ("FOR IMMEDIATE RELEASE\nMarch 4, 2022\nContact: press@example.org\n\nRivers Human Rights Network\n\nJudges "
     "open the door" + BODY,
     "Rivers Human Rights Network", None, "2022-03-04"),
    ("Rivers Human Rights Network\nPress release\nKampala, 4 March 2022\n\nJudges open the door" + BODY,
     "Rivers Human Rights Network", "Kampala", "2022-03-04"),
    ("The Hague, 4 March 2022\n\nDear Madam President,\n\nWe write to you about the case that is now before the "
     "judges of the Court.\n",
     None, "The Hague", "2022-03-04"),
    ("No. ICC-01/19\nDate: 4 March 2022\nOriginal: English\n\nTRIAL CHAMBER V\n\nPublic document\n\nDecision on the "
     "request"
     "\n\n1. The Chamber recalls that the request was filed late in the year.\n", None, None, "2022-03-04"),
    ("Decision on the request\n\n1. The Chamber recalls that the request was filed late in the year.\n\n"
     "Dated this 4 March 2022\nAt The Hague, The Netherlands\n", None, "The Hague", "2022-03-04"),
    ("From: Press Office <press@example.org>\nTo: Desk\nDate: Fri, 4 Mar 2022 10:15:00 +0100\nSubject: Judges open "
     "the door" + BODY,
     "Press Office", None, "2022-03-04"),
    # transcripts, posts
    ("RADIO LITTORAL - THE MORNING HOUR\nTRANSCRIPT\nBroadcast: Friday 4 March 2022, 07:30\n\nEVA LUND, HOST: Good "
     "morning to you all.\n",
     "Radio Littoral", None, "2022-03-04"),
    ("Radio Littoral transcript\nAired March 4, 2022\n\nHOST: Good morning to you all.\nGUEST: Good morning.\n",
     "Radio Littoral", None, "2022-03-04"),
    ("Ada Quist (@adaquist)\n4 March 2022\n\nJudges just ruled that the case may go on, and it is "
     "huge.\n", None, None, "2022-03-04"),
    # figures
    ("Judges open the door\nLowland News, 25/03/2022" + BODY, "Lowland News", None, "2022-03-25"),
    ("Judges open the door\nLowland News, 03/25/2022" + BODY, "Lowland News", None, "2022-03-25"),
    ("Judges open the door\nLowland News, 04/03/2022\n\nThe programme began on 4 March and the defence labour was "
     "over.\n",
     "Lowland News", None, "2022-03-04"),
    ("Judges open the door\nPrairie News, 03/04/2022\n\nThe program began on March 4 and the defense labor was over "
     "at 3 p.m.\n",
     "Prairie News", None, "2022-03-04"),
    ("Lowland News 04.03.2022\n\nJudges open the door" + BODY, "Lowland News", None, "2022-03-04"),
    # none at all
    ("Judges ruled that the case may go on, and nobody was in the room to hear them say it.\n", None, None, None),
    ("", None, None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "outlet", "place", "date"), HEADERS)
def test_header(text: str, outlet: str | None, place: str | None, date: str | None) -> None:
    found = header.find(text)
    assert (found.outlet, found.place, found.date) == (outlet, place, date)
    for name, span in found.spans.items():
        assert text[span.start : span.end], name


def test_date_given_is_used_only_where_the_text_has_none() -> None:
    assert header.find("Judges met.", "2024-05-03").date == "2024-05-03"
    assert header.find("Judges met.", "2024-05-03").date_from == "argument"
    found = header.find("THE HAGUE, May 3, 2024 (Northgate Press) — Judges met.", "2020-01-01")
    assert (found.date, found.date_from) == ("2024-05-03", "text")


def test_headline_and_byline_are_found_where_they_stand() -> None:
    text = "Judges open the door\n\nBy Ada Quist\nLowland News, 4 March 2022" + BODY
    found = header.find(text)
    assert found.headline == "Judges open the door"
    assert found.byline == "By Ada Quist"
    assert text[found.body :].startswith("Judges in The Hague")


def test_a_day_that_does_not_exist_is_no_date() -> None:
    assert header.find("Lowland News, 31 April 2022" + BODY).date is None
