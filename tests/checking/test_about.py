"""Which reports are about the Court, though none of them names it in full."""

from datetime import date

import pytest

from hague import checking, reading
from hague.record import Record

OF_IT = [
    "KAMPALA, 3 May 2016 (Lake News) -- "
    "Karim Khan's predecessor, prosecutor Fatou Bensouda, spoke here. Uganda ratified in 2002.",
    "ROME, 18 July 1998 (Tiber News) -- A permanent criminal court was agreed on. Italy signed the treaty on Saturday.",
    "NIAMEY, 2 May 2002 (Sahel News) -- The court will have judges and a prosecutor. Niger has ratified.",
    "NAIROBI, 2 May 2016 (Lake News) -- "
    "The court dropped the cases of William Ruto, Joshua Sang and Uhuru Kenyatta. Kenya is a member.",
    "AMMAN, 2 May 2016 (East News) -- A warrant is out for Omar al-Bashir. Jordan ratified the treaty in 2002.",
]
OF_OTHERS = [
    "ARUSHA, 2 May 2016 (Lake News) -- "
    "The African Court has eleven judges and no prosecutor. Kenya has ratified its protocol.",
    "KHARTOUM, 2 May 2020 (Nile News) -- "
    "A court sentenced Omar al-Bashir to two years for corruption. He was arrested in 2019.",
    "NAIROBI, 2 May 2016 (Lake News) -- "
    "The Supreme Court heard William Ruto and Uhuru Kenyatta. Kenya is a member of the club.",
]


@pytest.mark.parametrize("text", OF_IT)
def test_reports_that_mean_the_court(text: str, record: Record) -> None:
    assert checking.check_report(reading.read(text, record=record), date(2016, 5, 3), record)


@pytest.mark.parametrize("text", OF_OTHERS)
def test_reports_about_other_courts(text: str, record: Record) -> None:
    assert checking.check_report(reading.read(text, record=record), None, record) == ()
