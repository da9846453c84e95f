"""One actor over time: its acts above the axis, what it suffered below."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from timeline.figures._layout import Sheet, empty_figure, make_sheet
from timeline.figures._marks import read_marks
from timeline.figures._sides import SidesFacts, draw_sides, stems_of
from timeline.figures._text import count_text, span_text
from timeline.figures._time_axis import make_scale

READING = (
    "Height is intensity, whether hostile (round) or cooperative (diamond): acts rise, acts of others against it hang."
)


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
) -> go.Figure:
    """Draw an actor's events; `actor_events` has a column `side`: `acts` or `sufferings`."""
    sheet = make_sheet(title, subtitle or READING, footer, dark=dark, narrow=narrow, width=width, left=70)
    facts = actor_facts(actor_events, sheet, actor=actor, folded=folded)
    if facts is None:
        return empty_figure(sheet, "No dated event of this actor. Widen the dates or clear a filter.",
                            undated=len(actor_events))  # fmt: skip
    return draw_sides(facts, sheet, (sheet.theme.actors[0], sheet.theme.actors[1]))


def actor_facts(actor_events: pd.DataFrame, sheet: Sheet, *, actor: str, folded: bool) -> SidesFacts | None:
    """Both sides in time order, or None without a date."""
    acts, undated = read_marks(actor_events[actor_events["side"] == "acts"])
    sufferings, also_undated = read_marks(actor_events[actor_events["side"] == "sufferings"])
    sides = sorted([(m, True) for m in acts] + [(m, False) for m in sufferings])
    if not sides:
        return None
    scale = make_scale([m for m, _ in sides], sheet, folded=folded)
    name = actor or "The actor"
    first, last = min(m.start for m, _ in sides), max(m.end for m, _ in sides)
    summary = (
        f"{name}, {span_text(first, last)}: {count_text(len(acts), 'act')} above the axis, "
        f"{count_text(len(sufferings), 'act')} of others towards it below."
    )
    return SidesFacts(scale, stems_of(sides, scale), (), f"{name}: acts", f"towards {name}", summary,
                      undated + also_undated)  # fmt: skip
