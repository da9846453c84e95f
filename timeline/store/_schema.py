"""The tables of a build, column by column, and the order in which their rows lie."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import ibis
import pyarrow as pa

from timeline.model import TOLLS

# Raised whenever a column changes meaning: an older build is then refused and made again.
SCHEMA_VERSION = "4"

_TEXT, _TEXTS, _INT, _FLOAT, _BOOL, _DATE = (
    pa.string(),
    pa.list_(pa.string()),
    pa.int64(),
    pa.float64(),
    pa.bool_(),
    pa.date32(),
)

# Proleptic Gregorian ordinals (`date.toordinal`) beside the dates: window and bin arithmetic is then plain integer
# arithmetic, which every engine does alike. `mid_day` is the middle of the interval, rounded down.
_DAYS = (("start_day", _INT), ("end_day", _INT), ("mid_day", _INT))
_WHEN = (
    ("date_start", _DATE),
    ("date_end", _DATE),
    ("edtf", _TEXT),
    ("precision", _TEXT),
    ("date_basis", _TEXT),
    ("date_phrase", _TEXT),
    ("date_rule", _TEXT),
    ("date_reason", _TEXT),
    ("lasting", _BOOL),
)
# A maximum is null where the text gives only a floor ("at least").
_SIZES = tuple((f"{what}_{end}", _INT) for what in TOLLS for end in ("min", "max"))
# What the simple filters need, repeated in the bridge and the rollups so that they answer without a join.
_KEYS = (*_DAYS, ("type", _TEXT), ("status", _TEXT))

_COLUMNS: dict[str, tuple[tuple[str, pa.DataType], ...]] = {
    "events": (
        ("event_id", _TEXT),
        ("label", _TEXT),
        ("type", _TEXT),
        ("mode", _TEXT),
        ("quad", _INT),
        ("intensity", _FLOAT),
        ("level", _INT),
        ("status", _TEXT),
        ("status_words", _TEXT),
        ("initiators", _TEXTS),
        ("targets", _TEXTS),
        ("initiator", _TEXT),
        ("target", _TEXT),
        ("symmetric", _BOOL),
        ("claimed_by", _TEXT),
        ("attribution", _TEXT),
        *_WHEN,
        ("place", _TEXT),
        ("country", _TEXT),
        ("lat", _FLOAT),
        ("lon", _FLOAT),
        ("place_precision", _TEXT),
        *_SIZES,
        ("n_reports", _INT),
        ("n_sources", _INT),
        ("confidence", _FLOAT),
        ("reasons", _TEXTS),
        ("evidence_basis", _TEXT),
        ("reviewed", _TEXT),
        ("reviewed_by", _TEXT),
        ("reviewed_when", _TEXT),
        ("reviewed_why", _TEXT),
        ("version", _TEXT),
        *_DAYS,
        ("search", _TEXT),
    ),
    "actor": (("actor_id", _TEXT), ("name", _TEXT), ("code", _TEXT)),
    "event_actor": (("actor_id", _TEXT), ("role", _TEXT), ("event_id", _TEXT), ("n_reports", _INT), *_KEYS),
    "event_dyad": (("event_id", _TEXT), ("initiator_id", _TEXT), ("target_id", _TEXT)),
    "mention": (
        ("mention_id", _TEXT),
        ("event_id", _TEXT),
        ("trigger_start", _INT),
        ("trigger_end", _INT),
        ("type", _TEXT),
        ("mode", _TEXT),
        ("status", _TEXT),
        ("status_words", _TEXT),
        ("initiator", _TEXT),
        ("target", _TEXT),
        # The words of the text for either side: how this source calls them.
        ("initiator_words", _TEXT),
        ("target_words", _TEXT),
        ("claimed_by", _TEXT),
        ("person", _TEXT),
        ("kind", _TEXT),
        *_WHEN,
        *_SIZES,
        ("place", _TEXT),
        ("confidence", _FLOAT),
        ("reasons", _TEXTS),
    ),
    "evidence": (
        ("event_id", _TEXT),
        ("mention_id", _TEXT),
        ("article_id", _TEXT),
        ("start", _INT),
        ("end", _INT),
        ("text", _TEXT),
        ("before", _TEXT),
        ("after", _TEXT),
        *_KEYS,
    ),
    "article": (
        ("article_id", _TEXT),
        ("name", _TEXT),
        ("title", _TEXT),
        ("publisher", _TEXT),
        ("author", _TEXT),
        ("url", _TEXT),
        ("language", _TEXT),
        ("encoding", _TEXT),
        ("published_start", _DATE),
        ("published_end", _DATE),
        ("published_basis", _TEXT),
        ("published_reason", _TEXT),
        ("published_confidence", _FLOAT),
        ("published_conflicts", _TEXTS),
        ("sha256", _TEXT),
        ("source_sha256", _TEXT),
        ("n_chars", _INT),
        ("n_mentions", _INT),
        ("n_events", _INT),
        ("copy_of", _TEXT),
        ("copy_of_name", _TEXT),
        ("text", _TEXT),
    ),
    "reject": (("name", _TEXT), ("reason", _TEXT), ("source_sha256", _TEXT)),
    "candidate": (
        ("name", _TEXT),
        ("office", _TEXT),
        ("n", _INT),
        ("n_articles", _INT),
        ("article_id", _TEXT),
        ("start", _INT),
        ("end", _INT),
        ("sentence", _TEXT),
        ("file", _TEXT),
        ("header", _TEXT),
        ("line", _TEXT),
    ),
    "response": (
        ("event_id", _TEXT),
        ("responds_to", _TEXT),
        ("basis", _TEXT),
        ("cue", _TEXT),
        ("mention_id", _TEXT),
        ("sentence", _TEXT),
        ("lag_days", _INT),
        ("lag_days_max", _INT),
        ("rule", _TEXT),
    ),
    "phase": (
        ("number", _INT),
        ("date_start", _DATE),
        ("date_end", _DATE),
        ("n_events", _INT),
        ("hostility", _FLOAT),
        ("per_week", _FLOAT),
        ("before_per_week", _FLOAT),
        ("event_ids", _TEXTS),
        ("name", _TEXT),
        # Empty for a phase that is only proposed.
        ("decision_id", _TEXT),
        ("decided_by", _TEXT),
        ("decided", _TEXT),
    ),
    "redirect": (("old_id", _TEXT), ("event_id", _TEXT)),
    "disagreement": (
        ("event_id", _TEXT),
        ("field", _TEXT),
        ("value", _TEXT),
        ("who", _TEXTS),
        ("n_reports", _INT),
    ),
    "merge_reason": (
        ("event_id", _TEXT),
        ("mention_a", _TEXT),
        ("mention_b", _TEXT),
        ("score", _FLOAT),
        ("sentence", _TEXT),
    ),
    "near_miss": (
        ("event_a", _TEXT),
        ("event_b", _TEXT),
        ("mention_a", _TEXT),
        ("mention_b", _TEXT),
        ("score", _FLOAT),
        ("sentence", _TEXT),
    ),
    # In the order of the log; `event_given` is the event's id as the author saw it, `event_id` where it stands now.
    "decision": (
        ("number", _INT),
        ("decision_id", _TEXT),
        ("verdict", _TEXT),
        ("state", _TEXT),
        ("event_given", _TEXT),
        ("event_id", _TEXT),
        ("who", _TEXT),
        ("decided", _TEXT),
        ("why", _TEXT),
        ("change", _TEXTS),
        ("subjects", _TEXTS),
        ("version", _TEXT),
        ("problem", _TEXT),
    ),
    "day_type": (*_KEYS, ("n_events", _INT), ("n_reports", _INT)),
    "day_dyad_type": (
        ("initiator_id", _TEXT),
        ("target_id", _TEXT),
        *_KEYS,
        ("n_events", _INT),
        ("n_reports", _INT),
        ("intensity_sum", _FLOAT),
    ),
    "build_info": (("key", _TEXT), ("value", _TEXT)),
}

TABLES: Mapping[str, pa.Schema] = MappingProxyType({name: pa.schema(list(cols)) for name, cols in _COLUMNS.items()})


def table(name: str) -> ibis.Table:
    """The Ibis table of that name, bound to no connection: one expression then serves every engine."""
    return ibis.table(ibis.Schema.from_pyarrow(TABLES[name]), name=name)
