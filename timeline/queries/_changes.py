"""What differs between two builds: events added, changed, merged, split and removed, with the fields that differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from timeline.queries._columns import CHANGE_COLUMNS, EVENT_COLUMNS
from timeline.queries._events import list_events
from timeline.queries._filters import Filters
from timeline.store import Build, table

KINDS = ("added", "changed", "merged", "split", "removed")
# What follows from other fields, or only repeats them in other words.
_DERIVED = frozenset(
    {"event_id", "initiators", "targets", "quad", "intensity", "level", "reasons", "status_words", "version"}
)
_COMPARED = tuple(name for name in EVENT_COLUMNS if name not in _DERIVED)

Row = Mapping[Hashable, Any]


@dataclass(frozen=True, slots=True)
class Side:
    """One build as the feed compares it: rows of EVENT_COLUMNS by event id, and the reports of each event."""

    events: Mapping[str, Row]
    reports: Mapping[str, frozenset[str]]


def list_changes(old: Build, new: Build) -> pd.DataFrame:
    """How `new` differs from `old`, by kind and then by id. Columns: CHANGE_COLUMNS."""
    return compare(_side(old), _side(new))


def compare(old: Side, new: Side) -> pd.DataFrame:
    """One row a change. An event is followed by its reports, not by its id alone. Columns: CHANGE_COLUMNS.

    merged: the event holds reports of several old events. split: the reports of an old event stand in several new
    ones. added, removed: none of its reports were there before, or are now. changed: the same event, other values.
    """
    came = _homes(new.reports, _home_of(old.reports))
    went = _homes(old.reports, _home_of(new.reports))
    rows = [_merged(event_id, came[event_id], old, new) for event_id in new.events if len(came[event_id]) > 1]
    rows += [_split(event_id, went[event_id], old, new) for event_id in old.events if len(went[event_id]) > 1]
    for event_id, row in new.events.items():
        before = came[event_id]
        if not before and event_id not in old.events:
            rows.append(_row("added", event_id, row))
        elif len(before) <= 1:
            earlier = next(iter(before), event_id)
            if len(went.get(earlier, ())) <= 1:
                rows += _changed(event_id, earlier, old, new)
    gone = [event_id for event_id in old.events if not went[event_id] and event_id not in new.events]
    rows += [_row("removed", event_id, old.events[event_id]) for event_id in gone]
    rows.sort(key=lambda row: (KINDS.index(row["kind"]), row["event_id"]))
    return pd.DataFrame(rows, columns=list(CHANGE_COLUMNS))


def _side(build: Build) -> Side:
    events = list_events(build, Filters(statements=True))
    reports: dict[str, set[str]] = defaultdict(set)
    for row in build.fetch(table("mention").select("event_id", "mention_id")).to_pylist():
        reports[row["event_id"]].add(row["mention_id"])
    return Side(
        {str(row["event_id"]): row for row in events.to_dict("records")},
        {event_id: frozenset(ids) for event_id, ids in reports.items()},
    )


def _home_of(reports: Mapping[str, frozenset[str]]) -> dict[str, str]:
    return {mention_id: event_id for event_id, ids in reports.items() for mention_id in ids}


def _homes(reports: Mapping[str, frozenset[str]], home: Mapping[str, str]) -> defaultdict[str, set[str]]:
    """For each event, the events of the other build that hold its reports."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for event_id, ids in reports.items():
        found[event_id] = {home[mention_id] for mention_id in ids if mention_id in home}
    return found


def _merged(event_id: str, before: set[str], old: Side, new: Side) -> dict[str, Any]:
    others = sorted(before - {event_id})
    # Compared with what carried its id, else with the one it took most from.
    earlier = event_id if event_id in before else max(others, key=lambda other: (len(old.reports[other]), other))
    row = new.events[event_id]
    return _row("merged", event_id, row, others, _differences(old.events[earlier], row))


def _split(event_id: str, after: set[str], old: Side, new: Side) -> dict[str, Any]:
    present = new.events.get(event_id)
    differences = _differences(old.events[event_id], present) if present is not None else []
    return _row("split", event_id, present or old.events[event_id], sorted(after - {event_id}), differences)


def _changed(event_id: str, earlier: str, old: Side, new: Side) -> list[dict[str, Any]]:
    if earlier not in old.events:
        return []
    differences = _differences(old.events[earlier], new.events[event_id])
    others = [earlier] if earlier != event_id else []
    return [_row("changed", event_id, new.events[event_id], others, differences)] if differences or others else []


def _differences(before: Row, after: Row) -> list[tuple[str, str, str]]:
    told = ((name, _told(before[name]), _told(after[name])) for name in _COMPARED)
    return [(name, old, new) for name, old, new in told if old != new]


def _told(value: Any) -> str:  # noqa: ANN401 (any cell of an event frame)
    if isinstance(value, (list, tuple)):
        return "; ".join(map(str, value))
    if value is None or value is pd.NaT or value is pd.NA or value != value:
        return ""
    return value.date().isoformat() if isinstance(value, pd.Timestamp) else str(value)


def _row(
    kind: str,
    event_id: str,
    event: Row,
    others: Sequence[str] = (),
    differences: Sequence[tuple[str, str, str]] = (),
) -> dict[str, Any]:
    return {
        "kind": kind,
        "event_id": event_id,
        "label": str(event["label"]),
        "others": list(others),
        "fields": [name for name, _, _ in differences],
        "before": [before for _, before, _ in differences],
        "after": [after for _, _, after in differences],
    }
