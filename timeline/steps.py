"""How long work tells how far it is, whoever listens."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator

from timeline.settings import ROOT

# Called with the stage, how much of it is done, and how much there is (0: unknown).
Progress = Callable[[str, int, int], None]


def no_progress(stage: str, done: int, total: int) -> None:
    """Say nothing."""


def start_child(
    *arguments: str, stdin: int = subprocess.DEVNULL, stderr: int = subprocess.DEVNULL, apart: bool = False
) -> subprocess.Popen[str]:
    """Our own command line in a process beside this one, its output read line by line as it comes.

    `apart` puts it into a group of its own: it outlives this process, and is ended with its workers.
    """
    return subprocess.Popen(  # noqa: S603  (our own fixed words, the case's path and checked queries)
        [sys.executable, "-m", "timeline", *arguments],
        cwd=ROOT,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
        errors="replace",
        start_new_session=apart,
    )


def read_steps(lines: Iterable[str]) -> Iterator[dict[str, object]]:
    """What a child process says in lines of JSON; a line that is none is passed over."""
    for line in lines:
        try:
            record = json.loads(line)
        except ValueError:
            continue
        if isinstance(record, dict):
            yield record
