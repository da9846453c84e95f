"""Accounts: what each source, or each side, says of an act's standing and of its dead."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from math import log10
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from timeline.figures._ink import legend_entry
from timeline.figures._layout import Sheet, axis, draw_sheet, empty_figure, make_sheet, new_figure, words_at
from timeline.figures._marks import status_text, words
from timeline.figures._text import cut, escape, label_html, lines_html, wrap
from timeline.figures.theme import SMALL_PX, TEXT_PX
from timeline.speech import Speech
from timeline.words import ENGLISH

_MOST = 20


class Account(NamedTuple):
    """One voice: its reports, how it puts the act, and the killed it gives (None: it gives none)."""

    who: str
    reports: int
    statuses: str
    low: int | None
    high: int | None


class AccountsFacts(NamedTuple):
    """The voices from the top; `left_out` have fewer reports."""

    rows: tuple[Account, ...]
    left_out: int
    summary: str


def accounts_figure(
    accounts: pd.DataFrame,
    *,
    title: str,
    subtitle: str = "",
    unnamed: str = "",
    dark: bool = False,
    narrow: bool = False,
    width: int | None = None,
    footer: str = "",
    language: str = ENGLISH,
) -> go.Figure:
    """Draw the frame of `queries.accounts`; `unnamed` is said for a voice without a name."""
    reading = subtitle or Speech(language).say("ACCOUNTS_READING")
    sheet = make_sheet(title, reading, footer, dark=dark, narrow=narrow, width=width, left=200, language=language)
    facts = accounts_facts(accounts, unnamed or sheet.speech.say("NOT_NAMED"), sheet.speech)
    return _draw(facts, sheet) if facts.rows else empty_figure(sheet, sheet.speech.say("CHART_NO_REPORT"))


def accounts_facts(accounts: pd.DataFrame, unnamed: str, speech: Speech) -> AccountsFacts:
    """The voices with the most reports."""
    rows = [_account(row, unnamed, speech) for row in accounts.to_dict("records")]
    tolls = sorted({value for row in rows for value in (row.low, row.high) if value is not None})
    told = speech.say("ACCOUNTS_NO_TOLLS")
    if len(tolls) == 1:
        told = speech.say("ACCOUNTS_ONE_TOLL", n=speech.numeral(tolls[0]))
    elif tolls:
        told = speech.say("ACCOUNTS_TOLLS", low=speech.numeral(tolls[0]), high=speech.numeral(tolls[-1]))
    summary = f"{speech.count('VOICE_NOUN', len(rows))}. {told}"
    return AccountsFacts(tuple(rows[:_MOST]), max(len(rows) - _MOST, 0), summary)


def _account(row: Mapping[Hashable, Any], unnamed: str, speech: Speech) -> Account:
    low, high = (None if pd.isna(row[name]) else int(row[name]) for name in ("killed_min", "killed_max"))
    statuses = ", ".join(status_text(status, speech) for status in row["statuses"])
    return Account(words(row["who"]) or unnamed, int(row["n_reports"]), statuses, low, high)


def _draw(facts: AccountsFacts, sheet: Sheet) -> go.Figure:
    fig, theme, speech = new_figure(), sheet.theme, sheet.speech
    row_px = 48 if sheet.narrow else 34
    height = row_px * len(facts.rows) + 8
    ys = [height - 4 - row_px * (place + (0.7 if sheet.narrow else 0.5)) for place in range(len(facts.rows))]
    most = max((row.high or 0 for row in facts.rows), default=0)
    given = [(row, y) for row, y in zip(facts.rows, ys, strict=True) if row.low is not None and row.high is not None]
    fig.add_trace(go.Scatter(
        x=[((r.low or 0) + (r.high or 0)) / 2 for r, _ in given], y=[y for _, y in given], mode="markers",
        showlegend=False, hovertemplate="%{text}<extra></extra>",
        text=[escape(speech.of(r.who, speech.say("CHART_KILLED", n=_toll(r, speech)))) for r, _ in given],
        error_x={"type": "data", "array": [((r.high or 0) - (r.low or 0)) / 2 for r, _ in given],
                 "color": theme.actors[1], "thickness": 6, "width": 0},
        marker={"size": 12, "color": theme.actors[1], "symbol": "diamond"},
    ))  # fmt: skip
    for row, y in zip(facts.rows, ys, strict=True):
        _words(fig, row, y, most, row_px, sheet)
    reach = _reach(most, sheet)
    fig.update_xaxes(**axis(theme, range=[0, reach], fixedrange=True, showgrid=True, tickformat=",d",
                            dtick=_step(reach),
                            title={"text": speech.say("ACCOUNTS_AXIS"), "font": {"size": SMALL_PX}}))  # fmt: skip
    fig.update_yaxes(**axis(theme, range=[0, height], fixedrange=True, showticklabels=not sheet.narrow, tickvals=ys,
                            ticktext=[label_html(row.who, sheet.left - 14, TEXT_PX) for row in facts.rows],
                            ticklabelstandoff=8, tickfont={"size": TEXT_PX, "color": theme.text}))  # fmt: skip
    keys = [speech.say("ACCOUNTS_KEY")]
    marker = {"size": 11, "color": theme.actors[1], "symbol": "diamond"}
    fig.add_trace(legend_entry(keys[0], legend="legend2", mode="markers", marker=marker))
    if facts.left_out:
        left_out = speech.say("ACCOUNTS_LEFT_OUT", voices=speech.count("VOICE_NOUN", facts.left_out))
        sheet = sheet._replace(footer=f"{left_out} {sheet.footer}")
    return draw_sheet(fig, sheet, plot_height=height, summary=facts.summary, keys=keys, below=44)


def _words(fig: go.Figure, row: Account, y: float, most: int, row_px: int, sheet: Sheet) -> None:
    """Beside the bar: the toll, the reports and how the act is put."""
    told = f"{_toll(row, sheet.speech)} · {sheet.speech.count('REPORT_NOUN', row.reports)} · {row.statuses}"
    at = row.high if row.high is not None else 0
    share = 1 - at / _reach(most, sheet)
    lines = wrap(told, max(sheet.plot_width * share - 16, 60), SMALL_PX, 1)
    words_at(fig, lines_html(lines), at, y, sheet.theme, {"color": sheet.theme.text if row.low is not None else
             sheet.theme.muted}, xanchor="left", xshift=12)  # fmt: skip
    if sheet.narrow:
        words_at(fig, escape(cut(row.who, 44)), 0, y + row_px / 2 - 3, sheet.theme, xref="paper", xanchor="left",
                 font={"color": sheet.theme.muted})  # fmt: skip


def _reach(most: int, sheet: Sheet) -> float:
    """The axis's end: the words beside the longest bar need about 230 pixels, whatever the screen."""
    return max(most, 1) * (3.4 if sheet.narrow else 1.9)


def _step(span: float) -> int:
    """Whole numbers between ticks: about five of them."""
    rough = max(span / 5, 1)
    size = int(10 ** int(log10(rough)))
    return next(size * step for step in (1, 2, 5, 10) if size * step >= rough)


def _toll(row: Account, speech: Speech) -> str:
    if row.low is None or row.high is None:
        return speech.say("ACCOUNTS_NO_TOLL")
    low, high = speech.numeral(row.low), speech.numeral(row.high)
    return low if low == high else f"{low}–{high}"
