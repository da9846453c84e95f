"""Events gathered by place, for the map: its size does not grow with the archive."""

from __future__ import annotations

import ibis
import pandas as pd

from timeline.queries._bins import bin_edges, with_days, within
from timeline.queries._columns import EVENT_COLUMNS, PLACE_COLUMNS, PLACE_LINK_COLUMNS, PLACE_TIME_COLUMNS
from timeline.queries._events import in_time
from timeline.queries._filters import Filters
from timeline.queries._frames import fetch
from timeline.queries._select import filtered_events
from timeline.store import Build, table

# Marks a map may have and stay readable; the busiest are kept.
MAX_PLACES = 400
MAX_LINKS = 120
_PLACE = ("place", "country", "lat", "lon", "place_precision")


def list_places(build: Build, filters: Filters) -> pd.DataFrame:
    """Places with coordinates, the busiest first: their events, the gravest of them and its level, the killed.

    Columns: PLACE_COLUMNS. `event_id` is the event with the highest level, then the most killed, then the first id.
    """
    events = _placed(filters)
    group = [events[name] for name in _PLACE]
    order = [ibis.desc(events.level), ibis.desc(events.killed_min.fill_null(0)), events.event_id]
    ranked = events.select(
        *_PLACE,
        "event_id",
        "level",
        rank=ibis.row_number().over(group_by=group, order_by=order),
        n_events=events.event_id.count().over(group_by=group),
        killed=events.killed_min.fill_null(0).sum().over(group_by=group).cast("int64"),
    )
    gravest = ranked.filter(ranked["rank"] == 0)
    busiest = gravest.order_by([ibis.desc("n_events"), ibis.desc("level"), "place", "country", "lat", "lon"])
    return fetch(build, busiest.limit(MAX_PLACES), PLACE_COLUMNS)


def place_events(build: Build, place: str, filters: Filters) -> pd.DataFrame:
    """The events of a view at the place of that name, in time order. Columns: EVENT_COLUMNS."""
    events = filtered_events(filters)
    return fetch(build, in_time(events.filter(events.place == place)).limit(MAX_PLACES), EVENT_COLUMNS)


def list_place_links(build: Build, filters: Filters) -> pd.DataFrame:
    """From which state events came to which place, the busiest first. Columns: PLACE_LINK_COLUMNS.

    `state` is what an initiator's code begins with: the ISO 3166 alpha-3 of its state.
    """
    events, bridge, actors = _placed(filters), table("event_actor"), table("actor")
    doers = bridge.filter(bridge.role == "initiator").select("event_id", "actor_id").inner_join(actors, "actor_id")
    states = doers.select("event_id", state=doers.code.substr(0, 3))
    rows = events.select("event_id", "place", "lat", "lon").inner_join(states, "event_id").distinct()
    counts = rows.group_by("state", "place", "lat", "lon").aggregate(n_events=rows.event_id.count())
    known = counts.filter(counts.state.length() == 3)
    ordered = known.order_by([ibis.desc("n_events"), "state", "place", "lat", "lon"])
    return fetch(build, ordered.limit(MAX_LINKS), PLACE_LINK_COLUMNS)


def list_place_times(build: Build, filters: Filters, *, bins: int = 120) -> pd.DataFrame:
    """Events that have coordinates in each stretch of time, empty ones left out. Columns: PLACE_TIME_COLUMNS.

    An event counts on the middle day of its interval; `bin_end` is a stretch's last day.
    """
    events = _placed(filters)
    days = within(events.filter(events.mid_day.notnull()), filters)
    low, high, width = bin_edges(build, days, bins)
    binned = days.mutate(bin=(days.day - low) // width)
    frame = fetch(build, binned.group_by("bin").aggregate(n=binned.count()).order_by("bin"), ("bin", "n"))
    return with_days(frame, low, width, last=high)[list(PLACE_TIME_COLUMNS)]


def _placed(filters: Filters) -> ibis.Table:
    events = filtered_events(filters)
    return events.filter(events.lat.notnull() & events.lon.notnull())
