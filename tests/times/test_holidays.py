"""Feasts and Hijri dates in a text are put on their days."""

from datetime import date

import pytest

from timeline.model import DateInterval


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("During Ramadan 2024 it was calm.", "2024-03-11/2024-04-09"),
        ("On Ashura it was calm.", "2024-07-16"),
        ("On the eve of Easter 2024 it was calm.", "2024-03-30"),
        ("Next Christmas it will be calm.", "2024-12-25"),
        ("In Easter week 2024 it was calm.", "[2024-03-25..2024-03-31]"),
        ("It will be calm at Halloween.", "2024-10-31"),
        ("On Yom Kippur it was calm.", "2023-09-25"),
        ("On Yom Kippur 2024 it will be calm.", "2024-10-12"),
        ("At Passover it was calm.", "2024-04-23"),
        ("On Good Friday it was calm.", "2024-03-29"),
        ("On Easter Sunday it was calm.", "2024-03-31"),
        ("On Orthodox Easter it was calm.", "2024-05-05"),
        ("On New Year’s Eve it was calm.", "2023-12-31"),
        ("On Eid al-Fitr it was calm.", "2024-04-10"),
        ("On Eid al Adha it was calm.", "2024-06-16"),
        ("At the start of Ramadan it was calm.", "2024-03-11~"),
        ("On the last Friday of Ramadan it was calm.", "2024-04-05"),
        ("On the first Monday of Ramadan 2024 it was calm.", "2024-03-11"),
        ("It was calm before Halloween.", "2023-10-31"),
    ],
)
def test_feast_in_text(tagger, tuesday, sentence, edtf):
    """Feasts in a text are put on their days."""
    (found,) = tagger.tag(sentence, document_date=tuesday)
    assert found.when.edtf == edtf


def test_shortly_before_a_feast_the_coming_one_is_meant(tagger):
    """ "before Passover" a month ahead of it means the coming one; a feast week under way is this one."""
    april = DateInterval(date(2024, 4, 2), date(2024, 4, 2))
    (found,) = tagger.tag("A truce before Passover was sought.", document_date=april)
    assert found.when.edtf == "2024-04-23"
    (found,) = tagger.tag("Easter week began.", document_date=DateInterval(date(2024, 3, 26), date(2024, 3, 26)))
    assert found.when.edtf == "[2024-03-25..2024-03-31]"


@pytest.mark.parametrize("text", ["On 31 Ramadan 1445 it rained.", "On 15 Mehr 2024 it rained.", "Mehr reported it."])
def test_days_that_no_hijri_calendar_has_are_none(tagger, tuesday, text):
    """A day beyond the month, a year of another calendar and a name alone give no Hijri date."""
    assert all(not e.rule.startswith("calendar.") for e in tagger.tag(text, document_date=tuesday))


def test_hijri_dates_need_a_year_to_count_from(tagger):
    """Without year and publication date a Hijri day has no interval."""
    (found,) = tagger.tag("On 10 Muharram it rained.", document_date=None)
    assert found.when.interval is None


def test_years_without_a_table_give_no_day(tagger):
    """Where no Hijri table covers the year there is no expression."""
    far = DateInterval(date(3000, 1, 1), date(3000, 1, 1))
    assert tagger.tag("During Ramadan it was calm.", document_date=far) == ()
