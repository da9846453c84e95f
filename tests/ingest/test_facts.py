from datetime import date

import pytest

from timeline.ingest._blocks import read_page
from timeline.ingest._facts import published_in_url, read_facts

BODY = "\n\nThe ship sank on Friday with all hands, the navy said.\n\nNobody knows why."


def facts_of(text, furniture):
    return read_facts(read_page(text, furniture), furniture)


def test_a_page_tells_its_facts(furniture):
    """Title, author, publisher and address are found where a page prints them."""
    text = f"Ship sinks off the cape\n\nBy Jane Roe{BODY}\n\nhttps://a.example/b\n© 2024 The Coastal Post"
    facts = facts_of(text, furniture)
    assert (facts.title, facts.author, facts.publisher) == ("Ship sinks off the cape", "Jane Roe", "The Coastal Post")
    assert facts.url == "https://a.example/b"


@pytest.mark.parametrize(
    ("head", "day", "confidence"),
    [
        ("Ship sinks off the cape\n\n3 May 2024 12:22", "2024-05-03", 0.9),
        ("Ship sinks off the cape\n\nUpdated 5 May 2024\nPublished 3 May 2024", "2024-05-03", 0.95),
        ("Ship sinks off the cape\n\nUpdated 5 May 2024", "2024-05-05", 0.8),
        ("Ship sinks off the cape\n\nPublished 3 May 2024, updated 5 May 2024", "2024-05-03", 0.95),
        ("Ship sinks off the cape\n\nBy Jane Roe | 3 May 2024", "2024-05-03", 0.9),
        ("KARSA, May 3, 2024 (Agency) - A mine blew up.", "2024-05-03", 0.9),
    ],
)
def test_the_day_of_publication_is_read(furniture, head, day, confidence):
    """A labelled date is better than a bare one, and that better than a date of change; each keeps its reason."""
    published = facts_of(head + BODY, furniture).published
    assert published.interval.start == published.interval.end == date.fromisoformat(day)
    assert (published.basis, published.confidence) == ("text", confidence)
    assert "page" in published.reason


def test_an_author_beside_a_date_is_found(furniture):
    """A byline that shares its line with a date still names the author."""
    assert facts_of(f"Ship sinks off the cape\n\n3 May 2024 | By Jane Roe{BODY}", furniture).author == "Jane Roe"


@pytest.mark.parametrize(
    "text",
    [
        f"Ship sinks off the cape{BODY} It was 3 May 2024.",
        f"Ship sinks off the cape\n\nThe ship on May 2, 2024. [Jane Roe/AFP]{BODY}",
        f"Ship sinks off the cape{BODY}\n\nRelated articles\nOther ship\n12 May 2024",
        "The war.\n\nIt was long and hard for all.\n\n3 March 2023\n\nRebels took it.\n\n9 April 2023\n\nIt ended.",
        "KARSA - A mine blew up on May 3, 2024 in the harbour.",
    ],
)
def test_other_dates_do_not_date_the_page(furniture, text):
    """Dates of captions, sentences, related links and chronologies are not the day of publication."""
    assert facts_of(text, furniture).published.interval is None


def test_a_date_that_reads_either_way_says_so(furniture):
    """An ambiguous dateline gives both days, little confidence, and the reason."""
    published = facts_of(f"Ship sinks off the cape\n\n3/4/2024{BODY}", furniture).published
    assert published.interval.days == 31
    assert published.confidence < 0.5
    assert "either way" in published.reason


def test_an_address_may_date_an_article():
    """The day in an address is a basis of its own."""
    published = published_in_url("https://a.example/2024/05/03/ship")
    assert published.basis == "url"
    assert published.interval.start == date(2024, 5, 3)
    assert published_in_url("https://a.example/ship").interval is None


@pytest.mark.parametrize(
    ("head", "conflict"),
    [
        (
            "KARSA, Tuesday, May 3, 2024 (Agency) - A mine blew up.",
            "The line says Tuesday, but 2024-05-03 was a Friday",
        ),
        ("Ship sinks\n\n3 May 2024\n\nKARSA, June 9, 2024 (Agency) - A mine blew up.", "The date used is 2024-05-03."),
    ],
)
def test_dates_that_contradict_each_other_are_told(furniture, head, conflict):
    """A wrong weekday and a second date line are shown, not hidden."""
    (told,) = facts_of(head + BODY, furniture).published.conflicts
    assert conflict in told


@pytest.mark.parametrize(
    "head",
    [
        "KARSA, Friday, May 3, 2024 (Agency) - A mine blew up.",
        "Ship sinks\n\nPublished 3 May 2024, updated 9 May 2024",
        "Ship sinks\n\n3 May 2024\n\nKARSA, May 2, 2024 (Agency) - A mine blew up.",
    ],
)
def test_dates_that_fit_are_no_conflict(furniture, head):
    """The right weekday, a later change and a day's difference contradict nothing."""
    assert facts_of(head + BODY, furniture).published.conflicts == ()


def test_entries_of_a_chronology_do_not_date_the_page(furniture):
    """Where several parts open with a day of their own, the first is not the day of publication."""
    entries = (
        "3 May 2021 - The navy blocks the strait.\n\n9 June 2021 - The blockade ends.\n\n1 July 2021 - Talks begin."
    )
    assert facts_of(f"A dispute at sea, day by day\n\n{entries}", furniture).published.interval is None
