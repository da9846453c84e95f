"""What lies after the date of an article is told beside it."""

from datetime import date

import pytest

from tests.builders import make_mention, make_when
from timeline.model import AnchorHit, DateInterval, Publication
from timeline.times import with_conflicts

PUBLISHED = Publication(
    interval=DateInterval(date(2024, 5, 3), date(2024, 5, 3)), basis="given", conflicts=("Before.",)
)


def make_hit(day, *types):
    when = make_when(day)
    return AnchorHit(start=0, end=5, text="event", anchor_id="e", label="strike on Norland", when=when, types=types)


def test_an_act_told_as_past_after_publication_is_a_conflict():
    """A written day after publication contradicts the date; the sentence quotes it."""
    late = make_mention(when=make_when("2024-05-09", phrase="9 May 2024"))
    told = with_conflicts(PUBLISHED, [late, late], []).conflicts
    assert told == ("Before.", "The text tells of “9 May 2024” as past, which is later than 3 May 2024.")


def test_a_known_event_after_publication_is_a_conflict():
    """An article cannot know of an event that came after it."""
    told = with_conflicts(PUBLISHED, [], [make_hit("2024-06-01", "ASSAULT")]).conflicts
    assert told[1] == "The text knows of strike on Norland (2024-06-01), which is later than 3 May 2024."


@pytest.mark.parametrize(
    ("mentions", "hits"),
    [
        ([make_mention(when=make_when("2024-05-04"))], []),
        ([make_mention(when=make_when("2024-05-09"), status="planned")], []),
        ([make_mention(when=make_when("2024-05-09", basis="relative"))], []),
        ([], [make_hit("2024-11-05", "milestone")]),
    ],
)
def test_what_may_be_known_before_is_none(mentions, hits):
    """The day after, a plan, a counted day and an election ahead contradict nothing."""
    assert with_conflicts(PUBLISHED, mentions, hits).conflicts == ("Before.",)


def test_an_article_without_a_date_has_nothing_to_contradict():
    """Unknown stays unknown."""
    assert with_conflicts(Publication(), [make_mention(when=make_when())], []) == Publication()
