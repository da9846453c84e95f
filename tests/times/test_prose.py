"""Whole sentences of histories and of news give these expressions and no others."""

from datetime import date

import pytest

from timeline.model import DateInterval

from .prose_cases import NEWS, WAR


def tell(found):
    return [(expression.text, expression.type, expression.value) for expression in found]


@pytest.mark.parametrize(("text", "expected"), WAR)
def test_histories_are_read_as_written(tagger, text, expected):
    """In a history every expression is found whole, with its type and value, and nothing else is."""
    published = date(2024, 8, 20)
    found = tagger.tag(text, document_date=DateInterval(published, published), narrative=True)
    assert tell(found) == expected


@pytest.mark.parametrize(("published", "text", "expected"), NEWS)
def test_news_is_read_as_written(tagger, published, text, expected):
    """In news every expression is found whole, with its type and value, and nothing else is."""
    day = date.fromisoformat(published)
    assert tell(tagger.tag(text, document_date=DateInterval(day, day), narrative=False)) == expected
