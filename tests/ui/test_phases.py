"""Phases on the overview: an editor's forms say what is asked in vain; a reader sees whose a phase is."""

from datetime import date

import pytest
import streamlit as st

from timeline.model import DateInterval, PhaseDays
from timeline.ui.phase_forms import phase_days


@pytest.fixture
def editor(open_page, monkeypatch):
    """The overview as an editor at this machine sees it."""
    monkeypatch.setenv("TIMELINE_EDITOR", "Ada")
    # Without a browser Streamlit knows no address to come from; a browser on this machine has none.
    monkeypatch.setattr(type(st.context), "ip_address", property(lambda _: None))
    return open_page("populated")


def save(app, act):
    app.button(key=f"FormSubmitter:phases_{act}-Save").click().run()
    return "\n".join(str(one.value) for one in app.error).replace("\\", "").replace("\u2060", "")


def turn_to(app, act):
    app.segmented_control(key="phase_act").set_value(act).run()
    assert not app.exception


def test_a_reader_has_no_form(open_page):
    """Phases are shown; nothing to change them with."""
    app = open_page("populated")
    assert not [one for one in app.expander if one.label == "Change the phases"]


def test_what_cannot_be_is_said_and_nothing_is_saved(editor, case_folders):
    """No date, days in the wrong order, a phase without a day: each in words."""
    turn_to(editor, "add")
    editor.text_input(key="phase_from").set_value("soon")
    assert "“soon” is not a date" in save(editor, "add")
    editor.text_input(key="phase_from").set_value("2024-05-01")
    editor.text_input(key="phase_to").set_value("2024-04-01")
    assert "the last day is before the first" in save(editor, "add")
    assert not (case_folders["populated"] / "decisions.jsonl").exists()


def test_every_act_that_is_offered_has_its_form(editor):
    """Choosing an act opens the form that saves it."""
    offered = editor.segmented_control(key="phase_act").options
    assert offered
    for act in offered:
        key = {"Rename": "rename", "Move a boundary": "move"}.get(act, act.lower())
        turn_to(editor, key)
        assert editor.button(key=f"FormSubmitter:phases_{key}-Save")


def test_the_phases_of_a_frame_keep_their_names():
    """What a form decides on is what the table shows."""
    row = {"date_start": date(2024, 1, 1), "date_end": date(2024, 2, 1), "name": "Calm"}
    assert phase_days([row]) == (PhaseDays(days=DateInterval(date(2024, 1, 1), date(2024, 2, 1)), name="Calm"),)
