"""Two ends of a range share one When; other neighbours keep their own."""

import pytest

from timeline.times._ranges import own_days


@pytest.mark.parametrize(
    "text",
    [
        "They met on Monday, and Friday was calm.",
        "In May 2024 and June 2024 it rained.",
        "From 5 June 2024 to 3 May 2024 it rained.",
        "It took from three weeks to two months.",
        "On 3 May 2024. To 5 May 2024 nothing led.",
    ],
)
def test_neighbours_that_are_no_range_stay_apart(tagger, tuesday, text):
    """Other words between, "and" without "between", ends in reverse and durations make no range."""
    assert all(e.when is None or not e.when.lasting for e in tagger.tag(text, document_date=tuesday))


def test_an_end_keeps_its_own_days(tagger, tuesday):
    """What follows a range counts from its last end, not from all of it."""
    text = "It ran from 3 May 2024 to 5 May 2024. The following day it rained."
    found = tagger.tag(text, document_date=tuesday)
    assert own_days(found[1]).start.isoformat() == "2024-05-05"
    assert found[2].when.edtf == "2024-05-06"
    assert "runs from 2024-05-03 to 2024-05-05" in found[0].when.reason
