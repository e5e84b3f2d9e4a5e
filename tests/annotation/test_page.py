"""The annotated page: nothing fetched, nothing run, everything escaped, every claim with its ground."""

import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

import hague
from hague.annotation.page import page
from hague.record import Record

NEWS = """Court weighs its reach

THE HAGUE, 3 May 2024 (Polder Press) — Israel has not ratified the Rome Statute, a lawyer said on Thursday.

“Palestine has never joined the court,” she told reporters. The court issued a warrant for Vladimir Putin last year.
"""
VOID = {"meta", "input", "br"}


class Page(HTMLParser):
    """Fails where tags do not match; keeps ids, targets of links, and the words of the report."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.words = ""
        self.feed(html)
        self.close()
        assert self.stack == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        if "id" in given:
            self.ids.append(str(given["id"]))
        if "href" in given:
            self.links.append(str(given["href"]))
        assert not [name for name in given if name in ("src", "srcset", "background") or name.startswith("on")]
        if tag not in VOID:
            self.stack.append(f"{tag}.{(given.get('class') or '').split(' ')[0]}")

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop().partition(".")[0] == tag

    def handle_data(self, data: str) -> None:
        own = [tag for tag in self.stack if tag.startswith(("rt", "sup"))]
        if "p.text" in self.stack and not own:
            self.words += data


@pytest.fixture(scope="module")
def drawn(record: Record) -> tuple[str, Page]:
    html = page(hague.read(NEWS), record)
    return html, Page(html)


def test_nothing_is_fetched_and_nothing_runs(drawn: tuple[str, Page]) -> None:
    html, found = drawn
    assert not found.tags & {"script", "img", "link", "iframe", "object", "embed", "form"}
    assert "url(" not in html
    assert "@import" not in html
    assert "default-src 'none'" in html


def test_ids_are_unique_and_every_link_within_the_page_has_its_target(drawn: tuple[str, Page]) -> None:
    _, found = drawn
    assert len(found.ids) == len(set(found.ids))
    assert {link[1:] for link in found.links if link.startswith("#")} <= set(found.ids)
    assert all(link.startswith(("#", "http://", "https://")) for link in found.links)


def test_every_claim_has_its_words_its_verdict_and_its_ground(drawn: tuple[str, Page]) -> None:
    html, found = drawn
    answer = hague.read(NEWS)
    assert answer.claims
    for number, claim in enumerate(answer.claims, 1):
        assert {f"words-{number}", f"claim-{number}"} <= set(found.ids)
        note = html[html.index(f'id="claim-{number}"') :]
        note = note[: note.index("</div>")]
        assert claim.verdict.replace("-", " ") in note
        if claim.verdict in ("supported", "contradicted"):
            assert "https://" in note


def test_the_report_stands_on_the_page_as_it_was_given(drawn: tuple[str, Page]) -> None:
    _, found = drawn
    assert "".join(found.words.split()) in "".join(NEWS.split())
    assert "Israel has not ratified the Rome Statute" in found.words


HOSTILE = [
    # what is in the text, what must not be on the page
    ("<script>alert(1)</script>", "<script"),
    ("<img src=x onerror=alert(1)>", "<img"),
    ('" onmouseover="alert(1)', 'onmouseover="'),
    ("</style></p></main><h1>owned", "<h1>owned"),
    ("a\0b\x08c\x7f", "\0"),
    ("\ud800 half a pair", "\ud800"),
    ("&amp;lt; &#x3c;script&#x3e;", "&#x3c;script"),
]


@pytest.mark.parametrize(("given", "absent"), HOSTILE)
def test_whatever_the_text_holds_is_shown_as_text(record: Record, given: str, absent: str) -> None:
    says = f"“{given}” Israel has not ratified the Rome Statute, {given} said."
    text = f"{given}\n\nTHE HAGUE, 3 May 2024 ({given}) — {says}"
    html = page(hague.read(text), record)
    assert absent not in html
    assert "</article>" in html
    html.encode("utf-8")
    Page(html)


SCRIPTS = [
    "Joa\u0303o said Israel has not ratified the Rome Statute, e\u0301 isso.",  # combining characters
    "قال الناطق إن المحكمة Israel has not ratified the Rome Statute أصدرت مذكرة.",
    "שלום \u202eIsrael has not ratified the Rome Statute\u202c, said 🇮🇱 👩🏽‍⚖️ the court.",
    "Israel\r\nhas not\r\nratified the Rome Statute, the court said on Monday.",
]


@pytest.mark.parametrize("text", SCRIPTS)
def test_offsets_hold_in_any_script(record: Record, text: str) -> None:
    found = Page(page(hague.read(text, date="2024-05-03"), record))
    assert "".join(found.words.split()) == "".join(text.split())


def test_a_report_without_claims_says_so(record: Record) -> None:
    html = page(hague.read("The bakery on the corner opened at nine."), record)
    assert "No claim about the Court was found" in html


def test_addresses_that_no_browser_should_follow_are_left_out() -> None:
    from hague.annotation.page import _link

    assert _link("javascript:alert(1)") is None
    assert _link("https://[bad") is None
    assert "icc-cpi.int" in (_link("https://www.icc-cpi.int/x?a=1&b=2") or "")


@pytest.mark.debian
def test_a_browser_draws_the_page_without_sideways_scrolling(record: Record, tmp_path: Path) -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Chromium is not on this machine")
    (tmp_path / "page.html").write_text(page(hague.read(NEWS), record), encoding="utf-8")
    probe = (
        "<iframe id=f src=page.html style='width:360px;height:640px;border:0'></iframe><script>onload=()=>{"
        "const d=document.getElementById('f').contentDocument.documentElement;"
        "document.title=d.scrollWidth+' of '+d.clientWidth;document.body.append(document.title)}</script>"
    )
    (tmp_path / "probe.html").write_text(probe, encoding="utf-8")
    flags = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    run = subprocess.run(
        [
            chromium,
            *flags.split(),
            "--disable-component-update",
            "--disable-sync",
            "--allow-file-access-from-files",
            f"--user-data-dir={tmp_path / 'profile'}",
            "--dump-dom",
            f"file://{tmp_path / 'probe.html'}",
        ],
        capture_output=True,
        text=True,
        timeout=120,
    )
    measured = re.search(r"<title>(\d+) of (\d+)</title>", run.stdout)
    assert measured, run.stdout + run.stderr
    assert int(measured[1]) <= int(measured[2])
