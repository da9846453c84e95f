"""Hostility over time and its phases: bars a week, a band and a level for each, a person's marked as theirs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from timeline.figures._ink import legend_entry
from timeline.figures._layout import Sheet, axis, draw_sheet, empty_figure, heights, make_sheet, new_figure, words_at
from timeline.figures._marks import day_number, number
from timeline.figures._scale import DAY_MS
from timeline.figures._text import cut, escape, span_text, text_px
from timeline.figures._time_axis import HOVER_DAY, day_axis
from timeline.figures.theme import SMALL_PX, TEXT_PX
from timeline.speech import Speech
from timeline.words import ENGLISH

_HEIGHT = 190.0
# The longest name beside a number, and the pixels around both.
_MOST_LETTERS, _AIR_PX = 28, 10
# Phases of which the summary tells.
_MOST_TOLD = 8


class Band(NamedTuple):
    """One phase: its days, both inclusive, its hostility a week, what it is called and whether a person set it."""

    number: int
    start: int
    end: int
    per_week: float
    name: str = ""
    decided: bool = False


class PhaseFacts(NamedTuple):
    """Bars as (first day, days, hostility a week, with force), and the phases that reach among them."""

    bars: tuple[tuple[int, int, float, bool], ...]
    bands: tuple[Band, ...]
    first: int
    last: int
    summary: str


def phases_figure(
    heat: pd.DataFrame,
    phases: pd.DataFrame,
    *,
    title: str,
    subtitle: str = "",
    dark: bool = False,
    narrow: bool = False,
    width: int | None = None,
    footer: str = "",
    language: str = ENGLISH,
) -> go.Figure:
    """Draw the frames of `queries.heat` and `queries.list_phases`."""
    reading = subtitle or Speech(language).say("PHASES_READING")
    sheet = make_sheet(title, reading, footer, dark=dark, narrow=narrow, width=width, left=70, language=language)
    facts = phase_facts(heat, phases, sheet.speech)
    if facts is None:
        return empty_figure(sheet, sheet.speech.say("PHASES_NONE"))
    return _draw(facts, sheet)


def phase_facts(heat: pd.DataFrame, phases: pd.DataFrame, speech: Speech) -> PhaseFacts | None:
    """Bars a week, and the phases cut to the time they cover; None without hostility."""
    bars = []
    for row in heat.to_dict("records"):
        start, end = day_number(row["bin_start"]), day_number(row["bin_end"])
        if start is not None and end is not None and row["hostility"] > 0:
            days = end - start + 1
            bars.append((start, days, number(row["hostility"]) * 7 / days, bool(row["force"])))
    if not bars:
        return None
    first, last = min(b[0] for b in bars), max(b[0] + b[1] - 1 for b in bars)
    bands = []
    for row in phases.to_dict("records"):
        start, end = day_number(row["date_start"]), day_number(row["date_end"])
        if start is not None and end is not None and start <= last and end >= first:
            bands.append(
                Band(
                    number=int(row["number"]),
                    start=max(start, first),
                    end=min(end, last),
                    per_week=number(row["per_week"]),
                    name=str(row["name"]),
                    decided=bool(row["decision_id"]),
                )
            )
    return PhaseFacts(tuple(sorted(bars)), tuple(bands), first, last, _summary(bands, first, last, speech))


def _summary(bands: Sequence[Band], first: int, last: int, speech: Speech) -> str:
    told = "; ".join(_band_words(band, speech) for band in bands[:_MOST_TOLD])
    more = f" {speech.say('PHASES_MORE', n=len(bands) - _MOST_TOLD)}" if len(bands) > _MOST_TOLD else ""
    listed = f" {speech.say('PHASES_SUMMARY_EACH', told=told + more)}" if bands else ""
    phases = speech.count("PHASE_NOUN", len(bands))
    return speech.say("PHASES_SUMMARY", span=span_text(first, last, speech), phases=phases) + listed


def _band_words(band: Band, speech: Speech) -> str:
    name = f" {cut(band.name, _MOST_LETTERS)}" if band.name else ""
    by = f", {speech.say('PHASES_BY_PERSON')}" if band.decided else ""
    rate = speech.say("PHASES_RATE", n=speech.decimal(band.per_week))
    return speech.of(f"{band.number}{name}, {span_text(band.start, band.end, speech)}", rate + by)


def _draw(facts: PhaseFacts, sheet: Sheet) -> go.Figure:
    fig, theme = new_figure(), sheet.theme
    top = max(max(b[2] for b in facts.bars), *(b.per_week for b in facts.bands), 1.0) * 1.2
    shapes: list[dict[str, Any]] = []
    for place, band in enumerate(facts.bands):
        x0, x1 = band.start * DAY_MS, (band.end + 1) * DAY_MS
        shapes.append({"type": "rect", "x0": x0, "x1": x1, "y0": 0, "y1": top, "layer": "below", "line": {"width": 0},
                       "fillcolor": theme.panel if place % 2 else theme.below})  # fmt: skip
        shapes.append({"type": "line", "x0": x0, "x1": x1, "y0": band.per_week, "y1": band.per_week,
                       "line": {"width": 2, "color": theme.text, "dash": "dot"}})  # fmt: skip
        if band.decided:
            shapes.append({"type": "line", "x0": x0, "x1": x1, "y0": top, "y1": top,
                           "line": {"width": 5, "color": theme.text}})  # fmt: skip
        room = (x1 - x0) / ((facts.last - facts.first + 1) * DAY_MS) * sheet.plot_width
        if room >= text_px(str(band.number), TEXT_PX) + 2:
            words_at(fig, _title(band, room), (x0 + x1) / 2, top, theme, yanchor="top", yshift=-3,
                     font={"size": TEXT_PX})  # fmt: skip
    fig.update_layout(shapes=shapes, bargap=0, barmode="overlay")
    for force in (True, False):
        _bars(fig, [b for b in facts.bars if b[3] is force], sheet, force=force)
    air = max((facts.last - facts.first) * 0.01, 3)
    fig.update_xaxes(**day_axis(sheet, facts.first - air, facts.last + 1 + air))
    fig.update_yaxes(**axis(theme, range=[0, top], fixedrange=True, nticks=4, showgrid=True, rangemode="tozero",
                            **heights(sheet),
                            title={"text": "" if sheet.narrow else sheet.speech.say("PHASES_AXIS"),
                                   "font": {"size": SMALL_PX, "color": theme.muted}}))  # fmt: skip
    return draw_sheet(fig, sheet, plot_height=_HEIGHT, summary=facts.summary, keys=_keys(fig, facts, sheet), above=4)


def _title(band: Band, room: float) -> str:
    """The number, and the name where it fits."""
    name = cut(band.name, _MOST_LETTERS)
    fits = name and text_px(f"{band.number} {name}", TEXT_PX) + _AIR_PX <= room
    return f"<b>{band.number}</b> {escape(name)}" if fits else f"<b>{band.number}</b>"


def _bars(fig: go.Figure, bars: Sequence[tuple[int, int, float, bool]], sheet: Sheet, *, force: bool) -> None:
    if not bars:
        return
    colour = sheet.theme.levels[-1]
    fig.add_trace(go.Bar(
        x=np.array([(start + days / 2) * DAY_MS for start, days, *_ in bars], dtype=np.float64),
        y=np.array([b[2] for b in bars], dtype=np.float32), width=[b[1] * DAY_MS * 0.86 for b in bars],
        showlegend=False,
        hovertemplate=escape(sheet.speech.say("PHASES_HOVER", n="%{y:,.1f}", day=HOVER_DAY)) + "<extra></extra>",
        marker={"color": colour if force else sheet.theme.paper, "line": {"width": 1.4, "color": colour}},
    ))  # fmt: skip


def _keys(fig: go.Figure, facts: PhaseFacts, sheet: Sheet) -> list[str]:
    colour, square = sheet.theme.levels[-1], {"size": 11, "line": {"width": 1.5}}
    say = sheet.speech.say
    drawn = {force for *_, force in facts.bars}
    looks: list[tuple[str, dict[str, Any], bool]] = [
        (say("PHASES_FORCE"), {"mode": "markers", "marker": square | {"symbol": "square", "color": colour}},
         True in drawn),
        (say("PHASES_NO_FORCE"), {"mode": "markers", "marker": square | {"symbol": "square-open", "color": colour}},
         False in drawn),
        (say("PHASES_AVERAGE"), {"mode": "lines", "line": {"width": 2, "color": sheet.theme.text, "dash": "dot"}},
         bool(facts.bands)),
        (say("PHASES_BY_PERSON"), {"mode": "lines", "line": {"width": 5, "color": sheet.theme.text}},
         any(band.decided for band in facts.bands)),
    ]  # fmt: skip
    names = [(name, look) for name, look, present in looks if present]
    for rank, (name, look) in enumerate(names):
        fig.add_trace(legend_entry(name, legend="legend2", rank=rank + 1, **look))
    return [name for name, _ in names]
