"""A build beside the server: what it is doing stands in a file of the case, so any page of any browser can tell."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Literal

from filelock import FileLock, Timeout

from timeline.errors import AccessError, TimelineError
from timeline.model import Access
from timeline.settings import ROOT

_FOLDER, _STATE = "builds", "job.json"
# Whoever builds holds the first; whoever builds next, with all that was added meanwhile, holds the second.
_RUNNING, _WAITING = "job.running.lock", "job.waiting.lock"
# Looking whether a lock is held takes it for a moment; whoever means it waits longer than a look.
_A_LOOK_SECONDS = 1.0
# The state is written at most this often, and at each new stage.
_WRITE_SECONDS = 0.2
_ENDED = frozenset({"finished", "failed", "cancelled", "stopped"})

State = Literal["starting", "running", "finished", "failed", "cancelled", "stopped"]


@dataclass(frozen=True, slots=True)
class Job:
    """The last build that was started beside: its stage, how much of it is done and how much there is (0: unknown).

    stopped: its process is gone and left no word. `problem` says why a build failed.
    """

    state: State
    pid: int = 0
    stage: str = ""
    done: int = 0
    total: int = 0
    build_id: str = ""
    problem: str = ""

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state in _ENDED


def read_job(folder: Path) -> Job | None:
    """The case's last job as it is now; None where there was none or its file cannot be read."""
    try:
        job = Job(**json.loads((folder / _FOLDER / _STATE).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    if _is_held(folder, _RUNNING) or _is_held(folder, _WAITING):
        return Job("starting") if job.is_over else job
    if job.state == "starting" and _is_alive(job.pid):
        return job
    return job if job.is_over else replace(job, state="stopped")


def start_job(folder: Path, access: Access) -> None:
    """Build the case beside; where a build runs already, another follows it, with what came meanwhile.

    Raises:
        AccessError: if `access` does not allow it.
    """
    _authorise(access)
    (folder / _FOLDER).mkdir(exist_ok=True)
    running = read_job(folder)
    child = subprocess.Popen(  # noqa: S603  (our own fixed words and the case's path)
        [sys.executable, "-m", "timeline", "build", str(folder), "--beside"],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        # A group of its own: it outlives the server, and is ended with its workers.
        start_new_session=True,
    )
    if running is None or running.is_over:
        _write(folder, Job("starting", child.pid))
    # A child that nobody waits for would look alive for ever.
    threading.Thread(target=child.wait, daemon=True).start()


def cancel_job(folder: Path, access: Access) -> bool:
    """End the job that runs; False where none does. The build before stays, and so do the articles.

    Raises:
        AccessError: if `access` does not allow it.
    """
    _authorise(access)
    job = read_job(folder)
    if job is None or job.is_over or job.pid <= 0:
        return False
    _write(folder, replace(job, state="cancelled"))
    with contextlib.suppress(ProcessLookupError, PermissionError):
        own_group = os.getpgid(job.pid) == job.pid
        (os.killpg if own_group else os.kill)(job.pid, signal.SIGKILL)
    return True


def run_job(folder: Path, build: Callable[[Callable[[str, int, int], None]], str]) -> None:
    """Build in this process when no other job does, and keep the state; `build` returns the id of what it made.

    Returns at once where another process waits its turn already: it will read what this one would.

    Raises:
        TimelineError: what `build` raised; it stands in the state too.
    """
    (folder / _FOLDER).mkdir(exist_ok=True)
    waiting, running = _lock(folder, _WAITING), _lock(folder, _RUNNING)
    try:
        waiting.acquire(timeout=_A_LOOK_SECONDS)
    except Timeout:
        return
    try:
        running.acquire()
    finally:
        waiting.release()
    try:
        with _state_kept(folder) as say:
            say.made = build(say.progress)
    finally:
        running.release()


class _Say:
    """Writes how far the job is, not more often than a page asks."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._last = 0.0
        self.made = ""
        self.job = Job("running", os.getpid())

    def progress(self, stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        if stage != self.job.stage or now - self._last > _WRITE_SECONDS:
            self.write(replace(self.job, stage=stage, done=done, total=total))
            self._last = now

    def write(self, job: Job) -> None:
        self.job = job
        _write(self._folder, job)


@contextmanager
def _state_kept(folder: Path) -> Iterator[_Say]:
    say = _Say(folder)
    say.write(say.job)
    try:
        yield say
    except TimelineError as error:
        say.write(replace(say.job, state="failed", problem=str(error)))
        raise
    except BaseException as error:
        say.write(replace(say.job, state="failed", problem=error.__class__.__name__))
        raise
    say.write(replace(say.job, state="finished", build_id=say.made))


def _authorise(access: Access) -> None:
    if not access.may_edit:
        raise AccessError(access.name or "a reader", f"may not start or end a build ({access.ground})")


def _lock(folder: Path, name: str) -> FileLock:
    return FileLock(folder / _FOLDER / name)


def _is_held(folder: Path, name: str) -> bool:
    try:
        with FileLock(folder / _FOLDER / name, timeout=0):
            return False
    except Timeout:
        return True


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, PermissionError, OverflowError):
        return False
    return pid > 0


def _write(folder: Path, job: Job) -> None:
    """Whole or not at all; a state is not worth waiting for the disk."""
    path = folder / _FOLDER / _STATE
    beside = path.with_name(f".job-{os.getpid()}-{threading.get_ident()}")
    beside.write_text(json.dumps(asdict(job)), encoding="utf-8")
    os.replace(beside, path)
