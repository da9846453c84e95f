"""A file of a large view on its way: how far it is, a way to stop it, and the file when it is there."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from timeline.downloads import FORMATS
from timeline.errors import TimelineError
from timeline.filing import Filing
from timeline.queries import Filters
from timeline.settings import current_case
from timeline.ui import frames, text
from timeline.ui.addresses import rows_query
from timeline.ui.plain import plain
from timeline.ui.present import numeral, reason
from timeline.ui.view import View

# Events of which a file takes more than some seconds to make.
MANY = 10_000
_FILE, _REFUSED = "_filing", "_filing_refused"
_LOOK_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class _Ordered:
    """What was asked for: the format, the file's name, the number of its events, and the file in the making."""

    kind: str
    name: str
    events: int
    filing: Filing


def is_large(view: View, filters: Filters) -> bool:
    """Whether a file of these events is made beside, with progress, instead of on the click."""
    return frames.counts(view.build, filters).events > MANY


def start(view: View, filters: Filters, kind: str, name: str) -> None:
    """Begin a file; one that this visitor began before is stopped."""
    dismiss()
    try:
        filing = Filing(current_case(), view.build.id, kind, rows_query(filters))
    except TimelineError as error:
        st.session_state[_REFUSED] = str(error)
        return
    st.session_state[_FILE] = _Ordered(kind, name, frames.counts(view.build, filters).events, filing)


def dismiss() -> None:
    """Stop what is being made, delete what was, and say no more of it."""
    ordered: _Ordered | None = st.session_state.pop(_FILE, None)
    st.session_state.pop(_REFUSED, None)
    if ordered is not None:
        ordered.filing.cancel()


def notice() -> None:
    """Stands on every page while a file is made and until it is taken or dismissed."""
    if refused := st.session_state.get(_REFUSED):
        _problem(refused)
    ordered: _Ordered | None = st.session_state.get(_FILE)
    if ordered is None:
        return
    if not ordered.filing.is_over:
        _progress()
    elif ordered.filing.is_made:
        _made(ordered)
    else:
        _problem(ordered.filing.problem or text.FILE_ENDED)


@st.fragment(run_every=_LOOK_SECONDS)
def _progress() -> None:
    ordered: _Ordered | None = st.session_state.get(_FILE)
    if ordered is None or ordered.filing.is_over:
        st.rerun()
    step = ordered.filing.step
    stage = text.FILE_STAGES.get(step.stage, text.FILE_STARTS)
    told = text.FILE_MAKING.format(format=FORMATS[ordered.kind].name, events=numeral(ordered.events), stage=stage)
    with st.container(border=True, key="filing"):
        # A step that is being done is not done.
        st.progress(max(step.number - 1, 0) / step.of if step.of else 0.0, text=plain(told))
        st.button(text.FILE_CANCEL, key="filing_cancel", on_click=dismiss)


def _made(ordered: _Ordered) -> None:
    known = FORMATS[ordered.kind]
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small", key="filing"):
        st.markdown(plain(text.FILE_MADE.format(format=known.name, events=numeral(ordered.events))))
        st.download_button(
            text.FILE_SAVE, data=ordered.filing.read, file_name=ordered.name, mime=known.media_type, on_click="ignore",
            key="filing_save", icon=":material/download:",
        )  # fmt: skip
        st.button(text.FILE_DISMISS, key="filing_dismiss", on_click=dismiss)


def _problem(problem: str) -> None:
    with st.container(border=True, key="filing"):
        st.error(plain(text.FILE_FAILED.format(problem=reason("writing", problem))))
        st.button(text.FILE_DISMISS, key="filing_dismiss", on_click=dismiss)
