"""A person's verdict on machine output: one line of the append-only decision log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["accept", "edit", "merge", "split", "reject", "undo"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Who decided what, when (ISO 8601 with offset) and why.

    `subjects` are mention ids: an event is named by its mentions, which outlive every rebuild.
    `change` holds the new value of each edited field; `previous` is the hash of the line before.
    """

    id: str
    verdict: Verdict
    subjects: tuple[str, ...]
    who: str
    when: str
    why: str = ""
    change: tuple[tuple[str, str], ...] = ()
    previous: str = ""
