"""Phases are cut where the rate of hostility changes, and nowhere else."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import make_event, make_mention, make_when
from timeline.escalation import find_phases
from timeline.model import UNDATED

FIRST = date(2031, 1, 6)


def acts(weeks, *, start=0, intensity=-9.0, number=0):
    """So many acts in each week, from a week on."""
    return [
        _act(f"e{number + start + week}-{copy}", FIRST + timedelta(weeks=start + week, days=copy % 7), intensity)
        for week, count in enumerate(weeks)
        for copy in range(count)
    ]


def _act(id, day, intensity=-9.0, end=None, **changes):
    when = make_when(day.isoformat(), (end or day).isoformat())
    return make_event(id, mentions=[make_mention(when=when, intensity=intensity, **changes)])


def test_a_burst_is_a_phase_of_its_own():
    """Quiet, a month of strikes, quiet: three phases, cut at the weeks in which the rate changed."""
    events = acts([1] + [0] * 30 + [4] * 5 + [0] * 29 + [1])
    quiet, burst, after = find_phases(events)
    assert burst.start == FIRST + timedelta(weeks=31)
    assert burst.end == FIRST + timedelta(weeks=36) - timedelta(days=1)
    assert burst.n_events == 20
    assert burst.per_week == 36.0
    assert burst.before_per_week == quiet.per_week
    assert after.start == burst.end + timedelta(days=1)
    assert set(burst.event_ids) <= {e.id for e in events}


def test_one_rate_is_one_phase():
    """Chance alone makes no phases."""
    chance = random.Random(5)  # noqa: S311
    (phase,) = find_phases(acts([chance.choice([2, 3, 3, 4]) for _ in range(60)]))
    assert phase.before_per_week is None


def test_what_did_not_happen_makes_no_phase():
    """Plans, cooperation, the undated and the vaguely dated count nowhere."""
    vague = _act("v", FIRST, end=FIRST + timedelta(days=60))
    undated = make_event("u", mentions=[make_mention(when=UNDATED)])
    planned, aid = _act("p", FIRST, status="planned"), _act("a", FIRST, intensity=7.0)
    assert find_phases([vague, undated, planned, aid]) == ()
    assert find_phases([]) == ()


def test_a_story_of_long_ago_does_not_stretch_the_weeks():
    """Two years of silence part two stories; the more hostile one has the phases."""
    old = [_act("old", date(1979, 11, 4))]
    phases = find_phases(old + acts([3] * 4))
    assert phases[0].start == FIRST
    assert sum(phase.n_events for phase in phases) == 12


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 5), min_size=1, max_size=60), st.randoms())
def test_phases_tile_time_and_hold_every_act_once(weeks, chance):
    """No gap, no overlap, no order of input matters."""
    events = acts(weeks)
    phases = find_phases(events)
    assert sum(phase.n_events for phase in phases) == len(events)
    assert all(b.start == a.end + timedelta(days=1) for a, b in pairwise(phases))
    assert all(b.before_per_week == a.per_week for a, b in pairwise(phases))
    chance.shuffle(events)
    assert find_phases(events) == phases
