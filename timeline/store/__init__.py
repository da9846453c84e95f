"""Immutable builds behind a pointer, the append-only decision log, and what is saved under names."""

from timeline.store._build import Build, count_articles, open_build
from timeline.store._decisions import (
    Log,
    append_decision,
    read_decisions,
    read_log,
    relink_decisions,
    repair_decisions,
)
from timeline.store._lineage import Lineage, read_lineage, read_retired, retire
from timeline.store._publish import (
    current_build_id,
    list_builds,
    make_build_id,
    published_at,
    recent_builds,
    write_build,
)
from timeline.store._rows import BuildContents, search_text
from timeline.store._saved import MAX_NAME, MAX_STEPS, MAX_WORDS, append_saved, read_saved
from timeline.store._schema import table

__all__ = [
    "MAX_NAME",
    "MAX_STEPS",
    "MAX_WORDS",
    "Build",
    "BuildContents",
    "Lineage",
    "Log",
    "append_decision",
    "append_saved",
    "count_articles",
    "current_build_id",
    "list_builds",
    "make_build_id",
    "open_build",
    "published_at",
    "read_decisions",
    "read_lineage",
    "read_log",
    "read_retired",
    "read_saved",
    "recent_builds",
    "relink_decisions",
    "repair_decisions",
    "retire",
    "search_text",
    "table",
    "write_build",
]
