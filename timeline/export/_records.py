"""Frames to plain records under the names of the output contract (ontology sections 4 and 5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from timeline.export._text import utf8
from timeline.model import TOLLS

Record = dict[str, Any]

SIZE_FIELDS = tuple(f"{what}_{end}" for what in TOLLS for end in ("min", "max"))
# Export name → column of the event frame; the order is that of every table we write.
EVENT_FIELDS: Mapping[str, str] = {
    "event_id": "event_id",
    "label": "label",
    "date_start": "date_start",
    "date_end": "date_end",
    "edtf": "edtf",
    "precision": "precision",
    "date_basis": "date_basis",
    "date_phrase": "date_phrase",
    "date_rule": "date_rule",
    "date_reason": "date_reason",
    "lasting": "lasting",
    "type": "type",
    "mode": "mode",
    "quad": "quad",
    "intensity": "intensity",
    "level": "level",
    "source_actor": "initiator",
    "target_actor": "target",
    "source_ids": "initiators",
    "target_ids": "targets",
    "symmetric": "symmetric",
    "claimed_by": "claimed_by",
    "attribution": "attribution",
    "status": "status",
    "status_words": "status_words",
    "place": "place",
    "country": "country",
    "lat": "lat",
    "lon": "lon",
    "place_precision": "place_precision",
    **{name: name for name in SIZE_FIELDS},
    "n_reports": "n_reports",
    "n_sources": "n_sources",
    "confidence": "confidence",
    "reasons": "reasons",
    "evidence_basis": "evidence_basis",
    "reviewed": "reviewed",
    "reviewed_by": "reviewed_by",
    "reviewed_when": "reviewed_when",
    "reviewed_why": "reviewed_why",
}
LIST_FIELDS = frozenset({"source_ids", "target_ids", "reasons"})
DATE_FIELDS = frozenset({"date_start", "date_end"})
INTEGER_FIELDS = frozenset({"quad", "level", "n_reports", "n_sources", *SIZE_FIELDS})
FLOAT_FIELDS = frozenset({"intensity", "lat", "lon", "confidence"})
BOOLEAN_FIELDS = frozenset({"lasting", "symmetric"})
# One report of an event; `text` is the article's own, `text == article_text[start:end]`.
REPORT_FIELDS: Mapping[str, str] = {
    **{name: name for name in ("event_id", "mention_id", "article_id", "title", "publisher", "url")},
    "published": "published_start",
    "published_end": "published_end",
    "published_basis": "published_basis",
    **{name: name for name in ("text", "start", "end", "before", "after", "sha256")},
    **{name: name for name in ("date_start", "date_end", "edtf", "date_basis", "date_phrase", "date_rule")},
    **{name: name for name in ("type", "mode", "status", "claimed_by", "person", "place", "confidence")},
}
# Text for which the contract has null, not "", where the reports name nobody and nothing.
_NULL_IF_EMPTY = frozenset({"source_actor", "target_actor", "claimed_by", "place", "reviewed"})
_JOINED = frozenset({"source_actor", "target_actor"})


@dataclass(frozen=True, kw_only=True)
class EventDetails:
    """Frames of `timeline.queries` that hold more about the events; whichever is given is exported with them."""

    mentions: pd.DataFrame | None = None
    disagreements: pd.DataFrame | None = None
    merge_reasons: pd.DataFrame | None = None
    responses: pd.DataFrame | None = None


def event_records(events: pd.DataFrame) -> list[Record]:
    """One record an event, in the frame's order."""
    return _records(events, EVENT_FIELDS)


def report_records(mentions: pd.DataFrame) -> list[Record]:
    """One record a report, in the frame's order."""
    return _records(mentions, REPORT_FIELDS)


def full_records(events: pd.DataFrame, details: EventDetails) -> Iterator[Record]:
    """Event records with `evidence`, `disagreements`, `merged_because` and `responds_to`, where known."""
    parts: dict[str, dict[str, list[Record]]] = {}
    if details.mentions is not None:
        parts["evidence"] = _by_event(report_records(details.mentions))
    if details.disagreements is not None:
        parts["disagreements"] = _by_event(plain_records(details.disagreements))
    if details.merge_reasons is not None:
        parts["merged_because"] = _by_event(plain_records(details.merge_reasons))
    if details.responses is not None:
        parts["responds_to"] = _by_event(plain_records(details.responses.rename(columns={"responds_to": "event"})))
    for record in event_records(events):
        yield record | {name: rows.get(record["event_id"], []) for name, rows in parts.items()}


def plain_records(frame: pd.DataFrame) -> list[Record]:
    """One record a row, under the names of the frame itself."""
    return _records(frame, {str(column): str(column) for column in frame.columns})


def _by_event(records: Sequence[Record]) -> dict[str, list[Record]]:
    grouped: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        grouped[record.pop("event_id")].append(record)
    return grouped


def _records(frame: pd.DataFrame, names: Mapping[str, str]) -> list[Record]:
    columns = [[_value(name, cell) for cell in frame[column].tolist()] for name, column in names.items()]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _value(name: str, value: Any) -> Any:  # noqa: ANN401
    """A cell as JSON knows it: dates in ISO 8601, missing values null."""
    if isinstance(value, (list, tuple)):
        return [utf8(str(item)) for item in value]
    if isinstance(value, str):
        text = utf8(value)
        if name in _JOINED:
            text = text.replace("; ", ";")
        return None if not text and name in _NULL_IF_EMPTY else text
    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return value
