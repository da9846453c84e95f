"""The choice of language: kept in the address, the filters carried over."""

import pytest
from streamlit.testing.v1 import AppTest

from timeline.settings import ROOT
from timeline.ui.language import translated
from timeline.words import ENGLISH, read_words

FRENCH = read_words("fr")


@pytest.fixture
def open_link(case_folders, monkeypatch):
    """Open the overview with an address on the session's very first run, as a browser does."""

    def run(**params):
        monkeypatch.setenv("TIMELINE_CASE", str(case_folders["populated"]))
        app = AppTest.from_file(ROOT / "timeline" / "ui" / "shell.py", default_timeout=60)
        app.query_params = params
        return app.run()

    return run


def _language(app):
    return next(box for box in app.sidebar.selectbox if box.key == "language_choice")


def test_a_french_address_draws_a_french_page(open_link):
    """The first run of a link says its title, its filters and its menu in French."""
    app = open_link(lang="fr")
    assert not app.exception
    assert not app.warning
    assert [title.value for title in app.title] == [FRENCH["OVERVIEW"]]
    assert app.sidebar.subheader[0].value == FRENCH["FILTERS"]
    assert _language(app).options == ["English", "Français"]


@pytest.mark.parametrize("page", ["timeline", "exchanges", "actors", "map", "accounts", "sources", "changes", "method"])
def test_every_page_stands_in_french(open_page, page):
    """No page fails where the words are French, and its title is the menu's."""
    app = open_page("populated", page, lang="fr")
    assert not app.exception
    assert not app.warning
    assert [title.value for title in app.title] == [FRENCH[page.upper()]]


def test_filters_are_carried_over_and_back(open_link):
    """A change of language keeps every choice, says it in the other words, and complains of nothing."""
    app = open_link(role="Initiator", status=["Alleged"], types=["Use of force (deeds, conflict)"])
    for code, role, status in (("fr", "Initiateur", "Allégué"), (ENGLISH, "Initiator", "Alleged")):
        _language(app).set_value(code).run()
        assert not app.exception
        assert not app.warning
        assert app.session_state["role"] == role
        assert app.session_state["status"] == [status]
        assert app.session_state["types"] == [read_words(code)["TYPES"]["ASSAULT"]]
    assert app.title[0].value == "Overview"


def test_an_english_link_opens_in_french(open_link):
    """Words of one language in an address that asks for another are no junk."""
    app = open_link(lang="fr", role="Target", status=["Happened", "Denied"])
    assert not app.exception
    assert not app.warning
    assert app.session_state["role"] == "Cible"
    assert app.session_state["status"] == ["Advenu", "Démenti"]


def test_an_unknown_language_is_english(open_link):
    """A language without words falls back to English and does not fail."""
    app = open_link(lang="../xx")
    assert not app.exception
    assert app.title[0].value == "Overview"


def test_a_mode_is_carried_with_its_type():
    """A type in one mode changes the type's words; what no language says stays as it is."""
    french = "Recours à la force\N{NO-BREAK SPACE}: arme lourde"
    assert translated("TYPES", "Use of force: heavy weapons", "fr") == french
    assert translated("TYPES", french, ENGLISH) == "Use of force: heavy weapons"
    assert (
        translated("TYPES", "Use of force: no such mode", "fr") == "Recours à la force\N{NO-BREAK SPACE}: no such mode"
    )
    assert translated("TYPES", "no such words", "fr") == "no such words"
