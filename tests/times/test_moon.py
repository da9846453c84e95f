"""The Chinese year begins on the days its calendars print."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.times._feasts import feast_days
from timeline.times._moon import CHINESE_YEARS, chinese_new_year

# 1985 and 2034 need the exact solstice and the leap month.
PRINTED = """
1900-01-31 1949-01-29 1966-01-21 1968-01-30 1985-02-20 2000-02-05 2015-02-19 2016-02-08 2017-01-28 2018-02-16
2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2033-01-31 2034-02-19"""


@pytest.mark.parametrize("printed", PRINTED.split())
def test_new_years_of_printed_calendars(printed):
    """The day is the one that calendars have."""
    assert chinese_new_year(int(printed[:4])).isoformat() == printed


@given(year=st.sampled_from(CHINESE_YEARS))
def test_new_year_stands_between_21_january_and_21_february(year):
    """In every year it covers the day lies within the month that the rules of the calendar allow."""
    assert date(year, 1, 20) < chinese_new_year(year) < date(year, 2, 22)


def test_years_it_cannot_tell_give_none():
    """Before the reform and in far times there is no such day rather than a guess."""
    assert feast_days("L", 1600) is None
    assert feast_days("L", 2300) is None
