"""A part of a page that runs alone when something in it is chosen: the sidebar and the rest of the page stay drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from timeline.ui import filters


def panel(*draws: Callable[[], None]) -> None:
    """Draw a part of a page, one thing after the other, as a fragment.

    What decides the whole page may be pressed in it too (a box that zooms, a button that clears the filters): then
    the whole page runs. Fields that are kept in the address stand outside of panels, because links show them.
    """
    _alone(draws, filters.fields())


@st.fragment
def _alone(draws: Sequence[Callable[[], None]], drawn_with: tuple[str, ...]) -> None:
    if filters.fields() != drawn_with:
        st.rerun()
    for draw in draws:
        draw()
