"""Feasts fall on the days their calendars give."""

from datetime import date

import pytest

from timeline.model import DateInterval
from timeline.times._holidays import easter


@pytest.mark.parametrize(
    ("year", "day"), [(2024, "2024-03-31"), (2025, "2025-04-20"), (2000, "2000-04-23"), (1961, "1961-04-02")]
)
def test_easter(year, day):
    """Western Easter Sunday of known years."""
    assert easter(year) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("During Ramadan 2024 it was calm.", "2024-03-11/2024-04-09"),
        ("On Ashura it was calm.", "2024-07-16"),
        ("On the eve of Easter 2024 it was calm.", "2024-03-30"),
        ("Next Christmas it will be calm.", "2024-12-25"),
        ("In Easter week 2024 it was calm.", "[2024-03-25..2024-03-31]"),
        ("It will be calm at Halloween.", "2024-10-31"),
    ],
)
def test_feast_in_text(tagger, tuesday, sentence, edtf):
    """Feasts in a text are put on their days."""
    (found,) = tagger.tag(sentence, document_date=tuesday)
    assert found.when.edtf == edtf


def test_years_without_a_table_give_no_day(tagger):
    """Where no Hijri table covers the year there is no expression."""
    far = DateInterval(date(3000, 1, 1), date(3000, 1, 1))
    assert tagger.tag("During Ramadan it was calm.", document_date=far) == ()
