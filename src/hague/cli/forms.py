"""The forms in which an answer is printed or written to files."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import click
import msgspec
from msgspec import Struct

from hague.answers import Answer, ClaimAnswer
from hague.dates import day
from hague.errors import InputRefused
from hague.record import Record

FORMATS = ("json", "html", "claimreview", "web-annotation", "brat", "timeml")
OF_A_SENTENCE = ("json", "claimreview", "web-annotation")
_ENDINGS = {"json": ".json", "html": ".html", "claimreview": ".jsonld", "web-annotation": ".jsonld", "timeml": ".tml"}


class Form(Struct, frozen=True, kw_only=True):
    """A format with what it needs to know of the user."""

    name: str
    author: str | None = None
    author_url: str | None = None
    published: date | None = None
    report_url: str | None = None


def options(function: Any) -> Any:
    """The options that belong to formats."""
    for option in (
        click.option("--author", metavar="NAME", help="claimreview: who publishes the reviews."),
        click.option("--author-url", metavar="URL", help="claimreview: where the reviews will stand."),
        click.option("--published", metavar="DAY", help="claimreview: the day of publication (YYYY-MM-DD)."),
        click.option("--report-url", metavar="URL", help="claimreview, web-annotation: where the report stands."),
    ):
        function = option(function)
    return function


def form(name: str, author: str | None, author_url: str | None, published: str | None, report_url: str | None) -> Form:
    """The form asked for. Raises ``InputRefused`` where a review would have no author or no day."""
    on = day(published, "--published")
    if name == "claimreview":
        from hague.annotation.claimreview import problems_of

        missing = problems_of(author, published)
        if missing:
            raise InputRefused("A review has an author and a day of publication.", missing)
    return Form(name=name, author=author, author_url=author_url, published=on, report_url=report_url)


def value(answer: Answer, as_form: Form, record: Record) -> Any:
    """What is printed as JSON."""
    if as_form.name == "claimreview":
        from hague.annotation.claimreview import reviews

        return reviews(answer, _publisher(as_form), record)
    if as_form.name == "web-annotation":
        from hague.annotation.web_annotation import collection

        return collection(answer, as_form.report_url)
    return answer


def value_of_sentence(sentence: str, claims: list[ClaimAnswer], as_form: Form, record: Record) -> Any:
    """The same for the claims of one sentence."""
    if as_form.name == "claimreview":
        from hague.annotation.claimreview import reviews_of_sentence

        return reviews_of_sentence(claims, _publisher(as_form), record)
    if as_form.name == "web-annotation":
        from hague.annotation.web_annotation import collection_of_sentence

        return collection_of_sentence(sentence, claims, as_form.report_url)
    return claims


def text(answer: Answer, as_form: Form, name: str, record: Record) -> str:
    """The answer as the whole content of a file; ``name`` is the report's."""
    if as_form.name == "html":
        from hague.annotation.page import page

        return page(answer, record)
    if as_form.name == "brat":
        from hague.annotation.brat import standoff

        return standoff(answer)
    if as_form.name == "timeml":
        from hague.annotation.timeml import document

        return document(answer, name)
    return as_json(value(answer, as_form, record)) + "\n"


def as_json(value_: Any) -> str:
    """Indented JSON; half a surrogate pair, which UTF-8 cannot hold, is written as an escape."""
    try:
        return msgspec.json.format(msgspec.json.encode(value_), indent=1).decode()
    except UnicodeEncodeError:
        return json.dumps(msgspec.to_builtins(value_), indent=1)


def write(answer: Answer, as_form: Form, folder: Path, name: str, record: Record) -> None:
    """Writes the files of one report; each appears whole or not at all. With brat go text and configuration."""
    if as_form.name == "brat":
        from hague.annotation.brat import CONFIGURATION, text_of

        put(folder / "annotation.conf", CONFIGURATION)
        put(folder / f"{name}.txt", text_of(answer))
        put(folder / f"{name}.ann", text(answer, as_form, name, record))
    else:
        put(folder / f"{name}{_ENDINGS[as_form.name]}", text(answer, as_form, name, record))


def put(path: Path, content: str) -> None:
    """A file that appears whole or not at all; line ends stay as they are."""
    import os

    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        scratch.write_bytes(content.encode("utf-8", "replace"))
        scratch.replace(path)
    finally:
        scratch.unlink(missing_ok=True)


def _publisher(as_form: Form) -> Any:
    from hague.annotation.claimreview import Publisher

    return Publisher(
        name=as_form.author or "",
        url=as_form.author_url,
        published=as_form.published.isoformat() if as_form.published else None,
        report_url=as_form.report_url,
    )
