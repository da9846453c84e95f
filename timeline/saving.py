"""The one way from a screen to what a case keeps under names: who may, what was seen, whether it can be kept."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from timeline.access import Visitor, authorise
from timeline.case import read_case
from timeline.model import Saved, SavedView, Shelf, Story
from timeline.store import MAX_NAME, MAX_STEPS, MAX_WORDS, append_saved, read_saved

__all__ = ["MAX_NAME", "MAX_STEPS", "MAX_WORDS", "delete", "keep", "read_shelf"]


def read_shelf(folder: Path) -> Shelf:
    """Every view and story of the case, and the lines that could not be read.

    Raises:
        CaseError: if the case cannot be read.
    """
    return read_saved(read_case(folder).saved)


def keep(
    folder: Path,
    visitor: Visitor,
    name: str,
    content: SavedView | Story,
    *,
    now: datetime,
    seen: Saved | None = None,
) -> Saved:
    """Save something new, or the next revision of what the visitor has `seen`, under a name; returns it as kept.

    Raises:
        AccessError: if the visitor may not write in the case.
        ConflictError: if somebody saved or deleted it since.
        SavedError: if the name is taken or empty, or something is too long.
    """
    return _append(folder, visitor, name, content, now=now, seen=seen)


def delete(folder: Path, visitor: Visitor, seen: Saved, *, now: datetime) -> None:
    """Take off the shelf what the visitor has seen; its lines stay in the file.

    Raises:
        AccessError, ConflictError: as `keep`.
    """
    _append(folder, visitor, seen.name, seen.content, now=now, seen=seen, deleted=True)


def _append(
    folder: Path,
    visitor: Visitor,
    name: str,
    content: SavedView | Story,
    *,
    now: datetime,
    seen: Saved | None,
    deleted: bool = False,
) -> Saved:
    case = read_case(folder)
    access = authorise(case.editors, visitor)
    draft = Saved(
        id=seen.id if seen else "",
        revision=seen.revision if seen else 0,
        name=" ".join(name.split()),
        who=access.name,
        when=now.isoformat(timespec="seconds"),
        content=content,
    )
    return append_saved(case.saved, draft, access, deleted=deleted)
