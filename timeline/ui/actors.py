"""The actors page: one actor's acts and sufferings over time, and who acts on whom."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from timeline import figures
from timeline.ui import evidence, frames, lanes, tables, text
from timeline.ui.chart import Sheet, chart
from timeline.ui.filters import MAX_ACTORS
from timeline.ui.view import Figure, View
from timeline.ui.viewport import beside

# Marks of one actor drawn one by one: each carries its words, and a change of filter may send 100 kB.
MAX_SIDE_MARKS = 600
# Rows of each list beside the evidence.
_ROWS = 25


def actor_choice(view: View) -> str | None:
    """The actor looked at, the busiest of the view first; kept in the address by name."""
    pairs = frames.matrix(view)
    sides = [
        *zip(pairs["initiator_id"], pairs["n_events"], strict=True),
        *zip(pairs["target_id"], pairs["n_events"], strict=True),
    ]
    weight: dict[str, int] = {}
    for actor_id, count in sides:
        if actor_id:
            weight[actor_id] = weight.get(actor_id, 0) + int(count)
    ids = sorted(weight, key=lambda actor_id: (-weight[actor_id], actor_id))[:MAX_ACTORS]
    if not ids:
        st.info(text.ACTOR_NONE)
        return None
    names = {view.actor_names.get(actor_id, actor_id): actor_id for actor_id in ids}
    picked = st.selectbox(text.ACTOR_CHOICE, list(names), key="actor", bind="query-params", width=320)
    return names.get(str(picked))


def over_time(view: View, actor_id: str) -> None:
    """What the actor did above the line, what was done to it below."""
    events = frames.actor_events(view, actor_id)
    if len(events) > MAX_SIDE_MARKS:
        own = replace(view.filters, actors=(actor_id,), role="either")
        counts = view.counts._replace(events=events["event_id"].nunique())
        lanes.density_chart(replace(view, filters=own, counts=counts), "type", key="actor_chart", limit=MAX_SIDE_MARKS)
    else:
        _sides(view, view.actor_names.get(actor_id, actor_id), events)
    _lists(view, events)


def _sides(view: View, name: str, events: pd.DataFrame) -> None:

    def draw(sheet: Sheet) -> Figure:
        return figures.actor_figure(events, actor=name, **sheet.options)

    chart(view, draw, key="actor_chart", title=text.ACTOR_CHART.format(name=name), table=events)


def _lists(view: View, events: pd.DataFrame) -> None:
    acts, sufferings = events[events["side"] == "acts"], events[events["side"] == "sufferings"]
    side, lists = beside()
    with side:
        evidence.panel(view, events.drop_duplicates("event_id"))
    with lists:
        did, suffered = st.tabs([f"{text.ACTOR_ACTS} ({len(acts)})", f"{text.ACTOR_SUFFERINGS} ({len(sufferings)})"])
        with did:
            tables.events(view, acts.head(_ROWS), key="acts", alt=text.ACTOR_ACTS, short=True)
        with suffered:
            part = sufferings.head(_ROWS)
            tables.events(view, part, key="sufferings", alt=text.ACTOR_SUFFERINGS, short=True)


def matrix(view: View) -> None:
    """Directed pairs: who begins, who is acted upon."""
    pairs = frames.matrix(view).replace({"initiator": {"": text.NOT_NAMED}, "target": {"": text.NOT_NAMED}})

    def draw(sheet: Sheet) -> Figure:
        return figures.matrix_figure(pairs, **sheet.options)

    columns = ("initiator", "target", "n_events", "n_reports", "intensity_mean")
    chart(view, draw, key="matrix", title=text.MATRIX, table=pairs, columns=columns, opens_evidence=False)
