"""Immutable builds behind a pointer, and the append-only decision log."""

from timeline.store._build import Build, open_build
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
from timeline.store._schema import table

__all__ = [
    "Build",
    "BuildContents",
    "Lineage",
    "Log",
    "append_decision",
    "current_build_id",
    "list_builds",
    "make_build_id",
    "open_build",
    "published_at",
    "read_decisions",
    "read_lineage",
    "read_log",
    "read_retired",
    "recent_builds",
    "relink_decisions",
    "repair_decisions",
    "retire",
    "search_text",
    "table",
    "write_build",
]
