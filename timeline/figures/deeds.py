"""Words against deeds: what an actor does, right, and what is done to it, left, by kind of act."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from timeline.figures._layout import axis, draw_sheet, empty_figure, make_sheet, new_figure, words_at
from timeline.figures._text import escape
from timeline.figures.theme import TEXT_PX
from timeline.speech import Speech
from timeline.words import ENGLISH

# PLOVER's quad classes, the most hostile on top.
KINDS = (4, 3, 1, 2)
_ROW_PX = 36


class DeedFacts(NamedTuple):
    """Events by kind, from the top: what it does and what is done to it."""

    acts: tuple[int, ...]
    sufferings: tuple[int, ...]
    summary: str


def deeds_figure(
    quads: pd.DataFrame,
    *,
    title: str,
    actor: str = "",
    subtitle: str = "",
    dark: bool = False,
    narrow: bool = False,
    width: int | None = None,
    footer: str = "",
    language: str = ENGLISH,
) -> go.Figure:
    """Draw the frame of `queries.actor_quads`."""
    reading = subtitle or Speech(language).say("DEEDS_READING")
    sheet = make_sheet(title, reading, footer, dark=dark, narrow=narrow, width=width, left=150, language=language)
    if narrow:
        sheet = sheet._replace(left=132)
    speech = sheet.speech
    actor = actor or speech.say("PROFILE_ANY")
    facts = deed_facts(quads, speech, actor=actor)
    if facts is None:
        return empty_figure(sheet, speech.say("DEEDS_NONE"))
    fig, theme = new_figure(), sheet.theme
    high = max(*facts.acts, *facts.sufferings)
    rows = list(range(len(KINDS)))[::-1]
    for sign, counts, colour, panel in (
        (1, facts.acts, theme.actors[0], theme.above), (-1, facts.sufferings, theme.actors[1], theme.below)
    ):  # fmt: skip
        fig.add_shape(type="rect", yref="paper", y0=0, y1=1, x0=0, x1=sign * high * 1.25, fillcolor=panel,
                      line={"width": 0}, layer="below")  # fmt: skip
        fig.add_trace(go.Bar(x=[sign * n for n in counts], y=rows, orientation="h", marker={"color": colour},
                             showlegend=False, hoverinfo="skip"))  # fmt: skip
        for row, n in zip(rows, counts, strict=True):
            words_at(
                fig, speech.numeral(n), sign * n, row, theme, xanchor="left" if sign > 0 else "right", xshift=sign * 4
            )
    sides = (
        (1, speech.say("DEEDS_DOES", name=actor), theme.actors[0]),
        (-1, speech.say("DEEDS_DONE"), theme.actors[1]),
    )
    for x, words, colour in sides:
        words_at(fig, f"<b>{escape(words)}</b>", x * high * 1.23, 1, theme, yref="paper", yanchor="bottom",
                 xanchor="right" if x > 0 else "left", yshift=3,
                 font={"size": TEXT_PX, "color": colour})  # fmt: skip
    fig.update_layout(barmode="overlay", bargap=0.4)
    fig.update_xaxes(**axis(theme, range=[-high * 1.25, high * 1.25], fixedrange=True, showticklabels=False))
    fig.update_yaxes(**axis(theme, range=[-0.6, len(KINDS) - 0.4], fixedrange=True, tickvals=rows,
                            ticktext=_kinds(speech), ticklabelstandoff=6,
                            tickfont={"size": TEXT_PX, "color": theme.text}))  # fmt: skip
    return draw_sheet(fig, sheet, plot_height=_ROW_PX * len(KINDS), summary=facts.summary, above=22, below=6)


def _kinds(speech: Speech) -> list[str]:
    names = speech.table("QUADS")
    return [names[str(kind)] for kind in KINDS]


def deed_facts(quads: pd.DataFrame, speech: Speech, *, actor: str) -> DeedFacts | None:
    """Counts by kind, or None without any."""
    found = {(str(row["role"]), int(row["quad"])): int(row["n_events"]) for row in quads.to_dict("records")}
    acts, sufferings = (tuple(found.get((role, quad), 0) for quad in KINDS) for role in ("initiator", "target"))
    if not any(acts) and not any(sufferings):
        return None
    told = ", ".join(f"{name.lower()} {speech.numeral(n)}" for name, n in zip(_kinds(speech), acts, strict=True))
    summary = speech.say(
        "DEEDS_SUMMARY", name=actor, acts=speech.count("ACT_NOUN", sum(acts)), told=told,
        suffered=speech.count("ACT_NOUN", sum(sufferings)),
    )  # fmt: skip
    return DeedFacts(acts, sufferings, summary)
