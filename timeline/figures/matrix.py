"""Who acts towards whom: initiators in rows, targets in columns, events counted."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from timeline.figures._layout import Sheet, axis, draw_sheet, empty_figure, make_sheet, new_figure
from timeline.figures._marks import words
from timeline.figures._text import cut, escape, label_html, text_px
from timeline.figures.theme import SMALL_PX, TEXT_PX, contrast, fade
from timeline.speech import Speech
from timeline.words import ENGLISH


class Cell(NamedTuple):
    """One ordered pair; `row` counts from the bottom, `column` from the left."""

    row: int
    column: int
    initiator_id: str
    target_id: str
    initiator: str
    target: str
    events: int
    reports: int


class MatrixFacts(NamedTuple):
    """The matrix: rows from the bottom, columns from the left, cells that hold events."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[Cell, ...]
    left_out: int
    summary: str


def matrix_figure(
    matrix: pd.DataFrame,
    *,
    title: str,
    subtitle: str = "",
    dark: bool = False,
    narrow: bool = False,
    width: int | None = None,
    footer: str = "",
    language: str = ENGLISH,
) -> go.Figure:
    """Draw the frame of `queries.actor_matrix`; `customdata` of a cell is [initiator_id, target_id]."""
    reading = subtitle or Speech(language).say("MATRIX_READING")
    sheet = make_sheet(title, reading, footer, dark=dark, narrow=narrow, width=width, left=150, language=language)
    if narrow:
        sheet = sheet._replace(left=112)
    facts = matrix_facts(matrix, sheet.speech, most=7 if narrow else 14)
    if facts is None:
        return empty_figure(sheet, sheet.speech.say("PAIRS_NONE"))
    return _draw(facts, sheet)


def matrix_facts(matrix: pd.DataFrame, speech: Speech, *, most: int) -> MatrixFacts | None:
    """The busiest `most` initiators and targets, each in order of their events; the rest is counted as left out."""
    rows = matrix.to_dict("records")
    if not rows:
        return None
    acts: dict[str, int] = defaultdict(int)
    suffers: dict[str, int] = defaultdict(int)
    for r in rows:
        acts[str(r["initiator_id"])] += int(r["n_events"])
        suffers[str(r["target_id"])] += int(r["n_events"])
    names = {
        str(r[f"{side}_id"]): words(r[side]) or str(r[f"{side}_id"]) for r in rows for side in ("initiator", "target")
    }
    top = [k for k, _ in sorted(acts.items(), key=lambda kv: (-kv[1], kv[0]))[:most]][::-1]
    side = [k for k, _ in sorted(suffers.items(), key=lambda kv: (-kv[1], kv[0]))[:most]]
    cells = sorted(
        Cell(top.index(i), side.index(t), i, t, names[i], names[t], int(r["n_events"]), int(r["n_reports"]))
        for r in rows
        if (i := str(r["initiator_id"])) in top and (t := str(r["target_id"])) in side
    )
    whole = sum(acts.values())
    heaviest = sorted(cells, key=lambda c: (-c.events, c.initiator, c.target))[:3]
    pairs = "; ".join(pair_text(c.initiator, c.target, c.events, speech) for c in heaviest)
    summary = speech.say("MATRIX_SUMMARY", initiators=speech.count("INITIATOR_NOUN", len(acts)),
                         targets=speech.count("TARGET_NOUN", len(suffers)), pairs=pairs)  # fmt: skip
    left_out = whole - sum(c.events for c in cells)
    return MatrixFacts(tuple(names[k] for k in top), tuple(names[k] for k in side), tuple(cells), left_out, summary)


def _draw(facts: MatrixFacts, sheet: Sheet) -> go.Figure:
    fig, theme = new_figure(), sheet.theme
    high = max(c.events for c in facts.cells)
    z = np.zeros((len(facts.rows), len(facts.columns)), dtype=np.uint8)
    for c in facts.cells:
        z[c.row, c.column] = _shade(c.events, high)
    scale = [[i / (len(theme.heat) - 1), colour] for i, colour in enumerate(theme.heat)]
    fig.add_trace(go.Heatmap(z=z, zmin=0, zmax=255, x0=0, dx=1, y0=0, dy=1, colorscale=scale, showscale=False, xgap=2,
                             ygap=2, hoverinfo="skip"))  # fmt: skip
    # Text over the image, because a heat map cannot be clicked in Streamlit and its figures keep no contrast.
    fig.add_trace(go.Scatter(
        x=[c.column for c in facts.cells], y=[c.row for c in facts.cells], mode="markers+text", showlegend=False,
        text=[sheet.speech.numeral(c.events) for c in facts.cells],
        marker={"size": 26, "opacity": 0, "color": theme.paper},
        textfont={"size": TEXT_PX, "color": [_ink(c.events, high, sheet) for c in facts.cells]},
        customdata=[[c.initiator_id, c.target_id] for c in facts.cells],
        hovertext=[_told(c, sheet.speech) for c in facts.cells],
        hovertemplate="%{hovertext}<extra></extra>",
    ))  # fmt: skip
    limit = 12 if sheet.narrow else 18
    longest = max(text_px(cut(name, limit), TEXT_PX) for name in facts.columns)
    slanted = longest > sheet.plot_width / len(facts.columns)
    if slanted:
        # A name that leans past the sheet's edge is not drawn at all.
        lean = round(0.78 * text_px(cut(facts.columns[-1], limit), TEXT_PX) - sheet.plot_width / len(facts.columns) / 2)
        sheet = sheet._replace(right=max(sheet.right, lean + 8))
    look = {"fixedrange": True, "tickfont": {"size": SMALL_PX if sheet.narrow else TEXT_PX, "color": theme.text}}
    fig.update_xaxes(**axis(theme, **look, side="top", range=[-0.5, len(facts.columns) - 0.5],
                            tickvals=list(range(len(facts.columns))), tickangle=-40 if slanted else 0,
                            ticktext=[escape(cut(n, limit)) for n in facts.columns]))  # fmt: skip
    fig.update_yaxes(**axis(theme, **look, range=[-0.5, len(facts.rows) - 0.5], ticklabelstandoff=6,
                            tickvals=list(range(len(facts.rows))),
                            ticktext=[label_html(n, sheet.left - 10, SMALL_PX if sheet.narrow else TEXT_PX)
                                      for n in facts.rows]))  # fmt: skip
    if facts.left_out:
        sheet = sheet._replace(footer=f"{left_out_text(facts.left_out, sheet.speech)} {sheet.footer}")
    height = max(len(facts.rows) * 34, 60)
    return draw_sheet(fig, sheet, plot_height=height, summary=facts.summary, above=92 if slanted else 26, below=8,
                      meta={"left_out": facts.left_out})  # fmt: skip


def pair_text(initiator: str, target: str, events: int, speech: Speech) -> str:
    """A directed pair in words, with its events."""
    return speech.say("PAIRS_TOLD", initiator=initiator, target=target, n=speech.numeral(events))


def left_out_text(events: int, speech: Speech) -> str:
    """What is said of pairs that find no room."""
    return speech.say("PAIRS_LEFT_OUT", events=speech.count("EVENT_NOUN", events))


def _told(cell: Cell, speech: Speech) -> str:
    counts = f"{speech.count('EVENT_NOUN', cell.events)}, {speech.count('REPORT_NOUN', cell.reports)}"
    return escape(speech.of(f"{cell.initiator} → {cell.target}", counts))


def _shade(events: int, high: int) -> int:
    """A byte from 64 (one event) to 255 (the most), by logarithm."""
    return 64 + round(191 * float(np.log(events) / np.log(high))) if high > 1 and events else 160


def _ink(events: int, high: int, sheet: Sheet) -> str:
    """Whichever of paper and text reads better on a cell's colour."""
    heat = sheet.theme.heat
    at = _shade(events, high) / 255 * (len(heat) - 1)
    below = min(int(at), len(heat) - 2)
    cell = fade(heat[below + 1], heat[below], at - below)
    return max((sheet.theme.text, sheet.theme.paper), key=lambda ink: contrast(ink, cell))
