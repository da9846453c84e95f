"""The timeline: lanes of actors, pairs, types, places or sources; single marks below the limit, else a density."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from timeline import settings
from timeline.figures._arrows import Arrow, LanePlace, draw_arrows, find_arrows
from timeline.figures._crowd import CROWD_PX, Bar, draw_bars, is_crowded, reading, stack_bars, tallest
from timeline.figures._ink import Look, date_lines, legend_entry, marks_trace
from timeline.figures._layout import Sheet, axis, draw_sheet, empty_figure, make_sheet, new_figure
from timeline.figures._marks import (
    Mark,
    diameter,
    hover_limit,
    read_marks,
    rung_names,
    rung_of,
)
from timeline.figures._place import Item, Packed, pack
from timeline.figures._scale import Fold, Scale, gaps
from timeline.figures._text import cut, escape, label_html, span_text
from timeline.figures._time_axis import (
    HEADING_PX,
    draw_time,
    fold_strips,
    gap_strips,
    grave_days,
    make_scale,
    time_meta,
)
from timeline.figures.theme import LEVEL_SYMBOLS, TEXT_PX
from timeline.speech import Speech
from timeline.words import ENGLISH

Lane = Literal["initiator", "target", "dyad", "type", "place", "source"]
_LANE_MAX_PX = 130
# Under the lanes of a narrow screen, where the lengths of silences stand: among the marks they would cover some.
_QUIET_PX = 14


class Band(NamedTuple):
    """One lane from y0 to y1 pixels."""

    name: str
    y0: float
    y1: float
    events: int


class TimelineFacts(NamedTuple):
    """Everything on the timeline."""

    scale: Scale
    bands: tuple[Band, ...]
    placed: tuple[LanePlace, ...]
    undated: int
    summary: str
    gaps: tuple[Fold, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    bars: tuple[Bar, ...] = ()
    most: int = 0


def timeline_figure(
    events: pd.DataFrame,
    *,
    title: str,
    subtitle: str = "",
    responses: pd.DataFrame | None = None,
    lane: Lane = "initiator",
    lanes: Mapping[str, Sequence[str]] | None = None,
    folded: bool = False,
    dark: bool = False,
    narrow: bool = False,
    width: int | None = None,
    names: Mapping[str, str] | None = None,
    footer: str = "",
    language: str = ENGLISH,
) -> go.Figure:
    """Draw single marks in lanes; above `settings.MAX_RAW_MARKS` it only says so: draw `density_figure` instead.

    `lanes` gives an event's lanes by its id where its row does not tell them (pairs, sources); it stands in each.
    `responses` are drawn as arrows from what was done to its answer.
    """
    speech = Speech(language)
    told = subtitle or speech.say("LANES_READING")
    sheet = make_sheet(title, told, footer, dark=dark, narrow=narrow, width=width, left=158, language=language)
    if len(events) > settings.MAX_RAW_MARKS:
        words = speech.say("LANES_TOO_MANY", events=speech.count("EVENT_NOUN", len(events)))
        return empty_figure(sheet, words, undated=0)
    facts = timeline_facts(events, sheet, lane=lane, folded=folded, names=names or {}, lanes=lanes)
    if facts is not None and responses is not None:
        facts = facts._replace(arrows=find_arrows(responses, facts.placed))
    if facts is not None and facts.bars and not subtitle:
        sheet = sheet._replace(subtitle=told + reading(facts.most, speech))
    if facts is None:
        words = speech.say("CHART_NONE_DATED" if len(events) else "CHART_NONE_MATCHES")
        return empty_figure(sheet, words, undated=len(events))
    return _draw(facts, sheet)


def timeline_facts(
    events: pd.DataFrame,
    sheet: Sheet,
    *,
    lane: Lane,
    folded: bool,
    names: Mapping[str, str],
    lanes: Mapping[str, Sequence[str]] | None = None,
) -> TimelineFacts | None:
    """Compute lanes and marks, the busiest lane on top; lanes beyond the readable number become "Others"."""
    speech = sheet.speech
    marks, undated = read_marks(events, speech)
    if not marks:
        return None
    scale = make_scale(marks, sheet, folded=folded)
    spans = [(m.start, m.end) for m in marks]
    stands = [(m, at) for m in marks for at in _lanes_of(m, lane, names, lanes, speech)]
    order = _lane_order([at for _, at in stands], 8 if sheet.narrow else 14, speech)
    others, rungs = speech.say("CHART_OTHERS"), rung_names(speech)
    shrink = max(0.45, min(1.0, 300 / len(marks)) ** 0.35)
    rows = [
        _pack_lane(name, [m for m, at in stands if (at if at in order else others) == name], scale, shrink)
        for name in reversed(order)
    ]
    most = tallest([[item.x for item in row.items] for row in rows if is_crowded(row.packed)])
    bands: list[Band] = []
    placed: list[LanePlace] = []
    bars: list[Bar] = []
    base = 0.0
    for row in rows:
        crowded = is_crowded(row.packed)
        height = CROWD_PX if crowded else row.packed.height
        top = base + max(height + 10 + (18 if sheet.narrow else 0), 30)
        floor = base + 4 if crowded else base + (top - base - (18 if sheet.narrow else 0) - height) / 2
        if crowded:
            kinds = [(item.x, rungs[rung_of(mark)]) for mark, item in zip(row.marks, row.items, strict=True)]
            bars += stack_bars(kinds, rungs[::-1], base=floor, most=most)
        else:
            placed += _places(row, floor + height)
        bands.append(Band(row.name, base, top, len(row.marks)))
        base = top + 3
    summary = _summary(marks, bands, undated, lane, speech)
    return TimelineFacts(
        scale, tuple(bands), tuple(placed), undated, summary, gaps(spans, scale), bars=tuple(bars), most=most
    )


class _Row(NamedTuple):
    """A lane with its marks packed."""

    name: str
    marks: tuple[Mark, ...]
    items: tuple[Item, ...]
    packed: Packed


def _pack_lane(name: str, marks: Sequence[Mark], scale: Scale, shrink: float) -> _Row:
    mine = tuple(dict.fromkeys(marks))
    items = tuple(Item(scale.x(m.middle), scale.x(m.start), scale.x(m.end + 1), diameter(m, shrink)) for m in mine)
    return _Row(name, mine, items, pack(items, most_px=_LANE_MAX_PX))


def _places(row: _Row, ceiling: float) -> list[LanePlace]:
    return [
        LanePlace(mark, rung_of(mark), item.x, item.x0, item.x1, ceiling - offset, int(item.size))
        for mark, item, offset in zip(row.marks, row.items, row.packed.offsets, strict=True)
    ]


def _lanes_of(
    mark: Mark, lane: Lane, names: Mapping[str, str], lanes: Mapping[str, Sequence[str]] | None, speech: Speech
) -> list[str]:
    if lanes is None:
        return [_lane_of(mark, lane, names, speech)]
    unnamed = speech.say("CHART_UNNAMED")
    return [at or unnamed for at in lanes.get(mark.event_id, ())] or [unnamed]


def _lane_of(mark: Mark, lane: Lane, names: Mapping[str, str], speech: Speech) -> str:
    if lane == "type":
        return speech.table("SHORT_TYPES").get(mark.type, mark.type.capitalize()) or speech.say("CHART_UNNAMED")
    if lane == "place":
        return mark.place or speech.say("LANES_NO_PLACE")
    ids, shown = (mark.initiators, mark.initiator) if lane == "initiator" else (mark.targets, mark.target)
    return names.get(ids[0], shown) if ids else shown


def _lane_order(lanes: Sequence[str], most: int, speech: Speech) -> list[str]:
    counts = Counter(lanes)
    nobody = {speech.say("CHART_UNNAMED"), speech.say("LANES_NO_PLACE")}
    ranked = sorted(counts, key=lambda n: (n in nobody, -counts[n], n))
    return ranked if len(ranked) <= most else [*ranked[: most - 1], speech.say("CHART_OTHERS")]


def _summary(marks: Sequence[Mark], bands: Sequence[Band], undated: int, lane: Lane, speech: Speech) -> str:
    first, last = min(m.start for m in marks), max(m.end for m in marks)
    busiest = ", ".join(f"{b.name} {b.events}" for b in list(reversed(bands))[:5])
    told = speech.say("LANES_SUMMARY", events=speech.count("EVENT_NOUN", len(marks)), busiest=busiest,
                      lane=speech.table("LANES")[lane].lower(), span=span_text(first, last, speech))  # fmt: skip
    if not undated:
        return told
    return f"{told} {speech.say('CHART_UNDATED', events=speech.count('EVENT_NOUN', undated))}"


def _draw(facts: TimelineFacts, sheet: Sheet) -> go.Figure:
    fig, theme = new_figure(), sheet.theme
    names = rung_names(sheet.speech)
    height = facts.bands[-1].y1
    floor = -_QUIET_PX if sheet.narrow and (facts.scale.folds or facts.gaps) else 0
    bands = [
        {"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "y0": b.y0, "y1": b.y1, "fillcolor": theme.panel,
         "line": {"width": 0}, "layer": "below"}
        for b in facts.bands
    ]  # fmt: skip
    fig.update_layout(shapes=bands + fold_strips(facts.scale, sheet, height))
    gap_strips(fig, facts.gaps, facts.scale, sheet, height, base=floor)
    draw_bars(fig, facts.bars, dict(zip(names, theme.levels, strict=True)), facts.scale, theme)
    draw_arrows(fig, facts.arrows, facts.scale, theme)
    limit = hover_limit([p.mark for p in facts.placed], bars=len(facts.bars))
    ranked = sorted(facts.placed, key=lambda p: (-p.rung, p.mark.status != "happened", -p.size, p.mark.event_id))
    entries: list[str] = []
    for (rung, hollow), group in groupby(ranked, key=lambda p: (p.rung, p.mark.status != "happened")):
        placed = list(group)
        look = Look(names[rung], theme.levels[rung], LEVEL_SYMBOLS[rung], theme.panel, hollow, limit, sheet.speech)
        trace = marks_trace(placed, facts.scale, look)
        trace.error_x = date_lines(placed, facts.scale, theme.levels[rung], thickness=1.3, cap=3)
        fig.add_trace(trace)
    rungs = {p.rung for p in facts.placed} | {names.index(bar.kind) for bar in facts.bars}
    for rung in sorted(rungs, reverse=True):
        entries.append(names[rung])
        entry = {"size": 10, "symbol": LEVEL_SYMBOLS[rung], "color": theme.levels[rung]}
        fig.add_trace(legend_entry(names[rung], group=names[rung], mode="markers", marker=entry))
    if any(p.mark.status != "happened" for p in facts.placed):
        entries.append(sheet.speech.say("CHART_NOT_DONE"))
        ring = {"size": 10, "symbol": "circle-open", "color": theme.line, "line": {"width": 2}}
        fig.add_trace(legend_entry(entries[-1], mode="markers", marker=ring))
    if facts.arrows:
        entries.append(sheet.speech.say("CHART_ANSWERS"))
        fig.add_trace(legend_entry(entries[-1], mode="lines", line={"color": theme.line, "width": 1.3}))
    draw_time(
        fig, facts.scale, sheet, days=grave_days([p.mark for p in facts.placed]), top=height, base=floor,
        upright=not sheet.narrow,
    )  # fmt: skip
    draw_lane_names(fig, facts.bands, sheet, height, floor)
    return draw_sheet(fig, sheet, plot_height=height - floor, summary=facts.summary, legend=entries,
                      above=HEADING_PX, meta={"undated": facts.undated, **time_meta(facts.scale)})  # fmt: skip


def draw_lane_names(fig: go.Figure, bands: Sequence[Band], sheet: Sheet, height: float, floor: float = 0) -> None:
    """Lane names left of the lanes, or inside them on a narrow screen; `floor` is the lowest pixel drawn."""
    theme = sheet.theme
    y = {"range": [floor, height], "fixedrange": True, "showticklabels": not sheet.narrow, "tickmode": "array",
         "tickvals": [(b.y0 + b.y1) / 2 for b in bands],
         "ticktext": [label_html(b.name, sheet.left - 14, TEXT_PX) for b in bands],
         "ticklabelstandoff": 8, "tickfont": {"size": TEXT_PX, "color": theme.text}}  # fmt: skip
    fig.update_yaxes(**axis(theme, **y))
    for b in bands if sheet.narrow else ():
        fig.add_annotation(text=escape(cut(b.name, 30)), x=0, y=b.y1 - 1, xref="paper", xanchor="left", yanchor="top",
                           xshift=4, showarrow=False, font={"size": TEXT_PX - 1, "color": theme.muted})  # fmt: skip
