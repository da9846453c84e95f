"""Apostrophes, phrases of time, glosses and unknown verbs do not hide who acts."""

import pytest

from tests.coding.test_sides import sides


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Athens' foreign ministry criticised Kenya.", "GRC", "KEN"),
        ("The 'old rebels' criticised Kenya.", "", "KEN"),
        ("Kenyan warplanes this month attacked Somalia.", "KEN", "SOM"),
        ("On 21 June Kenyan jets attacked Somalia.", "KEN", "SOM"),
        ("Kenya last week attacked Somalia.", "KEN", "SOM"),
        ("On Thursday Kenyan marines attacked Somalia.", "KEN", "SOM"),
        ("Workers in Kenya attack Somalia.", "KEN", "SOM"),
        ("The U.S. and Kenya attacked Somalia.", "USA", "SOM"),
        ("Kenya attacked the near side of Somalia.", "KEN", "SOM"),
        ("Kenya fired several guided missiles at Somalia.", "KEN", "SOM"),
        ("The Kenyan army (KDF) attacks Somalia.", "KEN", "SOM"),
        ("Kenya and Uganda jointly attack Somalia.", "KEN", "SOM"),
        ("The premier of Kenya attacked Somalia after the rain ended.", "KEN", "SOM"),
    ],
)
def test_the_initiator_is_found(coder, text, source, target):
    """The subject stays the subject whatever small words stand around it."""
    assert sides(coder, text) == (source, target)


def test_an_unknown_past_tense_ends_the_subject(coder):
    """A verb the lexicon does not have is told by its ending and is no part of a name."""
    (event,) = coder.code_line("s1", None, "Kenya choreographed a rescue and attacked Somalia.")["events"]
    assert event["source_text"] == "Kenya"
