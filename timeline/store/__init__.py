"""Immutable builds behind a pointer, and the append-only decision log."""

from timeline.store._build import Build, open_build
from timeline.store._decisions import append_decision, read_decisions, repair_decisions
from timeline.store._lineage import Lineage, read_lineage
from timeline.store._publish import current_build_id, list_builds, make_build_id, write_build
from timeline.store._rows import BuildContents, search_text
from timeline.store._schema import table

__all__ = [
    "Build",
    "BuildContents",
    "Lineage",
    "append_decision",
    "current_build_id",
    "list_builds",
    "make_build_id",
    "open_build",
    "read_decisions",
    "read_lineage",
    "repair_decisions",
    "search_text",
    "table",
    "write_build",
]
