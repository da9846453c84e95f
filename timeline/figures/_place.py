"""Where marks, arcs and labels go so that none covers another: plain rectangles in pixels, no drawing."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle in pixels, y upwards."""

    x0: float
    y0: float
    x1: float
    y1: float

    def meets(self, other: Box) -> bool:
        """Whether the two share any area."""
        return self.x0 < other.x1 and other.x0 < self.x1 and self.y0 < other.y1 and other.y0 < self.y1


Point = tuple[float, float]


def stack(spans: Sequence[tuple[float, float, int]]) -> tuple[list[int], int]:
    """A row for each (x0, x1, rows needed), first fit in the order given, and the number of rows used."""
    rows: list[list[tuple[float, float]]] = []
    found: list[int] = []
    for x0, x1, need in spans:
        row = 0
        while not all(_free(rows[r], x0, x1) for r in range(row, min(row + need, len(rows)))):
            row += 1
        while len(rows) < row + need:
            rows.append([])
        for taken in rows[row : row + need]:
            insort(taken, (x0, x1))
        found.append(row)
    return found, len(rows)


class Item(NamedTuple):
    """A mark to be stacked: its centre, the ends of its date, its diameter; `first` ones get the upper rows."""

    x: float
    x0: float
    x1: float
    size: float
    first: bool = False


# Beyond this many in a band, date lines may pass behind other marks: rows would never end.
_MOST_BARS = 80
_ROW_PX = 22.0


class Packed(NamedTuple):
    """Pixels from the top of a band down to each mark's centre, the height of all rows, and what share of their full
    height that is."""

    offsets: list[float]
    height: float
    squeeze: float


def pack(items: Sequence[Item], *, most_px: float) -> Packed:
    """Stack marks into rows of a band at most `most_px` high.

    Short dates come before long ones, so that a vague date never pushes an exact one away.
    """
    if not items:
        return Packed([], 0.0, 1.0)
    pitch = min(sorted(i.size for i in items)[len(items) * 3 // 4] + 4, _ROW_PX)
    reaches = [_reach(i, bars=len(items) <= _MOST_BARS) for i in items]

    def rank(index: int) -> tuple[bool, bool, float]:
        x0, x1 = reaches[index]
        return (not items[index].first, x1 - x0 > 90, x0)

    order = sorted(range(len(items)), key=rank)
    need = [max(1, -int(-(items[i].size + 2) // pitch)) for i in order]
    rows, count = stack([(*reaches[i], n) for i, n in zip(order, need, strict=True)])
    squeeze = min(1.0, most_px / count / pitch)
    pitch *= squeeze
    offsets = {i: (row + n / 2) * pitch for i, row, n in zip(order, rows, need, strict=True)}
    return Packed([offsets[i] for i in range(len(items))], count * pitch, squeeze)


def _reach(item: Item, *, bars: bool) -> tuple[float, float]:
    half = item.size / 2 + 1.5
    if not bars:
        return item.x - half, item.x + half
    return min(item.x - half, item.x0 - 2), max(item.x + half, item.x1 + 2)


def curve(start: Point, bend_a: Point, bend_b: Point, end: Point, steps: int = 14) -> tuple[Point, ...]:
    """A cubic Bézier curve as points."""
    points = []
    for i in range(steps + 1):
        t, u = i / steps, 1 - i / steps
        a, b, c, d = u**3, 3 * u * u * t, 3 * u * t * t, t**3
        x, y = (a * start[k] + b * bend_a[k] + c * bend_b[k] + d * end[k] for k in (0, 1))
        points.append((round(x, 1), round(y, 1)))
    return tuple(points)


def line_boxes(points: Sequence[Point], reach: float = 3) -> list[Box]:
    """Small boxes along a line, for keeping words off it."""
    boxes = []
    for (ax, ay), (bx, by) in pairwise(points):
        steps = max(int(max(abs(bx - ax), abs(by - ay)) // 8), 1)
        for i in range(steps + 1):
            x, y = ax + (bx - ax) * i / steps, ay + (by - ay) * i / steps
            boxes.append(Box(x - reach, y - reach, x + reach, y + reach))
    return boxes


def centred(x: float, y: float, width: float, height: float) -> Box:
    """A box around a point."""
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def first_clear(candidates: Iterable[Box], taken: Sequence[Box], inside: Box) -> Box | None:
    """The first candidate inside `inside` that meets nothing taken."""
    for box in candidates:
        held = inside.x0 <= box.x0 and box.x1 <= inside.x1 and inside.y0 <= box.y0 and box.y1 <= inside.y1
        if held and not any(box.meets(other) for other in taken):
            return box
    return None


def _free(taken: list[tuple[float, float]], x0: float, x1: float) -> bool:
    """Whether [x0, x1] touches none of the disjoint sorted intervals."""
    index = bisect_left(taken, (x0, x0))
    after = index == len(taken) or taken[index][0] >= x1
    before = index == 0 or taken[index - 1][1] <= x0
    return after and before
