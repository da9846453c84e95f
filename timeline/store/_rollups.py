"""Derived tables of a build: who took part, and counts by interval, so that filters need not scan every event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from timeline.model import Actor, DateInterval, Event

Row = tuple[Any, ...]


def bridge_rows(events: Iterable[Event]) -> list[Row]:
    """One row an event, actor and role, sorted by actor and then by time."""
    return sorted(_bridge(events), key=lambda row: (row[0], time_key(*row[4:6]), row[2], row[1]))


def _bridge(events: Iterable[Event]) -> Iterator[Row]:
    for event in events:
        for role, ids in zip(("initiator", "target"), sides(event), strict=True):
            for actor_id in ids:
                yield (actor_id, role, event.id, event.n_reports, *keys(event))


def actors_rows(events: Iterable[Event]) -> Iterator[Row]:
    """Each actor once, under the name and code given most often (the first in the alphabet where equal)."""
    seen: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for event in events:
        for actor in (*event.initiators, *event.targets, *((event.claimed_by,) if event.claimed_by else ())):
            seen[actor.id][(actor.name, actor.code)] += 1
    for actor_id in sorted(seen):
        (name, code), _ = min(seen[actor_id].items(), key=lambda item: (-item[1], item[0]))
        yield (actor_id, name, code)


def day_type_rows(events: Iterable[Event]) -> Iterator[Row]:
    """Events and reports by interval, type and status."""
    totals: defaultdict[Row, list[int]] = defaultdict(lambda: [0, 0])
    for event in events:
        total = totals[keys(event)]
        total[0] += 1
        total[1] += event.n_reports
    for key in sorted(totals, key=repr):
        yield (*key, *totals[key])


def day_dyad_type_rows(events: Iterable[Event]) -> Iterator[Row]:
    """Events, reports and summed intensity by directed pair, interval, type and status."""
    totals: defaultdict[Row, list[float]] = defaultdict(lambda: [0, 0, 0.0])
    for event in events:
        for pair in dyads(event):
            total = totals[(*pair, *keys(event))]
            total[0] += 1
            total[1] += event.n_reports
            total[2] += event.intensity
    for key in sorted(totals, key=repr):
        n_events, n_reports, intensity = totals[key]
        yield (*key, int(n_events), int(n_reports), intensity)


def sides(event: Event) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Actor ids that act and that are acted on; in a symmetric event everyone does both (ontology section 1)."""
    acting, acted_on = _ids(event.initiators), _ids(event.targets)
    if event.symmetric:
        everyone = tuple(dict.fromkeys((*acting, *acted_on)))
        return everyone, everyone
    return acting, acted_on


def dyads(event: Event) -> list[tuple[str, str]]:
    """Directed pairs of an event, "" for a side that no report names; in a symmetric event nobody meets himself."""
    acting, acted_on = sides(event)
    pairs = [(initiator, target) for initiator in acting or ("",) for target in acted_on or ("",)]
    if event.symmetric and acting:
        return [pair for pair in pairs if pair[0] != pair[1]] or [(acting[0], "")]
    return pairs


def _ids(actors: Iterable[Actor]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor.id for actor in actors))


def keys(event: Event) -> Row:
    return (*days(event.when.interval), event.type, event.status)


def days(interval: DateInterval | None) -> Row:
    """First, last and middle day of an interval as ordinals, or nothing three times."""
    if interval is None:
        return (None, None, None)
    start, end = interval.start.toordinal(), interval.end.toordinal()
    return (start, end, (start + end) // 2)


def time_key(start_day: int | None, end_day: int | None) -> tuple[bool, int, int]:
    """Sort key of an interval: by start, then end, the undated last."""
    return (start_day is None, start_day or 0, end_day or 0)
