"""The time brush: how many events fall on each stretch of time, and which window of it is being looked at."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from timeline.figures._layout import axis, draw_sheet, empty_figure, heights, make_sheet, new_figure
from timeline.figures._marks import day_number
from timeline.figures._scale import DAY_MS
from timeline.figures._text import escape, span_text
from timeline.figures._time_axis import HOVER_DAY, day_axis
from timeline.figures.theme import fade
from timeline.speech import Speech
from timeline.words import ENGLISH

_HEIGHT = 84.0


def brush_figure(
    times: pd.DataFrame,
    *,
    title: str,
    window: tuple[date | None, date | None] = (None, None),
    subtitle: str = "",
    dark: bool = False,
    narrow: bool = False,
    width: int | None = None,
    footer: str = "",
    language: str = ENGLISH,
) -> go.Figure:
    """Draw a frame of stretches (bin_start, bin_end, n), those outside `window` faint; an open end is None."""
    # A finger draws no boxes: it steps.
    speech = Speech(language)
    reading = subtitle or speech.say("BRUSH_READING_NARROW" if narrow else "BRUSH_READING")
    sheet = make_sheet(title, reading, footer, dark=dark, narrow=narrow, width=width, left=40, language=language)
    bars = brush_bars(times, window)
    if not bars:
        return empty_figure(sheet, speech.say("BRUSH_NONE"))
    fig, theme = new_figure(), sheet.theme
    first, last = min(b[0] for b in bars), max(b[0] + b[1] for b in bars)
    fig.add_trace(go.Bar(
        x=np.array([(start + days / 2) * DAY_MS for start, days, *_ in bars], dtype=np.float64),
        y=np.array([n for *_, n, _ in bars], dtype=np.uint32), width=[days * DAY_MS * 0.9 for _, days, *_ in bars],
        showlegend=False,
        hovertemplate=escape(speech.say("BRUSH_HOVER", n="%{y:,}", day=HOVER_DAY)) + "<extra></extra>",
        marker={"color": [theme.actors[0] if inside else fade(theme.other, theme.paper, 0.55)
                          for *_, inside in bars]},
    ))  # fmt: skip
    start, end = _days(window)
    if start is not None or end is not None:
        edges = {"x0": max(start or first, first) * DAY_MS, "x1": (min(end, last) + 1 if end else last) * DAY_MS}
        fig.add_shape(type="rect", yref="paper", y0=0, y1=1, **edges, fillcolor=theme.above, layer="below",
                      line={"width": 1.5, "color": theme.actors[0]})  # fmt: skip
    high = max(n for *_, n, _ in bars)
    air = max((last - first) * 0.01, 1)
    fig.update_xaxes(**day_axis(sheet, first - air, last + air))
    # Within the plot the number of the tallest bar stands above it.
    fig.update_yaxes(**axis(theme, range=[0, high * (1.3 if narrow else 1.1)], fixedrange=True, **heights(sheet),
                            tickvals=[0, high], ticktext=["0", speech.numeral(high)]))  # fmt: skip
    told = {"events": speech.count("EVENT_NOUN", sum(n for *_, n, _ in bars)),
            "span": span_text(first, last - 1, speech)}  # fmt: skip
    chosen = speech.numeral(sum(n for *_, n, inside in bars if inside))
    windowed = start is not None or end is not None
    summary = speech.say("BRUSH_SUMMARY_CHOSEN" if windowed else "BRUSH_SUMMARY", **told, n=chosen)
    return draw_sheet(fig, sheet, plot_height=_HEIGHT, summary=summary, above=4)


def brush_bars(times: pd.DataFrame, window: tuple[date | None, date | None]) -> list[tuple[int, int, int, bool]]:
    """First day, days and events of each stretch, and whether any of it lies in the window."""
    low, high = _days(window)
    bars = []
    for row in times.to_dict("records"):
        start, end = day_number(row["bin_start"]), day_number(row["bin_end"])
        if start is not None and end is not None:
            inside = (low is None or end >= low) and (high is None or start <= high)
            bars.append((start, end - start + 1, int(row["n"]), inside))
    return bars


def _days(window: tuple[date | None, date | None]) -> tuple[int | None, int | None]:
    return day_number(window[0]), day_number(window[1])
