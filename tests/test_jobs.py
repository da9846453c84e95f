"""A build beside: everyone sees how far it is, an editor may end it, and nothing added meanwhile is forgotten."""

import json
import os
import signal
import subprocess
import sys
import threading

import pytest
from filelock import FileLock

from timeline.errors import AccessError, BuildError
from timeline.jobs import Job, cancel_job, read_job, run_job, start_job
from timeline.model import Access

ADA = Access(name="Ada", may_edit=True, ground="local")
EVE = Access(name="Eve", ground="unlisted")


def write(folder, **job):
    (folder / "builds").mkdir(exist_ok=True)
    (folder / "builds" / "job.json").write_text(json.dumps(job), encoding="utf-8")


def test_a_case_without_a_job_has_none(tmp_path):
    """No file, or one that is nonsense, is no job."""
    assert read_job(tmp_path) is None
    write(tmp_path, state="finished", nonsense=1)
    assert read_job(tmp_path) is None


def test_a_job_tells_its_stage_and_then_what_it_made(tmp_path):
    """While it runs anyone can read how far it is; afterwards, the build."""
    seen = []

    def build(progress):
        progress("finding events", 3, 7)
        seen.append(read_job(tmp_path))
        return "b1"

    run_job(tmp_path, build)
    assert (seen[0].state, seen[0].stage, seen[0].done, seen[0].total) == ("running", "finding events", 3, 7)
    assert (read_job(tmp_path).state, read_job(tmp_path).build_id) == ("finished", "b1")


def test_a_job_that_fails_says_why(tmp_path):
    """The reason stands in the file for whoever looks later."""

    def build(_):
        raise BuildError("case", "cannot be built")

    with pytest.raises(BuildError):
        run_job(tmp_path, build)
    assert read_job(tmp_path) == Job("failed", os.getpid(), problem="case: cannot be built")


def test_a_job_whose_process_is_gone_has_stopped(tmp_path):
    """A killed process leaves no word, so its lock tells; its number may be another program's by now."""
    write(tmp_path, state="running", pid=os.getpid(), stage="finding events", done=1, total=2)
    job = read_job(tmp_path)
    assert (job.state, job.is_over) == ("stopped", True)
    assert not cancel_job(tmp_path, ADA)


def test_what_is_asked_for_during_a_build_is_built_after_it(tmp_path):
    """One waits and will read everything; a third has nothing to do."""
    (tmp_path / "builds").mkdir()
    made = []
    with FileLock(tmp_path / "builds" / "job.running.lock"):
        second = threading.Thread(target=run_job, args=(tmp_path, lambda _: made.append("second") or "b2"))
        second.start()
        waiting = FileLock(tmp_path / "builds" / "job.waiting.lock", timeout=0)
        while second.is_alive() and not _held(waiting):
            pass
        write(tmp_path, state="finished")
        assert not read_job(tmp_path).is_over
        run_job(tmp_path, lambda _: made.append("third") or "b3")
    second.join()
    assert made == ["second"]
    assert read_job(tmp_path).build_id == "b2"


def _held(lock):
    try:
        lock.acquire()
    except TimeoutError:
        return True
    lock.release()
    return False


def test_readers_neither_start_nor_end_a_build(tmp_path):
    """Asked where it is done, not only on the page."""
    with pytest.raises(AccessError):
        start_job(tmp_path, EVE)
    with pytest.raises(AccessError):
        cancel_job(tmp_path, EVE)
    assert not (tmp_path / "builds").exists()


def test_an_editor_ends_a_build(tmp_path):
    """The process is gone and everybody reads that it was cancelled."""
    script = (
        "import sys, signal; from pathlib import Path; from timeline.jobs import run_job\n"
        "run_job(Path(sys.argv[1]), lambda say: (say('finding events', 1, 9), print('on', flush=True), signal.pause()))"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE, start_new_session=True
    )
    assert child.stdout.readline().strip() == b"on"
    assert read_job(tmp_path).state == "running"
    assert cancel_job(tmp_path, ADA)
    assert child.wait(timeout=20) == -signal.SIGKILL
    child.stdout.close()
    assert read_job(tmp_path).state == "cancelled"
    assert not cancel_job(tmp_path, ADA)
