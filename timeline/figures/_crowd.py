"""Where single marks would cover one another: bars that count events by stretch of time, stacked by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import plotly.graph_objects as go

from timeline.figures._place import Packed
from timeline.figures._scale import Scale
from timeline.figures._text import escape
from timeline.figures.theme import Theme
from timeline.speech import Speech

# Pixels a band of bars is high, and a bar is wide.
CROWD_PX, _BAR_PX = 64, 7
# Under this share of their full height rows of marks cover one another by half.
_LEAST_SQUEEZE = 0.55
# Pixels of a single event, so that it is seen beside hundreds.
_LEAST_PX = 1.5


class Bar(NamedTuple):
    """Events of one kind in one stretch of time, from x0 to x1 and y0 to y1 pixels."""

    x0: float
    x1: float
    y0: float
    y1: float
    kind: str
    events: int


def is_crowded(packed: Packed) -> bool:
    """Whether marks packed like this cover one another so far that they can be neither seen nor hit."""
    return packed.squeeze < _LEAST_SQUEEZE


def reading(most: int, speech: Speech) -> str:
    """What is added to the line that says how to read a chart, where its fullest stretch has `most` events."""
    return " " + speech.say("CHART_CROWDED", events=speech.count("EVENT_NOUN", most))


def tallest(bands: Iterable[Sequence[float]]) -> int:
    """Events of the fullest stretch of all bands, each given by its marks' pixels: bars of all share one scale."""
    return max((max(Counter(int(x // _BAR_PX) for x in band).values()) for band in bands if band), default=1)


def stack_bars(marks: Sequence[tuple[float, str]], kinds: Sequence[str], *, base: float, most: int) -> tuple[Bar, ...]:
    """Bars from `base` upwards for marks given as pixels and kind, stacked in the order of `kinds`.

    `most` events are CROWD_PX high.
    """
    counts = Counter((int(x // _BAR_PX), kind) for x, kind in marks)
    bars: list[Bar] = []
    for step in sorted({step for step, _ in counts}):
        low = base
        for kind in kinds:
            events = counts.get((step, kind), 0)
            if events:
                high = low + max(events / most * CROWD_PX, _LEAST_PX)
                bars.append(Bar(step * _BAR_PX, (step + 1) * _BAR_PX, low, high, kind, events))
                low = high
    return tuple(bars)


def draw_bars(fig: go.Figure, bars: Sequence[Bar], colours: Mapping[str, str], scale: Scale, theme: Theme) -> None:
    """One trace a kind, in the colour that the legend gives it."""
    for kind in dict.fromkeys(bar.kind for bar in bars):
        mine = [bar for bar in bars if bar.kind == kind]
        edges = [(scale.axis(bar.x0), scale.axis(bar.x1)) for bar in mine]
        fig.add_trace(go.Bar(
            x=np.array([(a + b) / 2 for a, b in edges], dtype=np.float32),
            width=[round((b - a) * 0.9, 2) for a, b in edges],
            base=[round(bar.y0, 1) for bar in mine],
            y=np.array([bar.y1 - bar.y0 for bar in mine], dtype=np.float32),
            # Counts, not sentences: with 2,000 events a chart has hundreds of bars.
            text=[bar.events for bar in mine], textposition="none",
            hovertemplate=f"{escape(kind)}: %{{text}}<extra></extra>",
            name=escape(kind), legendgroup=escape(kind), showlegend=False,
            marker={"color": colours[kind], "line": {"width": 0.6, "color": theme.paper}},
        ))  # fmt: skip
    if bars:
        fig.update_layout(barmode="overlay")
