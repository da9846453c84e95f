"""One event's reports: when each of them says it happened, so that a reader sees how the dates fit together."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from timeline.figures._ink import legend_entry
from timeline.figures._layout import Sheet, axis, draw_sheet, empty_figure, make_sheet, new_figure, words_at
from timeline.figures._marks import day_number, words
from timeline.figures._scale import Scale, true_scale
from timeline.figures._text import cut, day_text, escape, label_html, span_text, text_px
from timeline.figures._time_axis import HEADING_PX, draw_time, time_meta
from timeline.figures.theme import SMALL_PX, TEXT_PX
from timeline.speech import Speech
from timeline.words import ENGLISH

_MOST = 30


class ReportBar(NamedTuple):
    """One report; `start` and `end` are days since 1970-01-01, None where it gives no date."""

    mention_id: str
    source: str
    phrase: str
    basis: str
    start: int | None
    end: int | None
    published: int | None


class ReportsFacts(NamedTuple):
    """All reports of an event, and the interval they were reconciled to."""

    bars: tuple[ReportBar, ...]
    event: tuple[int, int] | None
    left_out: int
    summary: str


def event_reports_figure(
    mentions: pd.DataFrame,
    *,
    title: str,
    subtitle: str = "",
    event_start: date | None = None,
    event_end: date | None = None,
    dark: bool = False,
    narrow: bool = False,
    width: int | None = None,
    footer: str = "",
    language: str = ENGLISH,
) -> go.Figure:
    """Draw the frame of `queries.event_mentions`; `event_start` and `event_end` show the reconciled date as a band."""
    reading = subtitle or Speech(language).say("REPORTS_READING")
    sheet = make_sheet(title, reading, footer, dark=dark, narrow=narrow, width=width, left=220, language=language)
    facts = reports_facts(mentions, sheet.speech, event_start, event_end)
    if not any(bar.start is not None for bar in facts.bars):
        return empty_figure(sheet, sheet.speech.say("REPORTS_NONE_DATED" if facts.bars else "CHART_NO_REPORT"))
    return _draw(facts, sheet)


def reports_facts(
    mentions: pd.DataFrame, speech: Speech, start: date | None = None, end: date | None = None
) -> ReportsFacts:
    """The reports in the order of what they say, undated ones last."""
    bars = []
    for row in mentions.to_dict("records"):
        first, last = day_number(row["date_start"]), day_number(row["date_end"])
        source = words(row["publisher"]) or words(row["title"]) or words(row["article_id"])
        bars.append(
            ReportBar(str(row["mention_id"]), source, words(row["date_phrase"]), words(row["date_basis"]), first,
                      last if last is not None else first, day_number(row["published_start"]))
        )  # fmt: skip
    bars.sort(key=lambda b: (b.start is None, b.start or 0, b.end or 0, b.mention_id))
    one, two = day_number(start), day_number(end)
    event = (one, two if two is not None else one) if one is not None else None
    dated = [b for b in bars if b.start is not None]
    said = "; ".join(
        speech.of(b.source, span_text(b.start, b.end or b.start, speech)) for b in dated[:5] if b.start is not None
    )
    summary = speech.say("REPORTS_SUMMARY", reports=speech.count("REPORT_NOUN", len(bars)), n=len(dated), said=said)
    if event:
        summary += f" {speech.say('REPORTS_TOGETHER', span=span_text(*event, speech))}"
    return ReportsFacts(tuple(bars[:_MOST]), event, max(len(bars) - _MOST, 0), summary)


def _draw(facts: ReportsFacts, sheet: Sheet) -> go.Figure:
    fig, theme = new_figure(), sheet.theme
    row_px = 46 if sheet.narrow else 32
    height = row_px * len(facts.bars) + 8
    scale = true_scale(_spans(facts), float(sheet.plot_width))
    if facts.event:
        fig.add_shape(type="rect", x0=facts.event[0], x1=facts.event[1] + 1, y0=0, y1=height,
                      fillcolor=theme.rungs[3], line={"width": 0}, layer="below")  # fmt: skip
    ys = [height - 4 - row_px * (i + (0.68 if sheet.narrow else 0.5)) for i in range(len(facts.bars))]
    _bars(fig, facts, ys, sheet)
    for bar, y in zip(facts.bars, ys, strict=True):
        _phrase(fig, bar, y, scale, sheet)
        if sheet.narrow:
            words_at(fig, escape(cut(bar.source, 44)), 0, y + row_px / 2 - 2, theme, xref="paper", xanchor="left",
                     yanchor="middle", font={"color": theme.muted})  # fmt: skip
    draw_time(fig, scale, sheet, top=height)
    fig.update_yaxes(**axis(theme, range=[0, height], fixedrange=True, showticklabels=not sheet.narrow, tickvals=ys,
                            ticktext=[label_html(b.source, sheet.left - 14, TEXT_PX) for b in facts.bars],
                            ticklabelstandoff=8, tickfont={"size": TEXT_PX, "color": theme.text}))  # fmt: skip
    keys = _keys(fig, facts, sheet)
    meta = {"left_out": facts.left_out, **time_meta(scale)}
    return draw_sheet(fig, sheet, plot_height=height, summary=facts.summary, above=HEADING_PX, keys=keys, meta=meta)


def _phrase(fig: go.Figure, bar: ReportBar, y: float, scale: Scale, sheet: Sheet) -> None:
    """A report's own words for the date: after its bar, past the ring if that is in the way, else before it."""
    phrase = cut(bar.phrase, 30 if sheet.narrow else 44)
    speech = sheet.speech
    words = speech.say("REPORTS_NO_DATE") if bar.start is None else speech.table("REPORTS_BASES").get(bar.basis, "")
    if phrase:
        words = speech.say("REPORTS_PHRASE", words=phrase)
    room = text_px(words, SMALL_PX) + 18
    end = scale.x(bar.end + 1) if bar.end is not None else 0.0
    ring = scale.x(bar.published + 0.5) if bar.published is not None else -99.0
    if end - 8 <= ring <= end + room:
        end = ring + 4
    flip = end + room > scale.width
    lift = 0
    if flip and bar.start is not None:
        end = scale.x(bar.start)
        if end < room:
            # No room on either side of a long bar: over its end.
            end, lift = scale.width, 11
    colour = sheet.theme.muted if bar.start is None else sheet.theme.text
    words_at(fig, escape(words), scale.axis(end), y, sheet.theme, {"color": colour},
             xanchor="right" if flip else "left", xshift=-9 if flip else 9, yshift=lift)  # fmt: skip


def _bars(fig: go.Figure, facts: ReportsFacts, ys: list[float], sheet: Sheet) -> None:
    colour = sheet.theme.actors[0]
    rows = list(zip(facts.bars, ys, strict=True))
    dated = [(b, b.start, b.end, y) for b, y in rows if b.start is not None and b.end is not None]
    fig.add_trace(go.Scatter(
        x=[(s + e + 1) / 2 for _, s, e, _ in dated], y=[y for *_, y in dated], mode="markers", showlegend=False,
        customdata=[[b.mention_id] for b, *_ in dated], hovertemplate="%{text}<extra></extra>",
        text=[escape(_told(b, s, e, sheet.speech)) for b, s, e, _ in dated],
        error_x={"type": "data", "array": [(e + 1 - s) / 2 for _, s, e, _ in dated], "color": colour, "thickness": 6,
                 "width": 0},
        marker={"size": 11, "color": colour},
    ))  # fmt: skip
    known = [(b.published, y) for b, y in rows if b.published is not None]
    fig.add_trace(go.Scatter(
        x=[p + 0.5 for p, _ in known], y=[y for _, y in known], mode="markers", showlegend=False,
        text=[escape(sheet.speech.say("REPORTS_PUBLISHED_ON", day=day_text(p, sheet.speech))) for p, _ in known],
        hovertemplate="%{text}<extra></extra>",
        marker={"size": 10, "color": sheet.theme.paper, "line": {"width": 2, "color": sheet.theme.line}},
    ))  # fmt: skip


def _told(bar: ReportBar, start: int, end: int, speech: Speech) -> str:
    """What the pointer reads on a bar."""
    basis = speech.table("BASES").get(bar.basis, "")
    return speech.of(bar.source, span_text(start, end, speech)) + (f" ({basis})" if basis else "")


def _keys(fig: go.Figure, facts: ReportsFacts, sheet: Sheet) -> list[str]:
    theme, say = sheet.theme, sheet.speech.say
    looks: list[tuple[str, dict[str, object], bool]] = [
        (say("REPORTS_SAYS"), {"symbol": "circle", "color": theme.actors[0]}, True),
        (say("REPORTS_PUBLISHED"), {"symbol": "circle-open", "color": theme.line, "line": {"width": 2}},
         any(b.published is not None for b in facts.bars)),
        (say("REPORTS_AGREED"),
         {"symbol": "square", "color": theme.rungs[3], "line": {"width": 1, "color": theme.line}},
         facts.event is not None),
    ]  # fmt: skip
    drawn = [(name, look) for name, look, present in looks if present]
    for rank, (name, look) in enumerate(drawn):
        marker = {"size": 11} | look
        fig.add_trace(legend_entry(name, legend="legend2", rank=rank + 1, mode="markers", marker=marker))
    return [name for name, _ in drawn]


def _spans(facts: ReportsFacts) -> list[tuple[int, int]]:
    """Every day that must be on the chart."""
    days = [d for b in facts.bars for d in (b.start, b.end, b.published) if d is not None]
    return [(day, day) for day in (*days, *(facts.event or ()))]
