"""How long work tells how far it is, whoever listens."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

# Called with the stage, how much of it is done, and how much there is (0: unknown).
Progress = Callable[[str, int, int], None]


def no_progress(stage: str, done: int, total: int) -> None:
    """Say nothing."""


def read_steps(lines: Iterable[str]) -> Iterator[dict[str, object]]:
    """What a child process says in lines of JSON; a line that is none is passed over."""
    for line in lines:
        try:
            record = json.loads(line)
        except ValueError:
            continue
        if isinstance(record, dict):
            yield record
