"""Where a date is from is a link of its own, never an address in the middle of a sentence."""

import pytest

from timeline.ui.evidence import date_source


@pytest.mark.parametrize(
    ("reason", "told", "address"),
    [
        (
            "A known event, the truce, dated 2034-04-01 in the anchors lexicon (https://example.org/Truce_(2034)).",
            "A known event, the truce, dated 2034-04-01 in the anchors lexicon.",
            "https://example.org/Truce_(2034)",
        ),
        (
            "A known event, the truce, dated 2034-04-01 (https://example.org/Truce). Also reported as 'May' (2034-05).",
            "A known event, the truce, dated 2034-04-01. Also reported as 'May' (2034-05).",
            "https://example.org/Truce",
        ),
        ("The text writes the date: “2034”.", "The text writes the date: “2034”.", ""),
        ("See (https://example.org/a) for the day.", "See (https://example.org/a) for the day.", ""),
        ("Dated by (javascript:alert).", "Dated by (javascript:alert).", ""),
        ("", "", ""),
    ],
)
def test_the_source_of_a_date_stands_apart(reason, told, address):
    """Only an address that ends a sentence of the reason is its source."""
    assert date_source(reason) == (told, address)
