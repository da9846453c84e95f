"""What a text says of an act's time is never made more exact than it is."""

import pytest

from tests.days_of_telling import DAYLESS, RECALLED, TOLD
from timeline.ingest import article_from_record
from timeline.reading import reader_for

# A telling bounds an act by its day; more days before it than these would say nothing.
MOST_DAYS = 7


def whens(published, text):
    reader = reader_for(())
    record = {"id": "a", "published": published, "text": text}
    mentions = reader.read(article_from_record(record, furniture=reader.lexicon.furniture)).mentions
    return {mention.trigger.of(text): mention.when for mention in mentions}


@pytest.mark.parametrize(("published", "text", "wanted"), [*TOLD, *RECALLED, *DAYLESS])
def test_an_act_is_dated_no_closer_than_its_words_allow(published, text, wanted):
    """The day of a telling bounds an act, a recap and an impossible day leave it open, and a reason says why."""
    found = whens(published, text)
    for word, days in wanted.items():
        (when,) = [when for trigger, when in found.items() if word in trigger]
        if days == "open":
            assert when.interval is None
            assert when.phrase
            assert when.phrase in text
            assert when.phrase in when.reason
        elif days.startswith("by "):
            assert 1 < when.interval.days <= MOST_DAYS
            assert str(when.interval.end) == days.removeprefix("by ")
            assert when.phrase in when.reason
        else:
            first, _, last = days.partition("/")
            assert (str(when.interval.start), str(when.interval.end)) == (first, last or first)


def test_a_known_event_after_publication_dates_nothing():
    """What is known to have come later cannot be what an article tells: its words mean an earlier act."""
    (when,) = whens("2025-01-28", "M23 rebels captured Bukavu.").values()
    assert when.interval.start.isoformat() == "2025-01-28"
    assert when.basis == "publication"


def test_the_attack_is_the_news_and_not_a_campaign_long_past():
    """A claim of responsibility is for what was just told, though an older act of the same side stands nearer."""
    found = whens(
        "2024-02-19",
        "The Houthis fired two missiles at a British ship on Sunday, the worst attack since the group began its "
        "campaign in November.\n\nA Houthi spokesman claimed responsibility for the attack.",
    )
    assert str(found["attack"].interval.start) == "2024-02-18"
