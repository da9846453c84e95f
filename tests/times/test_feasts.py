"""Feasts fall on the days that their calendars give."""

from datetime import date

import pytest

from timeline.times._feasts import (
    easter,
    feast_days,
    hanukkah,
    hebrew_new_year,
    hijri_day,
    orthodox_easter,
    passover,
    solar_day,
    solar_month,
)


@pytest.mark.parametrize(
    ("year", "day"), [(2024, "2024-03-31"), (2025, "2025-04-20"), (2000, "2000-04-23"), (1961, "1961-04-02")]
)
def test_easter(year, day):
    """Western Easter Sunday of known years."""
    assert easter(year) == date.fromisoformat(day)


@pytest.mark.parametrize(("year", "day"), [(2024, "2024-05-05"), (2025, "2025-04-20"), (2023, "2023-04-16")])
def test_orthodox_easter(year, day):
    """Orthodox Easter Sunday of known years."""
    assert orthodox_easter(year) == date.fromisoformat(day)


@pytest.mark.parametrize(("year", "day"), [(5784, "2023-09-16"), (5785, "2024-10-03"), (5786, "2025-09-23")])
def test_hebrew_new_year(year, day):
    """1 Tishri of known years."""
    assert hebrew_new_year(year) == date.fromisoformat(day)


def test_hebrew_feasts():
    """Passover, Hanukkah and the Day of Atonement of known years."""
    assert passover(2024) == date(2024, 4, 23)
    assert [hanukkah(year) for year in (2022, 2023, 2024)] == [
        date(2022, 12, 19),
        date(2023, 12, 8),
        date(2024, 12, 26),
    ]
    assert feast_days("J9", 1973).start == date(1973, 10, 6)
    assert feast_days("C", 2024).days == 1


def test_hijri_days():
    """Days of both Hijri calendars of known dates; a month that ends a year ends there."""
    assert hijri_day(1445, 9, 1) == date(2024, 3, 11)
    assert solar_day(1403, 1, 15) == date(2024, 4, 3)
    assert solar_month(1402, 12).end == date(2024, 3, 19)


def test_days_that_no_calendar_has():
    """A day that a calendar does not have is refused."""
    with pytest.raises(ValueError, match=r"."):
        solar_day(1403, 13, 1)
    with pytest.raises((ValueError, OverflowError)):
        hijri_day(1445, 9, 31)
