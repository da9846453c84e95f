"""How much hostility each of two sides has added up to, on the time axis of their exchanges."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from timeline.figures._layout import Sheet, axis, draw_sheet, empty_figure, heights, make_sheet, new_figure, words_at
from timeline.figures._marks import day_number
from timeline.figures._scale import Scale
from timeline.figures._text import cut, day_text, escape
from timeline.figures._time_axis import HEADING_PX, draw_time, fold_strips, scale_of, time_meta
from timeline.figures.theme import TEXT_PX, fade
from timeline.speech import Speech
from timeline.words import ENGLISH

_HEIGHT = 170.0


class Step(NamedTuple):
    """One side's sum from a day on."""

    day: float
    x: float
    total: float


class BalanceFacts(NamedTuple):
    """Both lines over one scale of time."""

    scale: Scale
    one: tuple[Step, ...]
    other: tuple[Step, ...]
    high: float
    summary: str


def balance_figure(
    acts: pd.DataFrame,
    *,
    title: str,
    one: str = "",
    other: str = "",
    subtitle: str = "",
    folded: bool = True,
    dark: bool = False,
    narrow: bool = False,
    width: int | None = None,
    footer: str = "",
    language: str = ENGLISH,
) -> go.Figure:
    """Draw cumulated hostility. `acts` has `start`, `end` (days), `direction` (forth, back, both) and `hostility`.

    Acts of no hostility still hold their place in time, so that the axis is that of the exchanges above.
    """
    reading = subtitle or Speech(language).say("BALANCE_READING")
    sheet = make_sheet(title, reading, footer, dark=dark, narrow=narrow, width=width, left=70, language=language)
    one, other = one or sheet.speech.say("SIDES_ONE"), other or sheet.speech.say("SIDES_OTHER")
    facts = balance_facts(acts, sheet, one=one, other=other, folded=folded)
    if facts is None:
        return empty_figure(sheet, sheet.speech.say("BALANCE_NONE"))
    return _draw(facts, sheet, one, other)


def balance_facts(acts: pd.DataFrame, sheet: Sheet, *, one: str, other: str, folded: bool) -> BalanceFacts | None:
    """The two running sums, or None where there is nothing to add."""
    rows = []
    for row in acts.to_dict("records"):
        start, end = day_number(row["start"]), day_number(row["end"])
        if start is not None and end is not None:
            rows.append((start, max(start, end), str(row["direction"]), float(row["hostility"])))
    if not any(hostility for *_, hostility in rows):
        return None
    scale = scale_of([(start, end) for start, end, *_ in rows], sheet, folded=folded)
    lines = tuple(_steps([r for r in rows if r[2] in (way, "both")], scale) for way in ("forth", "back"))
    sums = [line[-1].total if line else 0.0 for line in lines]
    last = max(end for _, end, *_ in rows)
    more = one if sums[0] > sums[1] else other
    speech = sheet.speech
    gap = _summed(abs(sums[0] - sums[1]), speech)
    lead = speech.say("BALANCE_EQUAL") if sums[0] == sums[1] else speech.say("BALANCE_MORE", n=gap, name=more)
    summary = speech.say("BALANCE_SUMMARY", day=day_text(last, speech), one=one, other=other, lead=lead,
                         one_sum=_summed(sums[0], speech), other_sum=_summed(sums[1], speech))  # fmt: skip
    return BalanceFacts(scale, lines[0], lines[1], max(sums), summary)


def _summed(hostility: float, speech: Speech) -> str:
    """A sum in words; a tenth says nothing of thousands."""
    return speech.decimal(hostility, 0 if hostility >= 1_000 else 1)


def _steps(rows: Sequence[tuple[int, int, str, float]], scale: Scale) -> tuple[Step, ...]:
    total, steps = 0.0, []
    for day, hostility in sorted(((s + e + 1) / 2, h) for s, e, _, h in rows if h):
        total += hostility
        steps.append(Step(day, scale.x(day), round(total, 2)))
    return tuple(steps)


def _draw(facts: BalanceFacts, sheet: Sheet, one: str, other: str) -> go.Figure:
    fig, theme = new_figure(), sheet.theme
    top = facts.high * 1.18
    fig.update_layout(shapes=[
        {"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "y0": 0, "y1": top, "fillcolor": theme.panel,
         "line": {"width": 0}, "layer": "below"},
        *fold_strips(facts.scale, sheet, top),
    ])  # fmt: skip
    sides = ((one, facts.one, theme.actors[0], "solid"), (other, facts.other, theme.actors[1], "dash"))
    for name, steps, colour, dash in sides:
        _line(fig, facts, sheet.speech, name, steps, {"color": colour, "width": 2.4, "dash": dash, "shape": "hv"})
    _ends(fig, facts, sheet, sides)
    draw_time(fig, facts.scale, sheet, top=top)
    fig.update_yaxes(**axis(theme, range=[0, top], fixedrange=True, nticks=4, **heights(sheet),
                            showgrid=True, gridcolor=fade(theme.grid, theme.panel, 0.8)))  # fmt: skip
    return draw_sheet(fig, sheet, plot_height=_HEIGHT, summary=facts.summary, above=HEADING_PX,
                      meta=time_meta(facts.scale))  # fmt: skip


def _line(
    fig: go.Figure, facts: BalanceFacts, speech: Speech, name: str, steps: Sequence[Step], line: dict[str, object]
) -> None:
    xs = [0.0, *(s.x for s in steps), facts.scale.width]
    ys = [0.0, *(s.total for s in steps), steps[-1].total if steps else 0.0]
    points = [(_summed(s.total, speech), day_text(s.day, speech)) for s in steps]
    told = ["", *(escape(speech.say("BALANCE_POINT", name=name, total=total, day=day)) for total, day in points), ""]
    fig.add_trace(go.Scatter(x=[facts.scale.axis(x) for x in xs], y=ys, mode="lines", line=line, showlegend=False,
                             text=told, hovertemplate="%{text}<extra></extra>"))  # fmt: skip


def _ends(
    fig: go.Figure, facts: BalanceFacts, sheet: Sheet, sides: Sequence[tuple[str, tuple[Step, ...], str, str]]
) -> None:
    """Each side's name and sum at the right end of its line, the higher one above."""
    sums = [(steps[-1].total if steps else 0.0, name, colour) for name, steps, colour, _ in sides]
    higher = max(range(2), key=lambda i: (sums[i][0], -i))
    near = abs(sums[0][0] - sums[1][0]) < facts.high * 0.22
    for index, (total, name, colour) in enumerate(sums):
        below = index != higher and (near or total > facts.high * 0.15)
        told, edge = f"<b>{escape(cut(name, 28))} {_summed(total, sheet.speech)}</b>", "top" if below else "bottom"
        words_at(fig, told, facts.scale.axis(facts.scale.width), total, sheet.theme, xanchor="right",
                 yanchor=edge, bgcolor=sheet.theme.panel, borderpad=1, yshift=-3 if below else 3,
                 font={"size": TEXT_PX, "color": colour})  # fmt: skip
