"""A process beside the server that builds the case when a person has decided, and reads no article twice."""

from __future__ import annotations

import subprocess
import threading
from pathlib import Path

import streamlit as st

from timeline.settings import current_case
from timeline.steps import read_steps, start_child
from timeline.ui import text


class Builder:
    """One child for all sessions; it ends by itself when the server does, because its standard input ends."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._child: subprocess.Popen[str] | None = None

    def build(self) -> str:
        """Build the case as it is now; says why there is no new build, "" if there is one."""
        with self._lock:
            # A child ends when code or lexicon have changed, and is then started anew.
            for _ in range(2):
                answer = self._ask()
                if answer is not None:
                    return answer
        return text.BUILD_NO_ANSWER

    def start(self) -> None:
        """Let the child read the case while the person reads the first event."""
        if self._lock.acquire(blocking=False):
            try:
                self._running()
            finally:
                self._lock.release()

    def _ask(self) -> str | None:
        child = self._running()
        if child.stdin is None or child.stdout is None:
            return None
        try:
            child.stdin.write("build\n")
            child.stdin.flush()
        except OSError:
            self._child = None
            return None
        for line in read_steps(child.stdout):
            if "error" in line:
                return str(line["error"])
            if "build_id" in line:
                return ""
        self._child = None
        return None

    def _running(self) -> subprocess.Popen[str]:
        if self._child is None or self._child.poll() is not None:
            self._child = start_child("build", str(self._folder), "--on-request", stdin=subprocess.PIPE)
        return self._child


@st.cache_resource(show_spinner=False)
def _builder(folder: str) -> Builder:
    return Builder(Path(folder))


def builder() -> Builder:
    """The builder of the case being served."""
    return _builder(str(current_case()))
