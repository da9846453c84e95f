"""Threats that no act followed, as far as the build knows on a given day."""

from __future__ import annotations

from datetime import date

import ibis
import pandas as pd

from timeline.queries._columns import OPEN_THREAT_COLUMNS
from timeline.queries._events import in_time
from timeline.queries._filters import Filters
from timeline.queries._frames import fetch
from timeline.queries._select import DONE, FORCE_LEVEL, filtered_events, is_threat, ordinal
from timeline.store import Build, table


def unfulfilled_threats(build: Build, filters: Filters, as_of: date) -> pd.DataFrame:
    """Threats that pass, after which no use of force in the same direction had begun by `as_of`; the oldest first.

    Acts are sought in the whole build, whatever the filters. Columns: OPEN_THREAT_COLUMNS.
    """
    today = ordinal(as_of)
    told = filtered_events(filters)
    threats = told.filter(is_threat(told), told.start_day <= today)
    judged = _dyads(threats)
    followed = judged.inner_join(_acts(today), ["doer", "sufferer"])
    ids = followed.filter(followed.act_day > followed.start_day).event_id
    open_ = threats.filter(threats.event_id.isin(judged.event_id), ~threats.event_id.isin(ids))
    return fetch(build, in_time(open_.mutate(days_waited=today - open_.end_day)), OPEN_THREAT_COLUMNS)


def _acts(today: int) -> ibis.Table:
    """Of each directed pair of codes, the day on which the last use of force until today began."""
    events = table("events")
    force = events.filter(events.level >= FORCE_LEVEL, events.status.isin(DONE), events.type != "THREATEN")
    acts = _dyads(force.filter(force.start_day <= today))
    return acts.group_by(["doer", "sufferer"]).aggregate(act_day=acts.start_day.max())


def _dyads(events: ibis.Table) -> ibis.Table:
    """Events by the codes of who acts on whom: a state and those that act for it are one."""
    actors = table("actor")
    doers = actors.select(initiator_id="actor_id", doer="code")
    sufferers = actors.select(target_id="actor_id", sufferer="code")
    own = events.select("event_id", "start_day").inner_join(table("event_dyad"), "event_id")
    paired = own.inner_join(doers, "initiator_id").inner_join(sufferers, "target_id")
    return paired.filter(paired.doer != paired.sufferer)
