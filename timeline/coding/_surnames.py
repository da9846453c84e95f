"""People named once in full with their office: later in the article the surname alone is enough ("Otieno said")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from timeline.coding.actors import ActorFinder, ActorMatch

# Shorter words are initials, particles and the like.
_SHORTEST = 4
# A given name and a family name, without which nobody is introduced.
FULL_NAME = 2
# With so many words a name may be shortened to one in the middle ("Muse Bihi Abdi", "Pedro Castillo Terrones").
_LONG_NAME = 3
_WORDS = re.compile(r"[^\W\d_][\w'’-]*")
_NAME_BEFORE = re.compile(r"([A-Z][\w'’-]*)\.? $")
_NAME_AFTER = re.compile(r"(?:-| (?:(?:al|el|bin|ibn|van|de|der|den|von|da|dos|del|di|la|le)[ -])?)[A-Z]")
_SENTENCE_OPENS = re.compile(r"(?:^|[.!?:;—–])\s*[\"“‘'(]*$")


class Surnames:
    """What an article has told of its people so far; one for each article, filled as its sentences are opened."""

    def __init__(self, finder: ActorFinder) -> None:
        self._finder = finder
        self._known: dict[str, ActorMatch | None] = {}

    def read(self, text: str, people: tuple[ActorMatch, ...]) -> tuple[ActorMatch, ...]:
        """The actors of a sentence with those that only a surname names, in order; its full names are remembered."""
        for match in people:
            if match.kind == "person" and match.actor.person:
                self._remember(match)
        if not self._known:
            return people
        found = [
            m for name, person in self._known.items() if person and name in text for m in _named(text, name, person)
        ]
        titled = [self._as_called(text, match) for match in found]
        new = [match for match in titled if match is not None and not _overlaps(match, people)]
        return tuple(sorted((*people, *new), key=lambda match: match.start)) if new else people

    def _remember(self, match: ActorMatch) -> None:
        words = _WORDS.findall(match.actor.person)
        if len(words) < FULL_NAME or match.actor.person not in match.text:
            return
        for word in words[1:] if len(words) >= _LONG_NAME else words[-1:]:
            if not is_surname(word) or self._finder.is_word(word):
                continue
            # One surname of two people on different sides means neither when it stands alone.
            old = self._known.get(word, match)
            same = old is not None and old.actor.id == match.actor.id
            self._known[word] = match if same else None

    def _as_called(self, text: str, match: ActorMatch) -> ActorMatch | None:
        """The match with the office before it ("President Otieno"), or None where another name joins it."""
        before = _NAME_BEFORE.search(text, max(0, match.start - 40), match.start)
        if before is None or self._finder.is_day(before[1]):
            return match
        if self._finder.is_title(before[1]):
            start = before.start(1)
            words = text[start : match.end]
            return replace(match, start=start, text=words, actor=replace(match.actor, text=words))
        opens = _SENTENCE_OPENS.search(text[: before.start(1)]) is not None
        return match if opens and before[1].lower() in self._finder.openers else None


def is_surname(word: str) -> bool:
    """Whether a word of a full name is long enough to mean somebody where it stands alone."""
    return len(word) >= _SHORTEST and word[0].isupper()


def _named(text: str, name: str, person: ActorMatch) -> Iterable[ActorMatch]:
    """Every place where a surname stands as a word of its own that no other name follows."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        whole = not text[at - 1 : at].isalnum() and text[at - 1 : at] != "-" and not text[end : end + 1].isalnum()
        if whole and _NAME_AFTER.match(text, end) is None:
            yield replace(
                person, start=at, end=end, text=name, actor=replace(person.actor, text=name), as_place=False, head=""
            )
        at = text.find(name, end)


def _overlaps(match: ActorMatch, people: tuple[ActorMatch, ...]) -> bool:
    return any(match.start < one.end and one.start < match.end for one in people)
