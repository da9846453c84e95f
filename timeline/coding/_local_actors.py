"""Public bodies that only a town or province names: "Karachi police", "officials in Kano", "the mayor of Kherson"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.coding.actors import ActorFinder, ActorMatch
from timeline.coding.places import PlaceFinder, PlaceMatch

# Capitalised words before a town that make it part of another name are no concern of the pattern: the gazetteer
# must know the whole run.
_NAME = r"(?:[A-Z][\w'’-]*|(?:al|el)-[A-Z][\w'’-]*)(?: [A-Z][\w'’-]*){0,3}"
_ARTICLES = frozenset(("a", "an"))


class LocalActors:
    """Finds them by the gazetteer and the organs that `organs.csv` calls local; never where an actor is named."""

    def __init__(self, finder: ActorFinder, places: PlaceFinder) -> None:
        self._finder, self._places = finder, places
        bodies = "|".join(re.escape(body) for body in sorted(finder.local_bodies, key=len, reverse=True))
        local = "|".join(re.escape(word) for word in sorted(finder.local, key=len, reverse=True))
        body = rf"(?i:(?:(?:{local}) ){{0,2}}(?:{bodies}))"
        # What no match can do without, looked for first: most sentences name no such body.
        self._some_body = re.compile(rf"\W(?:{bodies.lower()})\b")
        self._preceded = re.compile(rf" (?:{bodies.lower()})\b(?!-)")
        self._before = re.compile(rf"(?<![\w'’.-])(?P<name>{_NAME})(?:'s|’s)? {body}\b(?!-)")
        self._followed = re.compile(rf"\b(?:{bodies}) (?:in|of) ".lower())
        self._behind = re.compile(
            rf"(?P<word>[\w-]+ )?\b(?P<body>{body}) (?:in|of) (?:the )?"
            rf"(?:[a-z-]+ ){{0,3}}(?:of )?(?P<name>{_NAME})"
        )

    def find(self, text: str, people: tuple[ActorMatch, ...]) -> tuple[ActorMatch, ...]:
        """The actors named with the local bodies among them, in order and without overlap.

        Each local body is a match of kind "government" whose `flag` is "place": its state is that of the place.
        """
        low = f" {text.lower()}"
        if not self._some_body.search(low):
            return people
        before = self._named_before(text) if self._preceded.search(low) else ()
        behind = self._named_behind(text) if self._followed.search(low) else ()
        taken = [(match.start, match.end) for match in people if not match.as_place]
        found: list[ActorMatch] = []
        for start, end, place in (*before, *behind):
            if any(start < last and first < end for first, last in taken):
                continue
            match = self._finder.of_place(text, start, end, place.place.country)
            if match is not None:
                taken.append((start, end))
                found.append(match)
        if not found:
            return people
        rest = [m for m in people if not any(one.start <= m.start < one.end for one in found)]
        return tuple(sorted((*rest, *found), key=lambda match: match.start))

    def _named_before(self, text: str) -> Iterator[tuple[int, int, PlaceMatch]]:
        for match in self._before.finditer(text):
            words = match["name"].split(" ")
            for first in range(len(words)):
                start = match.start("name") + sum(len(word) + 1 for word in words[:first])
                place = self._places.read(text, start, match.end("name"), certain=first == 0)
                if place is not None:
                    if first == 0 or words[first - 1].lower() in _ARTICLES | self._finder.openers:
                        yield start, match.end(), place
                    break

    def _named_behind(self, text: str) -> Iterator[tuple[int, int, PlaceMatch]]:
        for match in self._behind.finditer(text):
            before = (match["word"] or "").strip().lower()
            if before.rsplit("-", 1)[-1] in self._finder.unofficial or before[:1].isupper():
                continue
            words = match["name"].split(" ")
            for last in range(len(words), 0, -1):
                end = match.start("name") + len(" ".join(words[:last]))
                place = self._places.read(text, match.start("name"), end)
                if place is not None:
                    yield match.start("body"), end, place
                    break
