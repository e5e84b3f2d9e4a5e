"""Mentions: each row is a report's date, a text, and the names in it with what they stand for, in order."""

from __future__ import annotations

import pytest

from hague.reading import header, mentions, sentences
from hague.record import Record, load

ICC = "The International Criminal Court met. "


@pytest.fixture(scope="module")
def record() -> Record:
    return load()


def found(text: str, record: Record, day: str = "2024-05-03") -> list[tuple[str, str | None]]:
    head = header.find(text, day)
    names, _ = mentions.find(text, sentences.split(text, head), record, header.day(head))
    return [(text[m.start : m.end], m.entity) for m in names if m.entity and not m.entity.startswith("place:")]


ROWS = [
    # States: names, short forms, pieces of other names
    ("Diplomats from the US, the U.K. and Russia met.", "US=state:USA; U.K.=state:GBR; Russia=state:RUS"),
    ("US senators and UN officials met a Ukraine envoy.", "US=state:USA; UN=org:un; Ukraine=state:UKR"),
    ("Russian, Israeli and American officials in Moscow and Washington met.", ""),
    ("Niger and Nigeria, Guinea and Guinea-Bissau, Sudan and South Sudan.",
     "Niger=state:NER; Nigeria=state:NGA; Guinea=state:GIN; Guinea-Bissau=state:GNB; Sudan=state:SDN; South "
     "Sudan=state:SSD"),
    ("The Democratic Republic of Congo and the Central African Republic.",
     "Democratic Republic of Congo=state:COD; Central African Republic=state:CAF"),
    ("Côte d’Ivoire, also called Ivory Coast.", "Côte d’Ivoire=state:CIV; Ivory Coast=state:CIV"),
    ("Jordan Smith and Israel Katz flew Kenya Airways to New Mexico.", ""),
    ("The Israel-Hamas war and Russia-backed groups.", "Israel=state:ISR; Hamas=org:hamas; Russia=state:RUS"),
    ("The “State of Palestine” is a member; let us go.", "State of Palestine=state:PSE"),
    # the Court and its organs
    ("The ICC’s prosecutor spoke. The court agreed, and the Court’s judges too.",
     "ICC=icc; court=icc; Court=icc"),
    (ICC + "A court official said the office of the prosecutor would answer. The office did.",
     "International Criminal Court=icc; office of the prosecutor=otp; office=otp"),
    (ICC + "Kenya’s Supreme Court met. The court adjourned.\n\nThe court in The Hague did not.",
     "International Criminal Court=icc; Kenya=state:KEN; court=icc"),
    (ICC + "Pre-Trial Chamber I and the Appeals Chamber ruled; the chamber was full.",
     "International Criminal Court=icc; Pre-Trial Chamber I=chamber:ptc-1; Appeals Chamber=chamber:appeals"),
    ("A court in Nairobi ruled. The court was full.", ""),
    ("The International Court of Justice ruled. The court, also in The Hague, is not the ICC.",
     "International Court of Justice=org:icj; ICC=icc"),
    (ICC + "Members of the Security Council met, then the Council rose.",
     "International Criminal Court=icc; Security Council=org:unsc; Council=org:unsc"),
    # the Statute and its articles
    (ICC + "Under Article 12(3) of the Rome Statute and articles 7 and 8 of the Statute.",
     "International Criminal Court=icc; Article 12(3)=article:12; Rome Statute=treaty:rome-statute; "
     "articles 7=article:7; 8=article:8; Statute=treaty:rome-statute"),
    (ICC + "Article 51 of the UN Charter, Article 5 of the NATO treaty and the statute of limitations.",
     "International Criminal Court=icc; UN=org:un; NATO=org:nato"),
    (ICC + "Article 15 bis and article 8(2)(b)(xxv) apply; Article 200 does not exist.",
     "International Criminal Court=icc; Article 15 bis=article:15bis; article 8(2)(b)(xxv)=article:8"),
    # persons
    ("Prosecutor Karim A.A. Khan KC spoke, and Mr Khan left.", "Karim A.A. Khan=person:karim-khan; "
     "Khan=person:karim-khan"),
    ("Khan Younis was shelled. Imran Khan spoke. Khan Market closed.", ""),
    ("Vladimir Putin’s envoy met Putin.", "Vladimir Putin=person:vladimir-putin; Putin=person:vladimir-putin"),
    ("Saif al-Islam Gaddafi fled. Gaddafi, whose father Muammar Gaddafi died, is free.",
     "Saif al-Islam Gaddafi=person:saif-al-islam-gaddafi; Gaddafi=person:saif-al-islam-gaddafi; "
     "Muammar Gaddafi=person:muammar-gaddafi"),
    ("Ali Muhammad Ali Abd-Al-Rahman, known as Ali Kushayb, was convicted.",
     "Ali Muhammad Ali Abd-Al-Rahman=person:ali-abd-al-rahman; Ali Kushayb=person:ali-abd-al-rahman"),
    ("Piotr Hofmanski and Piotr Hofmański are one.", "Piotr Hofmanski=person:piotr-hofmanski; Piotr "
     "Hofmański=person:piotr-hofmanski"),
    ("Omar al-Bashir, like Omar Al Bashir; al-Bashir or Bashir.",
     "Omar al-Bashir=person:omar-al-bashir; Omar Al Bashir=person:omar-al-bashir; al-Bashir=person:omar-al-bashir; "
     "Bashir=person:omar-al-bashir"),
    ("The choir sang. Sang it did. Joshua Arap Sang sang.", "Joshua Arap Sang=person:joshua-sang"),
    # capitals throughout
    (
        "ICC PROSECUTOR KHAN WANTS PUTIN, U.S. AND US SAY; LET US SEE THE CAR",
        "ICC=icc; KHAN=person:karim-khan; PUTIN=person:vladimir-putin; U.S.=state:USA; US=state:USA",
    ),
    (
        ICC + "Deputy Prosecutor Nazhat Shameem Khan spoke for Khan; PTC II and TC X met.",
        "International Criminal Court=icc; Nazhat Shameem Khan=person:nazhat-shameem-khan; Khan=person:karim-khan; "
        "PTC II=chamber:ptc-2; TC X=chamber:tc-10",
    ),
    # situations
    (ICC + "It opened the Palestine investigation and looked at the situation in Libya.",
     "International Criminal Court=icc; Palestine investigation=situation:palestine; situation in "
     "Libya=situation:libya"),
    # organisations
    ("Human Rights Watch and the African Union met the EU; us too.",
     "Human Rights Watch=org:hrw; African Union=org:au; EU=org:eu"),
    ("Amnesty was granted to all. He works for Amnesty International.", "Amnesty International=org:amnesty"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_names_of_a_report(text: str, expected: str, record: Record) -> None:
    assert "; ".join(f"{name}={entity}" for name, entity in found(text, record)) == expected


def test_dateline_and_byline_are_no_mentions(record: Record) -> None:
    text = "UNITED NATIONS, 3 May 2024 (Kenya Wire) — Russia objected.\n"
    assert found(text, record) == [("Russia", "state:RUS")]


STRANGERS = [
    ("A lawyer, Marta Oyelaran, said so; Mr Okoth agreed.", "Marta Oyelaran=person; Okoth=person"),
    ("The Lakeside Peace Commission met in Cape Town.", "Lakeside Peace Commission=body; Cape Town=place"),
    ("The White House press secretary Ada van Quist spoke.", "White House=body; Ada van Quist=person"),
    ("On Monday In May The Russian.", ""),
    ("We’ve seen it. I’ll Wait.", ""),
]


@pytest.mark.parametrize(("text", "expected"), STRANGERS)
def test_a_name_not_on_record_is_a_mention_with_a_type(text: str, expected: str, record: Record) -> None:
    names, _ = mentions.find(text, sentences.split(text, header.Header()), record)
    assert "; ".join(f"{text[m.start : m.end]}={m.type}" for m in names if not m.entity) == expected


OFFICES = [
    ("2013-06-01", ICC + "The prosecutor said so.", "prosecutor=person:fatou-bensouda"),
    ("2008-06-01", ICC + "The court’s chief prosecutor said so.", "chief prosecutor=person:luis-moreno-ocampo"),
    ("2024-05-03", ICC + "Israel’s prime minister and the Russian president objected.",
     "prime minister=person:benjamin-netanyahu; president=person:vladimir-putin"),
    ("2024-05-03", ICC + "The prosecutor’s office and Russian President Vladimir Putin.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("day", "text", "expected"), OFFICES)
def test_an_office_is_whoever_held_it_that_day(day: str, text: str, expected: str, record: Record) -> None:
    head = header.find(text, day)
    _, roles = mentions.find(text, sentences.split(text, head), record, header.day(head))
    assert "; ".join(f"{text[m.start : m.end]}={m.entity}" for m in roles) == expected


def test_without_a_date_no_office_is_resolved(record: Record) -> None:
    text = ICC + "The prosecutor said so."
    assert mentions.find(text, sentences.split(text, header.Header()), record)[1] == ()
