"""EDTF is read and written without loss, and nonsense is refused by name."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.errors import DateError
from timeline.model import DateInterval
from timeline.times import format_edtf, parse_edtf
from timeline.times._edtf import parse_value, widen

FORMS = [
    ("2024-04-01", "2024-04-01", "2024-04-01", "day"),
    ("2024-04-13/2024-04-14", "2024-04-13", "2024-04-14", "range"),
    ("[2024-07-28..2024-07-31]", "2024-07-28", "2024-07-31", "range"),
    ("[2024-04-08..2024-04-14]", "2024-04-08", "2024-04-14", "week"),
    ("2024-02", "2024-02-01", "2024-02-29", "month"),
    ("2024-21", "2024-03-01", "2024-05-31", "season"),
    ("2024-24", "2024-12-01", "2025-02-28", "season"),
    ("2024-34", "2024-04-01", "2024-06-30", "range"),
    ("2024-41", "2024-07-01", "2024-12-31", "range"),
    ("2020", "2020-01-01", "2020-12-31", "year"),
    ("202X", "2020-01-01", "2029-12-31", "decade"),
    ("19XX", "1900-01-01", "1999-12-31", "range"),
    ("2024-10-26~", "2024-10-26", "2024-10-26", "day"),
    ("2024-03/2024-05", "2024-03-01", "2024-05-31", "range"),
]


@pytest.mark.parametrize(("text", "start", "end", "precision"), FORMS)
def test_each_form_names_its_days(text, start, end, precision):
    """Every form of the ontology is read to its first and last day."""
    assert parse_edtf(text) == (DateInterval(date.fromisoformat(start), date.fromisoformat(end)), precision)


@pytest.mark.parametrize(
    "text", ["", "2024-13", "2024-02-30", "yesterday", "[2024-01-01]", "2024-1", "20X4-05", "0000", "2024-05/2024-01"]
)
def test_what_is_no_date_is_refused(text):
    """A string that names no calendar days is an error that quotes it."""
    with pytest.raises(DateError):
        parse_edtf(text)


DAYS = st.dates(min_value=date(1, 1, 10), max_value=date(9998, 12, 20))


@settings(max_examples=100)
@given(start=DAYS, length=st.integers(0, 800), lasting=st.booleans(), data=st.data())
def test_writing_then_reading_gives_the_same_days(start, length, lasting, data):
    """Format, then parse: the interval is unchanged for every precision."""
    interval = DateInterval(start, min(start + timedelta(length), date.max))
    precision = data.draw(st.sampled_from(["day", "range", "week", "month", "season", "year", "decade"]))
    text = format_edtf(interval, precision, lasting=lasting, approximate=False)
    assert parse_edtf(text)[0] == interval


@pytest.mark.parametrize("form", FORMS)
def test_reading_then_writing_is_identity(form):
    """Parse, then format, then parse: days and precision are unchanged."""
    interval, precision = parse_edtf(form[0])
    assert parse_edtf(format_edtf(interval, precision, lasting="/" in form[0])) == (interval, precision)


def test_widening_stays_inside_the_calendar():
    """Widening at the ends of the calendar stops there."""
    assert widen(DateInterval(date.min, date.max), 5) == DateInterval(date.min, date.max)
    assert widen(DateInterval(date(2024, 1, 2), date(2024, 1, 2)), 1).days == 3


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2024-04-01TNI", "2024-04-01", "2024-04-01"),
        ("2024-W10", "2024-03-04", "2024-03-10"),
        ("2024-W10-WE", "2024-03-09", "2024-03-10"),
        ("2024-SP", "2024-03-01", "2024-05-31"),
        ("2024-Q2", "2024-04-01", "2024-06-30"),
        ("2024-H2", "2024-07-01", "2024-12-31"),
        ("199", "1990-01-01", "1999-12-31"),
    ],
)
def test_values_name_their_days(value, start, end):
    """A TIMEX3 value of a calendar unit is read to its first and last day."""
    assert parse_value(value) == DateInterval(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize("value", ["PAST_REF", "XXXX-05", "P3D", "", "2024-W60", "BC0490"])
def test_values_without_days_name_none(value):
    """A value that names no calendar days gives none."""
    assert parse_value(value) is None
