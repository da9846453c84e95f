"""Actors that a role was given and turns out not to have: taken away with the reasons that named them for it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Literal

from timeline.coding._drafts import Draft
from timeline.coding._reading import Reading
from timeline.coding.actors import ActorMatch

Role = Literal["initiator", "target"]
ROLES: tuple[Role, ...] = ("initiator", "target")


def take_away(draft: Draft, role: Role, gone: Collection[ActorMatch], instead: tuple[ActorMatch, ...] = ()) -> None:
    """Leave a role without some of its actors; `instead` stand in it where none is left."""
    phrase = draft.doer if role == "initiator" else draft.target
    left = tuple(match for match in phrase.actors if match not in gone) or instead
    if role == "initiator":
        draft.doer = replace(phrase, actors=left)
    else:
        draft.target = replace(phrase, actors=left)
    told = {f"{match.actor.name} is the {role}" for match in gone}
    draft.reasons = [reason for reason in draft.reasons if not reason.startswith(tuple(told))]


def preposition_before(reading: Reading, match: ActorMatch) -> int:
    """The token of the preposition whose phrase a name stands in, or -1."""
    line = reading.line
    at = next((i for i in range(len(line)) if line.start[i] >= match.start), -1) if match.start >= 0 else -1
    index = reading.clauses.at[at] if at >= 0 else -1
    return reading.clauses.chunks[index].prep if index >= 0 else -1
