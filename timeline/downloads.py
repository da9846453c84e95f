"""A build and a view to the bytes of a file: the same for the command line, the pages and the stable links."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from timeline import queries
from timeline.errors import BuildError, FilterError
from timeline.export import (
    FORMATS,
    ROW_FORMATS,
    EventDetails,
    ExportContext,
    export_events,
    export_rows,
    list_sources,
    safe_filename,
)
from timeline.queries import Filters
from timeline.store import Build, open_build, recent_builds

# Everything the build holds, bare statements too.
EVERYTHING = Filters(statements=True)

__all__ = [
    "EVERYTHING",
    "FORMATS",
    "ROW_FORMATS",
    "export_build",
    "export_changes",
    "export_rows",
    "export_view",
    "view_filename",
]


def export_view(build: Build, filters: Filters, format: str) -> bytes:
    """The events that `filters` keep, with their evidence, disagreements, reasons and links.

    Raises:
        ExportError: if there is no such format.
    """
    events = queries.list_events(build, filters)
    mentions = queries.list_mentions(build, filters)
    counts = queries.count_events(build, filters)
    actors = queries.list_actors(build)
    names = dict(zip(actors["actor_id"], actors["name"], strict=True))
    context = ExportContext(
        title=build.info.get("title", ""),
        filters=filters.describe(counts.events, counts.reports, names),
        build_id=build.id,
        sources=list_sources(queries.list_articles(build), mentions),
        scope="everything" if filters == EVERYTHING else "this view",
    )
    details = EventDetails(
        disagreements=queries.list_disagreements(build, filters),
        merge_reasons=queries.list_merge_reasons(build, filters),
        responses=queries.list_responses(build, filters),
    )
    return export_events(events, mentions, format=format, context=context, details=details)


def view_filename(build: Build, format: str) -> str:
    """A file name that says case and build and is safe on every system."""
    return safe_filename(build.info.get("title", "") or "timeline", build.id, FORMATS[format].extension)


def export_build(case_folder: Path, format: str, view: str = "") -> bytes:
    """The current build of a case, or what the link `view` shows of it.

    Raises:
        BuildError: if there is no build.
        FilterError: if a part of `view` means nothing: a file must not silently hold more than was asked.
        ExportError: if there is no such format.
    """
    with open_build(case_folder) as build:
        return export_view(build, _view_filters(view) if view else EVERYTHING, format)


def export_changes(case_folder: Path, format: str, old: str = "", new: str = "") -> bytes:
    """What differs between two builds of a case: by default the current one and the one before it.

    Raises:
        BuildError: if one of them is not there, or another version of the project made it.
        ExportError: if there is no such format.
    """
    builds = recent_builds(case_folder)
    later = new or (builds[0] if builds else "")
    earlier = old or next((build_id for build_id in builds if build_id != later), "")
    if not earlier:
        raise BuildError(case_folder.name, "has no build before the current one to compare with")
    with open_build(case_folder, earlier) as before, open_build(case_folder, later) as after:
        return export_rows(queries.list_changes(before, after), format=format)


def _view_filters(view: str) -> Filters:
    query = urlsplit(view).query or view.rpartition("?")[2]
    filters, notices = Filters.from_params(parse_qs(query))
    if notices:
        raise FilterError("view", notices[0])
    return filters
