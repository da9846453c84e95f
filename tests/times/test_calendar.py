"""Calendar arithmetic at the edges."""

from datetime import date

import pytest

from timeline.times import _calendar as cal


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-03-31", -1, "2024-02-29"),
        ("2024-12-15", 1, "2025-01-15"),
        ("2024-01-15", -1, "2023-12-15"),
    ],
)
def test_months_keep_to_their_length(day, months, expected):
    """Adding months ends on a day that exists."""
    assert cal.add_months(date.fromisoformat(day), months) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        ("D", "2024-08-20"),
        ("W", "2024-W34"),
        ("F", "2024-W34"),
        ("WE", "2024-W34-WE"),
        ("M", "2024-08"),
        ("Q", "2024-Q3"),
        ("Y", "2024"),
        ("E", "202"),
        ("C", "20"),
    ],
)
def test_units_have_their_timex_value(unit, value):
    """Each unit gives the TIMEX3 value and an interval that holds the day."""
    reading = cal.unit_reading(date(2024, 8, 20), unit)
    assert reading.value == value
    assert reading.interval.start <= date(2024, 8, 25)
    assert reading.interval.end >= date(2024, 8, 20)


def test_halves_and_seasons():
    """Halves and seasons cover their months; winter runs into the next year."""
    assert cal.half_reading(2024, 2).interval.start == date(2024, 7, 1)
    assert cal.season_reading(2023, "WI").interval.end == date(2024, 2, 29)


def test_parts_of_short_units_are_the_unit():
    """A week has no early third, and an edge's middle is the middle."""
    week = cal.week_reading(date(2024, 8, 20))
    assert cal.part_of(week, "START") == week
    assert cal.edge_of(week, "END") == week
    assert cal.edge_of(cal.month_reading(2024, 7), "MID").interval.start == date(2024, 7, 11)
    assert cal.edge_of(cal.month_reading(2024, 7), "START").interval.end == date(2024, 7, 7)


@pytest.mark.parametrize(("direction", "expected"), [(0, "2024-08-20"), (-1, "2024-08-13"), (1, "2024-08-27")])
def test_own_weekday(direction, expected):
    """The reference's own weekday is itself, the one before, or the next."""
    assert cal.weekday_reading(date(2024, 8, 20), 2, direction).value == expected
