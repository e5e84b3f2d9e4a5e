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
    # layouts of local papers, newsletters, tickers, podcasts, blogs, digests
    ("Will Kony ever stand trial?\n\nBy Ada Quist\n"
     "Lowland News | 24 January 2025" + BODY,
     "Lowland News", None, "2025-01-24"),
    ("Lowland News | 24 January 2025\n\n"
     "Will Kony ever stand trial?" + BODY,
     "Lowland News", None, "2025-01-24"),
    ("Meridian | 24 January 2025\n\nWill Kony ever stand trial?" + BODY, "Meridian", None, "2025-01-24"),
    ("RADIO LITTORAL\nTranscript, Monday 8 December 2014\n\nEVA LUND, HOST: Good morning to you all.\n"
     "GUEST: Good morning.\n",
     "Radio Littoral", None, "2014-12-08"),
    ("MORNING CALL\nRadio Littoral\nTranscript, Monday 8 December 2014\n\n"
     "EVA LUND, HOST: Good morning to you all.\nGUEST: Good morning.\n",
     "Radio Littoral", None, "2014-12-08"),
    ("Judges open the door\n\nTHE HAGUE (Corvina Wire), Tuesday 27 January 2026. Judges met on Friday.\n",
     "Corvina Wire", "THE HAGUE", "2026-01-27"),
    ("Judges open the door\n\n"
     "(Corvina Wire), Tuesday 27 January 2026." + BODY,
     "Corvina Wire", None, "2026-01-27"),
    ("Gulu, 27 January 2026. The Acholi Times.\n\n"
     "Who will pay?\nBy Ada Quist\n" + BODY,
     "The Acholi Times", "Gulu", "2026-01-27"),
    ("Who will pay?\n"
     "By Ada Quist, Gulu\nThe Acholi Times, 27 January 2026" + BODY,
     "The Acholi Times", "Gulu", "2026-01-27"),
    ("Who will pay?\nBy our correspondent in Gulu\n"
     "The Acholi Times, 27 January 2026" + BODY,
     "The Acholi Times", "Gulu", "2026-01-27"),
    ("TICKER / The Lantern / 27.01.2026\n\n+++ 10:15 Judges open the door +++ A spokesperson said it was late. +++\n",
     "The Lantern", None, "2026-01-27"),
    ("The Lantern's evening newsletter\nTuesday 27 January 2026\n\n"
     "Good evening. Judges met on Friday, and they will meet again.\n",
     "The Lantern", None, "2026-01-27"),
    ("THE DOCKET\nA newsletter from Lindqvist Review, The Hague\n27 January 2026\n\n"
     "Dear readers,\n\nJudges in The Hague ruled on Friday that it may go on.\n",
     "Lindqvist Review", "The Hague", "2026-01-27"),
    ("PRESS RELEASE\nRivers Human Rights Network, Kampala, 27 January 2026\n\n"
     "Pay the victims" + BODY,
     "Rivers Human Rights Network", "Kampala", "2026-01-27"),
    ("PRESS RELEASE\nAssociation for the Victims of Bogoro\n"
     "Bunia, 27 January 2026\n\nPay the victims" + BODY,
     "Association for the Victims of Bogoro", "Bunia", "2026-01-27"),
    ("Podcast: The Long Docket, episode 44\nPublished 27 January 2026\nTRANSCRIPT\n\n"
     "HOST: Welcome back to you all.\nGUEST: Good morning.\n",
     "The Long Docket", None, "2026-01-27"),
    ("THE DOCKET with Ada Quist\nEpisode 12, recorded 27 January 2026\n\n"
     "QUIST: Welcome back to you all.\nGUEST: Good morning.\n",
     "The Docket", None, "2026-01-27"),
    ("Judges open the door\n\n"
     "Story by: The Kivu Bulletin. Kigali, Tuesday" + BODY + "\n19 March 2013",
     "The Kivu Bulletin", "Kigali", "2013-03-19"),
    (""
     "From The Great Lakes Courier of 19 September 2019" + BODY,
     "The Great Lakes Courier", None, "2019-09-19"),
    ("OBITUARY\n\n"
     "A quiet man\n\nBy Odile Kasongo\nFrom The Great Lakes Courier of 19 September 2019" + BODY,
     "The Great Lakes Courier", None, "2019-09-19"),
    ("Judges open the door\n\nRosalind Achterberg in The Hague, for The Thames Herald\n"
     "Mon 6 Oct 2025 17.52 BST" + BODY,
     "The Thames Herald", "The Hague", "2025-10-06"),
    ("MORNING LIST / 01-07-2025\nYour five-minute file from Polder Press International, The Hague\n\n"
     "▪ HACKED AGAIN. The Court said on Monday that it had been hit.\n",
     "Polder Press International", "The Hague", "2025-07-01"),
    ("CLINIC NOTES\nBlog of the International Justice Clinic, Rotterdam\nPosted 30 September 2022\n\n"
     "Guinea: closing a file because a trial has opened" + BODY,
     "Clinic Notes", "Rotterdam", "2022-09-30"),
    ("NORTHMOOR LAW CLINIC BLOG\n\nWhen a file never becomes a case\n"
     "Posted from Leeds on Monday, 14 December 2020" + BODY,
     "Northmoor LAW Clinic Blog", "Leeds", "2020-12-14"),
    ("From: The Dispatch Hague Letter, letter@thedispatch.example\nDate: Fri, 7 Feb 2025 06:40\n"
     "Subject: What the sanctions mean" + BODY,
     "The Dispatch", None, "2025-02-07"),
    ("From: Corvina Briefing <hello@corvinabriefing.example>\nDate: Fri, 7 Feb 2025 06:40\n"
     "Subject: What the sanctions mean" + BODY,
     "Corvina Briefing", None, "2025-02-07"),
    ("THE DOCKET — summaries of filings\nIssue of 20 May 2020 · Prepared by Lindqvist Case Digest\n\n"
     "Prosecutor v. Bemba: claim\nChamber: Pre-Trial Chamber II\n"
     "Decision of: 18 May 2020\n\nFacts. The applicant was arrested and held for ten years.\n",
     "Lindqvist Case Digest", None, "2020-05-20"),
    (""
     "TBILISI. Friday, 1 July 2022. Our Caucasus desk. The Black Sea Observer." + BODY,
     "The Black Sea Observer", "TBILISI", "2022-07-01"),
    ("LIVE: Hague court takes up Burundi\nTanganyika Live, 9 November 2017 (Bujumbura time)\n\n"
     "15:42 The Court has just announced that its judges have met.\n",
     "Tanganyika Live", None, "2017-11-09"),
    ("LIVE: Reactions to sanctions\nPolder Live, THE HAGUE, Friday 19 December 2025. Times are local.\n\n"
     "08:10 – For those just joining us: Washington put two more judges on its blacklist yesterday.\n",
     "Polder Live", "THE HAGUE", "2025-12-19"),
    ("Explainer: Venezuela and the judges\n\nAndean Desk – Bogotá, Saturday, 2 March 2024\n\n"
     "What happened yesterday?\nThe Appeals Chamber of the Court allowed it to go on.\n",
     "Andean Desk", "Bogotá", "2024-03-02"),
    ("Q&A: Why leaders can be tried\n\n"
     "The Lantern Explainer Desk — published 17.07.2018" + BODY,
     "The Lantern", None, "2018-07-17"),
    ("OPINION\nThe Lantern, 27 January 2026\n\n"
     "What is a court for?" + BODY,
     "The Lantern", None, "2026-01-27"),
    ("What is a court for?\n\n"
     "The Lantern, Leeds edition, 27 January 2026" + BODY,
     "The Lantern", None, "2026-01-27"),
    ("ITURI ECHO\nEnglish page | Bunia, Tuesday 17 March 2020\n\n"
     "Lubanga is free. What does Bunia remember?" + BODY,
     "Ituri Echo", "Bunia", "2020-03-17"),
    ("By The Lantern staff\nBunia, Tuesday 17 March 2020" + BODY, "The Lantern", "Bunia", "2020-03-17"),
    ("Judges open the door\n"
     "The Lantern · Bunia · Tuesday 17 March 2020 · 3 min read" + BODY,
     "The Lantern", "Bunia", "2020-03-17"),
    ("[Lantern Wire] Tuesday 17 March 2020, BUNIA: Judges in The Hague ruled on Friday that the case may go on.\n",
     "Lantern Wire", "BUNIA", "2020-03-17"),
    ("Lantern Wire, Bunia, 17.3.2020 - Judges in The Hague ruled on Friday that the case may go on.\n",
     "Lantern Wire", "Bunia", "2020-03-17"),
    ("Tuesday 17 March 2020\nJudges open the door\n"
     "Odile Kasongo, Bunia" + BODY + "\n© The Lantern",
     "The Lantern", "Bunia", "2020-03-17"),
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
