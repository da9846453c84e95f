"""Cached frames: each query of a view runs once for all sessions, keyed by build id and arguments."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, cast

import pandas as pd
import streamlit as st

from timeline import queries
from timeline.queries import ActorCounts, Counts, Filters, Lane, Rank, Sides, Span, Totals
from timeline.store import Build
from timeline.ui import text
from timeline.ui.event_names import event_name, with_names
from timeline.ui.filter_choices import Choices, choices_of
from timeline.ui.view import View

# Frames kept for all sessions together; `server.maxCacheDataSize` bounds their bytes besides.
_FRAMES = 128
# Stretches of time in a density picture: about three pixels each on a wide screen.
_BINS = 360

# Events in a ranking.
_TOP = 8

_EVERYTHING = Filters(statements=True)

Options = tuple[tuple[str, Any], ...]


@st.cache_data(max_entries=_FRAMES, show_spinner=False)
def cached(_build: Build, build_id: str, name: str, arguments: tuple[Any, ...], options: Options) -> object:
    """The answer of the query of that name, asked once for a build and its arguments."""
    return getattr(queries, name)(_build, *arguments, **dict(options))


@st.cache_data(max_entries=4, show_spinner=False)
def _articles(_build: Build, build_id: str) -> pd.DataFrame:
    # A list of articles never carries their texts to a screen.
    return queries.list_articles(_build).drop(columns="text")


def ask(build: Build, name: str, *arguments: object, **options: object) -> pd.DataFrame:
    """The frame of the query of that name, events called in the reader's language."""
    found = cast(pd.DataFrame, cached(build, build.id, name, arguments, tuple(sorted(options.items()))))
    return with_names(found, text.language())


def counts(build: Build, filters: Filters) -> Counts:
    """Events, reports and articles of a view."""
    return cast(Counts, cached(build, build.id, "count_events", (filters,), ()))


def actors(build: Build) -> pd.DataFrame:
    """Every actor of the build, the busiest first."""
    return ask(build, "list_actors")


def types(build: Build) -> list[str]:
    """The types of event the build holds."""
    return [str(code) for code in ask(build, "list_types")["type"]]


def type_quads(build: Build) -> dict[str, int]:
    """The quad class of each type of event the build holds."""
    found = ask(build, "list_types")
    return {str(code): int(quad) for code, quad in zip(found["type"], found["quad"], strict=True)}


def choices(build: Build) -> Choices:
    """What the case offers to filter by."""
    reach = cast("Span | None", cached(build, build.id, "view_span", (Filters(),), ()))
    days = (reach.first, reach.latest) if reach else None
    return choices_of(actors(build), types(build), published_span(build), days, facets(build, _EVERYTHING))


def facets(build: Build, filters: Filters) -> pd.DataFrame:
    """How many events each choice would leave."""
    return ask(build, "facet_counts", filters)


def events(view: View, *, limit: int | None = None, offset: int = 0) -> pd.DataFrame:
    """The view's events in time order, the undated last."""
    return ask(view.build, "list_events", view.filters, limit=limit, offset=offset)


def undated(view: View, *, limit: int) -> pd.DataFrame:
    """The first of the view's events without a date."""
    return ask(view.build, "list_undated", view.filters, limit=limit)


def n_undated(view: View) -> int:
    """How many of the view's events have no date."""
    return cast(int, cached(view.build, view.build.id, "count_undated", (view.filters,), ()))


def responses(view: View) -> pd.DataFrame:
    """Response links between events of the view that a text states."""
    return ask(view.build, "list_responses", view.filters)


def event_lanes(view: View, lane: Lane) -> dict[str, list[str]]:
    """The lanes that each event stands in, by its id."""
    found = ask(view.build, "event_lanes", view.filters, lane)
    return {str(event_id): list(group) for event_id, group in found.groupby("event_id")["lane"]}


def published_span(build: Build) -> tuple[date, date] | None:
    """The first and the last day by which an article was out."""
    return cast("tuple[date, date] | None", cached(build, build.id, "published_span", (), ()))


def view_span(view: View) -> Span | None:
    """From when to when the view reaches."""
    return cast("Span | None", cached(view.build, view.build.id, "view_span", (view.filters,), ()))


def view_sources(view: View) -> pd.DataFrame:
    """Who reports the view's events."""
    return ask(view.build, "view_sources", view.filters)


def period_totals(view: View, start: date, end: date) -> Totals:
    """What took place in a stretch of time."""
    # The totals set their own window: whatever the filters' is, they are the same.
    return cast(Totals, cached(view.build, view.build.id, "period_totals", (_whole(view), start, end), ()))


def heat(view: View) -> pd.DataFrame:
    """Hostility in each stretch of time."""
    return ask(view.build, "heat", view.filters)


def phases(view: View) -> pd.DataFrame:
    """The phases of the whole case."""
    return ask(view.build, "list_phases")


def top_events(view: View, by: Rank) -> pd.DataFrame:
    """The newest, gravest or most disputed events."""
    return ask(view.build, "top_events", view.filters, by, limit=_TOP)


def density(view: View, lane: Lane) -> pd.DataFrame:
    """How many events fall on each stretch of time, by lane."""
    return ask(view.build, "density", view.filters, lane=lane, bins=_BINS)


def matrix(view: View) -> pd.DataFrame:
    """Directed pairs of actors."""
    return ask(view.build, "actor_matrix", view.filters)


def pair_events(view: View, sides: Sides, *, limit: int) -> pd.DataFrame:
    """Acts of two sides towards each other."""
    return ask(view.build, "pair_events", view.filters, sides, limit=limit)


def pair_density(view: View, sides: Sides) -> pd.DataFrame:
    """How much passed each way in each stretch of time."""
    return ask(view.build, "pair_density", view.filters, sides)


def pair_responses(view: View, sides: Sides) -> pd.DataFrame:
    """Who answered whom, and how fast."""
    return ask(view.build, "pair_responses", view.filters, sides)


def pair_threats(view: View, sides: Sides) -> pd.DataFrame:
    """Threats, and whether force followed."""
    return ask(view.build, "pair_threats", view.filters, sides)


def places(view: View) -> pd.DataFrame:
    """Places with coordinates and the events there."""
    return ask(view.build, "list_places", view.filters)


def place_events(view: View, place: str) -> pd.DataFrame:
    """The events at one place."""
    return ask(view.build, "place_events", place, view.filters)


def place_links(view: View) -> pd.DataFrame:
    """From which state events came to which place."""
    return ask(view.build, "list_place_links", view.filters)


def place_times(view: View) -> pd.DataFrame:
    """How many events with a place fall on each stretch of the whole of time."""
    return ask(view.build, "list_place_times", _whole(view))


def places_of_all_time(view: View) -> pd.DataFrame:
    """Places of the view, whatever window of time it has."""
    return ask(view.build, "list_places", _whole(view))


def _whole(view: View) -> Filters:
    return replace(view.filters, start=None, end=None)


def actor_counts(view: View, actor_id: str) -> ActorCounts:
    """How much one actor did, and how much was done to it."""
    return cast(ActorCounts, cached(view.build, view.build.id, "count_actor_events", (actor_id, view.filters), ()))


def actor_events(view: View, actor_id: str, *, each: int | None) -> pd.DataFrame:
    """One actor's acts and sufferings, or the first of each."""
    return ask(view.build, "actor_events", actor_id, view.filters, each=each)


def actor_quads(view: View, actor_id: str) -> pd.DataFrame:
    """One actor's words and deeds."""
    return ask(view.build, "actor_quads", actor_id, view.filters)


def actor_persons(view: View, actor_id: str) -> pd.DataFrame:
    """Persons named in reports of one actor's acts."""
    return ask(view.build, "actor_persons", actor_id, view.filters)


def actor_sources(view: View, actor_id: str) -> pd.DataFrame:
    """Who reports one actor's events."""
    return ask(view.build, "actor_sources", actor_id, view.filters)


def actor_series(view: View, actor_ids: tuple[str, ...]) -> pd.DataFrame:
    """The acts of several actors over time."""
    return ask(view.build, "actor_series", view.filters, actor_ids)


def event(build: Build, event_id: str) -> dict[Any, Any] | None:
    """One event as a row, following redirects; None where there is none."""
    found = cached(build, build.id, "get_event", (event_id,), ())
    if found is None:
        return None
    row = cast("pd.Series[Any]", found).to_dict()
    return row | {"label": event_name(str(row["label"]), text.language())}


def mentions(build: Build, event_id: str) -> pd.DataFrame:
    """Every report of an event."""
    return ask(build, "event_mentions", event_id)


def view_mentions(build: Build, filters: Filters) -> pd.DataFrame:
    """Every report of the events that pass."""
    return ask(build, "list_mentions", filters)


def most_disputed(view: View, *, limit: int) -> pd.DataFrame:
    """Events of more than one report, the most disputed first."""
    return ask(view.build, "most_disputed", view.filters, limit=limit)


def event_responses(build: Build, event_id: str) -> pd.DataFrame:
    """What an event answers and what answers it."""
    return ask(build, "event_responses", event_id)


def disagreements(build: Build, event_id: str) -> pd.DataFrame:
    """Where an event's reports differ."""
    return ask(build, "event_disagreements", event_id)


def merge_reasons(build: Build, event_id: str) -> pd.DataFrame:
    """Why an event's reports were taken for one."""
    return ask(build, "event_merge_reasons", event_id)


def articles(build: Build) -> pd.DataFrame:
    """Every article, without its text."""
    return _articles(build, build.id)


def article(build: Build, article_id: str) -> dict[Any, Any] | None:
    """One article with its text."""
    found = cached(build, build.id, "get_article", (article_id,), ())
    return None if found is None else cast("pd.Series[Any]", found).to_dict()


def article_mentions(build: Build, article_id: str) -> pd.DataFrame:
    """Everything an article reports."""
    return ask(build, "article_mentions", article_id)


def candidates(build: Build) -> pd.DataFrame:
    """Names that act and that the lexicon does not know."""
    return ask(build, "list_candidates")


def rejects(build: Build) -> pd.DataFrame:
    """Inputs that could not become articles."""
    return ask(build, "list_rejects")
