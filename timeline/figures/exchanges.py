"""One pair of actors: A's acts towards B above, B's towards A below, answers joined."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from timeline.figures._ladder_arcs import lag_text
from timeline.figures._layout import Sheet, empty_figure, make_sheet
from timeline.figures._marks import read_marks
from timeline.figures._sides import Link, SidesFacts, draw_sides, stems_of
from timeline.figures._text import count_text, span_text
from timeline.figures._time_axis import make_scale

READING = "Height is intensity; hollow is alleged or not done; a line joins a response to what it answers."


def exchanges_figure(
    events: pd.DataFrame,
    responses: pd.DataFrame,
    a: str,
    b: str,
    *,
    title: str,
    subtitle: str = "",
    folded: bool = True,
    dark: bool = False,
    narrow: bool = False,
    width: int | None = None,
    names: Mapping[str, str] | None = None,
    footer: str = "",
) -> go.Figure:
    """Draw the exchanges of actors `a` and `b` (ids); events of symmetric acts (talks, clashes) stand above."""
    sheet = make_sheet(title, subtitle or READING, footer, dark=dark, narrow=narrow, width=width, left=70)
    facts = exchanges_facts(events, responses, a, b, sheet, folded=folded, names=names or {})
    if facts is None:
        return empty_figure(sheet, "No dated event between these two. Widen the dates or choose another pair.")
    return draw_sides(facts, sheet, (sheet.theme.actors[1], sheet.theme.actors[0]))


def exchanges_facts(
    events: pd.DataFrame, responses: pd.DataFrame, a: str, b: str, sheet: Sheet, *, folded: bool,
    names: Mapping[str, str],
) -> SidesFacts | None:  # fmt: skip
    """The pair's events on their sides and the responses between those drawn, or None without any."""
    marks, _ = read_marks(events)
    sides = [(m, True) for m in marks if a in m.initiators and b in m.targets]
    taken = {m.event_id for m, _ in sides}
    sides += [(m, False) for m in marks if b in m.initiators and a in m.targets and m.event_id not in taken]
    if not sides:
        return None
    sides.sort()
    scale = make_scale([m for m, _ in sides], sheet, folded=folded)
    stems = stems_of(sides, scale)
    at = {s.mark.event_id: s for s in stems}
    links = []
    for row in responses.to_dict("records"):
        one, two = at.get(str(row["responds_to"])), at.get(str(row["event_id"]))
        if one and two and one is not two:
            lag = lag_text(row["lag_days"], row["lag_days_max"])
            links.append(Link(one.x, one.y, two.x, two.y, f"answered {lag}" if lag else ""))
    left, right = names.get(a, a), names.get(b, b)
    first, last = min(m.start for m, _ in sides), max(m.end for m, _ in sides)
    up = sum(s.up for s in stems)
    summary = (
        f"Exchanges, {span_text(first, last)}: {count_text(up, 'act')} of {left} towards {right} above, "
        f"{count_text(len(stems) - up, 'act')} of {right} towards {left} below, {count_text(len(links), 'answer')}."
    )
    return SidesFacts(scale, stems, tuple(sorted(links)), f"{left} acts", f"{right} acts", summary, 0)
