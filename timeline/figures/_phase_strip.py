"""The phases under a ladder: a numbered strip, the redder the more hostility a week, with their edges drawn up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from timeline.figures._layout import Sheet
from timeline.figures._marks import day_number, number
from timeline.figures._scale import Scale
from timeline.figures._text import span_text, text_px
from timeline.figures.theme import SMALL_PX, Theme, contrast, fade
from timeline.speech import Speech

# Pixels under the lowest rung that the strip takes, and where its middle lies.
STRIP_PX, STRIP_MIDDLE = 26, -14.0
_HIGH_PX = 18
# Phases whose edges are drawn up through the rungs; more would be a fence.
_MOST_EDGES = 12


class Phase(NamedTuple):
    """A phase from x0 to x1 pixels; `share` is its hostility a week, of the most hostile one's."""

    number: int
    x0: float
    x1: float
    share: float
    told: str


def phase_strip(phases: pd.DataFrame | None, scale: Scale, speech: Speech) -> tuple[Phase, ...]:
    """The frame of `queries.list_phases` on a ladder's time; nothing where there is but one."""
    rows = [] if phases is None else phases.to_dict("records")
    first, last = scale.pieces[0].start, scale.pieces[-1].end
    found = []
    high = max((number(row["per_week"]) for row in rows), default=0.0) or 1.0
    for row in rows:
        start, end = day_number(row["date_start"]), day_number(row["date_end"])
        if start is not None and end is not None and start < last and end + 1 > first:
            per_week = number(row["per_week"])
            told = speech.say("LADDER_PHASE", number=int(row["number"]), span=span_text(start, end, speech),
                              rate=speech.decimal(per_week))  # fmt: skip
            found.append(Phase(int(row["number"]), scale.x(start), scale.x(end + 1), per_week / high, told))
    return tuple(found) if len(found) > 1 else ()


def draw_phases(fig: go.Figure, phases: Sequence[Phase], scale: Scale, height: float, sheet: Sheet) -> None:
    """The strip, each phase with its number where there is room, and what the pointer reads."""
    if not phases:
        return
    theme = sheet.theme
    low, high = STRIP_MIDDLE - _HIGH_PX / 2, STRIP_MIDDLE + _HIGH_PX / 2
    for phase in phases:
        edges = {"x0": scale.axis(phase.x0), "x1": scale.axis(phase.x1)}
        fig.add_shape(type="rect", **edges, y0=low, y1=high, fillcolor=_fill(phase, theme), layer="below",
                      line={"width": 1, "color": theme.paper})  # fmt: skip
    edge = fade(theme.muted, theme.paper, 0.45)
    for phase in phases[1:] if len(phases) <= _MOST_EDGES else ():
        fig.add_shape(type="line", x0=scale.axis(phase.x0), x1=scale.axis(phase.x0), y0=high, y1=height,
                      layer="below", line={"width": 1, "color": edge, "dash": "dot"})  # fmt: skip
    fitting = [phase.x1 - phase.x0 >= text_px(str(phase.number), SMALL_PX) + 4 for phase in phases]
    fig.add_trace(go.Scatter(
        x=[scale.axis((p.x0 + p.x1) / 2) for p in phases], y=[STRIP_MIDDLE] * len(phases), mode="text",
        text=[f"<b>{p.number}</b>" if fits else "" for p, fits in zip(phases, fitting, strict=True)],
        textfont={"size": SMALL_PX, "color": [_ink(p, theme) for p in phases]},
        hovertext=[p.told for p in phases], hovertemplate="%{hovertext}<extra></extra>", showlegend=False,
    ))  # fmt: skip


def phase_key(theme: Theme) -> dict[str, Any]:
    """How the legend shows a phase."""
    marker = {"size": 12, "symbol": "square", "color": theme.heat[2], "line": {"width": 1, "color": theme.line}}
    return {"mode": "markers", "marker": marker}


def _fill(phase: Phase, theme: Theme) -> str:
    return fade(theme.heat[3], theme.panel, phase.share)


def _ink(phase: Phase, theme: Theme) -> str:
    return max((theme.text, theme.paper), key=lambda ink: contrast(ink, _fill(phase, theme)))
