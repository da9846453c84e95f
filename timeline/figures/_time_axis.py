"""The time axis every chart of events shares: stretches, folds, dates, true or folded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

from timeline.figures._layout import Sheet, axis, words_at
from timeline.figures._marks import Mark, gravity, rung_of
from timeline.figures._scale import DAY_MS, Fold, Piece, Scale, folded_scale, headings, ticks, true_scale
from timeline.figures._text import day_of, quiet_forms, text_px
from timeline.figures.theme import SMALL_PX, TEXT_PX

# A date this exact, in days, is worth a tick of its own.
_EXACT_DAYS = 3
HEADING_PX = 24
# A day in what the pointer reads, in the months of the chart's language.
HOVER_DAY = "%{x|%-d %b %Y}"
# Under this many days Plotly would write hours between them, which no event has.
_FEW_DAYS = 10


def day_axis(sheet: Sheet, first: float, end: float) -> dict[str, Any]:
    """An unfolded axis of dates between two day numbers, with no tick finer than a day."""
    ticks: dict[str, Any] = {"nticks": 5 if sheet.narrow else 10}
    if end - first < _FEW_DAYS:
        ticks = {"tick0": first * DAY_MS, "dtick": DAY_MS * (3 if sheet.narrow else 1), "tickformat": "%-d %b %Y"}
    return axis(sheet.theme, type="date", range=[first * DAY_MS, end * DAY_MS], tickangle=0, **ticks)


def make_scale(marks: Sequence[Mark], sheet: Sheet, *, folded: bool) -> Scale:
    """Time for these marks on this sheet."""
    return scale_of([(m.start, m.end) for m in marks], sheet, folded=folded)


def scale_of(spans: Sequence[tuple[int, int]], sheet: Sheet, *, folded: bool) -> Scale:
    """Time for these first and last days on this sheet."""
    width = float(sheet.plot_width)
    if not folded:
        return true_scale(spans, width)
    most, strip = (4, 30) if sheet.narrow else (8, 40)
    return folded_scale(spans, width, most=most, strip=strip)


def fold_strips(scale: Scale, sheet: Sheet, height: float, base: float = 0) -> list[dict[str, Any]]:
    """Strips of paper through everything behind the marks, so that no eye runs across a fold."""
    return [
        {"type": "rect", "x0": f.x0 + 2, "x1": f.x1 - 2, "y0": base, "y1": height, "fillcolor": sheet.theme.paper,
         "line": {"width": 0}, "layer": "below"}
        for f in scale.folds
    ]  # fmt: skip


def grave_days(marks: Sequence[Mark]) -> list[int]:
    """The first days of exactly dated events, the gravest first: the dates worth writing under the axis."""
    exact = [m for m in marks if m.end - m.start < _EXACT_DAYS]
    return [m.start for m in sorted(exact, key=lambda m: (-gravity(m, rung_of(m)), m.start, m.event_id))]


def gap_strips(
    fig: go.Figure, quiet: Sequence[Fold], scale: Scale, sheet: Sheet, height: float, base: float = 0
) -> None:
    """Strips of paper where nothing is reported, each with its length in the longest words it has room for."""
    for gap in quiet:
        fig.add_shape(type="rect", x0=scale.axis(gap.x0), x1=scale.axis(gap.x1), y0=0, y1=height, layer="below",
                      fillcolor=sheet.theme.paper, opacity=0.75, line={"width": 0})  # fmt: skip
        forms = quiet_forms(gap.days, sheet.speech)
        text = next((t for t in forms if text_px(t, SMALL_PX) + 8 <= gap.x1 - gap.x0), "")
        if text:
            _quiet_words(fig, text, scale.axis((gap.x0 + gap.x1) / 2), base + 2, sheet)


def draw_time(
    fig: go.Figure,
    scale: Scale,
    sheet: Sheet,
    *,
    days: Sequence[int] = (),
    top: float,
    base: float = 0,
    upright: bool = False,
) -> None:
    """Dates below, months above, fold lengths in their strips; `days` are written first if time is folded.

    `upright` writes a fold's length in full along its strip where the chart is high enough.
    """
    theme = sheet.theme
    dates = ticks(scale, sheet.speech, days if scale.folded else ())
    fig.update_xaxes(**axis(
        theme, range=[scale.axis(0), scale.axis(scale.width)], tickmode="array", tickangle=0,
        tickvals=[scale.axis(t.x) for t in dates], ticktext=[t.text for t in dates],
    ))  # fmt: skip
    for month in headings(scale, sheet.speech):
        words_at(fig, f"<b>{month.text}</b>", scale.axis(month.x), top, theme, yanchor="bottom", yshift=3,
                 font={"size": SMALL_PX if sheet.narrow else TEXT_PX})  # fmt: skip
    for fold in scale.folds:
        x, (long, _, short) = scale.axis((fold.x0 + fold.x1) / 2), quiet_forms(fold.days, sheet.speech)
        if not fold.days:
            continue
        if upright and text_px(long, SMALL_PX) + 20 <= top:
            _quiet_words(fig, long, x, top / 2, sheet, textangle=-90, yanchor="middle")
        else:
            _quiet_words(fig, short, x, base, sheet)


def _quiet_words(
    fig: go.Figure, text: str, x: float, y: float, sheet: Sheet, *, yanchor: str = "bottom", textangle: int = 0
) -> None:
    font = {"size": SMALL_PX - 1, "color": sheet.theme.muted}
    words_at(fig, f"<i>{text}</i>", x, y, sheet.theme, font, yanchor=yanchor, textangle=textangle)


def axis_day(fig: go.Figure, value: float) -> date:
    """The calendar day at a value of a chart's time axis, for example an edge of a box drawn by the reader."""
    meta = fig.layout.meta or {}
    pieces = tuple(Piece(*piece) for piece in meta["pieces"])
    return day_of(Scale(pieces, (), pieces[-1].x1, folded=bool(meta["folded"])).day(value))


def box_days(fig: go.Figure, edges: Sequence[object]) -> tuple[date, date]:
    """First and last day of a box the reader drew, from the values of its left and right edge on the time axis."""
    days = sorted(date.fromisoformat(edge[:10]) if isinstance(edge, str) else axis_day(fig, float(str(edge)))
                  for edge in edges)  # fmt: skip
    return days[0], days[-1]


def time_meta(scale: Scale) -> dict[str, object]:
    """What `axis_day` needs, kept in the figure's `meta`."""
    return {"folded": scale.folded, "pieces": [[round(v, 2) for v in p[:4]] for p in scale.pieces]}
