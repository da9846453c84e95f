"""Arcs of the ladder: who answered whom, with the lag where it covers nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pandas as pd

from timeline.figures._ladder_types import LINE_PX, Arc, Placed, Rung
from timeline.figures._marks import gravity, words
from timeline.figures._place import Box, Point, centred, curve, first_clear, line_boxes
from timeline.figures._text import lag_forms, text_px
from timeline.figures.theme import SMALL_PX
from timeline.speech import Speech

# More marks than this leave room for few arcs.
_MANY_MARKS = 150
# A lag is written upon its arc only where the arc is so many times as long, and shows on both sides.
_HIDES = 1.7


class _Link(NamedTuple):
    one: Placed
    two: Placed
    stated: bool
    forms: tuple[str, ...]


def find_arcs(
    responses: pd.DataFrame,
    placed: Sequence[Placed],
    rungs: Sequence[Rung],
    width: float,
    speech: Speech,
    *,
    narrow: bool,
) -> tuple[Arc, ...]:
    """One arc for each response whose two ends are drawn, the gravest first and no more than stay readable.

    `width` is the chart's in pixels: beyond its edges a lag would be cut.
    """
    most = 8 if narrow or len(placed) > _MANY_MARKS else 24
    links = _links(responses, placed, speech)[:most]
    paths = [_path(k.one, k.two, placed, rungs[k.one.rung]) for k in links]
    lines = [line_boxes(path, 2) for path in paths]
    marks = [box for p in placed for box in (p.box, p.bar)]
    arcs: list[Arc] = []
    written: list[Box] = []
    for index, (link, path) in enumerate(zip(links, paths, strict=True)):
        others = [box for i, line in enumerate(lines) if i != index for box in line]
        box, text, beside = _lag_place(path, link.forms[-1:] if narrow else link.forms, marks + others + written, width)
        at = ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2) if box else path[len(path) // 2]
        colour = link.two.key.colour
        ends = link.two.mark.event_id, link.one.mark.event_id
        arcs.append(Arc(*ends, path, link.stated, text, at, colour, beside))
        written += [box] if box else []
    return tuple(arcs)


def _links(responses: pd.DataFrame, placed: Sequence[Placed], speech: Speech) -> list[_Link]:
    at = {p.mark.event_id: p for p in placed}
    found: dict[tuple[str, str], _Link] = {}
    for row in responses.to_dict("records"):
        one, two = at.get(str(row["responds_to"])), at.get(str(row["event_id"]))
        if one and two and one is not two:
            forms = lag_forms(row["lag_days"], row["lag_days_max"], speech)
            found.setdefault(
                (one.mark.event_id, two.mark.event_id), _Link(one, two, words(row["basis"]) != "inferred", forms)
            )
    weigh = {pair: gravity(k.one.mark, k.one.rung) + gravity(k.two.mark, k.two.rung) for pair, k in found.items()}
    return [found[pair] for pair in sorted(found, key=lambda pair: (-weigh[pair], pair))]


def _path(one: Placed, two: Placed, placed: Sequence[Placed], rung: Rung) -> tuple[Point, ...]:
    """From what was done to its answer: a hanging bow inside a rung, else the S that runs through the fewest marks."""
    if one.rung == two.rung:
        return _bow(one, two, placed, rung)
    low, high = sorted((one.y, two.y))
    between = [p.box for p in placed if p is not one and p is not two and low - 40 <= p.y <= high + 40]
    return min(_curves(one, two), key=lambda path: _hits(path, between))


def _hits(path: Sequence[Point], marks: Sequence[Box]) -> int:
    steps = line_boxes(path, 1)
    return sum(any(step.meets(mark) for step in steps) for mark in marks)


def _curves(one: Placed, two: Placed) -> Iterator[tuple[Point, ...]]:
    """Ways from one rung to another, the plainest first: steeper, flatter, leaning out to either side."""
    way = -1 if two.rung < one.rung else 1
    start = (one.x, one.y + way * (one.size / 2 + 1))
    end = (two.x, two.y - way * (two.size / 2 + 2))
    for lean in (0, 26, -26, 52, -52):
        for share in (0.55, 0.35, 0.8):
            bend = way * max(abs(end[1] - start[1]) * share, 24)
            yield curve(start, (start[0] + lean, start[1] + bend), (end[0] + lean, end[1] - bend), end)


def _bow(one: Placed, two: Placed, placed: Sequence[Placed], rung: Rung) -> tuple[Point, ...]:
    left, right = sorted((one.x, two.x))
    between = [p.y - p.size / 2 for p in placed if p.rung == one.rung and left - 8 <= p.x <= right + 8]
    low = max(min(between, default=rung.floor) - 13, rung.y0 + 8)
    start, end = (one.x, one.y - one.size / 2 - 1), (two.x, two.y - two.size / 2 - 2)
    bend = (4 * low - (start[1] + end[1]) / 2) / 3
    inset = (end[0] - start[0]) * 0.18
    return curve(start, (start[0] + inset, bend), (end[0] - inset, bend), end)


def _lag_place(
    points: Sequence[Point], forms: Sequence[str], taken: Sequence[Box], edge: float
) -> tuple[Box | None, str, float]:
    """Where on the arc, or beside it and how far, the lag is written, in the longest form that finds room."""
    spread = max(abs(points[-1][0] - points[0][0]), abs(points[-1][1] - points[0][1]))
    own, inside = line_boxes(points, 1), Box(2, 0, edge - 2, float("inf"))
    for form in forms:
        width = text_px(form, SMALL_PX) + 6
        on = first_clear(_upon(points, width), taken, inside) if spread >= _HIDES * width else None
        if on:
            return on, form, 0
        for dx, dy in _steps_aside(width):
            box = first_clear(_moved(points, dx, dy, width), [*taken, *own], inside)
            if box:
                return box, form, dx
    return None, "", 0


def _order(points: Sequence[Point]) -> list[int]:
    """Places on a line, from its middle outwards, its ends left free."""
    return sorted(range(2, len(points) - 2), key=lambda i: abs(i - len(points) // 2))


def _upon(points: Sequence[Point], width: float) -> Iterator[Box]:
    return (centred(*points[i], width, LINE_PX + 1) for i in _order(points))


def _steps_aside(width: float) -> tuple[Point, ...]:
    """Under the line, over it, right and left of it."""
    aside, along = LINE_PX / 2 + 5, width / 2 + 5
    return (0, -aside), (0, aside), (along, 0), (-along, 0)


def _moved(points: Sequence[Point], dx: float, dy: float, width: float) -> Iterator[Box]:
    return (centred(points[i][0] + dx, points[i][1] + dy, width, LINE_PX + 1) for i in _order(points)[:5])
