"""Promises that hold for any text."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.model import DateInterval

VOCABULARY = """
on in the last next of to since Monday Friday May March October 7 31 2024 1999 - – , . ( ) week weeks month year years
ago two three quarter first second early late mid end weekend night a.m. 10:35 noon today yesterday attack killing
Haniyeh $ % 's and or Ramadan Christmas Eve summer the day after before following ’80s 1990s 3/4/24 2024-02-30 \x00
that previous 0600 hours D-Day 9/11 AD times http://a.b/2024-01-01
99999999999999999999
"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n\n"])
MIXED = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join))
KEEP = settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
RELATIVE = [
    "on Monday",
    "next Friday",
    "last week",
    "over the weekend",
    "three days ago",
    "two weeks ago",
    "yesterday",
    "Sunday night",
]


@KEEP
@given(text=MIXED, published=st.one_of(st.none(), st.dates()), narrative=st.sampled_from([True, False, None]))
def test_tagging_never_raises_and_spans_are_slices(tagger, text, published, narrative):
    """Any text can be tagged; expressions are slices, in order, without overlap."""
    document_date = DateInterval(published, published) if published else None
    position = 0
    for found in tagger.tag(text, document_date=document_date, narrative=narrative):
        assert found.text == text[found.start : found.end]
        assert position <= found.start < found.end
        position = found.end


@KEEP
@given(text=MIXED)
def test_anchor_spans_are_slices(tagger, text):
    """References to known events are slices of the text, shifted by the offset given."""
    for hit in tagger.find_anchors(text, offset=5):
        assert hit.text == text[hit.start - 5 : hit.end - 5]


@KEEP
@given(
    sentence=st.lists(WORDS, min_size=1, max_size=12).map(" ".join),
    published=st.dates(date(1900, 1, 1), date(2100, 1, 1)),
)
def test_a_dateless_sentence_changes_nothing(tagger, sentence, published):
    """Adding a sentence without a date leaves every other result as it was."""
    document_date = DateInterval(published, published)
    alone = tagger.tag(sentence, document_date=document_date)
    added = tagger.tag(sentence + "\n\nThe people stood quietly and nobody spoke.", document_date=document_date)
    assert added == alone


@KEEP
@given(
    phrase=st.sampled_from(RELATIVE),
    weeks=st.integers(-400, 400),
    published=st.dates(date(1950, 1, 1), date(2050, 1, 1)),
)
def test_whole_weeks_shift_results_by_as_much(tagger, phrase, weeks, published):
    """Moving publication by whole weeks moves days and weeks counted from it by as much."""
    moved = published + timedelta(weeks=weeks)
    here = tagger.tag(f"It happened {phrase}.", document_date=DateInterval(published, published))
    there = tagger.tag(f"It happened {phrase}.", document_date=DateInterval(moved, moved))
    shifted = [
        (e.when.interval.start + timedelta(weeks=weeks), e.when.interval.end + timedelta(weeks=weeks)) for e in here
    ]
    assert shifted == [(e.when.interval.start, e.when.interval.end) for e in there]


@pytest.mark.parametrize(
    "unit",
    [
        "7",
        "October ",
        "([{",
        "May 3 ",
        "1,111",
        "the first ",
        "a day after ",
        "nineteen ninety ",
        "\n",
        "3-4-",
        "October 7 attack ",
        "Eid al-",
        "the eve of the attack ",
        "http://",
        "2, 3 and ",
        "0600 ",
        "the spring and ",
        "10 a.m. (",
        "the 40th day of the war ",
        "by the ",
    ],
)
def test_work_is_linear_on_hostile_text(tagger, tuesday, unit):
    """Twice the text gives twice the expressions: nothing is lost or multiplied on long runs."""
    short = tagger.tag(unit * (4000 // len(unit)), document_date=tuesday)
    long = tagger.tag(unit * (8000 // len(unit)), document_date=tuesday)
    assert abs(len(long) - 2 * len(short)) <= 4
