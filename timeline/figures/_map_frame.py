"""The stretch of the earth a map shows, and where on the sheet a point of it lies."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians
from typing import NamedTuple

from timeline.figures._backdrop import Window
from timeline.figures._layout import Sheet
from timeline.figures._place import Point

# Degrees of air around the marks, and the least a map spans: about a small country.
_AIR, _LEAST = 0.08, 4.0


def window_of(points: Sequence[Point]) -> Window:
    """The stretch that holds all points (longitude, latitude), with a little air."""
    sides = []
    for low, high in ((min(p), max(p)) for p in zip(*points, strict=True)):
        air = max((high - low) * _AIR, (_LEAST - (high - low)) / 2, 0.4)
        sides += [low - air, high + air]
    return Window(max(sides[0], -180.0), min(sides[1], 180.0), max(sides[2], -85.0), min(sides[3], 85.0))


class Frame(NamedTuple):
    """The window widened to the shape of the sheet, and pixels a degree at the planned width."""

    window: Window
    px_lon: float
    px_lat: float
    height: float

    @classmethod
    def of(cls, window: Window, sheet: Sheet) -> Frame:
        """The frame of a window on a sheet; degrees of longitude are as wide as in the window's middle."""
        stretch = 1 / max(cos(radians((window.south + window.north) / 2)), 0.2)
        wide, high = window.east - window.west, (window.north - window.south) * stretch
        height = min(max(sheet.plot_width * high / wide, 300 if sheet.narrow else 400), 460 if sheet.narrow else 620)
        # Widen whichever side is too short for the box; what was asked for stays in the middle.
        px = min(sheet.plot_width / wide, height / high)
        east, north = sheet.plot_width / px / 2, height / px / stretch / 2
        lon, lat = (window.west + window.east) / 2, (window.south + window.north) / 2
        return cls(Window(lon - east, lon + east, lat - north, lat + north), px, px * stretch, height)

    def entry(self, start: Point, end: Point) -> Point:
        """Where a line to a point of the map enters it: its start, or the point on the edge (Liang and Barsky 1984)."""
        window, share = self.window, 0.0
        for at, to, low, high in (
            (start[0], end[0], window.west, window.east),
            (start[1], end[1], window.south, window.north),
        ):
            edge = low if at < low else high if at > high else at
            if edge != at:
                share = max(share, (edge - at) / (to - at))
        return (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])) if share else start

    def pixels(self, lon: float, lat: float) -> Point:
        """Pixels right and up from the lower left corner."""
        return (lon - self.window.west) * self.px_lon, (lat - self.window.south) * self.px_lat

    def degrees(self, point: Point) -> Point:
        """Longitude and latitude of a pixel: the inverse of `pixels`."""
        return self.window.west + point[0] / self.px_lon, self.window.south + point[1] / self.px_lat
