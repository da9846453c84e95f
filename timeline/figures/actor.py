"""One actor over time: its acts above the axis, what it suffered below."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from timeline.figures._layout import Sheet, empty_figure, make_sheet
from timeline.figures._marks import read_marks
from timeline.figures._sides import SidesFacts, draw_sides, stems_of
from timeline.figures._text import span_text
from timeline.figures._time_axis import make_scale
from timeline.speech import Speech
from timeline.words import ENGLISH


def actor_figure(
    actor_events: pd.DataFrame,
    *,
    title: str,
    actor: str = "",
    subtitle: str = "",
    folded: bool = True,
    dark: bool = False,
    narrow: bool = False,
    width: int | None = None,
    footer: str = "",
    language: str = ENGLISH,
) -> go.Figure:
    """Draw an actor's events; `actor_events` has a column `side`: `acts` or `sufferings`."""
    reading = subtitle or Speech(language).say("PROFILE_READING")
    sheet = make_sheet(title, reading, footer, dark=dark, narrow=narrow, width=width, left=70, language=language)
    facts = actor_facts(actor_events, sheet, actor=actor, folded=folded)
    if facts is None:
        return empty_figure(sheet, sheet.speech.say("PROFILE_UNDATED"), undated=len(actor_events))
    return draw_sides(facts, sheet, (sheet.theme.actors[0], sheet.theme.actors[1]))


def actor_facts(actor_events: pd.DataFrame, sheet: Sheet, *, actor: str, folded: bool) -> SidesFacts | None:
    """Both sides in time order, or None without a date."""
    speech = sheet.speech
    acts, undated = read_marks(actor_events[actor_events["side"] == "acts"], speech)
    sufferings, also_undated = read_marks(actor_events[actor_events["side"] == "sufferings"], speech)
    sides = sorted([(m, True) for m in acts] + [(m, False) for m in sufferings])
    if not sides:
        return None
    scale = make_scale([m for m, _ in sides], sheet, folded=folded)
    name = actor or speech.say("PROFILE_ANY")
    first, last = min(m.start for m, _ in sides), max(m.end for m, _ in sides)
    summary = speech.say(
        "PROFILE_SUMMARY", name=name, span=span_text(first, last, speech), acts=speech.count("ACT_NOUN", len(acts)),
        suffered=speech.count("ACT_NOUN", len(sufferings)),
    )  # fmt: skip
    above, below = speech.say("PROFILE_ACTS", name=name), speech.say("PROFILE_TOWARDS", name=name)
    return SidesFacts(scale, stems_of(sides, scale), (), above, below, summary, undated + also_undated)
