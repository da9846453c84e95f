"""The timeline page: lanes of events, density where there are too many, and the tray of undated ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import pandas as pd
import streamlit as st

from timeline import figures
from timeline.queries import Lane
from timeline.settings import MAX_RAW_MARKS
from timeline.ui import evidence, frames, tables, text, windows
from timeline.ui.chart import Sheet, chart
from timeline.ui.filters import note_unknown
from timeline.ui.present import numeral, type_words
from timeline.ui.view import Figure, View
from timeline.ui.viewport import band

# Lanes of which an event may stand in several.
_MANY = ("dyad", "source")


def lane_choice() -> Lane:
    """What a lane stands for; kept in the address."""
    names = list(text.LANES.values())
    note_unknown("lane", text.LANE_BY, names)
    picked = st.segmented_control(text.LANE_BY, names, key="lane", default=names[0], required=True, bind="query-params")
    return cast(Lane, next(lane for lane, words in text.LANES.items() if words == picked))


def fold_choice() -> bool:
    """Whether quiet stretches of time are folded; one switch for every chart that can."""
    return st.toggle(text.FOLD, value=True, key="fold", bind="query-params", help=text.FOLD_HELP)


def _arrow_choice(view: View) -> pd.DataFrame | None:
    """The answers to draw, if the reader asks for them."""
    if not st.toggle(text.ARROWS, key="arrows", bind="query-params", help=text.ARROWS_HELP):
        return None
    responses = frames.responses(view)
    if responses.empty:
        st.caption(text.ARROWS_NONE)
    return responses


@dataclass(frozen=True, slots=True)
class Choices:
    """How lanes are drawn: marks or, of `many`, their density; the lanes an event stands in, where in several."""

    lane: Lane
    many: bool
    stands: dict[str, list[str]] | None = None
    folded: bool = False
    responses: pd.DataFrame | None = None


def choices(view: View) -> Choices:
    """What the reader chooses about the lanes, and the way back out of a window of time."""
    lane = lane_choice()
    stands = frames.event_lanes(view, lane) if lane in _MANY and view.counts.events <= MAX_RAW_MARKS else None
    windows.way_back()
    if max(view.counts.events, sum(map(len, (stands or {}).values()))) > MAX_RAW_MARKS:
        return Choices(lane, many=True)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="lane_switches"):
        folded = fold_choice()
        responses = _arrow_choice(view)
        if band() != "narrow":
            st.caption(text.ZOOM_HINT, width="content")
    return Choices(lane, many=False, stands=stands, folded=folded, responses=responses)


def lanes(view: View, chosen: Choices) -> None:
    """Every event as a mark in its lane, or how many there are where marks would cover one another."""
    if chosen.many:
        density_chart(view, chosen.lane, key="lanes", zooms=True)
        return
    events, names = frames.events(view), {**text.SHORT_TYPES, **view.actor_names}

    def draw(sheet: Sheet) -> Figure:
        return figures.timeline_figure(
            events,
            responses=chosen.responses,
            lane=chosen.lane,
            lanes=chosen.stands,
            folded=chosen.folded,
            names=names,
            **sheet.options,
        )

    title = text.LANES_TITLE.format(lane=text.LANES[chosen.lane].lower())
    decided = (chosen.lane, chosen.folded, chosen.responses is not None)
    chart(view, draw, key="lanes", title=title, table=events, zooms=True, choices=decided)


def density_chart(
    view: View, lane: Lane, *, key: str, title: str = "", limit: int = MAX_RAW_MARKS, zooms: bool = False
) -> None:
    """How many events fall on each stretch of time; `title` where they are not all of the view's."""
    counted = frames.density(view, lane)
    if lane == "type":
        counted = counted.assign(lane=counted["lane"].map(type_words))
    st.caption(text.DENSITY_NOTE.format(n=numeral(view.counts.events), limit=numeral(limit)))

    named = text.LANES[lane].lower()

    def draw(sheet: Sheet) -> Figure:
        return figures.density_figure(counted, lane=named, **sheet.options)

    columns = ("lane", "bin_start", "bin_end", "n")
    chart(
        view,
        draw,
        key=key,
        title=title or text.DENSITY_TITLE.format(lane=named),
        table=counted,
        columns=columns,
        opens_evidence=False,
        zooms=zooms,
    )


def undated_tray(view: View) -> None:
    """The events that no date can be given to, in plain sight."""
    number = frames.n_undated(view)
    if not number:
        return
    st.subheader(text.UNDATED, anchor=False)
    st.caption(text.UNDATED_NOTE.format(n=numeral(number)))
    tables.events(view, frames.undated(view, limit=tables.PAGE_ROWS), key="undated", alt=text.UNDATED)


def panel_tray_and_table(view: View) -> None:
    """The evidence of the chosen event, the undated ones, and all events of the view a page at a time."""
    place = st.container()
    undated_tray(view)
    st.subheader(text.TABLE_OF_EVENTS, anchor=False)
    offset = tables.page_of(view.counts.events, key="page_events")
    shown = frames.events(view, limit=tables.PAGE_ROWS, offset=offset)
    tables.events(view, shown, key="events", alt=text.TABLE_OF_EVENTS)
    with place:
        evidence.panel(view, shown)
