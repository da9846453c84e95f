"""Totals, rankings and heat agree with the lists they sum up."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from timeline.errors import FilterError
from timeline.queries import (
    HEAT_COLUMNS,
    PHASE_COLUMNS,
    TOP_COLUMNS,
    Filters,
    heat,
    list_disagreements,
    list_events,
    list_phases,
    period_totals,
    top_events,
    view_span,
)

WHOLE = (date(1900, 1, 1), date(2100, 1, 1))


def test_the_span_is_that_of_the_list(many_build, empty_build):
    """First and last day of the dated events."""
    events = list_events(many_build, Filters())
    span = view_span(many_build, Filters())
    assert (pd.Timestamp(span.first), pd.Timestamp(span.last)) == (events["date_start"].min(), events["date_end"].max())
    assert span.first <= span.latest <= span.last
    assert view_span(empty_build, Filters()) is None


@pytest.mark.parametrize("filters", [Filters(), Filters(types=("ASSAULT",)), Filters(actors=("sudria",))])
def test_totals_sum_what_took_place(many_build, filters):
    """Plans, denials and the undated are left out, and the parts add up to the whole."""
    events = list_events(many_build, filters)
    done = events[events["status"].isin(("happened", "alleged")) & events["date_start"].notna()]
    totals = period_totals(many_build, filters, *WHOLE)
    assert (totals.events, totals.reports) == (len(done), done["n_reports"].sum())
    assert totals.hostility == pytest.approx((-done["intensity"]).clip(lower=0).sum())
    middle = date(2024, 2, 1)
    parts = [period_totals(many_build, filters, *p) for p in ((WHOLE[0], middle), (date(2024, 2, 2), WHOLE[1]))]
    assert sum(part.events for part in parts) == totals.events


def test_the_window_of_the_filters_does_not_cut_a_baseline(many_build):
    """A baseline lies outside the window; it is counted all the same."""
    window = Filters(start=date(2024, 2, 1), end=date(2024, 2, 28))
    assert period_totals(many_build, window, *WHOLE) == period_totals(many_build, Filters(), *WHOLE)


def test_heat_is_the_hostility_of_the_list_by_the_week(many_build, empty_build):
    """Nothing is lost, no stretch is shorter than a week."""
    frame = heat(many_build, Filters(), bins=10)
    assert tuple(frame.columns) == HEAT_COLUMNS
    assert frame["hostility"].sum() == pytest.approx(period_totals(many_build, Filters(), *WHOLE).hostility)
    assert ((frame["bin_end"] - frame["bin_start"]).dt.days >= 6).all()
    assert heat(empty_build, Filters()).empty


def test_rankings(many_build):
    """Newest by day, gravest by level and dead, disputed only what is; all of them pass the filters."""
    filters = Filters(actors=("sudria",))
    ids = set(list_events(many_build, filters)["event_id"])
    for by in ("newest", "gravest"):
        frame = top_events(many_build, filters, by, limit=5)
        assert tuple(frame.columns) == TOP_COLUMNS
        assert len(frame) == 5
        assert set(frame["event_id"]) <= ids
    newest = top_events(many_build, filters, "newest", limit=100)
    assert newest["date_end"].is_monotonic_decreasing
    assert newest["date_end"].notna().all()
    with pytest.raises(FilterError, match="by"):
        top_events(many_build, filters, "loudest", limit=1)


def test_the_most_disputed_are_disputed(answered_build):
    """An event on which nobody differs is not in the list."""
    frame = top_events(answered_build, Filters(), "disputed", limit=5)
    assert set(frame["event_id"]) == set(list_disagreements(answered_build)["event_id"])


def test_a_case_without_phases(many_build):
    """An empty frame with its columns."""
    frame = list_phases(many_build)
    assert frame.empty
    assert tuple(frame.columns) == PHASE_COLUMNS
