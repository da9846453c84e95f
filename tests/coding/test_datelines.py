"""The dateline of a report is where it was written: nobody acts there, and its town is seldom the scene."""

import pytest

from tests.builders import make_article, make_sentence
from timeline.coding._datelines import dateline_end


@pytest.mark.parametrize(
    "lead",
    [
        "NAIROBI, May 9 (Wire) - ",
        "NAIROBI/KAMPALA, May 9 (Wire) - ",
        "NAIROBI (Wire) — ",
        "Nairobi (Wire) – ",
        "Nairobi, 9 May — ",
        "(Nairobi, May 9, 2024) – ",
        "NAIROBI: ",
        "NAIROBI, Kenya -- ",
    ],
)
def test_a_dateline_ends_before_the_first_words(lead):
    """Towns in capitals, signed by an agency, dated, or in brackets, as agencies and pressure groups write them."""
    assert dateline_end(lead + "Gunmen attacked a post.") == len(lead)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya attacked Somalia - again.",
        "Kenya: an army - and a navy - attacked.",
        "KENYA attacked Somalia: 3 dead.",
        "Nairobi said no.",
    ],
)
def test_a_sentence_with_a_dash_has_no_dateline(text):
    """A dash or colon alone makes none."""
    assert dateline_end(text) == 0


@pytest.mark.parametrize("lead", ["Nairobi, 9 May — ", "(Nairobi, May 9, 2024) – ", "NAIROBI/KAMPALA, May 9 (Wire) - "])
def test_nobody_acts_in_a_dateline(coder, lead):
    """The town before the dash is not whoever did what is told behind it."""
    text = f"{lead}Gunmen attacked the embassy of Somalia."
    (mention,) = coder.code_article(make_article(text), [make_sentence(text)])
    assert not mention.initiators
    assert [actor.code for actor in mention.targets] == ["SOM"]
