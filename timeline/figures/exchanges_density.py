"""Exchanges too many for single marks: how hostile each stretch of time was, one way above, the other below."""

from __future__ import annotations

from math import floor, log10
from typing import NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from timeline.figures._layout import Sheet, axis, draw_sheet, empty_figure, heights, make_sheet, new_figure, words_at
from timeline.figures._marks import day_number
from timeline.figures._scale import DAY_MS
from timeline.figures._text import escape, span_text
from timeline.figures._time_axis import HOVER_DAY, day_axis
from timeline.figures.theme import SMALL_PX, TEXT_PX
from timeline.speech import Speech
from timeline.words import ENGLISH

_HALF_PX = 190.0


class Bars(NamedTuple):
    """Stretches of equal width from `start` (a day); a side's sums and counts in them."""

    start: float
    days: float
    one: tuple[float, ...]
    other: tuple[float, ...]
    n_one: tuple[int, ...]
    n_other: tuple[int, ...]
    summary: str


def exchanges_density_figure(
    density: pd.DataFrame,
    *,
    title: str,
    one: str = "",
    other: str = "",
    subtitle: str = "",
    dark: bool = False,
    narrow: bool = False,
    width: int | None = None,
    footer: str = "",
    language: str = ENGLISH,
) -> go.Figure:
    """Draw the frame of `queries.pair_density`."""
    reading = subtitle or Speech(language).say("EXCHANGES_DENSITY_READING")
    sheet = make_sheet(title, reading, footer, dark=dark, narrow=narrow, width=width, left=70, language=language)
    speech = sheet.speech
    one, other = one or speech.say("SIDES_ONE"), other or speech.say("SIDES_OTHER")
    facts = bars_of(density, speech, one=one, other=other)
    if facts is None:
        return empty_figure(sheet, speech.say("EXCHANGES_NONE"))
    return _draw(facts, sheet, one, other)


def _draw(facts: Bars, sheet: Sheet, one: str, other: str) -> go.Figure:
    fig, theme, speech, narrow = new_figure(), sheet.theme, sheet.speech, sheet.narrow
    high = max(*facts.one, *facts.other, 1.0)
    unit = (_HALF_PX - 24) / high
    fig.update_layout(bargap=0.1, barmode="overlay", shapes=[
        {"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "y0": y0, "y1": y1, "fillcolor": fill, "layer": "below",
         "line": {"width": 0}} for y0, y1, fill in ((2, _HALF_PX, theme.above), (-_HALF_PX, -2, theme.below))
    ])  # fmt: skip
    sides = (
        (1, facts.one, facts.n_one, one, theme.actors[0]),
        (-1, facts.other, facts.n_other, other, theme.actors[1]),
    )
    for sign, sums, counts, name, colour in sides:
        fig.add_trace(go.Bar(
            x0=(facts.start + facts.days / 2) * DAY_MS, dx=facts.days * DAY_MS, width=facts.days * DAY_MS * 0.9,
            y=np.array([sign * value * unit for value in sums], dtype=np.float32),
            customdata=np.array(counts, dtype=np.uint32), showlegend=False, marker={"color": colour},
            hovertemplate=escape(speech.say("EXCHANGES_DENSITY_HOVER", name=name, n="%{customdata:,}", day=HOVER_DAY))
            + "<extra></extra>",
        ))  # fmt: skip
        acts = f"<b>{escape(speech.say('SIDES_ACTS', name=name))}</b>"
        words_at(fig, acts, 0, sign * (_HALF_PX - 3), theme, xref="paper", xanchor="left",
                 yanchor="top" if sign > 0 else "bottom", xshift=4,
                 font={"size": TEXT_PX, "color": colour})  # fmt: skip
    end = facts.start + facts.days * len(facts.one)
    fig.update_xaxes(**day_axis(sheet, facts.start, end))
    step = _round_step(high)
    ticks = [sign * step * n for sign in (1, -1) for n in range(1, int(high / step) + 1)]
    fig.update_yaxes(**axis(theme, range=[-_HALF_PX, _HALF_PX], fixedrange=True, **heights(sheet),
                            tickvals=[t * unit for t in ticks], ticktext=[speech.numeral(round(abs(t))) for t in ticks],
                            title={"text": "" if narrow else speech.say("CHART_HOSTILITY"),
                                   "font": {"size": SMALL_PX, "color": theme.muted}}))  # fmt: skip
    return draw_sheet(fig, sheet, plot_height=2 * _HALF_PX, summary=facts.summary, above=4)


def _round_step(high: float) -> float:
    """The largest of 1, 2, 5, 10, 20 ... that fits twice below the highest bar; 1 where none does."""
    size = 10.0 ** floor(log10(high))
    return max(1.0, next(size * share for share in (5, 2, 1, 0.5) if 2 * size * share <= high))


def bars_of(density: pd.DataFrame, speech: Speech, *, one: str, other: str) -> Bars | None:
    """Lay the sums on a regular grid; an act of both sides at once counts for either."""
    rows = [
        (first, end, str(row["direction"]), int(row["n"]), float(row["hostility"]))
        for row in density.to_dict("records")
        if (first := day_number(row["bin_start"])) is not None and (end := day_number(row["bin_end"])) is not None
    ]
    if not rows:
        return None
    start, last = min(r[0] for r in rows), max(r[1] for r in rows)
    days = float(max(end - first + 1 for first, end, *_ in rows))
    size = int((last - start) // days) + 1
    sums, counts = np.zeros((2, size)), np.zeros((2, size), dtype=np.int64)
    for first, _, way, n, hostility in rows:
        for side, ways in enumerate((("forth", "both"), ("back", "both"))):
            if way in ways:
                sums[side, int((first - start) // days)] += hostility
                counts[side, int((first - start) // days)] += n
    totals = [speech.count("ACT_NOUN", int(total)) for total in counts.sum(axis=1)]
    summary = speech.say(
        "EXCHANGES_DENSITY_SUMMARY", span=span_text(start, last, speech), days=speech.count("DAY_NOUN", int(days)),
        up=totals[0], one=one, down=totals[1], other=other,
    )  # fmt: skip
    one_sums, other_sums = (tuple(map(float, side)) for side in sums)
    n_one, n_other = (tuple(map(int, side)) for side in counts)
    return Bars(start, days, one_sums, other_sums, n_one, n_other, summary)
