"""Histories and news are told apart by how they date things."""

from timeline.times import is_narrative

HISTORY = " ".join(f"On 3 May {year} the army moved and in June it stopped." for year in range(1931, 1941))
NEWS = " ".join("He spoke on Monday and left yesterday." for _ in range(10)) + " It began in 2020."


def test_written_years_make_a_history(tagger, tuesday):
    """A text of written-out dates is a history."""
    assert is_narrative(tagger.tag(HISTORY, document_date=tuesday))


def test_weekdays_make_news(tagger, tuesday):
    """A text of weekdays is news; so is one with hardly any date."""
    assert not is_narrative(tagger.tag(NEWS, document_date=tuesday))
    assert not is_narrative(())


def test_months_run_on_in_a_history(tagger, tuesday):
    """In a history an early month after a late one is the next year's."""
    text = "They met on 3 December 1940. In January they fled."
    assert tagger.tag(text, document_date=tuesday, narrative=True)[-1].when.edtf == "1941-01"
