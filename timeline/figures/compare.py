"""Several actors on one axis of time: a lane each, bars of the same scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from timeline.figures._layout import Sheet, axis, draw_sheet, empty_figure, make_sheet, new_figure, words_at
from timeline.figures._marks import day_number
from timeline.figures._scale import DAY_MS
from timeline.figures._text import cut, escape, label_html, span_text
from timeline.figures._time_axis import HOVER_DAY, day_axis
from timeline.figures.theme import TEXT_PX
from timeline.speech import Speech
from timeline.words import ENGLISH

_LANE_PX = 84.0


class CompareFacts(NamedTuple):
    """Hostility of each actor (name) in stretches of `days` days from `start`."""

    lanes: tuple[tuple[str, tuple[float, ...]], ...]
    start: int
    days: int
    summary: str


def compare_figure(
    series: pd.DataFrame,
    *,
    title: str,
    names: Mapping[str, str] | None = None,
    subtitle: str = "",
    dark: bool = False,
    narrow: bool = False,
    width: int | None = None,
    footer: str = "",
    language: str = ENGLISH,
) -> go.Figure:
    """Draw the frame of `queries.actor_series`; `names` gives the actors, by id, in the order of their lanes."""
    reading = subtitle or Speech(language).say("COMPARE_READING")
    sheet = make_sheet(title, reading, footer, dark=dark, narrow=narrow, width=width, left=158, language=language)
    facts = compare_facts(series, names or {}, sheet.speech)
    if facts is None:
        return empty_figure(sheet, sheet.speech.say("COMPARE_NONE"))
    return _draw(facts, sheet)


def compare_facts(series: pd.DataFrame, names: Mapping[str, str], speech: Speech) -> CompareFacts | None:
    """A regular grid for every actor asked for, those without an act too."""
    rows = [
        (str(row["actor_id"]), start, end, float(row["hostility"]))
        for row in series.to_dict("records")
        if (start := day_number(row["bin_start"])) is not None and (end := day_number(row["bin_end"])) is not None
    ]
    if not rows:
        return None
    first, last = min(r[1] for r in rows), max(r[2] for r in rows)
    days = max(end - start + 1 for _, start, end, _ in rows)
    size = (last - first) // days + 1
    grid = {actor_id: np.zeros(size) for actor_id in names or dict.fromkeys(r[0] for r in rows)}
    for actor_id, start, _, hostility in rows:
        if actor_id in grid:
            grid[actor_id][(start - first) // days] += hostility
    lanes = tuple((names.get(key, key), tuple(map(float, sums))) for key, sums in grid.items())
    told = "; ".join(f"{name} {speech.decimal(sum(sums))}" for name, sums in lanes)
    summary = speech.say("COMPARE_SUMMARY", span=span_text(first, last, speech), told=told)
    return CompareFacts(lanes, first, days, summary)


def _draw(facts: CompareFacts, sheet: Sheet) -> go.Figure:
    fig, theme = new_figure(), sheet.theme
    high = max(max(sums) for _, sums in facts.lanes) or 1.0
    tops = [(len(facts.lanes) - i) * (_LANE_PX + 4) - 4 for i in range(len(facts.lanes))]
    for place, ((name, sums), top) in enumerate(zip(facts.lanes, tops, strict=True)):
        base = top - _LANE_PX
        fig.add_shape(type="rect", xref="paper", x0=0, x1=1, y0=base, y1=top, fillcolor=theme.panel, layer="below",
                      line={"width": 0})  # fmt: skip
        heights = np.array([value / high * (_LANE_PX - 18) for value in sums], dtype=np.float32)
        fig.add_trace(go.Bar(
            x0=(facts.start + facts.days / 2) * DAY_MS, dx=facts.days * DAY_MS, y=heights, base=base,
            width=facts.days * DAY_MS * 0.88, showlegend=False, customdata=np.round(sums, 1).astype(np.float32),
            marker={"color": theme.actors[place % len(theme.actors)]},
            hovertemplate=escape(sheet.speech.say("COMPARE_HOVER", name=name, n="%{customdata:,}", day=HOVER_DAY))
            + "<extra></extra>",
        ))  # fmt: skip
        if sheet.narrow:
            words_at(fig, escape(cut(name, 30)), 0, top - 1, theme, xref="paper", xanchor="left", yanchor="top",
                     xshift=4)  # fmt: skip
    fig.update_layout(barmode="overlay")
    _axes(fig, facts, sheet, tops)
    return draw_sheet(fig, sheet, plot_height=tops[0], summary=facts.summary, above=4)


def _axes(fig: go.Figure, facts: CompareFacts, sheet: Sheet, tops: Sequence[float]) -> None:
    end = facts.start + facts.days * len(facts.lanes[0][1])
    fig.update_xaxes(**day_axis(sheet, facts.start, end))
    fig.update_yaxes(**axis(sheet.theme, range=[0, tops[0]], fixedrange=True, showticklabels=not sheet.narrow,
                            tickvals=[top - _LANE_PX / 2 for top in tops], ticklabelstandoff=8,
                            ticktext=[label_html(name, sheet.left - 14, TEXT_PX) for name, _ in facts.lanes],
                            tickfont={"size": TEXT_PX, "color": sheet.theme.text}))  # fmt: skip
