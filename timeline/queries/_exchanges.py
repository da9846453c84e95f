"""What passes between two sides: acts in both directions, answers with their lag, threats with what followed."""

from __future__ import annotations

from typing import NamedTuple

import ibis
import pandas as pd

from timeline.queries._bins import dates_of, sums_in_stretches, within
from timeline.queries._columns import (
    EVENT_COLUMNS,
    PAIR_DENSITY_COLUMNS,
    PAIR_EVENT_COLUMNS,
    PAIR_RESPONSE_COLUMNS,
    THREAT_COLUMNS,
)
from timeline.queries._events import in_time, links
from timeline.queries._filters import Filters
from timeline.queries._frames import fetch
from timeline.queries._select import DONE, FORCE_LEVEL, filtered_events, hostility_of, is_threat, takes_part, took_place
from timeline.store import Build

# From one side to the other, and back; "both" is an act of each towards the other at once (talks, a clash).
WAYS = ("forth", "back")


class Sides(NamedTuple):
    """Two sides of one or several actors each, by id; nobody stands on both."""

    one: tuple[str, ...]
    other: tuple[str, ...]


def pair_events(build: Build, filters: Filters, sides: Sides, *, limit: int | None = None) -> pd.DataFrame:
    """Acts of one side towards the other and back, in time; the undated last. Columns: PAIR_EVENT_COLUMNS.

    An act of either side towards someone else stands beside them (`beyond`) where a stated answer links it to one.
    """
    events = in_time(_with_linked(filters, sides))
    return fetch(build, events if limit is None else events.limit(limit), PAIR_EVENT_COLUMNS)


def pair_density(build: Build, filters: Filters, sides: Sides, *, bins: int = 200) -> pd.DataFrame:
    """How many acts, and how hostile in sum, each way in each stretch of time. Columns: PAIR_DENSITY_COLUMNS.

    An act counts once, on the middle day of its interval; what was only planned, promised or denied does not count.
    """
    events = _between(filters, sides)
    counted = events.filter(events.mid_day.notnull(), took_place(events))
    days = within(counted.mutate(hostility=hostility_of(counted)), filters)
    sums = sums_in_stretches(build, days, by="direction", order=("bin", "direction"), bins=bins)
    return sums[list(PAIR_DENSITY_COLUMNS)]


def pair_responses(build: Build, filters: Filters, sides: Sides, *, inferred: bool = False) -> pd.DataFrame:
    """Answers of either side to an act of the other or of its own; `inferred` adds those that no sentence states.

    Columns: PAIR_RESPONSE_COLUMNS.
    """
    events = _with_linked(filters, sides).select("event_id", "direction", "label")
    before = events.select(responds_to="event_id", answered_direction="direction", answered_label="label")
    linked = links(inferred=inferred).inner_join(events, "event_id").inner_join(before, "responds_to")
    order = [linked.lag_days.asc(nulls_first=False), "event_id", "responds_to", "basis", "mention_id", "rule"]
    return fetch(build, linked.order_by(order), PAIR_RESPONSE_COLUMNS)


def pair_threats(build: Build, filters: Filters, sides: Sides) -> pd.DataFrame:
    """Threats each way, and the first day on which the threatener is reported to use force. Columns: THREAT_COLUMNS.

    Force counts from the day after the threat's first, whatever else the filters hide; `followed_on` is NaT where none
    is reported: the threat is unfulfilled so far. A threat without a date has no "after" and is left out.
    """
    events = _between(Filters(), sides)
    ways = [events.filter(events.direction.isin((way, "both"))).mutate(way=ibis.literal(way)) for way in WAYS]
    rows = ways[0].union(ways[1])
    rows = rows.filter(rows.start_day.notnull())
    force = (rows.level >= FORCE_LEVEL) & rows.status.isin(DONE) & (rows.type != "THREATEN")
    dated = rows.mutate(force_day=ibis.ifelse(force, rows.start_day, ibis.null("int64")))
    after = ibis.window(group_by="way", order_by="start_day", range=(1, None))
    told = dated.mutate(next_day=dated.force_day.min().over(after))
    threats = told.filter(is_threat(told), told.event_id.isin(filtered_events(filters).event_id))
    shown = threats.drop("direction").rename(direction="way")
    frame = fetch(build, in_time(shown, "direction"), (*EVENT_COLUMNS, "direction", "next_day"))
    frame["followed_on"] = dates_of(frame["next_day"])
    return frame[list(THREAT_COLUMNS)]


def _between(filters: Filters, sides: Sides) -> ibis.Table:
    """The events that pass and lead from one side to the other, with their direction."""
    events = filtered_events(filters)
    forth = takes_part(events, sides.one, "initiator") & takes_part(events, sides.other, "target")
    back = takes_part(events, sides.other, "initiator") & takes_part(events, sides.one, "target")
    told = events.mutate(forth=forth, back=back)
    either = told.filter(told.forth | told.back)
    return either.mutate(direction=_direction(either))


def _with_linked(filters: Filters, sides: Sides) -> ibis.Table:
    """What lies between the sides, and the acts towards others that stated answers link to it."""
    between = _between(filters, sides).mutate(beyond=False)
    stated = links(inferred=False)
    answers = stated.filter(stated.responds_to.isin(between.event_id)).select("event_id")
    answered = stated.filter(stated.event_id.isin(between.event_id)).select(event_id="responds_to")
    events = filtered_events(filters)
    linked = events.filter(
        events.event_id.isin(answers.union(answered).event_id), events.event_id.notin(between.event_id)
    )
    sided = linked.mutate(
        forth=takes_part(linked, sides.one, "initiator"), back=takes_part(linked, sides.other, "initiator")
    )
    either = sided.filter(sided.forth | sided.back)
    return between.union(either.mutate(direction=_direction(either), beyond=True))


def _direction(events: ibis.Table) -> ibis.Value:
    return ibis.ifelse(events.forth & events.back, "both", ibis.ifelse(events.forth, *WAYS))
