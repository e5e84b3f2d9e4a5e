"""Text from files, as given: offsets in an answer refer to exactly these characters.

Of a saved web page (``.html``, ``.htm``) the text is the report in it (``hague.saved_pages``).
"""

from __future__ import annotations

import sys
from pathlib import Path

from hague.answers import LONGEST
from hague.errors import InputRefused, Problem

PAGES = (".html", ".htm")
READ = (".txt", *PAGES)
"""How the names of files end that are read in a folder."""


def text_of(path: str) -> str:
    """The text of the file at ``path`` (``-``: standard input). Line ends stay as they are.

    Raises ``InputRefused`` for a file that is missing, empty, binary, too long, not UTF-8 (a page: not in the encoding
    that it names), or a page without a paragraph of text.
    """
    try:
        data = sys.stdin.buffer.read() if path == "-" else _bytes(Path(path))
    except OSError as err:
        raise _refused(path, f"a file that can be read ({err.strerror or err})") from None
    if not data.strip():
        raise _refused(path, "a report; the file is empty")
    if path.lower().endswith(PAGES):
        return _report_in(path, data)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise _refused(path, "UTF-8 text; this is UTF-16", _iconv("utf-16"))
    if b"\0" in data[:8192]:
        raise _refused(path, "plain text; this is a binary file", "Save the report as plain text in UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as err:
        where = f"UTF-8 text; byte {err.start:,} is not"
        raise _refused(path, where, _iconv("windows-1252")) from None


def _report_in(path: str, data: bytes) -> str:
    from hague import saved_pages

    try:
        return saved_pages.text_of(saved_pages.decoded(data))
    except UnicodeDecodeError as err:
        raise _refused(path, f"a page in {err.encoding}; byte {err.start:,} is not", "Save the page again") from None
    except saved_pages.Refused as err:
        raise _refused(path, f"a page that holds a report; {err}", "Save its words as plain text") from None


def _bytes(path: Path) -> bytes:
    if path.is_file() and path.stat().st_size > 4 * LONGEST:
        raise _refused(str(path), f"at most {LONGEST:,} characters; this file has {path.stat().st_size:,} bytes")
    return path.read_bytes()


def _iconv(encoding: str) -> str:
    return f"Convert it first, as with `iconv -f {encoding} -t utf-8`"


def _refused(path: str, expected: str, next_step: str = "") -> InputRefused:
    name = "standard input" if path == "-" else path
    return InputRefused("A file cannot be read.", [Problem(name, None, expected, next_step)])
