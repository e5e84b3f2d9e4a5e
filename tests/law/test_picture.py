"""The picture of an opinion: well-formed, every reason in it, nothing from outside."""

import xml.etree.ElementTree as ET
from datetime import date

import pytest

from hague import law
from hague.law.picture import picture
from hague.record import Record

CASES = [
    {"crime": "war-crime", "places": ["PS-GZA"], "from": "2023-10-08", "to": None, "nationalities": ["ISR"]},
    {"crime": "genocide", "places": ["MMR"], "from": "2017-08-27", "to": "2017-08-28", "nationalities": ["MMR"]},
    {"crime": "war-crime", "places": ["IRQ"], "from": "2014-06-12", "to": "2014-06-14", "nationalities": []},
]


@pytest.mark.parametrize("facts", CASES, ids=["yes", "no", "undetermined"])
@pytest.mark.parametrize("brief", [True, False])
def test_every_reason_is_drawn(record: Record, facts: dict[str, object], brief: bool) -> None:
    finding = law.assess(facts, date(2024, 5, 3), record=record, brief=brief)
    root = ET.fromstring(picture(finding.opinion, "A <case> & more"))
    drawn = sum(1 for g in root.iter("{http://www.w3.org/2000/svg}g") if g.get("transform") is None)
    assert drawn == sum(map(_count, finding.opinion))
    assert "http" not in "".join(root.itertext())


def _count(reason: law.Reason) -> int:
    return 1 + sum(map(_count, reason.reasons))
