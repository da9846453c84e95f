"""Places that are what was attacked, taken or closed: "shelled Ostvik", where no preposition makes it a place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.coding._complements import complements
from timeline.coding._drafts import Draft
from timeline.coding._reading import Reading, line_word
from timeline.coding.actors import ActorFinder
from timeline.coding.places import PlaceFinder, PlaceMatch

_TYPES = frozenset(("ASSAULT", "COERCE", "MOBILIZE"))
# What is done to persons: a name behind it is hardly a town's.
_PERSONAL = frozenset(("abduct", "arrest", "beat", "deport", "targeted", "torture"))
_OBJECTS = frozenset(("obj", "into"))


def place_struck(
    reading: Reading, drafts: Sequence[Draft], finder: ActorFinder, places: PlaceFinder, countries: Iterable[str]
) -> None:
    """Note the place that an act of force has for its object, and give it the place's state where nobody is named.

    Only where that is another state than the initiator's, and never in places of two masters. `countries` are the
    codes of those that the article names.
    """
    for draft in drafts:
        draft.struck = _struck(reading, draft, places, countries)
        match = None if draft.target.actors else draft.struck
        town = draft.mode == "seize" and reading.line.lemma[draft.trigger.head] in reading.status["taking"]
        if match is not None and (draft.mode == "arrest" or town):
            draft.type, draft.mode = "ASSAULT", ""
            taken = f"'{line_word(reading, draft.trigger.head)}' is said of {match.text}, a place: it was taken."
            draft.reasons.insert(0, taken)
        state = finder.of_place(reading.line.text, match.start, match.end, match.place.country) if match else None
        homes = {finder.home(doer) for doer in draft.doer.actors} - {""}
        if match is None or state is None or places.disputed(match) or not homes or state.country in homes:
            continue
        draft.target = replace(draft.target, actors=(replace(state, as_place=True),), located=True)
        draft.reasons.append(f"{state.actor.name} is the target only because {match.text} lies there.")


def _struck(reading: Reading, draft: Draft, places: PlaceFinder, countries: Iterable[str]) -> PlaceMatch | None:
    """The place that the object of an act is by its name alone."""
    line, head = reading.line, draft.trigger.head
    taken = draft.mode == "arrest" and line.lemma[head] in reading.status["taking"]
    if draft.type not in _TYPES or (draft.mode in _PERSONAL and not taken) or draft.trigger.noun:
        return None
    if line.low[head] in reading.status.any_of("kill", "harm"):
        return None
    index = next((index for word, index in complements(reading, draft.trigger.last) if word in _OBJECTS), -1)
    if index < 0:
        return None
    chunk = reading.clauses.chunks[index]
    first = chunk.first + (line.tag[chunk.first] == "d")
    if first > chunk.last or any(tag != "P" for tag in line.tag[first : chunk.last + 1]):
        return None
    if reading.actors_between(first, chunk.last):
        return None
    return places.read(line.text, line.start[first], line.end[chunk.last], disputed=True, countries=countries)
