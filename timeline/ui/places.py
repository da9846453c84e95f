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


def choices(view: View) -> bool:
    """Steps through time and the way back out of a window; whether the reader asks for lines, kept in the address.

    Where the filters leave nothing at any time no switch stands that could do nothing.
    """
    times = frames.place_times(view)
    if not times.empty:
        window = view.filters.start, view.filters.end
        windows.steps(times["bin_start"].min().date(), times["bin_end"].max().date(), window)
        windows.way_back()
    elif not view.counts.events:
        return False
    return lines_choice()


def lines_choice() -> bool:
    """Whether lines lead from the initiators' states to the places; kept in the address."""
    return st.toggle(text.MAP_LINES, key="lines", bind="query-params", help=text.MAP_LINES_HELP)


def map_and_brush(view: View, *, lines: bool) -> None:
    """The map, if any event is left to show on it, over the brush that chooses the time it shows."""
    if not is_empty(view):
        the_map(view, lines=lines)
    _brush(view)


def the_map(view: View, *, lines: bool) -> None:
    """Every place of the view; with `lines` also lines from where the initiators' states are governed."""
    places = frames.places(view)
    links = frames.place_links(view) if lines else None
    states = {str(code): country(code) for code in ([] if links is None else links["state"].unique())}
    around = frames.places_of_all_time(view)
    table = places.assign(country_name=places["country"].map(country))

    def draw(sheet: Sheet) -> Figure:
        return figures.map_figure(
            places, total=view.counts.events, links=links, states=states, around=around, **sheet.options
        )

    chart(view, draw, key="map", title=text.MAP_TITLE, table=table, columns=_COLUMNS, choices=(lines,))


def _brush(view: View) -> None:
    """A small histogram of the whole of time: a box on it chooses what the map shows."""
    times = frames.place_times(view)
    if times.empty:
        return
    window = view.filters.start, view.filters.end

    def draw(sheet: Sheet) -> Figure:
        return figures.brush_figure(times, window=window, **sheet.options)

    columns = ("bin_start", "bin_end", "n")
    chart(
        view, draw, key="brush", title=text.BRUSH, table=times, columns=columns, opens_evidence=False, zooms=True,
        choices=window,
    )  # fmt: skip


def panel_and_events(view: View) -> None:
    """The evidence of the chosen event, and every event at the chosen place; nothing where no place is known."""
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
