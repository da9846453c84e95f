"""The density image: how many events in each lane and stretch of time, at one small size for any archive."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go

from timeline.figures._layout import Sheet, axis, draw_sheet, empty_figure, make_sheet, new_figure
from timeline.figures._marks import day_number, words
from timeline.figures._scale import DAY_MS
from timeline.figures._text import escape, label_html, span_text
from timeline.figures._time_axis import HOVER_DAY, day_axis
from timeline.figures.theme import SMALL_PX, TEXT_PX
from timeline.speech import Speech
from timeline.words import ENGLISH

_MOST_LANES, _MOST_BINS = 20, 800
_TOP = 254  # of a byte; 255 is "/" in base64, which Plotly writes as six characters


class DensityFacts(NamedTuple):
    """Counts by lane (bottom to top) and bin; `start` is the first bin's day, `days` a bin's width."""

    lanes: tuple[str, ...]
    counts: npt.NDArray[np.int64]
    start: float
    days: float
    summary: str


def density_figure(
    density: pd.DataFrame,
    *,
    title: str,
    subtitle: str = "",
    lane: str = "",
    dark: bool = False,
    narrow: bool = False,
    width: int | None = None,
    footer: str = "",
    language: str = ENGLISH,
) -> go.Figure:
    """Draw the frame of `queries.density` (lane, bin_start, bin_end, n) as one image; `lane` says what a lane is."""
    reading = subtitle or Speech(language).say("DENSITY_READING_DARK" if dark else "DENSITY_READING")
    sheet = make_sheet(title, reading, footer, dark=dark, narrow=narrow, width=width, left=158, language=language)
    if narrow:
        sheet = sheet._replace(left=104)
    facts = density_facts(density, sheet.speech, lane=lane or sheet.speech.table("LANES")["initiator"].lower())
    if facts is None:
        return empty_figure(sheet, sheet.speech.say("CHART_NONE_MATCHES"))
    return _draw(facts, sheet)


def density_facts(density: pd.DataFrame, speech: Speech, *, lane: str) -> DensityFacts | None:
    """Lay the counts on a regular grid; lanes beyond the readable number are added up."""
    cells: list[tuple[str, int, int, int]] = []
    for row in density.to_dict("records"):
        start, end = day_number(row["bin_start"]), day_number(row["bin_end"])
        if start is not None and end is not None:
            # `bin_end` is the last day of a stretch, not the first of the next.
            cells.append((words(row["lane"]) or speech.say("CHART_UNNAMED"), start, max(end, start) + 1, int(row["n"])))
    if not cells:
        return None
    totals: dict[str, int] = defaultdict(int)
    for name, _, _, n in cells:
        totals[name] += n
    ranked = sorted(totals, key=lambda k: (-totals[k], k))
    order = ranked if len(ranked) <= _MOST_LANES else [*ranked[: _MOST_LANES - 1], speech.say("CHART_OTHERS")]
    first, last = min(c[1] for c in cells), max(c[2] for c in cells)
    # All are as long but the last, which may be cut.
    days = max(float(max(end - start for _, start, end, _ in cells)), (last - first) / _MOST_BINS)
    bins = int((last - first - 1) // days) + 1
    counts = np.zeros((len(order), bins), dtype=np.int64)
    rows = {name: len(order) - 1 - i for i, name in enumerate(order)}
    for name, start, _, n in cells:
        counts[rows.get(name, 0), int((start - first) // days)] += n
    busiest = ", ".join(f"{name} {speech.numeral(totals[name])}" for name in ranked[:3])
    summary = speech.say("DENSITY_SUMMARY", events=speech.count("EVENT_NOUN", sum(totals.values())), lane=lane,
                         span=span_text(first, last - 1, speech), busiest=busiest)  # fmt: skip
    return DensityFacts(tuple(reversed(order)), counts, first, days, summary)


def _draw(facts: DensityFacts, sheet: Sheet) -> go.Figure:
    fig, theme = new_figure(), sheet.theme
    high = int(facts.counts.max())
    # One byte a cell whatever the counts: the logarithm, so that a single event still shows beside thousands.
    shade = np.ceil(_TOP * np.log1p(facts.counts) / np.log1p(max(high, 1))).astype(np.uint8)
    # A power of ten close under the highest count would be written into it.
    steps = sorted({1, *(10**p for p in range(1, 8) if 2.5 * 10**p < high), high})
    # Counts for the pointer in two bytes a cell: tens or hundreds where single events would not fit.
    zeros = len(str(high // 60_000)) if high > 60_000 else 0
    shown = (facts.counts // 10**zeros).astype(np.uint16)
    n, speech = ("%{customdata}" + "0" * zeros if zeros else "%{customdata:,}"), sheet.speech
    told = escape(speech.say("DENSITY_HOVER_ABOUT" if zeros else "DENSITY_HOVER", n=n, day=HOVER_DAY))
    names = [label_html(name, sheet.left - 10, SMALL_PX if sheet.narrow else TEXT_PX) for name in facts.lanes]
    fig.add_trace(go.Heatmap(
        z=shade, zmin=0, zmax=_TOP, x0=(facts.start + facts.days / 2) * DAY_MS, dx=facts.days * DAY_MS,
        y0=0, dy=1, customdata=shown, ygap=3, hoverongaps=False,
        hovertemplate=told + "<extra></extra>",
        colorscale=[[0, theme.panel], [0.002, theme.heat[1]], *([i / 3, c] for i, c in enumerate(theme.heat[2:], 1))],
        colorbar={"orientation": "h", "thickness": 10, "len": 0.4 if not sheet.narrow else 0.9, "x": 0,
                  "xanchor": "left",
                  "y": 0, "yanchor": "top", "ypad": 30, "outlinewidth": 0, "ticks": "",
                  "tickvals": [_TOP * np.log1p(s) / np.log1p(max(high, 1)) for s in steps],
                  "ticktext": [speech.numeral(s) for s in steps], "tickangle": 0,
                  "tickfont": {"size": SMALL_PX, "color": theme.muted},
                  "title": {"text": speech.say("DENSITY_AXIS"), "side": "right",
                            "font": {"size": SMALL_PX, "color": theme.muted}}},
    ))  # fmt: skip
    height = max(len(names) * (30 if sheet.narrow or any("<br>" in name for name in names) else 24), 90)
    end = facts.start + facts.days * facts.counts.shape[1]
    fig.update_xaxes(**day_axis(sheet, facts.start, end))
    fig.update_yaxes(**axis(
        theme, range=[-0.5, len(names) - 0.5], tickvals=list(range(len(names))), ticktext=names, fixedrange=True,
        ticklabelstandoff=6,
        tickfont={"size": SMALL_PX if sheet.narrow else TEXT_PX, "color": theme.text},
    ))  # fmt: skip
    return draw_sheet(fig, sheet, plot_height=height, summary=facts.summary, above=4, below=74)
