"""A stretch of time between two changes in hostility, proposed from the events themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """Whole weeks from `start` to `end`, both inclusive; `hostility` sums intensities below zero, turned positive.

    `before_per_week` is the hostility a week of the phase before, None for the first; `event_ids` are its gravest.
    """

    start: date
    end: date
    n_events: int
    hostility: float
    per_week: float
    before_per_week: float | None
    event_ids: tuple[str, ...]
