"""An undated article is dated by what it mentions, with the reason, or honestly not at all."""

from datetime import date

import pytest

from tests.builders import make_sentence
from timeline.lexicon.anchors import Anchor
from timeline.lexicon.time_words import load_time_words
from timeline.model import DateInterval
from timeline.times import Tagger


def make_anchor(id, word, edtf, kind="ASSAULT"):
    phrases = ({"all": (("strike", "attack", "inauguration", "war"), (word,))},)
    return Anchor.model_validate(
        {
            "id": id,
            "label": f"event at {word}",
            "edtf": edtf,
            "kind": (kind,),
            "phrases": phrases,
            "source": "https://example.org/",
        }
    )


@pytest.fixture(scope="module")
def reader():
    anchors = (
        make_anchor("norland", "norland", "2024-04-01"),
        make_anchor("sudria", "sudria", "2024-04-13/2024-04-14"),
        make_anchor("westmark", "westmark", "2025-06-13/2025-06-24"),
        make_anchor("eastholm", "eastholm", "2024-11-05", "milestone"),
        make_anchor("old", "oldburg", "1990"),
    )
    return Tagger(load_time_words(), anchors)


def date_text(reader, *texts, kinds=()):
    sentences, position = [], 0
    for number, text in enumerate(texts):
        kind = kinds[number] if number < len(kinds) else "paragraph"
        sentences.append(make_sentence(text, start=position, kind=kind, index=number))
        position += len(text) + 1
    return reader.date_article(sentences)


def span(first, last):
    return DateInterval(date.fromisoformat(first), date.fromisoformat(last))


def test_last_month_dates_the_article(reader):
    """An event told as last month's puts publication into the month after it."""
    found = date_text(reader, "The strike on Norland last month was denied.")
    assert (found.interval, found.basis) == (span("2024-05-01", "2024-05-31"), "inferred")
    assert "last month" in found.reason
    assert "event at norland" in found.reason
    assert 0 < found.confidence <= 1


def test_last_year_dates_the_article(reader):
    """An event told as last year's puts publication into the year after it."""
    found = date_text(reader, "The strike on Norland last year was denied.")
    assert found.interval == span("2025-01-01", "2025-12-31")


def test_weekend_dates_the_article(reader):
    """An event told as the weekend's puts publication into the week after it."""
    found = date_text(reader, "Over the weekend the attack on Sudria shook all.")
    assert found.interval == span("2024-04-13", "2024-04-19")


def test_statement_on_monday_is_not_older_than_the_event(reader):
    """A statement on a weekday about the event narrows the week."""
    found = date_text(reader, "Over the weekend the attack on Sudria shook all.", "He said on Monday that it was over.")
    assert found.interval == span("2024-04-15", "2024-04-19")


def test_two_anchors_share_the_fitting_one(reader):
    """A weekend told of two events belongs to the one that fell on a weekend."""
    found = date_text(reader, "Over the weekend an attack on Sudria answered the strike on Norland.")
    assert found.interval == span("2024-04-13", "2024-04-19")


def test_weeks_of_waiting_count_from_the_newest_event(reader):
    """Weeks of waiting for an answer count from the newest event the article knows."""
    found = date_text(
        reader, "The strike on Norland was denied.", "For three weeks, there has been talk of a response."
    )
    assert found.interval == span("2024-04-15", "2024-04-29")


def test_going_on_puts_it_inside(reader):
    """A war told as going on puts publication inside it."""
    found = date_text(reader, "The war in Westmark continues.", "Ongoing raids amid the fighting are under way.")
    assert found.interval == span("2025-06-13", "2025-06-24")


def test_a_war_that_is_over_is_not_going_on(reader):
    """A war told as over gives no upper end."""
    found = date_text(
        reader, "The war in Westmark was long.", "Ongoing talks continue to fail amid doubts after the war."
    )
    assert found.interval is None


def test_ahead_gives_an_upper_end(reader):
    """A milestone told as upcoming bounds publication from above, a written day from below."""
    found = date_text(reader, "On 28 October 2024 he spoke.", "The upcoming inauguration in Eastholm matters.")
    assert found.interval == span("2024-10-28", "2024-11-05")


def test_recent_event_gives_a_wide_interval(reader):
    """A recent event gives a wide interval with low confidence."""
    found = date_text(reader, "The recent strike on Norland was denied.")
    assert found.interval.start == date(2024, 4, 1)
    assert found.confidence < 0.5


def test_lower_end_alone_is_unknown(reader):
    """Where nothing bounds publication from above, it is unknown and the reason says what is known."""
    found = date_text(reader, "The strike on Norland was denied.")
    assert (found.interval, found.basis) == (None, "unknown")
    assert "Not before 2024-04-01" in found.reason


def test_captions_count_as_lower_ends(reader):
    """A caption's date is a lower end, and future dates are none."""
    found = date_text(reader, "A picture of May 3, 2024.", "Talks will be held on 5 June 2030.", kinds=("caption",))
    assert "Not before 2024-05-03" in found.reason
    assert "caption" in found.reason


def test_nothing_known_is_said(reader):
    """An article without any sign says so; years alone and furniture are no sign."""
    for text in ("Nothing was said.", "The war in Oldburg was long.", "In 1990 it rained."):
        assert date_text(reader, text).reason == "Nothing in the article says when it was published."
    assert date_text(reader, "The strike on Norland last month.", kinds=("furniture",)).interval is None


def test_contradiction_is_told(reader):
    """A sign against what more reliable ones say lowers confidence and is told."""
    found = date_text(
        reader, "Over the weekend the attack on Sudria shook all.", "The strike on Norland last month was denied."
    )
    assert found.conflicts == ("“last month” tells of event at norland (2024-04-01).",)
    assert found.confidence < 0.5


def test_many_signs_are_bounded(reader):
    """An article made of nothing but signs is dated in bounded work."""
    assert date_text(reader, *["The strike on Norland in April was denied."] * 60).basis in ("inferred", "unknown")
