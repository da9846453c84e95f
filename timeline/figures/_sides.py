"""Two-sided charts: what goes up and what goes down along one axis of time, height being intensity."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from math import floor
from typing import Any, NamedTuple

import numpy as np
import plotly.graph_objects as go

from timeline.figures._ink import Look, legend_entry, marks_trace
from timeline.figures._layout import Sheet, axis, draw_sheet, new_figure, words_at
from timeline.figures._marks import Mark, diameter, hover_limit
from timeline.figures._scale import Scale
from timeline.figures._sides_words import UNIT_PX, Link, Stem, place_words
from timeline.figures._text import escape, lines_html
from timeline.figures._time_axis import HEADING_PX, draw_time, fold_strips, grave_days, time_meta
from timeline.figures.theme import SMALL_PX, TEXT_PX

HALF_PX = 10 * UNIT_PX + 62  # ten points, two lines of words beyond them, and the side's name
_MOST_ASIDE = 5
_STEPS = (9.0, 6.5, 3.5, 2.0)


class SidesFacts(NamedTuple):
    """Everything on a two-sided chart."""

    scale: Scale
    stems: tuple[Stem, ...]
    links: tuple[Link, ...]
    above: str
    below: str
    summary: str
    undated: int


def stems_of(marks: Sequence[tuple[Mark, bool]], scale: Scale) -> tuple[Stem, ...]:
    """Place marks; those that would stand on the same spot step aside by a few pixels."""
    used: dict[tuple[bool, int, int], int] = {}
    stems = []
    for mark, up in marks:
        x = scale.x(mark.middle)
        spot = (up, floor(x / 9), floor(mark.intensity))
        step = used.get(spot, 0)
        used[spot] = step + 1
        # Beyond a few they cover one another: further aside would be another day.
        place = step % _MOST_ASIDE
        aside = (place + 1) // 2 * 9 * (1 if place % 2 else -1)
        shifted = min(max(x + aside, 6), scale.width - 6)
        stems.append(Stem(mark, up, shifted, scale.x(mark.start), scale.x(mark.end + 1), min(diameter(mark), 22)))
    return tuple(stems)


def draw_sides(facts: SidesFacts, sheet: Sheet, colours: tuple[str, str]) -> go.Figure:
    """Panels, stems, marks, links, words."""
    fig, theme = new_figure(), sheet.theme
    panels = [
        {"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "y0": y0, "y1": y1, "fillcolor": fill, "layer": "below",
         "line": {"width": 0}}
        for y0, y1, fill in ((6, HALF_PX, theme.above), (-HALF_PX, -6, theme.below))
    ]  # fmt: skip
    ground = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": 0, "y1": 0, "layer": "below",
              "line": {"width": 1.5, "color": theme.line}}  # fmt: skip
    strips = fold_strips(facts.scale, sheet, HALF_PX, -HALF_PX)
    fig.update_layout(shapes=[*panels, *strips, ground])
    _links(fig, facts, colours)
    limit = hover_limit([s.mark for s in facts.stems])
    ranked = sorted(facts.stems, key=_kind)
    for (up, hollow, symbol), group in groupby(ranked, key=_kind):
        colour = colours[0] if up else colours[1]
        name, panel = (facts.above, theme.above) if up else (facts.below, theme.below)
        look = Look(name, colour, symbol, panel, hollow, limit, sheet.speech)
        fig.add_trace(_stems(list(group), facts.scale, look))
    _dates(fig, facts, colours)
    _words(fig, facts, sheet, colours)
    keys = _keys(fig, facts, sheet)
    draw_time(fig, facts.scale, sheet, days=grave_days([s.mark for s in facts.stems]), top=HALF_PX, base=9)
    names = sheet.speech.listed("SIDES_STEPS")
    steps = [(sign * value * UNIT_PX, name) for sign in (1, -1) for value, name in zip(_STEPS, names, strict=True)]
    fig.update_yaxes(**axis(theme, range=[-HALF_PX, HALF_PX], fixedrange=True, showticklabels=not sheet.narrow,
                            tickvals=[y for y, _ in steps], ticktext=[n for _, n in steps],
                            ticklabelstandoff=6))  # fmt: skip
    return draw_sheet(fig, sheet, plot_height=2 * HALF_PX, summary=facts.summary, keys=keys,
                      above=HEADING_PX, meta={"undated": facts.undated, **time_meta(facts.scale)})  # fmt: skip


def _kind(stem: Stem) -> tuple[bool, bool, str]:
    symbol = "square" if stem.beyond else "diamond" if stem.mark.intensity > 0 else "circle"
    return stem.up, stem.mark.status != "happened", symbol


def _stems(stems: Sequence[Stem], scale: Scale, look: Look) -> go.Scatter:
    trace = marks_trace(stems, scale, look)
    trace.error_y = {
        "type": "data", "symmetric": False, "array": np.zeros(len(stems), dtype=np.uint8), "arrayminus": trace.y,
        "color": look.colour, "thickness": 1.2 if look.hollow else 2.6, "width": 0,
    }  # fmt: skip
    return trace


def _dates(fig: go.Figure, facts: SidesFacts, colours: tuple[str, str]) -> None:
    """Date lines beside the axis, each on its own side."""
    for up in (True, False):
        wide = [s for s in facts.stems if s.up is up and s.mark.end > s.mark.start]
        if wide:
            xs = [v for s in wide for v in (facts.scale.axis(s.x0), facts.scale.axis(s.x1), None)]
            ys = [v for s in wide for v in ((8, 8, None) if up else (-8, -8, None))]
            fig.add_trace(go.Scatter(x=xs, y=ys, mode="lines", hoverinfo="skip", showlegend=False, opacity=0.75,
                                     line={"width": 5, "color": colours[0 if up else 1]}))  # fmt: skip


def _links(fig: go.Figure, facts: SidesFacts, colours: tuple[str, str]) -> None:
    """Lines from what was done to its answer, in the colour of the side that answers."""
    for stated, up in ((True, True), (True, False), (False, True), (False, False)):
        colour, dash = colours[0 if up else 1], "solid" if stated else "dash"
        links = [k for k in facts.links if k.stated is stated and (k.points[-1][1] > 0) is up]
        if not links:
            continue
        xs = [v for k in links for v in (*(facts.scale.axis(x) for x, _ in k.points), None)]
        ys = [v for k in links for v in (*(y for _, y in k.points), None)]
        sizes = [v for k in links for v in (*[0] * (len(k.points) - 1), 9, 0)]
        fig.add_trace(go.Scatter(x=xs, y=ys, mode="lines+markers", hoverinfo="skip", showlegend=False,
                                 line={"color": colour, "width": 1.6, "dash": dash},
                                 marker={"symbol": "arrow", "angleref": "previous", "size": sizes,
                                         "color": colour}))  # fmt: skip


def _words(fig: go.Figure, facts: SidesFacts, sheet: Sheet, colours: tuple[str, str]) -> None:
    """Who is above and below, how long answers took, and the gravest by name where there is room."""
    theme, x = sheet.theme, facts.scale.axis
    sides = ((facts.above, HALF_PX - 3, "top", colours[0]), (facts.below, 3 - HALF_PX, "bottom", colours[1]))
    for name, y, anchor, colour in sides:
        words_at(fig, f"<b>{escape(name)}</b>", 0, y, theme, xref="paper", xanchor="left", yanchor=anchor, xshift=4,
                 font={"size": TEXT_PX, "color": colour})  # fmt: skip
    placed = place_words(facts.stems, facts.links, facts.scale, (facts.above, facts.below), HALF_PX,
                         narrow=sheet.narrow)  # fmt: skip
    for lag in placed.lags:
        words_at(fig, escape(lag.text), x(lag.x), lag.y, theme, bgcolor=theme.paper, borderpad=1)
    for label in placed.labels:
        fig.add_annotation(x=x(label.x), y=label.y, text=lines_html(label.lines), showarrow=False,
                           xshift=label.dx, yshift=label.dy, font={"size": SMALL_PX, "color": theme.text})  # fmt: skip


def _keys(fig: go.Figure, facts: SidesFacts, sheet: Sheet) -> list[str]:
    """Legend entries for the looks that are really drawn."""
    grey, say = sheet.theme.line, sheet.speech.say
    looks: list[tuple[str, dict[str, Any], bool]] = [
        (say("SIDES_BEYOND"), {"mode": "markers", "marker": {"symbol": "square", "size": 10,
         "color": grey}}, any(s.beyond for s in facts.stems)),
        (say("SIDES_COOPERATIVE"), {"mode": "markers", "marker": {"symbol": "diamond", "size": 10, "color": grey}},
         any(s.mark.intensity > 0 for s in facts.stems)),
        (say("CHART_NOT_DONE"), {"mode": "markers", "marker": {"symbol": "circle-open", "size": 10, "color": grey,
         "line": {"width": 2}}}, any(s.mark.status != "happened" for s in facts.stems)),
        (say("SIDES_DATE"), {"mode": "lines", "line": {"width": 5, "color": grey}},
         any(s.mark.end > s.mark.start for s in facts.stems)),
        (say("CHART_ANSWERS"), {"mode": "lines", "line": {"width": 1.3, "color": grey}},
         any(k.stated for k in facts.links)),
        (say("SIDES_INFERRED"), {"mode": "lines", "line": {"width": 1.3, "color": grey,
         "dash": "dash"}}, any(not k.stated for k in facts.links)),
    ]  # fmt: skip
    drawn = [(name, look) for name, look, present in looks if present]
    for rank, (name, look) in enumerate(drawn):
        fig.add_trace(legend_entry(name, legend="legend2", rank=rank + 1, **look))
    return [name for name, _ in drawn]
