"""Coasts and borders a map is drawn upon: the outlines of states that come with countryinfo (MIT).

Plotly fetches its own from another host. These are drawn at 1:110 million, true to about ten kilometres, and some
states have none there (Hungary, Montenegro, Myanmar, Palestine, Serbia and small islands): what borders on others is
drawn by those. They help a reader find the place; they say nothing about who holds or claims what.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
from countryinfo import CountryInfo
from numpy.typing import NDArray

from timeline.figures._backdrop import Window

Line = NDArray[np.float32]
"""Points in degrees, a row each: longitude, latitude."""

# Bends that reach no further than this from a straight line are left out, and ever larger ones until no more than so
# many points are left: about 27 kB.
_FINEST_PX, _MOST_POINTS = 1.0, 2_500


def outlines_in(window: Window, px_a_degree: float) -> Line:
    """Every coast and border that meets a window as one line, rows of NaN between its parts.

    A border two states share is drawn once; bends too small to see at this scale are left out.
    """
    runs = [run for line in _lines() for run in _within(line, window)]
    far = _FINEST_PX / px_a_degree
    parts = [_thinned(run, far) for run in runs]
    while sum(map(len, parts)) + len(parts) > _MOST_POINTS:
        far *= 1.5
        runs = [run for run in runs if np.ptp(run, axis=0).max() > far]
        parts = [_thinned(run, far) for run in runs]
    gap = np.full((1, 2), np.nan, dtype=np.float32)
    return np.concatenate([row for part in parts for row in (part, gap)]) if parts else gap[:0]


def _within(line: Line, window: Window) -> Iterator[Line]:
    """The runs of a line whose steps may be seen in a window."""
    lows, highs = np.minimum(line[:-1], line[1:]), np.maximum(line[:-1], line[1:])
    seen = (
        (highs[:, 0] >= window.west)
        & (lows[:, 0] <= window.east)
        & (highs[:, 1] >= window.south)
        & (lows[:, 1] <= window.north)
    )
    edges = np.flatnonzero(np.diff(np.concatenate(([0], seen.astype(np.int8), [0]))))
    for start, stop in zip(edges[::2], edges[1::2], strict=True):
        yield line[start : stop + 1]


def _thinned(line: Line, far: float) -> Line:
    """A line without the points that lie nearer than `far` degrees to it (Douglas and Peucker 1973); its ends stay."""
    kept = np.zeros(len(line), dtype=bool)
    kept[[0, -1]] = True
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        away = _away(line[first : last + 1])
        bend = int(away.argmax())
        if away[bend] > far:
            kept[first + bend] = True
            spans += [(first, first + bend), (first + bend, last)]
    return line[kept]


def _away(points: Line) -> Line:
    """How far each point lies from the straight line between the first and the last; degrees."""
    (east, north), steps = points[-1] - points[0], points - points[0]
    long = np.hypot(east, north)
    # A ring ends where it begins.
    away: Line = np.abs(east * steps[:, 1] - north * steps[:, 0]) / long if long else np.hypot(*steps.T)
    return away


@cache
def _lines() -> tuple[Line, ...]:
    """Every outline of every state, a stretch that two of them share only once."""
    drawn: set[frozenset[tuple[float, float]]] = set()
    return tuple(
        np.array(run, dtype=np.float32)
        for state in CountryInfo.all().values()
        for ring in _rings(state.get("geoJSON") or {})
        if not _is_box(ring)
        for run in _undrawn(ring, drawn)
    )


def _rings(outline: Mapping[str, Any]) -> Iterator[Sequence[tuple[float, float]]]:
    """Every ring of a GeoJSON feature collection (RFC 7946, sections 3.1.6 and 3.1.7)."""
    for feature in outline.get("features", ()):
        shape = feature["geometry"]
        polygons: Iterable[Any] = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
        for polygon in polygons:
            for ring in polygon:
                yield [(float(lon), float(lat)) for lon, lat, *_ in ring]


def _is_box(ring: Sequence[tuple[float, float]]) -> bool:
    """Whether a ring is a bare rectangle: it stands for an outline that is not known."""
    return len({lon for lon, _ in ring}) == len({lat for _, lat in ring}) == 2


def _undrawn(
    ring: Sequence[tuple[float, float]], drawn: set[frozenset[tuple[float, float]]]
) -> Iterator[list[tuple[float, float]]]:
    """The runs of a ring that no ring before has drawn."""
    run: list[tuple[float, float]] = []
    for start, end in pairwise(ring):
        step = frozenset((start, end))
        if step in drawn:
            if run:
                yield run
            run = []
        else:
            drawn.add(step)
            run = [*run, end] if run else [start, end]
    if run:
        yield run
