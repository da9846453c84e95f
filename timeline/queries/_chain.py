"""The chain an event stands in: what led to it and what answered it, as far as sentences say so."""

from __future__ import annotations

from collections import defaultdict

import pandas as pd

from timeline.queries._columns import CHAIN_COLUMNS
from timeline.queries._detail import resolve_event
from timeline.queries._frames import fetch
from timeline.store import Build, table

# Links walked in either direction; a longer way is no longer one story.
MAX_STEPS = 6


def event_chain(build: Build, event_id: str) -> pd.DataFrame:
    """What the event answers, directly or through others, itself, and what answers it. Columns: CHAIN_COLUMNS.

    `step` is the least number of stated links between; an event that is both before and after stands before.
    """
    wanted = resolve_event(build, event_id)
    back: dict[str, set[str]] = defaultdict(set)
    onward: dict[str, set[str]] = defaultdict(set)
    links = table("response")
    for row in build.fetch(links.filter(links.basis == "stated").select("event_id", "responds_to")).to_pylist():
        back[row["event_id"]].add(row["responds_to"])
        onward[row["responds_to"]].add(row["event_id"])
    steps = {wanted: 0}
    for direction, sign in ((back, -1), (onward, 1)):
        front = {wanted}
        for step in range(1, MAX_STEPS + 1):
            front = {other for one in front for other in direction.get(one, ())} - steps.keys()
            steps |= dict.fromkeys(front, sign * step)
    events = table("events")
    found = fetch(build, events.filter(events.event_id.isin(list(steps))), CHAIN_COLUMNS[1:])
    found["step"] = [steps[str(event_id)] for event_id in found["event_id"]]
    ordered = found.sort_values(["step", "date_start", "date_end", "event_id"], ignore_index=True)
    return ordered[list(CHAIN_COLUMNS)]
