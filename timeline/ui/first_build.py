"""The first start of a case without a build: the command line builds it in a child process, in plain sight."""

from __future__ import annotations

import json
import subprocess
import threading
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import streamlit as st

from timeline.settings import current_case
from timeline.steps import start_child
from timeline.ui import text
from timeline.ui.present import numeral
from timeline.ui.view import current_id

_LAST_LINES = 12


@st.cache_resource(show_spinner=False)
def _lock() -> threading.Lock:
    """One build at a time, however many browsers are waiting."""
    return threading.Lock()


def ensure_build() -> str:
    """The id of the case's build, made now if there is none; stops the page with the reason if that fails."""
    build_id = current_id()
    if build_id is None:
        st.text(text.BUILDING)
        with _lock():
            problem = "" if current_id() else _build(current_case())
        build_id = current_id()
        if build_id is None:
            st.error(text.NO_BUILD)
            st.text(text.NO_BUILD_HINT)
            st.code(problem or "-", language=None)
            st.stop()
        st.rerun()
    return build_id


def _build(case: Path) -> str:
    """Run the build and show its progress; returns its last words."""
    with st.status(text.BUILDING_STEPS, expanded=True) as status:
        bar = st.progress(0.0)
        said: deque[str] = deque(maxlen=_LAST_LINES)
        with start_child("build", str(case), "--progress-json", stderr=subprocess.STDOUT) as child:
            try:
                for stage, done, total in _progress(child.stdout, said):
                    shown = text.BUILD_STAGES.get(stage, stage)
                    bar.progress(done / total if total else 0.0, text=_words(shown, done, total))
            except BaseException:
                # A reader who closes the page ends the run; nothing half-made is ever published.
                child.terminate()
                raise
            failed = child.wait() != 0
        status.update(label=text.NO_BUILD if failed else text.BUILDING_DONE, state="error" if failed else "complete")
    return "\n".join(said)


def _progress(lines: IO[str] | None, said: deque[str]) -> Iterator[tuple[str, int, int]]:
    """Stage, done and total of each progress line; other lines are kept in `said`."""
    for line in lines or ():
        try:
            step = json.loads(line)
            yield str(step["stage"]), int(step["done"]), int(step["total"])
        except (ValueError, KeyError, TypeError):
            if line.strip() and not line.lstrip().startswith("{"):
                said.append(line.rstrip())


def _words(stage: str, done: int, total: int) -> str:
    if not total:
        return f"{stage}{text.COLON}{numeral(done)}"
    return str(text.BUILDING_STAGE.format(stage=stage, done=numeral(done), total=numeral(total)))
