"""Threats that nothing followed: force was promised, and no act of that kind is reported until a given day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from timeline.model import Actor, Event

_THREAT = "THREATEN"
# Hostility level from which an act is a use of force (Militarized Interstate Disputes, `scales.csv`).
_FORCE = 4
_DONE = ("happened", "alleged")
Dyad = tuple[str, str]


def unfulfilled_threats(events: Sequence[Event], as_of: date) -> tuple[Event, ...]:
    """Threats begun by `as_of` after which, until then, no use of force in the same direction is known.

    In the order of `events`. Force follows a threat if it began after the threat's first day, and even if it is only
    alleged; undated events, and threats that name one side only, are left out.
    """
    latest: dict[Dyad, date] = defaultdict(lambda: date.min)
    for event in events:
        days = event.when.interval
        if _is_force(event) and days is not None and days.start <= as_of:
            for dyad in _dyads(event):
                latest[dyad] = max(latest[dyad], days.start)
    return tuple(event for event in events if _is_threat(event) and _is_open(event, latest, as_of))


def _is_force(event: Event) -> bool:
    return event.level >= _FORCE and event.status in _DONE and event.type != _THREAT


def _is_threat(event: Event) -> bool:
    return (event.type == _THREAT or event.status == "threatened") and event.status != "denied"


def _is_open(threat: Event, latest: Mapping[Dyad, date], as_of: date) -> bool:
    days, dyads = threat.when.interval, list(_dyads(threat))
    if days is None or days.start > as_of or not dyads:
        return False
    return all(latest.get(dyad, date.min) <= days.start for dyad in dyads)


def _dyads(event: Event) -> Iterator[Dyad]:
    """Codes of who acts on whom: a state and those that act for it are one."""
    for doer in event.initiators:
        for sufferer in event.targets:
            if _code(doer) != _code(sufferer):
                yield _code(doer), _code(sufferer)


def _code(actor: Actor) -> str:
    return actor.code or actor.id
