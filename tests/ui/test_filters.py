"""What is written in the sidebar becomes days and choices."""

from datetime import date

import pandas as pd
import pytest

from timeline.ui.filter_choices import choices_of
from timeline.ui.filters import parse_day, preset_window


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2024-04-01", date(2024, 4, 1), date(2024, 4, 1)),
        ("2024-4-1", date(2024, 4, 1), date(2024, 4, 1)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        (" 2024 ", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02-30", None, None),
        ("2024-13", None, None),
        ("0000", None, None),
        ("yesterday", None, None),
        ("٢٠٢٤", None, None),
        ("", None, None),
    ],
)
def test_days_months_and_years_are_read(written, first, last):
    """The first field takes the first day meant, the second the last."""
    assert parse_day(written, last=False) == first
    assert parse_day(written, last=True) == last


def test_two_actors_of_one_name_can_be_told_apart():
    """Labels are unique, because the address carries them."""
    actors = pd.DataFrame({"actor_id": ["a", "b", "c"], "name": ["Front", "Front", "Norland"], "n_events": [3, 2, 1]})
    choices = choices_of(actors, ["ASSAULT", "NEWTYPE"])
    assert choices.actors == {"Front (a)": "a", "Front (b)": "b", "Norland": "c"}
    assert list(choices.types.values()) == ["ASSAULT", "NEWTYPE"]


def test_a_type_is_followed_by_its_modes():
    """In words, and each label stands for one thing."""
    actors = pd.DataFrame({"actor_id": [], "name": [], "n_events": []})
    rows = [("mode", "ASSAULT/heavy-weapons"), ("mode", "ASSAULT/aerial"), ("place", "Port Sud"), ("precision", "day")]
    facets = pd.DataFrame(rows, columns=["facet", "value"])
    choices = choices_of(actors, ["ASSAULT", "THREATEN"], facets=facets)
    values = list(choices.types.values())
    at = values.index("ASSAULT")
    assert values[at + 1 : at + 3] == ["ASSAULT/aerial", "ASSAULT/heavy-weapons"]
    assert choices.places == {"Port Sud": "Port Sud"}
    assert list(choices.precisions.values()) == ["day"]


@pytest.mark.parametrize(
    ("code", "window"),
    [
        ("days_30", ("2024-04-02", "2024-05-01")),
        ("this_year", ("2024", "2024")),
        ("last_year", ("2023", "2023")),
        ("all", ("", "")),
    ],
)
def test_presets_count_back_from_the_latest_day(code, window):
    """Of the case, not of the clock."""
    assert preset_window(code, date(2024, 5, 1)) == window
