"""What is written in the sidebar becomes days and choices."""

from datetime import date

import pandas as pd
import pytest

from timeline.ui.filters import choices_of, parse_day


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
