"""Sums over a whole war are no act of the day on which they are told."""

import pytest

from tests.builders import make_article, make_sentence


def coded(coder, text):
    return coder.code_article(make_article(text, published="2024-05-10"), [make_sentence(text)])


@pytest.mark.parametrize(
    "text",
    [
        "The war between Kenya and Somalia has killed tens of thousands of people.",
        "Kenya's conflict with Somalia killed 4,000 soldiers.",
        "It began a rebellion that killed 17,000 Kenyans.",
        "It was the start of a war that has killed hundreds of thousands of Kenyans.",
    ],
)
def test_who_died_in_a_war_died_in_no_one_act(coder, text):
    """A war, conflict or rebellion does no act of its own, and its toll is that of no day."""
    assert [m.type for m in coded(coder, text) if m.type == "ASSAULT"] == []


def test_the_dead_of_an_attack_in_a_war_are_counted(coder):
    """Only the war itself is no doer."""
    (mention,) = coded(coder, "Kenya, in its war on Somalia, has killed 40 people.")
    assert (mention.killed.low, mention.when.basis) == (40, "publication")


@pytest.mark.parametrize(
    "text", ["Since the coup, 6,000 Kenyans have been killed.", "Some 1,400 Kenyans have been killed since."]
)
def test_what_goes_on_since_an_event_is_not_of_the_day_it_is_told(coder, text):
    """Without a date for the event it is undated, and says why."""
    (mention,) = coded(coder, text)
    assert mention.when.interval is None
    assert "since" in mention.when.reason
