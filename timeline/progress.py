"""Progress of long work, as bars for a person or as JSON lines for the dashboard."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.progress import Progress as RichProgress

from timeline.errors import TimelineError
from timeline.pipeline import BuildReport
from timeline.steps import Progress

Item = TypeVar("Item")

# Bars go to standard error: standard output belongs to the lines of `tag`, `code`, `extract` and `cluster`.
CONSOLE = Console(stderr=True, highlight=False)


def _rich_progress() -> RichProgress:
    return RichProgress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=CONSOLE,
        transient=True,
        disable=not CONSOLE.is_terminal,
    )


@contextmanager
def bars() -> Iterator[Progress]:
    """A bar for each stage, with count, time spent and time left."""
    with _rich_progress() as shown:
        tasks: dict[str, TaskID] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = shown.add_task(stage, total=total or None)
            shown.update(tasks[stage], completed=done, total=total or None)

        yield show


def track(items: Iterable[Item], stage: str, total: int | None = None) -> Iterator[Item]:
    """`items`, with a bar that counts them as they pass."""
    with _rich_progress() as shown:
        yield from shown.track(items, total=total, description=stage)


def say_json(stage: str, done: int, total: int) -> None:
    """One JSON line on standard output for each step, for a parent process that draws its own bar."""
    _say({"stage": stage, "done": done, "total": total})


def say_report(made: BuildReport | TimelineError) -> None:
    """One JSON line for a build that is published, or for why there is none."""
    if isinstance(made, TimelineError):
        _say({"error": str(made)})
    else:
        _say({"build_id": made.build_id, "notices": list(made.notices)})


@contextmanager
def json_lines() -> Iterator[Progress]:
    """Each step as `say_json` says it; an error is the last line, and the process ends with 1."""
    try:
        yield say_json
    except TimelineError as error:
        _say({"error": str(error)})
        raise SystemExit(1) from error


def _say(line: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()
