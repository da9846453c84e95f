"""Ink for the ladder's facts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from math import copysign
from typing import Any

import plotly.graph_objects as go

from timeline.figures._crowd import draw_bars
from timeline.figures._ink import Look, date_lines, legend_entry, marks_trace
from timeline.figures._ladder_facts import LadderFacts
from timeline.figures._ladder_types import Placed
from timeline.figures._layout import WIDE_PX, Sheet, axis, draw_sheet, new_figure, words_at
from timeline.figures._marks import hover_limit
from timeline.figures._phase_strip import STRIP_MIDDLE, STRIP_PX, draw_phases, phase_key
from timeline.figures._scale import Scale
from timeline.figures._text import escape, lines_html
from timeline.figures._time_axis import HEADING_PX, draw_time, fold_strips, grave_days, time_meta
from timeline.figures.theme import SMALL_PX, TEXT_PX, Theme

_HALO = "rgba(0,0,0,0)"


def draw_ladder(facts: LadderFacts, sheet: Sheet) -> go.Figure:
    """Bands, arcs, date lines, marks, words, in that order."""
    fig = new_figure()
    _bands(fig, facts, sheet)
    draw_phases(fig, facts.phases, facts.scale, facts.height, sheet)
    draw_bars(fig, facts.bars, facts.colours, facts.scale, sheet.theme)
    _arcs(fig, facts, sheet.theme)
    entries = _marks(fig, facts, sheet)
    keys = _keys(fig, facts, sheet)
    _axes(fig, facts, sheet)
    _labels(fig, facts, sheet.theme)
    below = STRIP_PX if facts.phases else 0
    return draw_sheet(fig, sheet, plot_height=facts.height + below, summary=facts.summary, legend=entries, keys=keys,
                      above=HEADING_PX,
                      meta={"undated": facts.undated, **time_meta(facts.scale)})  # fmt: skip


def _bands(fig: go.Figure, facts: LadderFacts, sheet: Sheet) -> None:
    """Rungs as bands; a fold is a strip of paper through all of them, so that no eye runs across it."""
    shapes: list[dict[str, Any]] = [
        {"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "y0": r.y0, "y1": r.y1, "fillcolor": colour,
         "line": {"width": 0}, "layer": "below"}
        for r, colour in zip(facts.rungs, sheet.theme.rungs, strict=True)
    ]  # fmt: skip
    shapes += fold_strips(facts.scale, sheet, facts.height)
    fig.update_layout(shapes=shapes)


def _arcs(fig: go.Figure, facts: LadderFacts, theme: Theme) -> None:
    """A trace for each colour and kind of line, arrowheads at the answers, then the lags."""
    for stated, colour in sorted({(a.stated, a.colour) for a in facts.arcs}):
        xs: list[float | None] = []
        ys: list[float | None] = []
        sizes: list[int] = []
        for arc in (a for a in facts.arcs if (a.stated, a.colour) == (stated, colour)):
            xs += [*(facts.scale.axis(x) for x, _ in arc.points), None]
            ys += [*(y for _, y in arc.points), None]
            sizes += [0] * (len(arc.points) - 1) + [10, 0]
        fig.add_trace(go.Scatter(
            x=xs, y=ys, mode="lines+markers", hoverinfo="skip", showlegend=False,
            line={"color": colour, "width": 1.8, "dash": "solid" if stated else "dot"},
            marker={"symbol": "arrow", "angleref": "previous", "size": sizes, "color": colour},
        ))  # fmt: skip
    for arc in facts.arcs:
        if arc.text:
            # Words beside the line end at it: they are narrower than the room that was kept for them.
            side = "left" if arc.beside > 0 else "right" if arc.beside < 0 else "center"
            words_at(fig, escape(arc.text), facts.scale.axis(arc.at[0] - arc.beside), arc.at[1], theme, xanchor=side,
                     xshift=copysign(5, arc.beside) if arc.beside else 0, bgcolor=theme.paper, borderpad=1,
                     opacity=0.95)  # fmt: skip


def _marks(fig: go.Figure, facts: LadderFacts, sheet: Sheet) -> list[str]:
    """One trace for each initiator, status and kind of date line; returns the legend's entries."""
    limit = hover_limit([p.mark for p in facts.placed], bars=len(facts.bars))
    for rank, key in enumerate(facts.keys):
        mine = [p for p in facts.placed if p.key.name == key.name]
        look = {"size": 11, "symbol": key.symbol, "color": key.colour}
        fig.add_trace(legend_entry(key.name, rank=rank + 1, group=key.name, mode="markers", marker=look))
        ranked = sorted(mine, key=lambda p: (p.hollow, p.mark.lasting))
        for (hollow, lasting), group in groupby(ranked, key=lambda p: (p.hollow, p.mark.lasting)):
            # The largest first, so that a small mark is never hidden beneath it.
            placed = sorted(group, key=lambda p: (-p.size, p.mark.event_id))
            fig.add_trace(_group(placed, facts.scale, sheet, hollow=hollow, lasting=lasting, limit=limit))
    return [key.name for key in facts.keys]


def _group(
    placed: Sequence[Placed], scale: Scale, sheet: Sheet, *, hollow: bool, lasting: bool, limit: int
) -> go.Scatter:
    key = placed[0].key
    look = Look(key.name, key.colour, key.symbol, sheet.theme.paper, hollow, limit, sheet.speech)
    trace = marks_trace(placed, scale, look)
    # A thick bar says "all this time", a thin line with ends "one day of these".
    trace.error_x = date_lines(placed, scale, key.colour, thickness=6 if lasting else 1.4, cap=0 if lasting else 4)
    return trace


def _keys(fig: go.Figure, facts: LadderFacts, sheet: Sheet) -> list[str]:
    """Legend entries for what is really drawn: hollow, uncertain, lasting, answering."""
    theme, speech = sheet.theme, sheet.speech
    ring = {
        "mode": "markers",
        "marker": {"size": 11, "symbol": "circle-open", "color": theme.line, "line": {"width": 2}},
    }
    thin = {"mode": "lines", "line": {"color": theme.line, "width": 1.4}}
    thick = {"mode": "lines", "line": {"color": theme.line, "width": 6}}
    curve = {"mode": "lines+markers", "line": {"color": theme.line, "width": 1.8, "shape": "spline"},
             "marker": {"symbol": "arrow-right", "size": 7, "color": theme.line}}  # fmt: skip
    wide = [p.mark for p in facts.placed if p.mark.end > p.mark.start]
    entries = [
        (
            speech.say("CHART_NOT_DONE" if sheet.width < WIDE_PX else "LADDER_NOT_DONE"),
            ring,
            any(p.hollow for p in facts.placed),
        ),
        (speech.say("LADDER_UNCERTAIN"), thin, any(not m.lasting for m in wide)),
        (speech.say("LADDER_LASTED"), thick, any(m.lasting for m in wide)),
        (speech.say("LADDER_ANSWERS"), curve, bool(facts.arcs)),
        (speech.say("LADDER_PHASES"), phase_key(theme), bool(facts.phases)),
    ]
    for rank, (name, look, drawn) in enumerate(entries):
        if drawn:
            fig.add_trace(
                go.Scatter(
                    x=[None], y=[None], name=name, hoverinfo="skip", legend="legend2", legendrank=rank + 1, **look
                )
            )
    return [name for name, _, drawn in entries if drawn]


def _axes(fig: go.Figure, facts: LadderFacts, sheet: Sheet) -> None:
    theme, scale = sheet.theme, facts.scale
    draw_time(fig, scale, sheet, days=grave_days([p.mark for p in facts.placed]), top=facts.height)
    middles = [(r.floor + r.ceiling) / 2 for r in facts.rungs]
    names = [r.name for r in facts.rungs]
    low = 0
    if facts.phases:
        low = -STRIP_PX
        middles.append(STRIP_MIDDLE)
        names.append(sheet.speech.say("LADDER_PHASE_ROW"))
    y = {"range": [low, facts.height], "fixedrange": True, "showticklabels": not sheet.narrow, "tickmode": "array",
         "tickvals": middles, "ticktext": names, "ticklabelstandoff": 8,
         "tickfont": {"size": TEXT_PX, "color": theme.text}}  # fmt: skip
    fig.update_yaxes(**axis(theme, **y))
    if sheet.narrow:
        for r in facts.rungs:
            words_at(fig, escape(r.name), 0, r.y1 - 1, theme, xref="paper", xanchor="left", yanchor="top",
                     xshift=4, font={"color": theme.muted})  # fmt: skip


def _labels(fig: go.Figure, facts: LadderFacts, theme: Theme) -> None:
    for label in facts.labels:
        fig.add_annotation(
            x=facts.scale.axis(label.x), y=label.y, ax=label.dx, ay=-label.dy, text=lines_html(list(label.lines)),
            font={"size": SMALL_PX, "color": theme.text}, align="center", borderpad=1, showarrow=True,
            arrowhead=0, arrowwidth=1, arrowcolor=theme.line if label.led else _HALO, standoff=label.size / 2 + 1,
        )  # fmt: skip
