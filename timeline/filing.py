"""A file of a large view, made by a process of its own: how far it is can be seen, and it can be stopped."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import threading
import weakref
from dataclasses import dataclass
from pathlib import Path

from timeline.errors import ExportError
from timeline.steps import read_steps, start_child

# Files made at once on this machine for all visitors: each takes a core and some hundred bytes a report.
MOST = 2
_FILE = "file"


@dataclass(frozen=True, slots=True)
class Step:
    """What is being done for the file, the how-manieth step of how many; (0 of 0) before the first."""

    stage: str = ""
    number: int = 0
    of: int = 0


class Filing:
    """One file in the making. Whoever lets go of it ends the process and deletes the file."""

    def __init__(self, case: Path, build_id: str, format: str, view: str) -> None:
        """Start; `view` is the query of a view's address, "" for everything.

        Raises:
            ExportError: if as many files as may be are being made already.
        """
        if sum(not one.is_over for one in _ALL) >= MOST:
            raise ExportError(format, f"has to wait: {MOST} large files are being made already")
        self.path = Path(tempfile.mkdtemp(prefix="timeline-"), _FILE)
        self.step = Step()
        self.problem = ""
        self._process = start_child(
            *("export", str(case), "--beside", f"--output={self.path}"),
            *(f"--format={format}", f"--build={build_id}", f"--view={view}"),
            apart=True,
        )
        _ALL.add(self)
        self._end = weakref.finalize(self, _end, self._process, self.path.parent)
        # The thread holds what it listens to, and only weakly whom it tells: else nobody could ever let go.
        self._listener = threading.Thread(target=_listen, args=(self._process, weakref.ref(self)), daemon=True)
        self._listener.start()

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come: the file is there, or there is a problem."""
        return self._process.poll() is not None

    @property
    def is_made(self) -> bool:
        """Whether the file is there, whole."""
        return self._process.poll() == 0

    @property
    def pid(self) -> int:
        """Of the process that makes it."""
        return self._process.pid

    def wait(self) -> bool:
        """Until nothing more will come; whether the file is there."""
        self._listener.join()
        return self.is_made

    def cancel(self) -> None:
        """Stop at once; what was written is deleted."""
        self._end()

    def read(self) -> bytes:
        """The file."""
        return self.path.read_bytes()


_ALL: weakref.WeakSet[Filing] = weakref.WeakSet()


def _listen(process: subprocess.Popen[str], told: weakref.ref[Filing]) -> None:
    # Closes the pipe and waits for the process.
    with process:
        for record in read_steps(process.stdout or ()):
            filing = told()
            if filing is not None and "error" in record:
                filing.problem = str(record["error"])
            elif filing is not None and "stage" in record:
                filing.step = Step(str(record["stage"]), int(str(record["done"])), int(str(record["total"])))
            del filing


def _end(process: subprocess.Popen[str], folder: Path) -> None:
    if process.poll() is None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    shutil.rmtree(folder, ignore_errors=True)
