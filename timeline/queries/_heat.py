"""How hot it is: hostility over time, its phases, what a stretch of time adds up to, and the events that stand out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Literal, NamedTuple, get_args

import ibis
import pandas as pd

from timeline.errors import FilterError
from timeline.queries._bins import bin_edges, with_days, within
from timeline.queries._columns import HEAT_COLUMNS, PHASE_COLUMNS, TOP_COLUMNS
from timeline.queries._filters import Filters
from timeline.queries._frames import fetch
from timeline.queries._select import FORCE_LEVEL, filtered_events, hostility_of, is_threat, ordinal, took_place
from timeline.store import Build, table

# A date less exact than this many days says nothing about which week is the latest.
_EXACT_DAYS = 31
Rank = Literal["newest", "gravest", "disputed"]
RANKS: tuple[Rank, ...] = get_args(Rank)


class Span(NamedTuple):
    """The first and last day of a view's dated events, and the last day of one dated within a month."""

    first: date
    last: date
    latest: date


class Totals(NamedTuple):
    """What took place in a stretch of time."""

    events: int
    reports: int
    force: int
    threats: int
    killed: int
    hostility: float


def view_span(build: Build, filters: Filters) -> Span | None:
    """From when to when the view reaches; None without a dated event."""
    events = filtered_events(filters)
    exact = ibis.ifelse(events.end_day - events.start_day < _EXACT_DAYS, events.end_day, ibis.null("int64"))
    ends = events.aggregate(first=events.start_day.min(), last=events.end_day.max(), latest=exact.max())
    row = build.fetch(ends).to_pylist()[0]
    if row["first"] is None:
        return None
    first, last = date.fromordinal(row["first"]), date.fromordinal(row["last"])
    return Span(first, last, date.fromordinal(row["latest"]) if row["latest"] else last)


def period_totals(build: Build, filters: Filters, start: date, end: date) -> Totals:
    """What took place from `start` to `end`, both inclusive, whatever window the filters set.

    An event counts once, on the middle day of its interval. `killed` sums the least numbers given.
    """
    events = filtered_events(replace(filters, start=None, end=None))
    inside = events.filter(events.mid_day.between(ordinal(start), ordinal(end)), took_place(events))
    sums = inside.aggregate(
        events=inside.count(),
        reports=inside.n_reports.sum(),
        force=(inside.level >= FORCE_LEVEL).sum(),
        threats=is_threat(inside).sum(),
        killed=inside.killed_min.sum(),
        hostility=hostility_of(inside).sum(),
    )
    row = build.fetch(sums).to_pylist()[0]
    counts = {name: int(row[name] or 0) for name in ("events", "reports", "force", "threats", "killed")}
    return Totals(**counts, hostility=float(row["hostility"] or 0.0))


def heat(build: Build, filters: Filters, *, bins: int = 260) -> pd.DataFrame:
    """Hostility, events and uses of force in each stretch of time, empty ones left out. Columns: HEAT_COLUMNS."""
    events = filtered_events(filters)
    counted = events.filter(
        events.mid_day.notnull(), took_place(events), events.end_day - events.start_day < _EXACT_DAYS
    )
    days = within(counted.mutate(hostility=hostility_of(counted)), filters)
    low, _, width = bin_edges(build, days, bins)
    # Weeks are what phases are cut from; a bin is never less than one.
    width = max(width, 7)
    binned = days.mutate(bin=(days.day - low) // width)
    sums = binned.group_by("bin").aggregate(
        n=binned.count(), force=(binned.level >= FORCE_LEVEL).sum().cast("int64"), hostility=binned.hostility.sum()
    )
    frame = fetch(build, sums.order_by("bin"), ("bin", "n", "force", "hostility"))
    return with_days(frame, low, width)[list(HEAT_COLUMNS)]


def list_phases(build: Build) -> pd.DataFrame:
    """The phases of the whole case, in time. Columns: PHASE_COLUMNS."""
    return fetch(build, table("phase").order_by("number"), PHASE_COLUMNS)


def top_events(build: Build, filters: Filters, by: Rank, *, limit: int) -> pd.DataFrame:
    """The newest, gravest or most disputed events of a view. Columns: TOP_COLUMNS.

    Gravest is by level, then people killed, then reports, of what happened or is alleged to have; disputed by the
    number of fields on which reports differ, then by reports.

    Raises:
        FilterError: if there is no such order.
    """
    if by not in RANKS:
        raise FilterError("by", f"must be one of {', '.join(RANKS)}")
    disputes = table("disagreement")
    counted = disputes.group_by("event_id").aggregate(n_disputed=disputes.field.nunique())
    events = filtered_events(filters).left_join(counted, "event_id")
    events = events.mutate(n_disputed=events.n_disputed.fill_null(0))
    kept = {
        "newest": lambda: events.filter(events.end_day.notnull()),
        "gravest": lambda: events.filter(events.status.isin(("happened", "alleged"))),
        "disputed": lambda: events.filter(events.n_disputed > 0),
    }[by]()
    dead = ibis.greatest(kept.killed_min.fill_null(0), kept.killed_max.fill_null(0))
    order = {
        "newest": [ibis.desc("end_day"), ibis.desc("start_day")],
        "gravest": [ibis.desc("level"), ibis.desc(dead), ibis.desc("n_reports")],
        "disputed": [ibis.desc("n_disputed"), ibis.desc("n_reports")],
    }[by]
    return fetch(build, kept.order_by([*order, "event_id"]).limit(limit), TOP_COLUMNS)
