"""The story on screen: which saved one it is and its steps in the address, its words in the session."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from timeline import saving
from timeline.downloads import present_story
from timeline.model import Saved, Story, StoryStep
from timeline.settings import current_case
from timeline.ui import frames, text
from timeline.ui.present import words
from timeline.ui.view import View

# The address keeps which saved story it is, which events, in which order; a link to another page drops both, and the
# session brings them back.
ADDRESS, STORY = "steps", "story"
TITLE, OPENING = "story_title", "story_opening"
_SEEN, _STEPS, _UNKNOWN, _TAB = "_story_seen", "_story_steps", "_story_unknown", "_story_tab"
# Tabs in their order: to read, to write, what is saved.
_READ, _WRITE, _SHELF = range(3)


def words_key(event_id: str) -> str:
    """The key of the field that holds the words to an event."""
    return f"story_words_{event_id}"


def settle(view: View) -> None:
    """Make the address and the session agree on the story, before any field is drawn."""
    wanted, asked, seen = str(st.query_params.get(STORY, "")), _asked(), seen_story()
    if asked:
        st.session_state[_STEPS] = asked
    elif steps():
        keep(steps())
    if wanted and (seen is None or seen.id != wanted):
        found = next((one for one in saved_stories() if one.id == wanted), None)
        if found is None:
            st.session_state[_UNKNOWN] = wanted
            st.query_params.pop(STORY, None)
        else:
            open_story(view, found, steps=asked)
    elif seen is not None:
        st.query_params[STORY] = seen.id


def first_tab() -> tuple[int, int]:
    """The tab that is open at first, and the number of the visit: what is done on a visit closes no tab."""
    if _TAB not in st.session_state:
        st.session_state[_TAB] = (_READ if steps() else _SHELF if saved_stories() else _WRITE, 0)
    return st.session_state[_TAB]


def _turn_to(tab: int) -> None:
    st.session_state[_TAB] = (tab, st.session_state.get(_TAB, (tab, 0))[1] + 1)


def saved_stories() -> list[Saved]:
    """Every story of the case, by title."""
    return [one for one in saving.read_shelf(current_case()).items if isinstance(one.content, Story)]


def seen_story() -> Saved | None:
    """The saved story on screen, as it was when it was opened or saved here."""
    return st.session_state.get(_SEEN)


def unknown_story() -> str:
    """The id of a story that the address asked for and the case does not keep, "" for none."""
    return str(st.session_state.get(_UNKNOWN, ""))


def open_story(view: View, saved: Saved, *, steps: list[str] | None = None) -> None:
    """Put a saved story on screen, its events by the ids they go by now; `steps` of a link outrank its own order."""
    if not isinstance(saved.content, Story):
        return
    story = present_story(view.build, saved.content)
    st.session_state[TITLE], st.session_state[OPENING] = story.title, story.opening
    for step in story.steps:
        st.session_state[words_key(step.event_id)] = step.words
    remember(replace(saved, content=story))
    _turn_to(_READ)
    keep(steps or [step.event_id for step in story.steps])


def remember(saved: Saved) -> None:
    """From here on this is the saved story on screen."""
    st.session_state[_SEEN] = saved
    st.session_state.pop(_UNKNOWN, None)
    st.query_params[STORY] = saved.id


def forget() -> None:
    """The story on screen is no saved one any more; its words stay."""
    st.session_state.pop(_SEEN, None)
    st.query_params.pop(STORY, None)


def begin_anew() -> None:
    """An empty story."""
    for event_id in steps():
        st.session_state.pop(words_key(event_id), None)
    st.session_state[TITLE] = st.session_state[OPENING] = ""
    keep([])
    forget()
    _turn_to(_WRITE)


def _asked() -> list[str]:
    parts = str(st.query_params.get(ADDRESS, "")).split("~")
    return list(dict.fromkeys(part for part in parts if part))[: saving.MAX_STEPS]


def steps() -> list[str]:
    """The ids of the story's events, in its order."""
    return list(st.session_state.get(_STEPS, ()))


def keep(ids: list[str]) -> None:
    """The story's events and their order from here on."""
    st.session_state[_STEPS] = ids
    if ids:
        st.query_params[ADDRESS] = "~".join(ids)
    else:
        st.query_params.pop(ADDRESS, None)


def current(view: View) -> Story:
    """The story as it stands on screen."""
    called = _labels()
    return Story(
        title=str(st.session_state.get(TITLE) or "").strip() or text.STORY_UNTITLED.format(case=view.title),
        opening=str(st.session_state.get(OPENING) or ""),
        steps=tuple(
            StoryStep(
                event_id=one,
                words=str(st.session_state.get(words_key(one)) or ""),
                label=_label(frames.event(view.build, one)) or called.get(one, ""),
            )
            for one in steps()
        ),
    )


def label_of(event_id: str) -> str:
    """What an event that is gone was called when the story was saved, else its id."""
    return _labels().get(event_id) or event_id


def _labels() -> dict[str, str]:
    seen = seen_story()
    return {s.event_id: s.label for s in seen.content.steps} if seen and isinstance(seen.content, Story) else {}


def _label(row: Mapping[Hashable, Any] | None) -> str:
    return f"{words(row['edtf'])} {words(row['label'])}".strip() if row else ""


def is_changed(view: View, seen: Saved) -> bool:
    """Whether what is on screen differs from what was saved; what events are called now makes no difference."""

    def told(story: Story) -> tuple[object, ...]:
        return story.title, story.opening, [(step.event_id, step.words) for step in story.steps]

    return isinstance(seen.content, Story) and told(current(view)) != told(seen.content)
