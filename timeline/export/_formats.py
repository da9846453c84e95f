"""The formats there are, and the one way into them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

import pandas as pd

from timeline.errors import ExportError
from timeline.export._bundle import write_bundle
from timeline.export._calendar import write_ics
from timeline.export._context import ExportContext
from timeline.export._json import write_geojson, write_jsonl, write_timelinejs
from timeline.export._linked import write_annotations, write_jsonld
from timeline.export._network import write_gexf
from timeline.export._records import EventDetails, Record, full_records, report_records
from timeline.export._shapes import write_gdelt, write_polecat
from timeline.export._story import write_story_page, write_story_timelinejs
from timeline.export._tables import write_csv, write_parquet, write_xlsx
from timeline.model import Story

StoryFormat = Literal["html", "timelinejs"]
Writer = Callable[[Sequence[Record], ExportContext], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A format's name for a reader, the end of its file names and its media type."""

    name: str
    extension: str
    media_type: str


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "csv": Format("CSV", "csv", "text/csv; charset=utf-8"),
        "jsonl": Format("JSON Lines", "jsonl", "application/x-ndjson"),
        "parquet": Format("Parquet", "parquet", "application/vnd.apache.parquet"),
        "xlsx": Format("XLSX", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        "geojson": Format("GeoJSON", "geojson", "application/geo+json"),
        "ics": Format("Calendar", "ics", "text/calendar; charset=utf-8"),
        "timelinejs": Format("TimelineJS", "timelinejs.json", "application/json"),
        "jsonld": Format("JSON-LD", "jsonld", "application/ld+json"),
        "annotations": Format("Web Annotation", "annotations.jsonld", "application/ld+json"),
        "gexf": Format("Network (GEXF)", "gexf", "application/gexf+xml"),
        "gdelt": Format("GDELT shape", "gdelt.tsv", "text/tab-separated-values; charset=utf-8"),
        "polecat": Format("POLECAT shape", "polecat.tsv", "text/tab-separated-values; charset=utf-8"),
        "zip": Format("Everything in a ZIP", "zip", "application/zip"),
    }
)
_WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        "csv": write_csv,
        "jsonl": write_jsonl,
        "parquet": write_parquet,
        "geojson": write_geojson,
        "ics": write_ics,
        "timelinejs": write_timelinejs,
        "jsonld": write_jsonld,
        "annotations": write_annotations,
        "gexf": write_gexf,
        "gdelt": write_gdelt,
        "polecat": write_polecat,
    }
)


def _nothing() -> None:
    """Nobody asked to be told."""


def export_story(
    story: Story, events: pd.DataFrame, mentions: pd.DataFrame, *, format: StoryFormat, context: ExportContext
) -> bytes:
    """A story over a frame with EVENT_COLUMNS that holds its events: `html` is a page of its own, else TimelineJS."""
    records = list(full_records(events, EventDetails(mentions=mentions)))
    write = write_story_page if format == "html" else write_story_timelinejs
    return write(story, records, context)


def export_events(
    events: pd.DataFrame,
    mentions: pd.DataFrame | None = None,
    *,
    format: str,
    context: ExportContext,
    details: EventDetails | None = None,
    laid_out: Callable[[], None] = _nothing,
) -> bytes:
    """The events of a frame with EVENT_COLUMNS, in its order, as a file that says what it is.

    The same frames and context give the same bytes. `mentions` (MENTION_COLUMNS) become the evidence; `details`
    adds disagreements, merge reasons and responses to JSON Lines and GeoJSON. `laid_out` is called when every event
    has its evidence and only the file is left to write.

    Raises:
        ExportError: if there is no such format, or it cannot hold that many rows.
    """
    if format not in FORMATS:
        raise ExportError(format[:40], f"is no export format; there are {', '.join(FORMATS)}")
    given = details or EventDetails()
    if mentions is not None:
        given = EventDetails(
            mentions=mentions,
            disagreements=given.disagreements,
            merge_reasons=given.merge_reasons,
            responses=given.responses,
        )
    records = list(full_records(events, given))
    laid_out()
    if format in ("xlsx", "zip"):
        wanted = {record["event_id"] for record in records}
        reports = None if given.mentions is None else report_records(given.mentions)
        kept = None if reports is None else [report for report in reports if report["event_id"] in wanted]
        return write_xlsx(records, kept, context) if format == "xlsx" else write_bundle(records, kept or [], context)
    return _WRITERS[format](records, context)
