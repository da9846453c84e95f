"""Days written without a year fix one where other signs leave a few."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import DateInterval
from timeline.times._yearless import account_years, find_dateline, find_pairs, fitting_days, nearest_days


def span(first, last):
    return DateInterval(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They met on Monday, Nov. 13, in the rain.", ["Monday, Nov. 13"]),
        ("They met on Monday 13 November at noon.", ["Monday 13 November"]),
        ("They met on November 13, a Monday.", ["November 13, a Monday"]),
        ("They met on Monday, Nov. 13, 2023.", []),
        ("They met on Monday 13 November 2023.", []),
        ("On Monday they marched 13 miles.", []),
        ("Monday, Nov. 45", []),
    ],
)
def test_a_weekday_with_a_day_and_month_is_a_pair(text, told):
    """Only without a year, which would fix the day itself."""
    assert [day.text for day in find_pairs(text)] == told


def test_a_pair_fits_one_year_in_several():
    """13 November was a Monday in 2017 and 2023; publication is the half year around it."""
    pairs = find_pairs("They met on Monday, Nov. 13.")
    assert fitting_days(pairs, span("2015-01-01", "2022-01-01")) == span("2017-05-14", "2018-05-15")
    assert fitting_days(pairs, span("2019-01-01", "2022-12-31")) is None


def test_a_dateline_is_the_day_or_the_day_before():
    """A dateline leaves one day, and the next, in each year."""
    dateline = find_dateline("PORT TAVE, March 12 (Agency) - Rain fell.")
    assert fitting_days([dateline], span("2020-01-01", "2020-12-31")) == span("2020-03-12", "2020-03-13")
    assert find_dateline("PORT TAVE, March 12, 2020 (Agency) - Rain fell.") is None
    assert find_dateline("Port Tave, March 12 - Rain fell.") is not None
    assert find_dateline("Rain fell on March 12 - again.") is None
    assert find_dateline("rain fell, March 12 (again)") is None


def test_accounts_are_of_their_year_or_told_in_the_next():
    """A named quarter or fiscal year is that of the accounts or the one they are compared with."""
    assert account_years("up from the 1988 third quarter") == (
        ("the 1988 third quarter", span("1988-01-01", "1989-12-31")),
    )
    assert account_years("in fiscal 1988")[0][1] == span("1988-01-01", "1989-12-31")
    assert account_years("the 1988 war") == ()


@given(st.text(alphabet="MONday, Nov.13(–-)ab2\n", max_size=80))
def test_any_text_is_read(text):
    """No text stops the search, and what it finds stands in the text."""
    dateline = find_dateline(text)
    found = [day.text for day in (*find_pairs(text), *((dateline,) if dateline else ()))]
    found += [words for words, _ in account_years(text)]
    assert all(" ".join(words.split()) in " ".join(text.split()) for words in found)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("PORT TAVE, Sept. 26. Rain fell.", (9, 26)),
        ("PORT TAVE, 26 September — Rain fell.", (9, 26)),
        ("Port Tave, 9 June (Agency) - Rain fell.", (6, 9)),
    ],
)
def test_a_dateline_is_written_in_several_ways(text, day):
    """The day before or behind its month, closed by a dash, a bracket or a stop."""
    found = find_dateline(text)
    assert (found.month, found.day) == day


def test_the_nearest_year_is_that_of_a_dateline():
    """Of two years about as near, neither is taken; nor is one that another sign rules out."""
    dateline = find_dateline("PORT TAVE, July 9 - Rain fell.")
    ever, spring = span("1900-01-01", "2100-01-01"), span("2024-03-16", "2024-05-06")
    assert nearest_days(dateline, ever, spring) == span("2024-07-09", "2024-07-10")
    assert nearest_days(dateline, span("1900-01-01", "2024-05-01"), spring) is None
    assert nearest_days(dateline, ever, span("2024-01-08", "2024-01-08")) is None
