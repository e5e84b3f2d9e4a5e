"""What the commands print and write: pages, other forms, lines of sentences, explanations, saved web pages."""

import contextlib
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from hague import saved_pages

NEWS = """Court weighs its reach

THE HAGUE, 3 May 2024 (Polder Press) — “Israel has ratified the Rome Statute,” Karim Khan said on Thursday.

Palestine has been a member of the court since 2015.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(NEWS, encoding="utf-8")
    return path


def test_one_page_for_one_report(said: Any, report: Path, tmp_path: Path) -> None:
    target = tmp_path / "deep" / "page.html"
    assert said("read", str(report), "--html", str(target)).code == 0
    html = target.read_text(encoding="utf-8")
    assert html.startswith("<!doctype html>")
    assert "contradicted" in html
    assert [p.name for p in target.parent.iterdir()] == ["page.html"]
    assert said("read", str(report), "--html", "-").out == html


def test_a_folder_of_pages_for_several(said: Any, report: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(NEWS, encoding="utf-8")
    assert said("read", str(tmp_path), "--html", str(tmp_path / "pages")).code == 0
    assert sorted(p.name for p in (tmp_path / "pages").iterdir()) == ["other.html", "report.html"]


REVIEW = ("--author", "Example Desk", "--published", "2024-05-04")
PRINTED = [
    # arguments, what the JSON is
    (("read", "{}", "--format", "json"), dict),
    (("read", "{}", "--format", "web-annotation", "--report-url", "https://example.org/r"), dict),
    (("read", "{}", "--format", "claimreview", *REVIEW), list),
    (("check", "Israel has ratified the Rome Statute.", "--format", "claimreview", *REVIEW), list),
    (("check", "Israel has ratified the Rome Statute.", "--format", "web-annotation"), dict),
]


@pytest.mark.parametrize(("args", "kind"), PRINTED)
def test_forms_are_printed_as_json(said: Any, report: Path, args: tuple[str, ...], kind: type) -> None:
    assert said(*(a.format(report) for a in args)).code == 0
    found = json.loads(said.out)
    assert isinstance(found, kind)
    assert found


def test_forms_that_are_no_json(said: Any, report: Path, tmp_path: Path) -> None:
    assert said("read", str(report), "--format", "timeml").code == 0
    assert ElementTree.fromstring(said.out.encode()).tag == "TimeML"
    assert said("read", str(report), "--format", "brat").out.startswith("T1\t")
    assert said("read", str(report), "--format", "brat", "--out", str(tmp_path / "brat")).code == 0
    assert sorted(p.name for p in (tmp_path / "brat").iterdir()) == ["annotation.conf", "report.ann", "report.txt"]
    assert (tmp_path / "brat" / "report.txt").read_text(encoding="utf-8") == NEWS


REFUSED = [
    # arguments, exit code, part of the message
    (("read", "{}", "--format", "claimreview"), 1, "--author"),
    (("read", "{}", "--format", "claimreview", "--author", "A", "--published", "2024-02-30"), 1, "a day that exists"),
    (("read", "{}", "--html", "x.html", "--format", "brat"), 2, "Give one of"),
    (("read", "{}", "--html", "{}/x.html"), 1, "--html"),
    (("read", "{}", "in.jsonl", "--out", "o.jsonl"), 2, "one file of lines"),
    (("read", "in.jsonl", "--format", "brat"), 2, "lines of JSON"),
    (("read", "none.jsonl", "--out", "o.jsonl"), 1, "a file that can be read"),
    (("read", "{}", "--engine", "spark"), 2, "--out DIR"),
    (("explain", "{}", "99"), 1, "a claim of the report, 1 to 2"),
    (("explain", "{}", "x"), 2, "integer"),
    (("check",), 2, "--lines FILE"),
    (("check", "A.", "--lines", "b"), 2, "--lines FILE"),
    (("check", "--lines", "none.txt"), 1, "none.txt"),
]


@pytest.mark.parametrize(("args", "code", "message"), REFUSED)
def test_what_is_refused(
    said: Any,
    report: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    args: tuple[str, ...],
    code: int,
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert said(*(a.format(report) for a in args)).code == code
    assert message in said.err
    assert not list(tmp_path.glob("o.jsonl"))


def test_reports_of_one_name_are_not_written_over_each_other(said: Any, report: Path, tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text("<p>Judges met in The Hague on Monday.</p>", encoding="utf-8")
    assert said("read", str(tmp_path), "--out", str(tmp_path / "out")).code == 1
    assert "written to one file" in said.err


def test_sentences_a_line_each(said: Any, tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_bytes(b"Israel has ratified the Rome Statute.\n\nThe bakery opened.\r\n\xff\n")
    assert said("check", "--lines", str(path), "--json", "--as-of", "2024-05-03").code == 1
    first, second, *rest = said.out.splitlines()
    assert json.loads(first)["line"] == 1
    assert json.loads(first)["claims"][0]["verdict"] == "contradicted"
    assert json.loads(second) == {"line": 3, "sentence": "The bakery opened.", "claims": []}
    assert json.loads("\n".join(rest))["error"]["problems"][0]["where"] == "line 4"
    assert said("check", "--lines", str(path)).out.index("Israel has") < said.out.index("The bakery")


def test_the_way_of_a_claim(said: Any, report: Path) -> None:
    assert said("explain", str(report), "1").code == 0
    shown = " ".join(said.out.split())
    for words in ("In whose words: Karim Khan", "ratify", "state:ISR", "contradicted", "31 December 2000"):
        assert words in shown
    assert said("explain", str(report), "1", "--json").code == 0
    found = json.loads(said.out)
    assert found["understood"]["predicate"] == "ratify"
    assert found["decided"]["about"] == "ratification"
    assert found["claim"]["verdict"] == "contradicted"
    assert found["judged_as_of"] == "2024-05-03"
    for part in found["understood"]["parts"]:
        assert NEWS[part["start"] : part["end"]] == part["text"]


# -- saved web pages ----------------------------------------------------------------------------------------

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>Court weighs its reach | Polder</title>
<meta property="og:site_name" content="Polder Press"><script type="application/ld+json">
{"@graph": [{"@type": "NewsArticle", "datePublished": "2024-05-03T09:00:00Z"}]}</script><style>p {}</style></head>
<body><!-- <p>not this</p> --><nav><ul><li><a href="/">World</a></li></ul></nav>
<article class="comment"><h1>Court weighs <em>its</em> reach</h1><div><p>Israel has ratified the Rome Statute, a lawyer
said on Thursday &amp; repeated later.<p>Palestine has been a member of the court since 2015.</p>
<aside class="related"><p>Read next: <a href="/x">another story of great length that nobody asked for</a></p></aside>
<p hidden>Never shown</p></div></article><footer><p>All rights reserved by the publishers of this page.</p></footer>"""


def test_the_report_in_a_saved_page(said: Any, tmp_path: Path) -> None:
    path = tmp_path / "saved.html"
    path.write_text(PAGE, encoding="utf-8")
    assert said("read", str(path), "--json").code == 0
    answer = json.loads(said.out)
    assert answer["header"]["date"] == "2024-05-03"
    assert answer["header"]["outlet"] == "Polder Press"
    assert answer["text"] == (
        "Court weighs its reach\n\nPolder Press, 3 May 2024\n\nIsrael has ratified the Rome Statute, a lawyer said on "
        "Thursday & repeated later.\n\nPalestine has been a member of the court since 2015.\n"
    )
    for claim in answer["claims"]:
        assert answer["text"][claim["start"] : claim["end"]] == claim["text"]


ENCODED = [
    ("<meta charset=windows-1252><p>Hofmański’s</p>".encode("windows-1252", "replace"), "’s"),
    ("<meta charset='iso-8859-1'><p>“Said” in Paris</p>".encode("windows-1252"), "“Said”"),
    ("<p>Hofmański</p>".encode("utf-8-sig"), "Hofmański"),
    ("<meta charset=no-such><p>Hofmański</p>".encode(), "Hofmański"),
]


@pytest.mark.parametrize(("data", "words"), ENCODED)
def test_a_page_is_read_in_the_encoding_it_names(data: bytes, words: str) -> None:
    assert words in saved_pages.text_of(saved_pages.decoded(data))


NO_REPORT = ["<html></html>", "<nav><a>Home</a></nav>", "<script>var a = 1</script>", "<!-- <p>x</p> -->", "<p> </p>"]


@pytest.mark.parametrize("page", NO_REPORT)
def test_a_page_without_a_report_is_refused(said: Any, tmp_path: Path, page: str) -> None:
    (tmp_path / "saved.htm").write_text(page, encoding="utf-8")
    assert said("read", str(tmp_path / "saved.htm")).code == 1
    assert "a page that holds a report" in said.err


DEBRIS = [
    "<!" * 40_000, "<!--" * 40_000, "<![CDATA[" * 40_000, "<" * 40_000, "<a " * 40_000, "<a b='" * 40_000,
    "<div>" * 40_000, "</p>" * 40_000, "<p>x" * 10_000, "&" * 40_000 + "&#x" * 40_000, "<?" * 40_000,
    "<script>" * 40_000, "<a/" * 40_000, "<p>" + "x" * 40_000, "\0<p>a\0b</p>",
]  # fmt: skip


@pytest.mark.parametrize("page", DEBRIS, ids=[d[:6] for d in DEBRIS])
@pytest.mark.parametrize("end", ["", "><p>end"])
def test_any_page_is_read_in_linear_time(page: str, end: str) -> None:
    with contextlib.suppress(saved_pages.Refused):
        assert saved_pages.text_of(page + end)
