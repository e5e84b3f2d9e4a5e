"""Fuzzes reading and checking by name, guided by coverage: no part of the ordinary tests.

    python -m tests.fuzzing.reading --seconds 900 [--corpus FOLDER] [--longest 4000] [INPUT ...]

Run it in a checkout with the extra ``fuzz`` (atheris). It goes on after a finding and exits with 1 at the end if there
was any. With INPUT files it tries those alone, as when a finding is looked at again.

An input is bytes: the first says how the rest becomes a text (decoded in one of three ways, strung together from the
debris below, or taken as a saved page). Each text is read and checked twice. Anything raised but ``InputRefused``,
another answer the second time, or an offset that does not hold what it says is a finding: its trace is printed, once
for each place in the code, and the input left in ``--findings``. A text that takes minutes stops the run.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import tempfile
import traceback
from datetime import date
from pathlib import Path
from typing import Any

os.environ["HAGUE_TRACEBACK"] = "1"  # a fault in one part is to be seen here, not turned into a notice
ROOT = Path(__file__).resolve().parents[2]
DAYS = (None, "2024-05-03", "2013-06-30")
CHECKED = 600
"""Characters of a text that ``check`` gets as one sentence."""

DEBRIS = [
    # words
    "The", "the", "court", "ICC", "prosecutor", "Khan", "Putin", "Russia", "Israel", "said", "told", "that", "would",
    "not", "he", "she", "it", "they", "which", "who", "has", "have", "joined", "ratified", "withdrew", "issued",
    "warrant", "arrest", "against", "for", "of", "in", "on", "at", "by", "after", "before", "May", "March", "Monday",
    "yesterday", "3", "2024", "1998", "two", "years", "ago", "last", "next", "week", "Article", "12", "(3)", "U.S.",
    "Mr.", "D.C.", "a.m.",
    "The Hague", "Karim Khan", "Rome Statute", "according to", "a spokesman for the court",
    "International Criminal Court",
    "THE HAGUE, May 3 (Reuters) — ", "By Ann Lee\n", "Q: ", "A: ", "MR. LEE: ", "@khan: ", "RT @icc ", "* ",
    "- ", "1. ", "## ",
    # quotation marks, whole and half
    '"', "“", "”", "'", "‘", "’", "«", "»", "„", "‹", "›", "``", "''", "&quot;", '" ', ' "', "“”", "”“", "“‘",
    "’”", "n’t", "'s",
    # marks, blanks and lines
    ". ", ", ", "; ", ": ", " — ", "--", "…", "...", "?!", "(", ")", "[", "]", "[…]", "\n", "\n\n", "\r\n",
    "\r", "\t", " ", "  ",
    "\u00a0", "\u2009", "\u2028", "\u2029", "\x0b", "\x0c", "\x85", "|", " | ", "/", "\\", "=", "_", "#", "~",
    "^", "$", "%", "&",
    # OCR debris, ligatures, combining marks, numbers of other scripts
    "ﬁ", "ﬂ", "ﬀ", "rn", "l1", "0f", "tbe", "- \n", "-\n", "\u00ad", "¬", "e\u0301", "\u0301", "\u200b",
    "\u200d", "\ufeff", "\ufffd", "①",
    "Ⅳ", "½", "²", "٣", "३", "𝟙", "ß", "İ", "ı", "ſ", "K", "Å",
    # other scripts and directions, planes, halves of pairs, controls
    "שלום", "محكمة", "国际刑事法院", "суд", "Ελλάδα", "\u202e", "\u202c", "\u200f", "\u2067", "😀", "👩‍⚖️", "🇳🇱",
    "\U0010ffff", "\ud800", "\udfff",
    "\x00", "\x01", "\x1b[31m", "\x7f",
    # remains of pages and of markdown
    "<p>", "</p>", "<br/>", "<a href='x'>", "<script>", "<!--", "-->", "<![CDATA[", "&amp;", "&#8220;",
    "&nbsp;", "<", ">", "**", "[x](y)",
    "```", "> ", "| a | b |\n", "https://a.example/b?c=d", "a@b.example",
    # long runs
    "a" * 300, "A" * 300, " " * 300, "." * 300, "-" * 300, '"' * 60, "“" * 60, "(" * 60, "1" * 300, "1," * 100,
    "a." * 100, "\n" * 60,
    "“a ” " * 40, "the court " * 40, "one or two or " * 20, "Article 1(a)(b), " * 20, "he said that " * 20,
    "\u0301" * 100,
]  # fmt: skip


class Untrue(AssertionError):
    """An answer that does not say what it should."""


def text_of(data: bytes) -> str:
    """The text that an input stands for."""
    how, rest = (data[0] % 6, data[1:]) if data else (0, b"")
    if how == 0:
        return rest.decode("utf-8", "replace")
    if how == 1:
        return rest.decode("latin-1")
    if how == 2:
        return (
            rest.decode("utf-16-le", "surrogatepass") if len(rest) % 2 == 0 else rest.decode("utf-8", "surrogateescape")
        )
    if how == 3:
        from hague import saved_pages

        try:
            return saved_pages.text_of(saved_pages.decoded(rest))
        except (saved_pages.Refused, UnicodeDecodeError):
            return ""
    between = " " if how == 4 else ""
    return between.join(DEBRIS[b % len(DEBRIS)] for b in rest)


def spans(answer: Any) -> list[tuple[int, int]]:
    out = [(x.start, x.end) for x in (*answer.times, *answer.mentions, *answer.claims, *answer.timexes)]
    for s in answer.statements:
        out += [s.content, *s.pieces, *(x for x in (s.speaker_span, s.cue_span) if x)]
    for a in answer.attributions:
        out += [*a.source, *a.cue, *a.content]
    return [*out, *(c.rests_on for c in answer.claims if c.rests_on)]


def hold(text: str, day: str | None) -> None:
    """Raises what is wrong with reading and checking ``text``."""
    import hague
    from hague.errors import InputRefused

    try:
        answer = hague.read(text, date=day)
    except InputRefused:
        return
    if answer.text != text:
        raise Untrue("the text is not kept as given")
    for start, end in spans(answer):
        if not 0 <= start < end <= len(text):
            raise Untrue(f"[{start}, {end}) is no stretch of {len(text)} characters")
    for part in (answer.times, answer.mentions, answer.claims):
        for found in part:
            if text[found.start : found.end] != found.text:
                raise Untrue(f"{found.text!r} does not stand at [{found.start}, {found.end})")
    for t in (*answer.times, *answer.timexes):
        if t.value is not None and day:
            try:
                t.value.encode("ascii")
            except UnicodeEncodeError:
                raise Untrue(f"{t.value!r} is no TIMEX3 value") from None
    if hague.read(text, date=day) != answer:
        raise Untrue("another answer the second time")
    sentence = text[:CHECKED]
    if sentence.strip():
        as_of = date.fromisoformat(day or "2026-01-01")
        claims = hague.check(sentence, as_of=as_of)
        for c in claims:
            if not (0 <= c.start < c.end <= len(sentence) and sentence[c.start : c.end] == c.text):
                raise Untrue(f"the claim {c.text!r} does not stand at [{c.start}, {c.end})")
        if hague.check(sentence, as_of=as_of) != claims:
            raise Untrue("another verdict the second time")


def one(data: bytes) -> None:
    hold(text_of(data), DAYS[data[-1] % len(DAYS)] if data else None)


class Findings:
    """What went wrong, once for each place in the code where it did."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seen: set[tuple[str, str]] = set()

    def __call__(self, data: bytes) -> None:
        try:
            one(data)
        except Exception as err:
            *_, last = traceback.extract_tb(err.__traceback__)
            place = (type(err).__name__, f"{last.filename}:{last.lineno}")
            if place not in self.seen:
                self.seen.add(place)
                self.folder.mkdir(parents=True, exist_ok=True)
                path = self.folder / hashlib.sha256(data).hexdigest()[:16]
                path.write_bytes(data)
                print(f"FINDING {path}", flush=True)
                traceback.print_exc()


def seeds(folder: Path) -> None:
    """Inputs to begin with: reports of the tests cut to paragraphs, and every piece of debris beside words."""
    reports = [ROOT / "src/hague/samples/report.txt", *sorted((ROOT / "tests/reports").glob("*.txt"))]
    for number, path in enumerate(reports):
        paragraphs = path.read_bytes().split(b"\n\n")
        for at in range(0, len(paragraphs), 6):
            (folder / f"report-{number}-{at}").write_bytes(b"\x00" + b"\n\n".join(paragraphs[at : at + 3])[:2000])
    words = bytes(range(20))
    for at in range(0, len(DEBRIS), 4):
        for how in (4, 5):
            mixed = b"".join(words[k : k + 5] + bytes([(at + k % 4) % 256]) for k in range(0, 20, 4))
            (folder / f"debris-{how}-{at}").write_bytes(bytes([how]) + mixed)
    (folder / "page").write_bytes(
        b"\x03<html><body><p>The court said on Monday it had issued a warrant.</p></body></html>"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=900)
    parser.add_argument("--corpus", type=Path, help="a folder that keeps what reached new code (default: a new one)")
    parser.add_argument("--findings", type=Path, default=Path("findings"))
    parser.add_argument("--longest", type=int, default=4_000, help="bytes of an input")
    parser.add_argument("inputs", type=Path, nargs="*")
    given = parser.parse_args()
    if given.inputs:
        for path in given.inputs:
            one(path.read_bytes())
            print(f"{path}: nothing wrong")
        return
    fuzz = os.fork()  # atheris ends its process by itself
    if fuzz == 0:
        run(given)
    _, status = os.waitpid(fuzz, 0)
    found = list(given.findings.glob("*")) if given.findings.is_dir() else []
    sys.exit(f"{len(found)} findings in {given.findings}" if found else os.waitstatus_to_exitcode(status))


def run(given: argparse.Namespace) -> None:
    try:
        import atheris
    except ImportError:
        print("atheris is not installed: pip install -e '.[fuzz]'", file=sys.stderr)
        os._exit(2)
    with atheris.instrument_imports(include=["hague"]):
        hold("The court said on Monday that it had issued a warrant for him.", "2024-05-03")  # loads every pass
    with tempfile.TemporaryDirectory() as folder:
        begin = Path(folder) / "seeds"
        begin.mkdir()
        seeds(begin)
        corpus = given.corpus or Path(folder) / "corpus"
        corpus.mkdir(parents=True, exist_ok=True)
        findings = Findings(given.findings)
        options = [
            f"-max_total_time={given.seconds}",
            f"-max_len={given.longest}",
            "-timeout=120",
            "-rss_limit_mb=4096",
        ]
        atheris.Setup([sys.argv[0], *options, str(corpus), str(begin)], findings)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
