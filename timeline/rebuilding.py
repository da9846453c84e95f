"""Builds of one case again and again in one process: what was read stays read, so that a decision shows at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from timeline.case import read_case
from timeline.errors import TimelineError
from timeline.inputs import reading_id
from timeline.pipeline import BuildReport, Kept, build_case
from timeline.steps import Progress


def build_on_request(
    folder: Path, requests: Iterable[str], progress: Progress, *, force: bool = False
) -> Iterator[BuildReport | TimelineError]:
    """A build, or why there is none, for each line of `requests`; ends early when code or lexicon have changed.

    Whoever asks then starts a new process, which reads them as they are now.
    """
    kept: Kept = {}
    known = reading_id(read_case(folder))
    for _ in requests:
        try:
            case = read_case(folder)
            if reading_id(case) != known:
                return
            yield build_case(case, progress=progress, kept=kept, force=force)
        except TimelineError as error:
            yield error
