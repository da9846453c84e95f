"""Lists and counts: what a filter promises is what comes back."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import queries
from timeline.queries import (
    Filters,
    actor_events,
    count_actor_events,
    count_events,
    count_undated,
    facet_counts,
    list_events,
    list_responses,
    list_undated,
    published_span,
)
from timeline.store._rollups import sides

NAMES = ("norland", "sudria", "westmark", "eastmark")
FIRST = date(2024, 1, 1)
FIELDS = {
    "actors": st.lists(st.sampled_from(NAMES), min_size=1, max_size=2).map(tuple),
    "against": st.lists(st.sampled_from(NAMES), min_size=1, max_size=2).map(tuple),
    "role": st.sampled_from(["initiator", "target"]),
    "start": st.integers(0, 40).map(lambda n: FIRST + timedelta(days=n)),
    "end": st.integers(40, 95).map(lambda n: FIRST + timedelta(days=n)),
    "types": st.lists(st.sampled_from(["ASSAULT", "CONSULT", "STATEMENT"]), min_size=1).map(tuple),
    "statuses": st.lists(st.sampled_from(["happened", "alleged"]), min_size=1).map(tuple),
    "min_reports": st.integers(2, 3),
    "min_sources": st.integers(2, 3),
    "text": st.sampled_from(
        ["strasse", "STRAẞE", "100%", "closed_", "ended without", "'none'", "port", "nowhere", "."]
    ),
    "statements": st.just(True),
}
some_fields = st.fixed_dictionaries({}, optional=FIELDS)


def passes(event, filters):
    """The filters' promise, spelt out for one event."""
    acting, acted_on = (set(ids) for ids in sides(event))
    actors, against, interval = set(filters.actors), set(filters.against), event.when.interval
    either = filters.role == "either"
    if either and not (actors and against):
        named = actors or against
        taking_part = not named or named & (acting | acted_on)
    else:
        forth = (not actors or actors & acting) and (not against or against & acted_on)
        back = (not actors or actors & acted_on) and (not against or against & acting)
        taking_part = (forth or back) if either else back if filters.role == "target" else forth
    words = " ".join(filters.text.casefold().split())
    fields = [event.label, event.place.name if event.place else "", *(m.text for m in event.mentions)]
    return bool(
        taking_part
        and (not filters.start or (interval and interval.end >= filters.start))
        and (not filters.end or (interval and interval.start <= filters.end))
        and (event.type in filters.types if filters.types else filters.statements or event.type != "STATEMENT")
        and (not filters.statuses or event.status in filters.statuses)
        and event.n_reports >= filters.min_reports
        and event.n_sources >= filters.min_sources
        and (not words or any(words in " ".join(field.casefold().split()) for field in fields))
    )


@settings(max_examples=40, deadline=None)
@given(fields=some_fields)
def test_the_list_holds_exactly_what_passes_and_agrees_with_its_count(many, many_build, fields):
    """Every filter keeps the events it names, and the numbers above a list are the numbers of the list."""
    filters = Filters(**fields)
    expected = {event.id: event for event in many if passes(event, filters)}
    frame = list_events(many_build, filters)
    assert set(frame["event_id"]) == set(expected)
    assert len(frame) == len(expected)
    counts = count_events(many_build, filters)
    articles = {mention.article_id for event in expected.values() for mention in event.mentions}
    assert counts == (len(expected), frame["n_reports"].sum(), len(articles))


@settings(max_examples=15, deadline=None)
@given(one=some_fields, other=some_fields)
def test_filters_commute(many_build, one, other):
    """Two filters together keep what both keep, in either order; `role` and `statements` colour other fields."""
    narrow = {"start", "end", "statuses", "min_reports", "min_sources", "text"}
    left = {name: value for name, value in one.items() if name in narrow}
    right = {name: value for name, value in other.items() if name in narrow - set(left)}
    ids = [set(list_events(many_build, Filters(**fields))["event_id"]) for fields in (left, right, {**right, **left})]
    assert ids[0] & ids[1] == ids[2]


def test_events_are_in_time_with_the_undated_last(many_build):
    """The order is total: by first day, last day and id."""
    frame = list_events(many_build, Filters(statements=True))
    assert len(frame) == 60
    expected = frame.sort_values(["date_start", "date_end", "event_id"], na_position="last", ignore_index=True)
    pd.testing.assert_frame_equal(frame, expected)
    assert frame["date_start"].isna().any()


def test_pages_of_a_list_make_the_list(many_build):
    """Limit and offset cut the list without losing or repeating a row."""
    pages = [list_events(many_build, Filters(), limit=7, offset=start) for start in range(0, 60, 7)]
    whole = list_events(many_build, Filters())
    pd.testing.assert_frame_equal(pd.concat(pages, ignore_index=True), whole)
    assert len(list_events(many_build, Filters(), offset=5)) == len(whole) - 5


FRAMES = {
    "EVENT_COLUMNS": lambda b: list_events(b, Filters()),
    "ACTOR_COLUMNS": lambda b: queries.list_actors(b),
    "TYPE_COLUMNS": lambda b: queries.list_types(b),
    "RESPONSE_COLUMNS": lambda b: list_responses(b, Filters()),
    "DENSITY_COLUMNS": lambda b: queries.density(b, Filters()),
    "MATRIX_COLUMNS": lambda b: queries.actor_matrix(b, Filters()),
    "ACTOR_EVENT_COLUMNS": lambda b: actor_events(b, "norland", Filters()),
    "MENTION_COLUMNS": lambda b: queries.event_mentions(b, "e1"),
    "EVENT_RESPONSE_COLUMNS": lambda b: queries.event_responses(b, "e1"),
    "DISAGREEMENT_COLUMNS": lambda b: queries.event_disagreements(b, "e1"),
    "MERGE_REASON_COLUMNS": lambda b: queries.event_merge_reasons(b, "e1"),
    "ARTICLE_COLUMNS": lambda b: queries.list_articles(b),
    "REJECT_COLUMNS": lambda b: queries.list_rejects(b),
    "FACET_COLUMNS": lambda b: facet_counts(b, Filters()),
}


@pytest.mark.parametrize("name", FRAMES)
def test_frames_have_their_columns_and_kinds_even_when_empty(name, empty_build, answered_build):
    """A figure or table may rely on columns and kinds without looking at the rows first."""
    empty, full = FRAMES[name](empty_build), FRAMES[name](answered_build)
    assert tuple(empty.columns) == tuple(full.columns) == getattr(queries, name)
    assert empty.empty
    assert dict(empty.dtypes) == dict(full.dtypes)


def test_kinds_of_columns(many_build):
    """Text is never missing, unknown numbers are, and dates are days without a zone."""
    frame = list_events(many_build, Filters())
    kinds = {name: str(kind) for name, kind in frame.dtypes.items()}
    assert (kinds["date_start"], kinds["killed_min"], kinds["n_reports"]) == ("datetime64[us]", "Int64", "int64")
    assert not frame.select_dtypes("str").isna().any().any()
    assert all(isinstance(cell, list) for cell in frame["initiators"])


def test_nothing_found_is_counted_as_nothing(empty_build):
    """An empty case has zeros, not missing values."""
    assert count_events(empty_build, Filters()) == (0, 0, 0)


def test_actors_are_counted_without_statements(many, many_build):
    """The numbers beside an actor are those of the default view."""
    told = [event for event in many if event.type != "STATEMENT"]
    frame = queries.list_actors(many_build).set_index("actor_id")
    assert len(frame) == 4
    for name in NAMES:
        acting = sum(name in sides(event)[0] for event in told)
        acted_on = sum(name in sides(event)[1] for event in told)
        either = sum(name in {*sides(event)[0], *sides(event)[1]} for event in told)
        assert tuple(frame.loc[name, ["n_events", "n_as_initiator", "n_as_target"]]) == (either, acting, acted_on)


def test_types_are_counted_with_statements(many_build):
    """The list of types holds everything the build holds."""
    frame = queries.list_types(many_build)
    assert frame["n_events"].sum() == 60
    assert set(frame["type"]) == {"ASSAULT", "THREATEN", "CONSULT", "STATEMENT"}


def test_an_actor_s_events_are_its_acts_and_its_sufferings(many, many_build):
    """Each event stands on the side the actor was on; a symmetric one on both."""
    frame = actor_events(many_build, "norland", Filters(statements=True))
    for side, index in (("acts", 0), ("sufferings", 1)):
        expected = {event.id for event in many if "norland" in sides(event)[index]}
        assert set(frame.loc[frame["side"] == side, "event_id"]) == expected


@pytest.mark.parametrize("filters", [Filters(statements=True), Filters(types=("ASSAULT",)), Filters(types=("AID",))])
def test_an_actor_s_events_are_counted_without_listing_them(many_build, filters):
    """As many acts, sufferings and different events as the list has; of a long list the first of either side."""
    frame = actor_events(many_build, "norland", filters)
    acts, sufferings = frame[frame["side"] == "acts"], frame[frame["side"] == "sufferings"]
    counted = count_actor_events(many_build, "norland", filters)
    assert counted == (len(acts), len(sufferings), frame["event_id"].nunique())
    first = actor_events(many_build, "norland", filters, each=3)
    assert list(first.loc[first["side"] == "acts", "event_id"]) == list(acts["event_id"][:3])
    assert list(first.loc[first["side"] == "sufferings", "event_id"]) == list(sufferings["event_id"][:3])


def test_response_links_need_both_ends_on_screen(answered_build):
    """An arc is drawn only where both of its events are shown."""
    assert list(list_responses(answered_build, Filters())["responds_to"]) == ["e1"]
    assert list_responses(answered_build, Filters(start=date(2024, 4, 10))).empty


@settings(max_examples=8, deadline=None)
@given(fields=some_fields)
def test_facets_count_what_choosing_them_would_show(many_build, fields):
    """The number beside an option is the number of events after choosing it alone."""
    filters = Filters(**fields)
    names = {"type": "types", "mode": "types", "status": "statuses", "actor": "actors", "place": "places",
             "precision": "precisions"}  # fmt: skip
    for facet in facet_counts(many_build, filters).groupby("facet").head(2).itertuples():
        values = {**fields, names[facet.facet]: (facet.value,)}
        if facet.value == "STATEMENT":
            continue
        assert count_events(many_build, Filters(**values)).events == facet.n_events


@pytest.mark.parametrize(
    ("day", "known"), [(1, set()), (2, {"e1"}), (13, {"e1"}), (14, {"e1", "e2"}), (None, {"e1", "e2"})]
)
def test_only_what_had_been_reported_is_known(answered_build, day, known):
    """An event is known from the day on which the first of its articles was out."""
    filters = Filters(known_by=date(2024, 4, day) if day else None)
    assert set(list_events(answered_build, filters)["event_id"]) == known
    assert count_events(answered_build, filters).events == len(known)


def test_the_days_on_which_articles_came_out(answered_build, empty_build):
    """The first and the last; none in an empty case."""
    assert published_span(answered_build)[1] >= date(2024, 4, 14)
    assert published_span(empty_build) is None


def test_a_type_can_be_asked_for_in_one_mode(many, many_build):
    """A type or a mode of one: either is enough, and the rollups are not asked what they do not know."""
    kinds = ("ASSAULT/aerial", "CONSULT")
    expected = {e.id for e in many if e.type == "CONSULT" or (e.type == "ASSAULT" and e.mode == "aerial")}
    frame = list_events(many_build, Filters(types=kinds))
    assert set(frame["event_id"]) == expected
    dated = int(frame["date_start"].notna().sum())
    assert queries.density(many_build, Filters(types=kinds), lane="type")["n"].sum() == dated


def test_places_and_precisions_narrow(many_build):
    """By the names that are stored."""
    everything = list_events(many_build, Filters())
    for column, field in (("place", "places"), ("precision", "precisions")):
        value = everything[column].iloc[0] or "Port Sud"
        frame = list_events(many_build, Filters(**{field: (value,)}))
        assert set(frame["event_id"]) == set(everything.loc[everything[column] == value, "event_id"])


@pytest.mark.parametrize("filters", [Filters(), Filters(statements=True), Filters(text="strasse")])
def test_the_undated_are_all_told(many_build, filters):
    """Those without a date are listed and counted, in plain views and in filtered ones."""
    undated = list_events(many_build, filters)
    undated = undated[undated["date_start"].isna()]
    assert set(list_undated(many_build, filters, limit=99)["event_id"]) == set(undated["event_id"])
    assert count_undated(many_build, filters) == len(undated)
