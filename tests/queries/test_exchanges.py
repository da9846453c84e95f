"""What passes between two sides agrees with the events it is made of."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.builders import make_actor, make_article, make_event, make_mention, make_when
from timeline.model import UNDATED, Response
from timeline.queries import (
    PAIR_DENSITY_COLUMNS,
    PAIR_EVENT_COLUMNS,
    PAIR_RESPONSE_COLUMNS,
    THREAT_COLUMNS,
    Filters,
    Sides,
    list_events,
    pair_density,
    pair_events,
    pair_responses,
    pair_threats,
)
from timeline.store import BuildContents, open_build, write_build

TEXT = "Norland struck Sudria on Monday."
SIDES = Sides(("norland", "eastmark"), ("sudria",))


def _act(event_id, day, one, two, **fields):
    when = make_when(day) if day else UNDATED
    mention = make_mention(TEXT, id=f"m{event_id}", article_id="a1", start=0)
    defaults = {"type": "ASSAULT", "level": 4, "intensity": -9.0, "status": "happened"}
    return make_event(event_id, mentions=[mention], when=when, initiators=(make_actor(one),),
                      targets=(make_actor(two),), **defaults | fields)  # fmt: skip


def _vow(event_id, day, one="Norland", two="Sudria", **fields):
    return _act(event_id, day, one, two, **{"type": "THREATEN", "level": 2, "intensity": -3.5} | fields)


@pytest.fixture(scope="module")
def pair_build(tmp_path_factory):
    """Norland threatens, strikes and is answered; Westmark stands apart but is struck by Sudria."""
    events = (
        _vow("vow1", "2024-01-01"),
        _vow("vow1b", "2024-01-05", status="denied"),
        _act("strike", "2024-01-05", "Norland", "Sudria"),
        _vow("vow2", "2024-01-05"),
        _vow("vow3", "2024-02-01", "Sudria", "Norland"),
        _vow("vow4", None),
        _act("aside", "2024-01-20", "Sudria", "Westmark"),
        _act("apart", "2024-01-21", "Westmark", "Eastmark"),
        _act("planned", "2024-03-01", "Sudria", "Norland", status="planned"),
        _act("answer", "2024-01-22", "Eastmark", "Sudria", responses=(
            Response(event_id="answer", responds_to="aside", lag_days=2, lag_days_max=2),
            Response(event_id="answer", responds_to="apart", basis="inferred", lag_days=1, lag_days_max=1),
            Response(event_id="answer", responds_to="strike", basis="inferred", lag_days=17, lag_days_max=17),
        )),
        _act("clash", "2024-02-10", "Norland", "Sudria", symmetric=True),
    )  # fmt: skip
    case = tmp_path_factory.mktemp("pair")
    write_build(case, BuildContents(events=events, articles=(make_article(TEXT, id="a1"),)), build_id="pair")
    with open_build(case) as build:
        yield build


def test_events_between_two_sides_have_a_direction(pair_build):
    """Several actors make one side; a clash goes both ways; a linked act towards others is marked."""
    frame = pair_events(pair_build, Filters(), SIDES)
    assert tuple(frame.columns) == PAIR_EVENT_COLUMNS
    ways = dict(zip(frame["event_id"], frame["direction"], strict=True))
    assert ways == {
        "vow1": "forth", "vow1b": "forth", "strike": "forth", "vow2": "forth", "vow4": "forth", "answer": "forth",
        "clash": "both", "vow3": "back", "planned": "back", "aside": "back",
    }  # fmt: skip
    assert set(frame.loc[frame["beyond"], "event_id"]) == {"aside"}


def test_turning_the_sides_turns_the_directions(pair_build):
    """Nothing else changes."""
    one, other = (pair_events(pair_build, Filters(), sides) for sides in (SIDES, Sides(SIDES.other, SIDES.one)))
    turned = other["direction"].map({"forth": "back", "back": "forth", "both": "both"})
    assert one["event_id"].tolist() == other["event_id"].tolist()
    assert one["direction"].tolist() == turned.tolist()


def test_filters_hold_between_two_sides(pair_build):
    """Only what passes them is among the pair's events, and the limit is kept."""
    filters = Filters(types=("THREATEN",))
    found = set(pair_events(pair_build, filters, SIDES)["event_id"])
    assert found == {"vow1", "vow1b", "vow2", "vow3", "vow4"}
    assert found <= set(list_events(pair_build, filters)["event_id"])
    assert len(pair_events(pair_build, Filters(), SIDES, limit=3)) == 3


def test_sums_count_what_took_place_once(pair_build):
    """Plans, denials and undated acts are left out; the sums are those of the events."""
    frame = pair_density(pair_build, Filters(), SIDES, bins=10)
    assert tuple(frame.columns) == PAIR_DENSITY_COLUMNS
    assert frame.groupby("direction")["n"].sum().to_dict() == {"forth": 4, "back": 1, "both": 1}
    assert frame.groupby("direction")["hostility"].sum().to_dict() == {"forth": 25.0, "back": 3.5, "both": 9.0}
    assert frame["bin_start"].nunique() <= 10
    assert pair_density(pair_build, Filters(types=("AID",)), SIDES).empty


def test_answers_say_who_answers(pair_build):
    """Stated and inferred, with both directions; links to strangers are left out."""
    frame = pair_responses(pair_build, Filters(), SIDES, inferred=True)
    assert tuple(frame.columns) == PAIR_RESPONSE_COLUMNS
    assert set(pair_responses(pair_build, Filters(), SIDES)["basis"]) == {"stated"}
    found = {(r.responds_to, r.basis, r.direction, r.answered_direction) for r in frame.itertuples()}
    assert found == {("aside", "stated", "forth", "back"), ("strike", "inferred", "forth", "forth")}


def test_a_threat_is_followed_by_later_force_of_the_same_side(pair_build):
    """Not by force of the same day, of the other side, or only planned; a clash counts for either; denials are none."""
    frame = pair_threats(pair_build, Filters(), SIDES)
    assert tuple(frame.columns) == THREAT_COLUMNS
    followed = {r.event_id: r.followed_on for r in frame.itertuples()}
    assert followed == {
        "vow1": pd.Timestamp("2024-01-05"),
        "vow2": pd.Timestamp("2024-01-22"),
        "vow3": pd.Timestamp("2024-02-10"),
    }


def test_a_threat_that_nothing_followed_stays_open(pair_build):
    """Even where a filter hides the force, it is not called open; where there is none, it is."""
    hidden = pair_threats(pair_build, Filters(types=("THREATEN",)), SIDES)
    assert hidden["followed_on"].notna().all()
    narrow = pair_threats(pair_build, Filters(), Sides(("sudria",), ("eastmark",)))
    assert narrow.empty
