"""The pages of the app: their files, their addresses, and links to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal
from urllib.parse import urlencode

import streamlit as st

from timeline.settings import ROOT
from timeline.ui import text

_FOLDER = ROOT / "pages"
_PAGES = (
    *("overview", "timeline", "exchanges", "actors", "map", "accounts"),
    *("event", "story", "sources", "review", "changes", "method", "embed"),
)
# The page at the address without a name.
HOME = _PAGES[0]
# Reached by its address only.
_HIDDEN = frozenset({"embed"})


def all_pages() -> list[st.Page]:
    """Every page in the order of the menu; the first is the home page."""
    return [page(name) for name in _PAGES]


def is_page(name: str) -> bool:
    """Whether a page that a reader finds in the menu has that name."""
    return name in _PAGES and name not in _HIDDEN


def name_of(shown: st.Page) -> str:
    """The name of a page's file."""
    return shown.url_path or HOME


def address(name: str, params: Sequence[tuple[str, str]]) -> str:
    """Where a page stands with these parameters, as seen from any other page; an unknown page is the home page."""
    path = name if is_page(name) and name != HOME else ""
    return f"./{path}?{urlencode(params, errors='replace')}"


def page(name: str) -> st.Page:
    """One page by the name of its file."""
    shown: Literal["visible", "hidden"] = "hidden" if name in _HIDDEN else "visible"
    first = name == HOME
    return st.Page(
        _FOLDER / f"{name}.py", title=getattr(text, name.upper()), url_path=name, default=first, visibility=shown
    )


def link_event(event_id: str, label: str | None = None) -> None:
    """A link to an event's own page; the filters stay in the address by themselves."""
    st.page_link(
        page("event"), label=label or text.OPEN_EVENT, query_params={"event": event_id}, icon=":material/arrow_forward:"
    )


def link_review(event_id: str) -> None:
    """A link to where an event is decided on."""
    st.page_link(
        page("review"), label=text.OPEN_REVIEW, query_params={"event": event_id}, icon=":material/rate_review:"
    )


def link_article(article_id: str) -> None:
    """A link to the stored text of an article."""
    st.page_link(page("sources"), label=text.OPEN_ARTICLE, query_params={"article": article_id})


def link_sources() -> None:
    """A link to where articles are added."""
    st.page_link(page("sources"), label=text.ADD_ARTICLES, icon=":material/note_add:")


def link_undated() -> None:
    """A link to the list of events that no date can be given to."""
    st.page_link(page("timeline"), label=text.SEE_UNDATED, icon=":material/arrow_forward:")


def link_whole(name: str) -> None:
    """A link from a chart that stands alone to its page."""
    st.page_link(page(name), label=text.EMBED_WHOLE)


def link_method() -> None:
    """A link to what the words mean; it stands under every page."""
    st.page_link(page("method"), label=text.METHOD_LINK, query_params={"part": text.METHOD_PARTS["glossary"]})
