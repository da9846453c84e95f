"""Who of the actors named in a noun phrase, or right beside it, it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.coding._chunks import Chunk
from timeline.coding.actors import ActorMatch

if TYPE_CHECKING:
    from timeline.coding._reading import Reading

# "Norland's rebel group Name": the name at the end is who is meant, the state only where it is at home.
_GROUPS = frozenset(("armed_group", "party"))


def head_actors(reading: Reading, inside: tuple[ActorMatch, ...], chunk: Chunk) -> list[ActorMatch]:
    """The actors of one chunk: a person or body inside it beats the state it is named with."""
    elsewhere = bool(inside) and (inside[0] not in reading.people or inside[0].end <= reading.line.start[chunk.first])
    if len(inside) <= 1 or elsewhere:
        return list(inside)
    codes = {match.actor.code for match in inside}
    if len(codes) == 1:
        person = next((match for match in inside if match.actor.person), inside[0])
        return [person]
    group = inside[-1]
    at_home = group.kind in _GROUPS and group.country == inside[0].actor.code and inside[0].kind != "person"
    return [group if at_home else inside[0]]


def one_of_each(matches: Sequence[ActorMatch]) -> tuple[ActorMatch, ...]:
    """Each actor once, by the match that names a person where one does."""
    found: dict[str, ActorMatch] = {}
    for match in matches:
        kept = found.get(match.actor.id)
        if kept is None or (match.actor.person and not kept.actor.person):
            found[match.actor.id] = match
    return tuple(found.values())


def owner_of(reading: Reading, chunk: Chunk) -> tuple[ActorMatch, ...]:
    """ "Norland, whose soldiers …": whose they are stands before the comma."""
    line = reading.line
    at = chunk.first - 1 - (line.low[chunk.first - 1 : chunk.first] == [","])
    if line.low[chunk.first] != "whose" or at < 0 or reading.clauses.at[at] < 0:
        return ()
    before = reading.clauses.chunks[reading.clauses.at[at]]
    return reading.actors_between(before.first, before.last)[-1:]


def sent_by(reading: Reading, index: int) -> tuple[ActorMatch, ...]:
    """ "a bomb planted by X", "fighters sent by X": whose weapon or whose men they are."""
    line, first = reading.line, reading.clauses.chunks[index].last + 1
    by = next((i for i in (first + 1, first + 2) if line.low[i : i + 1] == ["by"]), -1)
    if by > 0 and " ".join(line.low[first:by]) in reading.status["sent"]:
        at = reading.clauses.at[by + 1] if by + 1 < len(line) else -1
        if at >= 0:
            return reading.actors_between(reading.clauses.chunks[at].first, reading.clauses.chunks[at].last)[:1]
    return ()
