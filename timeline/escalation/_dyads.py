"""The dyad index: how intense one actor's acts towards another were, day by day or month by month.

Sums of Goldstein-like scores per directed dyad and period, as in Goldstein (1992) and the PLOVER manual's tables.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from timeline.model import Actor, DateInterval, Event

Period = Literal["day", "month"]


@dataclass(frozen=True, slots=True)
class DyadRow:
    """One directed dyad in one period (`2024-04` or `2024-04-13`): events, summed and mean intensity."""

    period: str
    initiator_id: str
    initiator: str
    target_id: str
    target: str
    n_events: int
    intensity_sum: float
    intensity_mean: float


def dyad_index(events: Iterable[Event], *, by: Period = "month") -> tuple[DyadRow, ...]:
    """Rows in order of period and dyad.

    An event counts once in the period its interval lies in; one whose interval spans two periods counts in neither,
    because its share of each is unknown. Acts only planned, promised or denied, and non-events, count nowhere.
    """
    scores: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    names: dict[str, str] = {}
    for event in events:
        period = _period(event.when.interval, by)
        if not period or event.quad == 0 or not _took_place(event):
            continue
        for doer, sufferer in _dyads(event):
            names |= {doer.id: doer.name, sufferer.id: sufferer.name}
            scores[period, doer.id, sufferer.id].append(event.intensity)
    return tuple(_row(key, scores[key], names) for key in sorted(scores))


def _row(key: tuple[str, str, str], scores: list[float], names: dict[str, str]) -> DyadRow:
    period, doer, sufferer = key
    total = sum(sorted(scores))
    return DyadRow(
        period=period,
        initiator_id=doer,
        initiator=names[doer],
        target_id=sufferer,
        target=names[sufferer],
        n_events=len(scores),
        intensity_sum=round(total, 6),
        intensity_mean=round(total / len(scores), 6),
    )


def _took_place(event: Event) -> bool:
    # The threat itself happened, whatever became of what it threatens.
    return event.status in ("happened", "alleged") or (event.status == "threatened" and event.type == "THREATEN")


def _dyads(event: Event) -> Iterator[tuple[Actor, Actor]]:
    for doer in event.initiators:
        for sufferer in event.targets:
            if doer.id != sufferer.id:
                yield doer, sufferer


def _period(interval: DateInterval | None, by: Period) -> str:
    if interval is None:
        return ""
    digits = len("2024-04") if by == "month" else len("2024-04-13")
    first, last = str(interval.start)[:digits], str(interval.end)[:digits]
    return first if first == last else ""
