"""Aggregates for pictures: who against whom, and counts beside the filters."""

from __future__ import annotations

from dataclasses import replace

import ibis
import pandas as pd

from timeline.queries._columns import FACET_COLUMNS, MATRIX_COLUMNS
from timeline.queries._filters import Filters
from timeline.queries._frames import fetch
from timeline.queries._select import filtered_events, is_plain, named, plain_rows, takes_part
from timeline.store import Build, table

# Values of one kind counted: more than a reader chooses from.
MOST_FACETS = 200


def actor_matrix(build: Build, filters: Filters) -> pd.DataFrame:
    """Directed pairs of actors with what passed between them, the busiest first. Columns: MATRIX_COLUMNS."""
    rows = plain_rows("day_dyad_type", filters) if is_plain(filters) else _dyads(filtered_events(filters))
    totals = rows.group_by("initiator_id", "target_id").aggregate(
        n_events=rows.n_events.sum().cast("int64"),
        n_reports=rows.n_reports.sum().cast("int64"),
        intensity_mean=rows.intensity_sum.sum() / rows.n_events.sum(),
    )
    rows = named(named(totals, "initiator_id", "initiator"), "target_id", "target")
    return fetch(build, rows.order_by([ibis.desc("n_events"), "initiator_id", "target_id"]), MATRIX_COLUMNS)


def facet_counts(build: Build, filters: Filters) -> pd.DataFrame:
    """How many events each choice would show, its own filter left aside. Columns: FACET_COLUMNS.

    Types with their modes, statuses, precisions of dates, the busiest places, and actors in the role filtered by.
    """
    free = filtered_events(replace(filters, types=()))
    moded = free.filter(free["mode"] != "").mutate(mode=lambda t: t.type + "/" + t["mode"])
    facets = _facet(free, "type").union(_facet(moded, "mode"))
    others = {
        "status": replace(filters, statuses=()),
        "precision": replace(filters, precisions=()),
        "place": replace(filters, places=()),
    }
    for column, freed in others.items():
        events = filtered_events(freed)
        found = _facet(events.filter(events[column] != ""), column)
        facets = facets.union(found.order_by([ibis.desc("n_events"), "value"]).limit(MOST_FACETS))
    facets = facets.union(_actor_facet(filters))
    return fetch(build, facets.order_by(["facet", ibis.desc("n_events"), "label", "value"]), FACET_COLUMNS)


def _actor_facet(filters: Filters) -> ibis.Table:
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
    return actors.select(facet=ibis.literal("actor"), value="actor_id", label="name", n_events="n_events")


def _facet(events: ibis.Table, column: str) -> ibis.Table:
    counts = events.group_by(column).aggregate(n_events=events.count())
    return counts.select(facet=ibis.literal(column), value=column, label=column, n_events="n_events")


def _dyads(events: ibis.Table) -> ibis.Table:
    """Events as rows of directed pairs, as the rollup `day_dyad_type` counts them."""
    pairs = events.select("event_id", "n_reports", "intensity").inner_join(table("event_dyad"), "event_id")
    return pairs.select(
        *("initiator_id", "target_id", "n_reports"), n_events=ibis.literal(1), intensity_sum=pairs.intensity
    )
