"""Lines of a map: from the capital of an initiator's state to the place, bent, in the state's colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import hypot, log2
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from timeline.figures._backdrop import capitals
from timeline.figures._ink import legend_entry
from timeline.figures._layout import Sheet
from timeline.figures._map_frame import Frame
from timeline.figures._marks import words
from timeline.figures._place import Box, Point, curve, line_boxes
from timeline.figures._text import escape
from timeline.figures.theme import Theme
from timeline.speech import Speech

# Degrees under which a place is its state's capital itself.
_NEAR = 0.2
# Share of its length that a line is bent aside, so that ways there and back are two.
_BEND = 0.14
# Pixels a line ends before its place.
_SHORT = 11
# States with a colour of their own.
_MOST_STATES = 5


class Link(NamedTuple):
    """Events that came from a state's capital to a place."""

    state: str
    place: str
    start: Point
    end: Point
    events: int


class _Drawn(NamedTuple):
    link: Link
    colour: str
    points: tuple[Point, ...]
    inside: bool


def read_links(rows: pd.DataFrame) -> tuple[Link, ...]:
    """A line for each state and place, where the state's capital is known and is not the place itself."""
    known = (row for row in rows.to_dict("records") if row["state"] in capitals())
    lines = (
        Link(str(r["state"]), words(r["place"]), capitals()[r["state"]], (float(r["lon"]), float(r["lat"])), n)
        for r in known
        if (n := int(r["n_events"]))
    )
    return tuple(n for n in lines if abs(n.start[0] - n.end[0]) + abs(n.start[1] - n.end[1]) > _NEAR)


def draw_links(
    fig: go.Figure, links: Sequence[Link], frame: Frame, sheet: Sheet, states: Mapping[str, str]
) -> tuple[list[Box], list[str]]:
    """Draw the lines and their legend; returns the boxes along them and the legend's names.

    A line from beyond the map begins at its edge. `states` names a state by its code.
    """
    colours = _colours(links, sheet.theme)
    drawn = [_bend(link, colours[link.state], frame) for link in links]
    for colour, wide in sorted({(d.colour, _width(d.link)) for d in drawn}):
        _lines(fig, [d for d in drawn if (d.colour, _width(d.link)) == (colour, wide)], frame, wide)
    _origins(fig, drawn, sheet, states)
    _middles(fig, drawn, frame, sheet.speech, states)
    names = []
    for rank, (colour, codes) in enumerate(_by_colour(colours).items()):
        name = sheet.speech.say("MAP_FROM", state=states.get(codes[0], codes[0]))
        if len(codes) > 1:
            name = sheet.speech.say("MAP_FROM_OTHERS")
        fig.add_trace(legend_entry(name, rank=rank, mode="lines+markers", line={"color": colour, "width": 2},
                                   marker={"symbol": "arrow-right", "size": 8, "color": colour}))  # fmt: skip
        names.append(name)
    return [box for d in drawn for box in line_boxes(d.points, 1)], names


def _colours(links: Sequence[Link], theme: Theme) -> dict[str, str]:
    counts: Counter[str] = Counter()
    for link in links:
        counts[link.state] += link.events
    ranked = sorted(counts, key=lambda state: (-counts[state], state))
    return {s: theme.actors[i] if i < _MOST_STATES else theme.other for i, s in enumerate(ranked)}


def _by_colour(colours: Mapping[str, str]) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for state, colour in colours.items():
        grouped.setdefault(colour, []).append(state)
    return grouped


def _bend(link: Link, colour: str, frame: Frame) -> _Drawn:
    """A curve to the right of the straight way, in pixels, that ends short of its place."""
    origin = frame.entry(link.start, link.end)
    (ax, ay), (bx, by) = frame.pixels(*origin), frame.pixels(*link.end)
    dx, dy = bx - ax, by - ay
    length = hypot(dx, dy) or 1.0
    side = (dy * _BEND, -dx * _BEND)
    share = max(0.0, 1 - _SHORT / length)
    one, two = ((ax + dx * s + side[0], ay + dy * s + side[1]) for s in (0.3, 0.7))
    end = (ax + dx * share + side[0] * 0.25 * (1 - share), ay + dy * share + side[1] * 0.25 * (1 - share))
    return _Drawn(link, colour, curve((ax, ay), one, two, end), origin == link.start)


def _width(link: Link) -> int:
    return min(round(1.4 + log2(link.events) / 2), 4)


def _lines(fig: go.Figure, drawn: Sequence[_Drawn], frame: Frame, wide: int) -> None:
    xs: list[float | None] = []
    ys: list[float | None] = []
    sizes: list[int] = []
    for d in drawn:
        at = [frame.degrees(point) for point in d.points]
        xs += [*(round(x, 3) for x, _ in at), None]
        ys += [*(round(y, 3) for _, y in at), None]
        sizes += [0] * (len(at) - 1) + [7 + 2 * wide, 0]
    fig.add_trace(go.Scatter(
        x=xs, y=ys, mode="lines+markers", hoverinfo="skip", showlegend=False,
        line={"color": drawn[0].colour, "width": wide},
        marker={"symbol": "arrow", "angleref": "previous", "size": sizes, "color": drawn[0].colour, "opacity": 1},
    ))  # fmt: skip


def _origins(fig: go.Figure, drawn: Sequence[_Drawn], sheet: Sheet, states: Mapping[str, str]) -> None:
    """A small ring at each capital that lies on the map."""
    inside = {d.link.state: d for d in drawn if d.inside}
    fig.add_trace(go.Scatter(
        x=[d.link.start[0] for d in inside.values()], y=[d.link.start[1] for d in inside.values()], mode="markers",
        showlegend=False, hovertemplate="%{text}<extra></extra>",
        text=[escape(sheet.speech.say("MAP_CAPITAL", state=states.get(code, code))) for code in inside],
        marker={"symbol": "circle", "size": 8, "color": sheet.theme.paper,
                "line": {"width": 2, "color": [d.colour for d in inside.values()]}},
    ))  # fmt: skip


def _middles(fig: go.Figure, drawn: Sequence[_Drawn], frame: Frame, speech: Speech, states: Mapping[str, str]) -> None:
    """What the pointer reads in the middle of a line."""
    at = [frame.degrees(d.points[len(d.points) // 2]) for d in drawn]
    told = [
        speech.of(
            f"{states.get(d.link.state, d.link.state)} → {d.link.place}", speech.count("EVENT_NOUN", d.link.events)
        )
        for d in drawn
    ]
    fig.add_trace(go.Scatter(
        x=[round(x, 3) for x, _ in at], y=[round(y, 3) for _, y in at], mode="markers", showlegend=False,
        text=[escape(words_of) for words_of in told], hovertemplate="%{text}<extra></extra>",
        marker={"size": 16, "opacity": 0},
    ))  # fmt: skip
