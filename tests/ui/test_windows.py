"""Windows of time: chosen by a box, left again step by step or at once."""

from streamlit.testing.v1 import AppTest


def _page():
    from datetime import date

    import streamlit as st

    from timeline.ui import windows

    first, last = st.text_input("from", key="from"), st.text_input("to", key="to")
    windows.way_back()
    st.text(f"{first} {last}")
    st.button("year", on_click=windows.zoom, args=(date(2024, 1, 1), date(2024, 12, 31)))
    st.button("month", on_click=windows.zoom, args=(date(2024, 4, 1), date(2024, 4, 30)))


def _press(app, label):
    next(button for button in app.button if button.label == label).click()
    return app.run()


def test_every_window_can_be_left_the_way_it_was_entered():
    """Back leads to the window before, then to the whole of time."""
    app = AppTest.from_function(_page).run()
    assert len(app.button) == 2
    _press(_press(app, "year"), "month")
    assert app.text[0].value == "2024-04-01 2024-04-30"
    _press(app, "Back to the window before")
    assert app.text[0].value == "2024-01-01 2024-12-31"
    _press(app, "Back to the window before")
    assert app.text[0].value.strip() == ""
    assert len(app.button) == 2


def test_the_whole_of_time_is_one_step_away():
    """However deep the reader has gone; a window typed by hand can be left too."""
    app = AppTest.from_function(_page).run()
    _press(_press(app, "year"), "month")
    _press(app, "Whole time")
    assert app.text[0].value.strip() == ""
    app.text_input(key="from").set_value("2023").run()
    assert app.button(key="window_back").disabled
    _press(app, "Whole time")
    assert app.text[0].value.strip() == ""
