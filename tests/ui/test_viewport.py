"""How wide the page is, and what a finger on a mark does."""

from streamlit.testing.v1 import AppTest

from timeline.figures import MEDIUM_PX, NARROW_PX, WIDE_PX
from timeline.ui.viewport import PLANNED


def test_every_band_has_a_plan():
    """Three widths, each smaller than the one before."""
    assert list(PLANNED.values()) == [WIDE_PX, MEDIUM_PX, NARROW_PX]


def _tap():
    import streamlit as st

    from timeline.ui import evidence

    evidence.on_chart("ladder", ("E1", "E2"))
    evidence.tapped("ladder", 1)
    evidence.tapped("ladder", 7)
    evidence.tapped("nothing", 0)
    st.text(evidence.chosen())


def test_a_tap_on_a_mark_chooses_its_event():
    """A place that stands for no mark, or a chart that is not there, changes nothing."""
    app = AppTest.from_function(_tap).run()
    assert not app.exception
    assert app.text[0].value == "E2"
    assert app.session_state["_scroll_asked"] == 1
