"""A build and a view to the bytes of a file: the same for the command line, the pages and the stable links."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from timeline import queries
from timeline.errors import BuildError, FilterError
from timeline.export import (
    FORMATS,
    ROW_FORMATS,
    EventDetails,
    ExportContext,
    Source,
    StoryFormat,
    export_events,
    export_rows,
    export_story,
    list_sources,
    safe_filename,
)
from timeline.lexicon.types import load_types
from timeline.model import Story, StoryStep
from timeline.queries import Filters
from timeline.sentences import view_words
from timeline.settings import LEXICON_DIR
from timeline.steps import Progress, no_progress
from timeline.store import Build, open_build, recent_builds

# Everything the build holds, bare statements too.
EVERYTHING = Filters(statements=True)

# Asking, laying out, writing.
_STEPS = 3

__all__ = [
    "EVERYTHING",
    "FORMATS",
    "ROW_FORMATS",
    "export_build",
    "export_changes",
    "export_rows",
    "export_view",
    "present_story",
    "story_bytes",
    "view_filename",
]


def export_view(build: Build, filters: Filters, format: str, progress: Progress = no_progress) -> bytes:
    """The events that `filters` keep, with their evidence, disagreements, reasons and links.

    Raises:
        ExportError: if there is no such format.
    """
    progress("asking for the events", 1, _STEPS)
    mentions = queries.list_mentions(build, filters)
    details = EventDetails(
        disagreements=queries.list_disagreements(build, filters),
        merge_reasons=queries.list_merge_reasons(build, filters),
        responses=queries.list_responses(build, filters),
    )
    context = _context(build, filters, list_sources(queries.list_articles(build), mentions))
    events = queries.list_events(build, filters)
    progress("laying out the evidence", 2, _STEPS)

    def laid_out() -> None:
        progress("writing the file", _STEPS, _STEPS)

    return export_events(events, mentions, format=format, context=context, details=details, laid_out=laid_out)


def present_story(build: Build, story: Story) -> Story:
    """The story with every event by the id it goes by now; of two steps that became one event the words are joined."""
    steps: dict[str, StoryStep] = {}
    for step in story.steps:
        event_id = queries.resolve_event(build, step.event_id)
        first = steps.get(event_id)
        words = "\n".join(filter(None, (first.words, step.words))) if first else step.words
        steps[event_id] = replace(first or step, event_id=event_id, words=words)
    return replace(story, steps=tuple(steps.values()))


def story_bytes(build: Build, story: Story, format: StoryFormat) -> bytes:
    """A story with the evidence of its events: a web page of its own, or a TimelineJS story."""
    story = present_story(build, story)
    events = queries.list_chosen(build, tuple(step.event_id for step in story.steps))
    mentions = queries.chosen_mentions(build, tuple(events["event_id"]))
    context = _context(build, EVERYTHING, list_sources(queries.list_articles(build), mentions))
    return export_story(story, events, mentions, format=format, context=context)


def _context(build: Build, filters: Filters, sources: tuple[Source, ...]) -> ExportContext:
    counts = queries.count_events(build, filters)
    actors = queries.list_actors(build)
    return ExportContext(
        title=build.info.get("title", ""),
        filters=filters.describe(
            counts.events, counts.reports, dict(zip(actors["actor_id"], actors["name"], strict=True)), view_words()
        ),
        build_id=build.id,
        sources=sources,
        scope="everything" if filters == EVERYTHING else "this view",
        licence=build.info.get("licence", ""),
        cameo=_cameo_roots(),
        actor_codes=dict(zip(actors["actor_id"], actors["code"], strict=True)),
    )


@cache
def _cameo_roots() -> dict[tuple[str, str], str]:
    """The CAMEO root of each type and mode; a mode without a row of its own has its type's."""
    return {key: row.cameo for key, row in load_types(LEXICON_DIR).rows.items()}


def view_filename(build: Build, format: str) -> str:
    """A file name that says case and build and is safe on every system."""
    return safe_filename(build.info.get("title", "") or "timeline", build.id, FORMATS[format].extension)


def export_build(
    case_folder: Path, format: str, view: str = "", *, build_id: str = "", progress: Progress = no_progress
) -> bytes:
    """A build of a case, by default the current one, or what the link `view` shows of it.

    Raises:
        BuildError: if there is no build, or none of that id.
        FilterError: if a part of `view` means nothing: a file must not silently hold more than was asked.
        ExportError: if there is no such format.
    """
    with open_build(case_folder, build_id or None) as build:
        return export_view(build, _view_filters(view) if view else EVERYTHING, format, progress)


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
