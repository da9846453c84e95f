"""Phases that people set, laid over those proposed: theirs stand, and the proposal keeps what days they leave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.model import DateInterval, Decision, read_ruling

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The days of a phase, its name, and the decision that set it, None for one proposed."""

    start: date
    end: date
    name: str = ""
    decision: Decision | None = None

    @property
    def n_days(self) -> int:
        """How long it is, in days."""
        return (self.end - self.start).days + 1


def overrule(proposed: Sequence[Stretch], decisions: Iterable[Decision], *, least_days: int) -> list[Stretch]:
    """The phases in order of time after every standing decision, oldest first; of two on one day the later counts.

    What decisions leave of a proposed phase is a phase of its own only from `least_days` on; a shorter rest joins
    the proposed phase beside it, or is left out.
    """
    found = list(proposed)
    overruled = False
    for decision in decisions:
        ruling = read_ruling(decision) if decision.verdict == "phase" else None
        if ruling is None:
            continue
        overruled = True
        found = [rest for one in found for rest in _outside(one, ruling.window)]
        found += [Stretch(start=p.days.start, end=p.days.end, name=p.name, decision=decision) for p in ruling.phases]
        found.sort(key=lambda one: one.start)
    return _without_slivers(found, least_days) if overruled else found


def _outside(one: Stretch, window: DateInterval) -> list[Stretch]:
    """What of a phase lies before and after the window; its own days where it does not reach into it."""
    if one.end < window.start or one.start > window.end:
        return [one]
    before = [replace(one, end=window.start - _DAY)] if one.start < window.start else []
    after = [replace(one, start=window.end + _DAY)] if one.end > window.end else []
    return [*before, *after]


def _without_slivers(found: Sequence[Stretch], least_days: int) -> list[Stretch]:
    kept: list[Stretch] = []
    for one in found:
        last = kept[-1] if kept else None
        touches = last is not None and last.decision is None and one.decision is None and last.end + _DAY == one.start
        if touches and last is not None and min(last.n_days, one.n_days) < least_days:
            kept[-1] = replace(last, end=one.end)
        else:
            kept.append(one)
    return [one for one in kept if one.decision is not None or one.n_days >= least_days]
