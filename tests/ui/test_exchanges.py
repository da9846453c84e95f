"""The exchanges page: any two sides, the busiest at first."""

import pytest


def test_the_busiest_pair_is_shown_first_and_answered_in_words(open_page, words_of):
    """Nobody has to choose before there is something to see."""
    app = open_page("populated", "exchanges")
    assert not app.exception
    assert "acts" in words_of(app)
    assert "(busiest pair)" in app.multiselect(key="one").placeholder


def test_any_two_sides_can_be_chosen(open_page, words_of):
    """Several actors make one side."""
    app = open_page("populated", "exchanges")
    app.multiselect(key="one").set_value(["Westmark"]).run()
    app.multiselect(key="other").set_value(["Norland", "Esterra"]).run()
    assert "Westmark towards Norland, Esterra" in words_of(app).replace("\\", "")


def test_nobody_stands_on_both_sides(open_page, words_of):
    """The second choice of the same name is left out and said."""
    app = open_page("populated", "exchanges")
    app.multiselect(key="one").set_value(["Westmark"]).run()
    app.multiselect(key="other").set_value(["Westmark"]).run()
    assert "cannot stand on both sides" in words_of(app)
    assert not app.exception


@pytest.mark.parametrize("case", ["one", "hostile"])
def test_a_pair_of_few_acts(open_page, words_of, case):
    """One act is enough for the page; no answer, no threat, no error."""
    app = open_page(case, "exchanges")
    assert not app.exception
    assert "No sentence says that one of these acts answers another" in words_of(app)


def test_two_who_never_met(open_page):
    """A sentence, not an empty chart."""
    app = open_page("one", "exchanges")
    names = app.multiselect(key="one").options
    app.multiselect(key="one").set_value(names[:1]).run()
    app.text_input(key="text").set_value("no such words").run()
    assert "No event matches" in app.info[0].value
