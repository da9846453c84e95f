"""Words, dates and numbers in a language."""

from datetime import date

import pytest

from timeline.speech import Speech

ENGLISH, FRENCH = Speech(), Speech("fr")


@pytest.mark.parametrize(
    ("start", "end", "english", "french"),
    [
        (date(2034, 4, 3), date(2034, 4, 3), "3 Apr 2034", "3 avr. 2034"),
        (date(2034, 4, 1), date(2034, 4, 2), "1–2 Apr 2034", "1er–2 avr. 2034"),
        (date(2034, 7, 28), date(2034, 8, 1), "28 Jul – 1 Aug 2034", "28 juil. – 1er août 2034"),
        (date(2034, 7, 1), date(2034, 7, 31), "July 2034", "juillet 2034"),
        (date(2034, 1, 1), date(2034, 12, 31), "2034", "2034"),
    ],
)
def test_dates_follow_the_language(start, end, english, french):
    """Months by the language's own names, the first of a month as it is written there."""
    assert (ENGLISH.span(start, end), FRENCH.span(start, end)) == (english, french)


def test_a_day_is_written_out():
    """The month whole, in the language's own words."""
    assert (ENGLISH.written(date(2034, 8, 1)), FRENCH.written(date(2034, 8, 1))) == ("1 August 2034", "1er août 2034")


def test_numbers_follow_the_language():
    """Thousands and fractions are set apart as the language does; a gain may show its sign."""
    assert (ENGLISH.numeral(12_345), FRENCH.numeral(12_345)) == ("12,345", "12\u202f345")
    assert (ENGLISH.decimal(1234.56), FRENCH.decimal(1234.56)) == ("1,234.6", "1\u202f234,6")
    assert ENGLISH.numeral(5, "+") == "+5"


def test_nouns_agree_with_their_number():
    """French says none in the singular, English in the plural."""
    assert [ENGLISH.count("EVENT_NOUN", n) for n in (0, 1, 1200)] == ["0 events", "1 event", "1,200 events"]
    assert [FRENCH.count("EVENT_NOUN", n) for n in (0, 1, 2)] == ["0 événement", "1 événement", "2 événements"]


def test_braces_are_filled_once():
    """What is filled in is text: braces inside it stay as they are."""
    assert ENGLISH.say("SIDES_ACTS", name="{name}") == "{name} acts"
