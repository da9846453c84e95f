"""Phases: stretches of time with one rate of hostility each, cut where the weekly sums change.

Hostility is read as a compound Poisson process: acts of various weight at a rate that holds for a phase, as the
counts of Bayesian blocks do (Scargle 1998). The best cuts are found by optimal partitioning with pruning (PELT:
Killick, Fearnhead and Eckley 2012); a cut costs 2 log n, its two parameters in the Bayesian information criterion
(Yao 1988).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate, pairwise
from math import inf, log
from statistics import median

from timeline.escalation._decided import Stretch, overrule
from timeline.model import Decision, Event, Phase

# A date less exact than this many days belongs to no week.
_EXACT_DAYS = 31
# Silence longer than this many weeks parts two stories; only the more hostile one is cut into phases.
_SILENCE_WEEKS = 104
# Weeks are joined to fewer, wider ones beyond this number: work grows with its square.
_MOST_WEEKS = 520
_LEAST_WEEKS = 2
_GRAVEST = 3
# Of one degree of freedom; its mean is 1.
_MEDIAN_OF_CHI_SQUARE = 0.455


def find_phases(events: Iterable[Event], decisions: Iterable[Decision] = ()) -> tuple[Phase, ...]:
    """Phases in order of time; one where nothing changes, none without an exactly dated hostile act.

    What was only planned, promised or denied counts nowhere; an act stands in the week of its middle day.
    `decisions` are those that stand, oldest first; what they say of phases outranks the proposal.
    """
    hostile = sorted((day, e.id, e) for e in events if (day := _day(e)) is not None)
    phases: list[Phase] = []
    for stretch in overrule(_proposed(_one_story(hostile)), decisions, least_days=7 * _LEAST_WEEKS):
        first, last = stretch.start.toordinal(), stretch.end.toordinal()
        inside = [event for day, _, event in hostile if first <= day <= last]
        phases.append(_phase(stretch, inside, phases[-1].per_week if phases else None))
    return tuple(phases)


def _proposed(counted: Sequence[tuple[int, str, Event]]) -> list[Stretch]:
    """Stretches of whole weeks, each with one rate of hostility."""
    if not counted:
        return []
    first, last = counted[0][0], counted[-1][0]
    weeks = (last - first) // 7 + 1
    width = 7 * -(-weeks // _MOST_WEEKS)
    sums = [0.0] * ((last - first) // width + 1)
    for day, _, event in counted:
        sums[(day - first) // width] -= event.intensity
    scale = _scale([-event.intensity for *_, event in counted], sums)
    edges = [0, *_changes(sums, scale), len(sums)]
    return [
        Stretch(start=date.fromordinal(first + start * width), end=date.fromordinal(first + end * width - 1))
        for start, end in pairwise(edges)
    ]


def _day(event: Event) -> int | None:
    """The middle day of a hostile act that took place and is dated exactly enough."""
    done = event.status in ("happened", "alleged") or (event.status == "threatened" and event.type == "THREATEN")
    interval = event.when.interval
    if interval is None or not done or event.intensity >= 0 or (interval.end - interval.start).days >= _EXACT_DAYS:
        return None
    return (interval.start.toordinal() + interval.end.toordinal()) // 2


def _one_story(counted: Sequence[tuple[int, str, Event]]) -> Sequence[tuple[int, str, Event]]:
    """The most hostile run of acts without two years of silence in it."""
    cuts = [i for i in range(1, len(counted)) if counted[i][0] - counted[i - 1][0] > 7 * _SILENCE_WEEKS]
    runs = [counted[a:b] for a, b in pairwise([0, *cuts, len(counted)])]
    return max(runs, key=lambda run: -sum(event.intensity for *_, event in run), default=())


def _phase(stretch: Stretch, events: Sequence[Event], before: float | None) -> Phase:
    hostility = -sum(sorted(event.intensity for event in events))
    gravest = sorted(events, key=lambda e: (-e.level, -(e.killed.low if e.killed else 0), -e.n_reports, e.id))
    return Phase(
        start=stretch.start,
        end=stretch.end,
        n_events=len(events),
        hostility=round(hostility, 6),
        per_week=round(hostility * 7 / stretch.n_days, 6),
        before_per_week=before,
        event_ids=tuple(event.id for event in gravest[:_GRAVEST]),
        name=stretch.name,
        decision=stretch.decision.id if stretch.decision else "",
        decided_by=stretch.decision.who if stretch.decision else "",
        decided_when=stretch.decision.when if stretch.decision else "",
    )


def _changes(sums: Sequence[float], scale: float) -> list[int]:
    """Where a new phase begins, by the least sum of costs and penalties; `scale` is what one independent act weighs."""
    n = len(sums)
    upto = [0.0, *accumulate(sums)]
    penalty = 2 * log(max(n, 2))

    def cost(start: int, end: int) -> float:
        total = upto[end] - upto[start]
        return -2 * total * log(total / (end - start)) / scale if total > 0 else 0.0

    best, origin = [-penalty] + [inf] * n, [0] * (n + 1)
    starts = [0]
    for end in range(_LEAST_WEEKS, n + 1):
        scored = [(best[start] + cost(start, end) + penalty, start) for start in starts]
        best[end], origin[end] = min(scored)
        # A start that is already worse without its penalty can never win again (PELT's pruning).
        starts = [start for score, start in scored if score - penalty <= best[end]]
        if best[end - _LEAST_WEEKS + 1] < inf:
            starts.append(end - _LEAST_WEEKS + 1)
    found = []
    while n > 0 and origin[n] > 0:
        n = origin[n]
        found.append(n)
    return found[::-1]


def _scale(weights: Sequence[float], sums: Sequence[float]) -> float:
    """Variance over mean of the weekly sums.

    At least that of independent acts of these weights; where most weeks are busy, also what neighbouring weeks differ
    by, since one attack is many acts.
    """
    least = sum(weight * weight for weight in weights) / sum(weights)
    pairs = [(a - b) ** 2 / (a + b) for a, b in pairwise(sums) if a > 0 and b > 0]
    if 2 * len(pairs) < len(sums):
        return least
    return max(least, median(pairs) / _MEDIAN_OF_CHI_SQUARE)
