"""How fast answers came: their lags in steps that widen, one side's above, the other's below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from timeline.figures._ink import legend_entry
from timeline.figures._layout import Sheet, axis, draw_sheet, empty_figure, make_sheet, new_figure, words_at
from timeline.figures._marks import number, words
from timeline.figures._text import escape
from timeline.figures.theme import SMALL_PX, TEXT_PX
from timeline.speech import Speech
from timeline.words import ENGLISH

# The last day of each step: a step is about twice as wide as the one before; what takes longer is one more.
STEPS = (0, 1, 3, 7, 14, 30, 90)
_HALF_PX = 74.0


class LagFacts(NamedTuple):
    """Answers by step: (stated, inferred) of each side."""

    one: tuple[tuple[int, int], ...]
    other: tuple[tuple[int, int], ...]
    summary: str


def lags_figure(
    responses: pd.DataFrame,
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
    """Draw the lags of `queries.pair_responses`; links whose lag is unknown are not drawn."""
    reading = subtitle or Speech(language).say("LAGS_READING")
    sheet = make_sheet(title, reading, footer, dark=dark, narrow=narrow, width=width, left=70, language=language)
    one, other = one or sheet.speech.say("SIDES_ONE"), other or sheet.speech.say("SIDES_OTHER")
    facts = lag_facts(responses, sheet.speech, one=one, other=other)
    if facts is None:
        return empty_figure(sheet, sheet.speech.say("LAGS_NONE"))
    return _draw(facts, sheet, one, other)


def step_names(speech: Speech, *, short: bool = False) -> tuple[str, ...]:
    """What the steps are called."""
    first = speech.listed("LAGS_FIRST_STEPS_SHORT" if short else "LAGS_FIRST_STEPS")
    spans = [f"{low + 1}–{high}" for low, high in pairwise(STEPS[1:])]
    return (*first, *spans, speech.say("LAGS_BEYOND", n=STEPS[-1]))


def lag_facts(responses: pd.DataFrame, speech: Speech, *, one: str, other: str) -> LagFacts | None:
    """Count answers by side, step and basis; None without a lag."""
    lags: dict[bool, list[tuple[float, bool]]] = {True: [], False: []}
    for row in responses.to_dict("records"):
        if row["lag_days"] is not pd.NA and row["lag_days"] == row["lag_days"] and row["lag_days"] is not None:
            low = number(row["lag_days"])
            middle = (low + max(number(row["lag_days_max"]), low)) / 2
            lags[words(row["direction"]) != "back"].append((middle, words(row["basis"]) == "stated"))
    if not lags[True] and not lags[False]:
        return None
    told = [
        speech.say(
            "LAGS_TOLD",
            name=name,
            times=speech.count("TIME_NOUN", len(found)),
            days=speech.count("DAY_NOUN", round(median(days for days, _ in found))),
        )
        for name, found in ((one, lags[True]), (other, lags[False]))
        if found
    ]
    return LagFacts(_steps(lags[True]), _steps(lags[False]), speech.say("LAGS_SUMMARY", told="; ".join(told)))


def _steps(found: Sequence[tuple[float, bool]]) -> tuple[tuple[int, int], ...]:
    counts = Counter((_step(days), stated) for days, stated in found)
    return tuple((counts[i, True], counts[i, False]) for i in range(len(STEPS) + 1))


def _step(days: float) -> int:
    return next((i for i, last in enumerate(STEPS) if days < last + 1), len(STEPS))


def _draw(facts: LagFacts, sheet: Sheet, one: str, other: str) -> go.Figure:
    fig, theme, speech = new_figure(), sheet.theme, sheet.speech
    shown = step_names(speech, short=sheet.narrow)
    high = max(sum(pair) for side in (facts.one, facts.other) for pair in side)
    unit = (_HALF_PX - 34) / high
    panels = ((5, _HALF_PX, theme.above), (-_HALF_PX, -5, theme.below))
    fig.update_layout(barmode="stack", bargap=0.35, shapes=[
        {"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "y0": y0, "y1": y1, "fillcolor": fill, "layer": "below",
         "line": {"width": 0}} for y0, y1, fill in panels
    ])  # fmt: skip
    for sign, side, colour in ((1, facts.one, theme.actors[0]), (-1, facts.other, theme.actors[1])):
        for place, pattern in ((0, ""), (1, "/")):
            fig.add_trace(go.Bar(
                x=list(range(len(shown))), showlegend=False,
                y=[sign * pair[place] * unit if pair[place] else None for pair in side],
                hoverinfo="skip", marker=_fill(colour, pattern, theme.paper),
            ))  # fmt: skip
        for i, pair in enumerate(side):
            if sum(pair):
                words_at(fig, speech.numeral(sum(pair)), i, sign * sum(pair) * unit, theme,
                         yanchor="bottom" if sign > 0 else "top")  # fmt: skip
    names = ((speech.say("LAGS_SIDE", name=one), _HALF_PX - 2, "top", theme.actors[0]),
             (speech.say("LAGS_SIDE", name=other), 2 - _HALF_PX, "bottom", theme.actors[1]))  # fmt: skip
    for name, y, anchor, colour in names:
        words_at(fig, f"<b>{escape(name)}</b>", 0, y, theme, xref="paper", xanchor="left", yanchor=anchor, xshift=4,
                 font={"size": TEXT_PX, "color": colour})  # fmt: skip
    fig.update_xaxes(**axis(theme, range=[-0.6, len(shown) - 0.4], tickvals=list(range(len(shown))), ticktext=shown,
                            fixedrange=True, title={"text": speech.say("LAGS_AXIS"), "standoff": 6,
                            "font": {"size": SMALL_PX, "color": theme.muted}}))  # fmt: skip
    fig.update_yaxes(**axis(theme, range=[-_HALF_PX, _HALF_PX], fixedrange=True, showticklabels=False))
    keys = _keys(fig, facts, sheet)
    return draw_sheet(fig, sheet, plot_height=2 * _HALF_PX, summary=facts.summary, keys=keys, above=4, below=44)


def _fill(colour: str, pattern: str, paper: str) -> dict[str, Any]:
    if not pattern:
        return {"color": colour, "line": {"width": 0}}
    return {"color": paper, "line": {"width": 1.2, "color": colour},
            "pattern": {"shape": pattern, "fgcolor": colour, "bgcolor": paper, "size": 7}}  # fmt: skip


def _keys(fig: go.Figure, facts: LagFacts, sheet: Sheet) -> list[str]:
    """Only where inferred answers are drawn beside stated ones."""
    if not any(inferred for side in (facts.one, facts.other) for _, inferred in side):
        return []
    grey = sheet.theme.line
    looks = ((sheet.speech.say("LAGS_STATED"), {"symbol": "square", "size": 11, "color": grey}),
             (sheet.speech.say("LAGS_INFERRED"),
              {"symbol": "square-open", "size": 11, "color": grey, "line": {"width": 2}}))  # fmt: skip
    for rank, (name, marker) in enumerate(looks):
        fig.add_trace(legend_entry(name, legend="legend2", rank=rank + 1, mode="markers", marker=marker))
    return [name for name, _ in looks]
