"""Aggregates for pictures agree with the lists they stand for."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.errors import FilterError
from timeline.queries import Filters, actor_matrix, density, list_events
from timeline.store._rollups import dyads

FIRST = date(2024, 1, 1)
plain_fields = st.fixed_dictionaries(
    {},
    optional={
        "start": st.integers(0, 40).map(lambda n: FIRST + timedelta(days=n)),
        "end": st.integers(40, 95).map(lambda n: FIRST + timedelta(days=n)),
        "types": st.just(("ASSAULT", "STATEMENT")),
        "statuses": st.just(("alleged",)),
        "statements": st.just(True),
    },
)
more_fields = st.sampled_from([{}, {"min_reports": 2}, {"text": "norland"}, {"actors": ("sudria",)}])


@settings(max_examples=12, deadline=None)
@given(fields=plain_fields, more=more_fields, lane=st.sampled_from(["type", "place"]), bins=st.integers(1, 50))
def test_density_counts_each_dated_event_once(many_build, fields, more, lane, bins):
    """The picture holds as many events as the list, whether a rollup or the events answer."""
    filters = Filters(**fields, **more)
    frame = density(many_build, filters, lane=lane, bins=bins)
    events = list_events(many_build, filters)
    dated = events[events["date_start"].notna()]
    column = "type" if lane == "type" else "place"
    assert frame.groupby("lane")["n"].sum().to_dict() == dated.groupby(column).size().to_dict()
    assert frame["bin_start"].nunique() <= bins


@settings(max_examples=12, deadline=None)
@given(fields=plain_fields, more=more_fields, lane=st.sampled_from(["initiator", "target"]))
def test_density_has_a_lane_for_everyone_named(many, many_build, fields, more, lane):
    """An event stands in the lane of each of its actors, and in the nameless lane where none is named."""
    filters = Filters(**fields, **more)
    ids = set(list_events(many_build, filters)["event_id"])
    expected = Counter()
    for event in many:
        if event.id in ids and event.when.interval:
            own = event.initiators + event.targets if event.symmetric else getattr(event, f"{lane}s")
            expected.update({actor.name for actor in own} or {""})
    frame = density(many_build, filters, lane=lane)
    assert frame.groupby("lane")["n"].sum().to_dict() == expected


def test_bins_are_whole_days_that_do_not_overlap(many_build):
    """Stretches are of one width and within the days that hold events."""
    frame = density(many_build, Filters(), lane="type", bins=10)
    edges = frame[["bin_start", "bin_end"]].drop_duplicates().sort_values("bin_start")
    assert (edges["bin_start"].iloc[1:].array > edges["bin_end"].iloc[:-1].array).all()
    widths = (edges["bin_end"] - edges["bin_start"]).dt.days + 1
    assert widths.iloc[:-1].nunique() == 1


def test_an_event_that_reaches_beyond_the_window_is_drawn_at_its_edge(many_build):
    """Nothing on the list is missing from the picture, and nothing is drawn outside the window."""
    window = (date(2024, 1, 20), date(2024, 1, 25))
    frame = density(many_build, Filters(start=window[0], end=window[1]), lane="type")
    assert frame["bin_start"].min() >= pd.Timestamp(window[0])
    assert frame["bin_end"].max() <= pd.Timestamp(window[1])


@pytest.mark.parametrize("bins", [0, 2001])
def test_the_number_of_bins_is_bounded(many_build, bins):
    """A picture is never larger than asked for in earnest."""
    with pytest.raises(FilterError, match="bins"):
        density(many_build, Filters(), bins=bins)


def test_an_unknown_lane_is_refused(many_build):
    """The error names the lanes there are."""
    with pytest.raises(FilterError, match="lane: must be"):
        density(many_build, Filters(), lane="colour")


@settings(max_examples=12, deadline=None)
@given(fields=plain_fields, more=more_fields)
def test_the_matrix_counts_directed_pairs(many, many_build, fields, more):
    """Each initiator meets each target once an event, whether a rollup or the events answer."""
    filters = Filters(**fields, **more)
    ids = set(list_events(many_build, filters)["event_id"])
    kept = [event for event in many if event.id in ids]
    expected = Counter(pair for event in kept for pair in dyads(event))
    frame = actor_matrix(many_build, filters)
    found = dict(zip(zip(frame["initiator_id"], frame["target_id"], strict=True), frame["n_events"], strict=True))
    assert found == expected
    assert not len(frame) or frame["intensity_mean"].between(-10, 10).all()
    assert set(frame["initiator"]) <= {"Norland", "Sudria", "Westmark", "Eastmark", ""}
