"""The actors page: one actor's acts and sufferings over time, and who acts on whom."""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from timeline import figures
from timeline.queries import ActorCounts, Span
from timeline.ui import evidence, frames, lanes, tables, text
from timeline.ui.chart import Sheet, chart
from timeline.ui.filter_choices import MAX_ACTORS
from timeline.ui.filters import note_unknown
from timeline.ui.present import day, numeral, span
from timeline.ui.view import Figure, View
from timeline.ui.viewport import beside

# Marks of one actor drawn one by one: each carries its words, and a change of filter may send 100 kB.
MAX_SIDE_MARKS = 600
# Rows of each list beside the evidence.
_ROWS = 25
# Years offered, the latest; quarters only where all of them are a short list.
_MOST_YEARS, _QUARTERED = 30, 6


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
    note_unknown("actor", text.ACTOR_CHOICE, names)
    picked = st.selectbox(text.ACTOR_CHOICE, list(names), key="actor", bind="query-params", width=320)
    return names.get(str(picked))


def over_time(view: View, actor_id: str) -> None:
    """What the actor did above the line, what was done to it below."""
    counted = frames.actor_counts(view, actor_id)
    many = counted.acts + counted.sufferings > MAX_SIDE_MARKS
    events = frames.actor_events(view, actor_id, each=_ROWS if many else None)
    name = view.actor_names.get(actor_id, actor_id)
    title = text.ACTOR_CHART.format(name=name)
    if many:
        own = replace(view.filters, actors=(actor_id,), role="either")
        counts = view.counts._replace(events=counted.events)
        own_view = replace(view, filters=own, counts=counts)
        lanes.density_chart(own_view, "type", key="actor_chart", title=title, limit=MAX_SIDE_MARKS)
    else:
        _sides(view, name, title, events)
    _lists(view, events, counted)


def _sides(view: View, name: str, title: str, events: pd.DataFrame) -> None:

    def draw(sheet: Sheet) -> Figure:
        return figures.actor_figure(events, actor=name, **sheet.options)

    chart(view, draw, key="actor_chart", title=title, table=events)


def _lists(view: View, events: pd.DataFrame, counted: ActorCounts) -> None:
    acts, sufferings = events[events["side"] == "acts"], events[events["side"] == "sufferings"]
    side, lists = beside()
    with side:
        evidence.panel(view, events.drop_duplicates("event_id"))
    with lists:
        did, suffered = st.tabs(
            [
                f"{text.ACTOR_ACTS} ({numeral(counted.acts)})",
                f"{text.ACTOR_SUFFERINGS} ({numeral(counted.sufferings)})",
            ]
        )
        with did:
            tables.events(view, acts.head(_ROWS), key="acts", alt=text.ACTOR_ACTS, short=True)
        with suffered:
            part = sufferings.head(_ROWS)
            tables.events(view, part, key="sufferings", alt=text.ACTOR_SUFFERINGS, short=True)


def pairs(view: View) -> None:
    """Directed pairs in a period: who begins, who is acted upon; as a matrix or as a network."""
    st.subheader(text.MATRIX, anchor=False)
    shapes = list(text.PAIR_SHAPES.values())
    note_unknown("shape", text.PAIR_SHAPE, shapes)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium", key="pair_choices"):
        shape = st.segmented_control(
            text.PAIR_SHAPE, shapes, key="shape", default=shapes[0], required=True, bind="query-params"
        )
        view = _in_period(view)
    found = frames.matrix(view)
    if found.empty:
        st.info(text.PERIOD_EMPTY)
        return
    named = found.replace({"initiator": {"": text.NOT_NAMED}, "target": {"": text.NOT_NAMED}})
    network = shape == text.PAIR_SHAPES["network"]

    def draw(sheet: Sheet) -> Figure:
        return (figures.network_figure if network else figures.matrix_figure)(
            found if network else named, **sheet.options
        )

    columns = ("initiator", "target", "n_events", "n_reports", "intensity_mean")
    chart(view, draw, key="matrix", title=text.MATRIX, table=named, columns=columns, opens_evidence=False)


def _in_period(view: View) -> View:
    """The view narrowed to a year, a quarter or a phase that the reader chooses."""
    reach = frames.view_span(view)
    options = periods(reach, frames.phases(view)) if reach else {}
    note_unknown("when", text.PERIOD_CHOICE, [text.PERIOD_ALL, *options])
    picked = st.selectbox(text.PERIOD_CHOICE, [text.PERIOD_ALL, *options], key="when", bind="query-params", width=260)
    if picked not in options:
        return view
    start, end = options[picked]
    filters = view.filters
    narrowed = replace(
        filters,
        start=max(start, filters.start) if filters.start else start,
        end=min(end, filters.end) if filters.end else end,
    )
    return replace(view, filters=narrowed)


def periods(reach: Span, phases: pd.DataFrame) -> dict[str, tuple[date, date]]:
    """Years and, over a short time, quarters, then phases, as far as they lie in the span; names to days."""
    years = range(reach.first.year, reach.last.year + 1)
    found = {str(year): (date(year, 1, 1), date(year, 12, 31)) for year in list(years)[-_MOST_YEARS:]}
    for year in years if len(years) <= _QUARTERED else ():
        for quarter in range(4):
            first, last = date(year, 3 * quarter + 1, 1), _last_of(year, 3 * quarter + 3)
            found[text.QUARTER.format(number=quarter + 1, year=year)] = (first, last)
    for row in phases.to_dict("records"):
        start, end = day(row["date_start"]), day(row["date_end"])
        if start and end:
            found[text.PHASE_OPTION.format(number=row["number"], days=span(start, end))] = (start, end)
    return {name: days for name, days in found.items() if days[0] <= reach.last and days[1] >= reach.first}


def _last_of(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
