"""How long work tells how far it is, whoever listens."""

from __future__ import annotations

from collections.abc import Callable

# Called with the stage, how much of it is done, and how much there is (0: unknown).
Progress = Callable[[str, int, int], None]


def no_progress(stage: str, done: int, total: int) -> None:
    """Say nothing."""
