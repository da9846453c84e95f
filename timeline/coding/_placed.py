"""States that only a place tells: of victims where they were harmed, of an authority without a name where it acted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.coding._drafts import Draft
from timeline.coding._reading import NOBODY, Phrase, Reading
from timeline.coding._roles import part_end
from timeline.coding.actors import ActorFinder, ActorMatch
from timeline.coding.places import PlaceFinder

# What only the authorities of a place do to people: no word for who did it is needed.
_AUTHORITY = frozenset(
    (("COERCE", "arrest"), ("COERCE", "deport"), ("SANCTION", "expel"), ("RETREAT", "release"))
)  # fmt: skip
_HARM = frozenset(("abduct", "arrest"))
_SCENES = frozenset(("in", "across", "throughout", "inside"))
# What follows these tells how harm came about.
_EXPLAINS = frozenset(("after", "when", "as"))
_SEATS = frozenset(("state", "capital"))
# Tokens that such a phrase may have, its comma included.
_OPENING = 5


def places_in(reading: Reading, finder: ActorFinder, places: PlaceFinder | None) -> tuple[ActorMatch, ...]:
    """Towns and provinces of a sentence as the states they lie in, in order; never where an actor is named."""
    if places is None:
        return ()
    text, found = reading.line.text, []
    for place in places.find(text):
        named = any(match.start < place.end and place.start < match.end for match in reading.people)
        match = None if named else finder.of_place(text, place.start, place.end, place.place.country)
        if match is not None:
            found.append(replace(match, as_place=True, flag="disputed" if places.disputed(place) else "place"))
    return tuple(found)


def opening_state(reading: Reading) -> ActorMatch | None:
    """ "In Norland, police …": the state that a sentence opens with as its scene."""
    first = reading.people[0] if reading.people else None
    if first is None or not first.as_place or first.kind not in _SEATS or reading.line.low[0] not in _SCENES:
        return None
    after = next((i for i, start in enumerate(reading.line.start) if start >= first.end), -1)
    return first if after > 0 and reading.line.tag[after] == "," and after <= _OPENING else None


def within(reading: Reading, matches: Sequence[ActorMatch], first: int, last: int) -> tuple[ActorMatch, ...]:
    """Those of the matches that begin in a stretch of tokens."""
    if first < 0 or last < first:
        return ()
    low, high = reading.line.start[first], reading.line.end[last]
    return tuple(match for match in matches if low <= match.start < high)


def scene(reading: Reading, draft: Draft, placed: Sequence[ActorMatch]) -> tuple[ActorMatch, ...]:
    """Where an act was done: places of its own part of the sentence, those behind it first, nearest first."""
    first, last = draft.trigger.first, draft.trigger.last
    start, opens = first, reading.status["opens"]
    while start > 0 and reading.line.tag[start - 1] not in ";r" and reading.line.low[start - 1] not in opens:
        start -= 1
    behind = within(reading, placed, last + 1, part_end(reading, last) - 1)
    before = within(reading, placed, start, first - 1)
    return (*behind, *reversed(before))


def later_scene(reading: Reading, draft: Draft, placed: Sequence[ActorMatch]) -> tuple[ActorMatch, ...]:
    """ "Six people were killed after a bomb struck a bus in Ostvik": the first place of what explains the harm."""
    line, last = reading.line, draft.trigger.last
    explained = range(part_end(reading, last), len(line))
    if draft.type != "ASSAULT" or not explained or line.low[explained.start] not in _EXPLAINS:
        return ()
    end = next((i for i in explained if line.tag[i] == ";"), len(line))
    states = [match for match in reading.people if match.as_place or match.kind == "capital"]
    places = sorted((*placed, *states), key=lambda match: match.start)
    return within(reading, places, explained.start, end - 1)[:1]


def authority(reading: Reading, draft: Draft, placed: Sequence[ActorMatch]) -> Phrase:
    """Who arrested, expelled or released people, where nobody is said to: those of the state where it was done."""
    if draft.doer.first >= 0 or draft.doer.actors or (draft.type, draft.mode) not in _AUTHORITY:
        return NOBODY
    states = [match for match in reading.people if match.as_place]
    found = scene(reading, draft, sorted((*placed, *states), key=lambda match: match.start))
    if not found:
        return NOBODY
    at = next(i for i in range(len(reading.line)) if reading.line.end[i] > found[0].start)
    return Phrase(at, at, found[:1], located=True)


def place_victims(reading: Reading, drafts: Sequence[Draft], finder: ActorFinder, places: PlaceFinder | None) -> None:
    """Give people who were harmed, and of whom nothing else is known, the state of the place where it was done.

    Only where it is another state than the initiator's, or where they serve it ("policemen"): whose side people are
    on whom their own side or an unnamed one harms, no place tells.
    """
    bare = [draft for draft in drafts if _unknown_victims(reading, draft)]
    placed = places_in(reading, finder, places) if bare else ()
    for draft in bare:
        inside = within(reading, placed, draft.target.first, draft.target.last)
        found = (*inside, *scene(reading, draft, placed))[:1]
        homes = {finder.home(match) for match in draft.doer.actors}
        abroad = bool(found) and bool(homes - {""}) and found[0].country not in homes
        if abroad or (found and _serve(reading, draft.target) and found[0].country not in homes):
            draft.target = replace(draft.target, actors=found, located=True)
            name, words = found[0].actor.name, reading.text(draft.target)
            draft.reasons.append(f"{name} is the target only because '{words}' were in {found[0].text}.")


def _unknown_victims(reading: Reading, draft: Draft) -> bool:
    """Whether people without a name or a nationality were killed, hurt or taken."""
    harmed = draft.type == "ASSAULT" or draft.mode in _HARM
    if not harmed or draft.target.actors or draft.target.first < 0 or draft.earlier is not None:
        return False
    words = reading.words_of(draft.target)
    rebels = reading.status["violent"] - reading.status["organ"]
    return any(word in reading.status["people"] for word in words) and not any(word in rebels for word in words)


def _serve(reading: Reading, phrase: Phrase) -> bool:
    """Whether people are soldiers, police or officials of whatever state they are in."""
    return any(word in reading.status["servant"] for word in reading.words_of(phrase))
