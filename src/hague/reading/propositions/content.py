"""Where the content of a clause begins: what was ruled, found or said, without who did so.

What a Chamber held is checked with the Chamber that held it, but the words that are borne out are those that follow.
Where the attribution is the longer part, the ruling itself is the news and the clause stays whole.
"""

from __future__ import annotations

import re

_CUES = r"ruled|held|found|decided|announced|stated|said|says|concluded|confirmed|determined|declared|added|argued|told"
_ATTRIBUTION = re.compile(
    rf".{{3,}}?\b(?:{_CUES})\b(?:[^,;:“\"]{{0,40}}|, [^,;:“\"]{{2,30}},)? that\s+(?=\S)"
    rf"|.{{3,}}?\b(?:said|says)\s+(?=(?:he|she|it|they|there)\b)"
    r"|[^:“\"]{3,60}:\s*[“\"]",
    re.DOTALL,
)
_SURE = (
    r"certain|sure|convinced|adamant|persuaded|proud|confident|happy|glad|keen|eager|under the impression|wrong|quick"
)
_HEARSAY = re.compile(
    r"[^,;:“\"]{2,120}?\b(?:"
    r"(?:has|have|had) it"
    r"|(?:is|was|are|were|am|be|sounds?|seems?|remains?|feels?|felt)"
    r"(?: (?:quite|so|very|still|absolutely|firmly|also))?"
    rf" (?:{_SURE})(?: to (?:add|say|report|note|tell|point out|recall|think|believe|claim)(?: \w+)?)?"
    r"|assur(?:ed|es)(?: \w+){1,3}"
    r"|inform(?:s|ed) (?:its |his |her )?(?:readers|visitors|listeners|viewers|guests|me|us)"
    r"|reads|swears|swore|kn[eo]ws? for sure|insists?|gathered|gathers"
    r") that\s+(?=\S)"
)
"""Openings by which talk is passed on ("Rumour has it that", "An official assured us that"): never part of what is
said."""
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def content_start(clause: str) -> int:
    """Where in a clause its content begins: behind an opening attribution that is the shorter part, else 0.

    >>> clause = "The judges found that South Africa had failed in its duty to arrest him"
    >>> clause[content_start(clause) :]
    'South Africa had failed in its duty to arrest him'
    >>> clause = "A column making the rounds has it that judges may fine a State"
    >>> clause[content_start(clause) :]
    'judges may fine a State'
    >>> content_start("The Appeals Chamber ruled on Friday, by three votes to two, that he may stay")
    0
    """
    hearsay = _HEARSAY.match(clause)
    if hearsay is not None:
        return hearsay.end()
    lead = _ATTRIBUTION.match(clause)
    if lead is None:
        return 0
    words = len(_WORD.findall(clause))
    return lead.end() if 2 * len(_WORD.findall(clause, lead.end())) >= words else 0
