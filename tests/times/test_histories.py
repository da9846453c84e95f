"""Passages of war histories keep their year, month and day through the whole text."""

from datetime import date

import pytest

from timeline.model import DateInterval

from .history_cases import HISTORIES, HISTORIES_WRONG

PUBLISHED = DateInterval(date(2024, 8, 20), date(2024, 8, 20))
# Too little in them tells a history from news: two dates, or a single year less than a century past.
TOLD_AS_NEWS = ("In the course of 1212", "In the second half of 1950", "In September 480 BC")


def tell(found):
    return tuple(f"{expression.text} = {expression.value}" for expression in found)


@pytest.mark.parametrize(("text", "expected"), HISTORIES)
def test_passages_are_read_as_written(tagger, text, expected):
    """In a history every expression counts from what was told before it."""
    assert tell(tagger.tag(text, document_date=PUBLISHED, narrative=True)) == expected


@pytest.mark.parametrize(("text", "expected"), [case for case in HISTORIES if not case[0].startswith(TOLD_AS_NEWS)])
def test_short_histories_are_recognised(tagger, text, expected):
    """A passage that opens with a day long past is read as a history without being told."""
    assert tell(tagger.tag(text, document_date=PUBLISHED)) == expected


@pytest.mark.parametrize("sign", ["Officials said so.", "It is now quiet.", "They met on Sunday.", "It ended in 2022."])
def test_news_that_opens_long_ago_stays_news(tagger, sign):
    """Speech, the present, a weekday or a recent year keep a text that opens long ago from being a history."""
    text = f"On 3 May 1950 the pact was signed. On 5 June it was broken. {sign} On 7 July it rained."
    assert tagger.tag(text, document_date=PUBLISHED)[1].value == "2024-06-05"


@pytest.mark.parametrize(
    ("text", "phrase", "value"),
    [pytest.param(*case[:3], marks=pytest.mark.xfail(reason=case[3], strict=True)) for case in HISTORIES_WRONG],
)
def test_known_wrong(tagger, text, phrase, value):
    """What we still get wrong in histories, kept so that progress shows."""
    assert f"{phrase} = {value}" in tell(tagger.tag(text, document_date=PUBLISHED, narrative=True))
