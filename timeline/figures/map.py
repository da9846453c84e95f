"""The map: where events happened, no finer than the text says, upon the cities of the region."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from math import cos, dist, log2, radians
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from timeline.figures._backdrop import MOST_CITIES, City, Window, capitals, cities_in
from timeline.figures._ink import legend_entry
from timeline.figures._layout import Sheet, axis, draw_sheet, empty_figure, make_sheet, new_figure, words_at
from timeline.figures._marks import words
from timeline.figures._place import Box
from timeline.figures._text import count_text, cut, escape, text_px
from timeline.figures.theme import LEVEL_SYMBOLS, SMALL_PX, TEXT_PX

READING = "A mark stands at the place the text names and is never moved; a hollow one means somewhere in that area."
LEVELS = ("no military action", "threat of force", "display of force", "use of force", "war")
_MOST_LABELS, _MOST_TOWNS = 14, 12
# Degrees of air around the marks, and the least a map spans: about a small country.
_AIR, _LEAST = 0.08, 4.0
# Degrees under which a place is its state's capital itself.
_NEAR = 0.2
# Two cities nearer than this on the drawing are one place to a reader; pixels.
_QUARTER_PX = 14


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


class Link(NamedTuple):
    """Events that came from a state's capital to a place."""

    state: str
    place: str
    start: tuple[float, float]
    end: tuple[float, float]
    events: int


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
    dark: bool = False,
    narrow: bool = False,
    width: int | None = None,
    footer: str = "",
) -> go.Figure:
    """Draw the frame of `queries.list_places`; `customdata` of a mark is the id of the gravest event there.

    `total` is how many events the view has; `links`, the frame of `queries.list_place_links`, leads lines from the
    capital of an initiator's state to the place.
    """
    sheet = make_sheet(title, subtitle or READING, footer, dark=dark, narrow=narrow, width=width, left=10)
    facts = map_facts(places, links, total)
    if facts is None:
        return empty_figure(sheet, "No event of this view names a place that can be put on a map.")
    return _draw(facts, sheet)


def map_facts(places: pd.DataFrame, links: pd.DataFrame | None, total: int) -> MapFacts | None:
    """Spots, lines and the window that holds them, or None where there is no place."""
    spots = tuple(sorted((_spot(row) for row in places.to_dict("records")), key=lambda s: (s.level, s.events, s.name)))
    if not spots:
        return None
    lines = () if links is None else _links(links)
    window = _window([(s.lon, s.lat) for s in spots])
    placed = sum(spot.events for spot in spots)
    return MapFacts(spots, lines, total - placed, window, _summary(spots, placed, total))


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


def _links(rows: pd.DataFrame) -> tuple[Link, ...]:
    """A line for each state and place, where the state's capital is known and is not the place itself."""
    known = (row for row in rows.to_dict("records") if row["state"] in capitals())
    lines = (
        Link(str(r["state"]), words(r["place"]), capitals()[r["state"]], (float(r["lon"]), float(r["lat"])), n)
        for r in known
        if (n := int(r["n_events"]))
    )
    return tuple(n for n in lines if abs(n.start[0] - n.end[0]) + abs(n.start[1] - n.end[1]) > _NEAR)


def _window(points: Sequence[tuple[float, float]]) -> Window:
    sides = []
    for low, high in ((min(p), max(p)) for p in zip(*points, strict=True)):
        air = max((high - low) * _AIR, (_LEAST - (high - low)) / 2, 0.4)
        sides += [low - air, high + air]
    return Window(max(sides[0], -180.0), min(sides[1], 180.0), max(sides[2], -85.0), min(sides[3], 85.0))


def _summary(spots: Sequence[Spot], placed: int, total: int) -> str:
    most = sorted(spots, key=lambda s: (-s.events, s.name))[:4]
    told = "; ".join(f"{s.name} {count_text(s.events, 'event')}" for s in most)
    return f"Map of {count_text(placed, 'event')} of {total:,} at {count_text(len(spots), 'place')}. Most: {told}."


def _draw(facts: MapFacts, sheet: Sheet) -> go.Figure:
    fig, theme = new_figure(), sheet.theme
    frame = _Frame.of(facts.window, sheet)
    towns = cities_in(frame.window, 350 if sheet.narrow else MOST_CITIES)
    fig.add_trace(go.Scatter(
        x=np.array([c.lon for c in towns], dtype=np.float32), y=np.array([c.lat for c in towns], dtype=np.float32),
        mode="markers", hoverinfo="skip", showlegend=False,
        marker={"color": theme.other, "opacity": 0.4, "line": {"width": 0},
                "size": np.array([min(1.5 + log2(1 + c.people / 100_000), 7) for c in towns], dtype=np.float32)},
    ))  # fmt: skip
    for link in facts.links:
        _draw_link(fig, link, frame, sheet)
    taken = _draw_spots(fig, facts.spots, frame, sheet)
    _name_towns(fig, towns, facts.spots, frame, taken, sheet)
    fixed = {"fixedrange": sheet.narrow, "showticklabels": False}
    fig.update_xaxes(**axis(theme, **fixed, range=[frame.window.west, frame.window.east]))
    fig.update_yaxes(**axis(theme, **fixed, range=[frame.window.south, frame.window.north]))
    if facts.unplaced:
        words_left = f"{count_text(facts.unplaced, 'event')} without a place that can be put on a map."
        sheet = sheet._replace(footer=f"{words_left} {sheet.footer}")
    keys = _legend(fig, facts, sheet)
    return draw_sheet(fig, sheet, plot_height=frame.height, summary=facts.summary, keys=keys, below=8,
                      meta={"unplaced": facts.unplaced})  # fmt: skip


class _Frame(NamedTuple):
    """The window widened to the shape of the sheet, and pixels a degree at the planned width."""

    window: Window
    px_lon: float
    px_lat: float
    height: float

    @classmethod
    def of(cls, window: Window, sheet: Sheet) -> _Frame:
        stretch = 1 / max(cos(radians((window.south + window.north) / 2)), 0.2)
        wide, high = window.east - window.west, (window.north - window.south) * stretch
        height = min(max(sheet.plot_width * high / wide, 300 if sheet.narrow else 400), 460 if sheet.narrow else 620)
        # Widen whichever side is too short for the box; what was asked for stays in the middle.
        px = min(sheet.plot_width / wide, height / high)
        east, north = sheet.plot_width / px / 2, height / px / stretch / 2
        lon, lat = (window.west + window.east) / 2, (window.south + window.north) / 2
        return cls(Window(lon - east, lon + east, lat - north, lat + north), px, px * stretch, height)

    def entry(self, start: tuple[float, float], end: tuple[float, float]) -> tuple[float, float]:
        """Where a line to a point of the map enters it: its start, or the point on the edge (Liang and Barsky 1984)."""
        window, share = self.window, 0.0
        for at, to, low, high in (
            (start[0], end[0], window.west, window.east),
            (start[1], end[1], window.south, window.north),
        ):
            edge = low if at < low else high if at > high else at
            if edge != at:
                share = max(share, (edge - at) / (to - at))
        return (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])) if share else start

    def pixels(self, lon: float, lat: float) -> tuple[float, float]:
        return (lon - self.window.west) * self.px_lon, (lat - self.window.south) * self.px_lat


def _size(spot: Spot) -> float:
    return float(min(12 + 5 * log2(spot.events), 40))


def _draw_link(fig: go.Figure, link: Link, frame: _Frame, sheet: Sheet) -> None:
    """A line to the place; one from beyond the map begins at its edge, where the state's code stands."""
    theme = sheet.theme
    start = frame.entry(link.start, link.end)
    fig.add_annotation(
        x=link.end[0], y=link.end[1], ax=start[0], ay=start[1], axref="x", ayref="y", showarrow=True,
        arrowhead=2, arrowsize=1, arrowwidth=min(1 + log2(link.events) / 2, 4), arrowcolor=theme.muted, opacity=0.7,
        standoff=8, text="",
    )  # fmt: skip
    if start != link.start:
        look = {"size": SMALL_PX - 1, "color": theme.muted}
        anchor = "left" if start[0] < link.end[0] else "right"
        words_at(fig, escape(link.state), *start, theme, look, xanchor=anchor, yanchor="bottom")


def _draw_spots(fig: go.Figure, spots: Sequence[Spot], frame: _Frame, sheet: Sheet) -> list[Box]:
    """Marks and, where nothing is covered, their names; returns what is taken."""
    theme = sheet.theme
    looks = [(theme.levels[s.level - 1], s.precise) for s in spots]
    fig.add_trace(go.Scatter(
        x=[s.lon for s in spots], y=[s.lat for s in spots], mode="markers", showlegend=False,
        customdata=[[s.event_id] for s in spots], text=[_told(s) for s in spots],
        hovertemplate="%{text}<extra></extra>",
        marker={"size": [_size(s) for s in spots], "symbol": [LEVEL_SYMBOLS[s.level - 1] for s in spots],
                "color": [colour if solid else theme.paper for colour, solid in looks], "opacity": 0.92,
                "line": {"color": [theme.paper if solid else colour for colour, solid in looks],
                         "width": [1.0 if solid else 2.4 for _, solid in looks]}},
    ))  # fmt: skip
    taken = [_mark_box(spot, frame) for spot in spots]
    named = sorted(spots, key=lambda s: (-s.level, -s.events, s.name))[:_MOST_LABELS]
    for spot in named:
        name = f"{cut(spot.name, 26)} {spot.events}" if spot.events > 1 else cut(spot.name, 26)
        _name(fig, name, spot, frame, taken, sheet, TEXT_PX, theme.text)
    return taken


def _mark_box(spot: Spot, frame: _Frame) -> Box:
    (x, y), half = frame.pixels(spot.lon, spot.lat), _size(spot) / 2
    return Box(x - half, y - half, x + half, y + half)


def _name_towns(
    fig: go.Figure, towns: Sequence[City], spots: Sequence[Spot], frame: _Frame, taken: list[Box], sheet: Sheet
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
        _name(fig, town.name, town, frame, taken, sheet, SMALL_PX - 1, sheet.theme.muted, gap=6)
        if len(told) == most:
            return


def _name(
    fig: go.Figure, name: str, at: Spot | City, frame: _Frame, taken: list[Box], sheet: Sheet, size: int, colour: str,
    gap: float = 0,
) -> None:  # fmt: skip
    (x, y), wide, high = frame.pixels(at.lon, at.lat), text_px(name, size), size * 1.3
    aside = (_size(at) / 2 if isinstance(at, Spot) else gap) + 3
    for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        mid_x, mid_y = x + dx * (aside + wide / 2), y + dy * (aside + high / 2)
        box = Box(mid_x - wide / 2, mid_y - high / 2, mid_x + wide / 2, mid_y + high / 2)
        inside = box.x0 >= 0 and box.x1 <= sheet.plot_width and box.y0 >= 0 and box.y1 <= frame.height
        if inside and not any(box.meets(other) for other in taken):
            taken.append(box)
            words_at(fig, escape(name), at.lon, at.lat, sheet.theme, {"size": size, "color": colour},
                     xshift=mid_x - x, yshift=mid_y - y)  # fmt: skip
            return


def _told(spot: Spot) -> str:
    where = spot.name if spot.precise else f"somewhere in {spot.name}"
    facts = [count_text(spot.events, "event"), LEVELS[spot.level - 1]]
    if spot.killed:
        facts.append(f"{spot.killed:,} killed or more")
    return escape(where) + "<br>" + escape(" · ".join(facts))


def _legend(fig: go.Figure, facts: MapFacts, sheet: Sheet) -> list[str]:
    theme, entries = sheet.theme, []
    for level in sorted({spot.level for spot in facts.spots}):
        marker = {"symbol": LEVEL_SYMBOLS[level - 1], "color": theme.levels[level - 1], "size": 11}
        fig.add_trace(legend_entry(LEVELS[level - 1], legend="legend2", rank=level, mode="markers", marker=marker))
        entries.append(LEVELS[level - 1])
    if not all(spot.precise for spot in facts.spots):
        hollow = {"symbol": "circle", "color": theme.paper, "size": 11, "line": {"width": 2.4, "color": theme.line}}
        name = "somewhere in this area"
        fig.add_trace(legend_entry(name, legend="legend2", rank=9, mode="markers", marker=hollow))
        entries.append(name)
    return entries
