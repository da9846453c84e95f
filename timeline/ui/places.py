"""The map page: where, how precisely, and from which state."""

from __future__ import annotations

import streamlit as st

from timeline import figures
from timeline.ui import evidence, frames, tables, text, windows
from timeline.ui.chart import Sheet, chart
from timeline.ui.heading import is_empty
from timeline.ui.plain import visible
from timeline.ui.present import country
from timeline.ui.view import Figure, View
from timeline.ui.viewport import beside

_COLUMNS = ("place", "country_name", "n_events", "level", "killed")


def map_or_none(view: View) -> bool:
    """The map, if any event is left to show on it; whether there is one.

    It has one place whatever stands in it: the button that plays would lose the cursor if it moved.
    """
    with st.container(key="map_or_none"):
        filled = not is_empty(view)
        if filled:
            the_map(view)
    return filled


def the_map(view: View) -> None:
    """Every place of the view, and on demand lines from where the initiators' states are governed."""
    lines = st.toggle(text.MAP_LINES, key="lines", bind="query-params", help=text.MAP_LINES_HELP)
    places = frames.places(view)
    links = frames.place_links(view) if lines else None
    states = {str(code): country(code) for code in ([] if links is None else links["state"].unique())}
    around = frames.places_of_all_time(view)
    table = places.assign(country_name=places["country"].map(country))

    def draw(sheet: Sheet) -> Figure:
        return figures.map_figure(
            places, total=view.counts.events, links=links, states=states, around=around, **sheet.options
        )

    chart(view, draw, key="map", title=text.MAP_TITLE, table=table, columns=_COLUMNS)


def brush(view: View) -> None:
    """A small histogram of the whole of time: a box on it, or a step, chooses what the map shows."""
    times = frames.place_times(view)
    if times.empty:
        return
    window = view.filters.start, view.filters.end
    windows.steps(times["bin_start"].min().date(), times["bin_end"].max().date(), window)
    windows.way_back()

    def draw(sheet: Sheet) -> Figure:
        return figures.brush_figure(times, window=window, **sheet.options)

    columns = ("bin_start", "bin_end", "n")
    chart(view, draw, key="brush", title=text.BRUSH, table=times, columns=columns, opens_evidence=False, zooms=True)


def panel_and_events(view: View) -> None:
    """The evidence of the chosen event, and every event at the chosen place."""
    places = frames.places(view)
    if places.empty:
        return
    names = list(dict.fromkeys(str(name) for name in places["place"]))
    side, lists = beside()
    with lists:
        place = str(st.selectbox(text.MAP_PLACE, names, key="map_place", format_func=visible))
        shown = frames.place_events(view, place).head(tables.PAGE_ROWS)
        tables.events(view, shown, key="at_place", alt=text.MAP_PLACE, short=True)
    with side:
        evidence.panel(view, shown)
