"""Saved views: the page, filters and chart choices of the address under a name, for everyone who reads the case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import streamlit as st

from timeline import saving
from timeline.model import Saved, SavedView
from timeline.settings import current_case
from timeline.ui import editing, pages, text
from timeline.ui.addresses import asked, page_link
from timeline.ui.plain import plain, visible

_PLACE = "views"
_NAME, _PICKED, _NEW_NAME, _DELETED = "view_name", "view_picked", "view_new_name", "_view_deleted"
# Names shown at once; more of them scroll.
_AT_ONCE, _HEIGHT_PX = 8, 340


def section(page: str) -> None:
    """The list, and for editors the ways to change it; drawn after the page, whose choices are then in the address."""
    shelf = saving.read_shelf(current_case())
    views = [one for one in shelf.items if isinstance(one.content, SavedView)]
    with st.expander(text.VIEWS.format(n=len(views)), key="saved_views"):
        editing.say_what_happened(_PLACE)
        for problem in shelf.problems:
            st.warning(text.SAVED_PROBLEM.format(problem=plain(problem)))
        _list(views)
        if editing.access().may_edit:
            _save_form(page)
            _change(views)
        else:
            st.caption(text.VIEWS_LOCKED)
            st.code(page_link(), language=None, wrap_lines=True)


def _list(views: list[Saved]) -> None:
    if not views:
        st.caption(text.VIEWS_NONE)
        return
    st.caption(text.VIEWS_HELP)
    with st.container(height=_HEIGHT_PX if len(views) > _AT_ONCE else "content", border=False, key="view_list"):
        for number, one in enumerate(views):
            _one(one, number)


def _one(saved: Saved, number: int) -> None:
    content = saved.content
    if isinstance(content, SavedView):
        known = pages.is_page(content.page)
        url = pages.address(content.page, content.params)
        with st.container(gap=None, key=f"view_{number}"):
            st.link_button(
                plain(saved.name),
                url,
                type="tertiary",
                key=f"open_view_{number}",
                wrap=True,
                icon=":material/open_in_new:",
            )
            told = getattr(text, content.page.upper()) if known else text.VIEWS_NO_PAGE
            st.caption(plain(text.VIEWS_BY.format(page=told, who=saved.who, when=saved.when[:10])))


def _save_form(page: str) -> None:
    with st.form("save_view", border=False, enter_to_submit=True):
        st.text_input(text.VIEWS_NAME, key=_NAME, max_chars=saving.MAX_NAME, help=text.VIEWS_NAME_HELP)
        st.form_submit_button(text.VIEWS_SAVE, on_click=_save, args=(page,), width="stretch")


def _change(views: list[Saved]) -> None:
    deleted = st.session_state.get(_DELETED)
    if deleted is not None:
        st.button(text.UNDO, key="view_undo", on_click=_bring_back, args=(deleted,), width="stretch")
    if not views:
        return
    by_id = {one.id: one for one in views}
    picked = by_id.get(
        st.selectbox(
            text.VIEWS_CHANGE, list(by_id), index=None, key=_PICKED, placeholder=text.VIEWS_CHANGE_HINT,
            format_func=lambda one: visible(by_id[one].name) if one in by_id else one,
        ) or ""
    )  # fmt: skip
    if picked is None:
        return
    st.text_input(text.VIEWS_NEW_NAME, value=visible(picked.name), key=_NEW_NAME, max_chars=saving.MAX_NAME)
    with st.container(horizontal=True, gap="small"):
        st.button(text.RENAME, key="view_rename", on_click=_rename, args=(picked,))
        st.button(text.DELETE, key="view_delete", on_click=_delete, args=(picked,))


def _save(page: str) -> None:
    name = str(st.session_state.get(_NAME) or "")
    # The language is the reader's, not the view's.
    view = SavedView(page=page, params=tuple(pair for pair in asked() if pair[0] != text.LANGUAGE))
    done = _write(lambda: saving.keep(current_case(), editing.visitor(), name, view, now=datetime.now(UTC)))
    if done:
        st.session_state[_NAME] = ""
        _tell(text.VIEWS_SAVED, name)


def _rename(seen: Saved) -> None:
    name = str(st.session_state.get(_NEW_NAME) or "")
    if _write(
        lambda: saving.keep(current_case(), editing.visitor(), name, seen.content, now=datetime.now(UTC), seen=seen)
    ):
        st.session_state[_PICKED] = None
        _tell(text.VIEWS_RENAMED, name)


def _delete(seen: Saved) -> None:
    if _write(lambda: saving.delete(current_case(), editing.visitor(), seen, now=datetime.now(UTC))):
        st.session_state[_PICKED] = None
        st.session_state[_DELETED] = seen
        _tell(text.VIEWS_DELETED, seen.name)


def _bring_back(seen: Saved) -> None:
    if _write(lambda: saving.keep(current_case(), editing.visitor(), seen.name, seen.content, now=datetime.now(UTC))):
        _tell(text.VIEWS_SAVED, seen.name)


def _write(write: Callable[[], object]) -> bool:
    st.session_state.pop(_DELETED, None)
    return editing.attempt(write, conflict=text.SAVED_CONFLICT, place=_PLACE) == "done"


def _tell(words: str, name: str) -> None:
    editing.say("success", words.format(name=plain(name)), _PLACE)
