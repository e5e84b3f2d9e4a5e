"""schema.org ClaimReview in JSON-LD: one review for each claim that record and law decide or find open.

The reviewer is whoever publishes the reviews, never this software: ``author`` is an argument.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from hague.answers import Answer, ClaimAnswer, HeaderAnswer
from hague.errors import Problem
from hague.record import Record

CONTEXT = "https://schema.org"
REVIEWED = {"supported": 5, "unsettled": None, "contradicted": 1}
"""Verdict -> value on a scale from 1 to 5; ``unsettled`` is no middle of that scale and has a word only."""
_IDENTIFIED = {"person": "Person", "state": "Country"}


class Publisher(Struct, frozen=True, kw_only=True):
    """Who publishes the reviews, when (ISO day), and at which address; ``report_url`` is where the report stands."""

    name: str
    url: str | None = None
    published: str | None = None
    report_url: str | None = None


def problems_of(name: str | None, published: str | None) -> list[Problem]:
    """What is missing for a review to be published: its author and its day."""
    missing = []
    if not (name or "").strip():
        missing.append(Problem("--author", name, "who publishes the reviews", "Name yourself or your newsroom"))
    if published is None:
        missing.append(Problem("--published", None, "the day of publication, YYYY-MM-DD"))
    return missing


def reviews(answer: Answer, publisher: Publisher, record: Record) -> list[dict[str, Any]]:
    """The reviews of a report, in the order of its claims."""
    return [_review(c, answer, publisher, record) for c in answer.claims if c.verdict in REVIEWED]


def reviews_of_sentence(claims: list[ClaimAnswer], publisher: Publisher, record: Record) -> list[dict[str, Any]]:
    """The same for the claims of one sentence, of which nobody is known to be the author."""
    header = HeaderAnswer(outlet=None, place=None, date=None)
    answer = Answer(header=header, statements=(), times=(), mentions=(), claims=tuple(claims), notices=(), text="")
    return reviews(answer, publisher, record)


def _review(claim: ClaimAnswer, answer: Answer, publisher: Publisher, record: Record) -> dict[str, Any]:
    value = REVIEWED[claim.verdict]
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": claim.verdict}
    if value is not None:
        rating |= {"ratingValue": value, "bestRating": 5, "worstRating": 1}
    said = [claim.correction, claim.why if claim.why != claim.correction else None, *claim.sides, claim.since_then]
    body: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "ClaimReview",
        "claimReviewed": " ".join(claim.text.split()),
        "datePublished": publisher.published,
        "author": _present({"@type": "Organization", "name": publisher.name, "url": publisher.url}),
        "url": publisher.url,
        "reviewRating": rating | {"ratingExplanation": claim.why},
        "reviewBody": " ".join(s if s.endswith((".", "?", "!")) else f"{s}." for s in said if s),
        "itemReviewed": _claim(claim, answer, publisher, record),
        "citation": [{"@type": "CreativeWork", "url": url} for url in claim.sources],
        "inLanguage": "en",
    }
    return _present(body)


def _claim(claim: ClaimAnswer, answer: Answer, publisher: Publisher, record: Record) -> dict[str, Any]:
    header = answer.header
    appearance = _present(
        {
            "@type": "CreativeWork",
            "headline": header.headline,
            "url": publisher.report_url,
            "datePublished": header.date,
            "publisher": {"@type": "Organization", "name": header.outlet} if header.outlet else None,
        }
    )
    author: dict[str, Any] | None = None
    day = header.date
    if claim.statement is not None:
        statement = answer.statements[claim.statement]
        day = statement.on or None
        author = _speaker(statement.speaker, statement.speaker_entity, record)
    elif header.outlet:
        author = {"@type": "Organization", "name": header.outlet}
    return _present(
        {
            "@type": "Claim",
            "author": author,
            "datePublished": day,
            "appearance": appearance if len(appearance) > 1 else None,
        }
    )


def _speaker(name: str | None, entity: str | None, record: Record) -> dict[str, Any] | None:
    if name is None:
        return None
    kind = _IDENTIFIED.get((entity or "").partition(":")[0], "Organization" if entity else "Thing")
    entry = record.find(entity) if entity else None
    item = getattr(entry, "wikidata", None)
    return _present(
        {
            "@type": kind,
            "name": str(getattr(entry, "name", None) or name),
            "alternateName": name if getattr(entry, "name", name) != name else None,
            "sameAs": f"https://www.wikidata.org/entity/{item}" if item else None,
        }
    )


def _present(members: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in members.items() if value not in (None, [], "")}
