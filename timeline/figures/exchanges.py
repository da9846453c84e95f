"""One pair of sides: the acts of one towards the other above, those back below, answers joined."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from timeline.figures._ladder_arcs import lag_text
from timeline.figures._layout import Sheet, empty_figure, make_sheet
from timeline.figures._marks import read_marks, words
from timeline.figures._place import Point, curve
from timeline.figures._sides import SidesFacts, draw_sides, stems_of
from timeline.figures._sides_words import Link, Stem
from timeline.figures._text import count_text, span_text
from timeline.figures._time_axis import make_scale

READING = (
    "Height is intensity; hollow is alleged or not done; the bar on the axis is how uncertain the date is. "
    "A line leads to an answer, in the colour of who answers."
)
READING_FOLDED = READING + " Time is folded: 60 d stands for 60 days without an act."
NO_ACT = "no use of force since"


def exchanges_figure(
    events: pd.DataFrame,
    responses: pd.DataFrame,
    *,
    title: str,
    threats: pd.DataFrame | None = None,
    one: str = "One side",
    other: str = "The other side",
    subtitle: str = "",
    folded: bool = True,
    dark: bool = False,
    narrow: bool = False,
    width: int | None = None,
    footer: str = "",
) -> go.Figure:
    """Draw the frame of `queries.pair_events`; `one` and `other` name the sides. Acts of both at once stand above.

    `threats` (`queries.pair_threats`) says of each threat whether force followed.
    """
    sheet = make_sheet(title, subtitle or READING, footer, dark=dark, narrow=narrow, width=width, left=70)
    facts = exchanges_facts(_told(events, threats), responses, sheet, one=one, other=other, folded=folded)
    if facts is None:
        return empty_figure(sheet, "No dated event between these two. Widen the dates or choose another pair.",
                            undated=len(events))  # fmt: skip
    if facts.scale.folds and not subtitle:
        sheet = sheet._replace(subtitle=READING_FOLDED)
    return draw_sides(facts, sheet, (sheet.theme.actors[0], sheet.theme.actors[1]))


def exchanges_facts(
    events: pd.DataFrame, responses: pd.DataFrame, sheet: Sheet, *, one: str, other: str, folded: bool
) -> SidesFacts | None:
    """The pair's events on their sides and the answers between those drawn, or None without a date."""
    marks, undated = read_marks(events)
    if not marks:
        return None
    ways = dict(zip(events["event_id"].astype(str), events["direction"], strict=True))
    beyond = frozenset(events.loc[events["beyond"].astype(bool), "event_id"].astype(str))
    scale = make_scale(marks, sheet, folded=folded)
    stems = tuple(
        stem._replace(beyond=stem.mark.event_id in beyond)
        for stem in stems_of([(m, ways[m.event_id] != "back") for m in marks], scale)
    )
    links = _links(responses, stems)
    first, last = min(m.start for m in marks), max(m.end for m in marks)
    up = sum(s.up and not s.beyond for s in stems)
    down = sum(not s.up and not s.beyond for s in stems)
    stated = sum(link.stated for link in links)
    summary = (
        f"Exchanges, {span_text(first, last)}: {count_text(up, 'act')} of {one} towards {other} above, "
        f"{count_text(down, 'act')} of {other} towards {one} below, {count_text(stated, 'stated answer')}."
    )
    if len(links) > stated:
        summary += f" {count_text(len(links) - stated, 'answer')} inferred, said by no text."
    if undated:
        summary += f" {count_text(undated, 'event')} without a date, not drawn."
    return SidesFacts(scale, stems, links, f"{one} acts", f"{other} acts", summary, undated)


def _told(events: pd.DataFrame, threats: pd.DataFrame | None) -> pd.DataFrame:
    """The events, those threats that nothing followed with that in their label."""
    if threats is None:
        return events
    open_ids = set(threats.loc[threats["followed_on"].isna(), "event_id"])
    label = events["label"].where(~events["event_id"].isin(open_ids), events["label"] + f" – {NO_ACT}")
    return events.assign(label=label)


def _links(responses: pd.DataFrame, stems: tuple[Stem, ...]) -> tuple[Link, ...]:
    at = {s.mark.event_id: s for s in stems}
    found: dict[tuple[str, str], Link] = {}
    # Stated before inferred: where both join the same two, the text's own word counts.
    for row in sorted(responses.to_dict("records"), key=lambda r: words(r["basis"]) != "stated"):
        acted, answer = at.get(str(row["responds_to"])), at.get(str(row["event_id"]))
        if acted and answer and acted is not answer:
            stated = words(row["basis"]) == "stated"
            lag = lag_text(row["lag_days"], row["lag_days_max"])
            text = (f"answered {lag}" if stated else f"{lag}, inferred") if lag else ""
            pair = (answer.mark.event_id, acted.mark.event_id)
            found.setdefault(pair, Link(_path(acted, answer), text, stated))
    return tuple(sorted(found.values()))


def _path(acted: Stem, answer: Stem) -> tuple[Point, ...]:
    """From mark to mark: an S across the axis, or a bow outside the stems where both stand on one side."""
    way = 1 if acted.up else -1
    if acted.up == answer.up:
        start = (acted.x, acted.y + way * (acted.size / 2 + 1))
        end = (answer.x, answer.y + way * (answer.size / 2 + 2))
        peak = way * (max(abs(start[1]), abs(end[1])) + 18)
        inset = (end[0] - start[0]) * 0.2
        return curve(start, (start[0] + inset, peak), (end[0] - inset, peak), end)
    ahead = 1 if answer.x >= acted.x else -1
    start = (acted.x + ahead * (acted.size / 2 + 1), acted.y)
    end = (answer.x - ahead * (answer.size / 2 + 2), answer.y)
    bend = ahead * max(abs(end[0] - start[0]) * 0.5, 24)
    return curve(start, (start[0] + bend, start[1]), (end[0] - bend, end[1]), end)
