"""What is saved in a case is listed, opened, renamed and deleted on the screens; a reader is told why they cannot."""

import shutil

import pytest
import streamlit as st

from tests.test_saving import NOW
from timeline.access import Visitor
from timeline.model import SavedView, Story, StoryStep
from timeline.saving import keep, read_shelf

ADA = Visitor(local="Ada", near=True)
VIEW = SavedView(page="timeline", params=(("actors", "Norland"), ("lane", "Target")))
STORY = Story(
    title="A spring",
    opening="It began at the border.",
    steps=(
        StoryStep(event_id="E7", words="First the talks."),
        StoryStep(event_id="E999", words="Then the strike.", label="2024-05-01 A strike"),
        StoryStep(event_id="E3", words="Then silence."),
    ),
)


@pytest.fixture
def case(case_folders, tmp_path, monkeypatch):
    """A case of one's own, on a server started for editing."""
    folder = tmp_path / "case"
    shutil.copytree(case_folders["populated"], folder)
    monkeypatch.setitem(case_folders, "own", folder)
    monkeypatch.setenv("TIMELINE_EDITOR", "Ada")
    # Without a browser Streamlit knows no address to come from; a browser on this machine has none.
    monkeypatch.setattr(type(st.context), "ip_address", property(lambda _: None))
    return folder


def texts(app):
    return "\n".join(str(one.value) for kind in (app.warning, app.success, app.caption, app.text) for one in kind)


def links(app):
    return {one.proto.label: one.proto.url for one in app.get("link_button") if one.proto.url.startswith("./")}


def test_a_view_is_saved_with_its_page_and_address(case, open_page):
    """Repeated parameters too; how it is shown (the language) is the reader's own."""
    app = open_page("own", "timeline", actors=["Norland", "Sudria"], lane="Target", lang="en")
    app.text_input(key="view_name").set_value("Both")
    app.button(key="FormSubmitter:save_view-Save this view").click().run()
    (kept,) = read_shelf(case).items
    assert kept.content.page == "timeline"
    assert sorted(kept.content.params) == [("actors", "Norland"), ("actors", "Sudria"), ("lane", "Target")]
    assert "“Both” is saved" in texts(app)
    assert links(app)["Both"].startswith("./timeline?")


def test_a_view_is_renamed_deleted_and_brought_back(case, open_page):
    """Each with a click; what was deleted can be had again at once."""
    keep(case, ADA, "First", VIEW, now=NOW)
    app = open_page("own")
    app.selectbox(key="view_picked").select_index(0).run()
    app.text_input(key="view_new_name").set_value("Second").run()
    app.button(key="view_rename").click().run()
    assert [one.name for one in read_shelf(case).items] == ["Second"]
    app.selectbox(key="view_picked").select_index(0).run()
    app.button(key="view_delete").click().run()
    assert read_shelf(case).items == ()
    app.button(key="view_undo").click().run()
    assert [(one.name, one.content) for one in read_shelf(case).items] == [("Second", VIEW)]


def test_a_taken_name_is_refused_in_words(case, open_page):
    """Nothing is overwritten without a word."""
    keep(case, ADA, "Both", VIEW, now=NOW)
    app = open_page("own")
    app.text_input(key="view_name").set_value("both")
    app.button(key="FormSubmitter:save_view-Save this view").click().run()
    assert "Nothing was saved" in "\n".join(str(one.value) for one in app.error)
    assert len(read_shelf(case).items) == 1


def test_a_reader_finds_the_views_and_a_link_in_place_of_the_form(case, open_page, monkeypatch):
    """Who may not write sees what others saved."""
    keep(case, ADA, "First", VIEW, now=NOW)
    monkeypatch.setenv("TIMELINE_EDITOR", "")
    app = open_page("own", "timeline", lane="Target")
    assert "saved by the editors" in texts(app)
    assert links(app)["First"] == "./timeline?actors=Norland&lane=Target"
    assert not [one for one in app.text_input if one.key == "view_name"]


def test_a_damaged_line_and_an_unknown_page_are_said(case, open_page):
    """The rest of the list stands; a page that no longer exists leads to the first."""
    keep(case, ADA, "Old", SavedView(page="globe", params=(("from", "2024"),)), now=NOW)
    with (case / "saved.jsonl").open("a", encoding="utf-8") as file:
        file.write("torn\n")
    app = open_page("own")
    assert "saved" in texts(app)
    assert "jsonl" in texts(app).replace("\\", "")
    assert links(app)["Old"] == "./?from=2024"
    assert "Its page is not known" in texts(app)


def test_hostile_names_stay_words(case, open_page):
    """A name is never Markdown."""
    keep(case, ADA, "[x](http://evil.example) <b>", VIEW, now=NOW)
    (label,) = links(open_page("own"))
    assert label.replace("\u2060", "").startswith("\\[x\\]\\(http\\:")


def test_a_saved_story_opens_with_its_words(case, open_page):
    """From its address alone, in a session that never saw it; an event that is gone is marked and kept."""
    kept = keep(case, ADA, "A spring", STORY, now=NOW)
    app = open_page("own", "story", story=kept.id)
    assert app.text_input(key="story_title").value == "A spring"
    assert [app.text_area(key=f"story_words_{e}").value for e in ("E7", "E999", "E3")] == [
        step.words for step in STORY.steps
    ]
    assert "This event is no longer in the case" in texts(app)
    assert "A strike" in texts(app)
    assert "as Ada saved it" in texts(app).replace("\u2060", "")


def test_a_story_is_saved_edited_and_saved_again(case, open_page):
    """The second time it is the same story, one revision on."""
    app = open_page("own", "story", steps="E7~E3")
    app.text_input(key="story_title").set_value("Two events").run()
    app.text_area(key="story_words_E3").set_value("It ended here.").run()
    app.button(key="save_story").click().run()
    (first,) = read_shelf(case).items
    assert [(step.event_id, step.words) for step in first.content.steps] == [("E7", ""), ("E3", "It ended here.")]
    assert all(step.label for step in first.content.steps)
    app.text_area(key="story_words_E7").set_value("It began here.").run()
    assert "changed since" in texts(app)
    app.button(key="save_story").click().run()
    (second,) = read_shelf(case).items
    assert (second.id, second.revision) == (first.id, 2)
    assert second.content.steps[0].words == "It began here."


def test_the_second_of_two_editors_of_a_story_is_told(case, open_page):
    """Their words stay on the screen, the other's in the case."""
    kept = keep(case, ADA, "A spring", STORY, now=NOW)
    app = open_page("own", "story", story=kept.id)
    keep(case, ADA, "A summer", STORY, now=NOW, seen=kept)
    app.text_area(key="story_words_E3").set_value("Mine.").run()
    app.button(key="save_story").click().run()
    assert "Somebody else changed it" in texts(app)
    assert app.text_area(key="story_words_E3").value == "Mine."
    assert [one.name for one in read_shelf(case).items] == ["A summer"]


def test_a_story_is_opened_deleted_and_brought_back(case, open_page):
    """From the list; a deleted one stays on the screen until the reader leaves."""
    keep(case, ADA, "A spring", STORY, now=NOW)
    app = open_page("own", "story")
    app.button(key="open_story_0").click().run()
    assert app.text_area(key="story_words_E3").value == "Then silence."
    app.button(key="delete_story").click().run()
    assert read_shelf(case).items == ()
    assert app.text_area(key="story_words_E3").value == "Then silence."
    app.button(key="undo_story").click().run()
    assert [one.name for one in read_shelf(case).items] == ["A spring"]
    app.button(key="new_story").click().run()
    assert not [area for area in app.text_area if area.key.startswith("story_words_")]


def test_a_reader_reads_stories_and_saves_none(case, open_page, monkeypatch):
    """No button to save with, and the reason why."""
    kept = keep(case, ADA, "A spring", STORY, now=NOW)
    monkeypatch.setenv("TIMELINE_EDITOR", "")
    app = open_page("own", "story", story=kept.id)
    assert app.text_area(key="story_words_E3").value == "Then silence."
    assert "saved by the editors" in texts(app)
    assert not [one for one in app.button if one.key in ("save_story", "delete_story")]


def test_an_unknown_story_in_a_link_is_named(case, open_page):
    """It is left out, and the page works."""
    app = open_page("own", "story", story="s-nothing", steps="E3")
    assert "which this case does not keep" in texts(app)
    assert app.text_area(key="story_words_E3").value == ""
