"""A stretch of time between two changes in hostility, proposed from the events or set by a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal, get_args

from timeline.model.decision import Decision
from timeline.model.when import DateInterval

PhaseAct = Literal["rename", "move", "merge", "remove", "add"]
PHASE_ACTS: tuple[PhaseAct, ...] = get_args(PhaseAct)
# What every decision on phases speaks of: they are one picture, and whoever changes it has seen all of it.
PHASES = "phases"
MAX_PHASE_NAME = 60
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """From `start` to `end`, both inclusive; `hostility` sums intensities below zero, turned positive.

    `before_per_week` is the hostility a week of the phase before, None for the first; `event_ids` are its gravest.
    `decision` is the id of the decision that set it, by whom and when, "" for one that is only proposed.
    """

    start: date
    end: date
    n_events: int
    hostility: float
    per_week: float
    before_per_week: float | None
    event_ids: tuple[str, ...]
    name: str = ""
    decision: str = ""
    decided_by: str = ""
    decided_when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseDays:
    """A phase as a person sets it: its days and what it is called, "" for nothing."""

    days: DateInterval
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseRuling:
    """What a person decided: in the days of `window` these phases stand and no others.

    So it holds whatever is proposed in any later build. Every act comes down to it: to merge two is to say that in
    their days there is one.
    """

    act: PhaseAct
    window: DateInterval
    phases: tuple[PhaseDays, ...] = ()


def rename_phase(phase: PhaseDays, name: str) -> PhaseRuling:
    """The phase as it is, under another name."""
    return PhaseRuling(act="rename", window=phase.days, phases=(replace(phase, name=_named(name)),))


def move_boundary(earlier: PhaseDays, later: PhaseDays, first_day: date) -> PhaseRuling:
    """The later phase begins on `first_day`, and the earlier one ends on the day before.

    Raises:
        ValueError: if one of them would have no day left.
    """
    if not earlier.days.start < first_day <= later.days.end:
        raise ValueError("leaves one of the two phases without a day")
    ends = replace(earlier, days=DateInterval(earlier.days.start, first_day - _DAY))
    begins = replace(later, days=DateInterval(first_day, later.days.end))
    return PhaseRuling(act="move", window=_both(earlier, later), phases=(ends, begins))


def merge_phases(earlier: PhaseDays, later: PhaseDays) -> PhaseRuling:
    """One phase from the first day of the one to the last day of the other; it keeps a name if only one has one."""
    names = [phase.name for phase in (earlier, later) if phase.name]
    whole = PhaseDays(days=_both(earlier, later), name=names[0] if len(names) == 1 else "")
    return PhaseRuling(act="merge", window=whole.days, phases=(whole,))


def remove_phase(phase: PhaseDays) -> PhaseRuling:
    """Its days are of no phase."""
    return PhaseRuling(act="remove", window=phase.days)


def add_phase(start: date, end: date, name: str) -> PhaseRuling:
    """A phase of its own; others give up the days it takes.

    Raises:
        ValueError: if it ends before it starts.
    """
    days = DateInterval(start, end)
    return PhaseRuling(act="add", window=days, phases=(PhaseDays(days=days, name=_named(name)),))


def ruling_change(ruling: PhaseRuling) -> tuple[tuple[str, str], ...]:
    """The ruling as the `change` of a decision: the act, the window, and each phase with its name behind it."""
    phases = [pair for one in ruling.phases for pair in (("phase", _written(one.days)), ("name", one.name)) if pair[1]]
    return (("act", ruling.act), ("window", _written(ruling.window)), *phases)


def read_ruling(decision: Decision) -> PhaseRuling | None:
    """What a decision on phases says; None where it means nothing: a hand may have written the line."""
    (act, window), rest = _head(decision.change)
    if window is None or act not in PHASE_ACTS:
        return None
    phases: list[PhaseDays] = []
    for field, value in rest:
        days = _days(value) if field == "phase" else None
        if days is not None:
            phases.append(PhaseDays(days=days))
        elif field == "name" and phases and not phases[-1].name and value == _named(value):
            phases[-1] = replace(phases[-1], name=value)
        else:
            return None
    inside = all(window.start <= phase.days.start and phase.days.end <= window.end for phase in phases)
    in_order = all(a.days.end < b.days.start for a, b in pairwise(phases))
    known = next(one for one in PHASE_ACTS if one == act)
    return PhaseRuling(act=known, window=window, phases=tuple(phases)) if inside and in_order else None


def _head(change: Sequence[tuple[str, str]]) -> tuple[tuple[str, DateInterval | None], Sequence[tuple[str, str]]]:
    if [field for field, _ in change[:2]] != ["act", "window"]:
        return ("", None), ()
    return (change[0][1], _days(change[1][1])), change[2:]


def _named(name: str) -> str:
    return " ".join(name.split())[:MAX_PHASE_NAME].rstrip()


def _both(earlier: PhaseDays, later: PhaseDays) -> DateInterval:
    return DateInterval(earlier.days.start, later.days.end)


def _written(days: DateInterval) -> str:
    """An EDTF interval (ISO 8601-2:2019): both days, always."""
    return f"{days.start.isoformat()}/{days.end.isoformat()}"


def _days(written: str) -> DateInterval | None:
    try:
        start, end = (date.fromisoformat(part) for part in written.split("/"))
        return DateInterval(start, end)
    except ValueError:
        return None
