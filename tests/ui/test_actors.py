"""The actors page: a profile, comparisons, pairs by period."""

from datetime import date

import pandas as pd

from timeline.queries import Span
from timeline.ui.actor_profile import counterparts
from timeline.ui.actors import periods


def test_counterparts_are_counted_both_ways():
    """Whom it acts on and who acts on it; nobody unnamed, not itself."""
    rows = [("a", "b", 3), ("b", "a", 2), ("c", "a", 9), ("a", "", 4), ("a", "a", 1), ("b", "c", 7)]
    frame = pd.DataFrame(rows, columns=["initiator_id", "target_id", "n_events"])
    frame = frame.assign(initiator=frame["initiator_id"].str.upper(), target=frame["target_id"].str.upper())
    assert counterparts(frame, "a").to_dict("records") == [
        {"name": "C", "n_acts": 0, "n_suffered": 9},
        {"name": "B", "n_acts": 3, "n_suffered": 2},
    ]


def test_periods_lie_in_the_span():
    """Years, quarters where they are few, and phases."""
    phases = pd.DataFrame(
        {"number": [1], "date_start": [pd.Timestamp("2024-03-30")], "date_end": [pd.Timestamp("2024-04-19")]}
    )
    found = periods(Span(date(2023, 11, 5), date(2024, 5, 1), date(2024, 5, 1)), phases)
    assert list(found) == ["2023", "2024", "Q4 2023", "Q1 2024", "Q2 2024", "Phase 1: 30 Mar – 19 Apr 2024"]
    assert found["Q1 2024"] == (date(2024, 1, 1), date(2024, 3, 31))
    long = periods(Span(date(1900, 1, 1), date(2024, 5, 1), date(2024, 5, 1)), phases)
    assert "Q1 2024" not in long
    assert len(long) == 31


def test_pairs_of_a_period_as_a_matrix_or_a_network(open_page):
    """Both shapes, every period, no error."""
    app = open_page("populated", "actors")
    app.segmented_control(key="shape").set_value("Network").run()
    app.selectbox(key="when").set_value("2024").run()
    assert not app.exception
    app.segmented_control(key="shape").set_value("Matrix").run()
    assert not app.exception


def test_up_to_four_actors_are_compared(open_page):
    """At first the actor and whom it meets most."""
    app = open_page("populated", "actors")
    app.multiselect(key="compare").set_value(["Norland", "Sudria", "Westmark", "Esterra"]).run()
    assert not app.exception


def test_a_busy_actor_is_named_over_its_picture(open_page, monkeypatch):
    """Single marks or sums, it is the time of one actor, not of all."""
    monkeypatch.setattr("timeline.ui.actors.MAX_SIDE_MARKS", 3)
    app = open_page("populated", "actors", actor="Sudria")
    assert "Sudria over time" in app.get("plotly_chart")[0].proto.spec
