"""A file of many events: made beside, in sight, and stopped when the reader says so."""

import pytest

from timeline.ui import filing


@pytest.fixture
def many(monkeypatch):
    """Every view counts as large."""
    monkeypatch.setattr(filing, "MANY", 5)


def press(app, key):
    next(button for button in app.button if button.key == key).click()
    return app.run()


def said(app):
    return [str(one.value) for kind in (app.markdown, app.error) for one in kind]


def test_a_small_view_is_made_on_the_click(open_page):
    """Nothing is begun beside where there is nothing to wait for."""
    app = open_page("populated", "timeline")
    assert not any(button.key and button.key.startswith("data_") for button in app.button)


def test_a_large_file_can_be_stopped(open_page, many):
    """Pressing a format begins it on the page that is open; Stop ends it and nothing more is said."""
    app = press(open_page("populated", "timeline"), "data_view_xlsx")
    assert not app.exception
    ordered = app.session_state["_filing"]
    press(app, "filing_cancel")
    assert ordered.filing.is_over
    assert not ordered.filing.is_made
    assert not any(button.key and button.key.startswith("filing_") for button in app.button)


def test_a_large_file_is_offered_when_it_is_there(open_page, many):
    """It says what it holds, and a press on Dismiss deletes it."""
    app = press(open_page("populated", "timeline"), "data_all_csv")
    ordered = app.session_state["_filing"]
    assert ordered.filing.wait()
    app.run()
    assert any("CSV of 40 events is ready" in words for words in said(app))
    press(app, "filing_dismiss")
    assert not ordered.filing.path.exists()
