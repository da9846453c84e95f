"""The parts of a ladder, in pixels with y upwards."""

from __future__ import annotations

from typing import NamedTuple

from timeline.figures._marks import Key, Mark
from timeline.figures._place import Box, Point, centred

LINE_PX, LANE_PX = 14, 31


class Rung(NamedTuple):
    """One band from y0 to y1; marks lie between `floor` and `ceiling`, words above, arcs below."""

    name: str
    y0: float
    y1: float
    floor: float
    ceiling: float


class Placed(NamedTuple):
    """A mark with its place: centre, ends of its date and diameter."""

    mark: Mark
    rung: int
    key: Key
    x: float
    x0: float
    x1: float
    y: float
    size: int

    @property
    def hollow(self) -> bool:
        """Whether the text stops short of saying that it happened."""
        return self.mark.status != "happened"

    @property
    def box(self) -> Box:
        """What it covers, without its date line."""
        return centred(self.x, self.y, self.size + 3, self.size + 3)

    @property
    def bar(self) -> Box:
        """What its date line covers."""
        return Box(self.x0, self.y - 3, self.x1, self.y + 3)


class Arc(NamedTuple):
    """A response and what it answers, joined, in the colour of who answers; `text` is the lag, "" without room.

    `at` is the centre of the lag at the planned width, `beside` how far that is right of its point of the line: on a
    wider chart lines move apart, words do not grow.
    """

    event_id: str
    responds_to: str
    points: tuple[Point, ...]
    stated: bool
    text: str
    at: Point
    colour: str
    beside: float = 0


class Label(NamedTuple):
    """Words beside a mark: (dx, dy) lead from (x, y), a point of the mark or of its date line, to their centre."""

    event_id: str
    lines: tuple[str, ...]
    x: float
    y: float
    dx: float
    dy: float
    size: float
    led: bool

    @property
    def top(self) -> float:
        """The upper edge of the words."""
        return self.y + self.dy + LINE_PX * len(self.lines) / 2 + 1
