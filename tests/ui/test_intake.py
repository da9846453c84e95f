"""Adding articles on the sources page: closed to readers, with the reason; open to editors, and nothing is lost."""

import shutil

import pytest

from tests.ui.cases import one_event
from timeline.jobs import cancel_job, read_job
from timeline.model import Access
from timeline.store import make_build_id, write_build
from timeline.ui import text

TEXT = "Peru expelled the ambassador of Mexico on 20 December 2022."


@pytest.fixture
def own_case(case_folders, tmp_path, monkeypatch):
    """A copy of the populated case, so that what is written there meets no other test; its build is ended."""
    folder = tmp_path / "case"
    shutil.copytree(case_folders["populated"], folder)
    monkeypatch.setitem(case_folders, "own", folder)
    yield folder
    cancel_job(folder, Access(name="Ada", may_edit=True, ground="local"))


@pytest.fixture
def open_sources(open_page, own_case):
    """The sources page for somebody who is signed in and on the case's list of editors."""
    (own_case / "case.toml").write_text('editors = ["ada@example.org"]\n', encoding="utf-8")
    page = open_page("own", "sources")
    page.user = {"is_logged_in": True, "email": "ada@example.org"}
    return page.run()


def field(page, label):
    return next(one for one in [*page.text_area, *page.text_input] if one.label == label)


def button(page, label):
    return next(one for one in page.button if one.label == label)


def added(folder):
    return [path.read_text("utf-8") for path in folder.iterdir() if path.suffix in {".txt", ".md"}]


def test_a_reader_sees_why_the_form_is_locked(open_page, words_of, own_case):
    """No field to write into, and the reason in its place."""
    page = open_page("own", "sources")
    assert text.LOCKED["reading"] in words_of(page)
    assert not page.file_uploader
    assert not page.text_area


def test_an_editor_pastes_an_article(open_sources, own_case):
    """It is in the case with what was said of it, a build is started, and the form is empty for the next."""
    page = open_sources
    field(page, text.PASTE_TEXT).input(TEXT)
    field(page, text.PASTE_TITLE).input("Envoy sent home")
    button(page, text.SAVE).click().run()
    assert not page.exception
    (stored,) = added(own_case)
    assert TEXT in stored
    assert "title: Envoy sent home" in stored
    assert read_job(own_case) is not None
    assert field(page, text.PASTE_TEXT).value == ""


def test_a_refused_text_stays_in_the_form(open_sources, own_case, words_of):
    """Nothing typed is lost; the table says why it was refused, and no build is started."""
    page = open_sources
    field(page, text.PASTE_TITLE).input("A title and no text")
    button(page, text.SAVE).click().run()
    assert field(page, text.PASTE_TITLE).value == "A title and no text"
    assert "1 input: 1 refused" in words_of(page).replace("\\", "")
    assert added(own_case) == []
    assert read_job(own_case) is None


def test_files_are_written_as_they_arrive(open_sources, own_case, words_of):
    """Each with what became of it; the field is then empty."""
    page = open_sources
    page.file_uploader[0].set_value([("a.txt", TEXT.encode(), "text/plain"), ("b.pdf", b"%PDF", "application/pdf")])
    page.run()
    assert not page.exception
    assert added(own_case) == [TEXT]
    assert "2 inputs: 1 added, 1 refused" in words_of(page).replace("\\", "")
    assert not page.file_uploader[0].value


def test_a_page_keeps_its_build_until_asked_for_the_newer(open_page, own_case, words_of):
    """A new build changes nothing under a reader's hands; one button shows it."""
    page = open_page("own", "overview")
    write_build(own_case, one_event(), build_id=make_build_id(["newer"]))
    page.run()
    assert text.NEWER_BUILD in words_of(page)
    assert "Norland and Sudria" in words_of(page)
    button(page, text.SHOW_NEWER).click().run()
    assert text.NEWER_BUILD not in words_of(page)
    assert "One event" in words_of(page)
