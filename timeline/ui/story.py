"""The story page: events picked and put in order, a sentence to each; read as a walk, published as files."""

from __future__ import annotations

from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from timeline import figures, saving
from timeline.downloads import story_bytes
from timeline.printing import print_pdf
from timeline.ui import evidence, frames, pages, story_steps, text
from timeline.ui.heading import is_empty
from timeline.ui.plain import plain, visible
from timeline.ui.present import option, when, words
from timeline.ui.story_steps import OPENING, TITLE, current, keep, label_of, steps, words_key
from timeline.ui.view import View

_OPTIONS = 200
# Characters of the words to one event that a reader still takes in at a glance.
_WORDS = 600


def tabs() -> tuple[DeltaGenerator, DeltaGenerator, DeltaGenerator]:
    """A place to read, one to write and one for what is saved; a visit begins where there is something to do."""
    names = text.STORY_READ, text.STORY_WRITE, text.STORY_SHELF
    begin, visit = story_steps.first_tab()
    reading, writing, saved = st.tabs(names, default=names[begin], key=f"story_tabs_{visit}")
    return reading, writing, saved


def write(view: View) -> None:
    """Title, opening, and the steps with their words and places."""
    st.text_input(text.STORY_TITLE, key=TITLE, max_chars=saving.MAX_NAME, persist_state="session",
                  placeholder=text.STORY_UNTITLED.format(case=view.title))  # fmt: skip
    _words(text.STORY_OPENING, OPENING)
    _adder(view)
    ids = steps()
    if not ids and not is_empty(view):
        st.caption(text.STORY_BEGIN)
    for place, event_id in enumerate(ids):
        _step_form(view, ids, place, event_id)


def _words(label: str, key: str) -> None:
    """A field for some lines; words of two events that have become one may be longer than those of one."""
    longest = max(_WORDS, len(str(st.session_state.get(key) or "")))
    st.text_area(label, key=key, max_chars=longest, height=80, persist_state="session")


def _adder(view: View) -> None:
    rows = frames.events(view, limit=_OPTIONS).to_dict("records")
    taken = set(steps())
    labels = {str(row["event_id"]): visible(option(row)) for row in rows if str(row["event_id"]) not in taken}
    st.selectbox(
        text.STORY_ADD, list(labels), index=None, key="story_add", placeholder=text.STORY_ADD_HINT,
        format_func=lambda event_id: labels.get(event_id, event_id), on_change=_add,
        disabled=len(taken) >= saving.MAX_STEPS,
    )  # fmt: skip
    if view.counts.events > _OPTIONS:
        st.caption(text.STORY_ADD_CUT.format(n=_OPTIONS))


def _add() -> None:
    picked = st.session_state.get("story_add")
    if picked:
        keep([*steps(), str(picked)])
        st.session_state["story_add"] = None


def _step_form(view: View, ids: list[str], place: int, event_id: str) -> None:
    row = frames.event(view.build, event_id)
    with st.container(border=True, key=f"story_step_{place}"):
        if row is None:
            st.warning(text.STORY_GONE.format(label=plain(label_of(event_id))))
        else:
            st.markdown(f"**{place + 1}. {plain(when(row))}** · {plain(words(row['label']))}")
        _words(text.STORY_WORDS, words_key(event_id))
        with st.container(horizontal=True, gap="small"):
            move = partial(_move, ids, place)
            st.button(text.STORY_UP, key=f"up_{place}", on_click=move, args=(-1,), disabled=place == 0)
            st.button(text.STORY_DOWN, key=f"down_{place}", on_click=move, args=(1,), disabled=place + 1 == len(ids))
            st.button(
                text.STORY_REMOVE, key=f"remove_{place}", on_click=keep, args=([i for i in ids if i != event_id],)
            )


def _move(ids: list[str], place: int, by: int) -> None:
    moved = [*ids]
    moved[place], moved[place + by] = moved[place + by], moved[place]
    keep(moved)


def read(view: View) -> None:
    """The story as a reader walks through it, one event at a time."""
    story = current(view)
    if not story.steps:
        st.info(text.STORY_EMPTY)
        return
    st.header(plain(story.title), anchor=False)
    if story.opening:
        st.text(visible(story.opening))
    number = int(st.pagination(len(story.steps), key="story_at")) if len(story.steps) > 1 else 1
    step = story.steps[number - 1]
    row = frames.event(view.build, step.event_id)
    with st.container(border=True, key="story_page"):
        if row is None:
            st.warning(text.STORY_GONE.format(label=plain(step.label or step.event_id)))
            st.text(visible(step.words))
            return
        evidence.summary(row, heading=3)
        if step.words:
            st.text(visible(step.words))
        mentions = evidence.reports_of(frames.mentions(view.build, str(row["event_id"])))
        for place, mention in enumerate(mentions.head(evidence.PANEL_REPORTS).to_dict("records"), 1):
            evidence.report(mention, place, len(mentions), key=f"story_{place}")
        pages.link_event(str(row["event_id"]))


def publish(view: View) -> None:
    """The story as files; made when asked for."""
    story = current(view)
    if not story.steps:
        return
    page = partial(story_bytes, view.build, story, "html")
    has_browser = figures.find_browser() is not None
    kinds = (
        ("html", page, "text/html", False),
        ("pdf", lambda: print_pdf(page()), "application/pdf", not has_browser),
        ("timelinejs.json", partial(story_bytes, view.build, story, "timelinejs"), "application/json", False),
    )
    with st.container(horizontal=True, gap="small", key="story_publish"):
        for kind, make, mime, disabled in kinds:
            st.download_button(
                text.STORY_FILES[kind.partition(".")[0]], data=make, file_name=f"story-{view.build.id}.{kind}",
                mime=mime, on_click="ignore", key=f"story_{kind}", disabled=disabled,
            )  # fmt: skip
    if not has_browser:
        st.caption(text.NO_CHROMIUM)
