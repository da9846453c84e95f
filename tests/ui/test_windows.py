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


def _steps():
    from datetime import date

    import streamlit as st

    from timeline.ui import windows
    from timeline.ui.filters import parse_day

    first, last = st.text_input("from", key="from"), st.text_input("to", key="to")
    window = parse_day(first, last=False), parse_day(last, last=True)
    windows.steps(date(2023, 11, 20), date(2024, 2, 3), window)
    st.text(f"{first} {last}")


def test_time_is_walked_through_in_calendar_steps():
    """Without a window Later begins at the first month; each step is a month, and the ends of time stop it."""
    app = AppTest.from_function(_steps).run()
    _press(app, "Later")
    assert app.text[0].value == "2023-11-01 2023-11-30"
    assert next(button for button in app.button if button.label == "Earlier").disabled
    _press(_press(app, "Later"), "Later")
    assert app.text[0].value == "2024-01-01 2024-01-31"
    app.segmented_control(key="step").set_value("Year").run()
    _press(app, "Earlier")
    assert app.text[0].value == "2023-01-01 2023-12-31"


def test_earlier_begins_at_the_end_of_time():
    """Without a window the latest period comes first."""
    app = AppTest.from_function(_steps).run()
    _press(app, "Earlier")
    assert app.text[0].value == "2024-02-01 2024-02-29"
