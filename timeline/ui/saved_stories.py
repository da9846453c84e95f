"""Stories kept in the case: the list, and for editors saving and deleting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import streamlit as st

from timeline import saving
from timeline.model import Saved, Story
from timeline.settings import current_case
from timeline.ui import editing, story_steps, text
from timeline.ui.plain import plain
from timeline.ui.present import count
from timeline.ui.view import View

_PLACE = "stories"
_DELETED = "_story_deleted"
_PAGE_ROWS = 10


def notices(view: View) -> None:
    """Which saved story is on screen, whether it has changed, and what of it is gone."""
    unknown = story_steps.unknown_story()
    if unknown:
        st.warning(text.STORY_UNKNOWN.format(value=plain(unknown, limit=40)))
    seen = story_steps.seen_story()
    if seen is not None:
        told = text.STORY_CHANGED if story_steps.is_changed(view, seen) else text.STORY_AS_SAVED
        st.caption(plain(told.format(name=seen.name, who=seen.who, when=_when(seen)), limit=400))
    editing.say_what_happened(_PLACE)


def _when(saved: Saved) -> str:
    return saved.when[:16].replace("T", " ")


def shelf(view: View) -> None:
    """Every saved story, to be opened."""
    for problem in saving.read_shelf(current_case()).problems:
        st.warning(text.SAVED_PROBLEM.format(problem=plain(problem)))
    stories = story_steps.saved_stories()
    if not stories:
        st.info(text.STORIES_NONE)
    pages = max(1, -(-len(stories) // _PAGE_ROWS))
    first = (st.pagination(pages, key="page_stories") - 1) * _PAGE_ROWS if pages > 1 else 0
    for number, saved in enumerate(stories[first : first + _PAGE_ROWS]):
        if isinstance(saved.content, Story):
            with st.container(border=True, key=f"saved_story_{number}"):
                st.markdown(f"**{plain(saved.name)}**")
                told = text.STORY_BY.format(
                    events=count(len(saved.content.steps), text.EVENT_NOUN), who=saved.who, when=_when(saved)
                )
                st.caption(plain(told))
                st.button(text.STORY_OPEN, key=f"open_story_{number}", on_click=_open, args=(view, saved))


def _open(view: View, saved: Saved) -> None:
    editing.forget_what_happened(_PLACE)
    story_steps.open_story(view, saved)


def save(view: View) -> None:
    """The buttons of an editor; for a reader what takes their place."""
    granted = editing.access()
    seen = story_steps.seen_story()
    deleted = st.session_state.get(_DELETED)
    with st.container(horizontal=True, gap="small", key="story_save"):
        if granted.may_edit:
            empty = not story_steps.steps()
            st.button(
                text.STORY_SAVE, key="save_story", type="primary", on_click=_save, args=(view, seen), disabled=empty
            )
            if seen is not None:
                st.button(text.STORY_SAVE_NEW, key="save_story_new", on_click=_save, args=(view, None), disabled=empty)
                st.button(text.DELETE, key="delete_story", on_click=_delete, args=(seen,))
            if deleted is not None:
                st.button(text.UNDO, key="undo_story", on_click=_bring_back, args=(deleted,))
        st.button(text.STORY_NEW, key="new_story", on_click=_begin)
    if not granted.may_edit:
        st.caption(text.STORY_LOCKED)


def _begin() -> None:
    editing.forget_what_happened(_PLACE)
    story_steps.begin_anew()


def _save(view: View, seen: Saved | None) -> None:
    story = story_steps.current(view)
    _keep(story, seen)


def _keep(story: Story, seen: Saved | None) -> None:
    kept: list[Saved] = []

    def write() -> None:
        kept.append(
            saving.keep(current_case(), editing.visitor(), story.title, story, now=datetime.now(UTC), seen=seen)
        )

    if _write(write):
        st.session_state[story_steps.TITLE] = kept[0].name
        story_steps.remember(kept[0])
        editing.say("success", text.STORY_SAVED.format(name=plain(story.title)), _PLACE)


def _delete(seen: Saved) -> None:
    if _write(lambda: saving.delete(current_case(), editing.visitor(), seen, now=datetime.now(UTC))):
        st.session_state[_DELETED] = seen
        story_steps.forget()
        editing.say("success", text.STORY_DELETED.format(name=plain(seen.name)), _PLACE)


def _bring_back(seen: Saved) -> None:
    if isinstance(seen.content, Story):
        _keep(seen.content, None)


def _write(write: Callable[[], object]) -> bool:
    st.session_state.pop(_DELETED, None)
    return editing.attempt(write, conflict=text.SAVED_CONFLICT, place=_PLACE) == "done"
