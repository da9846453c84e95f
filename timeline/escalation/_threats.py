"""Threats that nothing followed: force was promised, and no act of that kind is reported until a given day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from timeline.model import Actor, Event

_THREAT = "THREATEN"
# Hostility level from which an act is a use of force (Militarized Interstate Disputes, `scales.csv`).
_FORCE = 4
_DONE = ("happened", "alleged")
Dyad = tuple[str, str]


def unfulfilled_threats(events: Sequence[Event], as_of: date) -> tuple[Event, ...]:
    """Threats begun by `as_of` after which, until then, no use of force in the same direction is known.

    In the order of `events`. An act that could have come on the day of the threat or later counts as following it, and
    so does one that is only alleged; undated events, and threats that name one side only, are left out.
    """
    latest_end: dict[Dyad, date] = defaultdict(lambda: date.min)
    for event in events:
        days = event.when.interval
        if event.level >= _FORCE and event.status in _DONE and days is not None and days.start <= as_of:
            for dyad in _dyads(event):
                latest_end[dyad] = max(latest_end[dyad], days.end)
    return tuple(event for event in _threats(events, as_of) if not _is_followed(event, latest_end))


def _threats(events: Iterable[Event], as_of: date) -> Iterator[Event]:
    for event in events:
        days = event.when.interval
        if event.type == _THREAT and event.status != "denied" and days is not None and days.start <= as_of:
            yield event


def _is_followed(threat: Event, latest_end: dict[Dyad, date]) -> bool:
    """Whether a later act is known of any of the threat's dyads; a threat without both sides cannot be judged."""
    dyads = list(_dyads(threat))
    begun = threat.when.interval.start if threat.when.interval else date.max
    return not dyads or any(latest_end.get(dyad, date.min) >= begun for dyad in dyads)


def _dyads(event: Event) -> Iterator[Dyad]:
    """Codes of who acts on whom: a state and those that act for it are one."""
    for doer in event.initiators:
        for sufferer in event.targets:
            if _code(doer) != _code(sufferer):
                yield _code(doer), _code(sufferer)


def _code(actor: Actor) -> str:
    return actor.code or actor.id
