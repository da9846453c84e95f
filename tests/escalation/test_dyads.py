"""The dyad index sums what one actor did to another."""

from __future__ import annotations

import pytest

from tests.builders import make_actor, make_event, make_mention, make_when
from timeline.escalation import dyad_index
from timeline.model import UNDATED


def event(id="e1", **changes):
    return make_event(id, mentions=[make_mention(**changes)])


def test_month_sums_and_means():
    """Two acts in one month: their number, sum and mean."""
    mild = event("e2", intensity=-3.0, when=make_when("2024-04-20"))
    (row,) = dyad_index([event(), mild])
    assert (row.period, row.initiator, row.target) == ("2024-04", "Norland", "Sudria")
    assert (row.n_events, row.intensity_sum, row.intensity_mean) == (2, -12.0, -6.0)


def test_directions_and_days_are_rows_of_their_own():
    """The same two the other way round are another dyad; by day, each day is a row."""
    back = event("e2", initiators=(make_actor("Sudria"),), targets=(make_actor("Norland"),))
    later = event("e3", when=make_when("2024-04-02"))
    assert [(r.period, r.initiator) for r in dyad_index([later, back, event()], by="day")] == [
        ("2024-04-01", "Norland"),
        ("2024-04-01", "Sudria"),
        ("2024-04-02", "Norland"),
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"when": UNDATED},
        {"when": make_when("2024-04-01", "2024-05-31")},
        {"status": "planned"},
        {"status": "denied"},
        {"status": "threatened"},
        {"type": "STATEMENT", "quad": 0},
        {"targets": ()},
        {"targets": (make_actor("Norland"),)},
    ],
)
def test_what_counts_nowhere(changes):
    """Undated, spread over two months, not done, no event, or no one else concerned."""
    assert dyad_index([event(**changes)]) == ()


def test_threat_counts_as_made():
    """A threat happened although its act did not."""
    assert len(dyad_index([event(type="THREATEN", quad=3, status="threatened")])) == 1
