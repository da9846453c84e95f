"""Histories and news are told apart by how they date things."""

from datetime import date

from timeline.model import DateInterval
from timeline.times import is_narrative

from .texts import HISTORY, NEWS

WRITTEN = " ".join(f"On 3 May {year} the army moved and in June it stopped." for year in range(1931, 1941))
DEICTIC = " ".join("He spoke on Monday and left yesterday." for _ in range(10)) + " It began in 2020."


def test_written_years_make_a_history(tagger, tuesday):
    """A text of written-out dates is a history."""
    assert is_narrative(tagger.tag(WRITTEN, document_date=tuesday))


def test_weekdays_make_news(tagger, tuesday):
    """A text of weekdays is news; so is one with hardly any date."""
    assert not is_narrative(tagger.tag(DEICTIC, document_date=tuesday))
    assert not is_narrative(())


def test_news_with_a_look_back_stays_news(tagger):
    """However many years a news article tells of, what begins with today counts from publication."""
    published = DateInterval(date(2023, 5, 17), date(2023, 5, 17))
    found = {e.text: e for e in tagger.tag(NEWS, document_date=published)}
    assert not is_narrative(tuple(found.values()))
    assert [found[text].value for text in ("Tuesday", "Friday", "June")] == ["2023-05-16", "2023-05-19", "2023-06"]


def test_one_weekday_at_its_head_makes_news(tagger):
    """A feature that opens with a weekday is news, though all else in it is years."""
    published = DateInterval(date(2023, 5, 17), date(2023, 5, 17))
    text = "The mayor spoke on Monday. " + " ".join(f"It flooded in {year}." for year in range(1950, 1980))
    assert not is_narrative(tagger.tag(text + " Work ends in July.", document_date=published))


def test_a_battle_is_followed_over_its_years(tagger, tuesday):
    """A history is recognised unasked, each phrase counts from what was told before, and the reason says so."""
    found = list(tagger.tag("\n\n".join(text for text, _ in HISTORY), document_date=tuesday))
    for phrase, value in (pair for _, pairs in HISTORY for pair in pairs):
        while found[0].text != phrase:
            found.pop(0)
        assert (phrase, found[0].value) == (phrase, value)
    assert "as histories do" in found[0].when.reason


def test_months_run_on_in_a_history(tagger, tuesday):
    """In a history an early month after a late one is the next year's."""
    text = "They met on 3 December 1940. In January they fled."
    assert tagger.tag(text, document_date=tuesday, narrative=True)[-1].when.edtf == "1941-01"
