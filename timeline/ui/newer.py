"""What every page says of builds: how far the one being made is, and that a newer one than that on screen is there."""

from __future__ import annotations

import streamlit as st

from timeline.jobs import Job, cancel_job, read_job
from timeline.settings import current_case
from timeline.ui import editing, text
from timeline.ui.view import current_id, current_view, show_newest

# Seconds between two looks at a build that is being made; nobody looks when none is.
_LOOK_SECONDS = 1.0


def notice() -> None:
    """Stands above every page while a build is being made, and until the newest is shown."""
    job = read_job(current_case())
    if job is not None and not job.is_over:
        _progress()
    newest = current_id()
    if newest is not None and newest != current_view().build.id:
        with st.container(horizontal=True, vertical_alignment="center", gap="small", border=True, key="newer_build"):
            st.markdown(text.NEWER_BUILD)
            st.button(text.SHOW_NEWER, key="show_newer", on_click=show_newest)


@st.fragment(run_every=_LOOK_SECONDS)
def _progress() -> None:
    job = read_job(current_case())
    if job is None or job.is_over:
        st.rerun()
    with st.container(border=True, key="job"):
        st.progress(min(1.0, job.done / job.total) if job.total else 0.0, text=_told(job))
        if editing.access().may_edit:
            st.button(text.CANCEL_BUILD, key="cancel_build", on_click=_cancel)


def _told(job: Job) -> str:
    stage = text.BUILD_STAGES.get(job.stage, job.stage) or text.BUILD_STARTS
    step = text.BUILDING_STAGE.format(stage=stage, done=f"{job.done:,}", total=f"{job.total:,}") if job.total else stage
    return f"**{text.BUILDING_BESIDE}** {step}"


def _cancel() -> None:
    cancel_job(current_case(), editing.access())
