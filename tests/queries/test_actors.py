"""One actor in numbers agrees with the list of its events."""

from __future__ import annotations

import pytest

from timeline.queries import (
    PERSON_COLUMNS,
    QUAD_COLUMNS,
    SERIES_COLUMNS,
    SOURCE_COLUMNS,
    Filters,
    actor_events,
    actor_persons,
    actor_quads,
    actor_series,
    actor_sources,
)

ROLES = {"acts": "initiator", "sufferings": "target"}


def test_words_and_deeds_count_each_event_once_a_role(many_build):
    """As the actor's own list does."""
    frame = actor_quads(many_build, "sudria", Filters())
    assert tuple(frame.columns) == QUAD_COLUMNS
    events = actor_events(many_build, "sudria", Filters())
    events = events[events["quad"] > 0].assign(role=events["side"].map(ROLES))
    expected = events.groupby(["role", "quad"])["event_id"].nunique().to_dict()
    assert frame.set_index(["role", "quad"])["n_events"].to_dict() == expected


def test_sources_cover_every_event(many_build, empty_build):
    """An article without a publisher is named by something else; nobody reports an unknown actor."""
    frame = actor_sources(many_build, "sudria", Filters())
    assert tuple(frame.columns) == SOURCE_COLUMNS
    events = actor_events(many_build, "sudria", Filters())
    assert frame["n_events"].max() <= events["event_id"].nunique() <= frame["n_events"].sum()
    assert (frame["publisher"] != "").all()
    assert actor_sources(empty_build, "sudria", Filters()).empty


def test_persons_are_those_of_its_acts(many_build):
    """Nobody is named in this case, so the frame is empty and has its columns."""
    frame = actor_persons(many_build, "sudria", Filters())
    assert tuple(frame.columns) == PERSON_COLUMNS
    assert frame.empty


@pytest.mark.parametrize("filters", [Filters(), Filters(types=("ASSAULT",))])
def test_series_count_what_took_place(many_build, filters):
    """In the same stretches for everyone asked for."""
    frame = actor_series(many_build, filters, ("sudria", "norland"), bins=7)
    assert tuple(frame.columns) == SERIES_COLUMNS
    for actor_id in ("sudria", "norland"):
        events = actor_events(many_build, actor_id, filters)
        done = events[(events["side"] == "acts") & events["date_start"].notna()]
        done = done[done["status"].isin(("happened", "alleged"))]
        assert frame.loc[frame["actor_id"] == actor_id, "n"].sum() == len(done)
    assert frame["bin_start"].nunique() <= 7
