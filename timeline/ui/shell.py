"""What every page shares, run before each of them: the build, the filters in the sidebar, the menu."""

from __future__ import annotations

import streamlit as st

from timeline.errors import TimelineError
from timeline.sentences import view_words
from timeline.settings import current_case
from timeline.ui import downloads, evidence, facets, frames, language, newer, saved_views, text, viewport
from timeline.ui.filter_choices import named
from timeline.ui.filters import read_sidebar
from timeline.ui.first_build import ensure_build
from timeline.ui.pages import all_pages, link_method, name_of
from timeline.ui.plain import visible
from timeline.ui.print_style import PRINT_CSS, PRINT_DARK_CSS
from timeline.ui.style import CSS, EMBEDDED_CSS
from timeline.ui.view import View, build_of, current_view, set_view, shown_id


def run() -> None:
    """Draw the frame, then the page that the address names."""
    language.settle()
    st.set_page_config(page_title=text.APP_NAME, layout="wide", initial_sidebar_state="auto")
    st.html(CSS + PRINT_CSS + (PRINT_DARK_CSS if st.context.theme.type == "dark" else ""))
    if st.context.is_embedded:
        st.html(EMBEDDED_CSS)
    page = st.navigation(all_pages(), position="top")
    try:
        set_view(_view())
    except TimelineError as error:
        st.error(text.NO_CASE)
        st.text(visible(str(error)))
        st.stop()
    with st.sidebar:
        views = st.container(key="views_place")
        language.choice()
    if not st.context.is_embedded:
        newer.notice()
    page.run()
    if not st.context.is_embedded:
        with views:
            saved_views.section(name_of(page))
        if page.title != text.METHOD:
            link_method()
    downloads.print_line(current_view())
    with st.container(key="viewport_place"):
        viewport.watch(evidence.tapped)


def _view() -> View:
    build = build_of(str(current_case()), shown_id(ensure_build()))
    actors = frames.actors(build)
    choices = frames.choices(build)
    filters = read_sidebar(choices, lambda found: facets.counts(build, found, choices))
    counts = frames.counts(build, filters)
    names = dict(zip(actors["actor_id"], actors["name"], strict=True))
    sentence = filters.describe(counts.events, counts.reports, names, view_words(text.language(), named(filters)))
    return View(build, filters, st.context.theme.type == "dark", sentence, counts, names)


run()
