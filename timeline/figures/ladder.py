"""The escalation ladder: every dated event on its rung of hostility, over time, with who answered whom."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from timeline.figures._crowd import reading as crowd_reading
from timeline.figures._ladder_draw import draw_ladder
from timeline.figures._ladder_facts import LadderFacts, ladder_facts
from timeline.figures._layout import empty_figure, make_sheet
from timeline.speech import Speech
from timeline.words import ENGLISH


def ladder_figure(
    events: pd.DataFrame,
    responses: pd.DataFrame,
    *,
    title: str,
    subtitle: str = "",
    folded: bool = True,
    dark: bool = False,
    narrow: bool = False,
    width: int | None = None,
    names: Mapping[str, str] | None = None,
    footer: str = "",
    phases: pd.DataFrame | None = None,
    language: str = ENGLISH,
) -> go.Figure:
    """Draw the ladder. `subtitle` is the reading line if left empty; `names` gives display names for initiator ids, in
    the order of the case: an actor keeps its colour and shape in each of its views.

    `phases`, the frame of `queries.list_phases`, is drawn as a strip beneath. `fig.layout.meta["undated"]` counts the
    events that have no date and are not drawn.
    """
    speech = Speech(language)
    reading = subtitle or speech.say("LADDER_READING")
    sheet = make_sheet(title, reading, footer, dark=dark, narrow=narrow, width=width, left=158, language=language)
    facts = ladder_facts(events, responses, sheet, folded=folded, names=names or {}, phases=phases)
    if facts is None:
        words = speech.say("CHART_NONE_DATED" if len(events) else "CHART_NONE_MATCHES")
        return empty_figure(sheet, words, undated=len(events))
    if not subtitle:
        reading += f" {speech.say('LADDER_FOLDED')}" if facts.scale.folds else ""
        sheet = sheet._replace(subtitle=reading + (crowd_reading(facts.most, speech) if facts.bars else ""))
    return draw_ladder(facts, sheet)


__all__ = ["LadderFacts", "ladder_facts", "ladder_figure"]
