"""Aggregates for pictures: density over time, who against whom, counts beside the filters."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import ibis
import pandas as pd

from timeline.errors import FilterError
from timeline.queries._bins import bin_edges, dates_of, within
from timeline.queries._columns import DENSITY_COLUMNS, FACET_COLUMNS, MATRIX_COLUMNS
from timeline.queries._filters import Filters
from timeline.queries._frames import fetch
from timeline.queries._select import filtered_events, is_plain, plain_rows, takes_part
from timeline.store import Build, table

Lane = Literal["initiator", "target", "type", "place"]


def density(build: Build, filters: Filters, *, lane: Lane = "initiator", bins: int = 400) -> pd.DataFrame:
    """Events by lane and stretch of time, for a picture whose size does not grow. Columns: DENSITY_COLUMNS.

    At most `bins` stretches of whole days, empty ones left out. An event counts once a lane, on the middle day of
    its interval, moved to the edge of the window where it lies beyond; undated ones not at all. One with several
    initiators or targets counts in the lane of each.

    Raises:
        FilterError: if there is no such lane, or the number of bins is out of range.
    """
    rows = _lane_rows(filters, lane)
    days = within(rows.filter(rows.mid_day.notnull()), filters)
    low, high, width = bin_edges(build, days, bins)
    binned = days.mutate(bin=(days.day - low) // width)
    counts = binned.group_by("lane_id", "lane", "bin").aggregate(n=binned.n.sum())
    frame = fetch(build, counts.order_by(["lane", "lane_id", "bin"]), ("lane_id", "lane", "bin", "n"))
    first = [low + int(number) * width for number in frame["bin"]]
    frame["bin_start"] = dates_of(first)
    frame["bin_end"] = dates_of(min(day + width - 1, high) for day in first)
    return frame.astype({"n": "int64"})[list(DENSITY_COLUMNS)]


def actor_matrix(build: Build, filters: Filters) -> pd.DataFrame:
    """Directed pairs of actors with what passed between them, the busiest first. Columns: MATRIX_COLUMNS."""
    rows = plain_rows("day_dyad_type", filters) if is_plain(filters) else _dyads(filtered_events(filters))
    totals = rows.group_by("initiator_id", "target_id").aggregate(
        n_events=rows.n_events.sum().cast("int64"),
        n_reports=rows.n_reports.sum().cast("int64"),
        intensity_mean=rows.intensity_sum.sum() / rows.n_events.sum(),
    )
    named = _named(_named(totals, "initiator_id", "initiator"), "target_id", "target")
    return fetch(build, named.order_by([ibis.desc("n_events"), "initiator_id", "target_id"]), MATRIX_COLUMNS)


def facet_counts(build: Build, filters: Filters) -> pd.DataFrame:
    """How many events each type, status and actor would show, its own filter left aside. Columns: FACET_COLUMNS."""
    types = _facet(filtered_events(replace(filters, types=())), "type")
    statuses = _facet(filtered_events(replace(filters, statuses=())), "status")
    free = filtered_events(replace(filters, actors=()))
    bridge = table("event_actor")
    part = bridge.filter(bridge.event_id.isin(free.event_id))
    if filters.role != "either":
        part = part.filter(part.role == filters.role)
    elif filters.against:
        # Chosen besides `against`, an actor would have to face it.
        forth = (part.role == "initiator") & takes_part(part, filters.against, "target")
        part = part.filter(forth | ((part.role == "target") & takes_part(part, filters.against, "initiator")))
    counts = part.group_by("actor_id").aggregate(n_events=part.event_id.nunique())
    actors = table("actor").inner_join(counts, "actor_id")
    shown = actors.select(facet=ibis.literal("actor"), value="actor_id", label="name", n_events="n_events")
    facets = types.union(statuses).union(shown)
    return fetch(build, facets.order_by(["facet", ibis.desc("n_events"), "label", "value"]), FACET_COLUMNS)


def _facet(events: ibis.Table, column: str) -> ibis.Table:
    counts = events.group_by(column).aggregate(n_events=events.count())
    return counts.select(facet=ibis.literal(column), value=column, label=column, n_events="n_events")


def _lane_rows(filters: Filters, lane: Lane) -> ibis.Table:
    """Rows of lane_id, lane, mid_day and n: from the rollup where it suffices, else from the events."""
    if lane == "type":
        plain = is_plain(filters)
        rows = plain_rows("day_type", filters) if plain else filtered_events(filters)
        return rows.select("mid_day", lane_id="type", lane="type", n=rows.n_events if plain else ibis.literal(1))
    events = filtered_events(filters)
    if lane == "place":
        return events.select("mid_day", lane_id="place", lane="place", n=ibis.literal(1))
    if lane not in ("initiator", "target"):
        raise FilterError("lane", "must be initiator, target, type or place")
    bridge = table("event_actor")
    part = bridge.filter(bridge.role == lane).inner_join(table("actor"), "actor_id")
    named = part.select("event_id", lane_id="actor_id", lane="name")
    rows = events.select("event_id", "mid_day").left_join(named, "event_id")
    return rows.select(
        *("mid_day",), lane_id=rows.lane_id.fill_null(""), lane=rows.lane.fill_null(""), n=ibis.literal(1)
    )


def _dyads(events: ibis.Table) -> ibis.Table:
    """Events as rows of directed pairs, as the rollup `day_dyad_type` counts them."""
    pairs = events.select("event_id", "n_reports", "intensity").inner_join(table("event_dyad"), "event_id")
    return pairs.select(
        *("initiator_id", "target_id", "n_reports"), n_events=ibis.literal(1), intensity_sum=pairs.intensity
    )


def _named(rows: ibis.Table, id_column: str, name_column: str) -> ibis.Table:
    """The rows with the actor's name beside its id."""
    actors = table("actor").select(**{id_column: "actor_id", name_column: "name"})
    joined = rows.left_join(actors, id_column).drop(f"{id_column}_right")
    return joined.mutate(**{name_column: joined[name_column].fill_null("")})
