"""Fields that people set by hand; what they set outranks what reports say, and is marked as theirs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import get_args

from timeline.lexicon.types import TypeTable
from timeline.merge._decisions import Rulings
from timeline.merge._labels import make_label
from timeline.model import TOLLS, Actor, Count, DateInterval, Decision, Event, Place, Status, When

_COUNT = re.compile(r"(\d{1,9})(?:\s?(\+)|\s?(?:-|–|to)\s?(\d{1,9}))?")


def apply_edits(
    events: Sequence[Event], rulings: Rulings, types: TypeTable
) -> tuple[list[Event], tuple[tuple[str, str], ...]]:
    """The events with accepted ones marked and edited fields set, and (decision, field) of each edit without sense."""
    by_id = {event.id: event for event in events}
    event_of = {mention.id: event.id for event in events for mention in event.mentions}
    unusable: list[tuple[str, str]] = []
    for decision in rulings.accepted:
        if (event_id := main_event(decision.subjects, event_of)) is not None:
            by_id[event_id] = _accept(by_id[event_id], decision)
    named: set[str] = set()
    for decision in rulings.edits:
        event_id = main_event(decision.subjects, event_of)
        if event_id is None:
            continue
        for field, value in decision.change:
            changed = _set(by_id[event_id], field, value, decision, types)
            if changed is None:
                unusable.append((decision.id, field))
                continue
            by_id[event_id] = changed
            named |= {event_id} if field == "label" else set()
        if event_id not in named:
            by_id[event_id] = _relabel(by_id[event_id], types)
    return [by_id[event.id] for event in events], tuple(unusable)


def main_event(subjects: Sequence[str], event_of: Mapping[str, str]) -> str | None:
    """The event that holds most of the subjects."""
    ids = [event_of[subject] for subject in subjects if subject in event_of]
    return min(set(ids), key=lambda event_id: (-ids.count(event_id), event_id)) if ids else None


def edited_value(event: Event, field: str, value: str, types: TypeTable) -> Event | None:
    """The event with the field set, or None where there is no such field or the value means nothing in it."""
    edit = _EDITS.get(field)
    return edit(event, value.strip(), types) if edit else None


def _accept(event: Event, decision: Decision) -> Event:
    return replace(event, confidence=1.0, reasons=(*event.reasons, f"Accepted by {decision.who} on {decision.when}."))


def _set(event: Event, field: str, value: str, decision: Decision, types: TypeTable) -> Event | None:
    changed = edited_value(event, field, value, types)
    if changed is None:
        return None
    note = f"{decision.who} set {field} to “{value}” on {decision.when}."
    return replace(changed, reasons=(*changed.reasons, note))


def _relabel(event: Event, types: TypeTable) -> Event:
    """The label follows what was edited, or it would contradict it."""
    row = types.row(event.type, event.mode)
    label = make_label(
        row, event.initiators, event.targets, event.place, symmetric=event.symmetric, status=event.status
    )
    return replace(event, label=label)


def _set_label(event: Event, value: str, types: TypeTable) -> Event | None:
    return replace(event, label=value) if value else None


def _set_attribution(event: Event, value: str, types: TypeTable) -> Event | None:
    return replace(event, attribution=value)


def _set_type(event: Event, value: str, types: TypeTable) -> Event | None:
    return _retype(event, value, "", types) if (value, "") in types else None


def _set_mode(event: Event, value: str, types: TypeTable) -> Event | None:
    return _retype(event, event.type, value, types) if (event.type, value) in types else None


def _retype(event: Event, type_: str, mode: str, types: TypeTable) -> Event:
    row = types.row(type_, mode)
    return replace(event, type=type_, mode=mode, quad=row.quad, intensity=row.intensity, level=row.level)


def _set_status(event: Event, value: str, types: TypeTable) -> Event | None:
    known = {str(status): status for status in get_args(Status)}
    return replace(event, status=known[value], status_words="") if value in known else None


def _set_start(event: Event, value: str, types: TypeTable) -> Event | None:
    return _set_days(event, value, "")


def _set_end(event: Event, value: str, types: TypeTable) -> Event | None:
    return _set_days(event, "", value)


def _set_days(event: Event, start: str, end: str) -> Event | None:
    known = event.when.interval
    try:
        first = date.fromisoformat(start) if start else known.start if known else date.fromisoformat(end)
        last = date.fromisoformat(end) if end else max(first, known.end) if known else first
    except ValueError:
        return None
    if last < first:
        return None
    when = When(
        edtf=str(first) if first == last else f"{first}/{last}" if event.when.lasting else f"[{first}..{last}]",
        interval=DateInterval(first, last),
        precision="day" if first == last else "range",
        basis="explicit",
        rule="decision",
        reason="A reviewer set this date.",
        lasting=event.when.lasting and first != last,
    )
    return replace(event, when=when)


def _set_place(event: Event, value: str, types: TypeTable) -> Event | None:
    if not value:
        return replace(event, place=None)
    known = [m.place for m in event.mentions if m.place is not None and m.place.name == value]
    return replace(event, place=known[0] if known else Place(name=value))


def _set_initiators(event: Event, value: str, types: TypeTable) -> Event | None:
    return replace(event, initiators=_actors(event, value))


def _set_targets(event: Event, value: str, types: TypeTable) -> Event | None:
    return replace(event, targets=_actors(event, value))


def _actors(event: Event, value: str) -> tuple[Actor, ...]:
    """Actors by id or name, separated by `|`; one that no report names is known by its name only."""
    told = [actor for m in event.mentions for actor in m.initiators + m.targets]
    known = {actor.name: actor for actor in told} | {actor.id: actor for actor in told}
    wanted = [name.strip() for name in value.split("|") if name.strip()]
    return tuple(known.get(name, Actor(id=name, name=name, code=name)) for name in wanted)


def _set_toll(toll: str) -> Callable[[Event, str, TypeTable], Event | None]:
    """How a person sets one of the sizes; an empty value takes it away."""

    def change(event: Event, value: str, types: TypeTable) -> Event | None:
        counted = _count(value)
        return replace(event, **{toll: counted}) if counted or not value else None  # type: ignore[arg-type]

    return change


def _count(value: str) -> Count | None:
    """A count written 7, 5-7 or 300+."""
    written = _COUNT.fullmatch(value)
    if written is None:
        return None
    low = int(written[1])
    high = None if written[2] else int(written[3] or low)
    return Count(low, high, value) if high is None or high >= low else None


_EDITS: dict[str, Callable[[Event, str, TypeTable], Event | None]] = {
    **{toll: _set_toll(toll) for toll in TOLLS},
    "attribution": _set_attribution,
    "date_end": _set_end,
    "date_start": _set_start,
    "initiators": _set_initiators,
    "label": _set_label,
    "mode": _set_mode,
    "place": _set_place,
    "status": _set_status,
    "targets": _set_targets,
    "type": _set_type,
}
# Names of the fields that an edit may set.
EDITABLE = tuple(sorted(_EDITS))
