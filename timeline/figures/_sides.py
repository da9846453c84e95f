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
from timeline.figures._marks import Mark, diameter, gravity, hover_limit, rung_of
from timeline.figures._place import Box, centred, first_clear, line_boxes
from timeline.figures._scale import Scale
from timeline.figures._text import escape, lines_html, text_px, wrap
from timeline.figures._time_axis import HEADING_PX, draw_time, fold_strips, grave_days, time_meta
from timeline.figures.theme import SMALL_PX, TEXT_PX

UNIT_PX = 17.0  # one point of intensity
HALF_PX = 10 * UNIT_PX + 62  # ten points, two lines of words beyond them, and the side's name
_STEPS = ((9.0, "force"), (6.5, "coercion"), (3.5, "threat"), (2.0, "words"))


class Stem(NamedTuple):
    """A mark `height` pixels above (up) or below the axis at `x`; `x0` and `x1` are the ends of its date."""

    mark: Mark
    up: bool
    x: float
    x0: float
    x1: float
    size: int

    @property
    def y(self) -> float:
        """Signed pixels from the axis."""
        return (1 if self.up else -1) * max(abs(self.mark.intensity), 0.6) * UNIT_PX


class Link(NamedTuple):
    """A response joined to what it answers, from (x0, y0) to (x1, y1)."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str


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
        aside = (step + 1) // 2 * 9 * (1 if step % 2 else -1)
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
    _links(fig, facts, sheet)
    limit = hover_limit([s.mark for s in facts.stems])
    ranked = sorted(facts.stems, key=_kind)
    for (up, hollow, friendly), group in groupby(ranked, key=_kind):
        colour = colours[0] if up else colours[1]
        name, panel = (facts.above, theme.above) if up else (facts.below, theme.below)
        look = Look(name, colour, "diamond" if friendly else "circle", panel, hollow, limit)
        fig.add_trace(_stems(list(group), facts.scale, look))
    _dates(fig, facts, colours)
    _words(fig, facts, sheet, colours)
    keys = _keys(fig, facts, sheet)
    draw_time(fig, facts.scale, sheet, days=grave_days([s.mark for s in facts.stems]), top=HALF_PX, base=9)
    steps = [(sign * value * UNIT_PX, name) for sign in (1, -1) for value, name in _STEPS]
    fig.update_yaxes(**axis(theme, range=[-HALF_PX, HALF_PX], fixedrange=True, showticklabels=not sheet.narrow,
                            tickvals=[y for y, _ in steps], ticktext=[n for _, n in steps],
                            ticklabelstandoff=6))  # fmt: skip
    return draw_sheet(fig, sheet, plot_height=2 * HALF_PX, summary=facts.summary, keys=keys,
                      above=HEADING_PX, meta={"undated": facts.undated, **time_meta(facts.scale)})  # fmt: skip


def _kind(stem: Stem) -> tuple[bool, bool, bool]:
    return stem.up, stem.mark.status != "happened", stem.mark.intensity > 0


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


def _links(fig: go.Figure, facts: SidesFacts, sheet: Sheet) -> None:
    theme = sheet.theme
    if facts.links:
        xs = [v for k in facts.links for v in (facts.scale.axis(k.x0), facts.scale.axis(k.x1), None)]
        ys = [v for k in facts.links for v in (k.y0, k.y1, None)]
        sizes = [v for _ in facts.links for v in (0, 10, 0)]
        fig.add_trace(go.Scatter(x=xs, y=ys, mode="lines+markers", hoverinfo="skip", showlegend=False,
                                 line={"color": theme.line, "width": 1.3},
                                 marker={"symbol": "arrow", "angleref": "previous", "size": sizes, "color": theme.line,
                                         "standoff": 8}))  # fmt: skip
    taken: list[Box] = []
    for k in facts.links:
        text = k.text.removeprefix("answered ") if sheet.narrow else k.text
        share = abs(k.y0) / (abs(k.y0) + abs(k.y1)) if k.y0 * k.y1 < 0 else 0.5
        x, y = k.x0 + (k.x1 - k.x0) * share, k.y0 + (k.y1 - k.y0) * share
        box = centred(x, y, text_px(text, SMALL_PX) + 8, 16)
        if text and not any(box.meets(b) for b in taken) and box.x0 >= 0 and box.x1 <= facts.scale.width:
            taken.append(box)
            words_at(fig, escape(text), facts.scale.axis(x), y, theme, bgcolor=theme.paper, borderpad=1)


def _words(fig: go.Figure, facts: SidesFacts, sheet: Sheet, colours: tuple[str, str]) -> None:
    """Who is above and below, and the gravest by name where there is room."""
    theme = sheet.theme
    sides = ((facts.above, HALF_PX - 3, "top", colours[0]), (facts.below, 3 - HALF_PX, "bottom", colours[1]))
    taken = []
    for name, y, anchor, colour in sides:
        width = text_px(name, TEXT_PX) * 1.1 + 8
        taken.append(Box(0, y - 17, width, y) if anchor == "top" else Box(0, y, width, y + 17))
        words_at(fig, f"<b>{escape(name)}</b>", 0, y, theme, xref="paper", xanchor="left", yanchor=anchor, xshift=4,
                 font={"size": TEXT_PX, "color": colour})  # fmt: skip
    taken += [centred(s.x, s.y, s.size + 2, s.size + 2) for s in facts.stems]
    taken += [Box(s.x - 2, min(0, s.y), s.x + 2, max(0, s.y)) for s in facts.stems]
    taken += [box for k in facts.links for box in line_boxes([(k.x0, k.y0), (k.x1, k.y1)], 2)]
    inside = Box(2, -HALF_PX, facts.scale.width - 2, HALF_PX)
    ranked = sorted(facts.stems, key=lambda s: (-gravity(s.mark, rung_of(s.mark)), s.mark.event_id))
    for s in ranked[: 6 if sheet.narrow else 16]:
        lines = wrap(s.mark.label, 110 if sheet.narrow else 170, SMALL_PX, 2)
        box = first_clear(_spots(s, lines), taken, inside)
        if box:
            taken.append(box)
            fig.add_annotation(x=facts.scale.axis(s.x), y=s.y, text=lines_html(lines), showarrow=False,
                               xshift=round((box.x0 + box.x1) / 2 - s.x), yshift=round((box.y0 + box.y1) / 2 - s.y),
                               font={"size": SMALL_PX, "color": theme.text})  # fmt: skip


def _spots(stem: Stem, lines: Sequence[str]) -> list[Box]:
    """Places for a stem's words: beyond its mark, then beside it."""
    width, height = max(text_px(t, SMALL_PX) for t in lines) + 4, 14 * len(lines)
    away = stem.y + (1 if stem.up else -1) * (stem.size / 2 + 4 + height / 2)
    aside = stem.size / 2 + 4 + width / 2
    shifts = (0.0, 0.35, -0.35, 0.47, -0.47)
    return [centred(stem.x + shift * width, away, width, height) for shift in shifts] + [
        centred(stem.x + way * aside, stem.y, width, height) for way in (1, -1)
    ]


def _keys(fig: go.Figure, facts: SidesFacts, sheet: Sheet) -> list[str]:
    """Legend entries for the looks that are really drawn."""
    grey = sheet.theme.line
    looks: list[tuple[str, dict[str, Any], bool]] = [
        ("cooperative", {"mode": "markers", "marker": {"symbol": "diamond", "size": 10, "color": grey}},
         any(s.mark.intensity > 0 for s in facts.stems)),
        ("alleged or not done", {"mode": "markers", "marker": {"symbol": "circle-open", "size": 10, "color": grey,
         "line": {"width": 2}}}, any(s.mark.status != "happened" for s in facts.stems)),
        ("date on the axis: somewhere in the bar", {"mode": "lines", "line": {"width": 5, "color": grey}},
         any(s.mark.end > s.mark.start for s in facts.stems)),
        ("answers", {"mode": "lines", "line": {"width": 1.3, "color": grey}}, bool(facts.links)),
    ]  # fmt: skip
    drawn = [(name, look) for name, look, present in looks if present]
    for rank, (name, look) in enumerate(drawn):
        fig.add_trace(legend_entry(name, legend="legend2", rank=rank + 1, **look))
    return [name for name, _ in drawn]
