"""The top of every page, and what stands there when there is nothing to show."""

from __future__ import annotations

import streamlit as st

from timeline.ui import downloads, filing, frames, pages, text
from timeline.ui.filters import clear_button, note_unknown, show_notices
from timeline.ui.plain import plain
from timeline.ui.view import View


def heading(view: View, title: str, sentence: str = "") -> None:
    """The case, the page and the plain sentence of what is on screen, after the page's own; `title` is Markdown."""
    with st.container(key="case_title"):
        st.markdown(plain(view.title))
    with st.container(horizontal=True, vertical_alignment="bottom", key="title_line"):
        st.title(title, anchor=False, width="stretch")
        if view.counts.events:
            downloads.view_menu(view)
    with st.container(key="view_sentence"):
        if sentence:
            st.markdown(plain(sentence, limit=600))
            st.caption(plain(text.IN_VIEW.format(view=view.sentence), limit=600))
        else:
            st.markdown(plain(f"{view.sentence}.", limit=600))
    show_notices()
    filing.notice()


def is_empty(view: View) -> bool:
    """Whether the view holds no event; says then what to change."""
    if view.counts.events:
        return False
    plain_case = view.filters.is_default
    st.info(
        f"**{text.EMPTY_CASE if plain_case else text.EMPTY}** {text.EMPTY_CASE_HINT if plain_case else text.EMPTY_HINT}"
    )
    if plain_case:
        pages.link_sources()
    else:
        clear_button("clear_empty")
    return True


def nothing_drawn(view: View, title: str, why: str, *, key: str) -> None:
    """In the place of a chart: what it would show, why it cannot, and one way on."""
    with st.container(key=f"empty_{key}"):
        st.subheader(plain(title), anchor=False)
        st.info(plain(why))
        if not view.filters.is_default:
            clear_button(f"clear_{key}")
        elif key != "lanes" and frames.n_undated(view) == view.counts.events:
            # Beside the lanes the undated stand anyway.
            pages.link_undated()


def section_choice() -> str:
    """Which of the two feeds of the changes page is shown; kept in the address."""
    names = text.CHANGES_PARTS
    note_unknown("feed", text.CHANGES_PART, names.values())
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
