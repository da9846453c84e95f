"""Lists and counts of events, actors, types and articles."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import ibis
import pandas as pd

from timeline.queries._columns import (
    ACTOR_COLUMNS,
    ACTOR_EVENT_COLUMNS,
    ARTICLE_COLUMNS,
    CANDIDATE_COLUMNS,
    EVENT_COLUMNS,
    REJECT_COLUMNS,
    RESPONSE_COLUMNS,
    TYPE_COLUMNS,
)
from timeline.queries._filters import Filters
from timeline.queries._frames import fetch
from timeline.queries._select import STATEMENT, filtered_events, is_plain, plain_rows
from timeline.store import Build, table


class Counts(NamedTuple):
    """How many events, how many reports of them, and in how many articles."""

    events: int
    reports: int
    articles: int


class ActorCounts(NamedTuple):
    """How many acts and sufferings an actor has; a symmetric event is both, and one of the events."""

    acts: int
    sufferings: int
    events: int


def list_events(build: Build, filters: Filters, *, limit: int | None = None, offset: int = 0) -> pd.DataFrame:
    """The events that pass, by first day, last day and id; the undated last. Columns: EVENT_COLUMNS."""
    events = in_time(filtered_events(filters))
    if limit is not None or offset:
        events = events.limit(limit, offset=offset)
    return fetch(build, events, EVENT_COLUMNS)


def list_undated(build: Build, filters: Filters, *, limit: int) -> pd.DataFrame:
    """The first `limit` events that pass and have no date, by id. Columns: EVENT_COLUMNS."""
    events = filtered_events(filters)
    undated = events.filter(events.start_day.isnull())
    return fetch(build, undated.order_by("event_id").limit(limit), EVENT_COLUMNS)


def count_undated(build: Build, filters: Filters) -> int:
    """How many events pass and have no date."""
    rows = plain_rows("day_type", filters) if is_plain(filters) else filtered_events(filters)
    undated = rows.filter(rows.start_day.isnull())
    total = undated.n_events.sum().fill_null(0) if is_plain(filters) else undated.count()
    return int(build.fetch(undated.aggregate(n=total)).to_pylist()[0]["n"])


def count_events(build: Build, filters: Filters) -> Counts:
    """What `list_events` would list, counted."""
    if is_plain(filters):
        rows, evidence = plain_rows("day_type", filters), plain_rows("evidence", filters)
        counted = {"events": rows.n_events.sum(), "reports": rows.n_reports.sum()}
    else:
        rows, evidence = filtered_events(filters), table("evidence")
        evidence = evidence.filter(evidence.event_id.isin(rows.event_id))
        counted = {"events": rows.count(), "reports": rows.n_reports.sum()}
    totals = rows.aggregate(**{name: value.fill_null(0) for name, value in counted.items()})
    articles = evidence.article_id.nunique().name("articles").as_table()
    # One round trip: the two aggregates have one row each.
    row = build.fetch(totals.cross_join(articles)).to_pylist()[0]
    return Counts(int(row["events"]), int(row["reports"]), int(row["articles"]))


def list_actors(build: Build) -> pd.DataFrame:
    """Every actor, the busiest first; someone only quoted has 0 events. Columns: ACTOR_COLUMNS."""
    bridge = table("event_actor")
    told = bridge.filter(bridge.type != STATEMENT)
    counts = told.group_by("actor_id").aggregate(
        n_events=told.event_id.nunique(),
        n_as_initiator=(told.role == "initiator").sum(),
        n_as_target=(told.role == "target").sum(),
    )
    joined = table("actor").left_join(counts, "actor_id")
    filled = joined.mutate(**{name: joined[name].fill_null(0).cast("int64") for name in ACTOR_COLUMNS[3:]})
    return fetch(build, filled.order_by([ibis.desc("n_events"), "name", "actor_id"]), ACTOR_COLUMNS)


def list_types(build: Build) -> pd.DataFrame:
    """Every type of event the build holds, STATEMENT included, by quad class and name. Columns: TYPE_COLUMNS."""
    events = table("events")
    counts = events.group_by("type").aggregate(quad=events.quad.min(), n_events=events.count())
    return fetch(build, counts.order_by(["quad", "type"]), TYPE_COLUMNS)


def list_responses(build: Build, filters: Filters, *, inferred: bool = False) -> pd.DataFrame:
    """Response links with both ends among the events that pass; `inferred` adds those that no sentence states.

    Columns: RESPONSE_COLUMNS.
    """
    responses, ids = links(inferred=inferred), filtered_events(filters).event_id
    inside = responses.filter(responses.event_id.isin(ids), responses.responds_to.isin(ids))
    return fetch(build, inside.order_by(list(RESPONSE_COLUMNS)), RESPONSE_COLUMNS)


def links(*, inferred: bool) -> ibis.Table:
    """Links that a sentence states, and with `inferred` those of the calendar and the sides too."""
    responses = table("response")
    return responses if inferred else responses.filter(responses.basis == "stated")


def actor_events(build: Build, actor_id: str, filters: Filters, *, each: int | None = None) -> pd.DataFrame:
    """What an actor did and what was done to it, in time; a symmetric event is both. Columns: ACTOR_EVENT_COLUMNS.

    With `each`, the first so many of either side.
    """
    rows = _sided(actor_id, filters)
    if each is not None:
        rows = ibis.union(*(in_time(rows.filter(rows.side == side)).limit(each) for side in ("acts", "sufferings")))
    return fetch(build, in_time(rows, "side"), ACTOR_EVENT_COLUMNS)


def count_actor_events(build: Build, actor_id: str, filters: Filters) -> ActorCounts:
    """What `actor_events` would list, counted."""
    rows = _sided(actor_id, filters)
    counted = rows.aggregate(
        acts=(rows.side == "acts").sum().fill_null(0),
        sufferings=(rows.side == "sufferings").sum().fill_null(0),
        events=rows.event_id.nunique(),
    )
    row = build.fetch(counted).to_pylist()[0]
    return ActorCounts(int(row["acts"]), int(row["sufferings"]), int(row["events"]))


def _sided(actor_id: str, filters: Filters) -> ibis.Table:
    bridge = table("event_actor")
    own = bridge.filter(bridge.actor_id == actor_id).select("event_id", "role")
    sided = own.mutate(side=ibis.ifelse(own.role == "initiator", "acts", "sufferings"))
    return filtered_events(filters).inner_join(sided, "event_id")


def list_articles(build: Build) -> pd.DataFrame:
    """Every article, by publication date and id; the undated last. Columns: ARTICLE_COLUMNS."""
    articles = table("article")
    ordered = articles.order_by([articles.published_start.asc(nulls_first=False), articles.article_id])
    return fetch(build, ordered, ARTICLE_COLUMNS)


def published_span(build: Build) -> tuple[date, date] | None:
    """The first and the last day by which an article was certainly out; None where no article's date is known."""
    articles = table("article")
    ends = articles.aggregate(first=articles.published_end.min(), last=articles.published_end.max())
    row = build.fetch(ends).to_pylist()[0]
    return (row["first"], row["last"]) if row["first"] else None


def list_candidates(build: Build) -> pd.DataFrame:
    """Names that act and that the lexicon does not know, the most frequent first. Columns: CANDIDATE_COLUMNS."""
    names = table("candidate")
    return fetch(build, names.order_by([names.n.desc(), names.name]), CANDIDATE_COLUMNS)


def list_rejects(build: Build) -> pd.DataFrame:
    """Every input that could not become an article, with the reason. Columns: REJECT_COLUMNS."""
    return fetch(build, table("reject").order_by(list(REJECT_COLUMNS)), REJECT_COLUMNS)


def in_time(events: ibis.Table, *more: str) -> ibis.Table:
    """Events in a total order: start, end, id, then `more`."""
    start, end = (events[name].asc(nulls_first=False) for name in ("start_day", "end_day"))
    return events.order_by([start, end, events.event_id, *more])
