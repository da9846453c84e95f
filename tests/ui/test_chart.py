"""A chart on a page is drawn once for what it shows."""

from streamlit.testing.v1 import AppTest


def _page():

    import pandas as pd
    import streamlit as st

    from timeline import figures
    from timeline.queries import Filters
    from timeline.ui.chart import _drawn

    text, folded = st.text_input("Text", key="text"), st.toggle("Fold", key="fold")
    times = pd.DataFrame(columns=["bin_start", "bin_end", "n"])

    def draw(sheet):
        st.session_state["drawn"] = st.session_state.get("drawn", 0) + 1
        return figures.brush_figure(times, title=sheet)

    figure = _drawn(draw, "b", Filters(text=text), "brush", "When", (folded,))
    st.session_state.setdefault("told", []).append(figure.to_json())


def test_the_same_view_is_not_drawn_again():
    """Another run draws nothing anew and sends the same bytes; another choice or another filter draws."""
    app = AppTest.from_function(_page).run()
    app.run()
    assert not app.exception
    assert app.session_state["drawn"] == 1
    one, other = app.session_state["told"]
    assert one == other
    app.toggle(key="fold").set_value(True).run()
    app.text_input(key="text").set_value("bridge").run()
    assert app.session_state["drawn"] == 3
