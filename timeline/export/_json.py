"""JSON Lines, GeoJSON and TimelineJS."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from timeline.export._context import ExportContext
from timeline.export._dates import display_date, partial_date
from timeline.export._records import Record


def write_jsonl(records: Sequence[Record], context: ExportContext) -> bytes:
    """One event a line, each with an `about` of its own and only its own sources.

    Every line is an event: a reader needs no exception for the first, and a line that is cut out still says what it
    is part of.
    """
    lines = []
    for record in records:
        articles = frozenset(e["article_id"] for e in record["evidence"]) if "evidence" in record else None
        lines.append(dump(_nested(record) | {"about": context.as_dict(articles)}) + b"\n")
    return b"".join(lines)


def write_geojson(records: Sequence[Record], context: ExportContext) -> bytes:
    """A FeatureCollection (RFC 7946): an event without coordinates has a null geometry, none is moved or jittered."""
    features = [
        {"type": "Feature", "id": r["event_id"], "geometry": _point(r), "properties": _without_place(_nested(r))}
        for r in records
    ]
    return dump({"type": "FeatureCollection", "about": context.as_dict(), "features": features})


def write_timelinejs(
    records: Sequence[Record],
    context: ExportContext,
    *,
    told: Mapping[str, str] | None = None,
    title: str = "",
    gone: Sequence[str] = (),
) -> bytes:
    """A TimelineJS 3 story: partial dates stay partial, quotes are escaped; undated events have no place on it.

    `told` gives an editor's words by event id, which then stand before the quotes; `title` is by default the case's;
    `gone` names events that the build no longer has.
    """
    dated = [record for record in records if record["date_start"]]
    left_out = len(records) - len(dated)
    note = f" {left_out} without a date left out." if left_out else ""
    note += f" No longer in this build: {'; '.join(gone)}." if gone else ""
    facts = f"{context.filters}. Build {context.build_id}.{note}"
    sources = "".join(f"<li>{escape(source.line())}</li>" for source in context.sources)
    front = {"headline": escape(title or context.title), "text": f"<p>{escape(facts)}</p><ul>{sources}</ul>"}
    words = told or {}
    slides = [_slide(record, words.get(record["event_id"], "")) for record in dated]
    return dump({"title": {"text": front}, "events": slides})


def _slide(record: Record, told: str) -> dict[str, Any]:
    words = f"<p>{escape(told)}</p>" if told else ""
    quotes = "".join(
        f"<blockquote>{escape(report['text'])}</blockquote><p>{escape(report['publisher'] or report['title'])}</p>"
        for report in record.get("evidence", [])
    )
    slide = {
        "unique_id": record["event_id"],
        "display_date": display_date(record),
        "start_date": partial_date(record["date_start"], record["precision"]),
        "end_date": partial_date(record["date_end"], record["precision"]),
        "group": escape(record["source_actor"] or ""),
        "text": {"headline": escape(record["label"]), "text": f"{words}{quotes}<p>{escape(record['date_reason'])}</p>"},
    }
    return {name: value for name, value in slide.items() if value != ""}


def _point(record: Record) -> dict[str, Any] | None:
    if record["lat"] is None or record["lon"] is None:
        return None
    return {"type": "Point", "coordinates": [record["lon"], record["lat"]]}


def _nested(record: Record) -> Record:
    """The record with the review as one object, as the output contract has it, or null."""
    flat = {name: value for name, value in record.items() if not name.startswith("reviewed")}
    parts = {"decision": "reviewed", "by": "reviewed_by", "when": "reviewed_when", "why": "reviewed_why"}
    review = {part: record.get(name) for part, name in parts.items()}
    return flat | {"reviewed": review if review["decision"] else None}


def _without_place(record: Record) -> Record:
    return {name: value for name, value in record.items() if name not in ("lat", "lon")}


def dump(value: object) -> bytes:
    """JSON in UTF-8, on one line for every reader."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    # These end a line for some readers (Python's `splitlines` among them), though not for JSON.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085")
    return text.encode("utf-8", "replace")
