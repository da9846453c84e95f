"""The window of time that a box on a chart chooses, and the way back out of it."""

from __future__ import annotations

from datetime import date

import streamlit as st

from timeline.ui import text
from timeline.ui.filters import FROM, TO

_BEFORE = "_windows_before"
_MOST = 50

Window = tuple[str, str]


def zoom(first: date, last: date) -> None:
    """Look at these days only; what was looked at before is remembered."""
    before = _stack()
    st.session_state[_BEFORE] = [*before, _now()][-_MOST:]
    _set((first.isoformat(), last.isoformat()))


def way_back() -> None:
    """Buttons back to the window before and to the whole of time; nothing where no window is set."""
    if not any(_now()):
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="windows"):
        st.button(text.WINDOW_BACK, key="window_back", on_click=_back, disabled=not _stack(), icon=":material/undo:")
        st.button(text.WINDOW_WHOLE, key="window_whole", on_click=_whole, icon=":material/zoom_out_map:")


def _stack() -> list[Window]:
    found: list[Window] = st.session_state.get(_BEFORE, [])
    return found


def _now() -> Window:
    return str(st.session_state.get(FROM, "")), str(st.session_state.get(TO, ""))


def _back() -> None:
    *rest, last = _stack()
    st.session_state[_BEFORE] = rest
    _set(last)


def _whole() -> None:
    st.session_state[_BEFORE] = []
    _set(("", ""))


def _set(window: Window) -> None:
    st.session_state[FROM], st.session_state[TO] = window
