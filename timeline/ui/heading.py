"""The top of every page, and what stands there when there is nothing to show."""

from __future__ import annotations

import streamlit as st

from timeline.ui import downloads, text
from timeline.ui.filters import clear_button, show_notices
from timeline.ui.plain import plain
from timeline.ui.view import View


def heading(view: View, title: str, sentence: str = "") -> None:
    """The case, the page and the plain sentence of what is on screen, after the page's own; `title` is Markdown."""
    with st.container(key="case_title"):
        st.markdown(plain(view.title))
    st.title(title, anchor=False)
    with st.container(horizontal=True, vertical_alignment="center", key="view_line"):
        with st.container(key="view_sentence", width="stretch"):
            if sentence:
                st.markdown(plain(sentence, limit=600))
                st.caption(plain(text.IN_VIEW.format(view=view.sentence), limit=600))
            else:
                st.markdown(plain(f"{view.sentence}.", limit=600))
        if view.counts.events:
            downloads.view_menu(view)
    show_notices()


def is_empty(view: View) -> bool:
    """Whether the view holds no event; says then what to change."""
    if view.counts.events:
        return False
    plain_case = view.filters.is_default
    st.info(
        f"**{text.EMPTY_CASE if plain_case else text.EMPTY}** {text.EMPTY_CASE_HINT if plain_case else text.EMPTY_HINT}"
    )
    if not plain_case:
        clear_button("clear_empty")
    return True


def section_choice() -> str:
    """Which of the two feeds of the changes page is shown; kept in the address."""
    names = text.CHANGES_PARTS
    picked = st.segmented_control(
        text.CHANGES_PART,
        list(names.values()),
        key="feed",
        default=names["builds"],
        required=True,
        bind="query-params",
        label_visibility="collapsed",
    )
    return next(part for part, words in names.items() if words == picked)
