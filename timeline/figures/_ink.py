"""One trace of marks, drawn the same way on every chart of events."""

from __future__ import annotations

from collections.abc import Sequence
from math import nan
from typing import Any, NamedTuple, Protocol

import numpy as np
import plotly.graph_objects as go

from timeline.figures._marks import Mark, hover_text
from timeline.figures._scale import Scale
from timeline.figures._text import LEGEND_CHARS, cut, escape
from timeline.speech import Speech


class Spot(Protocol):
    """A mark with its place: centre, ends of its date and diameter, in pixels."""

    @property
    def mark(self) -> Mark: ...
    @property
    def x(self) -> float: ...
    @property
    def x0(self) -> float: ...
    @property
    def x1(self) -> float: ...
    @property
    def y(self) -> float: ...
    @property
    def size(self) -> int: ...


class Look(NamedTuple):
    """How a group of marks looks; `hover` is the characters of hover text each may have."""

    name: str
    colour: str
    symbol: str
    paper: str
    hollow: bool
    hover: int
    speech: Speech


def marks_trace(spots: Sequence[Spot], scale: Scale, look: Look) -> go.Scatter:
    """Lean arrays, the event id first in `customdata`, short escaped hover text or none."""
    name = escape(look.name)
    told = look.hover >= 12
    return go.Scatter(
        x=np.array([scale.axis(s.x) for s in spots], dtype=np.float32),
        y=np.array([s.y for s in spots], dtype=np.float32),
        customdata=[[s.mark.event_id] for s in spots],
        text=[hover_text(s.mark, look.hover, look.speech) for s in spots] if told else None,
        hovertemplate="%{text}<extra></extra>" if told else f"{name}<extra></extra>",
        mode="markers",
        name=name,
        legendgroup=name,
        showlegend=False,
        marker={
            "size": np.array([s.size for s in spots], dtype=np.uint8),
            "symbol": look.symbol,
            "opacity": 1,
            # Hollow marks are filled with paper, so that no date line runs through them.
            "color": look.paper if look.hollow else look.colour,
            "line": {"width": 2.2 if look.hollow else 1, "color": look.colour if look.hollow else look.paper},
        },
        unselected={"marker": {"opacity": 0.45}},
    )


def date_lines(
    spots: Sequence[Spot], scale: Scale, colour: str, *, thickness: float, cap: float
) -> dict[str, Any] | None:
    """Error bars from the earliest to the latest day, or None where every date is a day."""
    wide = [s.mark.end > s.mark.start for s in spots]
    if not any(wide):
        return None
    pairs = list(zip(spots, wide, strict=True))
    # No number, no line: a line of no length is drawn too, and takes a tenth of the time of the whole chart.
    after = [scale.axis(s.x1) - scale.axis(s.x) if w else nan for s, w in pairs]
    before = [scale.axis(s.x) - scale.axis(s.x0) if w else nan for s, w in pairs]
    return {
        "type": "data",
        "symmetric": False,
        "array": np.array(after, dtype=np.float32),
        "arrayminus": np.array(before, dtype=np.float32),
        "color": colour,
        "thickness": thickness,
        "width": cap,
    }


def legend_entry(name: str, *, legend: str = "legend", rank: int = 1, group: str = "", **look: object) -> go.Scatter:
    """A trace without points that only explains a look in the legend."""
    return go.Scatter(
        x=[None], y=[None], name=escape(cut(name, LEGEND_CHARS)), legendgroup=escape(group), legend=legend,
        legendrank=rank, hoverinfo="skip", **look,
    )  # fmt: skip
