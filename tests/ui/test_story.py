"""A story is kept in the address, read as a walk and taken away."""

import pytest


def test_a_link_restores_the_steps_in_order(open_page, words_of):
    """Which events, and in which order, stands in the address alone."""
    app = open_page("populated", "story", steps="E7~E3")
    assert [area.key for area in app.text_area if area.key.startswith("story_words_")] == [
        "story_words_E7",
        "story_words_E3",
    ]
    assert "1." in words_of(app)


def test_an_event_can_be_moved_and_removed(open_page):
    """Order and membership change with two buttons each, and the words move along."""
    app = open_page("populated", "story", steps="E7~E3")
    app.text_area(key="story_words_E3").set_value("It began here.").run()
    app.button(key="up_1").click().run()
    keys = [area.key for area in app.text_area if area.key.startswith("story_words_")]
    assert keys == ["story_words_E3", "story_words_E7"]
    assert app.text_area(key="story_words_E3").value == "It began here."
    app.button(key="remove_0").click().run()
    assert [area.key for area in app.text_area if area.key.startswith("story_words_")] == ["story_words_E7"]


@pytest.mark.parametrize("steps", ["nobody", "E3~E3~E3", "~~", "<img src=x>"])
def test_junk_in_the_address_breaks_nothing(open_page, steps):
    """An unknown id is named, a repeated one stands once."""
    app = open_page("populated", "story", steps=steps)
    assert not app.exception
    assert len([area for area in app.text_area if area.key.startswith("story_words_")]) <= 1


def test_an_empty_story_says_how_to_begin(open_page, words_of):
    """Nothing chosen is a sentence, not a blank page."""
    assert "No event is in the story yet" in words_of(open_page("populated", "story"))


def test_a_story_of_a_case_without_events_says_that(open_page):
    """Where there is nothing to choose, it does not ask to choose."""
    said = [str(one.value) for one in open_page("empty", "story").info]
    assert any("no events yet" in one for one in said)
