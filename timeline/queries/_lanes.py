"""Events in lanes: which lanes each stands in, and how many stand in each over time."""

from __future__ import annotations

from typing import Literal, get_args

import ibis
import pandas as pd

from timeline.errors import FilterError
from timeline.queries._bins import bin_edges, with_days, within
from timeline.queries._columns import DENSITY_COLUMNS, EVENT_LANE_COLUMNS
from timeline.queries._filters import Filters
from timeline.queries._frames import fetch
from timeline.queries._select import filtered_events, is_plain, named, plain_rows, source_names
from timeline.store import Build, table

Lane = Literal["initiator", "target", "dyad", "type", "place", "source"]
LANES: tuple[Lane, ...] = get_args(Lane)


def density(build: Build, filters: Filters, *, lane: Lane = "initiator", bins: int = 400) -> pd.DataFrame:
    """Events by lane and stretch of time, for a picture whose size does not grow. Columns: DENSITY_COLUMNS.

    At most `bins` stretches of whole days, empty ones left out. An event counts once a lane, on the middle day of
    its interval, moved to the edge of the window where it lies beyond; undated ones not at all. One with several
    initiators, targets, directed pairs or sources counts in the lane of each.

    Raises:
        FilterError: if there is no such lane, or the number of bins is out of range.
    """
    # Every event stands in some lane, so the edges need none of them.
    dated = plain_rows("day_type", filters) if is_plain(filters) else filtered_events(filters)
    low, high, width = bin_edges(build, _days(dated, filters), bins)
    days = _days(_lane_rows(filters, lane), filters)
    binned = days.mutate(bin=(days.day - low) // width)
    counts = binned.group_by("lane_id", "lane", "bin").aggregate(n=binned.n.sum())
    frame = fetch(build, counts.order_by(["lane", "lane_id", "bin"]), ("lane_id", "lane", "bin", "n"))
    return with_days(frame, low, width, last=high)[list(DENSITY_COLUMNS)]


def event_lanes(build: Build, filters: Filters, lane: Lane) -> pd.DataFrame:
    """Every event that passes with every lane it stands in. Columns: EVENT_LANE_COLUMNS.

    Raises:
        FilterError: if there is no such lane.
    """
    rows = _event_rows(filtered_events(filters), lane)
    return fetch(build, rows.order_by(["event_id", "lane", "lane_id"]), EVENT_LANE_COLUMNS)


def _days(rows: ibis.Table, filters: Filters) -> ibis.Table:
    return within(rows.filter(rows.mid_day.notnull()), filters)


def _lane_rows(filters: Filters, lane: Lane) -> ibis.Table:
    """Rows of lane_id, lane, mid_day and n: from rollups and bridge where they suffice, else from the events."""
    if lane in _PLAIN and is_plain(filters):
        return _PLAIN[lane](filters, lane)
    return _event_rows(filtered_events(filters), lane).select("mid_day", "lane_id", "lane", n=ibis.literal(1))


def _plain_types(filters: Filters, _: Lane) -> ibis.Table:
    return plain_rows("day_type", filters).select("mid_day", lane_id="type", lane="type", n="n_events")


def _plain_roles(filters: Filters, lane: Lane) -> ibis.Table:
    """Counts by day and actor before names are joined: many events are few days."""
    bridge = plain_rows("event_actor", filters)
    part = bridge.filter(bridge.role == lane)
    counts = part.group_by("actor_id", "mid_day").aggregate(n=part.count())
    names = table("actor").select("actor_id", lane="name")
    told = counts.inner_join(names, "actor_id").select("mid_day", "lane", "n", lane_id="actor_id")
    events = plain_rows("events", filters)
    own, other = (events.initiators, events.targets) if lane == "initiator" else (events.targets, events.initiators)
    # In a symmetric event everyone is on both sides.
    nobody = events.filter((own.length() == 0) & ~(events.symmetric & (other.length() > 0)))
    unnamed = nobody.group_by("mid_day").aggregate(n=nobody.count())
    rest = unnamed.select("mid_day", "n", lane_id=ibis.literal(""), lane=ibis.literal(""))
    columns = ("mid_day", "lane_id", "lane", "n")
    return told.select(*columns).union(rest.select(*columns))


_PLAIN = {"type": _plain_types, "initiator": _plain_roles, "target": _plain_roles}


def _event_rows(events: ibis.Table, lane: Lane) -> ibis.Table:
    """Rows of event_id, mid_day, lane_id and lane; both lane columns "" where the text names none."""
    if lane in ("type", "place"):
        return events.select("event_id", "mid_day", lane_id=lane, lane=lane)
    makers = {"initiator": _of_role, "target": _of_role, "dyad": _of_dyad, "source": _of_source}
    if lane not in makers:
        raise FilterError("lane", f"must be one of {', '.join(LANES)}")
    rows = events.select("event_id", "mid_day").left_join(makers[lane](lane), "event_id")
    return rows.select("event_id", "mid_day", lane_id=rows.lane_id.fill_null(""), lane=rows.lane.fill_null(""))


def _of_role(lane: Lane) -> ibis.Table:
    bridge = table("event_actor")
    part = bridge.filter(bridge.role == lane).inner_join(table("actor"), "actor_id")
    return part.select("event_id", lane_id="actor_id", lane="name")


def _of_dyad(_: Lane) -> ibis.Table:
    pairs = table("event_dyad")
    both = pairs.filter(pairs.initiator_id != "", pairs.target_id != "")
    rows = named(named(both, "initiator_id", "initiator"), "target_id", "target")
    return rows.select(
        "event_id",
        lane_id=rows.initiator_id + "~" + rows.target_id,
        lane=rows.initiator + " → " + rows.target,
    )


def _of_source(_: Lane) -> ibis.Table:
    """The sources of an event's reports, each once."""
    rows = table("evidence").select("event_id", "article_id").inner_join(source_names(), "article_id")
    return rows.select("event_id", lane_id="publisher", lane="publisher").distinct()
