"""The tagger as shipped, and days to resolve from."""

from datetime import date

import pytest

from timeline.lexicon.anchors import load_anchors
from timeline.lexicon.time_words import load_time_words
from timeline.model import DateInterval
from timeline.times import Tagger


@pytest.fixture(scope="session")
def tagger():
    """The shipped tables."""
    return Tagger(load_time_words(), load_anchors())


@pytest.fixture
def tuesday():
    """A publication date in the middle of a week and a year."""
    return DateInterval(date(2024, 8, 20), date(2024, 8, 20))
