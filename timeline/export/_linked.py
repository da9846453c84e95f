"""Linked data: events as schema.org JSON-LD, quotations as W3C Web Annotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from timeline.export._context import ExportContext
from timeline.export._json import dump
from timeline.export._records import Record

_URN = "urn:escalation-timeline"
# Schema.org's own words for what is planned or was called off do not say "alleged"; ours travel as a property.
_PROPERTIES = ("type", "mode", "status", "attribution", "edtf", "date_basis", "date_reason", "n_reports", "confidence")


def write_jsonld(records: Sequence[Record], context: ExportContext) -> bytes:
    """A graph of schema.org `Event`s, each with its sentences as `subjectOf` a `NewsArticle`.

    `startDate` and `endDate` are given only where the event lasted from one to the other or fell on one day; where the
    date is uncertain, its EDTF form stands among the additional properties.
    """
    graph = [_event(record) for record in records]
    about = {"@type": "Dataset", "@id": f"{_URN}:build:{context.build_id}", "name": context.title}
    about["description"] = context.filters
    return dump({"@context": "https://schema.org", "@graph": [about, *graph]})


def write_annotations(records: Sequence[Record], context: ExportContext) -> bytes:
    """An annotation page: each report as a highlighting of its sentence in the article (Web Annotation, 2017)."""
    items = [item for record in records for item in _annotations(record)]
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{_URN}:build:{context.build_id}:annotations",
        "type": "AnnotationPage",
        "partOf": {"type": "AnnotationCollection", "label": f"{context.title}. {context.filters}"},
        "items": items,
    }
    return dump(page)


def _event(record: Record) -> dict[str, Any]:
    known = {
        "@type": "Event",
        "@id": f"{_URN}:event:{record['event_id']}",
        "identifier": record["event_id"],
        "name": record["label"],
        **_dates(record),
        "location": _place(record),
        "organizer": _organisations(record["source_actor"]),
        "attendee": _organisations(record["target_actor"]),
        "additionalProperty": [
            {"@type": "PropertyValue", "name": name, "value": record[name]} for name in _PROPERTIES if record[name]
        ],
        "subjectOf": [_article(report) for report in record.get("evidence", [])],
    }
    return {name: value for name, value in known.items() if value}


def _dates(record: Record) -> dict[str, str]:
    if not record["date_start"] or (record["date_start"] != record["date_end"] and not record["lasting"]):
        return {}
    return {"startDate": record["date_start"], "endDate": record["date_end"]}


def _place(record: Record) -> dict[str, Any] | None:
    if not record["place"]:
        return None
    place: dict[str, Any] = {"@type": "Place", "name": record["place"]}
    if record["lat"] is not None and record["lon"] is not None:
        place["geo"] = {"@type": "GeoCoordinates", "latitude": record["lat"], "longitude": record["lon"]}
    return place


def _organisations(names: str | None) -> list[dict[str, str]]:
    return [{"@type": "Organization", "name": name} for name in names.split(";")] if names else []


def _article(report: Record) -> dict[str, Any]:
    known = {
        "@type": "NewsArticle",
        "headline": report["title"],
        "publisher": {"@type": "Organization", "name": report["publisher"]} if report["publisher"] else None,
        "datePublished": report["published"] if report["published"] == report["published_end"] else None,
        "url": report["url"],
        "hasPart": {"@type": "Quotation", "text": report["text"]},
    }
    return {name: value for name, value in known.items() if value}


def _annotations(record: Record) -> Iterator[dict[str, Any]]:
    for report in record.get("evidence", []):
        quote = {"type": "TextQuoteSelector", "exact": report["text"]}
        quote |= {"prefix": report["before"], "suffix": report["after"]}
        place = {"type": "TextPositionSelector", "start": report["start"], "end": report["end"]}
        yield {
            "id": f"{_URN}:mention:{report['mention_id']}",
            "type": "Annotation",
            "motivation": "identifying",
            "body": {
                "id": f"{_URN}:event:{record['event_id']}",
                "type": "TextualBody",
                "value": record["label"],
                "format": "text/plain",
            },
            "target": {
                "source": report["url"] or f"{_URN}:article:{report['article_id']}",
                "selector": [quote, place],
            },
        }
