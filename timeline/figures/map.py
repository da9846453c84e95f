"""The map: where events happened, no finer than the text says, upon the coasts, borders and cities of the region."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from math import dist, log2, sqrt
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from timeline.figures._backdrop import MOST_CITIES, City, Window, cities_in
from timeline.figures._ink import legend_entry
from timeline.figures._layout import Sheet, axis, draw_sheet, empty_figure, make_sheet, new_figure, words_at
from timeline.figures._map_frame import Frame, window_of
from timeline.figures._map_links import Link, draw_links, read_links
from timeline.figures._marks import words
from timeline.figures._outlines import outlines_in
from timeline.figures._place import Box, centred
from timeline.figures._text import cut, escape, text_px
from timeline.figures.theme import LEVEL_SYMBOLS, SMALL_PX, TEXT_PX, Theme, fade
from timeline.speech import Speech
from timeline.words import ENGLISH

_MOST_LABELS, _MOST_TOWNS = 14, 12
# Diameters of marks in pixels, of one event and of the most: the second shrinks where more marks than these share the
# map. Between them the diameter grows with the logarithm of the events, to its full size at no fewer than these.
_LEAST_PX, _MOST_PX, _MOST_NARROW_PX = 9.0, 38.0, 24.0
_ROOMY, _FULL = 40, 48
# Two cities nearer than this on the drawing are one place to a reader; pixels.
_QUARTER_PX = 14
# How far a city's dot reaches at most.
_TOWN_PX = 6


class Spot(NamedTuple):
    """One place with its events; `level` is the gravest hostility level among them, `event_id` the gravest event."""

    name: str
    country: str
    lon: float
    lat: float
    precise: bool
    events: int
    level: int
    killed: int
    event_id: str


class MapFacts(NamedTuple):
    """Spots, the gravest last; `unplaced` events have no place that could be put on a map."""

    spots: tuple[Spot, ...]
    links: tuple[Link, ...]
    unplaced: int
    window: Window
    summary: str


def map_figure(
    places: pd.DataFrame,
    *,
    title: str,
    total: int,
    subtitle: str = "",
    links: pd.DataFrame | None = None,
    states: Mapping[str, str] | None = None,
    around: pd.DataFrame | None = None,
    dark: bool = False,
    narrow: bool = False,
    width: int | None = None,
    footer: str = "",
    language: str = ENGLISH,
) -> go.Figure:
    """Draw the frame of `queries.list_places`; `customdata` of a mark is the id of the gravest event there.

    `total` is how many events the view has; `links`, the frame of `queries.list_place_links`, leads lines from the
    capital of an initiator's state to the place, `states` naming a state by its code. `around`, another frame of
    places, holds the map still: it shows where they are, whatever the view keeps of them.
    """
    reading = subtitle or Speech(language).say("MAP_READING")
    sheet = make_sheet(title, reading, footer, dark=dark, narrow=narrow, width=width, left=10, language=language)
    facts = map_facts(places, links, total, sheet.speech, around)
    if facts is None:
        return empty_figure(sheet, sheet.speech.say("MAP_NONE"))
    return _draw(facts, sheet, states or {})


def map_facts(
    places: pd.DataFrame, links: pd.DataFrame | None, total: int, speech: Speech, around: pd.DataFrame | None = None
) -> MapFacts | None:
    """Spots, lines and the window that holds them, or None where there is no place."""
    spots = tuple(sorted((_spot(row) for row in places.to_dict("records")), key=lambda s: (s.level, s.events, s.name)))
    if not spots:
        return None
    lines = () if links is None else read_links(links)
    held = spots if around is None else [*spots, *(_spot(row) for row in around.to_dict("records"))]
    window = window_of([(s.lon, s.lat) for s in held])
    placed = sum(spot.events for spot in spots)
    return MapFacts(spots, lines, max(total - placed, 0), window, _summary(spots, placed, total, speech))


def _spot(row: Mapping[Hashable, Any]) -> Spot:
    return Spot(
        name=words(row["place"]),
        country=words(row["country"]),
        lon=float(row["lon"]),
        lat=float(row["lat"]),
        precise=words(row["place_precision"]) == "city",
        events=int(row["n_events"]),
        level=int(row["level"]),
        killed=int(row["killed"]),
        event_id=str(row["event_id"]),
    )


def _summary(spots: Sequence[Spot], placed: int, total: int, speech: Speech) -> str:
    most = sorted(spots, key=lambda s: (-s.events, s.name))[:4]
    told = "; ".join(f"{s.name} {speech.count('EVENT_NOUN', s.events)}" for s in most)
    return speech.say("MAP_SUMMARY", events=speech.count("EVENT_NOUN", placed), total=speech.numeral(total),
                      places=speech.count("PLACE_NOUN", len(spots)), told=told)  # fmt: skip


def _draw(facts: MapFacts, sheet: Sheet, states: Mapping[str, str]) -> go.Figure:
    fig, theme = new_figure(), sheet.theme
    frame = Frame.of(facts.window, sheet)
    towns = cities_in(frame.window, 350 if sheet.narrow else MOST_CITIES)
    _draw_ground(fig, towns, frame, theme)
    lines, froms = draw_links(fig, facts.links, frame, sheet, states) if facts.links else ([], [])
    taken = _draw_spots(fig, facts.spots, frame, lines, sheet)
    _name_towns(fig, towns, facts.spots, frame, taken, sheet)
    fixed = {"fixedrange": sheet.narrow, "showticklabels": False}
    fig.update_xaxes(**axis(theme, **fixed, range=[frame.window.west, frame.window.east]))
    fig.update_yaxes(**axis(theme, **fixed, range=[frame.window.south, frame.window.north]))
    if facts.unplaced:
        words_left = sheet.speech.say("MAP_UNPLACED", events=sheet.speech.count("EVENT_NOUN", facts.unplaced))
        sheet = sheet._replace(footer=f"{words_left} {sheet.footer}")
    keys = _legend(fig, facts, sheet)
    return draw_sheet(fig, sheet, plot_height=frame.height, summary=facts.summary, legend=froms, keys=keys, below=8,
                      meta={"unplaced": facts.unplaced})  # fmt: skip


def _draw_ground(fig: go.Figure, towns: Sequence[City], frame: Frame, theme: Theme) -> None:
    """What the marks stand upon: nothing of it can be picked."""
    outlines = outlines_in(frame.window, frame.px_lon)
    fig.add_trace(go.Scatter(
        x=outlines[:, 0], y=outlines[:, 1], mode="lines", hoverinfo="skip", showlegend=False,
        line={"color": fade(theme.other, theme.paper, 0.55), "width": 1},
    ))  # fmt: skip
    fig.add_trace(go.Scatter(
        x=np.array([c.lon for c in towns], dtype=np.float32), y=np.array([c.lat for c in towns], dtype=np.float32),
        mode="markers", hoverinfo="skip", showlegend=False,
        marker={"color": theme.other, "opacity": 0.4, "line": {"width": 0},
                "size": np.array([min(round(1.5 + log2(1 + c.people / 100_000)), 7) for c in towns], dtype=np.uint8)},
    ))  # fmt: skip


class _Sizes(NamedTuple):
    """How large marks are: pixels of the largest, and the doublings of events that make a mark so large."""

    most: float
    doublings: float

    @classmethod
    def of(cls, spots: Sequence[Spot], sheet: Sheet) -> _Sizes:
        """Fit the sizes to how many marks share the map and to the busiest of them."""
        room = sqrt(min(_ROOMY / len(spots), 1.0))
        most = max((_MOST_NARROW_PX if sheet.narrow else _MOST_PX) * room, _LEAST_PX + 3)
        return cls(most, log2(max(_FULL, *(spot.events for spot in spots))))

    def px(self, spot: Spot) -> float:
        """The diameter of a spot's mark."""
        return round(_LEAST_PX + (self.most - _LEAST_PX) * log2(max(spot.events, 1)) / self.doublings, 1)


def _draw_spots(fig: go.Figure, spots: Sequence[Spot], frame: Frame, lines: Sequence[Box], sheet: Sheet) -> list[Box]:
    """Marks and, where nothing is covered, their names; returns what is taken."""
    theme, sizes = sheet.theme, _Sizes.of(spots, sheet)
    looks = [(theme.levels[s.level - 1], s.precise) for s in spots]
    fig.add_trace(go.Scatter(
        x=[s.lon for s in spots], y=[s.lat for s in spots], mode="markers", showlegend=False,
        customdata=[[s.event_id] for s in spots], text=[_told(s, sheet.speech) for s in spots],
        hovertemplate="%{text}<extra></extra>",
        marker={"size": [sizes.px(s) for s in spots], "symbol": [LEVEL_SYMBOLS[s.level - 1] for s in spots],
                "color": [colour if solid else theme.paper for colour, solid in looks], "opacity": 0.92,
                "line": {"color": [theme.paper if solid else colour for colour, solid in looks],
                         "width": [1.0 if solid else 2.4 for _, solid in looks]}},
    ))  # fmt: skip
    taken = [*lines, *(centred(*frame.pixels(s.lon, s.lat), sizes.px(s), sizes.px(s)) for s in spots)]
    named = sorted(spots, key=lambda s: (-s.level, -s.events, s.name))[:_MOST_LABELS]
    for spot in named:
        counted = f" · {sheet.speech.numeral(spot.events)}" if spot.events > 1 else ""
        _name(fig, cut(spot.name, 26) + counted, spot, frame, taken, sheet, TEXT_PX, theme.text, sizes.px(spot) / 2)
    return taken


def _name_towns(
    fig: go.Figure, towns: Sequence[City], spots: Sequence[Spot], frame: Frame, taken: list[Box], sheet: Sheet
) -> None:
    """A few of the largest cities by name, so that a reader knows where on earth this is."""
    told = [(spot.name, frame.pixels(spot.lon, spot.lat)) for spot in spots]
    most = len(told) + _MOST_TOWNS
    for town in towns:
        at = frame.pixels(town.lon, town.lat)
        # Geonames lists a city's quarters as cities: their names would crowd the one a reader knows.
        if any(town.name == name or dist(at, point) < _QUARTER_PX for name, point in told):
            continue
        told.append((town.name, at))
        _name(fig, town.name, town, frame, taken, sheet, SMALL_PX - 1, sheet.theme.muted, _TOWN_PX)
        if len(told) == most:
            return


def _name(
    fig: go.Figure, name: str, at: Spot | City, frame: Frame, taken: list[Box], sheet: Sheet, size: int, colour: str,
    reach: float,
) -> None:  # fmt: skip
    """Write a name beside a mark that reaches so many pixels from its centre, where nothing taken is covered."""
    (x, y), wide, high = frame.pixels(at.lon, at.lat), text_px(name, size), size * 1.3
    aside = reach + 3
    for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        mid_x, mid_y = x + dx * (aside + wide / 2), y + dy * (aside + high / 2)
        box = Box(mid_x - wide / 2, mid_y - high / 2, mid_x + wide / 2, mid_y + high / 2)
        inside = box.x0 >= 0 and box.x1 <= sheet.plot_width and box.y0 >= 0 and box.y1 <= frame.height
        if inside and not any(box.meets(other) for other in taken):
            taken.append(box)
            words_at(fig, escape(name), at.lon, at.lat, sheet.theme, {"size": size, "color": colour},
                     xshift=mid_x - x, yshift=mid_y - y)  # fmt: skip
            return


def _told(spot: Spot, speech: Speech) -> str:
    where = spot.name if spot.precise else speech.say("MAP_SOMEWHERE", place=spot.name)
    facts = [speech.count("EVENT_NOUN", spot.events), _level(spot.level, speech)]
    if spot.killed:
        facts.append(speech.say("MAP_KILLED", n=speech.numeral(spot.killed)))
    return escape(where) + "<br>" + escape(" · ".join(facts))


def _level(level: int, speech: Speech) -> str:
    return speech.table("LEVELS")[str(level)].lower()


def _legend(fig: go.Figure, facts: MapFacts, sheet: Sheet) -> list[str]:
    theme, entries = sheet.theme, []
    for level in sorted({spot.level for spot in facts.spots}):
        marker = {"symbol": LEVEL_SYMBOLS[level - 1], "color": theme.levels[level - 1], "size": 11}
        entries.append(_level(level, sheet.speech))
        fig.add_trace(legend_entry(entries[-1], legend="legend2", rank=level, mode="markers", marker=marker))
    if not all(spot.precise for spot in facts.spots):
        hollow = {"symbol": "circle", "color": theme.paper, "size": 11, "line": {"width": 2.4, "color": theme.line}}
        name = sheet.speech.say("MAP_AREA")
        fig.add_trace(legend_entry(name, legend="legend2", rank=9, mode="markers", marker=hollow))
        entries.append(name)
    return entries
