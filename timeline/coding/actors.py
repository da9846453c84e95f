"""Who is named in a text: states, organisations, groups and the people who stand for them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from timeline.coding._actor_candidates import OfficeHolder, read_candidates
from timeline.coding._actor_phrases import Phrase, read_phrases
from timeline.coding._actor_scan import scan, undisguise
from timeline.lexicon.actors import ActorLexicon, fold
from timeline.model import Actor

# Prefixes of the names of naval ships.
_SHIPS = tuple(f"{prefix} " for prefix in ("USS", "HMS", "HMCS", "HMAS", "INS", "USNS", "PNS", "ROKS", "ARA"))

__all__ = ["ActorFinder", "ActorMatch", "OfficeHolder"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMatch:
    """One actor named in a text: `text == source[start:end]`.

    `kind` is what the words are: state, adjective, people, capital, metonym, government, military, media,
    organisation, armed_group, party, bloc, company or person. `as_place` marks a name used for where, not for whom.
    `country` is the ISO code of where the actor is based (a reading aid: the group is not that state).
    `role` and `in_office` come from the lexicon's dated offices; `flag` says why to distrust the match: "homoglyph",
    or "place" where only the place in which they are tells the state ("disputed" where it may be another's).
    """

    start: int
    end: int
    text: str
    actor: Actor
    kind: str
    as_place: bool = False
    country: str = ""
    role: str = ""
    in_office: bool | None = None
    head: str = ""
    flag: str = ""


class ActorFinder:
    """Finds actors by the lexicon; knows nothing of one text when it reads the next."""

    def __init__(self, lexicon: ActorLexicon) -> None:
        self._lexicon = lexicon

    def find(self, text: str, *, on: date | None = None) -> tuple[ActorMatch, ...]:
        """The actors named, in order and without overlap; offices are those held on the day `on`."""
        return self.find_all(text, on=on)[0]

    def find_all(self, text: str, *, on: date | None = None) -> tuple[tuple[ActorMatch, ...], tuple[OfficeHolder, ...]]:
        """The actors named, and unknown names that hold an office: offered to the user, never guessed at."""
        plain = undisguise(text)
        found = scan(plain, self._lexicon)
        phrases = read_phrases(found, self._lexicon)
        holders = read_candidates(found, [(phrase.start, phrase.end) for phrase in phrases])
        matches = tuple(
            self._match(text, phrase, on)
            for phrase in phrases
            if self._existed(phrase, on) and not _is_ship(plain, phrase)
        )
        if plain is not text:
            matches = tuple(_flag_disguised(match, plain) for match in matches)
        return matches, holders

    @property
    def local_bodies(self) -> frozenset[str]:
        """Words for a public body that a town or province may name ("police", "governor")."""
        return self._lexicon.local_bodies

    @property
    def openers(self) -> frozenset[str]:
        """Words whose capital at a sentence's start tells nothing."""
        return self._lexicon.openers

    def is_title(self, word: str) -> bool:
        """Whether a word is an office, a rank or a form of address."""
        lexeme = self._lexicon.lexemes.get(fold(word))
        return lexeme is not None and bool(lexeme.title)

    def is_day(self, word: str) -> bool:
        """Whether a word is a day or a month, which joins no name ("on Friday Otieno")."""
        return word.lower() in self._lexicon.calendar

    def is_word(self, word: str) -> bool:
        """Whether the lexicon knows a word as anything: an actor, an office, a month; then it is no bare surname."""
        return fold(word) in self._lexicon.lexemes or self.is_day(word)

    @property
    def unofficial(self) -> frozenset[str]:
        """Words before a body that say it is not the state's own ("rebel authorities")."""
        return self._lexicon.unofficial

    @property
    def local(self) -> frozenset[str]:
        """Words that may stand between a place and its public body ("Tave riot police")."""
        return self._lexicon.local

    def of_place(self, text: str, start: int, end: int, country: str) -> ActorMatch | None:
        """The state in which a place lies, as whoever these words name; None where it is no state of the lexicon."""
        entry = self._lexicon.actors.get(country)
        if entry is None:
            return None
        words = text[start:end]
        actor = Actor(id=entry.id, name=entry.name, code=entry.code, text=words)
        return ActorMatch(
            start=start, end=end, text=words, actor=actor, kind="government", country=entry.country, flag="place"
        )

    def home(self, match: ActorMatch) -> str:
        """The state an actor is or has its home in; none for bodies of several states."""
        return self._lexicon.home_of(match.actor.code)

    def side_code(self, match: ActorMatch, where: str = "") -> str:
        """The code of an actor's side: a state, or a group behind the state of its home (`where` if it has none)."""
        return self._lexicon.side_code(match.actor.code, where)

    def state_of(self, match: ActorMatch) -> ActorMatch | None:
        """The state an actor belongs to, as a match with the same words; None where it has none."""
        entry = self._lexicon.actors.get(match.country)
        if entry is None:
            return None
        actor = Actor(id=entry.id, name=entry.name, code=entry.code, text=match.text)
        return replace(match, actor=actor, kind="state", as_place=False, country=entry.country, role="")

    def _existed(self, phrase: Phrase, on: date | None) -> bool:
        """Whether the actor was there by the day; later its name may still be told of."""
        since = self._lexicon.actors[phrase.actor_id].since if phrase.actor_id else None
        return since is None or on is None or since <= on

    def _match(self, text: str, phrase: Phrase, on: date | None) -> ActorMatch:
        actor_id, role, in_office = phrase.actor_id, phrase.role, None
        person = self._lexicon.persons.get(phrase.person)
        if person is not None:
            office, in_office = person.role_on(on)
            role = office.role
            actor_id = actor_id or office.actor_id
        entry = self._lexicon.actors[actor_id]
        words = text[phrase.start : phrase.end]
        return ActorMatch(
            start=phrase.start,
            end=phrase.end,
            text=words,
            actor=Actor(id=entry.id, name=entry.name, code=entry.code, text=words, person=phrase.person),
            kind=phrase.kind,
            as_place=phrase.as_place,
            country=entry.country,
            role=role,
            in_office=in_office,
            head=phrase.head,
        )


def _is_ship(text: str, phrase: Phrase) -> bool:
    """ "USS Name": a ship is not the person it is called after."""
    return bool(phrase.person) and text[max(0, phrase.start - 6) : phrase.start].endswith(_SHIPS)


def _flag_disguised(match: ActorMatch, plain: str) -> ActorMatch:
    return match if plain[match.start : match.end] == match.text else replace(match, flag="homoglyph")
