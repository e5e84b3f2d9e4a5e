"""What the Statute says, in many wordings: a line each in ``statute_sentences.txt``, bare and in reported speech."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hague import checking
from hague.record import Record

DAY = date(2024, 6, 1)
VERDICTS = {"+": "supported", "-": "contradicted", "?": "unsettled", "~": "not-checkable"}
WEIGHT = {"contradicted": 3, "unsettled": 2, "supported": 1, "not-checkable": 0}
ROWS = [
    (line[0], line[2:])
    for line in Path(__file__).with_name("statute_sentences.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
FRAMES = (
    "{}",
    '"{}" a lawyer said on Tuesday.',
    "A professor in Leiden noted that {}",
    "Q. Is that so?\n\nA. Yes. {}",
)
PATIENCE = 0.97


def _framed(frame: str, sentence: str) -> str:
    if frame.startswith('"'):
        return frame.format(sentence.rstrip(".") + ",")
    if frame.startswith("A professor") and not sentence.startswith(("ICC", "UN", "International", "Rome", "Leiden")):
        sentence = sentence[0].lower() + sentence[1:]
    return frame.format(sentence)


def _verdict(text: str, record: Record) -> str | None:
    claims = checking.check_sentence(text, DAY, record)
    return max((c.verdict for c in claims), key=WEIGHT.__getitem__, default=None)


def test_statements_of_law_get_their_verdicts_in_every_frame(record: Record) -> None:
    assert len(ROWS) * len(FRAMES) >= 300
    missed, wrong = [], []
    for mark, sentence in ROWS:
        for frame in FRAMES:
            text = _framed(frame, sentence)
            found = _verdict(text, record)
            if found != VERDICTS[mark]:
                missed.append((text, VERDICTS[mark], found))
                if mark == "+" and found == "contradicted":
                    wrong.append(text)
    assert not wrong, wrong
    assert len(missed) <= (1 - PATIENCE) * len(ROWS) * len(FRAMES), missed
