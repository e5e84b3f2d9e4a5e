"""Which language a text is in, as far as its commonest words and its script tell. The reader reads English only."""

from __future__ import annotations

import re
from collections import Counter

_COMMON = {
    "en": "the of and to in that was for on is with as by at it his from he has have said be not this are which",
    "fr": "le la les des et du un une dans est que pour par sur au aux qui ne pas ce cette ont été avec plus sont",
    "es": "el la los las del que y en un una por con para se su al es lo como más pero fue ha este sobre",
    "pt": "o os as do da dos das que e em um uma por com para se ao é não mais foi como na no pelo pela",
    "it": "il lo la gli le di che e in un una per con del della dei nel non è sono al dal più anche come",
    "de": "der die das und den dem des ein eine ist im in zu von mit auf für nicht sich auch werden wurde als",
    "nl": "de het een en van in op te dat die is voor met zijn niet aan er om ook als bij door werd heeft",
}
_WORDS = {code: frozenset(words.split()) for code, words in _COMMON.items()}
_SCRIPTS = (
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000

NAMES = {
    "ar": "Arabic script", "de": "German", "el": "Greek", "es": "Spanish", "fr": "French", "he": "Hebrew",
    "hi": "Hindi", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "pt": "Portuguese",
    "ru": "Cyrillic script", "zh": "Chinese",
}  # fmt: skip


def of(text: str) -> str:
    """An ISO 639-1 code; ``en`` for English and for texts too short to tell.

    >>> of("La Cour a jugé que la déclaration du 3 mai ne suffit pas et que les juges doivent attendre."), of("Ok.")
    ('fr', 'en')
    """
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    if not letters:
        return "en"
    for code, script in _SCRIPTS:
        if len(script.findall(sample)) > 0.4 * letters:
            return code
    counts = Counter(_WORD.findall(sample.lower()))
    total = sum(counts.values())
    score = {code: sum(counts[w] for w in words) for code, words in _WORDS.items()}
    best = max(score, key=lambda code: (score[code], code == "en"))
    if total < 12 or score[best] < 0.15 * total or score[best] < 1.5 * score["en"]:
        return "en"
    return best
