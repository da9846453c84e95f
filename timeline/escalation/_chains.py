"""Chains of act and answer that a reader can walk: trigger, threat, reprisal, ceasefire."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from timeline.model import Event

# A longer walk is no longer a story; it also bounds the work on a dense graph.
_MAX_LENGTH = 50
_MAX_CHAINS = 1_000


def find_chains(events: Sequence[Event]) -> tuple[tuple[str, ...], ...]:
    """Every walk from an event that answers nothing, along stated responses, to one that nothing answers.

    Ids of events, oldest cause first; a walk never visits an event twice, and at most a thousand are given.
    """
    known = {event.id for event in events}
    answers: dict[str, list[str]] = defaultdict(list)
    answering: set[str] = set()
    for event in events:
        for response in event.responses:
            if response.responds_to in known and response.basis == "stated":
                answers[response.responds_to].append(event.id)
                answering.add(event.id)
    roots = [event.id for event in events if event.id in answers and event.id not in answering]
    found: list[tuple[str, ...]] = []
    stack: list[tuple[str, ...]] = [(root,) for root in reversed(roots)]
    while stack and len(found) < _MAX_CHAINS:
        walk = stack.pop()
        onward = [event_id for event_id in answers.get(walk[-1], ()) if event_id not in walk]
        if not onward or len(walk) >= _MAX_LENGTH:
            found.append(walk)
        stack.extend((*walk, event_id) for event_id in reversed(onward) if len(walk) < _MAX_LENGTH)
    return tuple(found)
