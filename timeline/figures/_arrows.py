"""Arrows across lanes: from what was done to what answers it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from timeline.figures._marks import Mark, gravity
from timeline.figures._place import Point, curve
from timeline.figures._scale import Scale
from timeline.figures.theme import Theme

# The gravest; more would be a thicket.
_MOST = 60


class LanePlace(NamedTuple):
    """A mark in its lane."""

    mark: Mark
    rung: int
    x: float
    x0: float
    x1: float
    y: float
    size: int


class Arrow(NamedTuple):
    """An answer joined to what it answers."""

    responds_to: str
    event_id: str
    points: tuple[Point, ...]


def find_arrows(responses: pd.DataFrame, placed: Sequence[LanePlace]) -> tuple[Arrow, ...]:
    """One arrow for each response whose two ends are drawn; an event in several lanes is joined in its first."""
    at: dict[str, LanePlace] = {}
    for place in placed:
        at.setdefault(place.mark.event_id, place)
    pairs = sorted({(str(r["responds_to"]), str(r["event_id"])) for r in responses.to_dict("records")})
    drawn = [(at[a], at[b]) for a, b in pairs if a in at and b in at and a != b]
    drawn.sort(key=lambda pair: -sum(gravity(end.mark, end.rung) for end in pair))
    return tuple(Arrow(a.mark.event_id, b.mark.event_id, _path(a, b)) for a, b in drawn[:_MOST])


def _path(acted: LanePlace, answer: LanePlace) -> tuple[Point, ...]:
    ahead = 1 if answer.x >= acted.x else -1
    start = (acted.x + ahead * (acted.size / 2 + 1), acted.y)
    end = (answer.x - ahead * (answer.size / 2 + 2), answer.y)
    reach = ahead * max(abs(end[0] - start[0]) * 0.45, 18)
    # In one lane a straight line would run through whatever lies between.
    lift = 26 if abs(end[1] - start[1]) < 8 else 0
    return curve(start, (start[0] + reach, start[1] + lift), (end[0] - reach, end[1] + lift), end)


def draw_arrows(fig: go.Figure, arrows: Sequence[Arrow], scale: Scale, theme: Theme) -> None:
    """All of them in one trace."""
    if not arrows:
        return
    xs = [v for a in arrows for v in (*(scale.axis(x) for x, _ in a.points), None)]
    ys = [v for a in arrows for v in (*(y for _, y in a.points), None)]
    sizes = [v for a in arrows for v in (*[0] * (len(a.points) - 1), 9, 0)]
    fig.add_trace(go.Scatter(x=xs, y=ys, mode="lines+markers", hoverinfo="skip", showlegend=False,
                             line={"color": theme.line, "width": 1.3},
                             marker={"symbol": "arrow", "angleref": "previous", "size": sizes,
                                     "color": theme.line}))  # fmt: skip
