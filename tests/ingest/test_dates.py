from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.ingest._dates import date_in_url, find_dates, read_given
from timeline.model import DateInterval

_MONTHS = [date(2024, month, 1).strftime("%B") for month in range(1, 13)]


def on(first, last=None):
    return DateInterval(date.fromisoformat(first), date.fromisoformat(last or first))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("28 October 2024 12:22", "2024-10-28"),
        ("28th of October, 2024", "2024-10-28"),
        ("October 28, 2024", "2024-10-28"),
        ("Oct. 28th 2024", "2024-10-28"),
        ("Sept 5, 2023", "2023-09-05"),
        ("Mon, 28-Oct-2024", "2024-10-28"),
        ("2024-10-28T23:30:00-05:00", "2024-10-28"),
        ("2024/10/28", "2024-10-28"),
        ("28/10/2024", "2024-10-28"),
        ("10/28/2024", "2024-10-28"),
        ("03.04.2024", "2024-04-03"),
        ("4/4/2024", "2024-04-04"),
        ("28\u00a0October\u00a02024", "2024-10-28"),
    ],
)
def test_full_dates_are_read_in_every_common_form(text, expected):
    """Day, month and year in one of the forms of datelines give that day."""
    (found,) = find_dates(text)
    assert found.interval == on(expected)
    assert found.sure


def test_a_date_that_reads_either_way_is_both():
    """3/4/2024 is the interval of both readings, and says that it is not sure."""
    (found,) = find_dates("3/4/2024")
    assert found.interval == on("2024-03-04", "2024-04-03")
    assert not found.sure


@pytest.mark.parametrize(
    "text",
    [
        "28 October",
        "October 2024",
        "2024",
        "31 April 2024",
        "30.02.2024",
        "13/13/2024",
        "10,000 people",
        "3/4/24",
        "2231",
        "١٢/١٠/٢٠٢٤",
    ],
)
def test_nothing_is_filled_in(text):
    """A date with a missing or impossible part is no date."""
    assert find_dates(text) == ()


def test_dates_come_in_order():
    """Two dates in one line are found where they stand."""
    first, second = find_dates("Published 3 May 2024, updated 2024-05-04")
    assert (first.interval, second.interval) == (on("2024-05-03"), on("2024-05-04"))
    assert first.end <= second.start


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/2024/10/28/story", on("2024-10-28")),
        ("https://a.example/news/2024-10-28-story", on("2024-10-28")),
        ("https://a.example/news/story-20241028", on("2024-10-28")),
        ("https://a.example/2024/10/story", on("2024-10-01", "2024-10-31")),
        ("https://a.example/2024/13/story", None),
        ("https://a.example/story-20249999", None),
        ("https://a.example/story?d=/2024/10/28/", None),
        ("", None),
    ],
)
def test_addresses_name_days_and_months(url, expected):
    """The path of an address dates its article, its query does not."""
    assert date_in_url(url) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-10-28", on("2024-10-28")),
        (date(2024, 10, 28), on("2024-10-28")),
        ("2024-10-28T23:30:00-05:00", on("2024-10-28")),
        ("2024-02", on("2024-02-01", "2024-02-29")),
        (2024, on("2024-01-01", "2024-12-31")),
        ("2024-04-13/2024-04-14", on("2024-04-13", "2024-04-14")),
        ("2024-04-14/2024-04-13", None),
        ("2024-04-13/later", None),
        ("28 October 2024", on("2024-10-28")),
        ("Monday, 28 October 2024", on("2024-10-28")),
        ("3/4/2024", None),
        ("yesterday", None),
        ("2024-02-30", None),
        ("2024-13", None),
        ("0000", None),
    ],
)
def test_given_dates_are_iso_or_written_in_full(value, expected):
    """What a person gives is read as ISO 8601 or as a full date; anything else is no date."""
    assert read_given(value) == expected


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text):
    """Any text has dates or none, never an error."""
    for found in find_dates(text):
        assert 0 <= found.start < found.end <= len(text)
    read_given(text)
    date_in_url(text)


@given(st.dates(min_value=date(1500, 1, 1), max_value=date(2999, 12, 31)))
def test_every_day_reads_back(day):
    """Each day written in three ways is that day again."""
    for text in (
        day.isoformat(),
        f"{day:%d} {_MONTHS[day.month - 1]} {day.year}",
        f"{_MONTHS[day.month - 1]} {day.day}, {day.year}",
    ):
        (found,) = find_dates(text)
        assert found.interval == DateInterval(day, day)
