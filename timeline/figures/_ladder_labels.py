"""Labels of the ladder: the gravest events named beside their marks, where nothing is covered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.figures._crowd import Bar
from timeline.figures._ladder_types import LANE_PX, LINE_PX, Arc, Label, Placed, Rung
from timeline.figures._marks import gravity
from timeline.figures._place import Box, centred, line_boxes
from timeline.figures._scale import Scale
from timeline.figures._text import text_px, wrap
from timeline.figures.theme import SMALL_PX

# Where a label may stand over its mark, in widths from the centre; the order in which they are tried is the plan.
_PLANS = (
    (0.0, 0.3, -0.3, 0.46, -0.46),
    (-0.46, -0.3, 0.0, 0.3, 0.46),
    (0.46, 0.3, 0.0, -0.3, -0.46),
    (-0.3, 0.3, 0.0, -0.46, 0.46),
)
_TURNS = 5


class _Spot(NamedTuple):
    """A place for words: their box, the point they hang on, and whether a line leads there."""

    lines: tuple[str, ...]
    box: Box
    x: float
    led: bool


def place_labels(
    wanted: Sequence[Placed],
    placed: Sequence[Placed],
    arcs: Sequence[Arc],
    rungs: Sequence[Rung],
    scale: Scale,
    bars: Sequence[Bar] = (),
    *,
    narrow: bool,
) -> tuple[Label, ...]:
    """Labels for the gravest, each where it covers nothing; one that finds no room is left to the pointer.

    Positions are pixels from the mark at the planned width: on a wider chart marks move apart, labels do not grow.
    """
    taken = [p.box for p in placed] + [p.bar for p in placed] + [Box(b.x0, b.y0, b.x1, b.y1) for b in bars]
    for arc in arcs:
        taken += line_boxes(arc.points)
        if arc.text:
            taken.append(centred(*arc.at, text_px(arc.text, SMALL_PX) + 8, LINE_PX + 2))
    if narrow:
        taken += [Box(0, r.y1 - 17, text_px(r.name, SMALL_PX) + 8, r.y1) for r in rungs]
    taken += [Box(f.x0, 0, f.x1, 16) for f in scale.folds]
    order = sorted(wanted, key=lambda p: (-gravity(p.mark, p.rung), p.mark.event_id))
    # Cubed: no two lesser labels are worth the loss of the gravest one.
    weight = {p.mark.event_id: gravity(p.mark, p.rung) ** 3 for p in order}
    best: tuple[Label, ...] = ()
    for plan in _PLANS:
        queue = order
        for _ in range(_TURNS):
            labels = _try(queue, taken, rungs, scale.width, plan, narrow=narrow)
            best = max(best, labels, key=lambda found: sum(weight[label.event_id] for label in found))
            drawn = {label.event_id for label in labels}
            if len(drawn) == len(queue):
                return labels
            # Those left out go first the next time (squeaky-wheel search); otherwise the order stays.
            queue = sorted(queue, key=lambda p: p.mark.event_id in drawn)
    return best


def _try(
    ranked: Sequence[Placed],
    blocked: Sequence[Box],
    rungs: Sequence[Rung],
    width: float,
    plan: Sequence[float],
    *,
    narrow: bool,
) -> tuple[Label, ...]:
    taken = list(blocked)
    labels: list[Label] = []
    for p in ranked:
        rung = rungs[p.rung]
        near = [b for b in taken if b.y1 > rung.y0 and b.y0 < rung.y1]
        inside = Box(2, rung.y0 + 1, width - 2, rung.y1 - 1)
        spot = next((s for s in _spots(p, rung, plan, narrow=narrow) if _fits(s, p, near, inside)), None)
        if spot is None:
            continue
        taken += [spot.box, *_leader(spot, p, 2)]
        middle = ((spot.box.x0 + spot.box.x1) / 2, (spot.box.y0 + spot.box.y1) / 2)
        dx, dy = round(middle[0] - spot.x, 1), round(middle[1] - p.y, 1)
        labels.append(Label(p.mark.event_id, spot.lines, spot.x, p.y, dx, dy, p.size, spot.led))
    return tuple(labels)


def _spots(p: Placed, rung: Rung, plan: Sequence[float], *, narrow: bool) -> Iterator[_Spot]:
    two = tuple(wrap(p.mark.label, 118 if narrow else 165, SMALL_PX, 2))
    one = tuple(wrap(p.mark.label, 150 if narrow else 210, SMALL_PX, 1))
    yield from _above(p, two, rung, plan)
    if len(two) == 1 or not one[0].endswith("…"):
        yield from _beside(p, one)
    yield from _beside(p, two)


def _fits(spot: _Spot, p: Placed, near: Sequence[Box], inside: Box) -> bool:
    box = spot.box
    if box.x0 < inside.x0 or box.x1 > inside.x1 or box.y0 < inside.y0 or box.y1 > inside.y1:
        return False
    if any(box.meets(other) for other in near):
        return False
    foreign = [other for other in near if not other.meets(p.box)]
    return not any(step.meets(other) for step in _leader(spot, p, 1) for other in foreign)


def _leader(spot: _Spot, p: Placed, reach: float) -> list[Box]:
    """The line from a mark up to its words."""
    if not spot.led:
        return []
    return line_boxes([(p.x, p.y + p.size / 2 + 3), ((spot.box.x0 + spot.box.x1) / 2, spot.box.y0)], reach)


def _size(lines: Sequence[str]) -> tuple[float, float]:
    return max(text_px(line, SMALL_PX) for line in lines) + 6, LINE_PX * len(lines) + 1


def _above(p: Placed, lines: tuple[str, ...], rung: Rung, plan: Sequence[float]) -> Iterator[_Spot]:
    """Over the marks of the rung, lane after lane."""
    width, height = _size(lines)
    base = rung.ceiling + 5
    while base + height <= rung.y1:
        for shift in plan:
            yield _Spot(lines, centred(p.x + shift * width, base + height / 2, width, height), p.x, led=True)
        base += LANE_PX


def _beside(p: Placed, lines: tuple[str, ...]) -> Iterator[_Spot]:
    """Right of the mark or of its date line, left of it, over it, under it."""
    width, height = _size(lines)
    half = p.size / 2 + 3
    right, left = max(p.x + half, p.x1 + 4), min(p.x - half, p.x0 - 4)
    low, high = p.y - height / 2, p.y + height / 2
    yield _Spot(lines, Box(right, low, right + width, high), p.x1 if p.x1 + 4 >= p.x + half else p.x, led=False)
    yield _Spot(lines, Box(left - width, low, left, high), p.x0 if p.x0 - 4 <= p.x - half else p.x, led=False)
    for middle in (p.y + half + height / 2, p.y - half - height / 2):
        yield _Spot(lines, centred(p.x, middle, width, height), p.x, led=False)
