"""The window of time that a box on a chart chooses, and the way back out of it."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import streamlit as st

from timeline.ui import player, text
from timeline.ui.filters import FROM, TO

_BEFORE = "_windows_before"
_MOST = 50
_MONTHS = {"month": 1, "quarter": 3, "year": 12}

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


def steps(first: date, last: date, window: tuple[date | None, date | None]) -> None:
    """Buttons that walk through time by months, quarters or years, from `first` to `last`; by key too."""
    sizes = text.STEPS
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="steps"):
        picked = st.segmented_control(
            text.STEP_BY, list(sizes.values()), key="step", default=sizes["month"], required=True, bind="query-params"
        )
        months = next(_MONTHS[code] for code, words in sizes.items() if words == picked)
        before = _period(window[0], months, -1) if window[0] else _period(last, months, 0)
        after = _period(window[0], months, 1) if window[0] else _period(first, months, 0)
        st.button(
            text.STEP_EARLIER, key="step_earlier", on_click=zoom, args=before, icon=":material/chevron_left:",
            disabled=before[1] < first, shortcut="E",
        )  # fmt: skip
        st.button(
            text.STEP_LATER, key="step_later", on_click=zoom, args=after, icon=":material/chevron_right:",
            disabled=after[0] > last, shortcut="L",
        )  # fmt: skip
        player.button()


def _period(day: date, months: int, ahead: int) -> tuple[date, date]:
    """First and last day of the calendar period of so many months that is `ahead` periods after that of `day`."""
    start = (day.year * 12 + day.month - 1) // months * months + ahead * months
    # The calendar ends at both ends.
    start = min(max(start, 12), 9999 * 12 + 12 - months)
    end = start + months - 1
    return date(start // 12, start % 12 + 1, 1), date(end // 12, end % 12 + 1, monthrange(end // 12, end % 12 + 1)[1])


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
