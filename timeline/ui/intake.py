"""Adding articles on the sources page: files, archives, folders or pasted text, each with what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from timeline.errors import TimelineError
from timeline.intake import Received, add_articles, pasted_article
from timeline.jobs import read_job, start_job
from timeline.settings import current_case
from timeline.ui import editing, tables, text
from timeline.ui.plain import plain, visible
from timeline.ui.present import count, numeral, reason

# Bumped when a field has done its work: a new key is an empty field, and what was in the old one is let go.
_ROUND = "_intake_round"
_RECEIVED, _PROBLEM = "_intake_received", "_intake_problem"
_FIELDS = ("title", "publisher", "url", "published", "text")
# Refused files first, then what needs no one.
_ORDER = ("refused", "known", "added")
_MAX_TEXT, _MAX_FIELD = 1_000_000, 500
_FIRST_DAY = date(1800, 1, 1)


def section() -> None:
    """For editors the ways to add; for all others why there are none."""
    received: Sequence[Received] = st.session_state.get(_RECEIVED, ())
    with st.expander(text.INTAKE, expanded=bool(received), key="intake"):
        if editing.locked(editing.access()):
            return
        _say_what_became(received)
        _say_what_job_ended()
        files, folder, paste = st.tabs([text.INTAKE_FILES, text.INTAKE_FOLDER, text.INTAKE_PASTE])
        with files:
            _upload(st.file_uploader(text.INTAKE_FILES_HINT, accept_multiple_files=True, key=_key("files")))
        with folder:
            _upload(st.file_uploader(text.INTAKE_FOLDER_HINT, accept_multiple_files="directory", key=_key("folder")))
        with paste:
            _paste()


def _key(name: str) -> str:
    return f"intake_{name}_{st.session_state.get(_ROUND, 0)}"


def _upload(files: list[UploadedFile]) -> None:
    """Write the files as they came, one after the other in sight; the field is then empty again."""
    if not files:
        return
    bar = st.progress(0.0)

    def payloads() -> Iterator[tuple[str, bytes]]:
        for number, file in enumerate(files):
            told = text.INTAKE_READING.format(n=numeral(number + 1), total=numeral(len(files)), name=file.name)
            bar.progress(number / len(files), text=plain(told))
            yield file.name, file.getvalue()

    _take(payloads())
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.rerun()


def _take(items: Iterable[tuple[str, bytes]]) -> bool:
    """Add, and build if the case has grown; whether nothing was refused."""
    received: list[Received] = []
    st.session_state[_PROBLEM] = ""
    try:
        for one in add_articles(current_case(), editing.access(), items, now=datetime.now(UTC)):
            received.append(one)
    except TimelineError as error:
        st.session_state[_PROBLEM] = str(error)
    finally:
        # A page that is closed in the middle has still grown the case by what was written.
        st.session_state[_RECEIVED] = tuple(received)
        if any(one.outcome == "added" for one in received):
            start_job(current_case(), editing.access())
    return not st.session_state[_PROBLEM] and all(one.outcome != "refused" for one in received)


def _paste() -> None:
    keys = {name: _key(name) for name in _FIELDS}
    with st.form("intake_paste", border=False, enter_to_submit=False):
        st.text_area(text.PASTE_TEXT, key=keys["text"], height=160, max_chars=_MAX_TEXT)
        left, right = st.columns(2)
        left.text_input(text.PASTE_TITLE, key=keys["title"], max_chars=_MAX_FIELD)
        right.text_input(text.PASTE_PUBLISHER, key=keys["publisher"], max_chars=_MAX_FIELD)
        left.text_input(text.PASTE_URL, key=keys["url"], max_chars=_MAX_FIELD)
        right.date_input(
            text.PASTE_DATE, None, key=keys["published"], min_value="1800-01-01", help=text.PASTE_DATE_HELP
        )
        st.form_submit_button(text.SAVE, on_click=_save_pasted(keys), key="intake_save")


def _save_pasted(keys: dict[str, str]) -> Callable[[], None]:
    def save() -> None:
        given = {name: st.session_state.get(key) for name, key in keys.items()}
        day = given.pop("published")
        if _take([pasted_article(**{name: value or "" for name, value in given.items()}, published=day)]):
            st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1

    return save


def _say_what_became(received: Sequence[Received]) -> None:
    if problem := st.session_state.get(_PROBLEM):
        st.error(text.NOT_ADDED.format(problem=plain(reason("writing", problem))))
    if not received:
        return
    tally = [(outcome, sum(one.outcome == outcome for one in received)) for outcome in reversed(_ORDER)]
    told = ", ".join(f"{numeral(number)} {text.OUTCOMES[outcome]}" for outcome, number in tally if number)
    st.markdown(plain(f"{count(len(received), text.INPUT_NOUN)}{text.COLON}{told}."))
    ordered = sorted(received, key=lambda one: _ORDER.index(one.outcome))
    frame = pd.DataFrame(
        {
            "name": [visible(one.name) for one in ordered],
            "state": [text.OUTCOMES[one.outcome] for one in ordered],
            "reason": [visible(reason("file", one.reason) or text.FILED_AS.format(file=one.file)) for one in ordered],
        }
    )
    tables.rows(frame, ("name", "state", "reason"), alt=text.INTAKE)


def _say_what_job_ended() -> None:
    """A build that ended without a result says so, and can be tried again; the articles are in the case."""
    job = read_job(current_case())
    if job is not None and job.state in text.JOB_ENDS:
        st.warning(text.JOB_ENDS[job.state].format(problem=plain(job.problem)))
        st.button(text.BUILD_NOW, key="build_again", on_click=lambda: start_job(current_case(), editing.access()))
