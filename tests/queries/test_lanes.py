"""Lanes: where each event stands, and that the counts agree with it."""

from __future__ import annotations

import pytest

from timeline.errors import FilterError
from timeline.queries import EVENT_LANE_COLUMNS, Filters, density, event_lanes, list_events


@pytest.mark.parametrize("lane", ["initiator", "target", "dyad", "type", "place", "source"])
def test_every_event_stands_in_at_least_one_lane(many_build, lane):
    """Nothing is lost, and each lane counts an event once."""
    frame = event_lanes(many_build, Filters(), lane)
    assert tuple(frame.columns) == EVENT_LANE_COLUMNS
    events = list_events(many_build, Filters())
    assert set(frame["event_id"]) == set(events["event_id"])
    assert not frame.duplicated().any()
    dated = frame[frame["event_id"].isin(events.loc[events["date_start"].notna(), "event_id"])]
    counted = density(many_build, Filters(), lane=lane).groupby("lane")["n"].sum()
    assert counted.to_dict() == dated.groupby("lane").size().to_dict()


def test_a_pair_is_named_with_its_direction(many_build):
    """Who acts stands before whom it meets; where either is not named there is no pair."""
    frame = event_lanes(many_build, Filters(), "dyad")
    for row in frame.itertuples():
        assert (row.lane == "") == (row.lane_id == "")
        assert row.lane == "" or row.lane.lower().split(" → ") == row.lane_id.split("~")


def test_a_lane_nobody_knows_is_refused(many_build):
    """By name."""
    with pytest.raises(FilterError, match="lane"):
        event_lanes(many_build, Filters(), "colour")
