"""The frozen values of the actor lexicon: actors, people in office, and the phrases that name them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import ahocorasick


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntry:
    """One actor: `code` is the ISO alpha-3 of the state it is or acts for, else its own id.

    `country` is where it is mainly based, `parent` what it belongs to; both may be empty.
    """

    id: str
    name: str
    kind: str
    code: str
    country: str = ""
    parent: str = ""
    since: date | None = None
    until: date | None = None
    wikidata: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """An office held for an actor between two days, open where None."""

    role: str
    actor_id: str
    since: date | None = None
    until: date | None = None

    def holds(self, on: date) -> bool:
        """Whether the office was held on that day."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)

    def days_from(self, on: date) -> int:
        """How far the day lies outside the time in office; 0 inside it."""
        if self.since is not None and on < self.since:
            return (self.since - on).days
        return (on - self.until).days if self.until is not None and on > self.until else 0


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person and the offices they held, earliest first."""

    name: str
    roles: tuple[Role, ...]

    def role_on(self, on: date | None) -> tuple[Role, bool | None]:
        """The office held on a day and True, else the nearest one and False; the last one and None without a day."""
        if on is None:
            return self.roles[-1], None
        held = [role for role in self.roles if role.holds(on)]
        return (held[-1], True) if held else (min(self.roles, key=lambda role: role.days_from(on)), False)


@dataclass(frozen=True, slots=True)
class Caution:
    """What decides whether an ambiguous word is the actor."""

    rule: str
    for_it: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Name:
    """What a phrase names: an actor or a person, and as what (state, adjective, capital ...).

    `attributive` marks a state's name that also serves as its adjective ("US forces").
    """

    kind: str
    actor_id: str = ""
    person: str = ""
    short: bool = False
    attributive: bool = False
    caution: Caution | None = None


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One phrase of the automaton and everything it may be.

    `capital` is the offset of the letter that must be a capital (-1: none); `exact` the spellings that are
    demanded instead, for acronyms.
    """

    phrase: str
    name: Name | None = None
    capital: int = -1
    exact: frozenset[str] = frozenset()
    organ: str = ""
    after_noun: bool = True
    local: bool = False
    title: str = ""
    blocked: bool = False


@dataclass(frozen=True)
class ActorLexicon:
    """Everything compiled from the actor tables; built once, shared, never changed."""

    actors: Mapping[str, ActorEntry]
    persons: Mapping[str, PersonEntry]
    lexemes: Mapping[str, Lexeme]
    links: Mapping[tuple[str, str], bool]
    us_states: frozenset[str]
    openers: frozenset[str]
    everyday: frozenset[str]
    calendar: frozenset[str]
    unofficial: frozenset[str]
    local: frozenset[str]
    sites: frozenset[str]
    sectors: Mapping[str, str]
    automaton: ahocorasick.Automaton = field(repr=False, compare=False)

    @cached_property
    def local_bodies(self) -> frozenset[str]:
        """The phrases of `organs.csv` that are the organ of whatever place they are "in"."""
        return frozenset(phrase for phrase, lexeme in self.lexemes.items() if lexeme.local)

    def home_of(self, actor_id: str) -> str:
        """The state an actor has its home in; none for bodies of several states, wherever they are posted."""
        entry = self.actors[actor_id]
        parent = self.actors.get(entry.parent)
        posted = entry.kind in ("organisation", "military", "bloc") and parent is not None and not parent.country
        return "" if posted else entry.country

    def side_code(self, code: str, where: str = "") -> str:
        """The state itself, else CAMEO's composition for a non-state actor: home state, sector and id.

        `where` is the state in which the text places an armed group that has no home of its own.
        """
        entry = self.actors[code]
        home = self.home_of(code) or (where if entry.kind == "armed_group" else "")
        if entry.kind == "state" or not home:
            return code
        return f"{home}{self.sectors.get(entry.kind, '')}_{entry.id}"
