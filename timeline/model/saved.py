"""What people keep in a case under a name: a view, which is a page with its address, or a story."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A page by its name, and the parameters of its address in their order; a parameter may stand several times."""

    page: str
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """One thing as it was last saved: by whom, when (ISO 8601 with offset), and for which time.

    `id` is the same in every revision of a thing; the first revision is 1, and 0 is one not saved yet. A story is
    saved under its own title.
    """

    id: str
    revision: int
    name: str
    who: str
    when: str
    content: SavedView | Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What a case keeps under names, each as it was last saved, in order of their names; and what could not be read."""

    items: tuple[Saved, ...] = ()
    problems: tuple[str, ...] = ()
