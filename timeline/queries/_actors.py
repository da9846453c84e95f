"""One actor in numbers: words against deeds, who speaks for it, who reports it; several on one axis of time."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import pandas as pd

from timeline.queries._bins import sums_in_stretches, within
from timeline.queries._columns import PERSON_COLUMNS, QUAD_COLUMNS, SERIES_COLUMNS, SOURCE_COLUMNS
from timeline.queries._filters import Filters
from timeline.queries._frames import fetch
from timeline.queries._select import filtered_events, hostility_of, source_names, took_place
from timeline.store import Build, table


def actor_quads(build: Build, actor_id: str, filters: Filters) -> pd.DataFrame:
    """An actor's events by role and quad class, statements left out. Columns: QUAD_COLUMNS."""
    rows = _own(actor_id, filters).filter(lambda t: t.quad > 0)
    counts = rows.group_by("role", "quad").aggregate(n_events=rows.event_id.nunique())
    return fetch(build, counts.order_by(["role", "quad"]), QUAD_COLUMNS)


def actor_persons(build: Build, actor_id: str, filters: Filters) -> pd.DataFrame:
    """Persons named in reports of an actor's acts, the most often named first. Columns: PERSON_COLUMNS."""
    own = _own(actor_id, filters)
    acts = own.filter(own.role == "initiator")
    mentions = table("mention")
    told = mentions.filter(mentions.event_id.isin(acts.event_id), mentions.person != "")
    people = told.select("event_id", "mention_id", name=told.person.split("; ")).unnest("name")
    counts = people.group_by("name").aggregate(
        n_events=people.event_id.nunique(), n_reports=people.mention_id.nunique()
    )
    return fetch(build, counts.order_by([ibis.desc("n_reports"), "name"]), PERSON_COLUMNS)


def actor_sources(build: Build, actor_id: str, filters: Filters) -> pd.DataFrame:
    """Who reports an actor's events, and how many of them. Columns: SOURCE_COLUMNS."""
    return _sources(build, _own(actor_id, filters))


def view_sources(build: Build, filters: Filters) -> pd.DataFrame:
    """Who reports the events that pass, and how many of them. Columns: SOURCE_COLUMNS."""
    return _sources(build, filtered_events(filters))


def _sources(build: Build, events: ibis.Table) -> pd.DataFrame:
    evidence = table("evidence")
    reports = evidence.filter(evidence.event_id.isin(events.event_id))
    named = reports.inner_join(source_names(), "article_id")
    counts = named.group_by("publisher").aggregate(
        n_events=named.event_id.nunique(), n_reports=named.mention_id.nunique()
    )
    return fetch(build, counts.order_by([ibis.desc("n_reports"), "publisher"]), SOURCE_COLUMNS)


def actor_series(build: Build, filters: Filters, actor_ids: Sequence[str], *, bins: int = 120) -> pd.DataFrame:
    """The acts of several actors in the same stretches of time. Columns: SERIES_COLUMNS.

    An act counts once for each of its initiators, on the middle day of its interval; what was only planned, promised
    or denied does not count.
    """
    events = filtered_events(filters)
    counted = events.filter(events.mid_day.notnull(), took_place(events))
    bridge = table("event_actor")
    acts = bridge.filter(bridge.role == "initiator", bridge.actor_id.isin(tuple(actor_ids)))
    told = counted.mutate(hostility=hostility_of(counted)).select("event_id", "mid_day", "hostility")
    days = within(told.inner_join(acts.select("event_id", "actor_id"), "event_id"), filters)
    return sums_in_stretches(build, days, by="actor_id", order=("actor_id", "bin"), bins=bins)[list(SERIES_COLUMNS)]


def _own(actor_id: str, filters: Filters) -> ibis.Table:
    """The actor's events, once a role."""
    bridge = table("event_actor")
    roles = bridge.filter(bridge.actor_id == actor_id).select("event_id", "role").distinct()
    return filtered_events(filters).inner_join(roles, "event_id")
