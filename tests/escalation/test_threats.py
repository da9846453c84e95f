"""A threat stays open until an act of the same direction follows it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.builders import make_actor, make_event, make_mention, make_when
from timeline.escalation import unfulfilled_threats
from timeline.model import UNDATED

NORLAND, SUDRIA, ESTMARK = make_actor("Norland"), make_actor("Sudria"), make_actor("Estmark")
GUARD = make_actor("Norland Guard", code=NORLAND.code)
TODAY = date(2024, 6, 1)


def event(event_id, day, *, doer=NORLAND, sufferer=SUDRIA, **changes):
    when = make_when(day) if day else UNDATED
    sides = {"initiators": (doer,), "targets": (sufferer,), "when": when}
    return make_event(event_id, mentions=[make_mention()], **(sides | changes))


def threat(day="2024-04-01", **changes):
    return event("threat", day, **({"type": "THREATEN", "level": 2} | changes))


def act(day="2024-04-10", **changes):
    return event("act", day, **({"type": "ASSAULT", "level": 4} | changes))


def is_open(*events, as_of=TODAY):
    return [found.id for found in unfulfilled_threats(events, as_of)] == ["threat"]


@pytest.mark.parametrize(
    ("later", "stays_open"),
    [
        (act(), False),
        (act("2024-04-02"), False),
        (act("2024-04-01"), True),
        (act(status="alleged"), False),
        (act(doer=GUARD), False),
        (act("2024-03-31"), True),
        (act("2024-06-02"), True),
        (act(None), True),
        (act(status="planned"), True),
        (act(status="denied"), True),
        (act(level=3, type="MOBILIZE"), True),
        (act(doer=SUDRIA, sufferer=NORLAND), True),
        (act(sufferer=ESTMARK), True),
    ],
)
def test_only_an_act_of_the_same_direction_after_it_closes_a_threat(later, stays_open):
    """From the next day on; the other side's act does not count, nor does what is only announced or denied."""
    assert is_open(threat(), later) is stays_open


def test_a_threat_is_open_without_any_act():
    """Where nothing else is known the threat stands."""
    assert is_open(threat())


@pytest.mark.parametrize(
    "unjudged", [threat(None), threat("2024-07-01"), threat(targets=()), threat(initiators=()), threat(status="denied")]
)
def test_threats_that_cannot_be_judged_are_left_out(unjudged):
    """Undated, later, one-sided and denied threats are not called open."""
    assert not is_open(unjudged)


def test_the_day_decides():
    """The same events give another answer on an earlier day."""
    assert is_open(threat(), act(), as_of=date(2024, 4, 9))
    assert not is_open(threat(), act(), as_of=date(2024, 4, 10))
