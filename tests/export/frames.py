"""Frames as queries give them, built by hand: the room of exports knows no database."""

from __future__ import annotations

import pandas as pd

from timeline.export import ExportContext, Source
from timeline.model import TOLLS

_TEXTS = (
    *(
        "event_id",
        "label",
        "type",
        "mode",
        "status",
        "status_words",
        "initiator",
        "target",
        "claimed_by",
        "attribution",
    ),
    *("edtf", "precision", "date_basis", "date_phrase", "date_rule", "date_reason", "place", "country"),
)
_SIZES = tuple(f"{what}_{end}" for what in TOLLS for end in ("min", "max"))
EVENT = {
    **dict.fromkeys(_TEXTS, ""),
    **dict.fromkeys(_SIZES),
    "event_id": "e1",
    "label": "Norland struck Sudria",
    "type": "ASSAULT",
    "quad": 4,
    "intensity": -9.0,
    "level": 4,
    "status": "happened",
    "initiator": "Norland; Westmark",
    "target": "Sudria",
    "initiators": ["norland", "westmark"],
    "targets": ["sudria"],
    "symmetric": False,
    "date_start": "2024-04-01",
    "date_end": "2024-04-01",
    "edtf": "2024-04-01",
    "precision": "day",
    "lasting": False,
    "lat": 1.5,
    "lon": -2.25,
    "place_precision": "city",
    "killed_min": 3,
    "n_reports": 1,
    "n_sources": 1,
    "confidence": 0.8,
    "reasons": ["A reason."],
    "evidence_basis": "reports",
    "reviewed": "accept",
    "reviewed_by": "Ada",
    "reviewed_when": "2026-11-22T10:00:00+00:00",
    "reviewed_why": "=1+1",
    "version": "d1",
}
MENTION = {
    **dict.fromkeys(
        ("mode", "status_words", "initiator", "target", "claimed_by", "person", "place", "before", "after"), ""
    ),
    "event_id": "e1",
    "mention_id": "m1",
    "article_id": "a1",
    "title": "A title",
    "publisher": "The Gazette",
    "url": "https://example.org/1",
    "published_start": "2024-04-02",
    "published_end": "2024-04-02",
    "published_basis": "given",
    "text": "Norland struck Sudria.",
    "start": 0,
    "end": 22,
    "sha256": "0" * 64,
    "date_start": "2024-04-01",
    "date_end": "2024-04-01",
    "edtf": "2024-04-01",
    "date_basis": "explicit",
    "date_phrase": "on Monday",
    "date_rule": "weekday",
    "type": "ASSAULT",
    "status": "happened",
    "confidence": 0.8,
}
CONTEXT = ExportContext(
    title="A case",
    filters="1 event in 1 report",
    build_id="b1",
    sources=(
        Source(
            article_id="a1", title="A title", publisher="The Gazette", url="https://example.org/1", published="2024"
        ),
        Source(article_id="a2", title="Another"),
    ),
)


def frame(rows, kinds=()):
    """Rows as a frame whose dates and unknown numbers are as queries make them."""
    made = pd.DataFrame(rows)
    for name in made.columns:
        if name in ("date_start", "date_end", "published_start", "published_end"):
            made[name] = pd.to_datetime(made[name]).astype("datetime64[us]")
        if name in (*_SIZES, *kinds):
            made[name] = made[name].astype("Int64")
    return made


def events(*changes):
    """One event row for each dictionary of changes."""
    return frame([EVENT | change for change in changes or ({},)])


def mentions(*changes):
    """One report row for each dictionary of changes."""
    return frame([MENTION | change for change in changes or ({},)])
